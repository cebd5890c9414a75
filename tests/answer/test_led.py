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
