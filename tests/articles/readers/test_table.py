"""Tables: rows become articles, whatever the delimiter, the quoting and the names of the columns."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from newsline.articles.draft import Draft, NoArticle
from newsline.articles.read import read
from newsline.articles.readers.table import read_csv
from newsline.model import Article, Skipped

ROWS = [
    {"title": "Bridge falls", "text": 'It fell on "Monday", in Lund;\nnobody was hurt.', "publish_date": "2025-05-04",
     "media_name": "Harbour", "url": "https://h.example/a", "language": "en"},
    {"title": "Ferry starts", "text": "It starts on Wednesday.", "publish_date": "2025-05-06", "media_name": "Harbour",
     "url": "https://h.example/b", "language": "en"},
]  # fmt: skip


@pytest.mark.parametrize(("delimiter", "name"), [(",", "a.csv"), (";", "a.csv"), ("\t", "a.tsv"), ("|", "a.csv")])
def test_rows(delimiter: str, name: str) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(ROWS[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(ROWS)
    drafts = [draft for draft in read_csv(buffer.getvalue().encode("utf-8-sig"), name) if isinstance(draft, Draft)]
    assert [draft.text for draft in drafts] == [f"{row['title']}\n\n{row['text']}" for row in ROWS]
    assert [str(draft.signals[0].span) for draft in drafts] == ["2025-05-04", "2025-05-06"]
    assert {draft.publisher for draft in drafts} == {"Harbour"}


@pytest.mark.parametrize(
    "columns",
    [
        "titulo,texto_completo,fecha,medio",
        "Titel;Volltext;Datum;Quelle",
        "Titre,Texte intégral,Date de publication,Média",
        "hed,story,pub_dt,src",
        "Headline;Article Text;Pub. Date;Newspaper Name",
    ],
)
def test_names_of_columns(columns: str) -> None:
    delimiter = ";" if ";" in columns else ","
    row = delimiter.join(("Bridge falls", "It fell in Lund.", "2025-05-04", "Harbour"))
    (draft,) = read_csv(f"{columns}\n{row}\n".encode(), "a.csv")
    assert isinstance(draft, Draft)
    assert (draft.title, draft.text, draft.publisher) == ("Bridge falls", "Bridge falls\n\nIt fell in Lund.", "Harbour")
    assert [str(signal.span) for signal in draft.signals] == ["2025-05-04"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("sep=;\r\ntitle;text\r\nBridge falls;It fell, in Lund.\r\n", "a.csv"),
        ('title,text\nBridge falls,"It fell, in Lund."\n', "a.tsv"),
        ("text\nBridge falls\n", "a.tsv"),
    ],
)
def test_the_delimiter_is_what_the_table_has(content: str, name: str) -> None:
    (draft,) = read_csv(content.encode(), name)
    assert isinstance(draft, Draft)
    assert draft.text.startswith("Bridge falls")
    assert "," in draft.text or name == "a.tsv"


def test_a_table_of_something_else() -> None:
    with pytest.raises(NoArticle, match="no column is named like a text"):
        list(read_csv(b"x,y\n1,2\n", "a.csv"))


def test_short_and_long_rows(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,text\nBridge falls\nFerry,It starts.,more,more\n,\n\n")
    found = list(read([tmp_path]))
    assert [item.text for item in found if isinstance(item, Article)] == ["Bridge falls", "Ferry\n\nIt starts."]


def test_columnar_files(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import feather, ipc, parquet

    table = pyarrow.Table.from_pylist(ROWS)
    parquet.write_table(table, tmp_path / "a.parquet")
    feather.write_feather(table, tmp_path / "b.feather")
    with ipc.new_stream(str(tmp_path / "c.arrow"), table.schema) as stream:
        stream.write_table(table)
    found = [item for item in read([tmp_path]) if isinstance(item, Article)]
    assert [article.title for article in found] == ["Bridge falls", "Ferry starts"] * 3
    assert {article.id for article in found} == {
        f"{name}#{n}" for name in ("a.parquet", "b.feather", "c.arrow") for n in (1, 2)
    }


def test_damaged_columnar_files(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_bytes(b"PAR1" + bytes(100))
    (tmp_path / "b.arrow").write_bytes(b"ARROW1" + bytes(100))
    assert all(isinstance(item, Skipped) for item in read([tmp_path]))
