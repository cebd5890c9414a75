"""A follow-up that loses what it leans on is asked back, and gives no figure of something wider."""

from __future__ import annotations

import pytest

from assistant.dialogue.kept.lost import unlost
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Question, Slots

HOME = "USA"
RANKED = Slots(measures=("exports",), reporter=(HOME,), keys=("region",), periods=("2024",))
GROWN = Slots(measures=("exports",), partner=("IND",), periods=("2023", "2024"), operations=frozenset({"growth"}))


def _gap(last: Slots, asked: Slots, found: Slots, *about: str) -> str | None:
    carried = ("measures",)
    understood = Question("", "en", (), found, about=frozenset(f"dialogue:{cue}" for cue in about), carried=carried)
    gap = unlost(understood, asked, Dialogue((Turn("", last),)), HOME).gap
    return gap.cause if gap else None


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        (Slots(measures=("imports",), periods=("2024",)), "pointed"),
        (Slots(measures=("imports",), filters={"region": ("US-TX",)}, periods=("2024",)), None),
        (Slots(measures=("imports",), keys=("region",), periods=("2024",)), None),
    ],
)
def test_that_state_is_one_of_the_ranking(found: Slots, cause: str | None) -> None:
    assert _gap(RANKED, Slots(measures=("imports",)), found, "that") == cause
    assert _gap(RANKED, Slots(measures=("imports",)), found) is None


@pytest.mark.parametrize(("period", "cause"), [("last:3:month", "pointed"), ("2024-10/2024-12", None)])
def test_a_part_of_that_year_is_of_that_year(period: str, cause: str | None) -> None:
    found = Slots(measures=("exports",), periods=(period,))
    assert _gap(Slots(periods=("2024",)), Slots(periods=(period,)), found, "that_time") == cause


def test_what_was_asked_of_one_is_asked_of_the_next() -> None:
    asked = Slots(partner=("TUR",), operations=frozenset({"polar"}))
    level = Slots(measures=("exports",), partner=("TUR",), periods=("2023", "2024"))
    assert _gap(GROWN, asked, level) == "pointed"
    assert _gap(GROWN, asked, level, "dollars") is None


def test_a_change_between_figures_of_which_one_was_not_told_is_asked_back() -> None:
    asked = Slots(operations=frozenset({"growth"}))
    found = Slots(measures=("exports",), partner=("IND",), periods=("2023",), operations=frozenset({"growth"}))
    before = Turn("", Slots(measures=("exports",), partner=("IND",), periods=("2023",)))
    for failed, cause in ((True, "pointed"), (False, None)):
        dialogue = Dialogue((before, Turn("", failed=failed)))
        gap = unlost(Question("", "en", (), found, carried=("measures",)), asked, dialogue, HOME).gap
        assert (gap.cause if gap else None) == cause
