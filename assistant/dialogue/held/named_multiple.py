"""One of two that were told as a multiple of the other: "how many times bigger is Texas's?" after Arizona's."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import is_subject
from assistant.dialogue.held.joining import of_a_kind, pair_of
from assistant.dialogue.turns import Dialogue
from assistant.lexicon.question import Codes, Question, Slots

_BESIDE = frozenset({"exceed", "trail", "polar", "compare"})
_TOLD = frozenset({"compare", "per_key", "difference", "exceed", "trail"})


def named_multiple(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The follow-up without the one that it names, and both with that one first, or behind a "than" second."""
    new = question.slots
    more = new.measures or new.keys or new.condition or new.without or new.ordinal or question.unknown
    if more or "ratio" not in new.operations or new.operations - _BESIDE - {"ratio"}:
        return None
    if new.periods:
        return None if new.filters or new.places else _of_times(question, dialogue)
    pair = told_pair(dialogue)
    dimension, codes = _two(pair) if pair else ("", ())
    if pair is None or not dimension:
        return None
    named = _named(new, dimension, pair.reporter)
    if len(named) != 1 or named[0] not in codes:
        return None
    other = tuple(code for code in codes if code not in named)
    ahead = is_subject(question) and "dialogue:that" not in question.about  # "how many times Japan is that?"
    both = (*named, *other) if ahead else (*other, *named)
    bare = replace(new.without_sides(), filters={}, operations=frozenset({"ratio"}))
    kept = replace(pair, operations=frozenset())
    if dimension == "partner":
        return bare, replace(kept, partner=both)
    return bare, replace(kept, filters={**pair.filters, dimension: both})


def told_pair(dialogue: Dialogue) -> Slots | None:
    """The two that were told together, else the last two that were asked about in turn."""
    last = dialogue.last.slots if dialogue.last else None
    if last is not None and not last.keys and last.operations <= _TOLD and _two(last)[0]:
        return last
    return pair_of(dialogue)


def _two(slots: Slots) -> tuple[str, Codes]:
    """What comes in two in the slots, and its codes."""
    lists = {"partner": slots.partner, **slots.filters}
    several = [(name, codes) for name, codes in lists.items() if len(codes) > 1]
    single = len(several) == 1 and len(several[0][1]) == 2 and len(slots.measures) == len(slots.periods) == 1
    return several[0] if single else ("", ())


def _named(new: Slots, dimension: str, reporter: Codes) -> Codes:
    """The codes of a dimension that the follow-up names; () where it names anything of another."""
    others = tuple(code for code in new.places if code not in reporter)
    if dimension == "partner":
        return () if new.filters else others
    return () if others or set(new.filters) != {dimension} else new.filters[dimension]


def _of_times(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The time that is named, asked about before, and the one beside it: "how many times bigger was 2024?"."""
    new, turns = question.slots, [turn for turn in dialogue.turns if turn.slots is not None]
    alike = [turn.slots for turn in of_a_kind(turns, 2) if turn.slots is not None] if turns else []
    if len(alike) != 2 or any(len(each.periods) != 1 or each.operations or each.keys for each in alike):
        return None
    told = tuple(each.periods[0] for each in alike)
    if len(new.periods) != 1 or new.periods[0] not in told or len(set(told)) != 2:
        return None
    other = next(period for period in told if period != new.periods[0])
    operations = frozenset({"ratio", "in_order"})
    return replace(new.without_sides(), periods=(), operations=operations), replace(
        alike[-1], periods=(new.periods[0], other)
    )


__all__ = ["named_multiple", "told_pair"]
