"""
Estimate how many tokens a text costs, never too few by much.

The model may be anybody's, and real tokenizers fetch their vocabularies from elsewhere. So this is
a count of characters by kind, set against the real counts of four vocabularies (OpenAI's cl100k and
o200k, Llama 3's, Mistral's 32k): tests/unit/test_tokens.py has the figures. It leans to too many,
since a request that is a little short still gets an answer and one that is too long gets none.
"""

from __future__ import annotations

import re
from math import ceil

# Role, separators and the like, which a chat format puts around each message.
MESSAGE_OVERHEAD = 8

# Words, line breaks, white space other than the one before a word, all else by character.
_PIECES = re.compile(
    r"(?P<word>[A-Za-z\u00c0-\u024f]+)|(?P<mark>\n)|(?P<space>[^\S\n]+(?=\d|\s|$))|(?P<char>\S)"
)
# Common words are one token up to about this many letters; longer and rarer ones fall apart.
_LETTERS_IN_ONE = 3
_PER_FURTHER_LETTER = 0.36
# Longer than words are: laughter, hammering on the keys.
_LETTERS_IN_A_WORD = 10
_PER_LETTER_BEYOND = 0.6
_PER_ACCENT = 0.6
# Capitals among small letters, and no vowel: base64, handles, shouting, "hmmm".
_PER_LETTER_OF_NO_WORD = 0.85
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)


def estimate_tokens(text: str) -> int:
    """Return about how many tokens `text` has, for any of the usual models."""
    return ceil(sum(_cost(piece) for piece in _PIECES.finditer(text)))


def _cost(piece: re.Match[str]) -> float:
    match piece.lastgroup:
        case "word":
            return _cost_of_word(piece[0])
        case "char":
            return _cost_of_character(piece[0])
    return 1


def _cost_of_word(word: str) -> float:
    if word[1:] != word[1:].lower() or (word.isascii() and not _VOWEL.search(word)):
        return max(1, len(word) * _PER_LETTER_OF_NO_WORD)
    accents = sum(not letter.isascii() for letter in word)
    further = max(0, min(len(word), _LETTERS_IN_A_WORD) - _LETTERS_IN_ONE)
    beyond = max(0, len(word) - _LETTERS_IN_A_WORD)
    return 1 + further * _PER_FURTHER_LETTER + beyond * _PER_LETTER_BEYOND + accents * _PER_ACCENT


def _cost_of_character(char: str) -> float:
    code = ord(char)
    if code < 0x80:
        return 1
    # Cyrillic.
    if 0x400 <= code < 0x530:
        return 0.8
    # Other alphabets; Chinese and Japanese.
    if code < 0x1E00 or 0x3040 <= code < 0xA000:
        return 1.3
    # Emoji, ornaments, Korean, mathematical letters: in the worst case every byte is a token.
    return len(char.encode("utf-8", "replace")) * (0.6 if 0xAC00 <= code < 0xD7B0 else 1)
