"""Pages as people save and paste them: the same article in the layouts of many outlets, and none of their furniture."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsline.articles.datestring import parse_date
from newsline.articles.read import read
from newsline.articles.readers.html import read_html
from newsline.articles.sentences import split
from newsline.model import Article, SentenceKind

PAGES = Path(__file__).parent / "pages"
TITLE = "Last stolen panel found in canal"
STORY = (
    "Divers recovered the last of the four stolen altar panels from the canal at Vreeburg on Tuesday, police said,",
    "The panels had been wrapped in a shower curtain and weighted with a sewing machine.",
    "Two men were arrested in March and are to stand trial in Oudwater on 14 September. A third is still at large.",
    "who reported the theft on 3 August last year. “I lit a candle and went fishing.”",
    "The insurer paid €2.4 million in December and may now own the panels. The parish wants them back by Christmas.",
)
SHORT = STORY[:1]
LIVE = (
    "A crane has lifted the panel on to the quay.",
    "Divers went down for the third time at two o'clock.",
    "Police closed the Lange Sluis at dawn and say that the search may last all day.",
)
GERMAN = (
    "Taucher haben am Dienstag die letzte der vier gestohlenen Altartafeln aus dem Kanal bei Vreeburg geborgen,",
    "Zwei Männer wurden im März festgenommen und sollen am 14. September in Oudwater vor Gericht stehen.",
)
WEDNESDAY, THURSDAY = "2014-06-25", "2014-06-26"
CASES = [
    ("posted.html", "Channel 12 News", WEDNESDAY, STORY, "RedBarn|Posted|Weather|About time"),
    ("br.html", "The Vreeburg Post", THURSDAY, STORY, "Sport|Printer|Also today|Mayor wins|Copyright|updated"),
    ("cookie.html", "The Herald of Oudwater", WEDNESDAY, STORY, "partners|free articles|Company number|privacy"),
    ("inline.html", None, WEDNESDAY, STORY, "nine minutes|ADVERT|continues below|briefing|affected|Instagram"),
    ("graph.html", "Canal Weekly", THURSDAY, STORY, "Rik Moll|Pim Zand|nine minutes"),
    ("amp.html", "Daily Oud", WEDNESDAY, STORY, "Categories|Leave a Comment|Back to top|days ago"),
    ("infobox.html", None, THURSDAY, STORY, "@oudpol"),
    ("runin.html", None, WEDNESDAY, STORY, "PUBLISHED|Image:|alerts|Ineke"),
    ("paste.txt", None, WEDNESDAY, STORY, "Skip|Subscribe|Culture|nine minutes|Related|More on|min read|Ineke"),
    ("cp1252.html", None, WEDNESDAY, STORY, "25 June"),
    ("utf16.txt", None, WEDNESDAY, STORY, "25 June"),
    ("cnn.html", "NNC", WEDNESDAY, STORY, "Ruud Lans|Mila Stroom|highlights|EDT"),
    ("teaser.html", "Premium Post", WEDNESDAY, SHORT, "trial|Unlimited|Log in"),
    ("blog.html", "Oud Notes", WEDNESDAY, STORY, "Anonymous|Labels|Archive|Posted by"),
    ("clip.md", None, WEDNESDAY, STORY, "newsletter|Rik Moll|img.example|info"),
    ("scroll.html", "Polder Times", WEDNESDAY, STORY, "Kaasberg|The cheese was eaten"),
    ("wire.txt", None, None, STORY, "Eds|BC-LOW|PANELS|MORE|ENDIT|1822GMT|INEKE|Lowland"),
    ("lexis.txt", "Polder Times (Oudwater)", WEDNESDAY, STORY, "LOAD|PUBLICATION|LENGTH|SECTION|BYLINE|First Edition"),
    ("pdftext.txt", None, WEDNESDAY, STORY, "Please turn|Continued from|Page 7|Page 4|Ineke"),
    ("logo.html", "Harbour Mail", WEDNESDAY, STORY, "Serving|by Ineke"),
    ("british.html", None, WEDNESDAY, STORY, "09:15"),
    ("timeline.html", None, WEDNESDAY, (*STORY, "11 March 2014: Two men are arrested in Vreeburg."), "Menu"),
    ("prefix.html", "Polder Times", WEDNESDAY, STORY, "June 25"),
    ("latest.html", "Delta Wire", WEDNESDAY, STORY, "Tags|Ferry strike|Mayor wins|Latest news"),
    ("print.txt", None, None, STORY, "http|INEKE|©|1/2|6/26"),
    ("reader.txt", None, None, STORY, "polder.example|Ineke|minutes"),
    ("end.txt", None, None, STORY, "inekesmal|ineke.smal|Rik Moll|Ann Ito"),
    ("key.html", None, WEDNESDAY, (*STORY, "Divers found the fourth panel on Tuesday."), "Key developments"),
    ("whatsapp.md", None, WEDNESDAY, STORY, "Subscribe|newsletter goes|By Ineke"),
    ("credits.txt", None, WEDNESDAY, STORY, "Rik Moll|Follow|By Ineke|Crime"),
    ("fields.txt", None, WEDNESDAY, STORY, "Source|http|18:22"),
    ("issued.txt", None, WEDNESDAY, STORY, "Issued|2 min|essential"),
    ("image-caption.txt", None, WEDNESDAY, STORY, "close panel|Share|Image|Police search|nine minutes|responsible"),
    ("initials.txt", None, None, STORY, "is/rm|©|Delta News"),
    (
        "appeal.html",
        "the Canal",
        WEDNESDAY,
        STORY,
        "Thousands|favour|little as|Mayor wins|10 years|modified|newsletter",
    ),
]
"""File, outlet, day of publication, what its sentences hold, and what none of them may hold."""


def _read(file: str) -> Article:
    found = list(read([PAGES / file]))
    assert len(found) == 1
    assert isinstance(found[0], Article)
    return found[0]


def _day(article: Article) -> str | None:
    """What the page says of its day, or the line above its text."""
    spans = [signal.span for signal in article.signals if signal.signal != "modified"]
    lines = [one.text for one in split(article) if one.kind is SentenceKind.DATELINE]
    spans += [span for line in lines if (span := parse_date(line)) and span.is_day]
    return str(spans[0]) if spans else None


def _sentences(article: Article, *kinds: SentenceKind) -> str:
    return "\n".join(" ".join(one.text.split()) for one in split(article) if one.kind in kinds)


@pytest.mark.parametrize(("file", "outlet", "day", "story", "junk"), CASES, ids=[case[0] for case in CASES])
def test_a_page_is_its_article(
    file: str, outlet: str | None, day: str | None, story: tuple[str, ...], junk: str
) -> None:
    article = _read(file)
    assert article.title == TITLE
    assert article.publisher == outlet
    assert article.language == "en"
    told = _sentences(article, SentenceKind.BODY, SentenceKind.BULLET)
    joined = told.replace("\n", " ")
    assert all(part in joined for part in story)
    assert [word for word in junk.split("|") if word in told] == []
    assert _sentences(article, SentenceKind.TITLE) in (TITLE, "")
    assert _day(article) == day


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ann Ito | May 5, 2031", SentenceKind.DATELINE),
        ("5 May 2031 by Ann Ito", SentenceKind.DATELINE),
        ("lund.example", SentenceKind.BOILERPLATE),
        ("By Monday, May 5, 2031, it was gone.", SentenceKind.BODY),
    ],
)
def test_lines_below_a_headline(line: str, kind: SentenceKind) -> None:
    article = Article("a", f"Bridge falls\n\n{line}\n\nThe bridge at Lund fell into the river.", language="en")
    assert [one.kind for one in split(article)] == [SentenceKind.TITLE, kind, SentenceKind.BODY]


@pytest.mark.parametrize(
    ("file", "junk"),
    [
        ("mid-paper.txt", "shares|INEKE|Scroll|+5|View gallery|Share or"),
        ("printed-note.txt", "Skip|Reprints|version of"),
    ],
)
def test_lines_between_paragraphs(file: str, junk: str) -> None:
    told = _sentences(_read(file), SentenceKind.BODY)
    assert all(part in told.replace("\n", " ") for part in STORY)
    assert [word for word in junk.split("|") if word in told] == []


def test_hard_wrapped_wire_copy() -> None:
    article = _read("wrapped.txt")
    assert article.title == TITLE.upper()
    told = _sentences(article, SentenceKind.BODY).replace("\n", " ")
    assert all(part in told for part in STORY)
    assert "Lowland Wire" not in told


def test_a_page_whose_own_text_is_called_a_wall_keeps_it() -> None:
    rows = "".join(
        f"<div class='row share'><p>Divers went down for the {n}th time on Monday.</p></div>" for n in range(4, 20)
    )
    (draft,) = read_html(f"<html><title>Search</title><body>{rows}</body></html>".encode(), "a.html")
    assert "the 4th time" in draft.text
    assert "the 19th time" in draft.text


def test_a_live_page_keeps_all_entries() -> None:
    article = _read("live.html")
    assert (article.title, article.publisher) == ("Panel search: live updates", "Oud FM")
    told = _sentences(article, SentenceKind.BODY)
    assert all(part in told for part in LIVE)
    assert "Share" not in told


@pytest.mark.parametrize(
    ("file", "title", "outlet", "story", "junk"),
    [
        (
            "french.html",
            "Le dernier panneau volé retrouvé",
            "Le Courrier du Delta",
            "Deux hommes ont été arrêtés en mars et seront jugés à Oudwater le 14 septembre.",
            "Par In|Publié|neuf minutes",
        ),
        (
            "spanish.html",
            "Hallado el último panel robado",
            "El Faro del Delta",
            "Dos hombres fueron detenidos en marzo y serán juzgados en Oudwater el 14 de septiembre.",
            "nueve minutos|18:22",
        ),
    ],
)
def test_pages_in_other_languages(file: str, title: str, outlet: str, story: str, junk: str) -> None:
    article = _read(file)
    assert (article.title, article.publisher) == (title, outlet)
    assert _day(article) == WEDNESDAY
    told = _sentences(article, SentenceKind.BODY)
    assert story in told
    assert [word for word in junk.split("|") if word in told] == []


def test_a_page_in_german() -> None:
    article = _read("german.html")
    assert (article.title, article.publisher) == ("Letzte Tafel im Kanal gefunden", "Grenzbote")
    assert article.language == "de"
    assert _day(article) == WEDNESDAY
    told = _sentences(article, SentenceKind.BODY)
    assert all(part in told for part in GERMAN)
    assert not any(word in told for word in ("neun Minuten", "Stand", "Greta"))
