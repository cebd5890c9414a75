"""The first and the last few of one ranking: "top 3 and bottom 3 chapters of imports" is two questions."""

from __future__ import annotations

import re
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold


def top_and_bottom(text: str, language: Language) -> tuple[str, ...]:
    """The question for one end of the ranking and that for the other; () where not both are asked, with a number."""
    shadow = fold(text)
    found = _pattern(language).search(shadow) if len(shadow) == len(text) else None
    if found is None or language.said(shadow, "top_and_bottom", "never"):  # of what lies between them, or of both
        return ()
    if _is_high(found["one"], language) == _is_high(found["other"], language):
        return ()
    counts = [number[0] if (number := _number(language).search(found[end])) else "" for end in ("one", "other")]
    if not any(counts):
        return ()
    before, behind = text[: found.start()], text[found.end() :]
    things = (found["things"] or "").strip()
    same = re.match(rf"\s+{re.escape(things)}(?!\w)", behind, re.IGNORECASE) if things else None
    behind = behind[same.end() :] if same else behind
    ends = [_counted(found[end], own, other) for end, own, other in zip(("one", "other"), counts, counts[::-1])]
    return tuple(f"{before}{' '.join(filter(None, (end, things)))}{behind}" for end in ends)


def _counted(end: str, own: str, other: str) -> str:
    """An end of the ranking with its number, or with that of the other end where it has none."""
    return end if own else f"{end} {other}"


def _is_high(end: str, language: Language) -> bool:
    return language.said(end, "top_and_bottom", "high") is not None


@cache
def _number(language: Language) -> re.Pattern[str]:
    words = "|".join(re.escape(fold(w)) for ws in language.section("numbers")["words"].values() for w in ws)
    return re.compile(rf"(?<!\w)(?:\d{{1,2}}|{words})(?!\w)")


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    """Two ends that a word joins, the things that are ranked between them or not."""
    end, joins, the = (
        language.any_of("top_and_bottom", *names) for names in (("high", "low"), ("joins",), ("articles",))
    )
    number = _number(language).pattern
    one = rf"(?:{number}\s+{end}|{end}(?:\s+{number})?)"
    return re.compile(
        rf"(?<!\w)(?P<one>{one})(?P<things>\s+\w+(?:\s\w+)??)?\s*{joins}\s*(?:{the}\s+)?(?P<other>{one})(?!\w)"
    )


__all__ = ["top_and_bottom"]
