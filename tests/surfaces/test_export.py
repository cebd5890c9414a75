"""Files of a reply: nothing in them is a formula, and numbers stay numbers."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from assistant.surfaces import export
from assistant.surfaces.grid import columns, readable
from tests.surfaces import fakes

EVIL = ["=1+1", "+1+cmd|'/c calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", '=HYPERLINK("x")']
SAFE = ["Mexico", "-5.2", "+3", "-1,234.5", "-12 %", "", "Côte d'Ivoire", "87", "a=b", "3-4"]
cells = (
    st.text(max_size=30)
    | st.sampled_from(EVIL)
    | st.builds("".join, st.tuples(st.sampled_from("=+-@\t\r"), st.text(max_size=9)))
)


@pytest.mark.parametrize("text", EVIL)
def test_a_formula_becomes_text(text: str) -> None:
    assert export.guard(text) == f"'{text}"


@pytest.mark.parametrize("text", SAFE)
def test_text_and_negative_numbers_are_left_alone(text: str) -> None:
    assert export.guard(text) == text


def dangerous(text: str) -> bool:
    """Whether a spreadsheet would run it: it starts like a formula and is no number."""
    start = text.lstrip()[:1]
    try:
        float(text.replace(",", "").replace("%", ""))
    except ValueError:
        return text[:1] in ("\t", "\r", "\n") or start in ("=", "+", "-", "@", "＝", "＋", "－", "＠")
    return text[:1] in ("\t", "\r", "\n")


@settings(deadline=None)
@given(st.lists(st.tuples(cells, cells), max_size=4), cells)
def test_no_formula_survives_in_any_file(rows: list[tuple[str, str]], name: str) -> None:
    table = {"columns": [name, "other"], "units": ["", ""], "rows": [list(row) for row in rows]}
    written = csv.reader(io.StringIO(export.csv_bytes(table).decode("utf-8-sig"), newline=""))
    book = load_workbook(io.BytesIO(export.xlsx_bytes(fakes.reply(name, text=name, table=table))))
    frame = export.frame(table)
    found = [cell for row in written for cell in row]
    found += [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    found += [*frame.columns, *(cell for name in frame.columns for cell in frame[name].dropna())]
    assert not [cell for cell in found if dangerous(str(cell))]
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@settings(deadline=None)
@given(st.lists(st.decimals(min_value=-(10**15), max_value=10**15, places=2), min_size=1, max_size=5))
def test_numbers_are_kept_exactly(values: list[Decimal]) -> None:
    table = {"columns": ["Value"], "units": ["USD"], "rows": [[str(value)] for value in values]}
    lines = export.csv_bytes(table).decode("utf-8-sig").splitlines()
    assert lines[0] == '"Value (USD)"'
    assert [Decimal(line) for line in lines[1:]] == values


def test_csv_has_whole_units_and_quotes_text() -> None:
    lines = export.csv_bytes(fakes.surplus("q")["table"]).decode("utf-8-sig").splitlines()
    assert lines[1] == '"Mexican books","87",35000000000,18100000000,16900000000,52.5'
    assert lines[2] == '"\'=US books","8703",42249000000,26900000000,-15349000000,""'


def test_the_workbook_says_what_it_answers() -> None:
    book = load_workbook(io.BytesIO(export.xlsx_bytes(fakes.surplus("what was it?"))))
    assert book["Table"]["E3"].value == -15349000000
    assert book["Table"]["B2"].value == "87"
    about = {row[0].value: row[1].value for row in book["About"].iter_rows()}
    assert about["Question"] == "what was it?"
    assert about["Answer"].startswith("Mexico's surplus with the United States in November 2024 was $16.9 billion")
    assert "Census" in about["Source"] or "press" in about["Source"]
    assert about["Receipt"].startswith("ta1:")


def test_a_repeated_column_name_is_numbered() -> None:
    frame = export.frame({"columns": ["A", "A", "A"], "rows": [["x", "y", "z"]]})
    assert list(frame.columns) == ["A", "A (2)", "A (3)"]


def test_money_is_shown_in_billions_and_codes_stay_text() -> None:
    frame = export.frame(fakes.surplus("q")["table"])
    assert list(frame.columns) == [
        "Side",
        "HS",
        "Exports (US$ billion)",
        "Imports (US$ billion)",
        "Balance (US$ billion)",
        "Share (%)",
    ]
    assert frame["HS"].tolist() == ["87", "8703"]
    assert frame["Balance (US$ billion)"].tolist() == [16.9, -15.349]


def test_small_values_do_not_vanish_in_billions() -> None:
    (column,) = columns({"columns": ["Value"], "units": ["USD"], "rows": [["5000000000"], ["40000"]]})
    assert (readable(column).header, readable(column).cells) == (
        "Value (US$ million)",
        (Decimal(5000), Decimal("0.04")),
    )


def test_no_table_makes_an_empty_frame() -> None:
    assert export.frame(None).empty
    assert export.frame({"columns": ["A"], "rows": []}).empty


def test_a_chart_becomes_a_picture_and_a_drawing() -> None:
    assert export.png_bytes(fakes.CHART).startswith(b"\x89PNG")
    drawing = export.svg_bytes(fakes.CHART).decode()
    assert drawing.startswith("<svg") and "Mexico" in drawing
    assert "width" not in fakes.CHART


def test_a_chart_fetches_nothing() -> None:
    remote = {**fakes.CHART, "data": {"url": "http://127.0.0.1:9/x.json"}}
    with pytest.raises(ValueError, match=r"(?i)not allowed|denied|allowed"):
        export.svg_bytes(remote)
