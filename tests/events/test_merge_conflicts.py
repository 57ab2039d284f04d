from __future__ import annotations

import pytest
from msgspec.structs import replace

from newsline.events.conflicts import number_conflicts, toll
from newsline.events.disputes import disputers, factuality_conflicts
from newsline.events.terms import numbers
from newsline.events.tokens import tokenize
from newsline.model import Factuality
from tests.events.telling import on, told

DAY = on(2019, 3, 4)


def telling(article, text, **more):
    return told(article, text, DAY, **more)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("12 killed in Harnvik", "13 killed in Harnvik"), "reports differ: 12 or 13 killed"),
        (("12 killed", "13 killed", "15 killed"), "reports differ: 12 or 13 or 15 killed"),
        (("12 killed", "130 killed"), "reports differ: 12 or 130 killed"),
        (("40 homes lost", "60 homes lost"), "reports differ: 40 or 60 homes"),
        (("at least 12 killed", "10 killed"), "reports differ: 10 or 12 killed"),
        (("about 500 homes lost", "700 homes lost"), "reports differ: 500 or 700 homes"),
    ],
)
def test_numbers_that_differ(texts, expected):
    mentions = [telling(f"{i}", text) for i, text in enumerate(texts)]
    (conflict,) = number_conflicts(mentions, {})
    assert (conflict.kind, conflict.text) == ("number", expected)
    assert len(conflict.articles) == len(texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("12 killed", "12 killed"),
        ("12 killed", "13 injured"),
        ("at least 12 killed", "13 killed"),
        ("up to 15 killed", "13 killed"),
        ("about 500 homes lost", "520 homes lost"),
        ("2 homes lost", "600 homes lost"),
        ("11 killed", "1300 killed"),
        ("118 homes lost", "120 homes lost"),
        ("12 killed", "Seven more, 7 more killed"),
        ("the toll rose to 22 killed", "24 killed"),
        ("between 40 and 60 homes were lost", "75 homes lost"),
    ],
)
def test_numbers_that_agree_or_count_other_things(texts):
    assert number_conflicts([telling(f"{i}", text) for i, text in enumerate(texts)], {}) == []


def test_what_a_headline_counts_is_as_exact_as_its_article():
    lead = telling("a", "at least 9 killed in Harnvik", sentence=2)
    assert number_conflicts([telling("a", "9 killed in Harnvik"), lead, telling("b", "15 killed")], {}) == []
    assert len(number_conflicts([telling("a", "9 killed in Harnvik"), telling("b", "15 killed")], {})) == 1


def test_an_article_that_counts_twice_is_not_held_against_others():
    mentions = [telling("a", "12 killed"), telling("a", "3 killed", sentence=2), telling("b", "12 killed")]
    assert number_conflicts(mentions, {}) == []


@pytest.mark.parametrize(
    ("text", "behind", "expected"),
    [
        ("40 homes lost", "40 homes lost, the district said; the fire service put the number at 27.", "27 or 40 homes"),
        ("40 homes lost", "40 homes lost on Monday; the district said that it knew of 52.", "40 or 52 homes"),
        ("3 killed", "3 killed, doctors said; an activist group spoke of ten dead.", "3 or 10 killed"),
        ("3 killed", "3 killed. The union puts the toll at five.", "3 or 5 killed"),
        ("3 killed", "3 killed, the ministry says. Doctors say that at least four people died.", "3 or 4 killed"),
        ("40 homes lost", "40 homes lost, or 52, depending on whom you ask.", "40 or 52 homes"),
        ("40 homes lost", "40 homes lost, rather than the 52 that the mayor had told of.", "40 or 52 homes"),
        ("40 homes lost", "40 homes lost, by the district's count; neighbours counted 52.", "40 or 52 homes"),
    ],
)
def test_one_report_gives_two_accounts(text, behind, expected):
    (conflict,) = number_conflicts([replace(telling("a", text), quote=behind)], {})
    assert conflict.text == f"reports differ: {expected}"
    assert conflict.articles == ("a",)


@pytest.mark.parametrize(
    "behind",
    [
        "3 killed, doctors said. The union puts the toll at three.",
        "3 killed, doctors said. The union spoke of a dark day.",
        "3 killed, doctors said. A survey put the number of unsafe houses at 4,000.",
        "3 killed, doctors said, in a bus or on the road.",
        "3 killed, doctors said, rather than go home.",
        "3 killed, doctors said. The rebels said eleven soldiers died.",
        "3 killed, doctors said. They reported five more dead on the road to Harnvik.",
        "3 killed, doctors said. Shares in the mine rose 1.5 per cent, and brokers said 4 per cent was likely.",
    ],
)
def test_what_is_no_second_account(behind):
    assert number_conflicts([replace(telling("a", "3 killed"), quote=behind)], {}) == []


def test_copies_cannot_disagree():
    assert number_conflicts([telling("a", "12 killed"), telling("b", "13 killed")], {"b": "a"}) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The rebels took the town, a claim denied by Norland.", ["Norland"]),
        ("It had won, an assertion flatly rejected by the Harnvik Council.", ["the Harnvik Council"]),
        ("The Ministry of Works has disputed that the dam was sound", ["The Ministry of Works"]),
        ("Tamm denied the report on Friday", ["Tamm"]),
        ("The claim was made by Norland", []),
        ("Norland rejected a bid for the port", []),
        ("A motion dismissed by judges", []),
    ],
)
def test_who_disputes(text, who):
    assert disputers(text) == who


def test_a_denied_claim_is_kept_with_who_denies_it():
    claim = telling("a", "Rebels took the town", speaker="the rebels")
    denial = telling("b", "Rebels took the town", factuality=Factuality.DENIED, speaker="Norland")
    (conflict,) = factuality_conflicts([claim, denial])
    assert (conflict.kind, conflict.text, conflict.articles) == ("factuality", "disputed by Norland", ("b",))


@pytest.mark.parametrize(
    ("claim", "denial", "disputes"),
    [
        ("Rebels captured the town of Harnvik", "Rebels had not taken Harnvik", True),
        ("Rebels captured the town of Harnvik", "Rebels had not spoken with the mayor of Harnvik", False),
        ("Norland banned pork from Sudmark", "Westmark had not banned pork", False),
        ("Tamm will step down before the vote of Harnvik", "Tamm will not stand in the vote of Harnvik", False),
    ],
)
def test_a_denial_of_another_thing_disputes_nothing(claim, denial, disputes):
    sides = [
        told("a", claim, on(2019, 3, 4)),
        told("b", denial, on(2019, 3, 4), factuality=Factuality.DENIED, speaker="Ito"),
    ]
    assert bool(factuality_conflicts(sides)) is disputes


def test_what_all_deny_is_no_conflict():
    assert factuality_conflicts([telling("b", "Rebels took the town", factuality=Factuality.DENIED)]) == []


def test_shares_in_words_and_sums_without_a_unit_are_compared():
    vote = [
        replace(telling(name, f"{n} per cent voted for it"), numbers=(n,)) for name, n in (("a", "72"), ("b", "78"))
    ]
    price = [replace(telling(name, "bought it"), numbers=(n,)) for name, n in (("a", "410000000"), ("b", "460000000"))]
    small = [replace(telling(name, "aged"), numbers=(n,)) for name, n in (("a", "58"), ("b", "61"))]
    assert [conflict.text for conflict in number_conflicts(vote, {})] == ["reports differ: 72% or 78%"]
    assert [conflict.text for conflict in number_conflicts(price, {})] == ["reports differ: 410 million or 460 million"]
    assert number_conflicts(small, {}) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("a quake of magnitude 6.8 shook Harnvik", "a 7.1-magnitude quake shook Harnvik"),
            ["reports differ: magnitude 6.8 or 7.1"],
        ),
        (("the tanker lost 10.92 million litres", "the tanker lost 11 million litres"), []),
        (("the tanker lost more than 200 million litres", "the tanker lost 206 million litres"), []),
        (("a house 42 miles from Harnvik burnt", "a house 50 miles from Harnvik burnt"), []),
        (("shares fell by 39 per cent", "79 per cent voted against the plan"), []),
        (("61 to 80 per cent voted against the plan", "75 per cent voted against the plan"), []),
        (("74 per cent of the crews voted for it", "80 per cent voted for it"), ["reports differ: 74% or 80%"]),
    ],
)
def test_what_numbers_say_of_one_thing(texts, expected):
    tokens = [tokenize(text, 0) for text in texts]
    mentions = [
        replace(telling(f"{i}", text), numbers=numbers(found))
        for i, (text, found) in enumerate(zip(texts, tokens, strict=True))
    ]
    assert [conflict.text for conflict in number_conflicts(mentions, {})] == expected


EARLY, LATER = {"a": on(2019, 3, 5), "b": on(2019, 3, 7)}, {"a": on(2019, 4, 20), "b": on(2019, 5, 7)}


def test_a_toll_that_rises_while_it_is_reported_is_no_conflict():
    mentions = [telling("a", "9 killed in Harnvik"), telling("b", "14 killed in Harnvik")]
    assert number_conflicts(mentions, {}, EARLY) == []
    assert list(toll(mentions, {}, EARLY)) == ["the number of killed rose from 9 to 14 from report to report"]


@pytest.mark.parametrize(
    ("texts", "published"),
    [
        (("14 killed in Harnvik", "9 killed in Harnvik"), EARLY),
        (("9 killed in Harnvik", "14 killed in Harnvik"), LATER),
        (("9 killed in Harnvik", "14 killed in Harnvik"), {}),
        (("40 homes lost in Harnvik", "60 homes lost in Harnvik"), EARLY),
    ],
    ids=["falls", "told long after", "nobody knows when", "no toll"],
)
def test_other_counts_that_differ_are_one(texts, published):
    mentions = [telling(name, text) for name, text in zip("ab", texts, strict=True)]
    assert len(number_conflicts(mentions, {}, published)) == 1
    assert list(toll(mentions, {}, published)) == []


def test_what_is_counted_beside_the_clause_counts():
    one = replace(telling("a", "Miners of Harnvik voted on the pay"), beside="In all, 72 per cent were against it.")
    other = telling("b", "nearly 78 per cent of the miners voted against it")
    other = replace(other, numbers=("78",))
    assert [conflict.text for conflict in number_conflicts([one, other], {})] == ["reports differ: 72% or 78%"]
    dead = telling("b", "the roof fell", quote="Eleven people died when the roof fell.")
    more = replace(telling("a", "the roof of the hall fell"), beside="Twelve people are known to have died.")
    assert [conflict.text for conflict in number_conflicts([dead, more], {})] == ["reports differ: 11 or 12 killed"]


def test_articles_that_count_twice_give_no_toll():
    mentions = [telling(name, text, sentence=n) for name in "ab" for n, text in enumerate(("9 killed", "2 killed"))]
    assert number_conflicts(mentions, {}, EARLY) == []
    assert list(toll(mentions, {}, EARLY)) == []
