"""What a follow-up points at: a row of an earlier ranking, or the last questions taken together."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.times import counted
from assistant.periods import Period
from assistant.types import Gap

_APART = frozenset({"sum", "mean", "difference", "ratio", "in_percent", "compare", "points", "exceed", "trail"})
_MOVED = frozenset({"growth", "change", "cagr", "rise", "fall", "share"})
_CHOSEN = frozenset({"top", "bottom"})
_LENT = frozenset({"growth", "yoy", "mom", "share", "change", "in_percent"})
"""What is asked of a single row of a ranking, and so of the next row that is pointed at."""
TURNING = frozenset(
    f"dialogue:{cue}"
    for cue in ("flip", "whole_year", "since_then", "dollars", "level", "back", "undo", "first")
    + tuple(f"all_{name}" for name in ("mode", "product", "region", "port", "partner"))
)
"""Cues that change the earlier question by themselves."""
_STEPS = {"month": ("prev:1", "next:1"), "quarter": ("prev:3", "next:3"), "year": ("prev:12", "next:12")}


def pointed(question: Question, dialogue: Dialogue) -> Slots:
    """The slots with what "the second one" or "its" points to in the last ranking."""
    slots, turn = question.slots, _ranking(dialogue)
    if slots.ordinal == 1 and slots.number:
        return replace(slots, ordinal=None)  # "just the first five"
    if turn is not None and turn is dialogue.last and (those := _those(question, turn)):
        return replace(slots, partner=those, places=those, ordinal=len(those) + 1)
    if turn is not None and turn is dialogue.last and (found := _found_time(question, turn)):
        return replace(slots, periods=found, ordinal=1)
    place = slots.ordinal or (1 if turn and turn is dialogue.last and _is_its(question, turn) else None)
    if turn is None or place is None or place > len(turn.ranked[1]):
        return slots
    dimension, codes = turn.ranked
    code = codes[place - 1]
    last = dialogue.last
    if slots.ordinal and not slots.operations and last is not None and last is not turn and last.slots:
        slots = replace(slots, operations=last.slots.operations & _LENT)  # "and the first?" after the second's growth
    if dimension == "partner":
        return replace(slots, partner=(code,), places=(code,), ordinal=place)
    if dimension in _STEPS:
        return replace(slots, periods=(code,))
    return replace(slots, filters={**slots.filters, dimension: (code,)})


def agreed(question: Question, dialogue: Dialogue, home: str) -> Question:
    """The question with the partner of the agreement just asked about: "how much did we export there?"."""
    told = dialogue.turns[-1].agreements if dialogue.turns else None
    slots, places = question.slots, [code for code in (told or {}).get("places", ()) if code != home]
    pointing = "dialogue:that" in question.about and slots.measures and not set(slots.places) - {home}
    if not pointing or len(places) != 1 or len(places[0]) != len("MEX"):
        return question
    return replace(question, slots=replace(slots, reporter=(home,), partner=(places[0],)), carried=("partner",))


def unpointed(question: Question, dialogue: Dialogue) -> Gap | None:
    """The question back where "the second one" points at nothing: no ranking before, or a shorter one."""
    place, turn = question.slots.ordinal, _ranking(dialogue)
    if place is None or place == 1 and question.slots.number or place == 1 and "dialogue:that" in question.about:
        return None
    return None if turn and place <= len(turn.ranked[1]) else Gap("clarify", "unclear", "pointed")


def empty(question: Question) -> Gap | None:
    """The question back where a message puts right or adds, and does not say what: "no", "add them up"."""
    slots = question.slots
    said = (slots.measures, slots.places, slots.periods, slots.filters, slots.keys, slots.operations, slots.without)
    if any(said) or slots.ordinal or slots.demands or slots.condition or slots.number:
        return None
    wanting = {"dialogue:repair", "dialogue:add"} & question.about - {"dialogue:undo"}
    return Gap("clarify", "unclear", "what") if wanting and not TURNING & question.about else None


def alone(question: Question, slots: Slots) -> Gap | None:
    """The question back where a sum is asked of a single figure: "both together" after one question."""
    several = [slots.partner, slots.periods, slots.measures, slots.reporter, *slots.filters.values()]
    listed = slots.keys or any(len(codes) > 1 for codes in several) or any("/" in text for text in slots.periods)
    named = question.slots.measures or question.slots.places or question.slots.periods or question.slots.filters
    only = question.slots.operations == {"sum"} and not named
    return Gap("clarify", "unclear", "alone") if only and not listed or _undivided(question, slots) else None


def _undivided(question: Question, slots: Slots) -> bool:
    """Whether a time is asked for by parts that are as long as itself: "and the other quarters" after one quarter."""
    own, lengths = question.slots, {"month": 1, "quarter": 3}
    parts = [lengths[key] for key in own.keys if key in lengths]
    closed = [text for text in slots.periods if text[:1].isdigit() and not text.endswith("/")]
    named = own.measures or own.places or own.filters or own.periods
    plain = not named and not slots.operations - {"series", "table"} and len(closed) == len(slots.periods) == 1
    return bool(parts) and plain and Period.parse(closed[0]).months == max(parts)


def _found_time(question: Question, turn: Turn) -> Codes:
    """The one time that the last answer found, where "that month" or "the month after" counts from it."""
    (dimension, codes), slots = turn.ranked, question.slots
    if dimension not in _STEPS or len(codes) != 1 or slots.operations or slots.keys:
        return ()
    if slots.periods and slots.periods[0] in _STEPS[dimension] and len(slots.periods) == 1:
        return (counted(slots.periods[0], Period.parse(codes[0])),)
    return codes if "dialogue:that_time" in question.about and not slots.periods else ()


def _ranking(dialogue: Dialogue) -> Turn | None:
    return next((turn for turn in reversed(dialogue.turns) if turn.slots is not None and turn.ranked[1]), None)


def _is_its(question: Question, turn: Turn) -> bool:
    """Whether a pronoun stands for the first of a ranking: "who sells us most?", "what is its share?"."""
    slots, one = question.slots, turn.slots is not None and (turn.slots.number or 0) <= 1
    known = set(turn.slots.reporter) if turn.slots else set()
    free = not (set(slots.places) - known or slots.filters or slots.keys or slots.number)
    asked = bool(slots.operations & _LENT) or bool(slots.measures) and not slots.operations
    return one and free and "dialogue:that" in question.about and asked


def _those(question: Question, turn: Turn) -> Codes:
    """The partners of the last ranking, where another measure is asked of "them"."""
    slots, (dimension, codes) = question.slots, turn.ranked
    known = set(turn.slots.reporter) if turn.slots else set()
    free = not (set(slots.places) - known or slots.filters or slots.keys or slots.number or slots.operations)
    named = dimension == "partner" and turn.slots is not None and 1 < (turn.slots.number or 0) == len(codes)
    return codes if named and free and slots.measures and "dialogue:those" in question.about else ()


def together(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last questions as one, where a follow-up only asks how they stand to one another."""
    new, turns = question.slots, [turn for turn in dialogue.turns if turn.slots is not None]
    asks = new.operations & (_APART | _MOVED | _CHOSEN) - {"share"}
    more = new.operations - _APART - _MOVED - _CHOSEN - {"polar"} or new.places or new.periods or new.measures
    if not asks or more or len(turns) < 2:
        return None
    alike = _alike(turns, new.number or (len(turns) if asks & {*_CHOSEN, "sum", "mean"} else 2))
    if asks & _CHOSEN and len(_alike(turns, len(turns))) > len(alike):
        return None  # "top two of these" after three: which two is what is asked
    if "mean" in asks:
        return _over_span(alike)
    slots = [turn.slots for turn in alike if turn.slots is not None]
    if len(slots) < 2 or any(len(each.partner) > 1 for each in slots):
        return None
    if narrowed := _over_filters(slots):
        return None if asks <= _MOVED else narrowed
    if len({each.partner for each in slots}) == len(slots):
        return None if asks <= _MOVED else replace(slots[-1], partner=tuple(c for s in slots for c in s.partner))
    return None if asks <= _CHOSEN else _over_all(alike if "sum" in asks else alike[-2:])


def _alike(turns: list[Turn], most: int) -> list[Turn]:
    """The newest turns that differ in the partner alone, or in the period alone."""
    kept = [turns[-1]]
    for turn in reversed(turns[:-1]):
        old, last = turn.slots, kept[0].slots
        if old is None or last is None or len(kept) == most or old.measures != last.measures:
            break
        moved = [old.periods != last.periods, old.partner != last.partner, old.filters != last.filters]
        if sum(moved) != 1 or moved[2] and set(old.filters) != set(last.filters):
            break
        kept.insert(0, turn)
    return kept


def _over_filters(slots: list[Slots]) -> Slots | None:
    """The last question over the modes, products or states of all of them, where those alone differ."""
    names = [name for name in slots[-1].filters if len({each.filters[name] for each in slots}) > 1]
    if len(names) != 1 or len({each.periods for each in slots}) > 1:
        return None
    codes = tuple(dict.fromkeys(code for each in slots for code in each.filters[names[0]]))
    return replace(slots[-1], filters={**slots[-1].filters, names[0]: codes})


def _over_span(turns: list[Turn]) -> Slots | None:
    """The last question over the one span that the periods of all of them make, by their length: "2020", "2021"."""
    periods = sorted({Period.parse(turn.period) for turn in turns if turn.period})
    last, grains = turns[-1].slots, {period.grain for period in periods}
    joined = all(one.last + 1 == other.first for one, other in zip(periods, periods[1:], strict=False))
    if last is None or len(periods) != len(turns) or len(periods) < 2 or len(grains) != 1 or not joined:
        return None
    return replace(last, periods=(str(Period(periods[0].first, periods[-1].last)),), keys=(*last.keys, *grains))


def _over_all(turns: list[Turn]) -> Slots | None:
    """The last question over the periods of all of them, where they are of one length."""
    periods = tuple(dict.fromkeys(turn.period for turn in turns if turn.period))
    last = turns[-1].slots
    if last is None or len(periods) != len(turns):
        return None
    return replace(last, periods=periods) if len({Period.parse(text).months for text in periods}) == 1 else None


def base_period(question: Question) -> Period | None:
    """The one period that growth is counted from: "its growth on 2023", not "its growth in 2023"."""
    asked, text = question.slots, question.text.lower()
    if not asked.operations & {"growth", "change", "rise", "fall"} or len(asked.periods) != 1:
        return None
    said = next(m for m in question.mentions if m.kind == "period")
    before = next((m for m in reversed(question.mentions) if m.end <= said.start), None)
    if before is None or text[before.end : said.start].strip() or "prepositions:in" in before.candidates:
        return None
    counted_from = before.kind in ("prepositions", "operations") and asked.periods[0][:1].isdigit()
    return Period.parse(asked.periods[0]) if counted_from else None
