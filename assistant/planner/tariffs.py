"""Questions about tariffs made ready: which figure the period means, dates, on whose goods, and what is declined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.errors import ToolError
from assistant.languages.language import load
from assistant.lexicon.days import days
from assistant.lexicon.question import Codes, Question, Slots
from assistant.lexicon.tariffs import DUTIES, cues, said
from assistant.lexicon.tokens import fold, phrase
from assistant.measures import TARIFFS
from assistant.periods import Period
from assistant.store.selection import WORLD, is_closed
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.tools.tariff import base_year, table_of
from assistant.types import Call, Gap

CHANGED = frozenset({"growth", "rise", "fall", "change", "fastest", "slowest"})
"""Operations that ask how far a rate moved."""
_DONE = CHANGED | frozenset(
    {"top", "bottom", "compare", "difference", "exceed", "trail", "series", "table", "per_key", "polar", "ordered"}
    | {"count", "in_percent", "ends", "peak", "points"}
)
_KEYS = frozenset({"partner", "product", "month"})


def settled(question: Question, store: Store) -> Question | None:
    """A question about tariffs with its slots settled; None where the ordinary way goes on with `computed`.

    Up to the year before the additions the computed duty answers; from then on the table of estimates.
    """
    slots = question.slots
    if not {*TARIFFS, "effective_duty"} & set(slots.measures):
        return None
    by_chapter = bool(slots.filters.get("product") or "product" in slots.keys or slots.level)
    try:
        table = table_of(store, by_chapter)
    except ToolError:
        return None
    question = _dated(question)
    if _is_computed(question.slots, table):
        return None
    question, gap = _prepared(question, table, store)
    return replace(question, gap=gap)


def computed(question: Question, store: Store) -> Question:
    """The question with a tariff that no estimate answers read as the duty that was calculated on imports."""
    slots = question.slots
    chapters = "product" in slots.keys and slots.level is None and not slots.filters.get("product")
    if chapters and {*TARIFFS, *DUTIES} & set(slots.measures):
        slots = replace(slots, level=2)  # ten-digit lines have no names; a chapter is what can be read
    if not set(slots.measures) & set(TARIFFS):
        return replace(question, slots=replace(slots, periods=tuple(map(_to_month, slots.periods))))
    mentioned = [m for m in slots.measures if m not in TARIFFS]
    before = [table for table in store.tables if table.kind == "rate"]
    periods = slots.periods or ((base_year(before[0]),) if "base_tariff" in slots.measures and before else ())
    kept = slots.operations - ({"mean", "share"} if _said(question, "percent") or "mean" in slots.operations else set())
    measures = ("effective_duty", *mentioned)
    return replace(question, slots=replace(slots, measures=measures, periods=periods, operations=kept))


def is_note(question: Question) -> bool:
    """Whether a question with a tariff in it asks the notes: exemptions, effects, words that no table knows."""
    asked = question.asked
    told = cues(question.mentions)
    if "exempt" in told:
        return True
    if question.carried or not set(asked.measures) & set(TARIFFS) or _said(question, "what_if"):
        return False
    named = [code for code in asked.places if code != WORLD]
    about = len(set(named)) > 1 or asked.partner or asked.keys or asked.operations or asked.filters
    bare = not about and not asked.periods and "charge" not in told
    mixed = len(asked.measures) > 1 and not asked.periods and not asked.partner
    whom = asked.keys == ("partner",) and not (asked.operations or asked.periods or asked.condition or asked.number)
    if whom and "charge" not in told:  # "who pays the tariff?"
        return True
    return bool(bare or mixed or question.unknown and not asked.periods and not asked.partner)


def left_out(question: Question, calls: Sequence[Call]) -> Iterator[str]:
    """What a plan about tariffs does not do of what was said."""
    slots = question.slots
    tools = {call.tool for call in calls}
    yield from sorted(name.replace("_", " ") for name in slots.operations - _DONE)
    if "explain:when" in question.about and tools.isdisjoint({"extreme", "where"}):
        yield "when"
    yield from (name for name in slots.filters if name != "product")
    yield from (key for key in slots.keys if key not in _KEYS)
    yield from (measure for measure in slots.measures[1:] if measure not in TARIFFS)
    yield from (name for name in slots.without if name != "partner")
    if slots.condition and slots.condition.unit not in ("percent", "n"):
        yield "condition"


def _is_computed(slots: Slots, table: Table) -> bool:
    """Whether the computed duty answers: in or before the year that the additions start from, or of the whole world."""
    year = int(base_year(table))
    closed = [Period.parse(_to_month(p)) for p in slots.periods if is_closed(_to_month(p))]
    early = bool(closed) and len(closed) == len(slots.periods) and all(p.last // 12 <= year for p in closed)
    if slots.periods:
        return (early or slots.periods == (f"/{year}-12",)) and "added_tariff" not in slots.measures
    duty = not set(slots.measures) & set(TARIFFS)
    ranked = slots.operations & {"top", "bottom", "fastest", "slowest"}
    everyone = (
        not slots.partner and not slots.keys and not ranked and not slots.level and "added_tariff" not in slots.measures
    )
    detailed = bool(set(slots.filters) - {"product"}) or (slots.level or 0) > 2
    return duty or "base_tariff" in slots.measures or everyone or detailed


def _prepared(question: Question, table: Table, store: Store) -> tuple[Question, Gap | None]:
    """The question with its measure, places, chapters and periods as the table of rates has them, or why not."""
    slots, told = question.slots, cues(question.mentions)
    if _said(question, "what_if"):
        return question, Gap("declined", "not_computable", "tariff_what_if")
    if slots.reporter and slots.reporter != (table.books,):
        return question, Gap("declined", "no_data", "tariff_books")
    slots = _placed(replace(slots, reporter=(table.books,)), store, table)
    ranked = slots.operations & {"top", "bottom", "fastest", "slowest"}
    if ranked and not slots.keys and (not slots.partner or _said(question, "place")):
        slots = replace(slots, keys=("partner",))
    if WORLD in slots.partner or not slots.partner and "partner" not in slots.keys:
        return question, Gap("declined", "not_computable", "tariff_whose")
    if "mean" in slots.operations and len(slots.partner) == 1 and not slots.keys:
        slots = replace(slots, operations=slots.operations - {"mean"})  # the rate is an average over goods already
    if slots.operations & {"mean", "sum", "median"}:
        return question, Gap("declined", "not_computable", "rates")
    if "share" in slots.operations and _said(question, "percent"):
        slots = replace(slots, operations=slots.operations - {"share"})
    slots = _timed(_measured(slots), table, question, "both" in told)
    if gap := _uncovered(slots, table):
        return replace(question, slots=slots), gap
    names = ("period",) if not question.asked.periods and slots.periods == ("latest",) else ()
    return replace(question, slots=slots, assumed=names), None


def _placed(slots: Slots, store: Store, table: Table) -> Slots:
    """The slots with groups as their members, and the keys that a level asks for."""
    members = (member for code in slots.partner for member in _members(code, store, table))
    partner = tuple(code for code in dict.fromkeys(members) if code != table.books)
    if len(partner) == 1 and not slots.operations & {"top", "bottom"}:
        slots = replace(slots, keys=tuple(key for key in slots.keys if key != "partner"))
    keys = slots.keys if "product" in slots.keys or not slots.level else (*slots.keys, "product")
    return replace(slots, partner=partner, keys=keys)


def _members(code: str, store: Store, table: Table) -> Codes:
    """A place as the table has it: itself, or the members of a group if the table has them all."""
    members = store.names.groups.get(code, ())
    own = table.codes["partner"]
    others = tuple(member for member in members if member != table.books)
    return others if code not in own and others and set(others) <= own else (code,)


def _measured(slots: Slots) -> Slots:
    """One rate: the one named, and the addition where it is asked how far the rate rose and no second time is named."""
    measure = next((m for m in slots.measures if m in TARIFFS), "tariff")
    rest = tuple(m for m in slots.measures if m not in TARIFFS and m != "effective_duty")
    return replace(slots, measures=(measure, *rest))


def _timed(slots: Slots, table: Table, question: Question, both: bool) -> Slots:
    """The slots with the moments to compare, or the one moment that is asked for."""
    periods, first = slots.periods or ("latest",), base_year(table)
    changed = slots.operations & CHANGED or "difference" in slots.operations and len(slots.partner) < 2
    if both:
        return replace(slots, periods=(first, periods[-1]), operations=slots.operations - CHANGED | {"change"})
    if len(periods) == 1 and periods[0].endswith("/") and slots.operations & {"change", *CHANGED}:
        periods = (periods[0][:-1], "latest")
    if len(periods) == 1 and "/" in periods[0] and not periods[0].endswith("/") and changed:
        ends = periods[0].split("/")
        periods = (first if ends[0] == f"{first}-01" else ends[0], ends[1]) if all(ends) else periods
    if len(periods) == 2:
        periods = tuple(sorted(periods, key=_order))
        return replace(slots, periods=periods, operations=slots.operations - CHANGED | {"change"})
    if not changed or len(periods) > 2:
        return replace(slots, periods=periods)
    kept = slots.operations - {"growth", "rise", "fall", "change", "difference", "in_percent"}
    if "fastest" in kept or "slowest" in kept:
        kept = kept - {"fastest", "slowest"} | {"top" if "fastest" in kept else "bottom"}
    month = _is_month(periods[0]) and not _is_until(question)
    if month and slots.measures[0] != "added_tariff":
        earlier = Period.parse(periods[0]).shift(-1)
        before = str(earlier) if earlier.first >= table.first.first else first
        return replace(slots, periods=(before, periods[0]), operations=kept | {"change"})
    return replace(slots, measures=("added_tariff", *slots.measures[1:]), periods=periods, operations=kept)


def _order(period: str) -> tuple[int, str]:
    try:
        return Period.parse(_to_month(period)).last, period
    except ValueError:
        return 10**6, period


def _uncovered(slots: Slots, table: Table) -> Gap | None:
    """The decline of a period before the year that the additions start from, or of a date for a table without."""
    ends = {"first": str(table.first), "last": str(table.last), "table": table.title}
    early = [p for p in slots.periods if is_closed(p) and Period.parse(p).last // 12 <= int(base_year(table))]
    if any(period != base_year(table) for period in early):
        return Gap("declined", "no_data", "period", tuple(ends.items()))
    dated = [p for p in slots.periods if p not in ("latest", "latest-year", base_year(table), str(table.last))]
    if table.frequency == "A" and (dated or slots.operations & {"series"}):
        return Gap("declined", "no_data", "tariff_undated", (("period", str(table.last)),))
    return None


def _is_month(period: str) -> bool:
    return is_closed(period) and Period.parse(period).grain == "month"


def _to_month(period: str) -> str:
    """A day as its month: only rates hold from a day."""
    return period[:7] if len(period) == len("2025-04-09") and "/" not in period and period[:4].isdigit() else period


def _dated(question: Question) -> Question:
    """The question with "9 April 2025" as a day, and not as a month with a number beside it."""
    found = days(question.text, load(question.language))
    if not found:
        return question
    inside = [m for m in question.mentions if any(start < m.end and m.start < end for start, end, _ in found)]
    taken = {c.removeprefix("period:") for m in inside for c in m.candidates if c.startswith("period:")}
    mentions = tuple(m for m in question.mentions if m not in inside)
    kept = (*(day for _, _, day in found), *(p for p in question.slots.periods if p not in taken))
    spare = [m.candidates[0][2:] for m in mentions if m.kind == "quantity" and m.candidates[0].startswith("n:")]
    number = next((int(text) for text in spare if text.isdigit() and 0 < int(text) <= 300), None)
    said_in = {word for start, end, _ in found for word in phrase(question.text[start:end])}
    return replace(
        question,
        mentions=mentions,
        unknown=tuple(word for word in question.unknown if word not in said_in),
        slots=replace(question.slots, periods=tuple(dict.fromkeys(kept)), number=number),
        asked=replace(question.asked, number=number),
    )


def _is_until(question: Question) -> bool:
    """Whether the period is said as an end: "by October 2025", "hasta octubre"."""
    ends = set(map(fold, load(question.language).section("rates").get("until", ())))
    months = (m for m in question.mentions if any(c.startswith("period:") for c in m.candidates))
    return any(set(phrase(question.text[: month.start])[-1:]) & ends for month in months)


def _said(question: Question, name: str) -> bool:
    return said(question.text, load(question.language), name)
