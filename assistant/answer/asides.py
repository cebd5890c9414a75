"""What is said beside the direct answer: other sources, an earlier figure, what a sum is made of, cautions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answer.differing import as_told, differ, is_extract, speaks_to
from assistant.answer.keys import key_name
from assistant.answer.reasons import release
from assistant.answer.restated import restated
from assistant.answer.sentences import Head
from assistant.answer.sentences.rivals import left_out
from assistant.answer.sentences.wording import sized
from assistant.answer.steered import is_versus, steered
from assistant.answer.words import Words, capital
from assistant.periods import Period
from assistant.store.members import gone_from
from assistant.store.store import Store
from assistant.store.tables import STATED
from assistant.types import BESIDE, OTHER, Evidence, Frame, Json, Note

_BLOCS = ("EU",)
"""Groups of countries that trade as one and would change a ranking of partners."""
_CAUTIONS = ("gap", "estimate")
_CAUTIOUS = ("select", "growth", "share", "difference", "ratio")
"""Results that a break or a gap bears on directly; of others it stands among the assumptions."""
_BETWEEN = ("growth", "difference", "ratio")
"""Results that hold two times against each other, and so may hold one release against another."""


class Asides:
    """Writes the sentences that follow the direct answer, in one language over one store."""

    def __init__(self, words: Words, store: Store) -> None:
        self.words, self.store = words, store

    def official(self, head: Head, evidence: Evidence) -> str:
        """The official figure beside one of an extract, or that there is none."""
        for frame, call in self.opinions(head, evidence):
            if not is_extract(frame):
                other = head.figure(0, frame, call)
                return self.words.phrase("extract", other=other, source=self._source(frame))
        if head.frame.precision is None:  # the extract states exact figures
            return self.words.phrase("unofficial", source=self._source(head.frame))
        return self.words.phrase("extract_alone")

    def further(self, head: Head, evidence: Evidence) -> Iterator[str]:
        """What else has to be said: what a balance is made of, the other sources, the earlier figure, breaks."""
        yield from self._terms(head)
        said = 1 if is_extract(head.frame) else 0  # beside an extract the first other source stands already
        for other, call in [] if is_versus(evidence) else self.opinions(head, evidence)[said:]:
            yield self._opinion(head, other, call)
            yield from self._mixed(head, other)
        yield from steered(head, evidence, self._told_apart)
        yield from restated(head, evidence)
        if left := left_out(head):
            yield left
        if any(call.startswith(BESIDE) for call in evidence.problems):
            yield self.words.phrase("no_goods")
        yield from self._cautions(head)

    def _terms(self, head: Head) -> Iterator[str]:
        """The sums that a balance or total is made of."""
        terms = head.frame.detail.get("terms") if head.call.tool == "select" else None
        if terms:
            facts = {n: head.ledger.term(head.frame, head.call.id, n, Decimal(value)) for n, value in terms.items()}
            yield self.words.phrase("made_of", **{n: head.ledger.slot(fact) for n, fact in facts.items()})

    def _cautions(self, head: Head) -> Iterator[str]:
        """How far the figure goes: a part of a population, imports for consumption, lines left out, breaks."""
        frame = head.frame
        parts = [note.text.removeprefix("partial: ") for note in frame.notes if note.kind == "partial"]
        if whole := [note.text for note in frame.notes if note.kind == "whole"]:
            yield self.words.phrase("whole_in", title=whole[0])
        elif parts:
            yield self.words.phrase("among", population="; ".join(parts))
        yield from self._members(frame)
        if head.call.tool == "position" and head.behind().by == ("partner",) and frame.rows[0].value == 1:
            yield from self._one_by_one(head.behind())
        basis = self.store.by_id[frame.table].basis
        bought = "export" if frame.mirror else "import"  # what the books that answer count as imports
        if frame.about.flow == bought and "consumption" in basis.valuation_import:
            yield self.words.phrase("consumption")
        if floor := frame.detail.get("among"):
            yield self._floor(frame, floor)
        if frame.detail.get("left_out"):
            share = self.words.figure(100 * Decimal(str(frame.detail["floor"])), "percent")
            yield self.words.phrase("floor", n=str(frame.detail["left_out"]), share=share)
        if len(frame.rows) == 1 and head.call.tool in _CAUTIOUS:
            yield from (_sentence(note) for note in frame.notes if note.kind in _CAUTIONS)

    def _floor(self, frame: Frame, floor: Mapping[str, Json]) -> str:
        """What was ranked: those of so much, or the first few, at one time."""
        period = self.words.period(str(floor["period"]))
        if "first" in floor:
            return self._first(frame, floor, period)
        limit = self.words.round_figure(Decimal(str(floor["value"])), self.store.by_id[frame.table].currency)
        limit = self.words.phrase(f"tests.{floor['test']}", value=limit)
        if "measure" in floor:
            subject = self.words.subject(replace(frame, measure=str(floor["measure"])))
            return self.words.phrase("above_floor_in", subject=subject, limit=limit, period=period)
        return self.words.phrase("above_floor", limit=limit, period=period)

    def _first(self, frame: Frame, floor: Mapping[str, Json], period: str) -> str:
        """That the first few of a time were ranked, or what held one place then; by another measure, which."""
        form = "_place" if "place" in floor else "_one" if floor["first"] == 1 else ""
        number = str(floor.get("place", floor["first"]))
        if "measure" not in floor:
            return self.words.phrase(f"among_first{form}", n=number, period=period)
        subject = self.words.subject(replace(frame, measure=str(floor["measure"])))
        return self.words.phrase(f"among_first{form}_in", n=number, period=period, subject=subject)

    def _one_by_one(self, ranked: Frame) -> Iterator[str]:
        """That a bloc which the table also holds as one is not among the countries that were ranked."""
        blocs = [code for code in self.store.by_id[ranked.table].groups.get("partner", ()) if code in _BLOCS]
        if blocs:
            yield self.words.phrase("one_by_one", names=self.words.listed([self.words.place(code) for code in blocs]))

    def _members(self, frame: Frame) -> Iterator[str]:
        """Of groups that are summed here and whose members joined one after the other: which members are counted."""
        names, own = self.words.names, self.store.by_id[frame.table].codes.get("partner", frozenset())
        yield from (self._apart(*note.text.split()) for note in frame.notes if note.kind == "members")
        for code in (frame.about.partner or "").split(","):
            if code in names.grown and code not in own:
                listed = sorted(key_name("partner", member, self.words) for member in names.groups[code])
                name = capital(self.words.place(code))
                yield self.words.phrase("members_now", name=name, list=self.words.listed(listed))

    def _apart(self, code: str, month: str) -> str:
        """Whose countries are compared, with those that have left since."""
        gone = gone_from(code, self.words.names.moves, int(month))
        name, left = self.words.place(code), self.words.listed([self.words.place(country) for country in gone])
        return self.words.phrase("members_left" if gone else "members_apart", name=name, list=left)

    def _opinion(self, head: Head, other: Frame, call: str) -> str:
        """What another table says."""
        slot = head.figure(0, as_told(head.frame, other) if head.call.tool == "select" else other, call)
        if "difference" in other.detail and "minus" not in head.call.args:
            slot = sized(slot)  # the sentence says which is ahead, not a sign
        if "extreme" in other.detail and other.by:
            return self._best(head, other, slot)
        if is_extract(other):
            return self.words.phrase("other_extract", value=slot)
        table = self.store.by_id[other.table]
        kind = table.release_of(Period.parse(other.about.period)) if other.about.period else ""
        why = f" ({release(kind, self.words)})" if kind in STATED else ""
        return self.words.phrase("other", source=self._source(other), value=slot, why=why)

    def _mixed(self, head: Head, other: Frame) -> Iterator[str]:
        """What has to be known of another table's change between two times, where the answer's own does not say it."""
        if head.call.tool in _BETWEEN:
            known = {note.text for note in head.frame.notes}
            yield from (_sentence(note) for note in other.notes if note.kind in _CAUTIONS and note.text not in known)

    def _best(self, head: Head, other: Frame, slot: str) -> str:
        """The highest or lowest of another table, with how far that table reaches."""
        return self.words.phrase(
            "other_best",
            source=self._source(other),
            last=self.words.key(other.by[-1], other.detail["searched"][2][-1]),
            word=self.words.label(str(other.detail["extreme"])),
            key=head.keyed(0, other),
            value=slot,
        )

    def opinions(self, head: Head, evidence: Evidence) -> list[tuple[Frame, str]]:
        """The frames of other tables for the same thing that differ from the answer, with their calls."""
        others = [call.id for call in evidence.calls if call.id.startswith(head.call.id + OTHER)]
        frames = [(evidence.frames[name], name) for name in others if name in evidence.frames]
        told: list[tuple[Frame, str]] = []
        for frame, name in frames:  # a third source that agrees with the second says nothing new
            if speaks_to(head.frame, frame) and all(differ(earlier, frame) for earlier, _ in told):
                told.append((frame, name))
        return told

    def named(self, frames: Sequence[Frame]) -> dict[str, str]:
        """The publisher's short name for each frame's table; its title too where two are of one publisher."""
        tables = {frame.table: self.store.by_id[frame.table] for frame in frames}
        short = {n: self.words.phrase(f"publishers.{t.source}") or t.publisher for n, t in tables.items()}
        several = [name for name in short.values() if list(short.values()).count(name) > 1]
        return {n: f"{name}: {tables[n].title}" if name in several else name for n, name in short.items()}

    def _told_apart(self, frame: Frame, other: Frame) -> str:
        """How the table of `frame` is named beside another: with its basis where both are of one publisher."""
        own, else_ = self.store.by_id[frame.table], self.store.by_id[other.table]
        alike = own.source == else_.source and own.id != else_.id
        return f"{self._source(frame)}, {frame.basis}" if alike else self._source(frame)

    def _source(self, frame: Frame) -> str:
        """How a table is named in a sentence."""
        table_ = self.store.by_id[frame.table]
        return self.words.phrase(f"sources.{table_.source}") or table_.publisher


def _sentence(note: Note) -> str:
    return note.text.rstrip(".") + "."
