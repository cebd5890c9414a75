"""Parts that are narrowed twice: "what share of exports to Mexico went by truck from Texas" is of what did both."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked, codes_of, thing_of
from assistant.lexicon.tokens import Token, words
from assistant.types import Mention

_SHARE = "operations:share"
_SET_OFF = (",", "(", ":", ";", "-", "–", "—", "?", ".")
_AROUND = frozenset({"prepositions:of", "dialogue:and"})
"""What leads to a thing that the whole is told of as well, or to one of two parts."""
_IN = "prepositions:in"


def joint_parts(linked: Linked, dimensions: Sequence[str]) -> str:
    """The dimensions that stand together behind the verb of a share, as "mode region"; "" for less than two.

    The verb is the main one: neither that of "exports that went by truck" nor of "imports moved by rail came through".
    A place or port stands last, as what is loaded beside it may be the whole.
    """
    verb = _main_verb(linked)
    if verb is None or _has_flow(linked.mentions, verb.end) or _asks_again(linked.mentions, verb.end):
        return ""
    led = zip((None, *linked.mentions), linked.mentions, strict=False)
    told = [m for prior, m in led if m.start >= verb.end and _told(linked, prior, m)]
    named = [thing[0] for m in told if (thing := thing_of(m))]
    before = {thing[0] for m in linked.mentions if m.start < verb.start and (thing := thing_of(m))}
    after = {name for name in named if name in dimensions}
    if after == {"mode", "region"} and _bounds(linked, verb.end):
        return "mode"
    ends = [name for name in ("product", "mode", "region", "port") if name in after]
    return " ".join(ends) if len(ends) > 1 and before.isdisjoint(after) else ""


def _main_verb(linked: Linked) -> Token | None:
    """The verb behind the word for share that says what the part did; None where there is none."""
    share = next((m for m in linked.mentions if _SHARE in m.candidates), None)
    tokens = [token for token in words(linked.text) if share is not None and token.end >= share.end]
    strong = _verbs(tokens, linked.language, "share_verbs")
    weak = _verbs(tokens, linked.language, "share_participles")
    return strong[-1] if strong else weak[0] if weak else _told_of(tokens, linked.language)


def _verbs(tokens: Sequence[Token], language: Language, name: str) -> list[Token]:
    forms, told = language.forms("lists", name), language.forms("lists", "relative")
    return [token for before, token in pairwise(tokens) if token.word in forms and before.word not in told]


def _told_of(tokens: Sequence[Token], language: Language) -> Token | None:
    """The verb behind a relative, which is that of a share: "the share of exports that went by truck from Texas"."""
    told, forms = language.forms("lists", "relative"), language.forms("lists", "share_verbs")
    forms |= language.forms("lists", "share_participles")
    return next((token for before, token in pairwise(tokens) if token.word in forms and before.word in told), None)


def _bounds(linked: Linked, start: int) -> bool:
    """Whether the state is where it all happens: "what share of trade goes by truck in Michigan", not of "US trade"."""
    pairs = [(one, other) for one, other in pairwise(linked.mentions) if one.start >= start]
    led = any(_IN in one.candidates and "region" == other.kind for one, other in pairs)
    return led and not any(m.kind == "home" or f"place:{linked.home}" in m.candidates for m in linked.mentions)


def _has_flow(mentions: Sequence[Mention], start: int) -> bool:
    """Whether the whole is named behind the verb: "what share did trucks have in the exports to Mexico"."""
    return any(codes_of(m, "measures") for m in mentions if m.start >= start)


def _asks_again(mentions: Sequence[Mention], start: int) -> bool:
    return any(_SHARE in m.candidates for m in mentions if m.start >= start)


def _told(linked: Linked, before: Mention | None, mention: Mention) -> bool:
    """Whether a thing belongs to what the verb says, and is not set off from it: "by truck, Texas only"."""
    led = before is not None and bool(_AROUND & {*before.candidates})
    return not led and not linked.text[: mention.start].rstrip().endswith(_SET_OFF)


__all__ = ["joint_parts"]
