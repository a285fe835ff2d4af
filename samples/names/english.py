"""Invented British, Irish and American billers.

country: trade: "trade name|legal name|site".
"""

ENGLISH: dict[str, dict[str, tuple[str, ...]]] = {
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
        "licence": (
            "Viewing Licence Office|Viewing Licence Office|viewlicence.example",
            "Fisheries Licence Bureau|Fisheries Licence Bureau|fishlicence.example",
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
        "school": (
            "St Brannoc's School|St Brannoc's School Trust|stbrannocs.example",
            "Weirside Academy|Weirside Academy Trust|weirside.example",
        ),
        "club": (
            "Ashcombe Harriers|Ashcombe Harriers Athletics Club|ashcombeharriers.example",
            "Ironside Gyms|Ironside Gyms Ltd|ironsidegyms.example",
            "St Brannoc's School|St Brannoc's School Trust|stbrannocs.example",
        ),
    },
    "IE": {
        "telecom": (
            "Curlew Broadband|Curlew Broadband Limited|curlew.example",
            "Shannonet|Shannonet Communications DAC|shannonet.example",
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
}
