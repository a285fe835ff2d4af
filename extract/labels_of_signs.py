"""Words that say what a document is and what must (not) be done (tried on squashed text).

Each group: French, English, German, Dutch.
"""

from extract.labels import words

DIRECT_DEBIT = words(
    r"(?:sera|seront|serez|etes)(?:automatiquement)?(?:preleve|debite)",
    r"nous(?:preleverons|prelevons)|(?:avisde|modede(?:paiement|reglement):?)prelevement",
    r"prelevement(?:sepa|automatique)?(?:prevu)?(?:apartirdu|le\d|prevule)|dated[eu]prelevement|"
    r"montant(?:du)?preleve",
    r"(?:paiement|reglement|regle)(?:par|:)prelevement|(?<!ete)(?<!avons)prelevee?le\d|"
    r"mensualise[a-z]{0,12}:?prelevement|prelevementle(?:montant|date)(?![a-z])",
    r"(?:sera|seront)presente[es]{0,2}(?:automatiquement)?(?:a|aupresde)votre(?:banque|etablissement)",
    r"(?:will|to)be(?:automatically)?(?:collected|debited|taken|"
    r"charged)[^!?]{0,100}?(?:directdebit|account|card|on|from)",
    r"autopay[^!?]{0,40}(?:scheduled|willbe)|we(?:'ll|will)(?:take|collect|debit|charge)|"
    r"(?:method|type):?directdebit|directdebit(?:will|onor|of[£€]|date|payment[:£])",
    r"(?:paying|paid|pay|collected)by(?:monthly|fixed|variable)*directdebit|bydirectdebiton|"
    r"willbeautomaticallycharged",
    r"(?:wird|werden)[^!?]{0,110}?(?:abgebucht|eingezogen|belastet)|(?:(?:buchen|ziehen)wir|"
    r"wir(?:buchen|ziehen))[^!?]{0,110}?(?:ab|ein)(?![a-z])",
    r"zahlung(?:s?art|sweise)?:?(?:per)?(?:sepa-?)?(?:basis-?)?lastschrift|(?:per|im|"
    r"durch)(?:sepa-?)?(?:lastschrift(?:verfahren)?|bankeinzug)(?:[^!?]{0,60}?(?:ein|ab))",
    r"(?:wordt|zal)[^!?]{0,100}?(?:afgeschreven|geincasseerd)|automatischeincasso(?!mogelijk)",
)
ALREADY_PAID = words(
    r"paiement[^!?]{0,60}(?:bienete)(?:enregistre|accepte|recu|valide)|receptiondevotre(?:reglement|paiement)",
    r"accusonsreceptiondevotre(?:reglement|paiement)|mercip?o?u?r?(?:de|pour)?votre(?:paiement|"
    r"reglement|achat|don)|paiementconfirme|vousavez(?:paye|regle|etedebite)",
    r"thank(?:s|you)foryour(?:payment|order|purchase|donation)|amountpaid:?[£$€]|^amountpaid|"
    r"you(?:'ve|have)(?:just|already|now)paid|wereceivedyourpayment|we'vereceivedyourpayment",
    r"(?:facture|montant|somme|loyer|note)[a-z]{0,12}(?<!im)(?:acquitte|payee?(?![a-z])|"
    r"reglee?(?![a-z])|soldee?(?![a-z]))",
    r"^(?:acquittee?|payee?|reglee?|soldee?)(?:$|le\d|par|cejour|-|!)|pouracquit|"
    r"^facture-?acquittee",
    r"(?<!im)(?<!je)(?<!vous)(?:payee?|reglee?|acquittee?)(?:le\d|par(?:carte|cb|cheque|virement|"
    r"paypal|prelevement|especes))",
    r"(?:deja|bien|integralement)(?:ete)?(?:payee?|reglee?|acquittee?)(?!s)|(?:avons|"
    r"bien)(?:bien)?recuvotre(?:paiement|reglement)",
    r"paiement(?:bien)?(?:recu|accepte|valide|effectue|enregistre)|rienapayer|aucun(?:reglement|"
    r"paiement)n'estattendu",
    r"(?:restea(?:payer|regler)|soldedu|netapayer|soldea(?:payer|regler)|restedu):?0[.,]00",
    r"(?<!un)(?<!be)(?<!not)(?<!amount)(?<!if)(?<!pre)(?<!last)paid(?:infull|on|by(?:card|visa|"
    r"master|paypal|credit)|with|via)|^paid$",
    r"payment(?:was|hasbeen)?received(?!after|s|by|\d)|thankyouforyourpayment|hasbeenpaid|"
    r"alreadypaid|(?:no|nofurther)payment(?:is)?(?:due|required|necessary|needed)",
    r"(?:amountdue|balancedue|balance|totaldue|due):?[£$€]?0[.,]00",
    r"dankenderhalten|(?:bereits|wurde)[a-z]{0,40}(?:bezahlt|beglichen)|^bezahlt|"
    r"(?<!zu)bezahlt(?:am|per|mit)|zahlungerhalten|betragerhalten",
    r"keinezahlung(?:erforderlich|notwendig)|(?:zahlbetrag|offenerbetrag|restbetrag):?0,00",
    r"vooruitbetaald|(?:is|reeds|werd)(?:al)?(?:betaald|voldaan)|^voldaan|^betaald",
)
CREDIT_NOTE = words(
    r"^(?:facture)?d?'?avoir(?:$|n[o°]|:|[a-z]{0,3}[-\d#]|du\d|client|commercial)|noted?e?credit|"
    r"facturedavoir|envotrefaveur|soldecrediteur",
    r"serarembourse|rembourserons|nousvousrembours",
    r"creditnote|creditmemo|creditinvoice|inyourfavou?r|(?:we'll|wewill|willbe)refund|"
    r"amountrefunded|^(?:yourbalance)?[^!?]{0,50}incredit$",
    r"^(?:rechnungs|storno|kunden)?gutschrift(?!en)|rechnungskorrektur|stornorechnung|"
    r"guthaben(?:von|:|inhohe)|zuihrengunsten|gutgeschrieben",
    r"^creditnota|^creditfactuur",
    r"^notadicredito|^notadeabono|^facturarectificativa|asu(?:o)?favor",
)
REMINDER = words(
    r"(?:prelevement|paiement)[^!?]{0,40}(?:rejete|echoue|refuse)|rejetele(?:prelevement|"
    r"paiement)|n'apas(?:encore)?ete(?:regle|paye)|pasencore(?:ete)?regle|"
    r"sauferreur(?:ouomission)?denotrepart",
    r"returnedunpaid|couldn't(?:take|collect)|couldnotbe(?:taken|collected)|payment(?:has)?failed|"
    r"paymentwasdeclined",
    r"(?:^|[^a-z]|de|1re|2e|2eme|premiere|derniere)relance(?!z)|mise?endemeure|(?:lettrede|"
    r"dernier|premier|deuxieme|second|1er|2e|2eme|3e)rappel",
    r"^rappel(?:$|n[o°]|\d|!)|rappelde(?:votre)?(?:paiement|facture|reglement|echeance|amiable)|"
    r"(?:reste|demeure)(?:nt)?(?:encore)?(?:a(?:ceJour|cejour))?impaye",
    r"impayee?$|sommesimpayees|avantpoursuites|n'avonspas(?:encore)?recu(?:le|votre)(?:reglement|"
    r"paiement)",
    r"(?:^|payment|final|first|second|friendly|invoice|overdue)reminder|reminder(?:notice|:|$)|"
    r"(?:is|now|are|invoice|account|days|payment|amount|balance)overdue",
    r"pastduenotice|finalnotice|finaldemand|demandforpayment|havenotreceived(?:your)?payment|"
    r"noticeofdefault|collectionnotice|^overdue",
    r"(?:zahlungs|erste|zweite|letzte|1\.|2\.|3\.)(?:erinnerung|mahnung)|^mahnung|mahnung(?:$|nr|"
    r"vom|zur)|zahlungsverzug|uberfallig(?:en|er|e|$)",
    r"^(?:betalings)?herinnering(?!s|en)|aanmaning(?!s|en)",
)
SCHEDULE = words(
    r"^(?:votre)?(?:avisd')?echeancier|echeancier(?:$|provis|previs|annuel|des)|^avisd'echeances|"
    r"calendrierde(?:s)?(?:paiement|prelevement|mensualite)|plandemensualisation|plandepaiement|"
    r"avisdemensualisation",
    r"echeancierde|vosmensualites|vosprelevementsmensuels|vosprochainsprelevements",
    r"(?:payment|instal+ment)(?:s)?(?:schedule|plan)|yourpaymentplan|^instal+ments?(?:-|:|$)",
    r"ratenplan|zahlungsplan|abschlagsplan|^(?:ihre)?(?:monatlichen)?abschlage:?$|termijnplan|"
    r"betaalschema",
)
RECEIPT = words(
    r"^(?:your)?[a-z']{0,16}receipt$|^yourreceipt|^receiptfrom|^(?:fwd?:)?votre(?:recu|quittance)|"
    r"^recufiscal|receiptn[o°]",
    r"^(?:ticketdecaisse|ticket(?:n[o°]|client)|recu(?:n[o°]|depaiement|pour|fiscal|$)|"
    r"quittance(?:deloyer)?(?:$|n[o°]|:|du\d|d[e'][a-z]{3,9}\d))",
    r"ticketcommercant|ticketcarte|factureacquittee|facture-acquittee|ticketaconserver|"
    r"debitcontactless|carteemv|cbcontact|carte(?:bancaire)?sanscontact",
    r"(?:confirmation|justificatif)depaiement|donnequittance|(?:avoir|declare|"
    r"certifie)recu(?:de[^!?]{0,60})?lasommede|^feuilledesoins|enaquittance",
    r"^(?:sales|payment|cash|order|official)?receipt(?!s)(?:[:#n]|$|for|\d)|salesreceipt|"
    r"paymentreceipt|paymentconfirmation|auth(?:orisation)?code|changedue|cashtendered|"
    r"keep(?:your|this)receipt|^(?:cash)?change[£$€]?\d|^cash[£$€]\d",
    r"kassenbon|^quittung|bonnr|kassenbeleg|zahlungsbestatigung|kassabon|^(?:bon(?:nummer|"
    r"nr)?(?:$|:|\d)|gegeben|ruckgeld)|ec-?cash|girocard",
)
PORTAL_NOTICE = words(
    r"(?:facture|document|avis|releve|quittance|echeancier)[^!?]{0,80}?(?:disponible|consultable|"
    r"telechargeable|misea?disposition|arrivee|vousattend)[^!?]{0,80}?(?:espace|ligne|compte|site|"
    r"appli|portail)",
    r"(?:disponible|consultable|telechargeable)[^!?]{0,50}?(?:dans|sur|depuis)(?:votre)?(?:espace|"
    r"compte|appli)",
    r"(?:consulte[zr]|telecharge[zr]|retrouvez)(?:la|votre|cette|desmaintenant)+facture",
    r"(?:bill|invoice|statement)(?:is)?(?:now)?(?:ready|available)(?:toview|online|in|on|$|\.|!)|"
    r"newbillisready|statementisready",
    r"(?:view|see|download)(?:and(?:pay|download))?your(?:latest|new|full)?(?:bill|invoice|"
    r"statement)(?:online|in|at|on|$)",
    r"rechnung[^!?]{0,70}?(?:steht|liegt|ist)[^!?]{0,60}?(?:bereit|verfugbar|abrufbar|online)|"
    r"imkundenportal|factuur[^!?]{0,50}?staat[^!?]{0,40}?klaar",
)
QUOTE = words(
    r"^(?:votre)?devis(?!e|es)|^propositioncommerciale|^offredeprix|^factureproforma|"
    r"^bulletinde(?:reabonnement|souscription|commande)",
    r"^(?:quote|quotation|estimate|proforma)(?:invoice)?(?:$|n[o°]|number|#|:|-?\d|for|date)|"
    r"^(?:angebot|kostenvoranschlag)(?!e|s)|^offerte",
)
ORDER = words(
    r"^(?:votre)?(?:bondecommande|confirmationdecommande|accusedereception)",
    r"^(?:purchaseorder|orderconfirmation|salesorder|yourorderconfirmation)|^(?:bestellung$|"
    r"auftragsbestatigung|bestellbestatigung|orderbevestiging)",
)
DELIVERY_NOTE = words(
    r"^bondelivraison|^(?:delivery|packing)(?:note|slip|list)|^lieferschein(?!nr|nummer|datum|:|"
    r"-)|^pakbon"
)
PAYSLIP = words(
    r"^bulletinde(?:paie|paye|salaire)|^fichedepaie|^pays?lip|^(?:entgelt|gehalts|lohn)abrechnung|"
    r"^loonstrook"
)
TITLE = words(
    r"^(?:votre|duplicata|copie)?(?:dela|de)?(?:facture|note(?:d'honoraires|defrais)|"
    r"avisd'?echeance|appeldefonds|appeldecotisation|avisdesommesapayer|avisd'imposition|"
    r"titredeperception|memoiredhonoraires|taxe(?:s)?(?:fonciere|d'habitation)|"
    r"impot(?:s)?surles?revenu|facturation)",
    r"^(?:tax|vat|your|sales|commercial|copy|membership)?(?:invoice|bill(?:ing)?(?:statement|date|"
    r"number|summary|$)|utilitybill)|(?:invoice|bill)$|(?<![a-z])invoice(?:no|number|#|date)",
    r"^(?:kopie|ihre|handels|schluss|abschlags|jahres|storno|teil|strom|gas|"
    r"verbrauchs)*-?rechnung(?!en)|rechnungs(?:nr|nummer|datum)|beitragsrechnung|^liquidation",
    r"^(?:fee|rent|rental|account|credit)?statement$|feeinvoice|^(?:appela)?cotisation|"
    r"relevedecharges|^(?:gebuhren|beitrags|grundsteuer)bescheid|^(?:kopie|uw)?factuur",
)
DENIED = words(
    r"nevautpas(?:quittance|recu|facture|acquit)|n'estpasune?(?:facture|quittance|recu)|"
    r"tientlieudequittancesous",
    r"adefautde(?:paiement|reglement)|apresmiseendemeure|passecedelai|otherwise|"
    r"enligneestobligatoire|sivous|sivotre|sidejaregle|siceprelevement|encasd|(?:passez|optez|"
    r"adherez|souscrivez|choisissez|pensez|simplifiez|profitez)[a-z']{0,30}|entre-?temps|faculte|"
    r"pourpayerpar",
    r"nota(?:tax|vat)?(?:receipt|invoice|bill)|ifyou|ifwe|ignorethis|switchto|setupa|"
    r"goto?paperless|ifpayment|unless|youcan(?:also)?paybydirectdebit",
    r"keinerechnung|falls(?:sie|die|der)|wennsie|sofernsie|solltensie|einfacherfursie|"
    r"wirwurdendann|wurden(?:wir|sie)|alsu",
)
"""A condition, an offer or a denial: no sign stands in such a sentence."""
CHOICE = words(
    r"(?:modes|moyens|facons|facilites)de(?:paiement|reglement)|(?:ways|options)(?:topay|ofpaying|forpaying)|"
    r"payment(?:options|methods)|methodsofpayment|howtopay|zahlungs(?:arten|moglichkeiten|wege)|"
    r"formasdepago|mediosdepago|modalitadipagamento|betaal(?:wijzen|mogelijkheden|methoden)"
)
OTHER_WAYS = words(
    r"(?<![a-z])tip(?:sepa)?|cheques?|virement|carte|especes|mandatcash|(?<![a-z])checks?|transfer|card|cash|"
    r"postoffice|uberweisung|kreditkarte|scheck|(?<![a-z])bar(?:zahlung)?(?![a-z])|transferencia|tarjeta|efectivo|"
    r"bonifico|contanti|assegno|bollettino|overschrijving|contant|internetbank"
)
"""Ways to pay beside a debit: a row of several under the plural ("modes de paiement :") offers them all."""
