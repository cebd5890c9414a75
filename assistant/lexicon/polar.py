"""Whether a yes or no is asked for, and of which claim: not where two are offered to choose from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.languages.language import Language
from assistant.lexicon.linked import Linked
from assistant.lexicon.tokens import fold, phrase
from assistant.lexicon.tokens import words as tokens
from assistant.measures import TURNED
from assistant.periods import TIMES, Period
from assistant.types import Mention

_VERSUS = frozenset({"exceed", "trail"})
_STATES = re.compile(r"[^?!]*?\.\s[^?]*\?")
"""A clause that ends in a full stop before what is asked: "2020 was when covid struck. How far did imports fall?"."""
_CLAIMS = ("operations:exceed", "operations:trail", "operations:rise", "operations:fall", "tests:")
_SUBJECTS = ("place:", "region:", "port:", "modes:")
_CHOSEN = ("period", "place", "modes", "region", "port", "product", "measures")


def asks_yes_or_no(linked: Linked) -> bool:
    """Whether a verb opens the question, or its clause after a period or heading, or the words ask for a yes or no."""
    words, requests, asks = (linked.language.forms("polar", name) for name in ("words", "requests", "asks"))
    opens = words - requests
    if set(phrase(linked.text)[:1]) & words:
        return not _is_task(linked, 0) and bool(set(phrase(linked.text)[:1]) & opens)
    if linked.language.said(fold(linked.text), "polar", "marks"):
        return not set(phrase(linked.text)) & (asks - linked.language.forms("comparatives", "bare"))  # "más que"
    if is_stated(linked.text, linked.mentions, linked.language) or _is_compared(linked) or _is_held(linked):
        return True
    return any(
        set(phrase(linked.text[start:])[:1]) & opens
        and not _is_task(linked, start)
        and not set(phrase(linked.text[:start])) & asks
        and not _STATES.match(linked.text, start)
        for start in _clauses(linked)
    )


def opens_with_verb(text: str, language: Language) -> bool:
    """Whether the verb of a yes or no opens a text: "did any mode", and not "can you tell me"."""
    words, requests = (language.forms("polar", name) for name in ("words", "requests"))
    return not (words - requests).isdisjoint(phrase(text)[:1])


def _is_task(linked: Linked, start: int) -> bool:
    """Whether it is something to be done that begins there: "do it for Thailand too", "do the same for Spain"."""
    told = " ".join(phrase(linked.text[start:]))
    return any(told.startswith(f"{task} ") for task in linked.language.forms("polar", "tasks"))


def is_stated(text: str, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether a statement is asked, its subject first: "¿Estados Unidos tuvo déficit con Argentina?"."""
    leads, stated, asks = (language.forms("polar", name) for name in ("leads", "stated", "asks"))
    first = next((m for m in mentions if any(c.startswith(_SUBJECTS) for c in m.candidates)), None)
    asked = asks - language.forms("comparatives", "bare")  # "el estado que más exporta"
    if "?" not in text or first is None or set(phrase(text)) & asked:
        return False
    before, after = phrase(text[: first.start]), phrase(text[first.end :])
    return set(before) <= leads and bool(set(after[:1]) & stated)


def _is_compared(linked: Linked) -> bool:
    """Whether a verb with its pronoun, or a subject, opens a comparison: "¿Le vendió México más a China que Chile?"."""
    pronouns, asks = (linked.language.forms("polar", name) for name in ("pronouns", "asks"))
    start = linked.text.rfind("¿") + 1
    told = phrase(linked.text[start:])
    degrees, than = linked.language.forms("comparatives", "more", "less"), linked.language.forms("comparatives", "bare")
    named = [c for m in linked.mentions if m.start >= start for c in m.candidates]
    chosen = any(c.startswith("keys:") and c.removeprefix("keys:") not in TIMES for c in named)
    stated = pronouns and "?" in linked.text[start:] and not (chosen or {*told[:1]} & asks)  # "¿qué es lo que más …?"
    opened = {*told[:1]} & pronouns or stated
    return bool(opened and {*told} & degrees and {*told} & than) and not {*told} & (asks - than)


def _is_held(linked: Linked) -> bool:
    """Whether a statement that one is above another is asked: "¿Las importaciones superaron a las exportaciones?"."""
    held = linked.language.said(fold(linked.text), "polar", "held")
    if held is None or "?" not in linked.text[held.end() :]:
        return False
    asks, joins = linked.language.forms("polar", "asks"), linked.language.forms("both_times", "joins")
    behind = asks - linked.language.forms("comparatives", "bare") - joins  # "tanto en 2023 como en 2024"
    return not {*phrase(linked.text[: held.start()])} & asks and not {*phrase(linked.text[held.end() :])} & behind


def _clauses(linked: Linked) -> list[int]:
    """Where a clause begins after what opens a question: "2024: are …", "in 2024 were …", "exports – was …"."""
    if not linked.language.section("polar").get("asks"):
        return []
    found = [match.end() for match in re.finditer(r"[:,;.]\s+|\s[-–—]+\s+|¿", linked.text)]
    first = next((m for m in linked.mentions if not any(c.startswith("prepositions:") for c in m.candidates)), None)
    if first and first.kind == "period":
        found.append(first.end)
    return [*found, _behind_leads(linked)]


def _behind_leads(linked: Linked) -> int:
    """Where a question begins behind the words of talk that lead it in: "ok and is that …", "so was 2023 …"."""
    leads = linked.language.forms("held", "leads")
    bids = {task.split()[0] for task in linked.language.forms("polar", "tasks")}  # "now do Mexico"
    first = next((token for token in tokens(linked.text) if token.word not in leads), None)
    return first.start if first is not None and first.word not in bids else 0


def settled_claim(found: set[str], linked: Linked) -> set[str]:
    """The operations of a yes-or-no question put right: a choice of two has no yes, and two periods have an order.

    "Was 2019 higher than 2020?" claims that the later of both is lower.
    """
    if "polar" in found and _is_denied(linked):
        return found - {"polar"}
    if "polar" not in found or not found & _VERSUS | {"compare"} & found:
        return found
    either = linked.language.said(fold(linked.text), "polar", "either")  # "up or down"
    if either or _is_choice(linked) or found >= _VERSUS:  # "higher or lower"
        return found - {"polar", "trail"} if either and found >= _VERSUS else found - {"polar"}
    named = _periods(linked)
    if len(named) == 2 and len(found & _VERSUS) == 1 and named[0].first < named[1].first:
        return {TURNED.get(name, name) for name in found} if _than_between(linked) else found
    return found


def _is_denied(linked: Linked) -> bool:
    """Whether "not" leads to what is claimed: "were they not larger than those", to which a yes would say either."""
    denials = linked.language.forms("lists", "denials")
    claims = [m for m in linked.mentions if m.candidates[0].startswith(_CLAIMS)]
    limited = any(m.candidates[0].startswith("amount:") for m in linked.mentions)
    said = (phrase(linked.text[: m.start])[1:][-1:] + phrase(m.text)[:1] for m in claims)
    return not limited and any(set(words) & denials for words in said)


def _periods(linked: Linked) -> list[Period]:
    """The two periods that are named, in the order of the question; nothing where one is relative."""
    codes = list(dict.fromkeys(linked.codes("period")))
    try:
        return [Period.parse(code) for code in codes] if len(codes) == 2 else []
    except ValueError:
        return []


def _than_between(linked: Linked) -> bool:
    """Whether the second period is what the first is measured by: "was 2019 above 2020"."""
    dated = [m for m in linked.mentions if m.kind == "period"]
    if len(dated) != 2:
        return False
    first, second = dated
    degrees = [m for m in linked.mentions if {f"operations:{name}" for name in _VERSUS} & set(m.candidates)]
    said = linked.language.said(fold(linked.text[first.end : second.start]), "comparatives", "than", "bare")
    return said is not None or any(first.end <= m.start < second.start for m in degrees)


def _is_choice(linked: Linked) -> bool:
    """Whether "or" offers two of a kind, of which a comparative chooses: "higher in 2023 or in 2024"."""
    joins = linked.language.forms("polar", "or")
    degrees = "|".join(re.escape(m.text) for m in linked.mentions if "operations:exceed" in m.candidates)
    turned = rf"\b(?:{degrees})\s+{linked.language.any_of('polar', 'or')}\s+(?:lower|smaller|less|menor|menos)\b"
    if degrees and re.search(turned, fold(linked.text)):
        return True
    mentions = [m for m in linked.mentions if _kind(m)]
    for left, right in zip(mentions, mentions[1:], strict=False):
        between = set(phrase(linked.text[left.end : right.start]))
        if _kind(left) == _kind(right) and between & joins:
            return True
    return False


def _kind(mention: Mention) -> str:
    sections = [c.split(":", 1)[0] for c in mention.candidates]
    return next((section for section in _CHOSEN if section in sections), "")
