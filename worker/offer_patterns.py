"""
Saying no to an offer, as data: patterns for each of the six languages.

They meet worker/plain_text.py's form: lower case, no accents, straight apostrophes, single spaces.
Only what is plainly a refusal: a bare "no" may answer any question. Whether an offer is open, and
what a refusal means for the next one, is SQL's.
"""

from __future__ import annotations

# A clause begins, or ends, here. No question mark: "too expensive?" asks.
_START = r"(?:^|[.,!;:)] ?)"
_END = r"(?= *(?:$|[.,!;(]))"

# "e" in Portuguese and Italian, where it is not denied: all languages are asked of every text.
_IS = r"(?<!nao )(?<!non )e"

_EN_LEAD = (
    rf"(?:{_START}|\b(?:but|sorry|thanks|thx|ok|okay|hmm+|well|aw+|honestly|nah|nope|no|babe|baby"
    r"|hun|just|i think|i'?m|im|i am|prob|probably) )"
)
_EN_TAIL = (
    r"(?= *(?:$|[.,!;(])| (?:thanks?|thank you|thx|ty|babe|baby|hun|love|honey|sweetie|dear|sorry"
    r"|but (?:thanks|thank|thx)|tho|though|ok|okay|then|maybe|if|when|i guess|lol|haha)\b)"
)
_EN_SO = r"(?:a (?:bit|little)(?: too)?|way(?: too)?|kinda|kind of|pretty|really|so|too|quite|very)"

DECLINES_OFFER: dict[str, tuple[str, ...]] = {
    "en": (
        r"\b(?:no|nah|nope|na),? (?:but )?(?:thanks|thank you|thank u|thx|tnx|ty|tysm)\b(?! to\b)",
        r"\b(?:thanks|thank you|thx|ty) but (?:no|not|i'?ll pass|i'?m good|nah)\b",
        rf"{_EN_LEAD}(?:i'?ll|i will|gonna|i'?m gonna|i'?m going to|hard|think i'?ll|have to)"
        r" (?:have to )?pass(?: on (?:that|this|it|the \w+))?" + _EN_TAIL,
        rf"{_EN_LEAD}not (?:(?:really|that|so|very|too|all that|at all) )?interested(?: at all)?"
        r"(?: in (?:it|that|this|those|these|buying|paying|any of|anything|your \w+"
        r"|the (?:set|pics?|photos?|videos?|offer|bundle)))?" + _EN_TAIL,
        rf"\b(?:that|it|this|thats|its|price|sounds|seems|looks)(?:'s| is| s|s)? "
        rf"{_EN_SO} (?:expensive|pricey|steep|much money|much for me)\b",
        rf"{_START}(?:hmm+ |oh |wow |sorry |damn |ouch |aw+ |but |still )*(?:just )?{_EN_SO} "
        rf"(?:expensive|pricey|steep|much money|much for me)\b(?! taste| ?\?)",
        r"\btoo (?:expensive|pricey|steep|much) for (?:me|my (?:budget|wallet))\b",
        r"\b(?:can'?t|cannot|can not|couldn'?t) (?:really |quite )?afford (?:it|that|this|any|your"
        r"|to (?:buy|pay|spend)|the (?:set|pics?|photos?|videos?))\b",
        r"\b(?:can'?t|cannot) (?:really )?afford (?:it|that|this)?" + _END,
        r"\b(?:out of|over|beyond|not in|above) my (?:budget|price range)\b",
        r"\b(?:don'?t|dont|do not|ain'?t) (?:really )?(?:have|got) (?:the|that (?:kind of|much)"
        r"|enough|any) (?:money|cash|funds)\b(?! problems)",
        r"\b(?:don'?t|dont|do not) (?:really )?(?:want|wanna|need|feel like) (?:to )?"
        r"(?:buy|pay|spend|purchase|unlock|buying|paying|spending)\b",
        r"\b(?:i'?m|im|i am) not (?:going to |gonna )?(?:pay|buy|spend|paying|buying|spending)\b"
        r"(?! attention)",
        r"\b(?:i won'?t|i wont|not gonna|i'?d rather not) (?:pay|buy|spend)\b(?! attention)",
        rf"{_EN_LEAD}(?:maybe|perhaps) (?:later|another (?:time|day|day then)|next (?:time|week"
        r"|month|payday)|some (?:other )?(?:time|day)|some ?day|one day|tomorrow)" + _EN_TAIL,
        rf"{_EN_LEAD}(?:some other time|another time|next time)(?: maybe| perhaps)?" + _EN_TAIL,
        rf"{_EN_LEAD}not (?:right now|now|today|tonight|this time|for me|my thing|yet)" + _EN_TAIL,
        r"\b(?:maybe|perhaps) (?:when|after) (?:i get paid|payday|i'?ve got (?:the )?money)\b",
        r"^(?:no|nah|nope),? i'?m (?:good|fine|ok|okay|alright)" + _EN_TAIL,
        rf"{_START}i'?d rather not" + _EN_TAIL,
    ),
    "es": (
        r"\bno,? (?:muchas )?gracias\b(?! a )",
        r"\bgracias,? pero (?:no|paso|ahora no|mejor no)\b",
        r"\bno (?:me interesa|estoy interesad[oa]|tengo interes)(?: mucho| nada)?"
        r"(?: en)?(?: comprar\w*| pagar\w*| eso| esto| ese \w+| el (?:set|pack|video|contenido)"
        r"| la oferta| tu (?:contenido|oferta|pack|set))?" + _END,
        rf"(?:{_START}|\b(?:es|esta|muy|demasiado|un poco|algo|parece|hace|sale) )"
        r"(?:muy |demasiado |un poco |algo |bastante )?(?<!no es )car[oa]"
        r"(?: para mi| la verdad| ahora| amor)?" + _END,
        r"\bno (?:me )?(?:lo )?puedo (?:permitir(?:melo)?|pagar(?:lo|la|eso)?|gastar)\b",
        r"\bno tengo (?:tanto |tanta |suficiente |el )?(?:dinero|plata|pasta|lana|presupuesto)\b",
        r"\bfuera de mi presupuesto\b",
        r"\bno (?:quiero|voy a|pienso) (?:comprar|pagar|gastar)\w*\b",
        rf"(?:{_START}|\b(?:pero|bueno|no|mejor|perdon) )(?:quizas?|tal vez|a lo mejor|mejor) "
        r"(?:mas tarde|luego|despues|otro dia|en otro momento|(?:en |para )?la proxima(?: vez)?"
        r"|otra vez|manana|mas adelante)(?: amor| gracias)?" + _END,
        rf"{_START}(?:otro dia|en otro momento|para la proxima|otra vez sera)"
        r"(?: quizas| tal vez| gracias)?" + _END,
        rf"(?:{_START}|\b(?:pero|mejor|no|perdon) )(?:ahora no|hoy no|por ahora no|de momento no"
        r"|esta vez no|mejor no|no por ahora|ahora mismo no)(?: gracias| amor)?" + _END,
        rf"{_START}(?:yo )?paso(?: de (?:eso|esto))?(?: gracias)?" + _END,
    ),
    "pt": (
        r"\bnao,? (?:muito )?(?:obrigad[oa]|valeu)\b",
        r"\b(?:obrigad[oa]|valeu),? mas (?:nao|dispenso|passo|agora nao)\b",
        r"\bnao (?:me interessa|(?:estou|to) interessad[oa]|tenho interesse)(?: nao)?"
        r"(?: em)?(?: comprar| pagar| isso| nisso| isto| nesse \w+| no (?:set|pack|video|conteudo)"
        r"| na oferta)?" + _END,
        rf"(?:{_START}|\b(?:{_IS}|ta|esta|muito|meio|um pouco|bem|acho|achei|ficou|sai) )"
        r"(?:muito |meio |um pouco |bem |demasiado )?car[oa](?: demais| pra mim| para mim)?" + _END,
        r"\bcar[oa] (?:demais|pra mim|para mim)\b",
        r"\bnao (?:posso|consigo|da pra|tenho como) (?:me permitir|pagar|comprar|gastar)\b",
        r"\bnao tenho (?:tanto |esse |essa |o )?(?:dinheiro|grana|condicoes)\b(?! de (?:ir|sair))",
        r"\bfora do meu orcamento\b",
        r"\bnao (?:quero|vou|pretendo) (?:comprar|pagar|gastar)\b",
        rf"(?:{_START}|\b(?:mas|bom|nao) )(?:talvez|quem sabe) "
        r"(?:mais tarde|depois|outro dia|(?:em )?outra hora|outro momento|(?:n|d)?a proxima"
        r"|amanha|mais pra frente)(?: amor| obrigad[oa])?" + _END,
        rf"{_START}(?:fica|deixa) (?:pra|para) (?:a )?(?:proxima|depois|outro dia|outra hora)\b",
        rf"(?:{_START}|\b(?:mas|nao|melhor) )(?:agora nao|hoje nao|por enquanto nao|melhor nao"
        r"|dessa vez nao|desta vez nao|nao agora|nao por agora)(?: obrigad[oa]| amor)?" + _END,
        rf"{_START}(?:eu )?(?:passo|dispenso)(?: essa| obrigad[oa])?" + _END,
    ),
    "de": (
        r"\b(?:nein|nee|ne|no),? (?:vielen |lieber nicht,? )?dank(?:e)?\b(?! dir\b)",
        r"\bdanke,? (?:aber )?(?:nein|nee|lieber nicht|kein bedarf|ich passe)\b",
        r"\b(?:kein interesse|keinen bedarf|kein bedarf)\b(?! an (?:fuss|politik|sport|spiel))",
        rf"(?:{_START}|\b(?:bin|ich|sorry|aber|da|dran|daran) )(?:bin )?"
        r"(?:nicht|nicht wirklich|nicht so|gar nicht) (?:daran |dran |so )?interessiert"
        r"(?: daran)?" + _END,
        rf"(?:{_START}|\b(?:ist|mir|is|ist mir|ja|echt|etwas|aber|das) )(?:mir )?"
        r"(?:leider |doch |ein bisschen |etwas |echt |viel |ganz schon |ziemlich )*"
        r"(?:zu teuer|zu viel geld|ganz schon teuer|ziemlich teuer|sehr teuer|echt teuer)"
        r"(?: fur mich| leider)?" + _END,
        r"\b(?:mir|fur mich) (?:leider |etwas |viel )*zu teuer\b",
        r"\bkann (?:ich )?(?:mir )?(?:das |es )?(?:leider |gerade |momentan |jetzt )*"
        r"(?:nicht|net) leisten\b",
        r"\bhabe? (?:ich )?(?:leider |gerade |momentan |im moment )*"
        r"(?:kein|nicht (?:so viel|genug)) geld\b",
        r"\b(?:will|mochte|werde) (?:ich )?(?:das |dafur |es |jetzt |gerade |nichts )*(?:nicht )?"
        r"(?<=nicht |ichts )(?:kaufen|bezahlen|zahlen|ausgeben)\b",
        rf"(?:{_START}|\b(?:aber|nein|nee|danke|ok|sorry) )vielleicht "
        r"(?:spater|ein andermal|ein anderes mal|nachstes mal|beim nachsten mal|morgen"
        r"|irgendwann(?: mal)?|nachste woche|nachsten monat)(?: mal| danke| schatz)?" + _END,
        rf"(?:{_START}|\b(?:lieber|dann|aber) )(?:ein andermal|ein anderes mal|nachstes mal)"
        r"(?: vielleicht| lieber)?" + _END,
        rf"(?:{_START}|\b(?:aber|nein|danke|sorry) )(?:jetzt|heute|gerade|momentan|diesmal"
        r"|im moment|lieber|eher)(?: lieber| eher)? nicht(?: danke)?" + _END,
        rf"{_START}(?:ich |da )?passe(?: ich)?(?: lieber| diesmal)?" + _END,
    ),
    "fr": (
        r"\bnon,? (?:merci|ca ira|c'est gentil)\b",
        r"\bmerci,? mais (?:non|pas|je passe|ca ira)\b",
        r"\b(?:ca|cela|c) ?(?:ne )?m'interesse pas(?: trop| vraiment)?" + _END,
        r"\b(?:je (?:ne )?suis|suis|j'?suis) pas (?:vraiment |trop )?interessee?"
        r"(?: par (?:ca|cette offre|ce \w+|ton \w+|l'achat))?" + _END,
        rf"{_START}pas (?:vraiment |trop )?interessee?" + _END,
        rf"(?:{_START}|\b(?:c'est|est|mais|ca fait|c) )(?:un peu |beaucoup |bien |vraiment "
        r"|quand meme )?(?:trop cher|un peu cher|assez cher|tres cher|cher)"
        r"(?: pour moi| quand meme| la)?" + _END,
        r"\btrop cher pour moi\b",
        r"\b(?:pas|plus) (?:les moyens|le budget|assez d'argent|d'argent|de sous|l'argent)\b",
        r"\bje (?:ne )?peux pas (?:me (?:le |l')?(?:permettre|l'offrir|payer)|payer|acheter)\b",
        r"\bhors (?:de )?(?:mon )?budget\b",
        r"\bje (?:ne )?(?:veux|vais|compte) (?:pas|rien) (?:acheter|payer|depenser)\b",
        rf"(?:{_START}|\b(?:mais|bon|non|ok) )peut[- ]etre (?:plus tard|une autre fois"
        r"|un autre jour|la prochaine(?: fois)?|une prochaine fois|demain|apres)"
        r"(?: merci| cheri)?" + _END,
        rf"{_START}(?:une autre fois|une prochaine fois|la prochaine fois|plus tard)"
        r"(?: peut[- ]etre| merci)" + _END,
        rf"{_START}(?:une autre fois|une prochaine fois)" + _END,
        rf"(?:{_START}|\b(?:mais|non|plutot|desole) )pas (?:maintenant|aujourd'hui|ce soir"
        r"|cette fois|pour moi|pour le moment|pour l'instant)(?: merci)?" + _END,
        rf"{_START}je passe(?: mon tour)?(?: merci)?" + _END,
    ),
    "it": (
        r"\bno,? (?:molte |tante )?grazie\b(?! a )",
        r"\bgrazie,? ma (?:no|passo|non)\b",
        r"\bnon (?:mi interessa|sono interessat[oa]|ho interesse)(?: molto| per niente)?"
        r"(?: a)?(?: comprar\w*| pagar\w*| questo| quello| il (?:set|video|contenuto)"
        r"| l'offerta)?" + _END,
        rf"(?:{_START}|\b(?:{_IS}|ma|mi sembra|costa) )"
        r"(?:un po' |molto |davvero |decisamente )?"
        r"(?:troppo car[oa]|troppo costos[oa]|un po' car[oa]|molto car[oa]|car[oa]|costa troppo)"
        r"(?: per me)?" + _END,
        r"\b(?:troppo car[oa]|troppo) per (?:me|le mie tasche)\b|\bcosta troppo\b",
        r"\bnon (?:me lo |posso )(?:posso |me lo )?permetter(?:e|melo)\b",
        r"\bnon posso (?:pagare|comprarlo|spendere)\b",
        r"\bnon ho (?:i |tutti questi |abbastanza )?(?:soldi|denaro)\b",
        r"\bnon (?:voglio|intendo|ho voglia di) (?:comprare|pagare|spendere)\w*\b",
        rf"(?:{_START}|\b(?:ma|no|ok|beh) )(?:forse|magari|semmai) (?:piu tardi|dopo|un'altra volta"
        r"|un altro giorno|la prossima(?: volta)?|domani|piu avanti)(?: grazie| tesoro)?" + _END,
        rf"{_START}(?:un'altra volta|sara per la prossima|alla prossima)"
        r"(?: magari| forse| grazie)?" + _END,
        rf"(?:{_START}|\b(?:ma|no|meglio|scusa) )(?:ora no|adesso no|oggi no|per ora no|stasera no"
        r"|non ora|non adesso|non oggi|questa volta no|meglio di no|non fa per me)"
        r"(?: grazie)?" + _END,
        rf"{_START}(?:io )?passo(?: grazie| stavolta)?" + _END,
    ),
}
