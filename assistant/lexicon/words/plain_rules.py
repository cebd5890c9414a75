"""The rules of a language's [plainly], read when a question has a word that they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.languages.language import Language, file_stamps
from assistant.lexicon.tokens import fold
from assistant.lexicon.words.needed import Words, needed
from assistant.store.remembered import remembered

PLACE, OWNER = "\ue000", "\ue001"
"""What stands for each letter of a place and of one in the possessive."""
Forms = Mapping[str, Mapping[str, str]]
"""The plain form for each form of the synonyms of a verb."""
_PLACES = {"place": f"(?:{PLACE}+)", "owner": f"(?:{OWNER}+)"}
_REFERENCE = re.compile(r"\{([a-z_]+(?:\.[a-z]+)?)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying it: where it stands, what is put for its groups, and what the question must say or not.

    `needed` are sets of words: wherever the rule applies, a text has one of each. Patterns name hundreds of words, so
    that they are compiled for the first text that has these.
    """

    find: str
    put: Mapping[str, str]
    needs: str
    never: str
    needed: Words

    def found(self, shadow: str) -> Iterator[re.Match[str]]:
        """Where the rule applies in a folded text whose places are covered, and which has the words that it needs."""
        if _compiled(self.needs).search(shadow) and not _compiled(self.never).search(shadow):
            yield from _compiled(self.find).finditer(shadow)


def words_of(shadow: str) -> frozenset[str]:
    """The words of a folded text, of which a rule needs some."""
    return frozenset(re.findall(r"\w+", shadow))


@cache
def plain_rules(language: Language) -> tuple[tuple[Rule, ...], Forms]:
    """The rules of a language in order, and the plain form for each form of its synonyms."""
    section = language.section("plainly")
    said = {
        name: {fold(word): form for form, words in forms.items() for word in words}
        for name, forms in section.get("verbs", {}).items()
    }
    listed = dict(section.get("lists", {}))
    for name, forms in section.get("verbs", {}).items():
        listed |= {f"{name}.{form}": words for form, words in forms.items()}
        listed[name] = [word for words in forms.values() for word in words]
    names = {**{name: _any(words) for name, words in listed.items() if words}, **_PLACES}
    names["end"] = f"(?:(?:{names.get('the', '(?!)')} )?{PLACE}+)"
    rules = section.get("rules", ())
    read = file_stamps() + repr(section).encode()
    kept = remembered(f"needed-{language.code}", read, lambda: [_needed(rule, listed) for rule in rules])
    return tuple(_rule(rule, names, words) for rule, words in zip(rules, kept, strict=True)), said


def _needed(rule: Mapping[str, str], listed: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The words that a rule needs, as they are kept: to read them off hundreds of patterns takes its time."""
    return [sorted(words) for words in needed(rule["find"], lambda name: _first(listed.get(name, ())))]


def _rule(rule: Mapping[str, str], names: Mapping[str, str], words: Sequence[Sequence[str]]) -> Rule:
    return Rule(
        rf"(?<!\w){_filled(rule['find'], names)}(?!\w)",
        {group: word for group, word in rule.items() if group not in ("find", "needs", "never")},
        _filled(rule.get("needs", ""), names),
        _filled(rule.get("never", r"(?!)"), names),
        tuple(map(frozenset, words)),
    )


def _first(forms: Sequence[str]) -> frozenset[str]:
    """The words that the forms of a list begin with; none where a form has no word, as "%" has."""
    words = [re.findall(r"\w+", fold(form))[:1] for form in forms]
    return frozenset(word for first in words for word in first) if all(words) else frozenset()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _any(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(map(fold, words), key=len, reverse=True)))})"


def _filled(pattern: str, names: Mapping[str, str]) -> str:
    """The pattern with each {name} as its words; a bracket with a number in it repeats."""
    return _REFERENCE.sub(lambda found: names[found[1]], pattern)


__all__ = ["OWNER", "PLACE", "Forms", "Rule", "plain_rules", "words_of"]
