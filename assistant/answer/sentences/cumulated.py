"""How few of the largest make up a part of a flow, each by name, and what they reach together."""

from __future__ import annotations

from assistant.answer.sentences.head import Head, Said, entities, number
from assistant.answer.sentences.wording import when

_NAMED = 12
"""Of more than so many the first and the last are named; the table has all."""


def fewest(head: Head) -> Said:
    """The count of those that make up the part, their names, largest first, and the share that they reach."""
    of = str(head.call.args["of"]["ref"])
    listed, frame = head.of(of), head.behind()
    last = len(frame.rows) - 1
    names = [listed.keyed(row) for row in range(last + 1)]
    names = names if len(names) <= _NAMED else [*names[: _NAMED - 1], "…", names[-1]]
    key = frame.by[-1]
    text = head.words.phrase(
        "fewest" if last else "fewest_one",
        n=head.figure(),
        key=head.words.label(key),
        keys=head.words.plural(key),
        part=f"{frame.detail['reach']}%",
        subject=head.subject(frame, of),
        period=when(listed),
        list=head.words.listed(names),
        value=head.figure(last, frame, of),
    )
    reached = number(head.fact(last, frame, of))
    return text, [number(head.fact()), *(item for row in range(last + 1) for item in entities(listed, row)), reached]


__all__ = ["fewest"]
