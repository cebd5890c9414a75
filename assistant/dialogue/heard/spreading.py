"""A follow-up to a message of several questions: "and in 2022?" asks all of them again."""

from __future__ import annotations

from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question

_SHOWN = frozenset({"series", "table"})


def spread(question: Question, dialogue: Dialogue) -> tuple[Dialogue, ...]:
    """One dialogue for each question of the last message that the follow-up is asked of; () where it is of the last.

    A time alone is asked of all of them; a place alone where all were about the same place.
    """
    count = dialogue.turns[-1].part + 1 if dialogue.turns else 0
    group = dialogue.turns[-count:] if count > 1 else ()
    slots = question.asked
    named = (slots.measures and not slots.implied, slots.filters, slots.keys, slots.without, slots.condition)
    more = (*named, slots.operations - _SHOWN, slots.ordinal, question.unknown, question.unsupported)
    one = bool(slots.periods) != bool(slots.places)
    if any(more) or not one or not all(turn.answered and turn.slots for turn in group):
        return ()
    pairs = {(turn.slots.reporter, turn.slots.partner) for turn in group if turn.slots}
    if slots.places and len(pairs) > 1:
        return ()
    return tuple(Dialogue((*dialogue.turns[:-count], turn)) for turn in group)
