"""What a share is a share of: another measure, and which of the named things is the part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from assistant.lexicon.linked import SECTIONS, Linked, codes_of, place_of, thing_of
from assistant.lexicon.parts.charged_shares import is_of_value
from assistant.lexicon.parts.share_parts import part_of
from assistant.lexicon.parts.share_wordings import leaned_on
from assistant.lexicon.question import Codes
from assistant.lexicon.tokens import fold, phrase
from assistant.types import Mention

_FLOWS = frozenset({"exports", "imports"})
_SIGNED = frozenset({"measures:deficit", "measures:surplus", "measures:balance"})
_TIMED = frozenset({"period", "prepositions"})


def within(linked: Linked) -> str:
    """The measure that a share is of, where it is another one: "exports as a share of total trade"."""
    if is_of_value(linked):
        return "imports"
    named = {code for mention in _of_one_flow(linked) for code in codes_of(mention, "measures")}
    parts = named - {"total", "coverage_ratio"}  # "total trade (exports + imports)" is spelt out, and no ratio
    shared = {"share", "share_of_growth"} & set(linked.codes("operations"))
    whole = "total" in named and not _is_narrowed(linked) or _is_of_everything(linked)
    return "total" if whole and len(parts) == 1 and shared else ""


def _is_of_everything(linked: Linked) -> bool:
    """Whether a flow is asked for as a part of everything: "of everything Laredo handled, what percent was imports"."""
    flow = next((m for m in linked.mentions if _is_flow(m)), None)
    before = fold(linked.text[: flow.start]) if flow is not None else ""
    was = linked.language.forms("lists", "was")
    return bool(linked.language.said(before, "lists", "everything") and was & {*phrase(before)[-1:]})


def _is_narrowed(linked: Linked) -> bool:
    """Whether a flow set off from the rest says which trade is meant: "Laredo's share of trade, imports only".

    Beside a part of another kind one that closes the question does so: "… of trade goes through Laredo? Exports 2023".
    """
    parted = any(m.candidates[0].startswith(tuple(SECTIONS.values())) for m in linked.mentions)
    flows = (at for at, m in enumerate(linked.mentions) if _is_flow(m) and _is_set_off(linked, m))
    behind = (linked.mentions[at + 1 :] for at in flows)
    return any(
        any("dialogue:only" in m.candidates for m in after[:1]) or parted and all(m.kind in _TIMED for m in after)
        for after in behind
    )


def _is_flow(mention: Mention) -> bool:
    return not _FLOWS.isdisjoint(codes_of(mention, "measures"))


def _is_set_off(linked: Linked, mention: Mention) -> bool:
    before = linked.text[: mention.start].rstrip()
    return before.endswith((",", "(", ":", ";", "-", "–", "?", "."))


def _of_one_flow(linked: Linked) -> Iterator[Mention]:
    """The mentions without the "trade" of a flow or balance beside it: "southbound trade", "overall trade deficit"."""
    said = linked.mentions
    for before, mention, after in zip((None, *said), said, (*said[1:], None), strict=False):
        flow = before is not None and _is_flow(before) and not linked.text[before.end : mention.start].strip()
        signed = after is not None and not _SIGNED.isdisjoint(after.candidates) and after.start - mention.end < 2
        if not ((flow or signed) and "measures:total" in mention.candidates):
            yield mention


def part(linked: Linked, filters: Mapping[str, Codes]) -> str:
    """The dimension that a share is of, where several are named: the one beside the word for share, else by order.

    "The share of truck in exports of plastics", "Texas' share of truck exports". Empty where the question has no share
    or leaves it open.
    """
    named = [name for name in filters if name in SECTIONS]
    if "share" not in linked.codes("operations") or not named:
        return ""
    beside = "mode" if leaned_on(linked.text, linked.mentions, linked.language) else _beside(linked)
    if len(named) == 1 or beside in named:
        return named[0] if len(named) == 1 else beside
    return part_of(linked, named)


def depends(linked: Linked) -> bool:
    """Whether the share is how far home depends on a partner: "how dependent was the US on Mexico", not "on trucks"."""
    partners = set(linked.codes("place")) - {linked.home}
    if len(partners) != 1 or linked.language.said(fold(linked.text), "rephrased", "depends") is None:
        return False
    told = f"place:{next(iter(partners))}"
    before = {word for m in linked.mentions if told in m.candidates for word in phrase(linked.text[: m.start])[-1:]}
    return not before.isdisjoint(linked.language.forms("rephrased", "depends_on"))


def comes_from(linked: Linked) -> bool:
    """Whether a partner is the part of what stands before the verb: "what share of car imports comes from Mexico"."""
    if _is_in_what_comes(linked) or _beside(linked):
        return False  # the part is "rail" in "the rail share of what went to Mexico"
    cames = [f" {words} " for words in linked.language.forms("lists", "comes")]
    for mention in linked.mentions:
        if any(c.startswith("place:") for c in mention.candidates):
            before = f" {fold(linked.text[: mention.start]).strip()} "
            after = (m for m in linked.mentions if m.start > mention.start)
            if before.endswith(tuple(cames)) and not any(map(_dimension, after)):
                return True
    return _is_charged(linked)


def _is_in_what_comes(linked: Linked) -> bool:
    """Whether the part is named before what comes from there: "the share of truck in what is bought from Mexico"."""
    at = next((i for i, m in enumerate(linked.mentions) if "operations:share" in m.candidates), None)
    ends = {"prepositions:from", "prepositions:to"}
    after = [m for m in linked.mentions[(at or 0) + 1 :] if "prepositions:of" not in m.candidates][:3]
    led = at is not None and len(after) > 1 and bool(_dimension(after[0])) and "prepositions:in" in after[1].candidates
    return led and any(ends & set(m.candidates) for m in after[2:])


def _is_charged(linked: Linked) -> bool:
    """Whether the duty on a product is the whole: "what share of all duties on HS 8703 was paid on cars from China"."""
    codes = [set(m.candidates) - {f"place:{linked.home}"} for m in linked.mentions]
    shares = [at for at, named in enumerate(codes) if "operations:share" in named]
    whole = codes[shares[0] + 1 : shares[0] + 6] if len(shares) == 1 else []
    charged = next((at for at, named in enumerate(whole) if "measures:duty" in named), len(whole))
    product = any(_starts(named, "product:") for named in whole[charged + 1 : charged + 3])
    before = any(_starts(named, "place:") for named in codes[: shares[0] + charged + 2]) if shares else True
    return product and not before and any(_starts(named, "place:") for named in codes)


def _starts(named: set[str], section: str) -> bool:
    return any(code.startswith(section) for code in named)


def named_twice(linked: Linked) -> bool:
    """Whether a product stands after "share of" once more: "beer from Mexico and its share of all beer imports"."""
    at = next((m.end for m in linked.mentions if "operations:share" in m.candidates), None)
    if _is_of_goods(linked):
        return True
    products = [m for m in linked.mentions if m.kind == "product"]
    before, after = ([m.candidates for m in products if (m.start < (at or 0)) == side] for side in (True, False))
    partner = any(m.kind == "place" and m.start < (at or 0) for m in linked.mentions)
    return at is not None and partner and bool(before) and before == after


def _is_of_goods(linked: Linked) -> bool:
    """Whether a partner is led off and the whole is a flow of goods: "Germany: what part of US imports of HS 29"."""
    at = next((i for i, m in enumerate(linked.mentions) if "operations:share" in m.candidates), 0)
    home = f"place:{linked.home}"
    partners = [i for i, m in enumerate(linked.mentions) if m.kind == "place" and home not in m.candidates]
    told = [m for m in linked.mentions[at + 1 :] if m.kind not in ("period", "prepositions") and not place_of(m)]
    set_off = linked.text[: linked.mentions[at].start].rstrip(" ¿").endswith((":", ",", "-", "–", "—", ";"))
    flows = len(told) == 2 and bool(_FLOWS & {*codes_of(told[0], "measures")}) and told[1].kind == "product"
    return bool(partners) and max(partners) < at and set_off and flows


def held_by_partners(linked: Linked, filters: Mapping[str, Codes]) -> bool:
    """Whether partners are asked for whose part in the trade of one thing it is: "top 3 origins of footwear, shares".

    Not "the share of footwear in the imports from each partner", where the word for share stands before the thing.
    """
    if "partner" not in linked.codes("keys") or not set(filters) & {"product", "mode"}:
        return False
    shares = [at for at, m in enumerate(linked.mentions) if "operations:share" in m.candidates]
    after = [m for at in shares for m in linked.mentions[at + 1 : at + 3]]
    return not any(_dimension(m) for m in after)


def _beside(linked: Linked) -> str:
    """The dimension of the name right before the word for share ("Texas' share"), or named by "share of … in"."""
    at = next((i for i, m in enumerate(linked.mentions) if "operations:share" in m.candidates), None)
    if at is None:
        return ""
    before = _dimension(linked.mentions[at - 1]) if at else ""
    if before and not linked.text[linked.mentions[at - 1].end : linked.mentions[at].start].strip(" 's’)"):
        return before
    after = [m for m in linked.mentions[at + 1 :] if not {"prepositions:of", "dialogue:and"} & {*m.candidates}]
    listed = list(takewhile(lambda m: _dimension(m) == _dimension(after[0]), after))  # "share of trucks and rail in"
    inside = {code for mention in after[len(listed) : len(listed) + 1] for code in mention.candidates}
    return _dimension(after[0]) if {"prepositions:in", "prepositions:between"} & inside else ""


def _dimension(mention: Mention) -> str:
    thing = thing_of(mention)
    return thing[0] if thing else ""
