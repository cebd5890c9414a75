"""A product that is named and whose code stands beside it: "toys (9503)", "avocados in chapter (08)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold
from assistant.types import Mention

_OWNERS = ("levels:", "keys:product", "prepositions:")
"""What a code in brackets belongs to, where it stands right before it."""
_PASSED = frozenset({"dialogue", "harmless", "measures"})
"""What may stand between a name and its code in brackets: "furniture imports (HS 94)"."""

_BETWEEN = frozenset({*_PASSED, "place", "period", "home", "prepositions", "verbs", "tariffs", "goods"})
_SET_OFF = frozenset({",", "-", "–", "—", ";"})


def with_codes(linked: Linked, products: Codes) -> Codes:
    """The products, with the code that stands beside a name in its place: "toys (9503)", "laptops, 847130"."""
    written = {m.candidates[0].removeprefix("product:") for m in linked.mentions if _is_code(m)}
    said = {
        thing for code in written for thing in products if thing not in written and _is_name_of(linked, thing, code)
    }
    quantities = (m.candidates[0] for m in linked.mentions if m.kind == "quantity")
    numbers = (code[2:] for code in quantities if code.startswith("n:") and len(code) in (6, 8))
    known = [part for thing in products for part in thing.split(";")]
    number = next((n for n in numbers if any(n.startswith(k) or k.startswith(n) for k in known)), None)
    kept = tuple(thing for thing in products if thing not in said)
    if not number or said and not written:
        return kept
    return (number, *(thing for thing in kept if thing in written and thing != number))  # "of 8708, what was 8708.70"


def in_brackets(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with a chapter in brackets behind its name as the product it is: "furniture imports (94)"."""
    return tuple(_coded(text, mentions[:at], m) for at, m in enumerate(mentions))


def _coded(text: str, before: Sequence[Mention], number: Mention) -> Mention:
    said, near = text[number.start : number.end], text[number.start - 1 : number.end + 1]
    code = said[-2:]  # "HS10" is a level of detail as well
    if number.kind not in ("quantity", "levels") or not re.fullmatch(r"(?i:hs)?\d\d", said) or near != f"({said})":
        return number
    name = next((m for m in reversed(before) if m.kind not in _PASSED), None)
    named = [c.removeprefix("product:") for c in name.candidates] if name and name.kind == "product" else []
    known = bool(named) and all(part.startswith(code) for thing in named for part in thing.split(";"))
    return replace(number, kind="product", candidates=(f"product:{code}",)) if known else number


def _is_name_of(linked: Linked, thing: str, code: str) -> bool:
    """Whether a product was named by what a code says: "iron and steel, chapter 72", "planes and parts (HS 88)"."""
    within = all(part.startswith(code) for part in thing.split(";"))
    apart = _is_bracketed(linked, thing, code) or _leads(linked, thing, code) or _is_set_off(linked, thing, code)
    apart = apart or _is_widened(linked, thing, code)
    return thing != code and (code in thing.split(";") or within and apart)


def _is_widened(linked: Linked, thing: str, code: str) -> bool:
    """Whether a name is an example of what a code behind it holds: "pills and other pharma goods in chapter 30"."""
    ends = [m.end for m in linked.mentions if f"product:{thing}" in m.candidates and not _is_code(m)]
    starts = [m.start for m in linked.mentions if _is_code(m) and f"product:{code}" in m.candidates]
    between = fold(linked.text[ends[0] : starts[0]]) if ends and starts else ""
    opened = re.match(rf"\s*,?\s*{linked.language.any_of('lists', 'and_others')}(?!\w)", between)
    return opened is not None and not re.search(r"[.;:?!]", between)


def _is_set_off(linked: Linked, thing: str, code: str) -> bool:
    """Whether a code follows its name behind a comma or dash: "drug imports, chapter 30", "toys from China, HS 95"."""
    at = next((i for i, m in enumerate(linked.mentions) if _is_code(m) and f"product:{code}" in m.candidates), 0)
    before = linked.mentions[:at]
    if not before or linked.text[before[-1].end : linked.mentions[at].start].strip() not in _SET_OFF:
        return False
    name = next((m for m in reversed(before) if m.kind not in _BETWEEN), None)
    return name is not None and f"product:{thing}" in name.candidates


def _leads(linked: Linked, thing: str, code: str) -> bool:
    """Whether a name alone stands before a colon, and the code behind it: "toys: imports of HS 95 from China"."""
    colon = linked.text.find(":")
    before = [m for m in linked.mentions if m.end <= colon]
    named = all(m.kind == "product" or "dialogue:and" in m.candidates for m in before)
    written = any(_is_code(m) and m.start > colon and f"product:{code}" in m.candidates for m in linked.mentions)
    return named and written and any(f"product:{thing}" in m.candidates for m in before)


def _is_bracketed(linked: Linked, thing: str, code: str) -> bool:
    """Whether a code in brackets is of the name before it, and not of the word for chapter: "avocados in chapter (08)".

    Places and times may stand between: "furniture from Mexico, 2019 and 2024 (ch. 94)".
    """
    number = rf"(?<!\d)0?{code.removeprefix('0')}(?!\d)"
    found = re.search(rf"\([^()]*{number}[^()]*\)", linked.text)  # "(capítulo 7 del SA)", "(chapters 87 and 84)"
    before = [m for m in linked.mentions if found and m.end <= found.start() and m.kind not in _PASSED]
    name = next((at for at, m in reversed([*enumerate(before)]) if m.kind == "product"), None)
    last = before[-1].candidates[0] if before else ""
    owned = last.startswith(_OWNERS) and last != "prepositions:with"  # "vehicles with their parts (HS 87)"
    named = () if name is None or owned else _listed(before[: name + 1])
    return any(f"product:{thing}" in m.candidates for m in named)


def _listed(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The products of the list that ends with the last one: "beer, tequila and other beverages"."""
    start = len(mentions)
    while start and (mentions[start - 1].kind == "product" or "dialogue:and" in mentions[start - 1].candidates):
        start -= 1
    return mentions[start:]


def _is_code(mention: Mention) -> bool:
    return mention.kind == "product" and any(char.isdigit() for char in mention.text)


__all__ = ["in_brackets", "with_codes"]
