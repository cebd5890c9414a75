"""Places that one side of a comparison adds up, as one place: "more than Colombia and Peru put together"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.linked import place_of
from assistant.lexicon.tokens import fold, words
from assistant.store.members import JOINT
from assistant.types import Mention

_SUM = "operations:sum"
_COMPARED = frozenset({"exceed", "trail", "compare", "difference", "ratio"})
Run = tuple[int, ...]
"""Where the places of a list stand among the mentions."""


def jointly(text: str, mentions: Sequence[Mention], language: Language, home: str) -> tuple[Mention, ...]:
    """The mentions with each such list as one place of joint codes, without the word that adds it up.

    A list that nothing else is held against stays apart: its sum is asked of the whole question.
    """
    mentions = _spelled_out(text, mentions, language, home)
    runs = list(_runs(text, mentions, language)) if _is_comparing(text, mentions, language) else []
    added = {run: cue for run in runs if (cue := _added(text, mentions, run, language)) is not None}
    inside = {place_of(mentions[at]) for run in added for at in run}
    others = {code for m in mentions if (code := place_of(m))} - inside - {home}
    if not added or home in inside or not others and len(added) < 2:
        return tuple(mentions)
    gone = {*added.values(), *(at for run in added for at in range(run[0], run[-1] + 1))}
    joint = [_joint(text, mentions, run) for run in added]
    kept = [mention for at, mention in enumerate(mentions) if at not in gone]
    return tuple(sorted((*kept, *joint), key=lambda mention: mention.start))


def _spelled_out(text: str, mentions: Sequence[Mention], language: Language, home: str) -> tuple[Mention, ...]:
    """The mentions with a group and its members in brackets behind it as one place: "North America (… and …)"."""
    groups, gone, found = language.section("groups"), set[int](), list(mentions)
    for run in _runs(text, mentions, language) if "(" in text else ():
        group, inside = mentions[run[0]], run[1:]
        last = mentions[run[-1]].end
        bracketed = text[group.end : mentions[run[1]].start].strip() == "(" and text[last:].lstrip()[:1] == ")"
        codes = dict.fromkeys(place_of(mentions[at]) for at in inside)
        if place_of(group) not in groups or not bracketed or len(codes) < 2 or home in codes:
            continue
        if _is_chosen_from(text, mentions, run, language):
            gone.add(run[0])
        else:
            found[run[0]] = replace(group, candidates=(f"place:{JOINT.join(codes)}",))
            gone.update(inside)
    return tuple(mention for at, mention in enumerate(found) if at not in gone)


def _is_chosen_from(text: str, mentions: Sequence[Mention], run: Run, language: Language) -> bool:
    """Whether one of a group is asked for: "which of the Nordic countries (…)", "of the Nordic ones (…), which"."""
    which, group = language.forms("lists", "which", "who"), mentions[run[0]]
    lead = max((t.end for t in words(fold(text[: group.start])) if t.word in which), default=-1)
    between = [m for m in mentions if lead <= m.start < group.start]
    led = lead >= 0 and all(m.kind in ("prepositions", "keys") for m in between)
    return led or bool({t.word for t in words(fold(text[mentions[run[-1]].end :]))[:3]} & which)


def _is_comparing(text: str, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether two things are held against each other: by a cue, or by what stands before the second one, "than"."""
    cues = {c.removeprefix("operations:") for m in mentions for c in m.candidates}
    return bool(cues & _COMPARED) or language.said(fold(text), "comparatives", "bare") is not None


def _joint(text: str, mentions: Sequence[Mention], run: Run) -> Mention:
    """The one place that a list is."""
    start, end = mentions[run[0]].start, mentions[run[-1]].end
    codes = dict.fromkeys(place_of(mentions[at]) for at in run)
    return Mention("place", start, end, text[start:end], (f"place:{JOINT.join(codes)}",))


def _runs(text: str, mentions: Sequence[Mention], language: Language) -> Iterator[Run]:
    """The lists of two and more places, with commas, "and" or a plus between them."""
    run: list[int] = []
    for at, mention in enumerate(mentions):
        if not place_of(mention):
            if "dialogue:and" not in mention.candidates and _SUM not in mention.candidates:
                yield from [tuple(run)] if len(run) > 1 else []
                run = []
            continue
        if run and not _is_joined(text[mentions[run[-1]].end : mention.start], language):
            yield from [tuple(run)] if len(run) > 1 else []
            run = []
        run.append(at)
    yield from [tuple(run)] if len(run) > 1 else []


def _is_joined(gap: str, language: Language) -> bool:
    if gap.strip() == "(":
        return True
    small = language.any_of("lists", "plus", "listed_with", "articles")
    return re.fullmatch(rf"[\s,]*(?:(?<!\w){small}(?!\w)[\s,]*)*", fold(gap)) is not None and bool(gap.strip())


def _added(text: str, mentions: Sequence[Mention], run: Run, language: Language) -> int | None:
    """Where the word stands that adds a list up: a plus in it, or a cue right behind it or before what is added."""
    first, last = run[0], run[-1]
    gaps = [fold(text[mentions[a].end : mentions[b].start]).strip(" ,") for a, b in zip(run, run[1:], strict=False)]
    if any(gap in language.forms("lists", "plus") for gap in gaps):
        return first
    if _is_sum(mentions, last + 1) and _is_near(text[mentions[last].end : mentions[last + 1].start], language):
        return last + 1
    before = next((at for at in range(first - 1, -1, -1) if not _is_flow(mentions[at])), -1)
    return before if _is_sum(mentions, before) else None


def _is_flow(mention: Mention) -> bool:
    """Whether it only says what is added up: "the sum of exports to …", "combined imports from …"."""
    return mention.candidates[0].startswith(("measures:", "verbs:", "prepositions:", "goods:"))


def _is_sum(mentions: Sequence[Mention], at: int) -> bool:
    return 0 <= at < len(mentions) and _SUM in mentions[at].candidates


def _is_near(gap: str, language: Language) -> bool:
    """Whether only small words stand between a list and the word that adds it up."""
    small = language.forms("lists", "articles") | language.forms("lists", "auxiliary") | language.forms("lists", "of")
    return all(token.word in small for token in words(gap))


__all__ = ["jointly"]
