"""What weighs in a flow is its share, "all" before a flow is the whole of one: "chapter 84's weight in all imports"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked, codes_of
from assistant.types import Mention

_FLOWS = frozenset({"exports", "imports", "total"})
_THINGS = frozenset({"place", "product", "modes", "region", "port"})
_NARROWING = frozenset({"place", "home", "region", "modes", "period"})
"""What may stand before the flow that is the whole: "in all US imports", "in all 2023 truck exports"."""


def is_weight_share(linked: Linked) -> bool:
    """Whether "weight" is a share and no mass: "chapter 84's weight in US imports", "cuánto pesó X en las ventas"."""
    words = tuple(linked.language.forms("lists", "weighing"))
    for at, mention in enumerate(linked.mentions):
        weighs = "measures:weight" in mention.candidates and mention.text.endswith(words)
        after = linked.mentions[at + 1 :]
        of = bool(after) and "prepositions:of" in after[0].candidates
        if weighs and (_weighs_in(after) or of and _is_ranked(after)):
            return True
    return False


def _weighs_in(after: Sequence[Mention]) -> bool:
    """Whether a flow is what something weighs in: things alone stand before "in", and the flow right behind it."""
    # "what weight do vehicles have in", "el peso, en %, del camión dentro de"
    spare = {"prepositions:of", "dialogue:that", "dialogue:and", "verbs:run", "operations:in_percent"}
    named = (spare & set(m.candidates) or m.kind in _THINGS for m in after)
    into = next((at for at, is_named in enumerate(named) if not is_named), 0)
    led = into < len(after) and "prepositions:in" in after[into].candidates
    return led and any({*_FLOWS, "deficit"} & {*codes_of(m, "measures")} for m in after[into + 1 : into + 3])


def _is_ranked(after: Sequence[Mention]) -> bool:
    """Whether what weighs are the first of a ranking in a flow: "the weight of the top 5 suppliers in US imports"."""
    key = next((at for at, m in enumerate(after[:5]) if any(c.startswith("keys:") for c in m.candidates)), 5)
    led = key < 5 and any("operations:top" in m.candidates for m in after[:key])
    into = after[key + 1 : key + 4]
    within = led and bool(into) and "prepositions:in" in into[0].candidates
    return within and any(_FLOWS & {*codes_of(m, "measures")} for m in into[1:])


def of_all(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """The mentions with the "all" of "the share of Mexico in all avocado imports" read as the whole of a share."""
    if not any("operations:share" in m.candidates for m in mentions):
        return mentions
    after, into = (*mentions[1:], None), language.forms("prepositions", "in")
    return tuple(_as_in(text, one, other, into) for one, other in zip(mentions, after, strict=True))


def _as_in(text: str, mention: Mention, after: Mention | None, into: frozenset[str]) -> Mention:
    """A sum right before goods, a flow or what narrows it ("in all Texas imports") as the "in" that it is."""
    if after is None or mention.candidates != ("operations:sum",) or text[mention.end : after.start].strip():
        return mention
    led = bool(into.intersection(mention.text.split()[:1])) and after.kind in _NARROWING
    things = led or after.kind == "product" or any(code.startswith("measures:") for code in after.candidates)
    return replace(mention, kind="prepositions", candidates=("prepositions:in",)) if things else mention


__all__ = ["is_weight_share", "of_all"]
