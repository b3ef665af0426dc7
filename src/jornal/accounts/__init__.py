"""Who may sign in at this computer: accounts, sessions and codes, in a file of their own beside the register."""
