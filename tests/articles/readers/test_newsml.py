"""The news industry's XML, and XML that means harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsline.articles.read import read
from newsline.model import Article, Skipped

TITLE = "Bridge falls in Lund"
TEXT = ["The old bridge fell on Monday.", "Nobody was hurt, the mayor said."]
NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/nitf-3-5.dtd">
<nitf><head><title>slug</title><docdata><date.issue norm="20250504T101500Z"/><doc.copyright holder="Harbour"/></docdata>
<pubdata date.publication="20250505" name="Harbour"/></head>
<body><body.head><hedline><hl1>Bridge falls in Lund</hl1></hedline><byline>By Anna Lund</byline></body.head>
<body.content><block><p>The old bridge <em>fell</em> on Monday.</p><p>Nobody was hurt,
the mayor said.</p><media><media-caption>A bridge</media-caption></media></block></body.content></body></nitf>"""
G2 = """<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="2" xml:lang="en-GB">
<rightsInfo><copyrightHolder literal="x"><name>Harbour</name></copyrightHolder></rightsInfo>
<itemMeta><provider literal="Wire"/><versionCreated>2025-05-06T00:00:00Z</versionCreated>
<firstCreated>2025-05-04T10:15:00Z</firstCreated></itemMeta>
<contentMeta><headline>Bridge falls in Lund</headline><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head>
<body><p>The old bridge fell on Monday.</p><p>Nobody was hurt, the mayor said.</p></body></html>
</inlineXML></contentSet>
</newsItem>"""
INLINE = G2[: G2.index("<inlineXML")] + (
    '<inlineData contenttype="text/plain">The old bridge fell on Monday.\n\nNobody was hurt, the mayor said.'
    "</inlineData></contentSet></newsItem>"
)
MESSAGE = (
    f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{G2.partition("?>")[2]}</itemSet></newsMessage>'
)
NEWSML_1 = """<NewsML><NewsItem>
<Identification><NewsIdentifier><DateId>20250504</DateId></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20250504T101500+0000</FirstCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Bridge falls in Lund</HeadLine><CopyrightLine>Harbour</CopyrightLine></NewsLines>
<ContentItem><DataContent><p>The old bridge fell on Monday.</p><p>Nobody was hurt, the mayor said.</p></DataContent>
</ContentItem></NewsComponent></NewsItem></NewsML>"""


@pytest.mark.parametrize(
    "document", [NITF, G2, INLINE, MESSAGE, NEWSML_1], ids=["NITF", "G2", "G2 text", "message", "1"]
)
@pytest.mark.parametrize("name", ["a.xml", "a.nitf", "a"])
def test_news_items(tmp_path: Path, document: str, name: str) -> None:
    (tmp_path / name).write_text(document)
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == [TITLE, *TEXT]
    assert (article.title, article.publisher, article.language) == (TITLE, "Harbour", "en")
    assert ("field", "2025-05-04") in [(signal.signal, str(signal.span)) for signal in article.signals]


def reason(tmp_path: Path, document: str) -> str:
    (tmp_path / "a.xml").write_text(document)
    (item,) = read([tmp_path])
    assert isinstance(item, Skipped)
    return item.reason


def test_entities_of_its_own(tmp_path: Path) -> None:
    secret = tmp_path.parent / "secret.txt"
    secret.write_text("secret")
    assert "entities" in reason(
        tmp_path, f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "{secret.as_uri()}">]><nitf><p>&x;</p></nitf>'
    )
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    assert "entities" in reason(tmp_path, f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{laughs}]><nitf><p>&l9;</p></nitf>')


def test_other_xml(tmp_path: Path) -> None:
    assert "unsupported format" in reason(tmp_path, "<?xml version='1.0'?><recipe><p>Salt</p></recipe>")
    assert "not valid XML" in reason(tmp_path, "<nitf><body>")
    assert "no news item holds text" in reason(tmp_path, "<nitf><head/></nitf>")
    assert reason(tmp_path, "<nitf>" + "<a>" * 5000 + "</a>" * 5000 + "</nitf>")
