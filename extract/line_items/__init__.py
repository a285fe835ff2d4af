"""What a bill charges for, line by line: from an e-invoice's XML or from a printed table."""
