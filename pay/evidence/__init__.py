"""Evidence of payment: bank statements read into entries, the most exact format first."""
