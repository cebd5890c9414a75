"""Which of two times a yes or no is about, where a follow-up names one and the other was asked about before."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.world.asking import talk

IMPORTS, EARLIER = "US imports from Mexico in 2023", "US imports from Mexico in 2022"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ([IMPORTS, "was it higher than in 2022?"], "were US imports from Mexico in 2023 higher than in 2022?"),
        ([IMPORTS, "was it higher in 2022?"], "were US imports from Mexico in 2022 higher than in 2023?"),
        ([IMPORTS, "was 2022 lower?"], "were US imports from Mexico in 2022 lower than in 2023?"),
        ([IMPORTS, "was it more in 2022 than that?"], "were US imports from Mexico in 2022 higher than in 2023?"),
        ([EARLIER, "is that lower than in 2023?"], "were US imports from Mexico in 2022 lower than in 2023?"),
        ([EARLIER, "was it higher in 2023?"], "were US imports from Mexico in 2023 higher than in 2022?"),
        ([IMPORTS, "is that above exports there?"], "were US imports from Mexico higher than exports to it in 2023?"),
        ([IMPORTS, "did exports exceed that?"], "were US exports to Mexico in 2023 higher than imports from it?"),
        ([EARLIER, "did it exceed the 2023 figure?"], "were US imports from Mexico in 2022 higher than in 2023?"),
    ],
)
def test_the_time_that_a_yes_or_no_is_about(assistant_world: Assistant, turns: list[str], whole: str) -> None:
    told, asked = talk(assistant_world, *turns), talk(assistant_world, whole)
    assert told["answer"][0]["kind"] == "boolean"
    assert told["answer"][0]["value"] == asked["answer"][0]["value"]


def test_now_after_a_year_is_the_newest_year(assistant: Assistant) -> None:
    exports = "US exports to Mexico in 2020"
    newest = talk(assistant, "US exports to Mexico in the latest year")["figures"][0]["value"]
    assert talk(assistant, exports, "and now?")["figures"][0]["value"] == newest
    both = talk(assistant, f"{exports} and in the latest year")["figures"]
    assert newest in {figure["value"] for figure in both}
    assert any("2020" in str(figure) for figure in both)
