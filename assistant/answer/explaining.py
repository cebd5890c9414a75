"""Answers about an earlier answer: its table and why, what others say, how to cite it, what was added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.answer import explained_tables as tables
from assistant.answer.differing import is_extract
from assistant.answer.draft import Draft
from assistant.answer.earlier import Earlier, Judged
from assistant.answer.heads import heads
from assistant.answer.reasons import release
from assistant.answer.sentences import Head, sentence
from assistant.answer.words import capital
from assistant.types import Call, Json, Passage

_KINDS = ("cagr", "average", "trend")
_NEAR = ("release", "valuation", "period", "frequency", "level", "code", "population", "dimension", "flow", "place")
"""What a table that came near to answering lacks, the least first."""


_DATED = ("tariff",)
"""Tools whose figures are told with all their dates, of which an answer tells one."""


class Explaining(Earlier):
    """Writes the draft that explains one earlier answer."""

    def draft(self) -> Draft:
        """The draft that answers what is asked of the source."""
        if not self.own:
            return self._unfigured()
        writers = {
            "why_not": self._why_not,
            "others": self._others,
            "revised": self._revised,
            "cite": self._cite,
            "rows": self._formula,
            "goods": self._basis,
            "nominal": self._basis,
            "official": self._official,
        }
        what = self.detail["what"]
        subject, said = self._subject(), list(writers.get(what, self._why)())
        shown = {"cite": tables.fields, "rows": tables.rows}.get(what, tables.considered)
        answer = _text(said[0] if what == "cite" else self.used.title)
        text, facts = " ".join([subject, *said]), tuple(self.ledger.facts)
        return Draft(text, facts=facts, answer=answer, table=shown(self), declared=tables.declared(self.used))

    def _unfigured(self) -> Draft:
        """Of an answer without a figure: the note that it quotes, that it was looked up, or how a table is chosen."""
        if self.evidence.passages:
            best = self.evidence.passages[0]
            return Draft(self._noted(best), answer=_text(best.title), quotes=((best, best.text),))
        text = self.say("lookup" if self.own or len(self.evidence.calls) > 1 else "general")
        return Draft(text, answer=_text(text), table=tables.by_priority(self.store, self.words))

    def _noted(self, best: Passage) -> str:
        said = self.say("note" if best.publisher else "note_plain", title=best.title, publisher=best.publisher)
        return f"{said} [p1]"

    def _subject(self) -> str:
        """What the earlier answer said; a figure of an extract is not repeated alone, nor one state of a tariff."""
        frame = self.frame
        if is_extract(frame) or heads(self.evidence)[0].tool in _DATED:
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
        if not self.judged:
            return
        if any(each.verdict == "could" for each in self.judged):
            yield self.say("first")
            yield from self._could(self._differing())
        else:
            yield self.say("none")
            yield from self._nearest()

    def _basis(self) -> Iterator[str]:
        yield self.say(self.detail["what"])
        yield self._chosen()

    def _official(self) -> Iterator[str]:
        """Whether an office publishes what the answer stands on, and what it stands on."""
        if said := self.say(f"official_{self.used.source}"):
            yield said
        yield self._chosen()

    def _differing(self) -> list[Judged]:
        """The tables that could answer, one a source, those with another value first."""
        could = [each for each in self.judged if each.table.id in self.detail["readings"]]
        could = [each for each in could if each.table.source != self.used.source or each.reason == "valued"]
        could.sort(key=lambda each: not self.differs(each))
        seen: dict[object, Judged] = {}
        for each in could:
            other = self.other(each)
            said = other.value if self.differs(each) and other else (each.table.source, each.reason)
            seen.setdefault(said, each)
        return list(seen.values())

    def _could(self, those: Sequence[Judged]) -> Iterator[str]:
        for each in those:
            blanks = {"title": each.table.title, "reason": self.reason(each)}
            if self.differs(each):
                yield self.say("could", value=self._value(self.call_on(each)), **blanks)
            elif self._value(self.call_on(each)):
                yield self.say("could_same", **blanks)
            else:
                yield self.say("could_part" if each.reason in ("part", "unstated") else "could_plain", **blanks)

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
            yield self.say("cannot", title=best.table.title, reason=self.reason(best))
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
            yield self.say("nearest", title=each.table.title, reason=self.reason(each))

    def _revised(self) -> Iterator[str]:
        kinds = self.detail["releases"]
        period = self.words.period(self._span())
        yield self._chosen()
        yield self.say("release_kind", period=period, kind=release(kinds.get(self.used.id, ""), self.words))
        for each in self._differing():
            kind = kinds.get(each.table.id, "")
            if kind and kind != kinds.get(self.used.id) and self.differs(each):
                value = self._value(self.call_on(each))
                yield self.say("other_release", title=each.table.title, kind=release(kind, self.words), value=value)

    def _span(self) -> str:
        selected = next((c.args["period"] for c in self.own if c.tool == "select"), "")
        return self.frame.about.period or (
            selected if isinstance(selected, str) else "/".join((selected[0], selected[-1]))
        )

    def _cite(self) -> Iterator[str]:
        table = self.used
        names = ("publisher", "title", "release", "retrieved", "licence")
        url = f"{table.url}." if table.url else ""
        said = self.say("cite", **{name: getattr(table, name) for name in names}, url=url, basis=self.frame.basis)
        yield " ".join(said.split())

    def _formula(self) -> Iterator[str]:
        measures = dict.fromkeys(str(c.args["measure"]) for c in self.own if c.tool == "select")
        parts = [f"{self.words.label(m)} = {self.words.phrase(f'formulas.{m}')}" for m in measures]
        parts += [self.say("formula_step", step=step) for step in dict.fromkeys(self._steps()) if step]
        yield self.say("formula", formula="; ".join(parts))
        read = [self._selection(c) for c in self.own if c.tool == "select"]
        yield self.say("read", selections="; ".join(read))
        yield self.say("rows_cut" if tables.count(self) > tables.MOST_ROWS else "rows")

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


def _text(value: str) -> tuple[Mapping[str, Json], ...]:
    return ({"kind": "text", "value": value, "unit": None, "label": value},)
