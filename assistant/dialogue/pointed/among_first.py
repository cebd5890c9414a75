"""Whether what was spoken of is among the first of its kind: "is it in the top ten?", "is that our biggest?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.held.signs import signed
from assistant.dialogue.pointed.ranked import placed
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Question, Slots
from assistant.periods import TIMES
from assistant.store.selection import WORLD

_ENDS = frozenset({"top", "bottom"})
_SAID = frozenset({"top", "bottom", "polar", "peak", "best", "worst"})


def among_first(question: Question, dialogue: Dialogue) -> Slots | None:
    """The place of the one thing that was spoken of among all of its kind; None where it is not asked for.

    Without a number it takes words for the others of the kind: a bare "is that the biggest?" is of all times.
    """
    new, turn = question.slots, dialogue.last
    old = turn.slots if turn is not None and turn.answered else None
    if turn is None or old is None or len(old.periods) != 1 or old.operations or old.keys or old.without:
        return None
    few, ends = (new.number or 0) > 1, new.operations & _ENDS
    asked = "polar" in new.operations and new.operations <= _SAID and len(ends) == 1
    of_kind = few or says(question, "of_kind") or new.keys and "dialogue:that" in question.about
    named = new.filters or new.periods or new.condition or new.without or question.unknown or new.ordinal
    others = set(new.places) - {WORLD, *old.reporter, *old.partner}
    if not (asked and of_kind) or named or others or set(new.keys) & TIMES or len(new.keys) > 1:
        return None
    measures = (signed(old, turn),) if old.measures == ("balance",) else old.measures
    ranked = placed(replace(old, measures=measures), new.keys[0] if new.keys else "")
    if ranked is None or not measures[0] or new.measures not in ((), old.measures, measures):
        return None
    return replace(ranked, operations=ends | {"polar"}, number=new.number)


__all__ = ["among_first"]
