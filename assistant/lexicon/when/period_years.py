"""The year of a month, quarter or half that names none, taken from another one in the question."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.lexicon.when.period_atoms import Atom, with_year
from assistant.types import Mention

_MONTHS = 12
_TURNS = {"month": 6, "quarter": 3}
"""From how far behind in its year on a time is taken from the year before."""


def dated_like(folded: str, mention: Mention, atoms: list[Atom], held: re.Pattern[str]) -> Mention:
    """A month without a year in the year of the nearest one that has it: "compared with October … November 2024".

    `held` finds the words that set one time against another.
    """
    atom = next((a for a in atoms if (a.start, a.end) == (mention.start, mention.end)), None)
    dated = [a for a in atoms if a.closed and atom and a.grain == atom.grain]
    if atom is None or atom.closed or not dated or mention.candidates != (f"period:{atom.text}",):
        return mention
    if any(a.closed and a.grain != atom.grain for a in atoms):
        return mention
    other = min(dated, key=lambda a: abs(a.start - atom.start))
    return replace(mention, candidates=(f"period:{_placed(folded, atom, other, held).text}",))


def beside(folded: str, atom: Atom, later: Atom, held: re.Pattern[str]) -> Atom:
    """The atom in the year of the next one of its list; "December and January 2025" runs over the turn of the year."""
    turns = (
        atom.grain == "month" and (atom.part, later.part) == (12, 1) and not held.search(folded[atom.end : later.start])
    )
    found = with_year(atom, later)
    return moved(found, -1) if turns else found


def _placed(folded: str, atom: Atom, other: Atom, held: re.Pattern[str]) -> Atom:
    """The atom in the year of the other, or in the one beside it where it stands before or after in time.

    What is held against a time is near it: "January 2025 against December", but "March 2021 against July".
    """
    found = with_year(atom, other)
    against = bool(held.search(folded[other.end : atom.start]))
    if atom.start < other.start and atom.part > other.part:
        return moved(found, -1)
    earlier = atom.start < other.start or against
    if against and atom.part - other.part >= _TURNS.get(atom.grain, _MONTHS):
        return moved(found, -1)
    return moved(found, 1) if not earlier and atom.part < other.part else found


def moved(atom: Atom, years: int) -> Atom:
    """The atom so many years later."""
    return replace(atom, text=str(atom.closed.shift(12 * years))) if atom.closed else atom
