# Two commands are enough: make demo (look at it) and make test (prove it).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help demo test check bench docs clean

help:  ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/python-ok:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "需要 Python 3.11 或更高版本：make PYTHON=python3.12 … (Python >= 3.11 is needed)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/python-ok pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[documents]'
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: $(VENV)/installed  ## check the scripts in examples/ and show what is found
	@$(BIN)/compliance check examples --fail-on never
	@echo
	@echo "打开网页（open the page）：$(BIN)/compliance serve"
	@echo "检查自己的文件（your own file）：$(BIN)/compliance check 你的脚本.srt --industry cosmetics"

test: $(VENV)/installed-dev  ## run every test and gate
	$(BIN)/ruff check compliance webui tests bench tools
	$(BIN)/ruff format --check compliance webui tests bench tools
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/compliance rules test
	$(BIN)/python -m pytest -n auto --dist worksteal

bench: $(VENV)/installed-dev  ## print the ratios the docs quote
	$(BIN)/python bench/ratios.py

docs: $(VENV)/installed-dev  ## write the generated pages under docs/ again
	$(BIN)/python tools/write_docs.py

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
