"""What is asked inside a message that somebody passed on: a mail in quotes, a ticket's head, a label, a signature."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.languages.language import Language
from assistant.lexicon.aside.binding import binds
from assistant.lexicon.tokens import fold
from assistant.types import Mention

Link = Callable[[str], tuple[str, tuple[Mention, ...], tuple[str, ...]]]
"""What reads a text: the text as it was read, what it names, and the words that name nothing."""

_QUOTED = re.compile(r"(?<!\w)[\"“”«‘'](?=\w|¿|\s*[A-Z¿])(?P<said>[^\"“”«»]{24,})[\"”»’'](?!\w)")
_LABEL = re.compile(r"^\W*(?P<label>[^:?!—–]{1,40}?)\s*(?::|\s[—–-]|(?<=\d)\.)\s+(?=\S)")
_TAGS = re.compile(r"(?:\s+#\w+)+\s*$")
"""Tags at the end of a message: "… by truck #freight"."""
_FIGURES = ("place:", "region:", "port:", "period:", "measures:", "product:", "keys:", "verbs:sell", "verbs:buy")
_TURNING = ("exclusion:", "dialogue:fresh", "dialogue:repair", "dialogue:back", "dialogue:first", "dialogue:undo")
_SIGNED = re.compile(r"(?<=[.?!])\s+[-–—]+\s*(?P<name>[A-ZÁÉÍÓÚÑ]\w+(?:,? [A-ZÁÉÍÓÚÑ]\w+){0,3})\W*$")
"""A name behind a dash that closes a message: "… in 2023? - Mark, Denver"."""
_NAMED = 8
"""Words of what is named before it is asked what it is."""
_NAME = r"(?:\s+[A-ZÁÉÍÓÚÑ][\w.'-]*){0,3}(?:\s*\([^)]*\))?"


def unwrapped(text: str, language: Language, link: Link) -> str:
    """The question alone, where what is around it names no figure; else the whole message."""
    for read in (_within_quotes, _without_label, _without_name):
        text = read(text, language, link)
    text = _asked_once(text, language)
    return _without_signature(_TAGS.sub("", text) or text, language)


def _within_quotes(text: str, language: Language, link: Link) -> str:
    """What the only quotation says, where nothing around it is asked."""
    found = list(_QUOTED.finditer(text))
    if len(found) != 1:
        return text
    around = f"{text[: found[0].start()]} {text[found[0].end() :]}".strip()
    return found[0]["said"].strip() if around and not _names_figures(around, language, link) else text


def _without_label(text: str, language: Language, link: Link) -> str:
    """The text behind what only says where it will stand: "Callout box:", "Ticket 48213 —"."""
    found = _LABEL.match(text)
    labels = language.forms("letters", "labels")
    if found is None or not set(re.findall(r"\w+", fold(found["label"]))) & labels:
        return text
    told = _names_figures(found["label"], language, link) or _turns(found["label"], link)
    told = told or binds(found["label"], link(found["label"])[2], language)  # "our client needs it in zorbs:"
    return text if told else text[found.end() :]


def _without_name(text: str, language: Language, link: Link) -> str:
    """The text without the name of its writer behind it."""
    found = _SIGNED.search(text)
    return text if found is None or _names_figures(found["name"], language, link) else text[: found.start()]


def _asked_once(text: str, language: Language) -> str:
    """The text without a last clause that asks again for what was named: "the value of … in 2012. What is it?"."""
    again = re.search(rf"\s*[.,;:?!–—-]+\s+¿?{language.any_of('letters', 'asked_again')}\W*$", fold(text))
    return text[: again.start()] if again and len(text[: again.start()].split()) >= _NAMED else text


def _without_signature(text: str, language: Language) -> str:
    """The text without a salutation before it, and without a closing and a name behind it."""
    opens, closes = (language.any_of("letters", name) for name in ("opening", "closing"))
    closing = re.search(rf"(?:^|[.,!?\s])\s*(?P<closing>{closes})[,.!]*(?P<name>\s.*)?$", fold(text))
    said = {*fold(text[: closing.start("closing")]).split()[-1:]} if closing else set()
    asked = said & language.forms("lists", "being", "articles")  # "which year was best?"
    if closing and not asked and re.fullmatch(_NAME + r"[\s.!]*", text[closing.end("closing") :].lstrip(",.!")):
        text = text[: closing.start("closing")].rstrip(" ,-–—") or text
    opening = re.match(rf"\W*(?:{opens})\b(?:\s+\w+){{0,3}}\s*[,!:.]+\s*", fold(text))
    return text[opening.end() :] if opening and text[opening.end() :].strip() else text


def _names_figures(text: str, language: Language, link: Link) -> bool:
    """Whether a text names a place, a time, a product or a measure; "box" and "customer" are labels here."""
    labels = language.forms("letters", "labels")
    others = " ".join(word for word in text.split() if not set(re.findall(r"\w+", fold(word))) & labels)
    return any(c.startswith(_FIGURES) for mention in link(others)[1] for c in mention.candidates)


def _turns(label: str, link: Link) -> bool:
    """Whether a label says how the message stands to those before it: "different topic:", "correction:"."""
    return any(c.startswith(_TURNING) for mention in link(label)[1] for c in mention.candidates)


__all__ = ["unwrapped"]
