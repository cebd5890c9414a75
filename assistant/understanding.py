"""What a message means: the questions in it, each with what its words name and what was said before."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace

from assistant.dialogue import Dialogue, Turn, recall
from assistant.dialogue.after_notes.noted import (
    are_noted,
    asks_figure,
    likeness,
    named,
    noted,
    noted_before,
    of_subject,
    pointed,
)
from assistant.dialogue.heard.asides import aside, leant, marked, plain, retold
from assistant.dialogue.heard.leaning import leaning
from assistant.dialogue.heard.parts import are_apart, drops_measure, is_of_one_trade, leant_on, parts, timed
from assistant.dialogue.heard.picking import picked
from assistant.dialogue.heard.spreading import spread
from assistant.dialogue.heard.two_flows import are_two_flows, flows
from assistant.dialogue.held.pair_said import as_pair
from assistant.dialogue.held.wanted import as_wanted
from assistant.dialogue.kept.topics import off_topic
from assistant.dialogue.pointed.goods_said import as_said
from assistant.dialogue.pointed.in_ranking import asks_place
from assistant.dialogue.pointed.kind_pointed import of_that_kind
from assistant.dialogue.pointed.left_out_told import without_told
from assistant.dialogue.pointed.nth_named import nth_named
from assistant.dialogue.pointed.place_named import followed, is_read, named_by_place
from assistant.dialogue.pointed.places_apart import places_apart
from assistant.dialogue.ranking.asked import place_asked
from assistant.dialogue.ranking.spoken import of_the_one
from assistant.dialogue.taken.crossing import of_its_border
from assistant.dialogue.taken.spoken_kind import as_spoken_port, of_its_kind
from assistant.dialogue.wholes.lifted import lifted
from assistant.languages.detect import detect
from assistant.languages.goods import Goods
from assistant.languages.language import Language
from assistant.lexicon.aside.context import without_context
from assistant.lexicon.aside.counted_in import without_counted
from assistant.lexicon.aside.judged import judged
from assistant.lexicon.aside.larger_one import held_to_rival
from assistant.lexicon.aside.messages import BARE, message
from assistant.lexicon.aside.put_right import put_right
from assistant.lexicon.aside.scaled import scale
from assistant.lexicon.aside.talk import without_talk
from assistant.lexicon.aside.wrapped import unwrapped
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.question import Question, Slots
from assistant.lexicon.ranks.listed_places import in_one_span
from assistant.lexicon.slots import question as slotted
from assistant.lexicon.tokens import LONGEST, is_too_long
from assistant.planner.account import FAULT
from assistant.planner.defaults import complete
from assistant.speech import Speeches
from assistant.store.ranking import JUST_THIS

_log = logging.getLogger(__name__)


class Understanding:
    """Reads messages in every language over one store; it keeps nothing between them."""

    def __init__(self, speeches: Speeches, *, whole: bool) -> None:
        """`whole`: a message is left in one piece, for a chat model."""
        self._speeches, self._whole = speeches, whole
        self._store, self._home = speeches.store, speeches.home
        self._goods = Goods(speeches.store.names)

    def parts(self, text: str, dialogue: Dialogue) -> list[tuple[str, Dialogue | None]]:
        """The questions of a message, each with the dialogue that it alone is of; None where it is of all before."""
        text = self._in_own_words(text, dialogue)
        if not is_too_long(text):
            heard = self._heard(text, dialogue)
            if message(text, heard.language):
                return [(text, None)]
            text = put_right(text, heard.language, heard.link)
            text = in_one_span(text, heard.language, alone=not dialogue.turns)
            text = held_to_rival(text, heard.language, heard.link, self._home.country)
            text = unwrapped(judged(text, heard.language, heard.link), heard.language, heard.link)
            text = without_counted(text, heard.language, heard.link)
            text = without_talk(without_context(text, heard.language, heard.link, self._home.country), heard)
            text = picked(text, dialogue, heard.language)
        pieces = self._pieces(text, dialogue)
        if len(pieces) == 1 and not self._whole and dialogue.turns and dialogue.turns[-1].part:
            if found := spread(self.question(text, Dialogue()), dialogue):
                return [(text, about) for about in found]
        return [(piece, None) for piece in pieces]

    def question(self, text: str, dialogue: Dialogue) -> Question:
        """The question with what its words name, what the dialogue carries and what the defaults fill."""
        try:
            text = self._in_own_words(text, dialogue)
            wanted, asked = scale(text, self._heard(text, dialogue).language), self._understood(text, dialogue)
            kept = dialogue.turns[-1].scale if dialogue.turns and asked.carried else ""
            return replace(asked, scale=wanted or kept)
        except Exception:  # a fault of ours: one message may fail, and never the conversation
            _log.exception("a message could not be read")
            last = dialogue.turns[-1] if dialogue.turns else Turn("")
            return Question(text, last.language or "en", (), last.slots or Slots(), unsupported=(FAULT.cause,))

    def _pieces(self, text: str, dialogue: Dialogue) -> tuple[str, ...]:
        """The questions of a message, where each can be answered for itself; else the message whole."""
        if is_too_long(text) or self._whole:
            return (text,)
        language = self._heard(text, dialogue).language
        if (each := flows(text, language))[1:]:
            one, other = (self.question(part, Dialogue()) for part in each)
            if are_two_flows((one, other)):
                return timed(one, [other], language), other.text
        first, *rest = parts(text, language)
        later = [self.question(part, Dialogue()) for part in rest]
        opening = self.question(first, dialogue) if later else None
        if opening and self._are_several(text, dialogue, opening, later):
            pairs = zip(rest, later, strict=True)
            behind = [leant_on(part, asked, opening, language, self._home.country) for part, asked in pairs]
            return (timed(opening, later, language), *behind)
        leant: Iterable[Question] = (self.question(part, noted(opening)) for part in rest) if opening else ()
        return (first, *rest) if opening and are_noted(opening, leant, text, self._store) else (text,)

    def _are_several(self, text: str, dialogue: Dialogue, first: Question, later: list[Question]) -> bool:
        """Whether the parts of a message are asked one by one."""
        whole, home = self.question(text, dialogue), self._home.country
        if is_of_one_trade(whole, first, later):
            return False
        return are_apart(first, later, home) or drops_measure(whole, first, later, home)

    def _heard(self, text: str, dialogue: Dialogue) -> Lexicon:
        last = dialogue.turns[-1].language if dialogue.turns else None
        return self._speeches.of(detect(text[: LONGEST + 1], last, self._goods)).lexicon

    def _in_own_words(self, text: str, dialogue: Dialogue) -> str:
        """The text with the words of other languages put in its own: "¿cuánto fue el growth?"."""
        code = self._heard(text, dialogue).language.code
        return text if is_too_long(text) else self._speeches.borrowing(code).in_own_words(text)

    def _understood(self, text: str, dialogue: Dialogue) -> Question:
        language = self._heard(text, dialogue).language
        if again := retold(text, dialogue, language):
            turn, before, code = again
            return replace(self._understood(turn.text, before), language=code)
        if (told := aside(text, dialogue, language)) is not None:
            return complete(told, self._store, self._home) if told.explains else told
        if (asked := self._leant(text, dialogue, language)) is not None:
            return replace(asked, language=language.code)
        if cut := lifted(text, dialogue, self._heard(text, dialogue), self._home.country):
            whole = complete(cut.asked, self._store, self._home) if cut.asked else None
            return whole or self._understood(cut.text, cut.dialogue)
        text = as_wanted(plain(text, language), dialogue, self._heard(text, dialogue))
        text = as_pair(text, dialogue, language)
        question = marked(self._read(text, dialogue), dialogue, language)
        if BARE in question.about:
            return question
        question = self._noted(text, question, dialogue)
        return replace(question, noted=noted_before(dialogue))

    def _noted(self, text: str, question: Question, dialogue: Dialogue) -> Question:
        """The question, or what it asks of the subject of the note before where a note is known to answer that."""
        off = off_topic(dialogue)
        told = named(text, dialogue, self._speeches.of(question.language).lexicon.language)
        if told != text and (asked := self._read(told, off)).agreements:
            return asked  # "does it cover Canada too?" after what the USMCA is
        told = of_subject(question, dialogue, self._speeches.of(question.language).lexicon.language)
        if told and (asked := self._read(told, off)).agreements:
            return asked  # "¿cuándo entró en vigor?", which has no word for it
        alone = question if off is dialogue or not question.carried else self._read(text, off)
        if alone is not question and alone.asked.periods and "measures" in question.carried:
            return question  # "and the US one in 2024?" after "what is a trade deficit?"
        meant = pointed(text, alone, off, self._store, self._speeches.of(question.language).lexicon.language)
        if meant == text:
            return question
        # a figure is not asked of what the note was about: "in 2024?" after "what is mirror data?"
        return replace(alone, text=meant) if asks_figure(alone) else self._read(meant, off)

    def _leant(self, text: str, dialogue: Dialogue, language: Language) -> Question | None:
        """What a bare question asks of the one before, where a note or a search over time is known to answer it."""
        found = leant(text, dialogue, language)
        if found is None:
            return None
        kind, said, before = found
        asked = self._understood(said, before)
        crossed = "overtake" in asked.slots.operations and asked.slots.periods == ("ever",)
        known = crossed if kind == "since" else likeness(said, asked, self._store) >= JUST_THIS
        return asked if known else None

    def _named(self, text: str, dialogue: Dialogue, lexicon: Lexicon) -> str:
        """The message with the places of a ranking as what holds them, but where two are held against each other."""
        words = self._speeches.of(lexicon.language.code).words
        text = without_told(text, dialogue, lexicon.language, words.name)
        told = named_by_place(text, dialogue, lexicon.language, words.name)
        last = dialogue.last.slots if dialogue.last else None
        turned = last is not None and last.partner == (self._home.country,)  # the flows of others are turned round
        if told == text or turned or is_too_long(text):
            return text
        said = slotted(*lexicon.link(text), lexicon.language, self._home.country)
        placed = is_read(said) or asks_place(said) or place_asked(said, dialogue) or places_apart(said, dialogue)
        return text if placed else told

    def _read(self, text: str, dialogue: Dialogue) -> Question:
        home, lexicon = self._home, self._heard(text, dialogue)
        told = self._named(text, dialogue, lexicon)
        cleaned, mentions, unknown = (text, (), ()) if is_too_long(text) else lexicon.link(told)
        dialogue = of_the_one(cleaned, mentions, dialogue, lexicon.language)
        mentions = of_its_border(of_its_kind(mentions, dialogue, home.country), dialogue, home.country)
        mentions = as_spoken_port(cleaned, mentions, dialogue, lexicon.language)
        mentions = nth_named(cleaned, mentions, dialogue, lexicon.language)
        mentions = of_that_kind(cleaned, mentions, dialogue, lexicon.language, home.country)
        mentions = as_said(cleaned, mentions, dialogue, lexicon.names, lexicon.language)
        question = leaning(slotted(cleaned, mentions, unknown, lexicon.language, home.country), dialogue)
        question, dialogue = followed(question, dialogue) if told != text else (question, dialogue)
        before = dialogue.turns[-1] if dialogue.turns else Turn("")
        known = (before.agreements, before.calls)
        if asked := lexicon.agreements.asked(cleaned, mentions, home.country, *known):
            return complete(replace(question, agreements=asked, corrected=()), self._store, home)
        return complete(recall(question, dialogue, home.country), self._store, home)
