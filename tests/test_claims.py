"""Yes or no to a period that is claimed to be the first or last, and whose peak was higher, on the real tables."""

from __future__ import annotations

import pytest

from assistant import Assistant

pytestmark = pytest.mark.slow

CLAIMS = {
    "was 2020 the first year since 2015 that exports to Germany shrank?": ("No:", "2016"),
    "Is it true that 2016 was the first year since 2015 in which exports to Germany fell?": ("Yes:", "2016"),
    "was 2019 the last year exports to China dropped?": ("No:", "2024"),
    "Was 2021 the first time imports from Mexico exceeded $380 billion?": ("Yes:", "2021"),
    "Was 2003 the first year China overtook Mexico as a supplier?": ("Yes:", "2003"),
    "¿Fue 2022 el primer año en que las exportaciones a México superaron 300 mil millones de dólares?": ("Sí:", "2022"),
    "Was 1950 the first year exports to Mexico topped $1 billion?": ("The first year", "already at the start"),
    "Which of the two had the higher best month in 2023 for US imports, Japan or Germany?": ("Highest", "Germany (Ma"),
    "Was the best month of imports from Japan in 2023 higher than that from Germany?": ("No:", "Germany (March 2023)"),
    "Did imports from Japan in their best month of 2023 exceed those from Germany in the same month?": ("", "at that"),
}


@pytest.mark.parametrize(("question", "said"), CLAIMS.items())
def test_what_is_claimed_is_held_to_what_is_found(assistant: Assistant, question: str, said: tuple[str, str]) -> None:
    text = assistant.ask(question)[0].to_dict()["text"]
    assert text.startswith(said[0]) and said[1] in text, text
