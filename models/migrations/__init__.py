"""The database's history, one file a change, run by models.migrate."""
