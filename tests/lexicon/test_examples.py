"""Every row of the example files as the English lexicon reads it; known gaps fail until mended."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.answer.numbers import plain
from assistant.measures import MEASURES, TARIFFS
from assistant.planner.defaults import complete
from assistant.settings import Home
from assistant.store.store import Store
from tests.world.reading import candidates, read, row, rows, understood


@pytest.mark.parametrize(("text", "expected"), rows("periods"))
def test_periods(text: str, expected: list[str]) -> None:
    assert list(understood(text).slots.periods) == expected


@pytest.mark.parametrize(("text", "expected"), rows("countries"))
def test_countries(text: str, expected: list[str]) -> None:
    found = candidates(text, "place")
    assert ["|".join(code.removeprefix("place:") for code in codes) for codes in found] == expected


@pytest.mark.parametrize(("text", "expected"), rows("quantities"))
def test_quantities(text: str, expected: list[str]) -> None:
    found = (codes[0].partition(":") for codes in candidates(text, "amount", "percent", "n"))
    assert [f"{kind}:{plain(Decimal(value))}" for kind, _, value in found] == expected


@pytest.mark.parametrize(("text", "expected"), rows("roles"))
def test_roles(text: str, expected: list[str]) -> None:
    slots = understood(text).slots
    assert [",".join(slots.measures), ",".join(slots.reporter), ",".join(slots.partner)] == expected
    assert not understood(text).unknown


WORDED = [
    row(text, measure, part == "gaps")
    for measure, texts in read("measures").items()
    for part in ("words", "gaps")
    for text in texts.get(part, ())
]


@pytest.mark.parametrize(("text", "measure"), WORDED)
def test_measures(world: Store, text: str, measure: str) -> None:
    found = complete(understood(text), world, Home())
    assert found.slots.measures == (measure,) and not found.unknown


def test_every_measure_has_its_words() -> None:
    assert set(read("measures")) == {*MEASURES, *TARIFFS}
