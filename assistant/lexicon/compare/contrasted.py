"""Places set against each other, both partners of the home country: "Mexico or China: who sold us more"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.lexicon.aside.exclusions import excluded_starts
from assistant.lexicon.linked import Linked, one_place, place_of
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.measures import OTHER_FLOW
from assistant.types import Mention

_VERSUS = frozenset({"exceed", "trail", "difference", "ratio"})
_CHOSEN = frozenset({"top", "bottom", "fastest", "slowest", "ordered"})
_HELD = frozenset(
    {"compare", "difference", "exceed", "trail", "ratio", "growth", "rise", "fall", "share", "points"} | _CHOSEN
)
_FLOWS = {"verbs:sell": "imports", "verbs:buy": "exports"}
"""What somebody else does, as the home country's flow."""
_LED = frozenset({"prepositions:to", "prepositions:from", "prepositions:with"})
_DONE = ("verbs:", "measures:")
_SIGNED = {"surplus": "deficit", "deficit": "surplus"}


def contrasted(slots: Slots, conflict: str, linked: Linked) -> tuple[Slots, str]:
    """The slots with two rivals as partners of the home country, where they are set against each other."""
    reader = _Reader(linked, slots.operations)
    rivals = reader.rivals()
    named = {code for code in slots.places if code != linked.home}
    if set(rivals) & set(slots.without.get("partner", ())):
        return slots, conflict
    if len(rivals) > 1 and named == set(rivals) and linked.home not in slots.places and (flow := reader.asked()):
        keys = tuple(key for key in slots.keys if key != "partner")
        turned = replace(slots.sided((linked.home,), rivals), measures=(flow,), keys=keys, implied=False)
        return replace(turned, operations=slots.operations | {"compare"}), ""
    if len(rivals) < 2 or not slots.operations & _HELD or named - set(rivals) or linked.home not in slots.places:
        return slots, conflict
    if slots.reporter == (linked.home,) and set(slots.partner) == set(rivals) and reader.side() != "exports":
        return replace(slots, partner=rivals), conflict
    measures = reader.measures(slots)
    if not measures:
        return slots, conflict
    keys = tuple(key for key in slots.keys if key != "partner")
    placed = replace(slots.sided((linked.home,), rivals), measures=measures, keys=keys, implied=False)
    return replace(placed, operations=slots.operations | {"compare"}), ""


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads which places stand against each other, and on which side of their trade the home country is."""

    linked: Linked
    operations: frozenset[str]

    def words(self, name: str) -> frozenset[str]:
        """The words of a list in [contrast]."""
        return self.linked.language.forms("contrast", name)

    def places(self) -> list[tuple[Mention, str]]:
        """The places that are named, with what they mean, "we" and "us" too."""
        left_out = excluded_starts(self.linked)
        found = ((m, _place(m, self.linked.home)) for m in self.linked.mentions if m.start not in left_out)
        return [(mention, code) for mention, code in found if code]

    def rivals(self) -> Codes:
        """The places that words such as "or" and "versus" set against each other; none of them is home."""
        places = self.places()
        for first, second in zip(places, places[1:], strict=False):
            apart = first[1] != second[1] and self.linked.home not in (first[1], second[1])
            if apart and self.against(first[0], second[0]):
                return self.listed(places, first[1], second[1]) or self.chained(places)
        return self.opening(places) or self.exceeded(places) or self.chained(places)

    def listed(self, places: Sequence[tuple[Mention, str]], first: str, second: str) -> Codes:
        """Both rivals, with those that are listed with them: all that are not home."""
        others = [code for _, code in places if code not in (first, second, self.linked.home)]
        return tuple(dict.fromkeys((first, second, *others))) if not others else ()

    def chained(self, places: Sequence[tuple[Mention, str]]) -> Codes:
        """The rivals of a plain list: "Germany, Japan, Korea: biggest seller", "A and B: which bought more"."""
        others = [(mention, code) for mention, code in places if code != self.linked.home]
        joins = {word for form in self.linked.language.section("lists")["and_or"] for word in fold(form).split()}
        articles = set(self.linked.language.section("lists")["articles"])
        said = (self.linked.text[a.end : b.start] for (a, _), (b, _) in zip(others, others[1:], strict=False))
        plain = all(
            {t.word for t in tokenised(text)} <= joins | articles and not set(text) & set(":;?!.") for text in said
        )
        asked = self.operations
        held = asked & _VERSUS or len(others) > 2 and asked & _CHOSEN
        codes = tuple(dict.fromkeys(code for _, code in others))
        return codes if plain and held and len(codes) > 1 and not asked & {"sum", "share"} else ()

    def opening(self, places: Sequence[tuple[Mention, str]]) -> Codes:
        """The rivals of "compared to Mexico, how much more did Canada …": the one named first is the measure of it."""
        others = [(mention, code) for mention, code in places if code != self.linked.home]
        if len({code for _, code in others}) != 2:
            return ()
        (base, first), (_, second) = others[0], next(item for item in others if item[1] != others[0][1])
        before = " ".join(token.word for token in tokenised(self.linked.text[: base.start]))
        led = any(before == word or before.endswith(f" {word}") for word in self.words("before"))
        return (second, first) if led else ()

    def exceeded(self, places: Sequence[tuple[Mention, str]]) -> Codes:
        """The rivals of "was Canada a bigger partner of the US than Mexico": the second stands bare after "than"."""
        codes = [code for _, code in places]
        if len(codes) != len(set(codes)) or len(codes) != 3 or codes[1] != self.linked.home:
            return ()
        (first, _), (home, _), (second, _) = places
        if all(self.linked.text[m.start : m.end].endswith(("'s", "s'")) for m in (first, second)):
            return (codes[0], codes[2])  # "Mexico's share of US imports above China's"
        than = self.linked.language.forms("comparatives", "bare")
        between = {token.word for token in tokenised(self.linked.text[home.end : second.start])}
        earlier = [m for m in self.linked.mentions if m.end <= first.start][-1:]
        led = any(c.startswith("prepositions:") for m in earlier for c in m.candidates)
        bare = bool(between & than) and between <= than | set(self.linked.language.section("lists")["articles"])
        versus = self.operations & {"exceed", "trail", "ratio"}
        return (codes[0], codes[2]) if (bare or self.multiplies(second)) and not led and versus else ()

    def multiplies(self, place: Mention) -> bool:
        """Whether a ratio stands right before a place: "were how many times French ones"."""
        before = [m for m in self.linked.mentions if m.end <= place.start][-1:]
        return any("operations:ratio" in m.candidates for m in before)

    def against(self, left: Mention, right: Mention) -> bool:
        """Whether nothing but a word of contrast, with small words beside it, stands between two places."""
        between = [token.word for token in tokenised(self.linked.text[left.end : right.start])]
        said = " ".join(between)
        links = {word for word in self.words("links") if f" {word} " in f" {said} "}
        earlier = [m for m in self.linked.mentions if m.end <= left.start][-1:]
        if any("prepositions:from" in m.candidates for m in earlier) and "ratio" not in self.operations:
            links -= self.words("route")  # "exports from Brazil to Argentina" are one flow
        if not links and set(between) & self.words("between"):
            links = {"and"} if earlier and "tests:between" in earlier[0].candidates else set()
        links |= {" ".join(w.word for w in tokenised(m.text)) for m in self.overtaken(left, right)}
        passed = {part for link in links for part in link.split()} | self.words("fillers")
        inside = (m for m in self.linked.mentions if left.end <= m.start < right.start)
        passed |= {word for m in inside if "period:ever" in m.candidates for word in m.text.split()}
        return bool(links) and set(between) <= passed | self.words("between")

    def overtaken(self, left: Mention, right: Mention) -> list[Mention]:
        """The words between two places that set the one above or below the other: "leapfrogged", "ahead of"."""
        versus = {"operations:exceed", "operations:trail"}
        inside = [m for m in self.linked.mentions if left.end <= m.start < right.start]
        sought = [m for m in inside if any(c.startswith("searching:") for c in m.candidates)]
        found = [m for m in inside if versus & set(m.candidates)]
        return list(dict.fromkeys((*found, *sought))) if found else []

    def measures(self, slots: Slots) -> Codes:
        """What is measured, as of the home country: what rivals sell to it are its imports; () where unclear."""
        cues = set(self.linked.codes("searching"))
        if side := self.side():
            signed = tuple(_SIGNED.get(measure, measure) for measure in slots.measures)
            if side == "with":
                return signed
            return (side,)
        if "sellers" in cues or "buyers" in cues:
            return ("imports",) if "sellers" in cues else ("exports",)
        if not slots.measures:
            return ("total",)
        return slots.measures if self.owns() or not set(slots.measures) & set(OTHER_FLOW) else ()

    def side(self) -> str:
        """The flow of the home country by the words before it: "to the US" its imports, "from the US" its exports."""
        mentions = self.linked.mentions
        for index, mention in enumerate(mentions):
            if _place(mention, self.linked.home) != self.linked.home or not index:
                continue
            if self.bought(index):
                return "exports"  # "who buys more American goods"
            if self.gap(index - 1, index):
                continue
            before = self.led_by(index)
            if self.is_measured(index):
                continue
            if "prepositions:in" in before and index > 1 and "verbs:sell" in mentions[index - 2].candidates:
                return "imports"  # "German goods sold in the US"
            if before & {"prepositions:to", "verbs:sell"} and "measures:exports" not in mentions[index - 1].candidates:
                return "imports"
            if before & {"prepositions:from", "verbs:buy"} and "measures:imports" not in mentions[index - 1].candidates:
                return "exports"
            if "prepositions:with" in before:
                return "with"
        return ""

    def led_by(self, index: int) -> set[str]:
        """The prepositions and verbs before a place; "a" or "de" behind "comprar" leads to who sells: "a EE. UU."."""
        before = {c for c in self.linked.mentions[index - 1].candidates if c.startswith(("prepositions:", "verbs:"))}
        done = (
            m for m in reversed(self.linked.mentions[: index - 1]) if any(c.startswith(_DONE) for c in m.candidates)
        )
        turned = {c.replace("governs:", "prepositions:") for c in next((m.candidates for m in done), ())}
        return {"prepositions:from"} if before & turned & {"prepositions:to", "prepositions:of"} else before

    def asked(self) -> str:
        """The flow of the home country where it is asked who of several sells or buys: "who supplied more, A or B"."""
        mentions, who = self.linked.mentions, self.linked.language.forms("lists", "who", "which")
        for at, mention in enumerate(mentions):
            flow = next((_FLOWS[c] for c in mention.candidates if c in _FLOWS), "")
            before = [token.word for token in tokenised(self.linked.text[: mention.start])][-1:]
            partner = at > 0 and "keys:partner" in mentions[at - 1].candidates and not self.gap(at - 1, at)
            noun = any(c.startswith("measures:") for c in mention.candidates) and not self.degreed(mention)
            if flow and (partner or set(before) <= who and before and not noun):
                return "" if self.abroad(at) else flow
        return ""

    def abroad(self, at: int) -> bool:
        """Whether the other end of a flow is another country than home: "who exports more to Germany, A or B"."""
        led = next((i for i, m in enumerate(self.linked.mentions) if i > at and m.candidates[0] in _LED), -1)
        ends = self.linked.mentions[led + 1 : led + 2] if led > 0 else ()
        return any(c.startswith("place:") and c != f"place:{self.linked.home}" for m in ends for c in m.candidates)

    def degreed(self, mention: Mention) -> bool:
        """Whether "more" or "less" stands right behind a word: "which exports more", and not "which exports grew"."""
        after = {token.word for token in tokenised(self.linked.text[mention.end :])[:1]}
        return bool(after & self.linked.language.forms("comparatives", "more", "less"))

    def bought(self, index: int) -> bool:
        """Whether a country names the goods right after a verb of buying: "buys more American goods"."""
        before, after = self.linked.mentions[index - 1], self.linked.mentions[index + 1 : index + 2]
        goods = any(c.startswith(("goods:", "product:")) for m in after for c in m.candidates)
        degrees = self.linked.language.forms("comparatives", "more", "less")
        between = set(self.gap(index - 1, index)) <= degrees
        bought = {"verbs:buy"} & {*before.candidates} and "measures:imports" not in before.candidates
        return bool(bought) and goods and between and not self.gap(index, index + 1)

    def owns(self) -> bool:
        """Whether the measure is the home country's: "US imports", "did America buy", "bought by the US"."""
        mentions = self.linked.mentions
        for index, mention in enumerate(mentions):
            if _place(mention, self.linked.home) != self.linked.home:
                continue
            before = mentions[index - 1].candidates if index and not self.gap(index - 1, index) else ()
            by = "prepositions:by" in before and any(c.startswith("verbs:") for c in mentions[index - 2].candidates)
            owned = ("measures:", "keys:partner")
            of = "prepositions:of" in before and any(c.startswith(owned) for c in mentions[index - 2].candidates)
            if by or of or self.is_measured(index):
                return True
        return False

    def is_measured(self, index: int) -> bool:
        """Whether the measure or the verb of a place follows it, with periods and adjectives at most between."""
        for after in range(index + 1, min(index + 4, len(self.linked.mentions))):
            kinds = {c.split(":")[0] for c in self.linked.mentions[after].candidates}
            if kinds & {"measures", "verbs"} and len(self.gap(after - 1, after)) < 2:
                return True
            if not kinds & {"period", "keys", "goods", "operations", "modes", "product"} or self.gap(after - 1, after):
                return False
        return False

    def gap(self, left: int, right: int) -> list[str]:
        """The words between two mentions, without articles."""
        articles = self.linked.language.forms("lists", "articles")
        said = self.linked.text[self.linked.mentions[left].end : self.linked.mentions[right].start]
        return [":"] if set(said) & set(":;?!") else [t.word for t in tokenised(said) if t.word not in articles]


def _place(mention: Mention, home: str) -> str:
    """The country that a mention means alone; of "we" the home country."""
    return one_place(mention) or (home if "home:home" in mention.candidates and not place_of(mention) else "")
