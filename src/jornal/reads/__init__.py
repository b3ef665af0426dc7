"""From tables to the rows that the rules read, one query each."""
