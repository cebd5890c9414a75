"""A yes or no on several times or things is of all of them; of one thing among the first few, of its rank."""

from __future__ import annotations

import pytest

from assistant.ask import Assistant


@pytest.mark.parametrize(
    ("text", "holds", "said"),
    [
        ("did exports to mexico rise in both 2023 and 2024, yes or no?", "false", "2023"),
        ("¿aumentaron las exportaciones a México tanto en 2023 como en 2024?", "false", "2023"),
        ("did imports from mexico rise in 2021 and 2022?", "true", "2021"),
        ("did exports to mexico rise between 2023 and 2024?", "true", "3.50%"),
        ("did exports to mexico and to canada both rise in 2024?", "false", "Canada"),
        ("Is India among the top 10 for US exports in 2024", "false", "number 13"),
        ("does Germany make the top five in US imports in 2024?", "true", "number 4"),
        ("Is Texas among the top 3 for exports to Mexico in 2024", "true", "number 1"),
    ],
)
def test_a_yes_or_no_is_of_all_that_is_asked(assistant: Assistant, text: str, holds: str, said: str) -> None:
    reply, _ = assistant.ask(text)
    assert [each["value"] for each in reply.answer if each["kind"] == "boolean"] == [holds]
    assert said in reply.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("has Mexico ever surpassed Canada in US exports", "to Canada"),
        ("has the US had even one month of surplus with Germany since 2005?", "No: there is no month"),
        ("Is Canada a larger market than Mexico?", "US goods exports in"),
        ("how many places has the US a deficit with", "of 233 partners"),
        ("which country grew fastest among the top 10 suppliers of 2024", "Taiwan came first in growth"),
        ("among the top 5 export markets of 2024, which grew the slowest?", "5 largest of 2024"),
        ("top 5 fastest growing suppliers of 2024", "Venezuela"),
    ],
)
def test_what_is_searched_and_ranked(assistant: Assistant, text: str, said: str) -> None:
    reply, _ = assistant.ask(text)
    assert said in reply.text
