"""Gold from the small world's rows, worked by hand, in millions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.evaluation.selfcheck.books import Book
from assistant.evaluation.selfcheck.cell import WORLD, Cell
from assistant.evaluation.selfcheck.laws import Bond, declared
from assistant.evaluation.selfcheck.library import Library
from assistant.periods import Period
from assistant.store.store import Store

MILLION = 1e6
US_IMPORTS = Cell("imports", "USA", "MEX", Period.year(2023))


@pytest.fixture(scope="module")
def library(world: Store) -> Library:
    return Library(world)


def book(library: Library, name: str) -> Book:
    return next(book for book in library if book.table.id == name)


def held(library: Library, *cells: Cell) -> set[str]:
    return {book.table.id for book in library.holding(*cells)}


def test_a_figure_is_the_sum_of_its_rows(library: Library) -> None:
    assert book(library, "us_goods").value(US_IMPORTS) == 600 * MILLION
    assert (
        book(library, "us_goods").value(US_IMPORTS.at(Period(2021 * 12, 2023 * 12 + 11))) == (400 + 500 + 600) * MILLION
    )


def test_what_a_table_lacks_has_no_figure(library: Library) -> None:
    goods = book(library, "us_goods")
    assert goods.value(US_IMPORTS.at(Period.year(1999))) is None
    assert goods.value(US_IMPORTS.at(Period.month(2023, 5))) is None
    assert goods.value(US_IMPORTS.narrowed("mode", "truck")) is None
    assert goods.value(replace(US_IMPORTS, reporter="BRA")) is None


def test_the_other_side_gives_the_same_flow_turned(library: Library) -> None:
    goods = book(library, "us_goods")
    assert goods.value(US_IMPORTS.turned()) == goods.value(US_IMPORTS)
    assert goods.mirrors(US_IMPORTS.turned()) and not goods.mirrors(US_IMPORTS)


def test_the_partners_books_stand_behind_the_reporters_own(library: Library) -> None:
    mexico = Cell("exports", "MEX", "USA", Period.year(2022))
    assert held(library, mexico) == {"mx_goods"}
    assert book(library, "us_goods").value(mexico) == 500 * MILLION


def test_a_part_of_a_population_stands_behind_the_whole(library: Library) -> None:
    assert "tx_ports" not in held(library, US_IMPORTS)
    assert held(library, US_IMPORTS.narrowed("port", "2304")) == {"tx_ports"}


def test_members_come_largest_first_and_without_rests(library: Library) -> None:
    members = book(library, "mx_goods").members(Cell("exports", "MEX", WORLD, Period.year(2022)), "partner")
    assert list(members.items()) == [("USA", 480 * MILLION), ("CHN", 30 * MILLION)]


def test_members_add_up_to_a_total_that_declares_no_law(library: Library) -> None:
    laws = {law.table: law for law in declared(library)}
    assert laws["mx_goods"].compared and not laws["mx_goods"].broken


def test_a_total_that_is_off_is_named_with_its_rows(world: Store) -> None:
    changed = Library(world)
    goods = book(changed, "mx_goods")
    rows = goods.rows.copy()
    rows.loc[(rows["partner"] == "WLD") & (rows["month"] == 2022 * 12) & (rows["flow"] == "export"), "value"] += 5
    goods.__dict__["rows"] = rows
    broken = [law for law in declared(changed) if law.broken]
    assert [(law.table, len(law.broken)) for law in broken] == [("mx_goods", 1)]
    assert broken[0].broken[0].startswith("2022-01 MEX: ")


def test_a_bond_forgives_rounding_and_nothing_else() -> None:
    bond = Bond("balance", (), (1, -1, 1))
    assert bond.apart([40.0, 100.0, 60.0]) == 0
    assert bond.apart([40.0, 100.0, 60.0 + 1e-9]) == 0
    assert bond.apart([41.0, 100.0, 60.0]) == 1
    assert Bond("shares", (), (1, 1), 100.0).apart([60.0, 30.0]) == -10


def test_members_need_every_flow_whole(library: Library) -> None:
    modes = book(library, "us_modes")
    assert list(modes.members(US_IMPORTS, "mode").items())[0][0] == "truck"
    assert not len(modes.members(replace(US_IMPORTS, measure="total"), "mode")), "it holds imports only"
