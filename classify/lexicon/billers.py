"""What says less surely what a bill is for: common words of a trade, and well-known billers by name."""

import re

from classify.text import phrase
from models.verdict import Category

WEAK: dict[Category, re.Pattern[str]] = {
    Category.ENERGY: phrase(
        r"(?:energies?|electricite|electrique|gaz(?: naturel)?|consommation reelle|compteur"
        r"|electric(?:ity)?|energy|gas|"
        r"power|utilit(?:y|ies)|strom|gasag|hydro|[a-z]*(?:strom|energie))(?![a-z])"
    ),
    Category.WATER: phrase(r"(?:eaux?|eau froide|water|wasser[a-z]*)(?![a-z])"),
    Category.TELECOM: phrase(
        r"(?:telecoms?|telecommunications?|mobile|internet|wi-?fi|telefon\w*|telekommunikation"
        r"|communications|"
        r"broadband|verbindungen|votre ligne|restrictions? (?:de|to) (?:votre|your) (?:ligne"
        r"|service))(?![a-z])"
    ),
    Category.RENT: phrase(
        r"(?:residence|immobilier|logement|habitat|lot|property|housing|wohnung\w*"
        r"|immobilien)(?![a-z])"
    ),
    Category.INSURANCE: phrase(
        r"(?:assurances?|assureur|contrat (?:auto|habitation|moto|sante)|garanties?|societaire"
        r"|mutuelles?|insurance|cover|"
        r"policy|premium|versicherung\w*|[a-z]*versicherung)(?![a-z])"
    ),
    Category.TAX: phrase(
        r"(?:impots?|taxes?|finances publiques|contribuable|steueramt"
        r"|grundbesitzabgaben|council)(?![a-z])"
    ),
    Category.HEALTH: phrase(
        r"(?:sante|soins?|medecin|hospitalier|tiers payant|adherent sante|cotisations sante|seances?"
        r"|physio|kine|"
        r"beneficiaire|health|surgery|arzt|gesundheit)(?![a-z])"
    ),
    Category.EDUCATION: phrase(
        r"(?:scolaires?|enfants?|parents|demi-pension|famille|college|annee scolaire|school|pupils?"
        r"|students?|kind(?:er)?)(?![a-z])"
    ),
    Category.SHOPPING: phrase(
        r"(?:commande|achat|boutique|en ligne sas|livraison|retour|order|delivery|shop|stores?|garden"
        r" centre|"
        r"bestellung|handels?|lieferung)(?![a-z])"
    ),
    Category.TRANSPORT: phrase(
        r"(?:transports?|reseau|voyage\w*|ticket|trip|travel|flight|ride|rail"
        r"|fahrt|reise)(?![a-z])"
    ),
    Category.BANK: phrase(r"(?:banque|bank|pret|credit)(?![a-z])"),
    Category.SUBSCRIPTION: phrase(
        r"(?:hebergement|domaine|abonnement|plan|renew\w*|software|cloud|hosting|abo|jahresabo"
        r"|verlangert|licence|"
        r"cotisation saison)(?![a-z])"
    ),
    Category.CHARITY: phrase(r"(?:don|dons|association|donation|spende)(?![a-z])"),
}

NAMES: dict[Category, re.Pattern[str]] = {
    Category.ENERGY: phrase(
        r"(?:edf|engie|totalenergies|eni|ekwateur|ilek|octopus energy|british gas|e\.?on|edf energy|ovo"
        r" energy|"
        r"scottish ?power|vattenfall|enbw|rwe|stadtwerke|vattenfall|mint energie|alpiq|enercoop|direct"
        r" energie|"
        r"hydro-?quebec|con ?edison|pg&e|luminus|electrabel)(?![a-z])"
    ),
    Category.WATER: phrase(
        r"(?:veolia|suez|saur|eau de paris|thames water|severn trent|united utilities|anglian water|"
        r"yorkshire water|berliner wasserbetriebe)(?![a-z])"
    ),
    Category.TELECOM: phrase(
        r"(?:orange|sosh|sfr|red by sfr|bouygues ?telecom|free(?: mobile|box)?|bt group|vodafone|o2|"
        r"three|ee limited|telekom|1&1|verizon|at&t|t-mobile|comcast|spectrum|proximus|swisscom|"
        r"prixtel|coriolis|la poste mobile|nrj mobile)(?![a-z])"
    ),
    Category.INSURANCE: phrase(
        r"(?:axa|maif|macif|maaf|matmut|gmf|groupama|allianz|generali|covea|direct assurance|luko|lovys"
        r"|aviva|"
        r"admiral|direct line|huk-coburg|ergo|zurich)(?![a-z])"
    ),
    Category.HEALTH: phrase(
        r"(?:mgen|harmonie mutuelle|alan|malakoff|ameli|cpam|doctolib|aesio|ag2r|klesia)(?![a-z])"
    ),
    Category.TRANSPORT: phrase(
        r"(?:sncf|ratp|navigo|ulys|vinci autoroutes|bip&go|sanef|blablacar|uber|lyft|bolt|deutsche bahn|"
        r"trainline|air france|easyjet|ryanair|delta air lines|southwest|american airlines|alaska"
        r" air\w*)(?![a-z])"
    ),
    Category.SUBSCRIPTION: phrase(
        r"(?:netflix|spotify|deezer|canal\+|disney\+|adobe|github|ovh(?:cloud)?|gandi|ionos|scaleway|"
        r"cloudflare|dropbox|apple services|icloud|google one|google workspace|microsoft 365|amazon prime|"
        r"amazon web services|hetzner|infomaniak|notion|openai|basic-fit|le monde|mediapart)(?![a-z])"
    ),
    Category.SHOPPING: phrase(
        r"(?:amazon|fnac|darty|cdiscount|leroy merlin|ikea|decathlon|zalando|ebay|aliexpress|boulanger|"
        r"la redoute|veepee|coolblue|otto|mediamarkt|penny|walmart|costco)(?![a-z])"
    ),
    Category.BANK: phrase(
        r"(?:bnp paribas|credit agricole|societe generale|caisse d'epargne|la banque postale|credit mutuel|"
        r"boursorama|boursobank|lcl|sparkasse|barclays|hsbc|cofidis|sofinco|cetelem|oney|floa|revolut"
        r"|n26)(?![a-z])"
    ),
    Category.TAX: phrase(r"(?:dgfip|impots\.gouv|hmrc|urssaf|finanzamt|antai)(?![a-z])"),
    Category.EDUCATION: phrase(r"(?:crous|cned|sodexo education|yepform|openclassrooms)(?![a-z])"),
    Category.CHARITY: phrase(
        r"(?:croix-rouge|medecins sans frontieres|restos du coeur|unicef|secours (?:catholique"
        r"|populaire)|wwf|"
        r"greenpeace|oxfam|red cross|wikimedia foundation|emmaus|fondation de france)(?![a-z])"
    ),
}
