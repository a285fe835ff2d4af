"""One file per source of truth; every reader keeps the contract in extract.reader."""
