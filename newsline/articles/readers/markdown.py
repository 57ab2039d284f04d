"""Markdown, with YAML or TOML front matter as note-taking programs, web clippers and static sites write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from newsline.articles.decode import decode
from newsline.articles.draft import Draft, NoArticle, with_headline
from newsline.articles.fields import described
from newsline.articles.own import without_own

if TYPE_CHECKING:
    from collections.abc import Mapping

TOML = re.compile(r"\s*\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|$)", re.S)
DASHED = re.compile(r"\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.S)
FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:[ \t]+[\"']?(\S.*?)[\"']?[ \t]*$")
COMMENT = re.compile(r"<!--.*?-->|%%[^%\n]*%%", re.S)
"""Of HTML and of Obsidian."""
FENCE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?^\1[ \t]*$\n?", re.S | re.M)
IMAGE = re.compile(r"!\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])|!\[\[[^\]\n]*\]\]")
LINK = re.compile(r"(?<!!)\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])")
WIKI_LINK = re.compile(r"\[\[(?:[^\]|\n]*\|)?([^\]|\n]*)\]\]")
AUTO_LINK = re.compile(r"<(?:https?://|mailto:)[^>\s]*>")
DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*$\n?", re.M)
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
TABLE_HEAD = re.compile(r"^ {0,3}\|.*\|[ \t]*\n {0,3}\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$\n?", re.M)
ROW = re.compile(r"^ {0,3}\|(.*\w.*)\|[ \t]*$", re.M)
TASK = re.compile(r"^([ \t]*[-*+][ \t]+)\[[ xX]\][ \t]+", re.M)
HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.M)
UNDERLINED = re.compile(r"^(?=[^\n]*\w)([^\n>|-][^\n]*)\n {0,3}(?:=+|-{3,})[ \t]*$", re.M)
RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$\n?", re.M)
QUOTE = re.compile(r"^(?: {0,3}>[ \t]?)+(?:\[![\w-]+\][+-]?[ \t]*)?", re.M)
"""The marks of a quotation, and of a callout: "> [!note]"."""
EMPHASIS = re.compile(r"(?<![\w*_\\])(\*{1,3}|_{1,3}|~~|==)(?=[^\s*_])([^\n*]*?[^\s\\])\1(?![\w*_])")
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
BREAK = re.compile(r"(?: {2,}|\\)$", re.M)


def read_markdown(data: bytes, name: str) -> list[Draft]:
    """One article; front matter gives its metadata, the first heading its title if the front matter has none."""
    fields, body = front_matter(decode(data))
    title, text = plain_text(body)
    if not text.strip():
        raise NoArticle("no article in it: nothing but front matter")
    found = described(fields, text, signal="front-matter")
    title = found.title or title
    return [replace(found, text=with_headline(title, text), title=title)]


def front_matter(text: str) -> tuple[Mapping[str, Any], str]:
    """Front matter and the rest; a block that does not parse is no front matter."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if match := TOML.match(text):
        import tomllib

        try:
            return tomllib.loads(match[1]), text[match.end() :]
        except tomllib.TOMLDecodeError:
            return {}, text[match.end() :]
    if not text.lstrip().startswith("---"):
        return {}, text
    import frontmatter

    try:
        fields, body = frontmatter.parse(text.lstrip())
    except Exception:
        block = DASHED.match(text)
        return (_lines(block[1]), text[block.end() :]) if block else ({}, text)
    return fields, body


def _lines(block: str) -> dict[str, str]:
    """Front matter that is no YAML, as many write it ("title: Ferry: the end"): each line for itself."""
    return {line[1]: line[2] for line in map(FIELD.match, block.split("\n")) if line}


def plain_text(markdown: str) -> tuple[str | None, str]:
    """Title (the first heading, if it comes first or has level 1) and the text without marks."""
    text = COMMENT.sub("", FENCE.sub("", without_own(markdown)))
    text = UNDERLINED.sub(r"# \1", DEFINITION.sub("", text))
    first = HEADING.search(text)
    title = None
    if first and (len(first[1]) == 1 or not text[: first.start()].strip()):
        title = " ".join(_inline(first[2]).split()) or None
    text = HEADING.sub(r"\n\2\n", RULE.sub("\n", text))
    text = BREAK.sub("", TASK.sub(r"\1", QUOTE.sub("", text)))
    text = ROW.sub(_item, TABLE_HEAD.sub("", text))
    text = _inline(text)
    return title, re.sub(r"\n{3,}", "\n\n", text).strip()


def _item(row: re.Match[str]) -> str:
    """A row of a table as an item of a list: "20 May 2031: The deal is signed"."""
    first, *others = (cell.strip() for cell in row[1].split("|"))
    return f"- {first}: {' '.join(others)}" if any(others) else f"- {first}"


def _inline(text: str) -> str:
    text = IMAGE.sub("", text)
    text = AUTO_LINK.sub("", LINK.sub(r"\1", WIKI_LINK.sub(r"\1", FOOTNOTE.sub("", text))))
    text = TAG.sub("", CODE.sub(r"\1", text))
    for _ in range(2):
        text = EMPHASIS.sub(r"\2", text)
    return ESCAPE.sub(r"\1", text)
