"""Notes read from Markdown: front matter checked, text made plain."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import CorpusError
from assistant.ingest.plain import plain_text

_KEYS = {"title", "topic", "keywords", "keywords_es", "names", "sources", "computed"}
_SOURCE_KEYS = {"publisher", "title", "date", "url", "states", "licence"}
_FENCE = "+++"


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """What a note rests on: publisher, title, date, address, and the figures and dates that it carries."""

    publisher: str
    title: str
    date: str = ""
    url: str = ""
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A note: its front matter, and its body as plain text under headings."""

    id: str
    title: str
    topic: str
    keywords: tuple[str, ...]
    keywords_es: tuple[str, ...]
    sources: tuple[DocumentSource, ...]
    computed: tuple[Mapping[str, Any], ...]
    body: str


def read_documents(corpus: Path) -> tuple[Document, ...]:
    """Every note in a corpus' documents folder, by file name; CorpusError where one is not what it says it is."""
    documents = tuple(_read(path) for path in sorted((corpus / "documents").glob("*.md")))
    titles: dict[str, str] = {}
    for document in documents:
        if document.title in titles:
            raise CorpusError(f"{document.id}.md has the title of {titles[document.title]}.md: {document.title!r}")
        titles[document.title] = document.id
    return documents


def blocks(body: str) -> Iterator[tuple[str, int, str]]:
    """Section heading, number of the paragraph within it, text; the note's own title is no section."""
    section, number = "", 0
    for block in re.split(r"\n\s*\n", _apart(body)):
        heading = re.fullmatch(r"(#{1,6})\s+(.+?)\s*#*", block.strip())
        if heading:
            section, number = ("" if len(heading[1]) == 1 else heading[2]), 0
        elif joined := _joined(block):
            number += 1
            yield section, number, joined


def _read(path: Path) -> Document:
    try:
        text = path.read_text(encoding="utf-8-sig")
        head, body = _divided(text)
        front = tomllib.loads(head)
        return _document(path.stem, front, plain_text(body))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError) as error:
        raise CorpusError(f"{path.name}: {error}") from error


def _divided(text: str) -> tuple[str, str]:
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != _FENCE:
        raise ValueError(f"front matter is missing: the first line should be {_FENCE}")
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :])
    raise ValueError(f"front matter has no end: a second line {_FENCE} should follow it")


def _document(name: str, front: Mapping[str, Any], body: str) -> Document:
    _known(front, _KEYS, "front matter")
    sources = tuple(_source(entry) for entry in _tables(front, "sources"))
    if not sources:
        raise ValueError("no [[sources]]: a note names what it rests on")
    if not any(blocks(body)):
        raise ValueError("no paragraph under the front matter")
    return Document(
        id=name,
        title=_text(front, "title"),
        topic=_text(front, "topic"),
        keywords=_texts(front, "keywords"),
        keywords_es=_texts(front, "keywords_es", required=False),
        sources=sources,
        computed=_tables(front, "computed"),
        body=body,
    )


def _source(entry: Mapping[str, Any]) -> DocumentSource:
    _known(entry, _SOURCE_KEYS, "[[sources]]")
    url = _line(str(entry.get("url", "")))
    if url and not re.fullmatch(r"https?://[^\s<>\"']+", url):
        raise ValueError(f"not a web address: {url!r}")
    states = _texts(entry, "states", required=False)
    return DocumentSource(
        _text(entry, "publisher"), _text(entry, "title"), _line(str(entry.get("date", ""))), url, states
    )


def _known(entry: Mapping[str, Any], keys: set[str], where: str) -> None:
    if unknown := sorted(set(entry) - keys):
        raise ValueError(f"unknown key in {where}: {', '.join(unknown)}; known are {', '.join(sorted(keys))}")


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not _line(value):
        raise ValueError(f"{key} should be a text, not {value!r}")
    return _line(value)


def _texts(entry: Mapping[str, Any], key: str, required: bool = True) -> tuple[str, ...]:
    value = entry.get(key, None if required else [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{key} should be a list of texts, not {value!r}")
    return tuple(_line(item) for item in value)


def _tables(entry: Mapping[str, Any], key: str) -> tuple[Mapping[str, Any], ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError(f"{key} should be written as [[{key}]]")
    return tuple(value)


def _line(text: str) -> str:
    return " ".join(plain_text(text).split())


def _apart(body: str) -> str:
    return re.sub(r"^(#{1,6}\s.*)$", r"\n\1\n", body, flags=re.MULTILINE)


def _joined(block: str) -> str:
    """The block with its wrapped lines joined; items of a list and rows of a table keep theirs."""
    text = ""
    for line in filter(None, map(str.strip, block.splitlines())):
        starts = re.match(r"([-+•]|\d+[.)]|\|)\s", line) or line.startswith("|")
        text += ("\n" if starts else " ") + line
    return text.strip()
