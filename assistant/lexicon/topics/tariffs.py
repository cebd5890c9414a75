"""Questions about tariffs: which rate is meant, who charges it, and on whose goods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes, Slots
from assistant.lexicon.tokens import phrase
from assistant.measures import TARIFFS
from assistant.types import Mention

DUTIES = ("duty", "effective_duty")
_FLOWS = frozenset({"exports", "imports", "total"})
_PREFIX = "tariffs:"
_NEAR = 2
"""How many words may stand between a place and the verb that makes it the one who charges."""


def tariff_measures(linked: Linked) -> Codes:
    """The rate that is meant, () where none is; with it a flow that is more than what the rate is charged on.

    "Tariff on imports from Mexico" means the tariff alone; "imports from Mexico after the tariffs" means two things.
    """
    named = [(m, code) for m in linked.mentions if not _is_degree(m) for code in _coded(m, "measures")]
    rates = [(m, code) for m, code in named if code in TARIFFS]
    if not rates:
        return ()
    kinds = [code for _, code in rates]
    added = "added_tariff" in kinds or any(cue in ("added", "raised") for cue in cues(linked.mentions))
    if "base" in cues(linked.mentions):
        kinds = ["base_tariff"]
    kind = (
        "added_tariff" if added and "base_tariff" not in kinds else next((k for k in kinds if k != "tariff"), kinds[0])
    )
    others = [(m, code) for m, code in named if code not in TARIFFS and code not in DUTIES]
    apart = [code for m, code in others if not any(_charged_on(linked, rate, m, code) for rate, _ in rates)]
    return (kind, *dict.fromkeys(apart))


def _is_degree(mention: Mention) -> bool:
    """Whether a word is a superlative that names a measure of goods elsewhere: "the heaviest tariff"."""
    return bool({"operations:top", "operations:bottom"} & {*mention.candidates})


def cues(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """What is said about the tariff: "charge", "pay", "added", "raised", "exempt", …"""
    return tuple(code for mention in mentions for code in _coded(mention, "tariffs"))


def levied(linked: Linked, slots: Slots) -> Slots:
    """The slots with who charges as the reporter and whose goods as the partners, in the order of the question.

    Whoever charges is the home country, unless the words say that another one does, or that the home country's goods
    are charged; then no place stands as the one whose goods they are but the home country.
    """
    found = [(at, code) for at, m in enumerate(linked.mentions) for code in _places(m, linked.home)[:1]]
    left_out = set(slots.without.get("partner", ()))
    others = tuple(dict.fromkeys(code for _, code in found if code != linked.home and code not in left_out))
    charging = [code for at, code in found if code != linked.home and _charges(linked, at)]
    named = tuple(code for _, code in found)
    if charging or _home_is_charged(linked, [at for at, code in found if code == linked.home]):
        levier = tuple(charging[:1]) or others[:1] or ("WLD",)
        return replace(slots, reporter=levier, partner=(linked.home,), places=named)
    return replace(slots, reporter=(linked.home,), partner=others, places=named)


def is_collected_abroad(linked: Linked) -> bool:
    """Whether a duty is what another country takes in: "cuánto recaudó México en aranceles"."""
    named = (at for at, m in enumerate(linked.mentions) if set(_places(m, "")) - {"", linked.home})
    return any(_collects(linked, at) for at in named)


def _collects(linked: Linked, at: int) -> bool:
    """Whether a verb of collecting stands right before the place that is its subject: "recaudados por México"."""
    mention, before = linked.mentions[at], linked.mentions[:at]
    if linked.language.section("roles").get("objects") != "marked":
        return False
    led = [m for m in before if "charge" in cues((m,)) or set(_coded(m, "measures")) & set(DUTIES)]
    said = phrase(linked.text[: mention.start])
    by = set(said[-1:]) & _words(linked.language, "agent")
    collects = set(said[-2:] if by else said[-1:]) & _words(linked.language, "collected")
    return bool(led) and bool(collects)


def without_tariffs(
    mentions: Sequence[Mention], unknown: Codes, language: Language
) -> tuple[tuple[Mention, ...], Codes]:
    """The mentions and unknown words of a question that is not about tariffs: their verbs are plain words again.

    What is exempt from a tariff stays: the notes speak of it.
    """
    kept: list[Mention] = []
    words_again: list[str] = []
    for mention in mentions:
        candidates = tuple(c for c in mention.candidates if not c.startswith(_PREFIX) or c == f"{_PREFIX}exempt")
        if candidates:
            kept.append(replace(mention, candidates=candidates) if candidates != mention.candidates else mention)
        else:
            words_again += [word for word in mention.text.split() if word not in language.harmless]
    return tuple(kept), (*unknown, *words_again)


def _coded(mention: Mention, section: str) -> list[str]:
    prefix = f"{section}:"
    return [c.removeprefix(prefix) for c in mention.candidates if c.startswith(prefix)]


def _places(mention: Mention, home: str) -> list[str]:
    found = _coded(mention, "place")
    return found or ([home] if "home:home" in mention.candidates else [])


def _charged_on(linked: Linked, rate: Mention, other: Mention, code: str) -> bool:
    """Whether a flow is what the tariff is charged on: "tariff on imports", "import tariff"."""
    if code not in _FLOWS:
        return False
    if other.end <= rate.start:
        return not linked.text[other.end : rate.start].strip() or _is_listed(linked, other)
    between = phrase(linked.text[rate.end : other.start])
    if set(between) & _words(linked.language, "apart"):
        return False
    return bool(set(between) & _words(linked.language, "on")) and not any(
        _coded(m, "operations") for m in linked.mentions if rate.end <= m.start < other.start
    )


def _is_listed(linked: Linked, flow: Mention) -> bool:
    """Whether a flow only says of what a kind of thing is: "which chapter of imports from Canada"."""
    kind, link = ([None, None, *(m for m in linked.mentions if m.end <= flow.start)])[-2:]
    led = kind is not None and link is not None and "prepositions:of" in link.candidates
    return led and kind is not None and bool({"keys:product", "keys:partner"} & {*kind.candidates})


def _charges(linked: Linked, at: int) -> bool:
    """Whether a place is the one who charges: "does Mexico charge", "imposed by Mexico", "cobra México"."""
    mention = linked.mentions[at]
    if _collects(linked, at):
        return True
    before, after = linked.mentions[:at], linked.mentions[at + 1 :]
    follows = next((m for m in after if "charge" in _coded(m, "tariffs")), None)
    near = follows and len(phrase(linked.text[mention.end : follows.start])) <= _NEAR
    if follows and near and not _passive(linked, follows) and not _is_put_to(linked, mention):
        return not any(_places(m, linked.home) for m in after if m.start < follows.start)
    earlier = next((m for m in reversed(before) if "charge" in _coded(m, "tariffs")), None)
    if earlier is None:
        return False
    between = phrase(linked.text[earlier.end : mention.start])
    if set(between) & _words(linked.language, "agent"):
        return True
    return not between and linked.language.section("roles").get("objects") == "marked"


def _is_put_to(linked: Linked, mention: Mention) -> bool:
    """Whether a language that marks its objects marks the place as one: "a México le cobran"."""
    marked = linked.language.section("roles").get("objects") == "marked"
    return marked and bool(set(phrase(linked.text[: mention.start])[-1:]) & _words(linked.language, "object"))


def _passive(linked: Linked, verb: Mention) -> bool:
    """Whether the verb says what is done to the subject: "is Mexico charged", "se le cobra"."""
    return bool(set(phrase(linked.text[verb.start : verb.end])) & _words(linked.language, "passive"))


def _words(language: Language, name: str) -> frozenset[str]:
    return language.forms("rates", name)


def _home_is_charged(linked: Linked, at: Sequence[int]) -> bool:
    """Whether the home country's goods are charged: "tariffs on US goods", "tariff on American exports to Mexico"."""
    rates = [m for m in linked.mentions if any(code in TARIFFS or code in DUTIES for code in _coded(m, "measures"))]
    return any(_is_object(linked, rates, place) for place in at)


def _is_leviers(linked: Linked, rate: Mention, named: Sequence[Mention]) -> bool:
    """Whether the one place behind a rate says whose rate it is: "the duty rate of Canada on US goods"."""
    led = [m for m in linked.mentions if rate.end <= m.start < named[0].start]
    alone = len(named) == len(led) == 1 and "prepositions:of" in led[0].candidates
    return alone and not linked.text[rate.end : led[0].start].strip()


def _is_object(linked: Linked, rates: Sequence[Mention], at: int) -> bool:
    mention = linked.mentions[at]
    before = [rate for rate in rates if rate.end <= mention.start]
    if not before:
        return False
    between = phrase(linked.text[before[-1].end : mention.start])
    inside = [m for m in linked.mentions[:at] if m.start >= before[-1].end]
    named = [m for m in inside if _places(m, linked.home)]
    if not set(between) & _words(linked.language, "object") or named and not _is_leviers(linked, before[-1], named):
        return False
    if set(between[-2:]) & _words(linked.language, "into") or any("charge" in _coded(m, "tariffs") for m in inside):
        return False
    beside = [*inside[-1:], *linked.mentions[at + 1 : at + 2]]
    near = [m for m in beside if "imports" in _coded(m, "measures")]  # "tariff on US imports from Mexico"
    return not any(not phrase(linked.text[min(m.end, mention.end) : max(m.start, mention.start)]) for m in near)
