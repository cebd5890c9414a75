"""The replies to the questions of one message, as one reply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.reply import Answer, Reply, Row

_MARK = re.compile(r"\[(\d+)\]")


def joined(replies: Sequence[Reply], opening: str = "") -> Reply:
    """One reply: answered where any part is, with figures and marks numbered through; a declined part is its reason.

    What two parts are answered with word for word is said once.
    """
    first, *rest = {reply.text: reply for reply in replies}.values()
    first = replace(first, text=f"{opening} {first.text}") if opening else first
    for reply in rest:
        first = _both(first, reply)
    return first


def _both(first: Reply, second: Reply) -> Reply:
    best = first if first.status == "answered" or second.status != "answered" else second
    longer = max(first, second, key=lambda reply: len((reply.table or {"rows": ()})["rows"]))
    marks = len(first.citations)
    text = _MARK.sub(lambda mark: f"[{int(mark[1]) + marks}]", second.text)
    merged = replace(
        best,
        text=f"{first.text}\n\n{text}",
        answer=(*first.answer, *second.answer),
        figures=(*first.figures, *_renumbered(second.figures, len(first.figures))),
        citations=(*first.citations, *({**cited, "id": cited["id"] + marks} for cited in second.citations)),
        plan=(*first.plan, *second.plan),
        table=longer.table,
        chart=longer.chart,
        assumptions=tuple(dict.fromkeys((*first.assumptions, *second.assumptions))),
        options=first.options or second.options,
        suggestions=second.suggestions or first.suggestions,
    )
    failed = next((reply for reply in (first, second) if reply.status != "answered" and reply.reason), None)
    return replace(merged, reason=failed.reason) if failed and isinstance(merged, Answer) else merged


def _renumbered(figures: Sequence[Row], offset: int) -> list[Row]:
    return [{**figure, "id": f"f{number}"} for number, figure in enumerate(figures, start=offset + 1)]
