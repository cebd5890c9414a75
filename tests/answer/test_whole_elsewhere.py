"""A part whose table holds no whole: the share is of the table that it names, of the same source and time."""

from __future__ import annotations

import pytest

from assistant import Assistant, Dialogue


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("What share of US imports from Mexico came through Laredo in 2024?", "40.11%"),
        (
            "Of all US imports from Mexico by truck in 2024, what percentage went through the Texas border ports?",
            "74.79%",
        ),
        (
            "¿Qué porcentaje de las importaciones de EE.UU. desde México pasó por El Paso e Ysleta juntos en 2024?",
            "12.21%",
        ),
        ("¿Qué parte de las exportaciones de EE.UU. a México pasó por los puertos de Texas en 2024?", "64.02%"),
    ],
)
def test_a_port_is_a_share_of_all_trade(assistant: Assistant, question: str, share: str) -> None:
    reply = assistant.ask(question)[0].to_dict()
    assert reply["status"] == "answered" and share in reply["text"]
    tables = {call["args"]["basis"]["table"] for call in reply["plan"] if call["tool"] == "select"}
    assert tables == {"bts_texas_ports_annual", "bts_mode_monthly"}


@pytest.mark.parametrize(
    ("question", "cause"),
    [
        ("Laredo's share of US trade with Mexico in 2000", "lacking"),
        ("How much of Texas trade with Mexico goes through Laredo in 2024?", "dimension"),
        ("What share of US exports to Mexico went to Nuevo Leon in 2024?", "partial"),
        ("What percent of US exports went through Laredo in 2024?", "not_realised"),
        ("Laredo as a percentage of the trade of all US land ports with Mexico, 2024", "not_realised"),
        ("What share of US-Mexico trade by weight goes through Laredo in 2024?", "arguments"),
    ],
)
def test_a_whole_that_is_not_complete_has_no_share(assistant: Assistant, question: str, cause: str) -> None:
    reply = assistant.ask(question)[0].to_dict()
    assert reply["status"] == "declined" and reply["reason"]["cause"] == cause


def test_the_ports_are_told_apart_where_one_is_looked_for(assistant: Assistant) -> None:
    text = assistant.ask("Which Texas port has the largest share of US imports from Mexico in 2024?")[0].to_dict()[
        "text"
    ]
    assert text.startswith("Laredo came first in share") and "another table of the same source" in text


def test_a_mode_is_a_share_of_the_ports_own_trade(assistant: Assistant) -> None:
    question = "What percentage of imports through the Texas ports came by rail in 2024?"
    text = assistant.ask(question)[0].to_dict()["text"]
    assert "16.76%" in text and "another table" not in text


def test_the_first_port_is_a_share_of_all_that_are_loaded(assistant: Assistant) -> None:
    _, dialogue = assistant.ask("Which Texas border port handled the most trade with Mexico in 2025?", Dialogue())
    text = assistant.ask("what share of all the Texas ports' trade is that?", dialogue)[0].to_dict()["text"]
    assert "through Laredo made up 57.33%" in text


def test_a_flow_is_a_share_of_everything_at_a_port(assistant: Assistant) -> None:
    text = assistant.ask("Of everything that passed Laredo in 2024, what percent was exports?")[0].to_dict()["text"]
    assert "made up 38.75%" in text
