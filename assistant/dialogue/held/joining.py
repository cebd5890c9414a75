"""The last questions taken together: "both together", "which was higher?", "the average of the three"."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue.heard.saying import chooses, says
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Question, Slots
from assistant.measures import OTHER_FLOW
from assistant.periods import LENGTHS, TIMES, Period
from assistant.tools.tariff_spans import is_day

_APART = frozenset(
    {"sum", "mean", "difference", "ratio", "in_percent", "in_money", "compare", "points", "exceed", "trail"}
)
_MOVED = frozenset({"growth", "change", "cagr", "rise", "fall", "share"})
_CHOSEN = frozenset({"top", "bottom", "ordered"})
_HIGHER = frozenset({"exceed", "trail", "difference"})
_DRAWN = frozenset({"series", "table"})
_SAME = ("reporter", "partner", "periods", "filters", "without", "operations", "keys")
_BEST = frozenset({"best", "worst"})
_NEWEST = ("latest-year",)
_FLOWS = (("exports",), ("imports",))
_BOTH = ("deficit", "surplus", "balance", "total")
"""What is of both flows with each of those whose one flow was told."""


def together(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last questions as one, where a follow-up only asks how they stand to one another."""
    new, turns = question.slots, from_one_side([turn for turn in dialogue.turns if turn.slots is not None])
    if new.operations & _CHOSEN and ("dialogue:those" in question.about or _of_those_times(question, turns)):
        new = replace(new, operations=new.operations - {"peak"})  # "the highest of those?" is of things here
    asks = new.operations & (_APART | _MOVED | _CHOSEN) - {"share"}
    if years := _best_time(replace(question, slots=new), turns):
        return years
    again = turns and turns[-1].slots is not None and new.measures == turns[-1].slots.measures  # "the larger deficit"
    again = again or in_other_flow(question, dialogue)
    more = new.operations - _APART - _MOVED - _CHOSEN - {"polar"} or new.places or new.measures and not again
    timed = new.periods and (asks != {"sum"} or len(new.periods) > 1)
    told_then = "points" in asks or says(question, "either_then")
    either_way = {"rise", "fall"} <= asks and not told_then  # "is it rising or falling?" is of the last alone
    if not asks or more or timed or either_way or len(turns) < 2:
        return None
    alike = of_a_kind(turns, new.number or (len(turns) if asks & {*_CHOSEN, "sum", "mean"} else 2))
    if asks & _CHOSEN and len(of_a_kind(turns, len(turns))) > len(alike):
        return None  # "top two of these" after three: which two is what is asked
    if "mean" in asks:
        return None if _is_of_last(question, alike) else over_span(alike)
    slots = [_single(turn.slots) for turn in alike if turn.slots is not None]
    if len(slots) < 2 or any(len(each.partner) > 1 for each in slots):
        return None
    if narrowed := _over_filters(slots):
        return None if asks <= _MOVED else _as_named(narrowed, new)
    if len({each.partner for each in slots}) == len(slots):
        single = all(each.partner for each in slots) and (new.number or 0) <= len(slots)  # no ranking, nor "the top 5"
        return (
            None
            if asks <= _MOVED or not single
            else replace(slots[-1], partner=tuple(c for s in slots for c in s.partner))
        )
    if "sum" in asks and "share" in slots[-1].operations:
        return None  # the shares of two years are not added up
    return None if asks <= _CHOSEN or new.periods else over_all(alike if "sum" in asks else alike[-2:])


def _as_named(joined: Slots, new: Slots) -> Slots:
    """Those taken together in the order in which the follow-up names them: "El Paso as a percent of Laredo"."""
    again = {name: codes for name, codes in new.filters.items() if {*codes} == {*joined.filters.get(name, ())}}
    return replace(joined, filters={**joined.filters, **again})


def in_other_flow(question: Question, dialogue: Dialogue) -> bool:
    """Whether one of those asked about is chosen by another measure: "which of the two is larger in imports?"."""
    new, group = question.slots, group_of(dialogue, question.slots.number)
    if len(new.measures) != 1 or group is None or not chooses(question):
        return False
    return group.measures[:1] == (OTHER_FLOW.get(new.measures[0]),) or bool(
        new.measures[0] in _BOTH and group.measures[:1] in _FLOWS
    )


def drawn(question: Question, dialogue: Dialogue) -> Slots | None:
    """The last two questions as one, where both are to be shown together: "both on one chart"."""
    new, turns = question.slots, [turn for turn in dialogue.turns if turn.slots is not None][-2:]
    named = new.measures or new.places or new.filters or {*new.keys} - TIMES or question.unknown
    if named or len(turns) < 2 or not new.operations or new.operations - _DRAWN or not says(question, "together"):
        return None
    if new.periods or new.keys:
        return _both_ways(turns)
    alike = of_a_kind(turns, 2)
    slots = [turn.slots for turn in alike if turn.slots is not None]
    if len(slots) == 2 and slots[0].periods != slots[1].periods:
        span = None if new.operations & _MOVED else over_span(alike)  # "percent change between the two?"
        return span or over_all(alike)
    if len(slots) == 2 and all(len(each.partner) == 1 for each in slots):
        if len({each.partner for each in slots}) == 2:
            return replace(slots[1], partner=(*slots[0].partner, *slots[1].partner))
        return _over_filters(slots)
    return _both_ways(turns)


def _both_ways(turns: list[Turn]) -> Slots | None:
    """The last two questions as one of both measures, where those alone differ: exports, then imports."""
    one, other = (turn.slots or Slots() for turn in turns)
    same = all(getattr(one, name) == getattr(other, name) for name in _SAME)
    flows = len({*one.measures, *other.measures}) == 2 == len((*one.measures, *other.measures))
    return replace(other, measures=(*one.measures, *other.measures)) if same and flows else None


def flows_held(question: Question, dialogue: Dialogue) -> Slots | None:
    """The exports and the imports that were asked about in turn, where one of them is chosen: "which was bigger?"."""
    new = question.slots
    named = new.places or new.measures or new.periods or new.filters or new.keys or new.number or new.ordinal
    asked = new.operations & {"exceed", "trail"} and new.operations <= _HIGHER | {"ratio"}
    return both_ways(dialogue) if asked and not named else None


def both_ways(dialogue: Dialogue) -> Slots | None:
    """The last two questions as one of exports and imports, where those alone differ."""
    turns = mirrored([turn for turn in dialogue.turns if turn.slots is not None])[-2:]
    both = _both_ways(turns) if len(turns) > 1 else None
    return both if both and {*both.measures} == {"exports", "imports"} and not (both.operations or both.keys) else None


def _best_time(question: Question, turns: list[Turn]) -> Slots | None:
    """The span of the times that were asked about in turn, of which one is chosen: "which of those was the best?"."""
    new, last = question.slots, turns[-1].slots if turns else None
    named = new.places or new.measures or new.periods or new.filters or new.ordinal or set(new.keys) - TIMES
    asks = new.operations and new.operations <= _CHOSEN | _BEST - {"ordered"}
    if named or not asks or last is None or last.operations or {*last.keys} - TIMES or len(last.periods) != 1:
        return None
    alike = of_a_kind(turns, new.number or len(turns))
    return over_span(alike) or over_all(alike)


def _of_those_times(question: Question, turns: list[Turn]) -> bool:
    """Whether one of the times asked about in turn is chosen: "which was the highest?", and not "which month …"."""
    last = turns[-1] if turns else None
    grain = Period.parse(last.period).grain if last is not None and last.period else ""
    return len(turns) > 1 and chooses(question) and {*question.slots.keys} <= {grain}


def from_one_side(turns: list[Turn]) -> list[Turn]:
    """The turns as the one partner of several reporters sees them: what Mexico and Canada sold it are its imports."""
    last = [turn.slots for turn in turns[-2:] if turn.slots is not None]
    single = len({each.reporter for each in last}) > 1 and len({each.partner for each in last}) == 1
    return [replace(turn, slots=turn.slots and _turned(turn.slots)) for turn in turns] if single else turns


def mirrored(turns: list[Turn]) -> list[Turn]:
    """The turns, the last as the one before has it: of what Chile sold the US, after US exports there, US imports."""
    one, other = (turns[-2].slots, turns[-1].slots) if len(turns) > 1 else (None, None)
    if one is None or other is None or turns[-1].table != turns[-2].table:
        return turns
    turned = _turned(other)
    same = turned != other and (turned.reporter, turned.partner) == (one.reporter, one.partner)
    return [*turns[:-1], replace(turns[-1], slots=turned)] if same else turns


def _turned(slots: Slots) -> Slots:
    if any(len(codes) != 1 for codes in (slots.measures, slots.reporter, slots.partner)):
        return slots
    if slots.measures[0] not in OTHER_FLOW:
        return slots
    return replace(slots, measures=(OTHER_FLOW[slots.measures[0]],), reporter=slots.partner, partner=slots.reporter)


def _is_of_last(question: Question, turns: list[Turn]) -> bool:
    """Whether a mean is over shorter times within the last period alone: after two years, "as an average per month"."""
    lengths = [LENGTHS.get(key, 0) for key in question.slots.keys]
    within = any(turn.period and Period.parse(turn.period).months > max(lengths, default=999) for turn in turns)
    several = question.slots.number or "dialogue:those" in question.about or says(question, "several")
    return within and not several


def pair_of(dialogue: Dialogue) -> Slots | None:
    """The last two questions as one over both partners, modes or states, where those alone differ."""
    return group_of(dialogue, 2)


def group_of(dialogue: Dialogue, count: int | None = None) -> Slots | None:
    """The last questions as one over all their partners, modes or states, where those alone differ.

    `count` is how many there are to be; None takes all that are alike.
    """
    turns = [turn for turn in dialogue.turns if turn.slots is not None]
    alike = of_a_kind(turns, count or len(turns)) if turns else []
    slots = [_single(turn.slots) for turn in alike if turn.slots is not None]
    if len(slots) < 2 or len(slots) != (count or len(slots)):
        return None
    if any(len(each.partner) > 1 or each.operations - {"per_key"} or each.keys for each in slots):
        return None  # "por Laredo" may be by port, and is here the port itself
    if len({each.partner for each in slots}) == 1:
        return _over_filters(slots)
    same = all((each.periods, each.filters) == (slots[-1].periods, slots[-1].filters) for each in slots)
    partners = tuple(dict.fromkeys(code for each in slots for code in each.partner))
    return replace(slots[-1], partner=partners) if same else None


def _single(slots: Slots) -> Slots:
    """The slots of one figure without what only says its time again, or asks whether there is one: "the same year"."""
    named = slots.periods[0] if len(slots.periods) == len(slots.keys) == 1 else ""
    again = named[:1].isdigit() and "/" not in named and not is_day(named)
    keys = () if again and slots.keys == (Period.parse(slots.periods[0]).grain,) else slots.keys
    return replace(slots, keys=keys, operations=slots.operations - {"polar"})


def named_once(asked: Slots, joined: Slots) -> Slots:
    """What is asked of several things without the word for their kind: "the difference between the two states"."""
    several = {name for name, codes in joined.filters.items() if len(codes) > 1}
    several |= {"partner"} if len(joined.partner) > 1 else set()
    several |= {Period.parse(period).grain for period in joined.periods} if len(joined.periods) > 1 else set()
    same = len(asked.keys) == 1 and several == {*asked.keys} and not (asked.places or asked.filters)
    return replace(asked, keys=(), level=None) if same and asked.operations <= _APART | {"polar"} else asked


def of_a_kind(turns: list[Turn], most: int) -> list[Turn]:
    """The newest turns that differ in the partner alone, or in the period alone."""
    kept, newest, differ = [turns[-1]], False, -1
    for turn in reversed(turns[:-1]):
        old, last = turn.slots, kept[0].slots
        if old is None or last is None or len(kept) == most or old.measures != last.measures:
            break
        if old.reporter and last.reporter and old.reporter != last.reporter:
            break  # what the US sold to Chile, what Chile sold to the US
        if old.periods == _NEWEST and (newest or turn.period == kept[0].period):
            old, newest = replace(old, periods=last.periods), True  # the newest year, which the next one kept by name
        moved = [old.periods != last.periods, old.partner != last.partner, old.filters != last.filters]
        if sum(moved) != 1 or moved[2] and set(old.filters) != set(last.filters):
            break
        if differ not in (-1, moved.index(True)):
            break  # another place before two years of one
        differ = moved.index(True)
        kept.insert(0, replace(turn, slots=old))
    return kept


def _over_filters(slots: list[Slots]) -> Slots | None:
    """The last question over the modes, products or states of all of them, where those alone differ."""
    names = [name for name in slots[-1].filters if len({each.filters[name] for each in slots}) > 1]
    if len(names) != 1 or len({each.periods for each in slots}) > 1:
        return None
    codes = tuple(dict.fromkeys(code for each in slots for code in each.filters[names[0]]))
    return replace(slots[-1], filters={**slots[-1].filters, names[0]: codes})


def over_span(turns: list[Turn]) -> Slots | None:
    """The last question over the one span that the periods of all of them make, by their length: "2020", "2021"."""
    periods = sorted({Period.parse(turn.period) for turn in turns if turn.period})
    last, grains = turns[-1].slots, {period.grain for period in periods}
    joined = all(one.last + 1 == other.first for one, other in zip(periods, periods[1:], strict=False))
    if last is None or len(periods) != len(turns) or len(periods) < 2 or len(grains) != 1 or not joined:
        return None
    return replace(last, periods=(str(Period(periods[0].first, periods[-1].last)),), keys=(*last.keys, *grains))


def over_all(turns: list[Turn]) -> Slots | None:
    """The last question over the periods of all of them, where they are of one length."""
    periods = tuple(dict.fromkeys(turn.period for turn in turns if turn.period))
    last = turns[-1].slots
    if last is None or len(periods) != len(turns) or len({Period.parse(text).months for text in periods}) > 1:
        return None
    single = last.keys == (Period.parse(periods[0]).grain,)  # "the same month a year before" is one figure
    return replace(last, periods=periods, keys=() if single else last.keys)
