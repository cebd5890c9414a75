"""Indices of trade over the rows of a selection: concentration, intra-industry trade, likeness of two baskets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from assistant.errors import BadArguments, NoData
from assistant.measures import ROUNDING, divide
from assistant.store.store import Store
from assistant.tools.operators.frames import Key, one_basis, present
from assistant.types import Frame, Json, Row

Parts = Mapping[str, Decimal]
"""What one line is made of, by the code of each part."""
_POINTS, _PERCENT = 10_000, 100
"""The upper ends of the scales that indices of concentration and of likeness are also, or only, told on."""
_SCALE = "0 to 1, or to 10,000 (10 000); of likeness 0 to 100"
"""The scales, as an answer may write their ends."""


def concentration(store: Store, *, of: Frame, over: str, kind: str = "index") -> Frame:
    """How concentrated shares are over the key `over`: the sum of their squares, from 0 to 1 (Herfindahl–Hirschman).

    kind="effective" gives its inverse, the number of equal parts that would be as concentrated. The shares are of the
    parts that are known by name; NoData where these are a part of a population only.
    """
    if "share" not in of.detail or kind not in ("index", "effective"):
        raise BadArguments('this takes shares by key; `kind` is "index" or "effective"')
    _require_whole(of)
    lines = _lines(of, over)
    squares = {key: _squares(parts) for key, parts in lines.items()}
    inverse = {key: divide(Decimal(1), value) for key, value in squares.items()}
    detail = _described("concentration" if kind == "index" else kind, over, lines)
    if len(lines) == 1:
        (key,) = lines
        told = {"index": squares[key], "effective": inverse[key], "points": _POINTS * squares[key]}
        detail["terms"] = {name: str(value) for name, value in told.items()} | {"covered": str(_sum(lines[key]))}
    values = squares if kind == "index" else inverse
    return _of_lines(of, over, values, unit="ratio" if kind == "index" else "index", detail=detail)


def intra_industry(store: Store, *, of: Frame, to: Frame, over: str | None = None) -> Frame:
    """What part of exports (`of`) and imports (`to`) is two-way, from 0 to 1: 1 − Σ|x − m| ÷ Σ(x + m) (Grubel–Lloyd).

    The sums run over the key `over`; a part without one of the flows has none of it. Without a key it is of one good.
    """
    one_basis(of, to)
    _require_whole(of, to)
    sold, bought = _lines(of, over), _lines(to, over)
    values = {key: _two_way(sold.get(key, {}), bought.get(key, {})) for key in {**sold, **bought}}
    if all(value is None for value in values.values()):
        raise NoData("there is no trade to compare", kind="not_computable", cause="base")
    both = {key: {**sold.get(key, {}), **bought.get(key, {})} for key in values}
    detail = _described("intra_industry", over or "", both)
    result = _of_lines(of, over, values, unit="ratio", detail=detail)
    basis = "; ".join(dict.fromkeys((of.basis, to.basis)))
    return replace(result, measure="total", about=replace(of.about, flow=None), basis=basis)


def similarity(store: Store, *, of: Frame, to: Frame) -> Frame:
    """How alike two baskets are, from 0 to 100: the sum of the smaller of the two shares in each (Finger–Kreinin)."""
    one_basis(of, to)
    _require_whole(of, to)
    if of.by != to.by or len(of.by) != 1:
        raise BadArguments("two baskets are compared over the same single key")
    (one,), (other,) = _lines(of, of.by[0]).values(), _lines(to, of.by[0]).values()
    wholes = _sum(one), _sum(other)
    if not all(wholes):
        raise NoData("an empty basket is like none", kind="not_computable", cause="base")
    common = sum((min(one[code] / wholes[0], other[code] / wholes[1]) for code in {*one} & {*other}), Decimal(0))
    detail = _described("similarity", of.by[0], {(): {**one, **other}})
    value = ROUNDING.create_decimal(_PERCENT * common)
    return replace(of, unit="index", by=(), rows=(Row((), value),), precision=None, detail=detail)


def _require_whole(*frames: Frame) -> None:
    """NoData where the parts are not all there is, or one is below zero: then their shares say nothing of the whole."""
    for frame in frames:
        if part := next((note.text for note in frame.notes if note.kind == "partial"), None):
            population = part.removeprefix("partial: ")
            raise NoData(part, kind="not_computable", cause="partial", detail={"population": population})
        if any(value < 0 for _, value in present(frame.rows)):
            raise NoData("parts with opposite signs have no shares", kind="not_computable", cause="sign")


def _lines(of: Frame, over: str | None) -> dict[Key, dict[str, Decimal]]:
    """The parts of each line: of the rows that agree in all keys but the one that the index runs over."""
    if over is not None and over not in of.by:
        raise BadArguments(f"the rows have no key {over!r}")
    found: dict[Key, dict[str, Decimal]] = {}
    for key, value in present(of.rows):
        at = of.by.index(over) if over else len(key)
        if value:
            found.setdefault((*key[:at], *key[at + 1 :]), {})["".join(key[at : at + 1])] = value
    return found


def _sum(parts: Parts) -> Decimal:
    return sum(parts.values(), Decimal(0))


def _squares(parts: Parts) -> Decimal:
    whole = _sum(parts)
    return ROUNDING.create_decimal(sum(((value / whole) ** 2 for value in parts.values()), Decimal(0)))


def _two_way(sold: Parts, bought: Parts) -> Decimal | None:
    nothing = Decimal(0)
    apart = sum((abs(sold.get(code, nothing) - bought.get(code, nothing)) for code in {*sold, *bought}), nothing)
    whole = _sum(sold) + _sum(bought)
    return divide(whole - apart, whole)


def _described(formula: str, over: str, lines: Mapping[Key, Parts]) -> dict[str, Json]:
    """What the index is, over which key, how many parts that has and how many digits their codes."""
    codes = {code for parts in lines.values() for code in parts}
    digits = sorted({len(code) if code[:1].isdigit() else 0 for code in codes})
    n = max((len(parts) for parts in lines.values()), default=0)
    return {"formula": formula, "over": over, "n": n, "digits": digits[-1] if digits else 0, "scale": _SCALE}


def _of_lines(
    of: Frame, over: str | None, values: Mapping[Key, Decimal | None], *, unit: str, detail: Mapping[str, Json]
) -> Frame:
    """The frame of one value a line."""
    by = tuple(key for key in of.by if key != over)
    return replace(of, unit=unit, by=by, rows=tuple(_ordered(of, over, values)), precision=None, detail=detail)


def _ordered(of: Frame, over: str | None, values: Mapping[Key, Decimal | None]) -> Iterator[Row]:
    """A row a line, in the order of the rows that they were made from."""
    at = of.by.index(over) if over else len(of.by)
    keys = dict.fromkeys((*row.key[:at], *row.key[at + 1 :]) for row in of.rows)
    yield from (Row(key, values[key]) for key in dict.fromkeys((*keys, *values)) if key in values)


__all__ = ["concentration", "intra_industry", "similarity"]
