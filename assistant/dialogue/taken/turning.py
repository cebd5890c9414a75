"""How a follow-up turns the earlier question: the other way, all modes, in dollars, the value itself, one more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.lexicon.question import Codes, Slots
from assistant.measures import OTHER_FLOW
from assistant.store.selection import WORLD

NARROWING = ("mode", "product", "region", "port")
"""The dimensions whose filter "all modes", "all goods", "all states" lifts, and a breakdown replaces."""

_GROWING = frozenset({"growth", "yoy", "mom", "qoq", "cagr", "change", "rise", "fall", "share", "in_percent", "ratio"})
_HELD = frozenset({"difference", "exceed", "trail", "compare", "sum"})
_PACES = frozenset({"fastest", "slowest"})
_SIDES = frozenset({"exceed", "trail"})
_VERSUS = frozenset({"compare", *_SIDES})
_HELD = frozenset({*_VERSUS, "difference", "ratio"})
_VALUES = frozenset({"amount", "change"})


def turned(new: Slots, old: Slots, about: frozenset[str], *, subject: bool = False) -> tuple[Slots, Slots]:
    """The follow-up's slots and the earlier ones, put right for what the cues turn.

    `subject`: what the follow-up names is what it says something of, and comes first where two are held together.
    """
    if "dialogue:flip" in about and not new.measures:
        old = _flipped(old)
    if "dialogue:dollars" in about and not new.operations - _VALUES and old.operations & (_GROWING | _PACES):
        shared = old.operations <= {"share", "polar"}  # a share in dollars is the value itself
        new = replace(new, operations=frozenset() if shared else frozenset({"change"}))
        old = replace(old, operations=frozenset(), partner_share=False, part="", within="") if shared else old
    if "dialogue:back" in about and new.measures and not new.operations:  # "back to 2020: what was the deficit?"
        old = replace(old, operations=old.operations - _GROWING - _HELD)
    if "dialogue:restore" in about:
        old = replace(old, without={})
    if "dialogue:level" in about and not new.operations:
        old = replace(old, operations=old.operations - _GROWING)
    new, old = _one_more(new, _led_by(new, old) if subject else old, about)
    new = _narrowed(_beside(_rather(new, old), old, subject), old, subject, "dialogue:add" in about)
    back = set(new.places) and set(new.places) <= {*old.partner, *old.reporter}
    if "dialogue:back" in about and back or new.places and set(new.places) <= set(old.without.get("partner", ())):
        return _opened(new.without_sides(), replace(old, without=_less_of(old, new.places)), about)
    return _with_more(*_opened(new, old, about), about)


def _one_more(new: Slots, old: Slots, about: frozenset[str]) -> tuple[Slots, Slots]:
    """Both where a bare place is put to those that were compared: after "compare A and B", "and C?"."""
    compared = "compare" in old.operations and 1 < len(old.partner) and WORLD not in old.partner
    more = new.measures or new.operations or new.periods or new.filters or new.keys or new.without or new.ordinal
    others = less(new.places, (*old.partner, *old.reporter))
    if not compared or more or "dialogue:and" not in about or not others or others != new.places:
        return new, old
    return _with_more(new, old, about | {"dialogue:add"})


def _rather(new: Slots, old: Slots) -> Slots:
    """The follow-up with the place that comes instead: "not India, Indonesia"."""
    named = new.without.get("partner", ())
    others = less(named, old.partner)
    if len(old.partner) != 1 or not others or len(others) == len(named) or new.places:
        return new
    return replace(new, without={**new.without, "partner": old.partner}, places=others, partner=others)


def _beside(new: Slots, old: Slots, subject: bool) -> Slots:
    """The follow-up with the earlier place beside the one it is held against: "how does it compare with France?"."""
    others = less(new.places, (*old.partner, *old.reporter))
    held = new.operations & _VERSUS and not (new.measures and not new.implied) and not new.periods and not new.keys
    both_named = bool({*old.partner} & {*new.places})  # "when did Mexico overtake China?", after Mexico
    if not held or both_named or len(others) != 1 or len(old.partner) != 1 or old.partner == (WORLD,):
        return new
    both = (*others, *old.partner) if subject and new.operations & _SIDES else (*old.partner, *others)
    return replace(new.sided((), both), places=both, measures=())


def _narrowed(new: Slots, old: Slots, subject: bool, added: bool) -> Slots:
    """The follow-up with the earlier port, state or mode beside the one it is held against: "and El Paso's?".

    `added`: it may be held against several, "compare with California and Arizona".
    """
    held = new.operations & _HELD and not new.operations - _HELD - {"polar", "in_percent"}
    both = any(len(codes) > 1 for codes in new.filters.values())  # "rail as % of air"
    if held and not both and any(c[0] in old.filters.get(name, ())[:2] != c for name, c in new.filters.items()):
        return replace(new, filters={})  # after trucks and rail, "how much more by truck?"
    elsewhere = set(new.places) - {*old.partner, *old.reporter}
    named = elsewhere or new.measures not in ((), old.measures) or new.periods or new.keys
    names = [
        name
        for name, codes in new.filters.items()
        if len(old.filters.get(name, ())) == 1 and (added or len(codes) == 1)
    ]
    if not held or named or len(new.filters) != 1 or not names or old.filters[names[0]][0] in new.filters[names[0]]:
        return new
    codes = (*old.filters[names[0]], *new.filters[names[0]])
    codes = codes[::-1] if subject and new.operations & _SIDES else codes
    return replace(new.without_sides(), measures=(), filters={names[0]: codes})


def _led_by(new: Slots, old: Slots) -> Slots:
    """The two that were asked about, the one first that is said to be more: "by what percent is truck bigger?"."""
    second = [name for name, codes in new.filters.items() if len(codes) == 1 and old.filters.get(name, ())[1:] == codes]
    if not new.operations & (_HELD - {"compare"}) or len(second) != 1:
        return old
    return replace(old, filters={**old.filters, second[0]: old.filters[second[0]][::-1]})


def _less_of(old: Slots, places: Codes) -> dict[str, Codes]:
    """What is left out, without the places that are asked for again: "put Canada back"."""
    kept = {name: less(codes, places) if name == "partner" else codes for name, codes in old.without.items()}
    return {name: codes for name, codes in kept.items() if codes}


def _flipped(old: Slots) -> Slots:
    """The earlier question the other way: exports for imports; a balance seen from the other side."""
    if old.measures[:1] and old.measures[0] in OTHER_FLOW:
        return replace(old, measures=(OTHER_FLOW[old.measures[0]],))
    return replace(old, reporter=old.partner, partner=old.reporter) if old.partner else old


def _opened(new: Slots, old: Slots, about: frozenset[str]) -> tuple[Slots, Slots]:
    """Both without the filters that are lifted; the key that "all modes" names as well is none."""
    if "share" in new.operations:
        return new, old  # "as a share of all modes"
    freed = [name for name in NARROWING if f"dialogue:all_{name}" in about and name not in new.filters]
    new = replace(new, keys=tuple(key for key in new.keys if key not in freed or key not in old.filters))
    broken = [name for name in NARROWING if name in new.keys and name not in new.filters]
    kept = {name: codes for name, codes in old.filters.items() if name not in (*freed, *broken)}
    if freed and old.operations == {"share"} and {*old.part.split()} <= {*freed}:
        old = replace(old, operations=frozenset(), part="")  # after the share of rail, "and for all modes?"
    if "dialogue:all_partner" in about and not new.places:
        old = replace(old, partner=(), without={k: v for k, v in old.without.items() if k != "partner"})
        new = replace(new, keys=tuple(key for key in new.keys if key != "partner"))
    out = {name: less(codes, new.filters.get(name, ())) for name, codes in old.without.items() if name not in freed}
    return new, replace(old, filters=kept, without={name: codes for name, codes in out.items() if codes})


def _with_more(new: Slots, old: Slots, about: frozenset[str]) -> tuple[Slots, Slots]:
    """Both where a place is added ("add Japan") and not put in another's place."""
    if "dialogue:add" not in about or not new.places:
        return new, old
    both = tuple(dict.fromkeys((*old.partner, *new.places)))
    return replace(new.sided((), both), places=both), old


def left_out(new: Slots, old: Slots) -> tuple[dict[str, Codes], dict[str, Codes], Codes]:
    """What is left out, the filters and the partners of both questions together.

    Leaving out one of several that were asked for keeps the others; leaving out the only one asks for all but it.
    """
    added = {name: tuple(dict.fromkeys((*old.without.get(name, ()), *codes))) for name, codes in new.without.items()}
    kept = {name: less(codes, new.without.get(name, ())) for name, codes in {**old.filters, **new.filters}.items()}
    filters = {name: codes for name, codes in kept.items() if codes}
    return {**old.without, **added}, filters, less(old.partner, new.without.get("partner", ()))


def less(codes: Iterable[str], others: Codes) -> Codes:
    """The codes without others."""
    return tuple(code for code in codes if code not in others)
