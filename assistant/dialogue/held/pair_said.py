"""The last two things asked about, by their order: "from the first to the second" is from one to the other."""

from __future__ import annotations

import re

from assistant.dialogue.held.apart import two_periods
from assistant.dialogue.held.joining import both_ways, of_a_kind, pair_of
from assistant.dialogue.turns import Dialogue, Turn
from assistant.languages.language import Language
from assistant.lexicon.tokens import fold
from assistant.periods import TIMES, Period


def as_pair(text: str, dialogue: Dialogue, language: Language) -> str:
    """The message with the first and the second as "one and the other", where two like things were asked in turn.

    Of three or more the places count: "from the first to the third" is from the one's time to the other's.
    """
    forms, turns = language.section("pairs"), [turn for turn in dialogue.turns if turn.slots is not None]
    if not forms or not (two_periods(dialogue) or pair_of(dialogue) or both_ways(dialogue)):
        return text
    alike, told = of_a_kind(turns, len(turns)), fold(text)
    if len(alike) > 2:
        told = _ordered(language).sub(lambda match: _timed(match, alike), told)
    else:
        told = _spans(language).sub(
            lambda match: forms["meant"][0] if _fits(match, alike, language) else match[0], told
        )
        told = _either(language).sub(f" {forms['of_them'][0]}", told)
    told = re.sub(rf"(?<!\w){language.any_of('pairs', 'twos')}{_noun(language)}(?!\w)", forms["them"][0], told)
    return told if told != fold(text) else text


def _fits(match: re.Match[str], turns: list[Turn], language: Language) -> bool:
    """Whether the times named are as long as those asked about: no "from one month to the next" of two years."""
    meant = {code for word in match[0].split() for kind, code in language.phrases.get((word,), ()) if kind == "keys"}
    grains = {Period.parse(turn.period).grain for turn in turns if turn.period}
    return not meant & TIMES or meant & TIMES == grains


def _timed(match: re.Match[str], turns: list[Turn]) -> str:
    """From the one time to the other, where both are counted and the first is the earlier; else as it is said."""
    places = [next(int(name[1:]) for name in match.groupdict() if match[name] and name[0] == side) for side in "ab"]
    periods = [turns[place].period if place < len(turns) else None for place in places]
    if None in periods or periods[0] >= periods[1]:  # type: ignore[operator]
        return match[0]
    return f"{match['start']} {periods[0]} {match['link']} {periods[1]}"


def _ordered(language: Language) -> re.Pattern[str]:
    """What goes from one of several to another: "from the first to the third"."""
    order = language.section("pairs").get("order", ())
    one, other = ("|".join(f"(?P<{side}{at}>{form})" for at, form in enumerate(order)) for side in "ab")
    start, link, noun = (*(language.any_of("pairs", name) for name in ("from", "to")), _noun(language))
    return re.compile(rf"(?<!\w)(?P<start>{start})\s+(?:{one}){noun}\s+(?P<link>{link})\s+(?:{other}){noun}(?!\w)")


def _noun(language: Language) -> str:
    return rf"(?:\s+{language.any_of('pairs', 'nouns')})?"


def _sides(language: Language) -> tuple[str, str]:
    """What the first and what the second is called."""
    noun = _noun(language)
    return language.any_of("pairs", "first") + noun, language.any_of("pairs", "second") + noun


def _spans(language: Language) -> re.Pattern[str]:
    """What goes from the one to the other: "between the former and the latter", "from the first year to the second"."""
    (first, second), start = _sides(language), language.any_of("pairs", "from")
    return re.compile(rf"(?<!\w){start}\s+{first}\s+{language.any_of('pairs', 'to')}\s+{second}(?!\w)")


def _either(language: Language) -> re.Pattern[str]:
    """Both as what one is chosen of: "which is larger, the first or the second?"."""
    first, second = _sides(language)
    return re.compile(rf",?\s+{first}\s+{language.any_of('pairs', 'or')}\s+{second}(?!\w)")


__all__ = ["as_pair"]
