"""What tills say in French, in Europe and in Québec.

`~` in an option stands for the tax rate, `$` for the currency as printed; `|` parts options, `;` the
words of one entry.
"""

FR = {
    "sum": "Total|TOTAL|Totaux",
    "branch": "Magasin de {}|Agence {}|({})|Point de vente {}|MAGASIN : {}",
    "zero": "Exo 0,00|0,0 %|Exonéré",
    "slogan": "Le bon goût de chez nous|Ouvert 7j/7|Toujours frais|Prix bas toute l'année",
    "title": "TICKET DE CAISSE|TICKET|DUPLICATA|FACTURETTE|Note|ADDITION|Ticket client|||",
    "welcome": "BIENVENUE|Bienvenue chez|Merci de votre visite|||||",
    "number": "Ticket n°|N° ticket|Ticket|Note N°|Facture n°|Transaction|N°|Trans.|Bon n°",
    "date": "Date|Le|DATE :|Du|Date/heure|||",
    "staff": (
        "Vendeur|Caisse|Hôtesse|Servi par|Opérateur|Caissier|Serveur|Vous avez été servi par"
    ),
    "table": "Table|Couverts|Cvts|Salle",
    "head": "Désignation;Qté;P.U.;Montant|Article;Qté;Prix;Total|Libellé;Qte;PU TTC;TTC",
    "count": "Nombre d'articles|Nb articles|NB ART.|ARTICLES|Total articles|Qté totale",
    "subtotal": "Sous-total|SOUS TOTAL|Total brut|Total avant remise|S/Total",
    "discount": "Remise|REMISE FIDELITE|Avantage carte|Promotion|Réduction immédiate|Bon d'achat",
    "service": "Service 10%|Service 12%",
    "tax": "TVA ~%|Dont TVA|Dont TVA ~%|TVA|Montant TVA",
    "total": (
        "TOTAL TTC|TOTAL|NET A PAYER|TOTAL A PAYER|Total TTC $|MONTANT DU|TOTAL EUROS|"
        "Total à payer|A PAYER|Net à payer|Total général|MONTANT TTC|TOTAL $|Total dû"
    ),
    "rounding": "Arrondi|Arrondi espèces|ARRONDI",
    "rounded": "TOTAL ARRONDI|Total après arrondi|Net à payer|A payer espèces",
    "cash": "ESPECES|Espèces|Reçu|Espèces reçues|Versé|REGLE EN ESPECES|Règlement espèces|Donné",
    "change": "RENDU|Rendu|A rendre|Rendu monnaie|Monnaie|Votre monnaie",
    "card": (
        "CB|CARTE BANCAIRE|Carte bancaire|CB EMV|CB SANS CONTACT|Règlement CB|"
        "CARTE BLEUE|Paiement carte"
    ),
    "paid": "MONTANT|MONTANT REEL|Débit|Montant débité",
    "tip": "Pourboire",
    "with_tip": "TOTAL AVEC POURBOIRE|Total",
    "taxes": "TVA;Taux;HT;TVA|Détail TVA;Code;Base HT;Mt TVA|Récapitulatif TVA;%;H.T.;Taxe",
    "points": "Cagnotte|Solde de points|Points fidélité|Vos points|Nouveau solde carte",
    "member": "Carte fidélité|N° client|Carte|Client",
    "later": (
        "Bon valable jusqu'au {}|Echange possible jusqu'au {}|Offre valable avant le {}|"
        "Points à utiliser avant le {}"
    ),
    "bye": (
        "MERCI DE VOTRE VISITE|A BIENTOT|Merci et à bientôt|Ticket à conserver|"
        "Ni repris ni échangé sans ticket|Prix nets, service compris|"
        "Echange sous 30 jours avec ticket"
    ),
    "fuel": "Pompe;Litres;Prix/L;SP95-E10;GAZOLE",
    "park": "Entrée;Sortie;Durée;Stationnement",
    "taxi": "Prise en charge;Arrivée;Distance;Course",
    "stay": "Chambre;Arrivée;Départ;Nuitées;Nuitée",
    "client": "Client|Facturé à|Doit|Adressé à",
    "due": "Date d'échéance|A régler avant le|Échéance|Payable au plus tard le",
    "terms": (
        "Paiement à 30 jours|Règlement à réception|Merci de votre confiance|"
        "Pas d'escompte pour paiement anticipé"
    ),
}
QUEBEC = {
    "title": "FACTURE|REÇU|Addition|COPIE CLIENT|",
    "tax": "TPS+TVQ|TAXES|TPS/TVQ ~%",
    "card": "INTERAC|VISA|MASTERCARD|DEBIT",
    "cash": "COMPTANT|Argent comptant|Comptant reçu",
    "change": "MONNAIE|Monnaie|Remise|CHANGE",
    "discount": "Rabais|Escompte|Coupon rabais",
    "total": "TOTAL|Total|MONTANT DÛ|SOLDE|GRAND TOTAL|Total à payer|TOTAL $",
    "tip": "Pourboire",
    "fuel": "Pompe;Litres;Prix/L;ORDINAIRE;DIESEL",
}
