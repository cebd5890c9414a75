"""What stands around a mention: the words between two, the measure that follows, who buys what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.who.places import country_of
from assistant.types import Mention

NEAR = 2
"""How many harmless words may stand between a place and the noun or verb that makes it the subject."""


class Around:
    """A question's mentions and what stands beside each of them; mentions are named by their index."""

    def __init__(self, text: str, mentions: Sequence[Mention], language: Language, home: str) -> None:
        self.text, self.mentions, self.home = text, mentions, home
        lists = language.section("lists")
        self.passive, self.being = (language.forms("lists", name) for name in ("passive", "being"))
        self.joins = {word for phrase in lists["joins"] for word in fold(phrase).split()}
        self.articles = language.forms("lists", "articles")
        self.first_person = language.forms("lists", "first_person")
        self.endings = tuple(map(fold, lists.get("adjectives", ("-",))))
        names = ("fused", "verbal", "auxiliary")
        self.fused, self.verbal, self.doing = (language.forms("lists", name) for name in names)
        self.thans = language.forms("comparatives", "than")
        self.told_in = language.forms("prepositions", "by", "in")
        self.marked = language.section("roles").get("objects") == "marked"
        self.asked = language.forms("lists", "which", "who")
        self.leading = language.forms("prepositions", "to", "from", "of", "with")

    def is_set_off(self, index: int) -> bool:
        """Whether the home country follows a comma, and no "and" that would list it with what is before.

        So does a dash behind several: "France, Italy - US imports from each".
        """
        own, before = self.codes(index) == (self.home,), self.text[: self.mentions[index].start].rstrip()
        several = sum(bool(self.codes(at)) for at in range(index)) > 1
        return own and before.endswith((",", *(" -", " –", " —") * several))

    def codes(self, index: int) -> tuple[str, ...]:
        """The place codes of a mention; "we" and "our" are the home country."""
        candidates = self.mentions[index].candidates
        found = tuple(country_of(c.split(":", 1)[1]) for c in candidates if c.startswith(("place:", "region:")))
        return tuple(dict.fromkeys(found)) or ((self.home,) if "home:home" in candidates else ())

    def means(self, index: int, section: str) -> str:
        """What a mention means in a section, empty where nothing."""
        if not 0 <= index < len(self.mentions):
            return ""
        prefix = f"{section}:"
        return next((c.removeprefix(prefix) for c in self.mentions[index].candidates if c.startswith(prefix)), "")

    def gap(self, left: int, right: int) -> list[str]:
        """The words between two mentions."""
        between = self.text[self.mentions[left].end : self.mentions[right].start]
        if re.search(r"[:;?!]", between):
            return ["", "", "", ""]  # another clause
        return re.findall(r"[^\W_]+", re.sub(r"^'s|'", " ", between))

    def does_behind(self, index: int) -> bool:
        """Whether it does what the verb before it says, and whom it does it to is asked: "¿a cuál vendió EE. UU.?"."""
        near = next((at for at in range(index - 1, -1, -1) if self.means(at, "verbs") or self.codes(at)), -1)
        if not self.marked or near < 1 or self.codes(near) or self.means(index - 1, "prepositions"):
            return False
        before = re.split(r"[:;?!¿]", self.text[: self.mentions[near].start])[-1]
        opens = fold(before).split()
        return bool(self.asked & {*opens[1:3]}) and opens[0] in self.leading

    def is_bought(self, index: int) -> bool:
        """Whether another place buys its goods: "Canada bought $35 billion of US goods", "of US goods bought by it"."""
        verbs = [at for at in range(len(self.mentions)) if self.means(at, "verbs") == "buy"]
        if any(self.buyer(at) not in ((), self.codes(index)) for at in verbs if at > index):
            return True
        verbs = [at for at in verbs if at < index and (not self.means(at, "measures") or self.is_done(at))]
        if not verbs or any(self.codes(at) for at in range(verbs[-1] + 1, index)):
            return False
        buyers = (self.codes(at) or self.means(at, "keys") == "partner" for at in range(verbs[-1]))
        return any(buyer and buyer != self.codes(index) for buyer in buyers)

    def is_done(self, at: int) -> bool:
        """Whether a word for a flow is what somebody who is asked for does: "who imports US corn"."""
        return at > 0 and self.means(at - 1, "keys") == "partner" and not self.gap(at - 1, at)

    def buyer(self, verb: int) -> tuple[str, ...]:
        """Who does what a verb says: the place after "by", else the one right before the verb."""
        if self.means(verb + 1, "prepositions") == "by" and verb + 2 < len(self.mentions):
            return self.codes(verb + 2)
        return (
            self.codes(verb - 1) if verb and not self.means(verb, "measures") and not self.gap(verb - 1, verb) else ()
        )

    def is_share_of(self, index: int) -> bool:
        """Whether a word for share brings its own "of": "% of", "as a percentage of"."""
        return self.means(index, "operations") == "share" and self.mentions[index].text.endswith(" of")

    def joined(self, last: int, index: int) -> bool:
        """Whether only listing words stand between two places: "Mexico, Canada and China", "US–Mexico"."""
        between = self.text[self.mentions[last].end : self.mentions[index].start]
        return (
            not re.search(r"[:;?!.]", between) and set(re.findall(r"[^\W_]+", between.removeprefix("'s"))) <= self.joins
        )

    def follows_than(self, index: int) -> bool:
        """Whether a place is what another one is compared with: "does the UK buy more than Germany"."""
        before = self.text[: self.mentions[index].start].lower().split()
        words = [word for word in before if word not in self.articles][-1:]
        return bool(words) and words[0] in self.thans

    def is_passed(self, index: int) -> bool:
        """Whether a verb sets a flow above or below a place: "did imports from Mexico pass China"."""
        passed = self.means(index - 1, "operations") in ("exceed", "trail") and not self.gap(index - 1, index)
        flows = any(self.means(at, "measures") in ("imports", "exports") for at in range(index - 1))
        return index > 1 and passed and flows

    def is_balance_of_another(self, index: int) -> bool:
        """Whether a surplus or deficit is said to be of a place that follows it."""
        of = self.means(index + 1, "prepositions") == "of" and not self.gap(index, index + 1)
        owned = of and self.codes_at(index + 2) and not set(self.gap(index + 1, index + 2)) - self.articles
        return bool(owned) and self.means(index, "measures") in ("balance", "surplus", "deficit")

    def codes_at(self, index: int) -> tuple[str, ...]:
        """The place codes of a mention, none where there is no such mention."""
        return self.codes(index) if index < len(self.mentions) else ()

    def is_apart(self, index: int) -> bool:
        """Whether a comma parts it from what follows."""
        between = self.text[self.mentions[index].end : self.mentions[index + 1].start].split()
        return [word for word in between if word not in self.articles] == [","]

    def measured_next(self, index: int) -> bool:
        """Whether the measure stands right after, with "goods" at most between."""
        if index + 1 >= len(self.mentions) or self.gap(index, index + 1):
            return False
        if {",", "("} & {*self.text[self.mentions[index].end : self.mentions[index + 1].start]}:
            return False  # "plastics to Mexico, exports", "trade with Mexico (imports + exports)"
        if self.mentions[index + 1].text.split()[0] in self.told_in:
            return False  # "exports to Mexico by weight"
        goods = bool(self.means(index + 1, "goods"))
        return bool(self.means(index + 1, "measures")) or goods and self.flows_next(index + 1)

    def is_compound(self, index: int) -> bool:
        """Whether a name stands right before a noun that it is a part of, and neither owns it nor does it.

        "Mexico imports" and "Mexico 2024 imports" are; "Mexico's imports" and "what Mexico imports" are not.
        """
        mention = self.mentions[index]
        at = next((i for i in range(index + 1, len(self.mentions)) if self.means(i, "measures")), None)
        if at is None or self.codes(index) == (self.home,) or self.mentions[at].text in self.verbal:
            return False
        between = self.text[mention.start : self.mentions[at].start].removeprefix(mention.text)
        before = self.text[: mention.start].split()
        if self.mentions[at].text in ("import", "export") and self.doing & set(before):
            return False  # "how much did Mexico import"
        return "'" not in between and not set(before[-1:]) & self.fused

    def flows_next(self, index: int) -> bool:
        """Whether the next mention is a measure: "goods imports" is one, "goods" alone is what flows."""
        by = self.means(index + 2, "prepositions") == "by" and self.means(index + 1, "verbs")  # "goods imported by"
        return bool(self.means(index + 1, "measures")) and not by and len(self.gap(index, index + 1)) == 0

    def leads_to_flow(self, index: int) -> bool:
        """Whether only adjectives or periods stand before the measure: "Mexican 2024 exports", "US monthly imports"."""
        for after in range(index + 1, len(self.mentions)):
            if self.means(after, "measures"):
                return not self.is_owned(after)
            skipped = self.means(after, "keys") or self.mentions[after].kind in (
                "period",
                "modes",
                "operations",
                "quantity",
            )
            if (
                not skipped
                or len(self.gap(after - 1, after)) > NEAR
                or self.codes(after)
                or self.means(after, "prepositions")
            ):
                return False
        return False

    def is_owned(self, index: int) -> bool:
        """Whether a flow is that of a place behind it: "exports of the US", "importaciones de EE. UU. desde allá"."""
        of = self.means(index + 1, "prepositions") == "of" and not self.gap(index, index + 1)
        if not of or not self.codes_at(index + 2):
            return False
        measure, next_to = self.means(index, "measures"), index + 3
        sold = measure == "exports" and not self.means(next_to, "goods")  # not "exports of US goods"
        return sold or measure == "imports" and self.means(next_to, "prepositions") == "from"


__all__ = ["NEAR", "Around"]
