"""A product that is said twice: "vehicles (HS 87)", "HS 94, furniture", "chips, I mean integrated circuits"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.languages.language import Language
from assistant.lexicon.linked import codes_of
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.store.members import is_group
from assistant.types import Mention

_BESIDE = frozenset({"", "(", ",", ":", "(hs", "-", "–", "=", ") (", "/"})
_ACTS = frozenset({"verbs:buy", "verbs:sell"})
_RANKED = frozenset({"operations:top", "quantity"})
_ENDS = frozenset({"prepositions:to", "prepositions:from", "prepositions:with"})
_GROUP = "product:S"
"""How the codes of commodity groups begin; chapters and finer codes are digits."""


def said_once(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without the name of a product that its code stands beside; the code is the narrower word.

    The code takes the name's place, so that what is said of the name is said of it: "Canadian aluminium (chapter 76)".
    A name of several things goes where one of them is named by itself.
    """
    alone = {m.candidates[0] for m in mentions if len(m.candidates) == 1}
    mentions = [m for m in mentions if not (_only(m) and len(m.candidates) > 1 and alone & {*m.candidates})]
    before = {right.start: left for left, right in pairwise(mentions) if _names(text, left, right)}
    names = {left.start for left in before.values()}
    names |= {right.start for left, right in pairwise(mentions) if _names(text, right, left)}
    placed = (replace(m, start=before[m.start].start) if m.start in before else m for m in mentions)
    return tuple(new for new, mention in zip(placed, mentions, strict=True) if mention.start not in names)


def without_owner(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without whose partners they are: "which of our partners bought most", "exports to our partners"."""
    owners = set()
    for at, home in enumerate(mentions):
        led = at > 0 and bool({*mentions[at - 1].candidates} & _ENDS)
        after = [m for m in mentions[at + 1 : at + 6] if not {m.kind, *m.candidates} & _RANKED]  # "our main suppliers"
        owned = home.kind == "home" and after and "keys:partner" in after[0].candidates
        if owned and len(text[home.end : after[0].start].split()) < 3 and (led or _act(after)):
            owners.add(home.start)
    return tuple(mention for mention in mentions if mention.start not in owners)


def _act(mentions: Sequence[Mention]) -> bool:
    """Whether what follows the word for partners is a verb of buying or selling: "of our partners, who bought"."""
    verb = next((m for m in mentions if "keys:partner" not in m.candidates), None)
    return verb is not None and bool({*verb.candidates} & _ACTS) and (verb.kind == "verbs" or verb.text.endswith("ed"))


def without_kind(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The unknown words without the one that says what a commodity group is: "the vegetable products group".

    So does the one of "group total", wherever it stands, and "bloc" where two are named to choose from.
    """
    named = {c.removeprefix("place:") for m in mentions for c in m.candidates if c.startswith("place:")}
    if sum(map(is_group, named)) > 1:
        unknown = tuple(word for word in unknown if fold(word) not in language.forms("lists", "blocs"))
    groups = [m for m in mentions if m.candidates[0].startswith(_GROUP) or ";" in m.candidates[0]]
    after = {fold(word).strip(",.:;?!") for m in groups for word in text[m.end :].split()[:1]}
    nouns, totals, before = (language.any_of("lists", f"group_{name}") for name in ("nouns", "totals", "before"))
    whole = rf"(?<!\w)(?:({nouns})\s+{totals}|{before}\s+({nouns}))(?!\w)"
    summed = [word for found in re.findall(whole, fold(text)) for word in found] if groups else []
    kinds = language.forms("lists", "group_nouns") & {*after, *summed}
    return tuple(mentions), tuple(word for word in unknown if fold(word) not in kinds)


def put_together(
    text: str, mentions: Sequence[Mention], language: Language
) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """The mentions without names of products that stand side by side as one thing, and these names.

    "Leather stools" or "stools made of leather" are neither all leather nor all stools, so their figures would answer
    another question.
    """
    joins = {"", *language.forms("lists", "made_of", "compound_joins")}
    plain = [m for m in mentions if not m.candidates[0].startswith("prepositions:")]
    pairs = [(a, b) for a, b in zip(plain, plain[1:], strict=False) if _is_name(a) and _is_name(b)]
    one = [(a, b) for a, b in pairs if _only(a) and _only(b) and fold(text[a.end : b.start]).strip(" -") in joins]
    starts = {mention.start for pair in one for mention in pair}
    return tuple(m for m in mentions if m.start not in starts), tuple(text[a.start : b.end].lower() for a, b in one)


def _only(mention: Mention) -> bool:
    return all(c.startswith("product:") for c in mention.candidates)


def _names(text: str, name: Mention, code: Mention) -> bool:
    """Whether one is the name of what the other is the code of, in either order, with a bracket or comma between."""
    if not (_is_code(code) and _is_name(name)):
        return False
    first, second = sorted((name, code), key=lambda mention: mention.start)
    return text[first.end : second.start].strip().lower() in _BESIDE and _is_same(name, code)


def _is_code(mention: Mention) -> bool:
    return any(char.isdigit() for char in mention.text) and mention.candidates[0].startswith("product:")


def _is_name(mention: Mention) -> bool:
    named = any(c.startswith("product:") for c in mention.candidates)
    return named and not any(char.isdigit() for char in mention.text)


def _is_same(name: Mention, code: Mention) -> bool:
    """Whether a code lies in what the name may mean, or holds it."""
    parts = [part for held in codes_of(name, "product") for part in held.split(";")]
    asked = codes_of(code, "product")[0].split(";")
    return any(part.startswith(each[:2]) for part in parts for each in asked)


__all__ = ["put_together", "said_once", "without_kind"]
