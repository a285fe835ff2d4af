"""Invented German, Dutch, Belgian, Swiss and Quebec billers.

country: trade: "trade name|legal name|site".
"""

OTHERS: dict[str, dict[str, tuple[str, ...]]] = {
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
        "garage": (
            "Autohaus Feldmann|Autohaus Feldmann GmbH|autohaus-feldmann.example",
            "Kfz-Werkstatt Thoms|Thoms Kfz-Technik e.K.|kfz-thoms.example",
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
