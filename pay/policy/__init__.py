"""What may be paid, when a secret is asked for, and what is stopped: rules on values, nothing else."""
