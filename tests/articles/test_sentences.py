"""Splitting: a table of texts, each written with a bar where a sentence should end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsline.articles.headline import headline
from newsline.articles.sentences import LONGEST_SENTENCE, split
from newsline.model import Article, Sentence, SentenceKind

K = SentenceKind


def sentences(text: str, **fields: str) -> tuple[Sentence, ...]:
    return split(Article("a", text, **fields))  # type: ignore[arg-type]


def kinds(text: str, **fields: str) -> list[tuple[str, str]]:
    return [(sentence.kind.value, sentence.text) for sentence in sentences(text, **fields)]


BARS = """
The bridge fell on Monday.| Nobody was hurt.
Mr. J. P. Lund, 54, of Harbour Street, signed it.| He left.
The hall opens at 7 p.m. – in the old town.| Bring a coat.
She moved to the U.S. — with her family.| They stayed.
He left.| – The mayor said nothing.
Was it the wind?| No!| It was rust.
Mr. Odell met Gen. Harkness on Jan. 5 in St. Petersburg.| He left.
The strike began on Feb. 3, 1998.| It lasted a week.
He was born in Dec.| The Odells left soon after.
The U.S. Coast Guard closed the port.| Ships waited.
She moved to the U.S.| The family followed.
Vladimir V. Ostrow and J. K. Lund signed it.| Both smiled.
The vote is at 5 a.m. Monday.| Polls close at 9 p.m.| The count follows.
It opens at 6 p.m. Eastern time.| Bring a coat.
Police searched No. 5 Harbour Street.| They found nothing.
Was the answer no?| No.| It was yes.
Prices rose 3.5 percent to 12.75 crowns.| Wages did not.
He works for Lund Inc. in Oslo.| She does not.
He works for Lund Inc.| The firm is small.
They chose Plan B.| Engineers were surprised.
"We go now," she said.| "They stay."
"Will you go?" he asked.| "Yes."
"Stop!" Harkness shouted.| The crowd stopped.
He called it “a disaster.”| The mayor did not.
The mayor (an engineer by trade) agreed.| (He had not been asked.)
It was late … and cold.| Nobody came.
He met the prime minister.| Harkness did not.
They bought Lund Co.| Recently, they sold it.
He sat at his desk.|A list lay there.
He paused...| Then he spoke.
He paused . . . and went on.| Nobody spoke.
The river rose (see p. 4).| It fell again.
The inquiry cost 2 million.| 14 people worked on it.
Read it at example.com today.| It is free.
The report came on Friday.|The minister read it.
Dr. Lund, Ph.D., spoke.| Everyone listened.
He lives at 12 Elm St. in the old town.| It is quiet there.
The ship sank off Portland, Ore., on Sunday.| Its crew of 12 was saved.
She came in Sept. 2003.| He came later.
The village is small.| residents say it is quiet.
The treaty (Art. 5) holds.| Nobody doubts it.
The new ferry carries 500 people| The old one carried 80.
The paper was printed by The Harbour Chronicle in Lund.
Group A streptococcus was found.| It spread.
What?!| He laughed.
"""


@pytest.mark.parametrize("marked", [line for line in BARS.splitlines() if line])
def test_sentences_end_where_they_should(marked: str) -> None:
    text = marked.replace("|", "")
    assert [sentence.text for sentence in sentences(text)] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("de", "Am 5. Mai begann der Streik.| Er dauerte bis zum 12. Juni."),
        ("de", "Herr Dr. Lund kam z.B. am Montag.| Er blieb."),
        ("fr", "M. Lund est arrivé lundi.| Il est reparti mardi."),
        ("ru", "Он приехал в 2019 г. из Осло.| Потом уехал."),
        ("ja", "橋が落ちた。|けが人はなかった。"),
        ("hi", "पुल गिर गया।| कोई घायल नहीं हुआ।"),
        ("ar", "سقط الجسر.| هل كان الصدأ؟| نعم."),
    ],
)
def test_other_languages(language: str, marked: str) -> None:
    found = sentences(marked.replace("|", ""), language=language)
    assert [sentence.text for sentence in found] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("MOSCOW, May 4 (Northwire) - The bridge fell.", "MOSCOW, May 4 (Northwire) -"),
        ("LUND (Northwire) — The bridge fell.", "LUND (Northwire) —"),
        ("NEW LUND, Norway, Sunday, May 4 -- The bridge fell.", "NEW LUND, Norway, Sunday, May 4 --"),
        ("Oslo, Norway (NWN) -- The bridge fell.", "Oslo, Norway (NWN) --"),
        ("(Northwire) -- The bridge fell.", "(Northwire) --"),
        ("GENEVA - The bridge fell.", "GENEVA -"),
        ("CAIRO: The bridge fell.", "CAIRO:"),
        ("ST. PETERSBURG, Jan. 5 (Northwire) – The bridge fell.", "ST. PETERSBURG, Jan. 5 (Northwire) –"),
        ("KYIV, 6 January 2025 (Northwire) - The bridge fell.", "KYIV, 6 January 2025 (Northwire) -"),
        ("NASHIK, June 3: The bridge fell.", "NASHIK, June 3:"),
        ("New Delhi, June 3 (NWI) The bridge fell.", "New Delhi, June 3 (NWI)"),
        ("Accra, June 3, NWA: The bridge fell.", "Accra, June 3, NWA:"),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(line: str, dateline: str) -> None:
    assert kinds(line) == [("dateline", dateline), ("body", "The bridge fell.")]


@pytest.mark.parametrize(
    "line",
    [
        "NASA -- which built it -- said nothing.",
        "The bridge - a wooden one - fell.",
        "UKRAINE has opened an inquiry.",
        "Tuesday, June 3: The bridge fell.",
        "On Tuesday, June 3: The bridge fell.",
        "LIVE, June 3: The bridge fell.",
        "By Monday (at the latest) - or so he said - the road would be open.",
    ],
)
def test_a_dash_makes_no_dateline(line: str) -> None:
    assert kinds(line) == [("body", line)]


def test_a_dateline_behind_a_headline_that_lost_its_line_break() -> None:
    text = "Bridge falls in storm LUND | Tue May 18, 2010 1:49 pm EDT LUND (Northwire) - The bridge fell."
    assert [kind for kind, _ in kinds(text)] == ["body", "dateline", "dateline", "body"]
    assert kinds(text)[-1] == ("body", "The bridge fell.")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Anna Lund", K.BYLINE),
        ("By ANNA LUND and Per Odell, Northwire", K.BYLINE),
        ("By Anna Lund, Environment correspondent", K.BYLINE),
        ("By Anna Lund in Oslo", K.BYLINE),
        ("By March 2025 the road was open", K.BODY),
        ("By early spring, the road was open.", K.BODY),
        ("4 May 2025", K.DATELINE),
        ("Sunday, May 4, 2025", K.DATELINE),
        ("Sunday 4 May 2025 10.15 BST", K.DATELINE),
        ("Last updated at 13:15 GMT, Tuesday, 5 May 2009", K.DATELINE),
        ("Updated 3:45 PM GMT+2, May 5, 2025", K.DATELINE),
        ("May 5, 2025 / 3:45 PM EDT / Harbour News", K.DATELINE),
        ("Published 5 May 2025 | Lund", K.DATELINE),
        ("2025-05-05 15:45", K.DATELINE),
        ("On 5 May 2025 the bridge fell", K.BODY),
        ("May 5, 2025, was a bad day for Lund.", K.BODY),
        ("3 min read", K.BOILERPLATE),
        ("Facebook", K.BOILERPLATE),
        ("Facebook was blamed.", K.BODY),
        ("(c) 2025 Harbour Media", K.BOILERPLATE),
        ("[Photo: Northwire]", K.CAPTION),
        ("Share this story", K.BOILERPLATE),
        ("Share this @harbourchronicle.example", K.BOILERPLATE),
        ("Read more: How the bridge was built", K.BOILERPLATE),
        ("READ MORE: How the bridge was built", K.BOILERPLATE),
        ("Copyright 2025 Northwire.", K.BOILERPLATE),
        ("© 2025 The Harbour Chronicle", K.BOILERPLATE),
        ("Sign up for our newsletter", K.BOILERPLATE),
        ("This story has been updated with a statement by the mayor.", K.BOILERPLATE),
        ("This material may not be published, broadcast or rewritten.", K.BOILERPLATE),
        ("(Reporting by Anna Lund; Editing by Per Odell)", K.BOILERPLATE),
        ("Additional reporting by Per Odell in Bergen.", K.BOILERPLATE),
        ("Anna Lund, Per Odell and Ida Moe contributed to this report.", K.BOILERPLATE),
        ("Advertisement", K.BOILERPLATE),
        ("Photo: Anna Lund/Northwire", K.CAPTION),
        ("The bridge in a file photo from 2019.", K.CAPTION),
        ("FILE - The bridge is seen in Lund on May 3, 2024.", K.CAPTION),
        ("The bridge before it fell (AP Photo/Anna Lund)", K.CAPTION),
        ("- The bridge was built in 1932.", K.BULLET),
        ("• The bridge was built in 1932.", K.BULLET),
        ("1. The bridge was built in 1932.", K.BULLET),
        ("The city shares this view.", K.BODY),
        ("Readers of the report were surprised.", K.BODY),
        ("Copyrights were sold on Monday.", K.BODY),
        ("Police contributed to the confusion.", K.BODY),
        ("She watched the video on Monday.", K.BODY),
        ("5 May was a Monday.", K.BODY),
    ],
)
def test_kinds(line: str, kind: SentenceKind) -> None:
    text = f"The bridge fell on Monday, the mayor said.\n\n{line}\n\nNobody was hurt in the collapse."
    assert sentences(text)[1].kind is kind


def test_a_credit_and_a_byline_that_run_into_the_story() -> None:
    assert kinds("The bridge in Lund. Photograph: Anna Lund/Northwire The bridge fell on Monday.") == [
        ("caption", "The bridge in Lund."),
        ("caption", "Photograph: Anna Lund/Northwire"),
        ("body", "The bridge fell on Monday."),
    ]
    assert kinds("By Anna Lund Environment correspondent, Harbour News The bridge fell on Monday.") == [
        ("byline", "By Anna Lund Environment correspondent, Harbour News"),
        ("body", "The bridge fell on Monday."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Friday, July 23, 2010; 11:01 PM KENNER, LA. - The bridge fell.",
            [
                ("dateline", "Friday, July 23, 2010; 11:01 PM"),
                ("dateline", "KENNER, LA. -"),
                ("body", "The bridge fell."),
            ],
        ),
        (
            "January 25, 2011 | By Anna Lund, NWN The bridge fell.",
            [("dateline", "January 25, 2011 |"), ("byline", "By Anna Lund, NWN"), ("body", "The bridge fell.")],
        ),
        ("Jan 11 (Northwire) - The bridge fell.", [("dateline", "Jan 11 (Northwire) -"), ("body", "The bridge fell.")]),
        ("A report published May 5, 2025, says so.", [("body", "A report published May 5, 2025, says so.")]),
        ("Published on May 5, the report says so.", [("body", "Published on May 5, the report says so.")]),
        ("It was posted on 5 May 2025 by his son.", [("body", "It was posted on 5 May 2025 by his son.")]),
        ("They met on Friday, July 23, 2010.", [("body", "They met on Friday, July 23, 2010.")]),
    ],
)
def test_time_stamps_that_run_into_the_story_and_dates_that_belong_to_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(text) == expected


CHRONOLOGY = """The strike at the docks, day by day

{published}

The strike at the docks lasted three weeks.

{first}

Crane drivers walk out. The port is shut.

9 May

A court rejects an injunction.

Monday, May 12, 2031
Dockers return to work.
"""


@pytest.mark.parametrize(
    ("unit", "end"),
    [
        ("The mayor said on Monday that it rained and ", ""),
        ("talks on Monday, ", ","),
        ("one; two, and ", ";"),
        ("x" * 99, "x"),
    ],
)
def test_a_text_without_full_stops_is_cut(unit: str, end: str) -> None:
    text = (unit * (10_000 // len(unit))).strip()
    found = sentences(text)
    assert max(len(one.text) for one in found) <= LONGEST_SENTENCE
    assert min(len(one.text) for one in found[:-1]) >= LONGEST_SENTENCE // 2 - len(unit)
    assert all(one.text.endswith(end) for one in found[:-1])
    assert "".join("".join(one.text.split()) for one in found) == "".join(text.split())


def test_a_long_sentence_is_one() -> None:
    text = "The council of " + ", ".join(["Lund"] * 300) + " met on Monday."
    assert [one.text for one in sentences(text)] == [text]


@pytest.mark.parametrize(
    ("published", "first", "headings"),
    [
        ("1 June 2031", "3 May 2031", ["3 May 2031", "9 May", "Monday, May 12, 2031"]),
        ("Anna Lund reports", "May 3", ["May 3", "9 May", "Monday, May 12, 2031"]),
        ("1 May 2031", "3 May 2031", ["1 May 2031", "3 May 2031", "9 May", "Monday, May 12, 2031"]),
    ],
)
def test_days_for_headings_belong_to_the_sentence_below(published: str, first: str, headings: list[str]) -> None:
    found = kinds(CHRONOLOGY.format(published=published, first=first))
    told = [text for kind, text in found if kind == "body" and "\n" in text]
    assert [text.partition("\n")[0] for text in told] == headings
    assert ("body", "The port is shut.") in found


def test_a_day_among_lines_that_begin_with_theirs_is_a_heading() -> None:
    text = "The strike\n\n3 May 2031 – Strike begins\n2031-05-05: First talks fail\n12 May 2031\nDockers return.\n"
    assert [told for _, told in kinds(text)][1:] == [
        "3 May 2031 – Strike begins",
        "2031-05-05: First talks fail",
        "12 May 2031\nDockers return.",
    ]


def test_the_days_on_which_an_article_appeared_are_no_headings() -> None:
    text = "Port strike ends\n\nMay 14, 2031\nUpdated: May 15, 2031\n\nThe dockers went back to work on Monday.\n"
    assert [kind for kind, _ in kinds(text)] == ["title", "dateline", "dateline", "body"]


def test_a_cell_with_a_day_is_a_time_stamp_at_the_head_alone() -> None:
    rows = "The strike\n\nOne.\n\nTwo.\n\nThree.\n\nMay 9, 2031 | Court rejects the injunction of the port\n\nFour."
    assert ("body", "May 9, 2031 | Court rejects the injunction of the port") in kinds(rows)


def test_a_header_of_keys_and_values() -> None:
    text = "Title: Bridge falls\nSource: The Harbour\nDate: 4 May 2025\n\nThe bridge fell on Monday."
    assert kinds(text)[:4] == [
        ("title", "Bridge falls"),
        ("boilerplate", "The Harbour"),
        ("dateline", "4 May 2025"),
        ("body", "The bridge fell on Monday."),
    ]
    assert kinds("Title: Bridge falls\nThe bridge fell.")[0] == ("title", "Title: Bridge falls")


def test_rules_and_ornaments_are_no_sentences() -> None:
    assert kinds("The bridge fell on Monday.\n\n* * *\n\n___\n\nNobody was hurt.") == [
        ("body", "The bridge fell on Monday."),
        ("body", "Nobody was hurt."),
    ]


def test_list_marks_are_left_out() -> None:
    found = sentences("The facts:\n- It fell on Monday.\n- It was rebuilt. It stands.")
    assert [sentence.text for sentence in found] == [
        "The facts:",
        "It fell on Monday.",
        "It was rebuilt.",
        "It stands.",
    ]
    assert [sentence.paragraph for sentence in found] == [0, 1, 2, 2]


WRAPPED = """Bridge falls in Lund

The old bridge over the river in Lund fell on Monday morning, when two
trucks were crossing it. Nobody was hurt, the mayor said at noon, and the
road will stay closed until the end of June.

An engineer had warned the city in 2019. "It was rust, and everybody who
looked could see it," she told a meeting. The city has ordered an
inquiry.
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            r"\* Halden bridge shut after crash \* Lorries sent by the coast road (Adds police quote) HALDEN, May 4"
            " (Reuters) - The bridge at Halden was shut on Monday.",
            {
                "Halden bridge shut after crash": SentenceKind.TITLE,
                "Lorries sent by the coast road": SentenceKind.BODY,
                "(Adds police quote)": SentenceKind.BOILERPLATE,
                "HALDEN, May 4 (Reuters) -": SentenceKind.DATELINE,
                "The bridge at Halden was shut on Monday.": SentenceKind.BODY,
            },
        ),
        (
            "The bridge was shut.\n\nThe inquiry found: • The bolts were old. • Nobody had looked at them.",
            {
                "The bridge was shut.": SentenceKind.BODY,
                "The inquiry found:": SentenceKind.BODY,
                "The bolts were old.": SentenceKind.BODY,
                "Nobody had looked at them.": SentenceKind.BODY,
            },
        ),
        (
            "The bridge was shut.\n\nNEW BRIDGE BY AUTUMN The council of Halden met on Monday.",
            {
                "The bridge was shut.": SentenceKind.BODY,
                "NEW BRIDGE BY AUTUMN": SentenceKind.BODY,
                "The council of Halden met on Monday.": SentenceKind.BODY,
            },
        ),
        (
            "The bridge was shut.\n\nShe read WAR AND PEACE. BBC NEWS AND THE OTHERS left.",
            {
                "The bridge was shut.": SentenceKind.BODY,
                "She read WAR AND PEACE.": SentenceKind.BODY,
                "BBC NEWS AND THE OTHERS left.": SentenceKind.BODY,
            },
        ),
        ("He rated it 4 * out of 5 and left.", {"He rated it 4 * out of 5 and left.": SentenceKind.BODY}),
        (
            "The firm (adds nothing to water) was fined.",
            {"The firm (adds nothing to water) was fined.": SentenceKind.BODY},
        ),
    ],
)
def test_items_of_a_list_and_notes_of_an_agency_that_run_into_the_text(
    text: str, wanted: dict[str, SentenceKind]
) -> None:
    assert {one.text: one.kind for one in split(Article("a", text))} == wanted


def test_hard_wrapped_lines_are_put_together() -> None:
    found = sentences(WRAPPED, title="Bridge falls in Lund")
    assert [" ".join(sentence.text.split()) for sentence in found] == [
        "Bridge falls in Lund",
        "The old bridge over the river in Lund fell on Monday morning, when two trucks were crossing it.",
        "Nobody was hurt, the mayor said at noon, and the road will stay closed until the end of June.",
        "An engineer had warned the city in 2019.",
        '"It was rust, and everybody who looked could see it," she told a meeting.',
        "The city has ordered an inquiry.",
    ]
    assert [sentence.paragraph for sentence in found] == [0, 1, 1, 2, 2, 2]


def test_lines_without_blank_lines_between_are_paragraphs() -> None:
    text = "The bridge fell on Monday.\nNobody was hurt, the mayor said.\nAn inquiry was ordered\nThe road is closed."
    assert [sentence.paragraph for sentence in sentences(text)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "below", ["Harbour Courier / Lund", "HARBOUR COURIER - South page", "by Anna Lund, Harbour News"]
)
def test_what_stands_below_the_headline_of_a_text_with_long_lines_is_no_part_of_it(below: str) -> None:
    story = (
        "The old bridge over the river fell on Monday morning, when two trucks were crossing it, and nobody was hurt."
    )
    text = f"Old bridge over the river falls in Lund at dawn\n{below}\n\n{story}\n\n{story}"
    assert sentences(text)[0].text == "Old bridge over the river falls in Lund at dawn"


def test_a_link_broken_over_lines_goes_on() -> None:
    text = "The bridge, built by\nan engineer from Oslo, fell on Monday."
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“It fell. We saw it. It was loud,” she said. Nobody spoke.", [False, True, True, False]),
        ('She said: "It fell. We saw it." Nobody spoke.', [False, True, False]),
        ("„Sie fiel. Wir sahen es“, sagte sie. Niemand sprach.", [False, True, False]),
        ("« Il est tombé. Nous l’avons vu », dit-elle. Rien de plus.", [False, True, False]),
        ("‘It fell. We saw it,’ she said. Nobody’s here.", [False, True, False]),
        ("``It fell. We saw it,'' she said. Nobody spoke.", [False, True, False]),
        ("It was the city's bridge. Nobody's bridge. The '90s.", [False, False, False]),
        ('The pipe is 12" wide. It broke. Nobody knew.', [False, False, False]),
        ("“It fell. We saw it.\n\nNobody spoke. It was late.", [False, True, False, False]),
        ("“One. He said ‘two. Three’ and left. Four,” she said. Five.", [False, True, True, True, False]),
    ],
)
def test_sentences_inside_a_quotation(text: str, quoted: list[bool]) -> None:
    assert [sentence.quoted for sentence in sentences(text)] == quoted


def test_the_outlet_at_the_end_is_no_sentence() -> None:
    assert kinds("The bridge fell on Monday.\nharbourchronicle")[-1] == ("boilerplate", "harbourchronicle")
    text = "The bridge fell on Monday.\nThe Daily Harbour Chronicle Online"
    assert kinds(text, publisher="The Daily Harbour Chronicle Online")[-1][0] == "boilerplate"
    assert kinds("The bridge fell on Monday.\nNobody was hurt.")[-1][0] == "body"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bridge falls in Lund\n\nThe bridge fell.", "Bridge falls in Lund"),
        ("Bridge falls in Lund\nThe bridge fell on Monday, the mayor said.", "Bridge falls in Lund"),
        ("Will the bridge in Lund be rebuilt?\nThe mayor does not know.", "Will the bridge in Lund be rebuilt?"),
        ("Share this story\nBridge falls in Lund\nThe bridge fell.", "Bridge falls in Lund"),
        ("4 May 2025\nBridge falls in Lund\nThe bridge fell.", "Bridge falls in Lund"),
        ("Share this story\nThe bridge in Lund fell on Monday.\nNobody was hurt.", None),
        ("The bridge in Lund fell on Monday, days ahead of its birthday.\nNobody was hurt.", None),
        ("LUND, May 4 (Northwire) - The bridge fell\nNobody was hurt.", None),
        ("Bridge falls in Lund", None),
        ("", None),
        (WRAPPED, "Bridge falls in Lund"),
        ("\n\nThe bridge over the river fell on Monday when two trucks were\ncrossing it, police said.\n", None),
    ],
)
def test_headlines_of_plain_text(text: str, title: str | None) -> None:
    assert headline(text) == title


def test_the_title_is_found_in_the_text() -> None:
    text = "Bridge falls in Lund\n\nThe bridge fell."
    assert kinds(text, title="Bridge Falls in Lund!")[0] == ("title", "Bridge falls in Lund")
    assert kinds(text, title="Another title")[0][0] != "title"


@given(st.text(alphabet=st.sampled_from("aB. “”\"'()!?\n-–:5Mr«»‘’…\t\r\u2028,US"), max_size=200))
def test_sentences_are_slices_in_order_and_leave_out_only_space_and_marks(text: str) -> None:
    found = sentences(text)
    position = 0
    for sentence in found:
        assert sentence.start >= position
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert not any(character.isalpha() and character not in "aB" for character in text[position : sentence.start])
        position = sentence.end
    assert not any(map(str.isalnum, text[position:]))


@pytest.mark.parametrize(
    "unit",
    ["a. ", "“", '"', "U.S. ", "By A ", "(AP Photo/", "NEW YORK ", "a\n", "the The ", "- ", "Photo: ", "...", "x" * 9],
)
def test_time_grows_linearly_with_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        started = time.process_time()
        sentences(text)
        return time.process_time() - started

    seconds(1_000)
    assert seconds(40_000) < 8 * 4 * max(seconds(5_000), 0.01), "eight times the text took more than 32 times as long"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("News  Sport  Weather\n\nThe bridge at Lund fell into the river on Monday.", "boilerplate body"),
        ("World | Business | Arts\n\nThe bridge at Lund fell into the river on Monday.", "boilerplate body"),
        (
            "The bridge at Lund fell into the river on Monday.\n\nMore on this story\n\nLund mourns",
            "body boilerplate boilerplate",
        ),
        ("Divers at the lock. Photograph: Ann Ito\n\nThe bridge at Lund fell on Monday.", "caption body"),
        ("Divers at the lock (Image: Lund Post)\n\nThe bridge at Lund fell on Monday.", "caption body"),
        (
            "^Bridge falls in Lund<\n^By ANN ITO=\n\nThe bridge at Lund fell into the river on Monday.",
            "title boilerplate body",
        ),
        ("BC-Bridge, 2nd Ld-Writethru,0281\n\nThe bridge at Lund fell into the river on Monday.", "boilerplate body"),
        # none of these
        ("Dead | injured\n\nThe bridge at Lund fell into the river on Monday.", "title body"),
        ("The bridge fell on Monday, he said.\n\nMore on this later, said the mayor of Lund.", "body body"),
        ("US-Lund: Bridge falls\n\nThe bridge at Lund fell into the river on Monday.", "title body"),
    ],
)
def test_what_stands_around_a_story(text: str, kinds: str) -> None:
    assert " ".join(one.kind.value for one in split(Article("a", text, language="en"))) == kinds
