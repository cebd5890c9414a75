"""The rows of each loaded table, and the figures that they give: summed in pandas, apart from the answering path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import pandas as pd

from assistant.evaluation.selfcheck.cell import SIGNS, WORLD, Cell
from assistant.store.store import Store
from assistant.store.tables import FREQUENCY_MONTHS, Table

_TURNED = {"export": "import", "import": "export"}
_MONTH = "(12 * year(period) + month(period) - 1)::INTEGER AS month"


class Book:
    """One table, read once: `value` gives a cell's figure where the table holds the whole of it."""

    def __init__(self, store: Store, table: Table) -> None:
        self._store, self.table = store, table
        self._values: dict[Cell, float | None] = {}
        self._kept: dict[tuple[str, str, str], pd.DataFrame | None] = {}
        self.step = FREQUENCY_MONTHS[table.frequency]

    @cached_property
    def rows(self) -> pd.DataFrame:
        """Every row, months counted since year 0, amounts as floating numbers."""
        own = [name for name in ("product", "mode", "region", "port") if name in self.table.dims]
        partner = "partner" if "partner" in self.table.dims else f"'{WORLD}' AS partner"
        sums = [f"{name}::DOUBLE AS {name}" for name in ("value", "duty") if name in self.table.measures]
        columns = ", ".join(["reporter", partner, "flow", _MONTH, *own, *sums])
        with self._store.engine.connect() as connection:
            cursor: Any = connection.exec_driver_sql(f"SELECT {columns} FROM {self.table.id}").cursor
            found: pd.DataFrame = cursor.fetchdf()
        return found.astype({name: "category" for name in ("reporter", "partner", "flow", *own)})

    @cached_property
    def _pairs(self) -> Mapping[Any, Any]:
        """The places of the rows of each (reporter, flow, partner)."""
        return self.rows.groupby(["reporter", "flow", "partner"], sort=False, observed=True).indices

    @cached_property
    def partners(self) -> Sequence[tuple[str, str]]:
        """Every reporter with every partner that it has rows with, each once."""
        return sorted({(reporter, partner) for reporter, _, partner in self._pairs})

    def value(self, cell: Cell) -> float | None:
        """The figure of a cell; None where the table does not hold all of it."""
        if cell not in self._values:
            self._values[cell] = self._value(cell)
        return self._values[cell]

    def _value(self, cell: Cell) -> float | None:
        needed = {name for name, _ in cell.where}
        if cell.column not in self.table.measures or not needed <= set(self.table.dims):
            return None
        mirrored = self.mirrors(cell)
        parts = [self._sum(cell, flow, mirrored) for flow in SIGNS[cell.measure]]
        held = [part for part in parts if part is not None]
        if len(held) < len(parts):
            return None
        return sum(sign * part for sign, part in zip(SIGNS[cell.measure].values(), held, strict=True))

    def mirrors(self, cell: Cell) -> bool:
        """Whether the table holds the partner's books of this and not the reporter's."""
        return not all(self._has(cell.reporter, flow, cell.partner) for flow in SIGNS[cell.measure])

    def is_partial(self, cell: Cell, keyed: str = "") -> bool:
        """Whether the cell adds up a dimension of which the table holds only a part."""
        named = {keyed, *(name for name, _ in cell.where)}
        return any(
            what != "complete" and name not in named and name not in ("partner", "reporter")
            for name, what in self.table.population.items()
        )

    def _sum(self, cell: Cell, flow: str, mirrored: bool) -> float | None:
        """The sum of one flow, of the partner's books where the reporter's are not there: never one flow of each."""
        if mirrored and cell.partner == WORLD:
            return None
        sides = (cell.partner, _TURNED[flow], cell.reporter) if mirrored else (cell.reporter, flow, cell.partner)
        rows = self._pair(*sides)
        if rows is None or not self._covers(rows, cell):
            return None
        amounts = self._narrowed(self._within(rows, cell), cell)[cell.column].dropna()
        return float(amounts.sum()) if len(amounts) else None

    @staticmethod
    def _narrowed(rows: pd.DataFrame, cell: Cell) -> pd.DataFrame:
        for name, code in cell.where:
            rows = rows[_like(rows[name], name, code)]
        return rows

    def _within(self, rows: pd.DataFrame, cell: Cell) -> pd.DataFrame:
        """The rows of the period, without groups and totals that would count a dimension twice."""
        rows = rows[rows["month"].between(cell.period.first, cell.period.last)]
        for name in ("product", "mode", "region", "port"):
            if name in rows:
                twice = {*self.table.groups.get(name, ()), self.table.totals.get(name)}
                rows = rows[~rows[name].isin(twice)] if twice - {None} else rows
        return rows

    def _covers(self, rows: pd.DataFrame, cell: Cell) -> bool:
        """Whether the period is made of whole steps of the table that all have rows."""
        first, last = cell.period.first, cell.period.last
        if first % self.step or (last + 1) % self.step:
            return False
        return set(range(first, last + 1, self.step)) <= set(rows["month"].unique())

    def _has(self, reporter: str, flow: str, partner: str) -> bool:
        """Whether there are rows of a pair and flow; the world is its own row, or all members where each is held."""
        if (reporter, flow, partner) in self._pairs:
            return True
        held = self.table.population.get("partner") == "complete" and self.table.totals.get("partner") != WORLD
        return partner == WORLD and held and any((reporter, flow) == key[:2] for key in self._pairs)

    def _pair(self, reporter: str, flow: str, partner: str) -> pd.DataFrame | None:
        """The rows of a pair and flow."""
        key = (reporter, flow, partner)
        if key not in self._kept:
            self._kept[key] = self._taken(*key) if self._has(*key) else None
        return self._kept[key]

    def _taken(self, reporter: str, flow: str, partner: str) -> pd.DataFrame:
        if (found := self._pairs.get((reporter, flow, partner))) is not None:
            return pd.DataFrame(self.rows.iloc[found])
        apart = {*self.table.groups.get("partner", ()), self.table.totals.get("partner")}
        own = (self.rows["reporter"] == reporter) & (self.rows["flow"] == flow)
        return self.rows[own & ~self.rows["partner"].isin(apart)]

    def members(self, cell: Cell, dimension: str) -> pd.Series:
        """The figure of each member of a dimension within a cell, the largest first, residuals left out.

        Empty where the table does not hold them all. Products are taken at two digits, or as sections.
        """
        needed = {dimension, *(name for name, _ in cell.where)}
        if not needed <= set(self.table.dims) or cell.column not in self.table.measures:
            return pd.Series(dtype=float)
        if dimension == "partner" and self.table.population.get("partner") != "complete":
            return pd.Series(dtype=float)
        signs = SIGNS[cell.measure].items()
        sums = [sign * self._by(cell, flow, dimension) for flow, sign in signs]
        if not all(map(len, sums)):
            return pd.Series(dtype=float)
        both = pd.concat(sums, axis=1)
        both = both[both.notna().any(axis=1)].fillna(0.0)  # a code without rows in one flow has no trade in it
        return both.sum(axis=1).sort_values(ascending=False, kind="stable")

    def _by(self, cell: Cell, flow: str, dimension: str) -> pd.Series:
        if dimension == "partner":
            rows = self.rows[(self.rows["reporter"] == cell.reporter) & (self.rows["flow"] == flow)]
        else:
            found = self._pair(cell.reporter, flow, cell.partner)
            rows = self.rows[:0] if found is None else found
        if not len(rows) or not self._covers(rows, cell):
            return pd.Series(dtype=float)
        rows = self._narrowed(self._within(rows, cell), cell)
        rows = rows[rows[dimension].isin(self.table.members[dimension])]
        keys = rows[dimension].astype(str)
        keys = keys.str[:2] if dimension == "product" and self.is_coded else keys
        return rows.groupby(keys)[cell.column].sum(min_count=1)

    @property
    def is_coded(self) -> bool:
        """Whether its products are HS codes, and not sections."""
        return self.table.product_level.isdigit()

    def breaks(self, cell: Cell, base: Cell) -> bool:
        """Whether a break of the table lies between two periods of a cell: no growth is told across it."""
        codes = {"partner": cell.partner, "reporter": cell.reporter, **dict(cell.where)}
        return any(
            gap.kind == "break"
            and base.period.first < gap.first <= cell.period.last
            and all(codes.get(name, own[0]) in own for name, own in gap.where.items())
            for gap in self.table.gaps
        )


def _like(column: pd.Series, name: str, code: str) -> pd.Series:
    """Which rows are of a code; a product's code holds all longer ones."""
    if name != "product" or not code[:1].isdigit():
        return column == code
    kinds = column.cat.categories
    return column.isin(kinds[kinds.str.startswith(code)])
