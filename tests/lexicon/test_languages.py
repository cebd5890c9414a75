"""Spanish and French as they are asked and answered: example questions, whole phrase files, and telling them apart."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from time import perf_counter
from typing import Any

import pytest

from assistant.answer.words import Words
from assistant.languages.detect import detect
from assistant.languages.language import CUES, languages, load
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.question import Question
from assistant.lexicon.slots import question
from assistant.lexicon.tokens import fold
from assistant.settings import CORPUS
from assistant.store.nomenclature import Nomenclature
from tests.world.reading import EXAMPLES

OTHERS = ("es", "fr")
SPECIAL = ("kinds", "limits", "asks", "gaps")
KNOWN = pytest.mark.xfail(reason="a known gap")
SLOT = re.compile(r"\{(\w+)\}")


@cache
def read(code: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((EXAMPLES / f"{code}.toml").read_text(encoding="utf-8"))


@cache
def lexicon(code: str) -> Lexicon:
    return Lexicon(load(code), Nomenclature(CORPUS / "nomenclature"))


@cache
def understood(code: str, text: str) -> Question:
    return question(*lexicon(code).link(text), lexicon(code).language, "USA")


def rows(*sections: str, marked: bool = True) -> list[Any]:
    """Each question of the sections, of all others where none is named, with its language and what it means."""
    return [
        pytest.param(code, text, expected, id=f"{code}: {text}", marks=[KNOWN] if marked and text in gaps(code) else [])
        for code in OTHERS
        for section, texts in read(code).items()
        if (section in sections if sections else section not in SPECIAL)
        for text, expected in texts.items()
    ]


def gaps(code: str) -> list[str]:
    """The questions that are known to be misread."""
    return [text for texts in read(code).get("gaps", {}).values() for text in texts]


def listed(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(",") if part)


@pytest.mark.parametrize(("code", "text", "expected"), rows())
def test_figures(code: str, text: str, expected: list[str]) -> None:
    found = understood(code, text)
    measures, reporter, partner, periods, operations = map(listed, expected)
    slots = found.slots
    assert (slots.measures, slots.reporter, slots.partner, slots.periods) == (measures, reporter, partner, periods)
    assert set(operations) <= slots.operations
    assert not found.unknown and not found.conflict and not found.unsupported


@pytest.mark.parametrize(("code", "text", "expected"), rows("kinds"))
def test_kinds(code: str, text: str, expected: str) -> None:
    found = understood(code, text)
    assert expected in found.about | {f"unsupported:{cause}" for cause in found.unsupported}
    assert not found.unknown


@pytest.mark.parametrize(("code", "text", "expected"), rows("limits"))
def test_limits(code: str, text: str, expected: list[str]) -> None:
    condition = understood(code, text).slots.condition
    assert condition and [condition.test, condition.value, condition.unit] == expected


@pytest.mark.parametrize(("code", "text", "expected"), rows("asks"))
def test_whose_imports_is_asked(code: str, text: str, expected: str) -> None:
    assert understood(code, text).slots.doubtful == expected


@pytest.mark.parametrize(("code", "text", "_"), [*rows(marked=False), *rows("kinds", "limits", "asks", marked=False)])
def test_questions_are_told_apart(code: str, text: str, _: Any) -> None:
    assert detect(text) == code


def test_english_is_told_apart() -> None:
    texts = tomllib.loads((EXAMPLES / "roles.toml").read_text(encoding="utf-8"))
    assert {detect(text) for part in texts.values() for text in part} == {"en"}


@pytest.mark.parametrize(
    ("text", "dialogue", "expected"),
    [
        ("China", "es", "es"),
        ("Canadá 2024", "en", "en"),
        ("2024", "fr", "fr"),
        ("2024", None, "en"),
        ("", "es", "es"),
        ("¿y Canadá?", "en", "es"),
        ("and Canada?", "es", "en"),
        ("et le Canada ?", "en", "fr"),
        ("exportasiones 2024", None, "es"),
        ("zzzz qqqq", "es", "es"),
        ("exports to Mexico 2024", "es", "en"),
        ("top 10", "es", "es"),
    ],
)
def test_ties_keep_the_language_of_the_dialogue(text: str, dialogue: str | None, expected: str) -> None:
    assert detect(text, dialogue) == expected


def test_detection_takes_no_time() -> None:
    texts = [text for section in read("es").values() for text in section]
    detect("exportasiones")
    started = perf_counter()
    for text in texts:
        detect(text)
    assert (perf_counter() - started) / len(texts) < 0.001


def phrases(section: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(section, str):
        yield name, section
    elif isinstance(section, dict):
        for key, value in section.items():
            yield from phrases(value, f"{name}.{key}")


FREE = (".names.", ".possessives.", ".possessive", ".modes.", ".products.", ".options.")
"""Phrases that one language has and another does without."""


@pytest.mark.parametrize("code", OTHERS)
def test_every_phrase_is_said(code: str) -> None:
    english, other = (dict(phrases(load(name).section("say"))) for name in ("en", code))
    kept = {name for name in english if not name.startswith(FREE)}
    assert kept <= set(other)
    for name in kept:
        assert set(SLOT.findall(other[name])) <= set(SLOT.findall(english[name])), name


def test_spanish_has_every_cue_of_english() -> None:
    english, spanish = load("en").sections, load("es").sections
    for section, codes in english.items():
        if isinstance(codes, dict) and section not in ("say", "countries", "regions", "harmless", "ambiguous"):
            assert set(codes) <= set(spanish[section]), section


@pytest.mark.parametrize("code", languages())
def test_harmless_words_are_single_words(code: str) -> None:
    assert not [word for word in load(code).harmless if " " in word]


SUGGESTED = ("year_before", "growth", "by_mode", "monthly", "partners", "china", "example")


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("name", SUGGESTED)
def test_what_is_suggested_is_understood(code: str, name: str) -> None:
    said = Words(load(code), lexicon(code).names)
    found = understood(code, said.phrase(f"questions.{name}", period=said.period("2024")))
    assert not found.unknown and not found.unsupported


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("period", ["2024", "2024-11", "2024-Q3", "2017/2023", "2024-01/2024-06", "FY2024"])
@pytest.mark.parametrize("measure", ["exports", "imports", "deficit", "total"])
def test_what_is_offered_is_understood(code: str, period: str, measure: str) -> None:
    said = Words(load(code), lexicon(code).names)
    name = measure if measure in ("exports", "imports") else "other"
    rest = said.phrase("questions.in", period=said.period(period))
    blanks = {"reporters": said.possessive("USA"), "partner": said.place("MEX"), "measure": said.label(measure)}
    found = understood(code, said.phrase(f"questions.{name}", rest=rest, **blanks))
    slots = found.slots
    assert (slots.measures, slots.reporter, slots.partner, slots.periods) == ((measure,), ("USA",), ("MEX",), (period,))
    assert not found.unknown


@pytest.mark.parametrize("code", OTHERS)
def test_names_that_are_said_are_read(code: str) -> None:
    names = load(code).section("say")["names"]
    read_ = {place: understood(code, name) for place, name in names.items()}
    wrong = [place for place, found in read_.items() if found.unknown]
    assert not wrong


@pytest.mark.parametrize("code", languages())
def test_no_name_of_a_place_is_said_of_a_move(code: str) -> None:
    found = lexicon(code).dictionary.items()
    named = {words: means for words, means in found if any(c.startswith(("place:", "port:", "region:")) for c in means)}
    moves = ("operations:rise", "operations:fall", "operations:growth", "verbs:", "measures:", "tests:")
    assert not [words for words, means in named.items() if any(c.startswith(moves) for c in means)]


def lists(part: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The lists of texts of a part of a language file, each with the names that lead to it."""
    if isinstance(part, dict):
        for name, inner in part.items():
            yield from lists(inner, (*path, name))
    elif isinstance(part, list) and all(isinstance(text, str) for text in part):
        yield path, part


@pytest.mark.parametrize("code", languages())
def test_no_list_says_a_phrase_twice(code: str) -> None:
    """Cues are read folded; elsewhere a list may give both spellings of a word, as it may be looked for as written."""
    for path, texts in lists(load(code).sections):
        read = [fold(text) if path[0] in (*CUES, "harmless") else text for text in texts]
        assert len(read) == len(set(read)), path
