"""Wordings turned into the plain ones that they stand for: "of every dollar", "where does most coffee come from"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.parts.share_wordings import Shares
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.wordings import FLOWS, MEASURED, Mentions, Wordings, apart, in_order, without_words
from assistant.types import Mention

_MOST = "searching:moved_more"


def rephrased(
    text: str, mentions: Sequence[Mention], unknown: tuple[str, ...], language: Language, home: str
) -> tuple[Mentions, tuple[str, ...]]:
    """The mentions with a share of each dollar, duty over imports, dependence and roundabout questions put plainly.

    Beside them stand the words that still name nothing.
    """
    plain, found = fold(text), tuple(mentions)
    shares, reading = Shares(plain, language, home), _Roundabout(plain, language, home)
    steps: tuple[Callable[[Mentions], Mentions], ...]
    steps = (shares.of_dollars, shares.of_way, shares.added_up, shares.parts, shares.charged, shares.dependent)
    for step in (*steps, shares.concentrated, shares.bracketed, reading.moved, reading.how_moved, reading.origin):
        found = step(found)
    spans = [(m.start, m.end) for m in found if m not in mentions]
    return found, without_words(text, unknown, *spans)


class _Roundabout(Wordings):
    """Reads questions that ask for a mode or a partner in a roundabout way."""

    def moved(self, found: Mentions) -> Mentions:
        """What moved the most goods is the largest, and has not changed: "which port moved the most freight".

        So is the one of some modes or ports that moved more: they carry goods.
        """
        flows = {c for m in found for c in m.candidates if c in MEASURED}
        times = [m for m in found if m.kind == "period"]
        worth, most = (self.language.forms("rephrased", name) for name in ("worth", "most"))
        carriers = len(times) < 2 and any(c.startswith(("modes:", "port:")) for m in found for c in m.candidates)

        def read(at: int) -> Mention:
            following = found[at + 1 : at + 2]
            carried = {"measures:total", "goods:flow", *(flows if len(flows) == 1 else ())}
            between = self.text[found[at].end : following[0].start].strip() if following else ""
            load = not between and following and carried & {*following[0].candidates} or between in worth
            if _MOST not in found[at].candidates or not (load or carriers):
                return found[at]
            code = "operations:exceed" if most.isdisjoint(found[at].text.split()) else "operations:top"
            return replace(found[at], kind="operations", candidates=(code,))

        return tuple(map(read, range(len(found))))

    def how_moved(self, found: Mentions) -> Mentions:
        """How most goods travel asks for the mode: "how do most Canadian goods get into the US"."""
        cue, travels = self.said("how_most"), self.said("travels")
        if (
            cue is None
            or self.keyed(found)
            or self.cues.get("travels")
            and (travels is None or travels.start() < cue.end())
        ):
            return found
        kept = [m for m in found if m.end <= cue.start() or m.start >= cue.end()]
        asked = Mention("keys", cue.start(), cue.end(), cue[0], ("keys:mode", "operations:top"))
        return in_order([*kept, asked])

    def origin(self, found: Mentions) -> Mentions:
        """Where most of a good comes from asks for the partner: "where does most US coffee come from"."""
        closes = rf"(?=\s*(?:$|[?.,;:(]|{self.any_of('closing')}\b))"  # "… come from in 2024"
        for name, measure in (("where_from", "measures:imports"), ("where_to", "measures:exports")):
            cue = self.said(name)
            if cue is None or self.keyed(m for m in found if m.end <= cue.start() or m.start >= cue.end()):
                continue
            verb = self.said(f"{name}_verb", after=closes) if self.cues.get(f"{name}_verb") else cue
            if verb and (verb is cue or cue.end() <= verb.start()) and self.is_of_goods(found, cue.end(), verb.start()):
                return self.from_where(found, (cue.span(), verb.span()), measure)
        return found

    def is_of_goods(self, found: Mentions, start: int, end: int) -> bool:
        """Whether goods or a flow are what goes, and no other end is said: not "where did the deficit go"."""
        inside = [m for m in found if start <= m.start and (m.end <= end or end < start)]
        flowing = any(c in MEASURED or c.startswith(("goods:", "product:")) for m in inside for c in m.candidates)
        kept = {"prepositions:to", "prepositions:from", "prepositions:with"} if end >= start else set()
        other = any(kept & {*m.candidates} or _is_other(m) for m in inside)
        return flowing and not other

    def from_where(self, found: Mentions, spans: tuple[tuple[int, int], ...], measure: str) -> Mentions:
        """The mentions with the partner asked for in place of the words that ask where."""
        kept = apart(found, *spans)
        flow = () if any(c in FLOWS for m in kept for c in m.candidates) else (measure,)
        start, end = spans[-1]
        asked = Mention("keys", start, end, self.text[start:end], ("keys:partner", "operations:top", *flow))
        return in_order([*kept, asked])


def _is_other(mention: Mention) -> bool:
    """Whether a measure that is no flow is named: a balance, a share, a duty."""
    measures = {c for c in mention.candidates if c.startswith("measures:")}
    return bool(measures) and measures.isdisjoint(MEASURED)


__all__ = ["rephrased"]
