"""The check itself: draw, word, ask, compare, until enough was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

from assistant.ask import Assistant
from assistant.evaluation.selfcheck.asked import Asked, answers
from assistant.evaluation.selfcheck.books import Book
from assistant.evaluation.selfcheck.certificate import Broken, Certificate, Outcome
from assistant.evaluation.selfcheck.drawing import Drawer
from assistant.evaluation.selfcheck.laws import Bond, Held, bonds, declared
from assistant.evaluation.selfcheck.library import Library
from assistant.evaluation.selfcheck.marking import figure, mark, table_of
from assistant.evaluation.selfcheck.wording import Wording, patterns

Tell = Callable[[int, int, str], None]
_BOUND = 0.15
"""The part of the draws that ask several questions whose answers a law binds."""
_TRIES = 50


def check(assistant: Assistant, number: int = 2000, seed: int = 0, tell: Tell | None = None) -> Certificate:
    """The certificate over so many questions; what was found until then where it is interrupted."""
    run = _Run(assistant, seed)
    interrupted = False
    try:
        run.laws = declared(run.library)
        for asked in run.until(number):
            if tell:
                tell(asked, number, f"{run.right} right")
    except KeyboardInterrupt:
        interrupted = True
    return run.certificate(interrupted)


class _Run:
    """What has been asked so far."""

    def __init__(self, assistant: Assistant, seed: int) -> None:
        self.assistant, self.seed, self.rng = assistant, seed, Random(seed)
        self.library = Library(assistant.store)
        self.drawer = Drawer(self.library, self.rng)
        speeches = {code: assistant.speech(code).words for code in patterns()}
        self.wordings = [Wording(words, self.rng) for words in speeches.values()]
        self.outcomes: list[Outcome] = []
        self.laws: list[Held] = []
        self.bonds: Counter[str] = Counter()
        self.broken: list[Broken] = []

    @property
    def right(self) -> int:
        """How many were right so far."""
        return sum(outcome.judgement.verdict == "right" for outcome in self.outcomes)

    def until(self, number: int) -> Iterator[int]:
        """How many questions have been asked, after each draw; ends early where nothing more can be drawn."""
        misses = 0
        while len(self.outcomes) < number and misses < _TRIES * 10:
            before = len(self.outcomes)
            if self.rng.random() < _BOUND:
                self._bound()
            else:
                self._single()
            misses = 0 if len(self.outcomes) > before else misses + 1
            yield len(self.outcomes)

    def certificate(self, interrupted: bool) -> Certificate:
        """The certificate on what has been asked."""
        return Certificate(
            self.assistant.store.directory.name,
            self.seed,
            tuple(self.outcomes),
            tuple(self.laws),
            self.bonds,
            tuple(self.broken),
            tuple(self.library.unasked),
            interrupted,
        )

    def _single(self) -> None:
        if drawn := self.drawer.draw():
            self._ask(*drawn, self.rng.choice(self.wordings))

    def _bound(self) -> None:
        book = self.rng.choice(self.library.books)
        cell = self.drawer.cell(book)
        bond = bonds(cell, book, self.rng) if cell else None
        if bond is None or not all(answers(asked, self.library) for asked in bond.asked):
            return
        wording = self.rng.choice(self.wordings)
        said = [found for asked in bond.asked if (found := self._ask(book, asked, wording))]
        if len(said) == len(bond.asked) and len({table for _, table, _ in said}) == 1:
            self._hold(bond, said)

    def _hold(self, bond: Bond, said: list[tuple[str, str, float]]) -> None:
        self.bonds[bond.law] += 1
        if apart := bond.apart([value for _, _, value in said]):
            questions = tuple(question for question, _, _ in said)
            self.broken.append(Broken(bond.law, said[0][1], apart, questions))

    def _ask(self, book: Book, asked: Asked, wording: Wording) -> tuple[str, str, float] | None:
        """The question, the table and the figure that answer it; None where it was not worded or not answered."""
        rights = answers(asked, self.library)
        text = wording.say(asked) if rights else None
        if text is None:
            return None
        reply = self.assistant.ask(text)[0].to_dict()
        deficit = wording.words.label("deficit")
        judgement = mark(asked, rights, reply, deficit)
        self.outcomes.append(Outcome(text, wording.language, asked.kind, book.table.id, judgement))
        value = figure(asked, reply, deficit) if reply["status"] == "answered" else None
        return None if value is None else (text, table_of(reply), value)
