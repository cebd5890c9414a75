"""Questions about tariffs made ready: which figure the period means, dates, on whose goods, and what is declined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.errors import ToolError
from assistant.languages.language import load
from assistant.lexicon.question import RANKED, Codes, Question, Slots
from assistant.lexicon.topics.tariffs import DUTIES, cues
from assistant.measures import RATES, TARIFFS
from assistant.periods import Period
from assistant.planner.payers import who_pays
from assistant.planner.tariff_added import added_alone
from assistant.planner.tariff_speakers import judged, speaking
from assistant.planner.tariff_times import CHANGED, dated, facing, said_once, says, timed, to_month, uncovered
from assistant.store.members import is_group
from assistant.store.selection import WORLD, is_closed
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.tools.tariff_spans import base_year, newest_day, table_of
from assistant.types import Call, Gap

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
    question = judged(speaking(question, table.books))
    question = facing(said_once(dated(question), newest_day(store, table)))
    question = added_alone(question, base_year(table))
    if _is_computed(question.slots, table):
        return None
    prepared, gap = _prepared(question, table, store)
    pointed = question.gap if question.gap is not None and question.gap.cause == "pointed" else None
    return replace(prepared, gap=gap or pointed)


def computed(question: Question, store: Store) -> Question:
    """The question with a tariff that no estimate answers read as the duty that was calculated on imports."""
    slots = _put_together(question.slots)
    chapters = "product" in slots.keys and slots.level is None and not slots.filters.get("product")
    if chapters and {*TARIFFS, *DUTIES} & set(slots.measures):
        slots = replace(slots, level=2)  # ten-digit lines have no names; a chapter is what can be read
    if set(slots.measures) & RATES and slots.operations <= {"in_percent", "table", "points", "mean"}:
        slots = replace(slots, operations=slots.operations - {"in_percent", "points"})  # a rate is in percent as it is
    ranked = slots.operations & RANKED
    if slots.measures[:1] == ("effective_duty",) and len(slots.periods) < 2 and (ranked or not slots.keys):
        slots = replace(slots, operations=slots.operations - {"mean"})  # a rate is an average as it is
    if not set(slots.measures) & set(TARIFFS):
        return replace(question, slots=replace(slots, periods=tuple(map(to_month, slots.periods))))
    mentioned = [m for m in slots.measures if m not in TARIFFS]
    before = [table for table in store.tables if table.kind == "rate"]
    periods = slots.periods or ((base_year(before[0]),) if "base_tariff" in slots.measures and before else ())
    kept = slots.operations - ({"mean", "share"} if says(question, "percent") or "mean" in slots.operations else set())
    measures = ("effective_duty", *mentioned)
    return replace(question, slots=replace(slots, measures=measures, periods=periods, operations=kept))


def _put_together(slots: Slots) -> Slots:
    """The slots of a rate over "all chapters together", which is that of the whole: rates do not add up.

    Of several that are named, duty and value are added up, and the rate is their ratio.
    """
    named = any(len(codes) > 1 for codes in (slots.partner, *slots.filters.values()))
    if "sum" not in slots.operations or slots.operations & RANKED or not {*slots.measures[:1]} & RATES or named:
        return slots
    keys = tuple(key for key in slots.keys if key not in ("product", "partner"))
    return replace(slots, keys=keys, level=None, operations=slots.operations - {"sum", "per_key"})


def is_note(question: Question) -> bool:
    """Whether a question with a tariff in it asks the notes: exemptions, effects, words that no table knows."""
    asked = question.asked
    told = cues(question.mentions)
    notions = {*load(question.language).section("noted")["words"]}
    if "exempt" in told or told and notions & {*question.unknown}:  # "does that include the IEEPA tariffs?"
        return True
    if question.carried or not set(asked.measures) & set(TARIFFS) or says(question, "what_if"):
        return False
    named = [code for code in asked.places if code != WORLD]
    about = len(set(named)) > 1 or asked.partner or asked.keys or asked.operations or asked.filters
    bare = not about and not asked.periods and "charge" not in told
    mixed = len(asked.measures) > 1 and not asked.periods and not asked.partner
    whom = asked.keys == ("partner",) and not (asked.periods or asked.condition or asked.number)
    if whom and (who_pays(question) or not asked.operations and "charge" not in told):  # "who pays the tariff?"
        return True
    ranked = asked.operations & RANKED
    numbered = any(m.candidates[0].startswith("n:") for m in question.mentions)
    if numbered and not (asked.partner or asked.keys or ranked or asked.periods):  # "Section 232 tariffs on steel"
        return True
    places = [code for code in asked.partner if not is_group(code)]
    return bool(bare or mixed or question.unknown and not asked.periods and not places)


def left_out(question: Question, calls: Sequence[Call]) -> Iterator[str]:
    """What a plan about tariffs does not do of what was said."""
    slots = question.slots
    tools = {call.tool for call in calls}
    yield from sorted(name.replace("_", " ") for name in slots.operations - _DONE)
    if len(slots.periods) > (2 if "difference" in tools else 1):
        yield "periods"
    if len(slots.periods) == 2 and slots.operations & {"top", "bottom"} and "rank" not in tools:
        yield "top"
    if "count" in slots.operations and tools.isdisjoint({"count", "where"}):
        yield "count"
    if "explain:when" in question.about and tools.isdisjoint({"extreme", "where"}):
        yield "when"
    yield from sorted(_sought(question) - {"now", "when", "every", "ever"})
    yield from (name for name in slots.filters if name != "product")
    yield from (key for key in slots.keys if key not in _KEYS)
    yield from (measure for measure in slots.measures[1:] if measure not in TARIFFS)
    yield from (name for name in slots.without if name != "partner")
    if slots.condition and ("where" not in tools or slots.condition.unit not in ("percent", "n")):
        yield "condition"


def _is_computed(slots: Slots, table: Table) -> bool:
    """Whether the computed duty answers: in or before the year that the additions start from, or of the whole world."""
    year = int(base_year(table))
    closed = [Period.parse(to_month(p)) for p in slots.periods if is_closed(to_month(p))]
    early = bool(closed) and len(closed) == len(slots.periods) and all(p.last // 12 <= year for p in closed)
    if slots.partner == (WORLD,) and not set(slots.measures) & set(TARIFFS):
        return True  # "and aluminum?" after what steel pays
    if slots.periods:
        return (early or slots.periods == (f"/{year}-12",)) and "added_tariff" not in slots.measures
    duty = not set(slots.measures) & set(TARIFFS)
    ranked = slots.operations & RANKED
    narrowed = slots.keys or ranked or slots.level or "added_tariff" in slots.measures
    everyone = slots.partner in ((), (WORLD,)) and not narrowed
    detailed = bool(set(slots.filters) - {"product"}) or (slots.level or 0) > 2
    return duty or "base_tariff" in slots.measures or everyone or detailed


def _prepared(question: Question, table: Table, store: Store) -> tuple[Question, Gap | None]:
    """The question with its measure, places, chapters and periods as the table of rates has them, or why not."""
    slots, told = question.slots, cues(question.mentions)
    if says(question, "what_if"):
        return question, Gap("declined", "not_computable", "tariff_what_if")
    if slots.reporter and slots.reporter != (table.books,):
        return question, Gap("declined", "no_data", "tariff_books")
    slots = _placed(replace(slots, reporter=(table.books,)), store, table)
    ranked = slots.operations & RANKED
    if ranked and not slots.keys and (not slots.partner or says(question, "place")):
        slots = replace(slots, keys=("partner",))
    if WORLD in slots.partner or not slots.partner and "partner" not in slots.keys:
        return question, Gap("declined", "not_computable", "tariff_whose")
    if len(slots.partner) == 1 and not slots.keys and len(slots.filters.get("product", ())) < 2:
        slots = replace(slots, operations=slots.operations - {"mean", "sum"})  # it is an average over all goods already
    if gap := _not_put_together(slots, question):
        return question, gap
    if "share" in slots.operations and says(question, "percent"):
        slots = replace(slots, operations=slots.operations - {"share"})
    if "every" in _sought(question):
        slots = replace(slots, operations=slots.operations | {"series"})
    slots = timed(_measured(slots), table, question, "both" in told)
    if gap := uncovered(slots, table):
        return replace(question, slots=slots), gap
    names = ("period",) if not question.asked.periods and slots.periods == ("latest",) else ()
    return replace(question, slots=slots, assumed=names), None


def _not_put_together(slots: Slots, question: Question) -> Gap | None:
    """Why rates are not one figure, or one rate is not held against another that was not asked for."""
    if slots.operations & {"mean", "sum", "median"}:
        return Gap("declined", "not_computable", "rates")
    lone = len(slots.partner) == 1 and not slots.keys and len(slots.periods) < 2
    held = "compare" in slots.operations and slots.operations & {"top", "bottom"}
    # "which is worse off?" is no question of when
    return Gap("clarify", "unclear", "alone") if lone and held and question.carried else None


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


def _sought(question: Question) -> set[str]:
    """What is searched for over time, said by words that mean nothing else: "first time", "in each month"."""
    alone = (m for m in question.mentions if all(c.startswith("searching:") for c in m.candidates))
    return {c.removeprefix("searching:") for m in alone for c in m.candidates}
