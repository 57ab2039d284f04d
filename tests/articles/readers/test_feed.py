"""Feeds: entries become articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsline.articles.read import read
from newsline.model import Article, Skipped

pytest.importorskip("feedparser")

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour</title><language>en-us</language>
<item><title>Bridge falls &amp; closes</title><link>https://h.example/a</link>
<pubDate>Sun, 04 May 2025 23:00:00 -0700</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>It fell on Monday.</p><p>Nobody was hurt.</p>]]></content:encoded></item>
<item><title>Ferry starts</title><pubDate>Tue, 06 May 2025 10:00:00 GMT</pubDate></item></channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>
<entry><title>Bridge falls &amp; closes</title><link href="https://h.example/a"/><published>2025-05-04T23:00:00-07:00</published>
<updated>2025-05-06T00:00:00Z</updated>
<content type="html">&lt;p&gt;It fell on Monday.&lt;/p&gt;&lt;p&gt;Nobody was hurt.&lt;/p&gt;</content>
</entry></feed>"""


@pytest.mark.parametrize(("name", "document"), [("a.rss", RSS), ("a.xml", RSS), ("a.atom", ATOM), ("a.xml", ATOM)])
def test_entries(tmp_path: Path, name: str, document: str) -> None:
    (tmp_path / name).write_text(document)
    article, *others = read([tmp_path])
    assert isinstance(article, Article)
    assert article.text == "Bridge falls & closes\n\nIt fell on Monday.\n\nNobody was hurt."
    assert (article.publisher, article.url, article.language) == ("Harbour", "https://h.example/a", "en")
    assert ("field", "2025-05-04") in [(signal.signal, str(signal.span)) for signal in article.signals]
    assert [item.text for item in others if isinstance(item, Article)] == (
        ["Ferry starts"] if "rss" in document else []
    )


@pytest.mark.parametrize(
    "document", ["<rss><channel/></rss>", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss>&x;</rss>']
)
def test_feeds_without_articles(tmp_path: Path, document: str) -> None:
    (tmp_path / "a.rss").write_text(document)
    (item,) = read([tmp_path])
    assert isinstance(item, Skipped)
