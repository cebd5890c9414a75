"""Indices: each with what it runs over, its scale, its formula, and what it says in plain words."""

from __future__ import annotations

from decimal import Decimal

from assistant.answer.sentences.head import Head, Said, number
from assistant.answer.sentences.rows import side_by_side
from assistant.types import Fact

_WHOLE = Decimal("99.5")
"""Percent; where the parts that are known by name make up less of the whole, it is said how much."""


def concentration(head: Head) -> Said:
    """The sum of squared shares on both scales, and the number of equal parts that would be as concentrated."""
    if len(head.frame.rows) > 1:
        return side_by_side(head)
    detail = head.frame.detail
    effective = detail["formula"] == "effective"
    beside = _term(head, "index", "ratio") if effective else _term(head, "effective", "index")
    index, equal = (beside, head.fact()) if effective else (head.fact(), beside)
    text = head.words.phrase(
        "effective" if effective else "concentration",
        subject=head.subject(call=str(head.call.args["of"]["ref"])),
        value=head.ledger.slot(index),
        points=head.ledger.slot(_term(head, "points", "count")),
        equal=head.ledger.slot(equal),
        n=str(detail["n"]),
        classes=head.words.classes(head.frame),
        period=head.words.period(head.frame.about.period),
    )
    if Decimal(str(detail["terms"]["covered"])) < _WHOLE:
        covered = head.ledger.slot(_term(head, "covered", "percent"))
        text += head.words.phrase("covered", classes=head.words.classes(head.frame), value=covered)
    return text, [number(head.fact()), number(beside)]


def intra_industry(head: Head) -> Said:
    """How much of trade is two-way, over its products or of one good."""
    if len(head.frame.rows) > 1:
        return side_by_side(head)
    return _told(head, "intra_industry" if head.frame.detail["over"] else "intra_industry_one", subject=head.subject())


def similarity(head: Head) -> Said:
    """How alike two baskets are."""
    one, other = (head.subject(head.behind(name)) for name in ("of", "to"))
    return _told(head, "similarity", first=one, second=other)


def _told(head: Head, name: str, **blanks: str) -> Said:
    text = head.words.phrase(
        name,
        value=head.figure(),
        n=str(head.frame.detail["n"]),
        classes=head.words.classes(head.frame),
        period=head.words.period(head.frame.about.period),
        **blanks,
    )
    return text, [number(head.fact())]


def _term(head: Head, name: str, unit: str) -> Fact:
    """The fact of what stands beside the index."""
    label = head.words.phrase(f"labels.{name}", measure=head.words.label(head.frame.measure))
    return head.ledger.part(head.frame, head.call.id, name, unit, label, head.frame.about.period)


__all__ = ["concentration", "intra_industry", "similarity"]
