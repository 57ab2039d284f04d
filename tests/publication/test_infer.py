"""Dating small folders of invented articles."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from newsline.analysis import Analysis
from newsline.articles.sentences import split
from newsline.dates import span as spans
from newsline.dates.span import Precision, Span
from newsline.dates.tag import tag
from newsline.model import Article, DatedFrom, DateSignal, Dating
from newsline.publication.infer import date_articles
from newsline.spread import FEWEST, PART
from tests.benchmarks._generate import articles


def analysis(text: str, name: str = "a.txt", *signals: DateSignal) -> Analysis:
    article = Article(name, text, signals=signals)
    sentences = split(article)
    return Analysis(article, sentences, tag(text, sentences), ())


def dated(text: str, *signals: DateSignal) -> Dating:
    return date_articles([analysis(text, "a.txt", *signals)], {})["a.txt"]


def signal(kind: str, day: date) -> DateSignal:
    return DateSignal(kind, spans.day(day), day.isoformat())


HARBOUR = """The harbour board of Wexmouth closed the eastern quay on Tuesday after divers found cracks in 14 piles.
Engineer Maud Perrin told the Wexmouth Gazette on Tuesday evening that the Aldersey ferry would berth elsewhere.
The last inspection was in March 2016, and the board promised a report."""
HARBOUR_TOO = """Cracks in 14 piles have shut the eastern quay at Wexmouth, the harbour board said on Tuesday.
The Aldersey ferry has to berth elsewhere, according to engineer Maud Perrin, who spoke to the Wexmouth Gazette."""


def test_every_article_gets_a_dating_and_nothing_told_is_nothing_said() -> None:
    found = date_articles([analysis("The tower has eleven floors and no lift.", "tower.txt")], {})
    assert found["tower.txt"].published is None
    assert found["tower.txt"].source is DatedFrom.NONE
    assert found["tower.txt"].evidence


@pytest.mark.parametrize(
    "text",
    [
        "WEXMOUTH, March 9, 2017 (Harbour Wire) - The board closed the quay after divers found cracks.",
        "Thursday 9 March 2017 17.37 GMT\nThe board closed the quay after divers found cracks.",
        "Board closes quay\nPublished: 9 March 2017 10:15\nThe board closed the quay after divers found cracks.",
    ],
)
def test_a_date_line_dates_the_article(text: str) -> None:
    found = dated(text)
    assert found.published == spans.day(date(2017, 3, 9))
    assert found.source is DatedFrom.DATELINE


def test_metadata_and_file_names_are_named_as_the_source() -> None:
    assert dated(HARBOUR, signal("json-ld", date(2017, 3, 15))).source is DatedFrom.METADATA
    assert dated(HARBOUR, signal("filename", date(2017, 3, 15))).source is DatedFrom.FILENAME


def test_what_the_user_gives_wins_over_everything() -> None:
    given = Span(date(2003, 5, 1), date(2003, 5, 3), Precision.DAY)
    found = date_articles([analysis(HARBOUR, "a.txt", signal("url", date(2017, 3, 15)))], {"a.txt": given})["a.txt"]
    assert (found.published, found.source, found.probability) == (given, DatedFrom.GIVEN, 1.0)


@pytest.mark.parametrize("kind", ["front-matter", "json-ld", "field"])
def test_a_stated_day_stands_though_the_article_retells_an_older_one(kind: str) -> None:
    later = (
        "The eastern quay at Wexmouth opened again on Monday.\nOn 6 December 2016 the harbour board had shut it after "
        "divers found cracks in 14 piles, engineer Maud Perrin told the Wexmouth Gazette, and the Aldersey ferry had "
        "to berth elsewhere."
    )
    told = [
        analysis(HARBOUR, "a.txt", signal(kind, date(2016, 12, 6))),
        analysis(HARBOUR_TOO, "b.txt", signal(kind, date(2016, 12, 7))),
        analysis(later, "c.txt", signal(kind, date(2017, 6, 20))),
    ]
    alone, beside = dated(later, signal(kind, date(2017, 6, 20))), date_articles(told, {})["c.txt"]
    assert (beside.published, beside.source) == (spans.day(date(2017, 6, 20)), DatedFrom.METADATA)
    assert beside.probability == pytest.approx(alone.probability, abs=0.02)


def test_weak_metadata_lose_against_the_text_and_the_conflict_is_told() -> None:
    text = """SELBURY, June 12, 2019 (Moor Wire) - The viaduct reopened on Wednesday, June 12, 2019.
    Repairs had begun on Monday, May 6, 2019, and ended on June 7, 2019, the county said."""
    found = dated(text, signal("properties", date(2011, 2, 3)))
    assert found.published == spans.day(date(2019, 6, 12))
    assert any("against this" in reason.text and "2011" in reason.text for reason in found.evidence)


def test_weekday_and_day_fix_the_year() -> None:
    found = dated(
        "The strike, now in its third year since 2015, goes on. It is to end on Friday, June 9, the union said."
    )
    assert found.days
    likeliest = max(found.days, key=lambda pair: pair[1])[0]
    assert likeliest.year == 2017


def test_reports_of_one_event_share_the_day_that_one_of_them_is_given() -> None:
    articles = [analysis(HARBOUR, "a.txt"), analysis(HARBOUR_TOO, "b.txt")]
    alone = date_articles(articles, {})
    assert alone["b.txt"].published is None or not alone["b.txt"].published.is_day
    told = date_articles(articles, {"a.txt": spans.day(date(2016, 10, 4))})
    likeliest = max(told["b.txt"].days, key=lambda pair: pair[1])[0]
    assert abs((likeliest - date(2016, 10, 4)).days) <= 1
    assert any("a.txt" in reason.text for reason in told["b.txt"].evidence)


def test_a_wrong_neighbour_does_not_move_a_dateline() -> None:
    articles = [
        analysis("WEXMOUTH, October 4, 2016 (Harbour Wire) - " + HARBOUR_TOO, "a.txt"),
        analysis(HARBOUR, "b.txt"),
    ]
    found = date_articles(articles, {"b.txt": spans.day(date(2016, 12, 20))})
    assert found["a.txt"].published == spans.day(date(2016, 10, 4))


def test_incoming_presidents_bound_the_time() -> None:
    found = dated("President-elect Joe Biden met the mayors on Sunday. The talks in December 2020 had failed.")
    assert found.days
    inside = sum(share for day, share in found.days if date(2020, 11, 3) <= day <= date(2021, 1, 20))
    assert inside > 0.9


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [
        analysis(HARBOUR, "a.txt"),
        analysis(HARBOUR_TOO, "b.txt"),
        analysis("On May 3, 2016 it rained.", "c.txt"),
    ]
    assert {k: str(v.published) for k, v in date_articles(articles, {}).items()} == {
        k: str(v.published) for k, v in date_articles(articles[::-1], {}).items()
    }


def test_probabilities_are_a_distribution() -> None:
    found = dated("WEXMOUTH, March 14, 2017 (Harbour Wire) - The board closed the quay. It is to open again on May 2.")
    assert 0.9 < sum(share for _, share in found.days) <= 1.001
    assert [day for day, _ in found.days] == sorted(day for day, _ in found.days)


def test_numpy_is_not_loaded_where_every_day_is_given() -> None:
    code = """
import sys
from datetime import date
from newsline.dates.span import day
from newsline.analysis import Analysis
from newsline.model import Article
from newsline.pipeline import survey
analysis = Analysis(Article("a.txt", "The quay is shut."), (), (), ())
for given in ({"a.txt": day(date(2017, 3, 9))}, {}):
    survey([analysis], given)
    print("numpy" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False", "True"]


def test_any_number_of_processes_finds_the_same_dates() -> None:
    analyses = [analysis(text, name) for name, text in articles(2 * FEWEST + PART // 2)]
    alone = date_articles(analyses, {})
    assert date_articles(analyses, {}, 2) == alone
    assert len({dating.published for dating in alone.values()}) > 1
