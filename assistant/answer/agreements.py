"""What is said about trade agreements: which, whose, since when, and what stands beside a count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from assistant.answer.agreement_names import Naming, boolean, dated_answer
from assistant.answer.draft import Draft
from assistant.answer.words import Words, capital
from assistant.store.agreements import SOURCE, Agreement
from assistant.store.sentences import sentences
from assistant.store.store import Store
from assistant.types import About, Fact, Json, Listing

_Said = tuple[list[str], list[dict[str, Json]]]
"""Sentences without their full stops, and the direct answers."""


def agreements(listing: Listing, call: str, words: Words, store: Store) -> Draft:
    """The draft that says a listing of agreements, with its table and its quotes."""
    writer = _Writer(listing, call, words, store)
    texts, answer = writer.said()
    text = " ".join(capital(each) + "." for each in texts if each)
    quotes = tuple((passage, _sentence(passage.text, listing)) for passage in listing.passages)
    if quotes:
        text += f" {words.phrase('agreements.claim', quote=quotes[0][1])} [p1]"
    return Draft(text, facts=tuple(writer.facts.values()), answer=tuple(answer), table=writer.table(), quotes=quotes)


def _sentence(text: str, listing: Listing) -> str:
    """The sentence of a paragraph that holds the claim."""
    claim = str(listing.detail.get("claim") or "")
    return next((part for part in sentences(text) if claim in part), text)


class _Writer(Naming):
    """Sentences about one listing."""

    def __init__(self, listing: Listing, call: str, words: Words, store: Store) -> None:
        super().__init__(listing, words, store)
        self.facts = {name: self._fact(index, name, call) for index, name in enumerate(listing.figures, start=1)}

    def said(self) -> _Said:
        """The sentences and answers of what was asked."""
        asked: Mapping[str, Callable[[], _Said]] = {
            **{"list": self._held, "count": self._held, "partners": self._held, "all": self._all},
            **{
                "members": self._members,
                "size": self._members,
                "member": self._member,
                "joined": self._joined,
                "then": self._then,
            },
            **{"start": self._dates, "end": self._dates, "status": self._dates},
            **{"successor": self._successor, "predecessor": self._successor},
            **{"pair": self._pair, "panel": self._panel},
        }
        return asked[str(self.detail["ask"])]()

    def table(self) -> dict[str, Json]:
        """The agreements with kind, status, dates and members; those of the panel by name."""
        names = ("agreement", "kind", "status", "since", "ended", "members")
        columns = [self.words.phrase(f"agreements.columns.{name}") for name in names]
        rows = [self.row(self.known[row[0]]) for row in self.listing.rows if row[0] in self.known]
        others = [[row[0], "", "", "", "", self.places(row[6].split(";"))] for row in self.listing.rows]
        return {"columns": columns, "rows": rows or others}

    def _held(self) -> _Said:
        """The agreements of one place: how many, with how many countries, which."""
        place, ask = str(self.detail["places"][0]), str(self.detail["ask"])
        kind = str(self.detail["kind"])
        shown = [self.known[name] for name in self.detail["agreements"]]
        blanks = {
            "place": self.words.place(place),
            "kinds": self.words.phrase(f"agreements.kinds.{kind}"),
            **{name: self._slot(name) for name in self.facts},
            "list": self.dated(shown, place),
            "names": self.places(self.detail["countries"]),
        }
        named = [self.entity(each) for each in shown]
        if not self.detail["complete"]:
            return [self.words.phrase("agreements.list_part", **blanks)], named
        texts = [self.words.phrase(f"agreements.{ask}", **blanks), *self._beside(ask, kind)]
        if rest := [self.known[name] for name in self.detail["rest"]]:
            texts.append(self.words.phrase("agreements.rest", list=self.dated(rest, place)))
        if ask == "partners":
            codes = self.detail["countries"]
            return texts, [self._number("countries"), *(self.country(code) for code in codes), *named]
        counts = [self._number("agreements"), self._number("countries")]
        return texts, [*counts, *named] if ask == "count" else [*named, *counts]

    def _beside(self, ask: str, kind: str) -> list[str]:
        """What the publisher of the count says, and that agreements and countries are two counts."""
        if ask != "count" or kind != "fta" or self.detail["published"] is None:
            return []
        name = "published" if self.detail["published"] else "published_other"
        return [self.words.phrase(f"agreements.{name}", publisher=self.detail["source"]["publisher"])]

    def _all(self) -> _Said:
        found = [self.known[name] for name in self.detail["agreements"]]
        text = self.words.phrase(
            "agreements.all", agreements=self._slot("agreements"), list=self.words.listed(list(map(self.name, found)))
        )
        return [text], [self._number("agreements"), *map(self.entity, found)]

    def _members(self) -> _Said:
        one, codes = self._one(), self.detail["countries"]
        status = {"in force": "members", "never in force": "members_never"}.get(one.status, "members_ended")
        text = self.phrase(status, one, members=self._slot("members"), list=self.places(codes))
        countries, size = [self.country(code) for code in codes], self._number("members")
        return [text + self.later(one)], [size, *countries] if self.detail["ask"] == "size" else [*countries, size]

    def _member(self) -> _Said:
        """Whether a place is a member: yes, was, no."""
        one, place = self._one(), self.detail["places"][0]
        if not self.detail["inside"]:
            text = self.phrase("member_no", one, place=place, list=self.places(one.members))
        elif one.end or not one.start:
            text = self.phrase("member_was" if one.start else "member_never", one, place=place)
        else:
            text = self.phrase("member_yes", one, place=place)
        name = "yes" if self.detail["holds"] else "no"
        return [self.words.phrase(name, text=text)], [boolean(self.detail["holds"]), *self._date(one)]

    def _joined(self) -> _Said:
        one, place = self._one(), self.detail["places"][0]
        if not self.detail["inside"]:
            text = self.phrase("member_no", one, place=place, list=self.places(one.members))
            return [text], [boolean(holds=False)]
        if not self.detail["since"]:
            return [self.phrase("member_never", one, place=place)], []
        return [self.phrase("joined" if not one.end else "member_was", one, place=place)], self._date(one)

    def _then(self) -> _Said:
        """Whether a place was in the agreement at a period."""
        one, place, holds = self._one(), self.detail["places"][0], bool(self.detail["holds"])
        name = "then_yes" if holds else "then_ended" if one.end else "then_no"
        period = self.words.period(self.detail["period"])
        text = self.phrase(name, one, place=place, period=period)
        return [self.words.phrase("yes" if holds else "no", text=text)], [boolean(holds), *self._date(one)]

    def _dates(self) -> _Said:
        """When it began or ended, and whether it is in force."""
        one, ask = self._one(), str(self.detail["ask"])
        state = {"in force": "in_force", "never in force": "never"}.get(one.status, "ended")
        text = self.phrase(f"dates.{state}", one) if one.start or state == "never" else self.phrase("undated", one)
        if state == "in_force" and ask == "start":
            text += self.later(one)
        after = self.known.get(one.replaced_by)
        follow = self.phrase("followed", one, other=self.name(after)) if after else ""
        day = one.end if ask == "end" else one.start
        answers = [dated_answer(day, self.name(one))] if day else []
        if ask == "status":
            answers = [boolean(one.status == "in force"), *answers]
        if ask == "end" and state == "in_force":
            text += self.words.phrase("agreements.no_end")
        return [text, follow], answers

    def _successor(self) -> _Said:
        """What came after, else what came before; the other way round where that was asked."""
        one = self._one()
        after, before = ([self.known[name] for name in self.detail[key]] for key in ("after", "before"))
        if before and self.detail["ask"] == "predecessor":
            return [self._replacing(one, old) for old in before], [*map(self.entity, before), *self._began(one)]
        texts = [self._replacing(new, one) for new in after]
        answers = [self.entity(new) for new in after]
        if not after:
            texts.append(self.phrase("no_successor", one))
            answers = [self.entity(old) for old in before]
        texts += [self._replacing(one, old) for old in before]
        return texts, [*answers, *self._began((after or [one])[0])]

    def _began(self, one: Agreement) -> list[dict[str, Json]]:
        return [dated_answer(one.start, self.name(one))] if one.start else []

    def _replacing(self, new: Agreement, old: Agreement) -> str:
        return self.phrase("replaced" if old.start else "followed_never", new, other=self.name(old))

    def _pair(self) -> _Said:
        """The agreements of two places, now or at a period, and that there is none of a kind that is listed whole."""
        first, second = (self.words.place(code) for code in self.detail["places"])
        period = self.words.period(self.detail["period"]) if self.detail["period"] else ""
        then = "_then" if period else ""
        held = [self.known[name] for name in self.detail["agreements"]]
        free = [each for each in held if each.kind == "fta"]
        holder = self.words.place(self.detail["holder"]) if self.detail["holder"] else ""
        blanks = {"first": first, "second": second, "period": period, "holder": holder}
        texts = []
        if free:
            texts.append(self.words.phrase(f"agreements.pair{then}", list=self.since(free), **blanks))
        else:
            texts.append(self.words.phrase(f"agreements.pair_none{then}", **blanks))
        if rest := [each for each in held if each not in free]:
            texts.append(self.words.phrase("agreements.pair_rest", list=self.since(rest), **blanks))
        if past := [self.known[name] for name in self.detail["past"]]:
            spans = [self.phrase("span", each) for each in past]
            texts.append(self.words.phrase("agreements.earlier", list=self.words.listed(spans)))
        since = [day for each in held if (day := self.detail["since"][each.id])]
        days = [dated_answer(min(since), self.words.phrase("agreements.columns.since"))] if since else []
        return texts, [boolean(bool(self.detail["holds"])), *map(self.entity, held), *days]

    def _panel(self) -> _Said:
        """What the panel of bilateral trade names for a pair and a year."""
        first, second = (self.words.place(code) for code in self.detail["places"])
        period = self.words.period(self.detail["period"])
        names = list(self.detail["names"])
        key = "agreements.panel" if names else "agreements.panel_none"
        texts = [self.words.phrase(key, first=first, second=second, period=period, list=self.words.listed(names))]
        if self.detail["preference"]:
            texts.append(self.words.phrase("agreements.preference"))
        free = bool(names) and not self.detail["preference"]
        named = [{"kind": "text", "value": name, "unit": None, "label": period} for name in names]
        return [*texts, self.words.phrase("agreements.panel_note")], [boolean(free), *named]

    def _one(self) -> Agreement:
        return self.known[str(self.detail["one"])]

    def _date(self, one: Agreement) -> list[dict[str, Json]]:
        day = str(self.detail.get("since") or "")
        return [dated_answer(day, self.name(one))] if day else []

    def _slot(self, name: str) -> str:
        return "{" + self.facts[name].id + "}"

    def _number(self, name: str) -> dict[str, Json]:
        fact = self.facts[name]
        return {"kind": "number", "value": fact, "unit": fact.unit, "label": fact.measure}

    def _fact(self, index: int, name: str, call: str) -> Fact:
        """The fact of a number that was counted in the list."""
        about = About(reporter=next(iter(self.detail.get("places") or ()), None))
        label, basis = (self.words.phrase(f"agreements.{key}.{name}") for key in ("counted", "basis"))
        value = Decimal(self.listing.figures[name])
        return Fact(f"f{index}", label, value, "count", about, basis, SOURCE, None, call, (name,))
