"""What a dialogue keeps of a question and its reply, for the follow-ups to come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.dialogue.heard.leads import is_undo
from assistant.dialogue.heard.leaning import declined, defined
from assistant.dialogue.kept.last_good import last_good
from assistant.dialogue.kept.narrowed import narrowing
from assistant.dialogue.kept.topics import topic
from assistant.dialogue.kept.unheld import unheld
from assistant.dialogue.turns import Dialogue, Turn
from assistant.lexicon.question import Codes, Question, Slots
from assistant.reply import Reply
from assistant.types import Call, Evidence, Frame

_SPOTS = ("port", "region")


def after(
    dialogue: Dialogue, question: Question, reply: Reply, evidence: Evidence, stood_on: tuple[Call, ...], part: int = 0
) -> Dialogue:
    """The dialogue with this turn; one that takes the last back stands in the place of what it goes back to."""
    if is_undo(question):
        dialogue = dialogue.undone().without_last()
    turn = replace(
        _turn(question, reply, evidence, stood_on), part=part, language=question.language, scale=question.scale
    )
    if turn.slots is None and reply.status == "declined" and dialogue.last is None:
        turn = _stated(turn, question)
    noted = evidence.passages and turn.slots is None and not question.explains
    return dialogue.with_turn(replace(turn, topic=turn.topic or topic(question, dialogue)) if noted else turn)


def _stated(turn: Turn, question: Question) -> Turn:
    """The turn of a statement that names a port or state, as what is spoken of: "we open an office in Brownsville".

    A place that no table holds stays with what points to it: after "let's talk about Detroit", "its exports".
    """
    asked = question.asked
    placed = {name: codes for name, codes in asked.filters.items() if name in _SPOTS}
    more = asked.measures or asked.operations or asked.keys or asked.partner or question.ambiguous
    if placed and not more and not question.unsupported:
        return replace(turn, topic=Slots(filters=placed))
    return turn if more else replace(turn, unsupported=question.unsupported)


def _turn(question: Question, reply: Reply, evidence: Evidence, stood_on: tuple[Call, ...]) -> Turn:
    """The turn: its slots where it was about figures, its table and period where it was answered."""
    frame = evidence.main
    if question.agreements:
        return Turn(question.text, agreements=question.agreements, calls=stood_on, period=_day(reply))
    if frame is None:
        calls = question.earlier if question.explains else stood_on
        return _unanswered(question, reply, evidence, calls)
    ranked = (frame.by[0], tuple(row.key[0] for row in frame.rows)) if len(frame.by) == 1 else ("", ())
    period = _period(frame, evidence)
    told = Turn(question.text, question.slots, frame.table, period, answered=True, ranked=ranked, calls=stood_on)
    single = frame.rows[0].value if len(frame.rows) == 1 else None
    told = replace(told, named_alone=_names_alone(question))
    return replace(told, drawn=_drawn(evidence) if ranked[1] else (), negative=single is not None and single < 0)


def _names_alone(question: Question) -> bool:
    """Whether goods, modes or the like are all that the questions up to this one named: "hi, it is about cars"."""
    asked = question.asked
    more = asked.places or asked.partner or asked.periods or asked.operations or asked.keys or asked.without
    return bool(asked.filters) and not more and asked.measures in ((), ("total",))


def _drawn(evidence: Evidence) -> Codes:
    """The ranking that the answer is one place of, in its order; empty where the answer is no place of a ranking."""
    asked = next(call for call in reversed(evidence.calls) if evidence.frames.get(call.id) is evidence.main)
    of = asked.args.get("of")
    whole = evidence.frames.get(str(of["ref"])) if asked.tool == "rank" and isinstance(of, Mapping) else None
    return tuple(row.key[0] for row in whole.rows) if whole is not None and asked.args.get("place") else ()


def _period(frame: Frame, evidence: Evidence) -> str | None:
    """The period of an answer: its own, else that of its first selection."""
    selected = next((c.args["period"] for c in evidence.calls if c.tool == "select" and c.id in evidence.frames), None)
    return frame.about.period or (selected if isinstance(selected, str) else None)


def _day(reply: Reply) -> str | None:
    """The one day that a reply tells; None where there is none, or more than one."""
    days = [str(told["value"]) for told in reply.answer if told["kind"] == "period"]
    return days[0] if len(days) == 1 else None


def _unanswered(question: Question, reply: Reply, evidence: Evidence, calls: tuple[Call, ...]) -> Turn:
    """A turn without a figure: its slots where it named a measure, its options where it was asked back."""
    spoiled: Codes = (*question.unknown, *(name for name, _ in question.ambiguous))
    unsupported = question.unsupported
    left = declined(question) if reply.status == "declined" else defined(question) if evidence.passages else ()
    failed = bool(question.carried) and reply.status != "answered" and not left  # a forecast names no other figure
    turn = Turn(question.text, calls=calls, options=reply.options, declined=left, failed=failed)
    named = question.asked.filters or question.asked.places
    if reply.status == "clarify" and named and not (question.asked.measures or spoiled or unsupported):
        return replace(turn, slots=question.asked)  # "Laredo" alone: what is to be measured of it was asked back
    if named and "availability:data" in question.about and not (question.asked.measures or question.carried):
        held = replace(question.asked, operations=frozenset())  # "do you have Laredo?", then "exports there"
        return replace(turn, slots=held, answered=reply.status == "answered")
    aside = question.explains or evidence.passages or reply.status == "answered"
    if question.ambiguous and question.carried and reply.status == "clarify":
        names = tuple(name for name, _ in question.ambiguous)
        return replace(turn, slots=question.slots, spoiled=names, ambiguous=question.ambiguous)
    if unsupported and not aside and question.asked.places and not question.asked.measures and not question.carried:
        measured = replace(question.asked, measures=question.slots.measures)
        return replace(turn, slots=measured, unsupported=unsupported)  # "services trade with Mexico", then "goods then"
    if aside or not question.asked.measures or question.carried and (spoiled or unsupported or question.asked.demands):
        goods = question.asked.filters.get("product", ()) or _code_asked(question)
        # else a follow-up leans on the question before
        return replace(turn, goods=goods, answered=reply.status == "answered")
    asked_back = question.gap or reply.status == "clarify"  # what is asked back is not taken for granted
    slots: Slots = question.asked if asked_back or spoiled or unsupported else question.slots
    slots = last_good(question, reply) or slots
    lasting = (*narrowing(question), *(name for name, _ in question.ambiguous))
    passed = tuple(word for word in question.unknown if word not in lasting)
    turn = replace(turn, slots=slots, spoiled=lasting, ambiguous=question.ambiguous, passed=passed)
    return replace(turn, unsupported=unsupported, unheld=unheld(reply))


def _code_asked(question: Question) -> Codes:
    """The heading or subheading that a question on what it is names by its bare number: "what's 8708?"."""
    said = [m for m in question.mentions if "explain:define" not in m.candidates]
    code = question.text[said[0].start : said[0].end] if len(said) == 1 and said[0].kind == "quantity" else ""
    defined = "explain:define" in question.about and not question.unknown
    return (code,) if defined and code.isdigit() and len(code) in (4, 6) else ()
