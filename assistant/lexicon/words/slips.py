"""How near a word is to another in slips: letters swapped, doubled, left out, or struck beside the key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("sz", "sc", "cz", "ck", "kq", "cq", "bv", "gj", "hj", "mn", "iy", "td", "lr", "xs", "xc")
"""Letters that are heard alike in English or Spanish."""
_VOWELS = frozenset("aeiouy")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DOUBLED, _SLIP, _BESIDE, _ADDED, _OTHER = 0.5, 1.0, 1.2, 1.25, 1.5


def slip(written: str, meant: str) -> float:
    """The weight of the slips that turn one word into the other; 1 is one plain slip.

    >>> slip("surpluss", "surplus"), slip("exprot", "export"), slip("canda", "canada"), slip("canda", "candy")
    (0.5, 1.0, 1.0, 1.2)
    >>> slip("headfones", "headphones")
    0.5
    """
    if ("ph" in written) == ("ph" in meant):
        return _slip(written, meant)
    heard = _DOUBLED + _slip(written.replace("ph", "f"), meant.replace("ph", "f"))
    return min(heard, _slip(written, meant))


def _slip(written: str, meant: str) -> float:
    omitted = [_DOUBLED if at and meant[at - 1] == letter else _SLIP for at, letter in enumerate(meant)]
    before: list[float] = []
    row = [0.0]
    for cost in omitted:
        row.append(row[-1] + cost)
    last = ""
    for struck in written:
        added, beside = _DOUBLED if struck == last else _ADDED, _near().get(struck, "")
        above, row = row, [row[0] + added]
        for at, letter in enumerate(meant):
            changed = 0.0 if struck == letter else _BESIDE if letter in beside else _OTHER
            best = min(above[at] + changed, above[at + 1] + added, row[at] + omitted[at])
            if before and at and last == letter and struck == meant[at - 1] and struck != letter:
                best = min(best, before[at - 1] + _SLIP)
            row.append(best)
        before, last = above, struck
    return row[-1]


def neighbours(word: str, most: float) -> Iterator[tuple[str, float]]:
    """Every string one slip away that weighs no more than `most`, with its weight."""
    for at in range(len(word) + 1):
        head, tail, last = word[:at], word[at:], word[at - 1 : at]
        if tail[1:]:
            yield head + tail[1] + tail[0] + tail[2:], _SLIP
        yield from ((head + new + tail, _DOUBLED if new == last else _SLIP) for new in _LETTERS)
        if tail and most >= (added := _DOUBLED if tail[0] == last else _ADDED):
            yield head + tail[1:], added
        if tail and most >= _BESIDE:
            changed = _LETTERS if most >= _OTHER else _near().get(tail[0], "")
            yield from ((head + new + tail[1:], _BESIDE if new in _near()[tail[0]] else _OTHER) for new in changed)


def is_swap(written: str, meant: str) -> bool:
    """Whether two letters side by side changed places, and nothing else.

    >>> is_swap("teh", "the"), is_swap("tge", "the")
    (True, False)
    """
    if len(written) != len(meant):
        return False
    apart = [at for at, pair in enumerate(zip(written, meant, strict=True)) if pair[0] != pair[1]]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(written) == sorted(meant)


@cache
def _near() -> Mapping[str, str]:
    """The letters beside each key, and those that sound like it."""
    pairs = [*_SOUNDS, *(a + b for a in _VOWELS for b in _VOWELS if a != b)]
    pairs += [row[at : at + 2] for row in _ROWS for at in range(len(row) - 1)]
    for upper, lower in zip(_ROWS, _ROWS[1:], strict=False):
        pairs += [upper[at + side] + key for at, key in enumerate(lower) for side in (0, 1) if at + side < len(upper)]
    both = {*pairs, *(pair[::-1] for pair in pairs)}
    return {letter: "".join(sorted(pair[1] for pair in both if pair[0] == letter)) for letter in _LETTERS}
