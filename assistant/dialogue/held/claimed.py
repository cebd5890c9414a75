"""What was said to be first, or held against another, held against one more: "by how much over Canada?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import is_subject, opens
from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Codes, Question, Slots

_HELD = frozenset({"difference", "ratio", "exceed", "trail"})
_SIDES = frozenset({"exceed", "trail"})
_CLAIMS = ({"top", "polar"}, {"bottom", "polar"})
_CLAIMED = frozenset({"top", "bottom", "polar"})
_FAR = frozenset({"difference"})


def claimed_against(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The follow-up without the one that it names, and the earlier question over that one and its own subject.

    The subject is what was said to be first or last of all ("is Mexico the largest?"), or the first of two that were
    held against each other ("how much more to Mexico than to Canada?", "and than to China?").
    """
    new, last = question.slots, dialogue.last.slots if dialogue.last is not None else None
    if last is None or new.operations - _HELD - {"polar", "compare"} or question.unknown:
        return None
    name, subject = _subject(last)
    other = _other(question, name, last)
    asks = new.operations & _HELD or opens(question, "held_over") or len(_codes(last, name)) == 2
    if not subject or len(other) != 1 or other[0] == subject or not asks:
        return None
    done = new.operations or (last.operations if last.operations & _HELD else _FAR)
    bare = replace(new.without_sides(), operations=done, measures=(), filters={}, implied=False)
    both = (other[0], subject) if done & _SIDES and is_subject(question) else (subject, other[0])
    pair = replace(last if last.operations & _HELD else plain(last), operations=frozenset())
    if name == "partner":
        return bare, replace(pair, partner=both)
    return bare, replace(pair, filters={**last.filters, name: both})


def _codes(last: Slots, name: str) -> Codes:
    return last.partner if name == "partner" else last.filters.get(name, ())


def _subject(last: Slots) -> tuple[str, str]:
    """What kind of thing the earlier question said something of, and its code; empty where it said it of none."""
    if last.beside[:1] == ("at",) and last.operations <= _CLAIMED:  # "Mexico's rank", "is Canada bigger?"
        return last.beside[1], last.beside[2]
    if last.operations in _CLAIMS and len(last.keys) == 1:
        codes = _codes(last, last.keys[0])
        return (last.keys[0], codes[0]) if len(codes) == 1 else ("", "")
    if not last.operations & _HELD or last.keys or last.operations & {"growth", "share", "points"}:
        return "", ""
    pairs = [name for name in ("partner", *last.filters) if len(_codes(last, name)) == 2]
    return (pairs[0], _codes(last, pairs[0])[0]) if len(pairs) == 1 else ("", "")


def _other(question: Question, name: str, last: Slots) -> Codes:
    """What is named of the same kind, where nothing else is named; () where there is more."""
    new = question.slots
    same = new.implied or new.measures in ((), last.measures)
    if not same or new.periods or new.keys or new.without or new.ordinal or new.number or new.condition:
        return ()
    if name == "partner":
        return () if new.filters else tuple(code for code in new.places if code not in last.reporter)
    left = {*new.places} - {*last.reporter, *last.partner}
    return new.filters[name] if {*new.filters} == {name} and not left else ()


__all__ = ["claimed_against"]
