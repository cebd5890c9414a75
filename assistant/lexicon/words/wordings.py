"""What the readers of roundabout wordings have in common: cues in a text, and what its mentions are of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import words
from assistant.store.selection import WORLD
from assistant.types import Mention

Mentions = tuple[Mention, ...]
FLOWS = {"measures:imports": "imports", "measures:exports": "exports", "verbs:buy": "imports", "verbs:sell": "exports"}
MEASURED = frozenset({"measures:imports", "measures:exports"})
SHARE = "operations:share"


class Wordings:
    """Reads the mentions of one text by the cues of a language."""

    def __init__(self, text: str, language: Language, home: str) -> None:
        self.text, self.language, self.home = text, language, f"place:{home}"
        self.cues = language.section("rephrased")

    def any_of(self, name: str) -> str:
        """A pattern of the cues of a list."""
        return self.language.any_of("rephrased", name)

    def said(self, name: str, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> re.Match[str] | None:
        """Where one of the cues of a list stands, the longest first."""
        return re.search(before + self.any_of(name) + after, self.text)

    def ends(self, before: str, name: str) -> bool:
        """Whether a text ends with one of the cues of a list."""
        return before.rstrip().endswith(tuple(self.language.forms("rephrased", name)))

    @staticmethod
    def keyed(found: Iterable[Mention]) -> bool:
        """Whether a kind of thing or a mode is spoken of."""
        return any(c.startswith(("keys:", "modes:")) for m in found for c in m.candidates)

    def partners(self, found: Mentions) -> list[Mention]:
        """The places that are not the home country."""
        return partners(found, self.home)


def partners(found: Mentions, home: str) -> list[Mention]:
    """The places that are neither the home country ("place:USA") nor the world."""
    spare = {home, "home:home", f"place:{WORLD}"}
    return [m for m in found if any(c.startswith("place:") for c in m.candidates) and spare.isdisjoint(m.candidates)]


def first(found: Mentions, code: str) -> int | None:
    """Where the first mention of a code stands."""
    return next(_at(found, code), None)


def _at(found: Mentions, code: str) -> Iterator[int]:
    return (at for at, mention in enumerate(found) if code in mention.candidates)


def in_order(found: Sequence[Mention]) -> Mentions:
    """The mentions by where they stand."""
    return tuple(sorted(found, key=lambda mention: mention.start))


def apart(found: Iterable[Mention], *spans: tuple[int, int]) -> Mentions:
    """The mentions of which nothing stands in those stretches of the text."""
    return tuple(m for m in found if not any(start < m.end and m.start < end for start, end in spans))


def without_words(text: str, unknown: Codes, *spans: tuple[int, int]) -> Codes:
    """The unknown words without those that a text has only in those stretches of it."""
    inside = {t.word for t in words(text) if any(start <= t.start < end for start, end in spans)}
    inside -= {t.word for t in words(text) if not any(start <= t.start < end for start, end in spans)}
    return tuple(word for word in unknown if inside.isdisjoint(word.split()))


def without_spans(
    text: str, found: Iterable[Mention], unknown: Codes, *spans: tuple[int, int]
) -> tuple[Mentions, Codes]:
    """The mentions and unknown words without what a text has only in those stretches of it."""
    return apart(found, *spans), without_words(text, unknown, *spans)


__all__ = [
    *("FLOWS", "MEASURED", "SHARE", "Mentions", "Wordings"),
    *("apart", "first", "in_order", "partners", "without_spans", "without_words"),
]
