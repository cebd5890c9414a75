"""Whether a plan does all that was said: every operation, exclusion, number and place has its part in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.languages.language import load
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.tokens import fold
from assistant.measures import TARIFFS
from assistant.periods import TIMES
from assistant.planner.cells import cells
from assistant.planner.changes import parts_of_change
from assistant.planner.edges import edges
from assistant.planner.every_time import at_every_time, counted_unsaid
from assistant.planner.fitting import unfitting
from assistant.planner.grammar.means import is_year_in_parts
from assistant.planner.grammar.records import is_record
from assistant.planner.grammar.shares_apart import are_shares_apart
from assistant.planner.grammar.steps import untimed
from assistant.planner.grammar.times import is_span
from assistant.planner.ports_together import unplaced_whole
from assistant.planner.realised_numbers import numbers
from assistant.planner.realised_picks import picks
from assistant.planner.realised_ways import sums_held, ways
from assistant.planner.tariffs import left_out
from assistant.store.members import JOINT, is_country, is_group
from assistant.store.selection import WORLD
from assistant.types import Call

_DONE_BY: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("growth", "yoy", "mom", "qoq", "cagr", "average_growth", "trend_growth", "change"), ("growth", "contribution")
    ),
    **dict.fromkeys(("rise", "fall"), ("growth", "contribution")),
    **dict.fromkeys(("fastest", "slowest"), ("growth",)),
    **dict.fromkeys(("top", "bottom"), ("rank", "extreme", "position")),
    "share": ("share", "contribution"),
    "share_in_time": ("share",),
    "contribution": ("contribution",),
    "share_of_growth": ("share",),
    "count": ("count", "find", "streak"),
    "mean": ("mean", "roll", "growth"),
    "median": ("median",),
    "per_day": ("per_day",),
    "per_month": ("per_month",),
    "sum": ("total", "select"),
    "ratio": ("ratio",),
    "difference": ("difference", "growth", "share"),
    "in_percent": ("growth", "share", "ratio", "difference", "contribution", "apart"),
    "ttm": ("roll", "select"),
    "moving_average": ("roll",),
    "cumulate": ("cumulate",),
    "rebase": ("rebase",),
    "ordered": ("rank",),
    "volatility": ("volatility",),
    "both": ("both",),
    "at_peak": ("among",),
    "doubling": ("doubling",),
    "exceed": ("difference", "where", "growth", "ratio", "rank", "apart", "concentration"),
    "points": ("contribution", "growth", "difference", "apart"),
    "trail": ("difference", "growth", "where", "rank", "apart", "concentration"),
    "streak": ("streak",),
    **dict.fromkeys(("first_time", "last_time", "all_times"), ("find", "crossing")),
    **dict.fromkeys(("any_time", "every_time", "elapsed"), ("find",)),
    **dict.fromkeys(("faster", "slower", "moved_more"), ("apart", "find")),
    "overtake": ("crossing",),
    "others": ("share", "rank"),
    "otherwise": ("position",),
    "led": ("rank",),
    **dict.fromkeys(("outgrown", "usual", "at_that_time", "each_end"), ()),
    "seasonal": ("seasonal",),
    "year_before": ("earlier",),
    "make_up": ("fewest",),
    **dict.fromkeys(("concentration", "effective_number"), ("concentration",)),
    **{name: (name,) for name in ("intra_industry", "similarity")},
    **dict.fromkeys(("peaks_apart", "lows_apart"), ("extreme",)),
}
_WEIGHED = ("weight", "import_weight", "export_weight", "unit_value", "import_unit_value", "export_unit_value")
_CHARGED = ("duty", "effective_duty")
_ASKED: Mapping[str, tuple[str, ...]] = {"weight": _WEIGHED, "unit_value": _WEIGHED[3:], "duty": _CHARGED}
"""What is said by a word of its own, with the measures that give it."""
_KINDS = frozenset({"mode", "product", "region", "port"})


def unrealised(question: Question, calls: tuple[Call, ...]) -> tuple[str, ...]:
    """What the question says that the calls leave out: names of operations, excluded things, numbers, places."""
    return tuple(dict.fromkeys(_missing(question, calls)))


def _missing(question: Question, calls: tuple[Call, ...]) -> Iterator[str]:
    """Each thing that is missing, as it is asked for: what is done, when, and with which numbers and places."""
    tools = {call.tool for call in calls}
    if question.slots.measures[0] in TARIFFS:
        yield from (*left_out(question, calls), *numbers(question, tools), *_places(question))
        return
    yield from _operations(question.slots, tools)
    yield from _measures(question)
    yield from _whole(question)
    if question.slots.beside[:1] == ("at",) and question.slots.operations & {"exceed", "trail"}:
        yield "compare"  # "is Germany bigger than Japan, and where do they rank"
    yield from _held_to_nothing(question, tools)
    yield from _each_held_to_before(question)
    yield from _periods(question, tools)
    yield from edges(question, tools)
    yield from picks(question, calls, tools)
    yield from numbers(question, tools)
    yield from _places(question)
    yield from ways(question)
    yield from sums_held(question)
    yield from unfitting(question, tools)
    yield from parts_of_change(question)
    yield from at_every_time(question)
    yield from counted_unsaid(question, tools)
    yield from cells(question, calls)
    yield from _parts(question, tools)


def _operations(slots: Slots, tools: set[str]) -> Iterator[str]:
    understood = {"count"} if tools & {"doubling", "share", "ratio"} or "led" in slots.operations else set()
    understood |= {"growth", "rise", "fall", "change"} if "ratio" in tools and "ratio" in slots.operations else set()
    understood |= {"growth"} if {"mean", "difference"} <= tools and len(slots.periods) == 2 else set()
    understood |= (
        {"difference"}
        if slots.measures[0] in ("balance", "surplus", "deficit", "gap") and tools == {"select"}
        else set()
    )
    if "doubling" in slots.operations and untimed(slots.keys):
        yield "doubling"  # of each of several things
    for name in sorted(slots.operations - understood):
        if name in _DONE_BY and tools.isdisjoint(_DONE_BY[name]):
            yield name.replace("_", " ")
    rolled = "roll" in tools or all(map(is_span, slots.periods))
    if {"ttm"} <= slots.operations and "growth" in tools and not rolled:
        yield "ttm"  # the growth of twelve months, and not of one
    yield from _rates(slots)
    yield from _counted(slots, tools)
    yield from _sums(slots, tools)
    if "share" in slots.operations and len(slots.measures) > 1 and not (slots.within or are_shares_apart(slots)):
        yield "share of another measure"
    if "count" in slots.operations and "mean" in slots.operations and "where" not in tools:
        yield "mean"
    several = len(slots.periods) > 1 and not is_year_in_parts(slots)
    if "mean" in slots.operations and several and not {"growth", "difference", "ratio"} & tools:
        yield "mean"
    if "position" in tools and {"month", "quarter", "year"} & set(slots.keys) and not is_record(slots):
        yield "series"  # a rank is of one period
    alone = "partner" in slots.keys and len(slots.partner) == 1 and "led" not in slots.operations
    if alone and not tools & {"position", "share", "contribution"}:
        yield "partners"


def _rates(slots: Slots) -> Iterator[str]:
    """Growth over a month beside that over a year, and a yes or no on so many times in a row: no call tells these."""
    if {"yoy", "mom"} <= slots.operations and slots.operations.isdisjoint({"exceed", "trail", "top", "bottom"}):
        yield "mom"
    if {"streak", "polar"} <= slots.operations and slots.number:
        yield "streak"  # "did it fall two years in a row in 2023 and 2024"


def _parts(question: Question, tools: set[str]) -> Iterator[str]:
    """A part of a whole that is asked for in words that no slot holds, where the plan gives an amount alone."""
    plain = tools == {"select"} and set(question.slots.measures) <= {"imports", "exports", "total", "deficit"}
    asked = load(question.language).said(fold(question.text), "lists", "part_asked") if plain else None
    if asked:
        yield asked[0]


def _measures(question: Question) -> Iterator[str]:
    """Weights, prices and duties that are asked for by name and are none of the measures of the plan."""
    slots = question.slots
    held = {kind for measure in slots.measures for kind, named in _ASKED.items() if measure in named}
    led = load(question.language).forms("prepositions", "by", "in")
    for mention in question.mentions:
        kind = mention.candidates[0].removeprefix("measures:") if len(mention.candidates) == 1 else ""
        asked = "share" not in slots.operations or {*mention.text.split()[:1]} & led  # not "its weight in imports"
        if asked and kind in _ASKED and kind not in held:
            yield mention.text


def _whole(question: Question) -> Iterator[str]:
    """A flow's share of the trade of all: "imports from Mexico as a share of US trade", "… of world trade"."""
    slots, said = question.slots, question.mentions
    if unplaced_whole(question):
        yield "share of all trade"
    if not slots.within or slots.filters or slots.keys or WORLD in slots.partner:
        return
    home = {f"place:{code}" for code in slots.reporter}
    for before, place, trade, after in zip(said, said[1:], said[2:], (*said[3:], None), strict=False):
        led = "measures:total" in trade.candidates and not home.isdisjoint(place.candidates)
        behind = after is not None and (after.kind == "place" or "prepositions:with" in after.candidates)
        parted = "partner" in question.carried or any(m.kind == "place" for m in said[: said.index(place)])
        if led and not (behind or before.kind == "place") and parted:
            yield "share of all trade"
    if {*slots.whole} - {*slots.partner}:
        yield "share of another whole"


def _held_to_nothing(question: Question, tools: set[str]) -> Iterator[str]:
    """A difference asked of a balance that is held against nothing: carried over, or "the deficit minus China's"."""
    taken = any({"operations:difference", "exclusion:not"} <= {*m.candidates} for m in question.mentions)
    open_ = question.previous is None and load(question.language).said(fold(question.text), "larger_one", "alone")
    asked = "difference" in question.slots.operations and ("measures" in question.carried or taken or open_)
    if asked and tools == {"select"} and len(question.slots.periods) < 2 and len(question.slots.partner) < 2:
        yield "difference"
    yield from _held_to_others(question, tools)


def _held_to_others(question: Question, tools: set[str]) -> Iterator[str]:
    """All others of a kind that one is held against: "Laredo versus all other Texas ports"."""
    lists = load(question.language)
    others, led = lists.forms("lists", "other_members"), lists.forms("lists", "articles", "all")
    compared = {"compare", "difference"} & question.slots.operations and tools <= {"select", "difference"}
    for mention in question.mentions if compared else ():
        held = tools == {"select"} and {f"keys:{name}" for name in question.slots.filters} & {*mention.candidates}
        before = fold(question.text[: mention.start]).split()
        rest = "modes:other" in mention.candidates and {*before[-1:]} & led and {*mention.text.split()} & others
        if held and others & {*before[-2:]} or rest:
            yield mention.text


def _each_held_to_before(question: Question) -> Iterator[str]:
    """Two flows that are each above their own level a year earlier: that is no race between their rates."""
    slots, said = question.slots, {c for m in question.mentions for c in m.candidates}
    both = {"exports", "imports"} <= set(slots.measures) and "yoy" in slots.operations
    raced = {"operations:yoy", "operations:growth", "operations:faster", "operations:slower"} & said
    if both and "period:prev:12" in said and not raced:
        yield "yoy"


def _counted(slots: Slots, tools: set[str]) -> Iterator[str]:
    """Several partners whose months would be counted one by one: "were both up" is of all at once."""
    timed = {*slots.keys} & {*TIMES} and "partner" not in slots.keys
    together = tools & {"apart", "difference", "find", "both"}
    if "count" in tools and len(slots.partner) > 1 and timed and not together:
        yield "partners"


def _sums(slots: Slots, tools: set[str]) -> Iterator[str]:
    """A sum beside a share that no call adds up, and one over cells of a thing and a time."""
    if {"sum", "share"} <= slots.operations and "share" in tools and "total" not in tools and set(slots.keys) & _KINDS:
        yield "sum"
    cells = len(slots.periods) > 1 or len({*slots.keys} - {*TIMES}) > 0 < len({*slots.keys} & {*TIMES})
    if {"rank", "total"} <= tools and cells:
        yield "sum"


def _periods(question: Question, tools: set[str]) -> Iterator[str]:
    """Lists of periods of which one is relative: only growth compares such two."""
    open_ended = [p for p in question.asked.periods if not p[:1].isdigit() or p.endswith("/")]
    if (
        len(question.asked.periods) > 1
        and open_ended
        and not (tools & {"growth", "rebase"} and "where" not in tools or is_record(question.slots))
    ):
        yield "periods"
    if len(question.slots.periods) > 2 and not all(period.isdigit() for period in question.slots.periods):
        if "growth" in tools:  # growth is between two periods: a third one would be left out
            yield "periods"
    rated = question.slots.operations & {"cagr", "average_growth", "trend_growth"} and "apart" not in tools
    if rated and len({"/" in period for period in question.slots.periods}) > 1:
        yield "periods"  # a yearly rate is of a stretch, and one year is none
    if "this-year" in question.asked.periods and len(question.asked.periods) > 1:
        if question.slots.periods != ("this-year~-12", "this-year"):  # "year to date against a year earlier"
            yield "periods"


def _places(question: Question) -> Iterator[str]:
    """Places that no selection names; a group named beside its members is context."""
    slots = question.slots
    known = {*slots.reporter, *slots.partner, *slots.whole, slots.among, *slots.without.get("partner", ())} - {""}
    known |= {WORLD} if "partner" in slots.keys and not slots.partner else set()  # "the top three of all countries"
    named = [code for code in question.asked.places if code not in known]
    placed = slots.pick or slots.beside  # "where does Brazil rank among South American suppliers?"
    apart = len(known) < 2 or placed or slots.operations & {"compare", "exceed", "trail", "difference"}
    yield from (code for code in named if apart or code == WORLD or is_country(code) or JOINT in code)
    if slots.part == "product" and not slots.partner_share and len(question.asked.partner) > 1:
        yield from filter(is_group, question.asked.partner)  # "of imports from the EU, cars from Germany"
