"""What the programs that we write for make of our output: Mermaid, TimelineJS, vis-timeline, markwhen."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from newsline.formats import render
from newsline.formats.view import View
from newsline.formats.words import plain
from newsline.model import Factuality
from tests.formats.samples import HOSTILE, TIMELINE, hostile_timeline

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:selenium", "ignore::ResourceWarning")


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
def test_markwhen_reads_its_events(peer: Any, tmp_path: Path) -> None:
    modules = peer("@markwhen/parser/package.json").parents[2]
    hostile = tuple(replace(hostile_timeline(text).events[0], id=f"e-{n}") for n, text in enumerate(HOSTILE))
    path = tmp_path / "timeline.mw"
    path.write_text(render("markwhen", replace(TIMELINE, events=TIMELINE.events + hostile), View()), "utf-8")
    script = f"""
        import {{ createRequire }} from "node:module";
        import {{ readFileSync }} from "node:fs";
        const {{ parse, iter, isEvent }} = createRequire({json.dumps(str(modules) + "/")})("@markwhen/parser");
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
