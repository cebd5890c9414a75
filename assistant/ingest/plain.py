"""Text as data: what a reader sees of Markdown or HTML, and nothing that hides, reorders, loads or links."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|iframe|svg|template)\b.*?(?:</\1\s*>|\Z)", re.S | re.I)
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]*)>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_OPENED = re.compile(r"<(?=[a-zA-Z/!])")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]\n]+\]:\s*\S+.*$", re.M)
_LINK = re.compile(r"!?\[((?:\\.|[^\[\]\\])*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]\n]*\])")
_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.M)
_QUOTE = re.compile(r"^[ ]{0,3}>[ ]?", re.M)
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_UNDERLINED = re.compile(r"(?<!\w)(_{1,2})(?=\S)([^_\n]+?)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"(`+)([^`\n]+)\1")
_ESCAPED = re.compile(r"\\([$%*_#&~|.+-])")

_INVISIBLE = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_HIDING = ("Cc", "Cf", "Cn", "Co", "Cs")


def plain_text(text: str) -> str:
    """The text as a reader sees it: no control, bidi or invisible characters, no markup, links and images as words.

    >>> plain_text("**Free** [alongside ship](javascript:x)<b onclick=1>!</b>")
    'Free alongside ship!'
    """
    text = "".join(filter(_visible, unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))))
    before = None
    while before != text:
        before, text = text, _unmarked(text)
    # What is still shaped like a link or tag after that (brackets within brackets) is kept from being one.
    return _OPENED.sub("< ", _ESCAPED.sub(r"\1", text.replace("](", "] ("))).strip()


def _visible(letter: str) -> bool:
    return letter in "\n\t" or not (letter in _INVISIBLE or unicodedata.category(letter) in _HIDING)


def _unmarked(text: str) -> str:
    text = _AUTOLINK.sub(r"\1", _HIDDEN.sub("", text))
    for removed in (_TAG, _DEFINITION, _FENCE, _QUOTE):
        text = removed.sub("", text)
    text = _LINK.sub(r"\1", text)
    for marked in (_STRONG, _UNDERLINED, _CODE):
        text = marked.sub(r"\2", text)
    return text
