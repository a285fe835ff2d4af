"""The road of a bill: the only place that knows the order of the steps."""
