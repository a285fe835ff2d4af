"""Pictures: hostile files in, upright images in plain colours out."""
