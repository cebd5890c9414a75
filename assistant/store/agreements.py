"""Trade agreements as they are listed: kind, status, dates and members, and what else names them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.store.nomenclature import Nomenclature
from assistant.store.store import Store
from assistant.store.tables import Table

SOURCE = "agreements"
"""The name that answers cite the list by."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement; dates are written 2020-07-01 and are empty where the list has none."""

    id: str
    name: str
    short_name: str
    kind: str
    status: str
    start: str
    end: str
    replaced_by: str
    members: tuple[str, ...]
    joined: Mapping[str, str]

    def joins(self, places: Iterable[str]) -> bool:
        """Whether it is between all of the places: members on one side of "MEX-EU" have no agreement by it."""
        side, within = self.id.split("-")[0], set(places)
        return within <= set(self.members) and (side not in self.members or side in within)

    def since(self, places: Iterable[str]) -> str:
        """The day from which it holds for all of the places; "" where it is not recorded."""
        days = [self.joined.get(place, self.start) for place in places]
        return max(days) if all(days) else ""

    def holds_within(self, places: Iterable[str], first: str, last: str) -> bool:
        """Whether it is in force for the places at some time from the first to the last day."""
        since = self.since(places)
        return bool(since) and since <= last and (not self.end or self.end >= first)


@dataclass(frozen=True, slots=True)
class Scope:
    """A country whose agreements of a kind are all listed, since when, and who counts them; `claim` is quoted."""

    country: str
    kind: str
    published: int
    complete_since: str
    publisher: str
    title: str
    date: str
    url: str
    document: str
    claim: str


def agreements(names: Nomenclature) -> tuple[Agreement, ...]:
    """All listed agreements, in the order of the list."""
    return tuple(map(_agreement, names.listed("agreements")))


def scopes(names: Nomenclature) -> tuple[Scope, ...]:
    """The countries whose agreements are listed completely."""
    return tuple(_scope(row) for row in names.listed("agreements_of"))


def _agreement(row: Mapping[str, str]) -> Agreement:
    return Agreement(
        id=row["id"],
        name=row["name"],
        short_name=row["short_name"],
        kind=row["kind"],
        status=row["status"],
        start=row["in_force_since"],
        end=row["ended"],
        replaced_by=row["replaced_by"],
        members=tuple(code for code in row["members"].split(";") if code),
        joined=dict(entry.split(" ", 1) for entry in row["joined"].split(";") if entry),
    )


def _scope(row: Mapping[str, str]) -> Scope:
    named = {name: row[name] for name in ("publisher", "title", "date", "url", "document", "claim")}
    published = int(row["published"])
    return Scope(row["country"], row["kind"], published, row["complete_since"], **named)


def panel(store: Store) -> Table | None:
    """The table that names an agreement beside each flow; None where none is loaded."""
    import sqlalchemy as sa  # slow to load: only where a table is read

    columns = sa.text("select distinct table_name from information_schema.columns where column_name = 'agreement'")
    with store.engine.connect() as connection:
        found = [str(name) for (name,) in connection.execute(columns)]
    return next((store.by_id[name] for name in sorted(found) if name in store.by_id), None)


def ends(known: Iterable[Agreement], places: Sequence[Sequence[str]]) -> list[str]:
    """The countries of places; of a group that no agreement joins whole, the most of it that one joins with the rest.

    Mexico's agreement with Central America has five of its seven countries.
    """
    whole = [code for codes in places for code in codes]
    joined = [(each, [code for code in whole if code in each.members]) for each in known]
    parts = [part for each, part in joined if each.joins(part) and _are_most(part, places)]
    return max(parts, key=len, default=whole)


def _are_most(part: Collection[str], places: Sequence[Collection[str]]) -> bool:
    """Whether a part has more than half of each group, and each country that stands alone."""
    return all(2 * len({*part} & {*codes}) > len({*codes}) for codes in places)


def named_in(store: Store, table: Table, pair: tuple[str, str], year: int) -> tuple[str, ...] | None:
    """The agreements that a table names between two countries in a year; None where it has no row for them."""
    import sqlalchemy as sa  # slow to load: only where a table is read

    flows = sa.table(table.id, *map(sa.column, ("reporter", "partner", "period", "agreement")))
    within = flows.c.period.between(date(year, 1, 1), date(year, 12, 31))
    ends = [sa.and_(flows.c.reporter == a, flows.c.partner == b) for a, b in (pair, pair[::-1])]
    statement = sa.select(flows.c.agreement).where(within, sa.or_(*ends))
    with store.engine.connect() as connection:
        found = [name for (name,) in connection.execute(statement)]
    return tuple(sorted({str(name) for name in found if name})) if found else None
