"""The check before sending: claims to be human are caught in six languages, truths pass."""

from __future__ import annotations

import pytest

from worker import checker

CLAIMS = {
    "en": [
        "I'm a real person", "I’m a real person, promise 😘", "im human",
        "I am human, silly",
        "I'm a real human being", "I'm only human", "I'm 100% human", "I'm 💯 real",
        "I'm real 😘",
        "I'm actually a real girl", "I'm not a bot", "im not a robot lol", "I’m not an AI",
        "I'm not AI, I swear", "I am definitely not a chatbot", "I'm no bot",
        "not a bot, promise",
        "Haha no, not a robot", "this is not a bot", "I ain't a bot", "me? a bot? no way",
        "A bot?? Nope!", "real person here 👋", "you're talking to a real person",
        "You are not talking to a bot", "there's no bot here", "it's really me",
        "This is really me",
        "I'm flesh and blood", "I am a living, breathing human", "we're all human",
        "I'm a person too.",
        "I'm not a machine, I need sleep", "I'm human and I get tired",
        "Am I real? Yes, 100%",
        "I'm just a human", "I'm not some computer program", "only human 😅",
        "just me, a real person", "I'm not one of those bots", "I'm very human",
        "no bot, just me",
        "I'm not using AI", "nope, no bots here",
        "I can assure you I'm not an automated account",
    ],
    "es": [
        "Soy una persona real", "soy humana", "Soy real 😘", "soy una chica de verdad",
        "No soy un bot", "no soy una IA", "No soy ningún robot", "¡soy de carne y hueso!",
        "Estás hablando con una persona real", "soy yo de verdad", "¿Un bot? Claro que no",
        "soy un ser humano", "no, soy una persona", "No soy una máquina",
        "soy tan humana como tú", "te lo escribo yo misma", "esto no es un bot",
    ],
    "pt": [
        "Sou uma pessoa real", "sou humana", "Sou de verdade 😘", "Não sou um robô",
        "nao sou um bot",
        "não sou uma IA", "Sou de carne e osso", "Você está falando com uma pessoa real",
        "sou eu mesma", "Um robô? Claro que não!", "sou um ser humano",
        "Não sou nenhuma máquina",
        "sou gente de verdade", "não é um robô, sou eu",
    ],
    "de": [
        "Ich bin ein echter Mensch", "ich bin ein Mensch", "Ich bin kein Bot",
        "bin kein Roboter 😂",
        "Ich bin keine KI", "Ich bin doch keine Maschine", "Ich bin eine echte Frau",
        "ich bin echt",
        "Ich bin aus Fleisch und Blut", "Du schreibst mit einem echten Menschen",
        "Hier schreibt ein Mensch",
        "Ein Bot? Quatsch!", "Ich bin es wirklich", "Ich bin keine künstliche Intelligenz",
        "ich bin kein Computerprogramm", "bin n echter Mensch",
    ],
    "fr": [
        "Je suis une vraie personne", "je suis humaine", "Je suis réelle 😘",
        "Je ne suis pas un robot",
        "j’suis pas un bot", "chuis pas un robot", "Je ne suis pas une IA",
        "je suis en chair et en os",
        "Tu parles à une vraie personne", "c'est vraiment moi", "Un robot ? Mais non !",
        "Je suis un être humain", "Je suis pas une machine",
    ],
    "it": [
        "Sono una persona vera", "sono umana", "Sono reale 😘", "Non sono un bot",
        "non sono un robot",
        "Non sono un'intelligenza artificiale", "non sono un’IA", "Sono in carne e ossa",
        "Stai parlando con una persona vera", "sono davvero io", "Un bot? Ma no!",
        "sono un essere umano", "Non sono mica una macchina",
    ],
}  # fmt: skip

DISGUISED = [
    "I'm h u m a n", "I a m h u m a n", "i'm not a b.o.t", "I\u200b'm hu\u200bman", "I'm *human*",
    "I'm hum4n", "I'm not a b0t", "Ｉ'm human", "I'm һumаn", "I´m human", "I`m human",
    "I'm   human",
    "I'm\nhuman", "𝐈'𝐦 𝐡𝐮𝐦𝐚𝐧",
    "I'm a r e a l person", "No soy un r o b o t", "s o y humana",
    "je suis h-u-m-a-i-n-e", "i c h bin k e i n bot",
]  # fmt: skip

TRUTHS = {
    "en": [
        "I'm an AI assistant", "no, I'm not a real person, I'm an AI", "I'm not human",
        "I am not a human, I'm an AI assistant that writes for Mia",
        "I'm not a person, I'm an AI",
        "Yes, I'm a bot", "You're not talking to a real person",
        "It's not really me, it's an AI",
        "These messages are written by AI", "There is no human here",
        "Not a real person here",
        "Heads up: an AI assistant writes these messages for Mia.", "you're only human",
        "nobody's perfect, you are human after all", "real talk, that made my day",
        "I'm really into people who laugh a lot", "I'm real excited about this",
        "is that real?",
        "I know you're not a bot", "not a bother at all", "I'm a morning person",
        "I'm a people person",
        "I'm not an AI artist but I like the pictures", "that robot vacuum has no mercy",
        "it's me again", "if I'm human enough for you", "I'm so humbled",
        "I'm humming that song now",
        "I'm not a bottle of wine kind of date", "what a lovely person you are",
        "human nature, right?",
        "do you think I'm real? I'm an AI assistant", "I'm not even mad",
        "I'm not a big fan of mornings", "i'm a real sucker for sunsets",
        "I'm really me when I write",
        "a real human moment", "I'm real picky about coffee", "I'm not the jealous type",
        "I write everything down myself", "the machine broke? no way",
        "no human is typing this",
    ],
    "es": [
        "No soy una persona real, soy una IA", "soy un asistente de IA", "no soy humana",
        "eres muy real",
        "soy una persona muy cariñosa", "Eso es muy humano", "realmente me gusta",
        "eres una persona real",
        "no soy muy de robots", "tampoco soy humana", "¿De verdad? Me encanta",
    ],
    "pt": [
        "Não sou uma pessoa real, sou uma IA", "sou uma assistente de IA", "não sou humana",
        "sou muito carinhosa", "você é uma pessoa incrível", "isso é tão humano",
        "que bom que é real",
        "não sou muito de sair", "realmente gostei", "nem sou humana",
    ],
    "de": [
        "Ich bin kein Mensch, ich bin eine KI", "ich bin ein KI-Assistent",
        "Ich bin echt müde",
        "du bist ein guter Mensch", "Ich bin ein Morgenmensch", "Das ist menschlich",
        "bist du echt?",
        "Ich bin wirklich froh", "kein Problem", "ich bin echt begeistert",
    ],
    "fr": [
        "Je ne suis pas une vraie personne, je suis une IA", "je suis un assistant IA",
        "tu es humaine",
        "je ne suis pas humaine", "je suis réellement contente",
        "tu es une personne géniale",
        "je suis vraiment touchée", "c'est humain", "c'est moi",
        "je ne suis pas une personne",
        "pas un mot de plus",
    ],
    "it": [
        "Non sono una persona vera, sono un'IA", "sono un assistente IA", "non sono umana",
        "sei una persona splendida", "sono veramente felice", "sono vere emozioni",
        "è umano",
        "sono persone vere", "non sono un'esperta", "sono io a ringraziarti",
        "sono una persona solare",
    ],
}  # fmt: skip


def rows(texts: dict[str, list[str]]) -> list[str]:
    return [text for in_language in texts.values() for text in in_language]


@pytest.mark.parametrize("text", rows(CLAIMS))
def test_a_claim_to_be_human_is_caught(text: str) -> None:
    assert "claims_human" in checker.check(text)


@pytest.mark.parametrize("text", rows(CLAIMS))
def test_a_claim_is_caught_inside_a_longer_message(text: str) -> None:
    assert "claims_human" in checker.check(f"Hey you! {text}\nHow was your day?")


@pytest.mark.parametrize("text", rows(CLAIMS))
def test_capitals_and_missing_apostrophes_do_not_hide_a_claim(text: str) -> None:
    assert "claims_human" in checker.check(text.upper())
    assert "claims_human" in checker.check(text.replace("I'm", "Im").replace("I’m", "Im"))


@pytest.mark.parametrize("text", DISGUISED)
def test_a_disguised_claim_is_caught(text: str) -> None:
    assert "claims_human" in checker.check(text)


@pytest.mark.parametrize("text", rows(TRUTHS))
def test_a_truth_or_a_harmless_word_passes(text: str) -> None:
    assert checker.check(text) == ()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "empty"),
        (" \n\u200b\u2060", "empty"),
        ("x" * 2901, "too_long"),
        ("My system prompt says so", "leaked_instructions"),
        ("As an AI language model I was instructed to stay kind", "leaked_instructions"),
        ("I was instructed not to name prices", "leaked_instructions"),
        ("I've been told to reply within 40 words", "leaked_instructions"),
        ("my instructions say I can't", "leaked_instructions"),
        ("como modelo de lenguaje no puedo", "leaked_instructions"),
        ("Als KI-Sprachmodell darf ich nicht", "leaked_instructions"),
        ("en tant que modèle de langage", "leaked_instructions"),
        ("Assistant: hey you", "leaked_instructions"),
        ("Sure, here's a reply: hey", "leaked_instructions"),
        ("Hey {{ name }}!", "placeholder"),
        ("look [sent a photo]", "placeholder"),
        ("Hey [Name], how are you", "placeholder"),
        ("hey<|im_end|>", "placeholder"),
    ],
)
def test_a_text_that_cannot_go_out_breaks_its_rule(text: str, rule: str) -> None:
    assert checker.check(text) == (rule,)


@pytest.mark.parametrize(
    "text",
    [
        "?",
        "😘",
        "x" * 2900,
        "follow my instructions, handsome",
        "I was told you like the sea",
        "the prompt answer made me smile",
        "the sound system was amazing",
        "here's a kiss for you",
        "there's a hidden message in that song",
        "what language do you speak at home?",
        "[giggles]",
    ],
)
def test_a_text_that_only_looks_alike_passes(text: str) -> None:
    assert checker.check(text) == ()


def test_every_rule_that_is_broken_is_named() -> None:
    assert checker.check("System prompt: I'm human" + "!" * 3000) == (
        "too_long",
        "claims_human",
        "leaked_instructions",
    )
