"""The members of a group of countries at a time, and the groups whose members a selection tells apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.periods import Period
from assistant.store.selection import WORLD, Selection

Groups = Mapping[str, tuple[str, ...]]
JOINT = "+"
"""Between the codes of places that a question adds up for itself: "COL+PER"."""
_THREE_LETTERED = frozenset({"GCC"})
"""Groups whose code is as long as a country's."""
Moves = Mapping[str, Mapping[str, tuple[int, int]]]
_NEVER = 10**9


class PlaceGroups(Mapping[str, tuple[str, ...]]):
    """The members of each listed group, and of places that a question adds up: what a plan names needs no list.

    >>> PlaceGroups({"BENELUX": ("BEL", "LUX", "NLD")})["COL+PER"]
    ('COL', 'PER')
    """

    def __init__(self, listed: Mapping[str, tuple[str, ...]]) -> None:
        self._listed = listed

    def __getitem__(self, code: str) -> tuple[str, ...]:
        return tuple(code.split(JOINT)) if JOINT in code else self._listed[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)


def is_group(code: str) -> bool:
    """Whether a code is of several countries and not of all: a listed group, or places that a question adds up.

    >>> [is_group(code) for code in ("EU", "GCC", "COL+PER", "MEX", "WLD")]
    [True, True, True, False, False]
    """
    return len(code) != len("MEX") or code in _THREE_LETTERED


def is_country(code: str) -> bool:
    """Whether a code is of one country."""
    return code != WORLD and not is_group(code)


def told_apart(selection: Selection, groups: Groups) -> str | None:
    """The group whose members are the rows of a selection: one group, keyed by partner."""
    single = len(selection.partner) == 1 and "partner" in selection.by
    return selection.partner[0] if single and selection.partner[0] in groups else None


def countries_of(code: str, groups: Groups) -> tuple[str, ...]:
    """The countries of a group, those of groups within it too; a country alone is itself.

    >>> countries_of("ALL", {"ALL": ("MEX", "BENELUX"), "BENELUX": ("BEL", "LUX", "NLD")})
    ('MEX', 'BEL', 'LUX', 'NLD')
    """
    return tuple(dict.fromkeys(_countries(code, groups)))


def gone_from(code: str, moves: Moves, month: int) -> tuple[str, ...]:
    """The countries that belonged to a group in a month and have left it since."""
    return tuple(country for country, months in moves.get(code, {}).items() if months[0] <= month < months[1] < _NEVER)


def moves_of(row: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """The months of the members of a group's row that joined or left: first one as a member, and one after the last.

    >>> moves_of({"members": "DEU;POL", "joined": "POL 2004-05", "left": "GBR 2020-01"})["POL"][0] == 2004 * 12 + 4
    True
    """
    joined = {country: Period.parse(when).first for country, when in _dates(row.get("joined"))}
    left = {country: Period.parse(when).last + 1 for country, when in _dates(row.get("left"))}
    return {country: (joined.get(country, 0), left.get(country, _NEVER)) for country in {**joined, **left}}


def _dates(text: str | None) -> Iterator[tuple[str, str]]:
    for entry in (text or "").split(";"):
        country, _, when = entry.partition(" ")
        if when:
            yield country, when


def _countries(code: str, groups: Groups) -> Iterator[str]:
    if code not in groups:
        yield code
        return
    for member in groups[code]:
        yield from _countries(member, groups)
