"""Says which Chromium the stories are told in, and fails with the next step where there is none."""

import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")


def found() -> str:
    """The path of the browser; "" where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), "")


if __name__ == "__main__":
    if not found():
        sys.exit(
            "No Chromium was found. On Debian `apt-get install chromium` brings it; then run this again."
        )
    print(subprocess.run([found(), "--version"], capture_output=True, text=True, check=True).stdout.strip())
