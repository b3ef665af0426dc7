# The door to all work. Each target makes .venv ready first; when it is, that costs nothing.
# Paths are relative, so a checkout may lie in a folder with spaces.

.POSIX:
.PHONY: help setup demo test check bench clean

OUT = out
SERVE = 1
ARGS =

help:
	@echo "make demo    the four invented enterprises, every paper, into $(OUT)/"
	@echo "make test    all tests but the slow ones, which are listed (ARGS='-m slow' runs those)"
	@echo "make check   style, types, import order, architecture and documents"
	@echo "make bench   how fast it is on this machine"
	@echo "make clean   removes what the other targets made"

setup:
	@sh tools/setup.sh

# SERVE=0 is for machines without a person before them; nothing is served yet, so it changes nothing.
demo: setup
	.venv/bin/jornal demo --out "$(OUT)"

test: setup
	.venv/bin/python -m pytest -n auto -m "not slow" $(ARGS)
	@echo "Not run here; make test ARGS='-m slow' runs them:"
	@.venv/bin/python -m pytest --collect-only -q -m slow | grep '::'

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
