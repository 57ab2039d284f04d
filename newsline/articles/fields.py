"""What the keys of front matter, JSON and tables mean, whoever wrote them.

The names are those of NewsAPI, the Guardian's and the New York Times' interfaces, news-please (and so CC-News), Media
Cloud, JSON Feed, schema.org, ninjs 1 to 3, and of common web clippers and static sites. Keys are compared without case
and without "_", "-" and spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from newsline.articles import language as languages
from newsline.articles.datestring import parse_date
from newsline.articles.draft import Draft, unique
from newsline.model import DateSignal

TITLES = (
    "title", "headline", "headlines", "webtitle", "name", "subject", "heading", "articletitle", "hedline",
    "slugline", "hed", "titel", "überschrift", "titre", "titulo", "título", "titular", "titolo",
)  # fmt: skip
PUBLISHERS = (
    "publisher", "sitename", "publication", "outlet", "newspaper", "medianame", "source", "sourcename",
    "website", "site", "sourcedomain", "copyrightholder", "provider", "journal", "domain", "feed",
    "infosources", "containertitle", "newspapername", "publicationname", "publicationtitle", "src", "quelle",
    "zeitung", "medium", "média", "medio", "fuente", "fonte", "giornale", "jornal",
)  # fmt: skip
URLS = (
    "url", "weburl", "link", "canonicalurl", "permalink", "articleurl", "sourceurl", "canonical", "source",
    "documentidentifier", "uri", "id",
)  # fmt: skip
LANGUAGES = ("language", "lang", "inlanguage", "languagecode")
PUBLISHED = (
    "published", "publishedat", "publisheddate", "datepublished", "datepublish", "publishdate",
    "publicationdate", "pubdate", "webpublicationdate", "publishedon", "firstpublished", "firstpublicationdate",
    "publishedtime", "firstcreated", "contentcreated", "date", "datetime", "articledate",
    "storydate", "dateofpublication", "dateposted", "posted", "postedat",
    "issued", "datecreated", "createdat", "timestamp", "time", "versioncreated", "pubdt", "pubdatetime",
    "publicationdatetime", "datepub", "datum", "veröffentlicht", "erschienen", "fecha", "fechadepublicación",
    "fechadepublicacion", "datedepublication", "datadipubblicazione", "datadepublicação", "data",
)  # fmt: skip
MODIFIED = (
    "modified",
    "datemodified",
    "datemodify",
    "updated",
    "updatedat",
    "lastmodified",
    "dateupdated",
    "modifiedat",
)
BODIES = (
    "articlebody", "body", "bodytext", "content", "contenttext", "maintext", "text", "fulltext", "storytext",
    "articletext", "plaintext", "bodyxhtml", "bodyhtml", "contenthtml", "bodies", "story", "article", "html",
    "paragraphs", "volltext", "inhalt", "texte", "texteintégral", "texteintegral", "contenu", "texto",
    "textocompleto", "contenido", "cuerpo", "testo", "testocompleto", "contenuto", "conteúdo",
)  # fmt: skip
SUMMARIES = (
    "leadparagraph", "description", "abstract", "summary", "snippet", "descriptiontext", "trailtext",
    "standfirst",
)  # fmt: skip
CONTAINERS = ("fields", "attributes", "_source", "metadata", "meta", "properties")
"""Objects inside an article that hold more of its fields."""
NOT_KEY = re.compile(r"[\W_]+")


def normal(fields: Mapping[Any, Any]) -> dict[str, Any]:
    """Fields by their comparable names, those of nested containers included; empty values left out."""
    found: dict[str, Any] = {}
    for key, value in fields.items():
        name = NOT_KEY.sub("", str(key)).casefold()
        if isinstance(value, Mapping) and (str(key) in CONTAINERS or name in CONTAINERS):
            for inner, item in normal(value).items():
                found.setdefault(inner, item)
        elif value is not None and value != "" and value != []:
            found[name] = value
    return found


def described(fields: Mapping[Any, Any], text: str, *, signal: str) -> Draft:
    """An article with its text and what its fields say about it; `signal` names the dates' origin."""
    known = normal(fields)
    address = next(filter(None, (_address(known.get(key)) for key in URLS)), None)
    language = next(filter(None, (languages.code(_string(known.get(key))) for key in LANGUAGES)), None)
    publisher = next(filter(None, (_publisher(known.get(key)) for key in PUBLISHERS)), None)
    signals = _signals(known, signal, language or languages.guess(text))
    return Draft(text, first_string(known, TITLES), publisher, address, language, signals)


def first_string(known: Mapping[str, Any], keys: Iterable[str]) -> str | None:
    """The first of the keys that holds a string, or an object or list with one; on one line."""
    for key in keys:
        if found := _string(known.get(key)):
            return " ".join(found.split())
    return None


def _signals(known: Mapping[str, Any], signal: str, language: str) -> tuple[DateSignal, ...]:
    """The first key with a date counts as publication date; of several such keys the others say nothing new."""
    found = []
    for keys, name in ((PUBLISHED, signal), (MODIFIED, "modified")):
        for key in keys:
            value = _written(known.get(key))
            if span := parse_date(value, language):
                found.append(DateSignal(name, span, str(value)))
                break
    return unique(found)


def _written(value: object) -> object:
    """A date as it was written: CSL has lists of numbers, databases wrap it in an object."""
    if not isinstance(value, Mapping):
        return value
    parts = next(iter(value.get("date-parts") or ()), None)
    if isinstance(parts, list):
        return "-".join(f"{part:0>2}" for part in parts[:3])
    return value.get("$date") or value.get("raw") or _string(value)


def _string(value: object) -> str | None:
    """A string out of a value: NYT's headline has "main", ninjs' headlines are a list of objects with "value"."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping):
        known = normal(value)
        for key in ("main", "value", "name", "rendered", "title", "text"):
            if isinstance(known.get(key), str):
                return known[key].strip() or None
    if isinstance(value, list) and value:
        main = next((item for item in value if isinstance(item, Mapping) and item.get("role") == "main"), value[0])
        return _string(main)
    return None


def _publisher(value: object) -> str | None:
    found = _string(value)
    if found is None or _address(found) or len(found) > 100:
        return None
    return " ".join(found.split())


def _address(value: object) -> str | None:
    found = _string(value)
    return found if found and re.match(r"https?://[^\s<>\"]+$", found) else None
