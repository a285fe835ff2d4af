"""Invented billers by country and trade, with identifiers whose check digits are right."""

from dataclasses import dataclass
from random import Random

from samples import identifiers as ids

# country: trade: "trade name|legal name|site"; three a trade so that variants differ.
NAMES: dict[str, dict[str, tuple[str, ...]]] = {
    "FR": {
        "energy": (
            "Lumélia|Lumélia Énergie SA|lumelia.example",
            "Voltaria|Voltaria Électricité SAS|voltaria.example",
            "Gazélis|Gazélis Fourniture SA|gazelis.example",
        ),
        "water": (
            "Sourcéo|Sourcéo Eau & Services SCA|sourceo.example",
            "Eaux du Val d'Orbe|Compagnie des Eaux du Val d'Orbe|eaux-val-orbe.example",
            "Aquarive|Aquarive Distribution SAS|aquarive.example",
        ),
        "telecom": (
            "Ondéa|Ondéa Télécom SAS|ondea.example",
            "Filao|Filao Mobile SA|filao-mobile.example",
            "Librenet|Librenet SAS|librenet.example",
        ),
        "rent": (
            "Cabinet Morvan|Cabinet Morvan Immobilier SARL|cabinet-morvan.example",
            "Habitat Loire Sèvre|Habitat Loire Sèvre SA d'HLM|habitat-ls.example",
            "Immo Gestion 44|IG44 SAS|immogestion44.example",
        ),
        "insurance": (
            "MUTALIA|Mutalia Assurances Mutuelles|mutalia.example",
            "Assurance du Littoral|Société d'Assurance du Littoral|assur-littoral.example",
            "Prévoya|Prévoya Mutuelle|prevoya.example",
        ),
        "health": (
            "Mutuelle Solvia|Mutuelle Solvia|solvia-sante.example",
            "Clinique des Tilleuls|SAS Clinique des Tilleuls|clinique-tilleuls.example",
            "Cabinet dentaire Vasseur|SELARL Cabinet dentaire Vasseur|dr-vasseur.example",
        ),
        "school": (
            "Ville de Brévannes-le-Lac|Commune de Brévannes-le-Lac|brevannes-le-lac.example",
            "Crèche Les Petits Galets|Association Les Petits Galets|petits-galets.example",
            "Institution Saint-Éloi|OGEC Saint-Éloi|saint-eloi.example",
        ),
        "shop": (
            "La Quincaille|La Quincaille en Ligne SAS|quincaille.example",
            "Papeterie Bellefeuille|Bellefeuille SARL|bellefeuille.example",
            "Électro-Vallée|Électro-Vallée SA|electro-vallee.example",
        ),
        "freelance": (
            "Camille Arnoux|Camille Arnoux EI|camille-arnoux.example",
            "Studio Grand Large|Grand Large SASU|grandlarge.example",
            "Léo Kerdoncuff|Léo Kerdoncuff Entrepreneur individuel|kerdoncuff.example",
        ),
        "trades": (
            "Plomberie Ravel|EURL Ravel Plomberie Chauffage|ravel-plomberie.example",
            "Toitures Cazenave|SARL Cazenave et Fils|cazenave.example",
            "Menuiserie Aubin|Menuiserie Aubin SARL|menuiserie-aubin.example",
        ),
        "fuel": (
            "Fioul Armor|Fioul Armor SARL|fioul-armor.example",
            "Combustibles Thébault|Thébault Combustibles SAS|thebault.example",
        ),
        "hosting": (
            "Nuagia|Nuagia SAS|nuagia.example",
            "Herbergo|Herbergo Hébergement SARL|herbergo.example",
            "Domaine&Cie|Domaine et Compagnie SAS|domainecie.example",
        ),
        "club": (
            "Tennis Club des Aubrais|Association Tennis Club des Aubrais|tc-aubrais.example",
            "Chœur de la Vilaine|Association Chœur de la Vilaine|choeur-vilaine.example",
            "Judo Club Orvault Nord|Judo Club Orvault Nord|judo-on.example",
        ),
        "press": (
            "Le Quotidien de l'Estuaire|Éditions de l'Estuaire SA|estuaire.example",
            "Revue Sciences & Jardins|Sciences et Jardins SAS|sciences-jardins.example",
            "Viapass|Viapass Télépéage SA|viapass.example",
        ),
        "supplier": (
            "Fournil Négoce|Fournil Négoce SAS|fournil-negoce.example",
            "Emballages Dauphin|Emballages Dauphin SA|emb-dauphin.example",
            "Bois & Dérivés Perrot|Perrot Bois SARL|perrot-bois.example",
        ),
        "law": (
            "Maître Hélène Castaing|SELARL Castaing Avocats|castaing-avocats.example",
            "Étude Delcourt & Associés|SCP Delcourt et Associés|etude-delcourt.example",
            "Cabinet Ferrand Expertise|Ferrand Expertise Comptable SARL|ferrand-ec.example",
        ),
        "agency": (
            "Copro Service|Copro Service Syndic SAS|copro-service.example",
            "Gestion Ouest|Gestion Ouest Syndic SAS|gestion-ouest.example",
        ),
        "recovery": (
            "Créancia Recouvrement|Créancia SA|creancia.example",
            "Juris Relance|Juris Relance SARL|juris-relance.example",
        ),
        "bank": (
            "Banque de l'Estuaire|Banque de l'Estuaire SA|banque-estuaire.example",
            "Nova Crédit|Nova Crédit SA|novacredit.example",
        ),
        "charity": (
            "Toits pour Tous|Association Toits pour Tous|toitspourtous.example",
            "Les Paniers Solidaires|Association Les Paniers Solidaires|paniers.example",
        ),
        "transport": (
            "Réseau Tillac|Réseau Tillac Transports SPL|tillac.example",
            "Viapass|Viapass Télépéage SA|viapass.example",
        ),
        "stream": (
            "Cinétoile|Cinétoile SAS|cinetoile.example",
            "Mélodium|Mélodium Musique SA|melodium.example",
        ),
        "tax": ("Finances publiques|Direction générale des Finances publiques|impots.example",),
        "mutual": (
            "Mutuelle Solvia|Mutuelle Solvia|solvia-sante.example",
            "Prévoya|Prévoya Mutuelle|prevoya.example",
        ),
        "town": (
            "Ville de Brévannes-le-Lac|Commune de Brévannes-le-Lac|brevannes-le-lac.example",
            "Ville de Kerlouan-Bihan|Commune de Kerlouan-Bihan|kerlouan-bihan.example",
        ),
    },
    "GB": {
        "energy": (
            "Brightwick Energy|Brightwick Energy Ltd|brightwick.example",
            "Northmoor Power|Northmoor Power plc|northmoor.example",
            "Gasway|Gasway Supply Limited|gasway.example",
        ),
        "water": (
            "Teesdale Water|Teesdale Water Utilities Ltd|teesdalewater.example",
            "Wyre & Lune Water|Wyre and Lune Water plc|wyrelune.example",
            "Southdown Water|Southdown Water Limited|southdownwater.example",
        ),
        "telecom": (
            "Hollerline|Hollerline Communications Ltd|hollerline.example",
            "Pebble Mobile|Pebble Mobile UK Ltd|pebblemobile.example",
            "Fibreheath|Fibreheath Broadband Limited|fibreheath.example",
        ),
        "council": (
            "Ashcombe Borough Council|Ashcombe Borough Council|ashcombe-bc.example",
            "Harrowdale District Council|Harrowdale District Council|harrowdale.example",
            "Kelmarsh City Council|Kelmarsh City Council|kelmarsh.example",
        ),
        "rent": (
            "Larkfield Lettings|Larkfield Lettings Ltd|larkfield.example",
            "Marlow & Finch|Marlow and Finch Property LLP|marlowfinch.example",
            "Weir Housing|Weir Housing Association Limited|weirhousing.example",
        ),
        "insurance": (
            "Cobalt Cover|Cobalt Cover Insurance Ltd|cobaltcover.example",
            "Old Mutual Friend|Old Mutual Friend Society|omfriend.example",
            "Shieldway|Shieldway Insurance Services Limited|shieldway.example",
        ),
        "freelance": (
            "Priya Raman Design|Priya Raman Design|priyaraman.example",
            "Tom Oakes Electrical|T. Oakes Electrical Ltd|oakeselectrical.example",
            "Wordsmith & Daughter|Wordsmith and Daughter LLP|wordsmithd.example",
        ),
        "bank": (
            "Ashdown Bank|Ashdown Bank plc|ashdownbank.example",
            "Penny & Pound|Penny and Pound Ltd|pennypound.example",
        ),
        "charity": ("Moorland Rescue|Moorland Rescue Trust|moorlandrescue.example",),
        "transport": ("Northline Trains|Northline Trains Ltd|northline.example",),
        "stream": (
            "Reelhouse|Reelhouse Media Ltd|reelhouse.example",
            "Tunebarn|Tunebarn Limited|tunebarn.example",
        ),
        "electric": (
            "Tom Oakes Electrical|T. Oakes Electrical Ltd|oakeselectrical.example",
            "Voltmark Electrics|Voltmark Electrics Ltd|voltmark.example",
        ),
        "gym": (
            "Ironside Gyms|Ironside Gyms Ltd|ironsidegyms.example",
            "Liftworks|Liftworks Leisure Limited|liftworks.example",
        ),
        "shop": (
            "Fernley's|Fernley's Garden Centre Ltd|fernleys.example",
            "Kettle & Crumb|Kettle and Crumb Ltd|kettlecrumb.example",
            "Bikewright|Bikewright Stores Limited|bikewright.example",
        ),
        "club": (
            "Ashcombe Harriers|Ashcombe Harriers Athletics Club|ashcombeharriers.example",
            "Ironside Gyms|Ironside Gyms Ltd|ironsidegyms.example",
            "St Brannoc's School|St Brannoc's School Trust|stbrannocs.example",
        ),
    },
    "US": {
        "energy": (
            "Cascade Valley Electric|Cascade Valley Electric Cooperative, Inc.|cvelectric.example",
            "Prairie Light & Gas|Prairie Light & Gas Company|prairielg.example",
            "Bayou Utilities|Bayou Utilities, LLC|bayouutil.example",
        ),
        "hosting": (
            "Stackharbor|Stackharbor, Inc.|stackharbor.example",
            "Pagewell|Pagewell Software, Inc.|pagewell.example",
            "Quillbase|Quillbase LLC|quillbase.example",
        ),
        "health": (
            "Redwood Family Clinic|Redwood Family Clinic, P.C.|redwoodclinic.example",
            "Lakeshore Imaging|Lakeshore Imaging Associates, LLC|lakeshoreimaging.example",
            "Summit Dental|Summit Dental Group, Inc.|summitdental.example",
        ),
        "freelance": (
            "Dana Whitlock Consulting|Dana Whitlock Consulting LLC|danawhitlock.example",
            "Gutter Kings|Gutter Kings, Inc.|gutterkings.example",
            "Halvorsen Studio|Halvorsen Studio, LLC|halvorsenstudio.example",
        ),
    },
    "DE": {
        "bank": ("Deichbank|Deichbank eG|deichbank.example",),
        "stream": ("Flimmerkiste|Flimmerkiste GmbH|flimmerkiste.example",),
        "energy": (
            "Stadtwerke Lindenau|Stadtwerke Lindenau GmbH|sw-lindenau.example",
            "Havelstrom|Havelstrom Vertriebs GmbH|havelstrom.example",
            "Nordlicht Energie|Nordlicht Energie AG|nordlicht-energie.example",
        ),
        "telecom": (
            "Fernblick|Fernblick Telekommunikation GmbH|fernblick.example",
            "Ruftal|Ruftal Mobilfunk AG|ruftal.example",
            "Glasnetz Süd|Glasnetz Süd GmbH & Co. KG|glasnetz-sued.example",
        ),
        "trades": (
            "Malerbetrieb Kröger|Malerbetrieb Kröger GmbH|maler-kroeger.example",
            "Elektro Wiesner|Elektro Wiesner e.K.|elektro-wiesner.example",
            "Tischlerei Brandt & Sohn|Brandt & Sohn GbR|tischlerei-brandt.example",
        ),
        "shop": (
            "Bücherkiste|Bücherkiste Versand GmbH|buecherkiste.example",
            "Werkzeughof|Werkzeughof Handels AG|werkzeughof.example",
            "Teekontor Husum|Teekontor Husum GmbH|teekontor.example",
        ),
        "insurance": (
            "Elbschild|Elbschild Versicherungs-AG|elbschild.example",
            "Hanse Vorsorge|Hanse Vorsorge VVaG|hansevorsorge.example",
            "Rheinschutz|Rheinschutz Versicherung AG|rheinschutz.example",
        ),
        "rent": (
            "Hausverwaltung Petersen|Hausverwaltung Petersen GmbH|hv-petersen.example",
            "Wohnbau Eiche|Wohnungsbaugenossenschaft Eiche eG|wohnbau-eiche.example",
            "Quartier Management|QM Immobilien GmbH|quartier-m.example",
        ),
        "health": (
            "Dr. med. Sabine Vogt|Dr. med. Sabine Vogt|praxis-vogt.example",
            "Zahnarztpraxis Dr. Lorenz|Dr. Jan Lorenz|zahnarzt-lorenz.example",
            "Abrechnung Medika|Medika Abrechnungsstelle GmbH|medika-pvs.example",
        ),
        "city": (
            "Stadt Lindenau|Stadt Lindenau|lindenau.example",
            "Gemeinde Moorbek|Gemeinde Moorbek|moorbek.example",
            "Turnverein Altdorf|TV Altdorf 1898 e.V.|tv-altdorf.example",
        ),
        "hosting": (
            "Serverwiese|Serverwiese GmbH|serverwiese.example",
            "Domainhafen|Domainhafen UG (haftungsbeschränkt)|domainhafen.example",
            "Hostig|Hostig Rechenzentrum GmbH|hostig.example",
        ),
    },
    "IE": {
        "telecom": (
            "Curlew Broadband|Curlew Broadband Limited|curlew.example",
            "Shannonet|Shannonet Communications DAC|shannonet.example",
        ),
    },
    "NL": {
        "shop": (
            "Fietshuis Vermeer|Fietshuis Vermeer B.V.|fietshuis.example",
            "Duinstroom|Duinstroom Energie B.V.|duinstroom.example",
        ),
    },
    "BE": {
        "energy": (
            "Mosanelec|Mosanelec SA|mosanelec.example",
            "Eau des Hauts-Prés|Eau des Hauts-Prés SCRL|hauts-pres.example",
        ),
    },
    "CH": {
        "health": (
            "Physio Rive Droite|Physio Rive Droite Sàrl|physio-rd.example",
            "Services du Jorat|Services industriels du Jorat|sij-jorat.example",
        ),
    },
    "CA": {
        "energy": (
            "Hydro Saguenay-Nord|Hydro Saguenay-Nord inc.|hydrosn.example",
            "Gaz Laurentien|Gaz Laurentien s.e.c.|gazlaurentien.example",
        ),
    },
}


@dataclass(frozen=True)
class Company:
    """An invented biller; identifiers are without spaces, empty when the country has none."""

    name: str
    legal: str
    site: str
    country: str
    siren: str
    siret: str
    vat: str
    iban: str
    bic: str
    other_iban: str

    @property
    def names(self) -> list[str]:
        """The accepted answers for the biller: trade name and legal name."""
        return [self.name] if self.name == self.legal else [self.name, self.legal]


def company(country: str, trade: str, variant: int, rng: Random) -> Company:
    """The `variant`th biller of that trade, its numbers drawn from `rng`."""
    rows = NAMES[country][trade]
    name, legal, site = rows[variant % len(rows)].split("|")
    own = ids.siren(rng)
    banks = country if country in ("FR", "DE", "GB", "IE", "NL", "BE", "CH") else ""
    vat = {"FR": ids.vat_fr(own), "DE": ids.vat_de(rng), "GB": ids.vat_gb(rng)}.get(country, "")
    account, second = (ids.iban(banks, rng), ids.iban(banks, rng)) if banks else ("", "")
    bic = f"FCTR{country}{'2L' if country in ('GB', 'IE') else 'PP'}"
    return Company(name, legal, site, country, own, ids.siret(own, rng), vat, account, bic, second)
