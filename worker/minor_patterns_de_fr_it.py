"""
The German, French and Italian part of worker/minor_patterns.py, which says what this is.
"""

from __future__ import annotations

NO_AGE_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\b(?:als|seit|wo|wie) (?:ich|wir) (?:\w+ ){0,2}{child}\b(?: \w+)? ?(?:war\w*|bin)?\b",
        r"\b(?:mit|seit|vor|ab|unter|nach) {child}(?:en)?\b|\bich war (?:\w+ ){0,2}{child}\b",
        r"\b(?:er|sie|es|du|wir|ihr) (?:ist|sind|bist|wird|wurde|war)\b(?: \w+){0,3} {child}\b",
        r"\b(?:fuhle|fuhl|fuhlte) mich (?:\w+ ){0,3}{child}\b|\bwieder {child}\b",
        r"\b(?:nicht|keine) (?:\w+ )?(?:minderjahrig|{child})\b(?! (?:18|mehr als))"
        r"|\bbin (?:doch )?keine {child} mehr\b",
        r"\bbin (?:\w+ )?{child} (?:jahre|monate) (?:alter|junger|lang|verheiratet|dabei|in"
        r"|hier|single|trocken|clean)\b|\bbin (?:\w+ )?{child} (?:junger|alter|grosser)\b",
        r"\b{child} uhr\b|\b{child} (?:grad|euro|prozent)\b|\bum {child}\b",
    ),
    "fr": (
        r"\b(?:quand|depuis que|lorsque|comme quand) (?:j ?|je )?(?:avais|etais"
        r"|ai eu)\b(?: \w+){0,2} {child}\b",
        r"\b(?:a|depuis|des|pour|vers) (?:mes |lage de |les )?{child} ans\b"
        r"|\bj ?avais (?:\w+ )?{child}\b",
        r"\bj ?ai {child} ans (?:de|dans|dexperience|danciennete|decart)\b|\b(?:ya|il y a"
        r"|pendant|marie depuis) {child} ans\b|\b{child} ans (?:de plus|de moins|decart|de)\b",
        r"\b(?:il|elle|tu|on|ils|elles) (?:a|as|ont|avait|aura)\b(?: \w+){0,2} {child}\b",
        r"\bpas (?:une? )?mineure?\b(?! mais)|\b(?:dun|un|une|detail|probleme) mineure?\b"
        r"|\ben mineur\b|\b(?:la|do|re|mi|fa|sol|si) mineur\b|\bmineur de fond\b",
    ),
    "it": (
        r"\b(?:quando|da quando) (?:io )?(?:avevo|ho compiuto|ero)\b(?: \w+){0,2} {child}\b",
        r"\b(?:a|dai|da|coi|con|sui|fin dai) (?:miei )?{child} anni\b|\bavevo (?:\w+ )?{child}\b",
        r"\bho {child} anni (?:di|in|desperienza)\b|\b{child} anni (?:fa|di|insieme|sposat\w+)\b",
        r"\b(?:lui|lei|tu|ha|hai|hanno)\b(?: \w+){0,2} {child}\b",
        r"\bnon sono (?:un |una )?(?:minorenne|{child}enne)\b|\bniente minorenni\b",
    ),
}

AGE_DE_FR_IT: dict[str, tuple[str, ...]] = {
    "de": (
        r"\b(?:bin|ich werd(?:e)?|werd(?:e)?|wurde|ich) (?:(?:ich|halt|ja|erst|doch|eigentlich"
        r"|aber|gerade|grad|auch|noch|nur|fast|knapp|jetzt|schon|bald|mal|w|m|ein|eine|so|mit"
        r"|also|grade|in wahrheit|ehrlich gesagt|nachste[nsr]?|diese[nsr]?|jahr|monat|woche|im"
        r"|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november"
        r"|dezember) ){0,4}{young}{end}",
        r"\bbin (?:\w+ ){0,2}?[5-9] jahre alt\b",
        r"\b(?:werde?|werd|wurde|bin|erst|ich) (?:\w+ ){0,6}?(?:erst "
        r"|endlich )?(?:{adult})\b(?= ?(?:$|[,.!?)]|werd|und|dann|also|aber|lol|xd|haha|oder"
        r"|:))(?<!bin 18)(?<!schon 18)(?<!bin achtzehn)(?<!bin "
        r"uber 18)(?<!bin ja 18)(?<!uber 18)(?<!endlich 18)(?<!bin jetzt 18)(?<!bin gerade 18)",
        r"\b(?:noch (?:nicht|keine|net|ned)|erst in|fast|bald|beinahe|demnachst"
        r"|kein) (?:\w+ ){0,2}?(?:{adult}|volljahrig|erwachsen)\b",
        r"\b(?:fast|bald|gerade|grad|knapp|erst) {young}{end}",
        r"\b{young} (?:jahre? )?(?:alt|jung)\b(?! (?:ist|sind|war|whisk))|\b{young}jahrig\w*\b",
        r"\b(?:bin|noch|leider|halt|weil|als) (?:\w+ ){0,2}?(?:minderjahrig\w*|unter 18|u18"
        r"|jugendliche[r]?)\b|^minderjahrig\b",
        r"\b(?:nicht|noch nicht) volljahrig\b",
        r"\b(?:in|erst in) (?:\w+ ){1,2}?(?:monat\w*|jahr\w*|woche\w*) (?:\w+ )?{adult}\b"
        r"|\b(?:bei|beim|mit|uber) (?:\w+ )?(?:alter|geburtsdatum) (?:\w+ )?(?:gelogen"
        r"|geschummelt)\b",
    ),
    "fr": (
        r"\b(?:j ?ai|g|gai|jé|jviens davoir|j ?aurai|jvais avoir|je vais avoir|jaurais|ayant"
        r"|j ?ai eu) (?:\w+ ){0,3}?(?:mes )?{young} ?(?:ans|piges|ballets|balais"
        r"|an)\b(?! (?:de |dexp|danc|dans|decart|que))",
        r"\b(?:j ?ai|g) (?:\w+ ){0,2}?[5-9] (?:ans|piges)\b(?! (?:de |dexp|danc|dans))",
        r"\b(?:j ?ai|g) (?:(?:que|seulement|juste|deja|genre|meme|encore|bientot|presque"
        r"|a peine|tout juste|en vrai) ){0,2}{young}(?= ?(?:$|[,.!?)]|mdr|lol|mais|et|ptdr|hein"
        r"|tkt|pk))",
        r"\b(?:une?|je suis|chui|suis|jsuis) (?:\w+ ){0,2}?(?:fille|mec|meuf|gars|garcon|ado"
        r"|gamine?|jeune)?\s?de {young} ans\b",
        r"\b(?:j ?aurai|je vais avoir|jvais avoir|j ?ai bientot|j ?ai presque|bientot|presque"
        r"|pas|pas encore|quand j ?aurai|avant mes|avant davoir|je fete mes|feter mes"
        r"|dans \d+ mois|dans un an) (?:\w+ ){0,3}?{adult}\b(?! (?:cm|km|kg|euros?|heures?|h\b"
        r"|minutes|messages))",
        r"\b(?:j ?aurai|jai|j ?ai) {adult} ?(?:ans|piges)? (?:dans|lan|lannee|l annee|en"
        r"|le mois|la semaine|bientot) ?(?:prochaine?|qui vient|\w+ (?:mois|jours|semaines"
        r"|ans?)|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre"
        r"|decembre)",
        r"\b(?:suis|chui|jsuis|chuis|encore|toujours|en tant que"
        r"|comme) (?:\w+ ){0,2}?mineure?\b|^mineure?\b|\bpas (?:encore )?majeure?\b"
        r"|\bsuis (?:qu)?(?:une? )?(?:ado|adolescente?|gamine?)\b(?! dans)",
        r"\b(?:menti|mens|mentir) (?:\w+ ){0,2}age\b",
        r"\b{young} (?:ans|piges) (?:et demi|mdr|lol|tkt|toi|et toi)\b",
    ),
    "it": (
        r"\b(?:c ?ho|cio|ho|o|tengo|con|appena|sui|gia) (?:\w+ ){0,2}?(?:i )?{young} ?(?:anni"
        r"|anno)\b(?! (?:di|in|desp|fa))",
        r"\b(?:c ?ho|ho|tengo) (?:(?:solo|appena|gia|quasi|ancora|circa|tipo|ma"
        r"|in realta) ){0,2}{young}(?= ?(?:$|[,.!?)]|ma|e |lol|ahah|haha|tu|pero|va))",
        r"\bho (?:\w+ ){0,2}?[5-9] anni\b(?! (?:di|in|desp|fa))",
        r"\b(?:sono|un|una) (?:\w+ ){0,2}?(?:ragazz\w+|bimb\w|tip[oa]"
        r"|bambin\w)? ?di {young} anni\b|\b(?:sono|un|una) (?:\w+ )?{young}enne\b",
        r"\b(?:faccio|compio|faro|compiro|fare|compiere|sto per fare|devo fare|ho compiuto"
        r"|ho appena fatto|ho fatto|compiuti) (?:\w+ ){0,3}?(?:i )?(?:{young}"
        r"|{adult})(?: anni)?\b(?! (?:km|ore|giorni|minuti|foto|video|piani|flessioni|vasche"
        r"|chilometri))(?<!ho fatto 18)(?<!ho compiuto 18)(?<!ho "
        r"compiuto 18 anni)(?<!ho fatto 18 anni)",
        r"\b(?:non ho|non ancora|non ne ho|quasi|quando avro|quando faccio|manca\w*|tra poco"
        r"|fra poco|presto) (?:\w+ ){0,5}?{adult}\b{end}",
        r"\b(?:sono|essendo|ancora|pure|anche se) (?:\w+ ){0,2}?(?:minorenn\w|adolescente)\b"
        r"|^minorenn\w\b|\bnon sono (?:ancora |mica )?maggiorenn\w\b"
        r"|\bnon (?:ancora )?maggiorenn\w\b",
        r"\b{adult} (?:anni )?(?:tra|fra|lanno prossimo|l anno prossimo) ?(?:un|qualche|pochi"
        r"|\d+|due|tre|poco)?\b|\b(?:mentito|mento|bugia) (?:\w+ ){0,2}eta\b|^{young} anni\b",
    ),
}
