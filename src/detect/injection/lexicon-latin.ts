/** Words of the concepts in languages of the Latin script, one list a language; accents are folded away. */
export const latinWords = `
# French
IGNORE ignor- oubli- ne_tiens_pas ne_tenez_pas ne_tiens_plus tiens_plus_compte fais_abstraction faites_abstraction abandonn- laisse_tomber laissez_tomber négligez neglige mets_de_cote ecarte- ne_respecte_plus ne_suis_pas
OVERRIDE contourn- outrepass- desactiv- annule- supprime- passe_outre
INSTR instruction- consigne- directive- ordre ordres commande- indications ce_qu'on_t'a_dit on_t'a_dit on_vous_a_dit
RULE regle- restriction- limite limites contrainte- filtre- politique- limitation-
PREV precedent- anterieur- ci-dessus ci_dessus plus_haut jusqu'ici jusqu'a_present initial- auparavant
ALLW tout toute tous toutes ensemble
REVEAL revele- divulgu- devoile- trahi-
SHOW dis-moi dites-moi dis dites donne- montre- affiche- imprime- partage- communique- fournis- indique- confirme- liste- enonce
REPEAT repete- recopie- recite- mot_pour_mot
WRITE ecris- ecrire ecrivez epelle- encode- code_en redige- cache-
PASSWORD mot_de_passe mots_de_passe code_d'acces cle_secrete mot_secret code_secret phrase_secrete code_confidentiel cle_d'acces
SECRET secret- confidentiel- prive- cache
SYSTEM systeme
PROMPT prompt- invite_systeme message_systeme
USERX l'utilisat- utilisat- d'utilisateur client_actuel
PERSONAL adresse telephone courriel e-mail numero naissance habite né vit date_de_naissance salaire ville lieu domicile residence
YOU tu vous toi
YOUR ton ta tes votre vos
ME moi je me j'ai
MY mon ma mes
ACT agis agissez fais_semblant faites_semblant joue_le_role jouez_le_role comporte-toi incarne- imagine_que_tu imaginez_que_vous tu_es_maintenant vous_etes_maintenant
NORULES sans_restriction sans_aucune_restriction sans_limite sans_limites sans_aucune_limite sans_regle sans_regles sans_aucune_regle aucune_restriction aucune_regle sans_filtre non_censure
MODE mode
DEBUG debogage developpeur administrateur maintenance mise_a_jour_du_systeme
ROLECLAIM je_suis_l' je_suis_le je_suis_la je_suis_un je_suis_une en_tant_que policier president patron
HYPO hypothe- imagin- suppos- scenario et_si fiction fictif si_tu_pouvais si_tu_devais
NOW maintenant desormais a_partir_de_maintenant dorenavant
NEW nouveau nouvelle- nouveaux
MODEL ia assistant chatbot modele robot
ANSWER reponse- reponds repondez
INCLUDE ajoute- inclus inclure incluez insere- mentionne- incorpore-
SEND envoie- envoyer envoyez transfere- publie-
DELETE efface-
DONT ne_pas jamais ne_jamais
HOW comment
WHY pourquoi
WHATIS quel quelle quels quelles qu'est-ce que
WHERE ou quand qui
CANYOU peux-tu pouvez-vous pourrais-tu pourriez-vous
CANI puis-je est-ce_que dois-je
PLEASE s'il_te_plait s'il_vous_plait
DECODE decode- dechiffr- decrypt- traduis- tradui-
POEM poeme histoire chanson lettre acrostiche
COMBINE combine- concatene- chaine- partie_1
REVERSE a_l'envers inverse- lettre_par_lettre premiere_lettre
# German
IGNORE ignorier- vergiss vergesst vergessen_sie missacht- beachte_nicht lass_alle lege_alle lass_alles uberseh- verwirf leg_deine nicht_mehr_beachten halte_dich_nicht befolge_nicht
OVERRIDE umgeh- uberschreib- deaktivier- ausser_kraft schalte_ab ausschalten
INSTR anweisung- instruktion- vorgabe- befehl- richtlinie- anleitung- auftrag gesagt_wurde
RULE regel regeln beschrankung- einschrankung- limit grenzen filter vorschrift- restriktion-
PREV vorherig- bisherig- obig- oben vorig- fruher- bis_jetzt bisher vorangeh- ursprunglich- vorher zuvor
ALLW alle alles samtliche ganze
REVEAL verrat- enthull- offenbar- preisgeb- verrate gib_preis gebe_preis leg_offen
SHOW sag sage sagen zeige zeig nenn- gib gebe druck- ausgeb- teile teil_mir mitteilen liste bestatig- anzeigen ausgabe
REPEAT wiederhol- wortlich
WRITE schreib- buchstabier- kodier- codier- verfass- versteck-
PASSWORD passwort- kennwort- zugangscode geheimcode schlusselwort geheimwort geheime_wort geheimer_schlussel geheimen_schlussel vertraulicher_code geheimschlussel passphrase losungswort zugriffscode
SECRET geheim- vertraulich- geheimnis-
SYSTEM system- systemprompt
PROMPT prompt- systemprompt- systemnachricht- eingabeaufforderung
USERX nutzer- benutzer- kunde kunden anwender-
PERSONAL adresse telefon- e-mail- geburtsdatum geboren wohnt wohnort gehalt nummer geburtstag alter stadt
YOU du dich dir sie ihnen
YOUR dein- ihre ihren
ME ich mir mich
MY mein-
ACT tu_so_als tue_so verhalt- spiel_die_rolle spiele_die_rolle stell_dir_vor_du stell_dir_vor,_du du_bist_jetzt agier- handle_als ab_jetzt_bist_du schlupf-
NORULES ohne_regeln ohne_einschrankung- ohne_beschrankung- keine_regeln keine_einschrankungen keine_beschrankungen ohne_filter unzensiert ohne_grenzen uneingeschrankt- keinerlei
MODE modus
DEBUG debug-modus debugmodus entwickler- wartung- administrator- systemaktualisierung entwicklermodus fehlersuch-
ROLECLAIM ich_bin_der ich_bin_die ich_bin_ein ich_bin_eine als_dein als_ihr polizist polizei chef prasident
HYPO hypothet- angenommen stell_dir_vor stellen_sie_sich_vor szenario fiktiv- was_ware wenn_du_konntest falls
NOW jetzt nun ab_jetzt ab_sofort von_nun_an
NEW neue neuen neuer neues
MODEL ki assistent- chatbot- sprachmodell- roboter
ANSWER antwort-
INCLUDE fuge_hinzu hinzufug- erwahn- einfug- baue_ein
SEND sende- schick- weiterleit- veroffentlich-
DELETE losch- entfern-
DONT nicht nie niemals
HOW wie
WHY warum wieso
WHATIS was welche- wie_lautet wie_heisst
WHERE wo wann wer
CANYOU kannst_du konnten_sie konntest_du konnen_sie
CANI kann_ich darf_ich soll_ich muss_ich darf_man kann_man
PLEASE bitte
DECODE entschlussel- dekodier- decodier- ubersetz-
POEM gedicht geschichte lied brief
COMBINE kombinier- verbinde- verkett- zusammenfug- setze_zusammen teil_1
REVERSE ruckwarts umgekehrt buchstabe_fur_buchstabe anfangsbuchstab-
# Spanish
IGNORE ignor- olvid- haz_caso_omiso no_hagas_caso no_tengas_en_cuenta desatiend- descart- abandon- deja_de_lado pasa_por_alto omite omita no_sigas deja_de_seguir
OVERRIDE salta- evade- elud- desactiv- anula- sortea- deshabilit-
INSTR instruccion- indicacion- orden ordenes directri- directiv- consign- comando- te_dijeron te_han_dicho
RULE regla- restriccion- limite- limitacion- filtro- norma- politica-
PREV anterior- previa- previo- arriba hasta_ahora precedente- inicial- antes
ALLW todo toda todos todas cualquier-
REVEAL revel- divulg- desvel- descubre
SHOW dime diga dígame da dame deme muestra- muestre- imprim- comparte- indica- proporcion- confirma- cuentame ensename lista
REPEAT repit- repet- palabra_por_palabra recita-
WRITE escrib- deletre- codific- redact- esconde-
PASSWORD contrasena- clave_secreta palabra_secreta codigo_de_acceso codigo_secreto codigo_confidencial palabra_clave clave_de_acceso frase_secreta
SECRET secret- confidencial- privad- oculta-
SYSTEM sistema
PROMPT prompt- mensaje_del_sistema
USERX usuari- del_cliente el_cliente
PERSONAL direccion telefono correo nacimiento nacio vive reside salario ciudad numero domicilio cumpleanos edad
YOU tu eres usted ti te
YOUR tus su sus
ME yo mi me necesito quiero
MY mis mio
ACT actua- finge- finja- haz_de_cuenta simula- comportate interpreta- ahora_eres imagina_que_eres haz_el_papel asume_el_papel
NORULES sin_restriccion- sin_limite- sin_regla- sin_ninguna_restriccion sin_filtro- sin_limitacion- no_tienes_restricciones no_tienes_reglas sin_censura ninguna_restriccion sin_normas
MODE modo
DEBUG depuracion desarrollador administrador mantenimiento actualizacion_del_sistema
ROLECLAIM soy_el soy_la soy_un soy_una como_tu policia presidente jefe
HYPO hipotet- imagin- supon- escenario fictici- y_si si_pudieras
NOW ahora a_partir_de_ahora de_ahora_en_adelante desde_ahora
NEW nuevo nueva nuevos nuevas
MODEL ia asistente chatbot modelo robot
ANSWER respuesta- respond-
INCLUDE agreg- anad- inclu- insert- mencion-
SEND envi- mand- reenvi- publica- transfier-
DELETE borr- elimin-
DONT no nunca jamas
HOW como
WHY por_que
WHATIS que cual cuales
WHERE donde cuando quien
CANYOU puedes podrias puede_decirme podria
CANI puedo debo se_puede
PLEASE por_favor
DECODE decodific- descifr- descodific- traduce- traduzca-
POEM poema cuento historia cancion carta
COMBINE combin- concaten- cadena- junta- parte_1
REVERSE al_reves invers- letra_por_letra primera_letra
# Italian
IGNORE ignor- dimentic- non_considerare trascur- scord- tralasci- non_tener_conto non_tenere_conto abbandon- lascia_perdere lascia_stare metti_da_parte non_seguire
OVERRIDE aggir- scavalc- disattiv- annulla- disabilit- elud- bypassa-
INSTR istruzion- direttiv- ordin- indicazion- comand- linee_guida ti_e_stato_detto ti_hanno_detto
RULE regol- restrizion- limit- filtr- vincol- norm-
PREV precedent- sopra finora fino_ad_ora anteriori iniziali prima
ALLW tutto tutta tutti tutte qualsiasi ogni
REVEAL rivel- svel- divulg-
SHOW dimmi dammi mostra- stampa- visualizza- condividi- indica- fornisci- conferma- elenca- mostrami dici
REPEAT ripet- parola_per_parola recita-
WRITE scriv- compita- codific- componi- nascondi-
PASSWORD password parola_d'ordine codice_di_accesso parola_segreta chiave_segreta codice_segreto codice_riservato codice_d'accesso
SECRET segret- riservat- confidenzial- privat-
SYSTEM sistema
PROMPT prompt messaggio_di_sistema
USERX utent- l'utent- dell'utent- del_cliente
PERSONAL indirizzo telefono nascita nato nata abita vive residenza stipendio citta numero compleanno email
YOU tu sei voi ti
YOUR tuo tua tuoi tue
ME io mi
MY mio mia miei mie
ACT fingi- comportati agisci interpreta- recita_la_parte immagina_di_essere ora_sei simula- fai_finta
NORULES senza_restrizion- senza_regole senza_limit- senza_alcuna_restrizione senza_filtr- nessuna_restrizione nessuna_regola senza_censura senza_vincoli
MODE modalita
DEBUG debug sviluppator- amministrator- manutenzione aggiornamento_del_sistema
ROLECLAIM sono_il sono_l' sono_un sono_una come_tuo poliziotto presidente capo in_qualita_di
HYPO ipotet- immagin- suppon- scenario ipotesi fittizi- se_potessi
NOW ora adesso d'ora_in_poi da_ora
NEW nuov-
MODEL ia assistente chatbot modello robot
ANSWER rispost- rispond-
INCLUDE aggiung- includ- inserisc- menzion-
SEND invia- manda- inoltra- pubblica-
DELETE cancell- elimin-
DONT non mai
HOW come
WHY perche
WHATIS cosa quale quali qual che
WHERE dove quando chi
CANYOU puoi potresti potete
CANI posso devo si_puo
PLEASE per_favore per_piacere
DECODE decodific- decifr- traduc-
POEM poesia storia canzone lettera
COMBINE combin- concaten- unisci- stringa parte_1
REVERSE al_contrario rovesc- invers- lettera_per_lettera
# Portuguese
IGNORE ignor- esquec- desconsider- nao_leve_em_conta nao_considere abandon- deixe_de_lado desrespeit- nao_siga descart-
OVERRIDE contorn- burl- desativ- anul- sobrescrev-
INSTR instruc- instruco- diretri- ordem ordens comando- orientac- te_disseram lhe_disseram foi_dito
RULE regra- restric- limitac- limite- filtro- norma- politica-
PREV anterior- previa- previo- acima ate_agora ate_aqui inicia- antes
ALLW tudo todo toda todos todas qualquer
REVEAL revel- divulgu-
SHOW diga me_diga diz me_diz mostre mostra exib- imprim- compartilh- partilh- forne- informe conte_me me_conte confirme me_de de_me me_fale fale liste
REPEAT repita- repet- palavra_por_palavra
WRITE escrev- solet- codifi- redij- esconda
PASSWORD senha senhas palavra-passe palavra_passe palavra_secreta chave_secreta codigo_de_acesso codigo_secreto codigo_confidencial palavra-chave
SECRET secret- segred- confidencia- privad-
SYSTEM sistema
PROMPT prompt mensagem_do_sistema
USERX usuari- utilizador- do_cliente
PERSONAL endereco telefone nascimento nasceu mora vive reside salario cidade numero aniversario morada
YOU voce tu ti
YOUR seu sua seus suas teu tua teus tuas
ME eu me mim preciso quero
MY meu minha meus minhas
ACT finja- aja atue- comporte-se simule- imagine_que_voce voce_e_agora agora_voce_e interprete- faca_de_conta
NORULES sem_restric- sem_limite- sem_regra- sem_nenhuma_restricao sem_filtro- sem_censura nenhuma_restricao sem_limitac-
MODE modo
DEBUG depuracao desenvolvedor administrador manutencao atualizacao_do_sistema
ROLECLAIM sou_o sou_a sou_um sou_uma como_seu policial presidente chefe
HYPO hipotet- imagin- suponha- cenario ficticio e_se se_voce_pudesse
NOW agora a_partir_de_agora de_agora_em_diante
NEW novo nova novos novas
MODEL ia assistente chatbot modelo robo
ANSWER resposta- respond-
INCLUDE adicion- inclu- insir- mencion- acrescent-
SEND envi- mand- encaminh- publiqu-
DELETE apag- exclu- elimin- delet-
DONT nao nunca jamais
HOW como
WHY por_que
WHATIS qual quais que o_que
WHERE onde quando quem
CANYOU voce_pode pode_me poderia pode_dizer
CANI posso devo
PLEASE por_favor
DECODE decodifi- decifr- descodifi- traduz-
POEM poema historia musica conto carta
COMBINE combin- concaten- junte- parte_1
REVERSE de_tras_para_frente ao_contrario invers- letra_por_letra
# Dutch
IGNORE negeer negeren vergeet let_niet veronachtza- sla_over laat_los sla_geen_acht leg_naast volg_niet
OVERRIDE omzeil- overschrijf- schakel_uit
INSTR instructie- aanwijzing- opdracht- richtlijn- bevel bevelen is_verteld
RULE regel regels beperking- limiet- filter- restrictie- grenzen
PREV vorige voorgaande bovenstaande eerdere hierboven tot_nu_toe voorafgaande oorspronkelijke
ALLW alle alles elke
REVEAL onthul- verklap- verraad openbaar maak_bekend
SHOW vertel zeg geef toon laat_zien print deel bevestig noem
REPEAT herhaal- woord_voor_woord
WRITE schrijf- spel codeer-
PASSWORD wachtwoord- toegangscode geheime_code geheime_sleutel geheime_woord vertrouwelijke_code
SECRET geheim- vertrouwelijk-
SYSTEM systeem-
PROMPT prompt systeemprompt systeembericht
USERX gebruiker- klant
PERSONAL adres telefoon- geboren geboortedatum woont e-mail- salaris woonplaats
YOU jij je u
YOUR jouw uw
ME ik mij
MY mijn
ACT doe_alsof gedraag speel_de_rol stel_je_voor_dat_je je_bent_nu
NORULES zonder_regels zonder_beperking- geen_regels geen_beperkingen zonder_filter- ongecensureerd
MODE modus
DEBUG debugmodus debug ontwikkelaar- beheerder onderhoud systeembeheerder
ROLECLAIM ik_ben_de ik_ben_een als_je politie- baas
HYPO hypothet- stel_je_voor stel scenario fictie- denkbeeldig-
NOW nu vanaf_nu voortaan
MODEL ai assistent taalmodel
ANSWER antwoord-
INCLUDE voeg_toe vermeld-
SEND stuur verstuur- verzend-
DELETE verwijder- wis
DONT niet nooit
HOW hoe
WHY waarom
WHATIS wat welk welke
WHERE waar wanneer wie
CANYOU kun_je kan_je kunt_u zou_je
CANI kan_ik mag_ik moet_ik
PLEASE alsjeblieft alstublieft graag
DECODE ontcijfer- decodeer- vertaal
POEM gedicht verhaal lied
COMBINE combineer- voeg_samen
REVERSE achterstevoren omgekeerd
# Swedish Danish Norwegian
IGNORE ignorer- glom glem strunta_i bortse se_bort bry_dig_inte bry_dig inte_folja tilsidesaet- bry_deg_ikke ikke_folg
OVERRIDE kringga- omga- asidosatt- stang_av tilsidesaett-
INSTR instruktion- instruks- anvisning- order direktiv- anvisningar retningslinj- riktlinj- ordrer
RULE regler regel regn begransning- restriktion- begraens- begrens- filter-
PREV tidigare foregaende ovanstaende ovan hittills tidligere foregaaende ovenstaende ovenfor hidtil forrige hittil foran
ALLW alla allt alle alt hela hele
REVEAL avsloja- roja- afslor- avslor- rober-
SHOW beratta visa skriv_ut ge sag fortael vis udskriv giv fortell gi si oppgi dela del
REPEAT upprepa- gentag- gjenta-
WRITE skriv- stava- stav- koda
PASSWORD losenord- adgangskode- passord- kodeord- hemliga_ordet hemlig_kod tilgangskode- atkomstkod- hemlig_nyckel hemmelige_kode adgangskoden hemliga_koden
SECRET hemlig- hemmelig- konfidentiel- fortrolig- konfidensiel-
SYSTEM system- systemet
PROMPT prompt- systemprompt- systemmeddeland- systembesked-
USERX anvandar- bruger- bruker- kunden
PERSONAL adress- telefon- fodd fodt foddes fodselsdato fodelsedatum bor e-post- mail- lon bopael
YOU du dig deg dere
YOUR din ditt dina dit dine
ME jag mig jeg mig meg
MY min mitt mina mit mine
ACT agera- lat_som spela_rollen opfor_dig lad_som spil_rollen lat_som tank_dig_att_du forestill_deg_at_du forestil_dig_at_du du_ar_nu du_er_nu
NORULES utan_regler utan_begransning- utan_restriktion- uden_regler uden_begraensning- uten_regler uten_begrensning- inga_regler ingen_regler ocensurerad-
MODE lage tilstand modus felsokningslage
DEBUG felsokning- utvecklar- administrator- underhall udvikler- vedligehold- vedlikehold utvikler- fejlfinding feilsoking-
ROLECLAIM jag_ar jeg_er som_din polis- politi- chef
HYPO hypotet- forestil- tank_dig forestill- scenari- anta
NOW nu na från_och_med_nu fra_nu_af fra_na_av fran_och_med_nu
MODEL ai assistent-
ANSWER svar svara svaret
SEND skicka- send-
DELETE radera- slet- slett- ta_bort
DONT inte ikke aldrig aldri
HOW hur hvordan
WHY varfor hvorfor
WHATIS vad vilk- hvad hva hvilk-
WHERE var nar vem hvor hvornar hvem nar
CANYOU kan_du
CANI kan_jag kan_jeg
PLEASE snalla vaer_venlig vennligst
DECODE avkod- dekrypter- dechiffrer- oversat- oversett-
POEM dikt digt historia historie berattelse
REVERSE baklanges baglaens baklengs
# Polish
IGNORE ignoruj- zignoruj- zapomnij zapomniec pomin- nie_zwazaj nie_zwracaj_uwagi porzuc- odrzuc- zlekcewaz- przestan_przestrzegac
OVERRIDE obejdz omin- wylacz- nadpisz uniewazn- obchodz-
INSTR instrukcj- polecen- wytyczn- rozkaz- wskazow- nakaz- ci_powiedziano
RULE zasad- regul- ograniczen- filtr- limit- restrykcj-
PREV poprzedn- powyzsz- powyzej wczesniej- dotychczas- dotad uprzedni- pierwotn-
ALLW wszystk- wszelki-
REVEAL ujawn- zdradz- wyjaw-
SHOW powiedz pokaz podaj wypisz wydrukuj wyswietl udostepnij- napisz_mi potwierdz
REPEAT powtorz- slowo_w_slowo
WRITE napisz- przeliteruj- zakoduj- ukryj-
PASSWORD haslo hasla haslem tajne_slowo tajny_klucz kod_dostepu tajny_kod poufny_kod tajnego_hasla
SECRET tajn- sekret- poufn-
SYSTEM system-
PROMPT prompt- komunikat_systemowy
USERX uzytkowni- klienta
PERSONAL adres- telefon- urodz- mieszka e-mail- numer zarobk-
YOU ty ciebie jestes cie
YOUR twoj- twoi- swoj- swoi-
ME mi mnie ja
MY moj- moi- moj
ACT udawaj- zachowuj_sie wciel_sie odgrywaj- wyobraz_sobie_ze_jestes wyobraz_sobie,_ze_jestes jestes_teraz dzialaj_jako
NORULES bez_zasad bez_ogranicz- bez_zadnych bez_regul bez_filtr- bez_cenzury zadnych_ograniczen
MODE tryb-
DEBUG debugowan- programist- administrator- konserwacj- deweloper- serwisow-
ROLECLAIM jestem jako_twoj policjant- prezydent- szef-
HYPO hipotet- wyobraz- zaloz- scenariusz- fikcyj- gdybys
NOW teraz od_teraz odtad
MODEL ai asystent- model_jezykowy chatbot-
ANSWER odpowied- odpowiada-
SEND wyslij- przeslij-
DELETE usun- skasuj-
DONT nie nigdy
HOW jak
WHY dlaczego
WHATIS jakie jaki jaka co ktore
WHERE gdzie kiedy kto
CANYOU czy_mozesz moglbys czy_moglbys
CANI czy_moge jak_moge
PLEASE prosze
DECODE odkoduj- rozszyfruj- zdekoduj- przetlumacz-
POEM wiersz- opowiadan- piosenk-
COMBINE polacz-
REVERSE od_tylu wspak na_odwrot odwrot-
# Czech Slovak
IGNORE ignoruj- zapomen- nevsimej- nedbej- opomin- opust- zabudn- nedodrzuj-
OVERRIDE obejdi obejit vypni- prepis-
INSTR instrukc- pokyn- prikaz- smernic- ti_rekli
RULE pravid- omezen- obmedzen- filtr- pravidl-
PREV predchoz- predchadz- vyse dosud dosavadn- drivejs- puvodn- doteraz
ALLW vsechn- vsetk- vse
REVEAL prozrad- odhal- prezrad- vyzrad-
SHOW rekni ukaz- vypis- zobraz- povez povedz daj dej sdel- sdilej
REPEAT opakuj- zopakuj-
WRITE napis- hlaskuj- zakoduj-
PASSWORD heslo hesla tajne_slovo tajny_klic pristupovy_kod pristupovy tajny_kod
SECRET tajn- duvern-
SYSTEM system-
USERX uzivatel- pouzivatel-
PERSONAL adres- telefon- naroz- bydli byva e-mail-
YOU ty jsi si
YOUR tvoj- tve tvuj sve svoj- svuj sva
ME mi mne
MY muj moje moj me
ACT predstirej- chovej_se hraj_roli predstavuj- jsi_ted
NORULES bez_pravid- bez_omezen- bez_obmedzen- zadna_pravidla
MODE rezim-
DEBUG laden- vyvojar- administrator- spravce udrzb-
ROLECLAIM jsem_ som_
HYPO hypotet- predstav- predpoklad-
NOW nyni od_ted odted teraz
ANSWER odpoved-
DONT ne nikdy
HOW jak ako
WHATIS jake jaky jaka co ake
WHERE kde kdy kdo
CANYOU muzes mozes
PLEASE prosim
DECODE dekoduj- desifruj- preloz-
POEM basen pribeh
REVERSE pozpatku
# Romanian
IGNORE ignor- uita nu_lua_in_seama nu_tine_cont lasa_deoparte renunta-
OVERRIDE ocol- dezactiv-
INSTR instructiun- indicati- ordin- ti_s-a_spus comenzi
RULE regul- restricti- limit- filtr-
PREV anterio- precedent- de_mai_sus pana_acum initial-
ALLW toate tot totul orice nimic
REVEAL dezvalui- divulga-
SHOW spune- spune-mi arata- arata-mi da-mi afis- tipar- ofera-
REPEAT repeta-
WRITE scrie-
PASSWORD parola parolei parole cod_secret codul_secret codul_de_acces cuvantul_secret cheia_secreta
SECRET secret- confidential-
SYSTEM sistem-
USERX utilizator-
PERSONAL adres- telefon- nascut locuieste nastere e-mail
YOUR ta tau tale
MY meu mea mele imi
ACT prefa-te pretinde- comporta-te esti_acum imagineaza-ti_ca_esti joaca_rolul
NORULES fara_restrict- fara_regul- fara_limit- nicio_regula
MODE mod modul
DEBUG depanar- dezvoltator- administrator- mentenanta intretiner-
ROLECLAIM sunt_ ca_sef politist
HYPO ipotetic imagineaza- presupun-
NOW acum de_acum
ANSWER raspun-
HOW cum
WHATIS care ce
WHERE unde cand cine
CANYOU poti ai_putea
PLEASE te_rog va_rog
DECODE decodific- descifr- tradu-
POEM poezie poveste
REVERSE invers
# Turkish
IGNORE yoksay- yok_say gormezden_gel- unut- goz_ardi_et- bir_kenara_birak- bosver- onemseme- dikkate_alma- birak- umursama-
OVERRIDE atla- gecersiz_kil- devre_disi- kapat- asm-
INSTR talimat- yonerge- komut- emir- direktif- soylenen-
RULE kural- kisitlama- sinirlama- filtre- limit-
PREV onceki- yukaridaki- yukarida simdiye_kadar daha_once bundan_once ilk
ALLW tum tumunu butun hepsini her her_seyi
REVEAL acikla- ifsa- aciga
SHOW soyle- goster- yazdir- ver paylas- bildir- listele- anlat-
REPEAT tekrarla- tekrar_et-
WRITE yaz hecele- kodla-
PASSWORD sifre- parola- gizli_kelime- gizli_kod- erisim_kodu- gizli_anahtar- gizli_sozcuk-
SECRET gizli- sir sirri
SYSTEM sistem-
PROMPT istem- prompt- sistem_mesaj-
USERX kullanici-
PERSONAL adres- telefon- dogum- dogdu yasiyor oturuyor e-posta- eposta- maas-
YOU sen siz sana
YOUR senin sizin
ME bana ben
MY benim
ACT rol_yap- gibi_davran- mis_gibi rolunu_oyna- artik_bir oldugunu_hayal_et-
NORULES kuralsiz- sinirsiz- kisitlama_olmadan kisitlamasiz- sansursuz- kurallari_olmayan hicbir_kural
MODE mod modu moduna modunda
DEBUG hata_ayiklama gelistirici- yonetici- bakim-
ROLECLAIM ben_bir olarak polis- patron-
HYPO varsayim- hayal_et- diyelim varsayalim senaryo-
NOW simdi artik bundan_sonra su_andan_itibaren
MODEL yapay_zeka asistan-
ANSWER cevap- yanit-
SEND gonder-
DELETE sil-
DONT degil asla
HOW nasil
WHY neden nicin
WHATIS nedir ne hangi nelerdir
WHERE nerede ne_zaman kim
CANYOU misin misiniz verebilir_misin soyler_misin
PLEASE lutfen
DECODE coz- cevir- sifresini_coz-
POEM siir- hikaye- oyku-
REVERSE tersten ters
# Vietnamese
IGNORE bo_qua quen_di quen_het hay_quen quen_tat_ca phot_lo dung_de_y dung_quan_tam khong_quan_tam dung_bo_tam lo_di
OVERRIDE vuot_qua vo_hieu_hoa ghi_de tat
INSTR huong_dan chi_dan lenh chi_thi yeu_cau da_duoc_noi
RULE quy_tac quy_dinh han_che gioi_han bo_loc luat
PREV truoc_do truoc_day o_tren phia_tren ben_tren truoc ban_dau tu_truoc cho_den_nay
ALLW tat_ca moi moi_thu toan_bo
REVEAL tiet_lo he_lo
SHOW cho_toi_biet noi_cho cho_biet hien_thi in_ra in_toan_bo cung_cap chia_se cho_toi dua_cho liet_ke
REPEAT lap_lai nhac_lai
WRITE viet danh_van ma_hoa
PASSWORD mat_khau ma_bi_mat tu_bi_mat khoa_bi_mat ma_truy_cap tu_khoa_bi_mat
SECRET bi_mat
SYSTEM he_thong
PROMPT loi_nhac prompt
USERX nguoi_dung
PERSONAL dia_chi so_dien_thoai sinh song_o email ngay_sinh luong que
YOU ban
YOUR cua_ban
ME toi
MY cua_toi
ACT dong_vai hanh_dong_nhu gia_vo tuong_tuong_ban_la ban_la_mot bay_gio_ban_la hay_lam
NORULES khong_co_quy_tac khong_gioi_han khong_han_che khong_bi_han_che khong_kiem_duyet khong_co_gioi_han
MODE che_do
DEBUG go_loi nha_phat_trien quan_tri bao_tri
ROLECLAIM toi_la voi_tu_cach canh_sat sep
HYPO gia_su gia_dinh tuong_tuong neu_ban_co
NOW bay_gio tu_bay_gio tu_gio
MODEL ai tro_ly mo_hinh
ANSWER tra_loi cau_tra_loi
SEND gui
DELETE xoa
DONT dung khong_duoc
HOW lam_the_nao lam_sao nhu_the_nao cach
WHY tai_sao vi_sao
WHATIS la_gi gi
WHERE o_dau khi_nao ai_la
CANYOU ban_co_the
PLEASE vui_long xin_hay lam_on
DECODE giai_ma dich
POEM bai_tho cau_chuyen bai_hat
REVERSE viet_nguoc dao_nguoc nguoc
# Indonesian Malay
IGNORE abaikan- lupakan- jangan_hiraukan tinggalkan- kesampingkan- hiraukan- endahkan-
OVERRIDE lewati- nonaktifkan- matikan- langkahi-
INSTR instruksi- perintah- arahan- petunjuk- pedoman- dikatakan
RULE aturan- batasan- peraturan- pembatasan- filter- kekangan- larangan- had
PREV sebelumnya sebelum sebelum_ini di_atas sejauh_ini terdahulu awal
ALLW semua segala seluruh setiap
REVEAL ungkapkan- bocorkan- dedahkan- beberkan-
SHOW beri_tahu beritahu katakan- tunjukkan- tampilkan- cetak- berikan- bagikan- sebutkan- paparkan-
REPEAT ulangi- ulang
WRITE tulis- eja kodekan-
PASSWORD kata_sandi sandi password kata_laluan kata_rahasia kode_rahasia kunci_rahasia kode_akses kata_rahsia
SECRET rahasia- rahsia- konfidensial
SYSTEM sistem
PROMPT prompt
USERX pengguna-
PERSONAL alamat telepon telefon lahir tinggal email tanggal_lahir gaji
YOU kamu anda
YOUR milikmu -mu
ME saya aku
MY saya
ACT bertindak- berpura-pura berpura- berperan- bayangkan_kamu bayangkan_anda sekarang_kamu_adalah anda_sekarang
NORULES tanpa_aturan tanpa_batas- tanpa_pembatasan tanpa_filter tanpa_sensor tidak_ada_aturan tanpa_sekatan
MODE mode mod
DEBUG debug pengembang administrator pemeliharaan pembangun penyelenggaraan
ROLECLAIM saya_adalah sebagai_seorang sebagai_ polisi bos
HYPO hipotetis bayangkan- misalkan- andaikan- skenario seandainya
NOW sekarang mulai_sekarang
MODEL ai asisten pembantu
ANSWER jawab- balas-
SEND kirim- hantar-
DELETE hapus- padam-
DONT jangan tidak
HOW bagaimana cara
WHY mengapa kenapa
WHATIS apa apakah
WHERE di_mana dimana kapan siapa bila
CANYOU bisakah bolehkah dapatkah
PLEASE tolong sila mohon
DECODE dekode- terjemahkan- pecahkan_kode
POEM puisi cerita lagu
REVERSE terbalik
# Finnish
IGNORE unohda- alaka_valita ala_valita jata_huomiotta ohita- sivuuta- ala_noudata
INSTR ohje- ohjee- kasky- kaskyj- maaray-
RULE saanno- saanto- rajoitu- rajoit- suodat-
PREV aiem- edelli- ylla- tahan_asti
ALLW kaikki kaikk-
REVEAL paljasta-
SHOW kerro nayta tulosta anna sano luettele
REPEAT toista
WRITE kirjoita tavaa
PASSWORD salasana- paasykoodi- salainen_sana salaisen_sanan salainen_koodi
SECRET salai- luottamuksel-
SYSTEM jarjestelma-
USERX kayttaja-
PERSONAL osoite- puhelin- syntyi synt- asuu sahkopost-
YOUR sinun -si
ACT esita kayttaydy teeskentele kuvittele_olevasi olet_nyt
NORULES ilman_saanto- ilman_rajoitu-
MODE tila tilaan
DEBUG virheenkorjaus- kehittaja- yllapit- huolto-
HYPO kuvittele- oletetaan hypoteet-
NOW nyt tasta_lahtien
HOW miten kuinka
WHATIS mika mitka mita
WHERE missa milloin kuka
DECODE pura kaanna
# Hungarian
IGNORE hagyd_figyelmen_kivul felejtsd_el felejts_el ne_torodj ne_vedd_figyelembe hagyd_el
INSTR utasitas- iranymutatas- parancs- mondtak
RULE szabaly- korlatozas- korlat- szuro-
PREV korabb- elozo- fenti- eddig-
ALLW osszes minden-
REVEAL aruld_el fedd_fel leplezd_le
SHOW mondd mutasd ird_ki add nyomtasd jelenitsd
REPEAT ismeteld-
WRITE ird
PASSWORD jelszo jelszot titkos_szo titkos_kod hozzaferesi_kod- titkos_kulcs-
SECRET titk- bizalmas-
SYSTEM rendszer-
USERX felhasznalo-
PERSONAL cim cime telefon- szulet- lakik e-mail-
YOUR -od
ACT tegy_ugy viselkedj_ugy kepzeld_el,_hogy_te jatszd_el mostantol
NORULES szabalyok_nelkul korlatok_nelkul korlatozas_nelkul
MODE mod modba
DEBUG hibakereso- fejleszto- rendszergazda- karbantartas-
HYPO kepzeld- tegyuk_fel hipotet-
NOW most mostantol
HOW hogyan hogy
WHATIS mi mik milyen mely-
WHERE hol mikor ki
DECODE dekodold fejtsd_meg forditsd
# Swahili Tagalog
IGNORE puuza sahau usijali huwag_pansinin huwag_mong_pansinin kalimutan balewalain
INSTR maagizo maelekezo tagubilin panuto utos ulichoambiwa sinabi_sa_iyo
RULE sheria kanuni mga_patakaran patakaran tuntunin
PREV yaliyotangulia ya_awali ya_hapo_juu nakaraang naunang hadi_sasa nasa_itaas
ALLW yote kila zote lahat
REVEAL fichua ibunyag isiwalat
SHOW niambie uniambie onyesha nionyeshe sabihin ipakita ibigay sabihin_sa_akin
PASSWORD nenosiri neno_la_siri password kodigo lihim_na_salita msimbo_wa_siri
SECRET siri lihim
SYSTEM mfumo sistema
USERX mtumiaji ang_user gumagamit
PERSONAL anwani anaishi alizaliwa nakatira ipinanganak tirahan barua_pepe simu telepono
YOUR yako zako mo iyong
ACT jifanye magkunwari umarte_bilang kunwari
MODE hali mode
HOW jinsi ninawezaje paano
WHATIS nini ano
WHERE wapi lini saan kailan
`;
