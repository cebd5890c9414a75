"""The roles of places where small words mark objects and adjectives follow: "le compró a México"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.who.demonyms import adjectives
from assistant.lexicon.who.roles import BY_PREPOSITION, Place, Reader, shared
from assistant.types import Mention

_JOINS = frozenset({"y", "e", "o", "u", "et", "ou"})
_OTHER_END = {"origin": "destination", "destination": "origin"}
_PASSING = ("surpass", "overtake")
_DUTIES = ("duty", "effective_duty")
_SHIPPED = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")
_THOSE = frozenset({"el", "la", "los", "las", "celle", "celles", "ceux", "celui"})


def places(text: str, mentions: Sequence[Mention], language: Language, home: str) -> tuple[Place, ...]:
    """The places of a question in order, each with its role."""
    reader = Marked if language.section("roles").get("objects") == "marked" else Reader
    reading = reader(fold(text), mentions, language, home)
    return shared(_told_apart(reading, reading.read()))


def _told_apart(reading: Reader, found: list[Place]) -> list[Place]:
    """Those to choose from stand apart from whom they sell to: "who sells more to the US, Canada or China?"."""
    at = [index for index in range(len(reading.mentions)) if reading.codes(index)]
    asked = any({"keys:partner", "keys:region"} & set(mention.candidates) for mention in reading.mentions)
    start = _listed_from(found)
    if not asked or len(found) != len(at) or start < 1 or len(found) - start < 2:
        return found
    first, second, last = at[start - 1], at[start], at[-1]
    chosen = any(reading.means(index, "operations") == "compare" for index in range(second + 1, last))
    comma = reading.text[reading.mentions[first].end : reading.mentions[second].start].strip().endswith(",")
    if not chosen or not comma or found[start - 1].role not in _OTHER_END:
        return found
    other = _OTHER_END[found[start - 1].role]
    return [*found[:start], *(replace(place, role=other, listed=place is not found[start]) for place in found[start:])]


def _listed_from(found: Sequence[Place]) -> int:
    """Where the list at the end begins; a place that a preposition leads to comes before it: "to the US, Canada or"."""
    start = len(found) - 1
    while start > 0 and found[start].listed:
        start -= 1
    return start + 1 if start >= 0 and len(found) - start > 2 and found[start].role in _OTHER_END else start


class Marked(Reader):
    """Reads languages in which a preposition and not the order tells who sells and who buys."""

    def __init__(self, text: str, mentions: Sequence[Mention], language: Language, home: str) -> None:
        super().__init__(text, mentions, language, home)
        habits = language.section("roles")
        told = (form for _, form in adjectives(language))
        self.adjectives = frozenset(map(fold, (*habits["adjectives"], *told)))
        self.objects = language.forms("home", "object")
        self.bare_thans = language.forms("comparatives", "bare")

    def read(self) -> list[Place]:
        """The places; one that "y" joins to a subject is a subject as well: "exportaciones mexicanas y canadienses"."""
        found = super().read()
        at = [index for index in range(len(self.mentions)) if self.codes(index)]
        for place in range(1, len(found)):
            before = found[place - 1].role
            joined = found[place].listed and set(self.gap(at[place - 1], at[place])) <= _JOINS and before == "subject"
            if found[place].role == "bare" and (joined or self.those(at[place])):
                found[place] = replace(found[place], role=before)
        return found

    def those(self, index: int) -> bool:
        """Whether it stands for a flow named before: "con las de Canadá"."""
        if self.means(index - 1, "prepositions") not in ("of", "from"):
            return False
        return bool(set(self.text[: self.mentions[index - 1].start].split()[-1:]) & _THOSE)

    def led(self, index: int) -> str:
        """The role that a preposition gives; after "comprar" and "importar", "a" and "de" say where goods come from."""
        if index == 0 or set(self.gap(index - 1, index)) - self.articles:
            return ""
        preposition = self.means(index - 1, "prepositions")
        if index > 1 and self.means(index - 1, "operations") == "compare" and self.codes(index - 2):
            return ""
        if self.those(index) or preposition == "with" and self.compared(index) or self.is_passed(index):
            return "bare"
        if preposition in ("of", "to") and self.governed(index - 1, preposition):
            return "origin"
        if preposition == "of" and index == 1 and self.fronted(index):
            return "origin"
        if preposition == "to" and self.codes(index - 2) and self.means(index - 3, "searching") in _PASSING:
            return "bare"  # "superó México a Canadá"
        if preposition == "of":
            return "origin" if self.is_shipped(index) else self.owner(index - 2, index)
        if preposition in ("via", "in") and any(self.means(at, "measures") == "imports" for at in range(index - 1)):
            return "subject"  # "importaciones de cerveza mexicana en EE.UU."
        if preposition == "by":
            return "subject" if self.does(index) else ""
        return BY_PREPOSITION.get(preposition, "")

    def is_passed(self, index: int) -> bool:
        """Whether a flow is set above or below a place: "superaron las importaciones de México a China"."""
        if self.means(index - 1, "prepositions") != "to" or self.gap(index - 1, index):
            return False
        flows = [at for at in range(index - 1) if self.means(at, "measures") in ("imports", "exports")]
        opened = range(flows[0] if self.codes(index - 2) and flows else 0)
        passing = (index - 2, *opened)
        return bool(flows) and any(self.passes(at) for at in passing if at >= 0)

    def passes(self, at: int) -> bool:
        """Whether a mention sets one thing above or below another as a verb does, and not with a "que" behind it."""
        than = self.mentions[at].text.split()[-1] in self.bare_thans
        return self.means(at, "operations") in ("exceed", "trail") and not than

    def governed(self, at: int, preposition: str) -> bool:
        """Whether the nearest verb or flow before turns the preposition to "from"."""
        for before in range(at - 1, -1, -1):
            if self.means(before, "verbs") or self.means(before, "measures"):
                asked = preposition == "of" and self.means(before - 1, "keys") == "partner"  # "quién compra más de EU"
                governs = {f"governs:{preposition}", *(["governs:to"] if asked else [])}
                return bool(governs & set(self.mentions[before].candidates))
        return False

    def is_done(self, index: int) -> bool:
        """Whether a verb is a participle, which "por" names the doer of: "exportada a México por Estados Unidos"."""
        return self.mentions[index].text.endswith(_SHIPPED)

    def does(self, index: int) -> bool:
        """Whether a place after "por" does what a participle or a noun before says: "compra de acero por México"."""
        if any(self.means(at, "verbs") in ("buy", "sell") and self.is_done(at) for at in range(index - 1)):
            return True
        at = index - 2
        while at > 0 and any(self.means(at, name) for name in ("product", "goods", "place", "prepositions")):
            at -= 1
        flows = self.means(at, "measures") in ("imports", "exports") or self.means(at, "verbs") in ("buy", "sell")
        return flows and (at == index - 2 or bool(self.means(index, "place")))

    def joined(self, last: int, index: int) -> bool:
        """Whether only listing words stand between two places, and the second is not who does what is said."""
        by = self.means(index - 1, "prepositions") == "by" and self.does(index)
        return not by and super().joined(last, index)

    def is_shipped(self, index: int) -> bool:
        """Whether goods of a place are what was shipped: "bebidas de México importadas"."""
        goods = self.means(index - 2, "product") or self.means(index - 2, "goods")
        after = index + 1 < len(self.mentions) and not self.gap(index, index + 1)
        shipped = after and self.means(index + 1, "measures") and self.mentions[index + 1].text.endswith(_SHIPPED)
        return bool(goods and shipped)

    def fronted(self, index: int) -> bool:
        """Whether "de México" opens the question and the verb that it belongs to follows: "…, ¿cuánto se importó?"."""
        verbs = (m for m in self.mentions[index + 1 :] if any(c.startswith("verbs:") for c in m.candidates))
        following = next(verbs, None)
        return following is not None and "governs:of" in following.candidates

    def compared(self, index: int) -> bool:
        """Whether "con" sets two places side by side: "compara México con China"."""
        return index > 2 and bool(self.codes(index - 2)) and self.means(index - 3, "operations") == "compare"

    def owner(self, before: int, index: int) -> str:
        """What "de" says after a noun; "importaciones de X" are X's own or from X, and duties are on goods from X."""
        if self.means(before, "operations") == "share":
            return "partner"
        goods = self.means(before, "product") or self.means(before, "goods")
        if goods and not self.means(before, "measures"):
            flow = before - 2 if self.means(before - 1, "prepositions") == "of" else before - 1
            return self.owner(flow, index) if self.means(flow, "measures") else "origin"  # "aguacates de México"
        measure = self.means(before, "measures")
        if measure == "imports" and self.codes(index) != (self.home,):
            return "origin" if any(self.means(i, "measures") in _DUTIES for i in range(before)) else "bare"
        if measure in _DUTIES and self.codes(index) != (self.home,):
            return "origin"  # "lo que se recaudó de México"
        return "subject" if measure else ""

    def voted(self, index: int) -> str:
        """The role that the words around give: "nos vende", "importamos", "vendió México", "productos chinos"."""
        mention = self.mentions[index]
        if mention.text in self.objects and self.means(index + 1, "verbs") in ("sell", "buy"):
            return {"sell": "destination", "buy": "origin"}[self.means(index + 1, "verbs")]
        if self.codes(index) and self.means(index, "verbs") or self.before_object(index):
            return "subject"
        return self.after_noun(index) or super().voted(index)

    def shares(self, index: int) -> bool:
        """Whether it is this place's share that is asked: "participación de México", "representa México"."""
        after = self.means(index - 1, "prepositions") == "of" and self.means(index - 2, "operations") == "share"
        after = after and not set(self.gap(index - 1, index)) - self.articles  # "de lo que México importa": no part
        deals = self.means(index + 1, "verbs") in ("buy", "sell") and len(self.gap(index, index + 1)) < 2  # "le compra"
        if deals and any(self.means(at, "operations") == "share" for at in range(index + 2, len(self.mentions))):
            return False  # the whole is what it deals in: "de todo lo que México importa, ¿qué parte …"
        return after or index > 0 and not self.gap(index - 1, index) and self.means(index - 1, "operations") == "share"

    def before_object(self, index: int) -> bool:
        """Whether "nos" and a verb follow: "México nos vende"."""
        if index + 2 >= len(self.mentions) or self.gap(index, index + 1):
            return False
        return self.mentions[index + 1].text in self.objects and bool(self.means(index + 2, "verbs"))

    def after_noun(self, index: int) -> str:
        """The role of a place right after what it belongs to: an adjective after its noun, a subject after its verb."""
        if index == 0 or self.gap(index - 1, index):
            return ""
        if self.means(index - 1, "operations") == "share":
            return "partner"
        adjective = self.mentions[index].text in self.adjectives
        if adjective and (self.means(index - 1, "goods") or self.means(index - 1, "product")):
            return "origin"
        belongs = self.means(index - 1, "measures") if adjective else self.means(index - 1, "verbs")
        return "subject" if belongs else ""

    def object_of_verb(self, index: int) -> str:
        """Nothing: an object has its preposition."""
        return ""
