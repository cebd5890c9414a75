"""Questions about an earlier answer's source, what they are not, and demands made in words."""

from __future__ import annotations

import pytest

from assistant.languages.language import load
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.question import Question
from assistant.lexicon.slots import question
from assistant.lexicon.sourcing import sourcing
from assistant.settings import CORPUS
from assistant.store.nomenclature import Nomenclature

NAMES = Nomenclature(CORPUS / "nomenclature")
LEXICONS = {code: Lexicon(load(code), NAMES) for code in ("en", "es", "fr")}


def read(text: str, code: str = "en") -> Question:
    lexicon = LEXICONS[code]
    return question(*lexicon.link(text), lexicon.language, "USA")


@pytest.mark.parametrize(
    ("what", "texts"),
    [
        ("why", ["why this source?", "why did you use Census?", "why Census", "how did you choose the table?"]),
        ("why", ["why are you using the BTS table?", "what made you use Census?", "reason for this source?"]),
        ("where", ["where does that number come from?", "which table is that from", "what is your source?", "source?"]),
        ("where", ["where did you get these figures?", "says who?", "whose numbers are these?", "based on what?"]),
        ("why_not", ["why not BTS?", "why didn't you use Mexican data?", "why not imports for consumption?"]),
        ("others", ["is there another source?", "do other sources agree?", "any other source for that?"]),
        ("revised", ["have these been revised?", "is that final?", "preliminary or final?", "is it preliminary?"]),
        ("cite", ["can I cite this?", "how do I cite it", "give me a citation", "under what licence?"]),
        ("revised", ["is that number final?", "are those figures final?"]),
        ("doubt", ["I read it was 16.9 billion", "i thought it was 152 billion", "so 243 is wrong?", "wasn't it 9%?"]),
        ("doubt", ["which is right?", "which should I put in my deck", "which do we quote?", "who should I trust?"]),
        ("rows", ["show the formula and the rows you used", "how was that calculated?", "show your work"]),
    ],
)
def test_what_is_asked_of_the_source(what: str, texts: list[str]) -> None:
    assert {text: sourcing(read(text)) for text in texts} == dict.fromkeys(texts, what)


@pytest.mark.parametrize(
    ("code", "text", "what"),
    [
        ("es", "¿por qué esa fuente?", "why"),
        ("es", "¿por qué usaste el Censo?", "why"),
        ("es", "¿de dónde sale ese dato?", "where"),
        ("es", "¿de dónde sacaste esa cifra?", "where"),
        ("es", "¿por qué no BTS?", "why_not"),
        ("es", "¿hay otra fuente?", "others"),
        ("es", "¿han sido revisados?", "revised"),
        ("es", "¿puedo citarlo?", "cite"),
        ("en", "which number should go in the slide", "doubt"),
        ("en", "that's wrong", "doubt"),
        ("en", "hmm, someone said 356 billion", "doubt"),
        ("es", "¿cuál pongo en la presentación?", "doubt"),
        ("es", "¿está mal entonces?", "doubt"),
        ("es", "leí que era casi 9%", "doubt"),
        ("es", "¿no eran 323 mil millones?", "doubt"),
        ("es", "¿cuál publico?", "doubt"),
        ("es", "¿cuál de las dos debo usar?", "doubt"),
        ("es", "muestra la fórmula y las filas que usaste", "rows"),
        ("fr", "pourquoi cette source ?", "why"),
        ("fr", "d'où vient ce chiffre ?", "where"),
        ("fr", "puis-je citer cela ?", "cite"),
    ],
)
def test_in_other_languages(code: str, text: str, what: str) -> None:
    assert sourcing(read(text, code)) == what


@pytest.mark.parametrize(
    "text",
    [
        "why do Census and BTS differ?",
        "why do the two sides differ?",
        "why are BTS figures lower than Census?",
        "top sources of US imports in 2023",
        "what is the source of most US imports?",
        "where do US imports come from?",
        "where do avocados come from?",
        "which table covers Texas?",
        "how is customs value calculated?",
        "use BTS",
        "as first published",
        "imports for consumption instead",
        "what is f.a.s.?",
        "why did US imports from Mexico grow in 2024?",
        "US imports from Mexico by source",
    ],
)
def test_what_is_not_about_the_source(text: str) -> None:
    assert sourcing(read(text)) == ""


def test_spanish_mirror_questions_stay_explanations() -> None:
    assert sourcing(read("¿por qué no coinciden los dos lados?", "es")) == ""


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("use BTS", {"source": "bts"}),
        ("with Census data", {"source": "census"}),
        ("on BTS numbers", {"source": "bts"}),
        ("use Mexican data instead", {"books": "MEX"}),
        ("Mexico's own books", {"books": "MEX"}),
        ("as first published", {"release": "first published"}),
        ("unrevised", {"release": "first published"}),
        ("initial release", {"release": "first published"}),
        ("US imports from Mexico in 2023, revised figures", {"release": "revised"}),
        ("general imports instead", {"valuation": "general"}),
        ("imports for consumption instead", {"valuation": "consumption"}),
        ("US imports from Mexico in 2024 at c.i.f. value", {"valuation": "cif"}),
        ("US domestic exports to Mexico in 2024", {"valuation": "domestic"}),
        ("from the HS10 table", {"table": "census_hs10_2024"}),
        ("US imports of solar panels from Mexico in 2024", {}),
        ("first quarter of 2024", {}),
    ],
)
def test_demands(text: str, demands: dict[str, str]) -> None:
    assert read(text).slots.demands == demands


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("con datos del Censo", {"source": "census"}),
        ("como se publicó primero", {"release": "first published"}),
        ("cifras revisadas", {"release": "revised"}),
        ("importaciones para consumo", {"valuation": "consumption"}),
        ("usa los datos mexicanos", {"books": "MEX"}),
    ],
)
def test_demands_in_spanish(text: str, demands: dict[str, str]) -> None:
    assert read(text, "es").slots.demands == demands


def test_a_second_source_is_set_against_the_first() -> None:
    slots = read("compare Census and BTS for US imports from Mexico in 2023").slots
    assert (slots.source, slots.versus) == ("census", ("source:bts",)) and "compare" not in slots.operations
    slots = read("US imports from Mexico in 2024, general imports vs imports for consumption").slots
    assert (slots.valuation, slots.versus) == ("general", ("valuation:consumption",))


@pytest.mark.parametrize(
    ("code", "text", "books"),
    [
        ("en", "use data from Mexico", "MEX"),
        ("en", "switch to figures from Mexico", "MEX"),
        ("en", "show data from Mexico", None),
        ("en", "use imports data from Mexico", None),
        ("es", "usa los datos de Estados Unidos", "USA"),
        ("es", "con datos mexicanos", "MEX"),
        ("es", "datos de México en 2023", None),
        ("en", "how does Mexico's own figure for its surplus compare with the one on the American books", "MEX"),
        ("en", "how do Mexican and US figures for exports compare", "MEX"),
        ("en", "how do US and Mexican figures for exports compare", "MEX"),
        ("en", "the US deficit with Mexico on US books versus Mexican data", "MEX"),
        ("en", "what does Mexico say its surplus with the US was", "MEX"),
        ("en", "Mexico's surplus on US books", "USA"),
        ("es", "la cifra propia de México de su superávit frente a los registros estadounidenses", "MEX"),
        ("es", "según los datos mexicanos y los estadounidenses", "MEX"),
    ],
)
def test_data_of_a_country_are_its_books_where_they_are_to_be_used(code: str, text: str, books: str | None) -> None:
    assert read(text, code).slots.books == books


def test_a_verb_written_like_a_country_names_none() -> None:
    assert read("usa los datos del Censo", "es").slots.places == ()
    assert read("USA importaciones de México en 2023", "es").slots.places == ("USA", "MEX")


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("textiles moving either way across the US-Mexico border in 2018, one combined number", ("total",)),
        ("value of machinery moving across the US-Mexico border in 2023", ("total",)),
        ("textiles moving from Mexico across the US-Mexico border in 2018", ("exports",)),
        ("how much did the US ship across the US-Mexico border in 2023", ("exports",)),
        ("since the start of 2015, the worst month of the gap in German goods trade for the US", ("deficit",)),
        ("the gap in US-China goods trade in 2024", ("deficit",)),
    ],
)
def test_what_crosses_a_border_and_the_gap_in_trade(text: str, measures: tuple[str, ...]) -> None:
    assert read(text).slots.measures == measures


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "exports to China since the start of 2015"), ("es", "exportaciones a China desde el inicio de 2015")],
)
def test_since_the_start_of_a_year_is_since_that_year(code: str, text: str) -> None:
    assert read(text, code).slots.periods == ("2015/",)


@pytest.mark.parametrize(
    "text",
    [
        "which should I invest in",
        "which stocks should I pick?",
        "should I buy pesos",
        "which goes by truck?",
        "no, wrong, imports",
        "she said by truck",
        "what is wrong with averaging growth rates?",
        "I thought exports were 300 billion",
        "which country is right behind Mexico?",
        "who is right behind Mexico among US import suppliers in 2024",
        "I read imports from Mexico rose in 2023",
        "should we average monthly imports from Mexico in 2023?",
    ],
)
def test_what_looks_like_a_doubt(text: str) -> None:
    assert sourcing(read(text)) == ""


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "should we average them?"),
        ("en", "can i just take the mean of the US figure and the Mexican figure?"),
        ("es", "¿debo promediarlos?"),
    ],
)
def test_two_figures_are_not_made_one(code: str, text: str) -> None:
    found = read(text, code)
    assert "sourcing:mixed" in found.about
    assert not found.slots.operations
    assert not found.unsupported
