"""The journal: facts once, append-only, chained, guarded; it knows no subject."""
