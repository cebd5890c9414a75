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
    if fronted := _fronted(linked, dimensions):
        return fronted
    verb = _main_verb(linked)
    if verb is None or _has_flow(linked.mentions, verb) or _asks_again(linked.mentions, verb.end):
        return ""
    led = zip((None, *linked.mentions), linked.mentions, strict=False)
    told = [m for prior, m in led if m.start >= verb.end and _told(linked, prior, m)]
    named = [thing[0] for m in told if (thing := thing_of(m))]
    before = {thing[0] for m in linked.mentions if m.start < verb.start and (thing := thing_of(m))}
    after = {name for name in named if name in dimensions}
    if after == {"mode", "region"} and _bounds(linked, verb.end):
        return "mode"
    return _together(after) if before.isdisjoint(after) else ""


def _together(named: set[str]) -> str:
    """The dimensions in one word each, a port last; "" for less than two."""
    ends = [name for name in ("product", "mode", "region", "port") if name in named]
    return " ".join(ends) if len(ends) > 1 else ""


def _fronted(linked: Linked, dimensions: Sequence[str]) -> str:
    """The dimensions named before the share of a whole that is home's or all ports': "Texas truck exports as % of US".

    What a comma or colon sets off narrows the whole as well, and so does what is named in it once more.
    """
    share = next((m for m in linked.mentions if _SHARE in m.candidates), None)
    told = [m for m in linked.mentions if share is not None and m.start >= share.end]
    home = f"place:{linked.home}"
    if not any(m.kind == "home" or home in m.candidates or "keys:port" in m.candidates for m in told):
        return ""
    led = zip((None, *linked.mentions), linked.mentions, strict=False)
    front = [m for prior, m in led if share is not None and m.end <= share.start and not _is_apart(linked, prior, m)]
    before, after = ({thing[0] for m in part if (thing := thing_of(m))} for part in (front, told))
    return _together((before - after) & {*dimensions})


def _is_apart(linked: Linked, before: Mention | None, mention: Mention) -> bool:
    """Whether a thing is where it all happens: "in Texas trucks carried", "Texas: ", "for Laredo, "."""
    led = before is not None and _IN in before.candidates
    return led or linked.text[mention.end :].lstrip().startswith(_SET_OFF)


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


def _has_flow(mentions: Sequence[Mention], verb: Token) -> bool:
    """Whether the whole is named behind the verb: "what share did trucks have in the exports to Mexico".

    Not where the part is the same flow once more: "what share of exports to Mexico are Texas truck exports".
    """
    before, after = (
        {code for m in mentions if (m.start >= verb.end) == behind for code in codes_of(m, "measures")}
        for behind in (False, True)
    )
    return bool(after) and before != after


def _asks_again(mentions: Sequence[Mention], start: int) -> bool:
    return any(_SHARE in m.candidates for m in mentions if m.start >= start)


def _told(linked: Linked, before: Mention | None, mention: Mention) -> bool:
    """Whether a thing belongs to what the verb says, and is not set off from it: "by truck, Texas only"."""
    led = before is not None and bool(_AROUND & {*before.candidates})
    return not led and not linked.text[: mention.start].rstrip().endswith(_SET_OFF)


__all__ = ["joint_parts"]
