"""Reading files and folders: every file ends as an article or as a reason."""

from __future__ import annotations

import io
import os
import pickle
from pathlib import Path

import pytest

from newsline.articles.decode import decode
from newsline.articles.read import find, read, read_file
from newsline.model import Article, Skipped

STORY = "The bridge in Lund fell on Monday, the mayor said.\nNobody was hurt, and an inquiry was ordered."


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def ids(*paths: Path) -> list[str]:
    return [item.id if isinstance(item, Article) else f"!{item.path}" for item in read(paths)]


def reason(tmp_path: Path, name: str, content: bytes) -> str:
    (tmp_path / name).write_bytes(content)
    (item,) = read([tmp_path / name])
    assert isinstance(item, Skipped), item
    return item.reason


def test_folders_are_read_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    names = ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden.txt", ".git/x.txt", "B.txt")
    write(tmp_path, dict.fromkeys(names, STORY))
    assert ids(tmp_path) == ["B.txt", "a/b/c.txt", "a/z.txt", "b.txt"]


def test_the_text_of_a_plain_file_is_the_file(tmp_path: Path) -> None:
    text = "Bridge falls in Lund\r\n\r\n  The bridge fell.\t \r\n"
    write(tmp_path, {"a.txt": text})
    (article,) = read([tmp_path / "a.txt"])
    assert isinstance(article, Article)
    assert (article.id, article.text, article.title) == ("a.txt", text, "Bridge falls in Lund")


def test_a_file_is_read_once_and_links_lead_nowhere_twice(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": STORY, "sub/b.txt": STORY})
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "z.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    assert ids(tmp_path, tmp_path / "a.txt") == ["a.txt", "!gone.txt", "sub/b.txt"]


def test_ids_tell_folders_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"one/a.txt": STORY, "two/a.txt": STORY, "two/b.txt": STORY})
    monkeypatch.chdir(tmp_path)
    assert ids(Path("one"), Path("two")) == ["one/a.txt", "two/a.txt", "b.txt"]


def test_standard_input() -> None:
    (article,) = read([Path("-")], stdin=io.BytesIO(STORY.encode()))
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("-", STORY)


def test_found_files_and_articles_can_be_pickled(tmp_path: Path) -> None:
    write(tmp_path, {"2025-05-04.txt": STORY})
    (found,) = find([tmp_path])
    assert pickle.loads(pickle.dumps(found)) == found
    items = read_file(found)
    assert pickle.loads(pickle.dumps(items)) == items


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.txt", b"\xff\xfe", "empty"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", b"text\x00\x01\x02 more" * 50, "binary"),
        ("a.html", b"", "empty"),
        ("a.html", b"<html></html>", "no article"),
        ("a.html", b"<!doctype html><html><body><nav><a href=x>Home</a></nav></body></html>", "no article"),
        ("a.json", b"{", "not valid JSON"),
        ("a.json", b"[]", "no article"),
        ("a.json", b'{"a": 1}', "no article"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.md", b"---\ntitle: x\n---\n", "no article"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "unsupported format"),
        ("a.xyz", STORY.encode(), "unsupported format (.xyz); 'newsline formats' lists the supported ones"),
        ("a.DOC", b"\xd0\xcf\x11\xe0" + bytes(50), "unsupported format (.doc); save it as .docx"),
        ("a.xlsx", b"PK\x05\x06" + bytes(18), "unsupported format (.xlsx); save the sheet as .csv"),
        ("a.org", b"* Bridge\nIt fell.", "unsupported format (.org); save its text as .txt or .md"),
        ("a.webloc", b"<?xml version='1.0'?><plist/>", "open it in a browser and save the page"),
        ("a.mp3", b"ID3" + bytes(50), "unsupported format (.mp3); save a transcript of it as .txt"),
        ("a.ris", b"TY  - NEWS\n", "it names articles; save the articles themselves"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "unsupported format (.jpg); run text recognition over it first"),
    ],
)
def test_a_file_without_an_article_says_why(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    assert words in reason(tmp_path, name, content)


def test_unreadable_things(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    write(tmp_path, {"a.txt": STORY})
    items = {item.path: item.reason for item in read([tmp_path, tmp_path / "none"]) if isinstance(item, Skipped)}
    assert items["pipe.txt"] == "not a regular file"
    assert items[str(tmp_path / "none")] == "no such file or folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_forbidden_files(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": STORY})
    (tmp_path / "a.txt").chmod(0)
    assert "permission denied" in reason(tmp_path, "a.txt", b"")


def test_the_parts_of_a_saved_page_are_no_articles(tmp_path: Path) -> None:
    page = f"<html lang=en><body><article><p>{STORY}</p><p>{STORY}</p></article></body></html>"
    write(
        tmp_path,
        {"Bridge.html": page, "Bridge_files/ad.html": page, "Bridge_files/x.js": "x", "other_files/a.txt": STORY},
    )
    assert ids(tmp_path) == ["Bridge.html", "other_files/a.txt"]


def test_a_page_is_recognised_whatever_its_name(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><html><head><title>Bridge falls</title></head><body><p>{STORY}</p></body></html>"
    write(tmp_path, {"a.txt": page, "b": page})
    for item in read([tmp_path]):
        assert isinstance(item, Article)
        assert "<" not in item.text


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("utf-16-le", b""), ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"), ("utf-32", b""), ("cp1252", b""), ("latin-1", b""),
    ],
)  # fmt: skip
def test_encodings(tmp_path: Path, encoding: str, mark: bytes) -> None:
    text = "Die Brücke in Lund stürzte am Montag ein, sagte die Bürgermeisterin. Für Fußgänger ist sie gesperrt. " * 3
    (tmp_path / "a.txt").write_bytes(mark + text.encode(encoding))
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert article.text == text
    assert article.language == "de"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "The mayor’s café in São Brás burned on 3 May; “it’s over,” said José Peña of the city."),
        ("latin-1", "A fire at Café Müller in São Brás killed no one on 3 May, the mayor, José Peña, said."),
        ("cp1252", "Le maire a déclaré que l'accident de mercredi a coûté la vie à un élève ; « c'est terrible »."),
        ("utf-16-le", "The council meets on Monday in the old hall."),
        (
            "cp1252",
            "Bridge falls\nHarbour Times, May 4, 2031\nLength: 88 words\nIt fell in Monday’s storm, the mayor said.",
        ),
        ("mac-roman", "The mayor’s café in the old town of São Brás burned on Friday; “it’s over,” said José Peña."),
        ("cp1250", "Starosta města řekl, že ve středu došlo k nehodě a že po ní dva dny nešel proud v celém městě."),
        ("cp1250", "Burmistrz miasta powiedział, że w środę na ulicy doszło do wypadku, a po nim nie było prądu."),
    ],
)
def test_a_line_or_two_in_an_old_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("â€œItâ€™s over,â€\x9d the mayor of CafÃ©ville said", "“It’s over,” the mayor of Caféville said"),
        ("la cittÃ\xa0 piÃ¹ bella", "la città più bella"),
        ("He wrote Ã© once", "He wrote Ã© once"),  # one alone may be meant
        ("Ânzio, château, Ãvila", "Ânzio, château, Ãvila"),
    ],
)
def test_text_that_was_encoded_twice_is_decoded_twice(written: str, text: str) -> None:
    assert decode(written.encode()) == text


def test_cyrillic_of_the_nineties(tmp_path: Path) -> None:
    text = "Мост через реку обрушился в понедельник утром, сообщили в мэрии города. Никто не пострадал. " * 4
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert (article.text, article.language) == (text, "ru")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge in Lund fell on Monday and nobody was hurt.", "en"),
        ("Die Brücke ist am Montag eingestürzt und wurde gesperrt.", "de"),
        ("Le pont est tombé lundi et la mairie a ouvert une enquête.", "fr"),
        ("El puente se cayó el lunes y la alcaldía abrió una investigación.", "es"),
        ("Il ponte è crollato lunedì e il sindaco ha aperto una inchiesta.", "it"),
        ("A ponte caiu na segunda-feira e a câmara não abriu um inquérito.", "pt"),
        ("De brug is maandag ingestort en het bestuur van de stad werd gebeld.", "nl"),
        ("Мост обрушился в понедельник, и мэр сообщил, что это не опасно.", "ru"),
        ("Міст обвалився в понеділок, і мер повідомив, що це не є небезпечно для міста.", "uk"),
        ("12 34", "en"),
    ],
)
def test_languages(tmp_path: Path, text: str, language: str) -> None:
    write(tmp_path, {"a.txt": text})
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert article.language == language


def test_the_header_of_a_plain_text(tmp_path: Path) -> None:
    head = "Headline: Bridge falls\r\nPublished: May 4, 2025\r\nSource: The Harbour\r\nURL: https://h.example/a\r\n\r\n"
    write(tmp_path, {"a.txt": head + STORY})
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert article.text == head + STORY
    assert (article.title, article.publisher, article.url) == ("Bridge falls", "The Harbour", "https://h.example/a")
    assert [(signal.signal, str(signal.span)) for signal in article.signals] == [("field", "2025-05-04")]


def test_signals_of_a_name(tmp_path: Path) -> None:
    write(tmp_path, {"2025/05/04/bridge.txt": STORY})
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert [(signal.signal, str(signal.span)) for signal in article.signals] == [("filename", "2025-05-04")]
