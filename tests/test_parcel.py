"""What a file gave, as bytes and back."""

from __future__ import annotations

import zlib

import pytest

from newsline.events.copies import sample
from newsline.model import Article, Skipped
from newsline.parcel import Head, Parcel, Result, fronts, pack, unpack
from newsline.pipeline import analyse

TEXT = (
    "The ferry to Torbeg ran aground on 4 May 2017. Nobody was hurt, the harbour office said, and it sailed on Friday."
)


def results() -> list[Result]:
    return [analyse(Article("a.txt", TEXT, title="Aground"), "mdy"), Skipped("b.txt", "empty")]


def test_results_come_back_as_they_were() -> None:
    assert unpack(pack(results())) == results()
    assert Parcel.received(pack(results())).opened() == results()
    assert Parcel.of(results()).closed() == pack(results())


def test_what_stands_in_front_is_read_without_the_rest() -> None:
    head, skipped = fronts(pack(results()))
    assert isinstance(head, Head)
    assert (head.article.id, head.article.title, head.article.characters) == ("a.txt", "Aground", len(TEXT))
    assert head.sample == sample(TEXT)
    assert skipped == Skipped("b.txt", "empty")
    assert Parcel.of(results()).fronts == [head, skipped]


@pytest.mark.parametrize(("given", "there"), [(results(), True), (results()[1:], False), ([], False)])
def test_a_parcel_knows_whether_it_has_an_article(given: list[Result], there: bool) -> None:
    assert Parcel.of(given).has_article is there
    assert Parcel.received(pack(given)).has_article is there


@pytest.mark.parametrize("place", [0, 6, 20, -1])
def test_damage_anywhere_is_seen_before_anything_is_read(place: int) -> None:
    blob = bytearray(pack(results()))
    blob[place] ^= 1
    with pytest.raises(zlib.error):
        Parcel.received(bytes(blob))
    with pytest.raises(zlib.error):
        Parcel.received(b"")
