"""JSON: the shapes of the news interfaces, each with its text, title, outlet, address and date."""

from __future__ import annotations

import json

import pytest

from newsline.articles.draft import Draft, NoArticle, Rejected
from newsline.articles.readers.json import read_json, read_json_lines

TEXT = "The old bridge in Lund fell on Monday. Nobody was hurt, the mayor said."
TITLE = "Bridge falls in Lund"
URL = "https://harbour.example/bridge"
DAY = "2025-05-04T10:00:00Z"
HTML = "<p>The old bridge in Lund fell on Monday.</p><p>Nobody was hurt, the mayor said.</p><script>x()</script>"

SHAPES: dict[str, object] = {
    "NewsAPI": {"status": "ok", "totalResults": 1, "articles": [
        {"source": {"id": None, "name": "Harbour"}, "author": "A. Lund", "title": TITLE, "description": "Short.",
         "url": URL, "publishedAt": DAY, "content": TEXT + "… [+1234 chars]"}]},
    "Guardian": {"response": {"status": "ok", "results": [
        {"id": "world/bridge", "type": "article", "sectionName": "World", "webPublicationDate": DAY, "webTitle": TITLE,
         "webUrl": URL, "apiUrl": "https://api.example/x",
         "fields": {"headline": TITLE, "bodyText": TEXT, "publication": "Harbour"}}]}},
    "Guardian HTML": {"response": {"content": {
        "webTitle": TITLE, "webPublicationDate": DAY, "webUrl": URL,
        "fields": {"body": HTML, "publication": "Harbour"}}}},
    "New York Times": {"response": {"docs": [
        {"abstract": "Short.", "web_url": URL, "lead_paragraph": TEXT, "source": "Harbour", "pub_date": DAY,
         "headline": {"main": TITLE}, "keywords": [{"name": "x", "value": "Lund"}]}]}},
    "news-please": {"authors": [], "date_download": "2025-06-01 00:00:00", "source_domain": "Harbour",

                    "date_publish": "2025-05-04 10:00:00", "maintext": TEXT, "title": TITLE, "url": URL},
    "Media Cloud": {"stories": [{"media_name": "Harbour", "publish_date": "2025-05-04", "title": TITLE, "url": URL,
                                 "text": TEXT, "language": "en"}]},
    "ninjs 1": {"uri": URL, "type": "text", "versioncreated": DAY, "headline": TITLE, "body_text": TEXT,
                "copyrightholder": "Harbour", "language": "en-GB"},
    "ninjs 1 XHTML": {"uri": URL, "type": "text", "firstcreated": DAY, "headline": TITLE, "body_xhtml": HTML,
                      "copyrightholder": "Harbour"},
    "ninjs 2": {"uri": URL, "firstcreated": DAY, "versioncreated": "2025-05-06T00:00:00Z", "copyrightholder": "Harbour",
                "headlines": [{"role": "main", "value": TITLE}],
                "bodies": [{"role": "main", "contenttype": "text/plain", "value": TEXT}]},
    "ninjs 3": {"uri": URL, "firstCreated": DAY, "copyrightHolder": "Harbour",
                "headlines": [{"role": "short", "value": "x"}, {"role": "main", "value": TITLE}],
                "bodies": [{"role": "abstract", "value": "x"},
                           {"role": "main", "contentType": "text/html", "value": HTML}]},
    "JSON Feed": {"version": "https://jsonfeed.org/version/1.1", "title": "Feed", "items": [
        {"id": "1", "url": URL, "title": TITLE, "content_html": HTML, "date_published": DAY, "source": "Harbour"}]},
    "schema.org": {"@type": "NewsArticle", "headline": TITLE, "articleBody": TEXT, "datePublished": DAY, "url": URL,
                   "publisher": {"@type": "Organization", "name": "Harbour"}},
    "search index": {"hits": {"total": 1, "hits": [{"_id": "1", "_source": {
        "title": TITLE, "content": TEXT, "published": DAY, "url": URL, "publisher": "Harbour"}}]}},
    "list": [{"title": TITLE, "body": TEXT, "date": "4 May 2025", "source": "Harbour", "link": URL}],
    "CSL": [{"type": "article-newspaper", "title": TITLE, "container-title": "Harbour", "abstract": TEXT, "URL": URL,
             "issued": {"date-parts": [[2025, 5, 4]]}}],
    "names in capitals": [{"Title": TITLE, "PubDate": DAY, "Source": {"Id": None, "Name": "Harbour"}, "Text": TEXT,
                           "Url": URL}],
    "a database's dates": {"title": TITLE, "text": TEXT, "publisher": "Harbour", "url": URL, "date": {"$date": DAY}},
    "runs of text": {"messages": [
        {"title": TITLE, "date": DAY, "source": "Harbour", "url": URL,
         "text": [TEXT[:9], {"type": "bold", "text": TEXT[9:20]}, TEXT[20:]]}]},
    "by address": {URL: {"title": TITLE, "text": TEXT, "date_of_publication": DAY, "source": "Harbour"}},
    "paragraphs": {"headline": TITLE, "paragraphs": TEXT.split(". ", 1), "published": DAY, "source": "Harbour",
                   "url": URL},
}  # fmt: skip


def drafts(document: object) -> list[Draft | Rejected]:
    return list(read_json(json.dumps(document).encode(), "a.json"))


@pytest.mark.parametrize("shape", SHAPES)
def test_known_shapes(shape: str) -> None:
    (draft,) = drafts(SHAPES[shape])
    assert isinstance(draft, Draft)
    assert (draft.title, draft.publisher, draft.url) == (TITLE, "Harbour", URL)
    assert [(signal.signal, str(signal.span)) for signal in draft.signals if signal.signal != "modified"] == [
        ("field", "2025-05-04")
    ]
    words = draft.text.replace(". ", " ").replace(".", "").split()
    assert words == f"{TITLE} {TEXT}".replace(". ", " ").replace(".", "").split()


def test_several_articles_keep_their_places() -> None:
    found = drafts({"articles": [{"title": "One", "content": TEXT}, {"title": "Two", "content": f"{TEXT} Two."}]})
    assert [draft.title for draft in found if isinstance(draft, Draft)] == ["One", "Two"]


def test_a_modified_date_is_its_own_signal() -> None:
    (draft,) = drafts({"title": TITLE, "text": TEXT, "date_modify": "2025-05-06"})
    assert isinstance(draft, Draft)
    assert [(signal.signal, str(signal.span)) for signal in draft.signals] == [("modified", "2025-05-06")]


def test_json_lines_skip_bad_lines() -> None:
    lines = [json.dumps({"title": TITLE, "text": TEXT}), "{bad", '{"a": 1}', json.dumps({"text": TEXT, "url": URL})]
    found = list(read_json_lines("\n".join(lines).encode(), "a.jsonl"))
    assert [type(item) for item in found] == [Draft, Rejected, Rejected, Draft]


def test_json_lines_under_the_name_of_json_and_the_reverse() -> None:
    line = json.dumps({"title": TITLE, "text": TEXT})
    assert len(list(read_json(f"{line}\n{line}\n".encode(), "a.json"))) == 2
    assert len(list(read_json_lines(json.dumps([json.loads(line)], indent=1).encode(), "a.jsonl"))) == 1


@pytest.mark.parametrize("document", [{}, [], 1, "text", {"articles": []}, {"title": "x"}, {"text": ""}, [[[]]]])
def test_no_article(document: object) -> None:
    with pytest.raises(NoArticle):
        drafts(document)
