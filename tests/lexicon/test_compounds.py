"""Names of several words that stand in no list: read as their head where it keeps its code, offered, or left alone."""

from __future__ import annotations

import pytest

from tests.world.reading import lexicon

Found = list[tuple[str, tuple[str, ...]]]


def products(text: str, language: str = "en") -> tuple[Found, tuple[str, ...], list[str]]:
    """The products that a text names, its words that name nothing, and what it tells of how it was read."""
    _, mentions, unknown = lexicon(language).link(text)
    named = [(m.text, m.candidates) for m in mentions if m.kind == "product"]
    return named, unknown, [m.corrected for m in mentions if m.corrected]


@pytest.mark.parametrize(
    ("name", "code", "head"),
    [
        ("purple socks", "6115", "socks"),  # a colour
        ("kitchen stools", "9401", "stools"),  # a room
        ("hockey helmets", "650610", "helmets"),  # a sport
        ("raisin bread", "1905", "bread"),  # a product of another section, of which others are kept
        ("fleece blankets", "6301", "blankets"),  # and of the same
        ("egg cartons", "4819", "cartons"),
        ("apple cider vinegar", "2209", "vinegar"),
        ("salmon fillets", "0304", "HS 0304"),  # a title has both words, and other fillets its heading
    ],
)
def test_a_head_that_keeps_its_code_is_read_and_told(name: str, code: str, head: str) -> None:
    assert products(f"US imports of {name} from Mexico in 2024") == (
        [(name, (f"product:{code}",))],
        (),
        [f"{name} → {head}"],
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [("oat milk", "2202"), ("pickled jalapenos", "2001"), ("cashew butter", "2008"), ("bike chains", "7315")],
)
def test_what_changes_with_its_modifier_is_offered(name: str, code: str) -> None:
    ((found, candidates),), unknown, told = products(f"US imports of {name} from Mexico in 2024")
    assert (found, unknown, told) == (name, (), [])
    assert len(candidates) > 1
    assert f"product:{code}" in candidates


@pytest.mark.parametrize(
    "name",
    [
        "zebra socks",  # no such word in any name
        "old cars",  # in what state they are is counted nowhere
        "car insurance",  # the head is no product
        "wheat corn",  # two things, and no comma
        "steel aluminum",
        "avocados limes",
        "bean dip",  # cues that are things behind a product
        "tree stands",
        "car seat covers",
        "truck drivers",
        "phone calls",
        "food trucks",
    ],
)
def test_what_nothing_is_known_of_gets_no_figure(name: str) -> None:
    named, unknown, told = products(f"US imports of {name} from Mexico in 2024")
    assert unknown or len(named) > 1
    assert not told


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("did cheese dip in 2020", ["cheese"]),
        ("where do avocados stand among US imports", ["avocados"]),
        ("US imports of avocados, limes and corn", ["avocados", "limes", "corn"]),
        ("want purple socks imports please", ["purple socks"]),
        ("US imports of food by truck", ["food"]),
        ("US imports of headfones", ["headphones"]),
    ],
)
def test_cues_lists_and_small_talk_stay_beside_a_name(text: str, named: list[str]) -> None:
    assert [name for name, _ in products(text)[0]] == named


def test_spanish_puts_the_head_first() -> None:
    named, unknown, told = products("importaciones de calcetines morados de México", "es")
    assert (named, unknown) == ([("calcetines morados", ("product:6115",))], ())
    assert told == ["calcetines morados → calcetines"]
    ((found, candidates),), _, _ = products("importaciones de mangueras de jardín", "es")
    assert (found, set(candidates)) == ("mangueras de jardín", {"product:3917", "product:4009"})
