"""What two countries exported to each other, and whose surplus that is."""

from __future__ import annotations

from assistant.answer.numbers import plain
from assistant.answer.sentences.head import Head, Said, number
from assistant.answer.sentences.wording import sized
from assistant.types import Frame

Pair = tuple[tuple[Frame, str], tuple[Frame, str]]


def are_both_ways(pair: Pair) -> bool:
    """Whether two figures are the same flow between two countries, there and back."""
    (one, _), (other, _) = pair
    turned = one.about.reporter == other.about.partner and one.about.partner == other.about.reporter
    return turned and one.measure == other.measure and one.about.reporter != one.about.partner


def both_ways(head: Head, pair: Pair) -> Said:
    """Both flows, and the surplus of the one and deficit of the other that they make."""
    (one, first), (other, second) = pair
    facts = head.fact(0, one, first), head.fact(0, other, second)
    more, less = (one, other) if facts[0].value >= facts[1].value else (other, one)
    main = head.fact()
    text = head.words.phrase(
        "both_ways",
        one=head.subject(one),
        first=head.ledger.slot(facts[0]),
        other=head.subject(other),
        second=head.ledger.slot(facts[1]),
        period=head.words.period(one.about.period),
        value=sized(head.ledger.slot(main)),
        more=head.words.place(str(more.about.reporter)),
        less=head.words.place(str(less.about.reporter)),
    )
    code = str(more.about.reporter)
    ahead = {"kind": "entity", "value": code, "unit": None, "label": head.words.place(code)}
    return text, [{**number(main), "value": plain(abs(main.value))}, ahead, *map(number, facts)]
