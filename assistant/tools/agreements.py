"""Trade agreements: whose, with whom, since when, and what came after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from assistant.errors import BadArguments, NoData
from assistant.periods import Period
from assistant.store.agreements import Agreement, Scope, ends, named_in, panel, scopes
from assistant.store.agreements import agreements as listed
from assistant.store.store import Store
from assistant.types import Json, Listing, Passage

OfPlaces = Literal["list", "count", "partners", "pair", "all"]
OfOne = Literal["members", "size", "member", "joined", "start", "end", "status", "successor", "predecessor"]
_COLUMNS = ("agreement", "name", "kind", "status", "in force since", "ended", "members", "joined")
_IN_FORCE = "in force"


def agreements(
    store: Store,
    *,
    ask: OfPlaces | OfOne,
    agreement: str | None = None,
    places: Sequence[str] = (),
    kind: str | None = None,
    period: str | None = None,
) -> Listing:
    """Trade agreements: those of a country or of two, their number, members and dates, and what replaced them.

    `ask` is what is wanted of one `agreement` (an id such as "USMCA"): members, size, member (is a place one), joined,
    start, end, status, successor, predecessor; or of `places`: list, count, partners, pair (two, at a `period`), all.
    `kind` keeps one kind ("fta", "partial"). NoData where the list does not cover the country, never "has none".
    """
    known = {each.id: each for each in listed(store.names)}
    if agreement is not None:
        if agreement not in known:
            raise BadArguments(f"there is no agreement {agreement!r}; there are {', '.join(known)}")
        return _of_one(known, known[agreement], ask, tuple(places), period, store)
    asked: Mapping[str, Callable[[], Listing]] = {
        "all": lambda: _all(known),
        "pair": lambda: _pair(store, known, tuple(places), kind, period),
        **{name: lambda: _held(store, known, ask, places[0], kind) for name in ("list", "count", "partners")},
    }
    if ask not in asked or len(places) != {"all": 0, "pair": 2}.get(ask, 1):
        raise BadArguments("`ask` for members, dates or status takes an `agreement`; list one place, pair two")
    return asked[ask]()


def _of_one(
    known: Mapping[str, Agreement], one: Agreement, ask: str, places: tuple[str, ...], period: str | None, store: Store
) -> Listing:
    """What is asked of one agreement."""
    if ask in ("successor", "predecessor"):
        after = [known[one.replaced_by]] if one.replaced_by in known else []
        before = [each for each in known.values() if each.replaced_by == one.id]
        return _listing([one, *after, *before], ask=ask, one=one.id, after=_ids(after), before=_ids(before))
    if ask in ("members", "size"):
        figures = {"members": len(one.members)}
        return _listing([one], ask=ask, one=one.id, countries=list(one.members), figures=figures)
    if ask not in ("member", "joined"):
        return _listing([one], ask=ask, one=one.id)
    if len(places) != 1:
        raise BadArguments("name one place")
    codes = _codes(store, places[0])
    inside = set(codes) <= set(one.members)
    since = one.since(codes) if inside else ""
    known_of: dict[str, Json] = {"one": one.id, "places": list(places), "inside": inside, "since": since}
    if inside and period and period != "ever":
        return _listing([one], ask="then", period=period, holds=one.holds_within(codes, *_days(period)), **known_of)
    holds = inside and (bool(since) if period else one.status == _IN_FORCE)
    return _listing([one], ask=ask, holds=holds, **known_of)


def _held(store: Store, known: Mapping[str, Agreement], ask: str, place: str, kind: str | None) -> Listing:
    """The agreements in force of one place, how many there are and with how many countries."""
    codes = _codes(store, place)
    mine = [each for each in known.values() if set(codes) <= set(each.members)]
    if not mine:
        raise NoData(f"no listed agreement has {place} as a member", cause="agreements_unknown", detail={"code": place})
    scope = next((each for each in scopes(store.names) if each.country == place), None)
    if scope is None and ask != "list" or kind == "partial" and ask == "count":
        raise NoData(f"not all agreements of {place} are listed", cause="agreements_incomplete", detail={"code": place})
    found = [each for each in mine if each.status == _IN_FORCE]
    wanted = [each for each in found if each.kind == (kind or "fta")]
    others = sorted({code for each in wanted for code in each.members} - set(codes))
    rest = [] if kind else [each for each in found if each not in wanted]
    shown = wanted if scope else [*wanted, *rest]
    return _listing(
        [*wanted, *rest],
        ask=ask,
        places=[place],
        kind=kind or "fta",
        agreements=_ids(shown),
        rest=_ids(rest if scope else []),
        countries=others,
        complete=scope is not None,
        figures={"agreements": len(shown), "countries": len(others)},
        published=_published(scope, len(wanted)),
        source=_source(scope),
        claim=scope.claim if scope else "",
        passages=tuple(_claims(store, scope)) if ask == "count" and scope and kind != "partial" else (),
    )


def _pair(
    store: Store, known: Mapping[str, Agreement], places: tuple[str, ...], kind: str | None, period: str | None
) -> Listing:
    """The agreements of two places now or at a period; those of the past from the panel where the list cannot say."""
    codes = ends(known.values(), [_codes(store, place) for place in places])
    shared = [each for each in known.values() if each.joins(codes) and each.status != "never in force"]
    first, last = _days(period) if period else ("", "")
    held = [a for a in shared if (a.holds_within(codes, first, last) if period else a.status == _IN_FORCE)]
    if kind:
        held = [each for each in held if each.kind == kind]
    held.sort(key=lambda each: (each.since(codes) or "9", each.id))
    past = [] if period else [each for each in shared if each not in held and each.end]
    scope = _scope_of(store, places, first)
    detail: dict[str, Json] = {
        "ask": "pair",
        "places": list(places),
        "agreements": _ids(held),
        "past": _ids(past),
        "since": {each.id: each.since(codes) for each in (*held, *past)},
        "period": period,
        "holds": any(each.kind == "fta" for each in held),
        "holder": scope.country if scope else None,
        "source": _source(scope),
    }
    if held or scope:
        return _listing([*held, *past], **detail)
    if period:
        return _of_the_panel(store, places, period, detail)
    raise NoData("the list does not hold all agreements of either", cause="agreements_pair", detail=_named(places))


def _of_the_panel(store: Store, places: tuple[str, ...], period: str, detail: dict[str, Json]) -> Listing:
    """The agreement that the panel of bilateral trade names for two countries in a year."""
    table, span = panel(store), Period.parse(period)
    if table is None or span.grain != "year" or any(len(_codes(store, place)) > 1 for place in places):
        raise NoData("no table names agreements of that time", cause="agreements_pair", detail=_named(places))
    names = named_in(store, table, (places[0], places[1]), span.first // 12)
    if names is None:
        raise NoData("the panel has no row", cause="agreements_year", detail={**_named(places), "period": period})
    rows = tuple((name, name, "", "", "", "", ";".join(places), "") for name in names)
    detail |= {"ask": "panel", "names": list(names), "preference": any("GSTP" in name for name in names)}
    text = f"The panel names {', '.join(names) or 'no agreement'} between {' and '.join(places)} in {period}."
    return Listing(text, _COLUMNS, rows, (table.id,), kind="agreements", detail=detail)


def _all(known: Mapping[str, Agreement]) -> Listing:
    found = [each for each in known.values() if each.status == _IN_FORCE]
    return _listing(found, ask="all", agreements=_ids(found), figures={"agreements": len(found)})


def _listing(
    found: Sequence[Agreement],
    *,
    figures: Mapping[str, int] | None = None,
    passages: tuple[Passage, ...] = (),
    **detail: Json,
) -> Listing:
    rows = tuple(map(_row, {each.id: each for each in found}.values()))
    names = ", ".join(each.short_name for each in found)
    text = f"{detail['ask']}: {names}" + "".join(f"; {value} {name}" for name, value in (figures or {}).items())
    return Listing(text, _COLUMNS, rows, (), kind="agreements", detail=detail, figures=figures or {}, passages=passages)


def _row(each: Agreement) -> tuple[str, ...]:
    return (each.id, each.name, each.kind, each.status, each.start, each.end, ";".join(each.members), _joined(each))


def _joined(each: Agreement) -> str:
    """The days on which members joined, where they are not all the same."""
    return ";".join(f"{code} {day}" for code, day in each.joined.items())


def _ids(found: Sequence[Agreement]) -> list[Json]:
    return [each.id for each in found]


def _codes(store: Store, place: str) -> tuple[str, ...]:
    """The countries that a place stands for: those of a group, else itself."""
    return store.names.groups.get(place, (place,))


def _named(places: Sequence[str]) -> dict[str, str]:
    return {"code": places[0], "other": places[1]}


def _days(period: str) -> tuple[str, str]:
    """The first and the last day of a period."""
    span = Period.parse(period)
    return str(span.start), f"{span.end:%Y-%m}-31"


def _scope_of(store: Store, places: Sequence[str], first: str) -> Scope | None:
    """The place whose agreements are all listed for that time; the time is now where it is empty."""
    found = (each for each in scopes(store.names) if each.country in places)
    return next((each for each in found if not first or first >= each.complete_since), None)


def _published(scope: Scope | None, counted: int) -> bool | None:
    """Whether the number that is published agrees with the one that was counted."""
    return None if scope is None else scope.published == counted


def _source(scope: Scope | None) -> Json:
    if scope is None:
        return None
    return {"publisher": scope.publisher, "title": scope.title, "date": scope.date, "url": scope.url}


def _claims(store: Store, scope: Scope) -> Iterator[Passage]:
    """The passage of the notes that holds the claim to be told beside the count."""
    if scope.claim:
        yield from store.passages.holding(scope.document, scope.claim)
