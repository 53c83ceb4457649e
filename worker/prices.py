"""
Find amounts of money in a text: "$20", "20 bucks", "twenty dollars", "20€".

Texts are in worker/plain_text.py's form. What an amount means there is for
worker/invented_offers.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

NUMBER_WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ONES, 1)},
    **{word: value for value, word in enumerate(_TEENS, 10)},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
    **{
        f"{ten}{gap}{one}": tens + ones
        for tens, ten in zip(range(20, 100, 10), _TENS, strict=True)
        for ones, one in enumerate(_ONES, 1)
        for gap in (" ", "-")
    },
    "hundred": 100, "a hundred": 100, "one hundred": 100, "two hundred": 200,
    # The round ones of the other languages, which prices mostly are.
    "cinco": 5, "diez": 10, "doce": 12, "quince": 15, "veinte": 20, "veinticinco": 25,
    "treinta": 30, "cuarenta": 40, "cincuenta": 50, "cien": 100,
    "dez": 10, "quinze": 15, "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50,
    "cem": 100, "funf": 5, "zehn": 10, "funfzehn": 15, "zwanzig": 20, "funfundzwanzig": 25,
    "dreissig": 30, "dreißig": 30, "vierzig": 40, "funfzig": 50, "hundert": 100,
    "cinq": 5, "dix": 10, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "cent": 100,
    "cinque": 5, "dieci": 10, "quindici": 15, "venti": 20, "venticinque": 25, "trenta": 30,
    "quaranta": 40, "cinquanta": 50, "cento": 100,
}  # fmt: skip

NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
_WORD = "|".join(sorted(map(re.escape, NUMBER_WORDS), key=len, reverse=True))
_SIGN = r"(?:us\$|r\$|[$€£])"
_UNIT = (
    r"(?:dollars?|dolla|bucks?|usd|eur|euros?|pounds?|quid|gbp|dolares?|dolar|reais|brl|pavos"
    r"|dollari|dollaro|sterline|libras?|pfund|francs?|chf|cents|tokens?|credits?|pesos?|piepen)\b"
)
_AMOUNT = re.compile(
    rf"{_SIGN} ?(?P<before>{NUMBER})(?P<thousands> ?k\b)?"
    rf"|(?<![\d.,])(?P<after>{NUMBER}) ?(?:{_SIGN}|{_UNIT})"
    rf"|\b(?P<word>{_WORD})[ -]{_UNIT}"
)
_PRICE_WORD = "|".join(
    word for word in _WORD.split("|") if NUMBER_WORDS[word.replace("\\", "")] >= 5
)
# A number that may be a price without its currency; "for two" hardly is.
BARE = rf"(?:(?<![\d.,])(?:{NUMBER})(?![\d%])|\b(?:{_PRICE_WORD})\b)"


@dataclass(frozen=True)
class Amount:
    """An amount of money, in whole units of its currency, and where in the text it stands."""

    value: Decimal
    start: int
    end: int


def amounts(form: str) -> tuple[Amount, ...]:
    """Return the amounts of money in a plain text, in its order."""
    found = []
    for match in _AMOUNT.finditer(form):
        number = match["before"] or match["after"] or match["word"]
        value = value_of(number)
        if value is not None:
            value *= 1000 if match["thousands"] else 1
            found.append(Amount(value, match.start(), match.end()))
    return tuple(found)


def value_of(number: str | float | Decimal) -> Decimal | None:
    """Read "20", "20.00", "1,200", "$20", "20 USD", "twenty" or 20; None for anything else."""
    if isinstance(number, bool):
        return None
    if not isinstance(number, str):
        value = Decimal(str(number))
        return value if value.is_finite() else None
    text = number.strip().casefold()
    if text in NUMBER_WORDS:
        return Decimal(NUMBER_WORDS[text])
    match = re.search(NUMBER, text)
    if match is None:
        return None
    digits = match[0]
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        digits = re.sub(r"[.,]", "", digits)
    try:
        return Decimal(digits.replace(",", "."))
    except InvalidOperation:
        return None
