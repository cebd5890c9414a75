"""What a question turned to another basis says beside its figure: the earlier one, or the other source's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.answer.sentences import Head
from assistant.answer.sentences.wording import sized
from assistant.types import APART, BEFORE, OTHER, Evidence, Frame

Naming = Callable[[Frame, Frame], str]
"""Names the table of a frame beside that of another one."""


def steered(head: Head, evidence: Evidence, named: Naming) -> Iterator[str]:
    """How far the figure lies from the earlier answer's, or from what the other sources that were named say."""
    for call in evidence.calls:
        if call.tool != "discrepancy" or call.id not in evidence.frames or call.args["of"]["ref"] != head.call.id:
            continue
        apart, beside = evidence.frames[call.id], call.args["beside"]["ref"]
        other = evidence.frames[beside]
        kind = "same" if not apart.value else "more" if apart.value > 0 else "less"
        name = kind if call.id.endswith(BEFORE) else f"beside_{kind}"
        size = sized(head.figure(0, apart, call.id)) if apart.value else ""
        source = named(other, head.frame)
        yield head.words.phrase(f"demands.{name}", size=size, value=head.figure(0, other, beside), source=source)


def is_versus(evidence: Evidence) -> bool:
    """Whether two sources are set against each other, as the question asked."""
    return any(call.id.startswith(APART + OTHER) and call.id in evidence.frames for call in evidence.calls)


def asked_before(evidence: Evidence) -> list[tuple[Frame, str]]:
    """The earlier answer's figure and the gap to it, with their calls."""
    found = [call for call in evidence.calls if call.tool == "discrepancy" and call.id in evidence.frames]
    pairs = [(call.args["beside"]["ref"], call.id) for call in found if call.id.endswith(BEFORE)]
    return [(evidence.frames[name], name) for pair in pairs for name in pair]
