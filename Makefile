# What can be made here. `make help` lists it.
#
# Everything may be run again and again; what is already there is not made anew.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
SAMPLES ?= $(sort $(wildcard samples/*.yaml))
OUT ?= out

# The Swift runtime goes into the binary, so that it runs where no Swift is (macOS has it in the system).
RELEASE = -c release --product tenken
ifneq ($(shell uname -s),Darwin)
RELEASE += --static-swift-stdlib
endif

# An installation may be given a binary that is built already: make install TENKEN=path
TENKEN ?=

SWIFT_FILES = Sources Tests Package.swift

.DEFAULT_GOAL := help
.PHONY: help demo build test agree oracle schema smoke lint format accept bench fuzz install uninstall clean

help: ## say what can be made
	@echo "make …"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

demo: build ## install what is needed, build, and draw every sample into out/
	@scripts/demo.sh "$(OUT)" $(SAMPLES)

build: ## install what is needed and build the release binary
	@scripts/needs.sh build
	@$(SWIFT) build $(RELEASE)

test: ## install what is needed and run all tests
	@scripts/needs.sh test
	@scripts/venv.sh
	$(SWIFT) test

agree: ## compare exact and simulated chances on a thousand invented neighbourhoods (some minutes)
	@scripts/needs.sh build
	TENKEN_NEIGHBOURHOODS=1000 $(SWIFT) test -c release -Xswiftc -enable-testing --build-path .build/agree \
	  --filter AgreementTests

oracle: build ## compare the command line with the rules written once more in Python, on thousands of invented files
	@Tests/Oracle/compare.py .build/release/tenken --files 4000 --combinations 24
	@Tests/Oracle/compare_chances.py .build/release/tenken --files 500
	@Tests/Oracle/compare_reach.py .build/release/tenken --files 1000
	@Tests/Oracle/compare_stories.py .build/release/tenken --files 500

schema: build ## compare the JSON Schema with what check says, on thousands of samples broken at random
	@scripts/needs.sh test
	@scripts/venv.sh
	@.venv-tests/bin/python Tests/Tools/mutate_sessions.py .build/release/tenken $(SAMPLES) --files 3000

smoke: build ## install the release binary into a throw-away folder and use it as a user would
	@scripts/smoke.sh

lint: ## check the style of the Swift files
	$(SWIFT) format lint --strict -r $(SWIFT_FILES)

format: ## put the Swift files into the committed style
	$(SWIFT) format -i -r $(SWIFT_FILES)

accept: ## take what is drawn now as the golden pictures (look at the diff before committing)
	@if [ -n "$$CI" ]; then echo "make accept: goldens are not accepted in CI; run it on your own machine and look at the diff" >&2; exit 1; fi
	@scripts/needs.sh test
	@scripts/venv.sh
	-TENKEN_ACCEPT=1 $(SWIFT) test
	@git --no-pager diff --stat -- Tests docs || true

bench: build ## measure (Benchmarks/README.md says what and how)
	@Benchmarks/run

fuzz: ## feed a reader random bytes until stopped with Ctrl-C (FUZZ_TARGET=session, roster, template, markup; FUZZ_RUNS=n)
	@scripts/needs.sh build
	@scripts/fuzz.sh

install: ## install into PREFIX (/usr/local), under DESTDIR if given
	@if [ -z "$(TENKEN)" ]; then $(MAKE) --no-print-directory build; fi
	@scripts/install.sh "$(DESTDIR)$(PREFIX)" "$(or $(TENKEN),.build/release/tenken)"
	@echo "tenken: $(DESTDIR)$(PREFIX)/bin/tenken"

uninstall: ## remove what install put there
	@scripts/install.sh --remove "$(DESTDIR)$(PREFIX)"

clean: ## remove what was built and drawn
	rm -rf .build .build-* $(OUT) .venv-tests

.PHONY: manual
manual: ## write docs/tenken.1 anew from the help texts
	@mkdir -p docs/ja
	@$(SWIFT) build --product tenken
	.build/debug/tenken manual --format man --lang en > docs/tenken.1
	.build/debug/tenken manual --format man --lang ja > docs/ja/tenken.1
