"""The pages: a door beside the command line. It reads a form, calls one flow function and renders."""
