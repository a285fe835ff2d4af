"""The accounts as other programs read them: double entry as text, tables, files of shared expenses."""
