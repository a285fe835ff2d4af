"""What frauds say: threats, card numbers asked for, new accounts, calls about purchases."""

from classify.text import phrase

CANNOT_BE_TAKEN_BACK = phrase(
    r"(?:bitcoin|btc|usdt|ethereum|crypto(?:monnaie|currency|wallet)?|gift ?cards?|pcs mastercard"
    r"|paysafecard|"
    r"neosurf|transcash|western union|moneygram|steam card)s?(?![a-z])",
    r"(?:cartes? cadeaux?|geschenkkarten?) (?:pour|als|comme|en) (?:payer|paiement|zahlung)",
)
THREAT = phrase(
    r"(?:sera|seront|sinon|serait|etre) (?:[^.!?]{0,20} )?(?:suspendu|bloque|coupe|resilie|ferme"
    r"|supprime|desactive|"
    r"retourne)\w* (?:[^.!?]{0,20} )?(?:dans les|sous|aujourd'hui|sous 24|immediatement|demain)",
    r"compte (?:[^.!?]{0,20} )?(?:suspendu|bloque|limite)(?!r)|eviter la (?:suspension|coupure)",
    r"(?:coupure|suspension) [^.!?]{0,40} sous (?:24|48)|sous (?:24|48) ?h(?:eures)?(?![a-z])|passera a"
    r" [^.!?]{0,20}demain",
    r"(?:account|service|profile|membership|subscription|access) (?:[^.!?]{0,20} )?(?:has been |is |was "
    r"|will be )"
    r"(?:suspended|closed|terminated|deleted|locked|disabled|on hold|limited|deactivated)",
    r"(?:final|last) (?:warning|chance)|act now|immediate action|ends tonight|within (?:24|48) hours"
    r" (?:or|your|to)",
    r"(?:heute|sofort|umgehend)[^.!?]{0,20} (?:gesperrt|abgeschaltet|gekundigt)|konto[^.!?]{0,30} gesperrt|"
    r"innerhalb von (?:24|48)",
)
ASKS_CARD = phrase(
    r"(?:saisi\w+|renseign\w+|rempli\w+|indiqu\w+|entre[rz]|confirm\w+|mettez a jour|mettre a jour"
    r"|actualis\w+) "
    r"[^.!?]{0,60}(?:carte (?:bancaire|bleue|de credit)|informations de (?:paiement|facturation)"
    r"|coordonnees bancaires|"
    r"vos (?:donnees|informations))",
    r"(?:update|confirm|verify|enter|provide) (?:[^.!?]{0,30} )?(?:payment|billing|card|account|bank) "
    r"(?:information|details|method|info|data)",
    r"(?:zahlungs(?:daten|informationen|methode)|kontodaten|daten) [^.!?]{0,30}(?:aktualisier|bestatig)\w*|"
    r"(?:aktualisier|bestatig)\w+ sie [^.!?]{0,30}(?:zahlungs|konto|ihre daten)\w*",
)
NEW_ACCOUNT = phrase(
    r"(?:nouveau|nouvel|nouvelles?|changement (?:de|des|du)|modification (?:de|des|du)|ancien) (?:nos "
    r"|notre )?"
    r"(?:compte(?: bancaire)?|coordonnees bancaires|rib|iban)(?! client)(?![a-z])",
    r"(?:compte bancaire|coordonnees bancaires|rib|iban) (?:[^.!?]{0,30} )?(?:a change|ont change|est"
    r" cloture|cloture)",
    r"(?:new|updated|changed|change of|change to) (?:our |the )?(?:bank(?:ing)? (?:details|account"
    r"|information)|account "
    r"details)|new account (?:below|details|number)|account (?:is )?under audit",
    r"(?:neue|geanderte) (?:bankverbindung|kontoverbindung|iban|kontodaten)",
)
CALL = phrase(
    r"(?:cancel|dispute|refund|did not|didn't|unauthori[sz]ed|any (?:changes|questions|inquiries)"
    r"|assistance)"
    r"[^!?]{0,200}(?:call|contact|reach|dial|helpline|toll|phone)[^!?]{0,80}[+(]?[0-9][0-9() .–-]{8,}",
    r"(?:call|dial|reach|helpline|toll[- ]free|customer (?:care|support)|support (?:team|number"
    r"|line))[^!?]{0,60}"
    r"[+(]?[0-9][0-9() .–-]{8,}[^!?]{0,160}(?:cancel|dispute|refund|unauthori[sz]ed)",
)
