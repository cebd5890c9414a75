"""A claim that is put up to be judged, as the yes or no that it asks for: "true or false for my quiz: …"."""

from __future__ import annotations

import re

from assistant.languages.language import Language
from assistant.lexicon.aside.leads import Link
from assistant.lexicon.tokens import fold, phrase, sentences

_WITHIN = r"[^:;?!¿¡\d]"
"""What the purpose of a question is said with: no number, and no new clause."""
_CUT = r"\s*(?:[:;,?!.]+|\s[-–—]+|[–—]+)\s+"
_TALK = ("harmless", "dialogue", "prepositions", "polar", "explain", "availability", "context", "agreements", "verbs")


def judged(text: str, language: Language, link: Link) -> str:
    """The message as the question whether its claim is true; as it is where no claim is put up to be judged."""
    section = language.section("judged")
    if not section:
        return text
    asks, led_by = (language.any_of("judged", name) for name in ("asks", "purpose"))
    purpose = rf"(?:,?\s+{led_by}(?!\w){_WITHIN}{{0,60}}?)?"
    opened = re.match(rf"(?P<lead>\W*(?:{_WITHIN}{{1,40}}?[\s,:])??{asks}{purpose}){_CUT}(?=\S)", fold(text))
    if opened and _is_talk(opened["lead"], asks, link):
        claim = text[opened.end() :].lstrip("¿¡\"'“")
        return claim if _asks(claim, language) else f"{section['put'][0]} {claim}"
    end = language.any_of("judged", "asks", "closing")
    claim, lead = _closed(text, end, purpose, link)
    if not lead or len(list(sentences(claim))) > 1:
        return text
    told = re.match(rf"\W*{led_by}(?!\w){_WITHIN}{{0,40}}?:\s+", fold(claim))
    claim = claim[told.end() :] if told and _is_talk(told[0], end, link) else claim
    return text if _asks(claim, language) else f"{section['put'][0]} {claim}?"


def _closed(text: str, end: str, purpose: str, link: Link) -> tuple[str, str]:
    """The claim before what asks whether it is true, with the time that only stands there, and what asks; else ""."""
    mark = r"(?:[.,;:]|\s[-–—]+|[–—]+)\s*"
    closed = re.search(rf"{mark}(?P<lead>\W*{end}{purpose})\W*$", fold(text))
    if closed and _is_talk(closed["lead"], end, link):
        return text[: closed.start()], closed["lead"]
    dated = re.search(rf"{mark}(?P<lead>\W*{end},?\s\(?(?P<when>[^.:;?!¿¡]{{2,40}}))\W*$", fold(text))
    if dated is None or not _is_time(dated["when"], link):
        return text, ""
    return f"{text[: dated.start()].rstrip('.')} {text[slice(*dated.span('when'))]}", dated["lead"]


def _is_time(tail: str, link: Link) -> bool:
    """Whether words name a time and nothing else: "for 2024", "in the first half of 2024"."""
    _, mentions, unknown = link(tail)
    named = [m.candidates[0].split(":")[0] for m in mentions]
    return not unknown and "period" in named and all(name in ("period", *_TALK) for name in named)


def _is_talk(lead: str, asks: str, link: Link) -> bool:
    """Whether what stands around "true or false" names no place, time or trade: "… for my pub quiz tonight"."""
    _, mentions, _ = link(re.sub(asks, " ", lead, count=1))
    return all(c.split(":")[0] in _TALK for m in mentions for c in m.candidates[:1])


def _asks(claim: str, language: Language) -> bool:
    """Whether a question stands there of itself: "true or false: did imports fall?"."""
    return bool({*phrase(claim)[:1]} & language.forms("polar", "words", "asks"))


__all__ = ["judged"]
