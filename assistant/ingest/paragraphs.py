"""A note cut into the paragraphs that are found and quoted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator

from assistant.ingest.documents import Document, blocks
from assistant.store.sentences import sentences
from assistant.store.shelf import Record, headed

_LIMIT = 256


def paragraphs(document: Document, pieces: Callable[[str], int], limit: int = _LIMIT) -> list[Record]:
    """The note's paragraphs in order; one longer than `limit` word pieces, headings included, is cut at sentences.

    A paragraph names the publishers whose figures it states, or all of the note's where it states none of them.
    """
    found: dict[str, Record] = {}
    for section, number, block in blocks(document.body):

        def fits(text: str, section: str = section) -> bool:
            return pieces(headed(document.title, section, text)) <= limit

        parts = list(_parts(block, fits))
        for part, text in enumerate(parts, 1):
            paragraph = _paragraph(document, section, number, text, part if len(parts) > 1 else 0)
            found.setdefault(paragraph.id, paragraph)
    return list(found.values())


def _parts(block: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """The block, or its sentences packed into parts that fit; a sentence that is too long is cut between words."""
    if fits(block):
        yield block
        return
    part = ""
    for piece in _small(sentences(block), fits):
        longer = f"{part} {piece}".strip()
        if part and not fits(longer):
            yield part
            longer = piece
        part = longer
    yield part


def _small(pieces: Iterable[str], fits: Callable[[str], bool]) -> Iterator[str]:
    for piece in pieces:
        words = piece.split()
        if fits(piece) or len(words) < 2:
            yield piece
        else:
            half = len(words) // 2
            yield from _small((" ".join(words[:half]), " ".join(words[half:])), fits)


def _paragraph(document: Document, section: str, number: int, text: str, part: int) -> Record:
    place = f"§ {section}, paragraph {number}" if section else f"paragraph {number}"
    carriers = [source for source in document.sources if any(state in text for state in source.states)]
    sources = carriers or document.sources
    return Record(
        id=f"{document.id}#{hashlib.sha256(text.encode()).hexdigest()[:12]}",
        text=text,
        source=document.id,
        title=document.title,
        locator=place + (f" (part {part})" if part else ""),
        section=section,
        keywords=document.keywords + document.keywords_es,
        publisher="; ".join(dict.fromkeys(source.publisher for source in sources)),
        url=next((source.url for source in sources if source.url), ""),
    )
