"""The composer that needs no model: sentences from the language file, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.answer.decline import answering
from assistant.answer.draft import Draft, Ledger
from assistant.answer.sentences import Head, sentence
from assistant.answer.tables import chart, table
from assistant.answer.words import Words, capital
from assistant.lexicon.question import Question
from assistant.store.store import Store
from assistant.types import EARLIER, OTHER, Call, Evidence, Frame, Passage

_SAME = Decimal("0.00005")
"""Two sources that differ by less than this share say the same."""
_QUOTED = 2
_SENTENCES = 3
_SHORT = 90
"""Words; a paragraph that is no longer is quoted whole."""
_CAUTIONS = ("gap", "estimate")
_CAUTIOUS = ("select", "growth", "share", "difference", "ratio")
"""Results that a break or a gap bears on directly; of others it stands among the assumptions."""


class Templates:
    """Writes drafts for one language over one store."""

    def __init__(self, words: Words, store: Store) -> None:
        self.words, self.store = words, store

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """The draft that answers from the evidence: figures, else what is loaded, else quoted passages."""
        if evidence.frames:
            return self._figures(question, evidence)
        if evidence.listings:
            (listing,) = evidence.listings.values()
            shown = {"columns": list(listing.columns), "rows": [list(row) for row in listing.rows]}
            spans = (
                ("newest month", max(row[4] for row in listing.rows)),
                ("oldest month", min(row[3] for row in listing.rows)),
            )
            answer = tuple({"kind": "period", "value": value, "unit": None, "label": label} for label, value in spans)
            return Draft(listing.text, table=shown, answer=answer)
        return self._quotes(question, answering(question, evidence.passages))

    def _figures(self, question: Question, evidence: Evidence) -> Draft:
        ledger = Ledger(self.words)
        done = question.slots.operations
        heads = [Head(call, evidence.frames[call.id], evidence, ledger, done) for call in _heads(evidence)]
        said = [sentence(head) for head in heads]
        texts = [capital(self._attributed(heads[0], said[0][0], evidence))]
        texts += [capital(text) + "." for text, _ in said[1:]]
        if any(call.id.startswith("w") for call in evidence.calls):
            texts.append(self._wider(question, heads[0].frame))
        texts += map(capital, self._further(heads[0], evidence))
        frames = [head.frame for head in heads]
        shown = [*frames, *self._beside(heads[0], evidence), *self._earlier(evidence)] if not frames[0].by else frames
        drawn = self._drawn(heads[0], evidence)
        return Draft(
            " ".join(texts),
            facts=tuple(ledger.facts),
            answer=tuple(item for _, answers in said for item in answers),
            table=table(shown if len(drawn.rows) < 2 else [drawn], self.words),
            chart=chart(drawn, self.words),
        )

    def _attributed(self, head: Head, text: str, evidence: Evidence) -> str:
        """The first sentence, with whose books it stands on; an extract has the official figure beside it."""
        frame = head.frame
        if frame.mirror:
            keyed = [row.key[frame.by.index("reporter")] for row in frame.rows] if "reporter" in frame.by else []
            owner = self.words.possessive(frame.about.reporter or ",".join(dict.fromkeys(keyed)))
            books = self.words.possessive(self.store.by_id[frame.table].books)
            text = self.words.phrase("mirror", books=books, owners=owner) + text
        if any(note.kind == "extract" for note in frame.notes):
            text += self._official(head, evidence)
        return text + "."

    def _wider(self, question: Question, frame: Frame) -> str:
        """That a chapter answers for a product that is not held at its own level."""
        asked = self.words.listed([self.words.product(code) for code in question.slots.filters["product"]])
        used = frame.about.product or ",".join(row.key[frame.by.index("product")] for row in frame.rows)
        named = self.words.listed([self.words.product(code) for code in dict.fromkeys(used.split(","))])
        return self.words.phrase("wider", asked=asked, used=named)

    def _official(self, head: Head, evidence: Evidence) -> str:
        for frame, call in self._opinions(head, evidence):
            if not any(note.kind == "extract" for note in frame.notes):
                other = head.figure(0, frame, call)
                return self.words.phrase("extract", other=other, source=self.source(frame))
        if _is_exact(head.frame):
            return self.words.phrase("unofficial", source=self.source(head.frame))
        return self.words.phrase("extract_alone")

    def _further(self, head: Head, evidence: Evidence) -> Iterator[str]:
        """What else has to be said: what a balance is made of, the other sources, the earlier figure, breaks."""
        frame = head.frame
        if terms := frame.detail.get("terms"):
            slots = {
                n: head.ledger.slot(head.ledger.term(frame, head.call.id, n, Decimal(v))) for n, v in terms.items()
            }
            yield self.words.phrase("made_of", **slots)
        official = any(note.kind == "extract" for note in frame.notes)
        for index, (other, call) in enumerate(self._opinions(head, evidence)):
            if not (official and index == 0):
                yield self._opinion(head, other, call)
        for call in _heads(evidence, EARLIER):
            earlier = evidence.frames.get(call.id)
            if earlier and not earlier.by:
                when = self.words.period(earlier.about.period)
                slot = head.figure(0, earlier, call.id)
                yield self.words.phrase("restated", subject=self.words.subject(earlier), value=slot, period=when)
        parts = [note.text.removeprefix("partial: ") for note in frame.notes if note.kind == "partial"]
        if parts:
            yield self.words.phrase("among", population="; ".join(parts))
        basis = self.store.by_id[frame.table].basis
        if frame.about.flow == "import" and "consumption" in basis.valuation_import:
            yield self.words.phrase("consumption")
        if frame.detail.get("left_out"):
            share = self.words.figure(100 * Decimal(str(frame.detail["floor"])), "percent")
            yield self.words.phrase("floor", n=str(frame.detail["left_out"]), share=share)
        if len(frame.rows) == 1 and head.call.tool in _CAUTIOUS:
            yield from (note.text.rstrip(".") + "." for note in frame.notes if note.kind in _CAUTIONS)

    def _opinion(self, head: Head, other: Frame, call: str) -> str:
        slot = head.figure(0, other, call)
        if "extreme" in other.detail and other.by:
            key, last = other.by[-1], other.detail["searched"][2][-1]
            when, until = head.keyed(0, other), self.words.key(key, last)
            word = self.words.label(str(other.detail["extreme"]))
            return self.words.phrase(
                "other_best", source=self.source(other), last=until, word=word, key=when, value=slot
            )
        if any(note.kind == "extract" for note in other.notes):
            return self.words.phrase("other_extract", value=slot)
        release = self.store.by_id[other.table].release_kind
        why = f" ({release})" if release in ("first published", "revised") else ""
        return self.words.phrase("other", source=self.source(other), value=slot, why=why)

    def _opinions(self, head: Head, evidence: Evidence) -> list[tuple[Frame, str]]:
        """The frames of other tables for the same thing that differ from the answer."""
        found = []
        for call in evidence.calls:
            if call.id.startswith(head.call.id + OTHER) and call.id in evidence.frames:
                frame = evidence.frames[call.id]
                longer = "extreme" not in frame.detail or not any(note.kind == "extract" for note in frame.notes)
                if longer and _comparable(head.frame, frame) and _differ(head.frame, frame):
                    found.append((frame, call.id))
        return found

    def _beside(self, head: Head, evidence: Evidence) -> list[Frame]:
        return [frame for frame, _ in self._opinions(head, evidence)]

    def _earlier(self, evidence: Evidence) -> list[Frame]:
        frames = (evidence.frames.get(call.id) for call in _heads(evidence, EARLIER))
        return [frame for frame in frames if frame and not frame.by]

    @staticmethod
    def _drawn(head: Head, evidence: Evidence) -> Frame:
        """The frame to draw: of a single figure picked from a series, the series."""
        frame = head.frame
        while len(frame.rows) < 2 and "ref" in (ref := head.call.args.get("of") or {}):
            frame = evidence.frames[ref["ref"]]
            head = Head(next(c for c in evidence.calls if c.id == ref["ref"]), frame, evidence, head.ledger)
        return frame if len(frame.rows) > 2 or len(frame.by) > 0 and frame.by != ("period",) else head.frame

    def source(self, frame: Frame) -> str:
        """How a table is named in a sentence."""
        table_ = self.store.by_id[frame.table]
        return self.words.phrase(f"sources.{table_.source}") or table_.publisher

    def _quotes(self, question: Question, passages: Sequence[Passage]) -> Draft:
        """The best passage's sentences word for word, and a second passage where it says as much."""
        best = passages[0]
        chosen = [best, *(p for p in passages[1:_QUOTED] if p.score >= 0.9 * best.score and p.source != best.source)]
        quotes = []
        for passage in chosen:
            parts = self.store.passages.best_sentences(question.text, passage, _SENTENCES)
            whole = passage is best and len(passage.text.split()) <= _SHORT
            quotes.append((passage, passage.text if whole else " ".join(parts)))
        text = "\n\n".join(f"{quote} [p{index}]" for index, (_, quote) in enumerate(quotes, start=1))
        answer = ({"kind": "text", "value": quotes[0][1], "unit": None, "label": best.title},)
        return Draft(text, quotes=tuple(quotes), answer=answer)


def _heads(evidence: Evidence, mark: str = "") -> list[Call]:
    """The calls whose results nothing else uses: what the answer states; of a growth in two units, the last."""
    own = [c for c in evidence.calls if (mark in c.id if mark else OTHER not in c.id and EARLIER not in c.id)]
    used = {value["ref"] for c in own for value in c.args.values() if isinstance(value, dict) and "ref" in value}
    heads = [c for c in own if c.id not in used and c.id in evidence.frames]
    growth = [c for c in heads if c.tool == "growth"]
    hidden = {
        c.id
        for c in growth
        for later in growth
        if later is not c and own.index(later) > own.index(c) and later.args["of"] == c.args["of"]
    }
    return [c for c in heads if c.id not in hidden]


def _is_exact(frame: Frame) -> bool:
    """Whether the source states figures without rounding them."""
    return frame.precision is None


def _comparable(main: Frame, other: Frame) -> bool:
    return "extreme" in main.detail and bool(main.by) or main.about.period == other.about.period and main.by == other.by


def _differ(main: Frame, other: Frame) -> bool:
    if not main.rows or not other.rows:
        return False
    left, right = main.rows[0], other.rows[0]
    if left.value is None or right.value is None or left.key != right.key:
        return right.value is not None
    return abs(left.value - right.value) > _SAME * max(abs(left.value), abs(right.value))
