"""Invented French billers.

country: trade: "trade name|legal name|site".
"""

FRANCE: dict[str, dict[str, tuple[str, ...]]] = {
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
        "garage": (
            "Garage du Pont Neuf|SARL Garage du Pont Neuf|garage-pontneuf.example",
            "Auto Services Pellerin|Pellerin Automobiles SAS|auto-pellerin.example",
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
}
