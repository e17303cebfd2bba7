# Two commands do everything: "make run" starts the server with the demo and
# its web app, "make test" passes all tests. What they need they install, as far
# as they may: Go's and npm's packages, and Debian's Chromium.

GO     ?= go
NPM    ?= npm
LINT   := bin/golangci-lint
LINT_VERSION := v2.15.0

.PHONY: run test build web test-go lint test-web browser fuzz bench soak clean

# The program itself, since "go run" calls an interrupt a failure.
run: build
	bin/cstahub serve --demo

test: lint test-go test-web

build: web
	$(GO) build -trimpath -o bin/cstahub ./cmd/cstahub

web: web/node_modules/.package-lock.json
	$(NPM) --prefix web run build

# npm ci makes the file anew whenever it has run.
web/node_modules/.package-lock.json: web/package-lock.json
	$(NPM) --prefix web ci

# The codec starts no goroutine, and takes the race detector a minute.
test-go:
	$(GO) test -race $$($(GO) list ./... | grep -v '/cstacore/csta$$')
	$(GO) test ./cstacore/csta

lint: $(LINT)
	$(LINT) run ./...

$(LINT):
	GOBIN=$(CURDIR)/bin $(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)

test-web: web browser
	$(NPM) --prefix web run check
	$(NPM) --prefix web run test

browser:
	@.ci/browser

# Fuzzing has no end; these are half a minute of each.
fuzz:
	@for target in $$(grep -rl --include='*_test.go' '^func Fuzz' cstacore gateway | xargs -n1 dirname | sort -u); do \
		for name in $$(grep -ho '^func Fuzz[A-Za-z0-9_]*' $$target/*_test.go | cut -c6-); do \
			echo "$$target $$name"; $(GO) test ./$$target -run '^$$' -fuzz "^$$name\$$" -fuzztime 30s || exit 1; \
		done; \
	done

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./cstacore/... ./gateway/signalr
	$(GO) test -run '^$$' -bench . -cpu 1 ./gateway/signalr/internal/measure

# A quarter of an hour of clients of every kind; files, goroutines and heap have to stay flat.
soak:
	$(GO) run ./gateway/signalr/internal/measure/soak -for 15m

clean:
	rm -rf bin web/node_modules web/app/node_modules
	find web/dist -mindepth 1 ! -name .keep -delete
