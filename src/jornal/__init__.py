"""jornal runs fair workshops inside prisons: a day's work recorded once, everything else derived from it."""

__version__ = "0.1.0"
