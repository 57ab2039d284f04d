from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsline.dates.span import Precision, day, month
from newsline.events.merge import merge
from newsline.model import Factuality
from newsline.timeline.days import FEWEST_DAYS, FEWEST_OF_FEW, day_weights, days_written, important_days, suitable_days
from newsline.timeline.order import key, ordered
from newsline.timeline.rank import rank
from newsline.timeline.select import FEWEST_LINES, LEAST_SCORE, MORE_OF_A_DAY, Selection, select, suitable_length
from newsline.timeline.topic import Topic
from tests.events.telling import on, published, told

FIRST = date(2019, 3, 1)
SUBJECTS = [
    "The Harnvik dam burst above the lower town",
    "Mayor Ilse Tamm resigned over the budget",
    "Dockers in Sollum went on strike for higher wages",
    "Parliament passed the fisheries bill",
    "A freight train derailed near Ostra",
    "The Vestry theatre reopened its doors",
    "Doctors warned of a measles outbreak in Kelm",
    "Astronomers found a comet over Pendle",
]


def tell(article, number, when, **more):
    return told(article, SUBJECTS[number % len(SUBJECTS)], when, sentence=number, **more)


def events(*mentions, dates=None):
    datings = dates or {}
    return rank(merge(mentions, datings), datings)


def shown(found):
    return [event.text for event in found]


def test_order_is_first_day_then_coarse_before_fine():
    whole, first, second = month(2019, 3), on(2019, 3, 1), on(2019, 3, 2)
    found = events(tell("a", 0, second), tell("b", 1, first), tell("c", 2, whole))
    assert [event.span for event in ordered(found)] == [whole, first, second]


@given(st.permutations([None, "TMO", "T08:30", "TMI", "T12:45", "T15:30Z", "TEV", "T19:00", "TNI", "T23"]))
def test_order_within_a_day_is_that_of_its_hours(times):
    def at(time):
        precision = Precision.DAY if time is None else Precision.PART if time[1].isalpha() else Precision.MINUTE
        return replace(on(2019, 3, 1), precision=precision, time=time)

    found = ordered(event for n, time in enumerate(times) for event in events(tell(f"{n}", n % 8, at(time))))
    assert [event.span.time for event in found] == [
        None, "TMO", "T08:30", "TMI", "T12:45", "T15:30Z", "TEV", "T19:00", "TNI", "T23"
    ]  # fmt: skip


@given(st.permutations(range(6)))
def test_order_is_total(order):
    found = events(*(tell(f"{n}", n, on(2019, 3, 1 + n % 2)) for n in range(6)))
    assert ordered([found[i] for i in order]) == ordered(found)
    assert len({key(event) for event in found}) == len(found)


def test_limit_keeps_the_most_important():
    mentions = [tell(article, 0, on(2019, 3, 4)) for article in "abcd"] + [tell("e", 1, on(2019, 3, 5))]
    assert shown(select(events(*mentions), Selection(limit=1))) == [SUBJECTS[0]]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (date(2019, 3, 5), None, [1, 2]),
        (None, date(2019, 3, 5), [0, 1]),
        (date(2019, 3, 5), date(2019, 3, 5), [1]),
        (date(2020, 1, 1), None, []),
    ],
)
def test_since_and_until_are_included(since, until, expected):
    found = events(*(tell(f"{n}", n, on(2019, 3, 4 + n)) for n in range(3)))
    assert shown(select(found, Selection(since=since, until=until))) == [SUBJECTS[n] for n in expected]


def test_a_month_that_reaches_into_the_time_asked_for_is_in():
    found = events(tell("a", 0, month(2019, 3)))
    assert len(select(found, Selection(since=date(2019, 3, 20)))) == 1


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (("harnvik",), [0]),
        (("TAMM", "dock"), [1, 2]),
        (("fisheries  bill",), [3]),
        (("arn",), []),
        ((" ",), [0, 1, 2, 3]),
    ],
)
def test_about_is_any_of_several_in_any_case(about, expected):
    found = events(*(tell(f"{n}", n, on(2019, 3, 4 + n)) for n in range(4)))
    assert shown(select(found, Selection(about=about))) == [SUBJECTS[n] for n in expected]


def test_about_looks_at_the_whole_quote():
    quote = SUBJECTS[1] + ", which the Brackley inquiry had shown to be wrong"
    found = events(tell("a", 1, on(2019, 3, 4), quote=quote))
    assert len(select(found, Selection(about=("brackley",)))) == 1


def test_min_sources_counts_articles():
    found = events(tell("a", 0, on(2019, 3, 4)), tell("b", 0, on(2019, 3, 4)), tell("c", 1, on(2019, 3, 5)))
    assert shown(select(found, Selection(min_sources=2))) == [SUBJECTS[0]]


def test_days_are_those_that_most_articles_name():
    mentions = [tell(f"{n}", n, on(2019, 3, 4)) for n in range(4)] + [tell("x", 5, on(2019, 3, 9))]
    found = select(events(*mentions), Selection(days=1))
    assert {event.span for event in found} == {on(2019, 3, 4)}


def test_a_day_that_no_article_names_gives_way():
    mentions = [tell(f"{n}", n, on(2019, 3, 4), lead=True) for n in range(4)] + [tell("x", 5, on(2019, 3, 9))]
    assert shown(select(events(*mentions), Selection(days=1))) == [SUBJECTS[5]]


def test_a_day_still_named_later_matters_more():
    mentions = [tell("a", 0, on(2019, 3, 4)), tell("b", 1, on(2019, 3, 6))]
    dates = {"a": published("a", on(2019, 3, 4)), "b": published("b", on(2019, 5, 1))}
    weights = day_weights(events(*mentions, dates=dates), dates)
    assert weights[date(2019, 3, 6)] > weights[date(2019, 3, 4)]


def test_events_without_a_day_have_no_place_among_days():
    found = events(tell("a", 0, month(2019, 3)), tell("b", 1, on(2019, 3, 9)))
    assert shown(select(found, Selection(days=5))) == [SUBJECTS[1]]


def test_lines_per_day():
    found = events(*(tell(f"{n}", n, on(2019, 3, 4 + n // 4)) for n in range(8)))
    per_day = select(found, Selection(per_day=2))
    assert [event.span.first.day for event in per_day] == [4, 4, 5, 5]


def test_what_was_told_the_day_before_is_not_told_again():
    again = [told("a", SUBJECTS[0], on(2019, 3, 4)), told("b", SUBJECTS[0], on(2019, 3, 5))]
    assert len(select(events(*again))) == 1
    later = [told("a", SUBJECTS[0], on(2019, 3, 4)), told("b", SUBJECTS[0], on(2019, 6, 5))]
    assert len(select(events(*later))) == 2


PLAN = "Jan Ito of the dockers union announced a vigil with candles in the old harbour for the evening"
REPORT = "Sollum police cleared the harbour, where a vigil against the new tariff had begun"


@pytest.mark.parametrize(
    ("article", "text", "when", "lines"),
    [
        ("b", REPORT, on(2019, 3, 9), 1),
        ("a", REPORT, on(2019, 3, 9), 2),
        ("b", REPORT, on(2019, 3, 19), 2),
        ("b", "Snow fell on the harbour", on(2019, 3, 9), 2),
        ("b", SUBJECTS[6], on(2019, 3, 9), 2),
    ],
)
def test_a_plan_of_whose_day_others_report_is_not_told(article, text, when, lines):
    plan = told("a", PLAN, on(2019, 3, 9), factuality=Factuality.PLANNED)
    found = [*events(plan), *events(told(article, text, when, sentence=3))]
    assert len(select(found)) == lines


def test_two_days_of_one_sentence_are_both_told():
    sentence = "Jan Ito was arrested in Aldane on Monday and charged on Friday with murder"
    first = told("a", sentence[:41], on(2019, 3, 4), quote=sentence)
    second = replace(told("a", sentence, on(2019, 3, 8)), sentence=1)
    assert len(shown(select(events(first, second)))) == 2


def test_one_line_is_not_told_of_two_days():
    sentence = "Handed over to Aldane in March, Jan Ito was freed on Friday by a court in Norham"
    own = replace(told("a", sentence[:30], on(2019, 3, 4), quote=sentence), line=(0, len(sentence)))
    main = replace(told("a", sentence, on(2019, 3, 8)), sentence=1)
    assert shown(select(events(own, main))) == [sentence]


def test_weak_events_are_left_out_unless_a_length_is_asked_for():
    weak = told("a", "it was said to", on(2019, 3, 4), sentence=40, fitness=0.0)
    found = events(weak, tell("b", 1, on(2019, 3, 9)))
    assert min(event.score for event in found) < LEAST_SCORE
    assert len(select(found)) == 1
    assert len(select(found, Selection(limit=5))) == 2


def test_a_headline_gives_way_to_the_dated_sentence_below_it():
    headline = told("a", "Ruin in the valley", on(2019, 3, 5), lead=True)
    story = told("a", SUBJECTS[0], on(2019, 3, 4), sentence=1)
    assert shown(select(events(headline, story))) == [SUBJECTS[0]]
    assert len(select(events(headline, told("b", SUBJECTS[0], on(2019, 3, 4), sentence=1)))) == 2


@pytest.mark.parametrize(
    ("text", "article", "span", "written", "lines"),
    [
        ("The Brackley dam above Harnvik burst in March", "b", month(2019, 3), on(2019, 6, 1), 1),
        ("The Brackley dam above Harnvik burst in March", "b", month(2019, 3), None, 2),
        ("The Brackley dam above Harnvik burst in March", "a", month(2019, 3), on(2019, 6, 1), 2),
        ("The Brackley dam above Harnvik burst in April", "b", month(2019, 4), on(2019, 6, 1), 2),
        ("Ilse Tamm of Sollum resigned in March over the budget", "b", month(2019, 3), on(2019, 6, 1), 2),
    ],
)
def test_what_others_tell_with_its_day_is_not_told_of_its_month(text, article, span, written, lines):
    fine = told("a", "The old Brackley dam gave way above the town of Harnvik on Monday", on(2019, 3, 4))
    coarse = told(article, text, span, sentence=3)
    dates = {"a": published("a", on(2019, 3, 5)), article: published(article, written)}
    dates["a"] = published("a", on(2019, 3, 5))
    found = [*rank(merge([fine], dates), dates), *rank(merge([coarse], dates), dates)]
    assert len(select(found, None, dates)) == lines


def invented(number):
    """A line that shares few words with others."""
    letters = Random(number)
    return "The " + " ".join("".join(letters.choices("abdeiklmnorstu", k=7)) for _ in range(7))


def test_a_large_folder_gets_a_length_that_suits_it():
    mentions = [
        told(f"{n:03}", invented(n * 3 + k), day(FIRST + timedelta(days=n % 60)), sentence=k)
        for n in range(100)
        for k in range(3)
    ]
    found = select(events(*mentions))
    assert 10 <= len(found) <= suitable_length(100)
    per_day = [event.span.first for event in found]
    assert max(per_day.count(one) for one in per_day) <= 3


@pytest.mark.parametrize(("told_of", "expected"), [(5, 5), (70, 70), (90, FEWEST_LINES)])
def test_a_few_long_articles_are_told_whole(told_of, expected):
    days = (FIRST + timedelta(days=7 * n) for n in range(told_of))
    found = events(*(told(f"{n % 3}", invented(n), day(one), sentence=n % 9) for n, one in enumerate(days)))
    assert len(select(found)) == expected


def large_folder(*more):
    """Forty articles, each with a line of a day of its own, and what else is told."""
    return events(*(told(f"{n:03}", invented(n), day(FIRST + timedelta(days=n))) for n in range(40)), *more)


def test_a_large_folder_tells_of_no_exact_day_what_several_articles_tell():
    one, two = (told(name, SUBJECTS[0], month(2019, 3), sentence=1) for name in ("000", "001"))
    assert SUBJECTS[0] not in shown(select(large_folder(one)))
    assert SUBJECTS[0] in shown(select(large_folder(one, two)))


def test_a_further_line_of_a_day_has_to_be_good():
    first = told("000", invented(0), day(FIRST))
    weak = told("001", SUBJECTS[2], day(FIRST), sentence=60)
    found = large_folder(first, weak)
    scores = {event.text: event.score for event in found}
    assert LEAST_SCORE < scores[SUBJECTS[2]] < MORE_OF_A_DAY
    assert SUBJECTS[2] not in shown(select(found))
    alone = [event for event in found if event.text != invented(0)]
    assert SUBJECTS[2] in shown(select(alone))


def test_a_day_counts_whoever_tells_its_event_whatever_the_words():
    about = Topic(("harnvik",))
    mentions = [tell("a", 0, on(2019, 3, 4)), tell("b", 0, on(2019, 3, 4), quote="The dam burst above the lower town")]
    found = [event for event in events(*mentions) if about.in_event(event)]
    both = day_weights(found, {})[date(2019, 3, 4)]
    assert both > day_weights(events(mentions[0]), {})[date(2019, 3, 4)]


def test_suitable_days_are_those_that_enough_articles_name():
    weights = {FIRST + timedelta(days=n): 9.0 / (n + 1) ** 0.5 for n in range(300)}
    assert FEWEST_DAYS <= suitable_days(weights, 10_000) < suitable_days(weights, 100) < 300
    assert len(important_days(weights, 10)) == 10


@pytest.mark.parametrize(
    ("written", "expected"), [(0, FEWEST_DAYS), (12, FEWEST_OF_FEW), (17, 17), (90, FEWEST_DAYS), (900, 45)]
)
def test_a_folder_gets_the_more_days_the_longer_its_matter_goes_on(written, expected):
    days = [FIRST + timedelta(days=n) for n in range(written)]
    assert suitable_days({FIRST: 0.1}, 1000, days) == expected


def test_articles_are_written_on_days_that_are_known_and_asked_for():
    spans = {"a": on(2019, 3, 4), "b": on(2019, 3, 30), "c": on(2020, 3, 4), "d": month(2019, 7)}
    dates = {name: published(name, span) for name, span in spans.items()}
    known = {date(2019, 3, 4), date(2019, 3, 30), date(2020, 3, 4)}
    assert days_written(dates) == known
    assert days_written(dates, since=date(2019, 3, 5)) == known - {date(2019, 3, 4)}
    assert days_written(dates, since=date(2019, 4, 1), until=date(2019, 12, 1)) == frozenset()
    assert days_written({}) == frozenset()


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 20)), max_size=15), st.integers(0, 5), st.integers(1, 4))
def test_what_was_asked_for_is_never_exceeded(tellings, limit, days):
    found = events(*(tell(f"{n:02}", number, day(FIRST + timedelta(days=d))) for n, (number, d) in enumerate(tellings)))
    assert len(select(found, Selection(limit=limit))) <= limit
    chosen = select(found, Selection(days=days, per_day=1))
    assert len(chosen) == len({event.span.first for event in chosen}) <= days
    assert set(chosen) <= set(found)


def test_one_line_is_not_printed_for_two_dates():
    line = "In March the council closed the Harnvik dam and in October sold its wheels"
    found = events(told("a", line, on(2019, 3, 1)), replace(told("a", line, on(2019, 10, 9)), sentence=1))
    assert [event.text for event in select(found)] == [line]


@pytest.mark.parametrize(
    ("plan", "report", "lines"),
    [
        ("A verdict is expected in Norham", "The runner Tobias Renke was banned for four years", 1),
        ("A decision is due in Norham", "The labour court refused to forbid the walkout of Sollum dockers", 1),
        ("A concert is planned in Norham", "The labour court refused to forbid the walkout of Sollum dockers", 2),
        ("A verdict is expected in Norham", "The Vestry theatre reopened its doors", 2),
    ],
)
def test_a_decision_that_was_awaited_is_overtaken_by_what_was_decided(plan, report, lines):
    awaited = told("a", plan, on(2019, 3, 8), factuality=Factuality.PLANNED)
    decided = told("b", report, on(2019, 3, 8))
    assert len(select(events(awaited, decided))) == lines
    assert len(select(events(awaited, replace(decided, article="a", sentence=4)))) == 2
