# Two commands are enough: `make run` and `make test`. Each makes the environment it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run install test test-long demo lint types imports lock simulate kills bench clean says hearing sbom audit

run: $(VENV)/.installed
	@$(BIN)/handrail run

# The environment alone, for `handrail init` before the first start.
install: $(VENV)/.installed

demo: $(VENV)/.installed
	@$(BIN)/handrail demo

# Many processes read the same code. Each would compile it again where Python may not keep that.
test test-long: export PYTHONDONTWRITEBYTECODE :=

# Lint, types and import contracts run beside the tests; the last line is the one result.
test: $(VENV)/.installed-test
	@$(BIN)/python -m tests.whole_suite

# The longer forms of what `make test` proves in short: docs/testing.md says which. Some minutes.
# Nearly all of them wait for processes that others wrote, so six run at once on any machine, and
# the slowest (tests/scaled) begin first.
test-long: $(VENV)/.installed-test
	$(BIN)/pytest -m "long and not by_hand" -n 6 --dist load --maxschedchunk 1

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-test
	$(BIN)/mypy

imports: $(VENV)/.installed-test
	$(BIN)/lint-imports

# Long random histories of the nevers, and ten thousand simulated client-years, beside the short
# forms in `make test`. One history alone, told and shortened: make simulate SEED=1012
simulate: $(VENV)/.installed-test
ifdef SEED
	@$(BIN)/python -m tests.simulation $(SEED) --kind $(or $(KIND),memory)
else
	$(BIN)/python -m tests.simulation --years $(or $(YEARS),10000)
	TESTS_HISTORIES=long $(BIN)/pytest tests/proofs tests/simulation tests/fuzz tests/bounded tests/understand/test_stop_anywhere.py tests/stories tests/peers tests/benchmarks tests/adapters/slack/test_slack_storm.py tests/adapters/teams/test_storm.py -s
endif

# 20,000 messages on PostgreSQL, three workers that are killed at random moments: some minutes.
kills: $(VENV)/.installed-test
	TESTS_KILLS=long $(BIN)/pytest tests/scaled/test_kills.py -s -n 0

# What it costs, as ratios measured in one run: docs/performance.md. One part alone:
# make bench BENCH=check-ins; less of it: make bench BENCH="sweep --enrolled 1000 --database sqlite".
bench: $(VENV)/.installed-test
	@$(BIN)/python -m tests.benchmarks $(BENCH)

# What Handrail is made of, as CycloneDX: build/handrail.cdx.json. Its tools lie in .venv-audit.
sbom: .venv-audit/.installed
	@mkdir -p build
	@.venv-audit/bin/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible \
		--of JSON -o build/handrail.cdx.json requirements.lock
	@echo "build/handrail.cdx.json"

# Asks the registry which locked versions have known weaknesses; fails if there is one.
audit: $(VENV)/.installed-test .venv-audit/.installed
	@.venv-audit/bin/pip-audit -r requirements.lock --no-deps --disable-pip -f json \
		--progress-spinner off 2>/dev/null | $(BIN)/python -m tests.audit

.venv-audit/.installed: requirements-audit.lock
	@$(PYTHON) -m venv .venv-audit
	@.venv-audit/bin/python -m pip --disable-pip-version-check --quiet install \
		--require-hashes -r requirements-audit.lock
	@touch $@

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Handrail needs Python 3.11 or newer.")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml
	@echo "Making the environment (once) ..." >&2
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed requirements-dev.lock
	@echo "Adding what the tests need (once) ..." >&2
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# Renews what is made from the code: six pages of docs/, the stories, and three files of deploy/.
says:
	$(VENV)/bin/python -m tests.catalogue.page > docs/what-the-bot-says.md
	$(VENV)/bin/python -m tests.stories
	$(VENV)/bin/python -m tests.attacks.page > docs/security-tests.md
	$(VENV)/bin/python -m tests.privacy_pages
	$(VENV)/bin/python -m tests.handing_over > docs/what-we-could-hand-over.md
	$(VENV)/bin/python -m tests.deploying > deploy/env.example
	$(VENV)/bin/python -m tests.observing.make_dashboard > deploy/observing/dashboard.json
	$(VENV)/bin/python -m bot slack manifest --socket > deploy/slack/manifest.yaml

# Renews what hears typed lines: the machine of crisis phrases from the tables of all languages, and
# the classifier's weights if the training lines or the features changed.
hearing: $(VENV)/.installed-test
	$(BIN)/python -m tests.hearing.compile_phrases
	$(BIN)/python -m tests.hearing.train

# For maintainers: new locks, with hashes and without any index address (needs uv).
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
		--extra build --extra slack --extra teams --extra postgres pyproject.toml \
		-o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
		--extra build --extra slack --extra teams --extra postgres --extra test \
		pyproject.toml -o requirements-dev.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
		--group audit -o requirements-audit.lock

clean:
	rm -rf $(VENV) .venv-audit build .mypy_cache .ruff_cache .pytest_cache .hypothesis
