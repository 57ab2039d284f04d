"""What the almanac knows by a name and a text tells in words of its own."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.publication import sorts, tellings


def _spans(text: str) -> list[tuple[str, str, str]]:
    """The rows of the clues with the first and the last day of each stretch."""
    return [
        (clue.table, str(date.fromordinal(a)), str(date.fromordinal(b)))
        for clue in tellings.clues(text, frozenset())
        for a, b in clue.spans
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The blast in the port of Beirut on Tuesday was heard at sea.", "2020-08-04"),
        ("Divers are at work off Jindo. The Sewol sank on Wednesday morning.", "2014-04-16"),
        ("On Friday gunmen killed 129 people in Paris, most of them in the Bataclan.", "2015-11-13"),
        ("Flight MH17 was on its way to Kuala Lumpur when it came down on Thursday.", "2014-07-17"),
        ("Men wept when Lehman Brothers filed for bankruptcy on Monday.", "2008-09-15"),
        ("The tunnel at Lenz was shut on Saturday. Genoa's bridge fell on Tuesday.", "2018-08-14"),
        ("Saturday's earthquake in Nepal shook the hostel as well, she wrote.", "2015-04-25"),
        ("Parasite won four Oscars on Sunday.", "2020-02-09"),
        ("The Bataclan, where gunmen killed ninety on Friday, is dark.", "2015-11-13"),
        ("Steve Jobs showed the iPhone on Tuesday.", "2007-01-09"),
        ("Ratko Mladic was arrested in a village on Thursday.", "2011-05-26"),
    ],
)
def test_told_with_its_weekday(text: str, first: str) -> None:
    last = date.fromordinal(date.fromisoformat(first).toordinal() + 6)
    assert ("told_past", first, str(last)) in _spans(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Three days after Saturday's earthquake, Nepal counted its dead.", "2015-04-28", "2015-04-28"),
        ("A week after the earthquake in Turkey and Syria, a boy was found.", "2023-02-09", "2023-02-17"),
    ],
)
def test_counted_from_it(text: str, first: str, last: str) -> None:
    assert ("told_week", first, last) in _spans(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Seventy years to the day after the landings in Normandy, they stood on the beach.", "2014-06-06"),
        ("On Monday Rwanda marked twenty years since the genocide.", "2014-04-07"),
        ("Balloons rose over Berlin on Sunday, a quarter of a century after the Wall came down.", "2014-11-09"),
    ],
)
def test_an_anniversary(text: str, first: str) -> None:
    last = date.fromordinal(date.fromisoformat(first).toordinal() + 6)
    assert ("told_past", first, str(last)) in _spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Twenty years after the genocide Rwanda has new roads.",
        "On Tuesday Rwanda marked twenty years since the genocide.",  # the day was a Monday
        "Seventy years to the day after the wedding they stood on the beach of Normandy.",
    ],
)
def test_no_anniversary(text: str) -> None:
    assert not _spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "The blast in the port of Beirut on Wednesday was heard at sea.",  # it was a Tuesday
        "The blast in the port of Beirut, on a Tuesday in 2020, was heard at sea.",
        "Four years ago the blast in the port of Beirut, on a Tuesday, was heard at sea.",
        "The minister said on Tuesday that the blast in the port of Beirut had not been cleared up.",
        "A concert in the port of Beirut on Tuesday was heard at sea.",
        "Boats lay in the port of Beirut. In Lenz a blast was heard on Tuesday.",  # another sort of place
        "The attackers of Paris were remembered before Friday prayers.",
        "The earthquake of 25 April in Nepal is on the agenda of Saturday.",
        "The bench of the genoa was bridged on Tuesday, when a mast fell.",  # no name
        "The council met on Tuesday. The mill in Sand Lane burned on Wednesday.",
    ],
)
def test_nothing_known_is_told(text: str) -> None:
    assert not [span for span in _spans(text) if span[0] == "told_past"]


@pytest.mark.parametrize(
    "text",
    [
        "The hall stood empty.\nNobody came.\nNothing fell.\nA week after the earthquake in Turkey and Syria, he left.",
        "A week after the earthquake of 6 February in Turkey and Syria a boy was found.",
        "A week after the wedding a boy was found. Turkey and Syria had an earthquake.",
    ],
)
def test_nothing_is_counted(text: str) -> None:
    assert not [span for span in _spans(text) if span[0] == "told_week"]


def test_what_is_known_by_its_name_is_left_out() -> None:
    text = "The blast in the port of Beirut on Tuesday was heard at sea."
    assert not list(tellings.clues(text, frozenset({"beirut-explosion"})))


def test_words_of_one_sort() -> None:
    assert "blast" in sorts.happenings()["explosion"]
    assert "blast" not in sorts.happenings()["earthquake"]
    assert not sorts.happenings().keys() & sorts.things().keys()
