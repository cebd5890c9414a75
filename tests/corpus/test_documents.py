"""Every note says only what its sources carry or what the tables give: numbers are found and traced one by one."""

from __future__ import annotations

import ast
import operator
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
NOTES = sorted((CORPUS / "documents").glob("*.md"))
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_DIMENSIONS = ("reporter", "partner", "flow", "product", "mode", "region", "port")
_SELECTION = ("measure", "reporter", "partner", "period", "table", "product", "mode", "region", "port")


@dataclass(frozen=True)
class Note:
    """A note apart: its front matter and its body."""

    name: str
    front: Mapping[str, Any]
    body: str

    @property
    def sources(self) -> list[Mapping[str, Any]]:
        return self.front["sources"]

    @property
    def computed(self) -> list[Mapping[str, Any]]:
        return self.front.get("computed", [])

    @property
    def paragraphs(self) -> list[str]:
        blocks = (block.strip() for block in self.body.split("\n\n"))
        return [block for block in blocks if block and not block.startswith("#")]


@cache
def read(path: Path) -> Note:
    _, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    return Note(path.stem, tomllib.loads(head), body)


# --- which numbers are traced


def spans(text: str, said: str) -> Iterator[tuple[int, int]]:
    """Where a declared text stands, never inside a longer number."""
    for match in re.finditer(rf"(?<!\d)(?<!\d[.,]){re.escape(said)}(?!\d)(?![.,]\d)", text):
        yield match.span()


def declared(note: Note) -> Iterator[str]:
    """All that the front matter vouches for: states, computed figures with their years, names, dates of sources."""
    yield from note.front.get("names", [])
    for source in note.sources:
        yield from source["states"]
        yield source["date"][:4]
    for entry in note.computed:
        yield entry["say"]
        for part in (entry, entry.get("against", {}), entry.get("versus", {})):
            yield from re.findall(r"\d{4}", part.get("period", ""))


def untraced(note: Note, body: str | None = None) -> list[str]:
    """The numbers of the body that nothing in the front matter vouches for."""
    text = note.body if body is None else body
    covered = [span for said in set(declared(note)) if said for span in spans(text, said)]
    return [
        match[0]
        for match in _NUMBER.finditer(text)
        if not any(start <= match.start() and match.end() <= end for start, end in covered)
    ]


# --- figures recomputed from the tables' own files


@cache
def table(name: str) -> tuple[duckdb.DuckDBPyConnection, Mapping[str, Any]]:
    """A corpus table under its canonical column names, and its description."""
    folder = CORPUS / "tables" / name
    about = tomllib.loads((folder / "table.toml").read_text(encoding="utf-8"))
    connection = duckdb.connect()
    columns = ", ".join(f'{_sql(source)} AS "{column}"' for column, source in about["columns"].items())
    connection.execute(f"CREATE TABLE t AS SELECT {columns} FROM '{folder / about['data']}'")
    return connection, about


def _sql(source: str | Mapping[str, Any]) -> str:
    if isinstance(source, str):
        return f'"{source}"'
    if "constant" in source:
        return f"'{source['constant']}'"
    raw = f'"{source["column"]}"'
    if "map" not in source:
        return raw
    cases = " ".join(f"WHEN '{old}' THEN '{new}'" for old, new in source["map"].items())
    return f"CASE CAST({raw} AS VARCHAR) {cases} END"


def months(period: str) -> tuple[str, str]:
    """First and last month of a period: 2024, 2024-11 or 2024-01/2024-11."""
    first, last = period.split("/") if "/" in period else (period, period)
    return first if "-" in first else f"{first}-01", last if "-" in last else f"{last}-12"


def amount(measure: str, name: str, period: str, **where: str) -> Decimal:
    """Exports, imports, total, balance or duty over the rows chosen; groups and totals only where asked for."""
    if measure in ("balance", "total"):
        exports, imports = (amount(flow, name, period, **where) for flow in ("exports", "imports"))
        return exports - imports if measure == "balance" else exports + imports
    connection, about = table(name)
    column = "duty" if measure == "duty" else "value"
    chosen = {**where, "flow": "export" if measure == "exports" else "import"}
    tests, values = ["substr(CAST(period AS VARCHAR) || '-01', 1, 7) BETWEEN ? AND ?"], list(months(period))
    for dimension in (d for d in _DIMENSIONS if d in about["columns"]):
        if chosen.get(dimension, "all") != "all":
            tests.append(f"{dimension} LIKE ?")
            values.append(chosen[dimension].replace("*", "%"))
        elif outside := [*about.get("groups", {}).get(dimension, []), about.get("totals", {}).get(dimension, "")]:
            tests.append(f"{dimension} NOT IN ({', '.join('?' * len(outside))})")
            values += outside
    row = connection.execute(f"SELECT sum(CAST({column} AS DECIMAL(28,8))) FROM t WHERE {' AND '.join(tests)}", values)
    found = row.fetchone()
    assert found and found[0] is not None, f"no rows of {name} for {chosen} in {period}"
    return found[0] * Decimal(str(about.get("scale", 1)))


def _level(entry: Mapping[str, Any], changed: Mapping[str, str] | None = None) -> Decimal:
    chosen = {key: entry[key] for key in _SELECTION if key in entry} | dict(changed or {})
    return amount(chosen.pop("measure"), chosen.pop("table"), chosen.pop("period"), **chosen)


def _growth(entry: Mapping[str, Any]) -> Decimal:
    """Growth of the size: the two sides' books write one balance with opposite signs."""
    return (abs(_level(entry)) / abs(_level(entry, entry["against"])) - 1) * 100


def _cagr(entry: Mapping[str, Any]) -> Decimal:
    years = int(entry["period"]) - int(entry["against"]["period"])
    return ((_level(entry) / _level(entry, entry["against"])) ** (Decimal(1) / years) - 1) * 100


def _mean_growth(entry: Mapping[str, Any]) -> Decimal:
    span = range(int(entry["against"]["period"]), int(entry["period"]) + 1)
    levels = [_level(entry, {"period": str(year)}) for year in span]
    return sum(((b / a - 1) * 100 for a, b in pairwise(levels)), Decimal()) / (len(levels) - 1)


def _change_ratio(entry: Mapping[str, Any]) -> Decimal:
    """The change of the balance as a percentage of the opposite change of another partner's."""
    other = entry["versus"]
    change = _level(entry) - _level(entry, entry["against"])
    return change / (_level(entry, other) - _level(entry, {**other, **entry["against"]})) * -100


_OPERATIONS: Mapping[str, Callable[[Mapping[str, Any]], Decimal]] = {
    "": _level,
    "growth": _growth,
    "cagr": _cagr,
    "mean_growth": _mean_growth,
    "change_ratio": _change_ratio,
    "share": lambda entry: _level(entry) / _level(entry, entry["against"]) * 100,
    "ratio": lambda entry: _level(entry) / _level(entry, entry["against"]),
    "difference": lambda entry: _level(entry) - _level(entry, entry["against"]),
}
_SIGNS: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def arithmetic(node: ast.expr) -> float:
    """The value of a sum written with numbers, + - * / ** and brackets only."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    assert isinstance(node, ast.BinOp), ast.dump(node)
    return _SIGNS[type(node.op)](arithmetic(node.left), arithmetic(node.right))


def value(entry: Mapping[str, Any]) -> Decimal:
    """What the figure is, in the unit in which the note says it, without its sign."""
    if "formula" in entry:
        return abs(Decimal(repr(arithmetic(ast.parse(entry["formula"], mode="eval").body))))
    return abs(_OPERATIONS[entry.get("op", "")](entry) / Decimal(str(entry["scale"])))


def agrees(entry: Mapping[str, Any]) -> bool:
    """Whether the figure, rounded as the note rounds it, is what the note says."""
    said = Decimal(_NUMBER.findall(entry["say"])[0].replace(",", ""))
    return abs(value(entry) - said) <= Decimal("0.501") * Decimal(1).scaleb(int(said.as_tuple().exponent))


# --- the tests


@pytest.fixture(params=NOTES, ids=lambda path: path.stem)
def note(request: pytest.FixtureRequest) -> Note:
    return read(request.param)


def test_there_are_thirty_notes_and_more() -> None:
    assert len(NOTES) >= 32


def test_front_matter_is_complete(note: Note) -> None:
    assert set(note.front) <= {"title", "topic", "keywords", "keywords_es", "names", "sources", "computed"}
    assert note.front["title"] and note.front["topic"] and note.front["keywords"] and note.front["keywords_es"]
    for source in note.sources:
        assert set(source) <= {"publisher", "title", "date", "url", "states"}
        assert source["publisher"] and source["title"] and _DATE.fullmatch(source["date"])
        assert source.get("url", "https://").startswith("https://")


def test_file_name_is_kebab_case_and_heading_is_the_title(note: Note) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", note.name)
    assert note.body.lstrip().startswith(f"# {note.front['title']}\n")


def test_length_of_note_and_paragraphs(note: Note) -> None:
    assert 300 <= len(" ".join(note.paragraphs).split()) <= 900
    lengths = {paragraph[:40]: len(paragraph.split()) for paragraph in note.paragraphs}
    assert {start: words for start, words in lengths.items() if not 35 <= words <= 120} == {}


def test_paragraphs_stand_alone(note: Note) -> None:
    leaning = re.compile(r"(It|They|He|This|These|Those|That|Such|Here|There|However|Also)\b(?! (is|are) no\b)")
    assert [paragraph[:60] for paragraph in note.paragraphs if leaning.match(paragraph)] == []


def test_every_number_is_traced(note: Note) -> None:
    assert untraced(note) == []


def test_nothing_is_declared_that_the_body_does_not_say(note: Note) -> None:
    said = [text for source in note.sources for text in source["states"]]
    said += [*note.front.get("names", []), *(entry["say"] for entry in note.computed)]
    assert [text for text in said if not any(spans(note.body, text))] == []


def test_computed_figures_come_from_the_tables(note: Note) -> None:
    assert [(entry["say"], value(entry)) for entry in note.computed if not agrees(entry)] == []


def test_titles_and_paragraphs_are_not_repeated() -> None:
    notes = [read(path) for path in NOTES]
    counted = Counter(text for each in notes for text in (each.front["title"], *each.paragraphs))
    assert [text[:60] for text, times in counted.items() if times > 1] == []


def test_a_number_that_nobody_states_is_found() -> None:
    known = Note("x", {"sources": [{"states": ["16.9"], "date": "2025"}], "names": ["HS 87"]}, "")
    assert untraced(known, "16.9 in 2025 for HS 87, but 16.95 or 6.9 or 87 or 116.9 or 2,025") == [
        "16.95",
        "6.9",
        "87",
        "116.9",
        "2,025",
    ]


def test_a_wrong_figure_is_found() -> None:
    right = {
        "say": "15.349",
        "measure": "balance",
        "reporter": "USA",
        "partner": "MEX",
        "period": "2024-11",
        "table": "census_goods_monthly",
        "scale": 1e9,
    }
    assert agrees(right)
    assert not agrees({**right, "say": "15.348"})
    assert not agrees({**right, "period": "2024-10"})
