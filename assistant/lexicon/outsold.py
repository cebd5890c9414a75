"""Two sellers or buyers held against each other where objects are marked: "Irlanda vende a EE. UU. más que Francia"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Slots
from assistant.lexicon.tokens import words
from assistant.types import Mention

_TURNED = {"verbs:sell": ("exports", "imports"), "verbs:buy": ("imports", "exports")}
"""The flow of the two rivals, and the same flow as the one in the middle books it."""
_RIVALLED = frozenset({"exceed", "trail", "top", "bottom", "count", "per_key", "difference"})


def outsold(slots: Slots, linked: Linked) -> Slots:
    """The slots with both rivals, where what follows "que" has no preposition: a subject as the first is."""
    marked = linked.language.section("roles").get("objects") == "marked"
    places = [m for m in linked.mentions if _code(m)]
    if not marked or len(places) != 3 or slots.operations - _RIVALLED - {"polar"} or slots.keys or slots.filters:
        return slots
    if "count" in slots.operations and "per_key" not in slots.operations:
        return slots  # "cuántas veces", and not "por cuántos millones"
    (first, middle, last), verb = places, _verb(linked)
    degree = _degree(linked, first, middle, last)
    if not verb or not degree or not _led(linked, middle) or len({_code(m) for m in places}) != 3:
        return slots
    theirs, ours = _TURNED[verb]
    pair, other = (_code(first), _code(last)), (_code(middle),)
    done = slots.operations - _RIVALLED | {degree} | slots.operations & {"difference"}
    bare = replace(slots, origin=(), destination=(), operations=done, doubtful="")
    if other == (linked.home,):
        return replace(bare, measures=(ours,), reporter=other, partner=pair)
    return replace(bare, measures=(theirs,), reporter=pair, partner=other)


def _verb(linked: Linked) -> str:
    """The one verb of selling or buying; "" where a noun or another verb says the flow."""
    verbs = {code for m in linked.mentions for code in m.candidates if code in _TURNED}
    return verbs.pop() if len(verbs) == 1 else ""


def _degree(linked: Linked, first: Mention, middle: Mention, last: Mention) -> str:
    """Whether more or less is asked for: a degree before the middle or behind it, and a bare "que" before the last."""
    more, less = (linked.language.forms("comparatives", name) for name in ("more", "less"))
    before = [t.word for t in words(linked.text[first.end : middle.start])]
    between = [t.word for t in words(linked.text[middle.end : last.start])]
    articles = linked.language.forms("lists", "articles")
    between = [word for word in between if word not in articles]
    if between[-1:] != ["que"] or len(between) > 2 or set(between[:-1]) - more - less:
        return ""
    said = [word for word in (*before, *between) if word in more | less]
    return "" if len(said) != 1 else "exceed" if said[0] in more else "trail"


def _led(linked: Linked, place: Mention) -> bool:
    """Whether the object's "a" stands right before a place."""
    before = next((m for m in reversed(linked.mentions) if m.end <= place.start), None)
    articles = linked.language.forms("lists", "articles")
    gap = {t.word for t in words(linked.text[before.end : place.start])} if before else set()
    return before is not None and "prepositions:to" in before.candidates and gap <= articles


def _code(mention: Mention) -> str:
    codes = [c.removeprefix("place:") for c in mention.candidates if c.startswith("place:")]
    return codes[0] if len(codes) == 1 else ""


__all__ = ["outsold"]
