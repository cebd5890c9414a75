"""Answers about an earlier answer: its table and why, what others say, how to cite it, what was added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer.asides import heads, is_extract
from assistant.answer.draft import Draft, Ledger
from assistant.answer.fill import shown
from assistant.answer.numbers import plain
from assistant.answer.reasons import passed, release
from assistant.answer.sentences import Head, sentence
from assistant.answer.words import Words, capital
from assistant.store.store import Store
from assistant.store.tables import Table
from assistant.types import OTHER, Call, Evidence, Frame, Json, Listing, Passage

_ROWS = f"{OTHER}rows"
_MOST_ROWS = 200
_KINDS = ("cagr", "average", "trend")
_NEAR = ("release", "valuation", "period", "frequency", "level", "code", "population", "dimension", "flow", "place")
"""What a table that came near to answering lacks, the least first."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A table that was considered, with what became of it."""

    table: Table
    verdict: str
    reason: str
    detail: Mapping[str, str]


class Explaining:
    """Writes the drafts that explain one earlier answer, in one language over one store."""

    def __init__(self, words: Words, store: Store, evidence: Evidence, listing: Listing) -> None:
        self.words, self.store, self.evidence, self.detail = words, store, evidence, listing.detail
        self.ledger = Ledger(words)
        self.judged = [_Judged(store.by_id[t], v, r, d) for t, v, r, d in listing.detail["considered"]]
        own = [call for call in evidence.calls if OTHER not in call.id and call.id in evidence.frames]
        self.own: list[Call] = own
        self.frame: Frame | None = evidence.frames[own[-1].id] if own else None

    def draft(self) -> Draft:
        """The draft that answers what is asked of the source."""
        if self.frame is None:
            return self._unfigured()
        writers = {
            "why_not": self._why_not,
            "others": self._others,
            "revised": self._revised,
            "cite": self._cite,
            "rows": self._formula,
        }
        said = writers.get(self.detail["what"], self._why)()
        text = " ".join([self._subject(), *said])
        answer = ({"kind": "text", "value": self._answer(), "unit": None, "label": self.used.title},)
        return Draft(text, facts=tuple(self.ledger.facts), answer=answer, table=self._table())

    @property
    def used(self) -> Table:
        """The table that the earlier answer stands on."""
        return self.store.by_id[self.frame.table] if self.frame else self.store.tables[0]

    def say(self, name: str, **blanks: str) -> str:
        """A phrase about explanations with its blanks filled."""
        return self.words.phrase(f"explained.{name}", **blanks)

    def _unfigured(self) -> Draft:
        """Of an answer without a figure: the note that it quotes, that it was looked up, or how a table is chosen."""
        if self.evidence.passages:
            best = self.evidence.passages[0]
            return Draft(self._noted(best), answer=_text(best.title), quotes=((best, best.text),))
        text = self.say("lookup" if self.own or len(self.evidence.calls) > 1 else "general")
        return Draft(text, answer=_text(text), table=_by_priority(self.store, self.words))

    def _noted(self, best: Passage) -> str:
        said = self.say("note" if best.publisher else "note_plain", title=best.title, publisher=best.publisher)
        return f"{said} [p1]"

    def _subject(self) -> str:
        """What the earlier answer said; a figure of an extract is not repeated alone."""
        frame = self.frame
        assert frame is not None
        if is_extract(frame):
            return self.say("of_figures", subject=self.words.subject(frame))
        main = heads(self.evidence)[0]
        said, _ = sentence(Head(main, self.evidence.frames[main.id], self.evidence, self.ledger))
        return f"{capital(said)}."

    def _value(self, call: str) -> str:
        """The slot of a single figure; "" where there is none."""
        frame = self.evidence.frames.get(call)
        if frame is None or frame.by or not frame.rows or frame.value is None:
            return ""
        return self.ledger.slot(self.ledger.fact(frame, call))

    def _chosen(self) -> str:
        table, frame = self.used, self.frame
        assert frame is not None
        named = table.books in self.words.names.places
        said = self.say(
            "chosen" if named else "chosen_unstated",
            title=table.title,
            publisher=table.publisher,
            books=self.words.possessive(table.books) if named else "",
            basis=frame.basis,
            release=table.release,
        )
        owners = self.words.possessive(frame.about.reporter) if frame.about.reporter else ""
        return f"{said} {self.say('mirror', owners=owners)}" if frame.mirror and owners and named else said

    def _why(self) -> Iterator[str]:
        yield self._chosen()
        if any(each.verdict == "could" for each in self.judged):
            yield self.say("first")
            yield from self._could(self._differing())
        else:
            yield self.say("none")
            yield from self._nearest()

    def _differing(self) -> list[_Judged]:
        """The tables that could answer, one a source, those with another value first."""
        could = [each for each in self.judged if each.table.id in self.detail["readings"]]
        could = [each for each in could if each.table.source != self.used.source or each.reason == "valued"]
        could.sort(key=lambda each: not self._differs(each))
        seen: dict[object, _Judged] = {}
        for each in could:
            other = self.evidence.frames.get(self._other(each))
            said = other.value if self._differs(each) and other else (each.table.source, each.reason)
            seen.setdefault(said, each)
        return list(seen.values())

    def _other(self, each: _Judged) -> str:
        """The id of the earlier answer's last call on another table."""
        return f"{self.own[-1].id}{OTHER}{each.table.id}"

    def _differs(self, each: _Judged) -> bool:
        other = self.evidence.frames.get(self._other(each))
        if self.frame is None or self.frame.by or other is None or other.by:
            return False
        return other.value is not None and other.value != self.frame.value

    def _could(self, tables: Sequence[_Judged]) -> Iterator[str]:
        for each in tables:
            blanks = {"title": each.table.title, "reason": self._reason(each)}
            if self._differs(each):
                yield self.say("could", value=self._value(self._other(each)), **blanks)
            elif self._value(self._other(each)):
                yield self.say("could_same", **blanks)
            else:
                yield self.say("could_part" if each.reason in ("part", "unstated") else "could_plain", **blanks)

    def _reason(self, each: _Judged) -> str:
        return passed(each.reason, each.detail, self.words) if each.reason else self.words.phrase("passed.used")

    def _why_not(self) -> Iterator[str]:
        singled = [each for each in self.judged if each.table.id in self.detail["singled"]]
        if any(each.verdict == "used" for each in singled):
            yield from self._why()
            return
        could = [each for each in singled if each.verdict == "could"]
        could.sort(key=lambda each: each.reason == "part")
        if could:
            yield from self._could(could[:1])
            yield self.say("use")
        elif singled:
            best = singled[0]
            yield self.say("cannot", title=best.table.title, reason=self._reason(best))
        else:
            yield self.say("not_loaded")
        yield self._chosen()

    def _others(self) -> Iterator[str]:
        if found := self._differing():
            yield from self._could(found)
            return
        yield self.say("none")
        same = [each for each in self.judged if each.verdict == "could" and each.reason != "part"]
        yield from self._could(same[:1]) if same else self._nearest()

    def _nearest(self) -> Iterator[str]:
        """The table that came nearest to answering."""
        missed = [each for each in self.judged if each.verdict == "no" and each.reason in _NEAR]
        missed.sort(key=lambda each: _NEAR.index(each.reason))
        for each in missed[:1]:
            yield self.say("nearest", title=each.table.title, reason=self._reason(each))

    def _revised(self) -> Iterator[str]:
        kinds = self.detail["releases"]
        period = self.words.period(self._span())
        yield self._chosen()
        yield self.say("release_kind", period=period, kind=release(kinds.get(self.used.id, ""), self.words))
        for each in self._differing():
            kind = kinds.get(each.table.id, "")
            if kind and kind != kinds.get(self.used.id) and self._differs(each):
                value = self._value(self._other(each))
                yield self.say("other_release", title=each.table.title, kind=release(kind, self.words), value=value)

    def _span(self) -> str:
        selected = next((c.args["period"] for c in self.own if c.tool == "select"), "")
        frame_period = self.frame.about.period if self.frame else None
        return frame_period or (selected if isinstance(selected, str) else "/".join((selected[0], selected[-1])))

    def _cite(self) -> Iterator[str]:
        yield self._citation()

    def _citation(self) -> str:
        table, frame = self.used, self.frame
        assert frame is not None
        names = ("publisher", "title", "release", "retrieved", "licence")
        url = f"{table.url}." if table.url else ""
        said = self.say("cite", **{name: getattr(table, name) for name in names}, url=url, basis=frame.basis)
        return " ".join(said.split())

    def _formula(self) -> Iterator[str]:
        assert self.frame is not None
        measures = dict.fromkeys(str(c.args["measure"]) for c in self.own if c.tool == "select")
        parts = [f"{self.words.label(m)} = {self.words.phrase(f'formulas.{m}')}" for m in measures]
        parts += [self.say("formula_step", step=step) for step in dict.fromkeys(self._steps()) if step]
        yield self.say("formula", formula="; ".join(parts))
        read = [self._selection(c) for c in self.own if c.tool == "select"]
        yield self.say("read", selections="; ".join(read))
        yield self.say("rows_cut" if self._count() > _MOST_ROWS else "rows")

    def _steps(self) -> Iterator[str]:
        for call in self.own:
            if call.tool == "growth":
                kind = str(call.args.get("kind", ""))
                plain = "change" if call.args.get("unit") == "change" else "growth"
                yield self.words.phrase(f"steps.{kind if kind in _KINDS else plain}")
            elif call.tool != "select":
                yield self.words.phrase(f"steps.{call.tool}")

    def _selection(self, call: Call) -> str:
        frame = self.evidence.frames[call.id]
        period = call.args["period"]
        periods = [period] if isinstance(period, str) else period
        return self.say(
            "selection",
            subject=self.words.subject(frame),
            period=self.words.listed([self.words.period(each) for each in periods]),
            title=self.store.by_id[frame.table].title,
        )

    def _answer(self) -> str:
        return self._citation() if self.detail["what"] == "cite" else self.used.title

    def _table(self) -> dict[str, Json]:
        if self.detail["what"] == "cite":
            return self._fields()
        return self._rows() if self.detail["what"] == "rows" else self._considered()

    def _column(self, name: str, **blanks: str) -> str:
        return self.words.phrase(f"columns.{name}", **blanks)

    def _considered(self) -> dict[str, Json]:
        """Every table that was considered, with its value where it has one and why it was not used."""
        unit = self.frame.unit if self.frame else ""
        names = ("table", "publisher", "books", "release", "priority", "verdict")
        columns = [*map(self._column, names), self._column("value", unit=unit), self._column("reason")]
        return {"columns": columns, "rows": [self._line(each) for each in self.judged]}

    def _line(self, each: _Judged) -> list[Json]:
        table = each.table
        call = self.own[-1].id if each.verdict == "used" else self._other(each)
        frame = self.evidence.frames.get(call)
        value = None if frame is None or frame.by or frame.value is None else plain(frame.value)
        told = (table.title, table.publisher, table.books, table.release, str(table.priority))
        return [*told, self._column(each.verdict), value, self._reason(each)]

    def _fields(self) -> dict[str, Json]:
        table, frame = self.used, self.frame
        assert frame is not None
        told = {name: getattr(table, name) for name in ("publisher", "title", "release", "retrieved", "url", "licence")}
        rows = [[self._column(name), value] for name, value in {**told, "basis": frame.basis}.items() if value]
        facts = [[self._column("figure"), f"{f.measure}: {shown(f, self.words)}"] for f in self.ledger.facts]
        return {"columns": [self._column("field"), self._column("said")], "rows": [*facts, *rows]}

    def _listed(self) -> list[Frame]:
        return [frame for name, frame in self.evidence.frames.items() if name.endswith(_ROWS)]

    def _count(self) -> int:
        return sum(len(frame.rows) for frame in self._listed())

    def _rows(self) -> dict[str, Json]:
        """What was added up: each flow by the table's own periods, or by the keys of the answer."""
        frames = self._listed()
        units = self.words.listed(list(dict.fromkeys(frame.unit for frame in frames)))
        keys = max((len(frame.by) for frame in frames), default=0)
        names = [capital(self.words.label(key)) for key in next((f.by for f in frames if len(f.by) == keys), ())]
        rows = [
            [
                self.words.subject(frame),
                *(self.words.key(d, code) for d, code in zip(frame.by, row.key, strict=True)),
                *[""] * (keys - len(row.key)),
                None if row.value is None else plain(row.value),
            ]
            for frame in frames
            for row in frame.rows
        ]
        return {
            "columns": [self._column("selection"), *names, self._column("value", unit=units)],
            "rows": rows[:_MOST_ROWS],
        }


def _text(value: str) -> tuple[Mapping[str, Json], ...]:
    return ({"kind": "text", "value": value, "unit": None, "label": value},)


def _by_priority(store: Store, words: Words) -> dict[str, Json]:
    """The loaded tables in the order in which they are asked."""
    names = ("table", "publisher", "books", "release", "priority")
    rows = [[t.title, t.publisher, t.books, t.release, str(t.priority)] for t in store.tables]
    return {"columns": [words.phrase(f"columns.{name}") for name in names], "rows": rows}
