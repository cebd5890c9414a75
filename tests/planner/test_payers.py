"""Who pays a tariff is told by a note; who pays the highest, or more than another, by the rates."""

from __future__ import annotations

import pytest

from assistant.planner.payers import who_pays
from tests.world.reading import understood


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("who pays the tariff, them or us?", True),
        ("who pays when the US slaps a tariff on mexican stuff, them or us?", True),
        ("who pays the highest tariff?", False),
        ("who pays more in tariffs, Mexico or China?", False),
        ("which country faces the highest tariff?", False),
    ],
)
def test_who_pays(text: str, paid: bool) -> None:
    assert who_pays(understood(text)) is paid
