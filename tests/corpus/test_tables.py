"""The bundled tables: spot figures, and every trap declared and enforced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import duckdb
import pytest

from assistant.ingest.laws import check_laws
from assistant.ingest.tables import ingest_tables
from assistant.periods import Period
from assistant.store.catalog import load_catalog
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
    assert table.priority < min(other.priority for other in tables.values() if other.source in ("census", "bts"))
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
        ("bts_us_state_mode_annual", {"region": ("US-TX",)}, "2000", "no air or vessel before November 2003"),
        ("bts_us_state_mode_annual", {}, "2003/2005", "from November 2003"),
        ("bts_us_state_mode_annual", {}, "2020", "October 2020"),
        ("bts_mx_state_mode_annual", {}, "2024", "258.3 of 334.0 billion"),
        ("bts_mx_state_mode_annual", {"region": ("MX-NAY",)}, "2010", "Nayarit"),
        ("bts_mx_state_group_annual", {"region": ("MX-NLE",)}, "2024", "258.3 of 334.0 billion"),
        ("bts_texas_ports_annual", {"port": ("2402",)}, "2019/2020", "Ysleta is counted apart"),
        ("bts_hs2_mode_annual", {}, "2022/2025", "mixes releases"),
        ("bts_group_mode_monthly", {}, "2020-10", "derived"),
        ("census_hs10_2024", {}, "2024", "no ranking of partners"),
        ("census_hs10_2024", {"product": ("9999950000",)}, "2024", "not a product"),
        ("tracker_tariff_hs2_2025", {"partner": ("MEX",)}, "2025", "estimates"),
        ("tracker_tariff_by_date", {"partner": ("MEX",)}, "2025-10", "not collected duty"),
        ("panel_bilateral_1964_2016", {"reporter": ("USA",), "partner": ("MEX",)}, "2016", "72 % of the Census"),
        ("panel_bilateral_1964_2016", {"reporter": ("USA",)}, "2016", "zeros stand only where an agreement"),
        ("panel_bilateral_1964_2016", {"reporter": ("DEU",)}, "1988/1996", "East Germany"),
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
        ("bts_texas_ports_annual", {"port": ("2401", "2402")}, "2010/2019"),
        ("bts_texas_ports_annual", {"port": ("2304",)}, "2010/2019"),
        ("tracker_hs2_2024", {"partner": ("MEX",)}, "2024"),
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


@pytest.mark.parametrize(
    ("statement", "billions"),
    [
        ("SELECT value FROM chapters WHERE year = 2023 AND flow = 'import' AND product = '87'", "129.38"),
        ("SELECT value FROM chapters WHERE year = 2023 AND flow = 'import' AND product = '85'", "85.15"),
        ("SELECT value FROM chapters WHERE year = 2023 AND flow = 'import' AND product = '84'", "81.20"),
        ("SELECT value FROM chapters WHERE year = 2023 AND flow = 'import' AND product = '27'", "24.16"),
        ("SELECT value FROM chapters WHERE year = 2023 AND flow = 'import' AND product = '90'", "22.27"),
        ("SELECT value FROM chapters WHERE year = 2022 AND flow = 'export' AND product = '27'", "56.01"),
        ("SELECT value FROM chapters WHERE year = 2023 AND flow = 'export' AND product = '27'", "45.07"),
        ("SELECT value FROM chapters WHERE year = 2024 AND flow = 'export' AND product = '27'", "40.94"),
        ("SELECT value FROM chapters WHERE year = 2025 AND flow = 'export' AND product = '27'", "37.43"),
        (
            "SELECT sum(value) FROM bts_us_state_mode_annual WHERE partner = 'MEX' AND region = 'US-TX' "
            "AND flow = 'export' AND year(period) = 2024",
            "123.525",
        ),
        ("SELECT sum(value) FROM bts_texas_ports_annual WHERE port = '2304' AND year(period) = 2024", "331.201"),
        ("SELECT sum(value) FROM bts_texas_ports_annual WHERE port = '2304' AND year(period) = 2025", "344.554"),
        ("SELECT sum(value) FROM bts_texas_ports_annual WHERE port = '2402' AND year(period) = 2019", "76.6"),
        ("SELECT sum(value) FROM bts_texas_ports_annual WHERE port = '2402' AND year(period) = 2020", "29.3"),
        ("SELECT sum(value) FROM bts_mx_state_mode_annual WHERE year(period) = 2024", "258.3"),
        ("SELECT sum(value) FROM census_hs10_2024 WHERE partner = 'MEX'", "503.4"),
        ("SELECT sum(value) FROM census_hs10_2024 WHERE partner = 'MEX' AND product LIKE '080440%'", "3.418"),
        ("SELECT sum(value) FROM tracker_hs2_2024 WHERE role = 'member'", "3251"),
    ],
)
def test_spot_figures(ask: Ask, statement: str, billions: str) -> None:
    chapters = (
        "WITH chapters AS (SELECT flow, product, year(period) AS year, sum(value) AS value "
        "FROM bts_hs2_mode_annual WHERE partner = 'MEX' GROUP BY ALL) "
    )
    assert near(ask(chapters + statement), billions)


@pytest.mark.parametrize("table", ["census_hs10_2024", "tracker_hs2_2024"])
def test_effective_duty_on_imports_from_mexico_2024(ask: Ask, table: str) -> None:
    rate = ask(f"SELECT 100 * sum(duty) / sum(value) FROM {table} WHERE partner = 'MEX'")
    assert round(rate, 4) == Decimal("0.2484")


def test_tariff_on_mexico_in_october_2025_is_an_estimate(
    connection: duckdb.DuckDBPyConnection, tables: dict[str, Table]
) -> None:
    statement = (
        "SELECT base_rate, rate FROM tracker_tariff_by_date WHERE partner = 'MEX' AND period = DATE '2025-10-14'"
    )
    ((base, added),) = connection.execute(statement).fetchall()
    assert (round(base, 2), round(added, 1)) == (0.25, 8.6)
    for name in ("tracker_tariff_by_date", "tracker_tariff_hs2_2025"):
        assert (tables[name].kind, tables[name].release_kind) == ("rate", "estimate")


@pytest.mark.parametrize(
    ("table", "dimension", "words"),
    [
        ("bts_texas_ports_annual", "port", "Texas ports"),
        ("bts_mx_state_mode_annual", "region", "land modes"),
        ("bts_mx_state_group_annual", "region", "land modes"),
        ("census_hs10_2024", "partner", "only Slovakia"),
        ("bts_hs2_mode_annual", "partner", "Mexico and Canada"),
        ("tracker_tariff_by_date", "partner", "50 partners"),
        ("panel_bilateral_1964_2016", "partner", "recorded trade or an agreement"),
    ],
)
def test_partial_populations_say_of_what(tables: dict[str, Table], table: str, dimension: str, words: str) -> None:
    population = tables[table].population[dimension]
    assert population.startswith("partial: ")
    assert words in population


@pytest.mark.parametrize(
    ("table", "dimension", "code"),
    [
        ("bts_us_state_mode_annual", "region", "US-XX"),
        ("bts_us_state_mode_annual", "mode", "other"),
        ("tracker_hs2_2024", "partner", "EU"),
        ("tracker_tariff_hs2_2025", "partner", "EU"),
        ("tracker_tariff_by_date", "partner", "EU"),
        ("panel_bilateral_1964_2016", "partner", "UNS"),
    ],
)
def test_groups_and_remainders_never_rank(tables: dict[str, Table], table: str, dimension: str, code: str) -> None:
    assert code in tables[table].codes[dimension]
    assert code not in tables[table].members[dimension]


def test_spans_that_cannot_be_trusted_are_not_loaded(tables: dict[str, Table]) -> None:
    first = {name: table.first.start.year for name, table in tables.items()}
    assert all(first[name] >= 1995 for name in first if name.startswith("bts_"))
    assert first["bts_mx_state_group_annual"] == 2003


def test_the_products_of_each_table_have_a_level(ask: Ask, tables: dict[str, Table]) -> None:
    levels = {name: table.product_level for name, table in tables.items() if "product" in table.dims}
    assert levels.pop("census_hs10_2024") == "10"
    assert set(levels.values()) == {"2", "section"}
    for name in levels:
        expected = 2 if levels[name] == "2" else 3
        assert {len(code) for code in tables[name].members["product"]} == {expected}


def test_the_panel_has_no_books_and_no_trade_with_oneself(ask: Ask, tables: dict[str, Table]) -> None:
    table = tables["panel_bilateral_1964_2016"]
    assert (table.books, table.source) == ("unstated", "panel")
    assert table.priority == min(other.priority for other in tables.values())
    assert len(table.periods) == 14
    assert "GSTP among them is a preference scheme" in table.description
    assert ask("SELECT count(*) FROM panel_bilateral_1964_2016 WHERE reporter = partner") == 0
    assert ask("SELECT count(*) FROM panel_bilateral_1964_2016 WHERE value = 0 AND agreement IS NULL") == 0


def test_catalog_is_read_in_a_moment(loaded: tuple[Path, dict[str, Table]]) -> None:
    path = loaded[0].parent / "catalog.json"
    started = perf_counter()
    load_catalog(path)
    assert perf_counter() - started < 0.1


def test_the_bundled_data_stay_small() -> None:
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < 12 * 2**20
