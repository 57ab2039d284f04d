"""Days and months that are told together, and those that are not."""

from __future__ import annotations

import pytest

from tests.events.analysing import FILLER, dated

CASES = [
    ("The council met on Friday and Saturday in Aldane.", ["2023-11-10/2023-11-11"]),
    ("The council met on Friday and on Saturday.", ["2023-11-10/2023-11-11"]),
    ("Brandt was questioned in Aldane on Sunday night and Monday.", ["2023-11-12/2023-11-13"]),
    ("Crowds gathered in Aldane in May and June.", ["2023-05/2023-06"]),
    ("The ferry sailed on Saturday and Monday.", ["2023-11-11"]),
    ("Votes were held in Aldane in May and September.", ["2023-05"]),
    ("Thousands marched on Friday and on Saturday the council resigned.", ["2023-11-10", "2023-11-11"]),
    ("Two men died on Friday and a third on Saturday.", ["2023-11-10", "2023-11-11"]),
]


@pytest.mark.parametrize(("sentence", "spans"), CASES)
def test_what_adjoins_is_one_date(sentence: str, spans: list[str]) -> None:
    found = [mention for mention in dated(f"{FILLER}\n\n{sentence}", "2023-11-15") if mention.expression]
    assert [str(mention.span) for mention in found] == spans
    assert all(mention.expression and mention.expression.text in sentence for mention in found)
