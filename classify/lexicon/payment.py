"""Words that say who moves the money: debited by itself, taken already, paid, nothing left to pay."""

import re

from classify.text import phrase

SIGNS: dict[str, re.Pattern[str]] = {
    "debit": phrase(
        r"(?:sera|seront|serez|etes|est|fera l'objet d'un|feront l'objet d'un|va etre|allez etre)"
        r" (?:automatiquement |bien )?(?:de nouveau )?prelev(?:e|es|ee|ees|ement)(?![a-z])",
        r"(?:nous |on )?(?:prelever(?:ons|a)|debiter(?:ons|a))",
        r"(?:sera|seront|serez) (?:automatiquement )?debit(?:e|es|ee|ees)(?![a-z])",
        r"avis de prelevement",
        r"(?<!ete )(?<!avons )(?:preleve|debite)e?s? (?:le|au|a partir du)\s?:? ?[0-9]",
        r"date (?:de|du) (?:prochain )?prelevement",
        r"(?:prochain )?prelevement (?:automatique |sepa |bancaire |mensuel )?"
        r"(?:le|du|au|prevu|a partir du|aura lieu|interviendra|a compter|a effectuer|est prevu)(?![a-z])",
        r"(?:montant|total) (?:a prelever|(?:ttc )?preleve|du prelevement|debite)",
        r"a prelever (?:le|sur|a partir)",
        r"(?:mode|moyen) (?:de |du )?(?:paiement|reglement)\s?[:\-]? (?:par )?prelevement",
        r"(?:regl|pay)\w+ (?:effectue )?par prelevement",
        r"par prelevement (?:automatique|sepa|bancaire|le|du)",
        r"(?:will be|is going to be|to be|due to be) (?:automatically )?(?:debited|direct debited"
        r"|(?:collected|taken|"
        r"drawn|deducted) (?:from your|by direct|on or|automatically|on (?:the )?[0-9]))",
        r"(?:we|we'll|we will|it will|which will) (?:.{0,16})?(?:collect|take|debit|charge|deduct)"
        r" (?:.{0,40} )?(?:from your|your (?:saved |bank |credit |default |usual )?(?:card|account|bank"
        r"|paypal|payment|visa|mastercard|american express|amex|debit)|the (?:card|account|payment"
        r" method)(?: (?:ending|on file|that|you|below))|by direct debit|on or)",
        r"(?:will|shall) (?:automatically )?be (?:automatically )?charged (?:to|on|from|automatically)",
        r"(?:card|account|payment method) (?:.{0,25} )?will be (?:automatically )?(?:charged|debited"
        r"|billed)",
        r"direct debit (?:payment )?(?:will|on|of|due|date|collection|amount|notice|advance|taken|to be)",
        r"(?:payment method|method of payment|paying by|you pay by|paid by|payable by|how you pay)\s?[:\-]?"
        r" (?:monthly |variable )?direct debit",
        r"(?:by|via) direct debit on",
        r"auto(?:matic |-| ?)?pay(?:ment)? (?:is |will |has been )?(?:on|scheduled|enrolled|enabled|set"
        r"|date|process)",
        r"(?:wird|werden|wurde[nt]?) .{0,90}(?:abgebucht|eingezogen|abbuchen|einziehen)",
        r"(?:wir )?(?:buchen|ziehen) (?:wir |ihn |sie |den |diesen |es )?[^.!?]{0,90}(?:\bab\b|\bein\b)",
        r"(?:per|mittels|durch|via|im) (?:sepa-?)?(?:basis-?)?(?:lastschrift|bankeinzug|"
        r"lastschriftverfahren|lastschrifteinzug)",
        r"(?:abbuchung|einzug|lastschrift) (?:am|zum|erfolgt|ab|vom|des betrag)",
        r"zahl(?:ungs)?(?:weise|art)\s?[:\-]? (?:sepa-?)?(?:lastschrift|bankeinzug|einzug)",
        r"wordt .{0,60}(?:geincasseerd|afgeschreven)",
        r"automatische incasso",
    ),
    "no_action": phrase(
        r"vous n'avez (?:rien a (?:faire|payer|regler)|aucune (?:demarche|action))",
        r"aucune (?:demarche|action) (?:n'est )?(?:de votre part|requise|necessaire|a effectuer)",
        r"(?:no|without any) (?:further )?(?:action|payment) (?:is )?(?:required|needed|necessary)",
        r"you (?:do not|don't) (?:need|have) to (?:do anything|take any action|act|pay (?:anything|it)"
        r" yourself)",
        r"nothing (?:more )?(?:to do|to pay yourself|you need to do)",
        r"(?:sie mussen nichts|kein handlungsbedarf|nichts (?:weiter )?(?:zu )?(?:tun|unternehmen))",
    ),
    "failed_debit": phrase(
        r"(?:prelevement|paiement|reglement|virement|cheque)(?: [^.!?]{0,60})? (?:a ete |est |n'a pas"
        r" (?:ete |pu )|"
        r"a )(?:rejete|refuse|echoue|impaye|honore|abouti|etre effectue|revenu)",
        r"(?:a|ont) rejete (?:le|votre|notre) (?:prelevement|paiement|cheque)",
        r"(?:rejet|echec) (?:de |du |de votre )(?:prelevement|paiement)",
        r"(?:couldn't|could not|unable to|failed to|weren't able to) (?:take|collect|process|charge)(?:"
        r" [^.!?]{0,30})?"
        r" (?:payment|direct debit|card|fee)",
        r"(?:payment|direct debit|card) (?:[^.!?]{0,40} )?(?:was |has been |been )?(?:returned|declined"
        r"|rejected|"
        r"unsuccessful|failed)",
        r"(?:rucklastschrift|lastschrift[^.!?]{0,60}(?:zuruckgegeben|zuruckgebucht|nicht eingelost))",
    ),
    "debited": phrase(
        r"(?:a|ont|avons|avez) (?:bien )?ete (?:bien )?(?:preleve|debite)(?:e|s|es)?(?![a-z])",
        r"(?:nous avons|avons bien) (?:preleve|debite)",
        r"prelevement (?:.{0,40} )?(?:a (?:bien )?ete (?:effectue|realise|execute)|effectue le)",
        r"(?:has|have) been (?:successfully )?(?:debited|collected|charged|deducted|billed to)",
        r"(?:we|we've|we have) (?:successfully )?(?:charged|debited|collected|billed) (?:your|the"
        r"|\S?[0-9])",
        r"(?:was|were) (?:successfully )?(?:charged|debited|billed|collected)",
        r"(?<!be )charged to (?:your |the )?(?:visa|mastercard|amex|card|credit|debit|paypal|account)",
        r"(?:wurde|haben wir) .{0,60}(?:abgebucht|eingezogen|belastet)(?! werden)",
    ),
    "paid": phrase(
        r"(?<!sera )(?<!etre )(?<!je )(?:deja |integralement |bien )?(?:acquitte|regle|paye)e?s? "
        r"(?:le [0-9]|en totalite|integralement|comptant)",
        r"facture (?:deja )?(?:acquittee|payee|reglee|soldee)",
        r"(?:deja|integralement) (?:paye|regle|acquitte|solde)e?s?(?![a-z])",
        r"pour acquit",
        r"(?:avons|a|est) (?:bien )?(?:ete )?(?:recu|encaisse|enregistre|confirme|accepte|valide)e? "
        r"(?:avec succes |de )?(?:votre|le|son|ce) (?:paiement|reglement|virement|cheque)",
        r"(?:votre|le|ce) (?:paiement|reglement|virement|cheque) (?:.{0,40} )?(?:a (?:bien )?(?:ete|abouti)"
        r"|est) (?:bien )?(?:recu|effectue|enregistre|confirme|accepte|valide|encaisse|abouti|pris en"
        r" compte)",
        r"(?:paiement|reglement) (?:recu|confirme|accepte|valide|effectue|enregistre|reussi)(?![a-z])",
        r"(?:merci|remercions|remercie) (?:.{0,12})?(?:pour|de) votre (?:paiement|reglement|don)(?![a-z])",
        r"(?:recu|attestation|confirmation|justificatif) (?:de |du |d'un |de votre )?"
        r"(?:paiement|reglement|don|versement)",
        r"recu fiscal",
        r"quittance (?!vous|sera|est (?:envoyee|adressee|delivree) (?:apres|sur demande))",
        r"(?:statut|etat)\s?[:\-]? (?:du paiement\s?:? )?(?:paye|payee|regle|reglee|acquittee"
        r"|solde)(?![a-z])",
        r"(?<!sera )(?<!seront )(?<!etre )(?<!je )(?:paye|regle|acquitte|debite)e?s?(?: ce jour| en"
        r" ligne)? "
        r"(?:par|via|avec|sur) (?:votre |la |une )?(?:carte|cb|visa|paypal|especes|virement|cheque|apple"
        r" pay|"
        r"google pay)",
        r"(?:certifie\w*|declare\w*|reconnai\w*|soussigne\w*) avoir (?:bien )?(?:recu|encaisse)",
        r"(?:carte bancaire|cb|carte bleue|visa|mastercard|especes|cheque)\s?:? [0-9]{1,3}(?:"
        r" [0-9]{3})?,[0-9]{2}",
        r"(?:rendu monnaie|rendu\s?:? [0-9]|change due|cash tendered|customer copy|card (?:purchase"
        r"|payment|sale)|"
        r"(?:mastercard|visa|amex|debit) (?:purchase|sale)|geg(?:eben|\.) (?:bar|ec)|bar (?:eur )?[0-9]"
        r"|ec-karte)",
        r"(?:has|have) been (?:fully |successfully )?(?:paid|settled|received)(?! by)",
        r"(?<!be )paid (?:in full|on|with|via|by (?:card|visa|mastercard|credit|debit card|cash|cheque"
        r"|paypal|amex))"
        r"(?![a-z])",
        r"(?:already|fully) paid",
        r"(?:payment|transaction) (?:has been |was |is )?(?:received|successful|completed?|confirmed|"
        r"confirmation|approved|processed|accepted)",
        r"(?:thank you|thanks) for (?:your |the )?(?:payment|paying|donation|gift|purchase)",
        r"receipt (?:for|of|from) (?:your )?(?:payment|purchase|order|donation|subscription|apple|the)",
        r"your (?:.{0,20} )?receipt",
        r"(?:^|\n|fwd?: |tr ?: )(?:e-?)?(?:receipt(?! of)|recus? (?:n|de|pour|fiscal)|quittung)(?![a-z])",
        r"(?:payment|sales|official|donation|rent|e-?) ?receipt",
        r"(?:payment )?status\s?:? (?:paid|completed)",
        r"thank(?:s| you) for (?:riding|flying|travelling|traveling|shopping|dining|staying)(?![a-z])",
        r"(?:fare|total|amount) (?:charged|paid)",
        r"(?<!year )you(?:'ve| have)? (?:successfully )?(?:paid|sent (?:a )?payment)",
        r"amount paid",
        r"(?:bereits|dankend|vollstandig) (?:bezahlt|erhalten|beglichen|gezahlt)",
        r"(?:zahlung|betrag) (?:.{0,40} )?(?:erhalten|eingegangen|erfolgreich|verbucht|bestatigt)",
        r"(?:bezahlt|beglichen|gezahlt) (?:am|mit|per|via)",
        r"(?:zahlungs|spenden)(?:bestatigung|quittung|eingang)",
        r"(?:danke|dank) fur ihre (?:zahlung|spende)",
        r"betrag erhalten",
        r"vooruitbetaald",
        r"(?:hebben|heeft) (?:wij |we )?(?:uw|je) betaling (?:[^.!?]{0,40} )?ontvangen",
        r"betaling (?:ontvangen|geslaagd|gelukt|voltooid)|betalingsbewijs|betaal(?:bewijs|bevestiging)",
        r"(?:abbiamo|ha) ricevuto (?:il |la |un |tuo |suo |vostro )*(?:pagamento|bonifico)",
        r"pagamento (?:e (?:stato )?)?(?:ricevuto|effettuato|confermato|riuscito|andato a buon fine)",
        r"(?:conferma|ricevuta) (?:di|del) pagamento",
        r"hemos recibido (?:su|tu|el) (?:pago|transferencia)",
        r"pago (?:recibido|realizado|confirmado|completado|aceptado)",
        r"(?:justificante|confirmacion|recibo) de(?:l)? pago",
    ),
    "settled": phrase(
        r"(?:cette |la |votre )?facture (?:est |a ete )?(?:deja )?(?:acquittee|payee|reglee|soldee)(?!"
        r" (?:le|avant))",
        r"pour acquit|ne pas payer|rien (?:d'autre )?a (?:payer|regler)(?! (?:avant|d'autre|aujourd))",
        r"(?:invoice|bill|balance|order) (?:has been |was |is )?(?:already )?paid in full|(?:already"
        r"|fully) paid",
        r"(?:this|your) (?:invoice|bill) (?:has (?:already )?been|was|is already) paid",
        r"(?:rechnung|betrag|rechnungsbetrag) (?:wurde|ist)? ?(?:bereits|schon|dankend)(?: [^.!?]{0,40})? "
        r"(?:bezahlt|beglichen|erhalten|gezahlt)",
        r"vooruitbetaald|reeds (?:betaald|voldaan)",
    ),
    "card_tail": phrase(
        r"(?:visa|mastercard|amex|american express|carte(?: bancaire)?|cb|card|kreditkarte|venmo account)"
        r"(?: |\W){1,4}(?:se terminant par|ending(?: in| with)?|n|numero|endet auf|mit der endung)?(?: "
        r"|\W){0,4}"
        r"(?:[*x•.…·]{1,12}(?: [*x•.…·]{1,4}){0,3}(?: |-)?)?[0-9]{4}(?![0-9])",
    ),
    "zero": phrase(
        r"(?:net a payer|reste a (?:payer|regler)|montant (?:du|a payer)|solde (?:du|a payer|restant)|"
        r"total a (?:payer|regler)|(?:amount|balance|total) due|balance|zu zahlen(?:der betrag)?|"
        r"zahlbetrag|restbetrag|offener betrag)(?: ttc)?\s?[:\-]?\s?(?:eur |usd |gbp |[€$£]\s?)?"
        r"0[.,]00(?![0-9])",
        r"(?:^|\n)solde\s?[:=]?\s?(?:eur |€ )?0[.,]00",
        r"(?:rien|aucun montant) (?:a |de )?(?:payer|regler|du)(?! (?:avant|d'autre))",
        r"(?:nothing to pay|no payment due|no amount due|(?:this|it) is not a bill|do not pay)",
        r"(?:kein (?:betrag|zahlbetrag) (?:fallig|offen)|nicht zu zahlen|keine zahlung erforderlich)",
        r"ne pas payer|ceci n'est pas une facture",
    ),
}
