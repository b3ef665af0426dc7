"""The commands a manager types."""
