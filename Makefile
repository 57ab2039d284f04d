# On a fresh clone, with nothing but Python 3.11 or later and make: `make run`, `make test`.
# The virtual environment is made when it is missing, and brought up to date when pyproject.toml, the Python or
# the place of the checkout has changed since (.venv/stamp remembers them).

SHELL := /bin/sh
FIND_PYTHON := for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$name; break; }; done
PYTHON ?= $(shell $(FIND_PYTHON))
BIN := .venv/bin
BENCHMARKS := timex dating folders timelines speed

.PHONY: help venv run test lint format readme picture peers bench compiled clean

help:
	@echo "make run     print the chronology of seeds/"
	@echo "make test    run the tests"
	@echo "make lint    ruff and mypy"
	@echo "make format  let ruff rewrite what it can"
	@echo "make readme  bring the example in README.md up to date"
	@echo "make picture bring docs/page.png up to date (needs Chromium)"
	@echo "make peers   install the programs of others that read back what newsline writes (needs npm)"
	@echo "make bench   measure quality and speed (needs the corpora; says so where they are absent)"
	@echo "make compiled  build a wheel in dist/ that reads faster, compiled to C (needs a C compiler; takes minutes)"
	@echo "make clean   remove .venv and everything that was built"

venv:
	@test -n "$(PYTHON)" || { \
		echo "make: no Python 3.11 or later with the venv module was found; install one (Debian: python3-venv)," >&2; \
		echo "make: or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@want="$$(pwd) $$("$(PYTHON)" -c 'import sys; print(sys.version)') $$(cksum < pyproject.toml)"; \
	if [ "$$want" = "$$(cat .venv/stamp 2>/dev/null)" ] && $(BIN)/newsline --version >/dev/null 2>&1; then exit 0; fi; \
	echo "Preparing .venv ..." >&2; \
	if ! $(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11) or sys.prefix != "'"$$(pwd)"'/.venv")' 2>/dev/null; then \
		"$(PYTHON)" -m venv --clear .venv || exit 1; \
	fi; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' || exit 1; \
	$(BIN)/python -m compileall -q newsline; \
	echo "$$want" > .venv/stamp

run: venv
	@$(BIN)/newsline build seeds

test: venv
	@$(BIN)/python -m pytest

lint: venv
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: venv
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

readme: venv
	@$(BIN)/newsline build seeds -n 10 -q --into README.md

picture: venv
	@mkdir -p docs
	@NEWSLINE_PICTURE=docs/page.png $(BIN)/python -m pytest tests/formats/test_browser.py -k picture_in_the_readme

peers: venv
	@command -v npm >/dev/null || { echo "make: npm was not found; install Node.js" >&2; exit 2; }
	@mkdir -p .venv/node && cp tests/peers/package.json .venv/node/
	npm install --prefix .venv/node --no-audit --no-fund --ignore-scripts --loglevel=error

bench: venv
	@status=0; for name in $(BENCHMARKS); do \
		echo "== $$name"; $(BIN)/python -m "tests.benchmarks.$$name" || status=1; \
	done; exit $$status

compiled: venv
	@command -v "$${CC:-cc}" >/dev/null || { echo "make: no C compiler was found; install one (Debian: gcc)" >&2; exit 2; }
	@rm -f dist/newsline-*.whl
	@echo "Compiling; this takes minutes ..." >&2
	@HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m hatchling build -t wheel -d dist
	@$(BIN)/python -m pytest tests/test_compiled.py
	@echo "Install it with pip or pipx: $$(ls dist/newsline-*.whl)" >&2

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
