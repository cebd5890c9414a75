"""How many members a group has, said beside its name: "of the six CAFTA-DR countries" asks for no six of them."""

from __future__ import annotations

from assistant.lexicon.linked import Linked
from assistant.lexicon.tokens import phrase

_KEY, _ORDERED = "keys:partner", "operations:ordered"
_ENDS = frozenset({f"operations:{name}" for name in ("top", "bottom", "fastest", "slowest", "best", "worst")})


def sizes_of_groups(linked: Linked) -> frozenset[int]:
    """Where numbers start that are those of a group's members, as no superlative takes so many of them."""
    if any(_ENDS & {*m.candidates} and _ORDERED not in m.candidates for m in linked.mentions):
        return frozenset()
    groups = {f"place:{code}" for code in linked.language.section("groups")}
    return frozenset(m.start for at, m in enumerate(linked.mentions[:-1]) if _is_size(linked, at, groups))


def _is_size(linked: Linked, at: int, groups: set[str]) -> bool:
    """Whether a number stands between "the" and a group, or its word for countries: "the six countries of CAFTA-DR"."""
    number, after = linked.mentions[at : at + 2]
    if number.kind != "quantity" or not number.candidates[0].startswith("n:"):
        return False
    before, others = phrase(linked.text[: number.start]), linked.language.forms("lists", "other_members")
    left = bool(others & {*before[-1:]}) and "not" in linked.codes("exclusion")  # "the other nine …"
    led = {*before[-2 if left else -1 :][:1]} & linked.language.forms("lists", "articles")
    if not led or linked.text[number.end : after.start].strip():
        return False
    if groups & {*after.candidates}:
        return True
    behind = linked.mentions[at + 2 : at + 4]
    of = behind[:1] and {"prepositions:of", "prepositions:in"} & {*behind[0].candidates}
    return _KEY in after.candidates and bool(of) and any(groups & {*m.candidates} for m in behind[1:])


__all__ = ["sizes_of_groups"]
