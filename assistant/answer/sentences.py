"""One sentence for each kind of result: the direct answer, with slots for its figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.answer.draft import Ledger
from assistant.answer.numbers import plain
from assistant.answer.words import Words
from assistant.periods import Period
from assistant.store.query import GRAINS
from assistant.types import Call, Evidence, Fact, Frame, Json

Said = tuple[str, list[dict[str, Json]]]
"""A sentence without its full stop, and the direct answers that it gives."""


@dataclass(frozen=True, slots=True)
class Head:
    """A result that the answer states: its call, its frame, and the frames behind it."""

    call: Call
    frame: Frame
    evidence: Evidence
    ledger: Ledger
    operations: frozenset[str] = frozenset()

    @property
    def words(self) -> Words:
        return self.ledger.words

    def behind(self, name: str = "of") -> Frame:
        """The frame that an argument refers to; a KeyError where it refers to none."""
        return self.evidence.frames[self.call.args[name]["ref"]]

    def subject(self, frame: Frame | None = None) -> str:
        """What is measured, in words."""
        return self.words.subject(frame or self.frame, without=self._without())

    def figure(self, row: int = 0, frame: Frame | None = None, call: str = "") -> str:
        """The slot of a row's figure."""
        return self.ledger.slot(self.fact(row, frame, call))

    def fact(self, row: int = 0, frame: Frame | None = None, call: str = "") -> Fact:
        """The fact of a row's figure."""
        return self.ledger.fact(frame or self.frame, call or self.call.id, row)

    def keyed(self, row: int = 0, frame: Frame | None = None) -> str:
        """The name of a row: its keys in words."""
        frame = frame or self.frame
        return ", ".join(self.words.key(d, code) for d, code in zip(frame.by, frame.rows[row].key, strict=True))

    def _without(self) -> str:
        for call in self.evidence.calls:
            if call.tool == "select" and (left := call.args.get("without")):
                return self.words.listed([self.words.name(d, code) for d, codes in left.items() for code in codes])
        return ""


def sentence(head: Head) -> Said:
    """The sentence of a head."""
    frame, detail = head.frame, head.frame.detail
    if head.call.tool == "where" and not frame.by:
        return _holds(head)
    if head.call.tool == "count":
        return _count(head)
    if head.call.tool == "position":
        return _position(head)
    if head.call.tool == "where" and not frame.rows:
        return _none(head)
    if head.call.tool == "doubling":
        return _doubling(head)
    if head.call.tool == "contribution":
        return _contribution(head)
    if head.call.tool in ("extreme", "rank", "where", "mean", "total", "difference", "ratio", "volatility"):
        return _BY_TOOL[head.call.tool](head)
    if len(frame.rows) > 1:
        return _rows(head)
    if head.call.tool == "growth":
        return _average_growth(head) if detail["growth"] in ("cagr", "average", "trend") else _growth(head)
    return _share(head) if head.call.tool == "share" else _value(head)


def number(fact: Fact, unit: str | None = None) -> dict[str, Json]:
    """A number of the direct answer."""
    return {"kind": "number", "value": fact, "unit": unit or fact.unit, "label": fact.measure}


def entity(dimension: str, code: str, words: Words) -> dict[str, Json]:
    """A place, mode, product or period of the direct answer."""
    kind = "period" if dimension in GRAINS else "entity"
    return {"kind": kind, "value": code, "unit": None, "label": words.key(dimension, code)}


def _value(head: Head) -> Said:
    frame, value = head.frame, head.frame.rows[0].value
    period = head.words.period(frame.about.period)
    if frame.measure in ("surplus", "deficit") and value is not None and value < 0:
        other = replace(frame, measure={"surplus": "deficit", "deficit": "surplus"}[frame.measure])
        turned = replace(other, rows=(replace(frame.rows[0], value=-value),))
        fact = head.ledger.fact(turned, head.call.id)
        text = head.words.phrase("value", subject=head.subject(other), value=head.ledger.slot(fact), period=period)
        return text, [number(fact)]
    text = head.words.phrase("value", subject=head.subject(), value=head.figure(), period=period)
    return text, [number(head.fact())]


def _keys_of(head: Head) -> list[dict[str, Json]]:
    row = head.frame.rows[0]
    return [entity(d, code, head.words) for d, code in zip(head.frame.by, row.key, strict=True)]


def _growth(head: Head) -> Said:
    behind, of = head.behind(), head.call.args["of"]["ref"]
    percent, change = _siblings(head)
    first, last = _ends(behind, head.frame)
    main = head.fact()
    blanks = {
        "subject": head.subject(),
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
    return head.words.phrase(name, **blanks), [
        number(main),
        *([number(head.ledger.fact(change, _id(head, change)))] if change and change is not head.frame else []),
    ]


def _size(head: Head, frame: Frame) -> str:
    """The slot of a change, written without its sign: "rose by" and "fell by" say it."""
    slot = head.ledger.slot(head.ledger.fact(frame, _id(head, frame)))
    return slot[:-1] + ":size}"


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
    return text, [number(head.fact())]


def _share(head: Head) -> Said:
    part, whole = head.behind("of"), head.behind("total")
    refs = head.call.args["of"]["ref"], head.call.args["total"]["ref"]
    text = head.words.phrase(
        "share",
        part=head.subject(part),
        whole=head.subject(whole),
        value=head.figure(),
        period=head.words.period(head.frame.about.period),
        **{"from": head.figure(0, part, refs[0]), "to": head.figure(0, whole, refs[1])},
    )
    return text, [number(head.fact())]


def _extreme(head: Head) -> Said:
    _, first, last = head.frame.detail["searched"]
    key = head.frame.by[-1]
    name = str(head.frame.detail["extreme"])
    subject = head.subject()
    if "growth" in head.frame.detail:
        subject = head.words.phrase("labels.growth", measure=subject)
    text = head.words.phrase(
        name,
        key=head.words.label(key),
        subject=subject,
        when=head.keyed(),
        value=head.figure(),
        first=head.words.key(key, first[-1]),
        last=head.words.key(key, last[-1]),
    )
    return text, [*_keys_of(head), number(head.fact())]


def _rank(head: Head) -> Said:
    frame = head.frame
    shown = range(1, min(len(frame.rows), 5))
    rest = head.words.listed([f"{head.keyed(row)} ({head.figure(row)})" for row in shown])
    name = "bottom" if frame.detail["rank"] == "asc" else "top"
    subject = head.subject()
    text = head.words.phrase(
        name, first=head.keyed(0), subject=_computed(head, subject), value=head.figure(), period=_when(head)
    )
    text += head.words.phrase("then", rest=rest) if rest else ""
    answers = [item for row in range(len(frame.rows)) for item in (*_entities(head, row), number(head.fact(row)))]
    return text, answers


def _entities(head: Head, row: int) -> list[dict[str, Json]]:
    key = head.frame.rows[row].key
    return [entity(d, code, head.words) for d, code in zip(head.frame.by, key, strict=True)]


def _computed(head: Head, subject: str) -> str:
    for name in ("growth", "share"):
        if name in head.frame.detail:
            return head.words.phrase(f"labels.{name}", measure=subject)
    return subject


def _when(head: Head) -> str:
    """The period that all rows share, or the span of the selections."""
    if head.frame.about.period:
        return head.words.period(head.frame.about.period)
    periods = [
        p for c in head.evidence.calls if c.tool == "select" and "@" not in c.id for p in _listed(c.args["period"])
    ]
    spans = [Period.parse(p) for p in periods]
    return head.words.period(str(Period(min(p.first for p in spans), max(p.last for p in spans))))


def _listed(value: Json) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _test(head: Head, detail: Mapping[str, Json]) -> str:
    condition = detail["where"]
    unit = head.frame.unit if head.frame.unit != "count" else head.evidence.frames[_first_where(head)].unit
    limits = {
        name: head.words.round_figure(Decimal(condition[name]), unit) for name in ("value", "high") if condition[name]
    }
    return head.words.phrase(f"tests.{condition['test']}", **limits)


def _first_where(head: Head) -> str:
    return next(call.id for call in head.evidence.calls if call.tool == "where")


def _count(head: Head) -> Said:
    detail = head.frame.detail
    keys = head.words.plural((detail.get("of_by") or ["period"])[-1])
    searched = str(detail["searched"][0])
    test = _test(head, detail) if "where" in detail else ""
    subject = _computed(head, head.subject())
    if not test:
        text = f"{head.figure()} {keys}"
    else:
        text = head.words.phrase(
            "count", subject=subject, test=test, value=head.figure(), n=searched, keys=keys, period=_when(head)
        )
    return text, [number(head.fact())]


def _none(head: Head) -> Said:
    keys = head.words.plural(head.frame.by[-1])
    searched = str(head.frame.detail["searched"][0])
    text = head.words.phrase(
        "where_none", n=searched, keys=keys, subject=head.subject(), test=_test(head, head.frame.detail)
    )
    return text, [{"kind": "number", "value": "0", "unit": "count", "label": keys}]


def _where(head: Head) -> Said:
    frame = head.frame
    named = [f"{head.keyed(row)} ({head.figure(row)})" for row in range(min(12, len(frame.rows)))]
    text = head.words.phrase(
        "where",
        value=str(len(frame.rows)),
        n=str(frame.detail["searched"][0]),
        keys=head.words.plural(frame.by[-1]),
        subject=_computed(head, head.subject()),
        test=_test(head, frame.detail),
        list=head.words.listed(named),
    )
    count = {"kind": "number", "value": str(len(frame.rows)), "unit": "count", "label": head.words.plural(frame.by[-1])}
    return text, [count, *(item for row in range(len(frame.rows)) for item in _entities(head, row))]


def _position(head: Head) -> Said:
    """A yes or no where the question asks whether something comes first, and the rank."""
    code, detail = str(head.frame.detail["position"]), head.frame.detail
    behind = head.behind()
    row = next(index for index, row in enumerate(behind.rows) if code in row.key)
    of = head.call.args["of"]["ref"]
    blanks = {
        "name": head.words.key(behind.by[0], code),
        "rank": head.figure(),
        "n": str(detail["ranked"]),
        "subject": head.subject(behind),
        "period": _when(head),
        "value": head.figure(row, behind, of),
    }
    text = head.words.phrase("position", **blanks)
    holds = (head.frame.rows[0].value or 0) <= int(detail["within"])
    if "polar" in head.operations:
        text = head.words.phrase("yes" if holds else "no", text=text)
    return text, [_boolean(holds), number(head.fact()), entity(behind.by[0], str(detail["first"][0][0][0]), head.words)]


def _reduced(head: Head) -> Said:
    over = list(head.frame.detail["over"])
    name = "sum" if head.call.tool == "total" else "mean" if over and over[-1] in GRAINS else "mean_over"
    key = over[-1] if over else "period"
    text = head.words.phrase(
        name,
        subject=_computed(head, head.subject()),
        value=head.figure(),
        key=head.words.label(key),
        keys=head.words.plural(key),
        n=str(head.frame.detail["rows"]),
        period=_when(head),
    )
    return text, [number(head.fact())]


def _difference(head: Head) -> Said:
    behind, of = head.behind(), head.call.args["of"]["ref"]
    if "minus" in head.call.args:
        minus = head.call.args["minus"]["ref"]
        if "extreme" in behind.detail:
            extremes = "extreme" in head.behind("minus").detail
            return _apart(head, of, minus) if extremes else _above_mean(head, behind, of)
        sides = [
            (head.words.label(f.measure), head.fact(0, f, c)) for f, c in ((behind, of), (head.behind("minus"), minus))
        ]
        return _compared(head, head.subject(replace(behind, measure="total")), sides, [])
    sides = [(head.keyed(row, behind), head.fact(row, behind, of)) for row in range(len(behind.rows))]
    keys = [_entities(Head(head.call, behind, head.evidence, head.ledger), row) for row in range(len(behind.rows))]
    return _compared(head, head.subject(behind), sides, keys)


def _compared(head: Head, subject: str, sides: list[tuple[str, Fact]], keys: list[list[dict[str, Json]]]) -> Said:
    """Two things side by side, which is ahead and by how much; a yes or no where that was asked."""
    value = head.frame.rows[0].value or Decimal(0)
    rows = ", ".join(f"{name} {head.ledger.slot(fact)}" for name, fact in sides)
    text = head.words.phrase("compare", subject=subject, rows=rows, period=_when(head))
    ahead = 0 if sides[0][1].value >= sides[1][1].value else 1
    main = head.fact()
    if head.call.tool == "ratio":
        text += head.words.phrase("times", value=head.ledger.slot(main), first=sides[0][0], second=sides[1][0])
        return text, [number(main), *map(number, (fact for _, fact in sides))]
    text += head.words.phrase("ahead", name=sides[ahead][0], value=head.ledger.slot(main)[:-1] + ":size}")
    winner = (
        keys[ahead] if keys else [{"kind": "entity", "value": sides[ahead][0], "unit": None, "label": sides[ahead][0]}]
    )
    amount = {**number(main), "value": plain(abs(main.value))}
    answers = [*winner, amount, *(number(fact) for _, fact in sides)]
    if "polar" in head.operations and head.operations & {"exceed", "trail"}:
        holds = (value > 0) == ("trail" not in head.operations)
        return head.words.phrase("yes" if holds else "no", text=text), [_boolean(holds), *answers]
    return text, answers


def _boolean(holds: bool) -> dict[str, Json]:
    return {"kind": "boolean", "value": str(holds).lower(), "unit": None, "label": "yes" if holds else "no"}


def _holds(head: Head) -> Said:
    """Whether one figure meets a condition."""
    behind, of = head.behind(), head.call.args["of"]["ref"]
    holds = bool(head.frame.detail["holds"])
    value = head.figure(0, behind, of)
    text = head.words.phrase(
        "value", subject=head.subject(behind), value=value, period=head.words.period(behind.about.period)
    )
    fact = head.fact(0, behind, of)
    return head.words.phrase("yes" if holds else "no", text=text), [_boolean(holds), number(fact)]


def _apart(head: Head, of: str, minus: str) -> Said:
    """The highest and the lowest, and how far apart they are."""
    texts, answers = [], []
    for name in (of, minus):
        call = next(c for c in head.evidence.calls if c.id == name)
        text, found = _extreme(Head(call, head.evidence.frames[name], head.evidence, head.ledger))
        texts.append(text)
        answers += found
    text = "; ".join(texts) + head.words.phrase("apart", value=head.figure())
    return text, [number(head.fact()), *answers]


def _above_mean(head: Head, best: Frame, of: str) -> Said:
    top = Head(next(c for c in head.evidence.calls if c.id == of), best, head.evidence, head.ledger)
    text, answers = _extreme(top)
    average = head.behind("minus")
    mean = head.figure(0, average, head.call.args["minus"]["ref"])
    return f"{text}; {head.figure()} over the average of {mean}", [*answers, number(head.fact())]


def _rows(head: Head) -> Said:
    """Several rows that nothing picked from: a series in time, or a few things side by side."""
    frame = head.frame
    if frame.by[-1:] and frame.by[-1] in GRAINS and len(frame.by) == 1 and len(frame.rows) > 2:
        return _series(head)
    if len(frame.by) > 1 and frame.by[-1] in GRAINS:
        return _lines(head)
    rows = range(min(len(frame.rows), 8))
    parts = [f"{head.keyed(row)} {head.figure(row)}" for row in rows if frame.rows[row].value is not None]
    subject = _computed(head, head.subject())
    text = head.words.phrase("compare", subject=subject, rows=", ".join(parts), period=_when(head))
    answers = [
        item
        for row in rows
        if frame.rows[row].value is not None
        for item in (*_entities(head, row), number(head.fact(row)))
    ]
    return text, answers


def _lines(head: Head) -> Said:
    """Several lines over time: what each is at the newest and at the first of their common periods."""
    frame = head.frame
    periods = sorted({row.key[-1] for row in frame.rows}, key=lambda text: Period.parse(text).first)
    newest = [index for index, row in enumerate(frame.rows) if row.key[-1] == periods[-1] and row.value is not None][:8]
    first = [index for index, row in enumerate(frame.rows) if row.key[-1] == periods[0] and row.value is not None][:8]
    said = [", ".join(f"{_line_name(head, index)} {head.figure(index)}" for index in rows) for rows in (newest, first)]
    subject = _computed(head, head.subject())
    text = head.words.phrase("compare", subject=subject, rows=said[0], period=head.words.key(frame.by[-1], periods[-1]))
    text = head.words.phrase(
        "compare_first", newest=text, rows=said[1], period=head.words.key(frame.by[-1], periods[0])
    )
    return text, [item for row in newest for item in (*_entities(head, row), number(head.fact(row)))]


def _line_name(head: Head, row: int) -> str:
    frame = head.frame
    return ", ".join(head.words.key(d, code) for d, code in zip(frame.by[:-1], frame.rows[row].key[:-1], strict=True))


def _series(head: Head) -> Said:
    frame = head.frame
    known = [index for index, row in enumerate(frame.rows) if row.value is not None]
    best = max(known, key=lambda index: (frame.rows[index].value or 0, -index))
    low = min(known, key=lambda index: (frame.rows[index].value or 0, index))
    blanks = {
        "subject": head.subject(),
        "first": head.keyed(known[0]),
        "last": head.keyed(known[-1]),
        "from": head.figure(known[0]),
        "to": head.figure(known[-1]),
        "best": head.figure(best),
        "when": head.keyed(best),
    }
    if "growth" in frame.detail:
        growth = {
            "low": head.figure(low),
            "low_when": head.keyed(low),
            "high": head.figure(best),
            "high_when": head.keyed(best),
        }
        rates = [item for index in known[:60] for item in (*_entities(head, index), number(head.fact(index)))]
        return head.words.phrase("series_growth", **blanks, **growth), rates
    answers = [item for index in known[:60] for item in (*_entities(head, index), number(head.fact(index)))]
    return head.words.phrase("series", **blanks), answers


def _doubling(head: Head) -> Said:
    rate, of = head.behind(), head.call.args["of"]["ref"]
    text, answers = _average_growth(
        Head(next(c for c in head.evidence.calls if c.id == of), rate, head.evidence, head.ledger)
    )
    said = head.words.phrase("doubling", subject=head.subject(rate), value=head.figure())
    return f"{text}; {said}", [number(head.fact()), *answers]


def _contribution(head: Head) -> Said:
    if len(head.frame.rows) > 1:
        return _rows(head)
    text = head.words.phrase(
        "contribution",
        subject=head.subject(),
        value=head.figure(),
        period=head.words.period(head.frame.about.period),
        base=head.words.period(str(head.frame.detail["base"])),
    )
    return text, [number(head.fact())]


def _volatility(head: Head) -> Said:
    text = head.words.phrase(
        "volatility", subject=_computed(head, head.subject()), value=head.figure(), period=_when(head)
    )
    return text, [number(head.fact())]


_BY_TOOL: Mapping[str, Callable[[Head], Said]] = {
    "extreme": _extreme,
    "rank": _rank,
    "where": _where,
    "mean": _reduced,
    "total": _reduced,
    "difference": _difference,
    "ratio": _difference,
    "volatility": _volatility,
}
