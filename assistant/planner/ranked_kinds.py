"""What a ranking is of, where no kind of thing is named: "top five exports", "five names, worst first"."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import RANKED, Slots
from assistant.periods import TIMES
from assistant.store.selection import WORLD

_OF_TIME = frozenset({"peak", "best", "worst", "exceed", "trail", "compare", "share", "mean", "growth", "series"})
"""Operations that speak of times or of places, beside which a superlative is not one of products."""


def by_partner(slots: Slots) -> Slots:
    """The slots of "the top ten deficits in 2024", "biggest deficits 2024", of partners, though none are named."""
    named = slots.keys or slots.filters or slots.partner or slots.condition or slots.level or slots.sections
    few, ordered = (slots.number or 0) > 1, "ordered" in slots.operations
    drawn = {"series"} if few and ordered else set()  # a few by size are no line in time: "a chart of the five"
    dated = len(slots.periods) == 1 and slots.periods[0].isdigit() and "polar" not in slots.operations
    ranked = ordered or (few or dated) and slots.operations & {"top", "bottom"}
    ranked = ranked and not slots.operations & (_OF_TIME - drawn)
    if named or not ranked or slots.measures not in (("deficit",), ("surplus",)):
        return slots
    return replace(slots, keys=("partner",))


def by_product(slots: Slots) -> Slots:
    """The slots of "top five exports to Mexico", which are of products, though none are named."""
    products = slots.filters.get("product", ())
    chapters = len(products) == 1 and ";" in products[0] and {*map(len, products[0].split(";"))} == {len("87")}
    keys = () if chapters and slots.keys == ("product",) else slots.keys
    named = keys or slots.condition or slots.level or slots.sections or products and not chapters
    several = any(len(codes) > 1 for codes in (slots.partner, slots.reporter, slots.periods, *slots.filters.values()))
    ranked = slots.operations & RANKED and not slots.operations & _OF_TIME
    short = slots.periods[0] == "latest-year" or len(slots.periods[0]) == len("2024")
    if named or several or not ranked or not short or slots.measures[0] not in ("exports", "imports"):
        return slots
    return replace(slots, keys=("product",), level=len("87") if chapters else None)  # the chapters of "agricultural"


def of_products(slots: Slots) -> Slots:
    """The slots of "what contributed most to the growth", which is asked of products where nothing else is named.

    "Which products drove it" asks for those that did so most.
    """
    named = {*slots.keys} - TIMES and not slots.operations & {"top", "bottom", "series", "table"}
    if "contribution" in slots.operations and named and not (slots.filters or slots.condition):
        return replace(slots, operations=slots.operations | {"top"})
    ranked = "contribution" in slots.operations and slots.operations & {"top", "bottom"}
    return replace(slots, keys=("product",)) if ranked and not (slots.keys or slots.filters) else slots


def of_one(slots: Slots) -> Slots:
    """The slots of a share of one partner that is named, beside which the kind orders nothing: "market share"."""
    single = slots.keys == ("partner",) and len(slots.partner) == 1 and slots.partner != (WORLD,)
    return replace(slots, keys=()) if single and slots.operations == {"share"} else slots
