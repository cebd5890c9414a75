"""The slowest reply to what nobody should ask: attacks, nonsense, very long and odd messages."""

from __future__ import annotations

import time
from pathlib import Path

from assistant import Assistant
from assistant.evaluation.cases import read
from benchmarks.line import Line, percentile

ODD = Path(__file__).parents[1] / "tests" / "questions" / "refuse"
_LIMIT = 1000.0


def measure(store: Path) -> list[Line]:
    """The slowest reply and the 95th percentile over all of them, each asked once after a warm-up."""
    assistant = Assistant.open(store)
    for warm in ("US exports to Mexico in 2024", "¿Cuánto exportó México en 2024?", "why do the two sides differ?"):
        assistant.ask(warm)
    asked = [case.turns[0] for case in read(sorted(ODD.glob("*.jsonl")))]
    times = [_milliseconds(assistant, text) for text in asked]
    return [
        Line("attack or nonsense, warm, slowest", max(times), _LIMIT, "ms", f"{len(times)} messages"),
        Line("attack or nonsense, warm, p95", percentile(times, 0.95), _LIMIT, "ms"),
    ]


def _milliseconds(assistant: Assistant, text: str) -> float:
    started = time.perf_counter()
    assistant.ask(text)[0].to_json()
    return 1000 * (time.perf_counter() - started)
