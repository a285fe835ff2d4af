"""Durable background work: thin DBOS workflows that call flow."""
