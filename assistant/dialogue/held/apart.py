"""Two figures of the conversation held apart: "from then to now", "difference between those two", "what remains"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import says
from assistant.dialogue.taken.shortened import plain
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.compare.outgrowing import COMPARED
from assistant.lexicon.question import Codes, Question, Slots
from assistant.periods import TIMES, Period
from assistant.types import Gap

_MOVED = frozenset({"growth", "change", "difference", "ratio", "rise", "fall"})
_GROWN = frozenset({"growth", "change", "rise", "fall", "yoy", "cagr", "average_growth"})
_YEARLY = frozenset({"growth", "mean", "per_year", "per_key"})
"""How much it grew, on average a year."""
_RANKS = frozenset({"top", "bottom", "peak"})
_HELD = frozenset({"difference", "ratio"})
_YEAR = 12
_NOW = frozenset({"latest", "latest-year"})
_SIDES = {"exceed": "rise", "trail": "fall"}


def then_and_now(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The two periods spoken of held against each other, else the one against the newest: "change from then to now"."""
    new, last = question.slots, dialogue.last
    elsewhere = new.places or new.filters or set(new.periods) - _NOW
    if last is not None and last.slots is not None and new.measures == last.slots.measures:
        question = replace(question, slots=replace(new, measures=()))  # "how much more do we sell now?"
        new = question.slots
    since = says(question, "then_now") or _is_now(question)
    if elsewhere or new.measures or not new.operations & {*_MOVED, *_SIDES} or not since:
        return None
    if (
        last is None
        or last.slots is None
        or last.period is None
        or last.slots.operations
        or set(last.slots.keys) - TIMES
    ):
        return None
    pair = two_periods(dialogue)
    periods = pair or (f"{last.period.partition('/')[0]}/",)
    if _is_now(question) and not pair:  # from then to the newest: a growth, or how many times what it was
        sides = {_SIDES[side] for side in new.operations & {*_SIDES}}
        new = replace(new, operations=frozenset({"growth", *sides}) | new.operations & {"ratio", "polar"})
    return replace(new, periods=(), keys=()), replace(last.slots, periods=periods, keys=())


def doubtful(question: Question, dialogue: Dialogue) -> Gap | None:
    """The question back where "from then to now" follows two periods of which the later came last: now is either."""
    pair, last = two_periods(dialogue), dialogue.last
    later = pair and last is not None and last.period == pair[1]
    since = says(question, "then_now") or _is_now(question)
    return Gap("clarify", "unclear", "pointed") if later and since else None


def _is_now(question: Question) -> bool:
    """Whether what was told is held against today: "how much smaller is it now?"."""
    new = question.slots
    told = not (new.measures or new.places or new.filters or new.keys or new.condition)
    return told and bool(new.operations & {*_MOVED, *_SIDES}) and len(new.periods) == 1 and set(new.periods) <= _NOW


def grown_between(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The growth of the two that were asked about in two years: "which of the two grew more between those years?"."""
    new, last = question.slots, dialogue.last
    pair = two_periods(dialogue)
    named = new.places or new.measures or new.filters or new.periods or new.ordinal or new.number not in (None, 2)
    if named or pair is None or last is None or last.slots is None or not new.operations & COMPARED:
        return None
    lists = (last.slots.partner, last.slots.reporter, *last.slots.filters.values())
    if not says(question, "those_times") or [len(codes) for codes in lists if len(codes) > 1] != [2]:
        return None
    return replace(new, keys=(), number=None), replace(last.slots, periods=("/".join(pair),), keys=())


def two_periods(dialogue: Dialogue) -> tuple[str, str] | None:
    """The periods of the last two questions, the earlier first, where they are as long and nothing else differs."""
    turns = [turn for turn in dialogue.turns if turn.slots is not None][-2:]
    if len(turns) < 2 or not all(turn.answered and turn.period for turn in turns):
        return None
    one, other = (turn.slots or Slots() for turn in turns)
    first, second = sorted(Period.parse(turn.period or "") for turn in turns)
    if not _alike(one, other) or first.months != second.months or first == second or first.last >= second.first:
        return None
    listed = one.operations | other.operations or {*one.keys, *other.keys} - {first.grain}
    return None if listed else (str(first), str(second))


def found_pair(question: Question, turns: list[Turn]) -> Slots | None:
    """The two rows that the last two answers found, as one question: the highest month, the lowest, "difference?"."""
    if len(turns) < 2:
        return None
    one, other = turns[-2:]
    (dimension, first), (same, second) = _place_told(one), _place_told(other)
    old = other.slots
    if one.slots is None or old is None or dimension != same or len(first) != 1 or len(second) != 1:
        return None
    asked = question.slots.operations & {*_HELD, "sum"} and first != second and dimension
    searched = one.slots.operations & _RANKS and old.operations & _RANKS
    if not (asked and searched and _alike(one.slots, old) and one.period == other.period):
        return None
    codes = (*first, *second)
    if dimension in TIMES:
        return replace(plain(old), periods=codes)
    if dimension == "partner":
        return replace(plain(old), partner=codes)
    return replace(plain(old), filters={**old.filters, dimension: codes})


def _place_told(turn: Turn) -> tuple[str, Codes]:
    """What a ranking is of, and the one place of it that was asked for; as it stands where several were."""
    (dimension, codes), slots = turn.ranked, turn.slots or Slots()
    one = "top" in slots.operations and slots.number in (None, 1) and not (slots.condition or slots.beside)
    return (
        (dimension, turn.order[(slots.pick or 1) - 1 :][:1]) if one and dimension not in TIMES else (dimension, codes)
    )


def _alike(one: Slots, other: Slots) -> bool:
    names = ("measures", "reporter", "partner", "filters", "without")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def led(question: Question) -> Question:
    """The question with "the first" as the first of two, where a difference is asked: "how much more did it get?"."""
    slots = question.slots
    former = says(question, "former") and not says(question, "latter")
    if former and slots.measures and not slots.ordinal and slots.operations & _HELD:
        slots = replace(slots, ordinal=1)  # "how much more did the former sell us?"
        question = replace(question, slots=slots)
    if slots.ordinal and "per_key" in slots.operations and slots.operations & _HELD:  # "¿cuánto más por el primero?"
        slots = replace(slots, operations=slots.operations - {"per_key"})
        question = replace(question, slots=slots)
    if slots.ordinal != 1 or "first_time" not in slots.operations or not slots.operations & _HELD:
        return question
    periods = tuple(period for period in slots.periods if period != "ever")
    return replace(question, slots=replace(slots, operations=slots.operations - {"first_time"}, periods=periods))


def turned_round(pair: Slots) -> Slots:
    """Two that are taken together, the second one first."""
    filters = {name: codes[::-1] for name, codes in pair.filters.items()}
    return replace(pair, partner=pair.partner[::-1], periods=pair.periods[::-1], filters=filters)


def picked_first(question: Question, aimed: Slots, joined: Slots) -> Slots:
    """Two together, the one that is named first: of "how many times B goes into A", that is A."""
    second = aimed.ordinal == 2 or says(question, "latter")
    return turned_round(joined) if second != says(question, "into") else joined


def remaining(question: Question, aimed: Slots, old: Slots) -> Slots:
    """The earlier breakdown as one figure, where something is left out: "leave out trucks. What remains?"."""
    named = not aimed.without or aimed.keys or aimed.operations
    total = says(question, "as_total") and not old.operations - {"top", "bottom", "ordered", "per_key"}
    shown = old.keys and (total or says(question, "remains") and not old.operations - {"series", "table", "per_key"})
    return plain(old) if shown and not named else old
