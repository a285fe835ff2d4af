"""Words and units that say what a bill is for and that hardly another trade uses."""

import re

from classify.text import phrase
from models.verdict import Category

STRONG: dict[Category, re.Pattern[str]] = {
    Category.ENERGY: phrase(
        r"[0-9]\s?kwh",
        r"kwh|turpe|enedis|grdf|linky|gazpar",
        r"point de livraison|pdl|puissance souscrite|heures (?:pleines|creuses)|accise sur l'electricite",
        r"fourniture (?:d'electricite|de gaz|d'energie)|acheminement (?:d'electricite|du gaz)",
        r"fioul|granules de bois|propane",
        r"(?:electricity|gas|energy|power|electric) (?:bill|supply|usage|account|tariff|charges?"
        r"|statement)",
        r"standing charge|mpan|unit rate|meter reading|heating oil",
        r"(?:strom|gas|erdgas|energie)(?:rechnung|lieferung|verbrauch|abrechnung|versorgung|vertrag)",
        r"arbeitspreis|grundpreis|zahlerstand|marktlokation|fernwarme|netzentgelt",
    ),
    Category.WATER: phrase(
        r"(?:eau potable|assainissement|agence de l'eau|distribution de l'eau|facture d'eau|collecte et"
        r" traitement"
        r"|eaux usees|consommation d'eau|service (?:de l'eau|des eaux)|abonnement eau)",
        r"[0-9]\s?m(?:3|³) .{0,40}(?:eau|water|wasser)",
        r"(?:water|sewerage|wastewater|sewer) (?:bill|charges?|services?|supply|rates?|account|usage)",
        r"(?:trink|ab|schmutz|nieder)(?:schlags)?wasser|wassergeld|wasserverbrauch",
    ),
    Category.TELECOM: phrase(
        r"(?:forfait (?:mobile|[0-9]+ ?go)|fibre|ligne (?:mobile|fixe)|hors forfait|appels? (?:et sms"
        r"|vers|emis)|"
        r"numero de ligne|roaming|internet (?:et|\+) (?:tv|telephone)|abonnement (?:internet|mobile|box)|"
        r"votre box|carte sim|telephonie|[0-9]+ go)",
        r"(?:broadband|data allowance|mobile plan|sim only|line rental|out of bundle|calls? and"
        r" (?:texts?|data)|"
        r"phone bill|landline|wireless service)",
        r"(?:mobilfunk|festnetz|rufnummer|datenvolumen|internetanschluss|telefonrechnung|dsl|glasfaser"
        r"|flatrate)",
    ),
    Category.RENT: phrase(
        r"(?:loyers?|locataire|bailleur|quittance de loyer|provisions? (?:sur|pour) charges|copropriete"
        r"|syndic|"
        r"tantiemes|appel de fonds|charges locatives|charges communes|depot de garantie)(?![a-z])",
        r"(?:rent (?:due|statement|account|invoice|payment|demand|reminder|receipt)|tenancy|tenant"
        r"|landlord|"
        r"lettings?|ground rent|service charge account)(?![a-z])",
        r"(?:miete|mieter\w*|kaltmiete|warmmiete|nebenkosten|betriebskosten\w*|hausgeld|hausverwaltung|"
        r"wohnungseigentum\w*|vermieter)(?![a-z])",
    ),
    Category.INSURANCE: phrase(
        r"(?:contrat d'assurance|assurances? (?:habitation|auto|vie|multirisque|responsabilite|scolaire"
        r"|moto|deces)|"
        r"prime (?:annuelle|d'assurance|ttc)|cotisation d'assurance|multirisque|sinistre|assure\(e\)|"
        r"votre (?:assureur|assurance)|quittance d'assurance|echeance annuelle de votre contrat)",
        r"(?:insurance (?:premium|policy|renewal|cover|invoice)|policy number|renewal premium|policyholder|"
        r"your (?:home|car|pet|travel) insurance|insurance premium tax)",
        r"(?:versicherungs(?:schein|beitrag|nummer|pramie|steuer|vertrag)|haftpflicht|hausrat"
        r"|kfz-versicherung|"
        r"beitragsrechnung|versicherungsnehmer)",
    ),
    Category.TAX: phrase(
        r"(?:direction generale des finances publiques|dgfip|avis d'imp(?:ot|osition)|taxe"
        r" (?:fonciere|"
        r"d'habitation)|impots?\.gouv|impot sur le revenu|prelevements sociaux|cotisation fonciere"
        r"|numero fiscal|"
        r"reference de l'avis|urssaf|centre des finances publiques|amende"
        r"|contravention)",
        r"(?:council tax|hmrc|hm revenue|income tax|property tax|tax (?:bill|return|assessment|demand"
        r"|notice|year)|"
        r"self assessment|business rates|internal revenue)",
        r"(?:finanzamt|grundsteuer|steuerbescheid|einkommensteuer|gewerbesteuer|kfz-steuer|grundabgaben\w*|"
        r"hundesteuer|rundfunkbeitrag)",
    ),
    Category.HEALTH: phrase(
        r"(?:consultation|dentiste|docteur|dr\.? [a-z]|hopital|clinique|chu|"
        r"laboratoire d'analyses|actes? (?:medical|medicaux)|ticket moderateur|forfait journalier|mutuelle|"
        r"complementaire sante|assurance maladie|patient|hospitalisation|orthophoniste|kinesitherap\w+|"
        r"physiotherap\w+|base remb|honoraires du praticien)(?![a-z])",
        r"(?:patient|medical|clinic|dental|dentist|physician|hospital|copay|provider of service|"
        r"date of service|deductible|radiology|imaging)(?![a-z])",
        r"(?:arztrechnung|privatliquidation|behandlung|patient\w*|goa|goz|zahnarzt|praxis|diagnose"
        r"|krankenkasse|"
        r"klinik)(?![a-z])",
    ),
    Category.EDUCATION: phrase(
        r"(?:scolarite|cantine|restauration scolaire|periscolaire|creche|garderie|frais de scolarite"
        r"|ecole|college|"
        r"lycee|universite|etudiant|assistante maternelle|multi-accueil|eleve|famille d'accueil|centre"
        r" de loisirs|"
        r"conservatoire)s?(?![a-z])",
        r"(?:school (?:fees|meals|lunch|trip)|tuition|term (?:fees|bill)|nursery|student (?:account"
        r"|fees)|childcare|"
        r"pupil|university)(?![a-z])",
        r"(?:schulgeld|kita|kindergarten|studiengebuhr\w*|semesterbeitrag|kindertages\w*|schule"
        r"|schuler\w*)(?![a-z])",
    ),
    Category.SHOPPING: phrase(
        r"(?:commande (?:n|du|no|web)|bon de livraison|frais de (?:port|livraison)|votre panier|articles?|"
        r"numero de commande|point relais|retour gratuit|votre achat|merci de votre (?:achat|visite)"
        r"|magasin)(?![a-z])",
        r"(?:order (?:number|no|id|date|#)|shipping|ship to|basket|your purchase|items? ordered|qty"
        r"|store|till|"
        r"cashier|delivery charge|returns policy)(?![a-z])",
        r"(?:bestell(?:nummer|nr|ung|datum)|versandkosten|lieferadresse|artikel(?:nr|nummer)?|warenkorb"
        r"|kasse|"
        r"versand)(?![a-z])",
    ),
    Category.TRANSPORT: phrase(
        r"(?:telepeage|peage|autoroute|billets? (?:de train|electronique)|titre de transport|navigo"
        r"|trajets?|"
        r"stationnement|parking|abonnement (?:transport|train|metro)|carburant|sans plomb|location de"
        r" vehicule|"
        r"reservation .{0,20}vol|badge)s?(?![a-z])",
        r"(?:train ticket|boarding|itinerary|toll|parking|your (?:ride|trip|flight)|car hire|rental car"
        r"|fuel|"
        r"unleaded|railcard|passenger|airline|fare)(?![a-z])",
        r"(?:fahrkarte|bahncard|fahrschein|flug|maut|parkgebuhr\w*|mietwagen|reisende\w*"
        r"|deutschlandticket)(?![a-z])",
    ),
    Category.BANK: phrase(
        r"(?:frais bancaires|cotisation carte|tenue de compte|credit (?:immobilier|a la consommation)"
        r"|agios|"
        r"pret n|mensualite du pret|tableau d'amortissement|carte de credit"
        r"|decouvert)(?![a-z])",
        r"(?:bank (?:charges|statement|fees)|loan (?:payment|repayment|account)|mortgage|credit card"
        r" statement|"
        r"minimum payment|overdraft)(?![a-z])",
        r"(?:kontoauszug|kontofuhrung\w*|darlehen\w*|kreditrate|dispo)(?![a-z])",
    ),
    Category.SUBSCRIPTION: phrase(
        r"(?:hebergement (?:web|mutualise)|nom de domaine|abonnement (?:mensuel|annuel|premium|numerique"
        r"|presse)|"
        r"votre abonnement|renouvellement (?:de votre|d')|serveur|licence|cotisation (?:annuelle|de"
        r" membre|club)|"
        r"adhesion|licence ffr?|magazine|journal|salle de sport|streaming|cloud|reabonn\w+)(?![a-z])",
        r"(?:subscription|membership|hosting|domain (?:name|renewal)|saas|seats?|workspace|plan \("
        r"|monthly plan|"
        r"annual plan|renews on|server|streaming|storage plan|gym|club)(?![a-z])",
        r"(?:abonnement|mitglieds(?:beitrag|chaft)|mitglied|webhosting|domain|server|vereinsbeitrag|"
        r"fitnessstudio|zeitschrift)(?![a-z])",
    ),
    Category.CHARITY: phrase(
        r"(?:recu fiscal|votre don|don(?:s|ateur|atrice)|reduction d'impot de 66|appel aux dons|cerfa|"
        r"association reconnue d'utilite publique)(?![a-z])",
        r"(?:donation|your gift|gift aid|donor|charity number|tax[- ]deductible)(?![a-z])",
        r"(?:spende\w*|zuwendungsbestatigung|spendenquittung)(?![a-z])",
    ),
}
