"""The first of a ranking held against another that is named: "how does that compare to El Paso?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import is_subject
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Codes, Question, Slots

_HELD = frozenset({"compare", "ratio", "difference", "exceed", "trail"})
_SIDES = frozenset({"exceed", "trail"})
_RANKS = frozenset({"top", "bottom"})
_NOW = frozenset({"latest", "latest-year"})


def first_against(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The follow-up without the thing that it names, and the ranking's question over that and the first; or None.

    "That" is what came first, or the one place of the ranking that was told; against another time it is the ranking.
    """
    turn, new = dialogue.last, question.slots
    leads = new.operations == {"difference"}  # "how far ahead of China?" goes without saying who is
    if turn is None or turn.slots is None or not new.operations & _HELD:
        return None
    if "dialogue:that" not in question.about and not (leads and len(turn.order) > 1):
        return None
    (dimension, codes), last = turn.ranked, turn.slots
    ranked = last.keys == (dimension,) and bool(codes) and last.operations <= _RANKS | {"per_key", "ordered"}
    named = _named(new, dimension, last)
    if ranked and _is_time_alone(new):
        return replace(new, operations=frozenset()), last
    if not ranked or len(named) != 1 or named[0] == codes[0] or new.operations - _HELD - {"polar"}:
        return None
    both = _in_order(question, (codes[0], *named))
    plain = replace(last, keys=(), operations=frozenset(), number=None, pick=None, beside=())
    now = ("latest-year",) if new.periods and len(last.periods[0]) == len("2024") else new.periods
    bare = replace(new.without_sides(), periods=now, measures=(), filters={}, implied=False)
    if dimension == "partner":
        return bare, replace(plain, partner=both)
    return bare, replace(plain, filters={**last.filters, dimension: both})


def sellers_apart(question: Question, dialogue: Dialogue, home: str) -> tuple[Slots, Slots] | None:
    """What another country sold held against another's beside it: Mexico's exports to the US, "compared to Canada?"."""
    turn, new = dialogue.last, question.slots
    if turn is None or turn.slots is None or "dialogue:that" not in question.about or not new.operations & _HELD:
        return None
    last = turn.slots
    others = tuple(code for code in new.places if code not in (*last.reporter, *last.partner))
    alone = not (new.filters or new.keys or new.periods) and (new.implied or new.measures in ((), last.measures))
    single = len(last.reporter) == len(last.partner) == 1 == len(others) and last.partner == (home,)
    if not (alone and single) or last.operations or last.keys or new.operations - _HELD - {"polar"}:
        return None
    sellers = _in_order(question, (*last.reporter, *others))
    return replace(new.without_sides(), measures=(), implied=False), replace(last, reporter=sellers, goods=False)


def _in_order(question: Question, pair: Codes) -> Codes:
    """Two of which the second is named, which is put first where it is what is said to be more: "did it beat that?"."""
    return pair[::-1] if question.slots.operations & _SIDES and is_subject(question) else pair


def _named(new: Slots, dimension: str, last: Slots) -> Codes:
    """What is named of the dimension that was ranked, where nothing else is named; () where there is more."""
    if new.keys or set(new.periods) - _NOW or new.measures and not (new.implied or new.measures == last.measures):
        return ()
    if dimension == "partner":
        return () if new.filters else tuple(code for code in new.places if code not in last.reporter)
    other = {*new.places} - {*last.places, *last.reporter, *last.partner}
    return new.filters[dimension] if {*new.filters} == {dimension} and not other else ()


def _is_time_alone(new: Slots) -> bool:
    plain = not (new.places or new.filters or new.keys or new.measures)
    return len(new.periods) == 1 and plain and new.operations == {"compare"}
