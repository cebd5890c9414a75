"""Whose books are wanted, said by what they are not or by who says it: "Mexican rather than US data"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.languages.language import Language
from assistant.lexicon.linked import one_place
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.lexicon.words.wordings import apart, in_order
from assistant.store.members import is_country
from assistant.types import Mention

_BOOKS = "books:books"
_FLOWS = frozenset({"measures:exports", "measures:imports"})


def chosen(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with the books of one country that are set against those of another as what is demanded."""
    found = _without_view(text, _without_flow(text, mentions, language), language)
    found = _told(text, found, language.forms("lists", "told_by"))
    for place in (m for m in found if _country(m)):
        own = _books_behind(text, found, place.end, 2)
        start = (own or place).end
        if (end := _end_of_other(text, found, start, language, own is not None)) is not None:
            books = Mention("books", start, end, text[start:end], (f"books:{_country(place)}",))
            return in_order([*(m for m in apart(found, (start, end)) if m is not own), books])
    return found


def _without_view(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions without the "from" that only opens whose side is told: "from the US point of view, …"."""
    seen = language.forms("lists", "books_seen")
    kept = list(mentions)
    for at, lead in enumerate(mentions):
        before = fold(text[: lead.start]).rstrip()
        opens = before[-1:] in ("", ",", ";", "(") or before.split()[-1] in seen
        last = _last_of_view(text, mentions, at) if opens and "prepositions:from" in lead.candidates else None
        if last is not None and text[last.end :].lstrip()[:1] in ("", ",", ")", ";", ":", "?", "."):
            kept.remove(lead)
    return tuple(kept)


def _last_of_view(text: str, mentions: Sequence[Mention], at: int) -> Mention | None:
    """The last word of whose side is told behind "from": "the US side", "our side", "la perspectiva de México"."""
    after = mentions[at + 1 : at + 4]
    if after and (_country(after[0]) or "home:home" in after[0].candidates):
        return _books_behind(text, mentions, after[0].end, 1)
    named = [m for m in after[1:] if not {"prepositions:of"} & {*m.candidates}]
    return named[0] if named and _BOOKS in after[0].candidates and _country(named[0]) else None


def _end_of_other(text: str, mentions: Sequence[Mention], start: int, language: Language, said: bool) -> int | None:
    """Where the other country's books end that are not wanted; None where none are, or nobody's books are `said`."""
    other = next((m for m in mentions if m.start >= start and _country(m)), None)
    if other is None or _plain(text[start : other.start], language) not in language.forms("lists", "books_rather"):
        return None
    theirs = _books_behind(text, mentions, other.end, 0)
    if theirs:
        return theirs.end
    return _past(text, other.end, language.forms("lists", "books_ones")) if said else None


def _books_behind(text: str, mentions: Sequence[Mention], end: int, between: int) -> Mention | None:
    """The word for books behind a place, with so many words between at most: "Mexico's own books"."""
    after = next((m for m in mentions if m.start >= end), None)
    close = after is not None and len(text[end : after.start].replace("'s", " ").strip(" '").split()) <= between
    return after if after is not None and close and _BOOKS in after.candidates else None


def _told(text: str, mentions: Sequence[Mention], told: Collection[str]) -> tuple[Mention, ...]:
    """The mentions with who is said to tell it as the one whose books it stands in: "according to Mexico, …"."""
    for place in mentions:
        before = [token for token in tokenised(text) if token.end <= place.start][-3:]
        lead = next((before[i:] for i in range(len(before)) if " ".join(t.word for t in before[i:]) in told), None)
        if _country(place) and lead and text[place.end :].lstrip()[:1] in ("", ",", "?", ":", ";"):
            books = Mention("books", lead[0].start, lead[-1].end, "books", (f"books:{_country(place)}",))
            return in_order([*apart(mentions, (books.start, books.end)), books])
    return tuple(mentions)


def _without_flow(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions without the flow that only says whose books are read: "going by US export records, what did …".

    So it is where the books are said before a comma, and what follows says who buys or sells.
    """
    booked = language.any_of("lists", "booked")
    for place, flow, books in zip(mentions, mentions[1:], mentions[2:], strict=False):
        named = _country(place) and _FLOWS & {*flow.candidates} and _BOOKS in books.candidates
        close = not text[place.end : flow.start].strip(" '") and not text[flow.end : books.start].strip()
        if not (named and close):
            continue
        led = re.search(rf"(?<!\w){booked}\s+(?:the\s+)?$", fold(text[: place.start]))
        asked = any(c.startswith("verbs:") for m in mentions if m.start >= books.end for c in m.candidates)
        if led and asked and text[books.end :].lstrip()[:1] in (",", ":"):
            return tuple(m for m in mentions if m is not flow)
    return tuple(mentions)


def _plain(text: str, language: Language) -> str:
    """The words of a text without articles."""
    articles = language.forms("lists", "articles")
    return " ".join(token.word for token in tokenised(text) if token.word not in articles)


def _past(text: str, end: int, ones: Collection[str]) -> int:
    """The end of a word that stands for the books behind a place: "the American one"."""
    after = next(iter(tokenised(text[end:])), None)
    return end + after.end if after and after.word in ones and not text[end : end + after.start].strip(" '") else end


def _country(mention: Mention) -> str:
    code = one_place(mention)
    return code if code and is_country(code) else ""


__all__ = ["chosen"]
