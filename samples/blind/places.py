"""Invented customers, and seats of invented companies, by country."""

Lines = tuple[str, ...]

PEOPLE: dict[str, tuple[Lines, ...]] = {
    "FR": (
        ("M. PAUL VERGNAUD", "14 RUE DES GLYCINES", "69430 BEAUJEU"),
        ("MME INES LACAZE", "APPT 32 - BAT C", "8 ALLEE DES ORMES", "33170 GRADIGNAN"),
        ("M ET MME TESSIER HUGO", "3 CHEMIN DU LAVOIR", "44690 MAISDON SUR SEVRE"),
        ("Mme Claire Aubertin", "27 bis avenue Foch", "54000 Nancy"),
    ),
    "GB": (
        ("Mr D Hargreaves", "12 Larch Close", "Otley", "LS21 3QX"),
        ("Ms Priya Nandra", "Flat 4, 88 Tollgate Road", "London", "E6 5YA"),
        ("Mrs H M Colquhoun", "3 Shore Street", "Anstruther", "KY10 3AQ"),
        ("Mr T & Mrs L Bevan", "Ty Gwyn, Heol Las", "Swansea", "SA7 9DJ"),
    ),
    "DE": (
        ("Herrn", "Matthias Kröger", "Am Mühlbach 7", "37154 Northeim"),
        ("Frau", "Svenja Bierbaum", "Lindenallee 118", "04229 Leipzig"),
        ("Familie", "Özdemir", "Hohe Straße 23 b", "73033 Göppingen"),
        ("Frau Dr.", "Almut Reiners", "Deichweg 4", "26506 Norden"),
    ),
    "US": (
        ("MARCUS T HOLLOWAY", "4118 ALDER CREEK DR", "BOISE, ID 83704"),
        ("JENNA R PASCHALL", "77 W 11TH ST APT 5C", "TULSA, OK 74119"),
        ("DELIA OKAFOR", "2209 PINEHURST LN", "ROUND ROCK, TX 78664"),
    ),
    "CA": (
        ("MME SOLANGE BOURDAGES", "1450 RUE DES PLAINES", "LEVIS QC G6V 4Z8"),
        ("M. ETIENNE LARRIVEE", "88 AV DU PARC APP 4", "GRANBY QC J2G 3R1"),
        ("MS KAREN SINCLAIR", "19 BAYVIEW CRES", "KINGSTON ON K7L 2T6"),
    ),
    "ES": (
        ("LAURA CASTAÑO RIBERA", "C/ SAN ROQUE 14, 3º B", "46022 VALENCIA"),
        ("JAVIER ORDUÑA PEÑA", "AVDA. DE LA ESTACIÓN 9", "26200 HARO (LA RIOJA)"),
        ("MARÍA TERESA VILLALBA SOTO", "PLAZA MAYOR 2, BAJO", "37001 SALAMANCA"),
    ),
    "IT": (
        ("Gent.mo Sig. ROSSETTI MARCO", "VIA DEI TIGLI 21", "40137 BOLOGNA BO"),
        ("FERRARIS ELENA", "CORSO MATTEOTTI 55 INT. 8", "10121 TORINO TO"),
        ("DE LUCA GIANFRANCO", "VIA MARINA 3", "84011 AMALFI SA"),
    ),
    "NL": (
        ("Dhr. J.W. Terpstra", "Kerkstraat 81", "8911 GB Leeuwarden"),
        ("Mevr. F. el Amrani", "Rozenlaan 206 II", "3051 LR Rotterdam"),
        ("Fam. Hoogeveen", "De Meent 5", "7241 AB Lochem"),
    ),
    "BE": (
        ("M. Benoît Lambrechts", "Rue du Moulin 44", "5000 Namur"),
        ("Mme Aurélie Stassart", "Avenue des Cerisiers 12 bte 3", "1030 Bruxelles"),
        ("M. Didier Wauters", "Chaussée de Mons 310", "7060 Soignies"),
    ),
    "CH": (
        ("Herr", "Reto Ammann", "Seestrasse 118", "8802 Kilchberg"),
        ("Frau", "Nadja Brunner", "Bahnhofplatz 2", "3400 Burgdorf"),
        ("Madame", "Chloé Favre", "Chemin des Vignes 9", "1027 Lonay"),
    ),
}

SEATS: dict[str, tuple[Lines, ...]] = {
    "FR": (
        ("22 place de la Bourse", "75002 Paris"),
        ("4 quai des Tanneurs", "67000 Strasbourg"),
        ("115 boulevard Gambetta", "59100 Roubaix"),
        ("ZA Les Peupliers", "86240 Ligugé"),
    ),
    "GB": (
        ("Quayside House, 40 Dock Road", "Bristol", "BS1 6XN"),
        ("1 Millstone Square", "Leeds", "LS1 4DL"),
        ("The Granary, Fore Street", "Exeter", "EX4 3AT"),
    ),
    "DE": (
        ("Industriestraße 45", "48153 Münster"),
        ("Marktplatz 3", "91522 Ansbach"),
        ("Hansaring 102", "50670 Köln"),
    ),
    "US": (
        ("PO BOX 60177", "SIOUX FALLS, SD 57186"),
        ("900 COMMERCE BLVD STE 210", "COLUMBUS, OH 43215"),
        ("2300 HARBOR AVE", "OAKLAND, CA 94607"),
    ),
    "CA": (
        ("C.P. 11022, succ. Centre-Ville", "Montréal QC H3C 4T6"),
        ("2000 King St W", "Toronto ON M5V 3L9"),
    ),
    "ES": (
        ("Calle Arturo Soria 120", "28033 Madrid"),
        ("Gran Vía 41, 2º", "48001 Bilbao"),
    ),
    "IT": (
        ("Via della Conciliazione 12", "00193 Roma RM"),
        ("Viale Certosa 88", "20155 Milano MI"),
    ),
    "NL": (
        ("Postbus 4410", "1009 AS Amsterdam"),
        ("Stationsplein 12", "5211 AP 's-Hertogenbosch"),
    ),
    "BE": (
        ("Boulevard du Midi 90", "1000 Bruxelles"),
        ("Rue de Fétinne 8", "4020 Liège"),
    ),
    "CH": (
        ("Bundesgasse 19", "3011 Bern"),
        ("Rue du Lac 40", "1400 Yverdon-les-Bains"),
    ),
}
