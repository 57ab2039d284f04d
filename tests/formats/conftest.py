"""Headless Chromium, and the programs of others, for the tests that need them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsline.formats import render
from newsline.formats.view import View
from newsline.model import Timeline

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
PEERS = Path(__file__).parents[2] / ".venv" / "node" / "node_modules"


@pytest.fixture(scope="session")
def peer() -> Any:
    """Gives the path of a program of others, or skips."""

    def found(path: str) -> Path:
        if not (PEERS / path).exists():
            pytest.skip(f"{path.split('/dist')[0]} is not installed: run `make peers`")
        return PEERS / path

    return found


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    if not (CHROMIUM and DRIVER):
        pytest.skip("no Chromium here: apt-get install chromium chromium-driver")
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    profile = tmp_path_factory.mktemp("profile")
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    for flag in [*flags.split(), "--disable-component-update", "--disable-sync", f"--user-data-dir={profile}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    made = webdriver.Chrome(options=options, service=Service(DRIVER))
    made.set_script_timeout(60)
    yield made
    made.quit()


@pytest.fixture
def show(driver: Any, tmp_path: Path) -> Any:
    """Opens a timeline as a page and returns the browser; the page must load without a complaint."""

    def opened(timeline: Timeline, width: int = 1000, *, quotes: bool = False) -> Any:
        path = tmp_path / "page.html"
        path.write_text(render("html", timeline, View(quotes=quotes)), "utf-8")
        driver.set_window_size(width, 900)
        driver.get(path.as_uri())
        assert [entry for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")] == []
        return driver

    return opened


@pytest.fixture
def load(driver: Any, peer: Any, tmp_path: Path) -> Any:
    """Opens an empty page without any policy that runs a program of others."""

    def loaded(path: str) -> Any:
        page = tmp_path / "blank.html"
        address = peer(path).as_uri()
        page.write_text(
            '<!doctype html><meta charset="utf-8"><title>x</title><body><div id="here"></div>'
            f'<script src="{address}"></script>',
            "utf-8",
        )
        driver.set_window_size(1000, 900)
        driver.get(page.as_uri())
        driver.get_log("browser")
        return driver

    return loaded
