"""Questions about trade agreements: which one, whose, and what of it is asked; all words are accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from assistant.languages.language import Language
from assistant.lexicon.tokens import Token, overlaps, phrase, words
from assistant.lexicon.topics.agreement_asks import Asked, Read, asked
from assistant.lexicon.topics.agreement_rows import of_row
from assistant.lexicon.words import phrases
from assistant.periods import Period
from assistant.store.nomenclature import Nomenclature
from assistant.types import Call, Mention

_SECTION = "agreements"
_TRADED = frozenset({"measures:exports", "measures:imports", "measures:total", "goods:flow"})
_OTHER = frozenset(
    {*("measures", "goods", "modes", "product", "region", "port", "quantity", "tests", "unsupported", "levels")}
)
"""Mentions of what trade questions are about; a question that holds one is not about agreements alone."""


class Agreements:
    """The names of agreements and the cues about them, in one language."""

    def __init__(self, language: Language, names: Nomenclature) -> None:
        self.language, self.names = language, names

    def asked(
        self,
        text: str,
        mentions: Sequence[Mention],
        home: str,
        previous: Asked | None = None,
        calls: Sequence[Call] = (),
    ) -> Asked | None:
        """What is asked of agreements; None where the question is about something else, or says more than this knows.

        After a `previous` question about agreements, "and Japan?" puts another place or agreement in it;
        after `calls` for the trade of two countries, "under which agreement?" is of them.
        """
        read = self._read(text, mentions, home)
        if read is None:
            return None
        if len(read.names) == 1 and len(read.places) > 1 and set(read.places) == self._members(read.names[0]):
            read = replace(read, places=())  # "the deal of the US and Korea, KORUS"
        alone = not (read.names or read.places or read.period)
        return (of_row(read.cues, calls) if alone else None) or asked(read, previous)

    @cached_property
    def dictionary(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """Every cue and name, with what it means."""
        cues = self.language.section(_SECTION)
        found = {phrase(text): (f"cue:{code}",) for code, texts in cues.items() if code != "names" for text in texts}
        for row in self.names.listed("agreements"):
            own = cues.get("names", {}).get(row["id"], ())
            short = () if "-" in row["short_name"] else (row["short_name"],)  # "Mexico-Japan" names two places
            found |= {phrase(text): (f"name:{row['id']}",) for text in (row["name"], *short, *own)}
        return {key: meanings for key, meanings in found.items() if key}

    def _members(self, name: str) -> set[str]:
        """The places of an agreement, where it lists them."""
        rows = (row for row in self.names.listed("agreements") if row["id"] == name)
        return {code for row in rows for code in row["members"].split(";")}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the names and cues: none of them is misspelt."""
        return frozenset(word for key in self.dictionary for word in key)

    def _read(self, text: str, mentions: Sequence[Mention], home: str) -> Read | None:
        """What the words name; None where one of them means something else."""
        tokens = words(text)
        found = phrases.find(tokens, self.dictionary, max(map(len, self.dictionary), default=1))
        named = [m for m in found if m.kind == "name"]
        kept = [m for m in mentions if _is_place(m) and not overlaps(m, named)]
        cues = [m for m in found if m.kind == "cue" and not overlaps(m, kept)]
        cues += _covered(mentions, cues)
        dated = [m for m in mentions if m.kind == "period" and not overlaps(m, (*cues, *named))]
        free = _outside(tokens, (*named, *cues, *kept, *dated))
        other = [m for m in mentions if m.kind in _OTHER and not overlaps(m, cues)]
        if any(token.word not in self.language.harmless for token in free) or len(dated) > 1:
            return None
        if any(overlaps(m, other) for m in _mentions(free)):
            return None
        places = tuple(dict.fromkeys(home if _place(m) == "home" else _place(m) for m in kept))
        if not all(self._is_listed(place) for place in places):
            return None
        period = _period(dated)
        if dated and period is None:
            return None
        meanings = _leading(frozenset(map(_code, cues)) - {"glue"})
        return Read(meanings, tuple(dict.fromkeys(map(_code, named))), places, period, _is_first(cues, named))

    def _is_listed(self, place: str) -> bool:
        """Whether a place is a country, or a group whose members are known."""
        return place in self.names.places or place in self.names.groups


def _covered(mentions: Sequence[Mention], cues: Sequence[Mention]) -> list[Mention]:
    """The words for trade behind an agreement that is asked for: "which agreement covers exports from Chile".

    Trade that is asked for itself, "exports under the agreement", stands before it.
    """
    meant = [m for m in sorted(cues, key=lambda m: m.start) if _code(m) not in ("glue", "in", "and")]
    opening = [_code(m) for m in meant[:2]]
    if len(opening) < 2 or opening[0] not in ("list", "polar", "was") or opening[1] not in ("word", "fta"):
        return []
    flows = [m for m in mentions if m.start >= meant[1].end and _TRADED & {*m.candidates}]
    first = next((m for m in mentions if _TRADED & {*m.candidates}), None)
    behind = first is not None and first.start >= meant[1].start
    return [replace(m, kind="cue", candidates=("cue:glue",)) for m in flows if behind and not overlaps(m, cues)]


def _mentions(tokens: Iterable[Token]) -> list[Mention]:
    return [Mention("word", token.start, token.end, token.word, ()) for token in tokens]


def _is_first(cues: Iterable[Mention], named: Sequence[Mention]) -> bool:
    """Whether an agreement is named before "replace": "what did the USMCA replace"."""
    return bool(named) and any(_code(m) == "replace" and m.start > named[0].start for m in cues)


def _leading(cues: frozenset[str]) -> frozenset[str]:
    """The cues; "is" and "does" ask for yes or no only where no "which" or "when" does; "was" asks as well."""
    cues = cues | {"polar"} if "was" in cues else cues
    return cues - {"polar", "was"} if {"list", "who", "count", "when"} & cues else cues


def _is_place(mention: Mention) -> bool:
    return bool(_place(mention))


def _place(mention: Mention) -> str:
    """The place that a mention names without doubt; the home country is "home"."""
    codes = [c.split(":", 1)[1] for c in mention.candidates if c.startswith(("place:", "home:"))]
    return codes[0] if len(set(codes)) == 1 else ""


def _code(mention: Mention) -> str:
    return mention.candidates[0].split(":", 1)[1]


def _period(dated: Sequence[Mention]) -> str | None:
    """The year, quarter or month that is named; None where there is none, or it is relative."""
    try:
        return str(Period.parse(dated[0].candidates[0].split(":", 1)[1])) if dated else None
    except ValueError:
        return None


def _outside(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Token]:
    return [t for t in tokens if not any(m.start < t.end and t.start < m.end for m in mentions)]
