"""Words that stand beside dates, in French, English, German and Dutch (tried on squashed text)."""

from extract.labels import words

DUE = words(
    r"(?:dates?|jour|a)?(?:d'|de|l')?echeance(?!rs?|s)(?:(?:de|du|le|au|facture|paiement|"
    r"reglement)){0,4}(?:\(s\))?:?$",
    r"(?:date|jour)(?:limite|butoir)(?:de(?:votre)?(?:paiement|reglement|versement|"
    r"virement))?(?:$|:|le|au|\(|report)|(?:limite|delai)de(?:paiement|reglement)|"
    r"dates?(?:de|prevuede)(?:votre)?(?:paiement|reglement|p(?<!p)relevement)|exigible(?!s)",
    r"due(?:date|on|by|before)|payment(?:is)?due|payby|pleasepayby|payuntil|lastdateforpayment|"
    r"latestpaymentdate|"
    r"directdebitdate|paymentdate|collectiondate|(?:^|[^a-z])due:?$|datedue|remituntil|payableby|"
    r"payment(?:date|deadline)",
    r"fallig(?:keit|keitsdatum|am|bis|zum|keitstag|ab|:|$)|zahlungs(?:ziel|termin|frist)|"
    r"zahldatum|zahltag|zahlbar(?:bis|zum|am)|"
    r"netto(?:bis|zahlbarbis|zum)|abbuchungs(?:termin|datum|tag)|einzugs(?:termin|datum)|"
    r"zuzahlenbis",
    r"vervald(?:atum|ag)|betalenvoor|voldoenvoor|incassodatum|uiterste(?:betaal|betalings)datum|"
    r"uiterlijk(?:op|voor|betalen)?:?$",
)
"""A label that names the due date: the first tier."""

DUE_PROSE = words(
    r"^by:?$|d'ici(?:le|au)$|scheduledfor$|(?:please|kindly)[^;!?]{0,70}by$|(?:payer|regler|"
    r"paiement|reglement|payable|acquitt|virer|vers[ée]|reglerez|"
    r"parvenir|attendue?|virement)[^;!?]{0,60}?"
    r"(?:avantle|auplustard(?:le)?|jusqu'au|pourle|dici(?:le|au)|d'ici(?:le|au)|aule|le|:)$",
    r"^(?:avantle|auplustard(?:le)?):?$",
    r"^(?:oder|ou|or|o|oppure|of)(?:bis(?:zum)?|avant(?:le)?|auplustard(?:le)?|by|antesdel?|entroil|voor)$",
    r"(?:prelev|debit|domicili)[^;!?]{0,90}?(?:(?<![a-z])le|(?<=[a-z\d])le|du|apartirdu|autourdu|"
    r"auxenvironsdu|versle|:|date|au)$",
    r"^(?:sera)?p(?<!p)relevee?(?:s)?(?:le|au|:)?$|p(?<!p)relevement:?$|p(?<!p)relevele:?$",
    r"(?:payable|paid|pay|receive|remit|payment|settle|reachus|transfer)[^;!?]{0,60}?(?:by|before|"
    r"until|"
    r"nolaterthan|(?<!paid)on)(?:the)?:?$|nolaterthan$",
    r"(?:debit|collect|take|charge|payment)[^;!?]{0,60}?(?:onorafter|onorjustafter|onoraround|"
    r"on(?:orabout)?|"
    r"from|dated?)(?:the)?:?$",
    r"(?:zahl|begleich|uberweis|ausgleich|entricht|eingang|anweis|erbitten)[^;!?]{0,90}?(?:bis|"
    r"zum|spatestens|am)(?:zum|spatestens|dem|den|am)*:?$|"
    r"(?:nettokasse|ohneabzug|reinnetto)(?:bis|zum)*:?$|(?:bitte)biszum:?$|^biszum:?$|"
    r"spatestens(?:am|bis|zum|biszum)?:?$",
    r"(?:abgebucht|eingezogen|einziehen|abbuchen|abbuchung|einzug|lastschrift|"
    r"belasten)[^;!?]{0,60}?(?:am|zum|ab|:)$|"
    r"(?:(?:ziehen|buchen)wir|wir(?:ziehen|buchen))[^;!?]{0,60}am$|(?:werden|"
    r"wird)[^;!?]{0,60}?(?:am|zum)$",
    r"(?:betal|voldoe|overmak|maak)[^;!?]{0,60}?(?:voor|op|uiterlijk)(?:op)?:?$|(?:afgeschreven|"
    r"afschrijven|incasseren)[^;!?]{0,40}?(?:op|rond):?$",
)
"""A sentence that leads to the due date: the second tier."""

DUE_WEAK = words(
    r"(?:avantle|auplustardle|pasplustardquele|jusqu'au)$|(?:bis|spatestens)(?:zum|am)$|(?:nolaterthan|before)$"
)
"""A limit of time that names no payment: the last tier."""

ASKED_ELSE = words(
    r"ecri|contact|retourn|adress|utilis|inscri|modifi|adhere|attestation|envoy|transmet|communiq|"
    r"releve|profit|offre|"
    r"write|return|send|submit|read|offer|meld|senden|schicken|ablesen|angebot|widerr"
)
"""Something other than money is asked for by then."""

NEEDS_AFTER = words(r"(?:werden|wird)[^;!?]{0,60}?(?:am|zum)$")
"""A beginning that is only about paying when AFTER follows the date."""

AFTER = words(
    r"^[^.]{0,80}?(?:abgebucht|eingezogen|abbuchen|einziehen|belastet|fallig|zuuberweisen|"
    r"zuzahlen|zubegleichen|zubezahlen|uberwiesen)",
    r"^[^.]{0,40}?(?:serap(?<!p)relevee?|serontp(?<!p)releve|serezp(?<!p)releve|"
    r"nousp(?<!p)releverons)",
    r"^[^.]{0,40}?(?:willbe(?:debited|collected|taken|charged))|^(?:wordt|"
    r"zal)[^.]{0,60}?(?:afgeschreven|geincasseerd)",
)
"""Text right of a date that makes it the due date ("wird am 05.09.2026 abgebucht")."""

DISCOUNT = words(
    r"(?<!kein)(?<!keinen)(?<!ohnejeden)(?<!da)(?<!re)(?<!se)(?<!ne)(?<!ge)skonto(?!frei)|"
    r"(?<!aucun)(?<!sans)(?<!pasd')(?<!point d')(?<!0%d')escompte(?!n'|pour)|"
    r"(?<!no)(?<!without)discount|korting|(?<!kein)rabatt|\d%remise|abzuglich\d"
)
"""An early payer's date, which is not the due date."""

NOT_DUE = words(
    r"dernier(?:p(?<!p)relevement|paiement|reglement)|(?:paiement|reglement|versement)s?(?:recu|"
    r"effectue|enregistre)|payment(?:s)?received|"
    r"zahlung(?:seingang)?(?:vom|erhalten)|(?:already|was|has|been|were)(?:paid|received|debited)|"
    r"(?:paye|regle|acquitte)e?s?(?:parcarte|par[a-z]{2,12})?le$|"
    r"paidon$|bezahltam$|lastpayment|a(?:bienete|ete|vonsrecu|vezeffectue)|merci|"
    r"prochaine?s?(?:facture|(?<!p)releve|p(?<!p)relevementle)|next(?:bill|invoice|meter|"
    r"statement)|nachste",
    r"contrat|engagement|resiliation|renouvel|contract|renewal|vertrag|kundig|souscri|validite|"
    r"valable|valid|gultig|expir|mandat|reconduc|"
    r"droitau?bail|garantie|warrant",
    r"periode|period(?!duedate)|livraison|delivery|liefer|leistung|prestation|commande|"
    r"order(?!ed?by)|bestell|consommation|(?<!p)releve[sd]?e?le|"
    r"intervention|naissance|sejour|arrivee|depart|impri|edite|printed|versand|expedi|solde(?:au|"
    r"anterieur)|situation(?:au|du)|arrete(?:au)?",
    r"envigueur|tarif|loi(?!re)|decret|article|opposition|reclam|contest",
)
"""Text left of a date that takes the due date away from it."""

ISSUED = words(
    r"dates?(?:de(?:la|votre|l'|cette)?|d'|du|l')?(?:facture|facturation|emission|edition|"
    r"document|avis|quittance|(?<!p)releve|etablissement|appel|relance|courrier)(?!s)|"
    r"emise?s?(?:le|:)|etablie?(?:a[a-z'-]{2,30},?)?le$|editee?le$|emission:?$|"
    r"(?:facture|quittance|avoir|avis|appel|(?<!p)releve|duplicata|titre|note)(?:du|le)$|"
    r"(?:facture|quittance|avoir|avis|appel|(?<!p)releve|duplicata|titre|"
    r"note)(?![a-z]{0,20}(?:periode|"
    r"preced|initial|origine))[^;!?]{0,60}?(?:(?<![a-z])du|(?<=\d)du|endatedu|emisele|(?<=\d)le|"
    r"facturedu|avisdu):?$|"
    r"faita?[^;!?\d]{2,40}?le$|(?:envoye|date)e?le$|endatedu$",
    r"(?:invoice|bill|billing|statement|issued?|document|tax|receipt|creditnote|notice|"
    r"letter)(?:date|dated|issuedon|on)(?!s)|"
    r"date(?:of|ofthe|ofthis)?(?:invoice|issue|bill|statement|letter|notice)|issued(?:on|at|:)?$|"
    r"dated:?$|taxpoint|(?:invoice|bill)[^;!?]{0,40}?(?:of|issuedat|dated|datedthe)$|billedon",
    r"(?:rechnungs|ausstellungs|beleg|erstellungs|brief|bescheid|druck)-?(?:datum|tag)|"
    r"datumder(?:rechnung|ausstellung)|(?:erstellt|ausgestellt)am|"
    r"(?:rechnung|gutschrift|bescheid|mahnung|abrechnung|beleg)[^;!?]{0,60}?(?:vom|von)$|(?:nr|"
    r"nummer)\.?:?[a-z0-9/._-]{1,30}vom$",
    r"(?:factuur|nota|verzend)datum|datumfactuur|factuur[^;!?]{0,40}?van$",
)
"""Text left of a date that makes it the day of issue."""

DATED = words(
    r"^(?:date|datum|dated|le|den|am|du)[:.]?$|(?:^|[^a-z])(?:date|datum):?$|"
    r"^[^\d;!?:]{2,40},(?:le|den|am|the)?$|^[a-z' -]{2,30},le$"
)
"""A bare "Date:", or a town before a date: weaker."""

NOT_ISSUED = words(
    r"period|livraison|delivery|liefer|leistung|prestation|commande|order|bestell|echeance|limite|"
    r"avant|duedate|dueby|dueon|fallig|"
    r"zahl(?!ungserinn)|(?<!p)releve[es]*le|naissance|contrat|mandat|prelev|"
    r"(?<!da)(?<!re)(?<!se)(?<!ne)(?<!ge)skonto|valable|auftrag|"
    r"versand|shipp|service|training|intervention|"
    r"payment|paiement|print|imprim|next|prochain|initial|origine|annul|preced|impaye"
)
"""Text left of a date that takes the day of issue away from it."""

BETWEEN = words(
    r"^(?:inclus|include|included)?,?(?:au|bis|biszum|to|-|until|tot|tem|t/m|jusqu'au|et|and|a|"
    r"through|biseinschl\.?|->)(?:the)?$"
)
"""What stands between the first and the last day of a period."""

MONTH = words(
    r"(?:periode|mois|loyer|echeance|terme|charges|quittance|monat|month|period|miete|"
    r"abrechnungsmonat|huur|maand)[a-z:'() -]{0,24}$"
)
"""What stands before a month and a year that are the period."""
