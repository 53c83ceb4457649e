"""What a fan's message shows: signals and near misses in six languages."""

from __future__ import annotations

import pytest

from tests.unit.offer_refusals import NOT_REFUSALS, REFUSALS
from worker.languages import language_of
from worker.signals import NAMES, recognise
from worker.stop_signs import NAMES as STOP_SIGNS

POSITIVE = {
    "declines_offer": REFUSALS,
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
    "billing": {
        "en": [
            "I was charged twice", "how do I cancel my subscription?", "my card was declined",
            "I paid for the video but didn't get it", "my payment failed",
            "why was I charged $20?", "turn off auto-renew please", "you charged me twice",
            "i already paid and it's still locked",
        ],
        "es": [
            "me cobraron dos veces", "¿cómo cancelar mi suscripción?",
            "mi tarjeta fue rechazada", "ya pagué y no me llegó",
        ],
        "pt": [
            "fui cobrado duas vezes", "como cancelar minha assinatura?",
            "meu cartão foi recusado", "já paguei e não recebi",
        ],
        "de": [
            "mir wurde doppelt abgebucht",
            "wie kann ich mein Abo kündigen?", "meine Karte wurde abgelehnt",
            "ich habe bezahlt aber nichts bekommen",
        ],
        "fr": [
            "j'ai été débité deux fois",
            "comment annuler mon abonnement ?", "ma carte a été refusée",
            "j'ai payé mais je n'ai rien reçu",
        ],
        "it": [
            "ho pagato due volte", "come disdire l'abbonamento?",
            "la mia carta è stata rifiutata", "ho pagato ma non ho ricevuto niente",
            "mi hanno addebitato 20 euro",
        ],
    },
    "support": {
        "en": [
            "the app isn't working", "I can't log in", "how do I contact support?",
            "your video won't play", "the page keeps crashing", "my account was hacked",
            "I forgot my password", "I'm getting an error", "I can't open the video",
            "I need help with my account",
        ],
        "es": [
            "la app no funciona", "no puedo iniciar sesión", "¿cómo contactar con soporte?",
            "el video no carga", "mi cuenta fue bloqueada", "olvidé mi contraseña",
        ],
        "pt": [
            "o app não funciona", "não consigo fazer login", "como falo com o suporte?",
            "o vídeo não abre",
            "minha conta foi bloqueada", "esqueci minha senha",
        ],
        "de": [
            "die App funktioniert nicht", "ich kann mich nicht einloggen",
            "wie erreiche ich den Kundenservice?", "das Video lädt nicht",
            "mein Konto wurde gesperrt", "ich habe mein Passwort vergessen",
        ],
        "fr": [
            "l'appli ne marche pas", "je n'arrive pas à me connecter",
            "comment contacter le support ?", "la vidéo ne charge pas",
            "mon compte a été bloqué", "j'ai oublié mon mot de passe",
        ],
        "it": [
            "l'app non funziona", "non riesco ad accedere", "come contatto l'assistenza clienti?",
            "il video non si apre", "il mio account è stato bloccato",
            "ho dimenticato la password",
        ],
    },
}  # fmt: skip

NEAR_MISSES = {
    "declines_offer": NOT_REFUSALS,
    "asks_for_content": [
        "nice pic!", "I saw your video yesterday", "I sent you a photo",
        "did you see my pic?",
        "show me how to cook that", "can you send me the recipe?", "I love your photos",
        "want to see a movie some day?", "can I see you tomorrow?", "don't send me pics",
        "send me a kiss", "how much do you sleep?",
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
    "billing": [
        "let me charge my phone", "you're in charge tonight 😏", "I just got paid, dinner's on me",
        "pay attention to me", "who paid for dinner?", "I'd pay to see that face",
        "my card tricks are great", "worth every penny", "la cuenta, por favor",
        "te pago con besos", "pago tudo por você", "wer zahlt das Essen?", "eine gute Karte",
        "je paie avec des bisous", "pago io la cena", "that bill passed in the senate",
        "I cancelled dinner",
    ],
    "support": [
        "I'll always support you", "thanks for your support", "I support Arsenal",
        "help me out of this shirt 😏", "it's not working out with my ex",
        "I can't see you tomorrow", "I can't open up to people", "does that work for you?",
        "apoyo a mi equipo",
        "no puedo entrar en calor", "te apoyo siempre", "das geht nicht mehr aus meinem Kopf",
        "ich unterstütze dich", "je te soutiens", "ça ne marche pas entre nous", "ti sostengo",
        "non posso aspettare", "não consigo dormir", "my phone is old", "what a page turner",
    ],
}  # fmt: skip


# Which of the two a text is about is the stop signs' own test's.
AS_GOOD_AS = {"distress": ("distress", "self_harm")}


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
    assert any(one in recognise(text) for one in AS_GOOD_AS.get(name, (name,)))


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in NEAR_MISSES.items() for text in texts]
)
def test_a_near_miss_does_not_show_it(name: str, text: str) -> None:
    assert not any(one in recognise(text) for one in AS_GOOD_AS.get(name, (name,)))


def test_signals_come_in_one_order() -> None:
    assert recognise("are you a bot? if not send me a pic") == (
        "asks_for_content",
        "sincere_question",
    )
    # The stop signs have their own texts: tests/unit/test_stop_signs.py.
    elsewhere = {"asks_price", "asks_custom", "opt_in", *STOP_SIGNS}
    assert set(POSITIVE) == set(NEAR_MISSES) == set(NAMES) - elsewhere


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
