"""Web pages: the text without the page around it, and every place that tells a date with its own signal."""

from __future__ import annotations

import pytest

from newsline.articles.draft import Draft
from newsline.articles.readers.html import article_of_page, read_html

BODY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The old bridge over the river in Lund fell on Monday morning, when two lorries were crossing it.",
        "Nobody was hurt, the mayor said at noon, and the road will stay closed until the end of June.",
        "An engineer had warned the city in 2019 &amp; again in 2021, according to minutes of the council.",
    )
)
NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
FOOTER = "<footer><p>All rights reserved. <time datetime='1999-01-01'>1999</time></p></footer>"


def page(head: str = "", body: str = "", lang: str = "en") -> Draft:
    markup = (
        f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'>{head}</head><body>{NAVIGATION}"
        f"<article><h1>Bridge falls in Lund</h1>{body}{BODY}</article>{FOOTER}</body></html>"
    )
    (draft,) = read_html(markup.encode(), "a.html")
    return draft


def signals(draft: Draft) -> dict[str, str]:
    return {signal.signal: str(signal.span) for signal in draft.signals}


def linked(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


def test_the_text_is_the_article_with_its_headline() -> None:
    draft = page()
    assert draft.title == "Bridge falls in Lund"
    assert draft.text.startswith("Bridge falls in Lund\n\nThe old bridge")
    assert draft.text.count("Bridge falls in Lund") == 1
    assert "2019 & again" in draft.text
    assert "Home" not in draft.text
    assert "All rights" not in draft.text
    assert signals(draft) == {}


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (linked('{"@type": "NewsArticle", "datePublished": "2025-05-04T22:00:00-07:00"}'), {"json-ld": "2025-05-04"}),
        (linked('{"@type": "NewsArticle", "dateCreated": "2025-05"}'), {"json-ld": "2025-05"}),
        (
            linked('{"@graph": [{"@type": "WebSite"}, {"@type": ["ReportageNewsArticle"],'
                   ' "datePublished": "2025-05-04",'
                   ' "dateModified": "2025-05-06"}]}'),
            {"json-ld": "2025-05-04", "modified": "2025-05-06"},
        ),
        (linked('[{"@type": "BlogPosting", "datePublished": "2025-05-04"}]'), {"json-ld": "2025-05-04"}),
        (linked('{"@type": "WebPage", "datePublished": "2025-05-04"}'), {"json-ld": "2025-05-04"}),
        (linked("<!-- {\"@type\": \"Article\", \"datePublished\": \"2025-05-04\"} -->"), {"json-ld": "2025-05-04"}),
        (linked("{not json"), {}),
        (linked('{"@type": "Organization", "foundingDate": "1901-01-01"}'), {}),
        ("<meta property='article:published_time' content='2025-05-04T10:00:00Z'>", {"meta": "2025-05-04"}),
        ("<meta name='DC.date.issued' content='2025-05-04'>", {"meta": "2025-05-04"}),
        ("<meta name='parsely-pub-date' content='2025-05-04T10:00:00Z'>", {"meta": "2025-05-04"}),
        ("<meta name='sailthru.date' content='Sun, 04 May 2025 10:00:00 +0000'>", {"meta": "2025-05-04"}),
        ("<meta itemprop='datePublished' content='2025-05-04'>", {"meta": "2025-05-04"}),
        ("<meta property='article:modified_time' content='2025-05-06'>", {"modified": "2025-05-06"}),
        ("<link rel='canonical' href='https://harbour.example/2025/05/04/bridge'>", {"url": "2025-05-04"}),
        ("<meta property='og:url' content='https://harbour.example/2025/may/04/bridge'>", {"url": "2025-05-04"}),
    ],
)  # fmt: skip
def test_each_place_in_the_head_has_its_signal(head: str, expected: dict[str, str]) -> None:
    assert signals(page(head)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<time datetime='2025-05-04T10:00:00Z'>yesterday</time>", {"time": "2025-05-04"}),
        ("<time>4 May 2025</time>", {"time": "2025-05-04"}),
        ("<span itemprop='datePublished'>May 4, 2025</span>", {"time": "2025-05-04"}),
        ("<time class='updated' datetime='2025-05-06'>6 May</time>", {}),
        (
            "<time datetime='2025-05-05'></time><time itemprop='datePublished' datetime='2025-05-04'></time>",
            {"time": "2025-05-04"},
        ),
        ("<aside><time datetime='2025-05-01'>1 May</time></aside>", {}),
        ("<p>The bridge was opened on 4 May 1932.</p>", {}),
    ],
)  # fmt: skip
def test_time_elements(body: str, expected: dict[str, str]) -> None:
    assert signals(page(body=body)) == expected


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        (
            "<title>Bridge falls | The Harbour</title><meta property='og:site_name' content='The Harbour'>",
            "Bridge falls in Lund", "The Harbour",
        ),
        ("<meta property='og:title' content='Bridge falls &amp; closes'>", "Bridge falls & closes", None),
        (
            linked('{"@type":"NewsArticle","headline":"Old bridge falls","publisher":{"name":"Harbour"}}'),
            "Old bridge falls", "Harbour",
        ),
    ],
)  # fmt: skip
def test_title_and_publisher(head: str, title: str, publisher: str | None) -> None:
    draft = page(head)
    assert (draft.title, draft.publisher) == (title, publisher)


def test_a_headline_behind_a_section_and_a_date_is_not_repeated() -> None:
    markup = (
        f"<html><body><article><p>World</p><p>4 May 2025</p><h1>Bridge falls in Lund</h1>{BODY}</article></body></html>"
    )
    text = article_of_page(markup).text
    assert text.startswith("Bridge falls in Lund\n\n")
    assert text.count("Bridge falls in Lund") == 1


def test_language() -> None:
    assert page(lang="en-GB").language == "en"
    assert page(lang="").language is None


def test_a_page_that_keeps_its_text_in_json_ld() -> None:
    body = " ".join(f"The council met on day {n} and spoke about the bridge." for n in range(30))
    draft = page(linked('{"@type": "NewsArticle", "articleBody": "' + body + '"}'))
    assert "day 29" in draft.text


def test_declared_encodings() -> None:
    markup = f"<html><head><meta charset='iso-8859-1'><title>x</title></head><body><p>Brücke. {BODY}</p></body></html>"
    (draft,) = read_html(markup.encode("latin-1"), "a.html")
    assert "Brücke" in draft.text


def test_broken_and_hostile_markup() -> None:
    deep = "<div>" * 200 + BODY
    assert "old bridge" in article_of_page(f"<html><body>{deep}").text
    scripted = f"<html><body><script>document.write('evil')</script><p onclick='evil()'>{BODY}</p></body></html>"
    assert "evil" not in article_of_page(scripted).text
    assert "old bridge" in article_of_page(f"<?xml version='1.0' encoding='utf-8'?><html><body>{BODY}").text
