"""Charts: every kind can be drawn, needs nothing from elsewhere, and says what a reader wants to know."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assistant.answer.charts import chart
from assistant.answer.charts.grid import Bounds
from assistant.answer.charts.labels import label_sides
from assistant.answer.numbers import plain
from assistant.answer.tables import table
from assistant.answer.words import Words
from assistant.languages.language import load
from assistant.settings import CORPUS
from assistant.store.nomenclature import Nomenclature
from assistant.surfaces.export import png_bytes, svg_bytes
from assistant.surfaces.grid import columns
from assistant.types import About, Frame, Note, Row

_PORTS = {"2304": 331, "2401": 83, "2305": 44, "2303": 43, "2402": 20, "2301": 19, "2302": 5}
_MODES = ("truck", "rail", "vessel", "air")


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(load("en"), Nomenclature(CORPUS / "nomenclature"))


def frame(by: tuple[str, ...], values: dict[tuple[str, ...], float], **changes: Any) -> Frame:
    """US exports to Mexico, keyed."""
    rows = tuple(Row(key, Decimal(str(value)) * 10**9) for key, value in values.items())
    about = About("USA", None if "partner" in by else "MEX", "export", period=None if by[-1] == "year" else "2024")
    return replace(Frame("exports", "USD", by, rows, about, "t", "basis"), **changes)


def ranked(by: str, values: dict[str, float], **detail: Any) -> Frame:
    return frame((by,), {(code,): value for code, value in values.items()}, detail={"rank": "desc", **detail})


def yearly(*kept: str, first: int = 2015, last: int = 2024) -> Frame:
    keys = [(*((mode,) if mode else ()), str(year)) for mode in kept for year in range(first, last + 1)]
    by = ("mode", "year") if kept[0] else ("year",)
    return frame(by, {key: 1 + at for at, key in enumerate(keys)})


FRAMES = {
    "partners": ranked("partner", {"MEX": 839, "CAN": 762, "GBR": 148}),
    "products": ranked("product", {f"{code}": 100 - code for code in range(72, 97) if code != 77}),
    "states": ranked("region", {"US-TX": 123, "US-CA": 33}),
    "ports": ranked("port", {code: float(value) for code, value in _PORTS.items()}),
    "modes by year": yearly(*_MODES),
    "modes by many years": yearly(*_MODES, first=1995),
    "years": yearly(""),
    "quarters": frame(
        ("quarter",), {(f"{year}-Q{n}",): year - 2000 + n for year in (2023, 2024) for n in (1, 2, 3, 4)}
    ),
    "months": frame(("month",), {(f"2024-{n:02}",): n for n in range(1, 13)}),
    "partners by year": frame(("partner", "year"), {(c, y): 5 for c in ("MEX", "CHN") for y in ("2023", "2024")}),
    "two keys": frame(("partner", "mode"), {("MEX", "truck"): 9, ("MEX", "rail"): 4}),
    "balances": ranked("partner", {"NLD": 55, "MEX": -171}),
    "sources apart": replace(ranked("port", {"9999": 4, "9998": 3})),
}


def drawn(name: str, words: Words) -> dict[str, Any]:
    made = chart(FRAMES[name], words)
    assert made is not None
    return made


@pytest.mark.parametrize("name", FRAMES)
def test_every_chart_can_be_drawn_without_a_network(words: Words, name: str) -> None:
    made = drawn(name, words)
    assert '"url"' not in json.dumps(made).replace("$schema", "")
    assert png_bytes(made).startswith(b"\x89PNG") and svg_bytes(made).startswith(b"<svg")
    assert len(made["data"]["values"]) >= 2


@pytest.mark.parametrize("name", FRAMES)
def test_a_chart_says_what_it_shows_in_lines_that_fit_a_phone(words: Words, name: str) -> None:
    title = drawn(name, words)["title"]
    assert title["text"] and max(map(len, title["text"])) <= 38 and title["text"][0][0].isupper()
    assert max(map(len, title["subtitle"])) <= 52


def test_names_are_those_of_a_list_not_of_a_sentence(words: Words) -> None:
    values = drawn("partners", words)["data"]["values"]
    assert [value["name"] for value in values] == ["Mexico", "Canada", "UK"]
    assert values[0]["label"] == "Mexico · $839.000 billion"
    assert {value["line"] for value in drawn("modes by year", words)["data"]["values"]} == {
        "Truck",
        "Rail",
        "Vessel",
        "Air",
    }
    assert [row[0] for row in table([FRAMES["partners"]], words)["rows"]] == ["Mexico", "Canada", "UK"]


@pytest.mark.parametrize("name", ["years", "partners by year", "modes by many years"])
def test_an_axis_of_years_shows_only_years(words: Words, name: str) -> None:
    axis = drawn(name, words)["encoding"]["x"]["axis"]
    assert axis["format"] == "%Y" and axis["tickCount"]["interval"] == "year"
    assert not any(month in svg_bytes(drawn(name, words)).decode() for month in ("July", "Jul ", "April"))


def test_an_axis_of_quarters_shows_quarters(words: Words) -> None:
    drawing = svg_bytes(drawn("quarters", words)).decode()
    assert ">Q1 2023<" in drawing and "July" not in drawing


def test_modes_are_stacked_bars_or_areas(words: Words) -> None:
    few, many = drawn("modes by year", words), drawn("modes by many years", words)
    assert (few["mark"]["type"], many["mark"]["type"]) == ("bar", "area")
    assert few["encoding"]["y"]["stack"] == many["encoding"]["y"]["stack"] == "zero"
    assert few["encoding"]["color"]["sort"][0] == "Air", "the largest in the newest year comes first"


@pytest.mark.parametrize("changes", [{"unit": "percent"}, {"measure": "balance"}, {"detail": {"growth": "yoy"}}])
def test_what_does_not_add_up_is_not_stacked(words: Words, changes: dict[str, Any]) -> None:
    made = chart(replace(FRAMES["modes by year"], **changes), words)
    assert made is not None and made["mark"]["type"] == "line"


def test_ports_have_bars_and_a_map(words: Words) -> None:
    made = drawn("ports", words)
    bars, points = made["vconcat"]
    assert bars["mark"]["type"] == "bar" and points["projection"] == {"type": "mercator"}
    laredo = made["data"]["values"][0]
    assert (laredo["name"], round(laredo["lat"]), round(laredo["lon"])) == ("Laredo", 27, -100)
    drawing = svg_bytes(made).decode()
    assert drawing.count(">Laredo<") == 1 and "Hidalgo/Pharr" in drawing


def test_ports_without_coordinates_are_only_ranked(words: Words, tmp_path: Path) -> None:
    assert "vconcat" not in drawn("sources apart", words)
    bare = chart(FRAMES["ports"], Words(words.language, Nomenclature(tmp_path)))
    assert bare is not None and "vconcat" not in bare


def test_no_name_on_the_map_covers_another() -> None:
    crowd = [{"name": f"Port {n}", "lat": 26 + n / 100, "lon": -98.0, "value": n} for n in range(9)]
    kept = list(label_sides(crowd, Bounds(-100, 25, -96, 27), (340, 260)))
    assert kept[0][0]["name"] == "Port 8" and 1 < len(kept) < 9


def test_long_rankings_show_the_first_and_say_so(words: Words) -> None:
    made = drawn("products", words)
    assert len(made["data"]["values"]) == 20
    assert made["title"]["subtitle"][-1].endswith("1–20 / 24")


def test_long_names_keep_their_code(words: Words) -> None:
    labels = [value["label"] for value in drawn("products", words)["data"]["values"]]
    assert all(" (HS " in label and len(label) < 60 for label in labels)


def test_a_population_that_is_a_part_is_named(words: Words) -> None:
    part = replace(FRAMES["ports"], notes=(Note("partial", "partial: Texas ports"),))
    made = chart(part, words)
    assert made is not None and "Texas ports" in " ".join(made["title"]["subtitle"])


def test_a_computed_value_is_named_in_the_title(words: Words) -> None:
    grown = replace(FRAMES["partners"], unit="percent", detail={"rank": "desc", "growth": "total", "base": "2019"})
    made = chart(grown, words)
    assert made is not None and made["title"]["text"] == ["Growth of exports"]
    assert made["title"]["subtitle"][0].endswith("2019 to 2024")


def test_one_value_needs_no_chart(words: Words) -> None:
    assert chart(frame(("year",), {("2024",): 1}), words) is None
    assert chart(replace(FRAMES["years"], rows=()), words) is None


def test_a_ranking_of_parts_says_shares_and_what_is_left(words: Words) -> None:
    parts = ranked("partner", {"MEX": 50, "CAN": 30}, ranked=12, n=2)
    whole = replace(parts, by=(), rows=(Row((), Decimal(100) * 10**9),))
    made = table([parts], words, whole)
    assert made["columns"] == ["Partner", "Exports (USD)", "Share of all (percent)"]
    assert made["rows"][0] == ["Mexico", "50000000000", "50"]
    assert made["rows"][-2:] == [["All other (10)", "20000000000", "20"], ["In all", "100000000000", "100"]]
    assert [column.header for column in columns(made)][-1] == "Share of all (%)"


@pytest.mark.parametrize("whole", [0, 79])
def test_a_whole_smaller_than_its_parts_gives_no_shares(words: Words, whole: int) -> None:
    parts = ranked("partner", {"MEX": 50, "CAN": 30})
    made = table([parts], words, replace(parts, by=(), rows=(Row((), Decimal(whole) * 10**9),)))
    assert len(made["columns"]) == 2 and len(made["rows"]) == 2


def test_all_that_was_ranked_leaves_no_other_row(words: Words) -> None:
    parts = ranked("partner", {"MEX": 50, "CAN": 30}, ranked=2)
    made = table([parts], words, parts)
    assert [row[-1] for row in made["rows"]] == ["62.5", "37.5", "100"]


def test_many_parts_are_listed_by_size_and_a_ranking_keeps_its_order(words: Words) -> None:
    codes = {f"{n:02}": n for n in range(1, 25)}
    parts = replace(ranked("product", codes), detail={})
    assert [row[1] for row in table([parts], words)["rows"]][:2] == ["24000000000", "23000000000"]
    lowest = ranked("product", codes, ranked=96)
    assert [row[1] for row in table([lowest], words)["rows"]] == [plain(row.value) for row in lowest.rows if row.value]
