"""Sentences of a paragraph, and the few of them that can be quoted alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+|\n+")
_TITLES = frozenset("approx cf co corp dept dr eg etc ie inc jr ltd mr mrs ms st vs e.g i.e".split())
_NUMBERED = frozenset("art ch fig no nos para pp sec vol jan feb mar apr jun jul aug sep sept oct nov dec".split())
_OPENERS = re.compile(r"(?:A|An|And|As|At|But|For|From|If|In|It|Its|On|That|The|These|They|This|Those|To|With)\b")
_LEANS = re.compile(
    r"(?:It|Its|They|Them|Their|Theirs|This|That|These|Those|Such|He|She|His|Her|Both|Neither|Either|Each|Another|Others?|"
    r"One|Here|There|But|And|Or|Nor|So|Yet|Hence|Thus|Then|Therefore|Thereby|However|Moreover|Instead|Also|Because|"
    r"Otherwise|Likewise|Similarly|Conversely|Consequently|Accordingly|Nevertheless|Meanwhile|Afterwards|"
    r"The (?:same|other|others|latter|former|two|first|second|third|rest|result|difference|reason)|"
    r"For (?:example|instance|that|this)|In (?:that|this|other|contrast|turn|both|addition)|As a result|By contrast|"
    r"On the other)\b"
)
_COMPANY = 0.25
_WORTH_KEEPING = 0.6


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, each exactly as it stands there.

    >>> sentences("U.S. exports are f.a.s. values. They rose by 3.5 % vs. 2023! See § 2.")
    ['U.S. exports are f.a.s. values.', 'They rose by 3.5 % vs. 2023!', 'See § 2.']
    """
    ends = [0, *(match.end() for match in _END.finditer(text) if _is_end(text, match)), len(text)]
    return [part for start, end in pairwise(ends) if (part := text[start:end].strip())]


def stands_alone(sentence: str) -> bool:
    """Whether a sentence can be read without the one before it.

    >>> stands_alone("F.a.s. is a value of exports."), stands_alone("It leaves out freight.")
    (True, False)
    """
    return sentence[:1] not in "([-–|" and not sentence[:1].islower() and not _LEANS.match(sentence)


def best_run(parts: Sequence[str], relevance: Sequence[float], n: int) -> tuple[str, ...]:
    """Up to `n` sentences in a row, the most relevant ones, beginning with one that stands alone.

    A row and no pick of single sentences: what is quoted reads on as it does in the note. A last sentence that says
    much less about the question than the best is left out.
    """
    starts = [index for index, part in enumerate(parts) if index == 0 or stands_alone(part)]
    runs = [_trimmed(start, min(start + n, len(parts)), relevance) for start in starts]
    start, end = max(runs, key=lambda run: (_worth(relevance[slice(*run)]), -run[0]), default=(0, 0))
    return tuple(parts[start:end])


def _trimmed(start: int, end: int, relevance: Sequence[float]) -> tuple[int, int]:
    best = max(relevance[start:end])
    while end - start > 1 and relevance[end - 1] < _WORTH_KEEPING * best:
        end -= 1
    return start, end


def _worth(relevance: Sequence[float]) -> float:
    return max(relevance) + _COMPANY * (sum(relevance) - max(relevance))


def _is_end(text: str, end: re.Match[str]) -> bool:
    """Whether what looks like the end of a sentence is one, and no abbreviation.

    After "U.S." a sentence ends only before a word that opens one; after "f.a.s." before any capital.
    """
    if not re.match(r"\.(?!\.)", end[0]):
        return True
    follows = text[end.end() :]
    last = (re.search(r"[\w.]*\Z", text[: end.start()]) or end)[0]
    if follows[:1].islower() or last.lower() in _TITLES or (last.lower() in _NUMBERED and follows[:1].isdigit()):
        return False
    if not re.fullmatch(r"\w(?:\.\w)*", last) or not last[0].isalpha():
        return True
    opens = follows[:1].isupper() if last != last.upper() else _OPENERS.match(follows)
    return bool(opens) and text[: end.start()].rstrip(".") != last
