"""The learned reader: candidates, what stands around them, and a model that ranks them."""
