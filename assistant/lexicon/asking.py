"""What "which" and "who" ask for: a country, or a month, a mode or a product that is named right behind them."""

from __future__ import annotations

from collections.abc import Collection

from assistant.lexicon.linked import Linked
from assistant.lexicon.tokens import words


def asks_which(linked: Linked, asking: Collection[str], key: str) -> bool:
    """Whether one of the asking words asks for things of a key, "keys:partner", or does not say for what."""
    return any(token.word in asking and not _asks_other(linked, token.end, key) for token in words(linked.text))


def _asks_other(linked: Linked, end: int, key: str) -> bool:
    """Whether what is asked for right behind a word is of another kind: "which month" may be one mention."""
    asked = next((m for m in linked.mentions if m.end >= end), None)
    if asked is None or linked.text[end : asked.start].strip():
        return False
    return asked.kind in ("keys", "searching") and key not in asked.candidates


__all__ = ["asks_which"]
