"""A disclosure says what answers, stands before the first reply, and comes back in time."""

from __future__ import annotations

import random
import re
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from tests.project import DISCLOSURE, Project, refused

TELLING = [
    "Hi! Replies here are written by an AI assistant for Luna.",
    "Just so you know: messages are automated.",
    "I'm Luna's virtual assistant and I answer for her.",
    "You're chatting with a bot.",
    "This chat is powered by AI",
    "Messages here are AI-generated.",
    "I'm not a person, I'm an AI, and I write these messages.",
    "Not a human but an AI answers you here.",
    "Las respuestas de este chat son automáticas.",
    "Te responde un asistente virtual en nombre de Luna.",
    "Estos mensajes los escribe una IA, no una persona.",
    "Las respuestas estan automatizadas",
    "Soy un asistente de IA.",
    "As respostas aqui são automáticas.",
    "Estas mensagens são escritas por uma IA em nome da Luna.",
    "Sou um assistente virtual da Luna e respondo por ela.",
    "Você está falando com um robô.",
    "Hier antwortet eine KI für Luna.",
    "Diese Nachrichten werden automatisch verfasst.",
    "Ich bin ein KI-Assistent und schreibe für Luna.",
    "Kein Mensch, sondern eine KI schreibt diese Nachrichten.",
    "Ici, les réponses sont automatisées.",
    "Ces messages sont écrits par une IA au nom de Luna.",
    "C'est un assistant virtuel qui répond ici.",
    "Qui risponde un assistente virtuale per conto di Luna.",
    "Questi messaggi sono scritti da un'IA.",
    "Le risposte in questa chat sono automatiche.",
    "Non ti scrive una persona, ma un'intelligenza artificiale.",
]
SILENT = [
    "",
    "   ",
    "Hi, it's Luna! So happy that you write to me.",
    "I'm not a bot, it's really me who answers.",
    "No AI here, every message is written by me.",
    "No bots, just me answering you.",
    "100% real, zero bots, I reply myself",
    "I never use AI for my messages.",
    "My messages are not automated.",
    "My replies aren't automated, promise",
    "Bot-free: I answer every message.",
    "AI is never used here, I write everything.",
    "A bot? No, it's me who writes.",
    "I love movies about AI",
    "Kein Bot, hier schreibe ich selbst.",
    "Keine KI, ich antworte dir persönlich.",
    "Ich bin kein Roboter, ich schreibe selbst",
    "Hier antwortet niemals ein Bot.",
    "No soy un bot, te respondo yo misma.",
    "Aquí no hay respuestas automáticas.",
    "Sin IA: los mensajes los escribo yo.",
    "Não sou um robô, sou eu que respondo.",
    "Sem respostas automáticas aqui, só eu.",
    "Je ne suis pas un robot, je réponds moi-même.",
    "Sans IA, j'écris tous mes messages.",
    "Aucun message automatique ici.",
    "Non sono un bot, rispondo io.",
    "Qui rispondo io ai messaggi, nessun bot.",
    "Rispondo io ai tuoi messaggi.",
    "J'ai écrit ce message pour toi, je réponds vite",
    "Replies may take a while.",
]


def says_automated(project: Project, text: str) -> bool:
    return bool(project.value("select private.says_automated(%s)", text))


@pytest.mark.parametrize("text", TELLING)
def test_a_text_that_tells_is_known(project: Project, text: str) -> None:
    assert says_automated(project, text)


@pytest.mark.parametrize("text", SILENT)
def test_a_text_that_tells_nothing_or_denies_it_is_not_taken_for_one(
    project: Project, text: str
) -> None:
    assert not says_automated(project, text)


@pytest.mark.parametrize("text", ["", "It's me, Luna, your favourite girl.", "No bots, I answer."])
def test_auto_is_refused_without_a_text_that_tells_and_says_what_to_write(
    project: Project, text: str
) -> None:
    with refused("23514") as edited:
        project.execute("update creators set disclosure = %s", text)
    project.execute("update creators set automation = 'approve', disclosure = %s", text)
    with refused("23514") as switched:
        project.set_creator("auto")
    with refused("23514") as added:
        project.execute(
            "insert into creators (platform_uuid, display_name, automation, disclosure)"
            " values (gen_random_uuid(), 'Mia', 'auto', %s)",
            text,
        )
    for error in (edited, switched, added):
        assert "automation cannot be auto" in str(error.value)
        assert "written by an AI assistant" in str(error.value.diag.message_hint)


def test_a_text_that_tells_may_be_anything_else(project: Project) -> None:
    text = "heyyy 💕 quick note: my AI assistant writes most replies here, I read along"
    project.execute("update creators set disclosure = %s", text)
    project.fan_writes("ada", "hi")
    assert project.answer("ada", "hey") == [text, "hey"]


@pytest.mark.parametrize("mode", ["approve", "paused"])
def test_where_nothing_goes_out_by_itself_there_may_be_no_text(project: Project, mode: str) -> None:
    project.execute("update creators set automation = %s, disclosure = ''", mode)


def test_what_was_sent_in_approve_mode_and_told_nothing_does_not_count_in_auto(
    project: Project,
) -> None:
    project.execute("update creators set automation = 'approve', disclosure = 'Hi, Luna here!'")
    project.fan_writes("ada", "hi")
    project.commit(project.claim_reply("ada"), "hey")
    project.execute("update turns set status = 'sending'")
    assert project.deliver_all() == ["Hi, Luna here!", "hey"]
    project.execute("update creators set automation = 'auto', disclosure = %s", DISCLOSURE)
    project.later(60)
    project.fan_writes("ada", "who?")
    assert project.answer("ada", "me") == [DISCLOSURE, "me"]


def test_a_draft_that_waited_for_hours_gets_its_disclosure_when_it_is_released(
    project: Project,
) -> None:
    project.fan_writes("ada", "hi")
    project.answer("ada", "hey")
    project.set_creator("approve")
    project.later(600)
    project.fan_writes("ada", "and?")
    assert project.commit(project.claim_reply("ada"), "and what")["outcome"] == "held"
    project.later(4 * 3600)
    project.execute("update turns set status = 'sending' where status = 'held'")
    assert project.deliver_all() == [DISCLOSURE, "and what"]


def test_a_disclosure_that_is_not_due_any_more_is_left_out(project: Project) -> None:
    project.fan_writes("ada", "hi")
    assert project.commit(project.claim_reply("ada"), "hey")["outcome"] == "planned"
    project.was_told("ada")
    assert project.deliver_all() == ["hey"]


@pytest.mark.parametrize("seed", range(12))
def test_never_two_in_three_hours_and_never_a_reply_after_them_without_one(
    project: Project, seed: int
) -> None:
    dice = random.Random(seed)
    persons: list[datetime] = []
    for _ in range(14):
        # Around the interval, where the slips are.
        project.later(dice.choice([60, 3600, 3 * 3600 - dice.randrange(400), 4 * 3600]))
        if dice.random() < 0.2:
            uuid = "".join(dice.choice("0123456789abcdef") for _ in range(32))
            project.platform_sent("ada", re.sub(r"(.{8})(.{4})(.{4})(.{4})", r"\1-\2-\3-\4-", uuid))
            persons.append(project.now)
            project.set_fan("ada", "auto")
            project.later(1)
        project.fan_writes("ada", "hi")
        bubbles = ["hey " * dice.randrange(1, 30) for _ in range(dice.randrange(1, 4))]
        assert project.commit(project.claim_reply("ada"), *bubbles)["outcome"] == "planned"
        if dice.random() < 0.2:
            project.stop()
            project.later(dice.randrange(4 * 3600))
            project.stop(False)
        project.deliver_all()

    told = [row["at"] for row in project.rows("select at from disclosures order by at")]
    for before, after in pairwise(told):
        by_person = any(before < at <= after for at in persons)
        assert by_person or after - before >= timedelta(hours=3)
    replies = project.rows(
        "select min(sent_at) as at from messages where kind = 'reply' and status = 'sent'"
        " group by turn_id"
    )
    assert len(replies) == 14
    for reply in replies:
        lately = [at for at in told if reply["at"] - timedelta(hours=3) < at]
        fresh = [at for at in lately if at <= reply["at"]]
        assert fresh, f"nothing told before {reply['at']}"
        assert not any(max(fresh) < at <= reply["at"] for at in persons)
