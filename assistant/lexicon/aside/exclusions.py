"""What a question leaves out: what follows "excluding", "not by", "except" by name."""

from __future__ import annotations

from assistant.lexicon.goods.coded_names import with_codes
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention

_DIMENSIONS = {"modes": "mode", "place": "partner", "region": "region", "port": "port", "product": "product"}


def without(linked: Linked) -> dict[str, Codes]:
    """What is excluded, by dimension: the modes and places that follow "excluding", "not by", "except"."""
    starts = excluded_starts(linked)
    found: dict[str, list[str]] = {}
    for mention in linked.mentions:
        if mention.start in starts:
            for section, dimension in _DIMENSIONS.items():
                codes = [c.removeprefix(f"{section}:") for c in mention.candidates if c.startswith(f"{section}:")]
                found.setdefault(dimension, []).extend(codes)
    found["product"] = list(with_codes(linked, tuple(found.get("product", ()))))
    return {dimension: tuple(dict.fromkeys(codes)) for dimension, codes in found.items() if codes}


def excluded(linked: Linked) -> Codes:
    """The places excluded."""
    return without(linked).get("partner", ())


def subtracting(linked: Linked) -> frozenset[str]:
    """The operation that a word of leaving out is not: "the EU minus Germany" leaves out a member, and holds no two."""
    out, held = excluded_starts(linked), frozenset({"difference"})
    words = [at for at, m in enumerate(linked.mentions) if "operations:difference" in m.candidates]
    after = (linked.mentions[at + 1] if at + 1 < len(linked.mentions) else None for at in words)
    left = ["exclusion:not" in linked.mentions[at].candidates for at in words]
    return held if words and all(left) and all(m is not None and m.start in out for m in after) else frozenset()


def excluded_starts(linked: Linked) -> set[int]:
    """Where the mentions start that are left out."""
    starts: set[int] = set()
    leaving_out = ""
    for mention in linked.mentions:
        kinds = {c.split(":", 1)[0] for c in mention.candidates}
        named = kinds & _DIMENSIONS.keys()
        if "exclusion" in kinds and not named and not _subtracts(linked, mention):
            leaving_out = " ".join(_DIMENSIONS)
        elif named and leaving_out and min(named) in leaving_out and _goes_on(linked, mention, starts):
            starts.add(mention.start)
            leaving_out = min(named)
        elif named or not kinds & {"prepositions", "dialogue"}:
            leaving_out = ""
    return starts


def _subtracts(linked: Linked, mention: Mention) -> bool:
    """Whether one owner's figure is taken from another's: "Mexico's share minus China's", "next to China's"."""
    after = next((m for m in linked.mentions if m.start >= mention.end), None)
    owned = after is not None and linked.text[after.start : after.end].endswith(("'s", "s'"))
    return owned and bool({"operations:difference", "operations:compare"} & {*mention.candidates})


def _goes_on(linked: Linked, mention: Mention, starts: set[int]) -> bool:
    """Whether an excluded name is the first, or listed with the one before it."""
    before = [m for m in linked.mentions if m.start in starts]
    if not before:
        return True
    lists = linked.language.section("lists")
    joins = {word for name in ("joins", "of_kind") for phrase in lists.get(name, ()) for word in phrase.split()}
    between = linked.text[before[-1].end : mention.start]
    ours = (
        not any(map(str.isalpha, between)) and f"place:{linked.home}" in mention.candidates
    )  # "less Mexico, US exports"
    return not ours and {token.word for token in tokenised(between)} <= joins
