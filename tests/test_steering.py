"""An answer explained and turned to another basis: conversations over the small world, worked by hand.

US imports from Mexico in 2023 are 600 million in the annual table and 126 + 144 + 162 + 170 = 602 by mode; Mexico's
exports to the US in 2022 are 480 on Mexico's books and 500 on those of the US.
"""

from __future__ import annotations

from typing import Any

import pytest

from assistant import Assistant
from tests.test_dialogue import talk

IMPORTS = "US imports from Mexico in 2023"
DEFICIT = "US deficit with Mexico in 2023"
MEXICAN = "Mexico's exports to the US in 2022"


def value(reply: dict[str, Any]) -> int:
    return int(reply["answer"][0]["value"]) // 10**6


@pytest.mark.parametrize(
    ("turns", "expected", "said"),
    [
        ([IMPORTS, "use BTS"], 602, "$2.0 million more than the earlier answer, $600.0 million"),
        ([IMPORTS, "use BTS", "use Census"], 600, "$2.0 million less than the earlier answer, $602.0 million"),
        ([MEXICAN, "use US data instead"], 500, "$20.0 million more than the earlier answer, $480.0 million"),
        ([IMPORTS, "use BTS", "and in 2022?"], 500, "from the Bureau of Transportation Statistics"),
        ([IMPORTS, "as revised"], 600, "Given as asked: as revised."),
        (["compare Census and BTS for US imports from Mexico in 2023"], 600, "$602.0 million, $2.0 million more"),
    ],
)
def test_turned_to_another_basis(assistant_world: Assistant, turns: list[str], expected: int, said: str) -> None:
    reply = talk(assistant_world, *turns)
    assert reply["status"] == "answered" and value(reply) == expected
    assert said in reply["text"]


def test_the_same_source_again_says_no_difference(assistant_world: Assistant) -> None:
    text = talk(assistant_world, IMPORTS, "use Census")["text"]
    assert "earlier answer" not in text and "from the Census Bureau" in text


@pytest.mark.parametrize(
    ("turns", "said", "nearest"),
    [
        (
            [IMPORTS, "use Mexican data instead"],
            "On Mexico's books, this cannot be answered",
            "imports from Mexico in 2023",
        ),
        ([IMPORTS, "as first published"], "has this as revised, not as first published", "in 2023"),
        ([IMPORTS, "imports for consumption instead"], "valued otherwise: imports at customs value", "in 2023"),
        (["US imports from China in 2023", "use BTS"], "has no trade of the US with China", "from China in 2023"),
        ([IMPORTS, "from the HS10 table"], "nothing is loaded for this", "US imports from Mexico in 2023"),
    ],
)
def test_a_demand_that_no_table_meets(assistant_world: Assistant, turns: list[str], said: str, nearest: str) -> None:
    reply = talk(assistant_world, *turns)
    assert (reply["status"], reply["reason"]["kind"]) == ("declined", "no_data")
    assert said in reply["text"] and nearest in reply["reason"]["nearest"]
    assert talk(assistant_world, reply["reason"]["nearest"])["status"] == "answered"


def test_a_difference_between_sources_has_a_receipt(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, IMPORTS, "use BTS")
    figures = {figure["value"]: figure["receipt"] for figure in reply["figures"]}
    verdict = assistant_world.verify(figures["2000000"])
    assert verdict.holds and verdict.same_tables


def test_sources_are_named_and_not_numbered(assistant_world: Assistant) -> None:
    rows = talk(assistant_world, IMPORTS)["table"]["rows"]
    assert [row[-1] for row in rows] == ["Census Bureau", "BTS"]


def test_why_this_source(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, IMPORTS, "why this source?")
    assert reply["text"].startswith("US goods imports from Mexico came to $600.0 million in 2023.")
    assert "“US goods by partner, annual” by Test Office, on US books" in reply["text"]
    assert "gives $602.0 million; it comes after by priority (20 against 30)" in reply["text"]
    rows = {row[0]: row for row in reply["table"]["rows"]}
    assert rows["US goods by partner, annual"][5:7] == ["used", "600000000"]
    assert rows["US imports from Mexico by mode, quarterly"][5:7] == ["could answer", "602000000"]
    assert rows["Goods of Mexico by partner, annual"][5:] == ["no", None, "covers only 2021 to 2022"]
    assert rows["US imports from Mexico through Texas ports, annual"][-1] == "holds only ports of Texas"
    assert {citation["source"] for citation in reply["citations"]} >= {"us_goods", "us_modes"}


def test_the_partners_books_are_told(assistant_world: Assistant) -> None:
    text = talk(assistant_world, MEXICAN, "where does that number come from?")["text"]
    assert "“Goods of Mexico by partner, annual”" in text
    assert "gives $500.0 million; it holds the partner's books (the US)" in text
    mirrored = talk(assistant_world, "Mexico's exports to the US in 2023", "which table is that from?")["text"]
    assert "Mexico's own are not loaded for this" in mirrored


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("why not BTS?", "could answer as well and gives $602.0 million"),
        (
            "why not Mexican data?",
            "“Goods of Mexico by partner, annual” cannot answer this: it covers only 2021 to 2022",
        ),
        ("why not Canada's own data?", "No such table is loaded for this."),
        ("why not Census?", "The answer stands on “US goods by partner, annual”"),
        ("is there another source?", "gives $602.0 million"),
        ("have these been revised?", "Its figures for 2023 stand as: revised."),
        (
            "can I cite this?",
            "Test Office, “US goods by partner, annual”. Release: release of May 2024. Retrieved 2024-06.",
        ),
    ],
)
def test_other_questions_about_the_source(assistant_world: Assistant, question: str, said: str) -> None:
    reply = talk(assistant_world, IMPORTS, question)
    assert reply["status"] == "answered" and said in reply["text"]


def test_the_formula_and_the_rows(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, DEFICIT, "show the formula and the rows you used")
    assert "trade deficit = imports − exports" in reply["text"]
    assert [row[1:] for row in reply["table"]["rows"]] == [["2023", "330000000"], ["2023", "600000000"]]
    quarters = talk(assistant_world, IMPORTS, "use BTS", "show the rows")["table"]["rows"]
    assert [int(row[-1]) // 10**6 for row in quarters] == [126, 144, 162, 170]


def test_an_explanation_does_not_break_the_thread(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, IMPORTS, "why this source?", "and in 2022?")
    assert reply["status"] == "answered" and value(reply) == 500
    again = talk(assistant_world, IMPORTS, "why this source?", "can I cite this?")
    assert "US goods by partner, annual" in again["text"]


def test_an_extract_is_never_repeated_alone(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, "Mexico's surplus with the US in February 2024", "where does that come from?")
    assert "press extract" in reply["text"] and not reply["text"].startswith(
        "Mexico's goods trade surplus with the US came"
    )


def test_a_quoted_note_is_the_source(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, "what is customs value?", "where does that come from?")
    assert "quoted from the note “How goods are valued”" in reply["text"]


def test_without_an_earlier_answer_it_is_told_in_general(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, "what is your source?")
    assert reply["status"] == "answered" and "highest priority" in reply["text"]
    assert reply["table"]["rows"][0][0] == "US goods by partner, annual"


def test_a_word_that_is_explained_is_not_demanded(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, IMPORTS, "what does customs value mean?", "and in 2022?")
    assert value(reply) == 500 and "Given as asked" not in reply["text"]


def test_spanish(assistant_world: Assistant) -> None:
    reply = talk(assistant_world, "Importaciones de Estados Unidos desde México en 2023", "¿por qué esa fuente?")
    assert "La respuesta sale de «US goods by partner, annual»" in reply["text"]
    turned = talk(assistant_world, "Importaciones de Estados Unidos desde México en 2023", "usa datos del BTS")
    assert value(turned) == 602 and "más que la respuesta anterior" in turned["text"]
