# The two to know: `make explore` and `make test`. Each sets up what it needs, once.
# Nothing is installed outside this folder: Python packages go into .venv, uv (if you have none) into .tools.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.version_info >= (3, 11) or sys.exit(1); print(sys.executable)' 2>/dev/null && break; done)
UV ?= $(or $(shell command -v uv 2>/dev/null),.tools/bin/uv)
RUN = .venv/bin/python -m
INSTALL = "$(UV)" pip install --quiet --python .venv
COMPILE = "$(UV)" pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-header --no-annotate $(UPGRADE)

# uv takes the Python found above and never fetches one; it trusts whom this machine trusts, as pip does.
export UV_PYTHON_DOWNLOADS = never
export UV_SYSTEM_CERTS = true
# Kernels and commands start by the dozen: what Python has compiled once is kept, as it is by default.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL = help
.PHONY: help explore site test browser soak bench leaks readers binder floors wheels check check-js format release lock clean

# The scripts are checked where Node.js is there; nobody else is asked to install it.
NPM := $(shell command -v npm 2>/dev/null)

help: ## say what each target does
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

explore: .venv/.lab ## open JupyterLab on the first notebook (LAB_ARGS="--no-browser --port=9999" to change how)
	$(RUN) jupyterlab --ServerApp.root_dir=. --ServerApp.default_url=/doc/tree/notebooks/00_start_here.ipynb $(LAB_ARGS)

site: .venv/.lab ## run all lessons and write them as pages into site/ (SITE=elsewhere)
	$(RUN) explainer site $(or $(SITE),site)

test: .venv/.test ## run the tests that need no browser (TEST_ARGS="-k graph" to choose)
	$(RUN) pytest --numprocesses=logical --dist=loadfile tests --ignore=tests/browser $(TEST_ARGS)

browser: .venv/.test node_modules/.package-lock.json ## run the tests that drive JupyterLab in Chromium
	$(RUN) pytest --numprocesses=logical --dist=loadfile tests/browser $(TEST_ARGS)

soak: .venv/.test node_modules/.package-lock.json | $(UV) ## run what takes long, before a release, and keep the results in docs/soak.md (SOAK_ARGS="--parts load" to choose)
	.venv/bin/python tests/soak/run.py $(SOAK_ARGS)

binder: .venv/.lab | $(UV) ## ask Binder's builder what it would make of this folder
	UV="$(UV)" tests/binder/check_binder.sh

# Warnings are let by: old versions warn of newer ones beside them.
floors: | $(UV) ## run the tests with the oldest versions that pyproject.toml allows
	"$(UV)" venv --quiet --clear --python "$(PYTHON)" .floors
	"$(UV)" pip install --quiet --python .floors --resolution lowest-direct -r pyproject.toml --extra lab --group build --group test
	"$(UV)" pip install --quiet --python .floors --no-deps --no-build-isolation --editable .
	.floors/bin/python -m pytest tests --ignore=tests/browser -o filterwarnings=default $(TEST_ARGS)

wheels: | $(UV) ## ask whether set-up needs no compiler, on every kind of machine
	for machine in x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu x86_64-apple-darwin aarch64-apple-darwin x86_64-pc-windows-msvc; do \
		for python in 3.11 3.12 3.13 3.14; do "$(UV)" pip install --quiet --dry-run --target .floors --only-binary :all: \
			--python-platform $$machine --python-version $$python --require-hashes -r requirements.lock || exit 1; done; done

bench: .venv/.test ## measure all, beside the usual way and the quickest peer, and keep it in docs/performance.md (needs nginx)
	$(INSTALL) --require-hashes -r benchmarks/requirements.lock
	.venv/bin/python benchmarks/bench.py --write docs/performance.md $(BENCH_ARGS)

leaks: .venv/.test ## measure what cells run again leave behind, against a bare widget and figure (BENCH_ARGS="--widgets 10")
	.venv/bin/python benchmarks/leaks.py $(BENCH_ARGS)

readers: .venv/.test ## measure what 1, 5, 10 and 20 readers of a hub take, and keep it in docs/hosting.md
	.venv/bin/python benchmarks/readers.py --write docs/hosting.md $(BENCH_ARGS)

check: .venv/.test ## lint, formatting, types, floors and the data
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	.venv/bin/lint-imports
	$(RUN) explainer check
	@$(if $(NPM),$(MAKE) --no-print-directory check-js,echo "Left out: the scripts for the browser. make check-js checks them, and needs Node.js.")

check-js: node_modules/.package-lock.json ## types, lint and formatting of the scripts (needs Node.js)
	node_modules/.bin/tsc --project tsconfig.json
	node_modules/.bin/biome ci --error-on-warnings

format: .venv/.test $(if $(NPM),node_modules/.package-lock.json) ## put code into the one form that `make check` accepts
	$(RUN) ruff check --fix
	$(RUN) ruff format
	$(if $(NPM),node_modules/.bin/biome check --write)

# Only the last line but one asks the web: a list of known holes. SKIP_AUDIT=1 leaves it out, and says so.
release: .venv/.lab | $(UV) ## look over licences, workflows, repository and known holes; write wheel and SBOM into dist/
	"$(UV)" venv --quiet --clear --python "$(PYTHON)" .release
	"$(UV)" pip install --quiet --python .release --require-hashes -r requirements-release.lock
	.release/bin/reuse lint --quiet || .release/bin/reuse lint
	.release/bin/zizmor --quiet --offline --pedantic .github
	.release/bin/repo-review . --show err
	rm -rf dist
	"$(UV)" build --quiet --wheel --no-build-isolation --python .venv
	PYTHONWARNINGS=ignore .release/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible -o dist/sbom.cdx.json
	$(if $(SKIP_AUDIT),@echo "Left out: known holes. make release looks them up.",.release/bin/pip-audit --disable-pip --require-hashes -r requirements.lock)
	@ls -l dist

lock: | $(UV) ## write the lock files anew from pyproject.toml (UPGRADE=--upgrade for newer versions)
	$(COMPILE) pyproject.toml --extra lab --group build -o requirements.lock
	$(COMPILE) --group test --group browser -c requirements.lock -o requirements-test.lock
	$(COMPILE) --group uv -o requirements-uv.lock
	$(COMPILE) --group binder -o tests/binder/requirements.lock
	$(COMPILE) --group bench -c requirements-test.lock -c requirements.lock -o benchmarks/requirements.lock
	$(COMPILE) --group release -o requirements-release.lock

clean: ## remove what was installed and what the tools left behind
	rm -rf .venv .floors .release .tools node_modules .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis dist site
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/.lab: requirements.lock pyproject.toml $(wildcard jupyter/*) | $(UV)
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer found. Install one from your system's packages or python.org," \
		"or name yours: make PYTHON=/path/to/python3.11"; exit 1; } >&2
	test -x .venv/bin/python || "$(UV)" venv --quiet --python "$(PYTHON)" .venv
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	mkdir -p .venv/share/jupyter/lab/settings
	cp jupyter/overrides.json .venv/share/jupyter/lab/settings/
	cp jupyter/*.py .venv/etc/jupyter/
	touch $@

.venv/.test: requirements-test.lock .venv/.lab
	$(INSTALL) --require-hashes -r requirements-test.lock
	touch $@

# Taken from npm: axe-core, which finds barriers in a page, and what checks the scripts. Readers get none of it.
node_modules/.package-lock.json: package-lock.json
	@command -v npm >/dev/null || { echo "No npm found. Install Node.js from your system's packages or nodejs.org" \
		"(Debian, Ubuntu: apt install npm), then try again."; exit 1; } >&2
	npm ci --silent --no-audit --no-fund
	@touch $@

# --target, because a system's own Python refuses to be installed into.
.tools/bin/uv: requirements-uv.lock
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer found. Install one from your system's packages or python.org," \
		"or name yours: make PYTHON=/path/to/python3.11"; exit 1; } >&2
	@"$(PYTHON)" -m pip --version >/dev/null 2>&1 || { echo "$(PYTHON) has no pip. Install pip" \
		"(Debian, Ubuntu: apt install python3-pip) or uv, then try again."; exit 1; } >&2
	"$(PYTHON)" -m pip install --quiet --disable-pip-version-check --upgrade --target .tools --require-hashes -r requirements-uv.lock
	touch $@
