"""A group of countries that a question tells apart: "which European country", "our largest supplier in Asia"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.lexicon.aside.exclusions import excluded_starts
from assistant.lexicon.asking import asks_which
from assistant.lexicon.linked import TIME_KEYS, Linked
from assistant.lexicon.ranks.any_of import is_any
from assistant.lexicon.ranks.standing import numbered
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_KEY = "keys:partner"
_WORLD = "place:WLD"
_PLACED = frozenset({"standing:of", "standing:noun"})
_IN_FRONT = frozenset({"harmless", "dialogue", "explain", "prepositions", "quantity", "polar"})
"""What may stand before the countries that a question is about: "I need a list of the EU countries that"."""
_FIRST = frozenset(
    {f"operations:{name}" for name in ("top", "bottom", "fastest", "slowest", "best", "worst", "ordered")}
)


def told_apart(linked: Linked) -> tuple[tuple[Mention, ...], str]:
    """The mentions as of a question about countries, and the group that these belong to; "" where there is none.

    "ASEAN countries" that are not told apart are the group alone: "exports to ASEAN countries".
    """
    mentions, reader = tuple(linked.mentions), _Reader(linked)
    if summed := reader.summed():
        return tuple(_without_key(mentions, *summed)), ""
    if (world := reader.world()) is not None:
        return (*mentions[:world], _as_key(mentions[world]), *mentions[world + 1 :]), ""
    for index in reader.groups():
        code = next(c for c in mentions[index].candidates if c.startswith("place:"))[6:]
        noun = reader.noun(index)
        if reader.is_apart(index, noun):
            rest = tuple(m for at, m in enumerate(mentions) if at != index)
            named = () if noun and noun.at is not None else (_as_key(mentions[index]),)
            return tuple(sorted((*rest, *named), key=lambda m: m.start)), code
        if noun and noun.at is not None:
            return tuple(_without_key(mentions, noun.at)), ""
    return mentions, ""


def _without_key(mentions: Sequence[Mention], *gone: int) -> Iterator[Mention]:
    """The mentions without the words for countries at these places; what else they say stays: "import suppliers"."""
    for at, mention in enumerate(mentions):
        others = tuple(c for c in mention.candidates if c != _KEY)
        if at not in gone:
            yield mention
        elif others:
            yield replace(mention, kind=others[0].partition(":")[0], candidates=others)


def _as_key(mention: Mention) -> Mention:
    return replace(mention, kind="keys", candidates=(_KEY,))


@dataclass(frozen=True, slots=True)
class _Noun:
    """The word for a group's countries: what it says, where it starts, and the mention that it is."""

    word: str
    start: int
    at: int | None = None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what stands around the group of a question."""

    linked: Linked

    @property
    def mentions(self) -> Sequence[Mention]:
        return self.linked.mentions

    def cues(self, name: str) -> frozenset[str]:
        """The words of a list in [among]."""
        return frozenset(map(fold, self.linked.language.section("among").get(name, ())))

    def groups(self) -> list[int]:
        """Where groups are named that the question does not leave out, nor hold another to: "bigger than the EU"."""
        codes = {f"place:{code}" for code in self.linked.language.section("groups")} - {_WORLD}
        left_out, than = excluded_starts(self.linked), self.linked.language.forms("comparatives", "than")
        named = (at for at, m in enumerate(self.mentions) if codes & set(m.candidates) and m.start not in left_out)
        return [at for at in named if than.isdisjoint(phrase(self.linked.text[: self.mentions[at].start])[-2:])]

    def world(self) -> int | None:
        """Where all countries open a question that chooses one of them: "among all partners, who sold the most"."""
        if TIME_KEYS & {code for m in self.mentions for code in m.candidates}:
            return None  # "across all partners, which month …"
        named = (at for at, m in enumerate(self.mentions) if _WORLD in m.candidates)
        return next((at for at in named if self.opens(at) and self.is_apart(at, None)), None)

    def summed(self) -> list[int]:
        """The words for the countries of a group that are added up: "the EU in 2024, all members taken together"."""
        named = [at for at in range(len(self.mentions)) if self.is_key(at) and not self.splits(at)]
        each = any(self.asked(self.mentions[at].start) for at in named)
        whole = "sum" in self.linked.codes("operations") and not self.has_superlative and not each
        nouns = [at for at in named if self.mentions[at].text.split()[-1] in self.cues("nouns")]
        return nouns if whole and nouns == named and self.groups() else []

    def between(self, left: int, right: int) -> list[str]:
        """The words between two mentions."""
        return [
            token.word for token in tokenised(self.linked.text[self.mentions[left].end : self.mentions[right].start])
        ]

    def noun(self, index: int) -> _Noun | None:
        """What says "countries" of the group: its own last word, the words after it, those before "of"."""
        mention, nouns = self.mentions[index], self.cues("nouns") | self.cues("singular")
        for own in (mention.text.split()[-1], mention.text.split()[0]):  # "países asiáticos"
            if own in nouns:
                return _Noun(own, mention.start)
        after = index + 1
        gap = self.linked.text[mention.end : self.mentions[after].start] if after < len(self.mentions) else ","
        close = not set(gap) & set(",:;")
        if close and self.is_key(after) and not self.splits(after) and set(self.between(index, after)) <= nouns:
            return _Noun(self.mentions[after].text.split()[-1], mention.start, after)
        if (following := tokenised(self.linked.text[mention.end :])[:1]) and following[0].word in nouns:
            gap = self.linked.text[mention.end : mention.end + following[0].start]
            return _Noun(following[0].word, mention.start) if gap in (" ", "-") else None
        return self.noun_before(index)

    def noun_before(self, index: int) -> _Noun | None:
        """The word for countries before "of": "which member of the EU", "the country in Asia that"."""
        before = [token for token in tokenised(self.linked.text[: self.mentions[index].start])]
        passed = self.cues("of") | self.cues("in") | set(self.linked.language.section("lists")["articles"])
        while before and before[-1].word in passed:
            before.pop()
        at = next((i for i, m in enumerate(self.mentions) if before and m.start <= before[-1].start < m.end), None)
        if before and before[-1].word in self.cues("nouns") | self.cues("singular"):
            return _Noun(before[-1].word, before[-1].start, at if at is not None and self.is_key(at) else None)
        return None

    def splits(self, at: int) -> bool:
        """Whether a word for countries says what to break down by: "the G7 by country"."""
        first = self.mentions[at].text.split()[0]
        return any(section == "prepositions" for section, _ in self.linked.language.phrases.get((first,), ()))

    def is_key(self, at: int) -> bool:
        """Whether a mention is a word for countries."""
        return _KEY in self.mentions[at].candidates

    def led(self, index: int, name: str) -> bool:
        """Whether the group follows a word such as "in", with articles and a number between."""
        before = [token.word for token in tokenised(self.linked.text[: self.mentions[index].start])]
        counted = {word for m in self.mentions if m.kind == "quantity" for word in m.text.split()}
        passed = counted | {*self.linked.language.section("lists")["articles"]}
        words = [word for word in before if word not in passed]
        return words[-1:] != [] and words[-1] in self.cues(name)

    def is_apart(self, index: int, noun: _Noun | None) -> bool:
        """Whether the question chooses between the members of the group."""
        if self.is_put_in_order(index, noun):
            return True
        if noun is not None:
            ranked = self.is_ranked(index) or noun.word in self.cues("singular") and self.has_superlative
            chosen = self.is_best(index, noun) or self.is_picked_from(index, noun) or self.is_told(index, noun)
            any_of = is_any(self.linked, min(noun.start, self.mentions[index].start)) or self.is_placed(index, noun)
            return ranked or self.asked(noun.start) or chosen or any_of or self.is_listed(index, noun)
        opens = self.asked(self.mentions[index].start) or self.opens(index)
        if self.led(index, "of") and self.asked(self.mentions[index].start):
            return True  # "which of the BRICS did"
        of_any = self.led(index, "in") or self.led(index, "of") and opens or self.is_set_off(index)
        return self.is_ordered(index) or self.is_counted(index) or of_any and self.is_chosen()

    def is_counted(self, index: int) -> bool:
        """Whether those of the group are counted that something is true of: "how many of the BRICS sold us"."""
        before = fold(self.linked.text[: self.mentions[index].start]).rstrip()
        return before.endswith(tuple(self.cues("counted"))) and not self.has_superlative

    def is_placed(self, index: int, noun: _Noun) -> bool:
        """Whether a place or a superlative stands before "among" and the group: "third among Asian suppliers"."""
        first = min(index, index if noun.at is None else noun.at)
        cues = _FIRST | _PLACED
        before = [m for m in self.mentions[:first] if m.kind in ("ranks", "ordinals") or cues & {*m.candidates}]
        ranked = bool(before) or numbered(self.linked) is not None
        return bool(ranked) and (self.led(first, "in") or self.led(first, "of"))

    def is_picked_from(self, index: int, noun: _Noun) -> bool:
        """Whether the countries of the group open the question and one is asked for: "of the EU members, who sold"."""
        first, last = sorted((index, index if noun.at is None else noun.at))
        told = re.match(r"\s*(,|\w+)", fold(self.linked.text[self.mentions[last].end :]))
        ends = told is not None and told[1] in self.cues("asks") | {","}
        led = self.opens(first) and (self.led(index, "of") or self.led(index, "in"))
        return ends and led and (self.is_chosen(noun.at) or "count" in self.linked.codes("operations"))

    def is_told(self, index: int, noun: _Noun) -> bool:
        """Whether a clause behind the countries says which are meant: "EU members that sell most", "whose sales fell".

        Without a superlative they are what the question is about, and nothing of trade stands before them.
        """
        last = index if noun.at is None else max(index, noun.at)
        after = [token.word for token in tokenised(self.linked.text[self.mentions[last].end :])[:2]]
        if self.has_superlative:
            return not set(after[:1]).isdisjoint(self.linked.language.forms("lists", "states_told"))
        told = set(after[:1]) & self.cues("telling") or set(after[1:]) & self.cues("relative")
        first = min(index, index if noun.at is None else noun.at)
        opens = all(mention.kind in _IN_FRONT for mention in self.mentions[:first])
        return bool(told) and opens and noun.word in self.cues("nouns")

    def is_listed(self, index: int, noun: _Noun) -> bool:
        """Whether the countries are what is to be listed: "name the EU members that", "list ASEAN countries with"."""
        before = {token.word for token in tokenised(self.linked.text[: min(noun.start, self.mentions[index].start)])}
        passed = self.cues("of") | self.cues("listing") | set(self.linked.language.section("lists")["articles"])
        return noun.word in self.cues("nouns") and bool(before & self.cues("listing")) and before <= passed

    def asked(self, start: int) -> bool:
        """Whether "which" or "each" stands right before: "which two EU countries", "each ASEAN member"."""
        before = [token.word for token in tokenised(self.linked.text[:start])][-6:]
        passed = self.cues("of") | self.cues("others") | set(self.linked.language.section("lists")["articles"])
        passed |= {word for m in self.mentions if m.kind == "quantity" for word in m.text.split()}
        words = [word for word in before if not word.isdigit() and word not in passed]
        return words[-1:] != [] and words[-1] in self.cues("asks")

    def is_ranked(self, index: int) -> bool:
        """Whether a superlative stands right before: "top 5 Asian", "largest African"."""
        at = index - 1
        while at >= 0 and self.mentions[at].kind in ("quantity", "ranks", "ordinals"):
            at -= 1
        return at >= 0 and bool(_FIRST & set(self.mentions[at].candidates)) and not self.spaced(at, index)

    def is_best(self, index: int, noun: _Noun) -> bool:
        """Whether a superlative stands before a noun that stands before the group: "top US suppliers in Asia"."""
        if noun.at is None or noun.start > self.mentions[index].start:
            return False
        before = [m for m in self.mentions[: noun.at] if m.kind not in ("quantity", "ranks", "ordinals", "place")]
        return bool(before) and bool(_FIRST & set(before[-1].candidates))

    def spaced(self, at: int, index: int) -> bool:
        """Whether words other than articles stand between a mention and the group."""
        articles = set(self.linked.language.section("lists")["articles"]) | self.cues("of")
        return any(set(self.between(i, i + 1)) - articles for i in range(at, index))

    def is_ordered(self, index: int) -> bool:
        """Whether the group itself is put in order: "rank the BRICS by"."""
        return self.is_ranked(index) and bool(set(self.mentions[index - 1].text.split()) & self.cues("orders"))

    def is_put_in_order(self, index: int, noun: _Noun | None) -> bool:
        """Whether an order stands right behind the countries: "ASEAN members ranked by US imports".

        What is put in order by a measure and cut off is, too: "South American countries by US exports, top 3".
        """
        last = index if noun is None or noun.at is None else max(index, noun.at)
        after = self.mentions[last + 1 : last + 2]
        kinds = {code for m in self.mentions for code in m.candidates if code.startswith("keys:")} - {_KEY}
        first = min(index, last)
        opens = all(m.kind in _IN_FRONT or {*m.candidates} & _FIRST for m in self.mentions[:first])
        if not after or kinds or not opens:
            return False
        by = noun is not None and "operations:per_key" in after[0].candidates and self.has_superlative
        return "operations:ordered" in after[0].candidates or by

    def is_set_off(self, index: int) -> bool:
        """Whether the group stands before the question: "Africa: who sold the US the most?", "in Africa only, …"."""
        only = self.linked.language.any_of("among", "only")
        after = fold(self.linked.text[self.mentions[index].end :])
        alone = all(m.kind in ("prepositions", "harmless", "dialogue") for m in self.mentions[:index])
        return alone and re.match(rf"\s*(?:{only}\s*)?[:,]", after) is not None

    def opens(self, index: int) -> bool:
        """Whether the group opens the question: "of the G7, which one …"."""
        before = [token.word for token in tokenised(self.linked.text[: self.mentions[index].start])]
        return len(before) <= 3

    def is_chosen(self, noun: int | None = None) -> bool:
        """Whether a superlative chooses among partners, or which or who is asked; a noun of the group asks nothing."""
        partners = any(self.is_key(at) for at in range(len(self.mentions)) if at != noun)
        return self.has_superlative and (partners or asks_which(self.linked, self.cues("asks"), _KEY))

    @property
    def has_superlative(self) -> bool:
        """Whether a superlative or a place in a ranking is said at all: "No. 2", "the rank of"."""
        said = any((_FIRST | _PLACED) & set(mention.candidates) for mention in self.mentions)
        return said or numbered(self.linked) is not None
