"""In which years the articles of a large folder lie."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.analysis import Analysis
from newsline.articles.sentences import split
from newsline.dates.tag import tag
from newsline.model import Article
from newsline.publication import cases
from newsline.publication.infer import date_articles


def analysis(text: str, name: str) -> Analysis:
    article = Article(name, text)
    sentences = split(article)
    return Analysis(article, sentences, tag(text, sentences), ())


def year_share(days: tuple[tuple[date, float], ...], year: int) -> float:
    return sum(share for day, share in days if day.year == year) / sum(share for _, share in days)


def test_a_year_that_some_articles_recall_is_not_a_year_of_the_folder() -> None:
    dated = [analysis(f"March {1 + n % 28}, 2015. Gate {n} of the canal was mended.", f"d{n}.txt") for n in range(45)]
    recalling = [analysis(f"Gate {n} had not been mended since the flood of 1998.", f"r{n}.txt") for n in range(15)]
    found = date_articles([*dated, *recalling], {})
    assert all(year_share(found[one.article.id].days, 2015) > 0.5 for one in recalling)


def test_a_few_articles_that_state_another_year_keep_it() -> None:
    many = [analysis(f"March {1 + n % 28}, 2015. Gate {n} of the canal was mended.", f"d{n}.txt") for n in range(60)]
    late = analysis("MILBURY, January 9, 2016 (Wire) - The canal froze over.", "late.txt")
    found = date_articles([*many, late], {})
    assert year_share(found["late.txt"].days, 2016) > 0.9


def test_articles_that_are_worked_on_a_few_at_a_time_have_the_same_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [
        analysis(f"March {1 + n % 28}, 2015. Gate {n % 9} of the canal was mended.", f"d{n}.txt") for n in range(40)
    ]
    told = [analysis(f"Gate {n % 9} of the canal was mended on Monday.", f"u{n}.txt") for n in range(20)]
    found = date_articles([*many, *told], {})
    monkeypatch.setattr(cases, "CELLS", 1)
    assert date_articles([*many, *told], {}) == found
