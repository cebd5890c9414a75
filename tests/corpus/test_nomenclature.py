"""The code lists: every code that a table uses has a title, and the lists agree with each other."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest

from assistant.ingest.tables import ingest_tables
from assistant.store.tables import Table

CORPUS = Path(__file__).parents[2] / "corpus"


def rows(name: str) -> list[dict[str, str]]:
    with (CORPUS / "nomenclature" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> tuple[Table, ...]:
    return ingest_tables(CORPUS, tmp_path_factory.mktemp("store") / "tables.duckdb", lambda _: None)


@pytest.mark.parametrize(
    ("dimension", "lists"),
    [
        ("partner", (("countries", "code"), ("groups", "id"))),
        ("mode", (("modes", "code"),)),
        ("region", (("regions", "code"),)),
        ("port", (("ports", "code"),)),
        ("product", (("hs", "code"), ("hs10", "code"))),
    ],
)
def test_every_code_has_a_title(tables: tuple[Table, ...], dimension: str, lists: tuple[tuple[str, str], ...]) -> None:
    known = {row[key] for name, key in lists for row in rows(name)}
    for table in tables:
        if dimension in table.dims:
            assert table.codes[dimension] <= known, table.id


@pytest.mark.parametrize(
    ("name", "key"),
    [
        *(("countries", "code"), ("groups", "id"), ("modes", "code"), ("regions", "code"), ("ports", "code")),
        *(("hs", "code"), ("hs10", "code"), ("agreements", "id")),
    ],
)
def test_codes_are_unique(name: str, key: str) -> None:
    codes = [row[key] for row in rows(name)]
    assert len(codes) == len(set(codes))


def test_members_are_countries() -> None:
    places = {row["code"] for row in rows("countries")} | {"SCAMERICA"}  # a published group within another
    for row in (*rows("groups"), *rows("agreements")):
        members = [code for code in row["members"].split(";") if code]
        assert set(members) <= places, row
        assert len(members) == len(set(members)), row
        assert {entry.split(" ")[0] for entry in row["joined"].split(";") if entry} <= {*members}


def test_the_european_union_has_27_members() -> None:
    (union,) = (row for row in rows("groups") if row["id"] == "EU")
    assert len(union["members"].split(";")) == 27


def in_force(place: str) -> list[list[str]]:
    free = [row for row in rows("agreements") if (row["status"], row["kind"]) == ("in force", "fta")]
    listed = [row["members"].split(";") for row in free]
    return [members for members in listed if place in members]


def test_mexico_has_14_agreements_with_some_50_countries() -> None:
    agreements = in_force("MEX")
    assert len(agreements) == 14
    assert len({code for members in agreements for code in members} - {"MEX"}) == 52


def test_the_united_states_have_14_agreements_with_20_countries() -> None:
    agreements = in_force("USA")
    assert len(agreements) == 14
    assert len({code for members in agreements for code in members} - {"USA"}) == 20


def test_agreements_name_their_kind_and_what_followed() -> None:
    listed = {row["id"]: row for row in rows("agreements")}
    assert {row["kind"] for row in listed.values()} == {"fta", "partial"}
    assert {row["replaced_by"] for row in listed.values()} - {""} <= set(listed)
    assert listed["NAFTA"]["replaced_by"] == "USMCA" and listed["NAFTA"]["ended"] == "2020-06-30"


def test_published_counts_are_those_of_the_list_and_their_claims_stand_in_the_note() -> None:
    for row in rows("agreements_of"):
        assert len(in_force(row["country"])) == int(row["published"])
        note = (CORPUS / "documents" / f"{row['document']}.md").read_text(encoding="utf-8")
        assert row["claim"] in note and row["publisher"] in note


def test_territories_are_countries_of_a_country() -> None:
    places = {row["code"] for row in rows("countries")}
    assert {code for row in rows("territories") for code in row.values()} <= places


def test_hs_codes_have_parents() -> None:
    listed = rows("hs")
    codes = {row["code"] for row in listed}
    assert {row["level"] for row in listed} == {"section", "2", "4", "6"}
    assert all(row["parent"] in codes for row in listed if row["level"] != "section")


def test_ports_have_coordinates_in_texas() -> None:
    for row in rows("ports"):
        assert row["region"] == "US-TX"
        assert 25 < float(row["lat"]) < 32 and -107 < float(row["lon"]) < -97


def test_regions_name_the_states() -> None:
    regions = {row["code"]: row for row in rows("regions")}
    assert sum(row["country"] == "MEX" for row in regions.values()) == 32
    assert sum(row["country"] == "USA" and row["kind"] == "state" for row in regions.values()) == 50
    assert regions["US-XX"]["kind"] == "residual"
    assert regions["MX-NLE"]["name"] == "Nuevo León"


PUBLISHED = ("EUROPE", "ASIA", "AFRICA", "OCEANIA", "SCAMERICA", "NAMERICA", "PACRIM")


@pytest.mark.parametrize("group", PUBLISHED)
@pytest.mark.parametrize("year", ["2005", "2015", "2024"])
def test_the_members_of_a_published_group_add_up_to_it(group: str, year: str) -> None:
    members = next(row["members"].split(";") for row in rows("groups") if row["id"] == group)
    table = CORPUS / "tables" / "census_goods_monthly" / "goods.parquet"
    found = duckdb.sql(
        f"SELECT sum(value_musd) FILTER (partner = '{group}'), sum(value_musd) FILTER (partner IN {tuple(members)}) "
        f"FROM '{table}' WHERE year(month) = {year} GROUP BY flow"
    ).fetchall()
    assert len(found) == 2
    assert all(whole == parts > 0 for whole, parts in found)
