"""Drafts that may not be said: figures of their own, signs, scales, units and quotes that no evidence carries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Assistant, Dialogue
from assistant.answer.check import problems
from assistant.answer.draft import Draft
from assistant.answer.model import liberties
from assistant.types import Evidence, Passage

GROWTH = "growth of US imports from Mexico in 2023"
LIMIT = "how many months of 2023 had US imports from Mexico above $50m"


def drafted(assistant: Assistant, text: str) -> tuple[Draft, Evidence]:
    question = assistant.understand(text, Dialogue())
    _, evidence = assistant.answer(question)
    return assistant.speech("en").templates.compose(question, evidence), evidence


@pytest.mark.parametrize(
    "text",
    [
        GROWTH,
        LIMIT,
        "US deficit with Mexico in 2023",
        "Mexico's surplus with the US in Feb 2024",
        "top 3 partners in 2023",
        "US imports from Mexico by quarter in 2023",
        "CAGR of US imports from Mexico 2021-2023",
        "share of truck in US imports from Mexico in 2023",
        "average monthly US imports from Mexico in 2023",
        "US imports from Mexico in Q3 2023",
        "US imports from Mexico in FY2023",
        "US imports from Mexico in 2023 by port",
        "month with the largest US deficit with Mexico in 2023 and how far above the average",
        "months of 2023 with US imports from Mexico between $50m and $55m",
    ],
)
def test_what_the_templates_write_is_sound(assistant_world: Assistant, text: str) -> None:
    draft, evidence = drafted(assistant_world, text)
    assert problems(draft, evidence) == ()
    if "$" not in draft.text:  # a limit is written out; a model's wording of it is not used
        assert liberties(draft, draft, assistant_world.speech("en").words) == ()


BAD = [
    "{f1} was the answer, or $600 million.",
    "It came to 1.234,5 in 2023 ({f1}).",
    "It came to 1,234.5 in 2023 ({f1}).",
    "It rose by 20 in 2023, by {f1}.",
    "It rose by 3.5% in 2023, that is {f1}.",
    "{f9} is the answer.",
    "It came to {f1} in 2019.",
    "It came to {f1}, up from ７00.",
    "It came to {f1}, about 600000000.",
]


@pytest.mark.parametrize("text", BAD)
def test_a_figure_outside_its_slot(assistant_world: Assistant, text: str) -> None:
    draft, evidence = drafted(assistant_world, "US deficit with Mexico in 2023")
    assert problems(replace(draft, text=text), evidence)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rose", "fell"),
        ("rose by {", "rose by −{"),
        ("rose by {", "rose by -{"),
        ("rose by {", "rose by minus {"),
        (" in 2023", " million in 2023"),
        (" in 2023", " billion in 2023"),
        (" in 2023", " percentage points in 2023"),
        (" in 2023", " percent in 2023"),
        (" in 2023", " thousand in 2023"),
        ("imports", "exports"),
        ("from Mexico", "from Canada"),
        ("US goods", "Mexican goods"),
        ("rose by {", "rose by twice {"),
        ("rose by {", "rose by nearly {"),
    ],
)
def test_a_wording_that_turns_the_meaning(assistant_world: Assistant, old: str, new: str) -> None:
    draft, evidence = drafted(assistant_world, GROWTH)
    assert old in draft.text
    written = replace(draft, text=draft.text.replace(old, new, 1))
    assert problems(written, evidence) or liberties(written, draft, assistant_world.speech("en").words)


@pytest.mark.parametrize(
    "text", ["In 2023 it was {f1}.", "In all 12 months of 2023 it was {f1}.", "It was {f1} (2023)."]
)
def test_periods_and_counts_of_the_evidence_may_be_said(assistant_world: Assistant, text: str) -> None:
    draft, evidence = drafted(assistant_world, "average monthly US imports from Mexico in 2023")
    assert problems(replace(draft, text=text), evidence) == ()


def test_a_limit_may_be_said_as_it_was_asked(assistant_world: Assistant) -> None:
    draft, evidence = drafted(assistant_world, LIMIT)
    assert "$50 million" in draft.text
    assert problems(draft, evidence) == ()
    assert problems(replace(draft, text=draft.text.replace("$50 million", "$51 million")), evidence)


def test_a_limit_is_rounded_as_figures_are(assistant_world: Assistant) -> None:
    draft, evidence = drafted(
        assistant_world, "months of 2023 with US imports from Mexico above 50.1265 million dollars"
    )
    assert problems(draft, evidence) == ()


PASSAGE = Passage("p", "Trade was 12.5 billion in 2020, up by a tenth.", "note", "A note", "§ 1", 0.9)


@pytest.mark.parametrize(
    ("text", "quote", "sound"),
    [
        ("Trade was 12.5 billion in 2020, up by a tenth. [p1]", "Trade was 12.5 billion in 2020, up by a tenth.", True),
        ("As a note says: Trade was 12.5 billion in 2020 [p1]", "Trade was 12.5 billion in 2020", True),
        ("Trade was 12.6 billion in 2020 [p1]", "Trade was 12.6 billion in 2020", False),
        ("Trade was 12.5 million in 2020 [p1]", "Trade was 12.5 million in 2020", False),
        ("Trade was −12.5 billion in 2020 [p1]", "Trade was −12.5 billion in 2020", False),
        ("It was 12.5 billion. [p1]", "up by a tenth", False),
        ("up by a tenth, or two billion [p1]", "up by a tenth", False),
    ],
)
def test_quotes_are_word_for_word(text: str, quote: str, sound: bool) -> None:
    draft = Draft(text, quotes=((PASSAGE, quote),))
    assert (problems(draft, Evidence(passages=(PASSAGE,))) == ()) is sound
