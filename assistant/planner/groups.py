"""Commodity groups and the HS chapters that they hold, each asked for where only the other is published."""

from __future__ import annotations

from dataclasses import replace

from assistant.errors import ToolError
from assistant.lexicon.question import Slots
from assistant.store.nomenclature import Nomenclature
from assistant.store.store import Store
from assistant.tools.select import readings_of
from assistant.types import Json


def grouped(slots: Slots, store: Store) -> Slots:
    """The slots with groups in place of all their chapters, or chapters in place of a group, where only that answers.

    "Plastics and rubber" are the chapters 39 and 40 by year and the commodity group by month; they are the same goods.
    """
    products = slots.filters.get("product", ())
    turned = tuple(_turned(code, store.names) for code in products)
    if not products or not all(turned) or is_held(slots, store):
        return slots
    pairs = [sorted(pair, key=_is_group) for pair in zip(products, turned, strict=True)]
    sides = (tuple(chapters for chapters, _ in pairs), tuple(group for _, group in pairs))
    others = (replace(slots, filters={**slots.filters, "product": side}) for side in sides)
    return next((other for other in others if is_held(other, store)), slots)


def _is_group(product: str) -> bool:
    return product.startswith("S")


def is_held(slots: Slots, store: Store) -> bool:
    """Whether a loaded table covers the slots' places, products and times."""
    args: dict[str, Json] = {
        "measure": slots.measures[0],
        "reporter": list(slots.reporter),
        "partner": list(slots.partner) or None,
        "period": list(slots.periods),
        "by": list(slots.keys),
        "basis": slots.demands or None,
        **{dimension: list(codes) for dimension, codes in slots.filters.items()},
    }
    try:
        return bool(readings_of(store, args))
    except ToolError:
        return False


def _turned(product: str, names: Nomenclature) -> str:
    """The chapters of a group, the group of all its chapters; "" for anything else."""
    chapters = names.chapters
    if product in chapters:
        return ";".join(sorted(chapters[product]))
    parts = frozenset(product.split(";"))
    return next((group for group, held in chapters.items() if held == parts), "")
