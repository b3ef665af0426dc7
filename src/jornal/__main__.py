"""`python -m jornal` is the command itself."""

import sys

from jornal.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
