"""What a search over time looks for, as a clause, and the figures that show it in a period."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.answer.sentences.head import Head, number
from assistant.answer.sentences.wording import computed
from assistant.types import Fact, Frame, Json

_PICKING = ("count", "find", "where", "streak", "crossing")


@dataclass(frozen=True, slots=True)
class Claim:
    """What was searched: the head of the series, and the test that its values had to meet."""

    head: Head
    test: str
    limit: str

    @property
    def is_versus(self) -> bool:
        """Whether the values are the lead of one thing over another."""
        return "minus" in self.head.call.args

    @property
    def is_move(self) -> bool:
        """Whether the values are changes, and any rise or any fall was searched."""
        return self.head.call.tool == "growth" and self.limit == "0"

    @property
    def is_multiple(self) -> bool:
        """Whether the values are an index, of which a multiple of its base was searched."""
        return self.head.call.tool == "rebase"

    @property
    def grain(self) -> str:
        """The length of the periods: month, quarter or year."""
        return self.head.frame.by[-1]


def claim_of(head: Head) -> Claim:
    """The claim of a result of a search."""
    call, condition = head.call, head.frame.detail.get("where") or {"test": "above", "value": "0"}
    while call.tool in _PICKING:
        call = head.of(call.args["of"]["ref"]).call
    return Claim(head.of(call.id), str(condition["test"]), str(condition["value"]))


def clause(claim: Claim) -> str:
    """The claim in words: "US goods imports from Mexico were above $40 billion"."""
    head, words = claim.head, claim.head.words
    if claim.is_versus:
        return _lead(claim)
    kind = head.frame.detail.get("growth")
    before = words.phrase(f"search.before.{'year' if kind == 'yoy' else claim.grain}")
    if claim.is_move:
        name = "search.rose" if claim.test == "above" else "search.fell"
        return words.phrase(name, subject=head.subject(head.behind()), before=before)
    if claim.is_multiple:
        return _multiple(claim)
    limit = words.round_figure(Decimal(claim.limit), head.frame.unit)
    test = words.phrase(f"tests.{claim.test}", value=words.phrase("search.zero") if claim.limit == "0" else limit)
    subject = computed(head, head.subject())
    if head.frame.detail.get("unit") == "change":
        subject = words.phrase("search.change", subject=head.subject(), before=before)
    return words.phrase("search.stood", subject=subject, test=test)


def _lead(claim: Claim) -> str:
    """The claim of a lead in words, with its size where one was asked for: "imports exceeded exports by over $14bn"."""
    head, words = claim.head, claim.head.words
    limit, below = Decimal(claim.limit), claim.test in ("below", "at_most")
    kind = "growth" if "growth" in head.behind().detail else "other"
    text = words.phrase(f"search.{'below' if below else 'above'}_{kind}", **rivals(claim))
    if not limit:
        return text
    test = {"below": "above", "at_most": "at_least"}.get(claim.test, claim.test)  # a lead turned round is as large
    size = words.phrase(f"leads.{test}", value=words.round_figure(abs(limit), head.frame.unit))
    return f"{text} {size}"


def _multiple(claim: Claim) -> str:
    """The claim of a multiple in words: "US goods imports from Mexico stood above 200% of their 2010 level"."""
    head, words = claim.head, claim.head.words
    limit = f"{Decimal(claim.limit).normalize():f}%"
    test = words.phrase(f"tests.{claim.test}", value=limit)
    base = words.period(str(head.frame.detail["base"]))
    return words.phrase("search.multiple", subject=head.subject(head.behind()), test=test, base=base)


def rivals(claim: Claim) -> dict[str, str]:
    """What the two are called whose values were set against each other; empty for a claim about one thing."""
    if not claim.is_versus:
        return {}
    named = [claim.head.subject(frame) for frame, _ in _sides(claim)]
    if "share" in claim.head.behind().detail:
        named = [claim.head.words.phrase("labels.share", measure=name) for name in named]
    return {"first": named[0], "second": named[1]}


def shown(claim: Claim, period: str) -> tuple[str, list[dict[str, Json]]]:
    """The figures of a period that show the claim, in words and as direct answers."""
    facts = _facts(claim, period)
    slots = [claim.head.ledger.slot(fact) for fact in facts]
    if len(slots) == 1:
        return slots[0], [number(facts[0])]
    name = "search.against" if claim.is_versus or claim.is_multiple else "search.after"
    return claim.head.words.phrase(name, first=slots[0], second=slots[1]), [number(fact) for fact in facts]


def _facts(claim: Claim, period: str) -> list[Fact]:
    """The values of both rivals, the value and the one it moved from, or the value alone."""
    if claim.is_versus:
        return [_fact(claim.head, frame, call, period) for frame, call in _sides(claim)]
    if claim.is_multiple:
        base, of = str(claim.head.frame.detail["base"]), claim.head.call.args["of"]["ref"]
        return [_fact(claim.head, claim.head.behind(), of, key) for key in (period, base)]
    if not claim.is_move:
        return [_fact(claim.head, claim.head.frame, claim.head.call.id, period)]
    behind, of = claim.head.behind(), claim.head.call.args["of"]["ref"]
    keys = [row.key[-1] for row in behind.rows]
    back = {"mom": {"month": 1}, "qoq": {"quarter": 1}}.get(str(claim.head.frame.detail["growth"]), {})
    steps = back.get(claim.grain) or {"month": 12, "quarter": 4, "year": 1}[claim.grain]
    return [_fact(claim.head, behind, of, key) for key in (period, keys[keys.index(period) - steps])]


def _fact(head: Head, frame: Frame, call: str, period: str) -> Fact:
    row = next(index for index, row in enumerate(frame.rows) if row.key[-1] == period)
    return head.fact(row, frame, call)


def _sides(claim: Claim) -> list[tuple[Frame, str]]:
    """The frames of both rivals with the calls that made them."""
    names = [claim.head.call.args[name]["ref"] for name in ("of", "minus")]
    return [(claim.head.evidence.frames[name], name) for name in names]
