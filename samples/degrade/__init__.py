"""Printed pages as they come from a scanner or a telephone: worse, and known to be worse how."""
