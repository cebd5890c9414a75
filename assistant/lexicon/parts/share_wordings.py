"""Shares in other words: of every dollar, the top five together, duty as a % of imports, dependence, "out of"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.linked import SECTIONS, codes_of
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.words.wordings import FLOWS, MEASURED, SHARE, Mentions, Wordings, apart, first, in_order
from assistant.types import Mention

_DEPENDS = "indices:dependence"
_PERCENT, _SHIFT = "operations:in_percent", "operations:shift"
_PLAIN = frozenset({_PERCENT, _SHIFT, "operations:per_key", "operations:table"})
_KEYED = frozenset({"keys:mode", "keys:product", "keys:partner"})
_MOVES = frozenset(
    f"operations:{name}" for name in ("growth", "rise", "fall", "fastest", "slowest", "change", "yoy", "mom", "share")
)


class Shares(Wordings):
    """Reads shares that are said in other words."""

    def of_dollars(self, found: Mentions) -> Mentions:
        """What part of each dollar is a share: "of every dollar spent abroad, how much went to Mexico"."""
        dollars, flows = self.said("per_dollar"), {FLOWS[c] for m in found for c in m.candidates if c in FLOWS}
        flows = flows or {"total" for m in found if "measures:total" in m.candidates}
        narrowed = {m.kind for m in found} & {*SECTIONS.values()}
        if (
            dollars is None
            or len(flows) != 1
            or len(self.partners(found)) > 1
            or not (self.partners(found) or narrowed)
        ):
            return found
        start, end = dollars.span()
        if rated := self.duty_paid(found, start, end):
            return rated
        said = {"operations:amount", "operations:count", "operations:in_percent"}
        kept = [m for m in apart(found, (start, end)) if not said & {*m.candidates}]
        kept = [self.paid(m) if flows == {"imports"} else m for m in kept]
        return in_order([*kept, Mention("operations", start, end, self.text[start:end], (SHARE,))])

    def duty_paid(self, found: Mentions, start: int, end: int) -> Mentions:
        """The mentions of the duty on each dollar of imports as the rate that it is; none where it is no such duty."""
        named = [c for m in found if m.start >= end for c in m.candidates if c in ("measures:imports", "measures:duty")]
        duty = first(found, "measures:duty")
        if duty is None or named[:1] != ["measures:imports"] and found[duty].start >= start:
            return ()
        said = {"operations:amount", "operations:in_percent", "measures:imports"}
        kept = [m for m in apart(found, (start, end)) if not said & {*m.candidates}]
        rate = replace(found[duty], candidates=("measures:effective_duty",))
        return in_order([rate if m is found[duty] else m for m in kept])

    def of_way(self, found: Mentions) -> Mentions:
        """A percentage said of how goods go, or of each kind of them, is a share: "% moved by truck", "by mode, %"."""
        done = {c for m in found for c in m.candidates if c.startswith("operations:")} - _PLAIN
        at, kinds = first(found, _PERCENT), self.by_kind(found)
        passed = ("verbs:", "prepositions:", "goods:", _SHIFT)
        after = (m for m in found[at + 1 :] if not m.candidates[0].startswith(passed)) if at is not None else iter(())
        way = next(after, None)
        if at is None or done or not (kinds or way and way.kind in ("modes", "port")):
            return found
        return tuple(replace(m, candidates=(SHARE,)) if i == at else m for i, m in enumerate(found))

    def by_kind(self, found: Mentions) -> bool:
        """Whether a flow is to be broken down by mode, product or partner; a duty in percent is a rate."""
        keys = [m.text.split()[0] for m in found if _KEYED & {*m.candidates}]
        keyed = any(("operations", "per_key") in self.language.phrases.get((word,), ()) for word in keys)
        measures = {c for m in found for c in m.candidates if c.startswith("measures:")}
        return keyed and measures <= MEASURED

    def paid(self, mention: Mention) -> Mention:
        """Money goes to where goods come from: "of each dollar of imports, how much went to Mexico"."""
        before = self.text[: mention.end]
        to = "prepositions:to" in mention.candidates and self.ends(before, "paid_to")
        return replace(mention, candidates=("prepositions:from",)) if to else mention

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
        accounts = self.language.forms("lists", "accounts")
        led = any(SHARE in m.candidates and self.text[m.end : found[at].start].strip() for m in before)
        owned = any(SHARE in m.candidates and "'" in self.text[found[key].start : m.start] for m in after)
        taken = any(SHARE in m.candidates for m in found[:at]) and (self.comes(found, at) or self.does(found, at))
        return (
            led
            or owned
            or taken
            or self.held_by_them(found, key)
            or any(SHARE in m.candidates and m.text in accounts for m in found[key + 1 :])
        )

    def held_by_them(self, found: Mentions, key: int) -> bool:
        """Whether the share is asked behind what is ranked, as theirs: "the top 3: what share do they have"."""
        share = next((m for m in found[key + 1 :] if SHARE in m.candidates), None)
        if (
            share is None
            or self.said("listing")
            or not re.search(r"[,:;.?]", self.text[found[key].start : share.start])
        ):
            return False
        return re.search(rf"(?<!\w){self.any_of('they_hold')}(?!\w)", self.text[share.end :]) is not None

    def comes(self, found: Mentions, at: int) -> bool:
        """Whether what is ranked is where a share comes from or goes to: "what share came from the top 3 suppliers"."""
        before = [m for m in found[:at] if not m.candidates[0].startswith("n:")][-1:]
        sides = {"prepositions:from", "prepositions:to", "prepositions:with", "prepositions:by"}
        within = any("prepositions:in" in m.candidates and self.follows(m, "verbs") for m in before)
        return not self.said("listing") and (within or any(sides & {*m.candidates} for m in before))

    def does(self, found: Mentions, at: int) -> bool:
        """Whether what is ranked is what has the share: "what share of trade do the three biggest modes carry"."""
        first_ = found[at - 1] if at and found[at - 1].candidates[0].startswith("n:") else found[at]
        return not self.said("listing") and self.follows(first_, "does")

    def follows(self, mention: Mention, name: str) -> bool:
        """Whether one of the verbs of a list stands before a mention, articles aside."""
        before = [
            word for word in phrase(self.text[: mention.start]) if word not in self.language.forms("lists", "articles")
        ][-1:]
        return bool(set(before) & self.language.forms("time_shares", name))

    def parts(self, found: Mentions) -> Mentions:
        """In percent of what "out of" names is a share: "out of purchases in Asia, how much (in %) was Vietnamese"."""
        percent = "operations:in_percent"
        others = {c for m in found for c in m.candidates if c.startswith("operations:")}
        if "operations:of_change" in others and SHARE not in others:  # "of the growth, how much was …"
            return tuple(replace(m, candidates=(SHARE,)) if percent in m.candidates else m for m in found)
        whole = self.said("out_of") or self.said("opening", before=r"^\W*") or self.said("amount_of")
        narrowed = {m.kind for m in found} & {*SECTIONS.values()}
        if "region" in narrowed and len(narrowed) > 1:
            return found  # the state beside the word for the share would be its part: "of Texas's exports, … by truck"
        if whole is None or percent not in others or others & _MOVES:
            return found
        start, end = whole.span()
        kept = [m for m in apart(found, (start, end)) if percent not in m.candidates]
        return in_order([*kept, Mention("operations", start, end, whole[0].strip(), (SHARE,))])

    def charged(self, found: Mentions) -> Mentions:
        """Duty as a share of imports is the effective rate, and no share of the duty."""
        duty, share, imports = (first(found, code) for code in ("measures:duty", SHARE, "measures:imports"))
        if duty is None or share is None or imports is None or not duty < share < imports:
            return found
        if not self.language.said(self.text[found[share].start : found[imports].start], "rephrased", "rates"):
            return found
        rate = replace(found[duty], candidates=("measures:effective_duty",))
        return tuple(rate if at == duty else m for at, m in enumerate(found) if at not in (share, imports))

    def dependent(self, found: Mentions) -> Mentions:
        """How much one depends on another for a flow is its share: "how dependent is the US on Mexico for imports"."""
        at, partners = first(found, _DEPENDS), self.partners(found)
        if at is not None and self.depends(found[at]) and leaned_on(self.text, found, self.language):
            kept = [m for m in found if m is not found[at]]
            shares = [] if first(found, SHARE) is not None else [replace(found[at], candidates=(SHARE,))]
            return in_order([*kept, *shares])
        if at is not None and self.depends(found[at]) and self.portions(found):
            return tuple(m for m in found if m is not found[at])  # the share is said apart: "dependent: portion of …"
        flows = {c for m in found for c in m.candidates if c in MEASURED}
        others = any(c.startswith("keys:") for m in found for c in m.candidates)
        if at is None or len(flows) != 1 or len(partners) != 1 or others or not self.depends(found[at]):
            return found
        if self.leans_on_home(found, partners[0]):
            return found
        side = "prepositions:from" if flows == {"measures:imports"} else "prepositions:to"
        cue, (place, *_) = found[at], partners
        on = Mention("prepositions", place.start - 1, place.start, "on", (side,))
        kept = [m for m in found if m is not cue and not ("prepositions:via" in m.candidates and m.end == on.start)]
        shares = [] if any(SHARE in m.candidates for m in kept) else [replace(cue, candidates=(SHARE,))]
        return in_order([*kept, *shares, on])

    def leans_on_home(self, found: Mentions, partner: Mention) -> bool:
        """Whether it is the partner that depends on home: "how dependent is Mexico on the US" is of its own trade."""
        cue = rf"(?<!\w){self.any_of('depends_on')}\s+(?:\w+\s+)?$"
        home = (m for m in found if self.home in m.candidates and m.start > partner.start)
        return any(re.search(cue, self.text[: m.start]) for m in home)

    def depends(self, mention: Mention) -> bool:
        """Whether a cue says how much one depends, and not who depends most."""
        return mention.text in self.language.forms("rephrased", "depends")

    def concentrated(self, found: Mentions) -> Mentions:
        """How concentrated trade is, where the share of the first few is asked in words of its own, is that share."""
        if first(found, SHARE) is None:
            return found
        talk = self.language.forms("rephrased", "concentrated")
        return tuple(m for m in found if not ("indices:hhi" in m.candidates and m.text in talk))

    def portions(self, found: Mentions) -> bool:
        """Whether a share is asked in words of its own, of a named flow."""
        flows = any(c in MEASURED for m in found for c in m.candidates)
        words = self.language.forms("rephrased", "portions")
        return flows and any(SHARE in m.candidates and m.text in words for m in found)

    def bracketed(self, found: Mentions) -> Mentions:
        """A kind spelt out in brackets is its members together: "land modes (truck, rail) as % of exports"."""
        if first(found, SHARE) is None:
            return found
        between = self.any_of("bracketed")
        for at, mention in enumerate(found):
            key = next(iter(codes_of(mention, "keys")), "")
            opened = re.match(rf"\s*{between}?\s*[(:]\s*", self.text[mention.end :])
            start = mention.end + opened.end() if opened else -1
            close = self.text.find(")", start)
            inside = [m for m in found[at + 1 :] if start <= m.start < close and m.kind == SECTIONS.get(key, key)]
            if opened and key in SECTIONS and len(inside) > 1 and inside[0].start == start:
                summed = replace(mention, kind="operations", candidates=("operations:sum",))
                return (*found[:at], summed, *found[at + 1 :])
        return found


def leaned_on(text: str, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether it is a mode of transport that somebody depends on: "how dependent is Michigan on trucks"."""
    text = fold(text)
    if language.said(text, "rephrased", "depends") is None:
        return False
    words, on = language.forms("rephrased", "depends_on"), language.any_of("rephrased", "depends_on")
    led = re.compile(rf"(?<!\w){on}\s+(?:the\s+)?$")
    modes = [m for m in mentions if m.kind == "modes"]
    return any({*m.text.split()[:1]} & words or led.search(text[: m.start]) for m in modes)


__all__ = ["Shares", "leaned_on"]
