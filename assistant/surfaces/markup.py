"""Text made safe for a page that reads markdown: none of it becomes a link, a picture or HTML."""

from __future__ import annotations

import re

_PUNCTUATION = r"!-/:-@\[-`{-~"
_URL = r"(?:https?|ftp|mailto|file|data|javascript):[^\s`<>\"']+|www\.[^\s`<>\"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_LINK = r"!?\[(?P<label>[^\[\]\n`]+)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
_CODE = r"(?<!`)(?P<ticks>`{1,2})(?!`)(?P<code>[^`\n]+)(?P=ticks)(?!`)"

_KEPT = re.compile(
    rf"(?P<escaped>\\[{_PUNCTUATION}])|{_CODE}|{_LINK}|(?P<url>{_URL})"
    r"|(?P<definition>\[(?=[^\[\]\n]*\]:)|\[(?=\^)|!(?=\[)|\](?=[(\[]))|(?P<sign>[$<~`\\])|:(?=\w)",
    re.IGNORECASE,
)
_LITERAL = re.compile(rf"(?P<url>{_URL})|(?P<sign>[-\\`*_{{}}\[\]()#+.!|~<>$&:=^@])", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile(r"\S+\s*|\s+")


def markdown(text: str) -> str:
    r"""The text of a reply, its emphasis and lists kept, everything that could fetch, link or run taken away.

    >>> markdown("**$16.9 billion** [see](http://x.example) <b>")
    '**\\$16.9 billion** see \\<b>'
    """
    return _KEPT.sub(_defused, clean(text))


def literal(text: str) -> str:
    r"""The text as it was typed: no character of it means anything to markdown.

    >>> literal("*a* $b$")
    '\\*a\\* \\$b\\$'
    """
    lines = (line.strip() for line in clean(text).splitlines())
    return "  \n".join(_LITERAL.sub(_spelled, line) for line in lines)


def clean(text: str) -> str:
    """The text without control characters and invisible marks, so that a terminal or a page shows what is there."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def unmarked(text: str) -> str:
    """The text without its markdown, for a terminal or a report.

    >>> unmarked("**US$ 5** from `a`[1]")
    'US$ 5 from a[1]'
    """
    text = re.sub(_LINK, r"\g<label>", clean(text))
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])", r"\1", text)
    text = re.sub(r"(?m)^#{1,6} ", "", text)
    return re.sub(rf"\\([{_PUNCTUATION}])", r"\1", re.sub(_CODE, r"\g<code>", text))


def words(text: str) -> list[str]:
    """The text cut after each word, the pieces in order; joined they are the text."""
    return _WORD.findall(text)


def _defused(match: re.Match[str]) -> str:
    if match["escaped"] or match["ticks"]:
        return match[0]
    if match["label"] is not None:
        return _KEPT.sub(_defused, match["label"])
    return _address(match) if match["url"] else f"\\{match[0]}"


def _spelled(match: re.Match[str]) -> str:
    return _address(match) if match["url"] else f"\\{match[0]}"


def _address(match: re.Match[str]) -> str:
    """A web or mail address as code: a page turns a bare one into a link, even an escaped one."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    # ticks side by side would be read as one longer tick
    return f"{' ' if before == '`' else ''}`{match['url']}`{' ' if after == '`' else ''}"
