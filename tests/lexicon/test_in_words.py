"""How little likeness makes a paragraph known to answer a question that means no figure, and where it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.lexicon.topics.notional import is_known_by, means_no_figure
from assistant.store.store import Store
from assistant.types import Passage
from tests.world.planning import completed


def passage(score: float, known: float) -> Passage:
    return Passage("p1", "Text.", "note", "A note", "", score, known=known)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("which law first made a presidential trade negotiator", True),
        ("US exports to Mexico in 2023 with a clause", False),
        ("how much did the negotiator earn", False),
    ],
)
def test_what_means_no_figure(world: Store, text: str, meant: bool) -> None:
    assert means_no_figure(completed(text, world)) is meant


def test_less_likeness_does_where_no_figure_is_meant(world: Store) -> None:
    meant, figure = (completed(text, world) for text in ("which law made a negotiator", "US exports to Mexico in 2023"))
    assert is_known_by(meant, passage(0.66, 0.66))  # plainly alike
    assert is_known_by(meant, passage(0.62, 0.51))  # its text speaks of it too
    assert not is_known_by(meant, passage(0.62, 0.62))  # neither
    assert not is_known_by(figure, passage(0.9, 0.7))


def test_likeness_alone_is_not_plain_in_spanish(world: Store) -> None:
    question = replace(completed("which law made a negotiator", world), language="es")
    assert not is_known_by(question, passage(0.72, 0.72))
    assert is_known_by(question, passage(0.75, 0.55))
