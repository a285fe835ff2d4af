"""Small hostile files: each breaks one assumption of a careless reader."""
