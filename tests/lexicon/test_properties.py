"""Laws of reading: swapping two countries turns the flow round; voice, case, politeness and a slip change nothing."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.planner.rules import RulesPlanner
from assistant.store.store import Store
from assistant.types import Call, Evidence, Gap
from tests.world.planning import completed, lines

OPERATIONS = (
    "{flow} in 2023",
    "growth of {flow} in 2023",
    "monthly {flow} in 2023",
    "average monthly {flow} in 2023",
    "the month of 2023 with the highest {flow}",
    "{flow} by mode in 2023",
    "{flow} by truck in 2023",
    "{flow} in the first half of 2023",
    "{flow} from 2021 to 2023, year by year",
)
FLOWS = ("exports from {seller} to {buyer}", "imports of {buyer} from {seller}")
SAME = {
    "exports from the US to Mexico": (
        "US exports to Mexico",
        "U.S. exports to Mexico",
        "exports of the US to Mexico",
        "exports by the United States to Mexico",
        "American exports to Mexico",
        "our exports to Mexico",
    ),
    "imports of the US from Mexico": (
        "US imports from Mexico",
        "imports into the US from Mexico",
        "imports by the United States from Mexico",
        "American imports from Mexico",
        "our imports from Mexico",
    ),
}
VOICES = {
    "US exports to Mexico in 2023": (
        "what did the US sell to Mexico in 2023",
        "how much did the US export to Mexico in 2023",
        "how much was exported by the US to Mexico in 2023",
        "how much was sold by the US to Mexico in 2023",
        "what did we ship to Mexico in 2023",
        "what did the US sell Mexico in 2023",
    ),
    "US imports from Mexico in 2023": (
        "what did the US buy from Mexico in 2023",
        "how much did the US import from Mexico in 2023",
        "how much was imported by the US from Mexico in 2023",
        "how much was bought by the US from Mexico in 2023",
        "what did we buy from Mexico in 2023",
        "what did the US get from Mexico in 2023",
    ),
}
POLITE = (
    "{text}",
    "please give me {text}",
    "Hi! could you show me {text}, thanks",
    "I need {text}.",
    "{text}?",
    "{text} pls",
)
BOOKS = ("Mexico", "the US"), ("Canada", "the US"), ("China", "the US")
SLIPS = st.sampled_from(("exports", "imports", "Mexico", "average", "monthly", "growth", "highest"))


def planned(text: str, store: Store) -> list[str] | None:
    found = RulesPlanner().next(completed(text, store), Evidence())
    return None if isinstance(found, Gap) else lines(found)


def ends(calls: tuple[Call, ...] | Gap) -> list[tuple[str, str]]:
    """Seller and buyer of each selection, whoever reports it."""
    assert not isinstance(calls, Gap), calls
    made = [call.args for call in calls if call.tool == "select"]
    sides = [(args["reporter"], args["partner"]) for args in made]
    return [side if args["measure"] == "exports" else side[::-1] for side, args in zip(sides, made, strict=True)]


@pytest.mark.parametrize(("operation", "flow", "pair"), list(product(OPERATIONS, FLOWS, BOOKS)))
def test_swapping_the_countries_turns_the_flow_round(
    world: Store, operation: str, flow: str, pair: tuple[str, str]
) -> None:
    seller, buyer = pair
    texts = [
        operation.format(flow=flow.format(seller=one, buyer=other)) for one, other in ((seller, buyer), (buyer, seller))
    ]
    there, back = (ends(RulesPlanner().next(completed(text, world), Evidence())) for text in texts)
    assert there == [(b, a) for a, b in back]
    assert all("USA" in side and len(set(side)) == 2 for side in there)


@pytest.mark.parametrize(
    ("operation", "plain", "other"),
    [(operation, plain, other) for operation in OPERATIONS for plain, others in SAME.items() for other in others],
)
def test_paraphrases_of_a_flow_have_one_plan(world: Store, operation: str, plain: str, other: str) -> None:
    expected = planned(operation.format(flow=plain), world)
    assert expected is not None
    assert planned(operation.format(flow=other), world) == expected


@pytest.mark.parametrize(("plain", "other"), [(plain, other) for plain, others in VOICES.items() for other in others])
def test_voice_does_not_matter(world: Store, plain: str, other: str) -> None:
    assert planned(other, world) == planned(plain, world) is not None


@pytest.mark.parametrize(("operation", "polite"), list(product(OPERATIONS, POLITE)))
def test_case_and_politeness_do_not_matter(world: Store, operation: str, polite: str) -> None:
    text = operation.format(flow="US exports to Mexico")
    expected = planned(text, world)
    asked = polite.format(text=text)
    assert expected is not None
    assert [planned(each, world) for each in (asked, asked.lower(), asked.upper())] == [expected] * 3


@given(operation=st.sampled_from(OPERATIONS), flow=st.sampled_from(list(SAME)), word=SLIPS, at=st.integers(1, 4))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_letters_swapped_change_nothing(world: Store, operation: str, flow: str, word: str, at: int) -> None:
    text = operation.format(flow=flow)
    slipped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    assert planned(text.replace(word, slipped), world) == planned(text, world)
