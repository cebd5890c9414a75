"""Words that stand side by side as one name of a product: "purple socks", "oat milk", "car seat covers"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.languages.language import Language
from assistant.lexicon.goods.compounds import Compounds, Reading
from assistant.lexicon.tokens import Token, fold, words
from assistant.lexicon.words.wordforms import singular
from assistant.types import Mention

Piece = Token | Mention
"""A word that names nothing, or the name of a product."""
Tokens = tuple[Token, ...]

_LONGEST = 4


def compounded(
    text: str, mentions: tuple[Mention, ...], free: Tokens, compounds: Callable[[], Compounds], language: Language
) -> tuple[tuple[Mention, ...], Tokens]:
    """The mentions with names of several words as the products that they are, and the free words without theirs.

    What such a name is read as is told with it; one that may be several things means each of them. Where nothing is
    known of it, its words stay as they are.
    """
    mentions, free = _ended(text, mentions, free, language)
    named = [mention for mention in mentions if _is_name(mention)]
    spoken = [token for token in free if token.word not in language.harmless or token.word in language.everyday]
    if not named or len(named) + len(spoken) < 2:
        return mentions, free
    for run in _runs(text, sorted((*named, *spoken), key=lambda piece: piece.start), language):
        read = (_read(text, part, compounds(), language) for part in dict.fromkeys((run, _without_talk(run, language))))
        found = next((mention for mention in read if mention), None)
        if found is not None:
            mentions = (*(m for m in mentions if not _is_inside(m, found)), found)
            free = tuple(token for token in free if not _is_inside(token, found))
    return tuple(sorted(mentions, key=lambda mention: mention.start)), free


def _ended(
    text: str, mentions: tuple[Mention, ...], free: Tokens, language: Language
) -> tuple[tuple[Mention, ...], Tokens]:
    """The mentions without a product in front of a cue that is a thing there; the words of both are free.

    "Imports of bean dip" are of a dip, and "tree stands" are no trees; "did cheese dip" asks of a fall.
    """
    pieces: list[Piece] = sorted((*mentions, *free), key=lambda piece: piece.start)
    for product, end in zip(pieces, pieces[1:], strict=False):
        if isinstance(product, Mention) and _is_ended(text, product, end, language):
            whole = tuple(token for token in words(text) if product.start <= token.start < end.end)
            mentions = tuple(m for m in mentions if m not in (product, end))
            free = (*(token for token in free if token not in whole), *whole)
    return mentions, free


def _is_ended(text: str, product: Mention, end: Piece, language: Language) -> bool:
    """Whether what stands behind a product is a thing of which it says the kind."""
    if text[product.end : end.start].strip(" -") or not _is_name(product) or not _is_one(product.text, language):
        return False
    asks, before = language.forms("lists", "traded_did"), text[: product.start].split()[-1:]
    is_thing = fold(text[end.start : end.end]) in language.forms("lists", "compound_ends")
    return is_thing and asks.isdisjoint(map(fold, before))


def _runs(text: str, pieces: Sequence[Piece], language: Language) -> Iterator[tuple[Piece, ...]]:
    """The pieces that stand side by side and may be one name, run by run; Spanish puts "de" between them."""
    joins = {"", *language.forms("lists", "compound_joins")}
    run: list[Piece] = []
    for piece in pieces:
        if run and fold(text[run[-1].end : piece.start]).strip(" -") not in joins:
            yield from _whole(run)
            run = []
        run.append(piece)
    yield from _whole(run)


def _whole(run: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """A run of several words of which one names a product."""
    if 1 < len(run) <= _LONGEST and any(isinstance(piece, Mention) for piece in run):
        yield tuple(run)


def _without_talk(run: tuple[Piece, ...], language: Language) -> tuple[Piece, ...]:
    """The run without the small talk at its ends: "want purple socks please"."""
    told = [at for at, piece in enumerate(run) if isinstance(piece, Mention) or piece.word not in language.everyday]
    return run[told[0] : told[-1] + 1]


def _is_inside(piece: Piece, whole: Mention) -> bool:
    return whole.start <= piece.start < whole.end


def _read(text: str, run: Sequence[Piece], compounds: Compounds, language: Language) -> Mention | None:
    """The run as one mention of a product, or of several that it may be; small talk in it never makes it several."""
    if len(run) < 2 or not _is_one_thing(text, run, compounds, language):
        return None
    said = text[run[0].start : run[-1].end]
    reading = compounds.read(tuple(token.word for token in words(said)))
    talk = any(isinstance(piece, Token) and piece.word in language.everyday for piece in run)
    if not reading.codes or talk and len(reading.codes) > 1:
        return None
    told = [piece.corrected for piece in run if isinstance(piece, Mention) and piece.corrected]
    told += [f"{said} → {_told(reading)}"] if len(reading.codes) == 1 else []
    codes = tuple(f"product:{code}" for code in reading.codes)
    return Mention("product", run[0].start, run[-1].end, said, codes, corrected=", ".join(told))


def _is_one_thing(text: str, run: Sequence[Piece], compounds: Compounds, language: Language) -> bool:
    """Whether all beside the head says of what kind it is: no list of things, no unheard word, no brand in capitals."""
    head, rest = (run[0], run[1:]) if language.code == "es" else (run[-1], run[:-1])
    titled = run[0].start == 0 or text[head.start].isupper()
    return all(
        _modifies(text, piece, compounds, language)
        and (titled or text[piece.start].islower() or compounds.is_plain(fold(text[piece.start : piece.end])))
        for piece in rest
    )


def _modifies(text: str, piece: Piece, compounds: Compounds, language: Language) -> bool:
    """Whether a word says of what kind others are, and not in what state: a product in the singular, or a modifier."""
    if isinstance(piece, Mention):
        return _is_one(text[piece.start : piece.end], language)
    return compounds.knows(piece.word) and piece.word not in language.forms("lists", "compound_states")


def _is_one(name: str, language: Language) -> bool:
    """Whether a name is in the singular, as what says of which kind another is."""
    last = words(name)[-1].word
    return singular(last, language.code) == last


def _told(reading: Reading) -> str:
    return reading.name or f"HS {reading.codes[0].replace(';', ', ')}"


def _is_name(mention: Mention) -> bool:
    """Whether a mention is the name of a product, and no code."""
    only = all(code.startswith("product:") for code in mention.candidates)
    return only and not any(char.isdigit() for char in mention.text)


__all__ = ["compounded"]
