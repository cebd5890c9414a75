"""Totals of what would else be told one by one: "the total for the top three", "total exports through Texas ports".

So is what any kind of a thing will do for: "by whatever mode", "any transport", "no matter the port".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.linked import TIME_KEYS, Linked
from assistant.lexicon.polar import opens_with_verb
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.words.wordings import in_order, without_spans
from assistant.types import Mention

_FIRST = frozenset({"operations:top", "operations:bottom"})
_APART = frozenset(
    f"operations:{name}"
    for name in ("share", "growth", "compare", "difference", "ratio", "mean", "ordered", "exceed", "trail")
)
"""What is asked of each of several things, and not of their sum."""
_CHOSEN = frozenset(f"operations:{name}" for name in ("top", "bottom", "exceed", "trail", "rise", "fall", "count"))
_FLOWS = frozenset(f"measures:{name}" for name in ("imports", "exports", "total", "deficit", "surplus", "balance"))
_WHOLES = {f"keys:{kind}": f"dialogue:all_{kind}" for kind in ("mode", "port", "product", "region")}


def unminded(
    text: str, mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions with a kind of which any will do as all of it: "by any mode"; not where one is looked for."""
    named = {c for m in mentions for c in m.candidates}
    asked = _CHOSEN & named or any(c.startswith("tests:") for c in named)
    if asked or not language.section("totals").get("any") or opens_with_verb(text, language):
        return tuple(mentions), unknown
    for mention in mentions:
        kind = next((c for c in mention.candidates if c in _WHOLES), "")
        span = _unminded(fold(text), mention, language) if kind else None
        if span and not _is_chosen(text, span, language):
            kept, unknown = without_spans(text, mentions, unknown, span)
            whole = Mention("dialogue", *span, text[slice(*span)].lower(), (_WHOLES[kind], kind))
            return in_order([*kept, whole]), unknown
    return tuple(mentions), unknown


def _is_chosen(text: str, span: tuple[int, int], language: Language) -> bool:
    """Whether one of the kind is asked for elsewhere in the text: "of all chapters, which one added the most"."""
    words = {*phrase(text[: span[0]]), *phrase(text[span[1] :])}
    return not words.isdisjoint(language.forms("totals", "choosing"))


def _unminded(text: str, mention: Mention, language: Language) -> tuple[int, int] | None:
    """From where to where a kind is said not to matter: "whatever the mode", "mode doesn't matter"; else None."""
    one, every, behind = (language.any_of("totals", name) for name in ("any", "all", "no_matter"))
    by = language.any_of("lists", "by")
    led = re.search(rf"(?<!\w)(?:(?:{by}\s+)?{one}|(?<!by ){every})\s+$", text[: mention.start])
    ended = re.match(rf"\s+{behind}(?!\w)", text[mention.end :])
    if not (led or ended):
        return None
    return led.start() if led else mention.start, mention.end + (ended.end() if ended else 0)


def is_total_of_many(linked: Linked) -> bool:
    """Whether a total is asked of the first few of a ranking, or of all the ports of a state taken as one."""
    text = fold(linked.text)
    said = linked.language.said(text, "totals", "words")
    if said is None:
        return _are_passed(linked, text)
    if _APART & _named(linked) or _is_listed(linked, text):
        return False
    after = [m for m in linked.mentions if m.start >= said.end()]
    return any(_is_led(linked, text, m) for m in (*_first_few(after), *_all_ports(after)))


def _are_passed(linked: Linked, text: str) -> bool:
    """Whether the worth of what passed all the ports of a state is asked: "imports from Mexico through Texas ports"."""
    pairs = zip(linked.mentions, (*linked.mentions[1:], None), strict=False)
    told = [m for m, after in pairs if not _leads_to_port(m, after)]  # "por los puertos de Texas"
    done = {c for m in told for c in m.candidates if c.startswith(("operations:", "tests:", "port:"))}
    ports = (m.text.split() for m in linked.mentions if "keys:port" in m.candidates)
    plural = any(word.endswith("s") for words in ports for word in words) and len({*linked.codes("period")}) < 2
    listed = {*phrase(text)} & linked.language.forms("totals", "listing", "choosing")
    if not plural or listed or done - {"operations:amount", "operations:sum"} or _is_listed(linked, text):
        return False
    measured = {c for c in _named(linked) if c.startswith("measures:")}
    first = _all_ports([*linked.mentions])
    headed = bool(first) and first[0] is linked.mentions[0]
    headed = headed and text[linked.mentions[1].end :].lstrip().startswith((",", ":"))  # "Texas ports, imports 2023"
    return bool(first) and not headed and measured <= _FLOWS


def _leads_to_port(mention: Mention, after: Mention | None) -> bool:
    """Whether a word says what something goes through; not "by trade", which puts in order."""
    ports = after is not None and (after.kind == "region" or "keys:port" in after.candidates)
    return ports and "prepositions:via" in mention.candidates


def _named(linked: Linked) -> set[str]:
    return {c for m in linked.mentions for c in m.candidates}


def _is_listed(linked: Linked, text: str) -> bool:
    """Whether each thing is to be told: "list total exports of the top five", "… by month", "… for each"."""
    listing = not linked.language.forms("totals", "listing").isdisjoint(phrase(text)[:3])
    each = linked.language.said(text, "totals", "each")
    return listing or each is not None or bool(TIME_KEYS & _named(linked))


def _first_few(mentions: list[Mention]) -> list[Mention]:
    """Where "the top three" begins."""
    pairs = zip(mentions, mentions[1:], strict=False)
    return [one for one, other in pairs if _is_few(one, other) or _is_few(other, one)]


def _is_few(superlative: Mention, number: Mention) -> bool:
    few = number.candidates[0].startswith("n:") and number.candidates != ("n:1",)
    return few and bool(_FIRST & {*superlative.candidates}) and abs(superlative.start - number.start) < 20


def _all_ports(mentions: list[Mention]) -> list[Mention]:
    """Where "the Texas ports" begins: a state right beside the ports, of which none is picked."""
    if any(_FIRST & {*m.candidates} for m in mentions):
        return []
    named = [m for m in mentions if m.kind == "region" or "keys:port" in m.candidates]
    beside = len(named) == 2 and {m.kind for m in named} == {"region", "keys"}
    return named[:1] if beside and abs(named[0].start - named[1].start) < 20 else []


def _is_led(linked: Linked, text: str, mention: Mention) -> bool:
    """Whether a thing is led to by "of", "for" or "through" and an article, all ports by a plural too."""
    leads = linked.language.any_of("totals", "leads")
    return re.search(rf"(?<!\w){leads}$", text[: mention.start].rstrip()) is not None


__all__ = ["is_total_of_many", "unminded"]
