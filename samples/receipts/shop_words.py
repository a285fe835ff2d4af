"""What shops are called, by country and trade; `{}` is the stem of the name."""

STEMS = {
    "asia": (
        "Seng Huat|Wah Lok|Kim Tian|Bintang Timur|Mutiara|Teck Soon|Jaya Makmur|Hock Lim|"
        "Sri Pelangi|Ban Chuan|Lian Fatt|Cahaya|Sin Yew|Delima|Purnama|Kok Weng|"
        "Permata Hijau|Tong Lee|Anggerik|Chop Guan Heng|Nam Kee|Melur|Soon Hin|Kaya Rasa|"
        "Old Wharf"
    ),
    "english": (
        "Maple Corner|Harbour Lane|Finch & Daughter|Bramble|Two Rivers|Copper Kettle|"
        "Oakhurst|Blue Anchor|Fernhill|The Lantern|Pickard's|Rosewater|Tumbleweed|"
        "Granite Peak|Lucky Otter|Marigold|Stonebridge|Dovecote|Juniper|Wren & Co|"
        "Silver Birch|Cedar Point|Kestrel|Old Mill|Hatch"
    ),
    "fr": (
        "du Vieux Lavoir|des Trois Ponts|Le Petit Merle|La Belle Étoile|des Halles|"
        "Aux Deux Frênes|du Canal|Chez Lucette|Le Bon Coin de Jeanne|de l'Horloge|"
        "Les Quatre Saisons|du Grand Chêne|La Marmite|Le Sureau|des Remparts|Le Héron|"
        "Chez Anselme|La Glycine|du Moulin"
    ),
    "de": (
        "Lindenhof|Brunner|Am Markt|Zum Hirschen|Kastanie|Sonnenschein|Weidemann|"
        "Altes Rathaus|Krämer|Seeblick|Mühlbach|Zur Post|Hagedorn|Rosengarten|Vogel|"
        "Steinbach|Drei Kronen"
    ),
    "es": (
        "El Olivo|La Ribera|Casa Tomasa|Los Naranjos|La Encina|El Puerto Viejo|"
        "Hermanos Galindo|Mar de Fondo|La Alameda|El Molino|Sol y Sal|Don Evaristo"
    ),
    "it": (
        "Da Gino|Al Porticciolo|La Quercia|Il Melograno|Fratelli Bassani|Le Due Torri|"
        "La Lanterna|Al Vecchio Forno|Il Gabbiano|Stella Alpina|Dal Moro"
    ),
    "nl": (
        "De Gouden Leeuw|Het Anker|Van der Zand|De Linde|Bakker Joris|'t Hoekje|"
        "De Molenaar|Zonneveld|De Korenbloem|Kade 12|Hofstede"
    ),
    "in": (
        "Shree Ganga|Annapoorna|Lakshmi|Royal Spice|Sai Krupa|New Bharat|Anand|Mayur|"
        "Saraswati|Green Leaf|Navrang"
    ),
}
REGION = {
    "MY": "asia", "SG": "asia", "PH": "asia", "FR": "fr", "BE": "fr", "CHF": "fr", "CAF": "fr",
    "DE": "de", "AT": "de", "CHD": "de", "ES": "es", "IT": "it", "NL": "nl", "IN": "in",
}  # fmt: skip
SHAPES = {
    "asia": {
        "grocery": (
            "{} Mini Market|Kedai Runcit {}|Pasaraya {}|{} Supermart|Perniagaan {}|{} Fresh Mart"
        ),
        "restaurant": (
            "Restoran {}|{} Kopitiam|{} Seafood Restaurant|Kedai Makanan {}|{} Cafe|"
            "{} Dim Sum House|{} Nasi Kandar"
        ),
        "fuel": "{} Service Station|Stesen Minyak {}|{} Petro Mart",
        "pharmacy": "{} Pharmacy|Farmasi {}|{} Clinic|Klinik {}",
        "hardware": (
            "{} Hardware|{} Hardware & Trading|{} Electrical Store|{} Auto Parts|Kedai Besi {}"
        ),
        "shop": (
            "{} Stationery|{} Book Store|{} Fashion House|{} Gift & Deco|Butik {}|{} Enterprise"
        ),
        "hotel": "{} Hotel|Hotel {}|{} Boutique Inn",
        "parking": "{} Parking|{} Car Park Management",
        "taxi": "{} Cab|Teksi {}",
    },
    "english": {
        "grocery": (
            "{} Market|{} Foods|{} Grocers|{} Convenience|{} Farm Shop|{} Supermarket|{} Liquor"
        ),
        "restaurant": (
            "{} Diner|{} Grill|{} Kitchen|{} Pizzeria|{} Tavern|{} Bar & Grill|"
            "{} Noodle Bar|{} Steakhouse"
        ),
        "fuel": "{} Fuel|{} Gas & Go|{} Service Station|{} Filling Station",
        "pharmacy": "{} Pharmacy|{} Drugs|{} Chemist",
        "hardware": "{} Hardware|{} DIY|{} Tool Supply|{} Garden Centre|{} Auto Parts",
        "shop": "{} Books|{} Shoes|{} Outfitters|{} Pet Supply|{} Toys|{} Electronics|{} Gifts",
        "hotel": "{} Inn|{} Hotel|Hotel {}|{} Lodge",
        "parking": "{} Parking|{} Car Park|{} Garage",
        "taxi": "{} Cabs|{} Taxi|{} Yellow Cab",
    },
    "fr": {
        "grocery": "Supermarché {}|Épicerie {}|Marché {}|Primeur {}|Alimentation {}",
        "restaurant": (
            "Restaurant {}|Brasserie {}|Bistrot {}|Crêperie {}|Café {}|Pizzeria {}|Boulangerie {}"
        ),
        "fuel": "Station {}|Relais {}|Garage {}",
        "pharmacy": "Pharmacie {}|Parapharmacie {}",
        "hardware": "Quincaillerie {}|Bricolage {}|Jardinerie {}",
        "shop": "Librairie {}|Chaussures {}|Boutique {}|Papeterie {}|Opticien {}|Coiffure {}",
        "hotel": "Hôtel {}|Auberge {}|Logis {}",
        "parking": "Parking {}|Parc {}",
        "taxi": "Taxi {}|Taxis {}",
    },
    "de": {
        "grocery": "{} Markt|Frischemarkt {}|Bioladen {}|Getränke {}",
        "restaurant": "Gasthaus {}|Restaurant {}|Café {}|Bäckerei {}|Wirtshaus {}|Pizzeria {}",
        "fuel": "Tankstelle {}|{} Tank & Shop",
        "pharmacy": "{} Apotheke|Apotheke {}|Drogerie {}",
        "hardware": "Baumarkt {}|Eisenwaren {}|Gartencenter {}",
        "shop": "Buchhandlung {}|Schuhhaus {}|Modehaus {}|Schreibwaren {}|Friseur {}",
        "hotel": "Hotel {}|Pension {}|Gasthof {}",
        "parking": "Parkhaus {}|Tiefgarage {}",
        "taxi": "Taxi {}|Taxibetrieb {}",
    },
    "es": {
        "grocery": "Supermercado {}|Alimentación {}|Frutería {}",
        "restaurant": "Restaurante {}|Bar {}|Cafetería {}|Mesón {}|Taberna {}",
        "fuel": "Estación de Servicio {}|Gasolinera {}",
        "pharmacy": "Farmacia {}",
        "hardware": "Ferretería {}|Bricolaje {}",
        "shop": "Librería {}|Zapatería {}|Papelería {}|Moda {}",
        "hotel": "Hotel {}|Hostal {}",
        "parking": "Aparcamiento {}|Parking {}",
        "taxi": "Taxi {}",
    },
    "it": {
        "grocery": "Supermercato {}|Alimentari {}|Minimarket {}",
        "restaurant": "Ristorante {}|Trattoria {}|Bar {}|Pizzeria {}|Osteria {}|Gelateria {}",
        "fuel": "Stazione di Servizio {}",
        "pharmacy": "Farmacia {}",
        "hardware": "Ferramenta {}|Brico {}",
        "shop": "Libreria {}|Calzature {}|Cartoleria {}|Abbigliamento {}",
        "hotel": "Hotel {}|Albergo {}",
        "parking": "Parcheggio {}|Garage {}",
        "taxi": "Taxi {}",
    },
    "nl": {
        "grocery": "Supermarkt {}|Buurtwinkel {}|Slagerij {}",
        "restaurant": "Restaurant {}|Eetcafé {}|Brasserie {}|Bakkerij {}",
        "fuel": "Tankstation {}",
        "pharmacy": "Apotheek {}|Drogisterij {}",
        "hardware": "Bouwmarkt {}|IJzerhandel {}",
        "shop": "Boekhandel {}|Schoenen {}|Mode {}",
        "hotel": "Hotel {}",
        "parking": "Parkeergarage {}|Parkeren {}",
        "taxi": "Taxi {}",
    },
}
SHAPES["in"] = SHAPES["english"] | {
    "restaurant": "{} Bhavan|Hotel {}|{} Sweets|{} Family Restaurant|{} Tiffin Room",
    "grocery": "{} Provision Store|{} Bazaar|{} Stores|{} Super Market",
}
FORMS = {
    "MY": (
        "{} Sdn Bhd|{} Sdn. Bhd.|{} (M) Sdn Bhd|{} Trading Sdn Bhd|{} Enterprise|{} S/B|{} S/B|"
        "{} Holdings Sdn Bhd|{} (@) Sdn Bhd|{} SDN BHD|{} Marketing SDN. BHD|{} Resources Sdn Bhd"
    ),
    "SG": "{} Pte Ltd|{} Pte. Ltd.|{} (S) Pte Ltd",
    "PH": "{} Corp.|{} Inc.",
    "US": "{} LLC|{} Inc.|{} Corp|{} Group LLC",
    "GB": "{} Ltd|{} Limited|{} Retail Ltd",
    "IE": "{} Ltd|{} DAC",
    "AU": "{} Pty Ltd",
    "NZ": "{} Ltd",
    "ZA": "{} (Pty) Ltd|{} CC",
    "AE": "{} LLC|{} Trading L.L.C.",
    "IN": "{} Pvt Ltd|{} Foods Private Limited",
    "CA": "{} Inc.|{} Ltd.",
    "CAF": "{} inc.|Les Entreprises {} inc.|Gestion {} ltée",
    "FR": "SARL {}|SAS {}|EURL {}|{} SAS|SNC {}",
    "BE": "{} SRL|{} SPRL|SA {}",
    "CHF": "{} SA|{} Sàrl",
    "CHD": "{} AG|{} GmbH",
    "DE": "{} GmbH|{} GmbH & Co. KG|{} e.K.|{} OHG",
    "AT": "{} GmbH|{} KG",
    "ES": "{} S.L.|{} S.A.|Hostelería {} SL",
    "IT": "{} S.r.l.|{} SNC|{} S.p.A.|{} di Bassi M. & C. s.a.s.",
    "NL": "{} B.V.|{} VOF",
}
