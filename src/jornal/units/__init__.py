"""Money, rounding, splits, periods, clock times and codes: exact, and knowing no law and no country."""
