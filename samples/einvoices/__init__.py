"""E-invoices that we made: CII, UBL, and PDF files that carry them."""
