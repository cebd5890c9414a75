"""Figures written for people, in a language's own form; never rounded past what the source states."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from assistant.languages.language import Language

_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_NAMED = {name: size for size, name in _SCALES} | {"thousand": Decimal(10) ** 3, "one": Decimal(1)}
Form = Mapping[str, Any]
"""How a language writes numbers: the [numbers] section of its file."""
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}


def write(value: Decimal, unit: str, language: Language, precision: Decimal | None = None, scale: str = "") -> str:
    """A figure as it is said: "$16.9 billion", "6.04%", "1.25 percentage points", "1,234 kg".

    `precision` is the half-width that the source states: no digit beyond it is written. `scale` is what money is to be
    written in, where the source is as exact: a "million", a "thousand", "one".
    """
    form = language.section("numbers")
    if unit == "percent":
        digits = _digits(value, 2 if abs(value) >= 1 or not value else 4, form)
        return str(form.get("percent", "{value}%")).format(value=digits)
    if unit == "count" or unit == "rank":
        return _digits(value, 0, form)
    if unit in ("ratio", "index", "years"):
        return _digits(value, 3 if unit == "ratio" else 1, form)
    if unit == "percentage points":
        return f"{_digits(value, 2, form)} {form.get('points', 'percentage points')}"
    currency, _, per = unit.partition(" per ")
    if per:
        return _money(value, currency, form, None, 2) + f"/{per}"
    if len(unit) == 3 and unit.isupper():
        scale = "" if precision and precision * 2 >= _NAMED.get(scale, 0) else scale
        return _money(value, unit, form, precision, None, scale)
    large = abs(value) >= _SCALES[-1][0] * Decimal("0.9995")
    pattern = str(form.get("scaled", "{value} {unit}")) if large else "{value} {unit}"
    return pattern.format(value=_scaled(value, form, None), unit=unit)


def plain(value: Decimal) -> str:
    """The value as the contract writes it: a decimal string without exponent or trailing zeros.

    >>> plain(Decimal("16900000000.00"))
    '16900000000'
    """
    text = f"{value.normalize():f}"
    return "0" if text in ("-0", "") else text


def _money(
    value: Decimal, currency: str, form: Form, precision: Decimal | None, places: int | None, scale: str = ""
) -> str:
    symbol = _SYMBOLS.get(currency, f"{currency} ")
    body = _digits(abs(value), places, form) if places is not None else _at_scale(abs(value), form, precision, scale)
    pattern = form.get("money", "{sign}{symbol}{value}")
    return str(pattern).format(sign="−" if value < 0 else "", symbol=symbol, value=body)


def _at_scale(value: Decimal, form: Form, precision: Decimal | None, scale: str) -> str:
    """The value in the scale that is wanted; in its own where none is, or where little of it would be left."""
    size = _NAMED.get(scale)
    if size is None or value < size / 100:
        return _scaled(value, form, precision)
    name = form.get("names", {}).get(scale, scale)
    digits = _digits(value / size, {"million": 1, "thousand": 0, "one": 0}.get(scale, 3), form)
    return digits if scale == "one" else f"{digits} {name}"


def _scaled(value: Decimal, form: Form, precision: Decimal | None) -> str:
    for size, name in _SCALES:
        if abs(value) >= size * Decimal("0.9995"):
            places = 3 if name != "million" else 1
            if precision:
                places = max(0, min(places, -(precision * 2 / size).adjusted()))
            return f"{_digits(value / size, places, form)} {form.get('names', {}).get(name, name)}"
    return _digits(value, 0, form)


def _digits(value: Decimal, places: int, form: Form) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,.{places}f}".replace(",", "\0").replace(".", form["decimal"]).replace("\0", form["group"])
    return f"−{text}" if rounded < 0 else text
