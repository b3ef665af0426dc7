"""What can be done, as verbs: pay a month, compare it with what was paid, run a case."""
