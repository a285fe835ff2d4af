"""The invented billers' names."""
