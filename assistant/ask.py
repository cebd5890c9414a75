"""The heart: a question in, a reply and the dialogue out."""

from __future__ import annotations

import json
import logging
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer.assumptions import assumptions
from assistant.answer.check import problems
from assistant.answer.draft import Draft
from assistant.answer.fill import fill
from assistant.answer.joined import joined
from assistant.answer.model import Composer, ModelComposer
from assistant.answer.receipts import Verdict, verify
from assistant.answer.suggestions import suggestions
from assistant.answer.told import told_evidence, told_gap
from assistant.answer.unsaid import unsaid
from assistant.dialogue import Dialogue
from assistant.dialogue.kept.remembering import after
from assistant.lexicon.question import Question
from assistant.opening import Progress, newer, opened
from assistant.planner.account import FAULT
from assistant.planner.explaining import stood_on
from assistant.planner.known import is_known, told
from assistant.planner.model import UNPLANNED, ModelPlanner, as_planned, chat_model
from assistant.planner.outdated import outdated
from assistant.planner.planner import Planner
from assistant.planner.readings import only_held, readings
from assistant.planner.rules import RulesPlanner
from assistant.reply import Reply
from assistant.settings import Settings
from assistant.speech import Speech, Speeches
from assistant.store.store import Store
from assistant.tools.availability import info
from assistant.tools.toolbox import Toolbox
from assistant.types import Evidence, Gap, Json
from assistant.understanding import Understanding

if TYPE_CHECKING:
    from assistant.planner.model import ChatModel

_log = logging.getLogger(__name__)


class Assistant:
    """Answers questions about trade from one store; it keeps nothing between questions."""

    def __init__(
        self, store: Store, settings: Settings, planner: Planner | None = None, model: ChatModel | None = None
    ) -> None:
        self.store, self.settings = store, settings
        self.model = model or (chat_model(settings.model) if settings.model and planner is None else None)
        modelled = ModelPlanner(self.model, store, settings.max_rounds - 1) if self.model else None
        self.planner: Planner = planner or modelled or RulesPlanner()
        self.toolbox = Toolbox(store)
        self._speeches = Speeches(store, settings.home)
        self._understanding = Understanding(self._speeches, whole=self.model is not None)

    @classmethod
    def open(cls, store: Path | None = None, corpus: Path | None = None, progress: Progress | None = None) -> Assistant:
        """The assistant over a store folder, built first from the corpus where there is none."""
        settings = Settings.from_environment()
        settings = replace(settings, store=store or settings.store, corpus=corpus or settings.corpus)
        return cls(*opened(settings, progress))

    def info(self, language: str = "en") -> dict[str, Json]:
        """What is loaded: tables with their periods and releases, the notes, the store's folder."""
        return info(self.speech(language).store)

    def notes(self) -> list[dict[str, Json]]:
        """The loaded notes by title, each with its topic and the sources that it stands on."""
        path = self.store.directory / "documents.json"
        notes: list[dict[str, Json]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
        return sorted(notes, key=lambda note: str(note["title"]))

    def verify(self, text: str) -> Verdict:
        """The verdict on a receipt, recomputed from the loaded tables."""
        return verify(text, self.store)

    def ask(self, text: str, dialogue: Dialogue = Dialogue()) -> tuple[Reply, Dialogue]:
        """The reply to a message, and the dialogue with its questions in it."""
        started = time.perf_counter()
        self._refresh()
        replies: list[Reply] = []
        for number, (part, about) in enumerate(self._understanding.parts(text, dialogue)):
            reply, known = self._asked(part, about or dialogue, number)
            dialogue = dialogue.with_turn(known.turns[-1]) if about else known
            replies.append(reply)
        timings = {"total": round((time.perf_counter() - started) * 1000, 1)}
        language = dialogue.turns[-1].language or "en"
        return replace(joined(replies), question=text, language=language, timings_ms=timings), dialogue

    def _asked(self, text: str, dialogue: Dialogue, part: int = 0) -> tuple[Reply, Dialogue]:
        question = self.understand(text, dialogue)
        both = () if self.model else readings(question, self.settings.home.country)
        found = [self._guarded(reading) for reading in both or (question,)]
        if len(found) > 1 and all(reply.status == "answered" for reply, _ in found):
            several = len({reply.text for reply, _ in found}) > 1
            two_ways = self.speech(question.language).refusals.two_ways(question) if several else ""
            question, reply = both[0], joined([reply for reply, _ in found], two_ways)
        elif (at := only_held([reply for reply, _ in found])) is not None:
            one_way = self.speech(question.language).refusals.one_way(question, both[at])
            question, reply, found = both[at], joined([found[at][0]], one_way), [found[at]]
        else:
            found = found if len(found) == 1 else [self._guarded(question)]
            reply = found[0][0]
        question = as_planned(question, found[0][1]) if self.model else question
        evidence = found[0][1]
        return reply, after(dialogue, question, reply, evidence, stood_on(evidence), part)

    def _guarded(self, question: Question) -> tuple[Reply, Evidence]:
        if FAULT.cause in question.unsupported:
            return self.speech(question.language).refusals.gap(question, FAULT), Evidence()
        try:
            return self.answer(question)
        except Exception:  # a fault of ours: logged whole, and answered as what it is
            _log.exception("a question could not be answered")
            return self.speech(question.language).refusals.gap(question, FAULT), Evidence()

    def understand(self, text: str, dialogue: Dialogue) -> Question:
        """The question with what its words name, what the dialogue carries and what the defaults fill."""
        return self._understanding.question(text, dialogue)

    def answer(self, question: Question) -> tuple[Reply, Evidence]:
        """The reply to an understood question, with the evidence that it stands on; rules where a model fails."""
        speech = self.speech(question.language)
        if self.model is None or question.explains:
            planner = self.planner if self.model is None else RulesPlanner()
            return self._answered(question, planner, speech.templates)
        try:
            return self._answered(question, self.planner, ModelComposer(self.model, speech.templates))
        except Exception as error:  # providers raise errors of their own; a model can plan what no sentence says
            _log.warning("the chat model gave no plan to answer from: %s", type(error).__name__)
            reply, evidence = self._answered(question, RulesPlanner(), speech.templates)
            said = speech.words.phrase("assumed.model") or UNPLANNED
            return replace(reply, assumptions=(said, *reply.assumptions)), evidence

    def _answered(self, question: Question, planner: Planner, composer: Composer) -> tuple[Reply, Evidence]:
        speech, evidence = self.speech(question.language), Evidence()
        for _ in range(self.settings.max_rounds):
            calls = told(question, planner.next(question, evidence), evidence, self.store)
            if isinstance(calls, Gap):
                return speech.refusals.gap(question, told_gap(calls, speech.texts)), evidence
            if not calls:
                break
            evidence += self.toolbox.run(calls, evidence)
        evidence = told_evidence(evidence, speech.texts)
        if gap := outdated(question, evidence, self.store):
            return speech.refusals.gap(question, told_gap(gap, speech.texts)), evidence
        refusal = speech.refusals.nothing(question, evidence)
        if refusal and (known := is_known(question, evidence, self.store)):
            evidence = self.toolbox.run(known)
        elif refusal:
            return refusal, evidence
        question = as_planned(question, evidence) if self.model else question
        return self.written(question, composer.compose(question, evidence), evidence), evidence

    def written(self, question: Question, draft: Draft, evidence: Evidence) -> Reply:
        """A sound draft as a reply; a decline where the draft says what no evidence carries."""
        speech = self.speech(question.language)
        if found := problems(draft, evidence):
            return speech.refusals.unsound(question, found)
        if gap := unsaid(question, draft):
            return speech.refusals.gap(question, gap)
        return replace(
            fill(draft, question.text, evidence, speech.words.at(question.scale), speech.store),
            assumptions=assumptions(question, evidence, speech.words),
            suggestions=suggestions(question, evidence, speech.words, speech.store, self.settings.home.country),
        )

    def _refresh(self) -> None:
        """Turn to the store that is in use now: a build may have put a newer one in its place."""
        if fresh := newer(self.store, self.settings):
            planner = None if isinstance(self.planner, ModelPlanner) else self.planner
            self.__dict__ = Assistant(fresh, self.settings, planner, self.model).__dict__

    def speech(self, code: str) -> Speech:
        """What hears and says one language over the store; made at its first question."""
        return self._speeches.of(code)
