"""Files in: the grid, the long list and the clock log become rows used and rows listed."""
