"""
Texts that stop before their end: the rule `cut_off`.

A bracket or a quotation that nothing closes, a comma at the end, a last word after which something
has to come. What a model's server itself calls cut is worker/model_answers.py's.
"""

from __future__ import annotations

import re

from worker import plain_text

# :( and ;) are faces, 1) is a list.
_FACES = re.compile(
    r"[:;=8x>]['´`^-]?[()\[\]{}|]+|(?<![\w(])[()]+['-]?[:;=]|(?<!\w)\w\)", re.IGNORECASE
)
_DANGLING = re.compile(
    r"(?:\b(?:the|an|my|your|our|their|and|or|than|i'?m|i'?ll|i've|we're|every|very"
    # Spanish, Portuguese, German, French, Italian: what stands before a noun and never at an end.
    r"|el|los|las|una|unos|del|os|uma|dos|das|meus?|minhas?|dem|einem|einer|meiner|deiner|weil|dass"
    r"|und|les|des|une|aux|gli|della|alla|nella|il|dello"
    r"|(?:que|cuando|si|porque|para) (?:mi|tu|su|un|la|lo)|(?:en|con|de|por|para|na|em) "
    r"(?:la|su|sua|mi|tu|a|o|un|um)|(?:pensando|acordei|pensar) n[ao] s(?:ua|eu)|na sua|no seu"
    r"|(?:mit|an|in|auf|fur|bei|von|zu|durch|uber|ohne) (?:der|die|den|das|deine|meine|mein|dein"
    r"|ein"
    r"|eine)|(?:dans|avec|pour|sur|a|de|que|sous|chez|et) (?:le|la|ta|ton|ma|mon|un|ce|cette)"
    r"|(?:che|con|per|di|e|sono andat[ao]|nel|sul) (?:la|lo|al|mio|mia|tuo|tua|un|una|le|i)"
    r"|andat[ao]"
    r" al|(?<!just )(?<!only )because|(?:is|was|are|need|want|try|trying|used|able|about|love"
    r"|like) to"
    r" (?:the|my)|(?:is|was) to|(?:wondering|see|know|asked|sure|tell me) if(?<!see if)"
    r"|(?:of|in|to|with|for|at|from|into|on) a)"
    r"|(?:^| )a)$"
)
# Words that only a cut leaves behind.
_STUMPS = re.compile(
    r"\b(?:becau?|becaus|abou|someth|somethi|anythi|everythi|thinki|woul|shoul|coul|togeth|rememb"
    r"|tomorro|tonigh|beautif|actuall|reall|befor|alway|porqu|tambie|siempr|vielleich|eigentlic"
    r"|pourquo|toujour|perch|semp)$"
)
_CLOSED_BY = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»"}


def is_cut(text: str) -> bool:
    """Say whether `text` ends in the middle of something."""
    if _is_open(_FACES.sub(" ", text)):
        return True
    last = text.strip().splitlines()[-1].strip() if text.strip() else ""
    if last.endswith((",", ", ")):
        return True
    form = plain_text.plain(last)
    return bool(_DANGLING.search(form) or _STUMPS.search(form))


def _is_open(text: str) -> bool:
    if any(text.count(opening) > text.count(closing) for opening, closing in _CLOSED_BY.items()):
        return True
    # An inch mark follows a digit; a quotation does not.
    return len(re.findall(r'(?<!\d)"', text)) % 2 == 1
