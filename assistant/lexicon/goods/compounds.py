"""Names of several words that stand in no list: "raisin bread" is bread, since the listed breads are.

What the head word names is kept where the names with the same head keep it, and where the word before it changes
nothing in other names. A title that has all the words is a second witness; where witnesses differ, each is offered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.lexicon.goods.listed_compounds import Codes, ListedCompounds, Named, Parts, Words
from assistant.lexicon.goods.product_index import Index

_SURE = 4.5
"""The odds from which the head's code was right in nineteen of twenty names that stand in no list."""
_LIKELY, _THIN = 1.0, 0.2
"""The odds from which the head's code is right beside a title that agrees, and from which it is worth offering."""
_HEAD, _MODIFIER = 0.75, 0.7
"""How often, over all listed names, a name keeps the code of its head, and a modifier that of what it modifies."""
_WHOLE, _PART = 0.9, 0.7
"""The likeness to a title that is witness enough alone, and beside a listed name with the same heading."""
_KIN = 2.5
"""How much more a name counts whose modifier is of the same section: "almond milk" for "oat milk"."""
_ALIKE, _OFFERED = 3, 4


@dataclass(frozen=True, slots=True)
class Reading:
    """The codes that a name may stand for, one where it is sure, and the listed name that it is read as."""

    codes: Codes = ()
    name: str = ""


class Compounds:
    """Reads names of several words by the listed names and the official titles."""

    def __init__(self, listed: ListedCompounds, titles: Index, plain: frozenset[str]) -> None:
        """`plain` are the words that change nothing in what they modify: colours, rooms, seasons."""
        self._listed, self._titles, self._plain = listed, titles, plain

    def knows(self, word: str) -> bool:
        """Whether a word modifies another in a listed name, or is one that changes nothing."""
        return self.is_plain(word) or self._listed.modifies(word)

    def is_plain(self, word: str) -> bool:
        """Whether a word changes nothing in what it modifies: a colour, a room, a season."""
        return word in self._plain

    def read(self, words: Words) -> Reading:
        """What a name of several words may stand for; nothing where no witness speaks."""
        name = self._listed.ordered(words)
        parts = self._listed.parts(name) if len(name) > 1 else None
        if parts is None or self._listed.is_listing(parts):
            return Reading()
        title, score = next(iter(self._titles.nearest(words, 1)), ("", 0.0))
        if self._is_kept(parts, title, score):
            return Reading((parts.code,), self._listed.said(words, parts.head))
        shared = self._shared(parts, title, score)
        options = (shared,) if shared else self._options(parts, title)
        return Reading(options if shared or len(options) > 1 else ())

    def _is_kept(self, parts: Parts, title: str, score: float) -> bool:
        """Whether the head keeps its code; a title that has the words and another heading speaks against it."""
        if not parts.code:
            return False
        agrees, odds = bool(title) and _fits(title, parts.code), self._odds(parts)
        return odds >= _SURE and (agrees or score < _PART) or odds >= _LIKELY and agrees

    def _shared(self, parts: Parts, title: str, score: float) -> str:
        """The heading of a title that has the words, if the listed names have it too; else the one that they share."""
        headings = {_heading(codes) for _, codes in parts.alike}
        if score >= _WHOLE or score >= _PART and any(_fits(title, heading) for heading in headings):
            return title[:4]
        alone = not parts.codes and len(headings) == 1 and len(parts.alike) >= _ALIKE
        return next(iter(headings)) if alone else ""

    def _odds(self, parts: Parts) -> float:
        """The odds that a name keeps its head's code, from other names with its head and others with its modifier."""
        near = [codes for _, codes in parts.kin]
        if self._listed.is_of_kind(parts) and not _count(near, parts.code):
            return 0.0  # nothing like "crab meat" is listed
        far = [codes for name, codes in parts.alike if (name, codes) not in parts.kin]
        kept, of = (_KIN * _count(near, parts.code) + _count(far, parts.code), _KIN * len(near) + len(far))
        head = (kept + 1.5 * _HEAD) / (of + 1.5)
        modified = self._listed.modified(parts.modifier)
        stays = [_fits(codes[0], self._listed.names[rest][0]) for rest, codes in modified]
        plain = int(self._plain.issuperset(parts.modifier))
        modifier = (sum(stays) + plain + 2 * _MODIFIER) / (len(stays) + plain + 2)
        return _odds(head) * _odds(modifier) / _odds(_MODIFIER)

    def _options(self, parts: Parts, title: str) -> Codes:
        """The codes that a name may stand for, likeliest first; none where little speaks for any of them."""
        kindred = self._kindred(parts)
        plain = bool(parts.codes) and self._plain.issuperset(parts.modifier)
        if not (title or kindred or plain or parts.code and self._odds(parts) >= _THIN):
            return ()
        found = [title[:4]] if title else []
        found += [_heading(codes) for _, codes in kindred[:1]]
        kept: list[str] = []
        for code in (*found, *parts.codes, *_usual(parts)):
            if code.count(";") < _OFFERED and not any(_fits(code, other) or _fits(other, code) for other in kept):
                kept.append(code)
        return tuple(kept[:_OFFERED])

    def _kindred(self, parts: Parts) -> list[Named]:
        """Names with the same modifier, of what the head's chapter holds: "pickled onions" for "pickled peppers"."""
        modified, names = self._listed.modified(parts.modifier), self._listed.names
        return [named for named in modified if parts.code and names[named[0]][0][:2] == parts.code[:2]]


def _usual(parts: Parts) -> list[str]:
    """The other headings of the names with the same head, the most usual first; rare ones only where all are rare."""
    counted: Counter[str] = Counter()
    for named, weight in ((parts.alike, 1), (parts.kin, 2)):
        for _, codes in named:
            if not _fits(_heading(codes), ";".join(parts.codes)):
                counted[_heading(codes)] += weight
    usual = counted.most_common(_OFFERED)
    return [heading for heading, weight in usual if weight > 1] or [heading for heading, _ in usual]


def _count(named: Sequence[Codes], code: str) -> int:
    return sum(all(_fits(each, code) for each in codes) for codes in named)


def _fits(codes: str, wider: str) -> bool:
    """Whether all codes lie in the wider ones, or hold one of them and are a heading or less."""
    held = wider.split(";")
    return all(any(c.startswith(w) or len(c) > 3 and w.startswith(c) for w in held) for c in codes.split(";"))


def _heading(codes: Codes) -> str:
    return ";".join(dict.fromkeys(code[:4] for code in codes[0].split(";")))


def _odds(share: float) -> float:
    return share / (1 - share)


__all__ = ["Compounds", "Reading"]
