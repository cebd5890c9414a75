"""Words of small talk that are none where they stand: "foreign exports", "exports of data", "US students in Mexico".

There they narrow the trade or name what is traded, and no table holds that: they count as unknown words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from assistant.languages.language import Language
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import Token, fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_FLOWS = frozenset({"measures:exports", "measures:imports"})
_BEHIND = 3
"""How many small words may stand between "exports of" and what is exported."""


def qualifying(text: str, mentions: Sequence[Mention], unknown: Codes, language: Language) -> Codes:
    """The unknown words with those of small talk that narrow a flow or stand for what is traded."""
    cues = language.section("qualifying")
    if not cues:
        return unknown
    reader = _Reader(text, tokenised(text), mentions, language)
    return (*unknown, *dict.fromkeys(word for word in reader.found() if word not in unknown))


class _Reader:
    """Reads the words of one text by what stands beside them."""

    def __init__(self, text: str, tokens: Sequence[Token], mentions: Sequence[Mention], language: Language) -> None:
        self.text = text
        self.tokens, self.mentions, self.sets = tokens, mentions, _sets(language)
        self.things = self.sets["things"]

    def found(self) -> Iterator[str]:
        """The words that are no small talk where they stand."""
        plain = f" {' '.join(token.word for token in self.tokens)} "
        yield from (phrase for phrase in self.sets["never"] if f" {phrase} " in plain)
        measured = any(c.startswith(("measures:", "verbs:", "product:")) for m in self.mentions for c in m.candidates)
        for at, token in enumerate(self.tokens):
            if self.named(token):
                continue
            both = f"{self.tokens[at - 1].word} {token.word}" if at else ""
            narrow = {token.word, both} & self.sets["before"]
            narrows = (
                bool(narrow)
                and (self.is_flow(at + 1) and not self.is_cut(at) or self.is_clause(at))
                and not self.is_bought(token.word)
            )
            traded = token.word in self.things and (self.is_traded(at) or self.is_split(at) or self.is_bound(at))
            asked = token.word in self.things and not measured and self.is_asked(at)
            if narrows or traded or asked:
                yield token.word

    def is_cut(self, at: int) -> bool:
        """Whether a sentence ends between a word and the next one: "¿me ayudas? importaciones desde Vietnam"."""
        behind = self.tokens[at + 1].start if at + 1 < len(self.tokens) else None
        return bool({*self.text[self.tokens[at].end : behind]} & {*".?!;"})

    def is_bought(self, word: str) -> bool:
        """Whether foreign goods are what somebody buys, which all imports are: "spent on foreign goods"."""
        codes = {c for m in self.mentions for c in m.candidates}
        return (
            word in self.sets.get("abroad", frozenset())
            and "verbs:buy" in codes
            and not codes & {"measures:exports", "verbs:sell"}
        )

    def named(self, token: Token) -> Sequence[str]:
        """What a word is a mention of."""
        there = (m.candidates for m in self.mentions if m.start <= token.start < m.end)
        return next((codes for codes in there if not codes[0].startswith(("harmless:", "standing:"))), ())

    def is_flow(self, at: int) -> bool:
        """Whether the noun of a flow stands there: "exports", "trade"."""
        there = self.tokens[at : at + 1]
        return bool(there) and bool(_FLOWS & set(self.named(there[0])) or there[0].word in self.sets["goods"])

    def is_clause(self, at: int) -> bool:
        """Whether "that were" or the like stands before: "imports that were domestic"."""
        before = [token.word for token in self.tokens[max(0, at - 2) : at]]
        return len(before) == 2 and before[0] in self.sets["relatives"] and before[1] in self.sets["being"]

    def is_traded(self, at: int) -> bool:
        """Whether a flow "of" stands before, small words aside: "exports of the data"."""
        back = self.led(at)
        return back > 0 and self.tokens[back].word in self.sets["of"] and self.is_flow(back - 1)

    def is_split(self, at: int) -> bool:
        """Whether a "by" stands before and no verb that it goes with: "imports from Mexico by visitors"."""
        back = self.led(at)
        before = self.tokens[back - 1].word.removesuffix("s") if back > 0 else ""
        by = back > 0 and self.tokens[back].word in self.sets["by"]
        return by and not before.endswith(tuple(self.sets["done"]))

    def is_bound(self, at: int) -> bool:
        """Whether it bounds the time or the way of a trade: "since the wedding", "under the president"."""
        back = self.led(at)
        return back >= 0 and self.tokens[back].word in self.sets.get("bounds", frozenset())

    def led(self, at: int) -> int:
        """Where the word stands that leads to another, small words aside."""
        back = at - 1
        while back > 0 and at - back <= _BEHIND and self.tokens[back].word in self.sets["small"]:
            back -= 1
        return back

    def is_asked(self, at: int) -> bool:
        """Whether it is what is asked about a place: "Mexican visitors", "students in Mexico", "cuánta gente"."""
        after = self.tokens[at + 1 : at + 3]
        led = any(
            self.is_place(token) or token.word in self.sets["amounts"] for token in self.tokens[max(0, at - 1) : at]
        )
        placed = len(after) == 2 and after[0].word in self.sets["links"] and self.is_place(after[1])
        return led or placed or self.are_people(at)

    def are_people(self, at: int) -> bool:
        """Whether a word for people stands before whence they are: "alumnos mexicanos"."""
        after = self.tokens[at + 1 : at + 2]
        return self.tokens[at].word in self.sets["people"] and any(map(self.is_place, after))

    def is_place(self, token: Token) -> bool:
        """Whether a word names a place."""
        return any(c.startswith(("place:", "region:", "port:")) for c in self.named(token))


@cache
def _sets(language: Language) -> Mapping[str, frozenset[str]]:
    """The lists of words, with the lists of small talk that name things."""
    cues, talk = language.section("qualifying"), language.section("harmless")
    listed = frozenset(fold(word) for name in cues["talk"] for word in talk.get(name, ()))
    sets = {name: frozenset(map(fold, words)) for name, words in cues.items()}
    things = (sets["things"] | listed | language.everyday) - sets["small"]
    people = frozenset(fold(word) for word in talk.get(cues["talk"][0], ()))
    amounts = language.forms("lists", "amounts")
    return sets | {"things": things, "people": people, "amounts": amounts, "before": sets["before"] | language.everyday}
