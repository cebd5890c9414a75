"""Mentions to slots: what is measured, whose trade it is, with whom, when, by what, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.languages.language import Language
from assistant.lexicon.question import Codes, Condition, Question, Slots
from assistant.lexicon.roles import Place, places
from assistant.lexicon.tokens import words as tokenised
from assistant.periods import Period
from assistant.types import Mention

_FLOWS = ("exports", "imports")
_VERBS = {"sell": "exports", "buy": "imports", "trade": "total"}
_WORLD = "WLD"
_LENGTHS = {"month": 1, "quarter": 3, "half": 6}
_OVER_TWO = {"compare", "growth", "share", "difference", "ratio", "in_percent", "mean"}
_PARTS = ("month:", "quarter:", "half:")


def question(text: str, mentions: tuple[Mention, ...], unknown: Codes, language: Language, home: str) -> Question:
    """The question with its slots filled from its own words alone."""
    reader = _Slots(text, mentions, language, home)
    slots, conflict = reader.slots()
    return Question(
        text=text,
        language=language.code,
        mentions=mentions,
        slots=slots,
        unknown=unknown,
        unsupported=tuple(dict.fromkeys(reader.codes("unsupported"))),
        about=frozenset(reader.about()),
        ambiguous=reader.ambiguous(),
        conflict=conflict,
        corrected=tuple(f"{text[m.start : m.end]} → {m.text}" for m in mentions if m.corrected),
    )


class _Slots:
    def __init__(self, text: str, mentions: Sequence[Mention], language: Language, home: str) -> None:
        self.text, self.mentions, self.language, self.home = text, mentions, language, home
        self.places = places(text, mentions, language, home)

    def codes(self, section: str) -> Iterator[str]:
        """What the mentions mean in a section, in order."""
        prefix = f"{section}:"
        for mention in self.mentions:
            yield from (c.removeprefix(prefix) for c in mention.candidates if c.startswith(prefix))

    def slots(self) -> tuple[Slots, str]:
        """The slots, and what contradicts itself in them."""
        measures = self.measures()
        slots = Slots(
            measures=measures,
            filters=self.filters(),
            without=self.without(),
            periods=self.periods(),
            keys=self.keys(),
            ordinal=next((int(code) for code in self.codes("ordinals")), None),
            level=next((int(code) for code in self.codes("levels") if code.isdigit()), None),
            sections="section" in self.codes("levels"),
            operations=frozenset(self.operations()),
            number=self.number(),
            condition=self.condition(),
            source=next(self.codes("sources"), None),
            books=self.books(),
        )
        kept = tuple(place for place in self.places if place.codes[0] not in self.excluded())
        return placed(slots, kept, self.home)

    def measures(self) -> Codes:
        """The measures named; a verb gives its flow where no noun does, and both flows joined are the total."""
        named = [m for m in self.codes("measures")]
        flows = [m for m in named if m in _FLOWS]
        others = [m for m in named if m not in _FLOWS]
        specific = [m for m in others if m != "total"]
        summed = "total" in others or "sum" in self.codes("operations")
        if summed and set(flows) == set(_FLOWS) and not specific:
            return ("total",)
        if specific and specific[0] in ("weight", "unit_value"):
            verbs = [_VERBS[v] for v in self.codes("verbs") if v in _VERBS and v != "trade"]
            flow = next(iter([*flows, *verbs]), "imports")
            return (f"{flow.removesuffix('s')}_{specific[0]}",)
        if specific:
            return tuple(dict.fromkeys(specific))
        if flows:
            return tuple(dict.fromkeys(flows))
        verbs = tuple(dict.fromkeys(_VERBS[v] for v in self.codes("verbs") if v in _VERBS and v != "trade"))
        return tuple(others[:1]) or verbs

    def keys(self) -> Codes:
        """What the result is keyed by; "average yearly" names the years that are averaged."""
        found = [key.removesuffix("_mx") for key in self.codes("keys")]
        for mention in self.mentions:
            if "operations:mean" in mention.candidates:
                words = (meaning for word in mention.text.split() for meaning in self.language.phrases.get((word,), ()))
                found += [code for section, code in words if section == "keys"]
        excluded = self.without()
        periods = [p for p in self.periods() if p[:1].isdigit() and "/" not in p]
        grains = {Period.parse(p).grain for p in periods} if len(periods) > 1 else set()
        return tuple(key for key in dict.fromkeys(found) if key not in excluded and {key} != grains)

    def filters(self) -> dict[str, Codes]:
        """The codes that narrow the trade, by dimension."""
        sections = {"mode": "modes", "region": "region", "port": "port", "product": "product"}
        found = {dimension: self.listed(section) for dimension, section in sections.items()}
        found["product"] = (
            found["product"] if all(len(m.candidates) == 1 for m in self.mentions if m.kind == "product") else ()
        )
        if found["product"] and (code := self._code_beside(found["product"])):
            found["product"] = (code,)
        if "region_mx" in self.codes("keys") and not found["region"]:
            found["region"] = ("MX-",)
        return {dimension: codes for dimension, codes in found.items() if codes}

    def _code_beside(self, products: Codes) -> str | None:
        """The code that stands beside a product's name: "toys (9503)", "laptops, 847130"."""
        numbers = (
            m.candidates[0][2:] for m in self.mentions if m.kind == "quantity" and m.candidates[0].startswith("n:")
        )
        known = [part for thing in products for part in thing.split(";")]
        return next(
            (n for n in numbers if len(n) in (4, 6) and any(n.startswith(k) or k.startswith(n) for k in known)), None
        )

    def listed(self, section: str) -> Codes:
        kept = (m for m in self.mentions if m.start not in self._excluded_starts())
        prefix = f"{section}:"
        found = (
            c.removeprefix(prefix) for m in kept for c in m.candidates if c.startswith(prefix) and self._means_mode(m)
        )
        return tuple(dict.fromkeys(found))

    def _means_mode(self, mention: Mention) -> bool:
        """A word that is a verb too ("ship", "post") names a mode only after "by" or the like."""
        if not any(c.startswith(("verbs:", "measures:")) for c in mention.candidates):
            return True
        before = self.text[: mention.start].lower().split()
        return bool(before) and before[-1] in ("by", "via", "on", "por", "en")

    def periods(self) -> Codes:
        """The periods named; "the same months of 2023" and "the year before" count from another one that is named."""
        named = tuple(dict.fromkeys(self.codes("period")))
        if (limit := self.condition()) and limit.unit == "growth":
            named = tuple(period for period in named if not period.startswith("prev:"))
        closed = [Period.parse(period) for period in named if period[:1].isdigit() and not period.endswith("/")]
        found = tuple(dict.fromkeys(counted(period, closed[0] if closed else None) for period in named))
        parts = [period for period in named if period.startswith(_PARTS)]
        if parts and "latest-year" in found:  # "November last year": the newest November
            return tuple(period for period in found if period != "latest-year")
        if (
            len(closed) == len(found) == 2
            and closed[1].grain == "year"
            and closed[0].months < 12
            and set(self.codes("operations")) & _OVER_TWO
        ):
            if not closed[1].covers(closed[0]):  # "the first nine months of 2023 and 2024"
                return (found[0], str(closed[0].shift(12 * (closed[1].last // 12 - closed[0].last // 12))))
        nested = [p for p in closed if any(other != p and other.covers(p) for other in closed)]
        if len(closed) == len(found) == 2 and len(nested) == 1 and not set(self.codes("operations")) & _OVER_TWO:
            return (str(nested[0]),)  # "in 2025 (Jan-Feb)"
        if parts and closed and closed[0].grain == "year":  # "in January … the year is 2024"
            return tuple(period for period in found if period != str(closed[0]))
        return found

    def operations(self) -> Iterator[str]:
        deficit = "deficit" in self.codes("measures")
        turned = {"best": "bottom", "worst": "top"} if deficit else {"best": "top", "worst": "bottom"}
        for mention in self.mentions:
            for candidate in mention.candidates:
                section, code = candidate.split(":", 1)
                if section == "operations" and not self._is_test(mention, code):
                    yield turned.get(code, code)
        if compared := self._compared():
            yield compared
        if self.text.lower().split(" ", 1)[0] in self.language.section("polar").get("words", ()):
            yield "polar"

    def _compared(self) -> str | None:
        """ "More … than", "less … than", where no amount follows."""
        words = [token.word for token in tokenised(self.text)]
        forms = self.language.section("comparatives")
        if self.condition() or not set(words) & set(forms.get("than", ())):
            return None
        if set(words) & set(forms["more"]):
            return "exceed"
        return "trail" if set(words) & set(forms["less"]) else None

    def _is_test(self, mention: Mention, code: str) -> bool:
        """ "Topped $45bn", "more than 20 %": with an amount after it, a word sets a limit and does not rank or compare."""
        tested = any(c.startswith("tests:") for c in mention.candidates)
        return tested and (self._amount_after(mention) is not None or self._relative(mention) is not None)

    def _relative(self, mention: Mention) -> str | None:
        """What a limit without an amount is: "mean" of the rows ("above average"), "growth" ("below the year before")."""
        following = next(
            (
                m
                for m in self.mentions
                if m.start >= mention.end
                and m.kind != "period"
                or m.start >= mention.end
                and "period:prev:12" in m.candidates
            ),
            None,
        )
        if following is None or self.text[mention.end : following.start].count(" ") > 4:
            return None
        if "operations:mean" in following.candidates:
            apart = any("operations:difference" in m.candidates for m in self.mentions)
            return None if apart else "mean"
        plain = mention.text not in self.language.section("tests").get("loose", ())
        return "growth" if plain and "period:prev:12" in following.candidates else None

    def _amount_after(self, mention: Mention) -> Mention | None:
        following = [m for m in self.mentions if m.start >= mention.end]
        if not following:
            return None
        gap = self.text[mention.end : following[0].start].split()
        limit = following[0] if following[0].kind == "quantity" and len(gap) <= 1 else None
        counts = (
            limit is not None and limit.candidates[0].startswith("n:") and "tests:between" not in mention.candidates
        )
        return None if counts else limit

    def number(self) -> int | None:
        """The count in "top 5"; a number that is an amount or a limit is none."""
        limits = {limit.start for mention in self.mentions if (limit := self._limit(mention))}
        for mention in self.mentions:
            if mention.kind == "quantity" and mention.start not in limits and mention.candidates[0].startswith("n:"):
                text = mention.candidates[0][2:]
                return int(text) if text.isdigit() and 0 < int(text) <= 300 else None
        return None

    def _limit(self, mention: Mention) -> Mention | None:
        return self._amount_after(mention) if any(c.startswith("tests:") for c in mention.candidates) else None

    def condition(self) -> Condition | None:
        """The condition on values: "above $14bn", "between 40 and 42 billion", "at least 5 %"."""
        for index, mention in enumerate(self.mentions):
            test = next((c.removeprefix("tests:") for c in mention.candidates if c.startswith("tests:")), None)
            limit = self._limit(mention) if test else None
            if test is not None and limit is None and (relative := self._relative(mention)):
                return Condition(test, "0", relative)
            if test is None or limit is None:
                continue
            unit, value = limit.candidates[0].split(":", 1)
            second = next(
                (m for m in self.mentions[index + 1 :] if m.kind == "quantity" and m.start > limit.start), None
            )
            if test == "between" and second is not None:
                return self._between(value, unit, second)
            return Condition(test, value, unit)
        return None

    @staticmethod
    def _between(low: str, unit: str, second: Mention) -> Condition:
        other, high = second.candidates[0].split(":", 1)
        if unit == "n" and other == "amount":  # "between 40 and 42 billion": the scale stands once
            scale = len(high) - len(high.rstrip("0"))
            low, unit = (low + "0" * scale, other) if len(low) <= len(high) - scale else (low, other)
        return Condition("between", low, other, high)

    def books(self) -> str | None:
        """Whose books are demanded: "on Mexican data", "INEGI"; "US figures" counts where both sides are not meant."""
        named = [code for code in self.codes("books") if code != "books"]
        if named:
            return named[0]
        for index, mention in enumerate(self.mentions[1:], start=1):
            before = self.mentions[index - 1]
            place = next((c.removeprefix("place:") for c in before.candidates if c.startswith("place:")), None)
            near = len(self.text[before.end : mention.start].split()) <= 1
            if "books:books" in mention.candidates and place and near:
                return place
        return None

    def without(self) -> dict[str, Codes]:
        """What is excluded, by dimension: the modes and places that follow "excluding", "not by", "except"."""
        starts = self._excluded_starts()
        found: dict[str, list[str]] = {}
        for mention in self.mentions:
            if mention.start in starts:
                for section, dimension in (("modes", "mode"), ("place", "partner")):
                    codes = [c.removeprefix(f"{section}:") for c in mention.candidates if c.startswith(f"{section}:")]
                    found.setdefault(dimension, []).extend(codes)
        return {dimension: tuple(codes) for dimension, codes in found.items() if codes}

    def excluded(self) -> Codes:
        """The places excluded."""
        return self.without().get("partner", ())

    def _excluded_starts(self) -> set[int]:
        starts: set[int] = set()
        leaving_out = ""
        for mention in self.mentions:
            kinds = {c.split(":", 1)[0] for c in mention.candidates}
            named = kinds & {"modes", "place"}
            if "exclusion" in kinds and not named:
                leaving_out = "modes place"
            elif named and leaving_out and min(named) in leaving_out and self._goes_on(mention, starts):
                starts.add(mention.start)
                leaving_out = min(named)
            elif named or not kinds & {"prepositions", "dialogue"}:
                leaving_out = ""
        return starts

    def _goes_on(self, mention: Mention, starts: set[int]) -> bool:
        """Whether an excluded name is the first, or listed with the one before it."""
        before = [m for m in self.mentions if m.start in starts]
        if not before:
            return True
        joins = {word for phrase in self.language.section("lists")["joins"] for word in phrase.split()}
        return {token.word for token in tokenised(self.text[before[-1].end : mention.start])} <= joins

    def about(self) -> Iterator[str]:
        """What kind of talk the cues make it: "explain:why", "availability:data", "dialogue:and"."""
        for section in ("explain", "availability", "dialogue"):
            yield from (f"{section}:{code}" for code in self.codes(section))

    def ambiguous(self) -> tuple[tuple[str, Codes], ...]:
        """Names that mean two places."""
        prefix = "place:"
        several = (m for m in self.mentions if sum(c.startswith(prefix) for c in m.candidates) > 1)
        products = [
            m for m in self.mentions if len(m.candidates) > 1 and all(c.startswith("product:") for c in m.candidates)
        ]
        if products:
            return tuple((m.text, m.candidates) for m in products)
        return tuple(
            (m.text, tuple(c.removeprefix(prefix) for c in m.candidates if c.startswith(prefix))) for m in several
        )


def counted(period: str, base: Period | None) -> str:
    """A relative period written from the one that it counts from; as it is where there is none.

    >>> counted("prev:12", Period.parse("2024-11")), counted("same:2023", Period.parse("2024-01/2024-10"))
    ('2023-11', '2023-01/2023-10')
    """
    kind, _, number = period.partition(":")
    if kind == "before":
        count, unit = number.split(":")
        months = int(count) * {"month": 1, "quarter": 3, "year": 12}[unit]
        return f"last:{number}" if base is None else str(Period(base.first - months, base.first - 1))
    if base is not None and kind in _LENGTHS and base.grain == "year":
        first = base.last // 12 * 12 + (int(number) - 1) * _LENGTHS[kind]
        return str(Period(first, first + _LENGTHS[kind] - 1))
    if base is None or kind not in ("prev", "next", "same"):
        return period
    if kind == "same":
        return str(base.shift(12 * (int(number) - base.last // 12)))
    return str(base.shift(int(number) if kind == "next" else -int(number)))


def placed(slots: Slots, found: Sequence[Place], home: str) -> tuple[Slots, str]:
    """The slots with whose trade it is and with whom, from the roles; a contradiction is named, not resolved."""
    role = {name: _of(found, name) for name in ("subject", "origin", "destination", "partner", "pair", "bare")}
    ends = replace(
        slots, origin=role["origin"], destination=role["destination"], places=tuple(p.codes[0] for p in found)
    )
    measure = slots.measures[0] if slots.measures else ""
    if _WORLD in role["subject"]:  # "world imports of the US": the world is whom one trades with, never whose books
        role = {
            **role,
            "subject": tuple(c for c in role["subject"] if c != _WORLD),
            "partner": (*role["partner"], _WORLD),
        }
    named = tuple(dict.fromkeys(ends.places))
    if "partner" in slots.keys and slots.operations & {"top", "bottom"} and len(named) == 2 and home in named:
        other = tuple(code for code in named if code != home)
        return replace(ends, reporter=(home,), partner=other), ""  # "is Mexico the US's top partner": its rank
    if len(role["pair"]) == 2:
        return replace(ends, reporter=role["pair"][:1], partner=role["pair"][1:]), ""  # "between X and Y"
    if measure in ("exports", "imports"):
        return _directed(ends, measure, role, home)
    if measure in ("", "total") and not role["subject"] and len(role["origin"]) + len(role["destination"]) > 0:
        return _flow(replace(ends, implied=not slots.measures), role, home)
    return _undirected(ends, role, home), ""


def _of(found: Iterable[Place], role: str) -> Codes:
    return tuple(dict.fromkeys(place.codes[0] for place in found if place.role == role))


def _directed(slots: Slots, measure: str, role: dict[str, Codes], home: str) -> tuple[Slots, str]:
    """Exports go from reporter to partner, imports from partner to reporter."""
    mine, other = ("origin", "destination") if measure == "exports" else ("destination", "origin")
    reporter = role["subject"] or role[mine]
    partner = role[other] or role["partner"]
    conflict = measure if role["subject"] and role[mine] and role["subject"] != role[mine] and not role[other] else ""
    bare = [code for code in role["bare"] if code not in (*reporter, *partner)]
    if "partner" in slots.keys and not reporter and partner and not bare:
        return _turned(
            slots, measure, partner
        ), ""  # "which country sells most to the US": the US's imports, by partner
    if len(reporter) == 2 and not partner and not bare and home in reporter and role["subject"] == reporter:
        reporter, partner = reporter[:1], reporter[1:]  # "US–Mexico exports"
    if not reporter and not partner and len(bare) >= 2:
        reporter, partner = ((bare[0],), (bare[1],)) if home in bare and len(bare) == 2 else ((), tuple(bare))
    elif not partner and reporter:
        partner = tuple(bare)
    elif not reporter and len(bare) == 1 and partner:
        reporter = tuple(bare)
    elif not reporter and not partner and len(bare) == 1:
        doubtful = "" if bare[0] in (home, _WORLD) else bare[0]  # "exports Mexico": sold by it, or to it?
        return replace(slots, reporter=tuple(bare), doubtful=doubtful), conflict
    return replace(slots, reporter=reporter, partner=partner), conflict


def _turned(slots: Slots, measure: str, partner: Codes) -> Slots:
    other = {"exports": "imports", "imports": "exports"}[measure]
    return replace(slots, measures=(other, *slots.measures[1:]), reporter=partner, partner=())


def _flow(slots: Slots, role: dict[str, Codes], home: str) -> tuple[Slots, str]:
    """ "Shipments to Mexico", "goods from China": the ends of the flow say what is measured."""
    origin, destination = role["origin"], role["destination"]
    bare = tuple(code for code in (*role["bare"], *role["partner"]) if code not in (*origin, *destination))
    if origin and destination:
        into_home = destination == (home,)
        measure = "imports" if into_home else "exports"
        ends = (destination, origin) if into_home else (origin, destination)
        return replace(slots, measures=(measure,), reporter=ends[0], partner=ends[1]), ""
    if origin:
        if origin == (home,):
            return replace(slots, measures=("exports",), reporter=origin, partner=bare), ""
        return replace(slots, measures=("imports",), reporter=bare[:1] or (home,), partner=origin), ""
    if destination == (home,):
        return replace(slots, measures=("imports",), reporter=destination, partner=bare), ""
    return replace(slots, measures=("exports",), reporter=bare[:1] or (home,), partner=destination), ""


def _undirected(slots: Slots, role: dict[str, Codes], home: str) -> Slots:
    """Totals and balances: the subject's, with the partner; two places that stand alone are a pair if home is one."""
    subject = role["subject"]
    partner = (*role["partner"], *role["origin"], *role["destination"])
    bare = tuple(code for code in role["bare"] if code not in (*subject, *partner))
    if not subject and len(partner) >= 2 and (home in partner) and len(partner) == 2:
        return replace(slots, reporter=partner[:1], partner=partner[1:])  # "between the US and Mexico"
    if len(subject) == 2 and not partner and home in subject:
        return replace(slots, reporter=subject[:1], partner=subject[1:])  # "US and Mexico trade"
    if subject:
        return replace(slots, reporter=subject, partner=partner or bare)
    if "partner" in slots.keys and len(partner) == 1 and not bare:
        turned = {"surplus": "deficit", "deficit": "surplus"}
        measures = tuple(turned.get(measure, measure) for measure in slots.measures)
        return replace(
            slots, measures=measures, reporter=partner
        )  # "top countries by trade with the US": the US's partners
    if partner:
        return replace(slots, reporter=bare[:1], partner=partner)
    if len(bare) == 2 and home in bare:
        return replace(slots, reporter=bare[:1], partner=bare[1:])
    if len(bare) >= 2 or bare and bare != (home,):
        return replace(slots, partner=bare)  # "China against Mexico", "deficit Mexico 2024": home's trade with each
    return replace(slots, reporter=bare, partner=())
