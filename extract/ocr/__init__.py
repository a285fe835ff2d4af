"""OCR: images in, Pages of words out, the same kind that a PDF with text gives."""
