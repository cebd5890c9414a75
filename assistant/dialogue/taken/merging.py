"""A follow-up's slots filled from the earlier ones: measures, places, operations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.dialogue.taken.turning import left_out, less
from assistant.lexicon.operations import directed
from assistant.lexicon.question import RANKED, Codes, Slots
from assistant.measures import OTHER_FLOW, RATES, TARIFFS
from assistant.periods import TIMES, Period
from assistant.store.members import is_country, is_group
from assistant.store.selection import is_closed

_OF_SHARES = ("within", "whole", "part", "partner_share", "siblings")
"""What a share is of, which stays where it is only shown another way."""
_SHOWN = frozenset({"series", "table", "in_percent"})
_HELD = frozenset({"compare", "growth", "change", "polar"})
"""Operations that change how an answer is shown; a follow-up that names only these keeps the earlier ones."""
_BETWEEN = frozenset({"difference", "points", "sum", "exceed", "trail", "polar"})
_WHICH = ({"exceed"}, {"trail"})
_MOVES = frozenset({"rise", "fall"})
_PER = frozenset({"per_year", "per_quarter", "per_month"})
_PARTICULARS = ("pick", "beside", *_OF_SHARES, "among", "floor", "floor_period")
"""What belongs to an operation, and is kept where that is kept."""
_CHOSEN_FROM = ("among", "floor", "floor_period")
_PLACED = ("pick", "pick_to", "beside")
_PACES = frozenset({"fastest", "slowest"})
_ENDS = {
    frozenset({"worst"}): frozenset({"slowest"}),
    frozenset({"bottom"}): frozenset({"slowest"}),
    frozenset({"best"}): frozenset({"fastest"}),
}
_COUNT = frozenset({"count"})
"""What is asked of those that meet a limit, which stays the same: "which states top 10 bn?", "how many to Mexico?"."""
_ENDING = frozenset({"top", "bottom"})
_ONE_END = ({"top"}, {"bottom"})
_CHARGED = frozenset({"duty", "freight"})
_SIZES = frozenset({"sized", "change", "in_percent", "in_money"})
"""How much it grew is in dollars, in percent, or in both."""


def merged(new: Slots, old: Slots, home: str) -> Slots:
    """The new slots, with what they leave open taken from the old."""
    new = _of_group(_as_part(_other_end(new, old), old), old)
    measures = new.measures or old.measures
    new = replace(new, operations=directed(new.operations, measures))
    without, filters, partners = left_out(new, old)
    reporter, partner = _places(new, replace(old, partner=partners), measures, home)
    operations, keys = (new.operations, new.keys) if new.ordinal else _operations(new, _unranked(new, old))
    return replace(
        new,
        measures=_as_homes(_directed(new, old, measures, home), new, reporter, home),
        reporter=tuple(dict.fromkeys(reporter)),  # two states of one country
        partner=partner,
        filters=filters,
        without=without,
        periods=new.periods or _times_kept(new, old),
        operations=operations,
        keys=keys,
        number=new.number or (old.number if operations & RANKED else None),
        condition=new.condition or (old.condition if operations | _COUNT == old.operations | _COUNT else None),
        goods=new.goods or old.goods and not (new.measures or new.filters or operations or keys),
        **_detail(new, old, operations, keys),
        **_basis(new, old),
    )


def _unranked(new: Slots, old: Slots) -> Slots:
    """The earlier question without what is not asked again: its highest time where a limit is put, a mean of years.

    After the highest year, "in which year was it lower than 20 billion?"; after the mean of years, "in 2022?".
    """
    single = len(new.periods) == len(old.keys) == 1 and new.periods[0][:1].isdigit() and "/" not in new.periods[0]
    if single and "mean" in old.operations and not new.operations and Period.parse(new.periods[0]).grain == old.keys[0]:
        return replace(old, operations=old.operations - {"mean", "per_year"}, keys=())  # the mean of years, "in 2022?"
    claimed = old.condition is not None and old.condition.test == "between" and old.operations == {"polar"}
    if claimed and not old.keys and not (new.operations or new.condition):
        return replace(old, operations=frozenset(), condition=None)  # what was claimed of a figure is of that one alone
    limited = new.condition and not new.operations and {*(new.keys or old.keys)} <= TIMES
    return replace(old, operations=old.operations - RANKED) if limited else old


def _times_kept(new: Slots, old: Slots) -> Codes:
    """The times of before; not the day of a rate, where trade is asked for: "how much do we import from there?"."""
    traded = bool(new.measures) and not {*new.measures} & {*TARIFFS} and bool({*old.measures} & {*TARIFFS})
    ended = bool(new.operations & _ENDING) and "polar" not in new.operations
    single = old.periods[0] if old.periods else ""
    of_one = len(old.keys) == 1 and is_closed(single) and Period.parse(single).grain == old.keys[0]
    if ended and {"polar"} <= old.operations and old.operations & _ENDING and of_one and {*old.keys} <= TIMES:
        return old.periods[1:] or ("ever",)  # after "was 2018 the record since 2001?", "and the smallest?"
    return () if traded and old.periods == ("latest",) else old.periods


def _of_group(new: Slots, old: Slots) -> Slots:
    """A member's share after a figure of its group is one of the group: the EU's exports, "how much is Germany?"."""
    group = len(old.partner) == 1 and is_group(old.partner[0])
    member = bool(new.partner) and all(map(is_country, new.partner)) and "share" in new.operations
    plain = not (new.measures or new.whole or new.filters or old.operations - {"polar"} or old.keys)
    shared = new.partner_share or bool(old.filters)
    return replace(new, whole=old.partner, partner_share=shared) if group and member and plain else new


def _as_part(new: Slots, old: Slots) -> Slots:
    """A follow-up "as a share of total trade": what it is a share of, and the measure stays that of before."""
    owned = set(new.places) <= {*old.reporter} and not new.origin and not new.destination
    of_total = new.measures == ("total",) and "share" in new.operations and owned
    if of_total and new.places and old.measures == ("total",) and old.partner:
        return replace(new.without_sides(), measures=())
    kept = of_total and old.measures and old.measures[0] != "total"
    return replace(new, measures=(), within="total") if kept else new


def _detail(new: Slots, old: Slots, operations: frozenset[str], keys: Codes) -> dict[str, Any]:
    """The level of products, the place in a ranking and the whole of a share, where what they belong to is kept."""
    leveled = "product" in keys and "product" in old.keys
    leveled |= old.sections and not new.filters.get("product") and bool(operations & RANKED & old.operations)
    alike = operations == old.operations and keys == old.keys
    held = {"compare", "points", "growth"} if "share" in operations & old.operations else set()
    shown = not (operations ^ old.operations) - _SHOWN - held and not ({*keys} ^ {*old.keys}) - TIMES  # "by month"
    kept = [name for name in _PARTICULARS if alike and not (name == "beside" and new.places)]
    kept = [name for name in kept if not (new.number and name in _PLACED)]  # "just the top three" after the third
    kept += [name for name in _OF_SHARES if shown and not alike]
    kept += [name for name in _CHOSEN_FROM if not alike and keys == old.keys and _is_turned(operations, old.operations)]
    if new.measures == old.measures and not new.implied and {*new.places} <= {*old.reporter}:
        kept = [name for name in kept if name != "whole"]  # after a share of Africa's, "and of all US exports?"
    return {
        "level": new.level or (old.level if leveled and not new.sections else None),
        "sections": new.sections or leveled and old.sections and not new.level,
        **{name: getattr(new, name) or getattr(old, name) for name in kept},
    }


def _is_turned(new: frozenset[str], old: frozenset[str]) -> bool:
    """Whether the other end of the same ranking is asked for: after the fastest of the top 20, "and the slowest?"."""
    ends = new & RANKED and old & RANKED and new & RANKED != old & RANKED
    return bool(ends) and new - RANKED - _SIZES == old - RANKED - _SIZES and bool(new & _PACES) == bool(old & _PACES)


def _basis(new: Slots, old: Slots) -> dict[str, Any]:
    """What is demanded of the basis: a new source or side takes the place of the old one, and of its release.

    A valuation is dropped where another flow is asked for, of which it says nothing.
    """
    if new.source or new.books or new.table:
        kept = {"valuation": old.valuation} if not new.table else {}
    else:
        kept = dict(old.demands)
    if new.measures and not new.valuation and not set(new.measures) & set(old.measures):
        kept.pop("valuation", None)
    names = ("source", "books", "table", "release", "valuation")
    return {name: new.demands.get(name) or kept.get(name) for name in names}


def _operations(new: Slots, old: Slots) -> tuple[frozenset[str], Codes]:
    if picked := {name for name, codes in new.filters.items() if name in old.keys and len(codes) == 1 and not new.keys}:
        keys = tuple(key for key in old.keys if key not in picked)  # "only autos" after a ranking of products
        return new.operations or old.operations - RANKED, keys
    if old.operations & _PACES and (paced := _paced_again(new, old)):
        return paced
    if not new.operations - _SHOWN:
        keys = new.keys or old.keys
        return new.operations | old.operations, keys if not (new.keys and old.keys) else _fresh(new.keys, old.keys)
    if "mean" in new.operations and old.operations & {"cagr", "trend_growth", "average_growth"}:
        return new.operations - {"mean"} | {"average_growth"}, ()  # "and the plain average of the yearly rates?"
    if "sum" in old.operations and new.operations == {"share"} and not new.keys:
        return frozenset({"share", "sum"}), ()  # of what was added up
    apart = bool(new.operations) and new.operations <= _BETWEEN  # "and both together?", "which one is higher?"
    if "share" in old.operations and new.operations in _WHICH and len(old.periods) == 2 and not new.keys:
        return frozenset({"share", "points"}), old.keys
    if "share" in old.operations and "compare" in new.operations <= _HELD and not (new.measures or new.keys):
        moved = {"points", "growth"} if new.operations & {"growth", "change"} else {"compare"}
        return frozenset({"share"} | moved), old.keys  # "vs 2023", "compared to Ohio": the share in both
    if "share" in old.operations and ("points" in new.operations or apart):
        either = _MOVES | {"compare"} if new.operations >= _MOVES | {"points"} else frozenset()  # "lose or gain"
        return new.operations - either | {"share"}, new.keys or old.keys
    if "share" in old.operations and new.operations & _MOVES and not (new.measures or new.keys):
        return new.operations - {"difference", "growth"} | {"share", "points"}, old.keys  # "by how much did it rise?"
    ranked = new.operations & RANKED
    return new.operations, new.keys or (old.keys if ranked else _keys_lent(new, old))


def _keys_lent(new: Slots, old: Slots) -> Codes:
    """What a count or a change over times is told by: after states above a limit, "how many over 1 bn in imports?"."""
    if "count" in new.operations and (new.condition or old.condition) and len(old.keys) == 1:
        return old.keys
    serial = new.operations & {"growth", "yoy", "mom", "mean", "median"} and not old.operations - _SHOWN - _PER
    return tuple(key for key in old.keys if serial and key in ("month", "quarter", "year"))


def _other_end(new: Slots, old: Slots) -> Slots:
    """The best and the worst after a ranking by growth as those that grew most and least: "and the worst?"."""
    named = new.measures or new.keys or new.places or new.filters or new.number
    if "when_peak" in old.operations and new.operations in _ONE_END and not named and not new.periods:
        return replace(new, operations=new.operations | {"when_peak"})  # "when was it highest?", "and lowest?"
    if not old.operations & _PACES or named or new.operations not in _ENDS:
        return new
    return replace(new, operations=_ENDS[new.operations] | old.operations & _SIZES)


def _paced_again(new: Slots, old: Slots) -> tuple[frozenset[str], Codes] | None:
    """A ranking by growth again: counted another way ("in percent", "in dollars"), or its first few ("the top 3")."""
    if new.measures or new.keys or new.places:
        return None
    if new.operations and new.operations <= _SIZES:
        return old.operations - _SIZES | new.operations, old.keys
    return (old.operations, old.keys) if new.number and new.operations == {"top"} else None


def _fresh(new: Codes, old: Codes) -> Codes:
    times = {"month", "quarter", "year"}
    kept = old if not set(new) - times else ()
    return tuple(dict.fromkeys((*new, *(key for key in kept if key not in times))))


def _directed(new: Slots, old: Slots, measures: Codes, home: str) -> Codes:
    """A follow-up that names only an end of the flow may turn it: "from China?" after exports asks for imports."""
    if new.measures and not old.measures:
        return new.measures
    if new.implied and set(old.measures[:1]) & {*RATES, *_CHARGED}:
        return old.measures  # "and from China?" after a tariff
    if len(new.places) == 1 and set(old.measures[:1]) & set(OTHER_FLOW) and not _has_noun(new):
        if new.places == (new.books,):
            return old.measures  # "according to Mexico"
        flow = "imports" if home in new.destination else "exports" if home in new.origin else ""
        if flow and home in old.reporter:
            return (flow,)  # "into Texas", "their shipments to us"
        against = new.origin if old.measures[0] == "exports" else new.destination
        return (OTHER_FLOW[old.measures[0]],) if against and home in old.reporter else old.measures
    return measures


def _as_homes(measures: Codes, new: Slots, reporter: Codes, home: str) -> Codes:
    """What others sold home as its imports, where the trade is told as home's: "and how many sold us that much?"."""
    towards = {"exports": new.destination, "imports": new.origin}.get(measures[0] if len(measures) == 1 else "", ())
    return (OTHER_FLOW[measures[0]],) if reporter == (home,) == towards else measures


def _has_noun(new: Slots) -> bool:
    """Whether the measure was said, and not only concluded from "from" or "to"."""
    return bool(new.measures) and not new.implied


def _places(new: Slots, old: Slots, measures: Codes, home: str) -> tuple[Codes, Codes]:
    """Whose trade and with whom: a new place takes the place of the one it stands in for."""
    few = len(old.partner) > 2 and not (old.keys or new.places) and (new.number or 0) < len(old.partner)
    if few and new.keys == ("partner",) and new.operations & RANKED:
        return old.reporter, old.partner  # "who has the worst?" of those that were named
    if "partner" in new.keys and new.operations & RANKED and set(new.places) <= {*old.reporter, home}:
        return new.places or old.reporter, ()  # "top 5 partners" after a question on one of them
    if not new.places:
        return old.reporter, old.partner
    if new.places == (new.books,) and not _has_noun(new):
        return old.reporter, old.partner  # "use Mexican data" names whose books, not another country
    if len(new.places) >= 2 and new.reporter and new.partner:
        return new.reporter, new.partner
    other = less(old.partner, (home,)) or less(old.reporter, (home,))
    if new.places == (home,) and _has_noun(new) and other:
        towards = new.destination if measures[:1] == ("exports",) else new.origin
        return (other, (home,)) if towards else ((home,), other)  # "how much did they sell us"
    place = new.partner if len(new.partner) > 1 else tuple(p for p in new.places)
    measure = old.measures[:1] if not _has_noun(new) else measures[:1]
    along = new.destination if measure == ("exports",) else new.origin if measure == ("imports",) else ()
    if along and home not in old.reporter:
        return old.reporter, along  # "and to China?" after Mexico's exports
    against = new.origin if measure == ("exports",) else new.destination if measure == ("imports",) else ()
    if against and home not in old.reporter:
        return place, less(old.partner, place) or old.reporter
    if new.reporter and not new.partner and not new.origin and not new.destination and _has_noun(new):
        return new.reporter, less(old.partner, new.reporter) or less(old.reporter, new.reporter)
    return _instead(place, old, home)


def _instead(place: Codes, old: Slots, home: str) -> tuple[Codes, Codes]:
    """A bare place stands in for the partner, unless it is the reporter already: then the two change sides.

    Of a notion that nobody was named with, home is the one whose it is.
    """
    if place == (home,) and not (old.reporter or old.partner):
        return place, ()  # after "what is a trade deficit", "and the US one?"
    if set(place) & set(old.reporter):
        return place, less(old.partner, place) or old.partner
    if old.partner == (home,) and old.reporter != (home,):
        return place, old.partner  # after "Mexico's exports to the US", "and Canada?" asks for Canada's
    return old.reporter, place
