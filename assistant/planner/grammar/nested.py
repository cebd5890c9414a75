"""A product within another: "avocados in chapter 08" has the narrower code as the part, the wider one as the whole."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots


def nested(slots: Slots) -> tuple[Slots, Slots] | None:
    """The slots of the part and of the whole where one of two products holds the other; None otherwise."""
    products = slots.filters.get("product", ())
    if len(products) != 2:
        return None
    part, whole = sorted(products, key=_detail, reverse=True)
    if part == whole or not all(any(p.startswith(w) for w in whole.split(";")) for p in part.split(";")):
        return None
    first, second = (replace(slots, filters={**slots.filters, "product": (code,)}) for code in (part, whole))
    return first, second


def _detail(product: str) -> tuple[int, int]:
    """How narrow a product is: longer codes first, then fewer of them."""
    codes = product.split(";")
    return min(map(len, codes)), -len(codes)
