"""Words that ask: to be paid, again, in parts, or give back; and words that name a bill."""

import re

from classify.text import phrase

SIGNS: dict[str, re.Pattern[str]] = {
    "demand": phrase(
        r"(?:a |doit etre |devez |veuillez |merci de |bien vouloir |prions de |invitons a |remercions de )"
        r"(?:.{0,25} )?(?:payer|regler|regle|payee?|virer|verser|acquitter|nous adresser votre reglement)"
        r"(?![a-z])",
        r"net a payer",
        r"(?:date )?limite de (?:paiement|reglement)",
        r"(?:date d')?echeance\s?[:\-]? (?:le )?[0-9]",
        r"(?:payable|exigible|regler|payer|paiement|reglement|acquitter) (?:.{0,20} )?(?:avant le|au"
        r" plus tard|"
        r"sous [0-9]|a [0-9]+ jours|a reception|comptant|des reception|par (?:virement|cheque))",
        r"(?:par )?(?:virement|cheque) (?:bancaire )?(?:a l'ordre|sur le compte|au compte|a l'adresse)",
        r"a l'ordre (?:de|du)",
        r"tip sepa",
        r"coordonnees bancaires",
        r"(?:please|kindly) (?:.{0,20} )?(?:bring your account up to date|pay(?![a-z])|remit|send"
        r" (?:your )?payment|transfer|settle|make (?:your |a |the )?"
        r"(?:payment|cheque|check))",
        r"(?:payment|amount|balance|total|invoice)(?: is| now)? (?:due|payable)",
        r"due (?:date|by|on|upon|within|in full)",
        r"pay (?:by (?![a-z]{0,8} ?card)|before|within|this|now|online|your|to the)",
        r"payable (?:by|to|within|on|upon|in)",
        r"(?:terms|payment terms)\s?[:\-]? (?:net |[0-9]+ days|due)",
        r"(?:make|made) (?:cheques|checks) payable",
        r"remit(?:tance)?",
        r"zu zahlen",
        r"(?:zahlbar|fallig|zahlungsziel|uberweisen|zahlung|zahlen sie|begleichen)(?:keit|keitsdatum)?"
        r" (?:.{0,40} )?(?:bis|am|ab|innerhalb|innert|sofort|ohne abzug|binnen|netto|zum|auf|[0-9])",
        r"(?:bitte|wir bitten) .{0,40}(?:uberweis|zahl|begleich)\w*",
        r"zahlungsziel",
        r"balance outstanding",
        r"te betalen",
    ),
    "deadline": phrase(
        r"(?:payer|regler|reglement|paiement|payee?) [^.!?]{0,80}(?:avant|au plus tard|jusqu'au|date"
        r" limite)"
        r"[^.!?]{0,12} [0-9]",
        r"date limite (?:de (?:paiement|reglement)[^.!?]{0,50} )?[^.!?]{0,20}[0-9]",
        r"(?:due date|pay (?:this )?by|payment due(?: by)?|due (?:on|by)|please pay[^.!?]{0,30} by)\s?:? "
        r"[^.!?]{0,8}(?:[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
        r"(?:fallig(?:keit)?|zahlbar|uberweisen|zahlungsziel)[^.!?]{0,60}(?:am|bis|zum)?\s?:? ?[0-9]",
    ),
    "invoice": phrase(
        r"factures?(?![a-z])",
        r"avis (?:d'echeance|d'imposition|de taxe|des sommes a payer|d'impot|de cotisation|de loyer|a"
        r" payer)",
        r"appel (?:de |a )(?:fonds|cotisations?|loyer|charges|provisions?|prime)",
        r"notes? d'honoraires",
        r"(?:invoices?|tax invoice|(?:e-?|your |water |electricity |energy |gas |phone |utility |monthly |"
        r"council tax |tax |final )bill)(?![a-z])",
        r"(?:\w{0,20}rechnung|rechnungsnummer|beitragsrechnung|abrechnung|gebuhrenbescheid"
        r"|beitragsbescheid|"
        r"grundsteuerbescheid|abgabenbescheid)(?![a-z])",
        r"factuur",
    ),
    "monthly": phrase(
        r"(?:de chaque|chaque|tous les|debut de chaque) mois|(?:montant|prelevement) mensuel"
        r"|mensuellement|par mois pendant",
        r"(?:on|of) (?:the [0-9]{1,2}(?:st|nd|rd|th) of )?(?:each|every|the) month|monthly instal+ments?"
        r"|then (?:\w+ )?"
        r"instal+ments",
        r"(?:jeden|monatlich) (?:monat|am|abschlag)",
    ),
    "reminder": phrase(
        r"(?:premiere?|1ere?|deuxieme|2e|2eme|seconde?|derniere?|troisieme|ultime|lettre de|simple"
        r"|objet\s?:)"
        r" (?:relance|rappel|avis avant)",
        r"relance (?:.{0,20} )?(?:facture|paiement|impaye|client|avant|n)",
        r"rappel (?:.{0,12} )?(?:facture|de paiement|paiement|echeance|reglement|loyer|cotisation"
        r"|d'echeance|de"
        r" facture|de votre facture|amical|avant)",
        r"mise en demeure",
        r"(?:reste|restee?|restent|demeure|toujours|est|apparait|facture|figure|restees) "
        r"(?:.{0,15} )?(?:impaye|en attente de (?:paiement|reglement)|due a ce jour)\w*",
        r"(?:n'avons|n'a|ne nous est|n'est) (?:.{0,25})?(?:pas|toujours pas|a ce jour pas)"
        r" (?:.{0,25})?(?:recu|parvenu|enregistre|encore|regle|paye|ete (?:regle|paye|honore))\w*",
        r"sauf erreur (?:ou omission )?de notre part",
        r"retard de (?:paiement|reglement) (?:de|sur|constate)",
        r"(?:echeance|date limite) (?:est |a ete )?depassee",
        r"(?:payment|friendly|final|second|first|last|gentle|overdue|bill|invoice|rent|this is a)"
        r" (?:payment |invoice )?reminder",
        r"reminder (?:.{0,20} )?(?:invoice|bill|payment|unpaid|overdue)",
        r"(?:is|are|now|still|remains?|currently|days) "
        r"(?:.{0,15} )?(?:overdue|past due|unpaid|outstanding)(?! balance)",
        r"(?:overdue|past due|unpaid) (?:invoice|bill|account|notice|rent|amount|balance|payment)s?",
        r"(?:final|second|third|red|disconnection) (?:demand|notice|warning)",
        r"(?:have|has|had) not (?:yet |been )?(?:received|paid) (?:your |the |any |a |for |in full|by"
        r" )?(?:full )?"
        r"(?:payment|remittance|invoice|amount|bill|rent)",
        r"payment (?:[^.!?]{0,40} )?(?:has|have) not (?:yet )?been (?:received|made)",
        r"we (?:still )?(?:haven't|have yet to|did not|didn't) (?:yet )?receive[^.!?]{0,30}(?:payment"
        r"|money|rent)",
        r"(?:letzte |erste |zweite |[1-3]\. )?mahnung",
        r"zahlungserinnerung",
        r"(?:zahlung|rechnung|betrag|konto)[^.!?]{0,60}(?:noch nicht|bislang nicht|keinen) (?:.{0,40}"
        r" )?(?:eingegangen|beglichen|bezahlt|zahlungseingang|"
        r"feststellen|erhalten)",
        r"(?:uberfallig|noch offen|offenen? (?:betrag|rechnung|posten|forderung))",
    ),
    "recall": phrase(r"rappel\s?[:\-]|reminder\s?[:\-]|erinnerung\s?[:\-]|rappel$|reminder$"),
    "credit": phrase(
        r"(?:note d'|d'un |votre |cet |un |l')avoir(?! (?:ete|eu|recu|pu|fait|choisi|lieu))(?![a-z])",
        r"facture d'avoir",
        r"(?:^|\n)avoir(?:$|\s?\n| (?:n|no|num|client|du|commercial|sur))",
        r"avoir n\s?[°ºo0-9]",
        r"notes? de credit",
        r"(?:vous|sera|serez|seront|avons|est|a ete|ete) (?:.{0,30} )?rembourse\w*",
        r"remboursement (?:de |d'un |du )?(?:.{0,25} )?(?:[0-9]|effectue|sera|a ete|commande|vous)",
        r"(?:solde|montant) (?:.{0,12} )?(?:crediteur|en votre faveur|a vous rembourser)",
        r"trop[- ](?:percu|verse|paye)",
        r"credit (?:note|memo|invoice)",
        r"(?:refund|credit) (?:of|for|has been|will be|confirmation|issued|processed|amount|total)",
        r"(?:we've|we have|has been|have been|been|will be|was) (?:refunded|credited)",
        r"(?:your|you're getting a) refund",
        r"(?:account|balance) (?:is )?in credit",
        r"gutschrift(?!\w)",
        r"(?:storno|rechnungskorrektur|korrekturrechnung|stornorechnung)(?:rechnung)?",
        r"(?:ihr |das )?(?:guthaben|betrag) (?:.{0,50} )?(?:erstattet|erstatten|gutgeschrieben"
        r"|auszahl\w*|uberweisen wir|verrechnet)",
        r"(?:erstatten|uberweisen|zahlen) wir (?:ihnen )?",
        r"ihr guthaben",
        r"creditnota",
    ),
    "schedule": phrase(
        r"echeancier|(?:reglement|paiement) (?:echelonne|en (?:trois|quatre|plusieurs|[2-9]|1[0-9]) fois)",
        r"(?:payment arrangement|in (?:three|four|[2-9]|1[0-9]) (?:equal )?(?:instal+ments|payments)"
        r"|ratenzahlung)",
        r"(?:calendrier|plan|tableau) (?:de |des |d')(?:vos |votre )?(?:paiement|prelevement"
        r"|mensualisation|"
        r"mensualite|echeance|reglement|amortissement)s?",
        r"(?:votre|vos) (?:nouvelles? )?mensualites?",
        r"avis d'echeances\s?(?:-|mensuel|de prelevement|prelevement|20)",
        r"(?:payment|instal+ment|direct debit|payments) (?:schedule|plan|calendar)",
        r"schedule of (?:payments|instal+ments)",
        r"(?:your|the) (?:monthly )?instal+ments (?:are|will be)|first instal+ment",
        r"(?:abschlags|raten|zahlungs)plan",
        r"(?:ihre|neuen?) (?:monatlichen )?abschlage?(?:splan|szahlungen)?",
    ),
    "waits": phrase(
        r"(?:nouvelle |votre |une )?(?:facture|quittance|avis (?:d|de)[^.!? ]{0,16}|echeancier|appel"
        r" (?:de|d)[^.!? ]{0,14}|e-?facture)s? (?!(?:sera|impayee))(?:[^.!?]{0,90} )?"
        r"(?:est|sont|vient d'etre|a ete|ont ete) (?:maintenant |desormais |bien |deja )?(?:disponible"
        r"|arrive|"
        r"prete|en ligne|consultable|mise? (?:en ligne|a disposition)|depose|publie|accessible"
        r"|telechargeable)",
        r"(?:nouvelle |votre )?facture (?:[^.!?]{0,40} )?(?:disponible|en ligne|consultable)(?![a-z])",
        r"(?:your |new |latest |the )(?:[^.!?]{0,30})(?:bill|invoice|statement|e-?bill)(?:"
        r" [^.!?]{0,60})? (?:is|are) "
        r"(?:now )?(?:ready|available|online|waiting)",
        r"(?:new|latest) (?:bill|invoice) (?:available|ready|online)",
        r"(?:rechnung|bescheid|abrechnung)(?: [^.!?]{0,80})? (?:steht|ist|liegt|wurde|finden sie) "
        r"(?:[^.!?]{0,60})(?:bereit|verfugbar|online|abrufbar|hinterlegt|portal|kundenkonto)",
        r"(?:neue|ihre) (?:online-?)?rechnung (?:[^.!?]{0,30} )?(?:verfugbar|online|bereit|abrufbar)",
    ),
    "waits_there": phrase(
        r"(?:facture|avis|quittance|document|echeancier)[^.!?]{0,90}(?:disponible|consultable|accessible"
        r"|en ligne|"
        r"telechargeable|deposee?)[^.!?]{0,40} (?:sur|dans|depuis|en ligne)",
        r"(?:bill|invoice|statement)[^.!?]{0,60} (?:ready|available|online|waiting)[^.!?]{0,20} (?:in|on"
        r"|at) (?:my|your|the|our)",
        r"(?:rechnung|bescheid)[^.!?]{0,90}(?:kundenportal|portal|online|kundenkonto|mein)",
        r"(?:log|sign) ?in to (?:see|find out) what you owe",
    ),
    "portal": phrase(
        r"(?:disponible|consultable|accessible|telechargeable|deposee?|a votre disposition|visible)s? "
        r"(?:.{0,40} )?(?:dans|sur|depuis|via|en) (?:votre |le |l'|notre |la )?(?:.{0,20})"
        r"(?:espace|compte|portail|ligne|application|appli|site|coffre)",
        r"(?:consulte[rz]|telecharge[rz]|retrouve[rz]|recupere[rz]|decouvr\w+|voir|visualise[rz]) "
        r"(?:.{0,20} )?(?:votre|ma|la|cette|vos) (?:derniere |nouvelle )?(?:facture|avis|echeancier"
        r"|document|"
        r"quittance|releve)",
        r"(?:connecte[rz]-? ?vous|rendez-vous|identifiez-vous) (?:.{0,30} )?(?:a|sur|dans|pour) (?:.{0,30})"
        r"(?:espace|compte|site|portail|application|consulter|facture)",
        r"(?:espace|portail) (?:client|abonne|locataire|personnel|particulier|adherent|famille|assure"
        r"|usager)",
        r"(?:view|see|download|access|check) (?:your |my |the |this )?(?:latest |new |full |online "
        r"|current )?"
        r"(?:bill|invoice|statement)",
        r"(?:log ?in|sign ?in|logging in) (?:.{0,40} )?(?:to (?:view|see|download|access|your)|account)",
        r"(?:rechnung|bescheid|abrechnung) (?:.{0,60} )?(?:bereit|verfugbar|online|abrufbar|hinterlegt|"
        r"einsehen|herunterladen|abrufen)",
        r"(?:kundenportal|online-?portal|kundenkonto|kundencenter|kundenbereich|mein konto)",
    ),
}
