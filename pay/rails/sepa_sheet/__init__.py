"""A sheet to scan or copy from: the person's own bank makes the transfer."""
