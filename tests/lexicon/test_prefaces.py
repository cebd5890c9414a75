"""A long sentence of talk that ends with a question: what leads to it is left out, unless it bounds what is asked."""

from __future__ import annotations

import pytest

from assistant.store.store import Store
from tests.lexicon.test_context import read

RISK = "I'm preparing slides for our board, which always asks about supply risk, so "
PLANT = "Given that our company ships mostly by truck, and that people in Guangdong talk about it, "
ENDS = {
    f"{RISK}could you tell me what share of US imports came from China in 2023?": "from China in 2023?",
    f"{PLANT}what I'd like to find out is the value of imports by truck from Mexico in 2023.": "from Mexico in 2023.",
    "Our team, which is comparing routes, asked me to find out how much we exported to Canada in 2022.": "in 2022.",
}


@pytest.mark.parametrize("text", ENDS)
def test_a_preface_is_no_part_of_the_question(text: str, world: Store) -> None:
    said = read(text, world)
    assert said.endswith(ENDS[text])
    assert not {"risk", "Guangdong", "routes"} & {*said.replace(",", "").split()}


@pytest.mark.parametrize(
    "text",
    [
        "My boss wants it by rail, so could you tell me how much the US exported to Canada in 2022?",
        "We don't want China in it, so please tell me the top five suppliers of the US in 2023",
        "We only care about trucks these days, so could you tell me what US imports from Mexico were in 2023?",
        "I want it adjusted for inflation as we always do, could you tell me what US exports to Mexico were in 2020?",
    ],
)
def test_what_bounds_a_question_stays(text: str, world: Store) -> None:
    assert read(text, world).startswith(text[:12])
