# The door to all work. Each target makes .venv ready first; when it is, that costs nothing.
# Paths are relative, so a checkout may lie in a folder with spaces.

.POSIX:
.PHONY: help setup demo test test-browser check bench clean

OUT = out
SERVE = 1
ARGS =

help:
	@echo "make demo    the four invented enterprises: every paper into $(OUT)/, their registers in the browser"
	@echo "make test    all tests but the slow ones, which are listed (ARGS='-m slow' runs those)"
	@echo "make test-browser  stories in a real browser (needs Debian's chromium)"
	@echo "make check   style, types, import order, architecture and documents"
	@echo "make bench   how fast it is on this machine"
	@echo "make clean   removes what the other targets made"

setup:
	@sh tools/setup.sh

# SERVE=0 is for machines without a person before them: it ends where the browser would be opened.
demo: setup
	@if [ "$(SERVE)" = 0 ]; then .venv/bin/jornal demo --out "$(OUT)"; else .venv/bin/jornal demo --out "$(OUT)" --serve; fi

test: setup
	.venv/bin/python -m pytest -n auto -m "not slow and not browser" $(ARGS)
	@echo "Not run here; make test ARGS='-m slow' runs them:"
	@.venv/bin/python -m pytest --collect-only -q -m slow | grep '::'

# A person's day in a real browser. It fails where there is no Chromium: a story that was not told proves nothing.
test-browser: setup
	@.venv/bin/python tools/chromium.py
	.venv/bin/python -m pytest -n 2 --dist loadfile -m browser tests/stories $(ARGS)

check: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo
	.venv/bin/python -m pytest -q tests/test_architecture.py tests/test_docs.py

bench: setup
	.venv/bin/python bench/run.py $(ARGS)

clean:
	rm -rf .venv out dist build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
