"""The share of one figure in another that holds it: they differ in what the part is narrowed by alone."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Slots
from assistant.store.members import is_country, is_group
from assistant.store.selection import WORLD

_FLOWS = (("exports",), ("imports",))


def share_in(part: Slots, whole: Slots) -> Slots | None:
    """The slots of the share; None where the whole does not hold the part.

    The part has one filter more, is one partner of all or of a group, or is one flow of all trade.
    """
    if part.measures != whole.measures:
        return _flow_in(part, whole)
    shared = replace(part, operations=frozenset({"share"}))
    if part.partner == whole.partner:
        more = narrowed_by(part, whole)
        return replace(shared, part=more[0]) if len(more) == 1 else None
    if part.filters != whole.filters:
        return None
    shared = replace(shared, partner_share=bool(part.filters))
    if whole.partner in ((), (WORLD,)):
        return shared
    group = is_group(whole.partner[0]) and len(part.partner) == 1 and is_country(part.partner[0])
    return replace(shared, whole=whole.partner) if group else None


def _flow_in(part: Slots, whole: Slots) -> Slots | None:
    """The share of exports or imports in all trade with the same narrowing."""
    alike = part.partner == whole.partner and part.filters == whole.filters
    if not alike or part.measures not in _FLOWS or whole.measures != ("total",):
        return None
    return replace(part, operations=frozenset({"share"}), within="total")


def narrowed_by(part: Slots, whole: Slots) -> list[str]:
    """The dimensions that the part has a filter in and the whole has none; [] where the whole has others."""
    same = all(part.filters.get(name) == codes for name, codes in whole.filters.items())
    return [name for name in part.filters if name not in whole.filters] if same else []


__all__ = ["narrowed_by", "share_in"]
