"""What "which" and "who" ask for: a country, or a month, a mode or a product that is named right behind them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked
from assistant.lexicon.tokens import fold, words
from assistant.types import Mention

_KINDS = ("keys:region", "keys:region_mx", "keys:port")


def asks_which(linked: Linked, asking: Collection[str], key: str) -> bool:
    """Whether one of the asking words asks for things of a key, "keys:partner", or does not say for what."""
    return any(token.word in asking and not _asks_other(linked, token.end, key) for token in words(linked.text))


def as_kind(mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The mentions with a "who" as the kind that the list which is asked for names: "who …? top three US states"."""
    who = language.forms("lists", "who")
    asked = [m for m in mentions if fold(m.text) in who and m.candidates == ("keys:partner",)]
    kinds = [m.candidates for at, m in enumerate(mentions) if m.candidates[0] in _KINDS and _is_listed(mentions[:at])]
    if len(asked) != 1 or len(kinds) != 1:
        return mentions
    return tuple(replace(m, candidates=kinds[0]) if m is asked[0] else m for m in mentions)


def _is_listed(before: tuple[Mention, ...]) -> bool:
    """Whether a superlative or a count leads to it: "the top five", "which three"."""
    return any(m.kind == "quantity" or "operations:top" in m.candidates for m in before[-2:])


def _asks_other(linked: Linked, end: int, key: str) -> bool:
    """Whether what is asked for right behind a word is of another kind: "which month" may be one mention."""
    asked = next((m for m in linked.mentions if m.end >= end), None)
    if asked is None or linked.text[end : asked.start].strip():
        return False
    return asked.kind in ("keys", "searching") and key not in asked.candidates


__all__ = ["as_kind", "asks_which"]
