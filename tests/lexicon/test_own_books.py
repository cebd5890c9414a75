"""Whose books are meant by "its own count": those of the country that is named first."""

from __future__ import annotations

import pytest

from assistant.store.store import Store
from tests.world.planning import completed


@pytest.mark.parametrize(
    ("text", "books"),
    [
        ("Mexico reported what surplus with the US for 2015, on its own count", "MEX"),
        ("by its own count, what did Mexico export to the US in 2019", "MEX"),
        ("on its own books, what was the US deficit with Mexico in 2015", "USA"),
        ("what did Mexico export to the US in 2019", None),
    ],
)
def test_its_own_count(world: Store, text: str, books: str | None) -> None:
    assert completed(text, world).slots.books == books
