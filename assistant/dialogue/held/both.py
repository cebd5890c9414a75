"""Several questions asked in turn, taken up at once: "2024 for both", "put these in a table"; asked back where none."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import chooses, says
from assistant.dialogue.held.joining import of_a_kind, over_all, over_span, pair_of
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Codes, Question, Slots
from assistant.store.members import is_country
from assistant.types import Gap

_SHOWN = frozenset({"series", "table"})
_DRAWN = frozenset({"series", "table", "compare"})
_SAME = ("reporter", "partner", "periods", "filters", "without", "operations", "keys")


def told_of_both(dialogue: Dialogue) -> Slots | None:
    """The last two questions as one that tells both figures: "give me both numbers"; None where they are of no kind."""
    turns = [turn for turn in dialogue.turns if turn.slots is not None][-2:]
    pair = pair_of(dialogue) if len(turns) == 2 else None
    if pair is not None:
        return replace(pair, operations=frozenset({"compare"}))
    return _flows(turns) if len(turns) == 2 else None


def _flows(turns: list[Turn]) -> Slots | None:
    """The last two questions as one of both measures, where those alone differ."""
    one, other = (turn.slots or Slots() for turn in turns)
    same = all(getattr(one, name) == getattr(other, name) for name in _SAME)
    flows = {*one.measures, *other.measures} == {"exports", "imports"} and len(one.measures) == len(other.measures) == 1
    return replace(other, measures=(*one.measures, *other.measures)) if same and flows else None


def shown(question: Question, dialogue: Dialogue) -> Slots | None:
    """All that was asked in turn as one, where a table or a chart of "these" is asked after a single figure."""
    new, turns = question.slots, [turn for turn in dialogue.turns if turn.slots is not None]
    named = new.measures or new.places or new.filters or new.periods or new.keys or question.unknown
    points = "dialogue:those" in question.about and new.operations & _SHOWN and not new.operations - _SHOWN - {"sum"}
    if named or not points or len(turns) < 2 or not all(_is_single(turn) for turn in turns[-2:]):
        return None
    told = of_a_kind(turns, len(turns))
    slots = [turn.slots for turn in told if turn.slots is not None]
    if len(slots) > 1 and slots[0].periods != slots[1].periods:
        return over_span(told) or over_all(told)
    partners = tuple(dict.fromkeys(code for each in slots for code in each.partner))
    return replace(slots[-1], partner=partners) if len(partners) == len(slots) > 1 else _flows(turns[-2:])


def _is_single(turn: Turn) -> bool:
    """Whether a turn told one figure."""
    slots = turn.slots
    return slots is not None and not (slots.keys or slots.operations or turn.ranked[1]) and len(slots.partner) < 2


def unpaired(question: Question, slots: Slots, last: Slots) -> Gap | None:
    """The question back where something is asked of "both" or "of the two", and only one thing is understood."""
    parts = (slots.measures, slots.partner, slots.periods, slots.reporter, *slots.filters.values())
    several = any(len(codes) > 1 for codes in parts) or slots.operations or slots.measures == ("total",)
    several = several or bool(slots.keys and not question.slots.keys)
    ranged = any("/" in period or not period.isdigit() for period in slots.periods)
    only = says(question, "for_both") and not (several or ranged)
    chosen = says(question, "of_two") and chooses(question) and last.number != 2 and not slots.among
    if chosen and not any(len(codes) > 1 for codes in parts):
        return Gap("clarify", "unclear", "pointed")  # after air, then vessel in two flows, "which of the two modes?"
    if _elsewhere(question.slots.without.get("partner", ()), last) and not question.slots.places:
        return Gap("clarify", "unclear", "pointed")  # "minus Hungary" after Austria
    if question.slots.ordinal and question.slots.without:
        return Gap("clarify", "unclear", "pointed")  # "the second one minus the first?"
    if "share" in question.slots.operations and says(question, "latter") and says(question, "former"):
        return Gap("clarify", "unclear", "pointed")  # "what percentage is the latter of the former?"
    return Gap("clarify", "unclear", "alone") if only else None


def _elsewhere(left: Codes, slots: Slots) -> bool:
    """Whether what is left out is no part of the one country that the figure is of."""
    single = len(slots.partner) == 1 and is_country(slots.partner[0]) and not slots.keys
    return bool(left) and single and not {*left} & {*slots.partner}


__all__ = ["shown", "told_of_both", "unpaired"]
