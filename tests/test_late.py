"""Patterns that are compiled late match like others, and every one in the program can be compiled."""

from __future__ import annotations

import importlib
import pkgutil
import re

import newsline
from newsline import late as late_module
from newsline.late import late


def test_a_late_pattern_is_compiled_at_its_first_use_only() -> None:
    pattern = late(r"(\d+)-(\d+)", re.I)
    assert vars(pattern).keys() == {"_source", "_flags"}
    found = pattern.match("12-34")
    assert found is not None
    assert found.groups() == ("12", "34")
    assert pattern.search("a 1-2") is not None
    assert [match.start() for match in pattern.finditer("1-2 3-4")] == [0, 4]
    assert pattern.sub("x", "1-2") == "x"
    assert pattern.pattern == r"(\d+)-(\d+)"


def test_every_late_pattern_of_the_program_is_sound() -> None:
    sources = set()
    for module in pkgutil.walk_packages(newsline.__path__, "newsline."):
        if module.name.startswith(("newsline.articles.", "newsline.events.")):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, late_module._Late):
                    sources.add((value._source, value._flags))
    assert len(sources) > 10
    for source, flags in sources:
        re.compile(source, flags)
