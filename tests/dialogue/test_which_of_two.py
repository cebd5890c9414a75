"""Which of two is the bigger one and how many times, one of several times, two measures of two places."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant
from assistant.dialogue import Dialogue


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (
            ("Rail or truck: which carried more exports to Canada in 2024, and by what factor?",),
            "truck is 5.788 times rail",
        ),
        (
            ("¿Quién compró más de EE. UU. en 2024, Japón o México, y cuántas veces más?",),
            "México equivale a 4.189 veces Japón",
        ),
        (
            ("How many times smaller were US imports from Vietnam than from Mexico in 2023?",),
            "Mexico is 4.153 times Vietnam",
        ),
        (
            ("How many times as large as Mexico's were US imports from Vietnam in 2023?",),
            "Vietnam is 0.241 times Mexico",
        ),
        (
            ("Texas imports from Mexico, 2024", "Now Arizona's", "How many times bigger is Texas's?"),
            "Texas is 13.571 times Arizona",
        ),
        (
            ("Exports to Mexico, 2024", "And Japan?", "How many times as large is Japan's?"),
            "Japan is 0.239 times Mexico",
        ),
        (("exports to Mexico in 2014", "2024?", "How many times bigger was 2024?"), "2024 is 1.386 times 2014"),
    ],
)
def test_a_ratio_is_of_the_one_that_is_meant(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in _last(assistant, turns)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (
            ("What went out through Eagle Pass to Mexico in 2023?", "And how does Hidalgo compare?"),
            "Eagle Pass $11.533 billion, Hidalgo/Pharr $16.908 billion",
        ),
        (
            ("Exports to Canada by truck 2023", "how does rail compare?", "which of them carried more in 2024"),
            "truck $223.093 billion, rail $38.542 billion; truck is ahead",
        ),
        (
            ("Imports from Ireland, 2024", "And Italy", "Which of the two sold more, and how many times as much?"),
            "Ireland is 1.353 times Italy",
        ),
        (
            ("Exports to Japan in 2023", "and Korea", "Which of the two bought more in 2024?"),
            "exports in 2024: Japan $79.741 billion",
        ),
    ],
)
def test_more_of_the_two_spoken_of(assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in _last(assistant, turns)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("defecit with Italy: which year was worse, 2022 or 2023?", "2023 was the higher one"),
        ("deficit with Mexico: which year was worse, 2022, 2023 or 2024?", "2024 came first"),
        ("Surplus with the UK: which year was weaker, 2021, 2022 or 2023?", "2021 came last"),
        ("Which month was stronger for exports to Canada, March, April or May 2024?", "March 2024 came first"),
        ("Which year had the biggest exports to Mexico, 2016, 2019 or 2023?", "in 2016, 2019 and 2023"),
    ],
)
def test_one_of_several_times_is_named(assistant: Assistant, text: str, said: str) -> None:
    assert said in _last(assistant, (text,))


@pytest.mark.parametrize(
    "text",
    [
        "Put France and Italy side by side: US imports and US exports with each, 2022.",
        "Compare US exports to and imports from France and Italy in 2022.",
        "Exportaciones e importaciones de EE. UU. con Francia e Italia en 2022",
    ],
)
def test_two_flows_of_two_places_are_four_figures(assistant: Assistant, text: str) -> None:
    told = _last(assistant, (text,))
    assert all(figure in told for figure in ("$57.231", "$69.040", "$45.878", "$27.491"))


def _last(assistant: Assistant, turns: tuple[str, ...]) -> str:
    about = Dialogue()
    for text in turns:
        reply, about = assistant.ask(text, about)
    return reply.text


def test_the_bigger_of_a_ratio_is_named(assistant: Assistant) -> None:
    text = "HS 22 against HS 08: which had the higher import value from Mexico in 2019, and what was the ratio?"
    first, ratio = assistant.ask(text, Dialogue())[0].to_dict()["answer"][:2]
    assert (first["value"], ratio["unit"]) == ("08", "ratio")


def test_those_that_sold_less_than_they_bought_are_those_with_a_surplus(assistant: Assistant) -> None:
    reply, _ = assistant.ask(
        "with which of Germany, Italy and Brazil did the US sell more than it bought in 2023?", Dialogue()
    )
    assert "1 of 3 partners had US goods trade surplus above $0 (2023): Brazil" in reply.to_dict()["text"]
    flows, _ = assistant.ask("with Germany and Brazil, which were bigger in 2023, exports or imports?", Dialogue())
    assert "with Germany" in flows.to_dict()["text"]
