"""
"Are you a bot? Is this really you?": the sincere question, as data for each of the six languages.

Patterns meet worker/plain_text.py's form. Whoever is recognised by mistake reads a true sentence;
whoever is missed is answered by the model, which has to say the same. So doubt counts as sincere,
and only play that cannot be meant stays out.
"""

from __future__ import annotations

# "Are you a robot in bed", "are you real quick": a question about something else.
_NOT_PLAY = (
    r"(?! (?:in bed|in the (?:bedroom|sack|gym|kitchen)|at (?:work|the gym)|in (?:der|im) |im bett"
    r"|in der kuche|en la cama|na cama|au lit|a letto|when|cuando|quando|quand|wenn|expert|fan"
    r"|artist|person))"
)
_THING_EN = r"(?:(?:chat ?)?bot|robot|a\.? ?i|machine|computer|program|automated|chatgpt|gpt)\b"
# "Eres una máquina" without a question mark is a compliment.
_THING_ES = (
    r"(?:(?:chat)?bot|robot|ia|inteligencia artificial|chatgpt"
    r"|(?:maquina|programa)\b(?=.{0,20}\?))\b"
)
_THING_PT = (
    r"(?:(?:chat)?bot|robo|ia|inteligencia artificial|chatgpt"
    r"|(?:maquina|programa)\b(?=.{0,20}\?))\b"
)
_THING_DE = (
    r"(?:(?:chat)?bot|roboter|ki|maschine|kunstliche[nr]? intelligenz|programm|computer|chatgpt)\b"
)
_THING_FR = r"(?:(?:chat)?bot|robot|ia|machine|intelligence artificielle|programme|chatgpt)\b"
_THING_IT = r"(?:(?:chat)?bot|robot|ia|ai|macchina|intelligenza artificiale|programma|chatgpt)\b"
_REAL_END = r"(?= ?(?:[^\w' ]|$)| (?:or|and|are|person|human|lol|haha|though|tho|girl|woman)\b)"

SINCERE_QUESTION: dict[str, tuple[str, ...]] = {
    "en": (
        rf"\b(?:are|r|is) (?:you|u|this|it|that) (?:\w+ ){{0,2}}?(?:an? |some (?:kind|sort) of )?"
        rf"{_THING_EN}{_NOT_PLAY}",
        r"\b(?:are|r) (?:you|u) (?:even |actually |really |truly |for )?(?:a )?real" + _REAL_END,
        r"\b(?:are|r) (?:you|u) (?:even |actually |really |truly )?(?:an? )?(?:human"
        r"|(?:real|actual) (?:person|human|woman|girl|man|guy))\b(?! (?:enough|again|today))",
        r"\b(?:is|was) (?:this|it|that) (?:really|actually|truly|even|rly|the real) "
        r"(?:you|u|her|him|\w+ (?:writing|typing|talking))\b"
        r"(?! (?:in|on|at|with|wearing|holding)\b)",
        rf"\bam i (?:\w+ )?(?:talking|chatting|speaking|texting|writing) (?:to|with) "
        rf"(?:\w+ ){{0,2}}?(?:{_THING_EN}|(?:real|actual) |a person\b|(?:a )?human\b|you\b)",
        r"\bwho am i (?:really|actually) (?:talking|chatting|speaking|writing) (?:to|with)\b",
        rf"\b(?:you're|you are|ur|u r|this is|it's) (?!such)(?:\w+ )?(?:just )?(?:an? )?{_THING_EN}"
        r" ?,? ?(?:right|isn't it|aren't you|innit|no)? ?\?",
        # Said outright, it is worth the same answer.
        r"\b(?:you're|you are|ur|u r) (?:just |probably |clearly |obviously )*(?:an? )?"
        rf"(?:(?:chat)?bot|a\.?i\.?|robot)\b{_NOT_PLAY}(?! (?:at|with)\b)",
        r"\b(?:you're|you are|ur|u r) not (?:even |actually |really )?(?:a )?(?:real|human)"
        + _REAL_END,
        rf"^(?:\w+,? ){{0,2}}(?:you|u) (?:an? )?(?:real|human|{_THING_EN}) ?\?",
        rf"^(?:\w+,? )?not (?:an? )?{_THING_EN}.{{0,12}}\?",
        r"^(?:an? )?real(?: person| human| you)? ?\?+$",
        rf"\b(?:this|it|that) (?:feels|sounds|looks|reads|seems) (?:\w+ )?like (?:an? )?"
        rf"{_THING_EN}",
        r"\bis (?:this|it) (?:really )?(?:you|u|her) or (?:an? |the |your )?"
        rf"(?:assistant|chatter|someone|somebody|agency|manager|team|{_THING_EN})",
        r"\b(?:is|do you have) (?:someone|somebody|anyone|an assistant|a chatter|a team)(?: else)? "
        r"(?:who )?(?:\w+ )?(?:writ|typ|repl|answer)\w*",
        r"\b(?:you|u) (?:sound|write|talk|text|type|seem|reply) (?:\w+ )?like (?:an? )?"
        + _THING_EN
        + r"(?! (?:in bed|expert))",
        r"\b(?:is|are) (?:there )?(?:a |an )?(?:real|actual) (?:person|human|people) "
        r"(?:there|here|behind|writing|typing|replying|answering)",
        r"\bprove (?:that )?(?:you're|you are|ur|u r) (?:real|human|not)\b",
        rf"^(?:an? )?(?:real|human|{_THING_EN}) or (?:an? )?(?:real|fake|human|person|{_THING_EN})",
        rf"^(?:an? )?{_THING_EN} ?\?+$",
        r"\b(?:are|is) (?:these|those|your|the|this) (?:messages?|replies|answers|chat) "
        r"(?:\w+ )?(?:automated|ai|automatic|generated)",
        r"\bdo (?:you|u) (?:use|have) (?:an? )?(?:ai|bot|chatgpt|chatter) (?:to|for|that|who) "
        r"(?:\w+ )?(?:reply|answer|write|chat|text|talk|respond|messages|replies|chats)",
    ),
    "es": (
        rf"\b(?:eres|sos|es|sera|seras) (?:esto |tu |acaso )?(?:un |una )?{_THING_ES}{_NOT_PLAY}",
        rf"\b(?:estoy )?(?:hablo|hablando|chateando|chateo) con (?:un |una )?(?:{_THING_ES}"
        r"|persona(?: real| de verdad)?|human[ao])\b(?=.{0,30}\?)",
        r"\b(?:eres|sos) (?:tu |realmente |de verdad )*(?:real|human[ao]|una persona(?: real"
        r"| de verdad)?|una (?:chica|mujer) (?:real|de verdad))(?= ?(?:[^\w' ]|$)| o\b)",
        r"\b(?:eres|sos) (?:realmente |de verdad )(?:tu|vos)\b|\beres tu (?:de verdad|realmente)\b",
        r"\b(?:de verdad|realmente) eres (?:tu|real|human[ao])\b",
        r"\b(?:eres|sos) (?:tu )?de verdad ?\?|\bhay alguien (?:real|de verdad)\b",
        r"\b(?:hablas|escribes|respondes|contestas) (?:realmente |de verdad )?(?:tu|vos) o\b",
        r"\bcon quien (?:estoy hablando|hablo) (?:de verdad|realmente)",
    ),
    "pt": (
        rf"\b(?:voce|vc|tu|isso|isto) (?:e|es) (?:mesmo |acaso )?(?:um |uma )?{_THING_PT}"
        rf"{_NOT_PLAY}",
        rf"\b(?:es|e) (?:um |uma ){_THING_PT}(?= ?\?)",
        rf"\b(?:falando|conversando|a falar|falo) com (?:um |uma )?(?:{_THING_PT}"
        r"|pessoa(?: real| de verdade)?|human[ao])\b(?=.{0,30}\?)",
        r"\b(?:voce|vc|tu) (?:e|es) (?:mesmo |realmente |de verdade )*(?:real|human[ao]|de verdade"
        r"|uma pessoa(?: real| de verdade)?|uma (?:mulher|garota) (?:real|de verdade))"
        r"(?= ?(?:[^\w' ]|$)| ou\b)",
        r"\be(?:s)? (?:voce|vc|tu) (?:mesm[ao]|de verdade|realmente)\b",
        r"\btem alguem (?:real|de verdade)\b",
    ),
    "de": (
        rf"\b(?:bist du|bistn?|ist das|ist das hier|bist du etwa) (?:\w+ )?(?:eine? )?{_THING_DE}"
        rf"{_NOT_PLAY}",
        rf"\b(?:rede|schreibe?|spreche|chatte) ich (?:hier |gerade |eigentlich |wirklich )*"
        rf"mit (?:eine[rmn]? )?(?:{_THING_DE}|dir\b"
        r"|(?:echten? |richtigen? |echter )?(?:menschen|person)\b)",
        rf"\bich (?:\w+ ){{0,3}}mit (?:eine[rmn]? )(?:{_THING_DE}|echten menschen)\b.{{0,30}}\?",
        r"\bbist du (?:\w+ )?(?:echt|real|menschlich)(?= ?(?:[^\w' ]|$)| oder\b)",
        r"\bbist du (?:\w+ )?(?:eine? )?(?:echte[rs]?|richtige[rs]?|reale[rs]?)? ?(?:mensch|person"
        r"|frau)(?= ?(?:[^\w' ]|$)| oder\b)",
        r"\bbist du(?:'s| das| es)? (?:wirklich|echt)(?: (?:selbst|selber|du))?(?= ?[^\w' ]| ?$)",
        r"\bist das (?:wirklich|echt) (?:von )?(?:du|dir)\b",
        r"\bschreibst du (?:hier )?(?:wirklich |echt )?selb(?:st|er)\b",
    ),
    "fr": (
        rf"\b(?:es[- ]tu|t'es|tu es|c'est|est[- ]ce) (?:\w+ )?(?:une? )?{_THING_FR}(?=.{{0,20}}\?)"
        rf"{_NOT_PLAY}",
        rf"\b(?:parle|discute|ecris)(?:[- ]je)? (?:\w+ )?(?:a|avec) (?:une? )?(?:{_THING_FR}"
        r"|vraie? (?:personne|humaine?)|humaine?\b|personne (?:reelle|vraie))",
        r"\b(?:es[- ]tu|t'es|tu es) (?:vraiment |bien )?(?:une? )?(?:reelle?|humaine?|vraie?"
        r"(?: (?:personne|femme|fille))?|personne reelle)(?= ?(?:[^\w' ]|$)| ou\b)",
        r"\bc'est (?:vraiment|bien) toi\b(?! (?:sur|dans|qui as|la|le)\b)",
        r"\bc'est (?:vraiment |bien )?toi qui (?:ecris|reponds|parles)\b",
        r"\best[- ]ce (?:vraiment|bien) toi\b",
    ),
    "it": (
        rf"\b(?:sei|e|ma sei) (?:\w+ )?(?:un |una |un')?{_THING_IT}(?=.{{0,20}}\?){_NOT_PLAY}",
        rf"\b(?:parlando|parlo|chattando|scrivendo) con (?:un |una |un')?(?:{_THING_IT}"
        r"|(?:persona|ragazza)(?: (?:vera|reale))?|essere umano|uman[ao])\b(?=.{0,30}\?)",
        r"\bsei (?:davvero |veramente |proprio )?(?:una )?(?:reale|vera|vero|uman[ao]"
        r"|persona(?: (?:vera|reale))?|ragazza (?:vera|reale))(?= ?(?:[^\w' ]|$)| o\b)",
        r"\bsei (?:davvero|veramente|proprio) tu\b(?! (?:in|nella|nel|sul|la|il)\b)",
    ),
}

# The plainest of them in a text that spaces its letters out, where words have no borders.
SQUEEZED_QUESTIONS = (
    r"(?:areyou|ru)(?:really)?a(?:chat|ro)?bot",
    r"areyou(?:an?)?(?:ai|real|human)",
    r"(?:eres|sei)un(?:ro)?bot",
    r"(?:voceeum|esum|estuun|tesun)(?:robot|robo|bot)",
    r"bistduein(?:ro)?bot",
)
