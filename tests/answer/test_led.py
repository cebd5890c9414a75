"""Who came first at each time: how often, at which, and whether always."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

EACH = "which country led US imports in each year from 2021 to 2023?"


def _values(reply: dict[str, list[dict[str, str]]], kind: str) -> list[str]:
    return [told["value"] for told in reply["answer"] if told["kind"] == kind]


@pytest.mark.parametrize("partner", ["Mexico", "Canada", "China"])
def test_the_years_that_one_led_are_those_of_all(assistant_world: Assistant, partner: str) -> None:
    every = talk(assistant_world, EACH)
    one = talk(assistant_world, f"in how many years from 2021 to 2023 was {partner} the top source of US imports?")
    code = {"Mexico": "MEX", "Canada": "CAN", "China": "CHN"}[partner]
    assert one["status"] == every["status"] == "answered"
    assert _values(one, "number")[0] == str(_values(every, "entity").count(code))


def test_whether_one_always_led(assistant_world: Assistant) -> None:
    told = talk(assistant_world, "was Mexico the top source of US imports in every year from 2021 to 2023?")
    count = talk(assistant_world, "in how many years from 2021 to 2023 was Mexico the top source of US imports?")
    years = _values(talk(assistant_world, EACH), "period")
    assert _values(told, "boolean") == [str(_values(count, "number")[0] == str(len(years))).lower()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Was China ever first in US imports?", "Yes: China came first in US goods imports in 15 of 40 years"),
        ("In what year did China become the top source of imports?", ": 2007 and 2009 to 2022."),
        ("Has Mexico ever been number one in US exports?", "No: Mexico came first in US goods exports in 0 of 40"),
        ("Was Japan the top source of US imports in any year?", "Yes: Japan came first"),
        ("Is Canada the top export market?", "Yes: Canada is number 1 of"),
    ],
)
def test_the_first_of_partners_is_of_home_and_of_any_year(assistant: Assistant, text: str, said: str) -> None:
    assert said in str(talk(assistant, text)["text"])


def test_a_share_at_two_times_is_held_against_the_other(assistant: Assistant) -> None:
    told = talk(assistant, "Was China's share of US imports higher in 2018 or 2024?")
    assert "from 21.23% to 13.43%" in str(told["text"])
