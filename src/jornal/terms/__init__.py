"""Law and agreements as dated data with sources: the shapes, the packs, and what is in force on a day."""
