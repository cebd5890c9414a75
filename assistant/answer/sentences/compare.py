"""Figures put together: a mean or sum, a difference or ratio of two."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.numbers import plain
from assistant.answer.sentences.both_ways import are_both_ways, both_ways
from assistant.answer.sentences.head import Head, Said, boolean, entities, entity, number
from assistant.answer.sentences.picks import count, extreme
from assistant.answer.sentences.search import is_search, search
from assistant.answer.sentences.wording import computed, sized, when
from assistant.periods import GRAINS, Period
from assistant.types import Fact, Frame, Json

_THINGS = ("partner", "reporter", "product", "mode", "region", "port")


def reduced(head: Head) -> Said:
    """A mean or a sum over rows; ports and what comes first in a ranking are named where they are added up."""
    over = list(head.frame.detail["over"])
    ranked = head.of(head.call.args["of"]["ref"]).call.tool == "rank"
    if head.call.tool == "total" and (ranked or over == ["port"]):
        return _together(head)
    mean = "mean" if over and over[-1] in GRAINS else "mean_over"
    name = {"total": "sum", "median": "median"}.get(head.call.tool, mean)
    key = over[-1] if over else "period"
    text = head.words.phrase(
        name,
        subject=computed(head, head.subject()),
        value=head.figure(),
        key=head.words.label(key),
        keys=head.words.plural(key),
        n=str(head.frame.detail["rows"]),
        period=_stretches(head) or when(head),
    )
    return text, [number(head.fact())]


def _together(head: Head) -> Said:
    """What ports, or the things at one end of a ranking, come to together, each by name."""
    ranked = head.of(head.call.args["of"]["ref"])
    names = head.words.listed([ranked.keyed(row) for row in range(len(ranked.frame.rows))])
    subject = computed(head, head.subject())
    text = head.words.phrase("together", names=names, value=head.figure(), subject=subject, period=when(head))
    return text, [number(head.fact())]


def _stretches(head: Head) -> str:
    """The periods that are put together where they do not follow each other: "Q1 2020 and June to December 2020"."""
    behind = head.behind()
    if head.call.tool not in ("total", "mean") or len(behind.by) != 1 or behind.by[0] not in GRAINS:
        return ""
    spans: list[Period] = []
    for span in sorted((Period.parse(row.key[0]) for row in behind.rows), key=lambda period: period.first):
        follows = head.call.tool == "mean" and spans and spans[-1].last + 1 == span.first
        spans = [*spans[:-1], Period(spans[-1].first, span.last)] if follows else [*spans, span]
    gaps = any(before.last + 1 < after.first for before, after in zip(spans, spans[1:], strict=False))
    return head.words.listed([head.words.period(str(span)) for span in spans]) if gaps else ""


def difference(head: Head) -> Said:
    """The difference or ratio of two figures, with both of them; of two counts the percentage."""
    if (counted := head.of(head.call.args["of"]["ref"])).call.tool == "count":
        text, answers = search(counted) if is_search(counted) else count(counted)
        return f"{text} ({head.figure()})", [number(head.fact()), *answers]
    behind, of = head.behind(), head.call.args["of"]["ref"]
    if other := next((name for name in ("minus", "to") if name in head.call.args), ""):
        return _subtracted(head, behind, of, other)
    rows = range(len(behind.rows))
    sides = [(head.keyed(row, behind), head.fact(row, behind, of)) for row in rows]
    keys = [entities(head.of(of), row) for row in rows]
    subject = head.subject(behind)
    subject = head.words.phrase("labels.share", measure=subject) if "share" in behind.detail else subject
    return _compared(head, subject, sides, keys)


def limited(head: Head) -> Said:
    """Whether a ratio or a lead meets its limit: a yes or no, with both figures and what they make."""
    text, answers = difference(head.of(head.call.args["of"]["ref"]))
    holds = bool(head.frame.detail["holds"])
    return head.words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]


def _subtracted(head: Head, behind: Frame, of: str, name: str) -> Said:
    """The difference of two results: of two extremes, of one and the mean, of two measures."""
    other, minus = head.behind(name), head.call.args[name]["ref"]
    if "earlier" in other.detail:
        return _against_before(head, of, minus)
    if other.detail.get("extreme") == behind.detail.get("extreme", ""):
        return _peaks(head, of, minus)
    if "extreme" in behind.detail:
        return (_apart if "extreme" in other.detail else _above_mean)(head, of, minus)
    pair = ((behind, of), (other, minus))
    if are_both_ways(pair):
        return both_ways(head, pair)
    if behind.measure == other.measure:  # the means of two periods
        if behind.about.period == other.about.period:  # two partners, modes or products, or their means
            subject = head.words.label(behind.measure)
            subject = head.words.phrase("labels.mean", measure=subject) if "reduced" in behind.detail else subject
            return _compared(head, subject, [(head.subject(f), head.fact(0, f, c)) for f, c in pair], [])
        sides = [(head.words.period(frame.about.period), head.fact(0, frame, call)) for frame, call in pair]
        if "reduced" not in behind.detail:  # one period and the mean of another
            mean = head.words.phrase(
                "labels.mean_of", key=head.words.label(str(other.detail["over"][-1])), period=sides[1][0]
            )
            return _compared(head, head.subject(behind), [sides[0], (mean, sides[1][1])], [], sides[0][0])
        subject = head.words.phrase("labels.mean", measure=head.subject(behind))
        return _compared(head, subject, sides, [], head.words.phrase("and", first=sides[0][0], last=sides[1][0]))
    sides = [(head.words.label(frame.measure), head.fact(0, frame, call)) for frame, call in pair]
    subject = head.subject(replace(behind, measure="total"))
    subject = head.words.phrase("labels.mean", measure=subject) if behind.detail.get("reduced") == "mean" else subject
    subject = computed(head, subject) if "share" in behind.detail else subject
    text, answers = _compared(head, subject, sides, [])
    seller = _seller(head, *pair)
    if seller is None:
        return text, answers
    if "to_whom" in head.operations:  # asked who, a country is the answer and no flow
        answers = [seller[1], *(answer for answer in answers if answer["kind"] != "entity")]
    return text + seller[0], answers


def _seller(head: Head, *pair: tuple[Frame, str]) -> tuple[str, dict[str, Json]] | None:
    """Which of two countries sold more to the other, in words and as an answer, where both flows of one are held."""
    flows = {frame.measure: head.fact(0, frame, call).value for frame, call in pair}
    about, held = pair[0][0].about, head.operations & {"exceed", "trail"}
    ends = (str(about.reporter or "WLD"), str(about.partner or "WLD"))
    if flows.keys() != {"exports", "imports"} or not held or "WLD" in ends:
        return None
    more, less = ends if flows["exports"] >= flows["imports"] else ends[::-1]
    named = less if "trail" in held else more
    text = head.words.phrase("sold_more", more=head.words.place(more), less=head.words.place(less))
    return text, {"kind": "entity", "value": named, "unit": None, "label": head.words.place(named)}


def _compared(
    head: Head, subject: str, sides: list[tuple[str, Fact]], keys: list[list[dict[str, Json]]], period: str = ""
) -> Said:
    """Two things side by side, which is ahead (or behind) and by how much; a yes or no where that was asked."""
    rows = ", ".join(f"{name} {head.ledger.slot(fact)}" for name, fact in sides)
    text = head.words.phrase("compare", subject=subject, rows=rows, period=period or when(head))
    ahead = 0 if sides[0][1].value >= sides[1][1].value else 1
    lower = "trail" in head.operations and not head.operations & {"polar", "exceed"}
    main, winner = head.fact(), 1 - ahead if lower else ahead
    if head.call.tool == "ratio":
        name = "percent_of" if main.unit == "percent" else "times"
        first, second = sides[:: -1 if ahead and head.call.args.get("larger") else 1]
        text += head.words.phrase(name, value=head.ledger.slot(main), first=first[0], second=second[0])
        chosen = _named(keys, winner, sides[winner][0]) if head.call.args.get("larger") else []
        return text, [*chosen, number(main), *map(number, (fact for _, fact in sides))]
    name = sides[winner][0]
    blanks = {"name": name, "value": sized(head.ledger.slot(main)), "first": sides[0][0], "second": sides[1][0]}
    off = (
        ("higher_by_percent" if main.value >= 0 else "lower_by_percent")
        if main.unit == "percent"
        else "behind"
        if lower
        else "ahead"
    )
    text += head.words.phrase(off, **blanks)  # a percentage is of the second, whichever is ahead
    named = _named(keys, winner, name)
    amount = {**number(main), "value": plain(abs(main.value))}
    answers = [*named, amount, *(number(fact) for _, fact in sides)]
    if "polar" in head.operations and head.operations & {"exceed", "trail"}:
        holds = ((head.frame.rows[0].value or 0) > 0) == ("trail" not in head.operations)
        return head.words.phrase("yes" if holds else "no", text=text), [boolean(holds), *answers]
    return text, answers


def _named(keys: list[list[dict[str, Json]]], winner: int, name: str) -> list[dict[str, Json]]:
    """What is chosen of two: a code with its name, or the name of a measure."""
    return keys[winner] if keys else [{"kind": "entity", "value": name, "unit": None, "label": name}]


def _apart(head: Head, of: str, minus: str) -> Said:
    """The highest and the lowest, and how far apart they are; in percent, how far the one lies above or below."""
    (highest, first), (lowest, second) = (extreme(head.of(name)) for name in (of, minus))
    value = sized(head.figure())
    name = ("percent_above" if head.fact().value >= 0 else "percent_below") if head.frame.unit == "percent" else "apart"
    apart = head.words.phrase(name, value=value)
    return f"{highest}; {lowest}{apart}", [number(head.fact()), *first, *second]


def _against_before(head: Head, of: str, minus: str) -> Said:
    """The highest or lowest, and how far it lies above or below the same month of an earlier year."""
    text, answers = extreme(head.of(of))
    other = head.behind("minus")
    name = "above_before" if head.fact().value >= 0 else "below_before"
    blanks = {"value": sized(head.figure()), "when": head.keyed(0, other), "before": head.figure(0, other, minus)}
    before = number(head.fact(0, other, minus))
    return text + head.words.phrase(name, **blanks), [*answers, number(head.fact()), before]


def _peaks(head: Head, of: str, minus: str) -> Said:
    """The highest or lowest times of two things side by side, and whose is ahead."""
    first, second = ends = [head.of(of), head.of(minus)]
    named = next((n for n in _THINGS if getattr(first.frame.about, n) != getattr(second.frame.about, n)), "")
    things = [[entity(named, getattr(end.frame.about, named), head.words)] if named else [] for end in ends]
    names = [str(thing[0]["label"]) if thing else end.subject() for thing, end in zip(things, ends, strict=True)]
    about = replace(first.frame.about, **{named: None} if named else {})
    whole = replace(first.frame, about=about, by=(named,) if named else ())
    key, name = head.words.label(first.frame.by[-1]), f"labels.{first.frame.detail['extreme']}_of"
    subject = head.words.phrase(name, key=key, measure=head.subject(whole))
    sides = [(f"{name} ({end.keyed()})", end.fact()) for name, end in zip(names, ends, strict=True)]
    (_, since, until), (_, later, last) = (end.frame.detail["searched"] for end in ends)
    if since != later and first.subject() == second.subject():  # one thing over two stretches of time
        sides, things = [(end.keyed(), end.fact()) for end in ends], [[], []]
    starts, stops = ([Period.parse(each[-1]) for each in pair] for pair in ((since, later), (until, last)))
    span = Period(min(one.first for one in starts), max(one.last for one in stops))
    return _compared(head, subject, sides, things if named else [], head.words.period(str(span)))


def _above_mean(head: Head, of: str, minus: str) -> Said:
    """The highest or lowest, and how far it stands from the mean."""
    text, answers = extreme(head.of(of))
    mean = head.figure(0, head.behind("minus"), minus)
    name = "over_mean" if head.fact().value >= 0 else "below_mean"
    text += head.words.phrase(name, value=sized(head.figure()), mean=mean)
    return text, [*answers, number(head.fact())]
