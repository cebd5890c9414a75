"""What a question asks for of its subject, and which paragraphs carry it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.lexicon.topics.sought import kinds, telling
from assistant.store.store import Store
from assistant.types import Passage
from tests.world.planning import completed

SIGNED = Passage(
    "p1", "Mexico and Canada signed the pact on 3 May 2018. It needs nine papers.", "note", "The pact", "", 0.9
)
AGENCY = Passage("p2", "The agency promotes farm exports and writes reports.", "note", "The agency", "", 0.9)


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        ("who chairs the commission", {"who"}),
        ("on which day did the exemption end", {"time"}),
        ("where was the pact signed", {"place"}),
        ("the pact needs how many papers", {"count"}),
        ("de qué año es el decreto", {"time"}),
        ("cuántos datos lleva el certificado", {"count"}),
        ("what is the pact", set()),
        ("is it fair to average two sides when they differ", set()),
    ],
)
def test_what_kind_is_asked_for(text: str, asked_for: set[str]) -> None:
    assert kinds(text) == asked_for


@pytest.mark.parametrize(
    ("text", "passage", "asked", "told"),
    [
        ("when was the pact signed", SIGNED, "what is the pact", True),  # a year, and every word
        ("when was the agency founded", AGENCY, "what is the agency", False),  # no year
        ("when was the pact revoked", SIGNED, "when was the pact signed", True),  # known to answer the same kind
        ("where was the pact signed", SIGNED, "when was the pact signed", False),
        (
            "how many papers does the pact need",
            SIGNED,
            "what does the pact need",
            True,
        ),  # a number before what is counted
        ("how many pages does the pact have", SIGNED, "what does the pact need", False),
        ("who chairs the pact", SIGNED, "what is the pact", False),
        ("who is the agency", AGENCY, "what does the agency do", False),  # its every word is its subject
        ("who promotes farm exports", AGENCY, "what does the agency do", True),
        ("when did Denmark sign the pact", SIGNED, "when was the pact signed", False),  # a name that nothing holds
        ("what is the budget of the agency", AGENCY, "what is the agency", False),
        ("what is the budget of the agency", AGENCY, "how large is the agency's budget", True),
        ("cuál es el teléfono de la agencia", AGENCY, "qué es la agencia", False),
        ("what does the agency do", AGENCY, "what is the agency", True),
        ("what does the agency do in India", AGENCY, "what does the agency do", False),  # it tells of another place
        ("what did Canadian negotiators sign", SIGNED, "what is the pact", True),  # by another of its names
        ("tonnes of wheat exports that the agency counts", AGENCY, "tonnes of maize exports it counts", False),
        ("tonnes of maize exports that the agency counts", AGENCY, "tonnes of maize exports it counts", True),
        ("what does INEGI do for exports", AGENCY, "what does the agency do for exports", False),
        ("what does the agency want", AGENCY, "what does the agency do", False),  # what it does tells no wish
        ("when will Mexico withdraw from the pact", SIGNED, "when was the pact signed", False),
        ("why did most exports fall", AGENCY, "what does the agency do", True),
    ],
)
def test_which_paragraphs_tell_it(world: Store, text: str, passage: Passage, asked: str, told: bool) -> None:
    language = "es" if text.startswith("cuál") else "en"
    question = replace(completed(text, world), text=text, language=language)
    assert bool(telling(question, (replace(passage, asked=asked, known=0.9),))) is told
