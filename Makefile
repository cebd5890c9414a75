# make app: the chat in a browser. make test: everything that proves it. make help: the rest.
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
STAMP := .venv/.installed
HOST ?= 127.0.0.1
PORT ?= 8501
TESTS ?= tests

.DEFAULT_GOAL := help
.PHONY: help setup app build test lint fix bench evaluate lock clean

help:  ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "%-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP)  ## make .venv with exactly the locked versions

$(STAMP): pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: make setup PYTHON=/path/to/python3"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint requirements.lock --editable '.[dev]'
	$(BIN)/python -m compileall -q assistant  # or else each command compiles it anew where Python may not write bytecode
	@touch $@

build: setup  ## build the store from corpus/ (does nothing where it is up to date)
	$(BIN)/trade-assistant build

app: build  ## the chat at http://127.0.0.1:8501
	$(BIN)/streamlit run app.py --server.address $(HOST) --server.port $(PORT)

test: setup  ## every test, the page in a real browser included
	$(BIN)/python -m pytest $(TESTS)

lint: setup  ## style, types, and which room may import which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

fix: setup  ## mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup  ## speed and memory, each beside its limit
	$(BIN)/python -m compileall -q assistant
	$(BIN)/python -m benchmarks

evaluate: build  ## ask the questions of tests/questions and count right, declined and wrong
	$(BIN)/trade-assistant evaluate

lock: setup  ## write the versions now installed to requirements.lock
	@{ echo "# exact versions, used as constraints: pip install -c requirements.lock -e .[dev]"; \
	   $(BIN)/python -m pip freeze --exclude-editable | grep -v ' @ ' | sed 's/+cpu$$//'; } > requirements.lock.new
	@mv requirements.lock.new requirements.lock

clean:  ## remove .venv and the tools' caches (the store stays)
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist *.egg-info tests/browser/shots
	find assistant tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
