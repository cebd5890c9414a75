"""The bundled tables: spot figures, and every trap declared and enforced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from assistant.ingest.laws import check_laws
from assistant.ingest.tables import ingest_tables
from assistant.periods import Period
from assistant.store.tables import Table

CORPUS = Path(__file__).parents[2] / "corpus"
Ask = Callable[[str], Decimal]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Table]]:
    db = tmp_path_factory.mktemp("store") / "tables.duckdb"
    return db, {table.id: table for table in ingest_tables(CORPUS, db, lambda _: None)}


@pytest.fixture(scope="module")
def connection(loaded: tuple[Path, dict[str, Table]]) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(loaded[0]), read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def tables(loaded: tuple[Path, dict[str, Table]]) -> dict[str, Table]:
    return loaded[1]


@pytest.fixture(scope="module")
def ask(connection: duckdb.DuckDBPyConnection) -> Ask:
    def one(statement: str) -> Decimal:
        (found,) = connection.execute(statement).fetchone() or (None,)
        return Decimal(str(found))

    return one


def bn(text: str) -> Decimal:
    return Decimal(text) * 10**9


def near(value: Decimal, billions: str) -> bool:
    """Whether a value rounds to the billions as they are written."""
    return value.scaleb(-9).quantize(Decimal(billions)) == Decimal(billions)


CENSUS = "SELECT sum(value) FROM census_goods_monthly WHERE partner = 'MEX' AND flow = '{}' AND {}"


@pytest.mark.parametrize(
    ("period", "imports", "exports"),
    [
        ("year(period) = 2023", "475.216", "322.742"),
        ("year(period) = 2024", "505.851", "334.041"),
        ("period = DATE '2024-11-01'", "42.249", "26.900"),
    ],
)
def test_census_with_mexico(ask: Ask, period: str, imports: str, exports: str) -> None:
    assert near(ask(CENSUS.format("import", period)), imports)
    assert near(ask(CENSUS.format("export", period)), exports)


@pytest.mark.parametrize(
    ("rows", "billions"),
    [
        ("partner = 'MEX' AND year(period) = 2022", "779.308"),
        ("partner = 'MEX' AND year(period) = 2023 AND flow = 'import'", "475.607"),
        ("partner = 'MEX' AND year(period) = 2023 AND flow = 'export'", "323.228"),
        ("partner = 'MEX' AND year(period) = 2025", "872.834"),
        ("partner = 'MEX' AND period = DATE '2025-10-01' AND flow = 'import'", "48.524"),
        ("partner = 'MEX' AND year(period) = 2015 AND flow = 'export'", "236.377"),
    ],
)
def test_bts_by_mode(ask: Ask, rows: str, billions: str) -> None:
    assert near(ask(f"SELECT sum(value) FROM bts_mode_monthly WHERE {rows}"), billions)


def test_truck_share_of_imports_from_mexico_2024(ask: Ask) -> None:
    rows = "FROM bts_mode_monthly WHERE partner = 'MEX' AND flow = 'import' AND year(period) = 2024"
    share = 100 * ask(f"SELECT sum(value) {rows} AND mode = 'truck'") / ask(f"SELECT sum(value) {rows}")
    assert round(share, 2) == Decimal("74.13")


def test_the_press_extract_is_kept_apart(ask: Ask, tables: dict[str, Table]) -> None:
    table = tables["press_mexico_2024_11"]
    assert (table.release_kind, table.books, table.precision) == ("extract", "MEX", Decimal(50_000_000))
    assert table.priority == min(other.priority for other in tables.values() if other.kind == "flow")
    assert ask("SELECT sum(value) FROM press_mexico_2024_11 WHERE flow = 'export'") == bn("35")
    assert ask("SELECT sum(value) FROM press_mexico_2024_11 WHERE flow = 'import'") == bn("18.1")


def test_laws_hold(connection: duckdb.DuckDBPyConnection, tables: dict[str, Table]) -> None:
    measured = check_laws(connection, tuple(tables.values()))
    assert {m.table for m in measured} == {table.id for table in tables.values() if table.laws}


def test_declared_tolerances_are_no_wider_than_the_sources(tables: dict[str, Table]) -> None:
    bounds = {law.name: (law.low, law.high) for law in tables["bts_mode_monthly"].laws}
    assert bounds["Mexico by month within 2.2 % of the Census"] == (Decimal("-2.2"), Decimal("2.2"))
    assert bounds["Canada by month within 4.75 % of the Census"] == (Decimal("-4.75"), Decimal("4.75"))
    exact = [law for law in tables["census_goods_monthly"].laws if law.low == law.high == 0]
    assert {flow for law in exact for flow in law.flows} == {"export", "import"}


def test_census_leaves_other_concepts_out(ask: Ask, tables: dict[str, Table]) -> None:
    codes = "('0004', '0005', '0006', '0007', '0021', '0022')"
    assert ask(f"SELECT count(*) FROM census_goods_monthly WHERE partner_code IN {codes}") == 0
    assert tables["census_goods_monthly"].grain == ("flow", "partner_code", "period")


def test_census_codes_share_an_iso_code(connection: duckdb.DuckDBPyConnection) -> None:
    shared = connection.execute(
        "SELECT partner FROM census_goods_monthly GROUP BY 1 HAVING count(DISTINCT partner_code) > 1 ORDER BY 1"
    ).fetchall()
    assert [code for (code,) in shared] == ["ETH", "SDN", "SRB"]


def test_census_groups_and_residuals_are_never_members(tables: dict[str, Table]) -> None:
    table = tables["census_goods_monthly"]
    assert not {"WLD", "EU", "ASIA", "NAMERICA", "XUN", "XIO"} & set(table.members["partner"])
    assert {"XKX", "XGZ", "XWB", "NAM"} <= set(table.members["partner"])


def test_census_partners_end(tables: dict[str, Table]) -> None:
    coverage = tables["census_goods_monthly"].coverage
    assert coverage[("USA", "SUN", "export")].last == Period.parse("1992").last
    assert coverage[("USA", "WLD", "import")].first == Period.parse("1987").first


@pytest.mark.parametrize(
    ("table", "codes", "span", "words"),
    [
        ("census_goods_monthly", {"partner": ("EU",)}, "2019/2020", "includes the United Kingdom up to"),
        ("census_goods_monthly", {"partner": ("EU",)}, "2006/2007", "Romania and Bulgaria"),
        ("census_goods_monthly", {"partner": ("EU",)}, "2005-07", "853 million"),
        ("census_goods_monthly", {}, "1990", "short by 4.6 to 9.5 billion"),
        ("census_goods_monthly", {}, "2024", "72 million less imports and 242 million more exports"),
        ("census_goods_monthly", {"partner": ("SDN",)}, "2010/2012", "South Sudan"),
        ("bts_mode_monthly", {}, "2003/2004", "from November 2003"),
        ("bts_mode_monthly", {"partner": ("MEX",)}, "2000", "no air or vessel before November 2003"),
        ("bts_mode_monthly", {}, "2020", "October 2020"),
        ("bts_mode_monthly", {"partner": ("CAN",)}, "1996", "exceed the Census total"),
        ("bts_mode_monthly", {}, "2023/2024", "mixes releases"),
        ("bts_mode_monthly", {}, "2024/2025", "mixes releases"),
        ("bts_mode_monthly", {"measure": ("export_weight",)}, "2022", "air and vessel only"),
        ("press_mexico_2024_11", {}, "2024-11", "does not explain"),
    ],
)
def test_traps_are_declared(
    tables: dict[str, Table], table: str, codes: dict[str, tuple[str, ...]], span: str, words: str
) -> None:
    met = [gap.reason for gap in tables[table].gaps if gap.touches(Period.parse(span), codes)]
    assert any(words in reason for reason in met), met


@pytest.mark.parametrize(
    ("table", "codes", "span"),
    [
        ("census_goods_monthly", {"partner": ("MEX",)}, "1985/2025-02"),
        ("census_goods_monthly", {"partner": ("EU",)}, "2014/2019"),
        ("bts_mode_monthly", {"partner": ("MEX",), "mode": ("truck",)}, "1995/2019"),
        ("bts_mode_monthly", {"partner": ("MEX",)}, "2004/2019"),
    ],
)
def test_where_nothing_is_the_matter_nothing_is_said(
    tables: dict[str, Table], table: str, codes: dict[str, tuple[str, ...]], span: str
) -> None:
    assert [gap.reason for gap in tables[table].gaps if gap.touches(Period.parse(span), codes)] == []


def test_bts_starts_in_1995_and_weights_are_missing_not_zero(ask: Ask, tables: dict[str, Table]) -> None:
    assert str(tables["bts_mode_monthly"].first) == "1995-01"
    exports = "FROM bts_mode_monthly WHERE flow = 'export' AND mode NOT IN ('air', 'vessel')"
    assert ask(f"SELECT count(weight_kg) {exports}") == 0
    assert tables["bts_mode_monthly"].residuals["mode"] == ("other",)


def test_the_bundled_data_stay_small() -> None:
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < 12 * 2**20
