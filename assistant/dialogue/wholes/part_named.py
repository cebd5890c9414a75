"""What a follow-up names as the part of what was told: after all trade, "what part of it is exports, in percent?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.held.whole_named import names_whole, told_as_part
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots
from assistant.store.members import is_country
from assistant.store.selection import WORLD

_SHARES = frozenset({"share", "in_percent"})
_FLOWS = (("exports",), ("imports",))


def part_named(question: Question, dialogue: Dialogue) -> Question:
    """The question for the share of what it names in the figure before it; any other question as it is."""
    turn, new = dialogue.last, question.slots
    last = turn.slots if turn is not None and turn.answered else None
    if last is not None and new.partner_share and new.partner == last.partner and told_as_part(question):
        told = replace(new.sided(last.reporter, last.partner), partner_share=False)
        return replace(question, slots=told)  # "what part is it of all that came from Mexico?"
    more = new.keys or new.periods or new.without or new.condition or new.ordinal or new.number or question.unknown
    plain = last is not None and not (last.operations - {"sum", "polar"} or last.keys)
    asked = new.operations & _SHARES and not new.operations - _SHARES - {"polar"}
    if last is None or not (plain and asked) or more or names_whole(question):
        return question
    part = _flow(new, last) or _filter(new, last) or _partner(new, last)
    return replace(question, slots=part) if part else question


def _flow(new: Slots, last: Slots) -> Slots | None:
    """One flow of all trade: "what part of that is US exports?"."""
    flow = new.measures in _FLOWS and not (new.implied or new.filters)
    if not flow or last.measures != ("total",) or not {*new.places} <= {*last.reporter}:
        return None
    return replace(new.without_sides(), operations=frozenset({"share"}), within="total")


def _filter(new: Slots, last: Slots) -> Slots | None:
    """What narrows the figure once more: "how much of that was by rail, in percent?"."""
    names = [name for name in new.filters if name not in last.filters]
    if new.measures or new.places or not len(names) == len(new.filters) == 1:
        return None
    return replace(new, operations=frozenset({"share"}), part=names[0])


def _partner(new: Slots, last: Slots) -> Slots | None:
    """One partner in the trade of goods with all: after pharmaceutical imports, "what share came from Ireland?"."""
    one = new.places == new.partner and len(new.partner) == 1 and is_country(new.partner[0])
    named = new.filters or new.measures and not new.implied or new.whole
    if named or not one or not last.filters or last.partner not in ((), (WORLD,)):
        return None
    return replace(new, operations=frozenset({"share"}), partner_share=True)


__all__ = ["part_named"]
