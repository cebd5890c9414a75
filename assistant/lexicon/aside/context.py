"""The question of a message without the talk before and behind it: "My cousin drives a rig through Laredo. What …?".

What leads to a question says why it is asked. It gives the question the places, times and goods that it lacks itself,
and nothing else: no ranking, no limit, and no word that nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.aside.adjuncts import without_adjuncts
from assistant.lexicon.aside.lacking import (
    CARRIED,
    GOODS,
    MEASURED,
    SPOT,
    WHEN,
    WHERE,
    Said,
    is_whole,
    label,
    leans_back,
    limits,
    named_owners,
    own_words,
    owns,
    said_by,
)
from assistant.lexicon.aside.leads import TALKING, TURNING, Link, without_lead
from assistant.lexicon.aside.prefaces import without_preface
from assistant.lexicon.aside.ranked_before import RANKED, of_its_kind, says_what_is_ranked
from assistant.lexicon.aside.stated import bound_by_unknown, without_stated
from assistant.lexicon.tokens import fold, phrase, sentences

_APPOINTED = 2
"""More words than these make a sentence of a day: "Tomorrow." and "On Tuesday." may be what is asked for."""
_AIMED = 2
"""Words before the first that may be the subject behind an aim: "for my"."""
_TOLD_EASILY = ("unsupported:", "operations:", "standing:", "n:", "keys:", "searching:", "tests:")
"""What everyday verbs and nouns of a sentence may mean too: "our fleet manager is losing sleep"."""
_ASKED_OF = tuple(f"unsupported:{cause}" for cause in ("currency", "real", "adjusted", "per_head", "units", "services"))
_DEMANDED = (
    *("modes:", "measures:weight", "measures:unit_value", "operations:share", "operations:per_key", "keys:"),
    *_ASKED_OF,
)
"""What somebody who wants it wants of the figure."""
_DATED = (*TALKING, "unsupported:daily", "unsupported:forecast")


def without_context(text: str, language: Language, link: Link, home: str) -> str:
    """The question with what it needs of the sentences around it; the message as it is where they may narrow it."""
    text = without_preface(without_stated(text, language, link, home), language, link, home)
    text = without_lead(without_adjuncts(text, language, link), language, link)
    told = [text[start:end].strip() for start, end in sentences(text)]
    if len(told) < 2 or not language.section("context"):
        return text
    at = _asking(told, language, link)
    leads, rest = told[:at], told[at:]
    while len(rest) > 1 and _is_talk_behind(said_by(rest[-1], link), language):
        rest.pop()
    first, told_before = said_by(rest[0], link), [said_by(lead, link) for lead in leads]
    if first.names(TURNING):
        return text  # "depended on … sorry, no: which …" puts right what was said
    owners = [place for lead in told_before for place in named_owners(lead, home)]
    leans = leans_back(first, language) or owns(first, language) and len(owners) != 1
    asked = said_by(" ".join(rest), link)
    told_before = [lead for lead in told_before if not _is_own_trade(lead, asked)]
    kept = [_kept(lead, asked, language, home, leans=leans) for lead in told_before]
    rest = of_its_kind(rest, kept, told_before, language)
    return " ".join(text for text in (*kept, *rest) if text)


def _asking(told: Sequence[str], language: Language, link: Link) -> int:
    """Which sentence asks: the first with a question mark or that begins as a question does; else the last measured."""
    begins, wonders = language.forms("context", "asks"), language.forms("context", "which")
    for number, sentence in enumerate(told):
        said = phrase(sentence)
        opens = bool(said) and said[0] in begins
        if sentence.endswith("?") or opens and not (said[0] in wonders and _is_talk(said_by(sentence, link))):
            return number  # "what a week!" asks nothing
    measured = [number for number, sentence in enumerate(told) if said_by(sentence, link).names(MEASURED)]
    return measured[-1] if measured else len(told) - 1


def _kept(lead: Said, asked: Said, language: Language, home: str, *, leans: bool) -> str:
    """What is kept of a sentence before the question: all of it, what the question lacks, or nothing.

    `leans`: the question speaks of what was said before it.
    """
    if _is_there(lead, asked, language) or bound_by_unknown(lead, asked, language):
        return lead.text  # "we distribute zorbs", "my boss wants it in zorbs"
    if says_what_is_ranked(lead, asked, language):
        return f"{lead.text.rstrip(' .!,;:')}:"
    if (_is_truism(lead, language) or _is_theme(lead, asked, language)) and is_whole(asked) and not leans:
        return ""
    if lead.names(TURNING) or _narrows(lead, language) or _bounds(lead, asked, language) or limits(lead, asked):
        return lead.text
    if is_whole(asked) and not leans and _is_of_writers(lead, asked, language):
        return ""
    doing = bool(lead.words & language.forms("lists", "doing"))
    if not lead.names(CARRIED) and not lead.names(MEASURED):
        told = doing or _states(lead, language) or _is_appointment(lead, language)
        plain = _is_talk(lead) and not lead.unknown
        return "" if told and (plain or not leans) or plain and is_whole(asked) and not leans else lead.text
    measured = is_whole(asked) and not leans
    if not lead.names(CARRIED):
        vague = all(m.candidates[0] == "measures:total" for m in lead.names(MEASURED))
        return "" if doing and vague or measured and _states(lead, language) else lead.text
    if measured and asked.names(GOODS) and not lead.names((*WHERE, *SPOT, *WHEN)):
        return ""  # "we want to start trading bags. What was imported under chapter 42 …": goods of its own
    works = {*phrase(lead.text)[:1]} & language.forms("lists", "doing")  # "reporting from Ottawa for a weekly"
    if not (measured and (works or _states(lead, language))):
        return lead.text
    return label(lead, asked, language, home)


def _is_there(lead: Said, asked: Said, language: Language) -> bool:
    """Whether it says where somebody is whom a question leans on: "we're in Rosario. What was imported from there?"."""
    placed = lead.names(("unsupported:cities",)) or lead.unknown and not lead.names((*WHERE, *SPOT))
    return bool(placed and language.said(fold(asked.text), "context", "there"))


def _is_own_trade(lead: Said, asked: Said) -> bool:
    """Whether it only says that its writers deal in the goods whose flow is asked for: "we ship fruit"."""
    wares, again = ({c for m in said.names(GOODS) for c in m.candidates} for said in (lead, asked))
    ends = asked.names(("prepositions:from", "prepositions:to")) and asked.names(WHERE) and asked.names(WHEN)
    plain = lead.names(("home:",)) and {m.kind for m in lead.mentions} <= {"home", "verbs", "product", "harmless"}
    return bool(wares and wares <= again and ends and plain) and not (lead.unknown or lead.text.endswith("?"))


def _is_of_writers(lead: Said, asked: Said, language: Language) -> bool:
    """Whether it says where and how its writers work, and the question says how itself: "we fly out of Monterrey"."""
    own = lead.words & own_words(language)
    ways = {m.candidates for m in lead.names(("modes:",))} <= {m.candidates for m in asked.names(("modes:",))}
    easy = (*TALKING, "modes:", "unsupported:cities", "unsupported:jobs", "unsupported:firms")
    return bool(own and asked.names(WHERE) and ways and not lead.unknown and _is_talk(lead, easy))


def _is_theme(lead: Said, asked: Said, language: Language) -> bool:
    """Whether it only says what is looked into, where a ranking is asked: "I'm looking at concentration."."""
    opens = {*phrase(lead.text)} & (language.forms("context", "states") | language.forms("context", "eyeing_one"))
    bound = lead.unknown or lead.text.endswith("?") or lead.names((*CARRIED, *TURNING, "modes:", "measures:"))
    return bool(opens and lead.names(("indices:",)) and asked.names(RANKED)) and not bound


def _bounds(lead: Said, asked: Said, language: Language) -> bool:
    """Whether it says what or how somebody trades, in what it is counted, or who "we" are: "a shop in Rosario"."""
    trades = lead.names(("verbs:sell", "verbs:buy"))
    placed = asked.names(("home:",)) and lead.words & own_words(language) and _is_placed(lead, language)
    wares = _trades_unknown(lead) and not lead.names(CARRIED)  # "we import zorbs"
    moved = trades and lead.names(("modes:",))  # "I drive a truck" is talk
    return bool(placed or wares or moved or lead.names(("unsupported:currency",)))


def _trades_unknown(lead: Said) -> bool:
    """Whether a word that nobody knows stands behind a verb of trade."""
    first = min((m.start for m in lead.names(("verbs:sell", "verbs:buy"))), default=len(lead.read))
    behind = fold(lead.read[first:])
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", behind) for word in lead.unknown)


def _is_placed(lead: Said, language: Language) -> bool:
    """Whether a word that nobody knows stands where a place does: "in Rosario"."""
    where, unknown = language.any_of("context", "lives_in"), "|".join(map(re.escape, lead.unknown)) or "(?!)"
    return bool(re.search(rf"\b(?:{where}) (?:{unknown})\b", fold(lead.text)))


def _narrows(lead: Said, language: Language) -> bool:
    """Whether a sentence bounds what is asked; what somebody only writes or hears about does not."""
    if lead.names(CARRIED) and language.said(fold(lead.text), "context", "topics"):
        return True  # "this is about electric vehicles"
    if _demands(lead, language):
        return True
    narrowing = language.forms("lists", "narrowing")
    narrowing -= language.forms("lists", "topical") if _states(lead, language) else frozenset()
    narrowing -= (
        language.forms("context", "denials") if not lead.names((*CARRIED, *MEASURED, "modes:")) else frozenset()
    )
    return bool(lead.words & narrowing)


def _demands(lead: Said, language: Language) -> bool:
    """Whether somebody wants a thing of the figure: "our CFO wants tonnage", "the boss said by truck"."""
    wants, told, by = (
        language.forms(section, name)
        for section, name in (("adjuncts", "wants"), ("adjuncts", "told"), ("qualifying", "by"))
    )
    moved = any(m.text.split()[0] in by for m in lead.names(("modes:",)))
    wished = lead.words & language.forms("lists", "wanting") and lead.names(_ASKED_OF)  # "I want it in real terms"
    return bool(wished or lead.words & wants and lead.names(_DEMANDED) or lead.words & told and moved)


def _states(lead: Said, language: Language) -> bool:
    """Whether a sentence tells something, and neither asks nor orders nor names a topic."""
    wanting, doing = (language.forms("lists", name) for name in ("wanting", "doing"))
    plain = re.sub(rf"\b(?:{language.any_of('context', 'eyeing')})\b", " ", fold(lead.text))
    seeks, when = (language.any_of("context", name) for name in ("seekers", "timing"))  # "we're after", "after the war"
    plain = re.sub(rf"(?P<seeks>{seeks}\s+)?\b{when}\b", lambda found: found[0] if found["seeks"] else " ", plain)
    wants = bool({*phrase(plain)} & wanting) and not lead.words & doing
    aimed = {*phrase(lead.text)[:1]} & language.forms("adjuncts", "purposes") and not lead.words & wanting
    first = phrase(lead.text)[_AIMED:] if aimed else phrase(lead.text)[:1]
    subject = {*first} & language.forms("context", "subjects")  # "for my bulletin I compare quarters"
    past = any(word.endswith(tuple(language.forms("context", "past"))) for word in lead.words)
    told = subject or past or lead.words & language.forms("context", "states")
    return bool(told) and not wants and not lead.text.endswith("?")


def _is_talk_behind(last: Said, language: Language) -> bool:
    """Whether a sentence behind the question only says what it is for: "I need it for a report."."""
    if _is_truism(last, language):
        return True
    if _narrows(last, language) or last.text.endswith("?"):
        return False
    told = last.words & (own_words(language) | language.forms("lists", "doing"))
    if told:
        wants = last.words & language.forms("lists", "wanting")
        easy = _TOLD_EASILY if _states(last, language) else ("unsupported:",)
        return _is_talk(last, (*TALKING, *(() if wants else easy)))  # "mi jefe está esperando"
    purpose = language.said(fold(last.text), "context", "purposes")
    points = last.words & language.forms("lists", "kinds_of")
    return bool(purpose or not points) and (bool(purpose) or _is_appointment(last, language)) and _is_talk(last, _DATED)


def _is_truism(said: Said, language: Language) -> bool:
    """Whether a sentence says what does not always hold, which bounds nothing: "Not every balance is red."."""
    opens = re.match(rf"\W*{language.any_of('context', 'truisms')}(?!\w)", fold(said.text))
    narrowing = language.forms("lists", "narrowing") - language.forms("context", "denials")
    return bool(opens and said.words & language.forms("context", "states")) and not said.words & narrowing


def _is_appointment(said: Said, language: Language) -> bool:
    """Whether a sentence says when something happens that is no trade: "The zoning hearing is tomorrow."."""
    return language.said(fold(said.text), "context", "appointments") is not None and len(said.words) > _APPOINTED


def _is_talk(said: Said, talk: tuple[str, ...] = TALKING) -> bool:
    """Whether a sentence names nothing that can be asked about."""
    return all(m.candidates[0].startswith(talk) for m in said.mentions)


__all__ = ["without_context"]
