"""What the earlier question comes to on the books that answer now: its figure, or how much it rose or fell."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer.heads import earlier_frames
from assistant.answer.sentences import Head
from assistant.answer.sentences.growth import moved_by
from assistant.types import Evidence


def restated(head: Head, evidence: Evidence) -> Iterator[str]:
    """The sentence on each earlier figure; none where it is neither a value nor a change between two times."""
    for frame, call in earlier_frames(evidence):
        earlier = head.of(call)
        if earlier.call.tool == "select":
            slot, when = head.figure(0, frame, call), head.words.period(frame.about.period)
            yield head.words.phrase("restated", subject=head.words.subject(frame), value=slot, period=when)
        elif earlier.call.tool == "growth" and frame.detail["growth"] == "total":
            yield head.words.phrase("restated_move", text=moved_by(earlier)[0])


__all__ = ["restated"]
