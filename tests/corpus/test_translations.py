"""What the bundled tables declare is said whole in every other language, with the same numbers."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from assistant.languages.language import languages, load
from assistant.settings import CORPUS

OTHERS = [code for code in languages() if code != "en"]
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def declared() -> Iterator[str]:
    """Every text of a table that an answer may say."""
    for path in sorted(CORPUS.glob("tables/*/table.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from (table[name] for name in ("title", "publisher", "release", "licence"))
        yield from (table["basis"][name] for name in ("text", "text_export", "text_import") if name in table["basis"])
        yield from (gap["reason"] for gap in table.get("gaps", ()))
        whole = table.get("population", {}).values()
        yield from (what.removeprefix("partial: ") for what in whole if what != "complete")


@cache
def pairs(code: str) -> Mapping[str, str]:
    sections: dict[str, Any] = tomllib.loads((CORPUS / "tables" / f"{code}.toml").read_text(encoding="utf-8"))
    return {text: said for section in sections.values() for text, said in section.items()}


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_of_a_table_has_a_translation_and_none_is_left_over(code: str) -> None:
    assert set(pairs(code)) == set(declared())


@pytest.mark.parametrize("code", OTHERS)
def test_translations_have_the_numbers_of_the_text(code: str) -> None:
    form = load(code).section("numbers")
    for text, said in pairs(code).items():
        plain = said.replace(form["decimal"], ".") if form["decimal"] != "." else said
        assert sorted(NUMBER.findall(plain)) == sorted(NUMBER.findall(text)), said


def test_spanish_headings_are_headings_with_short_titles() -> None:
    with (CORPUS / "nomenclature" / "hs.csv").open(encoding="utf-8", newline="") as lines:
        known = {row["code"] for row in csv.DictReader(lines)} | {"9801", "9802", "9817"}
    with (CORPUS / "nomenclature" / "hs_es.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    codes = [row["code"] for row in rows]
    assert codes == sorted(set(codes)) and set(codes) <= known
    assert all(0 < len(row["title"]) <= 64 and row["title"] == row["title"].strip() for row in rows)


def test_spanish_has_a_name_for_every_chapter_and_section() -> None:
    with (CORPUS / "nomenclature" / "hs.csv").open(encoding="utf-8", newline="") as lines:
        wanted = {row["code"] for row in csv.DictReader(lines) if row["level"] == "section" or len(row["code"]) == 2}
    assert wanted - set(load("es").section("say")["products"]) <= {"77"}


def test_spanish_has_a_name_for_every_place() -> None:
    names = load("es").section("say")["names"]
    with (CORPUS / "nomenclature" / "countries.csv").open(encoding="utf-8", newline="") as lines:
        assert not [row["code"] for row in csv.DictReader(lines) if row["code"] not in names]
