"""How far a day that a page or a dateline states bounds the days of a small folder."""

from __future__ import annotations

from datetime import date

from newsline.dates import span as spans
from newsline.model import Article, DateSignal, Dating
from newsline.pipeline import analyse
from newsline.publication.infer import date_articles


def dated(*articles: Article) -> dict[str, Dating]:
    return date_articles([analyse(one, "mdy") for one in articles], {})


def stated(day: date) -> tuple[DateSignal, ...]:
    return (DateSignal("json-ld", spans.day(day), day.isoformat()),)


HISTORY = "The quay was built in 1956 and raised in 1958. Nobody alive has seen the harbour freeze as it did then."


def test_a_page_that_recalls_old_years_keeps_its_day() -> None:
    found = dated(Article("quay.html", HISTORY, signals=stated(date(2011, 1, 12))))["quay.html"]
    assert found.published == spans.day(date(2011, 1, 12))
    assert (found.probability or 0) > 0.8


def test_a_page_that_was_moved_later_does_not_date_the_others() -> None:
    moved = Article(
        "moved.html",
        "Updated November 14, 2011 17:22\n\nThe inquiry into the flood of 13 January reported on Monday morning.",
        signals=stated(date(2016, 5, 1)),
    )
    other = Article("other.txt", "The flood of 13 January came in through a gate, the inquiry reported on Monday.")
    found = dated(moved, other)
    assert found["moved.html"].published == spans.day(date(2011, 11, 14))
    assert sum(share for day, share in found["other.txt"].days if day.year == 2016) < 0.2


def test_a_folder_that_only_recalls_an_old_year_may_be_of_today() -> None:
    found = dated(Article("rally.txt", "The oldest at the rally on Saturday was born in 1931."))["rally.txt"]
    assert found.published is None


def soon(text: str) -> float:
    """The probability of the two weeks from 8 September."""
    days = dated(Article("a.txt", text))["a.txt"].days
    return sum(share for day, share in days if 0 <= (day - date(day.year, 9, 8)).days < 14) / sum(
        share for _, share in days
    )


def test_a_day_that_is_told_with_its_weekday_is_just_past() -> None:
    text = "The mill at Orley opened in 2005. The owners sold it {}8 September. Four men had bid for it."
    assert soon(text.format("on Saturday, ")) > 2 * soon(text.format("on "))


def test_why_a_year_that_the_article_does_not_name_is_its_year() -> None:
    others = [Article(f"{n}.html", f"Mill {n} burned.", signals=stated(date(2011, 4, n + 1))) for n in range(5)]
    silent = Article("silent.txt", "The owners of the mill at Orley sold it on Saturday. It had stood empty since May.")
    why = [one.text for one in dated(*others, silent)["silent.txt"].evidence]
    assert "other articles of the folder are most likely of 2011" in why


def year_of(text: str, year: int) -> float:
    """The probability of a year, for a text that stands alone."""
    days = dated(Article("a.txt", text))["a.txt"].days
    return sum(share for day, share in days if day.year == year) / sum(share for _, share in days)


def test_the_year_of_a_copyright_line_is_that_of_the_article_or_a_later_one() -> None:
    text = "The mill at Orley burned down on Saturday. It was built in 2009."
    assert year_of(f"{text}\n\n(c) 2013 Orley Herald. All rights reserved.", 2013) > 0.4
    kept = f"{text}\n\n© 2021 Orley Herald"
    assert year_of(kept, 2010) > year_of(kept, 2022)
