"""Which times a follow-up means: counted from the earlier answer's, within it, or put beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.dialogue.heard.leads import FEW, is_fresh
from assistant.dialogue.heard.saying import says
from assistant.dialogue.held.held_times import is_held_to
from assistant.dialogue.pointed.pointing import base_period, is_held
from assistant.dialogue.taken.moved import as_one, at_its_edge, moved_all, to_that_month
from assistant.dialogue.turns import Turn
from assistant.languages.language import load
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.when.end_years import edge_of
from assistant.lexicon.when.times import counted
from assistant.periods import TIMES, Period
from assistant.store.selection import is_closed
from assistant.types import Gap

_MOVES = frozenset({"growth", "yoy", "change", "in_percent", "rise", "fall"})
_WAYS = frozenset({"rise", "fall"})
_GREW = _WAYS | {"growth", "change"}
_SIZED = frozenset({"difference", "in_percent", "per_key"})
_PACED = frozenset({"yoy", "mom", "qoq"})
_STEP = {1: ("prev:1",), 3: ("prev:3",)}
_BEFORE = (("prev:12",), ("prev:1",))
_RANKED = frozenset({"top", "bottom", "share", "compare", "polar"})
_LENGTHS = {"latest": 1, "latest-quarter": 3}


def times(slots: Slots, question: Question, turn: Turn) -> Codes:
    """Relative periods counted from the earlier answer's; "against 2023" adds to the earlier period."""
    found = _found(question, turn)
    base = found or (Period.parse(turn.period) if turn.period else None)
    asked = question.slots
    if asked.operations & _MOVES and asked.periods in _BEFORE:
        return _stepped(asked, base, turn.slots) or _same_time(found, turn)
    if (
        turn.slots
        and not found
        and (alike := _stepped(asked, base, turn.slots) or _of_both(slots, question, turn.slots))
    ):
        return alike
    if base is not None and (cued := _cued(base, question) or _based(base, asked)):
        return cued
    if base is not None and (start := base_period(_dated(question, base))) and start.first < base.first:
        return (str(start), str(base))
    only = "dialogue:only" in question.about or says(question, "instead")
    edged = tuple(to_that_month(at_its_edge(period, base, question), base, question) for period in slots.periods)
    named = tuple(_within(_in_its_year(period, base), base, only=only) for period in edged)
    if (
        base is not None
        and asked.operations & {"exceed", "trail", "difference"}
        and len(asked.periods) == len(named) == 1
        and (asked.periods != named or _as_long(named[0], base) and not asked.measures and not asked.places)
    ):
        if "polar" in asked.operations and not is_held_to(question):
            return (*named, str(base))  # "was it more in 2023?"
        return (str(base), *named)  # "was it higher than the year before?", "how much more than in 2022?"
    if base is not None and asked.operations & _GREW and not asked.places and len(named) == 1 and _until(question):
        if _as_long(named[0], base) and Period.parse(named[0]).first > base.last:
            return (str(base), *named)  # "it had collapsed by 2023"
    against = "compare" in asked.operations and len(asked.periods) == 1 and len(asked.places) < 2
    spoken = str(found) if found else turn.period
    if against and spoken and spoken not in named:
        return (*named, spoken)
    return named


def _stepped(asked: Slots, base: Period | None, old: Slots | None) -> Codes:
    """After April, "growth on the month before": both; after those two, "and year on year": the later one."""
    if base is not None and asked.operations & _MOVES and asked.periods == _STEP.get(base.months):
        return (str(base.shift(-base.months)), str(base))
    paced = old is not None and asked.operations & _PACED and not asked.periods and _are_two(old)
    return old.periods[1:] if old is not None and paced else ()


def _are_two(old: Slots) -> bool:
    """Whether a month or quarter was set against the one before it."""
    if len(old.periods) != 2 or not all(is_closed(period) for period in old.periods):
        return False
    one, other = map(Period.parse, old.periods)
    return one.months == other.months < 12 and one.last + 1 == other.first


def _same_time(found: Period | None, turn: Turn) -> Codes:
    """The time that was found, else that of the earlier answer, else the one that was asked about."""
    if found or turn.period:
        return (str(found or turn.period),)
    return as_one(turn.slots.periods) if turn.slots else ()


def of_that_time(question: Question, turn: Turn) -> Question:
    """A short question of its own that names no time is of the time spoken of, and takes nothing else over."""
    slots, period = question.slots, turn.period
    found = {*slots.keys} & {*TIMES} and slots.operations  # "the record year, and how much was it that year?"
    if "dialogue:that_time" in question.about and not (slots.periods or found):
        if told := _time_told(question, turn):
            return replace(question, slots=replace(slots, periods=(told,)), carried=("periods",))
        return replace(question, gap=question.gap or Gap("clarify", "unclear", "pointed"))
    same = turn.slots is not None and _is_restated(slots, turn.slots)  # the same trade spoken of, however long
    free = not (slots.periods or slots.condition or slots.keys or slots.operations - {"compare", "polar", "share"})
    ranked = same and not (slots.periods or slots.condition or {*slots.keys} & {*TIMES} or slots.operations - _RANKED)
    free = free or ranked  # after exports to Canada in 2015, "which mode carried most of the exports to Canada?"
    few = len(question.text.split()) <= (FEW + 2 if "share" in slots.operations else FEW)
    short = slots.measures and slots.places and (few or same) and not question.unknown
    named = turn.answered and turn.slots and turn.slots.periods == (period,)
    talks = is_fresh(question) or any(cue.startswith("explain") for cue in question.about)
    if not (free and short and named) or talks or period is None:
        return question
    goods = _goods_kept(question, turn)
    slots = replace(slots, periods=(period,), filters={**slots.filters, **goods})
    return replace(question, slots=slots, carried=("periods", *(["filters"] if goods else [])))


def _is_restated(new: Slots, old: Slots) -> bool:
    """Whether the flow and the partner are those of before: "what was the truck share of exports to Canada?"."""
    told = {*old.reporter, *old.partner}
    return new.measures == old.measures and {*old.partner} <= {*new.places} <= told


def _goods_kept(question: Question, turn: Turn) -> dict[str, Codes]:
    """The product spoken of, where a short question only turns its flow or partner: "auto parts", "exports to Mexico?".

    A question that names all goods, or anything that narrows, is of what it names.
    """
    old, asked = turn.slots or Slots(), question.slots
    named = asked.filters or asked.without or asked.operations or "dialogue:all_product" in question.about
    in_turn = asked.measures in (("exports",), ("imports",)) and {*old.measures} <= {"exports", "imports"}
    full = says(question, "in_full") or old.operations or old.keys or old.without
    kept = old.filters.get("product", ())
    return {"product": kept} if kept and in_turn and not (named or full) else {}


def _time_told(question: Question, turn: Turn) -> str:
    """The time of the earlier answer that "that year" names: its own, or the year that holds it; "" where neither."""
    named = next((m.text for m in question.mentions if "dialogue:that_time" in m.candidates), "")
    found = turn.ranked[1] if turn.ranked[0] in TIMES and len(turn.ranked[1]) == 1 else (turn.period,)
    if not named or not found[0]:
        return ""
    phrases, base = load(question.language).phrases, Period.parse(found[0])
    grains = {code for word in named.split() for kind, code in phrases.get((word,), ()) if kind == "keys"}
    if base.grain in grains:
        return str(base)
    return str(Period.year(base.last // 12)) if "year" in grains and base.grain in ("month", "quarter") else ""


def _other_end(question: Question, old: Slots) -> Codes:
    """The earlier stretch from another start or to another end: "until 2023", "make the end year 2023", "from 2010"."""
    said = [m for m in question.mentions if m.kind == "period"]
    edge = edge_of(question.text, said[0], load(question.language)) if len(said) == 1 else ""
    new = question.slots
    more = new.measures or new.places or new.filters or new.operations - _GREW - _SIZED
    if not edge and not more and old.operations & _GREW and _until(question):
        edge = "end"  # after "fell after 2017", "how much had they fallen by 2020?"
    moving = len(old.periods) == 2 and bool(old.operations & _MOVES)
    ends = old.periods if moving else tuple(old.periods[0].split("/")) if len(old.periods) == 1 else ()
    named = "".join(question.slots.periods).strip("/")
    if edge == "start" and len(ends) == 2 and not ends[1] and is_closed(named):
        return (f"{named}/",)  # after "since 2000", "only from 2012"
    if not edge or len(ends) != 2 or not is_closed(named):
        return ()
    first, last = (ends[0], named) if edge == "end" else (named, ends[1])
    if not (is_closed(first) and is_closed(last)) or Period.parse(first).first >= Period.parse(last).first:
        return ()
    return (first, last) if moving else (f"{first}/{last}",)


def _found(question: Question, turn: Turn) -> Period | None:
    """The one time that the earlier answer found, where it is held against another: "how far above 2019 is that?"."""
    (dimension, codes), asked = turn.ranked, question.slots
    same = len(asked.periods) == 1 and asked.periods[0].startswith("same:")
    moved = asked.operations & _MOVES and asked.periods in _BEFORE and not (asked.places or asked.measures)
    held = same or moved or "dialogue:that" in question.about and is_held(question)
    single = dimension in ("month", "quarter", "year") and len(codes) == 1 and len(asked.periods) == 1
    return Period.parse(codes[0]) if held and single else None


def _based(base: Period, asked: Slots) -> Codes:
    """The year of an index beside the one spoken of: "as an index, 2015 = 100?"; () where none is asked for."""
    year = asked.periods[0] if asked.periods else ""
    single = "rebase" in asked.operations and asked.periods in ((year,), (year, f"{year}/"))
    return (year, str(base)) if single and _as_long(asked.periods[0], base) else ()


def _of_both(slots: Slots, question: Question, old: Slots) -> Codes:
    """The times of a question that two earlier ones have a part in: a year on its base, both moved, another end."""
    asked = question.slots
    return _on_its_base(asked, old) or moved_all(slots, asked, old) or _other_end(question, old)


def _on_its_base(asked: Slots, old: Slots) -> Codes:
    """The year of an index beside another that its value is asked for in: after 2015 = 100, "and in 2024?"."""
    base = old.periods[0] if len(old.periods) == 2 and "rebase" in old.operations else ""
    named = asked.periods[0] if len(asked.periods) == 1 else ""
    years = base.isdigit() and named.isdigit() and len(base) == len(named) == len("2024")
    return (base, named) if years and base != named and not asked.operations else ()


def _until(question: Question) -> bool:
    """Whether the period is named as an end: "by 2023"; a change "for 2024" only where it had come about by then."""
    said = next((m for m in question.mentions if m.kind == "period"), None)
    before = next((m for m in reversed(question.mentions) if said and m.end <= said.start), None)
    named = {*before.candidates} & {"prepositions:by", "prepositions:for"} if before is not None else set()
    if question.slots.operations & _WAYS or named == {"prepositions:by"} or said is None:
        return bool(named)
    language = load(question.language)
    led = re.search(rf"(?:^|\W){language.any_of('lists', 'by_then')}\s*$", fold(question.text[: said.start]))
    return bool(led and {*phrase(question.text)} & language.forms("lists", "had"))


def _as_long(named: str, base: Period) -> bool:
    """Whether a closed period is as long as the earlier answer's, and another one."""
    closed = Period.parse(named) if named[:1].isdigit() and not named.endswith("/") else None
    return closed is not None and closed != base and closed.months == base.months


def _dated(question: Question, base: Period) -> Question:
    """The question with a month or quarter as the one before the time spoken of: after August, "up on July?"."""
    asked = question.slots
    if len(asked.periods) == 1 and asked.periods[0].startswith("same:"):  # "up on the same two months of 2024"
        return replace(question, slots=replace(asked, periods=(counted(asked.periods[0], base),)))
    named = _in_its_year(asked.periods[0], base) if len(asked.periods) == 1 and base.months < 12 else ""
    if not asked.periods or named == asked.periods[0] or not _as_long(named, base):
        return question
    start = Period.parse(named)
    start = start if start.first < base.first else start.shift(-12)
    return replace(question, slots=replace(asked, periods=(str(start),)))


def _in_its_year(period: str, base: Period | None) -> str:
    """A relative period counted from the earlier answer's; "Q2?" and "in May?" are of the same year."""
    part = base is not None and period.startswith(("month:", "quarter:", "half:"))
    year = Period.year(base.last // 12) if part and base is not None else base
    return f"{counted(period[:-1], year)}/" if part and period.endswith("/") else counted(period, year)


def _cued(base: Period, question: Question) -> Codes:
    """The whole year of a month, all since a year, the last quarter of a longer period; () where none is meant."""
    asked, about = question.slots.periods, question.about
    if not asked and "dialogue:whole_year" in about and base.months < 12:
        return (str(Period.year(base.first // 12)),)
    if not asked and "dialogue:since_then" in about:
        return (f"{str(base).partition('/')[0]}/",)
    before = next((c[7:] for m in question.mentions for c in m.candidates if c.startswith("period:before:")), "")
    held = "compare" in question.slots.operations  # "how do they compare with the three years before?"
    if before and not held and asked == (before.replace("before", "last", 1),):
        return (counted(before, base),)  # "the ten years before": before those of the earlier answer
    if asked == ("latest",) and base.grain == "year" and _is_now(question):
        return ("latest-year",)  # after 1995, "and now?"
    months = _LENGTHS.get(asked[0]) if len(asked) == 1 and "dialogue:only" in about else None
    if months and base.months > months:
        return (str(Period(base.last - months + 1, base.last)),)
    return ()


def _is_now(question: Question) -> bool:
    """Whether the newest time is named without its length: "now", and not "the latest month"."""
    said = next((m.text for m in question.mentions if "period:latest" in m.candidates), "")
    return not {*phrase(said)} & load(question.language).forms("periods", "month")


def _within(named: str, base: Period | None, *, only: bool) -> str:
    """An open time within the span of the earlier answer as the rest of that span: "only from 2021 on"."""
    if base is None or not (only and named[:1].isdigit() and named.endswith("/")):
        return named
    start = Period.parse(named[:-1])
    return str(Period(start.first, base.last)) if base.first < start.first <= start.last <= base.last else named
