"""The composer that needs no model: sentences from the language file, in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.agreements import agreements
from assistant.answer.asides import Asides
from assistant.answer.differing import is_extract
from assistant.answer.draft import Draft, Ledger
from assistant.answer.explaining import Explaining
from assistant.answer.heads import earlier_frames, heads
from assistant.answer.holdings import holdings
from assistant.answer.itemised import itemised, summed
from assistant.answer.premise import premise, whose_deficit
from assistant.answer.reasons import demanded
from assistant.answer.sentences import Head, sentence
from assistant.answer.sentences.head import Said
from assistant.answer.steered import asked_before
from assistant.answer.tables import chart, table
from assistant.answer.tariffs import is_about_tariffs, tariff_draft
from assistant.answer.whole import whole
from assistant.answer.words import Words, capital
from assistant.lexicon.question import Question
from assistant.lexicon.topics.notional import answering
from assistant.store.anyone import UNSTATED
from assistant.store.ranking import KNOWN
from assistant.store.store import Store
from assistant.types import BESIDE, Evidence, Frame, Json, Passage

_SLOT = re.compile(r"\{f\d+\}")
_QUOTED = 2
_SENTENCES = 3
_SHORT = 90
"""Words; a paragraph that is no longer is quoted whole."""


class Templates:
    """Writes drafts for one language over one store."""

    def __init__(self, words: Words, store: Store) -> None:
        self.words, self.store, self.asides = words, store, Asides(words, store)

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """The draft that answers from the evidence: figures, else what is loaded, else quoted passages."""
        if told := next((each for each in evidence.listings.values() if "considered" in each.detail), None):
            return Explaining(self.words, self.store, evidence, told).draft()
        if is_about_tariffs(evidence):
            return tariff_draft(question, evidence, self.words, self.store)
        if evidence.frames:
            return self._figures(question, evidence)
        if evidence.listings:
            ((name, listing),) = evidence.listings.items()
            spoken = listing.kind == "agreements"
            return (
                agreements(listing, name, self.words, self.store)
                if spoken
                else holdings(listing, self.words, self.store)
            )
        return self._quotes(question, answering(question, evidence.passages))

    def _figures(self, question: Question, evidence: Evidence) -> Draft:
        ledger = Ledger(self.words)
        done = question.slots.operations
        number = question.slots.number
        stated = [Head(call, evidence.frames[call.id], evidence, ledger, done, number) for call in heads(evidence)]
        main = stated[0]
        said = _once([sentence(head) for head in stated], ledger)
        first = self._judged(said[0][0]) if "denied" in done else said[0][0]
        texts = [capital(self._attributed(main, first, evidence, question.slots.books))]
        texts += [capital(text) + "." for text, _ in said[1:]]
        if any(call.id.startswith("w") for call in evidence.calls):
            texts.append(self._wider(question, evidence))
        texts += map(capital, self.asides.further(main, evidence))
        texts += (*premise(question, evidence, self.words), *whose_deficit(question, evidence, self.words))
        if asked := demanded(question.slots.demands, self.words):
            texts.append(self.words.phrase("demands.said", asked=asked))
        shown = [head.frame for head in stated]
        if not main.frame.by:
            beside = (*self.asides.opinions(main, evidence), *earlier_frames(evidence), *asked_before(evidence))
            shown += [frame for frame, _ in beside]
        listed = next((head for head in stated if head.call.id.startswith(BESIDE)), main)  # goods, not their sum
        drawn = self._drawn(listed)
        if "table" in done and drawn is main.frame and len(drawn.rows) > 1:
            lines = itemised(main.call, drawn, self.store)
            made = summed(table(lines, self.words), lines, self.words)
        else:
            made = self._table(main, shown if len(drawn.rows) < 2 else [drawn, *_beside(main)], evidence)
        return Draft(
            " ".join(texts),
            facts=tuple(ledger.facts),
            answer=tuple(item for _, answers in said for item in answers),
            table=made,
            chart=chart(drawn, self.words),
        )

    def _table(self, main: Head, shown: Sequence[Frame], evidence: Evidence) -> dict[str, Json]:
        return table(shown, self.words, whole(main.call, evidence, self.store), self.asides.named)

    def _judged(self, text: str) -> str:
        """The sentence with whether the claim is right, where it is asked if that is wrong: a yes would say either."""
        for plain, told in (("yes", "is_right"), ("no", "is_wrong")):
            if text.startswith(lead := self.words.phrase(plain, text="")):
                return self.words.phrase(told, text=text.removeprefix(lead))
        return text

    def _attributed(self, head: Head, text: str, evidence: Evidence, asked: str | None = None) -> str:
        """The first sentence, with whose books it stands on; an extract has the official figure beside it."""
        frame = head.frame
        if frame.mirror and self.store.by_id[frame.table].books != UNSTATED:
            keyed = [row.key[frame.by.index("reporter")] for row in frame.rows] if "reporter" in frame.by else []
            named = frame.about.reporter or ",".join(dict.fromkeys(keyed)) or _reporters(head)
            owner = self.words.possessive(named)
            books = self.words.possessive(self.store.by_id[frame.table].books)
            name = "demands.mirror" if asked else "mirror"
            said = (self.words.phrase(yes, text="") for yes in ("yes", "no", "is_right", "is_wrong"))
            lead = next((yes for yes in said if text.startswith(yes)), "")
            stood = self.words.phrase(name, books=books, owners=owner)
            text = lead + (stood[:1].lower() + stood[1:] if lead else stood) + text.removeprefix(lead)
        if is_extract(frame):
            text += self.asides.official(head, evidence)
        return text + "."

    def _wider(self, question: Question, evidence: Evidence) -> str:
        """That a chapter answers for a product that is not held at its own level."""
        asked = question.slots.filters["product"]
        given = next(c.args["product"] for c in evidence.calls if c.id.startswith("w") and "product" in c.args)
        used = [given] if isinstance(given, str) else given
        names = (
            self.words.listed([self.words.product(code) for code in codes if code not in others])
            for codes, others in ((asked, used), (used, asked))
        )
        return self.words.phrase("wider", **dict(zip(("asked", "used"), names, strict=True)))

    @staticmethod
    def _drawn(head: Head) -> Frame:
        """The frame to draw: of a single figure picked from a series, the series."""
        while (
            len(head.frame.rows) < 2
            and head.call.tool != "similarity"
            and "ref" in (of := head.call.args.get("of") or {})
        ):
            head = head.of(of["ref"])
        return head.frame

    def _quotes(self, question: Question, passages: Sequence[Passage]) -> Draft:
        """The best passage's sentences word for word, and a second passage where it says as much."""
        best = passages[0]
        rest = () if best.known >= KNOWN else passages[1:_QUOTED]
        chosen = [best, *(p for p in rest if p.score >= 0.9 * best.score and p.source != best.source)]
        quotes = []
        for passage in chosen:
            parts = self.store.passages.best_sentences(question.text, passage, _SENTENCES)
            whole = passage is best and len(passage.text.split()) <= _SHORT
            quotes.append((passage, passage.text if whole else " ".join(parts)))
        text = "\n\n".join(f"{quote} [p{index}]" for index, (_, quote) in enumerate(quotes, start=1))
        answer = ({"kind": "text", "value": quotes[0][1], "unit": None, "label": best.title},)
        return Draft(text, quotes=tuple(quotes), answer=answer)


def _once(said: Sequence[Said], ledger: Ledger) -> list[Said]:
    """The sentences without those that say another one again, figures and all."""
    values = {"{" + fact.id + "}": f"{fact.value} {fact.unit}" for fact in ledger.facts}
    plain = [_SLOT.sub(lambda slot: values.get(slot[0], slot[0]), text) for text, _ in said]
    return [each for at, each in enumerate(said) if plain[at] not in plain[:at]]


def _beside(head: Head) -> list[Frame]:
    """What stands beside the drawn rows in the table: the imports that exports are held against."""
    return [head.behind("to")] if head.call.tool == "intra_industry" else []


def _reporters(head: Head) -> str:
    """Whose trade the selections behind a result are about."""
    selected = (call.args["reporter"] for call in head.evidence.calls if call.tool == "select")
    listed = ([codes] if isinstance(codes, str) else codes for codes in selected)
    return ",".join(dict.fromkeys(code for codes in listed for code in codes))
