"""Copies that agencies sell: one voice, whatever was cut or changed in them."""

from __future__ import annotations

import random

from newsline.events.copies import COMMON, copies

WORDS = "harbour storm council mayor ferry bridge flood vote market school rescue engine crew signal tower".split()


def report(seed: int, words: int = 120) -> list[str]:
    """The words of a report; another seed has other words in another order."""
    dice = random.Random(seed)
    return [f"{dice.choice(WORDS)}{dice.randint(0, 99)}" for _ in range(words)]


def test_a_cut_copy_and_an_edited_one_are_of_the_longest() -> None:
    whole = report(1)
    edited = [*whole[:50], "of", "the", "port", *whole[53:]]
    texts = {"b": " ".join(whole[:90]), "a": " ".join([*whole, "More", "on", "page", "five"]), "c": " ".join(edited)}
    assert copies(texts) == {"b": "a", "c": "a"}


def test_letters_beyond_ascii_and_case_do_not_matter() -> None:
    words = [f"Öl{word}é" for word in report(2)]
    assert copies({"a": " ".join(words), "b": "; ".join(words).upper(), "c": " ".join(report(3))}) == {"b": "a"}


def test_reports_that_share_a_quotation_are_two() -> None:
    quotation = report(4, 40)
    texts = {name: " ".join([*report(seed), *quotation, *report(seed + 10)]) for name, seed in (("a", 5), ("b", 6))}
    assert copies(texts) == {}


def test_short_texts_and_boilerplate_propose_nothing() -> None:
    assert copies({"a": "too short to tell", "b": "too short to tell", "c": ""}) == {}
    common = report(7, 30)
    texts = {f"{n:03}": " ".join([*common, *report(100 + n)]) for n in range(COMMON + 20)}
    assert copies(texts) == {}
