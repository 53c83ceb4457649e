"""
Write a price the way people type it.
"""

from __future__ import annotations

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def spoken_price(cents: int, currency: str) -> str:
    """Return "$25", "$12.50", or "25 CHF" where the currency has no sign that everybody knows."""
    whole, rest = divmod(cents, 100)
    amount = f"{whole}.{rest:02}" if rest else str(whole)
    sign = _SIGNS.get(currency.upper())
    return f"{sign}{amount}" if sign else f"{amount} {currency.upper()}"
