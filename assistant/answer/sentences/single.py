"""One figure: a value, a share, a contribution, whether it meets a condition."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.sentences.growth import moved_by
from assistant.answer.sentences.head import Head, Said, boolean, number
from assistant.answer.sentences.rows import side_by_side
from assistant.answer.sentences.wording import computed
from assistant.periods import GRAINS


def value_of(head: Head) -> Said:
    """One value; whether there is a surplus or deficit is a yes or no."""
    text, answers = _value(head)
    value = head.frame.rows[0].value
    if head.operations - {"denied"} == {"polar"} and head.frame.measure in ("surplus", "deficit") and value:
        return head.words.phrase("yes" if value > 0 else "no", text=text), [boolean(value > 0), *answers]
    return text, answers


def _value(head: Head) -> Said:
    """One value; a negative surplus is said as a deficit."""
    frame, value = head.frame, head.frame.rows[0].value
    period = _period(head)
    if frame.measure in ("surplus", "deficit") and value is not None and value < 0:
        other = replace(frame, measure={"surplus": "deficit", "deficit": "surplus"}[frame.measure])
        turned = replace(other, rows=(replace(frame.rows[0], value=-value),))
        fact = head.ledger.fact(turned, head.call.id)
        subject = computed(replace(head, frame=other), head.subject(other))
        text = head.words.phrase("value", subject=subject, value=head.ledger.slot(fact), period=period)
        return text, [number(fact)]
    averaged = frame.detail.get("how") == "mean" or frame.detail.get("reduced") in ("per_day", "per_month")
    subject = computed(head, head.subject()) if averaged else head.subject()
    text = head.words.phrase("value", subject=subject, value=head.figure(), period=period)
    return text, [number(head.fact())]


def _period(head: Head) -> str:
    """The period of the one row, which its key says where the rows are keyed by time."""
    frame = head.frame
    timed = frame.about.period is None and bool(frame.by) and frame.by[-1] in GRAINS
    return head.words.key(frame.by[-1], frame.rows[0].key[-1]) if timed else head.words.period(frame.about.period)


def share(head: Head) -> Said:
    """A part in percent of its whole."""
    part, whole = head.behind("of"), head.behind("total")
    refs = head.call.args["of"]["ref"], head.call.args["total"]["ref"]
    if part.about.period != whole.about.period:
        return _share_in_time(head, refs)
    text = head.words.phrase(
        "share_of_change" if part.detail.get("unit") == "change" else "share",
        part=head.subject(part, refs[0]),
        whole=head.subject(whole, refs[1]),
        value=head.figure(),
        period=head.words.period(head.frame.about.period),
        **{"from": head.figure(0, part, refs[0]), "to": head.figure(0, whole, refs[1])},
    )
    return text, [number(head.fact())]


def _share_in_time(head: Head, refs: tuple[str, str]) -> Said:
    """A part of a year in percent of that year."""
    part, whole = head.behind("of"), head.behind("total")
    text = head.words.phrase(
        "share_in_time",
        subject=head.subject(part, refs[0]),
        value=head.figure(),
        period=head.words.period(part.about.period),
        year=head.words.period(whole.about.period),
        **{"from": head.figure(0, part, refs[0]), "to": head.figure(0, whole, refs[1])},
    )
    return text, [number(head.fact())]


def contribution(head: Head) -> Said:
    """What a part added to the growth of the whole."""
    if len(head.frame.rows) > 1:
        return side_by_side(head)
    text = head.words.phrase(
        "contribution",
        subject=head.subject(),
        value=head.figure(),
        period=head.words.period(head.frame.about.period),
        base=head.words.period(str(head.frame.detail["base"])),
    )
    return text, [number(head.fact())]


def condition_met(head: Head) -> Said:
    """Whether one figure meets a condition."""
    behind, of = head.behind(), head.call.args["of"]["ref"]
    holds = bool(head.frame.detail["holds"])
    if "base" in behind.detail:
        text, answers = moved_by(head.of(of))
        return head.words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]
    if "share" in behind.detail and "total" in head.of(of).call.args:
        text, answers = share(head.of(of))
        return head.words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]
    value = head.figure(0, behind, of)
    text = head.words.phrase(
        "value",
        subject=computed(head.of(of), head.subject(behind)),
        value=value,
        period=head.words.period(behind.about.period),
    )
    fact = head.fact(0, behind, of)
    return head.words.phrase("yes" if holds else "no", text=text), [boolean(holds), number(fact)]
