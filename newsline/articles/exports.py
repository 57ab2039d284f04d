"""Exports of news databases as text: Nexis Uni and LexisNexis, Factiva, ProQuest; Europresse as a page.

They come as plain text, RTF, DOCX, PDF or HTML; once that is text, they differ only in the labels around each article.
The labels are known in the languages of their interfaces; the dates are read in any.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from newsline.articles import language as languages
from newsline.articles.abbreviations import words
from newsline.articles.datestring import parse_date
from newsline.articles.draft import Draft, with_headline
from newsline.articles.kinds import FULL_NAME
from newsline.late import late
from newsline.model import DateSignal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

NEXIS_END = late(
    r"^\s*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento|Fine del documento)\s*$", re.M | re.I
)
NEXIS_COUNT = late(
    r"^\s*(?:Document |Dokument )?\d{1,5} (?:of|von|de|sur|di) \d{1,5}"
    r"(?: DOCUMENTS?| DOKUMENTEN?| DOCUMENTOS?| DOCUMENTI)?\s*$",
    re.M,
)
NEXIS_LABEL = late(
    r"^\s*(?:Length|Länge|Longueur|Longitud|Lunghezza|LENGTH|LÄNGE|LONGUEUR|LONGITUD)\s*:\s*[\d.,  ]+ ?"
    r"(?:words?|W[öo]rter|mots?|palabras?|parole)\s*$",
    re.M | re.I,
)
NUMBER_LABEL = late(r":\s*[\d.,  ]+ ?(?:words?|W[öo]rter|mots?|palabras?|parole)", re.I)
"""Part of every NEXIS_LABEL: a text without it, as most are, need not be searched for the whole."""
NEXIS_BODY = late(r"^\s*(?:Body|Text|Textkörper|Corps|Cuerpo|Corpo)\s*$", re.M)
NEXIS_HEAD_FIELD = late(r"^\s*[A-ZÄÖÜÉ][A-Za-zÄÖÜäöüé-]{2,20}\s*: ")
NEXIS_TAIL = late(
    r"^\s*(?:Load-Date|LOAD-DATE|UPDATE|LANGUAGE|SPRACHE|LANGUE|PUBLICATION-TYPE|ZEITUNGS-CODE|Classification|"
    r"Date de chargement|Fecha de carga|Datum der Aufnahme|JOURNAL-CODE|GRAPHIC|SUBJECT)\s*:?",
    re.M,
)
FACTIVA_END = late(r"^\s*(?:AN\s+)?(?:Document|Dokument|Documento)\s+[A-Z][A-Z0-9]{2,}\d{8}[a-z0-9]{5,}\s*$", re.M)
FACTIVA_WORDS = late(r"^\s*[\d.,  ]+ (?:words?|W[öo]rter|mots?|palabras|parole|palavras|woorden|слов)\s*$", re.I)
FACTIVA_CODE = late(
    r"^\s?(HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|PUB|AN|RF|CT|SE|VOL|IPC|IPD|ART|CX)(?:\s+(.*))?$"
)
PROQUEST = late(
    r"^\s*(?:ProQuest document (?:ID|link)|ProQuest-Dokument-ID|ID del documento de ProQuest|"
    r"(?:ID|Identifiant) du document ProQuest|Database copyright.*ProQuest)\b",
    re.M,
)
PROQUEST_RULE = late(r"^\s*_{20,}\s*$", re.M)
PROQUEST_COUNT = late(r"(?:Document|Dokument|Documento) \d+ (?:of|von|de|sur) \d+$")
PROQUEST_FIELDS = {
    "title": ("Title", "Titel", "Titre", "Título", "Titolo"),
    "publisher": ("Publication title", "Publikationstitel", "Titre de publication", "Título de publicación"),
    "date": ("Publication date", "Publikationsdatum", "Date de publication", "Fecha de publicación"),
    "body": ("Full text", "Full Text", "Volltext", "Texte intégral", "Texto completo"),
    "abstract": ("Abstract", "Zusammenfassung", "Résumé", "Resumen"),
    "language": ("Language of publication", "Language", "Publikationssprache", "Langue de publication", "Idioma"),
    "url": ("Document URL", "Dokument-URL", "URL du document", "URL del documento"),
}
LABEL = late(r"^\s*([A-ZÄÖÉ][\w .ÄÖÜäöüéóñ/-]{1,40}?) ?:[ \t]*(.*)$", re.M)
RIGHTS = late(r"^\s*(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved|alle rechte|tous droits)", re.I)
DATE_INSIDE = late(r"\d{1,2}(?:er)?\.? [^\W\d_]{3,12}\.? (?:19|20)\d\d|[^\W\d_]{3,12} \d{1,2}, (?:19|20)\d\d")
DATE_LIMIT = 70
"""Characters of a line that is a date; a longer one is a sentence with a date in it."""
BYLINE = late(rf"(By |Von |Par |Por |Di )?{FULL_NAME}(?:(?:,| and| und| et| y| e) {FULL_NAME}){{0,5}}")
TITLE_WORDS = 3
"""Words of a title; the name of a section has fewer."""
EDITION = late(r"(?:[\w.-]+ ){0,3}(?:Edition|Final|Ausgabe|Édition|Edición|Edizione)(?: \d+)?$", re.I)
"""The line below the day of a newspaper: "First Edition", "Late City Final"."""
HEAD_LINES = 14
"""Lines above the text of an article in these exports; the longest known head has ten."""


def split_export(text: str) -> list[Draft]:
    """The articles of an export, each with its own title, outlet and date; an empty list if the text is no export."""
    if _may_be_factiva(text) and any(map(_has_factiva_head, FACTIVA_END.split(text))):
        return [draft for part in FACTIVA_END.split(text) if (draft := _factiva(part))]
    nexis = NUMBER_LABEL.search(text) is not None and NEXIS_LABEL.search(text) is not None
    if nexis and NEXIS_END.search(text):
        return [draft for part in NEXIS_END.split(text) if (draft := _nexis(part))]
    if nexis and NEXIS_COUNT.search(text):
        return [draft for part in NEXIS_COUNT.split(text) if (draft := _lexis(part))]
    if nexis and "LOAD-DATE" in text and (draft := _lexis(text)):
        return [draft]
    if "ProQuest" in text and PROQUEST.search(text):
        return [draft for part in PROQUEST_RULE.split(text) if (draft := _proquest(part))]
    return []


def _may_be_factiva(text: str) -> bool:
    """Whether an article's end is marked as Factiva does; its words are looked for first, as few texts have them."""
    return ("Document" in text or "Dokument" in text) and FACTIVA_END.search(text) is not None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _date(line: str, language: str = "en") -> DateSignal | None:
    if len(line) > DATE_LIMIT or not re.search(r"\d", line):
        return None
    span = parse_date(line, language)
    return DateSignal("field", span, line) if span else None


def _dated_line(lines: list[str], language: str) -> tuple[int, DateSignal] | None:
    """The first line of a head that is a date, with its place."""
    for index, line in enumerate(lines[:HEAD_LINES]):
        if not RIGHTS.match(line) and not FACTIVA_WORDS.match(line) and (signal := _date(line, language)):
            return index, signal
    return None


def _draft(
    title: str | None, publisher: str | None, body: str, signal: DateSignal | None, url: str | None = None
) -> Draft:
    signals = (signal,) if signal else ()
    return Draft(with_headline(title, body), title, publisher, url, None, signals)


def _nexis(part: str) -> Draft | None:
    """Title, outlet, date, rights, labelled fields, "Body", the text, "Load-Date"."""
    start = NEXIS_BODY.search(part)
    if start is None:
        return None
    body = part[start.end() :]
    if tail := NEXIS_TAIL.search(body):
        body = body[: tail.start()]
    head = _lines(part[: start.start()])
    dated = _dated_line(head[-HEAD_LINES:], languages.guess(body))
    if dated is None:
        return _draft(head[0] if head else None, None, body, None)
    head = head[-HEAD_LINES:]
    index, signal = dated
    publisher = head[index - 1] if index else None
    title = " ".join(head[max(0, index - 2) : index - 1]) or None
    return _draft(title, publisher, body, signal)


def _lexis(part: str) -> Draft | None:
    """Outlet, date, title, fields in capitals, the text, fields in capitals."""
    label = NEXIS_LABEL.search(part)
    if label is None:
        return None
    body = part[label.end() :]
    if tail := NEXIS_TAIL.search(body):
        body = body[: tail.start()]
    head = _lines(part[: label.start()])
    dated = _dated_line(head, languages.guess(body))
    if dated is None:
        return None
    index, signal = dated
    after = [
        line for line in head[index + 1 :] if not any(skip.match(line) for skip in (NEXIS_HEAD_FIELD, RIGHTS, EDITION))
    ]
    return _draft(after[0] if after else None, head[index - 1] if index else None, body, signal)


def _has_factiva_head(part: str) -> bool:
    return any(FACTIVA_WORDS.match(line) or re.match(r"\s?WC\s", line) for line in _lines(part)[: 2 * HEAD_LINES])


def _factiva(part: str) -> Draft | None:
    lines = _lines(part)
    if any(re.match(r"(?:HD|SN|PD)(?:\s|$)", line) for line in lines[:HEAD_LINES]):
        return _factiva_codes(part)
    at = next((index for index, line in enumerate(lines) if FACTIVA_WORDS.match(line)), None)
    if at is None:
        return None
    language = languages.guess(" ".join(lines[at + 4 :]))
    dated = _dated_line(lines[at + 1 :], language)
    if dated is None:
        return None
    index, signal = at + 1 + dated[0], dated[1]
    after = index + 1
    if after < len(lines) and re.fullmatch(r"\d{1,2}:\d{2}", lines[after]):
        after += 1
    publisher = lines[after] if after < len(lines) else None
    begin = next((n + 1 for n in range(after, min(after + 8, len(lines))) if RIGHTS.match(lines[n])), after + 3)
    return _draft(_factiva_title(lines[:at]), publisher, "\n\n".join(lines[begin:]), signal)


def _factiva_title(head: list[str]) -> str | None:
    """The title among the lines of a head: section, title, author, of which only the title must be there."""
    named = BYLINE.fullmatch(head[-1]) if len(head) > 1 else None
    if named and (named[1] or len(head[-2].split()) >= TITLE_WORDS):
        return head[-2]
    return head[-1] if head else None


def _factiva_codes(part: str) -> Draft | None:
    """The export with two-letter codes at the line beginnings."""
    fields: dict[str, list[str]] = {}
    code = ""
    for line in part.split("\n"):
        if match := FACTIVA_CODE.match(line):
            code = match[1]
            fields.setdefault(code, []).append(match[2] or "")
        elif code:
            fields[code].append(line.strip())
    values = {code: "\n".join(lines).strip() for code, lines in fields.items()}
    body = "\n\n".join(values[code] for code in ("LP", "TD") if values.get(code))
    if not body:
        return None
    title = " ".join(values.get("HD", "").split()) or None
    return _draft(title, values.get("SN") or None, body, _date(values.get("PD", ""), languages.guess(body)))


def _proquest(part: str) -> Draft | None:
    """Labelled fields in any order, the text under "Full text"."""
    labels = list(LABEL.finditer(part))
    if not labels:
        return None
    ends = [following.start() for _, following in pairwise(labels)] + [len(part)]
    names = {name: field for field, names in PROQUEST_FIELDS.items() for name in names}
    found: dict[str, str] = {}
    in_body = False
    for match, end in zip(labels, ends, strict=True):
        field = names.get(match[1].strip())
        if field is not None:
            found.setdefault(field, part[match.start(2) : end].strip())
            in_body = field == "body"
        elif in_body and not _is_proquest_label(match[1]):
            found["body"] += "\n" + part[match.start() : end].strip()
        else:
            in_body = False
    body = found.get("body") or found.get("abstract")
    if not body:
        return None
    title = " ".join(found.get("title", "").split()) or next(
        (line for line in _lines(part) if not PROQUEST_COUNT.match(line)), None
    )
    signal = _date(found.get("date", "").split("\n")[0], languages.guess(body))
    url = (found.get("url") or "").split()[0] if found.get("url") else None
    return _draft(title, found.get("publisher", "").split("\n")[0] or None, body, signal, url)


def _is_proquest_label(name: str) -> bool:
    """Labels are a few words; in a text a colon stands behind a clause."""
    return len(name.split()) <= 4 and name.split()[0] in PROQUEST_LABELS


PROQUEST_LABELS = words(
    """
    Author Autor Auteur Publication Publikation Pages Seiten Section Subject Thema Sujet Location Ort Company Title
    Titel Titre Year Place Country Publisher Verlag Source Document Dokument ProQuest Copyright Database ISSN Last First
    Links Credit Illustration Volume Issue Number Dateline Column People Language Full Abstract Identifier
    Classification
    """
)
"""First words of the labels around the text of a ProQuest article."""


def europresse(markup: str) -> Iterator[Draft]:
    """The articles of a Europresse page: each an <article> with the outlet, a line with the date, a title, the text."""
    from lxml import html as lxml_html

    from newsline.articles.clean import element_text

    parser = lxml_html.HTMLParser(recover=True, no_network=True, encoding="utf-8", remove_comments=True)
    root = lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    for article in list(root.iter("article")):
        publisher = _classed(article, "DocPublicationName")
        header = _classed(article, "DocHeader")
        title = _classed(article, "titreArticle")
        texts = [item for item in article.iter() if re.search(r"docOcurrContainer|DocText", item.get("class") or "")]
        body = "\n\n".join(element_text(text) for text in texts)
        if not body.strip():
            continue
        number = _classed(article, "publiC-lblNodoc") or ""
        coded = re.search(r"(?<!\d)(?:19|20)\d{6}(?!\d)", number)
        signal = _europresse_date(header, languages.guess(body)) or (_date(coded[0]) if coded else None)
        yield _draft(
            title, re.sub(r"[,;]\s*(?:no|nº|n°)\.?\s*\d+.*$", "", publisher or "").strip() or None, body, signal
        )


def _classed(article: HtmlElement, name: str) -> str | None:
    found = next((item for item in article.iter() if name in (item.get("class") or "")), None)
    return " ".join(str(found.text_content()).split()) or None if found is not None else None


def _europresse_date(header: str | None, language: str) -> DateSignal | None:
    """The date up to its year, whatever stands around it: "Politique, mardi 4 mai 2025 512 mots, p. 4"."""
    for match in DATE_INSIDE.finditer(header or ""):
        if signal := _date(match[0].replace("1er", "1"), language):
            return signal
    return None
