"""Four invented enterprises, the same on every machine."""
