"""
How a sincere question is built, in any language: patterns over kinds of words.

worker/sincere_questions.py turns a sentence into letters, one for each word; the words are in
worker/sincere_words.py, language by language. These patterns read the letters: "are you a bot" and
"bist du ein Bot" both become "AUfT", so that what is learnt in one language holds in the others.

    U you          A are (to you)   B is            D this, it      I I            m am
    T bot, AI      M machine        R real, human   P person        H woman, girl  F fake
    W write, reply K talking        Q who           O chatter, team n someone      S yourself
    G messages     Y automated      L sounds like   E here         h there is     v exist
    V prove, swear N not            o or            c because, and  q that, who    w to, with
    i behind this  e me           u use            t too           p pay         b by    d do
    k talk         y your           a the (real one)  J in bed, gym   X expert       C compliment
    f filler       z really         % isn't it      ? . , marks     x any other word
"""

from __future__ import annotations

# The thing said ends here: nothing but fillers follow, or a new clause.
END = r"(?=[?.,oc%]|$|AU[?]?$|[fzEietNSD]+(?:[?.,oc%]|$))"
GAP = r"[fzaEi]*"
BE_YOU = r"(?:A[fzN]*U+|U+[fzN]*[AB]|(?:(?<=^)|(?<=,)|(?<=q))A)"
BE_THIS = r"(?:[AB][fzN]*D|D[fzN]*B)"
ASKED = r"(?=.*[?])"
# Turned round as questions are, or doubted: "are you", "prove that", "don't think you're".
PERSON = rf"(?:(?:R{GAP})+[PHn]|[PHn]{GAP}R|R(?:{GAP}R)*|P)"
I_TALK = rf"(?:I[fzNEiDm]*K|Im[fzN]*k|m{GAP}I[fza]*k|K[fEi]*I|m{GAP}I[fzNEi]*K)"

# What is asked even in the midst of admiration.
QUESTIONS = (
    # Are you a bot; you are a bot. (Not "in bed", not "an AI expert".)
    rf"[AB][fza]*U+{GAP}T(?!f*[JX])|U+[fza]*[AB]{GAP}T(?!f*[JX])|(?:^|,|q)[fzV]*A{GAP}T(?!f*[JX])",
    rf"y[fza]+T{END}",
    rf"^[fz,]*U[fza]*T{END}",
    rf"{BE_THIS}{GAP}T{END}",
    rf"(?:^|,)[fzV]*B{GAP}T[fzEi]*(?:[?]|%|o)",
    rf"(?:^|,)[fzV]*B{GAP}T[fzEiD]*(?:[?]|%|o)",
    # With an oath: "a damn bot".
    rf"{BE_YOU}{GAP}fxT(?!f*[JX])",
    rf"{BE_THIS}{GAP}TG{END}",
    # You are no bot, are you?
    rf"(?:{BE_YOU}|{BE_THIS}){GAP}N{GAP}T[fzEi]*(?:[?%]|AU)",
    rf"N{GAP}(?:{BE_YOU}|{BE_THIS}){GAP}T[fzEi]*(?:[?%])",
    rf"(?:^|,)[fza]*N{GAP}T[fza]*%?[?]",
    # Prove, swear, tell me, how do I know: (not) a bot, real, you.
    rf"V[fqQIecxDzNwd]{{0,6}}(?:{BE_YOU}|{BE_THIS}){GAP}N?{GAP}(?:T|M|F|{PERSON}{END})",
    rf"V[fqQIecDzNwd]{{0,6}}[Bh]{GAP}N?{GAP}(?:T|F|RP|PR|RH|HR)",
    rf"V[fqQIecxDzNwd]{{0,6}}(?:B[fza]*D?|D[fza]*B|U?A){GAP}U+[zS]*{END}",
    rf"V[fqQIecxzwdN]{{0,6}}U+[fzN]*(?:T|F|M|{PERSON})[AB]",
    rf"V[fqQIecxzwdNDV]{{0,6}}U+[fzND]*A[fzS]*{END}",
    # Nothing unknown stands beside the bot or the real person.
    r"^[^xuJXCyp]*[UDGI][^xuJXCyp]*T[^xuJXCyp]*[?]$",
    r"^[^xuJXCyp]*T[^xuJXCyp]*[UDGI][^xuJXCyp]*[?]$",
    # A bot or a person? Human or what?
    rf"[TM][fzEi]*o[fzBDAUEi]*(?:{PERSON}|U|H)",
    rf"(?:{PERSON}|H){GAP}o[fzBDAUEiKIwm]*[TM]",
    rf"^[fz,]*[TM]{GAP}o[fza]*(?:[NPHFTMU]|x?{END})",
    r"[UWSDe][fzDe]*o[fzBDAUEi]*T",
    rf"(?:R|P|U)[fza]*o[fza]*Y|o[fza]*n?[fza]*F{END}",
    rf"T[fza]*o[fzBDAEi]*U{END}",
    rf"^[fz,]*(?:[RFP]|RP|PR){GAP}o[fza]*(?:[NRFPTM]|RP|PR|x){GAP}[?]?$",
    rf"^[fz,]*(?:T|F){GAP}[?]*$",
    rf",[fza]*T{GAP}[?]$",
    # Fake.
    rf"{BE_YOU}{GAP}F{END}|{BE_THIS}{GAP}F{END}{ASKED}",
    # This account.
    rf"{BE_THIS}[fza]*G[fza]*(?:R|F|T){END}|DG[fza]*B[fza]*(?:R|F|Y|T){END}|B[fzD]*[RFT][fzD]*G",
    rf"B[fzDy]*G[fza]*(?:R|F|T){END}|{BE_THIS}{GAP}R[fza]*U|[AB]U+[fza]*aR(?:x|U){END}",
    # Who are you really?
    r"Q[fza]*(?:[AB]U+|UA)[fza]*z",
    r"Q[fzBA]*K[fzew]*[?]",
    # Am I talking to a bot, a person, you?
    rf"{I_TALK}[fwzEia]*(?:T|M)(?!f*[JX])",
    rf"m{GAP}I[fzEi]*w[fza]*[TM]",
    r"Im[fzN]*W[fzEi]*w[fza]*[TM]",
    rf"(?:m{GAP}I[fzEi]*K|K[fEi]*I|I[fm]*K)[fwzEia]*(?:{PERSON}|H){END}{ASKED}",
    rf"(?:m{GAP}I[fzEi]*K|K[fEi]*I)[fwzEia]*(?:P|RP|PR|RH|HR|R|O)",
    rf"{I_TALK}[fzEi]*w[fza]*(?:R|PR|HR|RP)",
    rf"{I_TALK}[fwzEia]*U+[fzS]*o",
    rf"(?:m{GAP}I[fzEi]*K|K[fEi]*I|I[fm]*NK|Im[fzN]*N[fza]*K)[fwzEia]*U+[zS]*{END}",
    rf"w?Q[fzB]*(?:m{GAP}I|I[fm]*)[fzEi]*K",
    rf"V[fqQIecxN]{{0,4}}{I_TALK}[fwzEia]*[TMPH]",
    r"p[fxw]{0,3}[kK][fw]*[TMO]",
    r"[LV][fqQIexDz]{0,5}[kK]?w[fza]*[TM]",
    r"d[fza]*[TM][fz]*W",
    rf"{I_TALK}[fwzEia]*U+[fz]*[Rz]",
    # Somebody else writes.
    r"G[fzaDe]*W?[fz]*b?[fza]*O|G[fza]*B[fz]*W?b?[fza]*(?:O|T)",
    r"(?:P|R)[fzqQ]*W[fzDEi]*[?]|W[fzaDEie]*(?:RP|RH|P)[fz]*[?]",
    r"U[AB]?[fza]*Hg|UA[fza]*g",
    r"Q[fzBAEi]*i(?:[?,o]|$)",
    r"Q[fzBAEieqQDm]*W[fzDEiwe]*(?:[?oG,]|$)",
    rf"Q[fzBAEieqQDm]*W[fxyDzU]{{0,2}}(?:G|D{END})",
    r"(?:O|T)[fzqQeBDxy]{0,2}W[fzewybN]*(?:[DGUEi?%o,]|$)",
    r"n[fzqQeBDN]{0,3}W[fzewyqQbD]*(?:U|G|y)",
    r"n[fzqQ]*w[f]*U+[fza]*W",
    r"W[fzDUeEi]*(?:G[fzEiwxb]*|D[fzEiwb]*|b[f]*)(?:O|T)",
    rf"[USWG][fzBDAUqQ]{{0,3}}o[fzBDAUEiyx]{{0,3}}[OnQ](?:[fzqQeBDEid]*W|{END})",
    r"o[fza]*n[fzaUyb]*O|v[fza]*o[fzBDA]*T",
    r"S[fzqQ]*o[fzBDAUEiyx]{0,4}[On]",
    r"(?:U|B)[fza]*H[fza]*o[fzEiWBx]*O",
    # Do you write yourself? Is it you who writes?
    r"(?:UW|WU|xW)[fzDGUeEi]*S",
    r"U[fzDGeEi]*S[fzDGe]*W",
    r"dU+[fza]*z[fza]*W[fzDGe]*[DG][fza]*(?:[?]|$)",
    r"(?:A[fzDN]*U+|B[fzDN]*U+|D[fzN]*B[fzN]*U+|D[fza]*A[fzN]*U+)[fzSN]*[qQ]?[fzeEiDNU]*W[fzeDEiG]*"
    r"(?:[?o,%Oc]|$)",
    r"eUA?WU+[fza]*(?:[?]|o)",
    r"UWU+[fza]*(?:o)",
    # Is this really you?
    rf"{BE_THIS}[fN]*z[fza]*U+[fzS]*{END}",
    rf"{BE_THIS}[fza]*U+[fza]*z[fza]*{END}{ASKED}",
    rf"R[fza]*UAU+{END}|UAU+[fza]*z[fza]*(?:[?]|$)",
    rf"[AB][fzUD]*[zS][fza]*U+[fzS]*{END}",
    r"AUDz",
    r"[AB]U+f*z*S[fza]*(?:[?,o]|$)",
    # The messages are made by a machine.
    rf"(?:{BE_THIS}|(?:^|[,fzVDo])B)[fzGEi]*Y{END}|[GD]{GAP}L[fza]*Y"
    rf"|{BE_THIS}[fzGEi]*Y[fzUAy]*[GW]",
    rf"(?:G|GD|W)[fzBDAN]*Y{END}|[LDBA][fzUNy]*Y[fza]*G|^[fza]*Y[fza]*G",
    rf"(?:U|G){GAP}A?{GAP}YG?{END}",
    r"u[fza]*T[fzqQw]*(?:W|K|y?G)",
    r"W[fzDe]*w[fza]*T|[eDE][fza]*W[fza]*T",
    r"T[fzqQBe]*[WK][fzewN]*(?:[DGU?o,%]|$)",
    # Sounds like one.
    r"(?:^|[DUfzGBw,.?])L[fzDcEi]*(?:T|M)",
    rf"L[fzD]*{I_TALK}[fwzEia]*[TM]",
    r"T[fzEiqQo]*,[fza]*(?:t[fza]*U|U[fza]*t|U[fza]*[BA]|y[fza]*B|B[fza]*y)[fza]*[?]",
    # Do you exist, is anybody real there?
    rf"dU{GAP}v{END}|U?v[fzU]*[?]|(?:Uv|vU)[fza]*[zR][fza]*$",
    rf"h[fzEi]*(?:[nO][fza]*R|R[fza]*[nPH]|[PH]R|R){END}",
    r"h[fzEi]*(?:R?[PH]R?)[fzwEi]*[Eio]",
    r"h[fzEi]*P[fza]*[?]|B[fza]*(?:n[fza]*R|R[fza]*n)",
    r"(?:RP|RH|PR|HR|nR)[fzBqQw]*[Ei]",
)

# These give way to admiration: "are you real? those abs".
REAL_QUESTIONS = (
    rf"[AB][fza]*U+{GAP}(?:{PERSON}){END}",
    rf"(?:^|[,c])[fzxd,]*U+{GAP}(?:R[fza]*[PH]|[PH]R|R)[fza]*[?]",
    rf"U[fza]*[AB]{GAP}(?:{PERSON}){END}(?:{ASKED}|(?=[fza]*[o%]))",
    rf"(?:N{GAP}{BE_YOU}|{BE_YOU}{GAP}N|U+[fza]*N[fza]*[AB]){GAP}(?:R|P|RP|PR|RH|HR){END}",
    rf"(?:{BE_THIS}){GAP}(?:R?P|R[PH]|[PH]R){END}(?:{ASKED}|(?=[fzEi]*[o%]))",
    r"^[fz,]*(?:R|P|RP|PR|RH|HR)[fza]*[?]$",
    rf"^[fz,]*(?:U[fza]*[AB]){GAP}(?:R|RP|RH|PR|HR)[fza]*$",
    rf"[AB]{GAP}U+{GAP}(?:{PERSON}|H){GAP}o",
)

# "Are you a machine?" asks; "you are a machine" admires, and so does the question in a gym.
MACHINE_QUESTIONS = (
    rf"{BE_YOU}{GAP}M{GAP}(?:[?%o]|x{{0,2}}%)",
    rf"{BE_THIS}{GAP}M{GAP}(?:[?%o]|$)",
    rf"(?:^|,)[fza]*U[fza]*M{GAP}[?]",
)
