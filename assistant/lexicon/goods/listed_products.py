"""Words that are a product and something else, read as the one or the other by what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import Token, words
from assistant.types import Mention

_FLOWS = frozenset({"measures:exports", "measures:imports", "measures:total", "goods:flow", "verbs:sell", "verbs:buy"})
"""What a product is a product of: "imports of trucks"; "the weight of truck exports" is of a mode."""
_TALK = ("harmless:", "books:")
"""What small talk and whose books a figure is from are beside a product: a paper that one writes, "on US books"."""
_FEW = 4
"""Words; a longer message says more than the goods."""
_TRADED = ("by", "after", "before", "worth", "much", "did")
"""Lists of words beside things that are bought and sold."""


def in_lists(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions as the products that a list with another product makes them: "cars and trucks", "fish, turkey".

    Each keeps its other meanings only where no product stands beside it, joined by a comma, "and" or "or".
    """
    joins = language.forms("lists", "and_or")
    found = list(mentions)
    for index, mention in enumerate(found):
        others = [m for m in found if m.text not in joins]
        at = others.index(mention) if mention in others else 0
        beside = (*others[max(at - 1, 0) : at], *others[at + 1 : at + 2])
        if len(_products(mention)) == len(mention.candidates) or not _products(mention):
            continue
        if "operations:share" in mention.candidates and _closes(text, mention, joins):
            continue  # "what part did vehicles, chapter 87, make up?"
        listed = any(_is_product(other) and _joined(text, mention, other, joins) for other in beside)
        if listed or any(_is_chapter_of(other, mention) for other in beside):
            found[index] = Mention(
                "product", mention.start, mention.end, mention.text, _products(mention), mention.role, mention.corrected
            )
    return tuple(found)


def meant(mention: Mention, tokens: tuple[Token, ...], language: Language) -> Mention:
    """A word that is a product and something else ("trucks", "desk") is the product only after "imports of"."""
    products = tuple(c for c in mention.candidates if c.startswith("product:"))
    others = tuple(c for c in mention.candidates if c not in products)
    if not products or not others:
        return mention
    if _carries_flow(mention, others, tokens, language):
        return replace(mention, candidates=others)
    before = [token.word for token in tokens if token.end <= mention.start][-2:]
    measured = language.phrases.get(tuple(before[:1]), ())
    is_product = (
        before[1:]
        and before[1] in language.section("lists")["of"]
        and any(f"{section}:{code}" in _FLOWS for section, code in measured)
    ) or _is_traded(mention, tokens, before, language)
    is_product = is_product or all(c.startswith(_TALK) for c in others) and _is_itself(mention, tokens, language)
    return replace(
        mention, kind="product" if is_product else mention.kind, candidates=products if is_product else others
    )


def _carries_flow(mention: Mention, others: tuple[str, ...], tokens: tuple[Token, ...], language: Language) -> bool:
    """Whether a mode in the singular stands right before a flow: "over $1 billion in rail imports"."""
    after = next((t for t in tokens if t.start == mention.end + 1), None)
    flows = language.phrases.get((after.word,), ()) if after else ()
    single = all(c.startswith("modes:") for c in others) and not mention.text.endswith("s")
    return single and any(f"{section}:{code}" in _FLOWS for section, code in flows)


def _is_traded(mention: Mention, tokens: tuple[Token, ...], before: list[str], language: Language) -> bool:
    """Whether things in the plural are what is sold or bought: "trucks sold to", "buys trucks", "worth of trucks"."""
    lists = {name: language.forms("lists", f"traded_{name}") for name in _TRADED}
    after = next((token.word for token in tokens if token.start >= mention.end), "")
    worth = before[1:] and before[1] in language.section("lists")["of"] and before[0] in lists["worth"]
    if worth or set(before[-1:]) & lists["much"] and after in lists["did"]:
        return True  # "how much paper did Mexico buy"
    if not mention.text.endswith("s") or set(before[-1:]) & lists["by"]:
        return False
    return after in lists["after"] or bool(set(before[-1:]) & lists["before"])


def _is_itself(mention: Mention, tokens: tuple[Token, ...], language: Language) -> bool:
    """Whether goods stand right before their flow or are all that is said: "paper imports", "and paper?", "books"."""
    if mention.text not in language.forms("lists", "traded_itself"):
        return False
    led = next((t.word for t in reversed(tokens) if t.end <= mention.start), "")
    owned = led in language.forms("lists", "articles") or led in language.forms("qualifying", "small")
    after = next((t for t in tokens if t.start == mention.end + 1), None)
    flows = language.phrases.get((after.word,), ()) if after else ()
    if any(f"{section}:{code}" in _FLOWS for section, code in flows):
        return not owned
    others = [t.word for t in tokens if not mention.start <= t.start < mention.end]
    passed = language.harmless | language.forms("short", "fillers")
    return not owned and len(others) <= _FEW and all(word in passed for word in others)


def _products(mention: Mention) -> tuple[str, ...]:
    return tuple(c for c in mention.candidates if c.startswith("product:"))


def _is_product(mention: Mention) -> bool:
    return bool(mention.candidates) and len(_products(mention)) == len(mention.candidates)


def _is_chapter_of(code: Mention, mention: Mention) -> bool:
    """Whether a written code is of the chapter of what is named beside it: "planes and parts (HS 88)"."""
    chapter = _products(mention)[0][len("product:") :][:2]
    return code.text[-1:].isdigit() and _is_product(code) and code.candidates[0].startswith(f"product:{chapter}")


def _closes(text: str, mention: Mention, joins: frozenset[str]) -> bool:
    """Whether a word ends the question, and no "and" joins it to what stands before it."""
    before = [token.word for token in words(text[: mention.start])][-1:]
    return not text[mention.end :].strip(" ?.!)") and not {*before} & joins


def _joined(text: str, one: Mention, other: Mention, joins: frozenset[str]) -> bool:
    """Whether only a comma or a word like "and" stands between."""
    first, second = sorted((one, other), key=lambda mention: mention.start)
    between = text[first.end : second.start]
    said = [token.word for token in words(between)]
    return set(said) <= joins and (bool(said) or between.strip() in (",", "/", "&", "+"))


__all__ = ["in_lists", "meant"]
