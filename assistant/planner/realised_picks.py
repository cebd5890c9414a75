"""What a plan leaves out of what a question picks: exclusions, limits, places in a ranking, searches over time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from assistant.lexicon.compare.held_to_mean import single_and_span
from assistant.lexicon.question import Condition, Question, Slots
from assistant.lexicon.ranks.balances_of_first import RANKED_BY
from assistant.measures import RATES
from assistant.periods import TIMES
from assistant.planner.grammar.first_over_second import is_first_over_second
from assistant.planner.grammar.steps import untimed
from assistant.planner.grammar.times import is_one
from assistant.store.members import is_country
from assistant.types import Call, Mention

_BESIDE = frozenset({"standing:after", "standing:before"})
_WHAT_PLACE = ("standing:of",)
_PLACE = frozenset({"operations:top", "standing:of"})
"""What "what place" may mean: no other words for a standing or a superlative do."""
_APART = frozenset({"peaks_apart", "lows_apart"})


def picks(question: Question, calls: tuple[Call, ...], tools: set[str]) -> Iterator[str]:
    """What is left out, picked or limited."""
    slots = question.slots
    if tools >= {"share", "growth"} and len(slots.partner) > 1 and "apart" not in tools:
        yield "share of another's change"
    if any(_leaves_out(m) for m in question.mentions) and not (slots.without or slots.floor):
        yield "exclusion"
    yield from (code for code in slots.without.get("partner", ()) if slots.reporter == (code,))  # nobody's own partner
    yield from _rankings(question, tools)
    ends = {"top", "bottom"} <= slots.operations or "mean" in slots.operations
    held = {"extreme", "difference"} <= tools and "earlier" not in tools and not _APART & slots.operations
    if held and not ends and len(slots.periods) > 1:
        yield "difference"  # "the lowest month of 2020, and how far below the same month of 2019"
    if any(call.tool == "mean" and _is_of_cells(call, calls) for call in calls):
        yield "mean"  # of each month of each of two countries: neither of the two, nor of both together
    yield from _of_lines(slots, tools)
    yield from _limits(question, calls, tools)


def _rankings(question: Question, tools: set[str]) -> Iterator[str]:
    """Two rankings where a plan has one, and a place that a ranking alone does not say."""
    slots = question.slots
    if len({"top", "fastest", "slowest"} & slots.operations) > 1 and "rank" in tools:
        yield "ranking within a ranking"
    if {"fastest", "slowest"} & slots.operations and slots.floor is None and _ranks_first(question):
        yield "ranking within a ranking"  # "take the ten largest suppliers: which of them grew fastest"
    if {"top", "bottom"} <= slots.operations - _of_order(slots) and tools & {"rank", "position"}:
        yield "highest and lowest"
    if "position" not in tools and any(_PLACE <= {*m.candidates} for m in question.mentions):
        yield "place"  # "exactly what position"


def _of_lines(slots: Slots, tools: set[str]) -> Iterator[str]:
    """What is of a line of several times: an index, which is 100 at one time alone, and how volatile one line is."""
    if "rebase" in slots.operations & tools and any(is_one(slots.periods, grain) for grain in TIMES):
        yield "rebase"
    lines = max(map(len, (slots.partner, slots.measures, *slots.filters.values())), default=0)
    if "volatility" in tools and (lines > 1 or tools & {"extreme", "rank", "mean"}):
        yield "volatility"


def _ranks_first(question: Question) -> bool:
    """Whether the largest of a kind are named: "the ten largest suppliers", and not "the top 3" of those that grew."""
    things = {f"keys:{kind}" for kind in ("partner", "region", "port", "mode", "product")}
    pairs = pairwise(question.mentions)
    return any("operations:top" in one.candidates and things & {*other.candidates} for one, other in pairs)


def _is_of_cells(mean: Call, calls: tuple[Call, ...]) -> bool:
    """Whether a mean runs over cells of a thing and a time."""
    of = next((call for call in calls if call.id == (mean.args.get("of") or {}).get("ref")), None)
    by = of.args.get("by") or () if of is not None and of.tool == "select" else ()
    return bool(untimed(tuple(by)) and set(by) & set(TIMES))


def _of_order(slots: Slots) -> set[str]:
    """The superlatives that only say which way a list is told: "the top five, lowest first"."""
    return {"bottom"} if "ordered" in slots.operations else set()


def _leaves_out(mention: Mention) -> bool:
    """Whether a word only leaves things out; "next to" and "minus" do other things as well."""
    alone = all(not c.startswith("operations:") for c in mention.candidates)
    return "exclusion:not" in mention.candidates and alone


def _limits(question: Question, calls: tuple[Call, ...], tools: set[str]) -> Iterator[str]:
    """Limits, means and places in a ranking that no call has."""
    slots = question.slots
    named = [str(call.args.get("period")) for call in calls if call.tool == "select"]
    months = [period for period in named if len(period) == len("2024-05") and "Q" not in period]
    if "mean" in tools and months and not single_and_span(slots.periods):
        yield "mean of one month"
    if {"exceed", "trail"} <= slots.operations:
        yield "less than one and more than another"
    if slots.condition and slots.without.get("partner") and slots.partner and all(map(is_country, slots.partner)):
        yield "a limit with one and not with another"  # "over $5bn to Mexico but not to Canada"
    if slots.condition and "both" not in tools and _is_of_sides(slots, tools):
        yield "a limit on two sides"
    if slots.condition and len(slots.measures) > 1 and "both" not in tools and not _is_lead(slots, tools):
        yield "a limit on two measures"
    amounts = [m for m in question.mentions if m.kind == "quantity" and not m.candidates[0].startswith("n:")]
    limits = list({m.candidates[0]: m for m in amounts}.values())  # "double-digit growth (10%+)" says one limit twice
    floors = 1 if slots.floor else 0
    if slots.condition and len(limits) > floors + (2 if slots.condition.high else 1):
        yield limits[-1].text
    if slots.floor and "among" not in tools or _is_amount_of_rates(slots, calls):
        yield "floor"
    if slots.condition and tools.isdisjoint({"where", "streak", "fewest"}):
        yield "condition"
    yield from ("limit" for limit in (slots.condition, slots.floor) if limit and not _is_put(limit, calls))
    if _is_percent_of_money(slots, tools):
        yield "limit in percent"
    yield from _searches(question, calls, tools)


def _is_put(limit: Condition, calls: tuple[Call, ...]) -> bool:
    """Whether a limit that is written out stands in one of the calls; a fall's is below zero."""
    written = limit.value.replace(".", "", 1).isdigit() and Decimal(limit.value) != 0
    told = {str(value).removeprefix("-") for call in calls for value in call.args.values()}
    return not written or limit.unit not in ("amount", "change", *RANKED_BY) or limit.value in told


def _is_of_sides(slots: Slots, tools: set[str]) -> bool:
    """Whether a limit is on how far one of two is ahead, or on each of two: "… exceed … by more than $10 billion"."""
    lists = (slots.partner, *slots.filters.values())
    two = any(len(codes) == 2 for codes in lists) and tools.isdisjoint({"difference", "ratio", "apart", "share"})
    if "all_of" in slots.operations:
        return False  # "were imports from both Japan and Germany above $100 billion"
    if slots.measures in (("surplus",), ("deficit",)) and slots.condition == Condition("above", "0", "amount"):
        return False  # "which of the two do we have a surplus with?"
    if slots.condition == Condition("above", "0", "percent") and slots.operations & {"rise", "fall"}:
        return False  # "which of the two grew?"
    timed = set(slots.keys) & set(TIMES) and slots.condition is not None and slots.condition.unit == "change"
    each = two and bool(untimed(slots.keys) or timed) and "sum" not in slots.operations
    return two and bool(slots.operations & {"exceed", "trail"}) and not _is_lead(slots, tools) or each


def _is_lead(slots: Slots, tools: set[str]) -> bool:
    """Whether the limit is on how far the one is ahead of the other, which the plan puts to their difference."""
    return slots.condition is not None and slots.condition.unit == "change" and tools >= {"difference", "where"}


def _is_of_itself(share: Call, calls: tuple[Call, ...]) -> bool:
    """Whether the part and the whole of a share are the same selection: then the part was not understood."""
    made = {call.id: call for call in calls}
    part, whole = (made.get(str((share.args.get(name) or {}).get("ref"))) for name in ("of", "total"))
    return part is not None and whole is not None and part.tool == whole.tool and part.args == whole.args


def _is_amount_of_rates(slots: Slots, calls: tuple[Call, ...]) -> bool:
    """Whether a limit in money is put on percentages: "grew fastest, with at least $10 billion", in which year?"."""
    made = {call.id: call for call in calls}
    tested = [made.get(str((call.args.get("of") or {}).get("ref"))) for call in calls if call.tool == "where"]
    rates = any(of and of.tool in ("growth", "share") and of.args.get("unit") != "change" for of in tested)
    return bool(slots.condition and slots.condition.unit == "amount" and rates)


def _is_percent_of_money(slots: Slots, tools: set[str]) -> bool:
    """Whether a limit in percent is put on values themselves, which are none."""
    rates = {"share", "growth", "ratio", "contribution", "apart", "difference", "volatility"}
    percent = slots.condition is not None and slots.condition.unit == "percent"
    return percent and "where" in tools and not tools & rates and slots.measures[0] not in RATES


def _heads(question: Question, mention: Mention) -> bool:
    """Whether a word stands before the question as its subject: "Air cargo: what percentage … flew".

    Or it names the share that is asked for behind the colon: "we need the rail share there: what part came by rail".
    """
    text = question.text
    if mention.start == 0 and text[mention.end :].lstrip().startswith((":", "-", "–", "—")):
        return True
    colon = text.find(":", mention.end)
    shares = [m.start for m in question.mentions if "operations:share" in m.candidates]
    again = any(m.candidates == mention.candidates and m.start > colon for m in question.mentions)
    return again and mention.end < colon and any(s < colon for s in shares) and any(s > colon for s in shares)


def _shared(question: Question) -> int:
    """How many shares are spoken of: "rail's share of X against rail's share of Y" has two."""
    return sum("operations:share" in mention.candidates for mention in question.mentions)


def _is_ordinal(question: Question) -> bool:
    """Whether a place is said in a row: "the runner-up in imports"; not "one number: two-way trade"."""
    said = [question.text[m.start : m.end] for m in question.mentions if m.kind == "ordinals"]
    return any(not any(mark in text.rstrip(".") for mark in (":", ";", ",", " - ")) for text in said)


def _searches(question: Question, calls: tuple[Call, ...], tools: set[str]) -> Iterator[str]:
    """What is looked for over time or in a ranking, and no call finds."""
    slots = question.slots
    keyed = {key for call in calls if call.tool == "select" for key in call.args.get("by") or ()}
    searched = {"exceed", "trail"} & slots.operations and not slots.condition
    if any(_is_of_itself(call, calls) for call in calls if call.tool == "share"):
        yield "share"
    if "share" in tools and len(slots.filters) > 1 and not slots.part and not slots.partner_share:
        yield "share"  # of several things named, it is open which is the part
    modes = [m.candidates for m in question.mentions if m.kind == "modes" and not _heads(question, m)]
    told = len(set(modes)) == 1 and _shared(question) == len(modes) == len(slots.partner) * len(slots.measures)
    if "share" in slots.operations and len(modes) > len(set(modes)) and slots.part in ("", "mode") and not told:
        yield "share within the same mode"
    ranked = any(call.tool == "rank" and {"place", "after", "before"} & call.args.keys() for call in calls)
    placed_at = [call for call in calls if call.tool == "position"]
    ranked = ranked or any(call.args.get("at") or slots.beside[:1] == ("at",) for call in placed_at)
    ranked = ranked or slots.beside[:1] in (("above",), ("below",)) and "where" in tools or is_first_over_second(slots)
    first_few = f"ranks:{slots.number}"  # "which came first, and which second?": the first two
    placed = any(m.kind == "ranks" and first_few not in m.candidates for m in question.mentions)
    placed = placed or (question.asked.ordinal or 0) > 1 and not question.carried and _is_ordinal(question)
    placed = placed or any(_BESIDE & set(m.candidates) for m in question.mentions)
    placed = placed or bool(slots.beside or slots.pick) or any(m.candidates == _WHAT_PLACE for m in question.mentions)
    if placed and not ranked:
        yield "place"
    if slots.beside[:1] == ("at",) and slots.periods == ("ever",) and "polar" in slots.operations:
        yield "ever"  # a place once held, and not that of all times together
    several = any(call.args.get("following") == slots.number for call in calls)
    if slots.beside[:1] in (("after",), ("before",)) and (slots.number or 1) > 1 and not several:
        yield str(slots.number)  # the one before is told, and not the few before
    if slots.among and not any(call.args.get("partner") == slots.among for call in calls):
        yield slots.among
    chosen = len(slots.periods) == 2 and "growth" in tools  # "first half or second half: when did …"
    asked_when = "explain:when" in question.about or any("searching:when" in m.candidates for m in question.mentions)
    if asked_when and not chosen and tools.isdisjoint({"extreme", "where", "crossing", "streak"}):
        yield "when"
    timed = {key for key in TIMES if key in question.asked.keys and not is_one(slots.periods, key)}
    apart = len(slots.measures) > 1 and "difference" in tools and keyed - {"period"}
    if searched and (timed - keyed or apart and tools.isdisjoint({"where", "crossing", "streak", "total", "rank"})):
        yield "search over time"


__all__ = ["picks"]
