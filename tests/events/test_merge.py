from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsline.dates.span import month, one_of
from newsline.events.merge import merge
from newsline.model import Factuality
from tests.events.telling import on, published, told

DAM = "The Brackley dam burst above Harnvik, flooding the lower town"
DAM_AGAIN = "Water flooded the lower town of Harnvik after the Brackley dam burst"
MAYOR = "Mayor Ilse Tamm of Sollum resigned over the inquiry"


def texts(event):
    return sorted(mention.text for mention in event.mentions)


def test_two_tellings_of_one_day_are_one_event():
    (event,) = merge([told("a", DAM, on(2019, 3, 4)), told("b", DAM_AGAIN, on(2019, 3, 4))], {})
    assert texts(event) == sorted([DAM, DAM_AGAIN])
    assert any("2 tellings in 2 articles" in reason for reason in event.why)


def test_two_things_of_one_day_stay_two():
    assert len(merge([told("a", DAM, on(2019, 3, 4)), told("b", MAYOR, on(2019, 3, 4))], {})) == 2


def test_different_days_never_merge():
    assert len(merge([told("a", DAM, on(2019, 3, 4)), told("b", DAM, on(2019, 3, 5))], {})) == 2


def test_clauses_of_one_sentence_stay_apart():
    first = told("a", DAM, on(2019, 3, 4))
    second = told("a", DAM_AGAIN, on(2019, 3, 4))
    assert len(merge([first, second], {})) == 2


def test_undated_mentions_tell_no_event():
    assert merge([told("a", DAM, None)], {}) == ()


def test_a_set_of_days_is_narrowed_by_a_telling_that_names_one():
    mondays = one_of([on(2019, 3, 4), on(2019, 3, 11), on(2019, 3, 18)])
    (event,) = merge([told("a", DAM, mondays), told("b", DAM_AGAIN, on(2019, 3, 11))], {})
    assert event.span == on(2019, 3, 11)
    assert any("narrowed" in reason and "11 March 2019" in reason and "b" in reason for reason in event.why)


def test_two_sets_keep_what_they_have_in_common():
    some = one_of([on(2019, 3, 4), on(2019, 3, 11)])
    others = one_of([on(2019, 3, 11), on(2019, 3, 18)])
    (event,) = merge([told("a", DAM, some), told("b", DAM_AGAIN, others)], {})
    assert event.span == on(2019, 3, 11)


def test_a_month_is_narrowed_to_a_day_of_it():
    (event,) = merge([told("a", DAM, month(2019, 3)), told("b", DAM_AGAIN, on(2019, 3, 11))], {})
    assert event.span == on(2019, 3, 11)


def test_a_lead_may_tell_of_the_day_before():
    (event,) = merge([told("a", DAM, on(2019, 3, 5), lead=True), told("b", DAM_AGAIN, on(2019, 3, 4))], {})
    assert event.span == on(2019, 3, 4)


def test_a_lead_must_be_the_more_alike_to_tell_of_the_day_before():
    trees = "Brackley pupils planted forty young lime trees downtown before their concert"
    storms = "Storms flooded cellars, shops, stables, sheds, offices and one bakery of the old Brackley quarter"
    lead = told("a", trees, on(2019, 3, 5), lead=True)
    assert len(merge([lead, told("b", storms, on(2019, 3, 5))], {})) == 1
    assert len(merge([lead, told("b", storms, on(2019, 3, 4))], {})) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two warders were stabbed in Brackley", "A knife hurt two warders of Brackley"),
        ("The governor of Harnvik was sworn in", "Harnvik saw the inauguration of its governor"),
        ("The port of Brackley went bankrupt", "The insolvency of the port of Brackley was declared"),
    ],
)
def test_outlets_have_several_words_for_what_happens(one, other):
    assert len(merge([told("a", one, on(2019, 3, 5)), told("b", other, on(2019, 3, 5))], {})) == 1


def test_a_lead_never_tells_of_the_day_after():
    assert len(merge([told("a", DAM, on(2019, 3, 4), lead=True), told("b", DAM_AGAIN, on(2019, 3, 5))], {})) == 2


def test_from_afar_fewer_words_in_common_are_enough():
    short = "Brackley is what engineers still discuss whenever concrete ages badly"
    other = "Since the Brackley dam failed every district downstream paid higher insurance"
    late = {key: published(key, on(2021, 6, 1)) for key in "ab"}
    near = {key: published(key, on(2019, 4, 1)) for key in "ab"}
    mentions = [told("a", short, month(2019, 3)), told("b", other, month(2019, 3))]
    crowd = [told("c", f"Item{n} about topic{n}".title(), month(2019, 3), sentence=n) for n in range(40)]
    late_events, near_events = merge([*mentions, *crowd], late), merge([*mentions, *crowd], near)
    assert [len(event.mentions) for event in late_events if event.article == "a"] == [2]
    assert [len(event.mentions) for event in near_events if event.article == "a"] == [1]


def test_one_article_seldom_tells_a_thing_twice():
    storms = "Storms flooded cellars, shops, stables, sheds, offices and one bakery of the old Brackley quarter"
    first = told("a", storms, on(2019, 3, 4), sentence=3)
    trees = "Brackley pupils planted forty young lime trees downtown before their concert"
    second = told("a", trees, on(2019, 3, 4), sentence=5)
    crowd = [told("c", f"Item{n} about topic{n}".title(), on(2019, 3, 4), sentence=n) for n in range(4)]
    apart = merge([first, second, *crowd], {})
    joined = merge([first, replace(second, article="b"), *crowd], {})
    assert [len(event.mentions) for event in apart if event.article == "a"] == [1, 1]
    assert [len(event.mentions) for event in joined if event.article == "a"] == [2]


def test_what_one_article_tells_of_one_person_is_not_one_event():
    questioned = told("a.txt", "Oskar Venn was questioned in Norham about letters", on(2019, 5, 4), sentence=4)
    released = told("a.txt", "Oskar Venn went home by train after midnight", on(2019, 5, 4), sentence=6)
    elsewhere = told("b.txt", "Oskar Venn went home by train after midnight", on(2019, 5, 4), sentence=6)
    assert len(merge([questioned, released], {})) == 2
    assert len(merge([questioned, elsewhere], {})) == 1


def test_a_correction_wins_over_another_day():
    wrong = told("a", DAM, on(2019, 3, 4))
    right = told("b", DAM, on(2019, 3, 5), quote="Correction: an earlier version gave another day. " + DAM)
    (event,) = merge([wrong, right], {})
    assert event.span == on(2019, 3, 5)
    assert "corrected from 4 March 2019 to 5 March 2019" in event.why


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((Factuality.PLANNED, Factuality.HAPPENED), Factuality.HAPPENED),
        ((Factuality.PLANNED, Factuality.CANCELLED), Factuality.CANCELLED),
        ((Factuality.PLANNED, Factuality.POSSIBLE), Factuality.PLANNED),
        ((Factuality.DENIED, Factuality.DENIED), Factuality.DENIED),
        ((Factuality.ONGOING, Factuality.HAPPENED), Factuality.HAPPENED),
    ],
)
def test_status_of_a_merged_event(kinds, expected):
    mentions = [told(f"{i}", DAM, on(2019, 3, 4), factuality=kind) for i, kind in enumerate(kinds)]
    (event,) = merge(mentions, {})
    assert event.status is expected


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        (("the ministry", "the ministry"), "the ministry"),
        (("the ministry", None), None),
        (("Tamm", "the ministry", "the ministry"), "the ministry"),
        ((None, None), None),
    ],
)
def test_attributed_only_where_every_telling_is(speakers, expected):
    mentions = [told(f"{i}", DAM, on(2019, 3, 4), speaker=speaker) for i, speaker in enumerate(speakers)]
    (event,) = merge(mentions, {})
    assert event.attributed_to == expected


def test_a_plan_and_its_report():
    plan = told("a", "The Harnvik bridge will open to traffic", on(2019, 3, 18), factuality=Factuality.PLANNED)
    report = told("b", "The Harnvik bridge opened to traffic", on(2019, 3, 18))
    (event,) = merge([plan, report], {})
    assert event.status is Factuality.HAPPENED
    assert "a plan in one telling, reported as done in another" in event.why


@pytest.mark.parametrize(
    ("written", "expected"), [(on(2019, 3, 12), Factuality.PLANNED), (on(2019, 3, 20), Factuality.HAPPENED)]
)
def test_what_is_told_of_a_month_before_the_day_of_the_plan_reports_nothing(written, expected):
    plan = told("a", "The Harnvik bridge will open to traffic", on(2019, 3, 18), factuality=Factuality.PLANNED)
    other = told("b", "The opening of the Harnvik bridge to traffic", month(2019, 3))
    (event,) = merge([plan, other], {"b": published("b", written)})
    assert (event.span, event.status) == (on(2019, 3, 18), expected)


def test_reports_that_give_different_days_know_of_each_other():
    first, second = merge([told("a", DAM, on(2019, 3, 4)), told("b", DAM, on(2019, 3, 5))], {})
    for event in (first, second):
        (conflict,) = event.conflicts
        assert conflict.kind == "date"
        assert conflict.articles == ("a", "b")
        assert "4 March 2019 (a) or 5 March 2019 (b)" in conflict.text


def test_one_article_with_two_days_tells_two_events():
    first, second = merge([told("a", DAM, on(2019, 3, 4)), told("a", DAM, on(2019, 3, 5), sentence=3)], {})
    assert first.conflicts == second.conflicts == ()


@given(st.permutations(range(6)))
def test_the_order_of_the_mentions_does_not_matter(order):
    mentions = [
        told("a", DAM, on(2019, 3, 4)),
        told("b", DAM_AGAIN, month(2019, 3)),
        told("c", MAYOR, on(2019, 3, 9)),
        told("d", MAYOR, on(2019, 3, 9), lead=True),
        told("e", DAM, on(2019, 3, 6)),
        told("f", DAM_AGAIN, one_of([on(2019, 3, 4), on(2019, 3, 11)])),
    ]
    assert merge([mentions[i] for i in order], {}) == merge(mentions, {})


@given(st.lists(st.tuples(st.sampled_from([DAM, DAM_AGAIN, MAYOR]), st.integers(1, 28)), max_size=12))
def test_every_mention_is_in_one_event_and_allowed_by_its_date(tellings):
    mentions = [told(f"{i:02}", text, on(2019, 3, day)) for i, (text, day) in enumerate(tellings)]
    events = merge(mentions, {})
    assert sorted(m.article for event in events for m in event.mentions) == [m.article for m in mentions]
    assert len({event.id for event in events}) == len(events)
    for event in events:
        assert all(mention.span == event.span for mention in event.mentions)


def test_copies_are_one_voice():
    claims = [
        told("a", DAM, on(2019, 3, 4), speaker="the operator"),
        told("b", DAM, on(2019, 3, 4), speaker="the operator"),
    ]
    (event,) = merge(claims, {}, {"b": "a"})
    assert "b is a copy of a and counts once with it" in event.why


def test_ids_do_not_depend_on_other_events():
    alone = merge([told("a", DAM, on(2019, 3, 4))], {})
    beside = merge([told("a", DAM, on(2019, 3, 4)), told("b", MAYOR, on(2019, 5, 1))], {})
    assert alone[0].id in {event.id for event in beside}
    assert alone[0].id.startswith("e-")
    assert len(alone[0].id) == 10


def test_a_year_far_back_costs_no_more_than_a_day():
    span = month(1900, 1)
    assert merge([told("a", DAM, span)], {})[0].span.first == date(1900, 1, 1)


def test_late_last_week_and_a_day_of_it_are_two_dates_in_one_article():
    late = replace(on(2019, 3, 8), last=date(2019, 3, 10)).approximately()
    assert len(merge([told("a", DAM, late), told("a", DAM_AGAIN, on(2019, 3, 10), sentence=1)], {})) == 2
    assert len(merge([told("a", DAM, late), told("b", DAM_AGAIN, on(2019, 3, 10))], {})) == 1


def test_what_several_tell_of_a_month_from_afar_is_what_several_tell_of_its_day():
    crowd = [
        told(f"x{n}", f"Mayor number {'abcdefghij'[n]} of Sollum opened a school", on(2019, 3, 9)) for n in range(9)
    ]
    exact = [told(name, "The Brackley dam burst and flooded Harnvik", on(2019, 3, 4)) for name in "abc"]
    vague = [told(name, "Harnvik lost its lower quarter after weeks of rain", month(2019, 3)) for name in "def"]
    datings = {name: published(name, on(2020, 2, 1)) for name in "def"}
    datings |= {name: published(name, on(2019, 3, 5)) for name in "abc"}
    merged = merge([*crowd, *exact, *vague], datings)
    flood = next(event for event in merged if event.span == on(2019, 3, 4))
    assert {mention.article for mention in flood.mentions} == set("abcdef")
