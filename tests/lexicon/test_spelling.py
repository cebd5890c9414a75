"""Misspelt words read as what was meant, real words and names left alone, and how long it takes."""

from __future__ import annotations

from functools import cache
from time import process_time

import pytest

from assistant.languages.language import load
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.tokens import words
from assistant.lexicon.words.slips import neighbours, slip
from assistant.lexicon.words.spelling import Speller
from assistant.settings import CORPUS
from assistant.store.nomenclature import Nomenclature
from tests.world.reading import read, understood

EXAMPLES = read("spelling")


@cache
def lexicon(code: str) -> Lexicon:
    return Lexicon(load(code), Nomenclature(CORPUS / "nomenclature"))


@cache
def speller(code: str) -> Speller:
    return lexicon(code).speller


def mended(code: str, text: str) -> str:
    return speller(code).mended(text, words(text))[0]


@pytest.mark.parametrize("code", ["en", "es"])
def test_misspelt_words_are_read_as_meant_or_left(code: str) -> None:
    known = {written for written in EXAMPLES[code] if lexicon(code)._is_known(written)}
    found = {written: mended(code, written) for written in EXAMPLES[code] if written not in known}
    right = [written for written, word in found.items() if word == EXAMPLES[code][written]]
    wrong = {written: word for written, word in found.items() if word not in (written, EXAMPLES[code][written])}
    assert not wrong
    assert len(right) + len(known) >= 0.9 * len(EXAMPLES[code]), set(found) - set(right)


@pytest.mark.parametrize(
    ("code", "written", "plural"),
    [
        ("en", "countrys", "countries"),
        ("en", "monthes", "months"),
        ("en", "commoditys", "commodities"),
        ("es", "camions", "camiones"),
    ],
)
def test_a_plural_formed_wrongly_is_read_as_the_right_one(code: str, written: str, plural: str) -> None:
    assert mended(code, written) == plural


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("capital", [False, True])
def test_real_words_and_names_are_left(code: str, capital: bool) -> None:
    listed = [*EXAMPLES["real"][code], *EXAMPLES["names"]["words"]]
    texts = [f"de {word.capitalize()}" for word in listed] if capital else listed
    # a small word of talk may be read as another: neither says anything
    changed = {text: mended(code, text) for text in texts if mended(code, text) != text}
    assert not {text: new for text, new in changed.items() if new not in load(code).harmless}


@pytest.mark.parametrize("word", EXAMPLES["ties"]["words"])
def test_what_two_words_are_as_near_to_is_left(word: str) -> None:
    assert mended("en", word) == word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How mcuh did teh US exprot to Canda's partner?", "How much did teh US export to Canada's partner?"),
        ("EXPROTS TO MEXICO", "EXPORTS TO MEXICO"),
        ("goods from Exprot Ltd", "goods from Exprot Ltd"),
        ("shre in 2024, from Japn", "share in 2024, from Japan"),
        ("", ""),
    ],
)
def test_the_rest_of_the_text_stays(text: str, expected: str) -> None:
    assert mended("en", text) == expected


def test_periods_and_places_are_read_from_the_mended_words() -> None:
    found = understood("how mcuh did the US exprot to canda in Septmber 2024")
    slots = found.slots
    assert (slots.measures, slots.reporter, slots.partner, slots.periods) == (
        ("exports",),
        ("USA",),
        ("CAN",),
        ("2024-09",),
    )
    assert not found.unknown
    assert found.corrected == ("exprot → export", "canda → canada", "Septmber → September")


def test_the_weight_of_slips() -> None:
    assert slip("deficit", "deficit") == 0
    assert slip("defict", "deficit") == 1
    assert slip("deficcit", "deficit") == 0.5
    assert slip("iraz", "iran") == slip("iraz", "iraq") == 1.5
    assert dict(neighbours("teh", 1.0))["the"] == 1.0
    assert all(slip("trade", word) <= weight for word, weight in neighbours("trade", 1.5))


def test_a_misspelt_word_takes_no_time() -> None:
    code, text = "en", "how mcuh did teh US exprot to canda in Septmber"
    mended(code, text)
    written = [word for word in EXAMPLES["en"] if not lexicon(code)._is_known(word)]
    speller(code)._done.clear()
    started = process_time()
    for word in written:
        mended(code, word)
    assert (process_time() - started) / len(written) < 0.002


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Compair imports from Japan and Germany in 2019", "Compare imports from Japan and Germany in 2019"),
        ("what persent of imports from Mexico come by rail", "what percent of imports from Mexico come by rail"),
        ("imports from India v Brazil 2022", "imports from India vs Brazil 2022"),
        ("5 yr chg imp India 2018-2023", "5-year change imp India 2018-2023"),
        ("imports from Mexico 2022 to 2023 pct", "imports from Mexico 2022 to 2023 percent change"),
        ("imp CAN+MX share 2023", "imp Canada+Mexico share 2023"),
    ],
)
def test_everyday_words_misspelt_and_codes_in_notes(text: str, plain: str) -> None:
    assert understood(text).slots == understood(plain).slots
