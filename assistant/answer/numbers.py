"""Figures written for people, in a language's own form; never rounded past what the source states."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from assistant.languages.language import Language

_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
Form = Mapping[str, Any]
"""How a language writes numbers: the [numbers] section of its file."""
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}


def write(value: Decimal, unit: str, language: Language, precision: Decimal | None = None) -> str:
    """A figure as it is said: "$16.9 billion", "6.04%", "1.25 percentage points", "1,234 kg".

    `precision` is the half-width that the source states: no digit beyond it is written.
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
        return _money(value, unit, form, precision, None)
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


def _money(value: Decimal, currency: str, form: Form, precision: Decimal | None, places: int | None) -> str:
    symbol = _SYMBOLS.get(currency, f"{currency} ")
    body = _digits(abs(value), places, form) if places is not None else _scaled(abs(value), form, precision)
    pattern = form.get("money", "{sign}{symbol}{value}")
    return str(pattern).format(sign="−" if value < 0 else "", symbol=symbol, value=body)


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
