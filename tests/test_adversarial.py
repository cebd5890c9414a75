"""What nobody should get a figure for: attacks, other topics, nonsense, and strings that nobody wrote.

TRADE_ASSISTANT_STRINGS sets how many strings are made (2,000; the whole proof is 10,000).
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import Assistant, Dialogue
from assistant.answer.check import problems
from assistant.evaluation.cases import Case, read
from assistant.lexicon.tokens import LONGEST, MOST_WORDS
from assistant.reply import Reply
from assistant.types import Evidence

pytestmark = pytest.mark.slow

REFUSE = Path(__file__).parent / "questions" / "refuse" / "adversarial.jsonl"
STRINGS = int(os.environ.get("TRADE_ASSISTANT_STRINGS", "2000"))
ALLOWED = {"1", "2", "3", "4", str(LONGEST), str(MOST_WORDS)}
CODES = re.compile(r"\b(?:HS|SA|SH) \d+(?:, \d+| – \d+)*")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Faults(logging.Handler):
    """Keeps what the assistant logs as its own fault."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.getMessage()} {record.exc_info[1]!r}" if record.exc_info else record.getMessage())


@pytest.fixture(scope="module")
def faults() -> Iterator[Faults]:
    """The faults logged while these tests run."""
    handler, logger = Faults(), logging.getLogger("assistant")
    logger.addHandler(handler)
    yield handler
    logger.removeHandler(handler)


def unfounded(assistant: Assistant, text: str) -> list[str]:
    """What a reply says in numbers that neither its evidence nor the question holds."""
    question = assistant.understand(text, Dialogue())
    reply, evidence = assistant.answer(question)
    return (
        _answered(reply, evidence)
        if reply.status == "answered"
        else _refused(reply, f"{text} {question.text} {declared(assistant)}")
    )


def _answered(reply: Reply, evidence: Evidence) -> list[str]:
    """The checker's view of the finished text, its figures put back into slots and its quotes into passages."""
    text = reply.text
    shown = {str(figure["display"]) for figure in reply.figures}
    for display in sorted(shown | {display.lstrip("−-") for display in shown}, key=len, reverse=True):
        text = text.replace(display, "{f1}")  # "fell by 3 %" shows a figure of −3 %
    text = re.sub(r"\[\d+\]", "", text)
    passages = [" ".join(passage.text.split()) for passage in evidence.passages]
    said = (" ".join(line.split()) for line in text.split("\n"))
    text = " ".join(line for line in said if not any(line in passage for passage in passages))
    draft = SimpleNamespace(text=text, facts=(SimpleNamespace(id="f1"),), quotes=(), declared=())
    return list(problems(draft, evidence))  # type: ignore[arg-type]


def declared(assistant: Assistant) -> str:
    """What the tables declare of themselves in words: a decline names them ("…, 50 partners, 2024")."""
    return " ".join(f"{t.title} {' '.join(t.population.values())}" for t in assistant.store.tables)


def _refused(reply: Reply, asked: str) -> list[str]:
    """Numbers of a decline that are not the question's or a table's own, a year, a quarter, or the longest message."""
    own = f"{asked} {normalize('NFKC', asked)}"
    said = NUMBER.findall(CODES.sub("", f"{reply.text} {(reply.reason or {}).get('text', '')}"))
    return [number for number in said if number not in own and number not in ALLOWED and not _is_year(number)]


def _is_year(number: str) -> bool:
    return number.isdigit() and 1900 <= int(number) <= 2100


def cases() -> list[Case]:
    """The written ones."""
    return read([REFUSE])


@pytest.fixture(scope="module")
def asked(assistant: Assistant, faults: Faults) -> list[tuple[Case, Reply]]:
    """Every written one with its reply."""
    found = [(case, assistant.ask(case.turns[0])[0]) for case in cases()]
    assert not faults.said
    return found


def test_there_are_two_hundred_of_them_all_different() -> None:
    assert len({case.question for case in cases()}) >= 200
    assert len({case.category for case in cases()}) >= 12


def test_what_is_no_question_about_trade_gets_no_answer(asked: list[tuple[Case, Reply]]) -> None:
    wrong = [
        f"{case.id} {case.question[:80]!r}: {reply.text[:120]!r}" for case, reply in asked if _is_wrong(case, reply)
    ]
    assert len(wrong) <= len(asked) // 50, "\n".join(wrong)


def _is_wrong(case: Case, reply: Reply) -> bool:
    return reply.status == "answered" and "answered" not in case.expect


def test_no_reply_says_a_number_that_nothing_carries(assistant: Assistant) -> None:
    found = {case.id: said for case in cases() if (said := unfounded(assistant, case.turns[0]))}
    assert not found


def test_noise_around_a_question_never_changes_its_figure(assistant: Assistant) -> None:
    plain = assistant.ask("US exports to Mexico in 2024")[0].answer[0]["value"]
    noisy = [
        case for case in cases() if case.category == "answerable under noise" and "exports to Mexico" in case.question
    ]
    replies = [assistant.ask(case.turns[0])[0] for case in noisy]
    assert {reply.answer[0]["value"] for reply in replies if reply.status == "answered"} == {plain}


WORDS = st.sampled_from(
    "US Mexico exports imports deficit from to in 2024 Q3 top 5 share growth by truck cars HS 8703 why "
    "exportaciones de México a déficit noviembre and not without since latest % $ bn 10 mil millones Georgia we".split()
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=st.characters(categories=("Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Nd", "Sm", "Co")), max_size=60),
    st.text(alphabet="\u202e\u202d\u2067\u200f\u05d0\u0627 exports 2024", max_size=80),
    st.lists(WORDS, max_size=25).map(" ".join),
    st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=20).map(" ".join),
    st.builds(lambda text, times: text * times, st.text(min_size=1, max_size=30), st.integers(1, 200)),
)


def test_strings_that_nobody_wrote(assistant: Assistant, faults: Faults) -> None:
    """One test, so that the assistant is opened once: no exception, no fault, no number out of nowhere."""
    before = len(faults.said)

    @settings(
        max_examples=STRINGS,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(TEXTS)
    def holds(text: str) -> None:
        reply, _ = assistant.ask(text)
        assert faults.said[before:] == []
        assert reply.status in ("answered", "clarify", "declined")
        assert unfounded(assistant, text) == []
        reply.to_json().encode("utf-8", "surrogatepass")

    holds()
