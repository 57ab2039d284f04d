"""The page, and what other programs of the web make of our diagrams, in headless Chromium.

Needs Debian's `chromium` and `chromium-driver`; what needs other programs too looks for them where `make peers` puts
them. Where something is missing its tests are skipped and say so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from newsline.dates.span import day
from newsline.formats import render
from newsline.formats.view import View
from newsline.formats.words import plain
from newsline.model import Factuality, Timeline
from tests.formats.samples import ARTICLES, HOSTILE, TIMELINE, event, hostile_timeline

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
PEERS = Path(__file__).parents[2] / ".venv" / "node" / "node_modules"
SMALLEST_PICTURE, LARGEST_PICTURE = 20_000, 150_000
"""Bytes: less is an empty page, more is too much for a repository."""
SLOWEST_FILTER = 300
"""Milliseconds for one change of the filter with 1,000 events, on a machine that does other things too."""

pytestmark = [
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no Chromium here: apt-get install chromium chromium-driver"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:selenium", "ignore::ResourceWarning"),
]


def peer(path: str) -> str:
    """The source of a program of others, or a skip."""
    found = PEERS / path
    if not found.exists():
        pytest.skip(f"{path.split('/dist')[0]} is not installed: run `make peers`")
    return found.read_text("utf-8")


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
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
def test_axe_finds_no_violation(show: Any, scheme: str, quotes: bool) -> None:
    axe = peer("axe-core/axe.min.js")
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


@pytest.fixture
def load(driver: Any, tmp_path: Path) -> Any:
    """Opens an empty page without any policy that runs a program of others."""

    def loaded(path: str) -> Any:
        peer(path)
        page = tmp_path / "blank.html"
        address = (PEERS / path).as_uri()
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


@pytest.fixture
def mermaid(load: Any) -> Any:
    page = load("mermaid/dist/mermaid.min.js")
    page.execute_script("mermaid.initialize({startOnLoad: false})")
    return page


def drawn(page: Any, diagram: str) -> dict[str, Any]:
    result: dict[str, Any] = page.execute_async_script(
        """const done = arguments[1];
        mermaid.render('d', arguments[0]).then(({svg}) => {
            const here = document.getElementById('here');
            here.innerHTML = svg;
            const tags = [...here.querySelectorAll('*')].map(e => e.tagName.toLowerCase());
            const texts = [...here.querySelectorAll('text')].map(
                t => [...t.querySelectorAll('tspan')].map(s => s.textContent).join(' '));
            done({tags, texts});
        }).catch(error => done({error: String(error)}));""",
        diagram,
    )
    assert "error" not in result, result
    return result


def test_mermaid_draws_the_timeline(mermaid: Any) -> None:
    texts = drawn(mermaid, render("mermaid", TIMELINE, View()))["texts"]
    squeezed = {" ".join(text.split()) for text in texts}
    assert {"2029", "early 2031", "5, 12 or 19 January 2031", "A new bridge is to open. [planned]"} <= squeezed


def test_mermaid_shows_hostile_text_as_text(mermaid: Any) -> None:
    for text in HOSTILE:
        result = drawn(mermaid, render("mermaid", hostile_timeline(text), View()))
        assert not {"script", "img", "a", "iframe", "foreignobject"} & set(result["tags"])
        everything = "".join("".join(result["texts"]).split())
        assert "".join(plain(text).split()) in everything


def test_timelinejs_accepts_its_json(load: Any) -> None:
    page = load("@knight-lab/timelinejs/dist/js/timeline.js")
    hostile = tuple(replace(hostile_timeline(text).events[0], id=f"e-{n}") for n, text in enumerate(HOSTILE))
    document = render("timelinejs", replace(TIMELINE, events=TIMELINE.events + hostile), View())
    headlines = page.execute_async_script(
        """const made = new TL.Timeline('here', JSON.parse(arguments[0]), {font: null, hash_bookmark: false});
        const texts = () => [...document.querySelectorAll('.tl-slide .tl-headline')].map(e => e.textContent);
        setTimeout(() => arguments[1](texts()), 1500);""",
        document,
    )
    found = {" ".join(text.split()) for text in headlines}
    assert "A new bridge is to open. [planned]" in found
    for text in HOSTILE:
        assert any(line.startswith(plain(text)) for line in found)
    assert page.execute_script("return document.querySelectorAll('#here script, #here [onerror]').length") == 0


def test_vis_timeline_shows_its_items(load: Any) -> None:
    page = load("vis-timeline/standalone/umd/vis-timeline-graph2d.min.js")
    events = tuple(
        replace(hostile_timeline(text).events[0], id=f"e-{number}", status=Factuality.HAPPENED, attributed_to=None)
        for number, text in enumerate(HOSTILE)
    )
    document = render("vis", replace(TIMELINE, events=events), View())
    shown_texts = page.execute_async_script(
        """const items = new vis.DataSet(JSON.parse(arguments[0]));
        const timeline = new vis.Timeline(document.getElementById('here'), items, {});
        const texts = () => [...document.querySelectorAll('.vis-item-content')].map(e => e.textContent);
        setTimeout(() => arguments[1](texts()), 500);""",
        document,
    )
    assert sorted(" ".join(text.split()) for text in shown_texts) == sorted(map(plain, HOSTILE))


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node.js here")
def test_markwhen_reads_its_events(tmp_path: Path) -> None:
    peer("@markwhen/parser/package.json")
    hostile = tuple(replace(hostile_timeline(text).events[0], id=f"e-{n}") for n, text in enumerate(HOSTILE))
    path = tmp_path / "timeline.mw"
    path.write_text(render("markwhen", replace(TIMELINE, events=TIMELINE.events + hostile), View()), "utf-8")
    script = f"""
        import {{ createRequire }} from "node:module";
        import {{ readFileSync }} from "node:fs";
        const {{ parse, iter, isEvent }} = createRequire({json.dumps(str(PEERS) + "/")})("@markwhen/parser");
        const found = parse(readFileSync({json.dumps(str(path))}, "utf-8"));
        const events = [...iter(found.events)].map(({{ eventy }}) => eventy).filter(isEvent);
        const text = (event) => [event.firstLine.restTrimmed, Object.keys(event.tags ?? {{}}).length];
        console.log(JSON.stringify(events.map(text)));
    """
    module = tmp_path / "read.mjs"
    module.write_text(script)
    done = subprocess.run(["node", str(module)], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    events = json.loads(done.stdout)
    assert len(events) == len(TIMELINE.events) + len(HOSTILE)
    lines = [" ".join(text.replace("\u2060", "").split()) for text, _ in events]
    assert lines[0].startswith("The council voted")
    for text, line in zip(HOSTILE, lines[len(TIMELINE.events) :], strict=True):
        assert plain(text) in line
