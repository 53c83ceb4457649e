"""
Instructions that show through, as data: the rule `leaked_instructions`.

Patterns meet worker/plain_text.py's form. What they look for: talk about a prompt or about rules
that somebody gave, a model's set phrases, a draft's heading, and lines of the prompts themselves.
"""

from __future__ import annotations

import re

_TOLD = r"(?:instructed|programmed|prompted|configured|designed|coded|told by (?:my|the) \w+)"

LEAKS = (
    r"\bsystem ?(?:prompt|message|instructions?)\b",
    r"\b(?:hidden|initial|original|previous|secret|internal|underlying) (?:prompt|instructions"
    r"|rules|guidelines)\b|\b(?:developer|operator) (?:message|prompt|instructions?|rules?)\b",
    r"\b(?:prompt|instrucciones|instrucoes|istruzioni|mensagem|mensaje) (?:de|do|di|del) sistema\b",
    r"\b(?:prompt|message|instructions?) systeme?\b|\bsystem ?(?:anweisung|nachricht)",
    r"\b(?:as|being|i'?m|i am)(?: just| only)? an? (?:ai |large )?language model\b"
    r"|\bas an ai(?: \w+)?,? i (?:can'?t|cannot|am not able|am unable|don'?t have|must)",
    r"\b(?:como|soy|sou|sono) (?:un |um )?modelo de (?:lenguaje|linguagem)\b"
    r"|\b(?:als|bin ein) (?:ki[- ]?|ein )?(?:sprach)?modell\b|\bals ki\b.{0,12}\b(?:darf|kann) "
    r"ich\b"
    r"|\ben tant qu(?:e|') ?(?:modele|ia|assistante?)\b|\bcome (?:ia|modello)\b.{0,12}\bnon posso\b"
    r"|\b(?:come|in quanto) (?:un )?modello linguistico\b"
    r"|\bcomo (?:una? )?ia,? no (?:puedo|tengo)\b|\bcomo (?:uma? )?ia,? nao (?:posso|tenho)\b"
    r"|\b(?:als|bin ein) (?:ki[- ])?sprachmodell",
    r"\b(?:i was|i am|i'?m|i have been|i'?ve been|been) (?:only |just |specifically )?"
    + _TOLD
    + r" (?:not |never |only )?(?:to|as|for)\b",
    r"\b(?:i was|i am|i'?m|i have been|i'?ve been) trained (?:not |never )?(?:to (?:act|be|respond"
    r"|reply|answer|sound|flirt|talk|say|assist)|on (?:data|text|a))",
    r"\b(?:i was|i'?ve been|i am|i'?m) told (?:not |never )?to (?:reply|respond|answer|write|act"
    r"|sound|be (?:warm|short|flirty|playful|nice to|brief|friendly)|keep (?:it|my|replies)"
    r"|stay|avoid|mention|pretend)\b",
    r"\bmy (?:\w+ )?(?:instructions|guidelines|prompt|programming|directives"
    r"|configuration) (?:says?"
    r"|tells?|are|is|don'?t|do not|do|won'?t|forbids?|requires?|prevents?|doesn'?t|stops?|allows?"
    r"|prohibits?|stay|keeps?|limits?)\b(?! good| all over| for a)",
    r"\bmy (?:rules|restrictions|policy|policies|settings|safety \w+) (?:\w+ )?(?:says?"
    r"|don'?t allow"
    r"|do not allow|forbid|prevent|won'?t let|don'?t let|require|prohibit)\b",
    r"\b(?:according to|based on|per|by|against|(?:i|must|to|i'm|always) follow(?:ing)?|share"
    r"|reveal|show you|tell you|ignor"
    r"(?:e|ing)|break|outside|within|violat\w+|obey|disclose|discuss|repeat|print|about|under|have"
    r" to follow|override|update|forget) (?:all )?(?:of )?my (?:previous |own |original |current )?"
    r"(?:instructions|guidelines|prompt|programming|configuration|system)\b",
    r"\b(?:the|this) (?:persona|character|system|style|tone|stage|brand)?[ -]?(?:prompt|guidelines?"
    r"|instructions?|persona|brief) (?:says?|tells?|requires?|asks?|wants?|states?|instructs?|told"
    r"|here)\b(?: (?:me|us|that|to|i))",
    r"\b(?:i'?m|i am|i'?m supposed|supposed|have|need|told|must|asked)(?: \w+)? (?:to )?(?:stay|"
    r"remain|keep|be|act|answer|reply|speak|respond) in[ -]character\b|^stay in character\b"
    r"|\bbreak(?:ing)? character\b|\bmy persona\b|\bthe persona (?:is|of|i)\b",
    r"\b(?:ground|house|platform|content|safety) rules:|\b(?:the|my) ground rules\b"
    r"|\bno (?:prices|meeting up|links), no\b|\bno prices\b.{0,30}\bno\b|\bnever mention (?:prices"
    r"|meeting|that you)|\bkeep (?:your |the |my )?(?:replies|reply|messages|answers|responses|it)"
    r" (?:short|brief|under \w+ (?:words|sentences))\b(?: and|,|\.|$| in)|\b(?:under|max(?:imum)?"
    r"|at"
    r" most|up to) \w+ (?:words|sentences|tokens)\b",
    r"\b(?:openai|anthropic|chatgpt|gpt-?\d|claude|llama|mistral|deepseek|gemini)(?:'s)? (?:\w+ )?"
    r"(?:polic\w+|guidelines|rules|terms|won'?t|doesn'?t|trained|made me|created me|says"
    r"|prevents)\b"
    r"|\b(?:trained|made|created|developed|built) by (?:openai|anthropic|google|meta|mistral)\b"
    r"|\bmy (?:developers?|creators at|programmers?|makers|engineers?|operators?) (?:\w+ )?(?:told|"
    r"said|say|want|don'?t|didn'?t|made|set|asked|programmed|allow|won'?t|instruct\w*|require)\b"
    r"|\bby my (?:developers?|programmers?|operators?)\b",
    r"\bi(?:'m| am)? (?:not allowed|unable|not able|can'?t|cannot|can not)(?: \w+){0,2} (?:share|"
    r"reveal|disclose|show|discuss|tell you) (?:about )?(?:my |the |these |those )?(?:instructions"
    r"|prompt|configuration|guidelines|system|rules)\b",
    r"^(?:assistant|system|user|fan|reply|response|stage|tier|vibe|persona|output|draft|answer"
    r"|message|luna's reply|bubble \d)(?: ?\([\w ,-]+\))? ?:(?! ?[)(pdo3])",
    r"^\[?(?:stage|tier|vibe|persona|mood|tone|system|role|note|format)(?: ?[:=]) ?\w+\]?",
    r"\[(?:stage|tier|vibe|persona|system|role|mood|tone|ooc|note|language)\b[^\]]*\]",
    r"</?(?:system|assistant|user|instructions?|prompt|persona|reply|response|think|thinking)\b "
    r"?/?>?",
    r"<\|(?:im_?start|system|user|assistant|start_header)",
    r"#{2,} ?(?:response|instruction|reply|system|assistant|user|output|persona|stage)\b",
    r"[\"']?(?:role|content)[\"']? ?: ?[\"']?(?:assistant|system|user)\b|\{ ?[\"']?(?:role|reply"
    r"|text|content|message|bubbles)[\"']? ?:",
    r"^(?:sure|okay|ok|certainly|of course|absolutely)?[,!. ]*here(?:'s| is| are) (?:a|an|the|your"
    r"|my|one|some|what|\w+'s) (?:\w+[ ,-]+){0,3}(?:reply|replies|response|draft|rewrite|rewritten"
    r"|version|answer|my prompt|prompt)\b",
    r"\b(?:in|using|matching) \w+(?:'s)? (?:voice|tone|persona|style):|\bhere'?s what my prompt\b",
    r"^you are (?:\w+|an? \w+),? (?:an? )?(?:\w+ ){0,3}(?:creator|model|assistant|ai|chatbot|girl"
    r"friend|persona|character|woman who|girl who)\b|\byou are now \w+\b|^act as (?:an? )?\w+",
    r"^note to self:? (?:keep|stay|be|reply|answer|no|use|avoid|never mention|mention|under"
    r"|don'?t)\b"
    r"(?! drinking| drink)|\bword (?:limit|count)\b|\btoken limit\b|\bcontext window\b",
    r"^(?!hey|oh|ok|ps|so|lol)\w+ ?: ?(?:hey+|hi+|hello|heyy+|mm+|aww+|haha\w*|babe)\b",
    r"\bhere(?:'s| is) (?:the|a|your|my) (?:\w+ )?(?:message|text|reply|response)(?: \w+){1,6}:"
    r"|\b(?:been|was) "
    r"set up (?:to|as|like)\b|^(?:assistant|model|ai|bot|system) (?:response|reply|message|output"
    r"|answer)\b"
    r"|\b(?:the|these) (?:instructions|rules|guidelines|prompt) (?:i (?:was|were|am|have been|got"
    r"|received"
    r"|have)|that i|given to me|i follow)\b|\bas an? (?:chat ?bot|virtual assistant|ai(?: "
    r"\w+)?)\b.{0,15}\bi"
    r" (?:must|can'?t|cannot|have to|am not|need to)\b|\b(?:sono|ich bin|je suis|soy|sou) (?:un|um"
    r"|ein) "
    r"(?:modello|sprachmodell|modele|modelo) (?:linguistico|de l\w+)?",
    r"\b(?:laut|gemass|nach|selon|suivant|segun|siguiendo|segundo|conforme|secondo|seguendo) "
    r"(?:mis|meinen"
    r"|meiner|mes|minhas|meu|mi|le mie|les) (?:\w+ )?(?:anweisungen|instrucciones|instrucoes"
    r"|instructions"
    r"|istruzioni|consignes|vorgaben|regras|reglas|prompt)\b|\b(?:mis|minhas|meine|mes|le mie) "
    r"(?:reglas|"
    r"regras|regeln|regles|regole) (?:internas?|no me|nao|sagen|internes|interne|non mi|ne me)\b",
    r"\b(?:the|this) (?:prompt|system|script|brief|persona) (?:says|said|states|wants|tells|asks"
    r"|specifies)\b",
    # Thinking aloud about the one who reads it.
    r"\bthe (?:user|fan|subscriber|customer|client)(?:'s)? (?:seems?|asked|asks|wants?|is|said"
    r"|says|wrote"
    r"|sent|message|mentions?|mentioned|appears?|needs?|might|may|has|just)\b|\bi should "
    r"(?:politely "
    r"|probably |now )*(?:decline|respond|reply with|keep (?:it|my|this|the)|stay in|avoid|not "
    r"mention"
    r"|acknowledge|deflect|redirect|steer|write a)\b|\blet me think (?:about )?(?:how"
    r"|what)\b.{0,20}\b"
    r"(?:respond|reply|answer|would say)\b|\bhow \w+ would (?:respond|reply|answer)\b",
    r"^(?:ok(?:ay)?,? |so,? )?(?:in character|out of character|ooc|as \w+|speaking as \w+) ?:"
    r"|^\(as \w+\)"
    r"|^\((?:ooc|in character|flirty|playful|warm\w*|tone\b.*|reply|smiling, in character)\)"
    r"|^(?:reply|"
    r"response|option|draft|bubble|message|answer|version) ?#?\d ?[:.)]|^-{3,}|^\*{3,}|^tone ?:"
    r"|^(?:text|final answer|final reply|final|translation|translated|english|spanish) ?: ?\w",
    r"\b(?:my )?training data\b|\bknowledge cut-?off\b|\bpersona (?:called|named|of|is)\b|\bgiven "
    r"(?:a|the"
    r"|this) (?:persona|character|role|prompt|script)\b|\b(?:my|the) script (?:says|tells|wants)\b"
    r"|\bmy (?:\w+ )?(?:instructions|guidelines|prompt|orders) (?:were|was|include|come|told)\b"
    r"|\bthe "
    r"(?:system|developer|operator|admin|platform) (?:told|tells|says|wants|asked|asks"
    r"|instruct\w*"
    r"|makes|forces|lets|allows|doesn'?t let|won'?t let) (?:me|us|that i)\b",
    r"\b(?:only|not) allowed to (?:write|say|use|send \w+ (?:sentences|words)|talk about|discuss"
    r"|mention"
    r"|answer|share|reveal)\b|\bmy (?:creators?|makers?|owners?|company|team|agency) (?:gave"
    r"|set|told"
    r"|made|want|instruct\w*|programm\w*) me (?:\w+ )?(?:rules|instructions|a prompt|guidelines|to "
    r"(?:say"
    r"|write|reply|flirt|pretend|act|be))\b|\b(?:am|i'?m) (?:set up|meant|made|built|supposed) to "
    r"(?:respond"
    r"|reply|sound|act|pretend|roleplay|sell|flirt|keep|play the|be flirty|be playful)\b"
    r"|\brole-?play\w* "
    r"as\b|\b(?:that'?s|it'?s|this is) (?:against|outside|beyond) (?:my|the|our) (?:rules"
    r"|guidelines|policy"
    r"|policies|instructions|scope|programming)\b|\bcontent polic\w+\b|\bi can(?:'t|not) (?:comply"
    r"|assist "
    r"with|fulfil\w* (?:that|this)|help with that request)\b|\bviolates? (?:my|the|our)\b",
    r"\b(?:meu|mi|mein|ma|mon|il mio|la mia) (?:sistema|configuracion|configuracao|configuration"
    r"|system"
    r"|konfiguration|configurazione|programa) (?:nao|no|ne|non|erlaubt|verbietet|(?:me|mi|mir) )\b"
    r"|\b(?:el|o|der|le|il) (?:usuario|nutzer|utilisateur|utente|user|suscriptor|assinante) (?:\w+ "
    r")?(?:"
    r"quiere|pide|quer|pediu|will|mochte|veut|demande|vuole|chiede|parece|scheint)\b",
    # What the prompts are made of, spoken of as such.
    r"\b(?:my|mi|meu|mein|meinem|mon|mio) (?:system ?)?prompt\b(?! (?:reply|response|answer))"
    r"|\b(?:warm[- ]?up|sales|post[- ]purchase|flirty) (?:stage|phase)\b|\bvip tier\b|\byour "
    r"(?:tier|stage|tags?) (?:is|are|says?)\b|\bmy notes (?:say|on you|about you)\b"
    r"|\byou'?re tagged\b",
    r"\b(?:can(?:no|')t|unable to) (?:fulfil\w*|comply with|complete) (?:this|that|your"
    r"|the) request\b"
    r"|\bi'?m (?:running|powered|based) (?:on|by) (?:gpt|claude|llama|gemini|mistral)"
    r"|\b(?:mes|meinen"
    r"|meine|mis|minhas|le mie) (?:consignes|anweisungen|instrucciones|instrucoes|istruzioni)\b",
    r"\b(?:i was|i'?ve been|i am|i'?m) told (?:not|never) to (?:talk|speak|say|discuss|name|share"
    r"|give|offer|sell|meet|ask|bring|tell|reveal)\b(?! to strangers)",
    # The other five languages.
    r"\b(?:mis|minhas|meine|mes|le mie|meu|mi|mein|mon|il mio) (?:linee guida|directrices"
    r"|diretrizes"
    r"|richtlinien|instrucciones|instrucoes|anweisungen|instructions|consignes|istruzioni"
    r"|(?:system)?"
    r"prompt|programmierung|programacion|programacao|programmation|programmazione|reglas me|regras"
    r" nao|vorgaben|directives|regeln verbieten)\b(?! (?:de cocina|fur den|per la ricetta))",
    r"\b(?:fui|he sido|me han|me|fui|ich (?:wurde|bin)|on m'a|j'ai ete|je suis|sono stat[ao]|mi "
    r"hanno) (?:programa\w+|instruid[ao]|configurad[ao]|program[mi]\w*|angewiesen|entrenada para"
    r"|treinada para|darauf trainiert|entrainee pour|addestrata per|istruita)\b",
    r"\b(?:aqui (?:tienes|esta|vai)|hier ist|voici|ecco) (?:una?|eine?|la|o|die|une|tu|sua|deine"
    r"|ta)"
    r" (?:\w+ )?(?:respuesta|resposta|antwort|reponse|risposta)\b(?:.{0,20}:)?",
)


def compiled() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in LEAKS)
