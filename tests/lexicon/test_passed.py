"""A place that a verb sets a flow above: "did imports from Mexico pass China" is of imports from both."""

from __future__ import annotations

import pytest

from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "language", "partners"),
    [
        ("did imports from Mexico pass China", "en", ("MEX", "CHN")),
        ("did exports to Mexico ever overtake Canada", "en", ("MEX", "CAN")),
        ("did US imports from Vietnam exceed India", "en", ("VNM", "IND")),
        ("in which years did exports to Mexico trail Canada", "en", ("MEX", "CAN")),
        ("¿superaron las importaciones de México a China?", "es", ("MEX", "CHN")),
        ("¿las importaciones desde México rebasaron a Canadá en 2024?", "es", ("MEX", "CAN")),
        ("exportaciones de México a Canadá", "es", ("CAN",)),
    ],
)
def test_who_is_passed(text: str, language: str, partners: tuple[str, ...]) -> None:
    assert understood(text, language).slots.partner == partners
