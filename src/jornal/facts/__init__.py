"""What may be recorded: tables by subject, columns and constraints, no arithmetic."""
