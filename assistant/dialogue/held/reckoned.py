"""What is worked out of the figures told: their difference, growth, multiple, sum or mean, "over those four years"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import chooses, says
from assistant.dialogue.held.figures import Told, told
from assistant.dialogue.held.once_more import once_more
from assistant.dialogue.held.operands import BALANCES, operands
from assistant.dialogue.held.paced import paced_against
from assistant.dialogue.held.workings import ALL, COMPOUND, RANKED, worked
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Condition, Question, Slots

_NOISE = frozenset({"first_time", "last_time", "per_key", "per_year", "series", "compare", "amount"})
"""What wording adds to an operation on figures that were told, and asks for nothing itself."""
_ELSEWHERE = ("explain:why", "explain:how", "availability", "sourcing")
_TURNING = frozenset(f"dialogue:{cue}" for cue in ("first", "back", "flip", "undo", "repair", "fresh", "restore"))


def reckoned(question: Question, dialogue: Dialogue, home: str) -> Slots | None:
    """The figures told as one question that works something out of them; None where it is no such follow-up."""
    if _is_elsewhere(question):
        return None
    flow = question.slots.measures  # of exports and imports told together, one may be asked about alone
    groups = (told(dialogue, home), told(dialogue, home, flow) if flow else None)
    return next((slots for group in groups if group and (slots := _of(question, group))), None)


def _of(question: Question, group: Told) -> Slots | None:
    """What is worked out of a group of figures told."""
    if paced := paced_against(question, group):
        return paced
    again = once_more(question, group)
    question, group = again or (question, group)
    done, chosen = _asked(question), operands(question, group)
    if chosen is None or _is_of_last(question, group, done):
        return None
    if again and (not done or done <= {"exceed", "trail"} or chooses(question)):
        return replace(group.over(chosen.codes), operations=frozenset({"compare"} if chooses(question) else ()))
    balanced = group.respect == "measures" and question.slots.measures in BALANCES and not question.slots.keys
    if balanced and done <= {"polar", "difference"}:  # "do we run a surplus?", and not "who runs one?"
        either = question.slots.operations & {"polar", "compare"}  # "is that a deficit or a surplus?"
        return replace(group.over(question.slots.measures), operations=either)
    slots = worked(group, chosen, done)
    limit = question.slots.condition or Condition("at_least", "2", "times")
    return replace(slots, condition=limit) if slots and "multiple" in slots.operations else slots


def _is_of_last(question: Question, group: Told, done: frozenset[str]) -> bool:
    """Whether the last figure alone is meant, or what no table holds: "the growth that year", "the highest month"."""
    if question.unknown and not says(question, "whole_span"):
        return True
    those = "dialogue:those" in question.about or question.slots.number == len(group.codes) or chooses(question)
    return bool(done & RANKED and not those) or group.respect == "periods" and "dialogue:that_time" in question.about


def _asked(question: Question) -> frozenset[str]:
    """What is asked to be done with figures, without what only the wording adds."""
    new = question.slots
    done = new.operations - _NOISE
    if not done and ({"dialogue:add", "dialogue:those"} <= question.about or new.number and says(question, "as_total")):
        return frozenset({"sum"})
    if done - ALL and not done & COMPOUND and not {"growth", "mean"} <= done:
        done -= ALL  # "change between the two"
    if "yoy" in done and says(question, "between_them"):
        done = done - {"yoy"} | {"cagr"}  # "the annual growth between them"
    return done


def _is_elsewhere(question: Question) -> bool:
    """Whether a message asks for more than something of what was told, or of another time or source."""
    new, about = question.slots, question.about
    more = new.without or new.beside or new.pick or new.demands or new.versus or new.floor or new.season
    limited = new.condition is not None and "multiple" not in new.operations
    talks = any(cue.startswith(_ELSEWHERE) for cue in about) or bool(about & _TURNING)
    return bool(more or limited or talks or question.unsupported or question.ambiguous)


__all__ = ["reckoned"]
