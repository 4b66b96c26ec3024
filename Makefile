# `make brief` and `make test` do all their set-up themselves; `make help` lists the rest.

PYTHON  ?= python3
VENV    ?= .venv
SOURCES ?= seeds
OPTIONS ?=
PYTEST_OPTIONS ?=

# What comes from Debian, as WHAT:PACKAGE (.ci/needs.py installs it or names it).
PDF_NEEDS  = libpango-1.0.so.0:libpango-1.0-0 libpangoft2-1.0.so.0:libpangoft2-1.0-0 \
             libharfbuzz-subset.so.0:libharfbuzz-subset0
TEST_NEEDS = $(PDF_NEEDS) pdffonts:poppler-utils qpdf:qpdf
SLOW_NEEDS = $(TEST_NEEDS) smtpd:opensmtpd dovecot:dovecot-imapd \
             /usr/lib/dovecot/lmtp:dovecot-lmtpd /usr/lib/dovecot/submission:dovecot-submissiond \
             openssl:openssl chromium:chromium

export PIP_DISABLE_PIP_VERSION_CHECK = 1

# The report writes docs/benchmarks.md; OPTIONS="--json" makes each print JSON instead of its table.
BENCHES = report $(if $(wildcard $(DATA)/segmentation.jsonl),segmentation) pdfcost

.PHONY: help brief test test-slow lint bench clean

help:             ## this list
	@sed -n 's/^\([a-z-]*\):.*##/make \1 — /p' Makefile | tr -s ' '

brief: $(VENV)/.ready  ## a PDF brief from seeds/ into output/ (SOURCES="…" for others, OPTIONS="--pages 1 …")
	@$(PYTHON) .ci/needs.py $(PDF_NEEDS)
	@$(VENV)/bin/briefgen make $(SOURCES) $(OPTIONS)

test: lint        ## linters, types and the tests that are not slow
	@$(PYTHON) .ci/needs.py $(TEST_NEEDS)
	$(VENV)/bin/python -m pytest -n auto $(PYTEST_OPTIONS)

# pytest leaves with 5 when it finds no test to run; that is no failure here.
test-slow: $(VENV)/.ready-dev  ## the slow tests: real servers, browsers, long runs
	@$(PYTHON) .ci/needs.py $(SLOW_NEEDS)
	$(VENV)/bin/python -m pytest -m slow $(PYTEST_OPTIONS) || [ $$? -eq 5 ]

lint: $(VENV)/.ready-dev  ## ruff and mypy
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy

bench: $(VENV)-bench/.ready-bench  ## the benchmarks on a folder of JSONL files: make bench DATA=folder
	@test -d "$(DATA)" || { echo 'Say where the data is: make bench DATA=folder' >&2; exit 2; }
	@$(PYTHON) .ci/needs.py $(PDF_NEEDS)
	@for bench in $(BENCHES); do $(VENV)-bench/bin/python -m bench.$$bench --data "$(DATA)" $(OPTIONS) || exit 1; done

clean:            ## remove all that make made, but for output/
	rm -rf $(VENV) $(VENV)-bench build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environments: installed anew when the list of what they need changes.
define install
	@echo "Setting up $(@D) (once)" >&2
	@$(PYTHON) -m venv $(@D)
	@PYTHONWARNINGS=ignore $(@D)/bin/python -m pip install --quiet --editable '.$(1)'
	@touch $@
endef

$(VENV)/.ready: setup.cfg pyproject.toml
	$(call install,)

$(VENV)/.ready-dev: setup.cfg pyproject.toml
	$(call install,[dev])

$(VENV)-bench/.ready-bench: setup.cfg pyproject.toml
	$(call install,[bench])
