"""Ingest loads what is described and refuses what is not, showing the rows."""

from __future__ import annotations

import gzip
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from assistant.errors import CorpusError
from assistant.ingest.tables import ingest_tables
from assistant.periods import Period
from assistant.store.catalog import load_catalog
from assistant.store.tables import Table

HEADER = "year,from,to,way,thousand,tonnes\n"
ROWS = (
    "2022,LND,NRW,X,1.5,2\n"
    "2022,LND,SEA,X,0.25,\n"
    "2023,LND,NRW,X,3,4\n"
    "2023,LND,NA,X,1,1\n"
    "2023,LND,SEA,M,7,\n"
    "2023,LND,ALL,X,4,5\n"
)
DECLARATION = """
id = "small"
kind = "flow"
title = "A small table"
publisher = "An office"
source = "office"
url = ""
licence = "none"
retrieved = "2026-01"
release = "first"
release_kind = "revised"
priority = 7
frequency = "A"
books = "LND"
currency = "EUR"
unit = "thousand euros"
scale = 1000
data = "rows.csv"
grain = ["partner", "flow", "period"]
description = "Six rows."

[columns]
reporter = "from"
partner = "to"
flow = {column = "way", map = {X = "export", M = "import"}}
period = "year"
value = "thousand"
weight_kg = {column = "tonnes", scale = 1000}

[basis]
text = "a basis"
text_export = "an export basis"

[totals]
partner = "ALL"

[residuals]
partner = ["SEA"]
"""


def corpus(path: Path, rows: str = ROWS, declaration: str = DECLARATION, header: str = HEADER) -> Path:
    folder = path / "corpus" / "tables" / "small"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rows.csv").write_text(header + rows, encoding="utf-8")
    (folder / "table.toml").write_text(declaration, encoding="utf-8")
    return path / "corpus"


def load(path: Path, **changed: str) -> Table:
    (table,) = ingest_tables(corpus(path, **changed), path / "t.duckdb", lambda _: None)
    return table


def query(path: Path, statement: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path / "t.duckdb"), read_only=True) as connection:
        return connection.execute(statement).fetchall()


def test_amounts_are_scaled_and_exact(tmp_path: Path) -> None:
    load(tmp_path)
    assert query(tmp_path, "SELECT value, weight_kg FROM small WHERE period = DATE '2022-01-01' ORDER BY partner") == [
        (Decimal("1500.00"), 2000.0),
        (Decimal("250.00"), None),
    ]


def test_roles_follow_the_declaration(tmp_path: Path) -> None:
    load(tmp_path)
    roles = query(tmp_path, "SELECT DISTINCT partner, role FROM small ORDER BY 1")
    assert roles == [("ALL", "total"), ("NA", "member"), ("NRW", "member"), ("SEA", "residual")]


def test_the_catalog_reads_back_what_was_found(tmp_path: Path) -> None:
    table = load(tmp_path)
    (read,) = load_catalog(tmp_path / "catalog.json")
    for one in (table, read):
        assert one.members["partner"] == ("NA", "NRW")
        assert one.residuals["partner"] == ("SEA",)
        assert (str(one.first), str(one.last), one.rows, one.dims) == ("2022", "2023", 6, ("partner",))
        assert one.measures == ("value", "weight_kg")
        year = Period.parse("2022/2023")
        assert one.coverage[("LND", "NRW", "export")] == (year.first, year.last, 24)
        assert ("LND", "NRW", "import") not in one.coverage
        assert len(one.coverage) == len(list(one.coverage)) == 5
        assert [key for key, _ in one.coverage.naming(("NRW", "LND"))] == [("LND", "NRW", "export")]
        assert len(list(one.coverage.naming(("LND",)))) == 5
        assert list(one.coverage.naming(("NRW", "SEA"))) == []
        assert one.basis.sentence("export") == "an export basis"
        assert one.basis.sentence("import") == "a basis"
        assert one.codes["partner"] == {"ALL", "NA", "NRW", "SEA"}
    assert table.sha256 == read.sha256


def test_the_hash_follows_data_and_declaration(tmp_path: Path) -> None:
    before = load(tmp_path).sha256
    assert load(tmp_path).sha256 == before
    assert load(tmp_path, rows=ROWS.replace("1.5", "1.6")).sha256 != before
    assert load(tmp_path, declaration=DECLARATION.replace("Six", "Seven")).sha256 != before


def test_gzipped_and_parquet_data_load_alike(tmp_path: Path) -> None:
    plain = load(tmp_path)
    folder = tmp_path / "corpus" / "tables" / "small"
    (folder / "rows.csv.gz").write_bytes(gzip.compress((HEADER + ROWS).encode()))
    duckdb.sql(f"COPY (SELECT * FROM read_csv('{folder / 'rows.csv'}')) TO '{folder / 'rows.parquet'}'")
    for name in ("rows.csv.gz", "rows.parquet"):
        table = load(tmp_path, declaration=DECLARATION.replace('"rows.csv"', f'"{name}"'))
        assert table.members == plain.members
        assert query(tmp_path, "SELECT sum(value) FROM small") == [(Decimal("16750.00"),)]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"rows": ROWS + "2022,LND,NRW,X,9,9\n"}, r"more than one row for a key.*\n.*partner=NRW.*rows=2"),
        ({"rows": ROWS + "2022,LND,NRW,Q,9,9\n"}, r"no readable flow.*\n.*raw_way=Q"),
        ({"rows": ROWS + "2022,LND,NRW,M,lots,9\n"}, r"no readable value.*\n.*raw_thousand=lots"),
        ({"rows": ROWS + "2022,LND,NRW,M,,9\n"}, "no readable value"),
        ({"rows": ROWS + "2022,LND,NRW,M,1,heavy\n"}, r"no readable weight_kg.*\n.*raw_tonnes=heavy"),
        ({"rows": ROWS + "2022,LND,NRW,M,-1,9\n"}, r"a negative value.*\n.*value=-1000.00"),
        ({"rows": ROWS + "2022-03,LND,NRW,M,1,9\n"}, "a period that does not start one"),
        ({"rows": ROWS + "sometime,LND,NRW,M,1,9\n"}, "no readable period"),
        ({"rows": ROWS + "2022,LND,N W,M,1,9\n"}, "a partner code with a blank"),
        ({"header": HEADER.replace("tonnes", "tonnes,note"), "rows": "2022,LND,SEA,X,1,2,x\n"}, "nor ignored: note"),
        ({"header": HEADER.replace("tonnes", "kilos")}, "the data lacks the column tonnes"),
        ({"rows": ROWS.replace("SEA", "OCN")}, "partner codes are declared that no row has: SEA"),
    ],
)
def test_rows_that_are_not_as_described_are_refused(tmp_path: Path, change: dict[str, str], complaint: str) -> None:
    with pytest.raises(CorpusError, match=complaint):
        load(tmp_path, **change)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("priority = 7\n", "", "lacks priority"),
        ("priority", "prioritty", "lacks priority"),
        ('unit = "thousand euros"', 'unit = "x"\nunits = "x"', "mean nothing here: units"),
        ('"revised"', '"final"', "release_kind is one of"),
        ('value = "thousand"\nweight_kg = {column = "tonnes", scale = 1000}', "", "needs at least one of value"),
        ('value = "thousand"', 'value = "thousand"\nworth = "thousand"', "mean nothing here: worth"),
        ('grain = ["partner"', 'grain = ["product"', "grain names columns that the table lacks: product"),
        ("[totals]", '[population]\npartner = "some"\n\n[totals]', 'must be "complete" or "partial'),
        ('id = "small"', 'id = "other"', "not the name of its folder"),
        ('data = "rows.csv"', 'data = "none.csv"', "no data file 'none.csv'"),
        ("[totals]", '[[gaps]]\nkind = "break"\nfrom = "20x"\nreason = "r"\n\n[totals]', "not a period: '20x'"),
        ('frequency = "A"', "frequency = A", "not valid TOML"),
    ],
)
def test_declarations_that_mean_nothing_are_refused(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    with pytest.raises(CorpusError, match=complaint):
        load(tmp_path, declaration=DECLARATION.replace(old, new, 1))


def test_places_are_held_against_the_nomenclature(tmp_path: Path) -> None:
    lists = corpus(tmp_path) / "nomenclature"
    lists.mkdir()
    (lists / "countries.csv").write_text("code,name\nLND,Land\nNRW,Norway\nNA,Namibia\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="the nomenclature does not have: ALL, SEA"):
        load(tmp_path)
    (lists / "countries.csv").write_text("code,name\nLND,L\nNRW,N\nNA,N\nSEA,S\n", encoding="utf-8")
    (lists / "groups.csv").write_text("id,name\nALL,World\nNRW,North\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="NRW: groups among the partners that are not declared"):
        load(tmp_path)


def law(between: str, rest: str = "") -> str:
    entry = f'[[laws]]\nname = "sum"\nkind = "parts"\nflows = ["export"]\nfrom = "2023"\nbetween = {between}\n{rest}\n'
    return DECLARATION.replace("[totals]", entry + "\n[totals]")


def test_laws_hold_within_their_bounds_only(tmp_path: Path) -> None:
    assert load(tmp_path, declaration=law("[0, 0]")).laws[0].high == 0
    with pytest.raises(CorpusError, match=r"law 'sum' \(export\) does not hold: 0.00 to 0.00"):
        load(tmp_path, declaration=law("[1, 2]"))
    with pytest.raises(CorpusError, match="compares no rows"):
        load(tmp_path, declaration=law("[0, 0]", 'to = "2023"\nwhere = {reporter = ["XYZ"]}'))


def test_a_gap_is_met_by_what_it_touches() -> None:
    from assistant.store.tables import Gap

    month = Period.parse
    whole = Gap("break", month("2020-01").first, 10**6, "why", {"partner": ("EU",)})
    assert whole.touches(month("2019/2020"), {"partner": ("EU",)})
    assert not whole.touches(month("2020"), {"partner": ("EU",)})
    assert not whole.touches(month("2019/2020"), {"partner": ("MEX",)})
    assert not whole.touches(month("2019/2020"), {"partner": ()})
    span = Gap("missing", month("1995").first, month("2003-10").last, "why", {"mode": ("air",)}, in_totals=True)
    assert span.touches(month("2003"), {})
    assert not span.touches(month("2003"), {"mode": ("truck",)})
    assert not span.touches(month("2004"), {})


@pytest.mark.parametrize(("told", "other"), [('source = "office"', "source"), ('currency = "EUR"', "currency")])
def test_a_whole_is_of_the_same_source_and_currency(tmp_path: Path, told: str, other: str) -> None:
    named = DECLARATION.replace("scale = 1000\ndata", 'whole = "all_of_it"\nscale = 1000\ndata')
    assert load(tmp_path, declaration=named).whole == "all_of_it"  # not loaded: nothing is put together
    whole = tmp_path / "corpus" / "tables" / "all_of_it"
    whole.mkdir()
    (whole / "rows.csv").write_text(HEADER + ROWS, encoding="utf-8")
    declared = DECLARATION.replace('id = "small"', 'id = "all_of_it"').replace(told, f'{other} = "OTH"')
    (whole / "table.toml").write_text(declared, encoding="utf-8")
    with pytest.raises(CorpusError, match=f"its whole all_of_it is of another {other}"):
        load(tmp_path, declaration=named)
