#!/bin/sh
# Makes .venv ready for work and does nothing when it already is. Needs Python 3.11 or newer and a package index.
set -eu
cd "$(dirname "$0")/.."

stamp=.venv/jornal-setup
place=$(pwd -P)
# The stamp tells where .venv was built (it breaks when moved) and from what.
wanted="$place
$(cat pyproject.toml requirements.lock tools/uv.txt tools/setup.sh | cksum)"

if [ -x .venv/bin/python ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
    exit 0
fi

stop() {
    echo "jornal: $1" >&2
    exit 1
}

# Asks for a fixed answer, so that an old or a broken python cannot pass by exiting 0.
new_enough() {
    [ "$("$1" -c 'import sys; print(sys.version_info >= (3, 11))' 2>/dev/null)" = True ]
}

find_python() {
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$candidate" >/dev/null 2>&1 && new_enough "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
}

# A setting of pip, from the environment or its files; empty when there is none.
pip_says() {
    for section in :env: install global; do
        .venv/bin/python -m pip config get "$section.$1" 2>/dev/null && return
    done
    return 0
}

# uv does not read pip's settings, so whoever works behind a mirror would have to say it twice. Nothing is written down.
pass_on_pip_settings() {
    if [ -z "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}" ]; then
        mirror=$(pip_says index-url)
        if [ -n "$mirror" ]; then export UV_DEFAULT_INDEX="$mirror"; fi
    fi
    if [ -z "${SSL_CERT_FILE:-}" ]; then
        certificate=$(pip_says cert)
        if [ -f "$certificate" ]; then export SSL_CERT_FILE="$certificate"; fi
    fi
}

start_afresh() {
    python=$(find_python)
    [ -n "$python" ] || stop "Python 3.11 or newer is needed and was not found; install it and run this again."
    echo "Setting up .venv (a minute or two the first time)" >&2
    rm -rf .venv
    "$python" -m venv .venv ||
        stop "Python's venv module is missing; on Debian and Ubuntu 'apt install python3-venv' brings it."
}

# A .venv built here to the end is brought up to date; any other, moved or left half-way, is built anew.
if ! { [ -x .venv/bin/python ] && [ -f "$stamp" ] && [ "$(head -n 1 "$stamp")" = "$place" ]; }; then
    start_afresh
else
    echo "Bringing .venv up to date" >&2
fi
rm -f "$stamp"

.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/uv.txt ||
    stop "the installer could not be fetched; check the network, or pip's index setting, and run this again."
pass_on_pip_settings
if ! { .venv/bin/uv pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock &&
    .venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation -e .; }; then
    stop "the packages of requirements.lock could not be installed; see the message above and run this again."
fi
printf '%s\n' "$wanted" >"$stamp"
