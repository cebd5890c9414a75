"""The words that a pattern must find in a text, read off the pattern: where one is missing, it need not be tried."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

_PART = re.compile(
    r"(?P<escape>\\.)|(?P<chars>\[(?:\\.|[^\]\\])*\])|(?P<negative>\(\?<?!)|(?P<open>\((?:\?(?:P<\w+>|<?=|:))?)"
    r"|(?P<close>\))|(?P<or>\|)|(?P<list>\{[a-z_]+(?:\.[a-z]+)?\})|(?P<times>(?:\{\d*,?\d*\}|[?*+])\??)"
    r"|(?P<word>[^\W_]+)|(?P<other>.)",
    re.DOTALL,
)
_EDGES = ("\\b", "\\W", "\\s", "\\.", "\\?", "\\$", "\\-")
_ANY = (".", "_")
_INNER = re.compile(r"[\w^\\]")
"""What makes a set of characters one that may stand within a word."""
_SPARE = ("?", "*", "{0")

Words = tuple[frozenset[str], ...]
"""Sets of words, of each of which a text has one."""
Listed = Callable[[str], frozenset[str]]
"""The first words of the forms of a list, none where it does not tell."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A piece of a pattern: what it must find, and whether a word beside it ends there, on its left and right side.

    What stands beside one that may be left out stands beside its neighbour too.
    """

    needed: Words = ()
    left: bool = False
    right: bool = False
    spare: bool = False


_EDGE, _BLUR = _Item(left=True, right=True), _Item()


def needed(pattern: str, listed: Listed) -> Words:
    """The sets of words of which a text has one each wherever the pattern applies; () where it does not tell.

    A list stands in it as {name}. A word counts only whole, for a text is known by its whole words.

    >>> [sorted(words) for words in needed(r"(?:the )?(?:goods|wares) (?:sent )?to states?", lambda name: frozenset())]
    [['goods', 'wares'], ['to']]
    """
    parts = [(str(found.lastgroup), found[0]) for found in _PART.finditer(pattern)]
    return _either(parts, listed).needed


def _either(parts: list[tuple[str, str]], listed: Listed) -> _Item:
    """What the alternatives up to the end of their group have in common; takes them off the parts."""
    branches = [_sequence(parts, listed)]
    while parts and parts[0][0] == "or":
        parts.pop(0)
        branches.append(_sequence(parts, listed))
    if parts:
        parts.pop(0)  # the bracket that closes the group
    smallest = [min(branch.needed, key=len, default=frozenset()) for branch in branches]
    shared = (frozenset().union(*smallest),) if all(smallest) else ()
    found = branches[0].needed if len(branches) == 1 else shared
    return _Item(found, left=all(one.left for one in branches), right=all(one.right for one in branches))


def _sequence(parts: list[tuple[str, str]], listed: Listed) -> _Item:
    items: list[_Item] = []
    while parts and parts[0][0] not in ("or", "close"):
        kind, text = parts.pop(0)
        item = _item(kind, text, parts, listed)
        if parts and parts[0][0] == "times":
            spare = parts.pop(0)[1].startswith(_SPARE)
            item = replace(item, needed=() if spare or kind == "word" else item.needed, spare=spare)
        items.append(item)
    parted = zip(items, _edges(items), reversed(_edges(items[::-1], left=True)), strict=True)
    firm = (item for item, before, behind in parted if (before or item.left) and (behind or item.right))
    found = tuple(words for item in firm for words in item.needed)
    return _Item(found, left=_begins(items, "left"), right=_begins(items[::-1], "right"))


def _begins(items: list[_Item], side: str) -> bool:
    """Whether there is an edge first, whichever of the items that may be left out are there."""
    for item in items:
        if not getattr(item, side) or not item.spare:
            return bool(getattr(item, side))
    return False


def _edges(items: list[_Item], *, left: bool = False) -> list[bool]:
    """Whether a word that begins with each item has an edge before it; from the other end, one behind it."""
    edges = [True]
    for item in items:
        own = item.left if left else item.right
        edges.append(own and (edges[-1] or not item.spare))
    return edges[:-1]


def _item(kind: str, text: str, parts: list[tuple[str, str]], listed: Listed) -> _Item:
    if kind in ("open", "negative"):
        inner = _either(parts, listed)
        return _EDGE if kind == "negative" else inner
    if kind == "list":
        words = listed(text[1:-1])
        return _Item((words,) if words else ())
    if kind == "word":
        return _Item((frozenset({text}),))
    edge = text in _EDGES or kind == "other" and text not in _ANY or kind == "chars" and not _INNER.search(text)
    return _EDGE if edge else _BLUR


__all__ = ["Words", "needed"]
