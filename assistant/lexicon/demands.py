"""What a question demands of the basis: a source, a table, a release, a valuation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked, place_of
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import fold, phrase, words
from assistant.types import Mention

_SECTIONS = {
    **{"source": "sources", "table": "tables", "release": "releases", "valuation": "valuations"},
    "population": "populations",
}
_ENDS = frozenset("?!;")
"""What ends a sentence: "… Mexico or Canada? Data for 2022" is of nobody's data."""
_ONE_AGAINST_ANOTHER = frozenset({"compare", "difference", "exceed", "trail"})


def demanded(linked: Linked) -> dict[str, Any]:
    """The slots of what is demanded; of several the first answers and `versus` ("source:bts") is set against it."""
    named = {kind: tuple(dict.fromkeys(linked.codes(section))) for kind, section in _SECTIONS.items()}
    versus = tuple(f"{kind}:{code}" for kind, codes in named.items() for code in codes[1:])
    return {**{kind: codes[0] if codes else None for kind, codes in named.items()}, "versus": versus}


def adjective_of(linked: Linked, books: Mention, following: Mention) -> str | None:
    """The country of an adjective right after "data", where adjectives follow: "datos mexicanos"."""
    adjectives = linked.language.forms("roles", "adjectives")
    if following.text not in adjectives or linked.text[books.end : following.start].strip():
        return None
    return next((c.removeprefix("place:") for c in following.candidates if c.startswith("place:")), None)


def sides_told(linked: Linked) -> Iterator[str]:
    """The countries whose books are spoken of, in order: "US data", "Mexican and US figures", "datos mexicanos"."""
    for at, mention in enumerate(linked.mentions[1:], start=1):
        before = linked.mentions[at - 1]
        place = place_of(before)
        between = linked.text[before.end : mention.start]
        near = len(between.split()) <= 1 and not _ENDS & {*between}
        if "books:books" in mention.candidates and place and near:
            yield from (*_joined_to(linked, at - 1), place)
        if "books:books" in before.candidates and (owner := adjective_of(linked, before, mention)):
            yield owner
    yield from _owners(linked)


def _owners(linked: Linked) -> Iterator[str]:
    """The countries behind "own figure of": "la cifra propia de México"."""
    own = linked.language.forms("lists", "books_own")
    for books, link, owner in zip(linked.mentions, linked.mentions[1:], linked.mentions[2:], strict=False):
        if books.text in own and "prepositions:of" in link.candidates and (place := place_of(owner)):
            yield place
    yield from _speakers_own(linked)


def _speakers_own(linked: Linked) -> Iterator[str]:
    """The country named first, where "its own count" is that of no country beside it: "by its own count, …"."""
    own, theirs = linked.language.forms("lists", "books_own"), linked.language.forms("lists", "books_its")
    first = next((place for m in linked.mentions if (place := place_of(m))), None)
    for books in linked.mentions:
        before = phrase(linked.text[: books.start])[-1:]
        if first and fold(books.text) in own and set(before) & theirs:
            yield first


def _joined_to(linked: Linked, at: int) -> Iterator[str]:
    """The country that shares the word for books with the one at a place: "Mexican and US figures"."""
    joins = linked.language.forms("lists", "books_joined")
    for other in linked.mentions[max(at - 2, 0) : at]:
        between = phrase(linked.text[other.end : linked.mentions[at].start])
        if len(between) and set(between) <= joins and (place := place_of(other)):
            yield place


def books_used(linked: Linked) -> str | None:
    """The country of "use data from Mexico", where a basis is demanded and no figure named."""
    told = {code for mention in linked.mentions for code in mention.candidates}
    opened = phrase(linked.text)[:1] and phrase(linked.text)[0] in linked.language.section("home").get("verbs", ())
    if "sourcing:use" not in told and not opened or any(code.startswith("measures:") for code in told):
        return None
    for books, link, place in zip(linked.mentions, linked.mentions[1:], linked.mentions[2:], strict=False):
        joined = {"prepositions:of", "prepositions:from"} & set(link.candidates)
        named = [code.removeprefix("place:") for code in place.candidates if code.startswith("place:")]
        if "books:books" in books.candidates and joined and named:
            return named[0]
    return None


def without_imperatives(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The mentions without a verb that opens the question and is written like a country: "usa los datos del Censo"."""
    verbs = set(language.section("home").get("verbs", ()))
    first = next(iter(words(text)), None)
    if first is None or text[first.start : first.end] not in (*verbs, *(verb.capitalize() for verb in verbs)):
        return mentions
    return tuple(mention for mention in mentions if (mention.start, mention.end) != (first.start, first.end))


def compared(slots: Slots) -> Slots:
    """The slots without a comparison that is one of sources, which the second round makes: "Census against BTS"."""
    if not slots.versus or len(slots.partner) > 1 or len(slots.periods) > 1 or len(slots.measures) > 1:
        return slots
    return replace(slots, operations=slots.operations - _ONE_AGAINST_ANOTHER)
