"""A part of several years that is named once: "August of 2022, 2023 and 2024", "Q1 2024 vs 2023"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.when.period_atoms import Atom, with_year

_DATED = re.compile(r".*\D\d{4}")


def repeated(folded: str, atoms: Sequence[Atom], language: Language) -> list[Atom]:
    """The atoms with bare years that follow a dated month, quarter or half read as that part of each year."""
    if any(not atom.closed for atom in atoms):
        return list(atoms)
    found: list[Atom] = []
    listed, entire = _patterns(language)
    for atom in atoms:
        led = found[-1] if found and _is_part(folded, found[-1]) else None
        joined = led and listed.fullmatch(folded, led.end, atom.start) and folded[atom.start : atom.end].isdigit()
        whole = entire.match(folded, atom.end)
        found.append(_of_year(led, atom) if led and joined and atom.grain == "year" and not whole else atom)
    return found


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What joins the years of a list, and what stands behind a year that is meant as a whole."""
    joins, whole = (language.any_of("times", name) for name in ("listed", "whole"))
    of = rf"(?:{language.any_of('lists', 'of')}\s+)?"
    return re.compile(rf"\s*(?:,|&|/|,?\s*\b{joins}(?!\w))\s*{of}"), re.compile(rf"\s*,?\s*{whole}\b")


def _is_part(folded: str, atom: Atom) -> bool:
    """Whether the atom is a part of a year that it ends with, or was read so."""
    said = folded[atom.start : atom.end]
    return atom.grain in ("month", "quarter", "half") and bool(_DATED.fullmatch(said) or said.isdigit())


def _of_year(part: Atom, year: Atom) -> Atom:
    """The part in the other year."""
    unnamed = replace(part, start=year.start, end=year.end, text=f"{part.grain}:{part.part}")
    return with_year(unnamed, year)


__all__ = ["repeated"]
