"""Who sells and who buys: the role of each place, from prepositions, verbs, possessives and order.

A role is never guessed from likeness; a place without a vote stays "bare", and the slots fill it in or ask.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.lexicon.tokens import fold
from assistant.lexicon.who.around import NEAR, Around
from assistant.lexicon.who.places import Place, shared

BY_PREPOSITION = {"from": "origin", "to": "destination", "with": "partner", "between": "pair"}


class Reader(Around):
    """Reads the role of each place from the words around it."""

    def read(self) -> list[Place]:
        """The places in order, each with its role."""
        found: list[Place] = []
        last: int | None = None
        for index, mention in enumerate(self.mentions):
            codes = self.codes(index)
            if not codes:
                continue
            listed = last is not None and self.joined(last, index) and not self.owns_flow(index, found)
            shared_role = found[-1].role if listed and found[-1].role in BY_PREPOSITION.values() else ""
            made = (
                self.is_made(index) or bool(found) and found[-1].role == "destination" and self.is_whence(index, last)
            )
            role = "origin" if made else self.led(index) or shared_role or self.voted(index)
            if role == "bare" and (self.follows_than(index) or self.is_passed(index)):
                role = next((place.role for place in reversed(found) if place.codes[0] != self.home), role)
            role = "subject" if role == "bare" and self.does_behind(index) else role
            adjective = mention.text.endswith(self.endings) and self.measured_next(index)
            compound = role == "subject" and not adjective and self.is_compound(index)
            owner = self.measured_next(index)
            found.append(Place(codes, role, mention.text, listed, self.shares(index), adjective, compound, owner))
            last = index
        return found

    def owns_flow(self, index: int, found: Sequence[Place]) -> bool:
        """Whether a place begins a flow of its own: "to Canada and US exports to", "From Mexico, the US bought"."""
        led = bool(found) and found[-1].role in ("origin", "destination")
        if led and self.acts(index):
            return True
        return (led or self.is_set_off(index)) and self.measured_next(index)

    def acts(self, index: int) -> bool:
        """Whether the home country itself buys or sells right behind a place that is led: "From Mexico the US buys"."""
        own = self.codes(index) == (self.home,) and self.means(index + 1, "verbs") in ("buy", "sell")
        near = index + 1 < len(self.mentions) and not self.gap(index, index + 1)
        by = self.means(index + 2, "prepositions") == "by" and not self.means(index + 1, "measures")
        return own and near and not by and not set(self.gap(index - 1, index)) - self.articles

    def is_whence(self, index: int, last: int | None) -> bool:
        """Whether "of" alone stands between a place that goods go to and this one: "llegó a EU de México"."""
        of = last == index - 2 and self.means(index - 1, "prepositions") == "of" and not self.gap(index - 2, index - 1)
        return of and not set(self.gap(index - 1, index)) - self.articles

    def led(self, index: int) -> str:
        """The role that a preposition right before gives."""
        if index == 0 or set(self.gap(index - 1, index)) - self.articles:
            return ""
        preposition = self.means(index - 1, "prepositions")
        after_place = index > 1 and self.codes(index - 2) and not self.gap(index - 2, index - 1)  # "Germany to France"
        owned = index > 2 and self.means(index - 3, "prepositions") in (
            "to",
            "from",
        )  # "exports to the UK to US imports"
        free = preposition in ("of", "in") or not after_place or owned  # "the share of China in US imports"
        if self.is_share_of(index - 1) and self.measured_next(index):
            return "subject"  # "Canada % of US exports"
        if preposition in ("to", "of", "in", "with", "for", "by") and self.measured_next(index) and free:
            return "subject"  # "the share of US imports", "what happened to US exports"
        if index > 1 and self.means(index - 1, "operations") == "compare" and self.codes(index - 2):
            return ""
        if preposition == "of" and self.means(index + 1, "goods") and (role := self.of_goods(index)):
            return role
        if preposition == "in" and self.traded_in(index):
            return "partner"
        if preposition in ("of", "in") and self.means(index - 2, "operations") in ("share", "contribution"):
            near = any(self.means(index + ahead, "measures") for ahead in (1, 2))
            return "" if near or self.leads_to_flow(index) else "partner"  # "% of Texas port rail imports"
        if preposition == "of":
            return "subject" if self.means(index - 2, "measures") else ""
        if preposition == "by":
            return "subject" if self.means(index - 2, "verbs") in ("buy", "sell") else ""
        return BY_PREPOSITION.get(preposition, "")

    def of_goods(self, index: int) -> str:
        """The role of whose goods are spoken of: "the share of its goods", "bought $35 billion of US goods"."""
        if self.is_bought(index) or self.is_purchased(index):
            return "origin"
        if self.flows_next(index + 1):
            return ""
        return "origin" if self.mentions[index].text.endswith(self.endings) else "subject"

    def is_purchased(self, index: int) -> bool:
        """Whether another place's purchases are of its goods: "Dutch purchases of US goods"."""
        owner = self.codes(index - 3) if index > 2 and not self.gap(index - 3, index - 2) else ()
        return self.means(index - 2, "measures") == "imports" and bool(owner) and owner != self.codes(index)

    def traded_in(self, index: int) -> bool:
        """Whether a place is where another one buys or sells: "US purchases in Asia", "US sales in Mexico"."""
        flows = self.means(index - 2, "measures") in ("imports", "exports")
        abroad = self.codes(index) != (self.home,) and not self.gap(index - 2, index - 1)
        return flows and abroad and self.codes(index - 3) == (self.home,)

    def shares(self, index: int) -> bool:
        """Whether it is this place's share that is asked: "Mexico's share of imports", "share of Mexico in them"."""
        if self.means(index - 1, "prepositions") == "of" and self.means(index - 2, "operations") == "share":
            return index > 1 and self.means(index + 1, "prepositions") == "in"
        share = self.shared_next(index)
        return self.means(share, "operations") == "share" and not self.is_whole_of_mode(index, share)

    def is_whole_of_mode(self, index: int, share: int) -> bool:
        """Whether the trade with a place is the whole, behind a comma a mode's part: "from Mexico, what % by truck"."""
        cut = "," in self.text[self.mentions[index].end : self.mentions[share].start]
        modes = [at for at in range(len(self.mentions)) if self.means(at, "modes")]
        return cut and bool(self.means(index - 1, "prepositions")) and bool(modes) and min(modes) > share

    def shared_next(self, index: int) -> int:
        """Where what follows a place stands, past a superlative and a time: "Mexico's highest-ever yearly share"."""
        at = index + 1
        while 0 < at < len(self.mentions) and not self.gap(at - 1, at) and self.is_superlative(at):
            at += 1
        return at if at < len(self.mentions) and not self.gap(at - 1, at) else -1

    def is_superlative(self, index: int) -> bool:
        """Whether a mention says which of a line is meant: "highest", "record", "yearly", "ever"."""
        ranked = self.means(index, "operations") in ("top", "bottom", "best", "worst")
        return (
            ranked or self.means(index, "keys") in ("year", "quarter", "month") or self.means(index, "period") == "ever"
        )

    def voted(self, index: int) -> str:
        """The role that the words around give: "Mexican goods", "Mexico sells", "sold Mexico", "Mexico's"."""
        mention = self.mentions[index]
        possessive = self.text[mention.start : mention.end].endswith(("'s", "s'")) or mention.text in ("our", "ours")
        near = index + 1 < len(self.mentions) and len(self.gap(index, index + 1)) <= NEAR
        after = index + 1
        goods = near and self.means(after, "goods") and not self.flows_next(after)
        given = self.object_of_verb(index) if not mention.text.endswith(self.endings) else ""  # "sold Mexico goods"
        if goods and not possessive and not self.means(index, "home"):
            return given or "origin"
        shared = self.means(after, "operations") in ("share", "contribution", "share_of_growth")
        if near and shared and not self.means(after, "measures") or self.shares(index):
            return "partner"
        if near and not possessive and self.is_balance_of_another(after):
            return "partner"  # "the UK surplus of the US"
        flows = self.means(after, "measures") or self.means(after, "verbs") or self.means(after, "goods")
        if near and self.is_recipient(index):
            return "destination"
        if near and self.means(after, "measures") and not possessive and self.is_apart(index):
            return "bare"  # "Japan, exports, 2023": whose they are is open
        if possessive and not flows and self.is_told_of(index):
            return "bare"
        if possessive or (near and flows):
            return "subject"
        return self.object_of_verb(index) or ("subject" if near and self.leads_to_flow(index) else "bare")

    def is_told_of(self, index: int) -> bool:
        """Whether the flow was named before a colon, and only its figure is the place's: "exports: Mexico's figure"."""
        before = [m.end for m in self.mentions[:index] if any(c.startswith("measures:") for c in m.candidates)]
        after = any(self.means(at, "measures") for at in range(index + 1, len(self.mentions)))
        return bool(before) and not after and ":" in self.text[before[-1] : self.mentions[index].start]

    def is_recipient(self, index: int) -> bool:
        """Whether goods were sold to it: "the US was sold how much by India"."""
        by = any(self.means(at, "prepositions") == "by" for at in range(index + 2, len(self.mentions)))
        was = self.being & set(self.gap(index, index + 1))
        return by and bool(was) and fold(self.mentions[index + 1].text) in self.passive

    def is_made(self, index: int) -> bool:
        """Whether it says where a product is from: "Mexican avocados", "who buys US corn", not "… avocado exports"."""
        adjective = self.mentions[index].text.endswith(self.endings)
        named = self.means(index + 1, "product") and (adjective or self.is_bought(index))
        flows = self.flows_next(index + 1) and not self.mentions[index + 2].text.endswith("ed")  # "cars imported"
        return bool(named) and not self.gap(index, index + 1) and not flows

    def object_of_verb(self, index: int) -> str:
        """The role after a verb: after a selling one stands the buyer, after a buying one the seller."""
        if index == 0 or set(self.gap(index - 1, index)) - self.articles or self.means(index - 1, "prepositions"):
            return ""
        verb = self.means(index - 1, "verbs") if self.mentions[index].text not in self.first_person else ""
        has_subject = any(self.codes(i) for i in range(index - 1))
        if not verb or (self.means(index - 1, "measures") and not has_subject):
            return ""
        return {"sell": "destination", "buy": "origin"}.get(verb, "")


__all__ = ["BY_PREPOSITION", "Place", "Reader", "shared"]
