"""Turns of phrase that several kinds of sentence share: the period, what was computed, the condition."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from assistant.answer.sentences.head import Head
from assistant.measures import RATES
from assistant.periods import Period
from assistant.types import OTHER, Json


def computed(head: Head, subject: str) -> str:
    """What was computed of the subject ("growth of …"), or the subject itself."""
    detail = head.frame.detail
    if "formula" in detail:
        named = head.words.phrase(f"labels.{detail['formula']}", measure=subject)
        return (
            head.words.phrase("index_over", index=named, classes=head.words.classes(head.frame))
            if detail["over"]
            else named
        )
    if "growth" in detail and head.frame.unit == "percentage points" and head.frame.measure not in RATES:
        subject = head.words.phrase("labels.share", measure=subject)
    for name in ("growth", "share"):
        if name in detail:
            return head.words.phrase(f"labels.{name}", measure=subject)
    if detail.get("how") == "mean":
        return head.words.phrase("labels.moving_average", measure=subject)
    if detail.get("reduced") in ("per_day", "per_month"):
        return head.words.phrase(f"labels.{detail['reduced']}", measure=subject)
    if head.frame.unit == "index":
        return head.words.phrase("labels.index", measure=subject)
    return subject


def sized(slot: str) -> str:
    """The slot of a change, written without its sign: "rose by" and "fell by" say it."""
    return slot[:-1] + ":size}"


def when(head: Head) -> str:
    """The period that all rows share, or the span of the selections."""
    if last := head.frame.about.period:
        period, base = head.words.period(last), str(head.frame.detail.get("base", ""))
        grown = head.frame.detail.get("growth") == "total" and Period.parse(last).shift(-12) != Period.parse(base)
        return head.words.phrase("grown_since", period=period, base=head.words.period(base)) if grown else period
    ran = head.evidence.frames
    own = [c for c in head.evidence.calls if c.tool == "select" and OTHER not in c.id and c.id in ran]
    spans = [Period.parse(period) for call in own for period in _listed(call.args["period"])]
    return head.words.period(str(Period(min(p.first for p in spans), max(p.last for p in spans))))


def _listed(value: Json) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def tested(head: Head, detail: Mapping[str, Json]) -> str:
    """The condition in words: "above $14 billion"."""
    condition = detail["where"]
    unit = head.frame.unit if head.frame.unit != "count" else head.evidence.frames[_last_where(head)].unit
    given = {name: Decimal(condition[name]) for name in ("value", "high") if condition[name]}
    limits = {name: head.words.round_figure(value, unit) for name, value in given.items()}
    return head.words.phrase(f"tests.{condition['test']}", **limits)


def _last_where(head: Head) -> str:
    """The call that the rows were counted by, of the same table; one before it is a floor."""
    ran = head.evidence.frames
    wheres = [call.id for call in reversed(head.evidence.calls) if call.tool == "where" and call.id in ran]
    _, _, table = head.call.id.partition(OTHER)
    return next((name for name in wheres if name.partition(OTHER)[2] == table), wheres[0])
