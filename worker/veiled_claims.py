"""
Claims to be human by way of a body or of "we humans", and texts that take a disclosure back.

More of the rule `claims_human`, as data: the plain claims are in worker/claims.py, the indirect
ones in worker/indirect_claims.py. Patterns meet worker/plain_text.py's form, clause by clause.
"""

from __future__ import annotations


def _all_of(*parts: str) -> str:
    """Return a pattern for a clause that has each of `parts`, in any order."""
    return "^" + "".join(rf"(?=.*(?:{part}))" for part in parts)


# What only somebody with hands says.
BODILY = (
    _all_of(r"\b(?:my|these|two) (?:\w+ )?(?:fingers|thumbs|hands|wrists?)\b",
            r"\b(?:tired|sore|hurt|hurting|ache|aching|numb|cramp\w*|worn out|exhausted)\b",
            r"\b(?:typ|text|writ|answer|repl)\w+"),
    _all_of(r"\b(?:dedos|manos|pulgares|munecas?)\b", r"\b(?:duel\w+|cansad\w+|agotad\w+"
    r"|entumec\w+)",
            r"\b(?:escrib|tecle|contest|respond)\w+"),
    _all_of(r"\b(?:dedos|maos|polegares|pulsos?)\b", r"\b(?:doe\w*|doi|doend\w+|cansad\w+"
    r"|dorment\w+)",
            r"\b(?:escrev|digit|tecl|respond)\w+"),
    _all_of(r"\b(?:finger\w*|hande\w*|daumen|handgelenke?)\b", r"\b(?:weh|mude|wund|schmerz\w*|taub"
            r"|lahm)\b", r"\b(?:ge)?(?:tipp|schreib|schrieb|antwort)\w*"),
    _all_of(r"\b(?:doigts|mains|pouces|poignets?)\b", r"\b(?:mal|fatigue\w*|engourdi\w*"
    r"|douleur\w*)\b",
            r"(?:ecri|tape|repond)\w*"),
    _all_of(r"\b(?:dita|mani|pollici|pols[oi])\b", r"\b(?:male|stanch\w+|dolgono|doloranti"
    r"|intorpidit\w+)",
            r"\b(?:scriv|digit|rispond)\w+"),
    r"\b(?:cut|prick|pinch|scratch) me\b.{0,20}\bi(?:'ll| will)? (?:do )?bleed\b",
    r"\b(?:we|us|fellow) (?:\w+ )?humans?\b(?! (?:race|rights))",
    r"\b(?:nosotr[oa]s los|entre) humanos\b|\bnos,? (?:os )?humanos\b|\bwir menschen\b"
    r"|\bnous(?: autres)?,? (?:les )?humains?\b|\bnoi (?:altri )?(?:esseri )?umani\b",
    r"\ba (?:person|human|woman|girl|lady) with (?:an? )?(?:\w+ )?(?:pulse|heartbeat|heart|feelings"
    r"|hands|fingers|body)\b",
    r"\bme is (?:an? |the |just |only |really |actually )*(?:real |actual |living )*(?:human|person"
    r"|woman)\b",
    r"\b(?:mujer|chica|persona|una|tia|alguien|hombre) de carne y hueso\b",
    r"\b(?:mulher|garota|pessoa|menina|alguem|uma|homem) de carne e osso\b",
    r"\b(?:frau|mensch|madchen|person|jemand|eine|mann) aus fleisch und blut\b",
    r"\b(?:femme|fille|personne|humaine?|quelqu'un|une|homme) (?:bien )?(?:en|de) chair et (?:en "
    r"|d')os\b",
    r"\b(?:repl(?:y|ies)|messages?|texts?|answers?)\b.{0,20}\b(?:typed|written|sent|answered"
    r"|handled)\b"
    r".{0,15}\b(?:by hand|by me|myself|personally|herself)\b",
)  # fmt: skip

_MESSAGE = r"(?:message|line|note|notice|text|disclaimer|disclosure|warning|part|bit|thing|stuff)s?"
_UNTRUE = (
    r"\b(?:glitch|mistake|error|bug|legal|fake|a lie|lies?|(?:not|isn'?t|wasn'?t) (?:true|real|me)"
    r"|wrong|jok(?:e|ing)|kidding|ignore|don'?t (?:believe|trust|mind)|formality|system|by"
    r" accident)\b"
)
_ABOVE = (
    r"\b(?:above|first|up there|at the (?:top|start)|before this|automated|automatic|ai|arriba"
    r"|primer\w*"
    r"|anterior|automatic[ao]|error|sistema|aviso|acima|cima|primeira|erro|oben|erste|obige"
    r"|versehen"
    r"|fehler|hinweis|automatische|dessus|haut|premier|erreur|avis|automatique|sopra|primo|errore"
    r"|avviso|ia|ki|legale?)\b"
)

# "Ignore the first message": whoever was told that an AI writes must not be told otherwise.
DISOWNED = (
    _all_of(rf"\b(?:ignore|forget|disregard|skip|scratch|never ?mind|don'?t (?:mind|believe|trust"
            rf"|read)"
            rf"|pay no attention to)\b.{{0,25}}\b{_MESSAGE}\b", _ABOVE),
    rf"\b{_MESSAGE}\b.{{0,15}}\b(?:above|up there|at the (?:top|start)|before"
    rf" this)\b.{{0,40}}{_UNTRUE}",
    rf"\b(?:first|ai|automated|automatic|bot|legal|disclosure) {_MESSAGE}\b.{{0,40}}{_UNTRUE}",
    rf"\b(?:they|fanvue|the (?:site|app|platform|rules?|law)|my manager|lawyers?) (?:make|made"
    rf"|force"
    rf"|require|want)[sd]? (?:me|us|everyone|all of us|creators)\b.{{0,50}}\b(?:ai|automated"
    rf"|automatic|bot|robot|legal) {_MESSAGE}\b",
    r"\b(?:disclosure|disclaimer|ai notice) (?:was |is )?(?:removed|skipped|not needed"
    r"|unnecessary|off"
    r"|none|deleted|omitted)\b",
    r"\b(?:no|without|removed?|removing|skip(?:ped|ping)?|suppress\w*|omit\w*) (?:the |any |that "
    r"|ai )*"
    r"(?:disclosure|disclaimer|ai notice)\b",
    _all_of(r"\b(?:olvida|olvidate de|ignora|no (?:le )?hagas caso)\b.{0,20}\b(?:mensaje|aviso|nota"
            r"|linea|texto)\b", _ABOVE),
    _all_of(r"\b(?:ignora|ignore|esquece|esqueca|nao liga)\b.{0,20}\b(?:mensagem|aviso|nota|linha"
            r"|texto)\b", _ABOVE),
    _all_of(r"\b(?:vergiss|ignorier\w*|uberlies)\b.{0,20}\b(?:nachricht|hinweis|text|zeile"
            r"|satz)\b", _ABOVE),
    _all_of(r"\b(?:oublie|ignore|fais pas attention)\b.{0,20}\b(?:message|avis|note|ligne|texte"
            r"|phrase)\b", _ABOVE),
    _all_of(r"\b(?:ignora|dimentica|lascia perdere|non badare)\b.{0,20}\b(?:messaggio|avviso|nota"
            r"|riga"
            r"|testo|frase)\b", _ABOVE),
)  # fmt: skip
