"""Totals of several things: the first few of a ranking, all the ports of a state; and what is still told one by one."""

import pytest

from assistant.ask import Assistant

pytestmark = pytest.mark.slow

SUMMED = [
    "Total exports to Mexico through Texas ports in 2023",
    "Total de exportaciones a México por los puertos de Texas en 2022",
    "What was the total for the top 3 Texas ports by truck exports in 2023?",
    "total trade with the top 5 partners, 2023",
    "How much did total exports to the top three partners come to in 2021?",
]
ADDED = [
    ("total of truck and rail imports from Mexico, 2024", "438.940"),
    ("total imports by truck and rail from Mexico 2024", "438.940"),
    ("total exports of Texas and California to Mexico in 2024", "157.042"),
    ("US exports to the EU plus the UK, 2024", "450.131"),
    ("Exportaciones de EE.UU. a la UE más el Reino Unido en 2024", "450.131"),
    ("How much was imported from Mexico through Texas ports in 2023?", "311.804"),
    ("what did Texas ports export to Mexico in 2023", "207.394"),
]
UNMINDED = [
    ("can you tell me what michigan bought from mexico in 2024 (imports, any transport)", "75.217"),
    ("california exports to mexico by any mode of transport 2024", "33.517"),
    ("texas exports to mexico in 2023, no matter which mode of transport was used", "129.509"),
    ("texas exports to mexico in 2023, mode doesn't matter", "129.509"),
    ("importaciones de Michigan desde Canadá en 2023, sin importar el medio de transporte", "50.942"),
    ("Excluding Laredo, what was the value of imports from Mexico through Texas ports in 2023?", "122.351"),
    ("Without Vietnam, what did the US import from the other nine ASEAN members in 2024?", "215.695"),
]
LISTED = [
    "Through which Texas ports did imports from Mexico come in 2023?",
    "imports from Mexico by Texas port, 2023",
    "Show total exports of the top 5 partners in 2024",
    "total exports by Texas port 2023",
    "top 5 partners by total trade 2023",
]


@pytest.mark.parametrize("text", SUMMED)
def test_a_total_of_several_is_one_figure(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert [call["tool"] for call in reply.plan][-1] == "total", reply.text


@pytest.mark.parametrize(("text", "value"), UNMINDED + ADDED)
def test_what_any_will_do_for_is_one_figure(assistant: Assistant, text: str, value: str) -> None:
    reply, _ = assistant.ask(text)
    assert f"{value} " in reply.text, reply.text


def test_a_port_is_not_taken_from_trade_that_goes_elsewhere_too(assistant: Assistant) -> None:
    reply, _ = assistant.ask("US imports from Mexico excluding the port of Laredo in 2023")
    assert reply.status == "declined" and "Texas ports" in reply.text


@pytest.mark.parametrize("text", LISTED)
def test_a_list_is_told_one_by_one(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert [call["tool"] for call in reply.plan][-1] == "rank", reply.text


def test_ports_that_are_added_up_are_named(assistant: Assistant) -> None:
    reply, _ = assistant.ask("Total exports to Mexico through Texas ports in 2023")
    assert "Laredo" in reply.text and "together" in reply.text


def test_a_balance_that_is_called_a_deficit_is_ranked_once(assistant: Assistant) -> None:
    reply, _ = assistant.ask("Which month of 2023 had the worst trade balance with China, i.e. the largest deficit?")
    assert len(reply.answer) == 2, reply.text


@pytest.mark.parametrize(
    "text",
    [
        "Laredo versus all other Texas ports: imports from Mexico 2024",
        "truck vs all other modes, US exports to Canada 2024",
    ],
)
def test_one_against_all_others_is_not_told_alone(assistant: Assistant, text: str) -> None:
    reply, _ = assistant.ask(text)
    assert reply.status == "declined", reply.text
