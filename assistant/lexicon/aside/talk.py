"""Clauses of talk known by their grammar, as no list holds their words: "… for a cargo book we're underwriting".

A clause goes with its unknown words where its subject is its writers, where it heads the question by a kind of text
or occasion, or where it says for what of theirs it is asked; where it names nothing that a figure is told by, and no
ware; and where a whole question, of which every word is known, is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from assistant.languages.language import Language
from assistant.lexicon.aside.adjuncts import is_talk, stands
from assistant.lexicon.aside.headings import is_heading, text_kinds, wishing, without_heading
from assistant.lexicon.aside.lacking import SPOT, WHERE, said_by
from assistant.lexicon.aside.leads import TALKING
from assistant.lexicon.lexicon import Lexicon
from assistant.lexicon.tokens import fold, phrase

_LONGEST = 160
"""Characters of a clause."""
_MOST = 8
"""Clauses of talk in one message."""
_MARK = r"\s*(?P<mark>[,;:.?!])\s+(?=\S)|\s+(?P<dash>[-–—]+)\s+(?=\S)"


def without_talk(text: str, lexicon: Lexicon) -> str:
    """The text without its clauses of talk; the text as it is where a word that nobody knows would be left."""
    text = rest = without_heading(text, lexicon, _asking(text, lexicon.language))
    for _ in range(_MOST if lexicon.language.section("by_grammar") else 0):
        if not _is_unread(rest, lexicon):
            return rest
        cores = (core for clause, core in _ways(rest, lexicon.language) if _goes(clause, core, lexicon))
        if not (rest := next(cores, "")):
            return text
    return text


def _is_unread(text: str, lexicon: Lexicon) -> bool:
    """Whether a text has a word that nobody knows, or a town of which no figure is loaded."""
    _, mentions, unknown = lexicon.link(text)
    return bool(unknown) or any("unsupported:cities" in m.candidates for m in mentions)


def _ways(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """The clauses that open or close the text as talk does, each with the rest, the longest first."""
    plain = fold(text)
    joins = rf"\s+{language.any_of('adjuncts', 'joins')}\s+(?={language.any_of('by_grammar', 'asks')}(?!\w))"
    aims = rf"\s+(?={language.any_of('adjuncts', 'purposes')}\s+{language.any_of('by_grammar', 'one')}\s)"
    for cut in reversed([*re.finditer(rf"{_MARK}|{joins}", plain)]):
        clause, core = text[: cut.start()], text[cut.end() :]
        heads = cut["mark"] == ":" or bool(cut["dash"])
        if _opens(clause, language) or heads and is_heading(clause, language):
            yield clause, core
    if wanting := wishing(language).match(plain):
        yield text[: wanting.end()], text[wanting.end() :].lstrip(" ,:")
    for cut in re.finditer(rf"{_MARK}|{aims}", plain):
        clause, core = text[cut.end() :].rstrip(" .!"), text[: cut.start() + len(cut["mark"] or "")].rstrip(" ,;:")
        if _closes(clause, language) or (cut["mark"] or cut["dash"]) and _opens(clause, language):
            yield clause, core


def _asking(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """The clauses about its writers that open a text, each with the question right behind it."""
    asks = rf"\W*{language.any_of('by_grammar', 'asks')}(?!\w)"  # "we sell shoes, toys and …" goes on
    opening = ((clause, core) for clause, core in _ways(text, language) if _opens(clause, language))
    yield from (way for way in opening if re.match(asks, fold(way[1])) and not _is_sourced(way[0], language))


def _is_sourced(clause: str, language: Language) -> bool:
    """Whether a clause names whose figure is meant, which a note may tell: "according to USDA"."""
    return bool({*phrase(clause)} & language.forms("noted", "words"))


@cache
def _opening(language: Language) -> re.Pattern[str]:
    """What a clause about its writers opens with: a person, a verb of the first person, or what somebody is doing."""
    of = partial(language.any_of, "by_grammar")
    doing = rf"\w+(?:{of('doing')})\s+(?:{of('one')}|{of('of_doing')})"
    first = rf"(?:{of('before_verbs')}\s+)?\w+(?:{of('we')}|{of('i')}(?=\s+(?:\w+\s+)?{of('one')}))"
    return re.compile(rf"\W*(?:{language.any_of('adjuncts', 'openers')}\W+)*(?:{of('persons')}|{doing}|{first})(?!\w)")


def _opens(clause: str, language: Language) -> bool:
    """Whether a clause tells what its writers do: "we're mediating a dispute", "captioning a film", "evaluamos …"."""
    return bool(_opening(language).match(fold(clause)))


def _closes(clause: str, language: Language) -> bool:
    """Whether a clause says what it is for that its writers do or have: "it's for a book we're underwriting"."""
    of = partial(language.any_of, "by_grammar")
    aim = rf"\W*(?:{of('it_is')}\s+)?{language.any_of('adjuncts', 'purposes')}\s+{of('one')}\s"
    plain = fold(clause)
    theirs = rf"\s(?:{of('persons')}|{language.any_of('by_grammar', 'that')}\s+\w+(?:{of('we')}|{of('i')}))(?!\w)"
    return bool(re.match(aim, plain)) and bool(re.search(theirs, plain) or language.said(plain, "adjuncts", "events"))


def _goes(clause: str, core: str, lexicon: Lexicon) -> bool:
    """Whether a clause names nothing of a figure and no ware, and leaves a whole question."""
    language, link = lexicon.language, lexicon.link
    unknown = _concrete(clause, core, lexicon)
    if (
        _is_sourced(clause, language)
        or len(clause) > _LONGEST
        or "?" in clause
        or any(map(lexicon.products.is_ware, unknown))
    ):
        return False
    if (who := wishing(language).match(f"{fold(clause)} ")) and who.end() == len(clause):
        return not _qualified(clause, unknown, language) and _is_of_who_asks(clause, core, lexicon)
    if unknown and not (_opens(clause, language) or _closes(clause, language)):
        return False  # "zorb report:" may be about zorbs
    told = clause
    if any(m.kind == "product" for m in link(core)[1]):  # "sector check: vehicles …"
        told = re.sub(rf"(?<!\w){language.any_of('by_grammar', 'of_goods')}(?!\w)", " ", fold(clause))
    return is_talk(_without_site(told, core, lexicon), language, link) and stands(core, clause, language, link)


def _without_site(clause: str, core: str, lexicon: Lexicon) -> str:
    """A clause without where its writers are, beside a question with a place of the kind: "a yard near Laredo"."""
    near = re.compile(rf"(?<!\w){lexicon.language.any_of('by_grammar', 'near')}\s+(?:the\s+)?$")
    asked, told = said_by(core, lexicon.link), said_by(clause, lexicon.link)
    for kinds in (SPOT, WHERE):
        for m in told.names(kinds) if asked.names(kinds) else ():
            if near.search(fold(told.read)[: m.start]):
                clause = re.sub(rf"(?<!\w){re.escape(m.text)}(?!\w)", " ", fold(clause))
    return clause


def _qualified(clause: str, unknown: tuple[str, ...], language: Language) -> bool:
    """Whether an unknown word says of what kind somebody is: "our zorb desk wants" may want zorbs."""
    at, wishes = (language.any_of("by_grammar", name) for name in ("at", "wishes"))
    said = re.split(rf"\s(?:{at}|{wishes})(?!\w)", fold(clause))[0].split()
    return any(word in said[:-1] for word in unknown)


def _is_of_who_asks(clause: str, core: str, lexicon: Lexicon) -> bool:
    """Whether a clause names nothing but who asks and where they are, and leaves a whole question."""
    language, link = lexicon.language, lexicon.link
    who = re.sub(rf"\s{language.any_of('by_grammar', 'wishes')}$", "", fold(clause))
    asking = (*TALKING, "unsupported:cities", "unsupported:firms", "unsupported:jobs", "goods:", "standing:")
    placed = re.search(rf"(?<!\w){language.any_of('by_grammar', 'at')}(?!\w)", who)
    plain = all(
        any(c.startswith(asking) for c in m.candidates)
        for m in link(who)[1]
        if not (placed and m.start > placed.start())
    )
    return plain and stands(core, clause, language, link)


def _concrete(clause: str, core: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The unknown words of a clause that may be what is traded: none where the question names its goods itself."""
    if any(m.kind == "product" for m in lexicon.link(core)[1]):
        return ()
    endings, heads = (tuple(lexicon.language.forms("by_grammar", "abstract")), text_kinds(lexicon.language))
    return tuple(word for word in lexicon.link(clause)[2] if not word.endswith(endings) and word not in heads)


__all__ = ["without_talk"]
