"""Limits as they are put to rows."""

from __future__ import annotations

from dataclasses import replace

from assistant.lexicon.question import Condition

_TURNED = {"above": "below", "below": "above", "at_least": "at_most", "at_most": "at_least", "between": "between"}


def downward(limit: Condition) -> Condition:
    """The limit of a fall, put to changes: "fell by more than 5 %" is a change below −5 %.

    >>> downward(Condition("between", "5", "percent", "10"))
    Condition(test='between', value='-10', unit='percent', high='-5')
    """
    high = None if limit.high is None else _below_zero(limit.value)
    return replace(limit, test=_TURNED[limit.test], value=_below_zero(limit.high or limit.value), high=high)


def _below_zero(value: str) -> str:
    return value if value == "0" else f"-{value}"
