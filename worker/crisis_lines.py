"""
Whom a fan whose life is at risk can call, by country.

Data and one choice. The words around it are in prompts/fixed/crisis.<language>.md; when that text
goes out is the database's. Numbers change: `checked` says where each was last seen, and an operator
who adds a country adds a line here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CrisisLine:
    """One line; `emergency` is the country's own number for an emergency."""

    name: str
    number: str
    emergency: str
    # Where the number was read, in November 2026; "" where it is known from memory alone.
    checked: str = ""


LINES: dict[str, CrisisLine] = {
    "AR": CrisisLine(
        "Centro de Asistencia al Suicida", "0800 345 1435", "911",
        "quoted from asistenciaalsuicida.org.ar",
    ),
    "AT": CrisisLine("Telefonseelsorge", "142", "112", "krone.at, nachrichten.at"),
    "AU": CrisisLine("Lifeline", "13 11 14", "000", "several lists"),
    "BE": CrisisLine(
        "Centre de Prévention du Suicide / Zelfmoordlijn", "0800 32 123 / 1813", "112",
        "a list of 2018",
    ),
    "BR": CrisisLine("CVV", "188", "192"),
    "CA": CrisisLine("Suicide Crisis Helpline", "988", "911", "Wikipedia"),
    "CH": CrisisLine(
        "Die Dargebotene Hand / La Main Tendue / Telefono Amico", "143", "144", "143.ch, sbb.ch"
    ),
    "CL": CrisisLine("Línea de Prevención del Suicidio", "*4141", "131", "quoted from minsal.cl"),
    "CO": CrisisLine("Línea 192, opción 4", "192", "123"),
    "DE": CrisisLine("TelefonSeelsorge", "0800 1110111", "112", "several lists"),
    "ES": CrisisLine("Línea 024", "024", "112", "several repositories"),
    "FR": CrisisLine(
        "Numéro national de prévention du suicide", "3114", "112", "several repositories"
    ),
    "GB": CrisisLine("Samaritans", "116 123", "999", "samaritans.org in several lists"),
    "IE": CrisisLine("Samaritans", "116 123", "112", "several lists"),
    "IT": CrisisLine("Telefono Amico Italia", "02 2327 2327", "112", "several repositories"),
    "MX": CrisisLine(
        "Línea de la Vida", "800 911 2000", "911", "cronica.com.mx, eluniversal.com.mx"
    ),
    "NL": CrisisLine("113 Zelfmoordpreventie", "0800 0113", "112", "several repositories"),
    "NZ": CrisisLine("Need to Talk?", "1737", "111"),
    "PE": CrisisLine("Línea 113, opción 5", "113", "106", "a repository"),
    "PT": CrisisLine(
        "Linha Nacional de Prevenção do Suicídio", "1411", "112",
        "24noticias.sapo.pt, deco.proteste.pt",
    ),
    "US": CrisisLine("988 Suicide & Crisis Lifeline", "988", "911", "988lifeline.org"),
}  # fmt: skip

# Where no country is known: those in which most who write so live.
BY_LANGUAGE: dict[str, tuple[str, ...]] = {
    "en": ("US", "GB"),
    "es": ("ES", "MX"),
    "pt": ("BR", "PT"),
    "de": ("DE", "AT", "CH"),
    "fr": ("FR", "BE", "CA"),
    "it": ("IT", "CH"),
}
# Understood in most of the world, from a mobile phone too.
ANYWHERE = ("112", "911")


def crisis_variables(country: str | None, language: str) -> dict[str, str]:
    """
    Return what the fixed text names: `crisis_lines` and `emergency_number`.

    By the fan's country where its line is known, else by the language, which is one of
    worker/languages.py's.
    """
    if country in LINES:
        line = LINES[country]
        return {
            "crisis_lines": f"{line.name}, {line.number}",
            "emergency_number": line.emergency,
        }
    countries = BY_LANGUAGE.get(language, BY_LANGUAGE["en"])
    # Of one line with one number for two countries, once is enough.
    lines = (f"{code}: {LINES[code].name}, {LINES[code].number}" for code in countries)
    numbers = () if country else tuple(LINES[code].emergency for code in countries)
    emergencies = dict.fromkeys((*numbers, *ANYWHERE))
    return {"crisis_lines": "; ".join(lines), "emergency_number": " / ".join(emergencies)}
