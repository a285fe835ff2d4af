"""Words that stand before numbers of bills, customers and payments (tried on squashed text)."""

from extract.labels import words

_NO = r"(?:n[o°]\.?|no\.?|num(?:ero|\.)?|nr\.?|nummer|number|#|ref(?:erence|\.)?|id)"
_BILL_FR = (
    r"(?:facture|avoir|quittance|appeldefonds|appeldecotisation|avisd'echeance|avis|titre|recu|"
    r"releve|"
    r"note|noted'honoraires|memoire|facturette|ticket|bordereau|role|echeancier)"
)
_BILL_EN = r"(?:invoice|bill|statement|receipt|creditnote|creditmemo|notice|document)"
_BILL_DE = (
    r"(?:rechnungs?|beleg|gutschrifts?|dokument(?:en)?|bescheid|mahnungs?|handelsrechnung|"
    r"abrechnungs?|"
    r"liquidations?|beitragsrechnung|quittungs?|bon)"
)
_END = r"[:.]?$"

NUMBER = words(
    rf"{_BILL_FR}[a-z'’]{{0,24}}{_NO}{_END}",
    rf"{_NO}(?:de|du|d')?(?:la|votre|l')?{_BILL_FR}{_END}",
    rf"(?:^|[^a-z]){_BILL_FR}s?{_END}",
    rf"{_BILL_EN}{_NO}(?:no\.?|number|#)?{_END}",
    rf"(?:^|[^a-z]|tax|vat|sales){_BILL_EN}{_END}",
    rf"{_BILL_DE}(?:\(\d+\))?[a-z]{{0,16}}-?{_NO}{_END}",
    rf"^{_BILL_DE}#?{_END}|rechnungdesversicherers(?:\(\d+\))?nr\.?$",
    rf"(?:factuur|nota|creditnota|bon)-?{_NO}{_END}|^(?:credit)?factuur{_END}|^creditnota{_END}",
)
_OTHER_BILL = (
    r"(?:la|votre|notre|the|our|your|die|ihre|unsere|uw|onze)?"
    r"(?:facture|invoice|bill|rechnung|factuur)"
)
REPLACES = words(
    rf"(?:annule(?:etremplace)?|remplace|corrige|rectifie|cancels|replaces|corrects|supersedes){_OTHER_BILL}",
    rf"(?:ersetzt|storniert|korrigiert|vervangt|corrigeert){_OTHER_BILL}",
)
"""The bill that is named next is not this one: this one stands for it."""
ABOUT = words(
    rf"(?:(?:^|[^a-z])sur|concern(?:e|ant)|relatifa|relativea|surla){_OTHER_BILL}",
    rf"(?:against|relat(?:es|ing)to|(?:^|[^a-z])for){_OTHER_BILL}|original(?:invoice|bill)",
    rf"(?:(?:^|[^a-z])zur?|betrifft|bezug(?:auf)?|gegen){_OTHER_BILL}|(?:betreft|op|bij){_OTHER_BILL}",
)
"""Before the bill that a credit note is about."""
NUMBER_LOOSE = words(r"(?:facture|rechnung|gutschrift|invoice|factuur)(?:$|:$)")
"""The document's name without "number", also at the end of a sentence ("unsere Rechnung RE388")."""
NUMBER_WEAK = words(
    r"^(?:n[o°]|numero|nr|no|number|nummer|reference|ref)\.?[:.]?$",
    r"votre(?:ref|reference)[:.]?$|document(?:no|nr|n°)[:.]?$",
)

_OF = r"(?:de|du|d'|dela|devotre|devos)?(?:votre)?"
_CLIENT_FR = (
    r"(?:client|abonnee?|compteclient|adherente?|assuree?|locataire|usager|contribuable|"
    r"societaire|coproprietaire|"
    r"membre|eleve|famille|titulaire|redevable|fiscal|cotisant)"
)
CUSTOMER = words(
    rf"(?:{_NO}s?|code|identifiant|compte){_OF}{_CLIENT_FR}{_END}",
    rf"{_CLIENT_FR}(?:n[o°]\.?|no\.?|#|ref\.?|id){_END}|^client:$|referencesclient{_END}|"
    rf"id\.?client{_END}",
    rf"(?:customer|client|member|membership|licence|tenant|tenancy|subscriber|patient|"
    rf"student)(?:account)?{_NO}\.?{_END}|customer:$",
    rf"(?:kunden|mitglieds?|beitrags|debitoren|mieter|teilnehmer|kundenkonto)-?{_NO}{_END}|"
    rf"ihrenummer{_END}",
    rf"(?:klant(?:en)?|debiteur(?:en)?|lid(?:maatschaps)?)-?{_NO}{_END}",
)
CONTRACT = words(
    rf"(?:{_NO}){_OF}(?:contrat|compte|police|dossier|adhesion|abonnement)(?:client)?{_END}|"
    rf"^contrat{_END}|comptede?facturation{_END}",
    rf"(?:^|[^a-z]|your)(?:account|acct|policy|contract){_NO}?\.?{_END}",
    rf"(?:vertrags|vertragskonto|versicherungsschein|versicherungs|police)-?(?:nr|nummer|no|#|"
    rf"konto)\.?{_END}|vertragskonto{_END}|kassenzeichen{_END}",
)
"""Numbers of an account or contract, where the bill knows no customer's number."""

REFERENCE = words(
    r"(?:references?|ref\.?|motif|libelle|communication|intitule)(?:de|du|a|pour|"
    r"arappeler)?(?:votre|le|la|d')?"
    r"(?:paiement|virement|reglement|rappeler|rappel|versement|structuree?|tip)[a-z]{0,20}[:.]?$",
    r"arappeler(?:dans|lors|sur|avec|pour)?[a-z']{0,40}[:.]?$|communicationstructuree[:.]?$|"
    r"en(?:rappelant|indiquant|precisant|mentionnant)(?:la|le)?(?:reference|ref|numero|"
    r"n[o°])?[:.]?$|"
    r"(?:indique|rappele|precise|mentionne)[zr](?:la|le)?(?:reference|ref|numero|n[o°])?[:.]?$|"
    r"[,-]motif:?$|^motif:?$",
    r"(?:payment|remittance|bank|transfer|giro|quote(?:the)?)(?:payment)?(?:reference|ref|"
    r"communication)(?:no|number)?[:.]?$|"
    r"(?:communication|reference)foryourpayment[:.]?$|referencetoquote[:.]?$|(?:please)?quot(?:e|"
    r"ing)(?:ref(?:erence)?|number|invoice)?[:.]?$",
    r"(?:zahlungs|verwendungs)(?:referenz|zweck|grund)[:.]?$|buchungszeichen[:.]?$|"
    r"referenz(?:nummer)?[:.]?$|"
    r"kassenzeichen[:.]?$|unterangabe(?:von|der|des)?(?:nummer|referenz|rechnungsnummer|"
    r"kundennummer)?[:.]?$",
    r"(?:gestructureerde)?mededeling[:.]?$|betalingskenmerk[:.]?$|ondervermeldingvan[:.]?$|"
    r"kenmerk[:.]?$",
)
REFERENCE_WEAK = words(
    r"(?:^|[^a-z]|use|with|avec|la)(?:payment)?reference[:.]?$|(?:^|[^a-z])betreff[:.]?$"
)
"""A bare "reference", where nothing says that it is the payment's."""

OWN_ACCOUNT = words(
    r"(?:prelev|debit)[a-z]{0,40}surlecompte|survotrecompte|votrecompte|vos?coordonneesbancaires|"
    r"votreiban|"
    r"(?<!notre)(?<!nouveau)comptebancaire(?:suivant|designe|:)|comptea?debiter|compteprelev|"
    r"yourbank|youraccount|"
    r"your(?:iban|directdebit)|"
    r"vonihrem(?:konto|bankkonto)?|ihrkonto|ihrembankkonto|ihreiban|ihrerbank|abgebucht|"
    r"eingezogen|uwrekening|uwiban|vanuwrekening|"
    r"comptequiseradebite|debiteur|debtor|beneficiaireduremboursement|titulaireducomptedebite|"
    r"domiciliation"
)
"""Says that the account beside it is the customer's own: never the one to pay to."""
