"""Growth between two periods and per year, doubling times, volatility."""

from __future__ import annotations

from decimal import Decimal

from assistant.answer.sentences.head import Head, Said, boolean, entity, number
from assistant.answer.sentences.wording import computed, sized, when
from assistant.periods import Period
from assistant.types import Frame, Json

_CHOOSING = frozenset({"exceed", "trail"})
_APART = frozenset({"difference", "amount", "in_money", "in_percent"})
"""What is asked of two times beside which was higher: "2023 or 2024, and by how many dollars?"."""
_YEAR = 12
_RATES = ("cagr", "average", "trend")


def growth(head: Head) -> Said:
    """How much something rose or fell: per year on average, or between two periods."""
    if head.frame.detail["growth"] in _RATES:
        return _average_growth(head)
    text, answers = moved_by(head)
    up, down = head.operations & {"exceed", "rise"}, head.operations & {"trail", "fall"}
    moved = head.frame.rows[0].value
    if "polar" not in head.operations or bool(up) == bool(down) or moved is None:
        return _chosen(head, text, answers)
    holds = moved > 0 if up else moved < 0
    return head.words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]


def _chosen(head: Head, text: str, answers: list[dict[str, Json]]) -> Said:
    """The period with more or with less first, where only that is asked: "which was higher, 2023 or 2024?"."""
    asked, moved = head.operations & _CHOOSING, head.frame.rows[0].value
    base, last = str(head.frame.detail["base"]), str(head.frame.about.period)
    plain = {"compare"} | (_APART if "compare" in head.operations else frozenset())
    if len(asked) != 1 or head.operations - _CHOOSING - plain or not moved or not _is_stretch(last):
        return text, answers
    period = last if (moved > 0) == (asked == {"exceed"}) else base
    text = head.words.phrase(f"{next(iter(asked))}_of_two", period=head.words.period(period), text=text)
    return text, [entity("period", period, head.words), *answers]


def _is_stretch(period: str) -> bool:
    """Whether it is a time with a name of its own, or part of one year: "July 2022 to December 2022"."""
    return "/" not in period or Period.parse(period).months < _YEAR


def moved_by(head: Head) -> Said:
    """From what to what it rose or fell, in both units where both were computed."""
    behind, of = head.behind(), head.call.args["of"]["ref"]
    percent, change = _siblings(head)
    first, last = _ends(behind, head.frame)
    main = head.fact()
    subject = head.subject()
    blanks = {
        "subject": head.words.phrase("labels.share", measure=subject) if "share" in behind.detail else subject,
        "period": head.words.period(head.frame.about.period),
        "base": head.words.period(str(head.frame.detail["base"])),
        "from": head.figure(first, behind, of),
        "to": head.figure(last, behind, of),
    }
    moved = change.rows[0].value or Decimal(0) if change else main.value
    if percent:
        blanks["value"] = _size(head, percent)
    if change:
        blanks["change"] = _size(head, change)
    if not moved:
        return head.words.phrase("flat", **blanks), [number(main)]
    name = ("rose" if moved > 0 else "fell") + ("" if percent and change else "_by" if change else "_only")
    beside = [number(head.ledger.fact(change, _id(head, change)))] if change and change is not head.frame else []
    return head.words.phrase(name, **blanks), [number(main), *beside]


def _size(head: Head, frame: Frame) -> str:
    return sized(head.ledger.slot(head.ledger.fact(frame, _id(head, frame))))


def _id(head: Head, frame: Frame) -> str:
    return next(name for name, found in head.evidence.frames.items() if found is frame)


def _siblings(head: Head) -> tuple[Frame | None, Frame | None]:
    """The growth in percent and the change in units, of the same frame."""
    found: dict[str, Frame] = {}
    for call in head.evidence.calls:
        if call.tool == "growth" and call.args["of"] == head.call.args["of"] and call.id in head.evidence.frames:
            found[str(call.args.get("unit", "percent"))] = head.evidence.frames[call.id]
    return found.get("percent"), found.get("change")


def _ends(behind: Frame, result: Frame) -> tuple[int, int]:
    """The rows that growth was computed from."""
    keys = [row.key[-1] if row.key else "" for row in behind.rows]
    base, last = str(result.detail["base"]), str(result.about.period)
    return (keys.index(base) if base in keys else 0, keys.index(last) if last in keys else len(keys) - 1)


def _average_growth(head: Head) -> Said:
    """The average growth per year."""
    detail, behind = head.frame.detail, head.behind()
    years = Period.parse(str(detail["last"])).last - Period.parse(str(detail["base"])).last
    of = head.call.args["of"]["ref"]
    text = head.words.phrase(
        str(detail["growth"]),
        subject=head.subject(),
        value=head.figure(),
        first=head.words.period(str(detail["base"])),
        last=head.words.period(str(detail["last"])),
        n=str(years // 12),
        **{"from": head.figure(0, behind, of), "to": head.figure(len(behind.rows) - 1, behind, of)},
    )
    compound = _compound(head) if detail["growth"] == "average" else None
    if compound is None:
        return text, [number(head.fact())]
    fact = head.ledger.fact(compound, _id(head, compound))
    text += head.words.phrase("compounded", value=head.ledger.slot(fact))
    return text, [number(head.fact()), number(fact)]


def _compound(head: Head) -> Frame | None:
    """The compound rate of the same rows, which "average annual growth" may mean as well."""
    same = [call for call in head.evidence.calls if call.tool == "growth" and call.args["of"] == head.call.args["of"]]
    return next((head.evidence.frames.get(call.id) for call in same if call.args.get("kind") == "cagr"), None)


def doubling(head: Head) -> Said:
    """How long doubling takes at the average growth."""
    rate, of = head.behind(), head.call.args["of"]["ref"]
    text, answers = _average_growth(head.of(of))
    said = head.words.phrase("doubling", subject=head.subject(rate), value=head.figure())
    return f"{text}; {said}", [number(head.fact()), *answers]


def volatility(head: Head) -> Said:
    """The standard deviation over the periods."""
    subject = computed(head, head.subject())
    text = head.words.phrase("volatility", subject=subject, value=head.figure(), period=when(head))
    return text, [number(head.fact())]
