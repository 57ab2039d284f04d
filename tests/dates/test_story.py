"""Bare dates of texts that tell their own years."""

from __future__ import annotations

from datetime import date

import pytest

from newsline.dates import span as spans
from newsline.dates.resolve import resolve
from newsline.dates.tag import tag_text

SIEGE = (
    "The siege of Karsk began on 14 September 1939. The first assault, on 16 September, failed. The city fell on 28 "
    "September. In October 1939 a governor was named; in January he moved his seat. A rising broke out on 3 March 1941 "
    "and was put down by April. Two years later the front returned: from 28 December to 4 January the suburbs burned."
)


def told(text: str, day: date | None, language: str = "en") -> list[str]:
    anchor = spans.day(day) if day else None
    return [item.value for item in resolve(tag_text(text, language=language), anchor)]


@pytest.mark.parametrize("day", [date(2010, 5, 1), date(1999, 12, 31), None])
def test_a_history_counts_from_the_dates_it_has_told(day: date | None) -> None:
    assert told(SIEGE, day) == [
        "1939-09-14", "1939-09-16", "1939-09-28", "1939-10", "1940-01", "1941-03-03", "1941-04", "1943", "1943-12-28",
        "1944-01-04",
    ]  # fmt: skip


def test_two_dates_with_their_year_make_a_story_where_nothing_speaks_of_today() -> None:
    text = "The rising began on 24 April 1916. On 26 April a gunboat came; by the 28th the hall burned. It ended on 29 "
    text += "April 1916. In December the prisoners came home. The following year they won a seat, in October two more."
    assert told(text, date(2013, 3, 22)) == [
        "1916-04-24", "1916-04-26", "1916-04-28", "1916-04-29", "1916-12", "1917", "1917-10",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was born on 2 May 1944 and married on 3 June.", ["1944-05-02", "1944-06-03"]),
        ("It ran from 20 November 1931 and was shut in February.", ["1931-11-20", "1932-02"]),
        ("Founded on 2 May 1944, the mill will close in June.", ["1944-05-02", "2010-06"]),
        ("The mill was founded on 2 May 1944. It was sold in March.", ["1944-05-02", "2010-03"]),
        ("The new dam will open in autumn 2031, as the council decided in March.", ["2031-FA", "2010-03"]),
        (
            "It opened on 12 June 2004, burned on 3 May 2005 and moved on 2 April 2007. On Tuesday it shut. The owner "
            "bought it in March.",
            ["2004-06-12", "2005-05-03", "2007-04-02", "2010-04-27", "2010-03"],
        ),
    ],
)
def test_news_counts_from_its_own_day_but_for_the_years_of_a_sentence(text: str, expected: list[str]) -> None:
    assert told(text, date(2010, 5, 1)) == expected


def test_german_histories_too() -> None:
    text = (
        "Die Stadt fiel am 14. September 1939. Am 3. Oktober 1939 kam er. Er floh am 5. Mai 1940 und starb im August."
    )
    assert told(text, date(2010, 5, 1), "de") == ["1939-09-14", "1939-10-03", "1940-05-05", "1940-08"]


def test_seasons_and_years_told_alone_make_a_story_too() -> None:
    text = "In the spring of 1658 it crossed the ice, and on 11 February it stood here. In 1712 the walls were razed. "
    text += "In June the stones were sold. On 30 May 2008 a stone was unveiled."
    assert told(text, date(2024, 3, 2)) == ["1658-SP", "1658-02-11", "1712", "1712-06", "2008-05-30"]
    years = (
        "She was born in 1920. In 1938 she moved to Oslo. In March she wed. They parted in 1946, and she died in 1999."
    )
    assert told(years, date(2024, 5, 2)) == ["1920", "1938", "1938-03", "1946", "1999"]
    news = years + " Her house was sold last week."
    assert told(news, date(2024, 5, 2))[2] == "2024-03"


def test_what_happened_is_not_counted_from_a_plan() -> None:
    text = "He was booked on Thursday. A hearing was set for Aug. 29. They heard shouts two nights earlier."
    assert told(text, date(2024, 8, 15)) == ["2024-08-15", "2024-08-29", "2024-08-13"]
    assert (
        told("The trial opens on Aug. 29. The verdict will come two weeks later.", date(2024, 8, 15))[1] == "2024-09-12"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May 2012 he was held. In October he was freed. By March he was ill.", ["2012-05", "2012-10", "2013-03"]),
        ("He was jailed in May 2012. The law came in October.", ["2012-05", "2023-10"]),
        ("In May 2012 he was jailed. He wed twice. In October he was freed.", ["2012-05", "2023-10"]),
        ("In 1997 he moved to Rome. In January he took up painting.", ["1997", "1997-01"]),
        ("On Tuesday he wept. In 1997 he moved to Rome. In January he painted.", ["2024-05-07", "1997", "2024-01"]),
        ("On Tuesday he wept. In June 1997 he left. In July he was back.", ["2024-05-07", "1997-06", "1997-07"]),
        ("He enlisted in August 1914. By October he was at sea, and on 1 June he drowned.",
         ["1914-08", "1914-10", "1915-06-01"]),
        ("Since June 1997 he has lived in Rome. In January he wed.", ["1997-06", "2024-01"]),
        ("In June 1997 he left. In July he will be back.", ["1997-06", "2024-07"]),
    ],
)  # fmt: skip
def test_a_passage_of_the_past_goes_on_at_the_head_of_its_sentences(text: str, expected: list[str]) -> None:
    assert told(text, date(2024, 5, 9)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The report came out on 2 June 2022. She resigned on 10 June.", ["2022-06-02", "2022-06-10"]),
        ("He left on 22 June 2017. His rival was sworn in on 19 June.", ["2017-06-22", "2017-06-19"]),
        (
            "In November 2022 the rules were changed. She applied, but withdrew on 7 December.",
            ["2022-11", "2022-12-07"],
        ),
        ("In November 2022 the rules were changed. She applied on 7 March.", ["2022-11", "2024-03-07"]),
        ("In March 2011 it went public. It was sued and broke ground in April.", ["2011-03", "2024-04"]),
        ("He left on 22 June 2017. His rival was sworn in on 19 March.", ["2017-06-22", "2024-03-19"]),
        ("In 2022 the rules were changed. She applied, but withdrew on 7 March.", ["2022", "2024-03-07"]),
        ("In November 2022 the rules were changed. She will apply on 7 December.", ["2022-11", "2024-12-07"]),
    ],
)
def test_a_day_near_what_the_sentence_before_tells_with_its_year_is_of_that_year(
    text: str, expected: list[str]
) -> None:
    assert told(f"On Tuesday he spoke. {text}", date(2024, 5, 9))[1:] == expected
