"""What is loaded, for whom, from when to when."""

from __future__ import annotations

import pytest

from assistant.errors import NoData
from assistant.store.store import Store
from assistant.tools.availability import availability, info
from assistant.tools.passages import passages


def test_all_tables_with_their_months(world: Store) -> None:
    listing = availability(world)
    assert "2024-02 (US goods with Mexico, monthly)" in listing.text and "7 tables" in listing.text
    flows = [table for table in world.tables if table.kind == "flow"]  # rates are no trade, and begin and end elsewhere
    assert len(listing.rows) == len(flows) == len(listing.tables)
    assert all(len(row) == len(listing.columns) for row in listing.rows)


def test_of_a_place(world: Store) -> None:
    assert availability(world, places=["CHN"]).tables == ("us_goods", "mx_goods", "us_products")
    (row,) = availability(world, places=["CHN", "MEX"]).rows
    assert row[2:5] == ("MEX", "2021-01", "2022-12")


def test_of_a_dimension_and_a_source(world: Store) -> None:
    assert availability(world, dimension="mode").tables == ("us_modes",)
    assert availability(world, source="bts").tables == ("us_modes", "tx_ports")


def test_nothing_of_it(world: Store) -> None:
    with pytest.raises(NoData):
        availability(world, places=["BRA"])


def test_info_says_where_and_until_when(world: Store) -> None:
    told = info(world)
    assert (told["data_until"], told["notes"], len(told["tables"])) == ("2024-02", 2, 9)
    goods = next(table for table in told["tables"] if table["id"] == "us_goods")
    assert (goods["first"], goods["last"], goods["rows"]) == ("2021-01", "2023-12", 36)
    assert goods["gaps"] == [
        {
            "kind": "break",
            "span": "at 2023-01",
            "where": "partner CHN",
            "reason": "China is counted without Hong Kong from January 2023",
        }
    ]
    (law,) = goods["tolerances"]
    assert (law["name"], law["against"], law["allowed"]) == (
        "partners add up to the world",
        "sum over partners",
        "exactly",
    )
    assert (goods["frequency"], goods["release_kind"], goods["products"]) == ("annual", "revised", "")
    products = next(table for table in told["tables"] if table["id"] == "us_products")
    assert products["products"] == "HS 2022, 2 digits"


def test_paragraphs_of_the_notes(world: Store) -> None:
    (first, *_) = passages(world, query="freight insurance customs value imports")
    assert (first.source, first.title) == ("valuation", "How goods are valued")
