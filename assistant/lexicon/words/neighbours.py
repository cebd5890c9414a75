"""Words whose meaning their neighbours decide: "peso de México en", "el segundo proveedor", "crecimiento mes a mes"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.question import RANKED
from assistant.lexicon.tokens import fold
from assistant.lexicon.topics.tariffs import DUTIES
from assistant.measures import TARIFFS
from assistant.types import Mention

_CHARGED = tuple(f"measures:{name}" for name in (*TARIFFS, *DUTIES))
_THINGS = frozenset({f"keys:{key}" for key in ("partner", "product", "region", "port", "mode")})


def settled(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with those that mean something else beside their neighbours put right."""
    reading = _Neighbours(text, tuple(mentions), language)
    return tuple(map(reading.read, range(len(mentions))))


class _Neighbours:
    """Reads each mention with the mentions around it."""

    def __init__(self, text: str, mentions: tuple[Mention, ...], language: Language) -> None:
        self.text, self.mentions, self.language = text, mentions, language
        self.adjectives = language.forms("roles", "adjectives")
        self.steps = language.forms("lists", "steps")
        self.minus, self.alls, self.nots = (language.forms("lists", name) for name in ("minus", "alls", "nots"))
        self.states, self.leads, self.articles = (
            language.forms("lists", name) for name in ("to_state", "asked_politely", "articles")
        )
        self.singles = language.forms("lists", "product")
        self.most = language.forms("lists", "most")
        self.owners = language.forms("lists", "owners")
        self.asked, self.amounts = (language.forms("lists", name) for name in ("asked", "amounts"))

    def read(self, at: int) -> Mention:
        """The mention at a place, as its neighbours have it."""
        rules: tuple[Callable[[int], tuple[str, ...]], ...]
        rules = (
            self._weighs,
            self._amount,
            self._goods,
            self._charged,
            self._step,
            self._low,
            self._fell,
            self._ranked,
            self._minus,
        )
        rules = (*rules, self._negated, self._beside, self._makes_up, self._either, self._commands, self._any_state)
        rules = (*rules, self._of_the_states)
        for rule in rules:
            if candidates := rule(at):
                return replace(self.mentions[at], candidates=candidates, kind=candidates[0].split(":", 1)[0])
        return self.mentions[at]

    def has(self, at: int, *codes: str) -> bool:
        """Whether a mention means one of the codes, or one of a section ("place:")."""
        if not 0 <= at < len(self.mentions):
            return False
        means = self.mentions[at].candidates
        return any(c == code or code.endswith(":") and c.startswith(code) for c in means for code in codes)

    def before(self, at: int) -> str:
        """The word right before a mention, with what ends a clause as a word of its own; "" at the beginning."""
        found = re.findall(r"[^\W_]+|[^\w\s]", fold(self.text[: self.mentions[at].start]))
        return found[-1] if found else ""

    def close(self, left: int, right: int) -> bool:
        """Whether nothing stands between two mentions."""
        return not self.text[self.mentions[left].end : self.mentions[right].start].strip(" -")

    def is_ranked(self, thing: int | None = None) -> bool:
        """Whether things are put in an order; with a thing, whether no other kind of thing is what is ordered."""
        ranked = any(f"operations:{name}" in m.candidates for m in self.mentions for name in RANKED)
        others = (m for at, m in enumerate(self.mentions) if thing is not None and at != thing)
        return ranked and not any(c.startswith("keys:") for m in others for c in m.candidates)

    def _beside(self, at: int) -> tuple[str, ...]:
        """What stands "next to" another is held against it; only a ranking leaves out what it stands next to."""
        both = {"operations:compare", "exclusion:not"} <= set(self.mentions[at].candidates)
        things = self.has(at - 1, "place:", "product:", "modes:", "region:", "port:")
        return ("operations:compare",) if both and things and not self.is_ranked() else ()

    def _makes_up(self, at: int) -> tuple[str, ...]:
        """Things "behind" a flow make it up: "the modes behind 2024 imports"; behind a country they come after it."""
        trails = self.has(at, "operations:trail") and self.has(at - 1, *_THINGS) and self.close(at - 1, at)
        flow = self.has(at + 1, "measures:") or self.has(at + 1, "period:") and self.has(at + 2, "measures:")
        return ("prepositions:of",) if trails and flow else ()

    def _commands(self, at: int) -> tuple[str, ...]:
        """To state is to say: "state the contribution"; "which state the goods came from" asks for one."""
        if self.text[self.mentions[at].start : self.mentions[at].end].lower() not in self.states:
            return ()
        after = fold(self.text[self.mentions[at].end :]).split()[:1]
        opens = self.before(at) in ("", ".", ":", "!", "?", ",", *self.leads)
        return ("harmless:word",) if opens and set(after) & self.articles else ()

    def _either(self, at: int) -> tuple[str, ...]:
        """The first of two ways that are left open says nothing: "smaller or bigger than"."""
        ways = ("operations:exceed", "operations:trail")
        first, second = (next((way for way in ways if self.has(i, way)), "") for i in (at, at + 2))
        either = first and second and first != second and self.has(at + 1, "operations:compare")
        return ("harmless:word",) if either and self.close(at, at + 1) and self.close(at + 1, at + 2) else ()

    def _any_state(self, at: int) -> tuple[str, ...]:
        """Which of the states, and not the one named like the country: "which state of Mexico"."""
        return ("keys:region_mx",) if self.has(at, "region:MX-MEX") and self.before(at) in self.asked else ()

    def _of_the_states(self, at: int) -> tuple[str, ...]:
        """States that something is sought among, and not the country: "of the states with over $5bn, which"."""
        mention = self.mentions[at]
        if "place:USA" not in mention.candidates or mention.text not in self.language.forms("neighbours", "states"):
            return ()
        among, who = (self.language.any_of("neighbours", name) for name in ("among", "which"))
        led = re.search(rf"(?:^|\b{who}\b)\W*{among}\W*$", fold(self.text[: mention.start]))
        return ("keys:region",) if led else ()

    def _weighs(self, at: int) -> tuple[str, ...]:
        """A share and no kilograms: "peso de México en las importaciones"."""
        if self.mentions[at].candidates != ("measures:weight",):
            return ()
        owned = self.has(at + 1, "prepositions:of") and self.has(at + 2, "place:", "modes:", "product:")
        inside = owned and self.has(at + 3, "prepositions:in")
        return ("operations:share",) if inside and self.has(at + 4, "measures:") else ()

    def _amount(self, at: int) -> tuple[str, ...]:
        """How much there is of goods, and no kind of them: "cuánta mercancía", "quién vendió más mercancía"."""
        goods = self.has(at, "keys:product") and self.has(at, "goods:flow")
        return ("goods:flow",) if goods and self.before(at) in self.amounts else ()

    def _goods(self, at: int) -> tuple[str, ...]:
        """Goods from there: "productos mexicanos"; only a ranking or "qué productos" is of products."""
        if self.has(at, "keys:product") and self.mentions[at].text in self.singles and not self.is_ranked(at):
            beside = self.has(at - 1, "place:") and self.close(at - 1, at)
            beside = beside or self.has(at + 1, "place:") and self.close(at, at + 1)
            return ("goods:flow",) if beside and self.before(at) not in self.asked else ()
        if self._is_what_flows(at):
            return ("goods:flow",)
        if not self.has(at, "keys:product") or not self.has(at + 1, "place:") or not self.close(at, at + 1):
            return ()
        ranked = self.is_ranked()
        others = any((_THINGS - {"keys:product"}) & set(m.candidates) for m in self.mentions)
        others = others or sum(m.kind in ("region", "port", "modes") for m in self.mentions) > 1  # these are compared
        kept = (
            ranked and not others or self.before(at) in self.asked or self.mentions[at + 1].text not in self.adjectives
        )
        return () if kept else ("goods:flow",)

    def _is_what_flows(self, at: int) -> bool:
        """Whether goods are only how much one of another kind sells or buys: "its products", "the most products"."""
        goods = self.has(at, "keys:product") and self.has(at, "goods:flow")
        others = any((_THINGS - {"keys:product"}) & {*m.candidates} for m in self.mentions[:at])
        if not (goods and others and self.is_ranked()):
            return False
        before = fold(self.text[: self.mentions[at].start]).rstrip()
        owned = before.endswith(("s'", "s’")) or bool({*re.findall(r"\w+", before)[-1:]} & self.owners)
        amount = self.has(at - 1, "operations:top", "operations:bottom") and self.close(at - 1, at)
        from_there = self.has(at - 1, "place:") and self.close(at - 1, at)
        return amount or from_there or owned

    def _charged(self, at: int) -> tuple[str, ...]:
        """Whose goods a rate is charged on: "tariff on products from China"; "by product" splits it."""
        if not (self.has(at, "keys:product") and self.has(at, "goods:flow")) or self._is_split():
            return ()
        from_there = self.has(at + 1, "prepositions:of", "prepositions:from") and self.has(at + 2, "place:")
        led = self.has(at - 1, "place:") and self.close(at - 1, at)
        owned = led or from_there or self.has(at + 1, "place:") and self.close(at, at + 1)
        return ("goods:flow",) if owned and self.before(at - 1 if led else at) not in self.asked else ()

    def _is_split(self) -> bool:
        """Whether no rate or duty is asked for, or one for each of several things."""
        rated = any(self.has(at, *_CHARGED) for at in range(len(self.mentions)))
        return not rated or self.is_ranked() or any("operations:per_key" in m.candidates for m in self.mentions)

    def _step(self, at: int) -> tuple[str, ...]:
        """Against the month before: "crecimiento mes a mes"."""
        grown = self.has(at - 1, "operations:growth") or self.has(at + 1, "operations:growth")
        stepped = self.mentions[at].text in self.steps and self.has(at, "keys:month")
        return ("operations:mom", "keys:month") if grown and stepped else ()

    def _low(self, at: int) -> tuple[str, ...]:
        """The lowest is "más bajo", what fell most "que más bajó": without accents they are written alike."""
        codes = self.mentions[at].candidates
        if not {"operations:bottom", "operations:slowest"} <= set(codes):
            return ()
        written = self.text[self.mentions[at].start : self.mentions[at].end].lower()
        fell = written.endswith("ó") or written.isascii() and self.before(at) in ("que", "se", "ha", "han", "quien")
        return ("operations:slowest",) if fell else ("operations:bottom",)

    def _fell(self, at: int) -> tuple[str, ...]:
        """What fell most is the slowest: "fall most", "fell the most", "cayeron más"."""
        most = self.mentions[at].text in self.most and self.has(at, "operations:top")
        beside = at > 0 and self.close(at - 1, at) and self.has(at - 1, "operations:fall")
        return ("operations:slowest",) if most and beside and not self.has(at - 1, "operations:rise") else ()

    def _ranked(self, at: int) -> tuple[str, ...]:
        """The place in a ranking of what follows: "el segundo proveedor", "second supplier"."""
        thing = _THINGS & set(self.mentions[at].candidates)
        placed = at > 0 and self.has(at - 1, "ranks:") and self.close(at - 1, at)
        superlative = self.has(at, "operations:top") or self.has(at + 1, "operations:top", "operations:bottom")
        return (*self.mentions[at].candidates, "operations:top") if thing and placed and not superlative else ()

    def _minus(self, at: int) -> tuple[str, ...]:
        """What opens a clause or follows "todos" leaves China out: "menos China"; "exporta menos" does not."""
        if self.mentions[at].text not in self.minus or not self.has(at + 1, "place:", "modes:"):
            return ()
        opens = self.before(at) in ("", ",", ";", "(", "¿", *self.alls)
        than = fold(self.text[self.mentions[at + 1].end :]).split()[:1]
        return ("exclusion:not",) if opens and self.close(at, at + 1) and than != ["que"] else ()

    def _negated(self, at: int) -> tuple[str, ...]:
        """Inside a clause "no" denies what follows: "que no van por camión"; after a comma it corrects."""
        mention = self.mentions[at]
        if mention.text not in self.nots or "dialogue:repair" not in mention.candidates:
            return ()
        inside = re.fullmatch(r"\w", self.before(at)[:1]) and self.text[mention.end :][:1] == " "
        return ("exclusion:not",) if inside and self.before(at) not in ("o", "y", "si") else ()
