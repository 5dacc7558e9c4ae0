# Each word does all set-up it needs, on a fresh machine too.
PYTHON ?= python3
PY := .venv/bin/python
POSTGRES := $(PY) -m tests.support.postgres
RULES := tests/test_architecture.py tests/test_locales.py

export PYTHON

.PHONY: help install run test prove check fix bench lock browser

help:
	@echo "make run      open the demo on http://127.0.0.1:8080 (PORT to change)"
	@echo "make test     run the tests"
	@echo "make check    lint, format, types, architecture and locales, as CI does"
	@echo "make fix      repair what lint and format can repair"
	@echo "make prove    run every proof at full size into docs/proof.md"
	@echo "make bench    CPU per update, beside a plain aiogram bot"
	@echo "make install  make .venv only"
	@echo "make lock     resolve pyproject.toml into requirements.lock"

install:
	@.ci/install

run: install
	@exec $(PY) run_bot.py

test: install browser
	@$(POSTGRES) $(PY) -m pytest -n 4 --dist worksteal $(ARGS)

prove: install browser
	@$(POSTGRES) --lasting $(PY) -m tests.prove $(ARGS)

check: install
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@$(PY) -m pytest -q $(RULES)

fix: install
	@$(PY) -m ruff check --fix-only --quiet
	@$(PY) -m ruff format

bench: install
	@$(POSTGRES) --lasting $(PY) -m tests.benchmarks $(ARGS)

lock:
	@test -x build/lock/bin/python || $(PYTHON) -m venv build/lock
	@build/lock/bin/python -m tests.support.lock

browser:
	@command -v chromium >/dev/null || .ci/debian chromium || true
