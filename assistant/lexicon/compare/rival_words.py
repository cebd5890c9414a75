"""Words that set two countries against each other and mean other things elsewhere: "pass", "the bigger exporter"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention


def passing(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with "pass" between two places as overtaking: "when did Mexico pass China"."""
    verbs, topping, articles = (
        language.forms(section, name)
        for section, name in (("contrast", "passing"), ("contrast", "topping"), ("lists", "articles"))
    )
    found = list(mentions)
    for at in range(1, len(found) - 1):
        left, verb, right = found[at - 1 : at + 2]
        named = all(any(c.startswith("place:") for c in m.candidates) for m in (left, right))
        close = not {token.word for token in tokenised(text[verb.end : right.start])} - articles
        if named and close and verb.text in verbs:
            found[at] = replace(verb, kind="operations", candidates=("operations:exceed", "searching:overtake"))
        elif (named or _is_between_flows(found, at)) and close and verb.text in topping:
            found[at] = replace(verb, kind="operations", candidates=("operations:exceed",))
    return _traders(found, language)


def _is_between_flows(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a flow of one place stands before a verb and a flow of another behind it: "… from A topped … from B"."""
    around = [*mentions[max(at - 2, 0) : at], *mentions[at + 1 : at + 4]]
    kinds = ["".join({c.split(":")[0] + ":" for c in m.candidates} & {"prepositions:", "place:"}) for m in around]
    measured = len(around) == 5 and any(c.startswith("measures:") for c in around[2].candidates)
    return measured and kinds[:2] == kinds[3:] == ["prepositions:", "place:"]


def _traders(mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with "the bigger exporter" of two countries that are named as the seller, and no company."""
    places = {c for m in mentions for c in m.candidates if c.startswith("place:")}
    ranked = {f"operations:{name}" for name in ("top", "bottom", "exceed", "trail")}
    sides = {"exporter": ("keys:partner", "verbs:sell"), "importer": ("keys:partner", "verbs:buy")}
    asked = any("keys:partner" in m.candidates for m in mentions)
    found = list(mentions)
    for at, (before, mention) in enumerate(zip(mentions, mentions[1:], strict=False), start=1):
        for name, candidates in sides.items():
            said = mention.text in language.forms("contrast", name)
            if (
                said
                and (len(places) > 1 or asked)
                and ranked & set(before.candidates)
                and before.end + 1 == mention.start
            ):
                found[at] = replace(mention, kind="keys", candidates=candidates)
    return tuple(found)
