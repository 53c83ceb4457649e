# fanpace. `make` lists what there is.

.DEFAULT_GOAL := help
PY := .venv/bin/python
DENO := .venv/bin/deno
DENO_CONFIG := --config supabase/functions/fanvue-webhook/deno.json --quiet
ARGS ?=
ENV ?= .env

# Each worker of the tests would compile all of them anew, each time.
export PYTHONDONTWRITEBYTECODE :=

# More than there are cores: the end to end tests mostly wait.
TEST_WORKERS ?= 4

.PHONY: help setup demo dev worker test test-names lint format supabase-check race state-machine chaos bench lateness rhythm rhythm-report style stop-latency prompts-golden test-pg-cron container-check clean import-check pictures

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup: ## Make .venv with the pinned packages (every other target does this first)
	@./setup.sh

demo: setup ## Simulated fans write and get answered, live; ARGS=--json for the figures alone
	@$(PY) -m devstack.demo $(ARGS)

dev: setup ## Bring up the local stack and print its URLs and keys; Ctrl-C ends it
	@$(PY) -m devstack $(ARGS)

worker: setup ## Try every connection, then run a worker by .env; ENV=.env.dev: on the stack of `make dev`
	@FANPACE_ENV=$(ENV) .venv/bin/fanpace check
	@FANPACE_ENV=$(ENV) exec .venv/bin/fanpace run

test: setup ## Run every test; ARGS="-k burst" picks some
	@$(PY) -m pytest -n $(TEST_WORKERS) --dist worksteal $(ARGS)
	@$(DENO) test $(DENO_CONFIG) --no-prompt --allow-read=tests/data tests/webhook

test-names: setup ## List every test
	@$(PY) -m pytest --collect-only -q

lint: setup ## ruff, mypy, squawk, deno fmt, lint and check
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/squawk supabase/migrations/*.sql
	@$(DENO) fmt --check $(DENO_CONFIG) supabase/functions tests/webhook/*.ts
	@$(DENO) lint $(DENO_CONFIG) supabase/functions tests/webhook
	@$(DENO) check $(DENO_CONFIG) supabase/functions tests/webhook

format: setup ## Put everything into its standard form
	@$(PY) -m ruff check --fix --quiet .
	@$(PY) -m ruff format --quiet .
	@$(DENO) fmt $(DENO_CONFIG) supabase/functions tests/webhook/*.ts

supabase-check: setup ## Push the migrations with the real Supabase CLI, and ask its advisors
	@$(PY) -m devstack.supabase_check $(ARGS)

race: setup ## Eight connections on twenty fans for 15 s: claims, errors, deadlocks
	@$(PY) -m tests.sql.race $(if $(ARGS),$(ARGS),--seconds 15)

chaos: setup ## Two workers, a fault every second for two minutes; ARGS="--seconds 600 --seed 7"
	@$(PY) -m devstack.chaos $(ARGS)

import-check: setup ## Import 500 chats with 20,000 messages at Fanvue's real limit, killed twice (6 min)
	@FANPACE_IMPORT_CHATS=500 $(PY) -m pytest tests/e2e/test_import.py -q -s -k killed_twice $(ARGS)

prompts-golden: setup ## Write the golden files of the prompts anew, after a change of the words
	@$(PY) -m tests.prompts.golden

state-machine: setup ## 2,000 random orders of overlapping events; ARGS=--hypothesis-seed=7 repeats one run
	@FANPACE_EXAMPLES=$${FANPACE_EXAMPLES:-2000} $(PY) -m pytest tests/sql/test_state_machine.py -s $(ARGS)

bench: setup ## fanpace beside four other queues, half an hour; ARGS=--quick: some minutes
	@$(PY) -m bench $(ARGS)

lateness: setup ## Of `make bench` how late jobs start, with Realtime, pg_cron or both gone
	@$(PY) -m bench --only lateness $(ARGS)

rhythm: setup ## How near the waits are to people's, and docs/rhythm.svg; ARGS=--week for a simulated week
	@$(PY) -m bench.rhythm $(ARGS)

rhythm-report: setup ## The rhythm report of a simulated week, rhythm.html, and docs/rhythm-report.png
	@$(PY) -m bench.rhythm_report $(ARGS)

pictures: setup ## docs/desk-*.svg of fanpace desk over the dev stack, and docs/demo-report.png; ARGS=--no-demo
	@$(PY) -m devstack.pictures $(ARGS)

style: setup ## 320 model outputs through the style functions, beside how people write; fails where a target is missed
	@$(PY) -m bench.style $(ARGS)

stop-latency: setup ## How long messages arrive after the stop switch, with two workers under load
	@$(PY) -m bench.stop $(ARGS)

test-pg-cron: setup ## The database tests on Debian's PostgreSQL 15 with the real pg_cron
	@FANPACE_PG_CRON=1 FANPACE_PG_BIN=/usr/lib/postgresql/15/bin $(PY) -m pytest -n 2 --dist worksteal tests/sql tests/integration/test_pg_cron.py $(ARGS)

container-check: setup ## Build the worker's image (buildah) and let it answer fans; ARGS=--wheel tries the wheel alone
	@$(PY) -m devstack.container_check $(ARGS)

clean: ## Remove everything that set-up and tests made
	rm -rf .venv .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
