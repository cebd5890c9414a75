"""What tables declare in the language of the answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.answer.told import ToldStore, told, told_evidence
from assistant.answer.words import Words
from assistant.errors import CorpusError, NoData
from assistant.ingest.texts import TEXTS, write_texts
from assistant.languages.language import load
from assistant.settings import CORPUS
from assistant.store.nomenclature import Nomenclature
from assistant.store.store import Store
from assistant.types import Evidence, Note
from tests.world.asking import picked

TEXTS_ES = {"land modes": "los medios terrestres", "Mexico": "México", "a; b": "de una vez", "b": "be"}


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(load("es"), Nomenclature(CORPUS / "nomenclature"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("land modes", "los medios terrestres"),
        ("partial: land modes", "partial: los medios terrestres"),
        ("Mexico; land modes", "México; los medios terrestres"),
        ("a; b", "de una vez"),
        ("no such text", "no such text"),
    ],
)
def test_a_text_is_told_whole_or_by_its_parts(text: str, expected: str) -> None:
    assert told(text, TEXTS_ES) == expected
    assert told(text, {}) == text


def test_evidence_is_told_and_the_tools_own_is_left_as_it_was(world: Store) -> None:
    frame = picked(world, "exports")
    noted = Evidence(
        frames={"c1": frame}, problems={"c2": NoData("none", cause="partial", detail={"population": "land modes"})}
    )
    said = told_evidence(noted, {frame.basis: "la base", **TEXTS_ES})
    assert said.frames["c1"].basis == "la base"
    assert said.problems["c2"].detail == {"population": "los medios terrestres"}
    assert noted.problems["c2"].detail == {"population": "land modes"}
    assert told_evidence(noted, {}) is noted


def test_a_told_store_has_the_same_rows_under_other_titles(world: Store) -> None:
    table = world.tables[0]
    spoken = ToldStore(world, {table.title: "otro título"})
    assert spoken.by_id[table.id].title == "otro título"
    assert spoken.by_id[table.id].sha256 == table.sha256
    assert spoken.by_id[table.id].members == table.members


def test_a_tables_own_translations_go_before_the_shared_ones(tmp_path: Path) -> None:
    (tmp_path / "tables" / "own").mkdir(parents=True)
    (tmp_path / "tables" / "es.toml").write_text('[titles]\n"A" = "a"\n"B" = "b"\n', encoding="utf-8")
    (tmp_path / "tables" / "own" / "es.toml").write_text('"B" = "otra"\n', encoding="utf-8")
    write_texts(tmp_path, tmp_path)
    assert json.loads((tmp_path / TEXTS).read_text(encoding="utf-8")) == {"es": {"A": "a", "B": "otra"}}


def test_a_translation_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "es.toml").write_text('[titles]\n"A" = 3\n', encoding="utf-8")
    with pytest.raises(CorpusError, match="'A' must be a text"):
        write_texts(tmp_path, tmp_path)


def test_spanish_names_of_states_headings_and_finer_lines(words: Words) -> None:
    assert words.name("region", "MX-MEX") == "Estado de México"
    assert words.name("region", "US-NM") == "Nuevo México"
    assert words.name("product", "S11") == "Textiles y prendas de vestir"
    assert words.name("product", "0702") == "Jitomates frescos (HS 0702)"
    assert words.name("product", "2203000030") == "parte de Cerveza de malta (HS 2203000030)"
    assert words.name("product", "8790") == "parte de Vehículos (HS 8790)"
    assert words.unit("percent") == "%" and words.unit("USD") == "USD"
    assert words.asked_for("in percent") == "en porcentaje" and words.asked_for("CAN") == "Canadá"


def test_english_says_what_the_tables_declare(world: Store) -> None:
    notes = (Note("partial", "partial: land modes"),)
    assert told(notes[0].text, world.texts.get("en", {})) == "partial: land modes"
