"""Product names: what people say finds the code, what is two things offers both, what is nothing finds nothing."""

from __future__ import annotations

import csv
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.lexicon.goods.products import Products
from assistant.lexicon.tokens import clean, phrase

ROOT = Path(__file__).parents[2]
NOMENCLATURE = ROOT / "corpus" / "nomenclature"
LANGUAGES = ("en", "es")
ENGLISH = Products(NOMENCLATURE, "en")
SPANISH = Products(NOMENCLATURE, "es")
PRODUCTS = {"en": ENGLISH, "es": SPANISH}


def listed(name: str) -> list[dict[str, str]]:
    with (NOMENCLATURE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def examples(language: str) -> dict[str, dict]:
    return tomllib.loads((ROOT / "tests" / "examples" / f"products_{language}.toml").read_text(encoding="utf-8"))


def within(answer: str, accepted: list[str]) -> bool:
    """Every code of the answer is a code of one accepted group, or lies below one."""
    return any(all(code.startswith(tuple(group.split(";"))) for code in answer.split(";")) for group in accepted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_answer_is_right(language: str) -> None:
    top = examples(language)["top"]
    first = {name: PRODUCTS[language].nearest(name, 1) for name in top}
    missed = [name for name, found in first.items() if not found or not within(found[0][0], top[name])]
    assert len(missed) <= 0.04 * len(top), missed


def offers() -> Iterator[tuple[str, str, list[str]]]:
    for language in LANGUAGES:
        yield from ((language, name, codes) for name, codes in examples(language)["offered"].items())


@pytest.mark.parametrize(("language", "name", "codes"), list(offers()))
def test_a_name_of_two_things_offers_both(language: str, name: str, codes: list[str]) -> None:
    assert set(codes) <= set(PRODUCTS[language].names()[" ".join(phrase(name))])


def nothings() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        yield from ((language, word) for word in examples(language)["none"]["words"])


@pytest.mark.parametrize(("language", "word"), list(nothings()))
def test_what_is_no_product_finds_nothing(language: str, word: str) -> None:
    assert PRODUCTS[language].nearest(word) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_stand_once_with_codes_that_exist(language: str) -> None:
    known = {row["code"] for name in ("hs", "hs10") for row in listed(name)}
    rows = listed(f"everyday_{language}")
    assert len({phrase(row["name"]) for row in rows}) == len(rows)
    for row in rows:
        for group in row["codes"].split("|"):
            codes = group.split(";")
            assert set(codes) <= known, row
            assert codes == sorted(set(codes)), row


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_regions_and_ports(language: str) -> None:
    known = {"region": {row["code"] for row in listed("regions")}, "port": {row["code"] for row in listed("ports")}}
    rows = listed(f"places_{language}")
    assert all(row["code"] in known[row["dimension"]] for row in rows)
    named = {(row["dimension"], phrase(row["name"])): row["code"] for row in rows}
    assert len(named) == len(rows)
    assert {row["code"] for row in rows} == (known["region"] | known["port"]) - {"US-XX"}
    assert named[("port", phrase("Nuevo Laredo"))] == "2304"
    assert named[("port", phrase("Ciudad Juárez"))] == "2402"
    assert named[("region", phrase("Nuevo Leon"))] == "MX-NLE"


@pytest.mark.parametrize(
    ("products", "one", "other"),
    [
        (ENGLISH, "auto parts", "auto part"),
        (ENGLISH, "battery", "batteries"),
        (ENGLISH, "knives", "knife"),
        (ENGLISH, "aluminium foil", "aluminum foil"),
        (ENGLISH, "car tyres", "car tires"),
        (ENGLISH, "jewellery", "jewelry"),
        (SPANISH, "circuitos integrados", "circuito integrado"),
        (SPANISH, "camiones", "camión"),
        (SPANISH, "piñas", "piña"),
        (SPANISH, "llantas", "llanta"),
    ],
)
def test_one_and_many_and_both_spellings_are_found(products: Products, one: str, other: str) -> None:
    names = products.names()
    assert names[" ".join(phrase(one))] == names[" ".join(phrase(other))]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("exports of HS 8703 in 2024", ["8703"]),
        ("HS8703", ["8703"]),
        ("HS-87", ["87"]),
        ("HTS 8471.30 from China", ["847130"]),
        ("HTS 8471.30.01.00", ["8471300100"]),
        ("HTS 8471.30.99.99", ["847130!9999"]),
        ("imports of 0804.40 from Mexico", ["080440"]),
        ("imports of 0804.40.00.20", ["0804400020"]),
        ("imports of 0804.40.00.99", ["080440!0099"]),
        ("chapter 87", ["87"]),
        ("chapter 2", ["02"]),
        ("HS chapter 27 in 2022", ["27"]),
        ("chapters 84 and 85", ["84", "85"]),
        ("chapters 84, 85 and 87", ["84", "85", "87"]),
        ("chapters 1 to 4", ["01;02;03;04"]),
        ("heading 8471 or 8473", ["8471", "8473"]),
        ("HS code 2709", ["2709"]),
        ("HS2 87", ["87"]),
        ("HS 6 080440", ["080440"]),
        ("HS6 080440", ["080440"]),
        ("HS 2710 exports 2024", ["2710"]),
        ("HS 8703, 2024", ["8703"]),
        ("imports of 8708 from Mexico", ["8708"]),
        ("HS 9876", ["?9876"]),
        ("section XVII", ["S17"]),
        ("capítulo 87", ["87"]),
        ("capítulos 84 y 85", ["84", "85"]),
        ("partida 8703", ["8703"]),
        ("fracción arancelaria 0804.40.01", ["080440!01"]),
        ("exports in 2008", []),
        ("exports of 2009", []),
        ("from 2007 to 2009", []),
        ("2007.10", []),
        ("by HS2", []),
        ("HS 2017 edition", []),
        ("HS 2012", []),
        ("2-digit HS codes", []),
        ("HS 10-digit products", []),
        ("months of 2024 with a deficit above 14 bn", []),
        ("section 301 tariffs", []),
        ("section 232", []),
        ("a deficit of 8703 million", []),
        ("$8703.23", []),
        ("imports of 8703 USD", []),
        ("top 10 chapters 2024", []),
        ("11/2024", []),
    ],
)
def test_codes_are_read_and_years_are_not(text: str, codes: list[str]) -> None:
    """ "847130!9999": a longer code than is listed, read as its subheading; "?9876": a code that does not exist."""
    found = ENGLISH.codes_in(clean(text))
    expected = [code.split("!")[0].removeprefix("?") for code in codes]
    assert [mention.candidates[0].split(":")[1] for mention in found] == expected
    assert [mention.role == "wider" for mention in found] == ["!" in code for code in codes]
    assert [mention.kind == "unknown_code" for mention in found] == [code.startswith("?") for code in codes]


def test_a_slip_of_the_pen_finds_the_name() -> None:
    assert ENGLISH.nearest("avacados", 1) == (("080440", 0.875),)
    assert ENGLISH.nearest("semiconducters", 1)[0][0] == "8541;8542"


@pytest.mark.parametrize(
    ("text", "chapter"),
    [
        ("organic avocados", "08"),
        ("tungsten powder", "81"),
        ("copper tube fittings", "74"),
        ("polyacetals", "39"),
        ("cotton t-shirts", "61"),
    ],
)
def test_words_that_are_no_name_find_the_nearest_title(text: str, chapter: str) -> None:
    (code, score), *_ = ENGLISH.nearest(text)
    assert code.startswith(chapter) and 0.6 <= score <= 1


def test_a_kind_is_found_by_its_head_where_all_of_its_kind_are_of_one_chapter() -> None:
    assert ENGLISH.nearest("school buses") == (("8702", 0.65),)
    assert ENGLISH.nearest("barn doors") == ()


def test_a_part_is_not_the_whole() -> None:
    assert ENGLISH.nearest("parts of aircraft", 1)[0][0] == "8807"
    assert all(code != "8711" for code, _ in ENGLISH.nearest("parts of motorcycle helmets"))


def test_names_that_mean_something_else_too_are_told() -> None:
    assert {"turkey", "turkeys", "china", "trucks", "rose", "dates", "date"} <= ENGLISH.shared()
    assert "avocados" not in ENGLISH.shared()


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_ready_at_once(language: str) -> None:
    def taken() -> float:
        start = time.process_time()
        Products(NOMENCLATURE, language).names()
        return time.process_time() - start

    # 60 ms on a quiet machine, with room for one that is not
    assert min(taken() for _ in range(5)) < 0.12


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("HTS 2208.90.50 from Mexico", "2208905000"),
        ("HTS 22089050 from Mexico", "2208905000"),
        ("HTS 2208905000 from Mexico", "2208905000"),
        ("HTS 2208.90 from Mexico", "220890"),
    ],
)
def test_eight_digits_are_the_ten_digit_lines_they_hold(text: str, lines: str) -> None:
    assert [m.candidates for m in ENGLISH.codes_in(text)] == [(f"product:{lines}",)]
