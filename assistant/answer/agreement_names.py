"""The names, days and members of agreements, as one language says them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answer.keys import key_name
from assistant.answer.words import Words
from assistant.store.agreements import SOURCE, Agreement
from assistant.store.agreements import agreements as listed
from assistant.store.store import Store
from assistant.types import Json, Listing


class Naming:
    """What is said of agreements and places in a listing."""

    def __init__(self, listing: Listing, words: Words, store: Store) -> None:
        self.listing, self.words, self.detail = listing, words, listing.detail
        self.known: Mapping[str, Agreement] = {each.id: each for each in listed(store.names)}

    def row(self, each: Agreement) -> list[Json]:
        """The line of an agreement in the table."""
        kind, status = (self.words.phrase(f"agreements.{name}.{code}") for name, code in codes_of(each))
        members = ", ".join(key_name("partner", code, self.words) for code in each.members)
        return [f"{self.name(each)} ({each.name})", kind, status, each.start, each.end, members]

    def phrase(self, name: str, one: Agreement, /, place: str | None = None, **blanks: str) -> str:
        """A phrase about one agreement, with its name and dates."""
        since = str(self.detail.get("since") or "") if place else ""
        dates = {"since": self.day(since or one.start), "start": self.day(one.start), "end": self.day(one.end)}
        where = self.words.place(place) if place else ""
        return self.words.phrase(f"agreements.{name}", name=self.name(one), place=where, **dates, **blanks)

    def later(self, one: Agreement) -> str:
        """Those for whom it entered into force later, each with its day."""
        later = sorted((day, code) for code, day in one.joined.items() if day > one.start)
        told = [self.words.phrase("agreements.on", name=self.words.place(c), day=self.day(d)) for d, c in later]
        return self.words.phrase("agreements.later", list=self.words.listed(told)) if told else ""

    def dated(self, found: Sequence[Agreement], place: str) -> str:
        """Names with the day from which each holds for a place."""
        return self.words.listed([self.with_day(each, each.joined.get(place, each.start)) for each in found])

    def since(self, found: Sequence[Agreement]) -> str:
        """Names with the day from which each holds for both places of a pair."""
        return self.words.listed([self.with_day(each, str(self.detail["since"][each.id])) for each in found])

    def with_day(self, each: Agreement, day: str) -> str:
        """A name with the day from which it holds, where that is recorded."""
        return (
            self.words.phrase("agreements.dated", name=self.name(each), day=self.day(day)) if day else self.name(each)
        )

    def name(self, each: Agreement) -> str:
        """What an agreement is called: by its own name in this language, by its two sides, or by its short name."""
        if own := self.words.phrase(f"agreements.names.{each.id}"):
            return own
        if len(each.members) == 2 and "-" in each.short_name:
            sides = [key_name("partner", code, self.words) for code in each.members]
            return self.words.phrase("agreements.sides", first=sides[0], second=sides[1])
        return each.short_name

    def day(self, day: str) -> str:
        """A day as it is said: "1 July 2020"."""
        if not day:
            return ""
        year, month, number = day.split("-")
        named = str(self.words.say["months"][int(month) - 1])
        return self.words.phrase("agreements.day", day=str(int(number)), month=named, year=year)

    def places(self, codes: Sequence[str]) -> str:
        """Countries in a row, by name."""
        ordered = sorted(codes, key=lambda code: key_name("partner", code, self.words))
        return self.words.listed([self.words.place(code) for code in ordered])

    def entity(self, each: Agreement) -> dict[str, Json]:
        """An agreement of the direct answer."""
        return {"kind": "entity", "value": each.id, "unit": None, "label": self.name(each)}

    def country(self, code: str) -> dict[str, Json]:
        """A country of the direct answer."""
        return {"kind": "entity", "value": code, "unit": None, "label": self.words.place(code)}


def codes_of(each: Agreement) -> tuple[tuple[str, str], tuple[str, str]]:
    """The kind and the status of an agreement, as the phrases name them."""
    return ("kind", each.kind), ("status", each.status.replace(" ", "_"))


def boolean(holds: bool) -> dict[str, Json]:
    """A yes or no of the direct answer."""
    return {"kind": "boolean", "value": str(holds).lower(), "unit": None, "label": "yes" if holds else "no"}


def dated_answer(day: str, label: str) -> dict[str, Json]:
    """A day of the direct answer."""
    return {"kind": "period", "value": day, "unit": None, "label": label}


def cited(number: int, listing: Listing | None) -> dict[str, Json]:
    """The citation of the list of agreements, with the publisher whose count it follows."""
    source = (listing.detail.get("source") if listing else None) or {}
    publisher = f"{source['publisher']}: " if source else ""
    rows = "; ".join(row[0] for row in listing.rows) if listing else ""
    return {
        "id": number,
        "kind": "table",
        "source": SOURCE,
        "title": f"{publisher}{source.get('title') or 'Trade agreements with members, dates and status'}",
        "url": source.get("url", ""),
        "locator": rows,
        "quote": f"The list of trade agreements, compiled from published texts; state of {source.get('date', '2025')}.",
    }
