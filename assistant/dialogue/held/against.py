"""The earlier answer set against another: "how many times Australia's is that?", "who grew more since 2019?"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from assistant.dialogue.heard.saying import chooses, is_base, is_subject
from assistant.dialogue.held.claimed import claimed_against
from assistant.dialogue.held.first_against import first_against, sellers_apart
from assistant.dialogue.held.joining import group_of, pair_of
from assistant.dialogue.held.told_pair import told_pair
from assistant.dialogue.turns import Dialogue
from assistant.languages.language import load
from assistant.lexicon.compare.outgrowing import COMPARED
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import phrase
from assistant.measures import OTHER_FLOW
from assistant.periods import Period
from assistant.store.selection import is_closed
from assistant.types import Gap

_HELD = frozenset({"ratio", "difference"})
_SIDES = {frozenset({"exceed"}): ("exceed", "faster"), frozenset({"trail"}): ("trail", "slower")}
_NEWEST = ("latest-year",)
_PACES = {
    frozenset({"fastest"}): frozenset({"exceed", "faster"}),
    frozenset({"fastest", "sized"}): frozenset({"exceed", "faster", "in_money"}),
    frozenset({"slowest"}): frozenset({"trail", "slower"}),
    frozenset({"slowest", "sized"}): frozenset({"trail", "slower", "in_money"}),
}
"""What the fastest of two is: which of them grew more."""
_RATED = frozenset({"in_percent"})
_WAYS = frozenset({"rise", "fall"})
_SIZED = _WAYS | {"exceed", "trail", "growth", "in_percent", "change"}
_CHOSEN = frozenset({"exceed", "trail"})
_SAID = frozenset({"polar", "difference", "compare", "per_key", "in_percent", "amount"})
_MOVED = frozenset({"growth", "change", "rise", "fall", "polar", "in_percent"})
_ASIDE = _CHOSEN | {"compare", "in_percent"}
_NEVER = frozenset({"top", "bottom", "share", "growth", "count", "sum", "mean"})


def against(question: Question, dialogue: Dialogue, home: str) -> tuple[Slots, Slots] | None:
    """The follow-up without the sides that it names, and the earlier question over both; None where it is no such."""
    ways = (
        claimed_against,
        partial(sellers_apart, home=home),
        _times_then,
        _times_another,
        first_against,
        _over_flow,
        _which_grew,
        _which_then,
    )
    return next((held for way in ways if (held := way(question, dialogue)) is not None), None)


def _times_then(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The earlier figure held against that of another time: "how many times as much as in 2003"."""
    new, last = question.slots, dialogue.last.slots if dialogue.last else None
    named = new.places or new.filters or new.keys or new.ordinal or new.operations - {"polar"} != {"ratio"}
    if last is None or named or last.operations - {"polar"} or last.keys or len(new.periods) != 1:
        return None
    alike = len(last.periods) == 1 and is_closed(last.periods[0]) and is_closed(new.periods[0])
    if not alike or Period.parse(last.periods[0]).months != Period.parse(new.periods[0]).months:
        return None
    same = new.measures in ((), last.measures) and last.periods != new.periods
    return (
        (replace(new, measures=(), periods=()), replace(last, periods=(*last.periods, *new.periods))) if same else None
    )


def _times_another(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The earlier figure held against another partner's: "that" is the first of the two, after "than" the second."""
    new, last = question.slots, dialogue.last.slots if dialogue.last else None
    points = new.operations & (_HELD | _CHOSEN) and "dialogue:that" in question.about
    added = new.operations & _HELD and "dialogue:and" in question.about  # "the same for Canada, and the difference"
    asked = (points or added) and not new.operations & _NEVER
    if last is None or not asked or last.operations - {"polar", "share"} or last.keys:
        return None
    others = tuple(code for code in new.places if code not in last.reporter)
    theirs = new.reporter == others and tuple(OTHER_FLOW.get(name, name) for name in new.measures) == last.measures
    same = theirs or new.measures in ((), last.measures) and (not new.measures or new.reporter != others)
    same = same and not (new.periods or new.filters or new.keys or new.ordinal)
    if not same or len(others) != 1 or len(last.partner) != 1 or others == last.partner:
        return None
    bare = replace(new.without_sides(), measures=())
    ahead = is_base(question) or is_subject(question) and new.operations & _CHOSEN
    return bare, replace(last, partner=(*others, *last.partner) if ahead else (*last.partner, *others))


def _over_flow(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The earlier flow held against the other one with the same place: "as a ratio to imports from there"."""
    new, last = question.slots, dialogue.last.slots if dialogue.last else None
    if last is None or last.operations - {"polar"} or last.keys or len(last.partner) != 1 or len(last.periods) != 1:
        return None
    other = OTHER_FLOW.get(last.measures[0], "") if len(last.measures) == 1 else ""
    named = set(new.places) - {*last.reporter, *last.partner} or new.periods or new.filters or new.keys or new.within
    done = _held_flow(question)
    if new.measures != (other,) or named or new.ordinal or not done:
        return None
    bare = replace(new.without_sides(), measures=())
    measures = (other, *last.measures) if _leads(question, other) else (*last.measures, other)
    return replace(bare, operations=done), replace(last, measures=measures)


def _leads(question: Question, flow: str) -> bool:
    """Whether a flow is said to be the higher or lower one itself: "did imports exceed that"."""
    sides = {f"operations:{side}" for side in _CHOSEN}
    held = next((m.start for m in question.mentions if sides & {*m.candidates}), -1)
    return any(m.start < held for m in question.mentions if f"measures:{flow}" in m.candidates)


def _held_flow(question: Question) -> frozenset[str]:
    """What is done with one flow and another that is named right behind: divided by it, in percent of it, compared."""
    done, language = question.slots.operations - {"polar", "per_key"}, load(question.language)
    if done in ({"ratio"}, {"compare"}, {"difference"}):
        return done
    if done in _SIDES:
        return done | question.slots.operations & {"polar"}  # "is that higher than imports from there?"
    leads, told = tuple(language.forms("lists", "as_part")), _closes_with_that(question)
    named = [m for m in question.mentions if "prepositions:of" not in m.candidates]
    pairs = zip(named, named[1:], strict=False)
    part = any(
        "operations:share" in cue.candidates
        and (cue.text.startswith(leads) or told)
        and {"measures:exports", "measures:imports"} & {*flow.candidates}
        for cue, flow in pairs
    )
    return frozenset({"ratio", "in_percent"}) if part and done == {"share"} else frozenset()


def _closes_with_that(question: Question) -> bool:
    """Whether what the earlier figure is, is asked: "what fraction of imports is that?"; no "comes from there"."""
    being = load(question.language).any_of("lists", "being")
    those = (m for m in question.mentions if "dialogue:that" in m.candidates)
    return any(
        re.search(rf"\b{being}\s+$", question.text[: m.start].lower()) and not question.text[m.end :].strip(" ?.!")
        for m in those
    )


def _which_grew(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The growth of the two that were asked about one after the other: from the year that is named to theirs."""
    new, pair = question.slots, pair_of(dialogue)
    operations = _compared(question)
    if pair is None or not operations & COMPARED or {*new.keys} - {"partner", *pair.filters}:
        return None
    if new.places or new.filters or new.ordinal or new.measures not in ((), pair.measures):
        return None
    if len(pair.periods) == 2 and not new.periods and _are_ends(*pair.periods):  # both told in 2021 and 2022
        return replace(new, measures=(), keys=(), number=None, operations=operations), pair
    if len(pair.periods) != 1:
        return None
    new = replace(new, measures=())
    if several := _which_of_all(new, operations, dialogue):
        return several
    return _grown_from(question, new, pair, operations) if new.number in (None, 2) else None


def _grown_from(question: Question, new: Slots, pair: Slots, operations: frozenset[str]) -> tuple[Slots, Slots] | None:
    """The growth of two between their one time and that which is named, or within what is named; None where neither."""
    end = pair.periods[0]
    since = _says_than(question) and len(new.periods) == 1 and _are_ends(new.periods[0], end)  # "better than in 2022"
    if _is_in_year(question) and not since or _is_from_to(new):  # "which grew more in 2024?", "from 2019 to 2024?"
        return replace(new, keys=(), number=None, operations=operations), pair
    if len(new.periods) == 1 and new.periods[0].startswith("last:"):  # "over the past five years"
        return replace(new, keys=(), number=None, operations=operations), pair
    start = new.periods[0].removesuffix("/") if len(new.periods) == 1 else ""
    if start and _are_ends(end, start):  # after 2019, "which had grown more by 2024?"
        start, end = end, start
    if new.periods and not _are_ends(start, end):
        return None
    periods = (start, end) if start else ()
    return replace(new, keys=(), number=None, periods=periods, operations=operations), pair


def _is_in_year(question: Question) -> bool:
    """Whether one year is named as the one that growth is in: "in 2024", and not "against 2024"."""
    led = any("prepositions:in" in m.candidates for m in question.mentions)
    return led and len(question.slots.periods) == 1 and question.slots.periods[0].isdigit()


def _are_ends(start: str, end: str) -> bool:
    """Whether one closed time comes before another of its length."""
    if not (is_closed(start) and is_closed(end)):
        return False
    first, last = Period.parse(start), Period.parse(end)
    return first.months == last.months and first.first < last.first


def _is_from_to(new: Slots) -> bool:
    """Whether the two times are named that growth is between: "from 2019 to 2024", "between 2019 and 2024"."""
    ends = [Period.parse(period) for period in new.periods if is_closed(period)]
    span = len(ends) == len(new.periods) == 1 and "/" in new.periods[0]
    return span or len(ends) == len(new.periods) == 2 and ends[0].months == ends[1].months


def _which_of_all(new: Slots, operations: frozenset[str], dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The growth of three or more that were asked about in turn, in order: all of them are what is chosen from."""
    group = group_of(dialogue, new.number)
    size = max(map(len, (group.partner, *group.filters.values())), default=0) if group else 0
    if group is None or size < 3 or not {*new.periods} <= _since(new) or not operations & {"faster", "slower"}:
        return None
    pace = {"slowest" if "slower" in operations else "fastest"} | ({"sized"} if "in_money" in operations else set())
    return replace(new, keys=(), number=None, operations=frozenset(pace)), group


def _since(new: Slots) -> frozenset[str]:
    """The open time that growth is counted from: "since 2020"."""
    return frozenset(period for period in new.periods if period.endswith("/"))


def _which_then(question: Question, dialogue: Dialogue) -> tuple[Slots, Slots] | None:
    """The two that were asked about, in the year that is named: "which was higher in 2022?"."""
    new, pair = question.slots, told_pair(dialogue) or pair_of(_values(dialogue))
    named = new.places or new.measures or new.filters or new.ordinal or new.number not in (None, 2)
    if pair is None or named or len(new.periods) != 1 or not new.operations & _CHOSEN or not chooses(question):
        return None
    held = new.operations <= _CHOSEN | {*_HELD, "in_percent"}
    return (replace(new, keys=(), number=None), replace(pair, operations=frozenset())) if held else None


def _values(dialogue: Dialogue) -> Dialogue:
    """The dialogue with its growths as the values that moved: after the growth of one and the other."""
    plain = (
        replace(turn, slots=replace(turn.slots, operations=frozenset()))
        if turn.slots is not None and turn.slots.operations and turn.slots.operations <= _MOVED
        else turn
        for turn in dialogue.turns
    )
    return Dialogue(tuple(plain))


def _compared(question: Question) -> frozenset[str]:
    """What is asked of two growths: "which one did better vs 2022?" is which one grew more since."""
    slots = question.slots
    if slots.operations - _RATED in _PACES and chooses(question):
        return _PACES[slots.operations - _RATED] - ({"in_money"} if _RATED & slots.operations else set())
    side = _SIDES.get(slots.operations & {"exceed", "trail"})
    if side and slots.operations & _WAYS and not slots.operations - _SIZED and chooses(question):
        return _of_moves(side, slots.operations)
    versus = "compare" in slots.operations or _says_than(question)
    held = versus and len(slots.periods) == 1 and not slots.operations - _ASIDE
    return frozenset(side) if side and held and chooses(question) else slots.operations


def _of_moves(side: tuple[str, str], operations: frozenset[str]) -> frozenset[str]:
    """What is asked of two rises or falls of which one is the larger: "which had the bigger percentage drop?"."""
    greater = (side == _SIDES[frozenset({"exceed"})]) == ("rise" in operations)
    pace = frozenset({"exceed", "faster"} if greater else {"trail", "slower"})
    return pace if _RATED & operations else pace | {"in_money"}


def unmatched(question: Question, slots: Slots) -> Gap | None:
    """The question back where one is chosen by how it grew, and a single one was asked about before."""
    new, parts = question.slots, (slots.partner, *slots.filters.values())
    timed = len(slots.periods) == 1 and "/" in slots.periods[0] and not new.periods
    named = new.measures or new.places or new.filters or set(new.keys) - {"partner"} or new.ordinal
    named = named or new.number not in (None, 2)
    listed = any(len(codes) > 1 for codes in parts) or set(slots.keys) - {"partner"} or len(slots.measures) > 1
    if named or listed or timed or not _compared(question) & COMPARED or not chooses(question):
        return None
    return Gap("clarify", "unclear", "alone")


def _says_than(question: Question) -> bool:
    than = load(question.language).section("comparatives")["than"]
    told = f" {' '.join(phrase(question.text))} "
    return any(f" {' '.join(phrase(word))} " in told for word in than)


__all__ = ["against", "unmatched"]
