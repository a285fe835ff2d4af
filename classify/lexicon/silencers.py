"""Standing phrases of bills that hold a sign's words without meaning them; no sign is read in them.

"TVA acquittée sur les encaissements" is no payment, "pensez au prélèvement automatique" no debit,
"si vous avez déjà réglé" a condition.
"""

import re

from classify.text import phrase

_REST = r"[^.!?]{0,140}"
"""The rest of the sentence."""

_OFFERS = phrase(
    r"(?:optez|opter|passez|passer|pensez|adherez|adherer|souscri(?:vez|re)|choisi(?:ssez|r)|adoptez|"
    r"simplifiez\S* .{0,30}|demandez|profitez|facilitez\S* .{0,30}|beneficiez|mettre en place|"
    r"mise en place|decouvrez|optant)"
    rf" (?:.{{0,25}} )?(?:prelevement|mensualis)\w*{_REST}",
    r"(?:frais|fee) (?:de |for )?(?:rejet|returned|failed)[^.!?]{0,40}",
    rf"(?:vous pouvez|possibilite de|peut|pouvez-vous) [^.!?]{{0,60}}(?:prelev|mensualis)\w+{_REST}",
    rf"(?:payez|payant|paiement|reglez) en ligne [^.!?]{{0,120}}(?:prelev|debit)\w+{_REST}",
    r"(?:formulaire|demande|bulletin|coupon|mandat|autorisation)s? (?:d'adhesion )?"
    r"(?:de |au |d'autorisation de )prelevement\w*(?: sepa)?(?: a (?:completer|retourner|remplir))?",
    r"prelevement (?:liberatoire|a la source|automatique (?:gratuit|: simple))",
    r"(?:frais|incident|rejet)\w* (?:de |du )(?:rejet de |rejet du )?prelevement",
    r"(?:set(?:ting)? up|switch(?:ing)? to|sign up (?:for|to)|why not|save .{0,20} (?:by|with)|register"
    r" for|"
    r"interested in|apply for|start paying by|consider|spread .{0,40} by|ask (?:us )?about|join)"
    rf" (?:.{{0,20}} )?(?:direct debit|auto-?pay|automatic payments?){_REST}",
    r"pay by (?:monthly )?direct debit(?: and| to|:)",
    r"ways to pay\s?:? direct debit",
    r"(?:modes|moyens|facons) de (?:paiement|reglement)[^.!?\n]{0,30}:[^.!?]{0,60}prelevement[^.!?]{0,60},"
    r"[^.!?]{0,100}",
    r"(?:payment (?:options|methods)|methods of payment|how to pay)\s?:[^.!?]{0,60}direct debit[^.!?]{0,60},"
    r"[^.!?]{0,100}",
    rf"(?:erteilen sie|nutzen sie|bequem|konnen sie|moglich) [^.!?]{{0,60}}(?:lastschrift|einzug"
    rf"|abbuch)\w*{_REST}",
)

_CONDITIONS = phrase(
    r"(?:si|s'il|sauf si|au cas ou|if|unless|falls|sollten|sofern|wenn|als u) [^.!?]{2,90}"
    rf"(?:prelev|mensualis|direct debit|auto-?pay|lastschrift|einzug|abbuch)\w*{_REST}",
    r"(?:si|s'il|sauf si|au cas ou|if|unless|falls|sollten|sofern|wenn|als u) [^.!?,:;\n#]{2,120}"
    r"(?:\n[^.!?,:;\n#]{0,100})?",
    r"(?:toute?s?|chaque|any|jede) (?:les )?(?:facture|somme|paiement|retard|reglement|unpaid|late"
    r"|overdue|payment|"
    r"invoice|bill)[^.!?]{0,120}",
    r"sauf (?:paiement|reglement|versement) [^.!?]{0,60}(?:deja|effectue|intervenu|recent)\w*",
    r"en l'absence de [^.!?]{0,140}",
    r"(?:in case|in the event) of [^.!?]{0,140}",
    r"(?:en cas (?:de |d')|a defaut (?:de |d')|tout (?:retard|reglement|paiement) |passe (?:ce|cette|la) )"
    r"[^.!?]{0,160}(?:mise en demeure|relance|retard|rappel|impaye\w*|majoration|penalite)",
    r"(?:bei|im falle des) (?:zahlungs)?verzug\w*[^.!?]{0,100}",
    r"(?:invoices?|accounts?|balances?|amounts?|bills?|payments?) (?:that |which |not |remaining )"
    r"[^.!?]{0,60}(?:overdue|past due|unpaid|outstanding|late)",
    r"(?:wird|werden|ist) (?:erst )?nach (?:einzug|abbuchung|zahlungseingang)",
)

_LAW = phrase(
    r"(?:tva|taxe|tax) (?:.{0,12} )?(?:acquittee|payee|exigible|due)\w* (?:.{0,12} )?(?:sur|d'apres|selon)"
    r" les (?:debits|encaissements|livraisons)",
    r"\(?payee sur les (?:debits|encaissements)",
    r"indemnite forfaitaire .{0,60}recouvrement",
    r"penalites? .{0,20}(?:de |pour )retard",
    r"(?:frais|indemnite)s? (?:forfaitaires? )?(?:de |d')(?:relance|rappel|mise en demeure|impaye)\w*",
    r"(?:sans|apres) mise en demeure(?: prealable)?",
    r"une (?:relance|mise en demeure) vous sera",
    r"(?:late|overdue|past due) (?:payment |bill )?(?:fee|charge|interest|penalt)\w*",
    r"mahn(?:gebuhr|kosten|spesen|pauschale)\w*",
    r"rappel (?:de |des |du )(?:vos|votre|informations|references?|contrat|conditions|puissance|index)",
    r"(?:pour rappel|a titre de rappel|rappel\s?:) .{0,10}(?:votre (?:contrat|offre|numero)|vos)",
    r"(?:non |pas )rembours\w+|(?:satisfait|differe) ou rembourse|aucun remboursement",
    r"money[- ]back|non-?refundable|refund policy|refundable|no refunds?|(?:for|eligible for) (?:a"
    r" )?(?:full )?refund",
    r"rappel ?: (?:la )?date limite",
    r"quittance[^.!?]{0,20} (?:sera|seront|suivra)[^.!?]{0,60}",
    # The two parts of a Swiss payment slip.
    r"(?:receipt|recepisse|empfangsschein|ricevuta)[^a-z]{0,6}(?:payment part|section paiement|zahlteil|"
    r"sezione pagamento|account / payable|compte / payable|konto / zahlbar)",
    r"last year[^.!?]{0,40}",
    r"exemple",
)

_ACCOUNT = phrase(
    # Lines of an account: what was paid before this bill.
    r"(?:paiement|reglement|versement|prelevement|acompte|payment|credit|zahlung|abschlag)\w*"
    r" (?:recu|effectue|deja verse|received|erhalten|geleistet)\w*[^.!?\n]{0,25}"
    r"(?:\s?-\s?[0-9€£$]|[0-9] ?(?:€|eur)?-)",
    r"(?:previous|last|prior) (?:bill|balance|payment|invoice|statement)[^.!?]{0,60}(?:received|paid"
    r"|thank you)",
    r"(?:payments?|amount) (?:received|paid) (?:since|-)[^\n]{0,40}",
    r"(?:ancien solde|solde (?:precedent|anterieur)|derniere facture|precedente facture|facture precedente)"
    r"[^.!?]{0,80}(?:recu|regle|paye|merci)\w*",
    r"(?:facture|echeance)s? precedentes?[^.!?]{0,40}(?:regle|paye)\w*",
    r"(?:acomptes?|arrhes|anzahlung\w*|deposit|provisions?) (?:[^.!?\n]{0,30})"
    r"(?:verse|recu|paye|regle|paid|received|erhalten|bezahlt|gezahlt)\w*(?: le [0-9/.]+| par \w+)?",
)

SILENCERS: tuple[re.Pattern[str], ...] = (_LAW, _ACCOUNT, _OFFERS, _CONDITIONS)
"""Blanked in this order."""
