"""The command line: one thin file per verb over one flow function."""
