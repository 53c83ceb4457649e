"""
The words from which the question "are you a bot?" is built, by kind and language.

The kinds are letters; worker/sincere_grammar.py says what they mean. A word may stand for several
("eres": you are). Phrases are written with underscores. All of it meets worker/plain_text.py's
form. Words of a language go before those of EVERYWHERE.
"""

from __future__ import annotations

# Names of machines that every language borrows.
EVERYWHERE = """
T: bot bots chatbot chatbots chat_bot botti robot robots chatgpt chat_gpt gpt gpt4 llm cyborg
T: android robo robos claude_ai gemini_ai replika character_ai chattbot npc chatter chatters
T: ghostwriter ghost_writer
F: fake faker catfish scam scammer fakes
U: thecreator
R: real
f: lol haha hahaha lmao omg hey hi hello hola oi ola ciao salut hallo babe baby bb bro xd jaja
f: jajaja kkk kkkk mdr ahah ahaha hehe hm hmm ok okay 100 tbh ngl pls plz hun honey
C: abs sexy hot gorgeous
"""

WORDS: dict[str, str] = {
    "en": """
C: insane skin jaw curves waist abs body ass tits boobs beautiful pretty gorgeous hot sexy eyes
C: smile angel dream dreaming heaven perfect stunning goddess cute legs hips butt wow face lips
C: booty unreal fine hair
V: can't_tell cant_tell cannot_tell prove proof tell_me swear promise admit confess know verify
V: confirm convince_me show_me guarantee how_can_i_be_sure be_sure how_would_i_know can_i_trust
V: sure_its sure_it's make_sure wondering wonder i_bet bet assure believe sure_you're guess think
V: suspect how_do_i_know how_can_i_tell so_i_know be_honest
X: vacuum vacuums movie film costume dance cleaner expert engineer artist fan nerd developer
X: skeptic enthusiast dev researcher company
U: you u ya yu yuo yo u2 she thou
A: are r ar aer arr
UA: ur you're youre u're your're yr y'all_are yall_are she's
AU: areyou areu ru r_u
UAN: you_aren't you_arent u_arent you're_not youre_not ur_not
AUN: aren't_you_just
B: is was_it iz
DB: it's its that's thats this_is
D: this it that these those dis dat
DN: isn't_this
I: i
Im: i'm im i've_been ive_been
m: am have been
T: ai a.i ai's a_i artificial_intelligence language_model computer_program ai_generated
T: answering_machine voicemail virtual_assistant ai_assistant digital_assistant algorithm
T: algorithms automaton droid android automated_system auto_responder autoresponder simulation
T: ai_model llms script_kiddie chat_ai
M: machine computer program software script machines computers programs app
aR: the_real
R: hooman real human actual genuine legit alive authentic living flesh_and_blood genuinely_human
R: humans
P: person people human_being persons individual soul
H: girl woman lady man guy dude chick female gal girls women creator model
F: fake faker catfish scam scammer fraud imposter impostor phony pretending fakes
W: write writes writing typing type types reply replies replying answer answers answering respond
W: responds responding texting texts text_back run runs running manage manages managing handle
W: managed written wrote see seeing typin replyin handles handling sends sending read reads
W: typed replied operate operates operating
wU: for_you in_your_place on_your_behalf
g: from_the_pics from_the_pictures from_the_photos in_the_pics in_the_photos in_the_pictures
g: from_your_pics from_your_photos in_your_pics in_those_pics on_the_pics from_the_videos
g: in_your_photos in_your_pictures
K: talking chatting speaking messaging conversing talkin chattin speakin
k: talk chat speak
Q: who whos who's who_is whose
O: someone_else somebody_else anyone_else anybody_else an_assistant assistant agency manager team
O: employee employees management staff staffer va ghostwriters some_dude some_guy random_dude
O: random_guy some_man another_person other_person third_party outsourced some_random your_team
O: ur_team your_manager an_agency some_random_guy some_other_person different_person some_employee
O: paid_worker worker workers operator operators your_boyfriend ur_boyfriend your_husband
n: someone somebody anyone anybody smn sum1 some1 any1
S: yourself urself yourselves herself personally themself yaself uself in_person on_your_own
o: or
f: fucking fuckin damn stupid freaking one_of_those one_of_these the_truth truth kinda kindof gonna
f: lie not_gonna_lie this_whole_time all_along a an the just some kind of sort like lil even
f: literally only maybe probably clearly obviously basically honestly seriously tho though rn then
f: so well wait please anyway ever still all secretly again um uh umm hm today tonight right_now
f: atm btw lowkey no_offense sorry dear love sweetie for also somehow smth something whole time
f: entirely one more now fully totally partly half in_fact here's
z: really actually truly rly realy rlly reallly actualy for_real fr genuinely
AN: ain't aint
BN: isn't isnt
N: not no never n't
G: messages message chats account page profile dms dm msgs msg responses response conversation
G: convo inbox accounts pages profiles
Y: automated automatic scripted generated auto canned copy_paste copy_pasted copypasted prewritten
Y: pre_written autogenerated auto_generated preprogrammed templated ai_written auto_reply autoreply
Y: automated_reply auto_replies automatic_reply automatically bot_generated
L: sound sounds feels seems seem looks_like look_like acts act talk_like talks_like type_like
L: text_like sounding giving read_like smells
E: here there on_here out_there
i: behind this_screen the_other_end on_the_other_end on_the_other_side on_this_end on_the_keyboard
i: behind_the_screen behind_this_screen behind_the_account behind_this_account at_the_keyboard
i: behind_the_keyboard on_your_end on_the_other_end_of_this behind_it on_the_line behind_all_this
i: behind_these_messages behind_this_profile behind_the_messages
h: is_there there_is there's theres there_really_is is_there_even are_there
v: exist existing
w: to with
q: which
e: me us
u: use using used
t: too as_well same
c: because cuz bc coz cause since and but n if when as although cos
b: by from
d: do does did dont doesn't don't can could
y: your
x: such
p: pay paying paid
J: in_bed in_the_bedroom in_the_sack at_work gym in_the_kitchen workout workouts on_the_field
J: on_the_court in_the_gym at_the_gym reps
%: right aren't_you arent_you isn't_it isnt_it innit huh yeah correct am_i_right ain't_you amirite
%: isn't_she eh y/n yes_or_no
""",
    "es": """
B: ser son es sera seria sea ez esta
C: ojazos culazo tetazas curvas pelo piel cuerpo cuerpazo guapa preciosa hermosa ojos culo tetas
C: bella sonrisa cara linda rica buena angel buenorra bonita diosa perfecta
L: suena_a_que me_suena huele_a suenas suena pareces hablas_como escribes_como respondes_como huele
X: aspirador de_cocina
T: contestador_automatico contestador ia i.a inteligencia_artificial robots algoritmo
T: asistente_virtual bots ias
W: leyendo gestionada administrada manejada gestionan escribe escriben responde responden contesta
W: contestan escribir responder contestar escribiendo respondiendo contestando lleva maneja manejan
W: gestiona redacta lee escribio teclea atiende
g: de_las_fotos en_las_fotos de_los_videos
wU: contigo por_ti en_tu_lugar en_vez_de_ti por_vos
f: hecha puto puta maldito pinche jodido un_simple serio un una el la los las de muy solo
f: simplemente jaja oye a por_favor porfa perdona disculpa acaso pues entonces bueno che wey neta
f: venga va ahora todo del amor ya cmq ademas mero mera sinceramente solamente nada_mas puro pura
f: siendo
UA: estas eres sos ers eress herez eris seras erees
U: tu vos usted uste vosotros ustedes ella
A: sois
D: esto eso este lo
I: yo
Im: estoy toy
IK: hablo chateo converso platico
K: hablando chateando charlando platicando conversando
k: hablar chatear
M: maquina programa ordenador computadora compu software automata
R: real human humana humano verdadera autentica de_carne_y_hueso hecha_de_carne_y_hueso reales vdd
R: alguien_de_verdad de_a_de_veras humanos
Z: de_verdad de_vdd
aR: la_verdadera la_real
P: persona ser_humano gente personas
H: chica mujer tia muchacha hombre tio senora morra mina chava
F: falsa falso fake estafa estafador estafadora fraude impostora perfil_falso
UW: escribes respondes contestas lees escribis tecleas contestais respondeis
Q: quien kien qien quienes
O: otra_persona otro alguien_mas agencia manager equipo empleado empleada asistente empresa un_tio
O: un_tipo algun_tio secretaria otra_chica representante otra un_empleado community_manager
O: trabajador tu_novio tu_marido un_asistente tu_equipo
n: alguien algn
S: misma mismo personalmente en_persona
US: tu_misma tu_mismo vos_misma vos_mismo tu_propia
o: o
V: demuestrame demuestra demostrar prueba pruebame dime dimelo di jura jurame saber sepa se admite
V: admitelo confiesa reconoce verifica confirma confirmame asegurame prometeme promete veo sera_que
V: no_se_si creo seguro segura pienso asi_veo segurisimo apuesto parece_que supongo me_da
z: realmente en_verdad en_serio en_realidad verdaderamente literalmente
N: no nunca tampoco
G: mensajes mensaje respuestas respuesta chat cuenta perfil conversacion msjs msj pagina
Y: automatico automatica automaticos automaticas automatizado automatizada automatizados generado
Y: automatizadas generados programado programados predeterminada copiado predefinido robotizado
E: ahi aqui alla
i: detras al_otro_lado detras_de_esto detras_de_la_pantalla del_otro_lado detras_de_este_perfil
i: detras_de_esta_cuenta detras_de_la_cuenta al_otro_lado_de_la_pantalla
h: hay existe_alguien
v: existes existis
w: con
q: que la_que el_que q k
e: me nos
u: usas utilizas usan usais utilizan
t: tambien
c: porque pero y si pq xq como
b: por desde
y: tus
p: pagar
J: en_la_cama cama en_el_gym gimnasio en_el_gimnasio en_el_trabajo gym
%: verdad a_que_si cierto a_que_no eh verda true
""",
    "pt": """
B: ser sao e eh seria ta esta
C: curvas pele cabelo corpo linda gostosa olhos sorriso bunda peitos perfeita corpao anjo
C: maravilhosa deusa bonita
X: aspirador
T: atendente_virtual secretaria_eletronica ia i.a inteligencia_artificial robo robos robozinho
T: assistente_virtual algoritmo bots
W: lendo gerida gerenciada administrada escreve escrevem responde respondem digita digitando
W: escrevendo respondendo escrever responder manda_as_mensagens cuida administra le escreveu atende
g: das_fotos nas_fotos dos_videos
wU: contigo com_vc por_ti por_vc no_teu_lugar no_seu_lugar por_voce
L: cara_de com_cara_de ta_com_cara_de jeito_de tem_cara_de parece parecendo pareces soa
L: ta_parecendo cheira
f: feita maldito so_mais um uma uns o a os as so apenas kkk la tipo meio ai tudo de desculpa oi
f: so_pra_saber mano cara amor gata sinceramente hj agora entao por_favor pfv da pra algum alguma
f: serio pura puro pro todo toda
U: voce vc tu ce c voces vcs oce vose vse ti ela
A: es
D: isso isto esse este isso_aqui isto_aqui
I: eu
Im: estou to tou toh
IK: falo converso
k: falar conversar
K: falando conversando papeando teclando a_falar a_conversar batendo_papo
M: maquina programa computador software automato
R: real humana humano verdadeira verdadeiro de_carne_e_osso autentica reais humanos
Z: de_verdade de_vdd vdd
aR: a_verdadeira
P: pessoa gente ser_humano pessoas
H: mulher garota menina moca homem rapariga mina
F: falsa falso fake golpe golpista perfil_falso fraude impostora
UW: respondes escreves
Q: quem
O: outra_pessoa outra agencia manager equipe equipa assessor assessora empresario funcionario
O: secretaria empresa algum_cara um_cara funcionaria empregado outro alguem_mais terceiros
O: seu_namorado seu_marido um_funcionario alguma_agencia
n: alguem algm
S: mesma mesmo propria proprio pessoalmente msm em_pessoa
US: tu_propria voce_mesma vc_msm tu_mesma voce_mesmo
o: ou
V: prova provar prove provas me_prova jura saber sei fala_a_verdade me_diz diz admite confessa
V: confirma verifica sera sera_que acho serase sera_se aposto promete certeza garante quero_saber
V: me_fala assume
z: realmente na_verdade de_fato verdadeiramente literalmente
N: nao n nunca naum
G: mensagens mensagem respostas resposta chat conta perfil conversa msg msgs pagina
Y: automatica automatico automaticas automatizado automatizada automaticos gerado gerada programada
Y: automatizadas programadas copiado pronta prontas
E: aqui ali
i: por_tras do_outro_lado atras por_tras_dessa_conta por_tras_disso atras_da_tela por_tras_da_tela
i: por_tras_desse_perfil do_outro_lado_da_tela por_detras
h: tem ha existe_alguem tem_mesmo
v: existe existes
w: com
q: que q
e: me nos a_gente comigo
u: usa usam usas utiliza utilizam
t: tambem tbm tb
c: porque mas se pq como
b: por
y: seus seu sua
J: na_cama academia na_academia no_trabalho
%: ne certo hein verdade nao_e_mesmo
""",
    "de": """
C: augen kurven haare haut korper sexy heiss hubsch figur arsch po traum perfekt lacheln
C: wunderschon schone engel
V: sicher weis gib_zu beweis beweise weiss woher schwor schwore sag zeig zugeben versprich glaub
V: glaube denke beweisen vermute wette bestatige schwoer wissen verifizier ehrlich wetten
V: frage_mich
Uv: gibt_es_dich gibts_dich
X: staubsauger
T: anrufbeantworter ki k.i ai kuenstliche_intelligenz kunstliche_intelligenz
T: kunstlichen_intelligenz robo roboter bots chatroboter kuenstlichen_intelligenz sprachmodell
T: virtuelle_assistentin algorithmus
W: verwaltet schreibt schreiben antwortet antworten tippt tippen beantwortet schreibst antwortest
W: tippst betreut macht_das bedient liest am_schreiben verfasst schreibste antworteste betreibt
W: schickt
i: hinter dahinter am_anderen_ende hinter_dem_bildschirm auf_der_anderen_seite
i: hinter_diesem_account hinter_dem_account hinter_dem_profil hinter_diesem_profil
g: auf_den_fotos auf_den_bildern aus_den_fotos in_den_fotos
w: fur fuer mit nach
U: dich du's dus du ihr sie dir euch
wU: an_deiner_stelle fur_dich statt_dir fuer_dich
f: wie scheiss verdammter blode ein eine einem einer nen ne ner n nem einen so mal doch ja
f: eigentlich gerade grad uberhaupt etwa nur bloss halt eh denn alles alle jetzt bitte hey
f: vielleicht etwas nun schon sorry lieber irgendein irgendeine irgendwie ganz am_ende am voll
f: total ueberhaupt komplett ma nh einfach wohl
A: bist seid bisst bisd bis bischt
AUD: bist_du's bist_dus bist_du_das bist_du_es
AU: biste bistn bissu bistu bisste bisdu bistdu
B: ist sind is
D: das dies dieses es dit
DB: das_ist dis
BD: ist_das isdas
I: ich
m: bin
Im: ich_bin
IU: ich_mit_dir
k: reden sprechen chatten
K: rede schreibe schreib spreche chatte sprech red unterhalte
M: maschine programm computer software automat rechner
Z: echt
aR: die_echte der_echten
R: echte echter echtes echten real reale realer richtige richtiger richtig menschlich richtigen
R: aus_fleisch_und_blut lebendig wirkliche echtem wer_echtes jemand_echtes
P: mensch person menschen leute mench menschliches_wesen
H: frau madchen mann typ kerl maedchen tussi weib
F: fake faker fakes fakeprofil betruger scam unecht gefaked
Q: wer wem
O: jemand_anders jemand_anderes wer_anders jemand_andrer agentur manager team assistent assistentin
O: mitarbeiter angestellter irgendein_typ irgendein_kerl ghostwriterin wer_anderes anderer
O: irgendwer mitarbeiterin sekretarin nen_typ ein_typ dein_freund dein_mann jmd_anders eine_andere
n: jemand jemanden jmd
S: selber selbst personlich hochstpersonlich persoenlich selba
o: oder
z: wirklich tatsachlich wahrhaftig tatsaechlich in_wirklichkeit
N: nicht kein keine keinen keiner nich net
G: nachrichten nachricht antwort chat account profil konto seite texte msgs
Y: automatisch automatische automatisiert automatisierte generiert vorgefertigt vorgefertigte
Y: programmiert automatischen computergeneriert vorgeschrieben
L: klingt klingst wirkst wirkt klingt_nach klingst_wie klingt_wie schreibst_wie liest_sich
L: riecht_nach hort_sich fuhlt_sich kommst_mir_vor
E: da hier dort dran
h: sitzt steckt gibt_es gibts ist_da is_da ist_hier sind_da ist_da_uberhaupt
v: existierst existiert
q: dass die der welche
e: mir mich uns
u: benutzt verwendest nutzt
t: auch
c: weil und aber wenn damit
b: von per durch
y: deine dein deinen
J: im_bett in_der_kuche im_gym gym im_fitnessstudio bett auf_arbeit
%: stimmts nicht_wahr gell wa oder_nicht
""",
    "fr": """
B: etre sont soit est
C: courbes cheveux peau corps belle sexy jolie yeux sourire fesses canon bonne reve parfaite bombe
C: magnifique seins sublime ange mignonne deesse
V: sure prouve prouver prouve_moi preuve jure dis avoue sais savoir sache dis_moi promets confirme
V: verifie crois pense parie assure admets sur_que verifier
L: ressemble_a impression fait sonne ressembles ressemble parles_comme ecris_comme on_dirait parait
L: fais
X: aspirateur
T: repondeur repondeur_automatique robo chatteur chatteurs ia i.a intelligence_artificielle
T: l'intelligence_artificielle robots robote une_ai algorithme assistant_virtuel
T: assistante_virtuelle
W: lisent lisant geree gere ecrit ecrivent repond repondent tape ecrire repondre tapes gerent
W: redige repondez ecrivez lit repons
g: des_photos sur_les_photos des_videos de_tes_photos
w: pour a avec
wU: a_ta_place pour_toi
f: comme faite tres en_train_de putain_de foutu sale un une le la les l un' de d du des trop super
f: juste mdr alors genre bah ben stp svp serieux serieusement est_ce_que esce_que esque est-ce_que
f: tout j'espere desole euh en franchement carrement simplement donc bb cheri cherie encore en_fait
f: bref espece sorte petit petite
BD: est_ce
h: il_y_a y_a y'a ya y_a-t-il
Im: jsuis je_suis chuis
U: tu toi vous t_u elle
A: es etes
UA: t'es tes t tu_es t'est tu_est
D: ca ce cela ceci
DB: c'est c cest sest ce_sont
I: je j j'ai
m: suis
IK: j'ecris jecris
K: parle discute cause chatte converse
k: parler discuter
M: machine programme ordi ordinateur logiciel automate pc
R: reelle reel humaine humain vraie vrai vrais reele relle umaine reelles authentique vivante
R: en_chair_et_en_os de_chair_et_d'os de_chair_et_d_os de_chair humains
aR: la_vraie
Z: pour_de_vrai
P: personne etre_humain gens personnes
H: fille femme meuf nana mec homme gars go
F: fake faux fausse arnaque arnaqueur faux_profil bidon brouteur fausse_fille
UW: reponds ecris
Q: qui
O: quelqu'un_d'autre quelqu_un_d_autre qqn_d'autre qqun_d'autre agence manager equipe employe
O: assistante assistant employee une_autre un_autre une_autre_personne un_mec un_type un_employe
O: secretaire ton_mec ton_mari un_gars autre_personne
n: quelqu'un qqn qqun quelquun
US: toi_meme vous_meme
S: elle_meme personnellement en_personne
o: ou
z: vraiment bien reellement vraimen vrmt vrmnt
N: pas pa non jamais
G: messages message reponses reponse compte profil chat conversation msg page
Y: automatique automatiques automatise automatises automatisee generes genere preecrits preecrit
Y: copier_coller automatisees automatiquement
E: ici
i: derriere derriere_l'ecran en_face de_l'autre_cote derriere_cet_ecran derriere_l_ecran
i: de_l'autre_cote_de_l'ecran derriere_ce_compte derriere_ce_profil derriere_tout_ca
v: existes
q: que qu' ke
e: me m'e moi m
u: utilises utilisez
t: aussi
c: parce et mais car si pcq quand
b: par
y: ton
J: au_lit a_la_salle salle au_boulot
%: hein n'est_ce_pas nan c'est_ca pas_vrai
""",
    "it": """
B: essere sono e sia e' sarebbe
V: sicura sicuro dimostrami dimostra prova provami giura giurami dimmi ammetti ammettilo so capisco
V: sapere sappia confessa verifica conferma credo scommetto prometti faccio_a_sapere secondo_me
V: penso immagino verificare
C: capelli pelle fisico corpo bella bellissima occhi culo tette sorriso sexy bona sogno perfetta
C: curve gnocca stupenda angelo dea
L: mi_sa mi_sa_di sembri sembra suoni parli_come scrivi_come pare
X: aspirapolvere
T: segreteria segreteria_automatica segreteria_telefonica ia i.a intelligenza_artificiale un'ia
T: un'ai un_ai un_intelligenza_artificiale robottino algoritmo un'intelligenza_artificiale
T: l'intelligenza_artificiale assistente_virtuale una_ia
W: legge leggendo gestito scrive scrivono risponde rispondono scrivere rispondere rispondendo
W: gestisce digita gestiscono
g: delle_foto nelle_foto dei_video
w: per con
wU: al_posto_tuo per_te al_tuo_posto
f: come fatta maledetto cazzo_di sta un una il la lo gli le un' dei delle di solo soltanto ma dai
f: allora cmq comunque scusa scusami pero tutto tutti a tesoro amore beh boh senti ehi per_favore
f: magari sinceramente semplicemente una_specie specie ora adesso mica
U: tu te voi lei
UAR: sei_vero 6_vero
UA: sei 6 siete ssei seii
D: questo questa cio quello
I: io
Im: sto
IK: parlo chatto
k: parlare chattare
K: parlando chattando scrivendo messaggiando conversando
M: macchina programma computer software automa pc
aR: la_vera
R: reale vera umana umano autentica in_carne_e_ossa in_carne_ed_ossa veri umani
P: persona essere_umano gente persone
H: ragazza donna uomo tipo tipa ragazzo
F: finta finto falsa falso fake truffa truffatore truffatrice profilo_falso profilo_finto
UW: scrivi rispondi
Q: chi
O: qualcun_altro qualcun'altro un_altro altra_persona agenzia un'agenzia manager team dipendente
O: assistente un_tizio un_tipo azienda un'altra_persona un_altra_persona segretaria collaboratore
O: un'assistente un_agenzia qualcuno_altro il_tuo_ragazzo tuo_marito
n: qualcuno
US: tu_stessa tu_stesso
S: stessa stesso personalmente in_persona di_persona
o: o oppure
z: davvero veramente realmente proprio sul_serio effettivamente
N: non nn no
G: messaggi messaggio risposte risposta chat account profilo conversazione pagina
Y: automatico automatica automatici automatiche automatizzato generati preimpostati generato
Y: programmate programmata preimpostate copia_incolla automatizzati
E: li qui qua
i: dietro dall'altra_parte dall_altra_parte dietro_lo_schermo dietro_a_questo dietro_a_tutto
i: dietro_questo_profilo dietro_questo_account
h: c_e c'e ce c'e_davvero ci_sono
v: esisti
q: che
e: mi me ci
u: usi usate
t: anche
c: perche se cosi
b: da al_posto
y: tuo tuoi
J: a_letto palestra in_palestra letto in_ufficio
%: vero eh giusto nevvero
""",
}
