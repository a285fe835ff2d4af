"""Pay: shares, balances, orders for a rail, evidence of payment. Values in, values out."""
