"""Payment QR codes printed on bills: found, decoded, and parsed without mercy."""
