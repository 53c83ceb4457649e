"""
Guess which of the six languages a text is in, to choose a fixed text.

A count of small common words: enough for "eres un bot?", not for linguistics. The model answers
in the fan's language by itself.
"""

from __future__ import annotations

import re

from worker.plain_text import plain, words

DEFAULT = "en"

# Words that one of the six languages uses and the others hardly do, accents taken off. A word of
# two languages stands in both lists and decides nothing between them.
STOP_WORDS: dict[str, frozenset[str]] = {
    "en": words(
        "the is are you your youre i im it its this that what who how my me we they do does did "
        "dont not really have has with for to of and or be been can could would will am was were "
        "there here just so if on at no yes stop hi hey talking fake or from what when today "
        "tonight "
        "doing think thinking about all some want know tell"
    ),
    "es": words(
        "el los las es eres soy estas esta estoy tu tus un una que quien como cuando donde por "
        "para con sin pero muy mas si no yo mi me te se lo la de del al y o hola hablo hablando "
        "esto eso este ese de verdad quiero haces hacer hoy noche estoy puedes tienes hay ser "
        "persona usted contigo"
    ),
    "pt": words(
        "o os as e voce vc tu es sou esta estas to ta um uma que quem como quando onde por pra "
        "para com sem mas muito mais sim nao eu meu minha me te se da do das dos na no oi ola "
        "isso isto este esse fazendo hoje agora estou falando quero pode tem ser pessoa mesmo "
        "verdade alguem contigo"
    ),
    "de": words(
        "der die das ist bist bin du dein deine ein eine einen einem ich mich mir dir dich nicht "
        "kein keine und oder aber mit von zu zum auf fur was wer wie wo warum ja nein hallo hier "
        "wirklich echt mensch redest schreibst rede schreibe spreche kann kannst hast habe sind "
        "wird auch nur noch schon mal bitte gerade eigentlich machst mach denn heute abend tag "
        "sehr dir freue"
    ),
    "fr": words(
        "le les est es suis tu toi te ton ta tes un une je j c ce cette ca cest que qui quoi "
        "comment quand pour avec sans mais tres plus oui non moi me mon ma mes des du de la et ou "
        "bonjour salut coucou parle parles vraiment vrai vraie reelle personne il elle on nous "
        "vous pas ne etre t as ai"
    ),
    "it": words(
        "il lo gli i la le e sei sono sto stai tu tuo tua un una uno che chi come quando dove per "
        "con senza ma molto piu si no io mio mia mi ti ci di del della al ciao parlo parlando "
        "questo questa quello davvero vero vera voglio puoi hai ho persona essere sul"
    ),
}

# Spellings that settle short texts, before accents are taken off.
TELLING_SPELLINGS = {
    "es": r"[ñ¿¡]", "pt": r"[ãõ]", "de": r"[ßäöü]", "fr": r"[œêùû]|-(?:tu|je|ce|moi)\b",
    "it": r"[ìò]",
}  # fmt: skip

LANGUAGES = tuple(STOP_WORDS)


def clear_language_of(text: str) -> str | None:
    """Return the language of `text` where there is hardly a doubt, and None where there is."""
    words = re.findall(r"[a-z]+", plain(text))
    scores = sorted(((score, name) for name, score in _scores(text, words).items()), reverse=True)
    (best, language), (second, _) = scores[:2]
    if best < 3 or best < second + 2 or best < len(words) / 3:
        return None
    return language


def _scores(text: str, words: list[str]) -> dict[str, int]:
    return {
        language: sum(word in stop_words for word in words)
        + 2 * bool(re.search(TELLING_SPELLINGS.get(language, r"(?!)"), text.casefold()))
        for language, stop_words in STOP_WORDS.items()
    }


def language_of(text: str) -> str:
    """Return "en", "es", "pt", "de", "fr" or "it"; "en" where nothing or too little tells."""
    words = re.findall(r"[a-z]+", plain(text))
    scores = _scores(text, words)
    best = max(scores.values())
    leaders = [language for language, score in scores.items() if score == best]
    return leaders[0] if len(leaders) == 1 else _untied(leaders, words)


def _untied(leaders: list[str], words: list[str]) -> str:
    """Settle a tie by the words that only one of the leaders has; "en" if that fails too."""
    alone = {
        language: sum(
            word in STOP_WORDS[language]
            and not any(word in STOP_WORDS[other] for other in leaders if other != language)
            for word in words
        )
        for language in leaders
    }
    best = max(alone.values())
    winners = [language for language, score in alone.items() if score == best]
    return winners[0] if len(winners) == 1 else DEFAULT
