"""Words that stand beside amounts, in French, English, German and Dutch.

Every pattern is tried on squashed text (no accents, no white space, lower case).
"""

import re


def words(*patterns: str) -> re.Pattern[str]:
    """One pattern from many alternatives."""
    return re.compile("|".join(patterns))


PAY = words(
    r"must(?:be)?received|(?:outstanding|overdue|unpaid)(?:balance|amount)|s'elevent?(?:desormais|donc|maintenant)?a$",
    r"^(?:currencyamount|wahrungbetrag|monnaiemontant|valutaimporto)$",
    r"(?:we'll|wewill)charge$|(?:still)?owe$|(?:balance|amount)tocollect|(?:premier|1er|1re|1ere|"
    r"premiere)(?:prelevement|versement|echeance|mensualite)|first(?:instal+ment|payment)|"
    r"ersterate",
    r"(?:payer|regler|virer|acquitter)[^!?;]{0,60}(?:de|:)$|^[^!?;]{0,24}ser(?:a|"
    r"ont)(?:automatiquement)?(?:preleve|debite)|esta(?:me|nous)?(?:virer|regler|payer|verser)",
    r"^[^!?;]{0,60}(?:abgebucht|eingezogen|istnochoffen|zuuberweisen|zuzahlen)|(?:abgebucht|"
    r"eingezogen|buchenwir|ziehenwir|wirbuchen|wirziehen)[^!?;]{0,60}$|"
    r"^[^!?;]{0,24}(?:willbe(?:debited|charged|collected|taken)|is(?:still)?(?:outstanding|"
    r"overdue|scheduled)|(?:andare|is|are)(?:now)?(?:due|payable))",
    r"(?:must|should|tobe|needsto|hasto)(?:be)?(?:paid|settled)|topay:?$|haveto(?:now)?pay|"
    r"mustpay|(?:isnow|is|nowbecome)(?:due|payable)(?!a)|tobesettled|"
    r"^(?:[^a-z]{0,3}|esta|estdonca|sont|restea)(?:payer|regler|verser)|(?:est|reste|demeure|"
    r"devient)exigible|(?:est|reste|demeure)due?(?![a-z])|anregler",
    r"zuentrichten|zubegleichen|zubezahlen|wird[^!?]{0,40}fallig|(?:bitte)?(?:uberweisen|zahlen|"
    r"begleichen|entrichten)sie(?:bitte)?(?:den|die)?(?:betrag|summe|rechnungsbetrag|"
    r"gesamtbetrag)?(?:von|inhohevon)?$|tevoldoen|dient(?:u)?te",
    r"paythisamount|payinfull|exigible(?!s)|nouveausolde|"
    r"^(?![^!?]{0,60}recu)[^!?]{0,120}sommede[a-z'-]{0,40}\(?$|"
    r"a(?:payer|regler)(?::|$|ttc|\(|avantle|auplustard)|^a(?:payer|regler|verser)",
    r"(?:solde|reste|restant|montant|somme)dus?(?:au|le|a(?![a-z]{3})|en|,|-|\d)",
    r"reste[sz][a-z]{0,12}(?:devoir|redevables?)|nousdev(?:ez|oir)|oweus|schuldensieuns|nosdebe|cideve|"
    r"neta(?:payer|regler|devoir|verser)|reste(?:a|du)?(?:payer|regler)|(?:reste|restant|solde|"
    r"montant|somme|total)(?:ttc)?(?:restant)?dus?(?![a-z])|"
    r"(?:sommes?|montant|solde|total)[a-z'()]{0,24}?a(?:payer|regler|prelever|nousregler|verser|"
    r"acquitter|virer)|resteavotrecharge",
    r"^a(?:payer|regler)(?:$|ttc|avant|le|pour|au|\(|:|\d)|(?<![a-z])a(?:payer|regler)(?:avant|"
    r"ttc|\(|:|auplustard|$)|[a-z](?<!rien)apayer(?::|$)",
    r"(?:devez|redevables?de)|(?:serez|etes)(?:preleve|debite)|sera(?:automatiquement)?(?:preleve|"
    r"debite)e?|preleverons|prelevons|"
    r"prelevee?(?:e)?(?:d'unmontant|de|:|le)|montant(?:du|de)(?:votre|ce)?(?:prelevement|titre|"
    r"echeance)|montant(?:s)?(?:total)?preleve|montantdel'echeance|prelevementde$|montantexigible|"
    r"(?:montant|somme)deman",
    r"amount(?:now)?(?:due|payable|outstanding|tobepaid|topay|owed|owing)|(?:balance|"
    r"payment)(?:now)?due(?!date|on|by)|"
    r"balance(?:outstanding|payable|topay|owing)|total(?:now)?(?:due|payable|owed|owing|"
    r"outstanding)|duepayable|"
    r"(?:please|amountto)pay(?:thisamount|now|:|$)|(?:^|[^a-z])topay:?$|pleasepay|youowe|residual|"
    r"paymentamount|minimumpayment|netdue|"
    r"chargesdue|totalto(?:be)?pa(?:y|id)|amountto(?:be)?(?:debit|collect|remit|take)|we(?:'ll|"
    r"will)(?:take|collect|debit)|willbe(?:charged|debited)|^due:?$|directdebitof",
    r"zahlbetrag|(?<!nicht)zuzahlen|zahlbarerbetrag|(?:noch)?offenerbetrag|restbetrag|"
    r"restforderung|nochzu(?:zahlen|begleichen)|falligerbetrag|"
    r"zahlungsbetrag|zahllast|nachzahlung|(?:betrag|summe)fallig|abbuchungsbetrag|"
    r"abzubuchenderbetrag|lastschriftbetrag|uberweisungsbetrag|"
    r"gesamtforderung|offenersaldo|einzugsbetrag|zuuberweisen|(?:rechnungs)?betrag(?:von|"
    r"inhohevon)|zahlendenbetrag|(?:buchen|ziehen)wir",
    r"tebetalen|openstaand|nogtevoldoen|tevoldoen|verschuldigd",
)
"""What must be paid now: the first tier."""

GRAND = words(
    r"recu[^!?]{0,60}sommede[a-z'-]{0,40}\(?$",
    r"montantde(?:votre|la|l')(?:impot|taxe|facture|cotisation|prime|contribution)|(?:new|closing|"
    r"current)balance",
    r"rechnungs(?:betrag|summe|endbetrag|gesamtbetrag)|endbetrag|gesamt(?:betrag|summe|"
    r"preis)(?!netto)|brutto(?:summe|betrag|gesamt)|gesamtbrutto|"
    r"summe(?:inkl|brutto)|gesamt(?:inkl|\(inkl)|betrag(?:inkl|brutto)",
    r"(?:grand|invoice|bill)total|totalinvoice|total(?:amount|incl|ttc|toutestaxes|facture|"
    r"general|delafacture|factuur|(?:for)?thisinvoice|forthisbill)|"
    r"totalcharges|totalthisbill|invoiceamount|totaldebit|amountcharged",
    r"(?:montant|somme)(?:total|globale?|ttc|factureettc)|(?:montant|net|prix)(?:total)?ttc|"
    r"(?:facture|total)(?:eur|en)?[a-z]{0,12}ttc|totaltoutescharges|"
    r"totaldevotrefacture|totaldelafacture|votrefacture(?:ttc|du)|cotisation(?:annuelle|totale)|"
    r"primetotale|montantdelafacture|montantfacture",
    r"factuur(?:totaal|bedrag)|totaal(?:incl|bedrag|factuur)|eindtotaal",
)
"""The bill's own total with tax: the second tier."""

TOTAL = words(
    r"^solde:?$|^balance:?$",
    r"^total(?!e?ment)|(?<!sub)(?<!sous)(?<!sous-)(?<!sub-)total(?!e?ment|s|ht|hors|net)",
    r"(?<!zwischen)(?<!teil)(?<!netto)summe|brutto|gesamt(?!netto)",
    r"ttc|inkl?\.?(?:mwst|ust|vat)|inclvat|inc\.?vat|vatincl|inclbtw",
    r"(?<!sub)totaal|^prime|^cotisation",
)
"""A total of some kind: the third tier."""

TOLD = words(
    r"cafait$|soit:?$|dasmacht$|thatcomesto$",
    r"(?:un)?montant(?:mensuel|annuel|total)?de$|(?:facture|prelevement|cotisation|quittance|"
    r"abonnement|loyer|avis|frais)[^!?;]{0,60}(?:de|:|\()$|s'eleve(?:nt)?a$|soitunmontant",
    r"(?:invoice|bill|statement|payment|premium|subscription|fees?|instal+ment)[^!?;]{0,60}(?:of|"
    r"for|is|are|:|amountto)$|amounts?to$",
    r"(?:rechnung|beitrag|abschlag|miete|gebuhr|zahlung)[^!?;]{0,60}(?:uber|von|:|inhohevon)$|"
    r"betragt$|belauft[^!?;]{0,20}auf$|(?:factuur|termijn|premie)[^!?;]{0,60}(?:van|:)$",
)
"""A sentence that tells the bill's amount ("votre facture de"): weaker than any total."""

PAID = words(
    r"(?:amount|total)?paid(?:on|:|$)|you(?:'ve)?paid|payment(?:received)?(?:of|:)$|(?:reglement|"
    r"paiement|versement|don)[^!?;]{0,20}(?:de|:)$|(?:paye|regle)e?s?:?$|"
    r"(?:zahlung|betrag)[^!?;]{0,30}(?:erhalten|von)$|charged(?:to|:|$)|donation|(?:plan|premium|"
    r"abonnement|total)"
)
"""What was paid: the amount of a receipt that has no other."""

BARE = words(r"^(?:montant|amount|betrag|bedrag|loyer|gesamt|eur|solde)(?:eneuros?|encents)?:?$")
"""No more than "amount": the last resort."""

NOT_DUE = words(
    r"majore|(?:re|dis)connectionfee|(?:returned|bounced|cancellation|admin)[a-z]{0,12}fee|fraisderejet|montantmoyen",
    r"due(?:if)?(?:paid)?after|after(?:the)?due|apreslecheance|enfindecontrat",
    r"sous-?total|sub-?total|zwischensumme|subtotaal|teilsumme|positionssumme|reportde|areporter|"
    r"ubertrag",
    r"(?:deja|avons)(?:ete)?(?:paye|regle|verse|preleve|recu)|paiements?recus?|regl(?:e|"
    r"ement)s?(?:recu|effectue)|vospaiements|votrepaiement|reglementdu|"
    r"vosversements|versements?(?:effectue|recu)|(?<!der)(?<!net)acomptes?(?:verse|deduit|regle|"
    r"recu|paye)|acomptesfactures|"
    r"(?:amount|already|pre|total|payments?|less|previously|last)paid|paymentsreceived|"
    r"paymentreceived|lastpayment|thankyou|"
    r"payments?(?:and|&)credits|(?:erhaltene|geleistete|abzuglich|bereits|ihre)?(?:an|voraus|"
    r"abschlags?)zahlung|bereits(?:be|ge)zahlt|betaald|voldaan",
    r"(?:solde|montant|report|reliquat)(?:anterieur|precedent|duprecedent)|anciensolde|soldeau|"
    r"soldeinitial|soldedevotrecompteau|previous(?:balance|bill|amount|invoice|unpaid)|"
    r"balance(?:brought|carried|forward|from)|broughtforward|openingbalance|lastbill|yourlast|"
    r"(?:vorheriger|alter)saldo|saldovor|ruckstand",
    r"(?<!da)(?<!re)(?<!se)(?<!ne)(?<!ge)skonto|escompte|remise|rabais|rabatt|reduction|discount|"
    r"korting|nachlass|parrainage|"
    r"gutschein|voucher|saving",
    r"prix(?:unitaire|ht)|p\.?u\.?ht|(?:unit|net|list)price|einzelpreis|stuckpreis|nettopreis|"
    r"stuksprijs|prijs$",
    r"capital|grundkapital|stammkapital|indemnite|forfaitaire|penalit|fraisderecouvrement|"
    r"fraisderetard|fraisdepoursuite|"
    r"(?<!no)latefee|latepayment|mahngebuhr|mahnkosten|verzugs|interestof|majoration",
    r"(?<!incl)(?<!incl\.)(?<!inkl)(?<!inkl\.)(?<!inc)(?<!including)(?<!mit)(?:tva|mwst|"
    r"(?<![a-z])ust|zzgl\.?ust|umsatzsteuer|mehrwertsteuer|btw|vat|gst|steuerbetrag|tax|"
    r"taxes)(?:[\d.,%)(]|identiqu[a-z ]+|total|amount|betrag|satz|collectee|payee[a-z]+|au|taux|a|"
    r"at|de|reduite?|normale?){0,8}(?::|$)",
    r"(?:dont|davon|(?<!total)(?<!amount)including|ofwhich|soit)(?:tva|ust|mwst|taxe|vat|"
    r"contribution|eco|abonnement)|"
    r"ecopart|copieprivee|"
    r"(?:total|montant|somme|base|valeur|net)(?:s)?(?:net)?(?:h\.?t\.?(?!tc)|hors)|"
    r"(?:netto(?:betrag|summe|gesamt|warenwert)?(?:$|:|eur|€|in))|"
    r"(?:net(?:total|amount|amout|value|subtotal)|total(?:net|before|excl|ohne|hors)|amountexcl|"
    r"excl(?:\.|uding)?(?:vat|tax|btw)|ohneust|warenwert|grundlage|basisbetrag|assiette|beforetax)",
    r"franchise|plafond|garantie|caution|depotdegarantie|excess|deductible|kaution|"
    r"valeur(?:assure|declare)|credits?impot",
    r"capitalrestant|revenufiscal|rembours|(?:prochaine?|next)(?:echeance|facture|bill|instal|"
    r"abbuchung|abschlag)|estimation|(?:bilan|cumul|depuisle)|consommation(?:annuelle|s?de)|"
    r"votreconsommation|surunan|overthelast|average|moyenne|durchschnitt|vorjahr|anneeprecedente",
    r"rendu(?:e|demonnaie)?|monnaierendue|changedue|^change|ruckgeld|gegeben|tendered|wisselgeld|"
    r"cash$|especes$",
    r"(?:gesamtbetragder)?(?:zuschlage|abschlage)$|teilzahlung",
)
"""Says that the amount beside it is not what is due: part, payment, tax, old balance, unit, fee."""

CREDIT = words(
    r"envotrefaveur|(?:solde|montant)?crediteur|guthaben|gutschrift|credit(?:note|balance)|totalcredit|"
    r"avoir(?:ttc|net)|arembourser|"
    r"(?:montant|somme)(?:a|de)?(?:votre|vous)?rembours|vousserarembourse|seraremboursee?|(?<!non)(?<!non-)refund(?!able)|"
    r"netavoir|inyourfavou?r|erstattung|votrerestitution|krijgt(?:u)?(?:nog)?(?:geld)?terug|tegoed|terugontvang|"
    r"adevolver|asufavor|darimborsare|avostrocredito|asuocredito"
)
"""Says that the amount goes to the customer."""

TAXED = words(
    r"ttc", r"toutestaxes", r"brutto", r"incl", r"inkl", r"gross", r"total(?!ht)", r"gesamt"
)
"""A column header that holds amounts with tax."""
UNTAXED = words(
    r"ht(?![a-z])(?<!ttcht)",
    r"horst",
    r"(?<!brut)netto",
    r"excl",
    r"(?:mont|taux)[a-z]*tva",
    r"tva|mwst|ust\b|vat|btw|tax",
    r"(?:unit|pu|qt|quant|menge|anzahl|aantal|kwh|prix|price|preis|prijs|rate|taux|base)",
)
"""A column header that holds prices, quantities, net amounts or taxes."""
