"""Rises and falls said with more than one word: "swelled the most", "the steepest slump", "slid under", "were up"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.wordings import apart, without_words
from assistant.types import Mention

_RISE, _FALL = "operations:rise", "operations:fall"
_MOVES = {_RISE: "operations:fastest", _FALL: "operations:slowest"}
_LIMITS = {_RISE: ("operations:exceed", "tests:above"), _FALL: ("operations:trail", "tests:below")}
_IN_PERCENT, _CHANGE = "operations:in_percent", "operations:change"
_TIMED = {f"keys:{key}" for key in ("month", "quarter", "year")} | {f"operations:{op}" for op in ("yoy", "mom", "qoq")}
_FLOWS = {"measures:imports", "measures:exports", "measures:total", "goods:flow"}
_EXTREMES = {"operations:top", "operations:bottom", "operations:best", "operations:worst"}
_RANKED = {"operations:top", "operations:fastest", "operations:worst", "operations:best"}


def moved(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with each move and what stands beside it as the one thing that they say together."""
    if "moves" not in language.sections:
        return tuple(mentions), unknown
    reading = _Moves(fold(text), language)
    things = _things(text, mentions)
    unknown = (*unknown, *(word for thing in things for word in thing.text.split()))
    mentions = tuple(m for m in mentions if m not in things)
    found = reading.leant(reading.bare(reading.acted(reading.reached(tuple(mentions)))))
    for read in (reading.most, reading.largest, reading.past, reading.furthest):
        found = read(found)
    made = [m for m in found if m not in mentions]
    return found, without_words(text, unknown, *((m.start, m.end) for m in made))


def _sign(mention: Mention) -> str:
    """Which way a mention moves: a rise or a fall; empty where it does not say."""
    signs = {_RISE, _FALL} & {*mention.candidates}
    return signs.pop() if len(signs) == 1 else ""


def _things(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The moves that are goods or describe them: "imports of spikes", "exports of sliding doors"."""
    return [
        move
        for measure, of, move in zip(mentions, mentions[1:], mentions[2:], strict=False)
        if _sign(move) and "prepositions:of" in of.candidates and text[of.end : move.start] == " "
        if any(code in _FLOWS for code in measure.candidates) and text[measure.end : of.start] == " "
    ]


def _carried(mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a word says which way goods were carried to or from a place: "trucked up from Mexico", no "truck up"."""
    before = [m for m in mentions if m.end <= start][-2:]
    after = [m for m in mentions if end <= m.start][:2]
    placed = len(after) == 2 and bool({"prepositions:from", "prepositions:to"} & {*after[0].candidates})
    led = len(before) == 2 and any(c.startswith("prepositions:") for c in before[0].candidates)
    moved = bool(before) and before[-1].end == start - 1 and before[-1].candidates[0].startswith(("modes:", "verbs:"))
    return moved and not led and placed and any(c.startswith(("place:", "region:")) for c in after[1].candidates)


def _else(mention: Mention) -> Codes:
    """What a move says beside that it is one: "one-month drop"."""
    return tuple(c for c in mention.candidates if c not in (_RISE, _FALL, "operations:growth"))


@dataclass(frozen=True)
class _Moves:
    """Reads what stands beside the moves of a folded text."""

    text: str
    language: Language

    def leant(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """What is up or down has risen or fallen: "imports were down by how much", "how far up is trade"."""
        if any(_sign(m) for m in found) or not re.search(self.said("is"), self.text):
            return found
        made = [
            Mention("operations", match.start(), match.end(), match[0], (sign, "operations:growth"))
            for name, sign in (("up", _RISE), ("down", _FALL))
            for match in re.finditer(self.said(name) + rf"(?=\W*(?:$|{self.said('after_up')}|\d))", self.text)
            if not any(m.start < match.end() and match.start() < m.end for m in found)
            if not _carried(found, match.start(), match.end())
        ]
        return tuple(sorted((*found, *made), key=lambda m: m.start)) if len(made) == 1 else found

    def bare(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """A verb that names a thing as well, where it is asked what a flow did: "did imports mushroom in 2021"."""
        if any(_sign(m) for m in found):
            return found
        made = [
            _said(self.text, match.start("verb"), match.end("verb"), (sign, "operations:growth"))
            for name, sign in (("bare_up", _RISE), ("bare_down", _FALL))
            for match in re.finditer(
                rf"{self.said('did')}.*\s(?!{self.said('not_bare')})\w+\s+(?P<verb>{self.said(name)})"
                rf"(?=\W*(?:$|{self.said('after_up')}|\d|{self.said('most')}))",
                self.text,
            )
        ]
        return self.joined(found, made)

    def acted(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """What somebody raised or cut has risen or fallen: "cut its exports", "raised purchases"; not so of tariffs."""
        if any(_sign(m) for m in found) or re.search(self.said("rates"), self.text):
            return found
        made = [
            _said(self.text, match.start(), match.end(), (sign, "operations:growth"))
            for name, sign in (("acts_up", _RISE), ("acts_down", _FALL))
            for match in re.finditer(rf"{self.said(name)}(?=\s+{self.said('acted_on')})", self.text)
        ]
        return self.joined(found, made) if len(made) == 1 else found

    def reached(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The mentions without a move that only leads to an extreme: "dipped to its lowest", "the lowest they sank"."""
        between = re.compile(rf"\s+{self.said('reaching')}\s+(?:[\w-]+\s+){{0,2}}")
        ends = [m for m in found if _EXTREMES & {*m.candidates}]
        moves = [m for m in found if _sign(m)]
        led = [m for m in moves if any(between.fullmatch(self.text[m.end : end.start]) for end in ends)]
        clauses = [end.end for end in ends if re.match(rf"\s+{self.said('clause')}", self.text[end.end :])]
        behind = [m for m in moves if any(m.start > at for at in clauses)]
        return tuple(m for m in found if m not in led and m not in behind)

    def furthest(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Who moved a flow the most is who it moved furthest for: "raised its exports to the US the most"."""
        moves = [m for m in found if _sign(m)]
        match = re.search(rf"{self.said('the')}\s+{self.said('all_most')}", self.text)
        top = [m for m in found if match and m.start <= match.end() - 1 < m.end and "operations:top" in m.candidates]
        if len(moves) != 1 or len(top) != 1 or moves[0].end > top[0].start:
            return found
        said = replace(moves[0], candidates=(_MOVES[_sign(moves[0])], *_else(moves[0])))
        return tuple(said if m is moves[0] else m for m in found if m is not top[0])

    def most(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """What moved most moved the furthest of all: "ballooned the most", "slid hardest"."""
        return self.joined(found, self.behind(found, rf"\s+(?:{self.said('the')}\s+)?{self.said('most')}", _MOVES))

    def largest(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The largest move is that of what moved most: "the steepest slump", "biggest percentage pullback"."""
        return self.joined(found, self.before(found))

    def past(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """What rose past something is above it, what fell under it below: "swelled past $40bn"."""
        beyond = self.behind(found, rf"\s+(?:{self.said('to')}\s+)?{self.said('past')}", {_RISE: _LIMITS[_RISE]})
        under = self.behind(found, rf"\s+(?:{self.said('to')}\s+)?{self.said('under')}", {_FALL: _LIMITS[_FALL]})
        return self.joined(found, [*beyond, *under])

    def behind(self, found: Sequence[Mention], pattern: str, codes: Mapping[str, str | Codes]) -> list[Mention]:
        """Each move with what the pattern matches right behind it."""
        made = []
        for mention in found:
            match = re.compile(pattern).match(self.text, mention.end)
            if match and (sign := _sign(mention)) in codes and not self.cut(found, match.end()):
                code = codes[sign]
                said = (code,) if isinstance(code, str) else code
                made.append(_said(self.text, mention.start, match.end(), (*said, *_else(mention))))
        return made

    def before(self, found: Sequence[Mention]) -> list[Mention]:
        """Each move with the superlative before it, a word for percent or dollars at most between."""
        made = []
        for mention in (m for m in found if _sign(m)):
            match = re.search(rf"{self.said('largest')}[\s-]+(?:{self.said('rate')}\s+)?$", self.text[: mention.start])
            ranked = match and [m for m in found if m.start <= match.start() < m.end and _RANKED & {*m.candidates}]
            if match and (ranked or not self.cut(found, match.start() + 1)):
                money = (_CHANGE,) if re.search(self.said("money"), match[0]) else ()
                said = (_MOVES[_sign(mention)], *_else(mention), *money)
                made.append(_said(self.text, match.start(), mention.end, said))
        return made

    @staticmethod
    def cut(found: Sequence[Mention], at: int) -> bool:
        """Whether a place lies within a mention that goes on behind it."""
        return any(m.start < at < m.end for m in found)

    @staticmethod
    def joined(found: tuple[Mention, ...], made: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions with those made in place of what they cover; what stands in their midst stays beside them."""
        kept = apart(found, *((n.start, n.end) for n in made))
        amid = [m for m in found if any(n.start < m.start and m.end < n.end for n in made) and m not in kept]
        rates = [replace(m, candidates=(_IN_PERCENT,)) for m in amid if _IN_PERCENT in m.candidates]
        rest = [m for m in amid if m not in rates and _TIMED & {*m.candidates}]
        return tuple(sorted((*kept, *made, *rates, *rest), key=lambda m: (m.start, -m.end)))

    def said(self, name: str) -> str:
        """What matches one of a list's phrases as whole words."""
        return rf"(?<!\w){self.language.any_of('moves', name)}(?!\w)"


def _said(text: str, start: int, end: int, codes: Codes) -> Mention:
    return Mention("operations", start, end, text[start:end], codes)


__all__ = ["moved"]
