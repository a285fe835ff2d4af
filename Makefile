.PHONY: setup demo test lint types contracts bench train samples lock messages clean

PYTHON ?= python3
BIN := .venv/bin
# A process a core, each with its own servers, ports and folders; whoever is done first takes from the others.
AT_ONCE := --numprocesses auto --maxprocesses 4 --dist worksteal

setup: .venv/.ready

# Hashes are checked for every package; the project itself is then linked without touching the network.
.venv/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

demo: setup
	@$(BIN)/facteur demo

test: setup
	@bash tests/packages.sh
	@$(MAKE) --no-print-directory lint types contracts
	$(BIN)/pytest $(AT_ONCE)

lint: setup
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

contracts: setup
	$(BIN)/lint-imports

# Every set in turn, beside the peer where it can be installed (about half an hour).
bench: setup
	$(BIN)/python -m bench

# Draws what the learned reader learns from and learns it, then what kinds of mail and paper there are, of
# papers read by a model that never saw them (about two hours on two cores).
train: setup
	$(BIN)/python -m bench.examples build/examples
	$(BIN)/python -m extract.train build/examples/*.jsonl.gz
	$(BIN)/python -m bench.classify --export
	$(BIN)/python -m classify.train

samples: setup
	$(BIN)/python -m samples.make

# Collects the marked sentences, merges them into the French catalogue and compiles it.
messages: setup
	$(BIN)/pybabel -q extract -F babel.cfg -k mark --no-location --omit-header --sort-output --no-wrap \
	  -o models/locale/facteur.pot inbox extract classify pay notify models flow jobs web cli
	$(BIN)/pybabel -q update -i models/locale/facteur.pot -d models/locale -D facteur --no-wrap --no-fuzzy-matching
	$(BIN)/pybabel -q compile -d models/locale -D facteur
	rm models/locale/facteur.pot

# Needs uv (any recent one); writes no index address into the lock.
lock:
	uv pip compile pyproject.toml --group dev --python-version 3.11 --universal --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --upgrade -o requirements.lock

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
