"""Exports of news databases: several articles a file, each with its own title, outlet and date."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsline.articles.exports import europresse, split_export
from newsline.articles.read import read
from newsline.model import Article

BODY = "The old bridge in Lund fell on Monday, the mayor said.\n\n" + (
    "Nobody was hurt. An inquiry was ordered: it may take weeks."
)
DEUTSCH = "Die alte Brücke in Lund ist am Montag eingestürzt, sagte die Bürgermeisterin.\n\nNiemand wurde verletzt."
FRANCAIS = (
    "Le vieux pont de Lund est tombé lundi, a dit la maire.\n\nPersonne n'a été blessé et une enquête est ouverte."
)

NEXIS = """{title}

{outlet}

{date}

Copyright 2025 Harbour Media All Rights Reserved

Section: NEWS; Pg. 4

{length}

Byline: Anna Lund

{label}

{body}

{load}

End of Document

"""
LEXIS = """                               {n} of 2 DOCUMENTS


                             {outlet}

                              {date}

{title}

BYLINE: Anna Lund

SECTION: NEWS; Pg. 4

{length}

{body}

LOAD-DATE: May 5, 2025

LANGUAGE: ENGLISH

                     Copyright 2025 Harbour Media
                              All Rights Reserved
"""
FACTIVA = """{title}
By Anna Lund
{length}
{date}
{outlet}
HARBR
English
(c) 2025 Harbour Media. All rights reserved.

{body}

Document HARBR00020250504el540001{n}

"""
FACTIVA_CODES = """HD
{title}
BY  By Anna Lund
WC
{length}
PD
{date}
SN
{outlet}
SC
HARBR
LA
English
CY
(c) 2025 Harbour Media.
LP
{body}
TD
The road is closed.
NS
gcat : News
AN
Document HARBR00020250504el540001{n}

"""
PROQUEST = """____________________________________________________________
{title}
ProQuest document link
Abstract: It fell.
Full text: {body}
Subject: Bridges
Title: {title}
Publication title: {outlet}
Pages: A.4
Publication year: 2025
Publication date: {date}
Language of publication: English
ProQuest document ID: 123{n}
Document URL: https://www.proquest.example/docview/{n}
"""


def export(template: str, **changes: str) -> str:
    fields = {"title": "Bridge falls", "outlet": "The Harbour Chronicle", "date": "May 4, 2025 Sunday",
              "length": "Length: 512 words",
              "label": "Body", "load": "Load-Date: May 5, 2025", "body": BODY}  # fmt: skip
    first = template.format(n=1, **(fields | changes))
    return first + template.format(n=2, **(fields | changes | {"title": "Another bridge falls"}))


@pytest.mark.parametrize(
    "text",
    [
        export(NEXIS),
        export(NEXIS, date="Sunday, May 4, 2025"),
        export(LEXIS, length="LENGTH: 512 words"),
        export(FACTIVA, length="512 words", date="4 May 2025"),
        export(FACTIVA, length="1,512 words", date="4 May 2025\n13:45"),
        export(FACTIVA_CODES, length="512 words", date="4 May 2025"),
        export(PROQUEST, date="May 4, 2025"),
        export(PROQUEST, date="4 May 2025"),
    ],
)
def test_exports_in_english(text: str) -> None:
    found = split_export(text)
    assert [draft.title for draft in found] == ["Bridge falls", "Another bridge falls"]
    assert {draft.publisher for draft in found} == {"The Harbour Chronicle"}
    for draft in found:
        assert [(signal.signal, str(signal.span)) for signal in draft.signals] == [("field", "2025-05-04")]
        assert "Nobody was hurt. An inquiry was ordered: it may take weeks." in draft.text
        assert "Load-Date" not in draft.text
        assert "Copyright" not in draft.text


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("News\nTank fire empties the town\nAnna Lund", "Tank fire empties the town"),
        ("World\nBridge falls in the night", "Bridge falls in the night"),
        ("Bridge falls\nBy Anna Lund and Per Strand", "Bridge falls"),
        ("World\nMayor Lund Resigns", "Mayor Lund Resigns"),
        ("Bridge falls", "Bridge falls"),
    ],
)
def test_the_title_of_an_article_of_factiva(head: str, title: str) -> None:
    (draft,) = split_export(
        FACTIVA.format(
            title="@", length="512 words", date="4 May 2025", outlet="Harbour", body="It fell.", n=1
        ).replace("@\nBy Anna Lund", head)
    )
    assert draft.title == title


def test_an_article_of_proquest_without_a_label_has_its_title_above() -> None:
    text = "_" * 60 + "\nDocument 1 of 2\n\nBridge falls\n\nFull text: It fell.\n\nProQuest document ID: 1\n"
    assert [draft.title for draft in split_export(text)] == ["Bridge falls"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (export(NEXIS, date="Sonntag 4. Mai 2025", length="Länge: 512 Wörter", label="Text", body=DEUTSCH), "Niemand"),
        (
            export(NEXIS, date="4 mai 2025 dimanche", length="Longueur: 512 mots", label="Corps", body=FRANCAIS),
            "Personne",
        ),
        (export(FACTIVA, date="4. Mai 2025", length="512 Wörter", body=DEUTSCH), "Niemand"),
        (export(FACTIVA, date="4 mai 2025", length="512 mots", body=FRANCAIS), "Personne"),
    ],
)
def test_months_in_the_language_of_the_interface(text: str, body: str) -> None:
    found = split_export(text)
    assert len(found) == 2
    for draft in found:
        assert [str(signal.span) for signal in draft.signals] == ["2025-05-04"]
        assert body in draft.text


def test_a_file_gives_numbered_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(export(NEXIS))
    found = [item for item in read([tmp_path]) if isinstance(item, Article)]
    assert [article.id for article in found] == ["a.txt#1", "a.txt#2"]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "It was a document of 512 words.\n\nDocument 12 was missing.\n\nEnd of Document",
        "Full text: nothing.\nTitle: nothing.",
        "Length: 512 words\n\nThe book is short.",
    ],
)
def test_other_texts_are_no_exports(text: str) -> None:
    assert split_export(text) == []


EUROPRESSE = """<html><body>{}</body></html>""".format(
    "".join(
        f"""<article><header><div class="rdp__DocPublicationName">
        <span class="DocPublicationName">Le Port, no. 123</span></div>
        <span class="DocHeader">Régions, {date} 512 mots, p. 4</span>
        <div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">{title}</p></div></header>
        <section><div class="docOcurrContainer">
        <p>Le pont est tombé lundi, a dit la maire.</p><p>Personne n'a été blessé.</p></div>
        </section><footer><div class="publiC-lblNodoc">news·20250504·PO·1</div></footer></article>"""
        for title, date in (("Un pont tombe", "dimanche 4 mai 2025"), ("Un bac arrive", "Sunday, May 4, 2025"))
    )
)


def test_europresse(tmp_path: Path) -> None:
    found = list(europresse(EUROPRESSE))
    assert [draft.title for draft in found] == ["Un pont tombe", "Un bac arrive"]
    assert {draft.publisher for draft in found} == {"Le Port"}
    assert {str(signal.span) for draft in found for signal in draft.signals} == {"2025-05-04"}
    assert found[0].text == "Un pont tombe\n\nLe pont est tombé lundi, a dit la maire.\n\nPersonne n'a été blessé."
    (tmp_path / "a.html").write_text(EUROPRESSE)
    assert len(list(read([tmp_path]))) == 2
