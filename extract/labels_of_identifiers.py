"""Words that stand before numbers of bills, customers and payments (tried on squashed text)."""

from extract.labels import words

_NO = r"(?:n[o°º]\.?|no\.?|num(?:ero|\.)?|nr\.?|nummer|number|#|ref(?:erence|\.)?|id|:)"

NUMBER = words(
    rf"(?:facture|avoir|quittance|appeldefonds|avisd'echeance|titre|recu|releve(?:decompte)?|avisdesommesapayer|notedhonoraires|noted'honoraires|facturette)(?:[a-z]{{0,16}})?{_NO}(?:facture)?[:.]?$",
    r"(?:n[o°º]\.?|num(?:ero)?|ref(?:erence)?\.?)(?:de|dela|devotre|d'|du|:)?(?:la)?(?:facture|"
    r"avoir|avis|document|piece|quittance|titre|appel|note|recu|bordereau|role)(?:d'echeance|"
    r"d'imposition)?[:.]?$",
    r"referencedel'avis[:.]?$|reference(?:de)?(?:la)?facture[:.]?$",
    rf"(?:tax|vat|commercial|proforma)?(?:invoice|bill|statement|receipt|creditnote|document|notice)(?:[#:]|{_NO})(?:no\.?|number|#)?[:.]?$",
    r"(?:invoice|bill|statement|receipt|creditnote)[#:]?$",
    r"(?:rechnungs?|beleg|gutschrifts?|dokumenten?|bescheid)-?(?:nr|nummer|no|#|id)\.?[:.]?$|"
    r"(?:rechnung|gutschrift|handelsrechnung|beleg|mahnung)(?:[a-z0-9()]{0,24})?(?:nr|nummer|no|"
    r"#)\.?[:.]?$|^rechnung[:#]?$|^gutschrift[:#]?$",
    r"rechnungdesversicherers(?:\(\d+\))?nr\.?$|kassenzeichen[:.]?$",
    r"factuur(?:nummer|nr)?\.?[:.]?$|^facture[:.]?$|^avoir[:.]?$|(?:^|[^a-z])facture(?:s)?[:]?$|"
    r"creditnota(?:nummer)?[:.]?$",
)
NUMBER_WEAK = words(
    r"^(?:n[o°]|numero|nr|no|number|nummer|reference|ref)\.?[:.]?$",
    r"votre(?:ref|reference)[:.]?$|document(?:no|nr|n°)[:.]?$",
)

CUSTOMER = words(
    r"(?:n[o°º]\.?|num(?:ero)?|ref(?:erence)?s?\.?|code|id|identifiant|compte)(?:de|du|d'|dela|"
    r"devotre)?(?:votre)?(?:client|abonne|compteclient|adherent|assure|locataire|usager|"
    r"contribuable|societaire|copropriétaire|coproprietaire|membre|eleve|famille|sociétaire|"
    r"titulaire|redevable)[:.]?$",
    r"(?:client|abonne|locataire|adherent|assure)(?:n[o°º]\.?|no\.?|:|#|ref)[:.]?$|"
    r"id\.?client[:.]?$|comptede?facturation[:.]?$|comptecommercial[:.]?$|"
    r"(?:votre)?n[o°º]decompte[:.]?$|votrecompte:?$|numerofiscal(?:dudeclarant[12]?)?[:.]?$|"
    r"identifiantclient[:.]?$|referenceclient[:.]?$|codeclient[:.]?$|(?:n[o°º]|num(?:ero)?|"
    r"ref(?:erence)?)\.?(?:de|du)?(?:votre)?(?:contrat|compte|police|dossier)(?:client)?[:.]?$",
    r"(?:customer|client|account|member|tenant|policy|subscriber|patient|student)(?:(?:no|number|"
    r"id|ref|reference|#|nr)\.?|(?=:))[:#.]?$|^account#?[:.]?$|customer:$",
    r"(?:kunden|mitglieds?|vertrags|vertragskonto|debitoren|versicherungsschein|mieter|teilnehmer|"
    r"kundenkonto)-?(?:nr|nummer|no|#|konto|id)\.?[:.]?$|ihrenummer[:.]?$|kundennummer[:.]?$|"
    r"vertragskonto[:.]?$",
    r"klant(?:en)?(?:nummer|nr)?\.?[:.]?$|debiteur(?:en)?(?:nummer|nr)\.?[:.]?$",
)

REFERENCE = words(
    r"(?:reference|ref\.?|references|motif|libelle|communication|intitule)(?:s)?(?:de|du|a|pour|"
    r"arappeler)?(?:votre|le|la|d')?(?:paiement|virement|reglement|rappeler|rappel|versement|"
    r"structuree?|tip)[a-z]{0,20}[:.]?$",
    r"arappeler(?:dans|lors|sur|avec|pour)?[a-z']{0,40}[:.]?$|communicationstructuree[:.]?$|"
    r"referenceapporter[:.]?$|enrappelant(?:la)?(?:reference|ref)?[:.]?$|"
    r"indiquezlareference[:.]?$|aveclareference[:.]?$|referencearappeler[:.]?$",
    r"(?:payment|remittance|bank|transfer|giro|quotingthe|pleasequote(?:the)?|quote(?:the)?|"
    r"quoting)(?:payment)?(?:reference|ref|communication)?(?:no|number)?[:.]?$|(?:communication|"
    r"reference)foryourpayment[:.]?$|referencetoquote[:.]?$|pleasequote[:.]?$",
    r"(?:zahlungs|verwendungs)(?:referenz|zweck|grund)[:.]?$|buchungszeichen[:.]?$|"
    r"referenz(?:nummer)?[:.]?$|kassenzeichen[:.]?$|unterangabe(?:von|der|des)?(?:nummer|referenz|"
    r"rechnungsnummer)?[:.]?$|betreff[:.]?$",
    r"(?:gestructureerde)?mededeling[:.]?$|betalingskenmerk[:.]?$|ondervermeldingvan[:.]?$|"
    r"kenmerk[:.]?$",
)

OWN_ACCOUNT = words(
    r"surlecompte|survotrecompte|votrecompte|vos?coordonneesbancaires|votreiban|"
    r"comptebancaire(?:suivant|designe|:)|comptea?debiter|compteprelev|yourbank|youraccount|"
    r"your(?:iban|directdebit)|"
    r"vonihrem(?:konto|bankkonto)?|ihrkonto|ihrembankkonto|ihreiban|ihrerbank|abgebucht|"
    r"eingezogen|uwrekening|uwiban|vanuwrekening|"
    r"comptequiseradebite|debiteur|debtor|beneficiaireduremboursement|titulaireducomptedebite|"
    r"domiciliation"
)
"""Says that the account beside it is the customer's own: never the one to pay to."""
