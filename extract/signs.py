"""What a document says must (not) be done, each proved by its quote."""

import re
from collections.abc import Iterable

from extract.labels import words
from extract.squash import squash

TITLE = "invoice_title"

_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "direct_debit",
        words(
            r"(?:sera|seront|serez|etes|est|sont)(?:automatiquement)?(?:preleve|"
            r"debite)(?!.{0,20}sivous)|nous(?:preleverons|prelevons)|avisdeprelevement|"
            r"prelevementapartirdu|"
            r"(?:paiement|reglement|mode[a-z]{0,20}):?par?prelevement|"
            r"par:?prelevement(?:automatique|sepa|bancaire|le|surle)|montant(?:du)?prele?v|"
            r"prelevele|(?:paiement|reglement|mensualise)[a-z]{0,12}:?prelevement(?:automatique|"
            r"sepa|bancaire|le|:)|date(?:de|du)prelevement|prelevementle",
            r"(?:will|to)be(?:collected|debited|taken|charged)[^.]{0,40}?(?:directdebit|account|"
            r"card|on)|we(?:'ll|will)(?:take|collect|debit|charge)|paymentmethod:?directdebit|"
            r"(?:by|via|paying)(?:by)?directdebit(?:on|from|fromyour)|directdebit(?:willbe|onor|"
            r"of[£€])|youpayby(?:monthly)?directdebit|willbeautomatically(?:charged|debited|"
            r"collected)",
            r"(?:wird|werden)[^.]{0,90}?(?:abgebucht|eingezogen|belastet)|"
            r"buchenwir[^.]{0,80}?ab(?![a-z])|ziehenwir[^.]{0,80}?ein(?![a-z])|(?:per|durch|"
            r"im)(?:sepa-?)?(?:basis-?)?(?:lastschrift|bankeinzug|"
            r"abbuchung)(?:verfahren)?(?:[a-z]{0,40}?(?:ein|ab|eingezogen))|"
            r"zahlungsart:?(?:sepa-?)?lastschrift|zahlungsweise:?(?:sepa-?)?lastschrift",
            r"(?:wordt|zal)[^.]{0,80}?(?:afgeschreven|geincasseerd)|"
            r"automatischeincasso(?!mogelijk)",
        ),
    ),
    (
        "already_paid",
        words(
            r"(?:facture|montant|somme|loyer|note)[a-z]{0,20}(?:acquitte|payee?|regle|"
            r"soldee?)(?:e)?(?:le|par|cejour|$|\.|!|,)|^(?:acquittee?|payee?|reglee?|"
            r"facturereglee)(?:$|le|par|cejour|!)|"
            r"(?:payee?|reglee?|acquittee?)(?:le|par(?:carte|cb|cheque|virement|paypal|"
            r"prelevement|especes))|(?:deja|bienete|integralement)(?:payee?|reglee?|"
            r"acquittee?)(?!s)|"
            r"paiement(?:bien)?(?:recu|accepte|valide|effectue|enregistre|par(?:carte|"
            r"cb)(?:bancaire)?(?:recu|accepte|valide|du|le))|(?:avons|"
            r"bien)(?:bien)?recuvotre(?:paiement|reglement)|rienapayer|"
            r"(?:restea(?:payer|regler)|soldedu|netapayer|soldea(?:payer|regler)):?0[.,]00|"
            r"aucun(?:reglement|paiement)n'estattendu|pouracquit",
            r"(?<!un)(?<!be)(?<!not)(?<!amount)(?<!if)(?<!tobe)paid(?:infull|on|by(?:card|visa|"
            r"master|paypal|credit)|with|via|$)|^paid$|payment(?:was|hasbeen)?received(?!after|s|"
            r"by)|thankyouforyourpayment|(?:amountdue|balancedue|balance):?[£$€]?0[.,]00|"
            r"hasbeenpaid|nopayment(?:is)?(?:due|required|necessary)|alreadypaid",
            r"(?<!noch nicht)(?:betragdankend|dankend)erhalten|(?:bereits|"
            r"wurde)(?:[a-z]{0,40})?(?:bezahlt|beglichen)|^bezahlt|bezahlt(?:am|per|mit)|"
            r"zahlungerhalten|keinezahlung(?:erforderlich|notwendig)|rechnungistbezahlt|"
            r"betragerhalten|zahlbetrag:?0,00|offenerbetrag:?0,00",
            r"vooruitbetaald|(?:is|reeds|werd)(?:al)?(?:betaald|voldaan)|^voldaan|^betaald",
        ),
    ),
    (
        "credit_note",
        words(
            r"^(?:facture)?d?'?avoir(?:$|n[o°]|:|[a-z]{0,3}[-\d#]|du|client|commercial)|"
            r"noted?e?credit|facturedavoir|envotrefaveur|soldecrediteur|(?:vous)?serarembourse|"
            r"rembourserons|remboursementde|"
            r"(?:nous)?vousrembours",
            r"creditnote|creditmemo|creditinvoice|inyourfavou?r|(?:we|will)(?:'ll|will|"
            r"be)?refund(?!able)|amountrefunded|incredit",
            r"^(?:rechnungs|storno|kunden)?gutschrift(?!en)|rechnungskorrektur|stornorechnung|"
            r"guthaben(?:von|:|inhohe)|zuihrengunsten|creditnota|creditfactuur",
        ),
    ),
    (
        "reminder",
        words(
            r"(?:^|[^a-z])(?:lettrede)?relance(?!z)|mise?endemeure|(?:lettrede|dernier|premier|"
            r"deuxieme|second|1er|2e|2eme|3e)rappel|^rappel(?!ez|ons|er)|rappel(?:de)?(?:paiement|"
            r"facture|reglement|echeance|amiable)|(?:factures?|somme|montant|loyer)s?(?:reste|"
            r"demeure|encore)?(?:nt)?impaye|sommesimpayees|avantpoursuites|"
            r"n'avonspas(?:encore)?recuvotre",
            r"(?:^|payment|final|first|second|friendly|invoice|overdue)reminder|reminder(?:notice|"
            r":|$)|(?:is|now|are|your|the|invoice|account|days|payment|amount|balance)overdue|"
            r"pastdue(?!ba)|finalnotice|finaldemand|demandforpayment|lateforpayment|"
            r"havenotreceived(?:your)?payment|noticeofdefault|collectionnotice",
            r"(?:zahlungs|erste|zweite|letzte|1\.|2\.|3\.)(?:erinnerung|mahnung)|^mahnung|"
            r"^\d\.mahnung|mahnung(?:$|nr|vom|zur)|zahlungsverzug|uberfallig(?:en|er|e|$)|"
            r"herinnering|aanmaning",
        ),
    ),
    (
        "schedule",
        words(
            r"^(?:votre)?(?:avisd')?(?:echeancier|calendrierde(?:s)?(?:paiement|prelevement|"
            r"mensualite)s?|plandemensualisation|plandepaiement|avisdemensualisation)|"
            r"echeancier(?:de|des|annuel|previsionnel)(?:votre|vos)?(?:paiement|prelevement|"
            r"mensualite)|(?:vosmensualites|vosprelevementsmensuels|vosprochainsprelevements)",
            r"(?:payment|instal+ment)(?:schedule|plan)|yourpaymentplan|(?:ratenplan|zahlungsplan|"
            r"abschlagsplan|abschlage:|termijnplan|betaalschema)",
        ),
    ),
    (
        "receipt",
        words(
            r"^(?:ticketdecaisse|ticket(?:n|client)|recu(?:n|de|pour|fiscal|$)|"
            r"quittance(?!ment)(?:de)?(?:loyer|$)?(?!.{0,60}nevautpas)|"
            r"carte(?:bancaire)?sanscontact|ticketcommercant|ticketcarte)|facture-?acquittee|"
            r"noted'?honorairesacquittee|ticketaconserver|debitcontactless|carteemv|cbcontact|"
            r"recudepaiement|confirmationdepaiement|justificatifdepaiement|feuilledesoins",
            r"^(?:sales|payment|cash|order)?receipt(?!s)(?:[:#n]|$|for|\d)|salesreceipt|"
            r"paymentreceipt|paymentconfirmation|cardpayment|auth(?:orisation)?code|changedue|"
            r"cashtendered|cardending",
            r"kassenbon|quittung|bonnr|kassenbeleg|zahlungsbestatigung|kassabon|^bon(?:nummer)?$|"
            r"gegeben|ruckgeld|ec-?cash|girocard",
        ),
    ),
    (
        "portal_notice",
        words(
            r"(?:facture|document|avis|releve|quittance|"
            r"echeancier)[^.]{0,60}?(?:est)?(?:disponible|consultable|telechargeable|"
            r"misea?disposition|arrivee|vousattend)[^.]{0,60}?(?:espace|ligne|compte|site|"
            r"application|appli|portail)|(?:disponible|consultable|"
            r"telechargeable)[^.]{0,30}?(?:dans|sur|depuis)(?:votre)?(?:espace|compte|appli)|"
            r"(?:consulte[zr]|telecharge[zr]|retrouvez|payez)(?:la|votre|cette|des?maintenant|"
            r"en)(?:la|votre)?facture[^.]{0,40}?(?:espace|ligne|compte|appli|site)",
            r"(?:bill|invoice|statement)(?:is)?(?:now)?(?:ready|available)(?:toview|online|in|on|"
            r"$|\.)?|(?:view|see|download)(?:and(?:pay|download))?your(?:latest|new|full)?(?:bill|"
            r"invoice|statement)(?:online|in|at|on|$)|newbillisready",
            r"rechnung[^.]{0,50}?(?:steht|liegt|ist)[^.]{0,40}?(?:bereit|verfugbar|abrufbar|"
            r"online)|imkundenportal(?:bereit|abruf|einseh)|"
            r"factuur[^.]{0,30}?staat[^.]{0,20}?klaar",
        ),
    ),
)
_NOT_BILL: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "quote",
        words(
            r"^devis(?!e|es)(?![a-z]*acc)|^propositioncommerciale|^offredeprix|^(?:quote|"
            r"quotation|estimate|proforma)(?![a-z]*accepted)|^(?:angebot|kostenvoranschlag)(?!e|"
            r"s)|^offerte|^votredevis|^factureproforma"
        ),
    ),
    (
        "order",
        words(
            r"^(?:votre)?(?:bondecommande|confirmationdecommande|accusedereception)|^(?:yourorder|"
            r"purchaseorder|orderconfirmation|salesorder|order(?:no|number|#|:\d))|^(?:bestellung|"
            r"auftragsbestatigung|bestellbestatigung|orderbestatigung|bestelling|orderbevestiging)"
        ),
    ),
    (
        "delivery_note",
        words(
            r"^bondelivraison|^(?:delivery|packing)(?:note|slip|list)|^lieferschein(?!nr|nummer|"
            r"datum|:)|^pakbon"
        ),
    ),
    (
        "payslip",
        words(
            r"^bulletinde(?:paie|paye|salaire)|^fichedepaie|^pays?lip|^(?:entgelt|gehalts|"
            r"lohn)abrechnung|^loonstrook"
        ),
    ),
)
_TITLE = words(
    r"^(?:votre|duplicata(?:de)?|copiede?)?(?:la)?(?:facture|note(?:d'honoraires|de?frais)|"
    r"avisd'?echeance|appeldefonds|appeldecotisation|avisdesommesapayer|avisd'imposition|"
    r"titredeperception|quittancedeloyer|memoiredhonoraires|noted'honoraires|taxe(?:fonciere|"
    r"d'habitation)|facturation)",
    r"^(?:tax|vat|your|sales|commercial|copy)?(?:invoice|bill(?:ing)?(?:statement|date|number|"
    r"summary|$)|statement(?:ofaccount)?$|utilitybill)|(?:invoice|bill)$|(?<![a-z])invoice(?:no|"
    r"number|#|date)",
    r"^(?:kopie|ihre|handels|schluss|abschlags|jahres|storno|teil|strom|gas|"
    r"verbrauchs)?-?rechnung(?!en)|rechnungs(?:nr|nummer|datum)|beitragsrechnung|^(?:gebuhren|"
    r"beitrags|grundsteuer)bescheid|^(?:kopie|uw)?factuur",
)
_DENIED = words(
    r"nevautpas(?:quittance|recu|facture|acquit)|n'estpasune?(?:facture|quittance|recu)|"
    r"notareceipt|notaninvoice|nota(?:tax|vat)?invoice|keinerechnung|tenantlieudequittancesous|"
    r"sivous(?:avez|etes)|sivotre|(?:passez|optez|adhere|souscri|choisi|pensez|"
    r"simplifiez)[a-z ]{0,30}|"
    r"siceprelevement|encasde(?:non|retard|rejet)|ifyou(?:have|'ve|pay|are)|ignorethis|"
    r"falls(?:sie|die|der)|wennsie|sofernsie|solltensie|sidejaregle|encasd|einfacherfursie|"
    r"wirwurdendann|wurden(?:wir|sie)|switchto|setupa|ifwehave"
)
_MOST_TITLE = 60


def signs_in(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(machine word, quote) for every sign, the first proof of each, in the order they were seen.

    A sentence under a condition ("if you have already paid", "pass to direct debit") is no sign.
    """
    found: dict[str, str] = {}
    previous = ""
    for number, line in enumerate(lines):
        for text in (line, f"{previous} {line}"):
            plain = squash(text)
            if not plain or _DENIED.search(plain):
                continue
            for name, pattern in _SIGNS:
                if name not in found and pattern.search(plain):
                    found[name] = text.strip()[:200]
            _titles(found, plain, text, number)
        previous = line if line[-1:] not in {".", "!", "?"} else ""
    return tuple(found.items())


def _titles(found: dict[str, str], plain: str, text: str, number: int) -> None:
    """Titles say what a document is; only short lines count, orders and quotes only near the top."""
    if len(plain) > _MOST_TITLE:
        return
    if TITLE not in found and _TITLE.search(plain):
        found[TITLE] = text.strip()
    for name, pattern in _NOT_BILL:
        if name not in found and number < 40 and pattern.search(plain):  # noqa: PLR2004 - rows of a head
            found[name] = text.strip()
