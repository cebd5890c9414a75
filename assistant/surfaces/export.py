"""Tables and charts of a reply as files: CSV, XLSX, PNG and SVG."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from copy import deepcopy
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from assistant.surfaces.grid import Cell, Column, columns, readable
from assistant.surfaces.labels import ENGLISH
from assistant.surfaces.render import citation, unmarked

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl.worksheet.worksheet import Worksheet

# what a spreadsheet reads as a formula, full-width forms included: a cell may have crossed an East Asian keyboard
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
_NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+ ?%?")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CELL_LIMIT = 32_000
_CHART_WIDTH = 760
_CHART_LOOK = {
    "font": "Helvetica, Arial, sans-serif",
    "view": {"stroke": None},
    "axis": {"domain": False, "ticks": False, "labelPadding": 8, "gridColor": "#e3e9ed", "labelColor": "#42525e"},
    "legend": {"labelColor": "#42525e"},
    "mark": {"color": "#0b6784"},
    "range": {
        "category": ["#0b6784", "#d0722b", "#5b7f3a", "#7a5aa6", "#b23a48", "#4f6d7a", "#a98600", "#3d8c86"],
    },
}
"""The colours of the page in its light theme."""


def guard(text: str) -> str:
    """Text that no spreadsheet takes for a formula; a number stays as it is.

    >>> guard("=1+1"), guard("-5.2"), guard("Mexico")
    ("'=1+1", '-5.2', 'Mexico')
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def frame(table: Mapping[str, Any] | None, language: str = ENGLISH) -> pd.DataFrame:
    """The table as a reader sees it: numbers at a readable scale, text that is safe to save from the page."""
    import pandas as pd

    shown = [readable(column, language) for column in columns(table)]
    parts = [_series(column) for column in shown]
    return (
        pd.concat(parts, axis=1, keys=_apart([guard(column.header) for column in shown])) if parts else pd.DataFrame()
    )


def csv_bytes(table: Mapping[str, Any] | None) -> bytes:
    """The table as CSV in whole units, every text cell quoted, readable by Excel."""
    out = io.StringIO()
    # text is quoted because a reader with another separator would cut an unquoted cell, and its rest might be a formula
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    shown = columns(table)
    writer.writerow([guard(column.header) for column in shown])
    writer.writerows([_written(cell) for cell in row] for row in zip(*(column.cells for column in shown), strict=True))
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(reply: Mapping[str, Any]) -> bytes:
    """The table as a workbook in whole units; a second sheet holds the question, the answer and its sources."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Table"
    _fill_table(sheet, columns(reply.get("table")))
    about = book.create_sheet("About")
    for row in _about(reply):
        about.append([_text(cell) for cell in row])
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 14, 110
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def png_bytes(chart: Mapping[str, Any]) -> bytes:
    """The chart as a picture of twice its width, on white."""
    import vl_convert

    picture: bytes = vl_convert.vegalite_to_png(_sized(chart), scale=2, allowed_base_urls=[])
    return picture


def svg_bytes(chart: Mapping[str, Any]) -> bytes:
    """The chart as a drawing that stays sharp at any size, on white."""
    import vl_convert

    drawing: str = vl_convert.vegalite_to_svg(_sized(chart), allowed_base_urls=[])
    return drawing.encode()


def file_name(reply: Mapping[str, Any], ending: str) -> str:
    """A name for the file that says what it answers.

    >>> file_name({"question": "Top ten US partners in 2024?"}, "csv")
    'top-ten-us-partners-in-2024.csv'
    """
    stem = re.sub(r"[^a-z0-9]+", "-", str(reply.get("question") or "").lower()).strip("-")
    return f"{stem[:60].rstrip('-') or 'trade-answer'}.{ending}"


def _apart(names: list[str]) -> list[str]:
    """The names, a repeated one numbered: a page draws no two columns of one name."""
    return [
        name if names.index(name) == at else f"{name} ({names[:at].count(name) + 1})" for at, name in enumerate(names)
    ]


def _series(column: Column) -> pd.Series[Any]:
    import pandas as pd

    if any(isinstance(cell, str) for cell in column.cells):
        return pd.Series([None if cell is None else guard(str(cell)) for cell in column.cells], dtype="str")
    return pd.Series([None if cell is None else float(cell) for cell in column.cells], dtype="float64")


def _written(cell: Cell) -> Cell:
    if isinstance(cell, Decimal):
        return Decimal(f"{cell:f}")
    return "" if cell is None else guard(cell)


def _fill_table(sheet: Worksheet, shown: tuple[Column, ...]) -> None:
    from openpyxl.styles import Font

    sheet.append([_text(column.header) for column in shown])
    for row in zip(*(column.cells for column in shown), strict=True):
        sheet.append([_text(cell) if isinstance(cell, str) else cell for cell in row])
    for cell in sheet[1] if shown else ():
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(shown, 1):
        _format(sheet, number, column)


def _format(sheet: Worksheet, number: int, column: Column) -> None:
    from openpyxl.utils import get_column_letter

    pattern = "#,##0" + ("." + "0" * column.digits if column.digits else "")
    for (cell,) in sheet.iter_rows(min_row=2, min_col=number, max_col=number):
        if cell.data_type == "n":
            cell.number_format = pattern
    longest = max(len(column.header), *(len(str(cell)) for cell in column.cells[:200]), 8)
    sheet.column_dimensions[get_column_letter(number)].width = min(longest + 3, 60)


def _about(reply: Mapping[str, Any]) -> list[tuple[str, str]]:
    lines = [("Question", str(reply.get("question") or "")), ("Answer", unmarked(str(reply.get("text") or "")))]
    bases = (each.get("basis") for each in reply.get("figures") or ())
    lines += [("Basis", str(basis)) for basis in dict.fromkeys(bases) if basis]
    lines += [("Assumed", str(each)) for each in reply.get("assumptions") or ()]
    lines += [("Source", citation(each)) for each in reply.get("citations") or ()]
    return lines + [("Receipt", str(each["receipt"])) for each in reply.get("figures") or () if each.get("receipt")]


def _text(text: str) -> str:
    return guard(_CONTROL.sub("", text)[:_CELL_LIMIT])


def _sized(chart: Mapping[str, Any]) -> dict[str, Any]:
    """The chart with a width of its own: there is no container to fill in a file."""
    spec: dict[str, Any] = deepcopy(dict(chart))
    parts = spec.get("vconcat") or [spec]
    for part in parts:
        if part is not spec or part.get("width") in (None, "container"):
            part["width"] = _CHART_WIDTH
    spec.setdefault("background", "white")
    spec["padding"] = 16
    spec.pop("autosize", None)
    spec["config"] = {**_CHART_LOOK, **spec.get("config", {})}
    return spec
