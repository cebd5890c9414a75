"""A follow-up's words read by what was asked before: tonnes of exports, a growth "monthly", a breakdown in percent."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.periods import TIMES
from assistant.store.members import is_group
from assistant.types import Mention

_MONEY = frozenset({"dialogue:dollars", "operations:in_money", "measures:value"})
_PHYSICAL = ("weight", "unit_value")
_STEPS = {"month": ("mom", 1), "quarter": ("qoq", 3), "year": ("yoy", 12)}
_GROWN = frozenset({"growth", "yoy", "mom", "qoq"})
_LISTED = frozenset({"top", "bottom", "compare", "ordered"})
_MOVED = frozenset({"growth", "yoy", "change", "rise", "fall", "polar"})
_RANKS = frozenset({"top", "bottom"})
_OF_WHOLE = frozenset({"share", "in_percent", "ratio", "polar"})
_PLAIN = frozenset({"series", "table", "per_key"})
_ENDS = frozenset({"top", "bottom", "peak", "best", "worst", "mean"})
_YEARS = re.compile(r"(?:\d{4}/(?:\d{4})?|last:\d+:year)")
_YEARLY = frozenset({"per_year", "per_key", "mean"})


def restated(new: Slots, old: Slots, mentions: tuple[Mention, ...] = ()) -> Slots:
    """The follow-up's slots with the meaning that the earlier question gives them."""
    new = _of_partners(_rated(_first_of(_placed_again(new, old), old), old), old)
    new = _moved_again(
        _yearly(_of_group(_along(_share_peak(_paced_on(_who_else(new, old), old), old), old), old), old), old
    )
    if new.operations == {"per_key"} and not new.keys and (new.measures or new.periods):
        new = replace(new, operations=frozenset())  # "and by exports?" after a ranking by imports, "by 2020?"
    new = _among_others(_summed_again(new, old, mentions), old, mentions)
    counts = [m.text for m in mentions if m.kind == "quantity"]  # as written: "07" is a chapter
    new = _of_years(new, old)
    return _coded(_in_shares(_stepped(_of_flow(_weighed(new, old, mentions), old), old), old), old, counts)


def _among_others(new: Slots, old: Slots, mentions: tuple[Mention, ...]) -> Slots:
    """The same of the first few in the other flow: after the top 10 import partners, "and among export partners?"."""
    led = any("prepositions:between" in one.candidates for one in mentions)
    named = new.places or new.filters or new.operations or new.condition or new.floor or new.without
    flow = new.measures[0] if len(new.measures) == 1 else ""
    units = {old.floor.unit, flow} if old.floor else set()
    if named or not led or units != {"exports", "imports"} or new.keys != old.keys or old.floor is None:
        return new
    floor = replace(old.floor, unit=flow, value=str(new.number or old.floor.value))
    return replace(new, measures=(), keys=(), number=None, floor=floor)


def _summed_again(new: Slots, old: Slots, mentions: tuple[Mention, ...]) -> Slots:
    """The first few taken together again: after the share of the top 5, "and the top 10?", "and imports top 5?"."""
    led = any("dialogue:and" in one.candidates for one in mentions)
    named = new.places or new.filters or {*new.keys} - {*old.keys} or new.condition or new.without
    again = new.operations == {"top"} and (new.number or 0) > 1
    if led and again and not (named or old.keys) and old.operations == {"share", "sum"} and len(old.partner) > 1:
        return replace(new, operations=old.operations | {"top"}, keys=("partner",))  # after the five's joint share
    summed = {"top", "sum"} <= old.operations and again
    return replace(new, operations=old.operations) if led and summed and not named else new


def _placed_again(new: Slots, old: Slots) -> Slots:
    """The place in the ranking of another one: after "where does Laredo rank?", "and Pharr?"."""
    side, dimension, _ = old.beside if len(old.beside) == 3 else ("", "", "")
    codes = new.filters.get(dimension, ())
    more = new.operations or new.keys or new.without or new.ordinal or new.condition or new.beside or new.number
    if side != "at" or len(codes) != 1 or more:
        return new
    filters = {name: held for name, held in new.filters.items() if name != dimension}
    at = (side, dimension, codes[0])
    return replace(new, filters=filters, keys=old.keys, operations=old.operations, beside=at)


def _rated(new: Slots, old: Slots) -> Slots:
    """A duty in percent of the imports that it was paid on as its rate: "what percent of those imports is that?"."""
    named = new.places or new.filters or new.periods or new.keys or new.without or new.ordinal
    asked = new.measures == ("imports",) and new.operations and new.operations <= _OF_WHOLE
    if named or not asked or "duty" not in old.measures or old.operations - _PLAIN:
        return new
    return replace(new, measures=("effective_duty",), operations=frozenset())


def _of_partners(new: Slots, old: Slots) -> Slots:
    """A place's share after a question on a product: its part in what all places sold of that, or bought of it."""
    said = new.measures or new.filters or new.periods or new.keys or new.without or new.ordinal or new.part
    asked = new.operations == {"share"} and len(new.places) == 1 and new.places == new.partner
    narrowed = {*old.filters} == {"product"} and "share" not in old.operations and old.partner != new.partner
    return replace(new, partner_share=True) if asked and narrowed and not said else new


def _of_group(new: Slots, old: Slots) -> Slots:
    """A ranking of partners after a question on a group is among its members: "imports from the EU", "biggest one?".

    After a ranking of all, a group alone is whose members are ranked: "top 10 partners", "only the European ones".
    """
    if old.keys == ("partner",) and old.operations & _RANKS and _is_bare_group(new):
        return replace(new.without_sides(), among=new.places[0], keys=old.keys, operations=old.operations, places=())
    grouped = len(old.partner) == 1 and is_group(old.partner[0])
    ranked = "partner" in new.keys and new.operations & _RANKS and not new.places and not new.among
    return replace(new, among=old.partner[0]) if grouped and ranked else new


def _is_bare_group(new: Slots) -> bool:
    """Whether nothing but one group of countries is named."""
    more = new.filters or new.periods or new.without or new.ordinal or new.operations or {*new.keys} - {"partner"}
    return not (more or new.measures and not new.implied) and len(new.places) == 1 and is_group(new.places[0])


def _who_else(new: Slots, old: Slots) -> Slots:
    """The partners with the largest shares, where others are asked for after the share of one: "which others?"."""
    said = new.measures or new.places or new.filters or new.periods or new.without or new.ordinal or new.operations
    single = len(old.partner) == 1 and old.operations == {"share"} and not (old.keys or old.within or old.part)
    named = old.filters or old.whole or old.partner_share
    if said or new.keys != ("partner",) or named or not single:
        return new
    signed = old.measures[:1] in (("deficit",), ("surplus",), ("balance",))  # ranked by itself, which has no shares
    return replace(new, operations=frozenset({"top"} if signed else {"share", "top"}))


def _paced_on(new: Slots, old: Slots) -> Slots:
    """The other end of a ranking by growth: after the fastest year, "and the slowest?"."""
    said = new.measures or new.places or new.filters or new.periods or new.keys or new.without or new.condition
    paces = {frozenset({"top"}): "fastest", frozenset({"bottom"}): "slowest"}
    pace = paces.get(new.operations)
    if said or new.number or new.ordinal or pace is None or not old.operations & {"fastest", "slowest"}:
        return new
    return replace(new, operations=old.operations - {"fastest", "slowest"} | {pace}, keys=old.keys)


def _share_peak(new: Slots, old: Slots) -> Slots:
    """The time when a share of one year was the highest of all: after the share in 2024, "when was it highest?"."""
    said = new.measures or new.places or new.filters or new.periods or new.without or new.condition or new.number
    ends = new.operations & _RANKS and not new.operations - _RANKS - {"peak", "when_peak"}
    if said or not ends or not new.keys or set(new.keys) - TIMES or "share" not in old.operations or old.keys:
        return new
    asked = replace(new, operations=new.operations & _RANKS | {"share"})
    year = len(old.periods) == 1 and old.periods[0].isdigit()
    return replace(asked, periods=("ever",), keys=("year",)) if year else asked


def _along(new: Slots, old: Slots) -> Slots:
    """The highest, lowest or mean year of those that were added up or listed: "the last five years", "highest?"."""
    said = new.measures or new.places or new.filters or new.periods or new.keys or new.without or new.ordinal
    asked = new.operations and new.operations <= _ENDS and not new.number
    plain = not (old.keys or old.operations or old.condition) and len(old.partner) < 2
    if said or not asked or not plain:
        return new
    years = sorted(period for period in old.periods if period.isdigit())
    if len(years) > 1 and len(years) == len(old.periods):
        span = int(years[-1]) - int(years[0]) == len(years) - 1
        return replace(new, keys=("year",), periods=(f"{years[0]}/{years[-1]}",)) if span else new
    long = len(old.periods) == 1 and (_YEARS.fullmatch(old.periods[0]) is not None)
    return replace(new, keys=("year",)) if long else new


def _yearly(new: Slots, old: Slots) -> Slots:
    """The average growth a year, where "per year?" is asked of the growth over several years."""
    said = new.measures or new.places or new.filters or new.without or new.ordinal
    ranged = len(new.periods) == 1 and ("/" in new.periods[0] or new.periods[0].startswith("last:"))
    said = said or new.periods and not (ranged and "mean" in new.operations)  # "since 2010, on average a year"
    grown = old.operations and old.operations <= {"growth", "rise", "fall", "change", "polar"} and not old.keys
    long = any("/" in period for period in old.periods) or len(old.periods) == 2
    if said or new.keys != ("year",) or new.operations - _YEARLY or not (grown and (long or new.periods)):
        return new
    return replace(new, keys=(), operations=frozenset({"average_growth"}))


def _of_years(new: Slots, old: Slots) -> Slots:
    """The mean of years after the figure of one year: "in 2024?", "the average of the five years before?"."""
    years = len(new.periods) == 1 and _YEARS.fullmatch(new.periods[0].replace("before:", "last:"))
    single = len(old.periods) == 1 and old.periods[0].isdigit() and not (old.keys or old.operations)
    return replace(new, keys=("year",)) if years and single and new.operations == {"mean"} and not new.keys else new


def _first_of(new: Slots, old: Slots) -> Slots:
    """The first of several places that were told together is the largest, and no first time: "who's first?"."""
    said = new.measures or new.places or new.filters or new.periods or new.keys or new.without or new.condition
    several = len(old.partner) > 1 and len(old.measures) == 1 and not old.keys and old.operations <= _LISTED
    if said or new.operations not in ({"first_time"}, {"last_time"}) or not several:
        return new
    return replace(new, operations=frozenset({"top" if "first_time" in new.operations else "bottom"}))


def _moved_again(new: Slots, old: Slots) -> Slots:
    """The change that was told, once more, where how much is asked: "did imports rise in 2024?", "by how much?"."""
    said = new.measures or new.places or new.filters or new.periods or new.keys or new.without or new.ordinal
    single = len(old.partner) < 2 and len(old.measures) == 1 and not old.keys and not old.condition
    moved = old.operations & {"growth", "yoy", "change"} and old.operations <= _MOVED
    if said or new.operations - {"amount"} != {"difference"} or not (single and moved):
        return new
    return replace(new, operations=old.operations - {"polar"})


def _of_flow(new: Slots, old: Slots) -> Slots:
    """A weight or a price is of the flow that was spoken of: "in tonnes?" after exports weighs the exports."""
    if "freight" in old.measures and new.measures == ("unit_value",) and not new.places:
        return replace(new, measures=("freight", "unit_value"))  # "per tonne" is of the charges, not of the goods
    flow = (old.measures[0] if old.measures else "").partition("_")[0].removesuffix("s")
    if len(new.measures) != 1 or new.measures[0] not in _PHYSICAL or new.places or flow not in ("export", "import"):
        return new
    return replace(new, measures=(f"{flow}_{new.measures[0]}",))


def _weighed(new: Slots, old: Slots, mentions: tuple[Mention, ...]) -> Slots:
    """A bare flow after the weight of the other one as its weight: "in tonnes", "and exports?"."""
    unit = (old.measures[0] if len(old.measures) == 1 else "").partition("_")[2]
    valued = any(code in _MONEY for m in mentions for code in m.candidates)
    named = new.places or new.filters or new.periods or new.keys or new.operations or valued or new.implied
    if unit not in _PHYSICAL or named or new.measures not in (("exports",), ("imports",)):
        return new
    return replace(new, measures=(f"{new.measures[0].removesuffix('s')}_{unit}",))


def _stepped(new: Slots, old: Slots) -> Slots:
    """A growth counted from another base: "monthly, I meant" after the year-on-year growth of one month."""
    if len(new.keys) != 1 or new.keys[0] not in _STEPS or new.operations - {"mean"} or len(old.periods) != 1:
        return new
    name, months = _STEPS[new.keys[0]]
    lengths = {len("2024-03"): 1, len("2024"): 12}
    own = 3 if "-Q" in old.periods[0] else lengths.get(len(old.periods[0]), 0)
    grown = old.operations & _GROWN and not old.operations - _GROWN and not old.keys
    if not grown or new.periods or not own or own > months:
        return new
    return replace(new, keys=(), operations=frozenset({name}))


def _in_shares(new: Slots, old: Slots) -> Slots:
    """Shares of the whole, where percent is asked of a breakdown: "by mode", "in percent"."""
    said = new.measures or new.places or new.filters or new.periods or new.keys or new.without or new.ordinal
    split = len(old.keys) == 1 and old.keys[0] not in TIMES and not old.operations - _PLAIN - _RANKS
    summed = old.measures in (("exports",), ("imports",), ("total",)) and len(old.periods) <= 1 and not old.condition
    asked = new.operations in ({"in_percent"}, {"share"}, {"share", "per_key"}, {"share", "series"})
    if not asked or said or not (split and summed) or old.among or old.without or old.pick:
        return new
    return replace(new, operations=frozenset({"share"}) | old.operations & _RANKS, keys=old.keys, number=old.number)


def _coded(new: Slots, old: Slots, counts: list[str]) -> Slots:
    """A bare number as the code of another product, after a question on one of as many digits: "HS 87", "and 84?"."""
    code, before = counts[0] if len(counts) == 1 else "", old.filters.get("product", ())
    said = new.measures or new.places or new.filters or new.periods or new.keys or new.without or new.operations
    if said or len(before) != 1 or not (before[0].isdigit() and code.isdigit()) or len(code) != len(before[0]):
        return new
    return replace(new, filters={"product": (code,)}, number=None)


def of_two_times(new: Slots, old: Slots) -> Slots:
    """The higher or lower one of two times that were told together: "which year was better?" is no growth of each."""
    two = len(old.periods) == 2 and all(period.isdigit() for period in old.periods) and not old.keys
    asked = new.operations & {"exceed", "trail"} and not new.operations - {"exceed", "trail", "difference", "compare"}
    said = new.measures or new.places or new.filters or new.periods or new.ordinal
    return replace(new, keys=()) if two and asked and new.keys == ("year",) and not said else new
