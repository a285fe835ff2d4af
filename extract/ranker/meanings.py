"""What words of six languages mean where a bill says how it stands: to pay, paid, debited, not, later …

A sentence that nobody taught is mostly made of words that a dictionary knows. Each stands here for its
meaning, so that "Ihr Konto wird belastet" and "your account will be charged" say the same to the learned
reader. Written from the everyday words of the languages, not from the wordings of drawn bills; without
accents, as `squash` leaves them, so that "würde" (would) is "wurde" (was) and stands for neither alone.
"""

import re

_WORDS = {
    "pay": "pay payable payment payments paying payer payez payera paierez paiement paiements regler"
    " reglez reglement reglements verser versez versement acquitter acquittez honorer solder"
    " virer settle settlement remit remittance zahlen zahlbar zahlung zahlungen bezahlen"
    " bezahlung begleichen begleichung entrichten uberweisen ausgleichen einzahlen pagar pague"
    " pagarse pago pagos pagadero abonar abone ingresar ingreso pagare paghi pagamento"
    " pagamenti versare versamento saldare corrispondere betalen betaal betaling betalingen"
    " voldoen overmaken storten vereffenen betaalbaar",
    "paid": "paid settled cleared paye payes payee payees regle reglee regles acquitte acquittee"
    " soldee encaisse encaissee honore bezahlt gezahlt beglichen entrichtet ausgeglichen"
    " uberwiesen pagado pagada abonado abonada cobrado cobrada saldado saldada liquidado"
    " liquidada pagato pagata saldato saldata incassato quietanzato versato versata betaald"
    " voldaan overgemaakt gestort vereffend",
    "received": "received receipt receipted recu recue recus recevons reception erhalten eingegangen"
    " eingang gutgeschrieben quittung quittiert recibido recibida ricevuto ricevuta ricevuti"
    " quietanza ontvangen ontvangst kwijting quittance acquit kwitantie",
    "debit": "debit debits debited debite debitee debiterons debiter preleve prelevee prelevons"
    " preleverons prelever prelevement prelevements collect collected collection collections"
    " withdraw withdrawn withdrawal charged autopay mandate mandat domicilie domiciliation"
    " domiciliee einzug eingezogen einziehen abbuchen abbuchung abgebucht lastschrift"
    " lastschriften bankeinzug belastet belasten belastung einzugsermachtigung adeudo adeudar"
    " adeudaremos cargo cargaremos cargara domiciliado domiciliada domiciliacion"
    " domiciliaciones addebito addebitato addebitata addebiteremo addebiti rid sdd incasso"
    " incasseren geincasseerd incasseert afgeschreven afschrijven afschrijving machtiging",
    "automatic": "automatic automatically automatique automatiquement automatisch automatische automatico"
    " automatica automaticamente recurring",
    "transfer": "transfer bacs wire virement uberweisung transferencia bonifico overschrijving"
    " overboeking giro",
    "card": "card cards carte cartes karte kreditkarte tarjeta carta pinpas pin bancontact visa"
    " mastercard cb contactless paypal",
    "cash": "cash especes bargeld efectivo contanti contant kontant",
    "cheque": "cheque check cheques checks scheck assegno",
    "refund": "refund refunded refunds rembourse remboursee remboursement rembourserons rembourser"
    " reimburse erstattet erstatten erstattung ruckerstattung ruckzahlung reembolso reembolsar"
    " reembolsaremos devolucion devolveremos rimborso rimborsato rimborseremo rimborsare"
    " terugbetaald terugbetaling terugbetalen terugstorten teruggestort restituzione restituer"
    " restitution restitue",
    "credit": "credit credited crediteur crediterons avoir avoirs gutschrift guthaben credito abono"
    " accredito creditnota tegoed favor favore faveur favour gunsten",
    "nothing": "nothing rien aucun aucune nil none zero nichts kein keine keinen keiner ningun ninguna"
    " nulla nessun nessuna niente niets geen nihil nul nulle sans without ohne senza zonder",
    "not": "not no dont don't pas ne nicht non niet nor never jamais nie nunca mai nooit",
    "reminder": "reminder overdue arrears unpaid outstanding rappel relance impaye impayee impayes retard"
    " arriere mahnung zahlungserinnerung erinnerung erinnern uberfallig ruckstand saumig"
    " recordatorio impagado impagada impago vencido vencida pendiente sollecito insoluto"
    " insoluta scaduto scaduta arretrato herinnering aanmaning achterstand achterstallig"
    " openstaand openstaande dunning",
    "still": "still encore toujours noch todavia aun ancora nog remains reste bleibt queda resta",
    "already": "already deja bereits schon ya gia reeds",
    "portal": "online portal log login sign espace connectez connecter connexion plateforme portail"
    " kundenkonto anmelden einloggen portale web website webseite internet app acceda oficina"
    " virtual accedi accedere inloggen klantenzone download telecharger telechargez"
    " herunterladen abrufen descargar scaricare",
    "plan": "plan schedule instalment instalments installment installments monthly echeancier"
    " mensualite mensualites mensuel mensuelle ratenplan raten abschlag abschlage teilbetrage"
    " abschlagsplan plazo plazos cuota cuotas calendario mensualidad mensualidades rateazione"
    " rateizzazione rata termijn termijnen termijnbedrag maandbedrag acompte acomptes",
    "account": "account bank compte bancaire banque konto bankkonto girokonto cuenta banco bancaria"
    " conto corrente banca rekening bankrekening",
    "balance": "balance solde saldo restbetrag restschuld",
    "due": "due owed owing owe du dues dus doit devez echeance exigible fallig falligkeit schuldet"
    " offen vencimiento vence debe adeuda scadenza dovuto dovuta dovere vervaldatum vervalt"
    " verschuldigd",
    "before": "before by latest avant tard bis spatestens vor antes tardar entro prima uiterlijk voor"
    " tot",
    "please": "please kindly veuillez bitte rogamos ruega prega gelieve graag verzoeken prions",
    "thanks": "thank thanks merci danke dank gracias grazie bedankt",
    "will": "will shall sera seront serez wird werden verra verranno saranno zal zullen wordt worden",
    "was": "was were been has have ete avons avez a ist sind ha han haben hemos sido stato stata"
    " abbiamo avete werd is zijn hebben heeft",
    "might": "if unless si sauf wenn falls sofern indien mocht tenzij could can may might would pouvez"
    " pourrez pourriez pourrait serait konnen konnten kann mochten puede podria podra seria"
    " desea puo potrebbe potra desidera kunt kan zou wilt",
    "next": "next prochain prochaine prochains nachste nachsten nachster proximo proxima prossimo"
    " prossima volgende kommende future",
    "last": "last previous earlier dernier derniere precedent precedente letzte letzten vorherige"
    " bisherige ultimo ultima anterior vorige laatste",
    "failed": "failed returned rejected bounced rejet rejete rejetee rucklastschrift ruckbuchung"
    " rechazado respinto stornering gestorneerd",
    "fee": "fee fees penalty surcharge frais penalite penalites majoration gebuhr gebuhren"
    " mahngebuhr verzugszinsen recargo mora interessi penale boete aanmaningskosten"
    " incassokosten interest interets",
    "offer": "offer save enroll enrol register switch choose adherez adherer optez souscrire"
    " einrichten erteilen sparen activar active attivare attivi instellen kiezen bespaar join"
    " sign-up set",
    "quote": "quote quoting reference referencia riferimento kenmerk rappeler verwendungszweck causale"
    " concepto mededeling communication",
    "you": "you your vous votre vos sie ihr ihre ihren ihrem ihrer usted su sus lei suo sua vostro"
    " vostra u uw tu ton je jouw dein deine tuo tua",
    "we": "we our us nous notre nos wir unser unsere unserem uns nosotros nuestro nuestra noi"
    " nostro nostra wij ons onze",
    "bill": "bill invoice facture rechnung factura fattura bolletta factuur nota statement recibo"
    " releve",
    "amount": "amount sum montant somme betrag summe importe suma importo somma bedrag total totale"
    " gesamt gesamtbetrag",
    "cancel": "cancel cancelled cancellation annule annulee annulation storniert storno anulado anulada"
    " annullato annullata geannuleerd void",
    "full": "full fully integralement entierement totalite vollstandig voll ganz completo"
    " integramente interamente volledig",
    "act": "action need do faire demarche besoin tun mussen unternehmen hacer nada fare doen hoeft"
    " hoeven required requis",
}
_OF = {word: name for name, words in _WORDS.items() for word in words.split()}
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_PART = re.compile(r"[a-z]+")


def meanings_of(word: str) -> list[str]:
    """What a squashed word means; of one that is joined ("n'est", "rendez-vous") its parts."""
    found: list[str] = []
    for whole in _WORD.findall(word):
        parts = [whole] if whole in _OF else _PART.findall(whole)
        found += [_OF[part] for part in parts if part in _OF]
    return found
