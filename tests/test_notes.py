"""Explanations, indices that are not computed, fragments and false premises, on the real notes and tables."""

from __future__ import annotations

import pytest

from assistant import Assistant, Dialogue
from assistant.reply import Reply

pytestmark = pytest.mark.slow

TOLD = {
    "What makes an export 'foreign' in US statistics?": "Re-exports are goods",
    "Where do US figures on exports to Canada come from?": "US exports to Canada are measured",
    "Around what time each year are past years of US trade data revised?": "US trade figures are published first",
    "What are the four ways services can be traded under the GATS?": "The General Agreement on Trade in Services",
    "Why did so many more Mexican shipments claim the USMCA during 2025?": "The share of imports that claim the USMCA",
    "what's a maquiladora": "A maquiladora is a factory",
    "Who watches over plant and animal health at the border, on each side?": "FAS advises USTR",
    "Once I claim the USMCA, for how long must I hold on to the paperwork proving origin?": "Proof of origin",
    "The duties on Chinese goods that began in 2018 rest on what law?": "Section 301 is a provision",
    "El Paso seems to collapse in 2020; what lies behind that?": "Growth of El Paso",
    "Since when have US exports to Canada been taken from Canadian import records?": "US exports to Canada are",
    "The Export Potential Indicator multiplies which three things?": "The Export Potential Indicator",
    "What did research on the 2018 tariffs conclude about pass-through?": "Studies of the US tariffs",
    "explain IMMEX please": "A maquiladora is a factory",
    "What is the HS": "The Harmonized System, HS, is",
    "define special trade": "General trade counts",
    "Why don't the INEGI and Census numbers match?": "The two sides differ",
    "does the trade balance include services?": "The trade balance given by this assistant",
    "simple vs trade-weighted average tariff": "A simple average tariff",
    "What changed with NAFTA?": "NAFTA entered into force",
    "What does an RCA of 2.3 mean?": "An RCA of 2.3 means",
    "Does an RTA increase trade?": "A common border goes",
    "Mexican states exporting most": "INEGI's series of exports",
    "HS codes lost leading zeros": "HS codes are text",
    "dollars": "The dollar in this corpus",
    "what can you do": "The assistant answers questions",
    "FAS or CIF, whats the diff?": "F.a.s. and CIF differ",
    "is freight included in the US import figures?": "Customs value is",
    "how is nearshoring affecting US-Mexico trade": "Indicators of nearshoring",
    "why are figures revised?": "US trade figures are published first",
    "What are your sources?": "The figures come from official statistics",
    "What organisation runs the HS nomenclature?": "The Harmonized System, HS, is",
    "what is the US Trade Representative responsible for": "The Office of the U.S. Trade Representative",
    "give me some examples": "Ask in plain words",
    "what can you tell me about Brazil": "“U.S. goods trade by partner, monthly” runs",
    "do you have data on Texas ports": "One loaded table holds this",
    "¿qué pasa con el T-MEC en 2026?": "La primera revisión conjunta",
    "who pays when the US slaps a tariff on mexican stuff, them or us?": "The importer pays a tariff",
    "can i just take the mean of the US figure and the Mexican figure?": "The average of two mirror figures",
    "which should I use for a 10-year series": "Keep one reporter",
    "how big was the gap in 2015?": "The US goods balance with Mexico in 2015",
    "why is your 2023 number different from the Census website": "US trade figures are published first",
    "Deficit figures say 'BOP basis' sometimes. meaning?": "Balance-of-payments basis",
    "¿México le quitó mercado a China?": "La participación de México",
    "¿quién paga los aranceles?": "El importador paga el arancel",
    "¿qué es el de minimis?": "De minimis es otro umbral",
    "¿qué es una zona franca?": "Las zonas de comercio exterior",
    "on which day did the 800-dollar break end for every country": "De minimis is a different",
    "expand the abbreviation PCI": "The Economic Complexity Index, ECI",
    "how is the figure for American exports to Canada obtained": "US exports to Canada are measured",
    "Which months does US FY2024 span?": "FY2024 is the fiscal year",
    "The article has 6.2 percent average growth. A compound rate?": "Whether the 6.2 percent",
    "how did USMCA claims develop in 2025": "The share of imports that claim",
    "when does the USMCA expire": "The USMCA's first joint review",
    "who maintains the HS": "The Harmonized System, HS",
    "why did US fuel exports to Mexico fall in 2023": "US exports of mineral fuels",
    "which products fall under Section 232": "Section 232 is a provision",
    "does Mexico record imports by origin": "Destination and origin separate",
    "how do you compute average growth over five years": "A question for average growth",
    "harvard growth lab's complexity ranking: what places do the US and Mexico get": "Whether the United States",
    "who came up with the Export Potential Indicator?": "The Export Potential Indicator of Decreux",
    "Who first proposed the gravity model of trade, and in which year?": "The gravity model explains",
    "I've read Mexico has more than fifty trade agreements. Is that so?": "Mexico has 14",
    "how much did Naili's article say goods trade would reach in 2025?": "Naili expected",
    "how many modes of supply does GATS have?": "The General Agreement on Trade in Services",
    "what chapter of USMCA covers digital trade?": "Chapter 19",
    "On what date did the US-Korea deal (KORUS) take effect?": "KORUS has been in force since 15 March 2012",
}
DECLINED = {
    "how much duty was paid under section 301 in 2024": "no_data",
    "Mexico's RCA in passenger cars": "not_computable",
    "Where do both have RCA>1?": "not_computable",
    "what's the PCI of HS 8471": "not_computable",
    "overall intra-industry trade index": "not_computable",
    "Herfindahl of Mexican exports by product": "not_computable",
    "gravity says what for Mexico–China": "not_computable",
    "Export potential of Mexico to Canada in auto parts": "not_computable",
    "What would a 10% tariff do to imports of tomatoes?": "not_computable",
    "calcula el IHH de las exportaciones mexicanas": "not_computable",
    "top 5 partners of Nuevo León": "no_data",
    "¿cuánto exporta Jalisco?": "no_data",
    "weight of truck exports to Mexico in 2023": "no_data",
    "Refined petroleum vs petroleum gas to Mexico": "no_data",
    "How many people work in maquiladoras?": "unclear",
    "who heads the Census Bureau": "unclear",
    "What is the yearly budget of the Foreign Agricultural Service?": "unclear",
    "who chairs the Free Trade Commission": "unclear",
    "where was the USMCA signed": "unclear",
    "how many Section 301 exclusions were granted": "unclear",
    "what is the rank of Vietnam in complexity": "not_computable",
    "¿quién es el representante comercial de Estados Unidos?": "no_data",
    "what share of Mexican exports was nearshored in 2024": "unclear",
    "how do I apply for an IMMEX permit": "unclear",
    "I've read Chile has more than thirty trade agreements. Is that so?": "unclear",
    "suppose 85% of Mexican exports pay nothing and the average is 6%: what do the rest pay?": "unclear",
    "which country has the oldest gravity model?": "not_computable",
}
ASKED_BACK = ["cars", "valves", "chips", "last year", "compare them", "growth of exports", "TTM growth?"]


def _last(assistant: Assistant, *turns: str) -> Reply:
    dialogue = Dialogue()
    for turn in turns:
        reply, dialogue = assistant.ask(turn, dialogue)
    return reply


@pytest.mark.parametrize(("question", "opens"), TOLD.items())
def test_the_paragraph_that_answers_is_quoted(assistant: Assistant, question: str, opens: str) -> None:
    reply = _last(assistant, question)
    assert reply.status == "answered" and reply.text.startswith(opens), reply.text


LEANING = {
    ("how did the pandemic affect trade?", "how much did it fall?"): "The pandemic cut total trade",
    ("¿Qué efecto tuvo la pandemia en el comercio?", "¿cuánto cayó?"): "La pandemia bajó",
    ("What is the USMCA utilization rate?", "in 2024?"): "Nearly 85 percent",
    ("what are re-exports?", "how much for Mexico?"): "Re-exports were nearly one-quarter",
    ("what is general trade versus special trade?", "which does mexico use"): "Mexico publishes its foreign trade",
    ("what is mirror data?", "an example with Mexico"): "The US goods balance with Mexico in 2015",
    ("what is mirror data", "who is right?"): "The average of two mirror figures",
    ("what is mirror data", "should we average them?"): "The average of two mirror figures",
    ("what is BACI?", "in which units are its values?"): "BACI weights the two reports",
    ("what is IMMEX?", "when was it created?"): "A maquiladora is a factory",
    ("¿qué es IMMEX?", "¿cuándo se creó?"): "Una maquiladora es una fábrica",
    ("what does USTR do?", "who collects duties then?"): "The U.S. International Trade Commission",
    (
        "US exports to Mexico in 2024",
        "what is f.a.s.?",
        "how much was it in 2023?",
    ): "US goods exports to Mexico came to",
}


@pytest.mark.parametrize(("turns", "opens"), LEANING.items())
def test_a_follow_up_is_asked_of_what_the_note_before_is_about(
    assistant: Assistant, turns: tuple[str, ...], opens: str
) -> None:
    reply = _last(assistant, *turns)
    assert reply.status == "answered" and reply.text.startswith(opens), reply.text


def test_two_questions_of_notes_are_both_answered(assistant: Assistant) -> None:
    reply = _last(assistant, "What is the Harmonized System and how many digits does it have?").to_dict()
    assert "World Customs Organization" in reply["text"] and "6 digits" in reply["text"]


@pytest.mark.parametrize(("question", "kind"), DECLINED.items())
def test_what_is_not_computed_or_not_loaded_is_declined_as_that(assistant: Assistant, question: str, kind: str) -> None:
    reply = _last(assistant, question)
    assert reply.status == "declined" and reply.to_dict()["reason"]["kind"] == kind, reply.text


@pytest.mark.parametrize("question", ASKED_BACK)
def test_a_thing_alone_is_asked_back_with_questions_that_can_be_asked(assistant: Assistant, question: str) -> None:
    reply = _last(assistant, question)
    assert reply.status == "clarify", reply.text
    assert all(_last(assistant, option).status != "declined" for option in reply.options[:2])


LIKE = [
    "US exports to Jalisco in 2024",
    "America's exports to Mexico in 2024",
    "Nuevo León as destination of US exports 2021",
]
FIGURES = [
    *("what is the US trade deficit", "what are US exports to Mexico", "how are US exports to Mexico doing"),
    *("cuál es el déficit comercial de Estados Unidos", "what is total trade between the US and Mexico"),
]


@pytest.mark.parametrize("question", FIGURES)
def test_a_question_for_a_figure_gets_no_paragraph(assistant: Assistant, question: str) -> None:
    reply = _last(assistant, question).to_dict()
    assert reply["status"] == "answered" and reply["figures"], reply["text"]


@pytest.mark.parametrize("question", LIKE)
def test_what_only_looks_like_it_is_answered(assistant: Assistant, question: str) -> None:
    assert _last(assistant, question).status == "answered"


def test_a_short_message_after_a_decline_is_about_the_same(assistant: Assistant) -> None:
    assert _last(assistant, "RCA of cars for Mexico", "and the US?").to_dict()["reason"]["kind"] == "not_computable"
    assert _last(assistant, "forecast exports 6 months", "make it 12").to_dict()["reason"]["kind"] == "not_computable"
    assert _last(assistant, "RCA of cars for Mexico", "US exports to Mexico in 2024").status == "answered"


def test_a_premise_that_is_false_is_set_right(assistant: Assistant) -> None:
    text = _last(assistant, "why did US imports from Mexico fall in 2024").text
    assert "rose by 6.45%" in text and "it did not fall" in text
    assert "did not" not in _last(assistant, "why did US imports from Mexico rise in 2024").text


@pytest.mark.parametrize("turns", [("what is a maquiladora", "in 2023?"), ("¿qué es una maquiladora?", "¿en 2023?")])
def test_what_a_note_does_not_hold_is_declined_by_its_name(assistant: Assistant, turns: tuple[str, ...]) -> None:
    reply = _last(assistant, *turns)
    assert reply.status == "declined" and "Maquiladoras and the IMMEX programme" in reply.text, reply.text


@pytest.mark.parametrize(
    ("question", "status"), [("in June 2024", "answered"), ("in May 2024", "declined"), ("in 2024", "declined")]
)
def test_a_number_at_a_time_is_quoted_for_that_time_alone(assistant: Assistant, question: str, status: str) -> None:
    assert _last(assistant, f"how many trucks crossed at Laredo {question}").status == status
