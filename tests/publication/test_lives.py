"""Ages that tell the day or the year of an article."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.model import Article
from newsline.pipeline import analyse
from newsline.publication import lives
from newsline.publication.undated import date_undated


def _spans(text: str) -> list[tuple[str, str]]:
    return [(str(date.fromordinal(a)), str(date.fromordinal(b))) for clue in lives.clues(text) for a, b in clue.spans]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Ola Venn, born on 4 May 1931, turns 80 next week.", "2011-04-25", "2011-05-01"),
        ("Ola Venn was born in March 1940 in Ord. She was 72.", "2012-03-01", "2013-03-30"),
        ("Aged 72, he died at home. He was born in 1940.", "2012-01-01", "2013-12-30"),
        ("Nelson Mandela spent his 94th birthday on Wednesday at Qunu.", "2012-07-18", "2012-07-24"),
        ("Emperor Akihito's 63rd birthday was yesterday.", "1996-12-24", "1996-12-24"),
        ("Fidel Castro turned 90 on Saturday.", "2016-08-13", "2016-08-19"),
        ("Angela Merkel turned sixty last week.", "2014-07-20", "2014-07-27"),
    ],
)
def test_ages(text: str, first: str, last: str) -> None:
    assert (first, last) in _spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ola Venn, born on 4 May 1931, painted harbours.",
        "Ola Venn was born in 1931, Ira Molt was born in 1940. He was 72.",  # whose age?
        "Nelson Mandela turned 200 pages.",
        "Nelson Mandela spent his 60th birthday, in 1978, in prison.",
        "Ada Mandela spent her 94th birthday at Qunu.",
        "Angela Merkel turned to her guests.",
        "Ola Venn, born on 31 June 1931, turns 80.",  # no such day
    ],
)
def test_no_ages(text: str) -> None:
    assert not _spans(text)


def test_an_article_is_not_of_the_year_of_a_birth() -> None:
    text = "The painter Ola Venn, born on 4 May 1931, shows her harbours until June."
    assert date_undated([analyse(Article("a.txt", text), "mdy")], {})["a.txt"].published is None
