"""Averages of calendar months or quarters over years: the highest of them, one alone, or all."""

from __future__ import annotations

from assistant.answer.sentences.head import Head, Said, entities, keyed_numbers, number


def seasonal(head: Head) -> Said:
    """The average of one month or quarter, or of each of them in the order of the year."""
    rows = range(len(head.frame.rows))
    if len(rows) == 1:
        text = head.words.phrase("seasonal_part", when=head.keyed(), value=head.figure(), **_blanks(head))
        return text, [number(head.fact()), *entities(head)]
    listed = ", ".join(f"{head.keyed(row)} {head.figure(row)}" for row in rows)
    return head.words.phrase("seasonal_all", rows=listed, **_blanks(head)), keyed_numbers(head, rows)


def seasonal_extreme(head: Head) -> Said:
    """The month or quarter with the highest or lowest average."""
    name = f"seasonal_{head.frame.detail['extreme']}"
    text = head.words.phrase(name, when=head.keyed(), value=head.figure(), **_blanks(head))
    return text, [*entities(head), number(head.fact())]


def _blanks(head: Head) -> dict[str, str]:
    """What every sentence says: the flow, the years, and whether months or quarters were averaged."""
    detail, words = head.frame.detail, head.words
    period, key = words.period(head.frame.about.period), words.label(str(detail["seasonal"]))
    return {"subject": head.subject(), "period": period, "years": str(detail["years"]), "key": key}


__all__ = ["seasonal", "seasonal_extreme"]
