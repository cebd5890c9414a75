"""Operators that keep the rows of one frame whose things stand in another."""

from __future__ import annotations

from dataclasses import replace

from assistant.errors import BadArguments, NoData
from assistant.store.store import Store
from assistant.types import Frame, Row


def among(store: Store, *, of: Frame, within: Frame) -> Frame:
    """The rows of `of` for things that have a row in `within`, which a condition or a ranking picked: large chapters.

    NoData where none of them has one.
    """
    shared = [key for key in within.by if key in of.by]
    held = {_picked(row, within, shared) for row in within.rows if row.value is not None}
    rows = tuple(row for row in of.rows if _picked(row, of, shared) in held)
    if not rows:
        raise NoData("nothing meets the floor", cause="empty")
    place = {"place": within.detail["place"]} if "place" in within.detail else {}
    first = {"first": within.detail["n"], **place} if "rank" in within.detail else {}
    other = {"measure": within.measure} if within.measure != of.measure else {}
    floor = {**(first or within.detail.get("where", {})), **other, "period": within.about.period}
    return replace(of, rows=rows, detail={**of.detail, "among": floor, "kept": len(held)})


def both(store: Store, *, of: Frame, other: Frame) -> Frame:
    """The rows of `of` for things that `other` has too, where `where` kept each: what meets both; none is an answer."""
    if of.by != other.by or not ("where" in of.detail and "where" in other.detail):
        raise BadArguments("both frames hold what a condition has kept, by the same keys")
    held = {row.key for row in other.rows}
    rows = tuple(row for row in of.rows if row.key in held)
    return replace(of, rows=rows, detail={**of.detail, "both": True})


def _picked(row: Row, frame: Frame, keys: list[str]) -> tuple[str, ...]:
    return tuple(row.key[frame.by.index(key)] for key in keys)
