"""Words that set two countries against each other and mean other things elsewhere: "pass", "lead", "big exporter"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.lexicon.tokens import words as tokenised
from assistant.types import Mention


def passing(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """The mentions with "pass" between two places as overtaking, "lead" as a verb: "when did Mexico pass China"."""
    verbs, topping, articles = (
        language.forms(section, name)
        for section, name in (("contrast", "passing"), ("contrast", "topping"), ("lists", "articles"))
    )
    found = [_led(text, mentions, at, language) if m.text in topping else m for at, m in enumerate(mentions)]
    for at in range(1, len(found) - 1):
        left, verb, right = found[at - 1 : at + 2]
        named = all(any(c.startswith("place:") for c in m.candidates) for m in (left, right))
        close = not {token.word for token in tokenised(text[verb.end : right.start])} - articles
        if {token.word for token in tokenised(text[left.end : verb.start])[-1:]} & articles:
            continue  # an adjective: "was Mexico the top US partner"
        if named and close and verb.text in verbs:
            found[at] = replace(verb, kind="operations", candidates=("operations:exceed", "searching:overtake"))
        elif (
            (named or _is_between_flows(found, at) or _is_done(text, left, right, language))
            and close
            and verb.text in topping
        ):
            found[at] = replace(verb, kind="operations", candidates=("operations:exceed",))
    return _traders(found, language)


def _led(text: str, mentions: Sequence[Mention], at: int, language: Language) -> Mention:
    """A product that is the verb behind "does" and who does it as that verb: "by how much does the former lead?".

    Where a verb of trade stands between, or a flow right behind, it stays the product: "did they buy lead".
    """
    verb, after = mentions[at], mentions[at + 1 : at + 2]
    does = re.search(rf"\b{language.any_of('contrast', 'doing')} (?:[^\s,]+ ){{1,4}}$", fold(text[: verb.start]))
    inside = [m for m in mentions[:at] if does and m.start > does.start()]
    traded = any(c.startswith(("verbs:", "measures:", "prepositions:")) for m in inside for c in m.candidates)
    behind = [m for m in after if not text[verb.end : m.start].strip()]
    flow = any(c.startswith(("measures:", "product:")) for m in behind for c in m.candidates)
    if verb.kind != "product" or not does or traded or flow:
        return verb
    return replace(verb, kind="operations", candidates=("operations:exceed",))


def _is_done(text: str, flow: Mention, rival: Mention, language: Language) -> bool:
    """Whether a flow or its goods do it to a place's: "did Korean purchases of US goods top Japanese purchases"."""
    asked = re.match(rf"\W*(?:[^,:]*[,:]\s)?{language.any_of('contrast', 'doing')}\s", fold(text[: flow.start]))
    flows = any(c.startswith(("measures:", "goods:")) for c in flow.candidates)
    return bool(asked) and flows and any(c.startswith(("place:", "measures:")) for c in rival.candidates)


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
