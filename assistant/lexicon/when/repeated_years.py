"""A part of several years that is named once: "August of 2022, 2023 and 2024", "Q1 2024 vs 2023"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.when.period_atoms import Atom, with_year

_LISTED = re.compile(
    r"\s*(?:,|&|/|,?\s*\b(?:and|or|vs\.?|versus|against|compared (?:with|to)|y|o|frente a|contra|et|ou)\b)"
    r"\s*(?:(?:of|in|de|en)\s+)?"
)
_DATED = re.compile(r".*\D\d{4}")
_WHOLE = re.compile(r"\s*(?:,?\s*(?:as a whole|overall|whole|full[- ]year|total|in full|completo|entero|en total))\b")


def repeated(folded: str, atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms with bare years that follow a dated month, quarter or half read as that part of each year."""
    if any(not atom.closed for atom in atoms):
        return list(atoms)
    found: list[Atom] = []
    for atom in atoms:
        led = found[-1] if found and _is_part(folded, found[-1]) else None
        joined = led and _LISTED.fullmatch(folded, led.end, atom.start) and folded[atom.start : atom.end].isdigit()
        whole = _WHOLE.match(folded, atom.end)
        found.append(_of_year(led, atom) if led and joined and atom.grain == "year" and not whole else atom)
    return found


def _is_part(folded: str, atom: Atom) -> bool:
    """Whether the atom is a part of a year that it ends with, or was read so."""
    said = folded[atom.start : atom.end]
    return atom.grain in ("month", "quarter", "half") and bool(_DATED.fullmatch(said) or said.isdigit())


def _of_year(part: Atom, year: Atom) -> Atom:
    """The part in the other year."""
    unnamed = replace(part, start=year.start, end=year.end, text=f"{part.grain}:{part.part}")
    return with_year(unnamed, year)


__all__ = ["repeated"]
