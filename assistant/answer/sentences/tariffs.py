"""One sentence for each kind of answer about tariffs; each names whose estimate it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from assistant.answer.numbers import plain
from assistant.answer.sentences.head import Head, Said, boolean, entities, keyed_numbers, number
from assistant.answer.sentences.kinds import sentence
from assistant.answer.sentences.wording import sized, tested
from assistant.answer.words import Words
from assistant.measures import TARIFFS
from assistant.periods import Period
from assistant.types import Fact, Frame, Json

_NAMED = 5
"""Rows that a sentence names; the table holds them all."""
DAY = "day"


@dataclass(frozen=True, slots=True)
class Rated:
    """An answer about tariffs: its head, whose estimate it is, and the last month that the estimates reach."""

    head: Head
    source: str
    last: int

    @property
    def words(self) -> Words:
        """What names and phrases are taken from."""
        return self.head.words

    def phrase(self, name: str, /, **blanks: str) -> str:
        """A phrase about tariffs, with the source in it."""
        return self.words.phrase(f"tariff.{name}", source=self.source, **blanks)

    def when(self, frame: Frame) -> str:
        """The moment of a rate: the end of a month or year, a day, the newest date, the year before."""
        asked, day = str(frame.detail["asked"]), str(frame.detail["day"])
        if frame.detail["undated"] or frame.detail["before"] or "/" in asked:
            name = "before" if frame.detail["before"] or "/" in asked else "undated"
            return self.phrase(name, period=self.words.period(asked))
        if len(asked) == len(day):
            newest = frame.detail["newest"] == asked
            return self.phrase("newest" if newest else "on_day", day=self.words.period(asked))
        if Period.parse(asked).last > self.last:
            return self.phrase("newest", day=self.words.period(day))
        return self.phrase("at_end", period=self.words.period(asked))

    def since(self, frame: Frame) -> str:
        """From which day on the rate is what it is, where that is not said already."""
        detail = frame.detail
        if detail["undated"] or "since" not in detail or detail["since"] == detail["asked"]:
            return ""
        name = "unchanged" if detail["asked"] == detail["day"] else "since"
        return self.phrase(name, day=self.words.period(str(detail["since"])))

    def what(self, frame: Frame) -> str:
        """The rate that rows are of: "effective US tariff", with the partner or chapter that all of them share."""
        about = frame.about
        said = self.words.phrase(
            f"tariff.what.{frame.measure}", reporters=self.words.possessive(about.reporter or "USA")
        )
        if about.partner:
            said += self.words.phrase("tariff.what.on", partner=self.words.place(about.partner))
        if about.product:
            said += self.words.phrase("of_product", product=self.words.product(about.product))
        return " ".join(said.split())


def tariff_sentence(rated: Rated) -> Said:
    """The sentence of an answer about tariffs, by the tool that made it."""
    head, frame = rated.head, rated.head.frame
    if head.call.tool == "tariff":
        return (series if DAY in frame.by else rows if frame.by else value)(rated)
    if head.call.tool == "difference":
        return moved(rated) if "minus" in head.call.args else compared(rated)
    if writer := _BY_TOOL.get(head.call.tool):
        return writer(rated)
    text, answer = sentence(head)
    return rated.phrase("by", text=text), answer


def value(rated: Rated) -> Said:
    """One rate, with the two parts that it is made of."""
    head, frame = rated.head, rated.head.frame
    year, subject = str(frame.detail["base_year"]), rated.words.subject(replace(frame, measure="tariff"))
    if "terms" not in frame.detail or frame.measure == "base_tariff":
        text = rated.phrase("base", subject=head.subject(), value=head.figure(), year=year)
        return text, [number(head.fact())]
    added = frame.measure == "added_tariff"
    facts = {"added" if added else "value": head.fact()}
    facts |= {"value": _part(head, "total", "tariff")} if added else {"added": _part(head, "added", "added_tariff")}
    facts["base"] = _part(head, "base", "base_tariff", year)
    slots = {name: head.ledger.slot(fact) for name, fact in facts.items()}
    text = rated.phrase(
        "added" if added else "value",
        subject=subject,
        when=rated.when(frame),
        since=rated.since(frame),
        year=year,
        **slots,
    )
    order = ("added", "value", "base") if added else ("value", "added", "base")
    dated = [] if frame.detail["undated"] else [_day(str(frame.detail["day"]), rated.words)]
    return text, [*(number(facts[name]) for name in order), *dated]


def _part(head: Head, part: str, measure: str, period: str | None = None) -> Fact:
    about = period or head.frame.about.period
    return head.ledger.part(head.frame, head.call.id, part, TARIFFS[measure], head.words.label(measure), about)


def _day(day: str, words: Words) -> dict[str, Json]:
    return {"kind": "period", "value": day, "unit": None, "label": words.period(day)}


def compared(rated: Rated) -> Said:
    """Two rates side by side, and which is higher by how much; a yes or no where that was asked."""
    head = rated.head
    behind, of = head.behind(), head.call.args["of"]["ref"]
    known = [row for row, line in enumerate(behind.rows) if line.value is not None]
    text = rated.phrase("rows", what=rated.what(behind), when=rated.when(behind), rows=_named(head, behind, of, known))
    apart = head.frame.rows[0].value or 0
    ahead = 0 if apart >= 0 else 1
    text += (
        rated.phrase("ahead", name=head.keyed(ahead, behind), value=sized(head.figure()))
        if apart
        else rated.phrase("equal")
    )
    sides = [
        item for row in (ahead, 1 - ahead) for item in (*entities(head.of(of), row), number(head.fact(row, behind, of)))
    ]
    amount = {**number(head.fact()), "value": plain(abs(head.fact().value))}
    answers = [*sides[:1], amount, *sides[1:]] if apart else [number(head.fact()), *sides]
    if "polar" in head.operations and head.operations & {"exceed", "trail"}:
        holds = apart < 0 if "trail" in head.operations else apart > 0
        return rated.words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]
    return text, answers


def moved(rated: Rated) -> Said:
    """How far rates moved between two moments."""
    head = rated.head
    refs = [head.call.args[name]["ref"] for name in ("minus", "of")]
    before, after = (head.evidence.frames[ref] for ref in refs)
    when = {"first": rated.when(before), "last": rated.when(after)}
    if head.frame.by:
        listed = _named(head, head.frame, head.call.id, range(len(head.frame.rows)))
        text = rated.phrase("moved", what=rated.what(after), rows=listed, **when)
        return text, keyed_numbers(head, range(len(head.frame.rows)))
    main, ends = head.fact(), [head.fact(0, frame, ref) for frame, ref in ((before, refs[0]), (after, refs[1]))]
    name = "rose" if main.value > 0 else "fell" if main.value < 0 else "flat"
    blanks = {
        "from": head.ledger.slot(ends[0]),
        "to": head.ledger.slot(ends[1]),
        "value": sized(head.ledger.slot(main)),
    }
    text = rated.phrase(name, subject=head.subject(after), **when, **blanks)
    return text, [number(main), number(ends[1]), number(ends[0])]


def ranked(rated: Rated) -> Said:
    """The highest or lowest, and those that come next; of changes, between which moments."""
    head, frame = rated.head, rated.head.frame
    numbers = keyed_numbers(head, range(len(frame.rows)))
    if ends := _moments(head):
        when = {"first": rated.when(ends[0]), "last": rated.when(ends[1])}
        shown = _named(head, frame, head.call.id, range(min(_NAMED, len(frame.rows))))
        return rated.phrase("moved", what=rated.what(ends[1]), rows=shown, **when), numbers
    if "place" in frame.detail:
        return rated.phrase("by", text=sentence(head)[0]), numbers
    behind = head.behind()
    rest = rated.words.listed(
        [f"{head.keyed(row)} ({head.figure(row)})" for row in range(1, min(_NAMED, len(frame.rows)))]
    )
    name = "bottom" if frame.detail["rank"] == "asc" else "top"
    then = rated.words.phrase("then", rest=rest) if rest else ""
    text = rated.phrase(name, what=rated.what(behind), when=rated.when(behind), first=head.keyed(), value=head.figure())
    return text + then, numbers


def _moments(head: Head) -> list[Frame]:
    """The earlier and the later frame of the difference that a ranking is of; none where it is of no difference."""
    call = head.call
    while call.tool != "difference" and "of" in call.args:
        call = next(c for c in head.evidence.calls if c.id == call.args["of"]["ref"])
    both = ("minus", "of") if "minus" in call.args else ()
    return [head.evidence.frames[call.args[side]["ref"]] for side in both]


def rows(rated: Rated) -> Said:
    """Several rates at one moment."""
    head, frame = rated.head, rated.head.frame
    listed = _named(head, frame, head.call.id, range(min(2 * _NAMED, len(frame.rows))))
    text = rated.phrase("rows", what=rated.what(frame), when=rated.when(frame), rows=listed)
    return text, keyed_numbers(head, range(len(frame.rows)))


def series(rated: Rated) -> Said:
    """The rates at each date: the first, the last and the highest."""
    head, frame = rated.head, rated.head.frame
    if len(frame.by) > 1:
        return _lines(rated)
    best = max(range(len(frame.rows)), key=lambda row: (frame.rows[row].value or 0, -row))
    last = len(frame.rows) - 1
    text = rated.phrase(
        "series",
        subject=head.subject(),
        first=head.keyed(0),
        last=head.keyed(last),
        to=head.figure(last),
        best=head.figure(best),
        when=head.keyed(best),
        **{"from": head.figure(0)},
    )
    return text, keyed_numbers(head, range(len(frame.rows)))


def _lines(rated: Rated) -> Said:
    """Several lines of rates: what each is at the newest and at the first date."""
    head, frame = rated.head, rated.head.frame
    days = sorted({row.key[-1] for row in frame.rows})
    at = {day: [row for row, line in enumerate(frame.rows) if line.key[-1] == day] for day in (days[-1], days[0])}
    last, earlier = (
        ", ".join(f"{head.words.key(frame.by[0], frame.rows[row].key[0])} {head.figure(row)}" for row in at[day])
        for day in (days[-1], days[0])
    )
    ends = {"first": rated.words.period(days[0]), "last": rated.words.period(days[-1])}
    text = rated.phrase("lines", what=rated.what(frame), rows=last, earlier=earlier, **ends)
    return text, keyed_numbers(head, at[days[-1]])


def extreme(rated: Rated) -> Said:
    """The highest or lowest of the dates."""
    head = rated.head
    _, first, last = head.frame.detail["searched"]
    ends = {"first": rated.words.period(first[-1]), "last": rated.words.period(last[-1])}
    name = str(head.frame.detail["extreme"])
    text = rated.phrase(name, subject=head.subject(), when=head.keyed(), value=head.figure(), **ends)
    return text, [_day(head.frame.rows[0].key[-1], rated.words), number(head.fact())]


def _named(head: Head, frame: Frame, call: str, chosen: Iterable[int]) -> str:
    return ", ".join(f"{head.keyed(row, frame)} {head.figure(row, frame, call)}" for row in chosen)


def count(rated: Rated) -> Said:
    """How many meet the condition."""
    head, detail = rated.head, rated.head.frame.detail
    behind = head.behind()
    text = rated.phrase(
        "count",
        value=head.figure(),
        n=str(detail["searched"][0]),
        keys=rated.words.plural((detail.get("of_by") or ["period"])[-1]),
        what=rated.what(behind),
        test=tested(head, detail),
        when=rated.when(behind),
    )
    return text, [number(head.fact())]


_BY_TOOL: Mapping[str, Callable[[Rated], Said]] = {"rank": ranked, "extreme": extreme, "count": count}
