"""Things that alone are counted, as one sum: "only trucks and rail: exports to Mexico", "by truck and rail only"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.lexicon.linked import Linked
from assistant.types import Mention

_KINDS = ("modes:", "region:", "port:", "product:", "place:")
_OTHER = ("compare", "exceed", "trail", "difference", "ratio", "per_key", "top", "bottom", "best", "worst", "count")
_PACES = ("fastest", "slowest", "faster", "slower")
_APART = frozenset(f"operations:{name}" for name in (*_OTHER, *_PACES))
_SET_OFF = (",", ":", ";", "-", "–", "—")


def are_only_these(linked: Linked) -> bool:
    """Whether several things of one kind are all that is to be counted of a flow, and none is told from the others."""
    named = {code for m in linked.mentions for code in m.candidates}
    if _APART & named or any(code.startswith("keys:") for code in named) or not any(linked.codes("measures")):
        return False
    return any("dialogue:only" in m.candidates and _bounds(linked, at) for at, m in enumerate(linked.mentions))


def _bounds(linked: Linked, at: int) -> bool:
    """Whether "only" opens the message before a list that is set off, or stands right behind a list of modes."""
    after = _list(linked.mentions[at + 1 :], linked.home)
    if at == 0 and len(after) > 1:
        return linked.text[after[-1].end :].lstrip().startswith(_SET_OFF)
    before = _list([*reversed(linked.mentions[:at])], linked.home)
    close = bool(before) and not linked.text[before[0].end : linked.mentions[at].start].strip()
    return close and len(before) > 1 and _kind(before[0]) == "modes:"


def _list(mentions: Sequence[Mention], home: str) -> list[Mention]:
    """The things of one kind that stand first, joined by "and" at most."""
    listed: list[Mention] = []
    for mention in mentions:
        if listed and "dialogue:and" in mention.candidates:
            continue
        if not _kind(mention) or f"place:{home}" in mention.candidates or listed and _kind(mention) != _kind(listed[0]):
            break
        listed.append(mention)
    return listed


def _kind(mention: Mention) -> str:
    return next((kind for kind in _KINDS if mention.candidates[0].startswith(kind)), "")


__all__ = ["are_only_these"]
