"""The percentage that somebody has, which is a share: "US imports in 2024: Mexico's percentage?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Mention

_OWNERS = ("place:", "port:", "region:", "modes:", "product:")
_MOVED = frozenset({"operations:growth", "operations:change", "operations:rise", "operations:fall", "operations:share"})


def owned_shares(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with "percentage" right behind its owner as a share, where nothing moves or is a share besides."""
    if any(_MOVED & set(m.candidates) for m in mentions):
        return mentions
    return tuple(_read(text, mentions, at) for at in range(len(mentions)))


def _read(text: str, mentions: Sequence[Mention], at: int) -> Mention:
    mention, before = mentions[at], mentions[at - 1] if at else None
    if before is None or mention.candidates != ("operations:in_percent",):
        return mention
    owned = before.candidates[0].startswith(_OWNERS) and text[before.end : mention.start].strip() in ("'s", "'", "")
    closes = not any(char.isalnum() for char in text[mention.end :])
    possessed = text[before.start : mention.start].rstrip().endswith(("'s", "s'"))
    return replace(mention, candidates=("operations:share",)) if owned and possessed and closes else mention


__all__ = ["owned_shares"]
