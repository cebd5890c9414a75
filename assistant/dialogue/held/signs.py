"""A balance asked on by its sign: "was that a record?" after a deficit, "how big?", "has it always been that way?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.heard.short import short
from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Question, Slots
from assistant.periods import TIMES
from assistant.store.members import is_group
from assistant.store.selection import is_closed
from assistant.types import Gap

_SIGNED = frozenset({"surplus", "deficit"})
_DONE = frozenset({"compare", "polar"})
_CHOSEN = frozenset({"exceed", "trail", "top", "bottom", "difference", "sum"})
_RECORD = frozenset({"top", "polar", "peak"})


def by_sign(question: Question, dialogue: Dialogue) -> Slots | None:
    """What is asked of the balance that was told: its size, its place among all years, whether it always was so."""
    turn, new = dialogue.last, question.slots
    last = turn.slots if turn is not None and turn.answered else None
    named = new.places or new.filters or new.periods or new.measures or new.keys or new.condition or question.unknown
    if turn is None or last is None or named:
        return None
    if set(last.keys) - TIMES or last.operations - _DONE - _RECORD or len(last.partner) != 1:
        return None
    if short(question)[0] == "size" and last.measures == ("balance",) and last.operations:
        return plain(last)
    told = signed(last, turn)
    if told and says(question, "always") and new.operations <= {"polar", "every_time"}:
        operations = frozenset({"every_time", "polar"})
        return replace(plain(last), measures=(told,), operations=operations, keys=("year",), periods=("ever",))
    record = {"top", "polar"} <= new.operations <= _RECORD and "dialogue:that" in question.about
    if not (record and last.measures == ("balance",) and told and turn.period and is_closed(turn.period)):
        return None
    return replace(plain(last), measures=(told,), operations=new.operations, periods=(turn.period,))


def as_signed(question: Question, dialogue: Dialogue) -> Dialogue:
    """The dialogue with its last balances as what the message calls them: "which of the two deficits was bigger?".

    They are two where it does not say how many. It stays as it is where one of them was of the other sign.
    """
    new = question.slots
    told = [turn for turn in dialogue.turns if turn.slots is not None][-max(new.number or 2, 2) :]
    named = new.places or new.filters or new.periods or new.keys or new.condition or question.unknown
    if named or len(told) < 2 or len(new.measures) != 1 or not new.operations & _CHOSEN:
        return dialogue
    balances = [turn for turn in told if turn.slots and turn.answered and turn.slots.measures == ("balance",)]
    if len(balances) < len(told) or any((signed(_slots(turn), turn),) != new.measures for turn in balances):
        return dialogue
    named_so = {id(turn): replace(turn, slots=replace(_slots(turn), measures=new.measures)) for turn in told}
    return Dialogue(tuple(named_so.get(id(turn), turn) for turn in dialogue.turns))


def of_two_signs(question: Question, dialogue: Dialogue) -> Gap | None:
    """The question back where surpluses are added up of two balances of which one was a deficit."""
    new, told = question.slots, [turn for turn in dialogue.turns if turn.slots is not None][-2:]
    named = new.places or new.filters or new.periods or new.keys or new.condition
    if named or new.operations != {"sum"} or len(new.measures) != 1 or new.measures[0] not in _SIGNED or len(told) < 2:
        return None
    signs = {signed(_slots(turn), turn) for turn in told if turn.answered}
    return Gap("clarify", "unclear", "alone") if signs == _SIGNED else None


def _slots(turn: Turn) -> Slots:
    return turn.slots or Slots()


def signed(last: Slots, turn: Turn) -> str:
    """Whether it was a surplus or a deficit that was told; "" where it was neither."""
    if len(last.measures) != 1 or last.measures[0] not in {*_SIGNED, "balance"}:
        return ""
    if last.measures[0] != "balance":
        return last.measures[0] if not turn.negative else ""
    return "deficit" if turn.negative else "surplus"


def unasked(question: Question, last: Slots) -> Gap | None:
    """The question back where a yes or no is asked of what was told, and nothing says of what: "is it always so?"."""
    new = question.slots
    remains = says(question, "remains") and not (
        new.without or last.without
    )  # "what share is left?": of what is not understood
    among = new.operations == {"count"} and last.keys == ("partner",) and any(map(is_group, new.places))
    if remains or among and not new.keys:  # "how many are in Asia?", after a ranking
        return Gap("clarify", "unclear", "what")
    level = new.condition is not None and new.condition.unit == "mean" and "polar" in new.operations
    if level and "dialogue:that" in question.about and not (new.keys or new.periods or last.keys):
        return Gap("clarify", "unclear", "what")  # "is that above average?": of which years is not said
    one = len(last.partner) > 1 and set(new.places) <= set(last.partner)  # "is Mexico fine?", after two together
    places = () if one else new.places
    named = (new.measures, places, new.filters, new.periods, new.keys, new.without, new.condition, new.number)
    polar = new.operations == {"polar"} or one and new.operations == {"polar", "compare"}
    bare = polar and not any(named) and not new.ordinal and not new.demands
    turns = {cue for cue in question.about if cue.startswith("dialogue:")} - {"dialogue:that", "dialogue:and"}
    return Gap("clarify", "unclear", "what") if bare and not turns else None


__all__ = ["as_signed", "by_sign", "of_two_signs", "signed", "unasked"]
