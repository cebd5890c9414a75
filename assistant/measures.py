"""The measures: each a name, a unit, the sums it needs, and how they combine (a ratio is a ratio of sums)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal

ROUNDING = Context(prec=12)
"""A computed ratio, index or rate is rounded once, to 12 significant digits."""

Sums = Mapping[str, Decimal]

OTHER_FLOW = {"exports": "imports", "imports": "exports"}
TURNED = {"exceed": "trail", "trail": "exceed"}
"""What the first of two does to the second, said of the second."""
"""The measure of each flow, and that of the other."""

EXPORTS = ("value", "export")
IMPORTS = ("value", "import")


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity that rows give: `terms` name the (column, flow) sums that `combine` puts together.

    Flows are the reporter's; on the partner's books each term is read from the opposite flow.
    `flow` is the one flow that the measure speaks of, or None where it speaks of both.
    """

    name: str
    label: str
    unit: str
    terms: Mapping[str, tuple[str, str]]
    combine: Callable[[Sums], Decimal | None]
    flow: str | None = None

    @property
    def columns(self) -> frozenset[str]:
        """The value columns that a table must have."""
        return frozenset(column for column, _ in self.terms.values())


def divide(numerator: Decimal, denominator: Decimal) -> Decimal | None:
    """The quotient rounded to 12 significant digits; None where the denominator is zero.

    >>> divide(Decimal(1), Decimal(3))
    Decimal('0.333333333333')
    """
    return ROUNDING.divide(numerator, denominator) if denominator else None


def _one(sums: Sums) -> Decimal:
    (value,) = sums.values()
    return value


def _percent(sums: Sums, part: str, whole: str) -> Decimal | None:
    return divide(100 * sums[part], sums[whole])


_BOTH = {"x": EXPORTS, "m": IMPORTS}

_ALL = (
    Measure("exports", "exports", "currency", {"x": EXPORTS}, _one, "export"),
    Measure("imports", "imports", "currency", {"m": IMPORTS}, _one, "import"),
    Measure("total", "total trade", "currency", _BOTH, lambda s: s["x"] + s["m"]),
    Measure("balance", "trade balance", "currency", _BOTH, lambda s: s["x"] - s["m"]),
    Measure("surplus", "trade surplus", "currency", _BOTH, lambda s: s["x"] - s["m"]),
    Measure("deficit", "trade deficit", "currency", _BOTH, lambda s: s["m"] - s["x"]),
    Measure("gap", "gap between exports and imports", "currency", _BOTH, lambda s: abs(s["x"] - s["m"])),
    Measure("coverage_ratio", "coverage ratio", "ratio", _BOTH, lambda s: divide(s["x"], s["m"])),
    Measure(
        "normalised_balance",
        "normalised balance",
        "ratio",
        _BOTH,
        lambda s: divide(s["x"] - s["m"], s["x"] + s["m"]),
    ),
    Measure("export_weight", "export weight", "kg", {"x": ("weight_kg", "export")}, _one, "export"),
    Measure("import_weight", "import weight", "kg", {"m": ("weight_kg", "import")}, _one, "import"),
    Measure(
        "import_unit_value",
        "import unit value",
        "currency per kg",
        {"v": IMPORTS, "q": ("weight_kg", "import")},
        lambda s: divide(s["v"], s["q"]),
        "import",
    ),
    Measure(
        "export_unit_value",
        "export unit value",
        "currency per kg",
        {"v": EXPORTS, "q": ("weight_kg", "export")},
        lambda s: divide(s["v"], s["q"]),
        "export",
    ),
    Measure("freight", "freight charges", "currency", {"f": ("freight", "import")}, _one, "import"),
    Measure("duty", "calculated duty", "currency", {"d": ("duty", "import")}, _one, "import"),
    Measure(
        "effective_duty",
        "effective duty rate",
        "percent",
        {"d": ("duty", "import"), "m": IMPORTS},
        lambda s: _percent(s, "d", "m"),
        "import",
    ),
)

MEASURES: Mapping[str, Measure] = {measure.name: measure for measure in _ALL}
"""Every measure by name. A new one is an entry here and its words in languages/*.toml."""

TARIFFS: Mapping[str, str] = {"tariff": "percent", "added_tariff": "percentage points", "base_tariff": "percent"}
"""What a table of rates gives, with its unit; rates are read as they stand, so no sum makes them."""

DAY = "day"
"""Key of what holds from a day on, as rates do."""

RATES = frozenset({*TARIFFS, "effective_duty"})
"""Measures of which rows have no sum and no plain average: each row weighs as much as the trade behind it."""
