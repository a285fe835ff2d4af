"""The ways of paying, one file or folder each; the contract is pay.rail."""
