"""A sample of the seen questions over the real corpus: it may be declined, never wrong. All: `make evaluate`."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.evaluation.cases import Case, read
from assistant.evaluation.run import evaluate

SEEN = Path(__file__).parents[1] / "questions" / "seen"
NUMBER = 60


def sample(cases: Sequence[Case], number: int) -> list[Case]:
    """So many cases, taken in turn from each category, no two of one wording, spread over the category."""
    wordings = list({case.wording: case for case in cases}.values())
    categories = sorted({case.category for case in wordings})
    ranked = []
    for category in categories:
        own = [case for case in wordings if case.category == category]
        middle = len(own) // 2  # not the first, which is what everybody tries
        ranked += [(turn, category, case) for turn, case in enumerate((*own[middle:], *own[:middle]))]
    return [case for _, _, case in sorted(ranked, key=lambda item: item[:2])[:number]]


@pytest.mark.slow
def test_a_sample_of_every_category_holds_no_wrong_answer(assistant: Assistant) -> None:
    cases = sample(read(sorted(SEEN.glob("*.jsonl"))), NUMBER)
    assert len(cases) == NUMBER
    report = evaluate(assistant, cases)
    found = "\n".join(f"{o.case.id} {o.case.question!r}: {o.judgement.why}" for o in report.wrong)
    assert not report.wrong, f"answered wrongly:\n{found}"
