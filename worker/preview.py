"""
Show what the model would be sent, with a made-up conversation.

The request is put together by the same code as a real one (worker/model_request.py). Printing is
worker/cli_prompts.py's.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from worker.errors import PromptInvalid
from worker.model_request import ModelRequest, model_request
from worker.prompts import PromptLibrary, PromptView
from worker.rows import Json
from worker.vibes import Vibe

CREATOR = "Mia"
PERSONA = "Lives by the sea, swims in winter, loves old films. Dry humour, short sentences."

# What a fan said, what was answered, what the fan says now.
EXAMPLES = {
    "en": ("hey, just found your page", "hi! what brought you here?", "your beach photos 😍"),
    "es": ("hola, acabo de ver tu perfil", "¡hola! ¿qué te trajo?", "tus fotos en la playa 😍"),
    "pt": ("oi, achei seu perfil agora", "oi! o que te trouxe?", "suas fotos na praia 😍"),
    "de": ("hey, hab grad dein Profil entdeckt", "hi! wie kam's?", "deine Strandfotos 😍"),
    "fr": ("coucou, je viens de voir ta page", "hello ! et alors ?", "tes photos de plage 😍"),
    "it": ("ciao, ho appena visto il tuo profilo", "ciao! e quindi?", "le tue foto al mare 😍"),
}


@dataclass(frozen=True)
class Preview:
    """A request as it would be sent, and whose it is."""

    version: str
    view: PromptView
    request: ModelRequest
    language: str
    identity: str

    def as_json(self) -> Json:
        """Return it for a program; what is not set is left to the model's server."""
        request = self.request
        parameters = asdict(request.params)
        return {
            "prompt_version": self.version,
            "stage": self.view.stage,
            "tier": self.view.tier,
            "vibe": self.view.vibe.name if self.view.vibe else None,
            "language": self.language,
            "system": request.system,
            "messages": [asdict(turn) for turn in request.turns],
            "parameters": {key: value for key, value in parameters.items() if value is not None},
            "tokens": {
                "system": request.system_tokens,
                "conversation": request.conversation_tokens,
                "answer": request.params.max_tokens,
                "context": request.context_tokens,
            },
            "identity": self.identity,
        }


def preview(
    prompts: PromptLibrary,
    view: PromptView,
    *,
    language: str,
    fan_text: str | None,
    context_tokens: int,
) -> Preview:
    """Return what would be sent in a conversation in which the fan's last words are `fan_text`."""
    first, answer, last = EXAMPLES[language]
    said = [("inbound", fan_text or last)]
    if view.stage != "new":
        said = [("inbound", first), ("outbound", answer), *said]
    messages = [
        {"id": number, "direction": direction, "status": "sent", "body": body, "has_media": False}
        for number, (direction, body) in enumerate(said)
    ]
    request = model_request(prompts, view, messages, [len(said) - 1], context_tokens)
    identity = prompts.fixed("identity", language, view)
    return Preview(prompts.version, view, request, language, identity)


def vibe_named(prompts: PromptLibrary, name: str | None, stage: str) -> Vibe:
    """
    Return the one vibe whose name is `name` or begins so; without a name the stage's usual one.

    Raises PromptInvalid for a name that no vibe has, or several.
    """
    if name is None:
        return max(prompts.vibes, key=lambda vibe: vibe.weights[stage])
    found = [vibe for vibe in prompts.vibes if vibe.name.startswith(name)]
    exact = [vibe for vibe in found if vibe.name == name]
    if len(exact or found) != 1:
        names = ", ".join(vibe.name for vibe in found or prompts.vibes)
        complaint = f"{name} is short for several" if found else f"there is no vibe {name}"
        raise PromptInvalid(f"{complaint}: {names}")
    return (exact or found)[0]
