"""Whether a reply is right: compared item by item with what is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import permutations
from unicodedata import combining, normalize

from assistant.evaluation.cases import Case, Gold
from assistant.evaluation.metrics import Verdict
from assistant.types import Json

_YES = re.compile(r"\s*(yes|no|sí|oui|non)\b", re.IGNORECASE)
_DEFICIT = re.compile(r"deficit|shortfall|déficit|defecit", re.IGNORECASE)
_SURPLUS = re.compile(r"surplus|superávit|excédent", re.IGNORECASE)
_FALL = re.compile(
    r"\b(?:f[ae]ll|shr[aiu]nk|drop|declin|decreas|los[et]|narrow|ca(?:er|y)|baj|reduj|disminuy|perdi)", re.IGNORECASE
)
_ASIDE = 2
"""How many numbers beside those asked for may stand with them: the two ends of a change, the parts of a balance."""
_PARTS = 6


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, with why."""

    verdict: Verdict
    why: str = ""


def judge(case: Case, reply: Mapping[str, Json]) -> Judgement:
    """The verdict on a reply of the contract; WRONG where it answers something else than what is known."""
    status = reply["status"]
    if status != "answered":
        return Judgement(_refusal(status, rightly=status in case.expect), f"{status}: {_reason(reply)}")
    if "answered" not in case.expect:
        return Judgement("WRONG", f"answered where {' or '.join(case.expect)} is right")
    read = _Reply(case, reply)
    found = [read.misses(golds) for golds in case.golds]
    if not found or not all(found):
        return Judgement("right")
    parts = "only the parts: " if any(map(read.parts, case.golds)) else ""
    return Judgement("WRONG", parts + "; ".join(found[0]))


def _refusal(status: str, *, rightly: bool) -> Verdict:
    if status == "declined":
        return "declined rightly" if rightly else "declined wrongly"
    return "asked rightly" if rightly else "asked wrongly"


def _reason(reply: Mapping[str, Json]) -> str:
    return str((reply.get("reason") or {}).get("kind", ""))


class _Reply:
    """A reply read for what it says: its answer items by kind, the figures that its text shows, its table."""

    def __init__(self, case: Case, reply: Mapping[str, Json]) -> None:
        self.case, self.text, self.plan = case, str(reply["text"]), reply["plan"]
        self.items: Sequence[Mapping[str, Json]] = reply["answer"]
        self.figures: Sequence[Mapping[str, Json]] = reply["figures"]
        self.rows: Sequence[Sequence[Json]] = (reply.get("table") or {}).get("rows", [])

    def misses(self, golds: Sequence[Gold]) -> list[str]:
        """What of one whole alternative the reply does not say."""
        numbers = [gold for gold in golds if gold.kind == "number"]
        found = [f"{gold.value} {gold.unit} is not said" for gold in numbers if not self._number(gold, len(numbers))]
        found += [f"“{gold.value}” is not said" for gold in golds if gold.kind == "text" and not self._text(gold)]
        found += [f"not product {gold.value}" for gold in golds if gold.kind == "product" and not self._product(gold)]
        for ask in (self._entities, self._periods, self._boolean):
            found += ask(golds)
        return found

    def _of_kind(self, kind: str) -> list[Mapping[str, Json]]:
        return [item for item in self.items if item["kind"] == kind]

    def _number(self, gold: Gold, asked: int) -> bool:
        said = self._of_kind("number")
        listed = len(said) > asked + _ASIDE  # in a long list the figure asked for has to come first, not just occur
        if gold.in_table:
            return self._among(gold, said, self.figures) or self._cell(gold)
        shown = () if listed else [figure for figure in self.figures if figure["display"] in self.text]
        return self._among(gold, said if not listed else said[:asked], shown)

    def _among(self, gold: Gold, items: Sequence[Mapping[str, Json]], figures: Sequence[Mapping[str, Json]]) -> bool:
        measured = [(item, item.get("label")) for item in items] + [(figure, figure["measure"]) for figure in figures]
        return any(self._same(gold, item, str(label)) for item, label in measured)

    def _same(self, gold: Gold, item: Mapping[str, Json], label: str) -> bool:
        if gold.unit and item["unit"] != gold.unit:
            return False
        value = Decimal(item["value"])
        return any(_close(gold, said) for said in _as_asked(value, label, self.case.turns[-1]))

    def parts(self, golds: Sequence[Gold]) -> bool:
        """Whether each number asked for follows from two that are said: true, but not an answer."""
        said = [Decimal(item["value"]) for item in self._of_kind("number")][:_PARTS]
        made = [value for one, other in permutations(said, 2) for value in _made(one, other)]
        return any(g.kind == "number" for g in golds) and all(
            g.kind == "boolean" or g.kind == "number" and any(_close(g, value) for value in made) for g in golds
        )

    def _cell(self, gold: Gold) -> bool:
        return any(_close(gold, value) for row in self.rows for value in _decimals(row))

    def _text(self, gold: Gold) -> bool:
        said = " ".join([self.text, *(str(item["value"]) for item in self.items)]).casefold()
        return any(words.casefold() in said for words in gold.any_of or (gold.value,))

    def _product(self, gold: Gold) -> bool:
        return bool(set(gold.any_of) & set(_products(self.plan)))

    def _entities(self, golds: Sequence[Gold]) -> list[str]:
        """In the order asked for; a longer list that begins with them is right too. What meets a condition is a set."""
        asked = [gold for gold in golds if gold.kind == "entity"]
        said = list({item["value"]: item for item in self._of_kind("entity")}.values())
        if self.case.category == "conditions" and len(said) == len(asked) > 1:
            said = [
                next((item for item in said if _names(gold, item)), item)
                for gold, item in zip(asked, said, strict=True)
            ]
        if len(said) >= len(asked) and all(map(_names, asked, said)):
            return []
        names = ", ".join(str(item["value"]) for item in said) or "none"
        return [f"entities {', '.join(gold.value for gold in asked)}, said {names}"]

    def _periods(self, golds: Sequence[Gold]) -> list[str]:
        """A single period comes first; several are a set, and none may be added."""
        asked = [gold.value for gold in golds if gold.kind == "period"]
        said = list(dict.fromkeys(str(item["value"]) for item in self._of_kind("period")))
        loose = self.case.category == "availability"
        if not asked or (set(asked) <= set(said) if loose else said[:1] == asked or set(said) == set(asked)):
            return []
        return [f"periods {', '.join(asked)}, said {', '.join(said) or 'none'}"]

    def _boolean(self, golds: Sequence[Gold]) -> list[str]:
        """Where the reply says neither yes nor no, its figures and names have to do."""
        asked = [gold.value for gold in golds if gold.kind == "boolean"]
        said = [str(item["value"]).casefold() for item in self._of_kind("boolean")]
        if not said and (match := _YES.match(self.text)):
            said = ["false" if match[1].casefold() in ("no", "non") else "true"]
        if not asked or said == asked or not said and len(golds) > 1:
            return []
        return [f"{asked[0]}, said {said[0] if said else 'neither yes nor no'}"]


def _close(gold: Gold, value: Decimal) -> bool:
    right = Decimal(gold.value)
    return abs(value - right) <= abs(right) * gold.tolerance


def _as_asked(value: Decimal, label: str, question: str) -> Iterator[Decimal]:
    """The value as the question's word counts it: a surplus of 5 is no deficit of 5 but one of -5."""
    deficit, surplus = bool(_DEFICIT.search(label)), bool(_SURPLUS.search(label))
    asked_deficit, asked_surplus = bool(_DEFICIT.search(question)), bool(_SURPLUS.search(question))
    turned = deficit and asked_surplus and not asked_deficit or surplus and asked_deficit and not asked_surplus
    if not turned:
        yield value
    if deficit or surplus or value < 0 and _FALL.search(question):  # "by how much did it fall?" is asked without a sign
        yield -value


def _made(one: Decimal, other: Decimal) -> Iterator[Decimal]:
    yield from (one - other, one + other)
    if other:
        yield from (one / other, 100 * one / other, 100 * (one / other - 1))


def _names(gold: Gold, item: Mapping[str, Json]) -> bool:
    label = str(item.get("label") or "")
    said = {
        _folded(str(item["value"])),
        _folded(str(item["value"]).split("-")[-1]),
        *map(_folded, (label, *label.split("/"))),  # "Hidalgo/Pharr"
    }
    return bool(said & {_folded(name) for name in (gold.value, gold.label, *gold.any_of) if name})


def _folded(name: str) -> str:
    """Lower case, without accents."""
    return "".join(c for c in normalize("NFKD", name.casefold()) if not combining(c))


def _decimals(row: Sequence[Json]) -> Iterator[Decimal]:
    for cell in row:
        try:
            yield Decimal(str(cell))
        except InvalidOperation:
            continue


def _products(plan: Sequence[Mapping[str, Json]]) -> Iterator[str]:
    for call in plan:
        product = call["args"].get("product") or ()
        for thing in (product,) if isinstance(product, str) else product:
            yield from (thing, *thing.split(";"))  # "6203;6204" is one thing of two headings
