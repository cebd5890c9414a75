"""Several rows that nothing picked from: a series, lines over time, a few things side by side."""

from __future__ import annotations

from assistant.answer.crossed import Cross, crossed
from assistant.answer.sentences.head import Head, Said, keyed_numbers
from assistant.answer.sentences.wording import computed, when
from assistant.periods import GRAINS, Period
from assistant.types import Frame

_MOST_ROWS, _MOST_POINTS, _MOST_EACH = 8, 60, 3


def side_by_side(head: Head) -> Said:
    """Several rows that nothing picked from: a series in time, or a few things side by side."""
    frame = head.frame
    timed = bool(frame.by) and frame.by[-1] in GRAINS
    if timed and len(frame.by) > 1:
        return _lines(head)
    if timed and len(frame.rows) > 2:
        return _series(head)
    if cross := crossed(frame):
        return _groups(head, cross)
    rows = [row for row in _known(frame) if row < _MOST_ROWS]
    parts = ", ".join(f"{head.keyed(row)} {head.figure(row)}" for row in rows)
    subject = computed(head, head.subject())
    return head.words.phrase("compare", subject=subject, rows=parts, period=when(head)), keyed_numbers(head, rows)


def _groups(head: Head, cross: Cross) -> Said:
    """Figures by two keys: under each code of the shorter key the largest of the other."""
    frame = head.frame
    at = {(row.key[cross.across], row.key[cross.down]): index for index, row in enumerate(frame.rows)}
    known, groups, shown = set(_known(frame)), [], []
    most = max(1, min(_MOST_EACH, 2 * _MOST_ROWS // len(cross.columns)))
    for column in cross.columns:
        rows = _largest(frame, [index for row in cross.rows if (index := at.get((column, row), -1)) in known])[:most]
        if not rows:
            continue
        parts = ", ".join(f"{_code_name(head, row, cross.down)} {head.figure(row)}" for row in rows)
        groups.append(head.words.phrase("group", name=_code_name(head, rows[0], cross.across), rows=parts))
        shown += rows
    name = "compare" if len(shown) == len(known) else "compare_largest"
    subject = computed(head, head.subject())
    return head.words.phrase(name, subject=subject, rows="; ".join(groups), period=when(head)), keyed_numbers(
        head, shown
    )


def _largest(frame: Frame, rows: list[int]) -> list[int]:
    return sorted(rows, key=lambda index: -(frame.rows[index].value or 0))


def _code_name(head: Head, row: int, at: int) -> str:
    return head.words.key(head.frame.by[at], head.frame.rows[row].key[at])


def _known(frame: Frame) -> list[int]:
    """The rows that have a value."""
    return [index for index, row in enumerate(frame.rows) if row.value is not None]


def _lines(head: Head) -> Said:
    """Several lines over time: what each is at the newest and at the first of their common periods."""
    frame = head.frame
    periods = sorted({row.key[-1] for row in frame.rows}, key=lambda text: Period.parse(text).first)
    newest, first = (_at(frame, period)[:_MOST_ROWS] for period in (periods[-1], periods[0]))
    said = [", ".join(f"{_line_name(head, row)} {head.figure(row)}" for row in rows) for rows in (newest, first)]
    ends = [head.words.key(frame.by[-1], period) for period in (periods[-1], periods[0])]
    text = head.words.phrase("compare", subject=computed(head, head.subject()), rows=said[0], period=ends[0])
    text = head.words.phrase("compare_first", newest=text, rows=said[1], period=ends[1])
    return text, keyed_numbers(head, newest)


def _at(frame: Frame, period: str) -> list[int]:
    rows = [row for row in _known(frame) if frame.rows[row].key[-1] == period]
    return _largest(frame, rows) if len(rows) > _MOST_EACH else rows


def _line_name(head: Head, row: int) -> str:
    frame = head.frame
    return ", ".join(head.words.key(d, code) for d, code in zip(frame.by[:-1], frame.rows[row].key[:-1], strict=True))


def _series(head: Head) -> Said:
    frame = head.frame
    known = _known(frame)
    best = max(known, key=lambda index: (frame.rows[index].value or 0, -index))
    low = min(known, key=lambda index: (frame.rows[index].value or 0, index))
    blanks = {
        "subject": head.subject() if "growth" in frame.detail else computed(head, head.subject()),
        "first": head.keyed(known[0]),
        "last": head.keyed(known[-1]),
        "from": head.figure(known[0]),
        "to": head.figure(known[-1]),
        "best": head.figure(best),
        "when": head.keyed(best),
    }
    name = "series"
    if "growth" in frame.detail:
        name, lowest = "series_growth", {"low": head.figure(low), "low_when": head.keyed(low)}
        blanks |= lowest | {"high": head.figure(best), "high_when": head.keyed(best)}
    return head.words.phrase(name, **blanks), keyed_numbers(head, known[:_MOST_POINTS])
