# Every command a person types. Reasons are in docs/architecture.md.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Whoever is done takes tests of the others. One more than cores where many tests wait for processes of their own.
JOBS   ?= 2
MORE   ?= 3
# Tests start some hundred processes: what is compiled once is kept, whatever the environment says.
unexport PYTHONDONTWRITEBYTECODE
PYTEST := $(BIN)/pytest -n $(JOBS) --dist worksteal
# uv compares these with the interpreter of the environment, so one line serves every step.
INSTALL := $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes

.PHONY: run test soak check format bench pins system docs pictures clean

run: $(VENV)/site.stamp ## open the site; its data are in the person's own folder, never in this one
	@$(BIN)/auditblanc

# What PostgreSQL could answer otherwise. Tests that start processes of their own try both databases by themselves.
# Pages are left to `make soak`: what they ask is asked by the reads and writes.
TABLES := tests/accounts tests/assessments --ignore-glob='*/test_processes.py' --ignore=tests/assessments/preview --ignore=tests/assessments/views

test: $(VENV)/dev.stamp node_modules/.package-lock.json
	@sh tools/system.sh --if-missing
	$(PYTEST) -q --cov --cov-report= tests/domain
	$(BIN)/coverage report --include='src/auditblanc/domain/*' --fail-under=100 --skip-covered
	$(PYTEST) -n $(MORE) --ignore=tests/domain
	$(PYTEST) -q --ds=tests.server_settings tests/server
	AUDITBLANC_TEST_DATABASE=postgresql $(PYTEST) -q $(TABLES)

soak: $(VENV)/dev.stamp ## the full counts of the long proofs
	AUDITBLANC_SOAK=1 $(PYTEST) -m soak --no-cov -s
	AUDITBLANC_TEST_DATABASE=postgresql $(PYTEST) -q --no-cov tests/assessments/views
	AUDITBLANC_SOAK=1 $(BIN)/pytest -m soak --no-cov -s --ds=tests.server_settings tests/server

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	AUDITBLANC_DATA=$(abspath $(VENV)) $(BIN)/python -m django makemigrations --check --dry-run --settings auditblanc.web.settings
	$(BIN)/djlint --quiet --lint src/auditblanc/web/templates
	$(BIN)/python tools/sizes.py
	$(BIN)/python -m tools.docs --check
	$(BIN)/python -m tools.audit $(AUDIT)

docs: $(VENV)/dev.stamp ## write the generated pages again
	$(BIN)/python -m tools.docs

pictures: $(VENV)/dev.stamp ## the pictures of the README and of the guide, made from what the commands write and the site shows
	$(BIN)/python -m tools.pictures

format: $(VENV)/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/dev.stamp
	$(BIN)/python -m bench

system: ## the one list of system packages the tests need
	sh tools/system.sh

pins: $(VENV)/dev.stamp ## compile the pins again, with hashes and no addresses
	sh tools/pins.sh $(BIN)/uv

clean:
	rm -rf $(VENV) node_modules build dist exemple-auditblanc

$(VENV)/build.stamp: requirements/build.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	touch $@

$(VENV)/base.stamp: $(VENV)/build.stamp requirements/base.txt pyproject.toml
	$(INSTALL) -r requirements/base.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/site.stamp: $(VENV)/base.stamp requirements/site.txt
	$(INSTALL) -r requirements/site.txt
	touch $@

$(VENV)/dev.stamp: $(VENV)/base.stamp requirements/dev.txt
	$(INSTALL) -r requirements/dev.txt
	touch $@

# The rules that look at our pages: for development alone, nothing of it is served. npm writes this file itself.
node_modules/.package-lock.json: package-lock.json
	@sh tools/system.sh --if-missing
	@if command -v npm >/dev/null; then npm ci --ignore-scripts --no-audit --no-fund; else echo "No npm: pages are not checked by axe."; fi
	@touch -c $@
