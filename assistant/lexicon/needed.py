"""A word without which a pattern finds nothing: most patterns need not be tried on most questions."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\.")
_GROUP = re.compile(r"\((?:[^()])*\)(?:[?*+]+|\{[\d,]*\}\??)*")
_SPARE = re.compile(r"\[[^\]]*\](?:[?*+]+|\{[\d,]*\}\??)*|\w(?:[?*]|\{0,\d*\})\??")
"""A set of letters, and a letter that may be left out."""
_WORD = re.compile(r"[a-z]{3,}")


def needed(pattern: str) -> str:
    r"""The longest stretch of letters of all texts in which the pattern finds something; "" if none is plain.

    >>> needed(r"\b(rank|list) the states\b(?!')")
    'states'
    >>> needed("here|there")
    ''
    """
    rest = _ESCAPED.sub(" ", pattern)
    while (shorter := _GROUP.sub(" ", rest)) != rest:
        rest = shorter
    if "|" in rest or "(" in rest or ")" in rest:
        return ""
    return max(_WORD.findall(_SPARE.sub(" ", rest).lower()), key=len, default="")


__all__ = ["needed"]
