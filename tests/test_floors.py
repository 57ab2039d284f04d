"""A floor that nobody falls below is no floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import _floors as floors


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        ({"f1": 0.9, "growth": 1.1, "part": {"f1": 0.5}}, []),
        ({"f1": 0.89}, ["speed.f1"]),
        ({"growth": 1.2}, ["speed.growth"]),
        ({"part": {"f1": 0.4}}, ["speed.part.f1"]),
        ({"unknown": 0.0}, []),
    ],
)
def test_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], figures: dict[str, object], wrong: list[str]
) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("[speed]\nf1 = 0.9\ngrowth = {max = 1.15}\n[speed.part]\nf1 = 0.5\n")
    assert floors.check("speed", figures, path=path) == bool(wrong)
    printed = capsys.readouterr().out
    assert all(name in printed for name in wrong)
