"""Several pairs of countries that have one in common: "US-Mexico trade against US-China trade"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.lexicon.question import Codes

_BOTH_WAYS = "total"
_SIGNED = frozenset({"balance", "surplus", "deficit"})


def paired(codes: Sequence[str], measure: str) -> tuple[str, Codes]:
    """The country that all pairs share and those that it is paired with; ("", ()) where the places are no such pairs.

    A balance has a side, so the shared country has to come first in each pair.

    >>> paired(("USA", "MEX", "CHN", "USA"), "total"), paired(("MEX", "USA", "CAN", "USA"), "deficit")
    (('USA', ('MEX', 'CHN')), ('', ()))
    """
    pairs = list(zip(codes[::2], codes[1::2], strict=False))
    if len(codes) % 2 or len(pairs) < 2 or measure not in (_BOTH_WAYS, *_SIGNED):
        return "", ()
    for common in dict.fromkeys(pairs[0]):
        others = tuple(b if a == common else a for a, b in pairs)
        shared = all(common in pair for pair in pairs) and common not in others and len(set(others)) == len(others)
        if shared and (measure == _BOTH_WAYS or all(pair[0] == common for pair in pairs)):
            return common, others
    return "", ()
