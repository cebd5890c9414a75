"""Calls as they are added to a plan, and the arguments of its selections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.lexicon.question import Slots
from assistant.periods import TIMES
from assistant.types import Call, Json

_SHORTEST = ("month", "quarter", "year")


@dataclass
class Plan:
    """Calls as they are added; the last one answers."""

    calls: list[Call] = field(default_factory=list)
    prefix: str = "c"

    def add(self, tool: str, **args: Json) -> str:
        """The id of a new call; arguments that are None are left out."""
        name = f"{self.prefix}{len(self.calls) + 1}"
        self.calls.append(Call(name, tool, {key: value for key, value in args.items() if value is not None}))
        return name

    def select(self, slots: Slots, periods: tuple[str, ...], by: list[str]) -> str:
        """The id of a new selection of the slots over these periods, with these keys."""
        return self.add("select", **_selection(slots, periods, by))


def ref(name: str) -> dict[str, str]:
    """The argument that stands for an earlier call's result."""
    return {"ref": name}


def _selection(slots: Slots, periods: tuple[str, ...], by: list[str]) -> dict[str, Json]:
    return {
        "measure": slots.measures[0],
        "reporter": one_or_all(slots.reporter),
        "partner": slots.among if slots.among and not slots.partner and "partner" in by else one_or_all(slots.partner),
        "period": one_or_all(periods),
        "by": by or None,
        **{dimension: one_or_all(codes) for dimension, codes in slots.filters.items()},
        "without": {dimension: list(codes) for dimension, codes in slots.without.items()} or None,
        "basis": _basis(slots) or None,
        "level": 0 if slots.sections else slots.level,
    }


def _basis(slots: Slots) -> dict[str, Json]:
    """What the basis has to be, and whether an answer among the loaded partners will do."""
    return {**slots.demands, **({"population": slots.population} if slots.population else {})}


def one_or_all(codes: tuple[str, ...]) -> Json:
    """Codes as a call takes them: the only one alone, several as a list."""
    return None if not codes else codes[0] if len(codes) == 1 else list(codes)


def keyed_by(slots: Slots) -> list[str]:
    """The keys of the selection: dimensions asked for or listed, then the shortest time, whose rows name the longer."""
    apart = "sum" not in slots.operations
    listed = {
        "partner": apart and len(slots.partner) > 1,
        "product": bool(slots.level or slots.sections) and not _is_one_product(slots),
        "reporter": apart and len(slots.reporter) > 1,
    }
    several = [dimension for dimension, codes in slots.filters.items() if apart and len(codes) > 1]
    summed = set() if apart or len(slots.partner) < 2 else {"partner"}  # "between them", of partners that are named
    alone = {"product"} if _is_one_product(slots) else set()  # one that is named is not split
    keys = [
        *(key for key in untimed(slots.keys) if key not in summed | alone),
        *(name for name, holds in listed.items() if holds),
        *several,
    ]
    grains = [grain for grain in _SHORTEST if grain in slots.keys]
    averaged = slots.operations & {"mean", "median"}  # "average monthly imports by year": no single line
    return [*dict.fromkeys(keys), *(grains if averaged else grains[:1])]


def _is_one_product(slots: Slots) -> bool:
    products = slots.filters.get("product", ())
    if len(products) != 1 or products[0].endswith("-") or slots.level:
        return False
    return not slots.sections or products[0].startswith("S")


def untimed(keys: Iterable[str]) -> list[str]:
    """The keys that are not a time."""
    return [key for key in keys if key not in TIMES]


def is_timed(slots: Slots) -> bool:
    """Whether the rows are keyed by a time."""
    return any(key in TIMES for key in slots.keys)
