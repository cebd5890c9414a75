"""Years to date and changes since a time, where two periods say one: "ytd … August 2024", "since 2018, as of 2023"."""

from __future__ import annotations

from assistant.lexicon.linked import Linked
from assistant.lexicon.question import Codes


def to_date(linked: Linked, named: Codes) -> Codes:
    """The periods without one that "year to date" ends with, and running totals "through 2024" as those of the year."""
    for mention in linked.mentions:
        code = mention.candidates[0].removeprefix("period:")
        if mention.kind == "period" and code[-4:].strip("-").isdigit() and not any(map(str.isdigit, mention.text)):
            named = tuple(p for p in named if p == code or p not in (code[len("ytd:") :], code.partition("/")[2]))
    dated = linked.language.forms("periods", "ytd")
    said = "this-year" in named and any(m.text in dated for m in linked.mentions)
    if said and any(map(_from_january, named)):  # "YTD growth, January-August 2024 against the year before"
        return tuple(period for period in named if period != "this-year")
    if len(named) == 2 and said:
        year = "".join(period for period in named if period != "this-year")
        named = (f"ytd:{year}",) if year.isdigit() else named
    if len(named) == 1 and "cumulate" in linked.codes("operations") and len(named[0]) == len("/2024"):
        return (named[0].removeprefix("/"),)
    return named


def _from_january(period: str) -> bool:
    """Whether a period is the months of one year up to some month of it, and so says itself what is to date.

    >>> _from_january("2024-01/2024-08"), _from_january("2023-01/2024-08")
    (True, False)
    """
    first, _, last = period.partition("/")
    return first.endswith("-01") and len(last) == len(first) and last[:4] == first[:4]


def since_to(named: Codes) -> Codes:
    """The two periods of a change "since 2018, as of 2023"; empty where it is none.

    >>> since_to(("2018/", "2023")), since_to(("2000/", "2024", "2000"))
    (('2018', '2023'), ('2000', '2024'))
    """
    starts = [period.removesuffix("/") for period in named if period.endswith("/") and period[:1].isdigit()]
    if len(named) > 2:  # "since 2000: 2024 over 2000"
        named = tuple(period for period in named if period not in starts)
    others = [period for period in named if not period.endswith("/") and len(period) == len("".join(starts))]
    if len(named) != 2 or len(starts) != 1 or len(others) != 1:
        return ()
    return (starts[0], others[0]) if starts[0] < others[0] else ()
