"""What goes on paper: the words of each sheet beside how it looks."""
