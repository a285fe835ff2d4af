"""OCR on drawn pages."""
