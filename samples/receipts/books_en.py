"""What tills say in English, by region.

`~` in an option stands for the tax rate, `$` for the currency as printed; `|` parts options, `;` the
words of one entry.
"""

EN = {
    "sum": "Total|TOTAL|Total:",
    "branch": "{} Branch|Branch: {}|OUTLET : {}|{} store|({})|STORE {}|at {}",
    "zero": "Z 0%|ZRL (0%)|E 0.00%|Zero rated|EXEMPT",
    "slogan": (
        "Welcome to the family|Fresh every day|Where friends meet|The taste of home|Good food, good mood|"
        "Your neighbourhood store|Always low prices|Now hiring|Open 7 days|Free WiFi: ask us"
    ),
    "title": "RECEIPT|TAX INVOICE|CUSTOMER COPY|SALE|SALES RECEIPT|INVOICE|VAT RECEIPT||||",
    "welcome": "WELCOME TO|Welcome!|Thank you for shopping with us|||||",
    "number": (
        "Receipt No|Receipt #|Trans #|Ticket|Order #|Check #|Chk|Invoice No.|Ref|Txn|Bill No|Slip"
    ),
    "date": "Date|Date:|DATE|Date/Time|Sale date|||",
    "staff": "Cashier|Served by|Server|Operator|Clerk|You were served by|Till|Assistant",
    "table": "Table|Tbl|Covers|Guests|Pax",
    "head": "Description;Qty;Price;Amount|Item;Qty;Price;Total|Product;Qty;Each;Value",
    "count": "Items|Item count|No. of items|ITEMS SOLD|Total items|# Items|Total Qty|Articles",
    "subtotal": "Subtotal|SUB TOTAL|Sub-total|SUBTOTAL|Net sales|Food & Bev|Merchandise",
    "discount": "Discount|Savings|Promotion|You saved|Offer|Coupon|Member discount",
    "service": "Service charge 10%|Svc Chrg|Service 10%|Serv. Charge",
    "tax": "VAT ~%|VAT|Tax|VAT @ ~%|Includes VAT ~%|VAT included",
    "total": (
        "TOTAL|Total|TOTAL DUE|Amount due|BALANCE DUE|Total to pay|Total $|GRAND TOTAL|"
        "Balance to pay|NET TOTAL|Total Amount|BALANCE|Bill total|To pay"
    ),
    "rounding": "Rounding|Cash rounding|Rounding adj.",
    "rounded": "Total after rounding|Rounded total|TOTAL (CASH)|Amount payable|NET DUE",
    "cash": "CASH|Cash|Cash tendered|Cash paid|Amount tendered|Cash received|CASH TEND",
    "change": "CHANGE|Change|Change due|Your change|CHANGE GIVEN",
    "card": (
        "VISA|MASTERCARD|Card|Visa Debit|Credit card|Contactless|CARD PAYMENT|DEBIT TEND|Amex"
    ),
    "paid": "Amount|SALE|Amount charged|Paid|Transaction amount",
    "tip": "Tip|Gratuity|TIP AMOUNT",
    "with_tip": "Total|TOTAL CHARGED|Total with tip|Grand total",
    "taxes": "VAT summary;Rate;Net;VAT|VAT Analysis;Code;Goods;VAT",
    "points": "Points balance|Points earned|Your points|Rewards balance",
    "member": "Member No|Loyalty card|Card ID|Account",
    "later": (
        "Offer valid until {}|Return within 28 days, by {}|Survey code expires {}|"
        "Prices valid from {}|Next visit: 10% off before {}"
    ),
    "bye": (
        "THANK YOU|Thank you, please come again|Please keep this receipt|"
        "Have a nice day!|No refund without receipt|See you again soon|"
        "Exchange within 14 days with receipt"
    ),
    "fuel": "Pump;Litres;Price/L;Unleaded 95;Diesel",
    "park": "Entry;Exit;Duration;Parking fee",
    "taxi": "Pick up;Drop off;Distance;Fare",
    "stay": "Room;Arrival;Departure;Nights;Room charge",
    "client": "Bill To|Sold to|Customer|Invoice to|Deliver to",
    "due": "Due date|Payment due|Pay by|Due",
    "terms": (
        "Terms: 30 days|Payment terms: net 14|Thank you for your business|"
        "Goods sold are not returnable"
    ),
}
ASIA = EN | {
    "title": (
        "TAX INVOICE|TAX INVOICE|CASH BILL|CASH SALES|SIMPLIFIED TAX INVOICE|INVOICE|"
        "OFFICIAL RECEIPT|Cash Receipt|BILL|Tax Invoice (Reprint)|GUEST CHECK||"
    ),
    "number": (
        "Invoice No|Bill No|Receipt No.|Doc No.|Inv#|Cash Bill No|Slip No|Trn|Bill#|"
        "Rcpt#|Invoice Number|Tax Inv No|Check No"
    ),
    "date": "Date|DATE|Bill Date|Invoice Date|Date :|Trans Date|Dt|Date/Time|||",
    "staff": "Cashier|Salesperson|Sales Person|User|Waiter|Counter|Staff|Terminal|POS|Served By",
    "head": (
        "Description;Qty;U.Price;Amount|Item;Qty;S/Price;Amount|Code/Desc;Qty;U/P(RM);"
        "Amt(RM)|Desc/Item;QTY;Price;Total"
    ),
    "count": "Total Qty|Item(s)|ITEM COUNT|No. of Items|Qty|Total Quantity|Total Item",
    "subtotal": (
        "Subtotal|Sub Total|Total Excl. GST|Total (Excluding GST)|Sub-Total (Excl. Tax)|"
        "Gross Amount|Total Sales Excl GST|Amount"
    ),
    "discount": "Discount|Disc.|Total Discount|Member Disc|Less: Discount|Voucher",
    "service": "Service Charge 10%|SVC CHG|S.Charge(10%)|Serv. Charge",
    "tax": "GST ~%|GST @~%|Total GST|Add GST ~%|SST ~%|GST Payable|Tax ~%|Service Tax ~%",
    "total": (
        "TOTAL|Total|Grand Total|Nett Total|NET TOTAL|Total Amount|"
        "Total Sales (Inclusive GST)|Total Sales Inclusive of GST $|Total Incl. GST ~%|"
        "Amount Due|TOTAL $|Total (Inclusive of GST)|Total Payable|Nett Amt|"
        "TOTAL AMOUNT DUE|Net Payable|Total Incl.Tax ($)"
    ),
    "rounding": (
        "Rounding|Rounding Adj|Rounding Adjustment|Round Adj|RND ADJ|Bill rounding|Rounding (+/-)"
    ),
    "rounded": (
        "Total Rounded|Rounded Total ($)|Total Payable|Amount To Be Paid|"
        "Total After Rounding|NET TOTAL|Total Due|Grand Total|Nett|Final Total"
    ),
    "cash": (
        "CASH|Cash|Cash Received|Payment|Tendered|Cash Tendered|PAID|CASH $|Paid Amount|"
        "Amt Tendered"
    ),
    "change": "CHANGE|Change|Change Due|CHANGE $|Balance|Change Amt",
    "card": "VISA CARD|Master Card|Credit Card|E-WALLET|VISA|DEBIT CARD|Nets|Card Payment",
    "taxes": (
        "GST Summary;Code;Amount($);Tax($)|GST Analysis;Goods;Amount;Tax|Tax Summary;%;"
        "Amt (RM);GST|GST SUMMARY;Tax;Taxable;Tax Amt"
    ),
    "later": (
        "Goods may be exchanged before {}|Promotion valid till {}|"
        "GST registered since {}|Member card expires {}|"
        "E-invoice can be requested until {}"
    ),
    "bye": (
        "THANK YOU PLEASE COME AGAIN|Thank You! Please Come Again|"
        "Goods sold are not returnable|Please keep this receipt for exchange|"
        "TERIMA KASIH SILA DATANG LAGI|This is a computer generated invoice|"
        "Goods sold are not refundable|** PLEASE CHECK YOUR CHANGE **"
    ),
}
USA = EN | {
    "title": "|||CUSTOMER COPY|SALE|GUEST CHECK|RECEIPT|Sales Receipt|Dine In|To Go",
    "staff": "Server|Cashier|Clerk|ST#|Your server was|Register|Associate|Emp",
    "table": "Table|Tbl|Guests|Party|Seat|Cust",
    "subtotal": "Subtotal|SUBTOTAL|Sub Total|Food|Amount|Sub-total|Net",
    "tax": "Tax|Sales Tax|TAX 1  ~%|Tax ~%|State Tax|SALES TAX ~ %|TX",
    "total": (
        "TOTAL|Total|Total Due|TOTAL DUE|Amount Due|BALANCE DUE|Balance|Grand Total|"
        "Check Total|Amount Owed|Order Total|TOTAL: $|Total Charge|Payment due|Please pay"
    ),
    "cash": "CASH|Cash|Cash Tendered|CASH TEND|Tendered|Pd. Cash|Cash Payment",
    "change": "CHANGE|Change|Change Due|Cash Change|CHANGE DUE",
    "taxes": "Tax detail;Rate;Taxable;Tax|Taxes;Code;Sales;Tax",
    "later": (
        "Return by {}|Offer expires {}|Coupon valid thru {}|"
        "Complete our survey before {}|Rewards expire {}"
    ),
    "fuel": "Pump;Gallons;Price/Gal;REGULAR;DIESEL",
}
INDIA = EN | {
    "title": "TAX INVOICE|CASH MEMO|BILL OF SUPPLY|Bill|INVOICE|Retail Invoice",
    "number": "Bill No|Inv No|Token|Bill No.|KOT",
    "tax": "CGST+SGST ~%|GST ~%|Tax ~%",
    "total": "Grand Total|Net Amount|TOTAL|Bill Amount|Net Payable|Net To Pay|Total Amt",
    "rounding": "Round Off|Rounded off",
    "rounded": "Net Amount|Grand Total|Net Payable|Bill Total",
    "card": "UPI|Card|Paytm|Credit Card",
    "taxes": "GST Break up;%;Taxable;GST|Tax details;HSN;Value;Tax",
}
GULF = {
    "tax": "VAT ~%|VAT Amount|Tax ~%",
    "total": "Total $|TOTAL|Net Amount $|Bill Amount|Invoice Total",
}
PACIFIC = {
    "title": "TAX INVOICE|Tax Invoice|Receipt / Tax invoice|",
    "tax": "GST included in total|Includes GST of|GST|*Taxable items GST",
    "total": "TOTAL|Total|TOTAL (inc GST)|Balance|Total inc. GST|Amount due",
    "card": "EFTPOS|Visa|EFT|Mastercard",
    "taxes": "GST summary;Rate;Net;GST",
}
CANADA = {
    "tax": "HST ~%|GST ~%|TAX",
    "card": "Interac|VISA|Mastercard|DEBIT",
    "taxes": "Tax summary;Rate;Sales;HST",
}
