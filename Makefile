# Aral: make demo, make test, make install. `make help` lists the rest: the lines here that begin #:
#
# Rooms: corpus/ (articles and words), shim/ (Xapian in C), indexer/ and searcher/ on both.
# Each room is a library of its objects; each program is a main file and the rooms it needs.

PREFIX ?= /usr/local
# It is compiled in, and DESTDIR goes right before it.
ifeq ($(filter /%,$(PREFIX)),)
$(error PREFIX=$(PREFIX) does not begin with "/")
endif
ifneq ($(words $(DESTDIR)$(PREFIX)),1)
$(error make cannot install to a path with spaces: $(DESTDIR)$(PREFIX))
endif
BUILD ?= build
ifneq ($(words $(BUILD)),1)
$(error make cannot build in a path with spaces, or in none: BUILD=$(BUILD))
endif
VERSION := 0.1.0

# SANITIZE=1 builds with AddressSanitizer and UndefinedBehaviorSanitizer, into a folder of its own.
ifdef SANITIZE
BUILD := build/sanitize
export SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=undefined
# Database::check of xapian-core 1.4 deletes a table by its base class, which has no virtual destructor.
export ASAN_OPTIONS := new_delete_type_mismatch=0:$(ASAN_OPTIONS)
endif

# pkg-config module, or file, and the Debian package that has it.
DEPENDENCIES := xapian-core:libxapian-dev libutf8proc:libutf8proc-dev jansson:libjansson-dev \
	libarchive:libarchive-dev gumbo:libgumbo-dev libxml-2.0:libxml2-dev libxxhash:libxxhash-dev \
	libzstd:libzstd-dev /usr/include/mimalloc.h:libmimalloc-dev \
	fcgi:libfcgi-dev uchardet:libuchardet-dev /usr/include/libstemmer.h:libstemmer-dev \
	/usr/share/unicode/auxiliary/WordBreakProperty.txt:unicode-data
SERVE_DEPENDENCIES := /usr/sbin/lighttpd:lighttpd
# Package and systemd unit of what Debian starts as soon as it is installed, and at every boot, the web
# servers for all the network. Whatever here needs one starts its own, for this machine alone.
SERVICES := lighttpd:lighttpd.service nginx-light:nginx.service fcgiwrap:fcgiwrap.socket
# The three web servers that the search box is tested behind, and the browser.
WEB_TEST_DEPENDENCIES := $(SERVE_DEPENDENCIES) /usr/sbin/apache2:apache2-bin \
	/usr/lib/apache2/modules/mod_fcgid.so:libapache2-mod-fcgid /usr/sbin/nginx:nginx-light \
	/usr/sbin/fcgiwrap:fcgiwrap /usr/bin/spawn-fcgi:spawn-fcgi /usr/bin/node:nodejs /usr/bin/npm:npm \
	/usr/bin/chromium:chromium
TEST_DEPENDENCIES := cmocka:libcmocka-dev /usr/bin/prove:perl /usr/bin/xapian-tcpsrv:xapian-tools \
	/usr/lib/python3/dist-packages/jsonschema:python3-jsonschema \
	/usr/bin/xmllint:libxml2-utils /usr/bin/w3m:w3m /usr/bin/pkill:procps $(WEB_TEST_DEPENDENCIES)

# What the lexicon is made of; without some of it, the lexicon has less. `all` needs none of it.
LEXICON_DEPENDENCIES := $(foreach pair,eng-ind eng-rus deu-ind deu-rus nld-ind nld-rus eng-nld nld-eng pol-ind \
	pol-rus eng-pol pol-eng ita-ind ita-rus eng-ita ita-eng ell-ind ell-rus eng-ell ell-eng fra-rus eng-fra \
	fra-eng swe-rus eng-swe swe-eng,/usr/share/dictd/freedict-$(pair).index:dict-freedict-$(pair)) \
	/usr/share/dictd/mueller7.index:mueller7-dict \
	/usr/share/iso-codes/json/iso_3166-1.json:iso-codes \
	/usr/share/unicode/cldr/common/main/en.xml:unicode-cldr-core

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
OPTIMISE ?= -O2 -g
MODULES := libutf8proc jansson libarchive gumbo libxml-2.0 libxxhash libzstd uchardet
# Expanded when first used, so that `make packages` can run before anything is installed.
MODULE_FLAGS = $(eval MODULE_FLAGS := $(shell pkg-config --cflags $(MODULES)))$(MODULE_FLAGS)
MODULE_LIBS = $(eval MODULE_LIBS := $(shell pkg-config --libs $(MODULES)) -lstemmer -lm)$(MODULE_LIBS)
XAPIAN_FLAGS = $(eval XAPIAN_FLAGS := $(shell pkg-config --cflags xapian-core))$(XAPIAN_FLAGS)
XAPIAN_LIBS = $(eval XAPIAN_LIBS := $(shell pkg-config --libs xapian-core))$(XAPIAN_LIBS)

# A user's own CPPFLAGS, CFLAGS, CXXFLAGS and LDFLAGS stand behind these, and so count.
ROOM_CPPFLAGS := -I. -I$(BUILD)/generated -D_GNU_SOURCE -MMD -MP \
	$(if $(SANITIZE),-DARAL_SYSTEM_ALLOCATOR) $(CPPFLAGS)
ROOM_CFLAGS := -std=c17 $(OPTIMISE) $(WARNINGS) $(SANITIZERS) -pthread -fPIC $(CFLAGS)
ROOM_CXXFLAGS := -std=c++17 $(OPTIMISE) $(WARNINGS) $(SANITIZERS) -pthread -fPIC -fvisibility=hidden $(CXXFLAGS)
ROOM_LDFLAGS := $(SANITIZERS) -pthread $(LDFLAGS)

# What aral-index gets memory from: xapian-core makes and frees a node for each posting. Sanitizers have their own.
ALLOCATOR := $(if $(SANITIZE),,-lmimalloc)

# For the make that a target starts once everything is installed: all processors, unless -j says otherwise.
PARALLEL = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc))

# One short line a step; V=1 shows the commands.
ifndef V
quiet = @printf '  %-8s %s\n' $(1) $@;
endif

# --- rooms -------------------------------------------------------------------------------------
LANGUAGES := $(notdir $(patsubst %/,%,$(dir $(wildcard corpus/languages/*/*.c))))
LANGUAGES := $(sort $(LANGUAGES))
# What a language's folder needs of the build: DICTIONARY_CODE, _PACKAGE and _FLAGS (see
# corpus/languages/README.md).
-include $(sort $(wildcard corpus/languages/*/language.mk))
DICTIONARIES := $(foreach code,$(LANGUAGES),$(if $(DICTIONARY_$(code)),$(code)))
DEPENDENCIES += $(foreach code,$(DICTIONARIES),$(DICTIONARY_$(code)).dic:$(DICTIONARY_PACKAGE_$(code)))
CORPUS := $(sort $(filter-out %_generator.c,$(wildcard corpus/*/*.c corpus/languages/*/*.c)))
SHIM := $(sort $(wildcard shim/*.cc))
MAINS := indexer/aral_index.c searcher/aral_search.c searcher/aral_cgi.c
INDEXER := $(filter-out $(MAINS),$(sort $(wildcard indexer/*.c)))
SEARCHER := $(filter-out $(MAINS),$(sort $(wildcard searcher/*.c searcher/*/*.c)))
TOLD := $(patsubst %,$(BUILD)/generated/%,languages.c version.h data_dir.h)
GENERATED := $(BUILD)/generated/break_tables.h $(TOLD)

object = $(patsubst %,$(BUILD)/objects/%.o,$(1))
LIBCORPUS := $(BUILD)/libcorpus.a
LIBSHIM := $(BUILD)/libxapian-c.a
LIBINDEXER := $(BUILD)/libindexer.a
LIBSEARCHER := $(BUILD)/libsearcher.a
PROGRAM_aral_index.c := aral-index
PROGRAM_aral_search.c := aral-search
PROGRAM_aral_cgi.c := aral.cgi
PROGRAMS := $(foreach main,$(wildcard $(MAINS)),$(BUILD)/$(PROGRAM_$(notdir $(main))))

LEXICON := $(BUILD)/lexicon.aral

#: make              the programs, the shim and the lexicon, in build/
#: make lexicon      the lexicon again, from the dictionaries that are installed now
.PHONY: all lexicon
all: $(LIBCORPUS) $(LIBSHIM) $(PROGRAMS) $(LEXICON)
lexicon:
	rm -f $(LEXICON)
	@$(MAKE) --no-print-directory $(LEXICON)

$(LIBCORPUS): $(call object,$(CORPUS)) $(BUILD)/objects/languages.o \
	$(BUILD)/objects/identify_words.o \
	$(patsubst %,$(BUILD)/objects/dictionary_%.o,$(DICTIONARIES))
$(LIBSHIM): $(call object,$(SHIM))
$(LIBINDEXER): $(call object,$(INDEXER))
$(LIBSEARCHER): $(call object,$(SEARCHER)) $(BUILD)/objects/web_assets.o
$(BUILD)/lib%.a:
	@mkdir -p $(@D)
	@rm -f $@
	$(call quiet,AR)$(AR) rcs $@ $^

# The searching programs take only the schema from the indexer's library.
$(BUILD)/aral-index: $(BUILD)/objects/indexer/aral_index.c.o $(LIBINDEXER) $(LIBCORPUS) $(LIBSHIM)
	$(call quiet,LINK)$(CXX) $(ROOM_LDFLAGS) -o $@ $^ $(ALLOCATOR) $(MODULE_LIBS) $(XAPIAN_LIBS)
$(BUILD)/aral-search: $(BUILD)/objects/searcher/aral_search.c.o $(LIBSEARCHER) $(LIBINDEXER) $(LIBCORPUS) $(LIBSHIM)
	$(call quiet,LINK)$(CXX) $(ROOM_LDFLAGS) -o $@ $^ $(MODULE_LIBS) $(XAPIAN_LIBS)
$(BUILD)/aral.cgi: $(BUILD)/objects/searcher/aral_cgi.c.o $(LIBSEARCHER) $(LIBINDEXER) $(LIBCORPUS) $(LIBSHIM)
	$(call quiet,LINK)$(CXX) $(ROOM_LDFLAGS) -o $@ $^ $(MODULE_LIBS) $(XAPIAN_LIBS) -lfcgi

# Nothing of the rooms is for other programs to replace. Told so, the compiler also inlines functions
# that other files call: `aral-search --analyze` runs a fifth fewer instructions. Tests are compiled
# without, since they do replace functions, of the libraries as well: malloc() fails when they say so.
$(BUILD)/objects/%.c.o: %.c | $(GENERATED)
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ROOM_CPPFLAGS) $(MODULE_FLAGS) $(ROOM_CFLAGS) -fvisibility=hidden -c -o $@ $<
$(BUILD)/objects/%.cc.o: %.cc
	@mkdir -p $(@D)
	$(call quiet,CXX)$(CXX) $(ROOM_CPPFLAGS) $(XAPIAN_FLAGS) $(ROOM_CXXFLAGS) -c -o $@ $<

# --- generated ---------------------------------------------------------------------------------
# What this file tells the program: the table of languages, with a row for each folder below
# corpus/languages; the version; and where the lexicon is installed. Made again whenever it would say
# something else, as when a folder has gone or another PREFIX is asked for.
TEXT_languages.c := \#include "corpus/languages/registry.h"\n$(foreach code,$(LANGUAGES),extern \
	const struct language language_$(code);\n)const struct language *const language_registry[] = \
	{\n$(foreach code,$(LANGUAGES),&language_$(code),\n)0,\n};\nconst size_t \
	language_registry_size = $(words $(LANGUAGES));
TEXT_version.h := \#define ARAL_VERSION "$(VERSION)"
TEXT_data_dir.h := \#define ARAL_DATA_DIR "$(PREFIX)/share/aral"
define NEWLINE


endef
.PHONY: $(foreach told,$(TOLD),$(if $(findstring \
	|$(TEXT_$(notdir $(told)))|,|$(subst $(NEWLINE),\n,$(file <$(told)))|),,$(told)))
$(TOLD): $(BUILD)/generated/%:
	@mkdir -p $(@D)
	$(call quiet,MAKE)printf '%b\n' '$(TEXT_$*)' > $@
$(BUILD)/objects/%.o: $(BUILD)/generated/%.c
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ROOM_CPPFLAGS) $(MODULE_FLAGS) $(ROOM_CFLAGS) -c -o $@ $<

# The table that languages are identified with, from the rows that were just compiled.
IDENTIFY_ROOM := $(call object,corpus/languages/identify_generator.c corpus/languages/languages.c \
	corpus/languages/clues.c corpus/languages/stemmer.c corpus/dictionary/dictionary.c corpus/base/map.c corpus/base/array.c \
	$(wildcard corpus/languages/*/*.c)) $(BUILD)/objects/languages.o \
	$(patsubst %,$(BUILD)/objects/dictionary_%.o,$(DICTIONARIES))
$(BUILD)/identify-generator: $(IDENTIFY_ROOM)
	$(call quiet,LINK)$(CC) $(ROOM_LDFLAGS) -o $@ $^ $(MODULE_LIBS)
$(BUILD)/generated/identify_words.c: $(BUILD)/identify-generator
	$(call quiet,MAKE)$< > $@.new && mv $@.new $@

# Word and sentence break properties, from the Unicode Character Database.
UNICODE_DATA ?= /usr/share/unicode
$(BUILD)/generated/break_tables.h: $(BUILD)/break-tables $(UNICODE_DATA)/auxiliary/WordBreakProperty.txt \
		$(wildcard $(addprefix $(UNICODE_DATA)/,auxiliary/SentenceBreakProperty.txt emoji/emoji-data.txt \
		DerivedCoreProperties.txt))
	@mkdir -p $(@D)
	$(call quiet,MAKE)$< $(UNICODE_DATA) > $@.new && mv $@.new $@
# Where it is missing, so is more.
$(UNICODE_DATA)/auxiliary/WordBreakProperty.txt:
	@echo 'There is no $@: `make packages` installs what is missing.' >&2; exit 1
$(BUILD)/break-tables: corpus/unicode/generator/break_tables.c
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) -std=c17 $(OPTIMISE) $(WARNINGS) -o $@ $<

# The style and script of the search page.
$(BUILD)/generated/web_assets.c: searcher/web/embed searcher/web/style.css searcher/web/suggest.js
	@mkdir -p $(@D)
	$(call quiet,MAKE)$^ > $@.new && mv $@.new $@

# The dictionaries of the languages, compiled and laid into read-only memory. The compiler frees
# nothing.
$(BUILD)/compile-dictionary: $(call object,corpus/dictionary/generator/compile.c corpus/base/array.c)
	$(call quiet,LINK)$(CC) $(ROOM_LDFLAGS) -o $@ $^ -lutf8proc
$(BUILD)/generated/dictionary_%: corpus/languages/%/language.mk $(BUILD)/compile-dictionary
	@mkdir -p $(@D)
	$(call quiet,MAKE)ASAN_OPTIONS=detect_leaks=0 $(BUILD)/compile-dictionary $(DICTIONARY_$*).aff $(DICTIONARY_$*).dic \
	    $@.new $(DICTIONARY_FLAGS_$*) && mv $@.new $@
$(BUILD)/objects/dictionary_%.o: $(BUILD)/generated/dictionary_%
	@mkdir -p $(@D)
	$(call quiet,AS)printf '.section .rodata\n.balign 8\n.global dictionary_$*\ndictionary_$*:\n.incbin "$<"\n.section .note.GNU-stack,"",@progbits\n' | \
	    $(CC) -c -x assembler -o $@ -
.PRECIOUS: $(BUILD)/generated/dictionary_%
# Where one is missing, compile-dictionary says so.
$(foreach code,$(DICTIONARIES),$(eval $(BUILD)/generated/dictionary_$(code): \
	$(wildcard $(DICTIONARY_$(code)).aff $(DICTIONARY_$(code)).dic)))

# What the browser's test needs from npm, as the lock file has it. Without npm, only that test fails.
NODE_MODULES := tests/web/node_modules/.package-lock.json
$(NODE_MODULES): tests/web/package-lock.json
	-(cd $(<D) && npm ci --loglevel=error) && touch $@

UNIT_SOURCES := $(sort $(shell find tests/unit -name '*_test.c' 2>/dev/null))
UNIT_TESTS := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(UNIT_SOURCES))
CLI_TESTS := $(sort $(wildcard tests/cli/*.t))

$(BUILD)/tests/%: tests/unit/%.c $(LIBSEARCHER) $(LIBINDEXER) $(LIBCORPUS) $(LIBSHIM)
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ROOM_CPPFLAGS) -MT $@ $(MODULE_FLAGS) $(ROOM_CFLAGS) -c -o $@.o $< && \
	$(CXX) $(ROOM_LDFLAGS) -o $@ $@.o $(BESIDE) $(LIBSEARCHER) $(LIBINDEXER) $(LIBCORPUS) $(LIBSHIM) $(MODULE_LIBS) $(XAPIAN_LIBS) -lcmocka
# What a test links that is in no library.
LEXICON_SOURCES := $(filter-out %/make_lexicon.c,$(sort $(wildcard corpus/lexicon/sources/*.c)))
$(BUILD)/tests/lexicon/cldr_test: BESIDE := $(call object,$(LEXICON_SOURCES))
$(BUILD)/tests/lexicon/cldr_test: $(call object,$(LEXICON_SOURCES))

# --- lexicon -------------------------------------------------------------------------------------
# Translations between the languages, from the dictionaries that are installed. It holds terms, so it
# is made again when the analysis changes.
LEXICON_MAKER := $(BUILD)/make-lexicon
WORDS := corpus/lexicon/words.tsv
WRONG := corpus/lexicon/wrong.tsv
ABBREVIATIONS := corpus/lexicon/abbreviations.tsv
LEXICON_INPUTS := $(WORDS) $(WRONG) $(ABBREVIATIONS) $(wildcard corpus/lexicon/*.[ch] corpus/lexicon/sources/*.[ch] corpus/analysis/*.[ch] \
	corpus/languages/*.[ch] corpus/languages/*/* corpus/dictionary/*.[ch] corpus/dictionary/*/*.c \
	corpus/unicode/*.[ch] corpus/unicode/*/*.c corpus/names/*.[ch]) \
	$(BUILD)/generated/languages.c $(BUILD)/generated/break_tables.h \
	$(DICTIONARIES:%=$(BUILD)/generated/dictionary_%)
$(LEXICON): $(LEXICON_INPUTS) | $(LEXICON_MAKER)
	$(call quiet,MAKE)$(LEXICON_MAKER) $@ $(WORDS) $(WRONG) $(ABBREVIATIONS)
$(LEXICON_MAKER): $(call object,$(sort $(wildcard corpus/lexicon/sources/*.c))) $(LIBCORPUS)
	$(call quiet,LINK)$(CXX) $(ROOM_LDFLAGS) -o $@ $^ $(MODULE_LIBS)

# --- a newcomer's two commands -------------------------------------------------------------------
# Installs what is missing from Debian's packages; says what, and asks sudo where not root. Services
# that start with it, where systemd runs, are stopped again. $(1) is the list of module:package or
# file:package.
define install_missing
@missing=; \
command -v pkg-config >/dev/null || missing=pkg-config; \
for entry in $(1); do \
    case $$entry in \
    /*) test -e "$${entry%:*}" ;; \
    *) pkg-config --exists "$${entry%:*}" 2>/dev/null ;; \
    esac || missing="$$missing $${entry##*:}"; \
done; \
if [ -n "$$missing" ]; then \
    echo "Installing Debian packages:" $$missing; \
    sudo=; [ "$$(id -u)" = 0 ] || { sudo=sudo; echo "(sudo may ask for your password)"; }; \
    $$sudo apt-get update -q >/dev/null && \
    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing >/dev/null || \
    { echo "Could not install them; please install:" $$missing >&2; exit 1; }; \
    started=; \
    for entry in $(SERVICES); do \
        case " $$missing " in *" $${entry%:*} "*) started="$$started $${entry##*:}" ;; esac; \
    done; \
    [ -z "$$started" ] || case $$($$sudo systemctl is-system-running 2>/dev/null) in \
    ''|offline) ;; \
    *) echo "Stopping what Debian started with them:" $$started; \
        $$sudo systemctl disable --quiet --now $$started ;; \
    esac; \
fi
endef

#: make demo         install what is missing, build, index the sample articles, search them
#: make packages     only install what is missing; test-packages: what tests need, too
.PHONY: packages test-packages demo
packages:
	$(call install_missing,$(DEPENDENCIES) $(LEXICON_DEPENDENCIES))
test-packages:
	$(call install_missing,$(DEPENDENCIES) $(LEXICON_DEPENDENCIES) $(TEST_DEPENDENCIES))

DEMO_INDEX := $(BUILD)/demo-index
.PHONY: demo-index
demo-index: all
	@rm -rf $(DEMO_INDEX)
	$(BUILD)/aral-index add -i $(DEMO_INDEX) --base corpus/sample \
	    corpus/sample/id corpus/sample/en corpus/sample/ru corpus/sample/feeds
demo: packages
	@$(MAKE) --no-print-directory $(PARALLEL) demo-index
	@for query in 'Goldwind wind turbines' 'Laut Aral' 'ветряные турбины'; do \
	    printf '\n$$ aral-search -n 3 %s\n' "$$query"; \
	    $(BUILD)/aral-search -i $(DEMO_INDEX) -n 3 --color auto "$$query" || exit 1; \
	done

# --- the search box, on this machine alone -----------------------------------------------------
#: make serve        show the search box in a browser, with the sample articles (PORT=)
.PHONY: serve
serve:
	$(call install_missing,$(DEPENDENCIES) $(SERVE_DEPENDENCIES))
	@$(MAKE) --no-print-directory $(PARALLEL) all demo-index
	@searcher/web/server/serve $(BUILD) $(DEMO_INDEX) $(PORT)

# --- fuzzing --------------------------------------------------------------------------------------
# tests/fuzz/NAME_fuzz.c is a target of libFuzzer's, tests/fuzz/seeds/NAME_fuzz/ what it starts from.
# `make check` runs the seeds once; `make fuzz` lets libFuzzer look for worse, FUZZ_SECONDS for each.
FUZZERS := $(patsubst tests/fuzz/%.c,%,$(sort $(wildcard tests/fuzz/*_fuzz.c)))
FUZZ_SECONDS ?= 30
FUZZ_DEPENDENCIES := /usr/bin/clang:clang /usr/bin/clang++:clang /usr/share/doc/libclang-rt-dev:libclang-rt-dev
SEED_RUNNERS := $(FUZZERS:%=$(BUILD)/seeds/%)
ROOMS := $(LIBSEARCHER) $(LIBINDEXER) $(LIBCORPUS) $(LIBSHIM)
ROOM_LIBS = $(ROOMS) $(MODULE_LIBS) $(XAPIAN_LIBS) -lstdc++
# A program of one source file, or with one object more, on all rooms; $(1): further flags.
build_on_rooms = $(CC) $(ROOM_CPPFLAGS) -MF $@.d -MT $@ $(MODULE_FLAGS) $(ROOM_CFLAGS) $(ROOM_LDFLAGS) $(1) \
	-o $@ $< $(filter %.o,$^) $(ROOM_LIBS)
SEED_RUNNER_MAIN := $(call object,tests/fuzz/run_seeds.c)
.SECONDARY: $(SEED_RUNNER_MAIN)
$(BUILD)/seeds/%: tests/fuzz/%.c $(SEED_RUNNER_MAIN) $(ROOMS)
	@mkdir -p $(@D)
	$(call quiet,FUZZ)$(build_on_rooms)
$(BUILD)/fuzzers/%: tests/fuzz/%.c $(ROOMS)
	@mkdir -p $(@D)
	$(call quiet,FUZZ)$(call build_on_rooms,-fsanitize=fuzzer)
#: make fuzz         look for input that does harm (FUZZ_SECONDS= for each target)
.PHONY: fuzz fuzzers
fuzzers: $(FUZZERS:%=$(BUILD)/fuzzers/%)
fuzz:
	$(call install_missing,$(DEPENDENCIES) $(FUZZ_DEPENDENCIES))
	@$(MAKE) --no-print-directory $(PARALLEL) BUILD=$(BUILD)/fuzzing CC=clang CXX=clang++ \
	    SANITIZERS='-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize=vptr,function -fno-sanitize-recover=undefined' fuzzers
	@for name in $(FUZZERS); do \
	    found=$(BUILD)/fuzzing/found/$$name; mkdir -p $$found; \
	    $(BUILD)/fuzzing/fuzzers/$$name -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 \
	        -print_final_stats=1 -verbosity=0 -artifact_prefix=$(BUILD)/fuzzing/$$name- \
	        $$found tests/fuzz/seeds/$$name || exit 1; \
	done

# --- tests -------------------------------------------------------------------------------------
# TAP from every unit test, then from the programs run as users run them.
#: make test         install what tests need, build, run all tests
#: make check        run all tests; SANITIZE=1: with AddressSanitizer and UBSan; unit: unit tests only
.PHONY: test check unit
test: test-packages
	@$(MAKE) --no-print-directory $(PARALLEL) check
check: all $(UNIT_TESTS) $(SEED_RUNNERS) $(NODE_MODULES)
	@CMOCKA_MESSAGE_OUTPUT=TAP ARAL_BUILD='$(abspath $(BUILD))' prove --exec '' $(UNIT_TESTS) $(CLI_TESTS)
unit: $(UNIT_TESTS)
	@CMOCKA_MESSAGE_OUTPUT=TAP prove --exec '' $(UNIT_TESTS)

# --- install -----------------------------------------------------------------------------------
# Programs, manuals, completions and the shim for other C programs; DESTDIR goes before every path.
MANUALS := $(BUILD)/manual/aral-index.1 $(BUILD)/manual/aral-search.1
$(BUILD)/manual/%.1: $(BUILD)/%
	@mkdir -p $(@D)
	$(call quiet,MAKE)$< --generate=man > $@.new && mv $@.new $@

# What is written here and not copied goes there first: install gives it its mode, whatever the umask.
STAGED := $(BUILD)/staged

#: make install      to PREFIX= (/usr/local), below DESTDIR=
.PHONY: install
install: all $(MANUALS)
	install -d $(addprefix $(DESTDIR)$(PREFIX)/,bin include lib/cgi-bin lib/pkgconfig share/aral/server \
	    share/man/man1 share/man/man8 share/bash-completion/completions share/zsh/site-functions \
	    share/fish/vendor_completions.d)
	install -m 755 $(BUILD)/aral-index $(BUILD)/aral-search $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BUILD)/aral.cgi $(DESTDIR)$(PREFIX)/lib/cgi-bin
	install -m 644 $(LEXICON) searcher/answer.schema.json $(DESTDIR)$(PREFIX)/share/aral
	install -m 644 $(MANUALS) $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 searcher/web/aral.cgi.8 $(DESTDIR)$(PREFIX)/share/man/man8
	install -m 644 $(LIBSHIM) $(DESTDIR)$(PREFIX)/lib
	install -m 644 shim/xapian-c.h $(DESTDIR)$(PREFIX)/include
	@rm -rf $(STAGED) && mkdir -p $(STAGED)
	for file in searcher/web/server/*.conf; do \
	    sed -e 's|/usr/local|$(PREFIX)|' $$file > $(STAGED)/$${file##*/} || exit 1; \
	done
	install -m 644 $(STAGED)/*.conf $(DESTDIR)$(PREFIX)/share/aral/server
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' shim/xapian-c.pc.in > $(STAGED)/xapian-c.pc
	install -m 644 $(STAGED)/xapian-c.pc $(DESTDIR)$(PREFIX)/lib/pkgconfig
	for program in aral-index aral-search; do \
	    $(BUILD)/$$program --generate=bash > $(STAGED)/$$program && \
	    $(BUILD)/$$program --generate=zsh > $(STAGED)/_$$program && \
	    $(BUILD)/$$program --generate=fish > $(STAGED)/$$program.fish || exit 1; \
	done
	install -m 644 $(STAGED)/aral-index $(STAGED)/aral-search \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -m 644 $(STAGED)/_aral-* $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -m 644 $(STAGED)/*.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	@rm -rf $(STAGED)

# What is installed is what `make install` would install now, so the list above is the only one.
#: make uninstall    take away what make install puts there, with the same PREFIX= and DESTDIR=
.PHONY: uninstall
uninstall:
	@rm -rf $(BUILD)/installed
	@$(MAKE) --no-print-directory -s install DESTDIR=$(BUILD)/installed
	find $(BUILD)/installed -type f -printf '%P\0' | (cd $(DESTDIR)/ && xargs -0 rm -f)
	-rmdir $(DESTDIR)$(PREFIX)/share/aral/server $(DESTDIR)$(PREFIX)/share/aral
	@rm -rf $(BUILD)/installed

# --- measurements, on data that lies beside the repository ---------------------------------------
SHARED ?= ../shared
# Programs that only measure: tests/bench/NAME.c.
BENCH_PROGRAMS := $(patsubst %,$(BUILD)/bench/%,analysis_bench bench_text omega_search stopwatch xapian_only)
BENCH_OBJECTS := $(call object,$(sort $(wildcard tests/bench/*.c)))
$(BUILD)/bench/%: $(BUILD)/objects/tests/bench/%.c.o $(BUILD)/objects/tests/bench/ready.c.o \
		$(LIBINDEXER) $(LIBCORPUS) $(LIBSHIM)
	@mkdir -p $(@D)
	$(CXX) $(ROOM_LDFLAGS) -o $@ $^ $(if $(filter xapian_only,$(@F)),$(ALLOCATOR)) $(MODULE_LIBS) $(XAPIAN_LIBS)
.SECONDARY: $(BENCH_OBJECTS)

#: make eval         retrieval, stems, languages and lexicon on SHARED=/eval; eval-record: keep the figures
.PHONY: eval eval-record
eval: all $(BUILD)/eval/stems $(BUILD)/eval/copy_pairs
	tests/eval/retrieval $(BUILD) $(SHARED)/eval
	tests/eval/morphology $(BUILD) $(SHARED)/eval/morphology
	tests/eval/language_id $(BUILD) $(SHARED)/eval
	tests/eval/lexicon $(BUILD) $(SHARED)/eval/lexicon
	tests/eval/copies $(BUILD) $(SHARED)/bench/mixed.jsonl.xz
$(BUILD)/eval/%: tests/eval/%.c $(ROOMS)
	@mkdir -p $(@D)
	$(build_on_rooms)
eval-record: all
	tests/eval/retrieval $(BUILD) $(SHARED)/eval record

# Adding and searching beside other programs; `make bench ARTICLES=2000` is a matter of minutes.
#: make bench        speed and size beside other programs (ARTICLES=2000: in minutes); bench-scale: growth
.PHONY: bench bench-scale
bench: all $(BENCH_PROGRAMS)
	tests/bench/run $(BUILD) $(SHARED)/bench/mixed.jsonl.xz $(ARTICLES)
	tests/bench/load $(BUILD)
# Growth from 10^4 passages to PASSAGES.
PASSAGES ?= 100000
bench-scale: all $(BENCH_PROGRAMS)
	tests/bench/scale $(BUILD) $(SHARED)/bench/mixed.jsonl.xz $(PASSAGES)

#: make format       clang-format all sources
#: make clean        remove build/
.PHONY: help
help:
	@sed -n 's/^#: //p' $(firstword $(MAKEFILE_LIST))
.PHONY: format clean
format:
	clang-format -i $(shell git ls-files '*.c' '*.h' '*.cc' '*.hpp')
clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
