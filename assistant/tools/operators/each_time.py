"""The first rows of every time: who was the largest supplier in each month, and in how many of them one was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from assistant.errors import BadArguments
from assistant.periods import Period
from assistant.tools.operators.frames import Key, present, time_index
from assistant.types import Frame, Json, Row


def first_of_each(of: Frame, n: int, order: str, only: str | None, place: int | None = None) -> Frame:
    """The `n` largest rows of every time, or the one at a `place`, in time order; with `only`, those of this code.

    The detail counts the times that were searched, and how often each is among the first. That no row is left, as one
    was never among them, is an answer.
    """
    if len(of.by) != 2:
        raise BadArguments("this takes one kind of thing at each of several times")
    at = time_index(of)
    times: dict[str, list[tuple[Key, Decimal]]] = {}
    for key, value in present(of.rows):
        times.setdefault(key[at], []).append((key, value))
    named = sorted(times, key=lambda text: Period.parse(text).first)
    span = slice(place - 1, place) if place else slice(n)
    kept = [row for time in named for row in _first(times, time, span, order) if only is None or only in row.key]
    searched: Json = [len(named), [named[0]], [named[-1]]]
    often: Json = [[code, times] for code, times in Counter(row.key[1 - at] for row in kept).most_common()]
    told: dict[str, Json] = {"each": of.by[at], "only": only, "searched": searched, "often": often}
    detail = {**of.detail, "rank": order, "n": n, **told, **({"place": place} if place else {})}
    return replace(of, rows=tuple(kept), detail=detail)


def _first(times: Mapping[str, list[tuple[Key, Decimal]]], time: str, span: slice, order: str) -> list[Row]:
    """The first rows of one time; equal ones by code."""
    sign = -1 if order == "desc" else 1
    return [Row(key, value) for key, value in sorted(times[time], key=lambda row: (sign * row[1], row[0]))[span]]
