"""Words and forms that tell a company's name from other text."""

import re

from extract.labels import words

_FORMS = (
    "SARL|S\\.A\\.R\\.L\\.?|EURL|SASU|SAS|S\\.A\\.S\\.?|SELARL|SELAS|SCP|SCI|SCOP|SNC|SEM|SCA|"
    "OGEC|S\\.A\\.|"
    "SA d'HLM|SA|GIE|EPIC|GmbH & Co\\. ?KGa?A?|GmbH ?& ?Co\\. ?KG|GmbH|mbH|gGmbH|UG|AG|KGaA|KG|"
    "OHG|e\\. ?K\\.|"
    "LTD|LIMITED|INC|CORP|CORPORATION|GMBH|eG|e\\. ?V\\.|a\\. ?G\\.|SE|Ltd\\.?|Limited|LLC|"
    "L\\.L\\.C\\.|Inc\\.?|PLC|plc|LLP|Corp\\.?|Corporation|Pty|"
    "B\\. ?V\\.|BV|N\\. ?V\\.|NV|VOF|S\\.?p\\.?A\\.?|S\\.?r\\.?l\\.?|S\\.L\\.U?\\.?|SLU?|ApS|A/S|"
    "Oy|AB|Sp\\. z o\\.o\\.|"
    "S[Dd][Nn]\\.? ?B[Hh][Dd]\\.?|S/B|B[Hh][Dd]|P[Tt][Ee]\\.? L[Tt][Dd]\\.?|P[Vv][Tt]\\.? L[Tt][Dd]\\.?"
)
LEGAL = re.compile(rf"(?<![\w.])(?:{_FORMS})(?!\w)")
"""Legal forms of France, Germany, the United Kingdom, the United States, Benelux and neighbours."""

SELLER = re.compile(
    r"^(?:verkaufer|seller|vendor|supplier|fournisseur|vendeur|emetteur|prestataire|creancier|"
    r"leverancier|"
    r"bailleur|proprietaire|serviceprovider|issuedby|billedby|from|kreditor|lieferant|"
    r"rechnungssteller|"
    r"auftragnehmer|landlord|raisonsociale|denominationsociale)(?::|$|\()"
)
PAYEE = re.compile(
    r"(?:titulaire(?:ducompte)?|beneficiaire|kontoinhaber(?:in)?|kontoname|"
    r"(?:zahlungs)?empfanger(?:in)?|accountholder|"
    r"accountname|nameofaccount|payableto|payablea|zahlbaran|pagabilea|payee|begunstigter|"
    r"tennamevan|t\.?n\.?v\.?|"
    r"creditor(?:name)?|creancier|glaubiger)(?::|$)|alordrede|al'ordrede|zugunstenvon|enfaveurde|"
    r"chequespayableto|payableto"
)
BUYER = re.compile(
    r"bill(?:ed)?to|ship(?:ped)?to|soldto|invoice(?:d)?to|invoiceaddress|(?:delivery|service|"
    r"billing|shipping|supply)address|deliverto|"
    r"preparedfor|^customer|^client(?!s)|nomduclient|clientname|livr[ée]e?a|facturee?a|"
    r"adressede?(?:facturation|livraison|l'installation)|"
    r"destinataire|acheteur|abonne|locataire|titulaireducontrat|^assuree?|adherent|"
    r"lieudeconsommation|"
    r"payableby|payablepar|zahlbardurch|debiteur|redevable|contribuable|copropri[eé]taire|"
    r"(?<!ver)kaufer|leistungsempf|rechnungsempf|rechnungan|liefer(?:anschrift|adresse)|"
    r"rechnungs(?:adresse|anschrift)|^kunden?(?::|$)|leistungsadresse|"
    r"^mieter|versicherungsnehmer|warenempf|^klant|factuuradres|afleveradres|^tenant|policyholder|"
    r"^patient|^eleve|^enfant|^attn|^attention|"
    r"al'attention|z\.?hd|zuhanden|^c/o|t\.?a\.?v|^firma$"
)
PERSON = re.compile(
    r"^(?:M\.|Mr\.?|Mme|Mlle|MM\.|M\. et Mme|M\. ou Mme|Monsieur|Madame|Herrn?|Frau|Familie|"
    r"Mrs\.?|Ms\.?|Miss|Dhr\.?|Mevr\.?|"
    r"De heer)(?:\s|$)"
)
_NO_WORDS = (
    "factures? facturation invoices? rechnung rechnungs\\w* \\w*rechnung factuur avoir gutschrift "
    "pages? seite dates? datum dated total totals totaux "
    "montants? amounts? betrag betrage \\w*betrag tva mwst ust vat btw devis angebot quote "
    "description designation quantite qte quantity telephone tel fax fon phone "
    "e-?mail mail courriel www\\S* http\\S* \\S*@\\S* iban bic swift siret siren rcs ape naf "
    "clients? kunden? kundennummer customers? references? ref "
    "adresse address bonjour madame monsieur dear guten merci thank thanks paiements? payments? "
    "zahlung\\w* echeances? "
    "objet subject betreff contrat contract vertrag \\w*vertrag comptes? konto kontakt contact "
    "votre vos your ihre? notre our nous vous you we wir sie "
    "prelevements? reglements? consommations? periode period \\w*zeitraum horaires lundi montag "
    "monday cedex recu receipt ticket quittance echeancier relance "
    "rappel mahnung \\w*erinnerung reminder statement summary resume details? copie duplicata "
    "original powered visualisierung stylesheet\\S* lesbarmachung "
    "verkaufer kaufer\\S* seller buyer steuer\\S* menge produkt product prices? preis prix name "
    "nom nummer nr no number numero subtotal sous-?total "
    "orders? order# commande bestell\\S* livraisons? liefer(?:ung|schein|datum|adresse)\\S* "
    "delivery shipped ship bill billed mode titulaire urgence depannage appel gratuite? "
    "inclus netto brutto ttc ht bemerkung\\S* position\\S* referenz\\S* siege mandat conditions? "
    "terms ansprech\\S* anschrift information\\S* account payable "
    "separate acceptance currency wahrung beleg\\S* honoraires demeure impot impots taxes? taxe "
    "garantie garanties nombre beitrag beitrage beitrags(?:nummer|rechnung|jahr)\\S* index type "
    "version\\S* status statut anzahl "
    "art rate qty items? bankverbindung libelle debit credit usage charges? signature pos "
    "einzel\\S* gesamt\\S* summe inhalt espace issue due issued unit units "
    "avant apres pour avec chez aupres sans sous dans malgre sehr liebes liebe lieber geehrte\\S* "
    "cher chere freundlichen grussen "
    "january february march april june july august september october november december janvier "
    "fevrier mars avril mai juin juillet aout septembre octobre novembre decembre "
    "januar februar marz mai juni juli oktober dezember kwh m3 taux tarif abonnement"
)
NOT_NAME = re.compile(
    rf"(?<![\w&])(?:{'|'.join(_NO_WORDS.split())})(?![\w&])|n[°º]|§|https?:|www\.|@|^(?:germany|"
    rf"deutschland|france|suisse|schweiz|"
    r"(?:le|la|les|du|de|des|ein|eine|der|die|das|the|of|to|in|on|for|am|zum|from)|united "
    r"(?:states|kingdom)|belgi\w+|nederland|spain|electricite|gaz|eau|strom|gas|water|service "
    r"clients?|urn:\S*)$"
)
"""Words of titles, labels and sentences; tried on lower case without accents, spaces kept."""
TITLE = re.compile(
    r"appel de (?:provisions?|fonds|charges)\b"
    r"|\b(?:appel de |avis d[e' ]|demande de |decompte\b|facture\b|quittance\b|echeancier\b|note d'honoraires"
    r"|\w+ demand$|demand notice|invoice\b|statement\b|reminder\b|bill of |tax bill"
    r"|\w*rechnung\b|\w*bescheid\b|mahnung\b|gutschrift\b|zahlungserinnerung\b"
    r"|factura\b|recibo\b|aviso\b|liquidacion\b|te devolvemos"
    r"|avviso\b|preavviso\b|bolletta\b|fattura\b|ricevuta\b|quietanza\b|parcella\b|sollecito\b|rimborso\b"
    r"|\w*rekening\b|\w*factuur\b|\w*nota$|aanslag\b|acceptgiro\b|herinnering\b|aanmaning\b)"
)
"""What papers call themselves, in six languages, and no company does; tried as NOT_NAME is."""
STREET = re.compile(
    r"^\d{1,4}[a-zA-Z]?(?: ?bis| ?ter)?,?\s|^(?:am|an der|auf der|im|in der|zum|unter "
    r"den)\s.{2,30}\s\d{1,4}$|\b(?:rue|avenue|boulevard|bd|chemin|place|allée|impasse|quai|route|"
    r"square|cours|BP|TSA|CS|ZA|ZI|"
    r"street|road|lane|ave|drive|terrace|close|court|blvd|suite|floor|P\.?O\.? Box|Postfach)\b\.? "
    r"?(?=[\w'’])|"
    r"(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|straat|laan|plein)\s?\d|"
    r"(?-i:\b\d{4,6}\s?[A-ZÀ-Ý][\w'-]+|\b[A-Z]{2},? \d{5}\b)|"
    r"(?-i:\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b)",
    re.IGNORECASE,
)
CARRIER = re.compile(
    r"\b(?:la poste|poste ch|colissimo|chronopost|mondial relay|dhl|ups|dpd|gls|hermes|fedex|"
    r"postnl|royal mail|deutsche post)\b",
    re.IGNORECASE,
)
BANK = re.compile(
    r"\b(?:banque|sparkasse|volksbank|raiffeisen|caisse d'épargne|crédit agricole|crédit mutuel|"
    r"credit union|building society)\b|bank\b",
    re.IGNORECASE,
)
ORGANISATION = words(
    r"^(?:direction|tresorerie|villede|commune|mairie|cabinet|docteur|dr\.|clinique|hopital|"
    r"centre(?:hospital|des)|association|mutuelle|assurance|"
    r"societe|syndic|etude|maitre|ecole|lycee|college|creche|institution|compagnie|banque|"
    r"universite|garage|boulangerie|hotel|restaurant|pharmacie|"
    r"stadtwerke|stadt(?!tv)|verein|praxis|gemeinde|finanzamt|kanzlei|zahnarzt|university|cityof|"
    r"the|gemeente|waternet)|"
    r"council$|(?:energy|energie|water|telecom|mobile|assurances?|versicherung(?:en)?|immobilier|"
    r"services|solutions|group|groupe|partners|associes|publiques)$"
)
"""What organisations call themselves."""
REGISTER = words(
    r"capital|rcs|r\.c\.s|siret|siren|siegesocial|immatricul|registered(?:in|office|number)|"
    r"companyno|vat(?:no|reg|number)|amtsgericht|"
    r"handelsregister|hrb\d|ust-?id|geschaftsfuhr|kvk|orias"
)
"""Words of the lines that the law has companies print."""
FREE_MAIL = frozenset(
    [
        "gmail",
        "googlemail",
        "yahoo",
        "hotmail",
        "outlook",
        "live",
        "orange",
        "wanadoo",
        "free",
        "laposte",
        "sfr",
        "gmx",
        "web",
        "t-online",
        "icloud",
        "me",
        "aol",
        "bbox",
    ]
)
"""Providers of private mailboxes: their domain says nothing about the sender."""
