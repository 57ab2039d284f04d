"""Web pages: the text without the page around it, and every place that tells a date with its own signal."""

from __future__ import annotations

import pytest

from newsline.articles.draft import Draft, NoArticle
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


GRAPH = (
    '{"@graph": [{"@type": "NewsArticle", "headline": "Bridge falls in Lund", "publisher": {"@id": "#us"}},'
    ' {"@type": "Organization", "@id": "#us"%s}]}'
)


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (linked(GRAPH % ', "name": "The Harbour"'), "The Harbour"),  # described elsewhere, as WordPress does
        (linked(GRAPH % ""), None),  # an address is no name
        (linked('{"@type": "NewsArticle", "publisher": "https://harbour.example/"}'), None),
        ("<title>Bridge falls in Lund | The Harbour</title>", "The Harbour"),
        ("<title>Bridge falls in Lund | World | The Harbour</title>", "The Harbour"),
        ("<title>Bridge falls in Lund - by Ann Kerr - Harbour Letters</title>", "Harbour Letters"),
        (
            linked('{"@type": "NewsArticle", "publisher": {"name": "The Harbour",}, "keywords": ["a", "b",],}'),
            "The Harbour",
        ),
        ("<title>Bridge falls in Lund</title>", None),
        ("<title>Bridge falls in Lund, two hurt - mayor</title>", None),  # another headline than the page's
    ],
)
def test_who_published_it(head: str, publisher: str | None) -> None:
    assert page(head).publisher == publisher


def test_what_stands_behind_the_bar_is_no_outlet_where_no_other_place_has_the_headline() -> None:
    assert article_of_page(f"<title>Bridge falls - mayor</title><body>{BODY}").publisher is None


@pytest.mark.parametrize(
    ("comment", "url"),
    [
        ("<!-- saved from url=(0031)https://harbour.example/bridge -->", "https://harbour.example/bridge"),
        (
            "<!--\n Page saved with SingleFile \n url: https://harbour.example/bridge \n saved date: Mon -->",
            "https://harbour.example/bridge",
        ),
        ("<!-- see https://harbour.example/bridge -->", None),
    ],
)
def test_a_saved_page_names_its_address_in_a_comment(comment: str, url: str | None) -> None:
    markup = f"<!DOCTYPE html>\n{comment}\n<html><head><title>x</title></head><body>{BODY}</body></html>"
    assert article_of_page(markup).url == url
    canonical = markup.replace("<head>", "<head><link rel='canonical' href='https://harbour.example/c'>")
    assert article_of_page(canonical, "https://harbour.example/d").url == "https://harbour.example/c"


@pytest.mark.parametrize(
    ("between", "line"),
    [
        ("<div class='meta'>By Lena Fox lena@harbour.example<br>Jun 14, 2031 Updated Jun 15, 2031</div>", True),
        ("<div>June 14, 2031 at 6:00 a.m. EDT</div>", True),
        ("<div>The bridge was opened on June 14, 2031 by the king</div>", False),
        ("<div>By Lena Fox</div>", False),
    ],
)
def test_the_day_that_a_page_shows_below_its_headline_is_kept(between: str, line: bool) -> None:
    shell = "<html><body><div>Today is June 1, 2040</div><div class='a'><h1>Bridge falls in Lund</h1>{}<div>{}</div>"
    second = article_of_page(shell.format(between, BODY)).text.split("\n\n")[1]
    assert ("14, 2031" in second) is line
    dated = article_of_page("<meta name='date' content='2031-06-14'>" + shell.format(between, BODY))
    assert "2031" not in dated.text.split("\n\n")[1]


@pytest.mark.parametrize(
    "notice",
    [
        "You need to enable JavaScript to run this app, which will then load.",
        "Checking your browser. Please enable JavaScript and cookies to continue. You will be sent on shortly.",
        "Please verify you are a human. Access to this page has been denied for now.",
    ],
)
def test_a_page_that_asks_for_javascript_is_no_article(notice: str) -> None:
    with pytest.raises(NoArticle, match="JavaScript"):
        article_of_page(f"<html><body><p>{notice}</p></body></html>")
    other = BODY.replace("Lund", "Oslo").replace("Nobody", "One man").replace("An engineer", "A diver")
    assert notice in article_of_page(f"<html><body>{BODY}{other}<p>{notice}</p></body></html>").text


def test_entries_of_a_live_blog_are_all_read() -> None:
    entry = (
        "<div class='post'><time datetime='2031-06-09T1{0}:00Z'>1{0}:00</time><h3>Hour {0} at the bridge</h3>{1}</div>"
    )
    entries = "".join(entry.format(hour, BODY) for hour in range(6))
    text = article_of_page(f"<html><body><main><h1>Live: bridge falls</h1>{entries}</main></body></html>").text
    assert [f"Hour {hour} at the bridge" in text for hour in range(6)] == [True] * 6


def test_articles_with_headlines_of_their_own_are_no_live_blog() -> None:
    other = BODY.replace("bridge", "ferry").replace("Lund", "Malmo")
    markup = "".join(
        f"<article class='post'><h1>{n}</h1>{text}</article>" for n, text in enumerate((BODY, other, other))
    )
    assert "ferry" not in article_of_page(f"<html><body>{markup}</body></html>").text


def test_headings_lists_and_dated_rows_among_the_paragraphs_are_kept() -> None:
    first, second, third = BODY.replace("<p>", "").split("</p>")[:3]
    markup = (
        f"<html><body><h1>Bridge falls in Lund</h1><p>{first}</p><h3>12 May 2031</h3><p>{second}</p>"
        "<ul><li>20 May 2031: the river is open to ships again</li><li><a href='/x'>Mayor faces questions</a></li></ul>"
        "<table><tr><td>21 May 2031</td><td>The council meets</td></tr><tr><td>Cost</td><td>3 million</td></tr></table>"
        f"<h4>Read more</h4><p>{third}</p><div class='related'><ul><li>Other stories of the day here</li></ul></div>"
    )
    text = article_of_page(markup).text
    lines = text.split("\n\n")
    assert lines[2] == "12 May 2031"
    assert "- 20 May 2031: the river is open to ships again" in lines
    assert "21 May 2031: The council meets" in lines
    for absent in ("Mayor faces", "Cost", "Read more", "Other stories"):
        assert absent not in text


def test_paragraphs_that_an_extraction_runs_together_are_parted() -> None:
    body = "<p>KIRA DALE: Good evening.<br><br>MARK OYE: The bridge fell at noon.<br><br>DALE: Thank you.</p>"
    lines = article_of_page(f"<html><body><article><h1>Evening report</h1>{body}</article></body></html>").text
    assert "MARK OYE: The bridge fell at noon." in lines.split("\n\n")


def test_paragraphs_of_a_page_without_paragraphs_are_whole() -> None:
    divs = (
        BODY.replace("<p>", "<div class='t'><span>").replace("</p>", "</span></div>")
        .replace("over the river", "over\n  the <a href='/r'>river</a>\n").replace("at noon", "at <b>noon</b>")
    )  # fmt: skip
    draft = article_of_page(f"<title>Bridge falls :: The Harbour</title><body><div><div>Bridge falls</div>{divs}</div>")
    lines = draft.text.split("\n\n")
    assert "The old bridge over the river in Lund fell on Monday morning, when two lorries were crossing it." in lines
    assert any(line.startswith("Nobody was hurt, the mayor said at noon, and the road") for line in lines)
    assert (draft.title, draft.publisher) == ("Bridge falls", "The Harbour")


def test_numbers_of_notes_are_no_part_of_the_text() -> None:
    marked = BODY.replace("crossing it.", "crossing it.<sup class='reference'><a href='#n'>[1]</a></sup> It was old.")
    text = article_of_page(f"<html><body><h2>Fall<span class='mw-editsection'>[edit]</span></h2>{marked}").text
    assert "crossing it. It was old." in text
    assert "[edit]" not in text


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
