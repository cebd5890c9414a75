"""The paragraph that tells a question outright: it holds every telling word, every number and what is asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.lexicon.topics.outright import outright
from assistant.store.store import Store
from assistant.types import Passage
from tests.world.planning import completed

PACT = Passage("p1", "The pact needs nine papers and reaches some 50 places, says Alba.", "pact", "The pact", "", 0.8)
STUDY = Passage("p3", "Alba and Boro found that import duties of 2018 were passed on.", "study", "Studies", "", 0.8)
OTHER = Passage("p2", "The agency promotes farm exports.", "agency", "The agency", "", 0.4)


@pytest.mark.parametrize(
    ("text", "first", "second", "told"),
    [
        ("what does Alba say about the pact's papers", PACT, OTHER, True),
        ("I've read that the pact reaches more than fifty places", PACT, OTHER, True),
        ("I've read that the pact reaches more than sixty places", PACT, OTHER, False),
        ("how many papers does the pact need", PACT, OTHER, True),
        ("how many pages does the pact need", PACT, OTHER, False),
        ("what does the pact need in 2030", PACT, OTHER, False),
        ("what does the pact's chairman say about papers", PACT, OTHER, False),
        ("what did Alba and Boro find on the import duties of 2018", STUDY, OTHER, True),  # a flow of a year, and who
        ("what did Alba and Dorn find on the import duties of 2018", STUDY, OTHER, False),
        ("what does the pact need in India", PACT, OTHER, False),
        ("what does the pact need", replace(PACT, score=0.6), OTHER, False),  # too little is said of it
        ("what does Alba say about the pact", PACT, replace(OTHER, score=0.7), False),  # as near, and lacks a word
    ],
)
def test_only_the_paragraph_that_holds_all_tells_a_question_outright(
    world: Store, text: str, first: Passage, second: Passage, told: bool
) -> None:
    assert outright(completed(text, world), (first, second)) == ((first,) if told else ())
