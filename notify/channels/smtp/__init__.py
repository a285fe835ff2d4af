"""Mail through the person's own server."""
