"""The page in headless Chromium."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from newsline.dates.span import day
from newsline.formats.words import plain
from newsline.model import Timeline
from tests.formats.samples import ARTICLES, HOSTILE, TIMELINE, event, hostile_timeline

SMALLEST_PICTURE, LARGEST_PICTURE = 20_000, 150_000
"""Bytes: less is an empty page, more is too much for a repository."""
SLOWEST_FILTER = 300
"""Milliseconds for one change of the filter with 1,000 events, on a machine that does other things too."""

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:selenium", "ignore::ResourceWarning")


def shown(driver: Any) -> list[str]:
    return list(driver.execute_script("return [...document.querySelectorAll('.event:not([hidden])')].map(e => e.id)"))


def choose(driver: Any, name: str, value: str) -> list[str]:
    """Sets a field of the filter, as a user does, and returns the ids of the events that remain."""
    driver.execute_async_script(
        """const field = document.getElementById('filter').elements[arguments[0]];
        field.value = arguments[1];
        field.dispatchEvent(new Event('input', {bubbles: true}));
        requestAnimationFrame(() => requestAnimationFrame(arguments[2]));""",
        name,
        value,
    )
    return shown(driver)


def test_the_filter_by_text_status_and_source(show: Any) -> None:
    page = show(TIMELINE)
    assert len(shown(page)) == 5
    assert choose(page, "text", "BRIDGE orsk") == ["e-00000002"]
    assert page.find_element("id", "count").text == "1 of 5 events"
    assert page.execute_script("return document.querySelectorAll('section[data-group]:not([hidden])').length") == 2
    assert len(choose(page, "text", "")) == 5
    assert choose(page, "status", "planned") == ["e-00000005"]
    assert choose(page, "status", "") != []
    number = page.execute_script(
        "return [...document.querySelectorAll('[name=source] option')].find(o => o.text === 'Harbour Post').value"
    )
    assert choose(page, "source", number) == ["e-00000002"]


def test_the_keyboard_reaches_everything(show: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    page = show(TIMELINE)
    body = page.find_element("tag name", "body")
    body.send_keys("/")
    assert page.switch_to.active_element.get_attribute("name") == "text"
    page.switch_to.active_element.send_keys("steel")
    page.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert page.switch_to.active_element.get_attribute("value") == ""
    assert len(shown(page)) == 5
    for _ in range(40):
        page.switch_to.active_element.send_keys(Keys.TAB)
        if page.switch_to.active_element.tag_name == "summary":
            break
    assert page.switch_to.active_element.tag_name == "summary"
    page.switch_to.active_element.send_keys(Keys.ENTER)
    assert page.execute_script("return document.activeElement.parentElement.open") is True


def test_the_reasons_show_the_phrase(show: Any) -> None:
    page = show(TIMELINE, quotes=True)
    marks = page.execute_script("return [...document.querySelectorAll('#e-00000002 mark')].map(m => m.textContent)")
    assert marks == ["on Sunday", "Sunday"]
    quote = page.execute_script("return document.querySelectorAll('#e-00000002 blockquote')[1].textContent")
    assert quote == "“On Sunday the old bridge collapsed.”"


def test_the_density_strip_leads_to_the_months(show: Any) -> None:
    page = show(TIMELINE)
    links = page.execute_script(
        "return [...document.querySelectorAll('#density a')].map(a => [a.getAttribute('href'), a.ariaLabel])"
    )
    assert links[0] == ["#e-00000002", "January 2031: 1 event"]
    assert len(links) == 3


def test_without_script_everything_can_be_read(show: Any) -> None:
    page = show(TIMELINE)
    page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.refresh()
        assert not page.find_element("id", "filter").is_displayed()
        assert page.find_element("id", "e-00000005").is_displayed()
        assert "A new bridge is to open." in page.find_element("id", "e-00000005").text
    finally:
        page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("quotes", [False, True])
def test_axe_finds_no_violation(show: Any, peer: Any, scheme: str, quotes: bool) -> None:
    axe = peer("axe-core/axe.min.js").read_text("utf-8")
    page = show(TIMELINE, quotes=quotes)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    page.execute_script(axe)
    result = page.execute_async_script("axe.run(document).then(arguments[0])")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert [(found["id"], [node["html"] for node in found["nodes"]][:2]) for found in result["violations"]] == []
    assert len(result["passes"]) > 10


def test_at_400_percent_nothing_is_cut_off(show: Any) -> None:
    long = event("00000009", day(date(2031, 1, 1)), "W" * 300 + " https://harbourpost.example/" + "x" * 200)
    page = show(replace(TIMELINE, events=(*TIMELINE.events, long)), 500, quotes=True)
    metrics = {"width": 320, "height": 256, "deviceScaleFactor": 1, "mobile": False}  # 1280 x 1024 at 400 %
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    sizes = page.execute_script("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert sizes[0] <= sizes[1]


def test_print_has_no_controls(show: Any) -> None:
    page = show(TIMELINE)
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    hidden = [not page.find_element("id", name).is_displayed() for name in ("filter", "density")]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert hidden == [True, True]


def test_a_thousand_events_stay_smooth(show: Any) -> None:
    events = tuple(
        event(f"{number:08x}", day(date(2029, 1, 1) + timedelta(days=number)), f"Shipment {number} reached the port.")
        for number in range(1000)
    )
    page = show(Timeline("Shipments", events, ARTICLES, ()))
    took = page.execute_async_script(
        """const field = document.getElementById('filter').elements.text;
        const begun = performance.now();
        field.value = '99';
        field.dispatchEvent(new Event('input', {bubbles: true}));
        requestAnimationFrame(() => requestAnimationFrame(() => arguments[0](performance.now() - begun)));"""
    )
    assert len(shown(page)) == sum("99" in f"Shipment {number} {day(date(2029, 1, 1))}" for number in range(1000))
    assert took < SLOWEST_FILTER


def test_hostile_text_is_text(show: Any) -> None:
    for text in HOSTILE:
        page = show(hostile_timeline(text), quotes=True)
        line = page.execute_script("return document.querySelector('.event p:nth-of-type(2)').firstChild.textContent")
        assert line.strip() == plain(text)
        tags = page.execute_script("return [...document.body.querySelectorAll('*')].map(e => e.tagName)")
        assert not {"IMG", "SVG", "svg", "IFRAME"} & set(tags)
        assert tags.count("SCRIPT") == 1


def test_the_policy_stops_what_might_slip_through(show: Any) -> None:
    page = show(TIMELINE)
    page.execute_script("document.body.insertAdjacentHTML('beforeend', '<p id=bad onclick=\"window.ran=1\">x</p>')")
    page.execute_script("document.getElementById('bad').click()")
    assert page.execute_script("return window.ran === undefined")
    assert any("Content Security Policy" in entry["message"] for entry in page.get_log("browser"))


def test_the_picture_in_the_readme(show: Any, tmp_path: Path) -> None:
    """Takes the picture; with NEWSLINE_PICTURE it is written there (`make picture`)."""
    from newsline.articles.read import read
    from newsline.pipeline import Options, build

    found = read([Path(__file__).parents[2] / "seeds"])
    page = show(build(found, Options(title="Kursk, August 2024 to May 2025")), 900)
    page.execute_script("document.querySelector('details').open = true")
    target = Path(os.environ.get("NEWSLINE_PICTURE", tmp_path / "page.png"))
    assert page.save_screenshot(str(target))
    assert SMALLEST_PICTURE < target.stat().st_size < LARGEST_PICTURE
