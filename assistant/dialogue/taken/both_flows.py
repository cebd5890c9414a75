"""Exports and imports together, where their difference or sum is asked after the one and then the other."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.held.joining import mirrored
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.compare.outgrowing import COMPARED
from assistant.lexicon.question import Slots
from assistant.periods import TIMES

_FLOWS = frozenset({"exports", "imports"})
_TOLD = frozenset({"growth", "change", "rise", "fall", "in_percent", "difference", "polar", "compare", "amount"})
_EACH = frozenset({"per_key"})
_LINES = frozenset({"per_key", "per_year", "series", "table"})


def both_flows(new: Slots, dialogue: Dialogue, added: bool = False, leads: bool = False) -> Slots | None:
    """The slots of both flows, or of their balance or total; None where neither is asked.

    Of "who came out ahead?" it is the balance, whose sign says it.

    `added`: the message puts one more to what was asked ("plus imports"). `leads`: the flow that it names is what it
    says something of, "did imports fall more?".
    """
    told = mirrored([turn for turn in dialogue.turns if turn.slots is not None and turn.answered])
    turns = [_settled(turn.slots) for turn in told if turn.slots is not None]
    asks = new.operations - {"polar"} or (frozenset({"sum"}) if added and new.measures else frozenset())
    sided = asks & {"compare", "exceed"} and asks <= {"compare", "exceed", "difference"}
    ahead = bool(sided) and new.keys == ("partner",) and not new.measures
    paced = bool(asks & COMPARED)  # "which is growing faster?"
    held = asks in ({"difference"}, {"difference", "in_percent"}, {"sum"})
    held |= bool(new.measures) and asks in ({"exceed", "in_percent"}, {"trail", "in_percent"})
    if not (held or ahead or paced) or not turns:
        return None
    last, named = turns[-1], new.places or new.periods or new.filters or new.without
    if paced and new.measures and not last.operations - _TOLD:  # "exports fell by 18%", "did imports fall more?"
        last = replace(last, operations=frozenset())
    listed = asks == {"sum"} and {*last.keys} <= TIMES  # exports by year, imports by year, added up year by year
    if named or last.keys and not listed or last.operations - (_LINES if listed else _EACH) or len(last.partner) > 1:
        return None
    earlier = new.measures if new.measures else turns[-2].measures if len(turns) > 1 else ()
    alike = bool(new.measures) or len(turns) > 1 and _differ_in_flow(turns[-2], last)
    if not alike or len(earlier) != 1 or {*earlier, *last.measures} != _FLOWS:
        return None
    if "sum" in asks or ahead:
        return replace(last, measures=("balance" if ahead else "total",))
    first = bool(new.measures) and not leads
    return replace(last, measures=(*last.measures, *earlier) if first else (*earlier, *last.measures))


def _settled(slots: Slots) -> Slots:
    """The slots without a breakdown by years of one year: "exports the same year"."""
    single = len(slots.periods) == 1 and slots.periods[0].isdigit() and slots.keys == ("year",)
    return replace(slots, keys=()) if single else slots


def _differ_in_flow(one: Slots, other: Slots) -> bool:
    """Whether two questions are about the same trade, the one out and the other in."""
    same = ("reporter", "partner", "periods", "filters", "without", "operations", "keys")
    return all(getattr(one, name) == getattr(other, name) for name in same)


__all__ = ["both_flows"]
