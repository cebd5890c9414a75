"""Wordings turned into the plain ones that they stand for: "of every dollar", "duty as a % of imports"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold, words
from assistant.types import Mention

Mentions = tuple[Mention, ...]
_FLOWS = {"measures:imports": "imports", "measures:exports": "exports", "verbs:buy": "imports", "verbs:sell": "exports"}
_MEASURED = frozenset({"measures:imports", "measures:exports"})
_SHARE = "operations:share"
_KINDS = {"mode": "modes", "product": "product", "region": "region", "port": "port"}
_CLOSES = r"(?=\s*(?:$|[?.,;:(]|in\b|en\b|during\b))"
"""What may follow the verb that closes a question: "… come from in 2024"."""
_DEPENDS = "indices:dependence"
_MOST = "searching:moved_more"
_MOVES = frozenset(f"operations:{name}" for name in ("growth", "rise", "fall", "change", "yoy", "mom", "share"))


def rephrased(
    text: str, mentions: Sequence[Mention], unknown: tuple[str, ...], language: Language
) -> tuple[Mentions, tuple[str, ...]]:
    """The mentions with a share of each dollar, duty over imports, dependence and roundabout questions put plainly.

    Beside them stand the words that still name nothing.
    """
    found, reading = tuple(mentions), _Reading(fold(text), language)
    steps: tuple[Callable[[Mentions], Mentions], ...]
    steps = (reading.of_dollars, reading.added_up, reading.parts, reading.charged, reading.dependent)
    for step in (*steps, reading.bracketed, reading.moved, reading.how_moved, reading.origin):
        found = step(found)
    spans = [(m.start, m.end) for m in found if m not in mentions]
    outside = {t.word for t in words(text) if not any(start <= t.start < end for start, end in spans)}
    return found, tuple(word for word in unknown if word in outside)


class _Reading:
    """Reads the mentions of one text."""

    def __init__(self, text: str, language: Language) -> None:
        self.text, self.language = text, language
        self.cues = language.section("rephrased")

    def said(self, name: str, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> re.Match[str] | None:
        """Where one of the cues of a list stands, the longest first."""
        forms = sorted(map(fold, self.cues.get(name, ())), key=len, reverse=True)
        return re.search(f"{before}(?:{'|'.join(map(re.escape, forms))}){after}", self.text) if forms else None

    def of_dollars(self, found: Mentions) -> Mentions:
        """What part of each dollar is a share: "of every dollar spent abroad, how much went to Mexico"."""
        dollars, flows = self.said("per_dollar"), {_FLOWS[c] for m in found for c in m.candidates if c in _FLOWS}
        flows = flows or {"total" for m in found if "measures:total" in m.candidates}
        if dollars is None or len(flows) != 1 or len(self.partners(found)) != 1:
            return found
        start, end = dollars.span()
        rest = (m for m in found if m.end <= start or m.start >= end)
        said = {"operations:amount", "operations:count", "operations:in_percent"}
        kept = [m for m in rest if not said & {*m.candidates}]
        kept = [self.paid(m) if flows == {"imports"} else m for m in kept]
        return _sorted([*kept, Mention("operations", start, end, self.text[start:end], (_SHARE,))])

    def paid(self, mention: Mention) -> Mention:
        """Money goes to where goods come from: "of each dollar of imports, how much went to Mexico"."""
        before = self.text[: mention.end]
        to = "prepositions:to" in mention.candidates and self.ends(before, "paid_to")
        return replace(mention, candidates=("prepositions:from",)) if to else mention

    def ends(self, before: str, name: str) -> bool:
        """Whether a text ends with one of the cues of a list."""
        return before.rstrip().endswith(tuple(map(fold, self.cues.get(name, ("\0",)))))

    def added_up(self, found: Mentions) -> Mentions:
        """The share of the first few is of them together: "what percentage do the top five suppliers account for"."""
        if self.said("apart"):
            return found
        for at, mention in enumerate(found):
            size = 2 if any(m.kind == "quantity" for m in found[max(at - 1, 0) : at + 2]) else 0
            key = next((i for i in range(at + 1, min(at + 4, len(found))) if self.keyed([found[i]])), None)
            if "operations:top" in mention.candidates and size and key and self.shared(found, at, key):
                both = replace(mention, candidates=(*mention.candidates, "operations:sum"))
                return tuple(both if m is mention else m for m in found)
        return found

    def shared(self, found: Mentions, at: int, key: int) -> bool:
        """Whether the share of what is ranked is asked: right before it, right after it, or what it accounts for."""
        before = [m for m in found[: at + 1] if not m.candidates[0].startswith(("prepositions:", "n:"))][-2:-1]
        after = found[key + 1 : key + 2]
        accounts = {fold(text) for text in self.language.section("lists").get("accounts", ())}
        led = any(_SHARE in m.candidates and self.text[m.end : found[at].start].strip() for m in before)
        owned = any(_SHARE in m.candidates and "'" in self.text[found[key].start : m.start] for m in after)
        return led or owned or any(_SHARE in m.candidates and m.text in accounts for m in found[key + 1 :])

    def parts(self, found: Mentions) -> Mentions:
        """In percent of what "out of" names is a share: "out of purchases in Asia, how much (in %) was Vietnamese"."""
        percent = "operations:in_percent"
        others = {c for m in found for c in m.candidates if c.startswith("operations:")}
        whole = self.said("out_of") or self.said("opening", before=r"^\W*")
        if whole is None or percent not in others or others & _MOVES:
            return found
        start, end = whole.span()
        kept = [m for m in found if percent not in m.candidates and (m.end <= start or m.start >= end)]
        return _sorted([*kept, Mention("operations", start, end, whole[0].strip(), (_SHARE,))])

    def charged(self, found: Mentions) -> Mentions:
        """Duty as a share of imports is the effective rate, and no share of the duty."""
        duty, share, imports = (_first(found, code) for code in ("measures:duty", _SHARE, "measures:imports"))
        if duty is None or share is None or imports is None or not duty < share < imports:
            return found
        between = self.text[found[share].start : found[imports].start]
        if not any(re.search(rf"\b{re.escape(fold(word))}\b", between) for word in self.cues.get("rates", ())):
            return found
        rate = replace(found[duty], candidates=("measures:effective_duty",))
        return tuple(rate if at == duty else m for at, m in enumerate(found) if at not in (share, imports))

    def dependent(self, found: Mentions) -> Mentions:
        """How much one depends on another for a flow is its share: "how dependent is the US on Mexico for imports"."""
        at, partners = _first(found, _DEPENDS), self.partners(found)
        if at is not None and self.depends(found[at]) and self.portions(found):
            return tuple(m for m in found if m is not found[at])  # the share is said apart: "dependent: portion of …"
        flows = {c for m in found for c in m.candidates if c in _MEASURED}
        others = any(m.kind == "product" or any(c.startswith("keys:") for c in m.candidates) for m in found)
        if at is None or len(flows) != 1 or len(partners) != 1 or others or not self.depends(found[at]):
            return found
        side = "prepositions:from" if flows == {"measures:imports"} else "prepositions:to"
        cue, (place, *_) = found[at], partners
        on = Mention("prepositions", place.start - 1, place.start, "on", (side,))
        kept = [m for m in found if m is not cue and not ("prepositions:via" in m.candidates and m.end == on.start)]
        shares = [] if any(_SHARE in m.candidates for m in kept) else [replace(cue, candidates=(_SHARE,))]
        return _sorted([*kept, *shares, on])

    def depends(self, mention: Mention) -> bool:
        """Whether a cue says how much one depends, and not who depends most."""
        return mention.text in map(fold, self.cues.get("depends", ()))

    def portions(self, found: Mentions) -> bool:
        """Whether a share is asked in words of its own, of a named flow."""
        flows = any(c in _MEASURED for m in found for c in m.candidates)
        return flows and any(
            _SHARE in m.candidates and m.text in map(fold, self.cues.get("portions", ())) for m in found
        )

    def bracketed(self, found: Mentions) -> Mentions:
        """A kind spelt out in brackets is its members together: "land modes (truck, rail) as % of exports"."""
        if _first(found, _SHARE) is None:
            return found
        for at, mention in enumerate(found):
            key = next((c[5:] for c in mention.candidates if c.startswith("keys:")), "")
            opened = re.match(r"\s*[(:]\s*", self.text[mention.end :])
            start = mention.end + opened.end() if opened else -1
            close = self.text.find(")", start)
            inside = [m for m in found[at + 1 :] if start <= m.start < close and m.kind == _KINDS.get(key, key)]
            if opened and key in _KINDS and len(inside) > 1 and inside[0].start == start:
                summed = replace(mention, kind="operations", candidates=("operations:sum",))
                return (*found[:at], summed, *found[at + 1 :])
        return found

    def moved(self, found: Mentions) -> Mentions:
        """What moved the most goods is the largest, and has not changed: "which port moved the most freight"."""
        flows = {c for m in found for c in m.candidates if c in _MEASURED}

        def read(at: int) -> Mention:
            following = found[at + 1 : at + 2]
            carried = {"measures:total", "goods:flow", *(flows if len(flows) == 1 else ())}
            next_to = following and not self.text[found[at].end : following[0].start].strip()
            if _MOST not in found[at].candidates or not next_to or not carried & {*following[0].candidates}:
                return found[at]
            code = "operations:top" if "most" in found[at].text else "operations:exceed"
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
        return _sorted([*kept, asked])

    def origin(self, found: Mentions) -> Mentions:
        """Where most of a good comes from asks for the partner: "where does most US coffee come from"."""
        for name, measure in (("where_from", "measures:imports"), ("where_to", "measures:exports")):
            cue = self.said(name)
            if cue is None or self.keyed(m for m in found if m.end <= cue.start() or m.start >= cue.end()):
                continue
            verb = self.said(f"{name}_verb", after=_CLOSES) if self.cues.get(f"{name}_verb") else cue
            if verb and (verb is cue or cue.end() <= verb.start()):
                return self.from_where(found, (cue.span(), verb.span()), measure)
        return found

    def from_where(self, found: Mentions, spans: tuple[tuple[int, int], ...], measure: str) -> Mentions:
        """The mentions with the partner asked for in place of the words that ask where."""
        kept = [m for m in found if not any(m.start < end and start < m.end for start, end in spans)]
        flow = () if any(c in _FLOWS for m in kept for c in m.candidates) else (measure,)
        start, end = spans[-1]
        asked = Mention("keys", start, end, self.text[start:end], ("keys:partner", "operations:top", *flow))
        return _sorted([*kept, asked])

    @staticmethod
    def keyed(found: Iterable[Mention]) -> bool:
        """Whether a kind of thing or a mode is spoken of."""
        return any(c.startswith(("keys:", "modes:")) for m in found for c in m.candidates)

    def partners(self, found: Mentions) -> list[Mention]:
        """The places that are not the home country."""
        home = frozenset({"place:USA", "home:home", "place:WLD"})
        return [m for m in found if any(c.startswith("place:") for c in m.candidates) and not home & {*m.candidates}]


def _first(found: Mentions, code: str) -> int | None:
    return next(_at(found, code), None)


def _at(found: Mentions, code: str) -> Iterator[int]:
    return (at for at, mention in enumerate(found) if code in mention.candidates)


def _sorted(found: Sequence[Mention]) -> Mentions:
    return tuple(sorted(found, key=lambda mention: mention.start))


__all__ = ["rephrased"]
