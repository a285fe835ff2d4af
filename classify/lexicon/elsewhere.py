"""Words of documents and mails that ask for nothing: quotes, orders, payslips, adverts."""

import re

from classify.text import phrase

SIGNS: dict[str, re.Pattern[str]] = {
    "quote": phrase(
        r"(?:votre |ce |objet\s?:? |notre |^|\n)devis(?: n|\s?\n| gratuit| de| du| en| pour|[ :])",
        r"devis (?:n|no|valable|estimatif|du)",
        r"bon pour accord",
        r"(?:proposition commerciale|facture pro ?forma)",
        r"(?<!please )(?<!always )quote [a-z]{0,4}-?[0-9]|quote attached|attached (?:is )?(?:my|our|the"
        r"|your) quote",
        r"(?:quotation|your quote|quote (?:number|no|ref|valid|for)|estimate (?:number|no|#|for)|"
        r"pro ?forma|(?:this|the) (?:quote|estimate) is valid|proposal)",
        r"(?:angebot (?:nr|nummer|vom)|kostenvoranschlag|unser angebot)",
    ),
    "order": phrase(
        r"(?:bon|confirmation|accuse de reception|recapitulatif|suivi|details?) de (?:votre |la )?commande",
        r"(?:votre|la) commande (?:.{0,25} )?(?:est confirmee|a (?:bien )?ete (?:enregistree|validee|prise|"
        r"expediee)|est (?:expediee|en cours|prete|en preparation))",
        r"merci (?:pour|de) votre commande",
        r"(?:order|booking|reservation) (?:confirmation|confirmed|number|acknowledg\w+)",
        r"(?:your|the) order (?:.{0,30} )?(?:has|is|was) (?:been )?(?:received|placed|confirmed|shipped|"
        r"dispatched|on its way)",
        r"thank(?:s| you) for (?:your )?order(?:ing)?",
        r"purchase order",
        r"(?:bestellbestatigung|auftragsbestatigung|ihre bestellung|lieferschein)",
    ),
    "delivery": phrase(
        r"(?:colis|livraison|livre|expedie|expedition)(?:e|s|es)? (?:.{0,30} )?(?:est|sera|aujourd|en"
        r" cours|prevu|"
        r"arrive|en route|n|a ete)",
        r"suivre (?:mon|votre|le) colis",
        r"(?:your )?(?:package|parcel|shipment|delivery|item)s? (?:.{0,30} )?(?:is|has|will|was|are"
        r"|arriv\w+|"
        r"out for|scheduled|on the way|deliver\w+|shipped|dispatched)",
        r"track(?:ing)? (?:your|number|package|my|parcel|it)",
        r"(?:out for delivery|has (?:been )?shipped|dispatched|delivered\s?:)",
        r"(?:ihr paket|ihre sendung|sendungsverfolgung|zustellung)",
    ),
    "payslip": phrase(
        r"bulletins? de (?:paie|paye|salaire)",
        r"fiche de (?:paie|paye)",
        r"net (?:a payer )?(?:avant impot|social|imposable)",
        r"(?:pay ?slip|pay ?stub|earnings statement|wage slip)",
        r"(?:gehaltsabrechnung|lohnabrechnung|entgeltabrechnung|verdienstabrechnung)",
    ),
    "statement": phrase(
        r"releves? (?:de |d')(?:vos |votre )?(?:compte|operation|identite bancaire)s?",
        r"(?:ancien|nouveau) solde (?:au|crediteur|debiteur)",
        r"(?:bank|account|monthly|e-?) ?statement (?:is|for|of|period|available|ready)",
        r"(?:opening|closing) balance",
        r"your (?:account|current account|savings|bank) statement (?:for|is|from|of|will|[a-z]+ 20)",
        r"(?:kontoauszug|kontostand)",
        r"releve de (?:remboursements?|prestations?|points)",
    ),
    "terms": phrase(
        r"conditions generales|terms (?:and|&) conditions|(?:useful|important) information and terms|"
        r"(?:allgemeine )?geschaftsbedingungen|nutzungsbedingungen|privacy policy|politique de"
        r" confidentialite",
        r"attestation (?:d'assurance|de (?:domicile|scolarite|contrat|responsabilite|titulaire))|"
        r"certificate of (?:insurance|motor)|versicherungsbestatigung",
        r"(?:votre|your) (?:nouveau |new )?(?:contrat|contract)(?: (?:de|est|is|with))?|bienvenue chez"
        r"|welcome to|"
        r"willkommen bei",
    ),
    "benefit": phrase(
        r"(?:remboursement|indemnisation|prestation)s?(?: [^.!?]{0,80})? (?:verse|effectue|pour vos"
        r" soins|sante|"
        r"de soins|maladie|concernant vos soins)",
        r"(?:releve|decompte) (?:de (?:vos )?)?(?:remboursement|prestation)s?",
        r"part (?:assurance maladie|mutuelle|complementaire|obligatoire)",
        r"(?:claim (?:has been )?(?:paid|settled)|explanation of benefits|benefit statement)",
        r"(?:erstattung ihrer|leistungsabrechnung)",
    ),
    "code": phrase(
        r"code (?:.{0,20} )?(?:de (?:verification|securite|confirmation|connexion)|a usage unique|secret"
        r"|temporaire)",
        r"(?:verification|security|one[- ]time|login|sign-?in|authentication|access) (?:pass)?code",
        r"(?:reset|change|forgot\w*|reinitialis\w+|nouveau) (?:.{0,20} )?(?:password|mot de passe)",
        r"(?:new|nouvelle) (?:sign-?in|login|connexion)",
        r"(?:bestatigungscode|sicherheitscode|passwort zurucksetzen|einmalpasswort|anmeldecode)",
    ),
    "news": phrase(
        r"(?:se |me |vous )?desabonn\w+",
        r"(?:desinscri\w+|ne plus recevoir|preferences? de communication|lettre d'information|newsletter"
        r"|infolettre)",
        r"unsubscribe",
        r"(?:view|open|read) (?:this |it )?(?:.{0,12} )?(?:in (?:your |a )?browser|online|as a web ?page)",
        r"(?:manage|update|email) (?:your )?(?:email )?preferences",
        r"opt[- ]out",
        r"(?:abmelden|abbestellen|im browser (?:ansehen|anzeigen|offnen))",
        r"voir (?:.{0,20} )?(?:dans (?:votre|un) navigateur|version en ligne|en ligne)",
    ),
    "offer": phrase(
        r"(?:offre|promo|promotion|code promo|soldes|reduction|remise|bon plan|parrain\w+|jeu[- ]concours|"
        r"gagne[rz]|tentez|profite[rz]|decouvr(?:ez|ir)|economisez|conseils?|astuces?"
        r"|nouveaute)s?(?![a-z])",
        r"(?:jusqu'a|jusqu'au) .{0,12}%",
        r"-?[0-9]{1,2} ?% (?:de reduction|de remise|off|rabatt)",
        r"(?:special offer|limited time|sale ends|discount|save (?:up to|[0-9$£€])|win |free trial|tips|"
        r"refer a friend|deals?|coupon|promo code|exclusive|introducing|shop now|learn more|discover)",
        r"(?:angebot|rabatt|gutschein|gewinn\w*|sparen|jetzt entdecken|tipps|aktion)s?(?![a-z])",
    ),
    "renewal_form": phrase(
        r"reabonnez-vous|bulletin de (?:re)?abonnement|bulletin d'adhesion|coupon[- ]reponse|bon de"
        r" commande a renvoyer",
        r"(?:renew (?:today|now|your subscription)|subscription offer|order form|subscribe (?:today|now))",
        r"(?:bestellschein|jetzt (?:verlangern|abonnieren))",
    ),
    "survey": phrase(
        r"(?:votre avis (?!d|de|a |est|numero|n°|\.)|donnez(?:-nous)? votre avis|enquete|questionnaire"
        r"|sondage|satisfaction|evaluez|notez)",
        r"(?:survey|feedback|how (?:did we do|was your)|rate (?:your|us)|review your)",
        r"(?:umfrage|bewertung|zufriedenheit)",
    ),
}
