"""What a fan's message shows: signals and near misses in six languages."""

from __future__ import annotations

import pytest

from worker.languages import language_of
from worker.signals import NAMES, recognise

POSITIVE = {
    "asks_for_content": {
        "en": [
            "can you send me a pic?", "Send me some photos of you 😍", "got any new videos?",
            "how much for a custom video?", "can I see more of you", "do you sell customs?",
            "what's on your menu?", "I wanna see your nudes", "show me more",
            "any pics for me?",
            "do you have any beach videos I could buy?",
            "I'd love to buy a video from you", "photos?", "could i get a spicy clip",
            "pics pls", "do you have any more videos like the last one?",
            "I want more pics",
            "got anything new for me?", "can u send me something spicy",
            "what do your customs cost?",
        ],
        "es": [
            "mándame una foto", "¿Me envías un video?", "¿tienes fotos nuevas?",
            "¿cuánto cuesta el video?", "quiero ver más de ti", "¿vendes contenido?",
            "quiero un video tuyo",
        ],
        "pt": [
            "me manda uma foto", "você tem vídeos novos?", "quanto custa o vídeo?",
            "quero ver mais de você", "vende conteúdo?", "quero um vídeo seu",
        ],
        "de": [
            "Schick mir ein Foto", "hast du neue Videos?", "Was kostet ein Video?",
            "ich will mehr von dir sehen", "zeigst du mir ein Bild von dir?",
            "ich will ein Video von dir",
        ],
        "fr": [
            "envoie-moi une photo", "tu as de nouvelles vidéos ?",
            "c'est combien la vidéo ?",
            "je voudrais voir plus de toi", "tu peux m'envoyer des photos",
            "je veux une vidéo de toi",
        ],
        "it": [
            "mandami una foto", "hai dei video nuovi?", "quanto costa un video?",
            "vorrei vedere di più di te", "mi mandi una foto?", "voglio un tuo video",
        ],
    },
    "sincere_question": {
        "en": [
            "are you a bot?", "Are you real", "are u a robot", "is this really you?",
            "are you AI?",
            "am I talking to a real person?", "am i chatting with a bot", "are you human?",
            "you're a bot right?", "is this an AI?", "prove you're real", "bot?",
            "real or fake?",
            "are you a real person or a bot", "who am I really talking to?",
            "Are you an actual human",
            "you sound like a bot", "r u real tho", "is it really you typing?",
            "are you a b o t",
            "are these messages automated", "do you use AI to reply", "are you a b0t?",
            "sorry but i have to ask, are you a bot?",
            "is there a real person behind this?",
            "you a bot?", "u real?", "ur a bot", "you're not real are you",
            "this feels like AI",
            "is this you or a chatter?", "is someone else writing this for you?",
            "not a bot right?",
        ],
        "es": [
            "¿eres un bot?", "eres real?", "¿Estoy hablando con una persona real?",
            "¿eres tú de verdad?", "eres una IA?", "¿es esto un robot?",
            "¿eres de verdad?",
        ],
        "pt": [
            "você é um robô?", "vc é real?", "estou falando com uma pessoa real?",
            "é você mesma?", "és um bot?", "você é uma IA?",
        ],
        "de": [
            "bist du ein Bot?", "Bist du echt?", "schreibe ich mit einem echten Menschen?",
            "bist du eine KI?", "Bist du's wirklich?", "bist du ein Mensch?",
        ],
        "fr": [
            "es-tu un robot ?", "t’es un bot ?", "c'est vraiment toi ?", "tu es réelle ?",
            "je parle à une vraie personne ?", "tu es une IA ?",
        ],
        "it": [
            "sei un bot?", "sei reale?", "sto parlando con una persona vera?",
            "sei davvero tu?",
            "sei un'intelligenza artificiale?", "ma sei un robot?", "parlo con un bot?",
        ],
    },
    "opt_out": {
        "en": [
            "STOP", "stop.", "Stop!!", "Unsubscribe", "please stop",
            "Don't message me again",
            "don’t message me anymore", "Leave me alone!", "stop texting me", "opt-out",
            "STOP 🛑",
        ],
        "es": ["no me escribas más", "dame de baja", "Déjame en paz", "¡Basta!"],
        "pt": ["não me mande mais mensagens", "Pare!", "sair"],
        "de": ["Stopp!", "Lass mich in Ruhe", "bitte schreib mir nicht mehr"],
        "fr": ["arrête de m’écrire", "Laisse-moi tranquille", "plus de messages"],
        "it": ["non scrivermi più", "lasciami in pace", "Basta messaggi"],
    },
}  # fmt: skip

NEAR_MISSES = {
    "asks_for_content": [
        "nice pic!", "I saw your video yesterday", "I sent you a photo",
        "did you see my pic?",
        "show me how to cook that", "can you send me the recipe?", "I love your photos",
        "want to see a movie some day?", "can I see you tomorrow?", "don't send me pics",
        "I don't want to buy anything", "send me a kiss", "how much do you sleep?",
        "I took some pictures at the lake", "me encantó tu foto", "no me mandes fotos",
        "¿tienes hambre?", "adorei a tua foto", "não quero ver fotos", "schönes Bild!",
        "schick mir einen Kuss", "hast du Hunger?", "j'adore ta photo", "tu as faim ?",
        "bella foto!", "hai fame?", "mandami un bacio",
        "can I send you a pic?", "I'll show you my photos later",
        "should I give you my photo?",
        "why did you send me this photo?", "te mando una foto", "ich schicke dir ein Bild",
        "je t'envoie une photo", "hai visto la foto?", "hast du mein Bild gesehen?",
        "tu as vu ma photo ?",
    ],
    "sincere_question": [
        "you're such a machine 😂", "are you a robot in bed?", "are you really 25?",
        "you're unreal",
        "is this really your first time in Rome?", "do you have a real job?",
        "I'm not a bot lol",
        "my robot vacuum is broken", "I work in AI", "are you into robots?",
        "is this real leather?",
        "are you human enough to forgive me?", "I built a discord bot",
        "are you really going?",
        "real talk, you're gorgeous", "is that really you in the second photo?",
        "you are real fun",
        "eres una máquina 😂", "eres real como la vida misma", "me gustan los robots",
        "és uma máquina 😂", "gosto de robôs", "bist du echt müde?",
        "du bist ein guter Mensch",
        "bist du eine Maschine im Bett?", "tu es une machine 😂", "tu es vraiment belle",
        "sei una macchina 😂", "sei davvero bella", "è vero?",
        "I'm a real person too you know", "you're so real for that",
        "are you real mad at me?",
        "AI is taking over my job", "eres una persona increíble", "bist du wirklich 25?",
        "tu es vraie et ça me plaît", "sei davvero tu la più bella",
    ],
    "opt_out": [
        "don't stop", "stop it 😂", "stop 😂", "STOP 🥵", "stop teasing me",
        "I can't stop thinking of you",
        "when does the bus stop?", "never stop writing", "stop by any time", "non-stop",
        "no pares", "basta ya de lluvia", "não pare", "para mim também", "hör nicht auf",
        "ich kann nicht aufhören", "n'arrête pas", "je m'arrête au stop", "non fermarti",
        "leave me alone with you for an hour 😏",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (name, text)
        for name, languages in POSITIVE.items()
        for texts in languages.values()
        for text in texts
    ],
)
def test_a_signal_is_recognised(name: str, text: str) -> None:
    assert name in recognise(text)


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in NEAR_MISSES.items() for text in texts]
)
def test_a_near_miss_shows_nothing(name: str, text: str) -> None:
    assert recognise(text) == ()


def test_signals_come_in_one_order() -> None:
    assert recognise("are you a bot? if not send me a pic") == (
        "asks_for_content",
        "sincere_question",
    )
    assert set(POSITIVE) == set(NEAR_MISSES) == set(NAMES)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (language, text)
        for language, texts in POSITIVE["sincere_question"].items()
        for text in texts
    ],
)
def test_the_language_of_a_sincere_question_is_guessed(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "😂", "ok", "12", "бот?", "lol"])
def test_what_tells_no_language_counts_as_english(text: str) -> None:
    assert language_of(text) == "en"
