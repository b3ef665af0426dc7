"""Every word a person reads, in her language, with its dates and numbers."""
