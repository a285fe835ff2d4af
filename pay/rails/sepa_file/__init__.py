"""A file of transfers that the person gives to their bank (ISO 20022 pain.001.001.09)."""
