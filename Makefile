# The commands of the house. `make` alone lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: run test dev snapshots bench audit help tools

export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD = 1

run: ## Build and serve: http://127.0.0.1:3000
	cargo run --release --locked

test: ## Check everything, in the order of what fails first; installs what it needs
	@end2end/check.sh

dev: ## Serve while you edit: styles and scenarios at once, Rust after a rebuild and a restart
	@end2end/dev.sh

snapshots: ## Write the gallery's snapshots again: markup, and what a screen reader is told
	INSTA_UPDATE=always cargo test --quiet --workspace --locked --test gallery
	MIROIR_WASM=1 cargo build --locked
	cd end2end && npx --no-install playwright test mediator/states --project=desktop --update-snapshots=changed

bench: ## Measure the server: requests a second, times, memory
	cargo run --release --locked -- bench

audit: ## Look for published defects in what we depend on (needs the network and cargo-deny)
	cargo deny --locked check advisories

tools: ## Install Chromium, Node and the npm packages, nothing else
	@end2end/tools.sh

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
