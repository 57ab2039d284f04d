"""Markdown: front matter and text without marks."""

from __future__ import annotations

import pytest

from newsline.articles.draft import NoArticle
from newsline.articles.readers.markdown import plain_text, read_markdown

BODY = "The old bridge in Lund fell on Monday."


@pytest.mark.parametrize(
    ("front", "signal"),
    [
        ("---\ntitle: Bridge falls\ndate: 2025-05-04\n---\n", "2025-05-04"),
        ("---\ntitle: Bridge falls\ndate: 2025-05-04T10:00:00+02:00\n---\n", "2025-05-04"),
        ("---\ntitle: Bridge falls\npublished: May 2025\n---\n", "2025-05"),
        ("+++\ntitle = 'Bridge falls'\ndate = 2025-05-04\n+++\n", "2025-05-04"),
        ("---\r\ntitle: Bridge falls\r\ndate: 2025-05-04\r\n---\r\n", "2025-05-04"),
        ("---\ntitle: Bridge falls\n---\n", None),
    ],
)
def test_front_matter(front: str, signal: str | None) -> None:
    (draft,) = read_markdown(f"{front}\n{BODY}\n".encode(), "a.md")
    assert draft.title == "Bridge falls"
    assert draft.text == f"Bridge falls\n\n{BODY}"
    assert [str(found.span) for found in draft.signals] == ([signal] if signal else [])


def test_a_web_clipper() -> None:
    front = "---\ntitle: Bridge falls\nsource: https://harbour.example/x\npublisher: Harbour\nlang: en\n---\n"
    (draft,) = read_markdown(f"{front}{BODY}".encode(), "a.md")
    assert (draft.url, draft.publisher, draft.language) == ("https://harbour.example/x", "Harbour", "en")


@pytest.mark.parametrize(
    ("front", "title", "day", "publisher"),
    [
        ("title: Lund: the bridge falls\ndate: 2025-05-04", "Lund: the bridge falls", "2025-05-04", None),
        (
            'title: \'Bridge falls\ndate: 4 May 2025\npublication: "Harbour: News"',
            "Bridge falls",
            "2025-05-04",
            "Harbour: News",
        ),
        ("title: [a: b\n  - c\ntags: [x", "[a: b", None, None),
        ("{{ nothing that has a key }}", None, None, None),
    ],
)
def test_front_matter_that_is_no_yaml(front: str, title: str | None, day: str | None, publisher: str | None) -> None:
    (draft,) = read_markdown(f"---\n{front}\n---\n{BODY}".encode(), "a.md")
    assert (draft.title, draft.publisher) == (title, publisher)
    assert draft.text == (f"{title}\n\n{BODY}" if title else BODY)
    assert [str(found.span) for found in draft.signals] == ([day] if day else [])


def test_a_callout_is_read_without_its_mark() -> None:
    assert plain_text("> [!note]- It fell.\n> It broke.") == (None, "It fell.\nIt broke.")


def test_nothing_but_front_matter() -> None:
    with pytest.raises(NoArticle):
        read_markdown(b"---\ntitle: Bridge falls\n---\n", "a.md")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("It *fell* on **Monday** and ***broke***.", "It fell on Monday and broke."),
        ("It _fell_ on __Monday__; snake_case_name stays.", "It fell on Monday; snake_case_name stays."),
        ("The [old bridge](https://x.example/a_(b)) fell.", "The old bridge fell."),
        ("The [old bridge][1] fell.\n\n[1]: https://x.example", "The old bridge fell."),
        ("The [[Lund|old bridge]] and the [[river]].", "The old bridge and the river."),
        ("![A bridge](b.png)\nIt fell.", "It fell."),
        ("It fell.[^1]\n\n[^1]: Harbour", "It fell."),
        ("> It fell.\n> It broke.", "It fell.\nIt broke."),
        ("- It fell.\n- It broke.", "- It fell.\n- It broke."),
        ("It fell.\n\n---\n\nIt broke.", "It fell.\n\nIt broke."),
        ("```\ncode\n```\nIt fell.", "It fell."),
        ("It `fell` \\*here\\*.", "It fell *here*."),
        ("It <b>fell</b>.<!-- no -->", "It fell."),
        ("- [x] It fell.\n- [ ] It is rebuilt.", "- It fell.\n- It is rebuilt."),
        ("It %%not seen%% fell.\n\nBy 5%% more.", "It  fell.\n\nBy 5%% more."),
        (
            "| Day | What |\n|:--|---|\n| 4 May | It fell. |\n| 5 May | It broke. |",
            "- 4 May: It fell.\n- 5 May: It broke.",
        ),
        ("5 * 3 * 2 and a * b", "5 * 3 * 2 and a * b"),
        ("See <https://x.example>.", "See ."),
    ],
)
def test_marks_go_and_words_stay(markdown: str, text: str) -> None:
    assert plain_text(markdown)[1] == text


@pytest.mark.parametrize(
    ("markdown", "title"),
    [
        ("# Bridge falls\n\nIt fell.", "Bridge falls"),
        ("## Bridge *falls* ##\n\nIt fell.", "Bridge falls"),
        ("Bridge falls\n============\n\nIt fell.", "Bridge falls"),
        ("It fell.\n\n## Later\n\nIt broke.", None),
    ],
)
def test_the_first_heading_is_the_title(markdown: str, title: str | None) -> None:
    assert plain_text(markdown)[0] == title
