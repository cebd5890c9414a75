"""How long a warm assistant takes to answer, and how much of that is its own, without database and embedding."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from assistant import Assistant, Dialogue
from assistant.store.embedder import OnnxEmbedder, Vectors
from benchmarks.line import Line, percentile

QUESTIONS = Path(__file__).with_name("questions.txt")
"""One conversation a line, its turns parted by " || "."""

_ROUNDS = 5
_P50, _P95, _OWN = 60.0, 150.0, 25.0
_NOTES = ("what is f.a.s.?", "why do the two sides differ?", "what does USTR do")


def measure(store: Path) -> list[Line]:
    """The time of a table question at p50 and p95, its own part at p50 and p95, and the time of a notes question."""
    assistant = Assistant.open(store)
    asked = QUESTIONS.read_text(encoding="utf-8").strip().splitlines()
    with _clocked(assistant) as elsewhere:
        answered, number = _answered(assistant, asked)
        times = [one for _ in range(_ROUNDS) for line in asked for one in _times(assistant, line, elsewhere)]
        notes = [one for _ in range(_ROUNDS) for line in _NOTES for one in _times(assistant, line, elsewhere)]
    total, own = [t for t, _ in times], [t - e for t, e in times]
    remark = f"{number} questions, {answered} answered, {_ROUNDS} rounds"
    return [
        Line("table question, warm, p50", percentile(total, 0.5), _P50, "ms", remark),
        Line("table question, warm, p95", percentile(total, 0.95), _P95, "ms", f"slowest {max(total):.0f} ms"),
        Line("own part (without SQL and embedding), p50", percentile(own, 0.5), _OWN, "ms"),
        Line("own part (without SQL and embedding), p95", percentile(own, 0.95), _OWN, "ms"),
        Line("notes question, warm, p95", percentile([t for t, _ in notes], 0.95), _P95, "ms"),
    ]


def _answered(assistant: Assistant, asked: list[str]) -> tuple[int, int]:
    """How many turns are answered, of how many: a decline is fast, and would flatter. It also warms everything."""
    statuses = [status for line in asked for status in _statuses(assistant, line)]
    for line in _NOTES:
        list(_statuses(assistant, line))
    return statuses.count("answered"), len(statuses)


def _statuses(assistant: Assistant, line: str) -> Iterator[str]:
    dialogue = Dialogue()
    for turn in line.split(" || "):
        reply, dialogue = assistant.ask(turn, dialogue)
        yield reply.status


def _times(assistant: Assistant, line: str, elsewhere: list[float]) -> Iterator[tuple[float, float]]:
    """Of each turn the milliseconds it took, and those of them spent in the database and the embedding."""
    dialogue = Dialogue()
    for turn in line.split(" || "):
        elsewhere.clear()
        started = time.perf_counter()
        reply, dialogue = assistant.ask(turn, dialogue)
        reply.to_json()
        yield 1000 * (time.perf_counter() - started), 1000 * sum(elsewhere)


@contextmanager
def _clocked(assistant: Assistant) -> Iterator[list[float]]:
    """The seconds that the statements and the embeddings of the last question took."""
    seconds: list[float] = []
    engine, embed, begun = assistant.store.engine, OnnxEmbedder.embed, [0.0]

    def before(*_: object) -> None:
        begun[0] = time.perf_counter()

    def after(*_: object) -> None:
        seconds.append(time.perf_counter() - begun[0])

    def timed(self: OnnxEmbedder, texts: Sequence[str]) -> Vectors:
        started = time.perf_counter()
        try:
            return embed(self, texts)
        finally:
            seconds.append(time.perf_counter() - started)

    sa.event.listen(engine, "before_cursor_execute", before)
    sa.event.listen(engine, "after_cursor_execute", after)
    OnnxEmbedder.embed = timed  # type: ignore[method-assign]
    try:
        yield seconds
    finally:
        OnnxEmbedder.embed = embed  # type: ignore[method-assign]
        sa.event.remove(engine, "before_cursor_execute", before)
        sa.event.remove(engine, "after_cursor_execute", after)
