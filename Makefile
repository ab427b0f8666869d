# klachtd: one non-recursive Makefile.
#
#   make                 the programs, release build, in build/
#   make check           installs what it needs, builds twice (gcc; clang with sanitizers), runs every test
#   make demo            installs what it needs, builds, shows klachtd at work on loopback
#   make bench | fuzz    measurements beside peers | libFuzzer, FUZZ_SECONDS each
#   make install         DESTDIR= PREFIX=
#
# A variant builds beside the first without a clean: make CC=clang SAN=address,undefined B=build/san
# V=1 shows the commands.

PREFIX      ?= /usr/local
SBINDIR     ?= $(PREFIX)/sbin
BINDIR      ?= $(PREFIX)/bin
LIBEXECDIR  ?= $(PREFIX)/libexec
DATADIR     ?= $(PREFIX)/share
MANDIR      ?= $(DATADIR)/man
# systemd looks below /usr and /usr/local for units, never elsewhere
UNITDIR     ?= $(PREFIX)/lib/systemd/system
SYSCONFDIR  ?= /etc
VERSION     := 0.1.0

CC  := $(if $(filter default,$(origin CC)),gcc,$(CC))
SAN ?=
B   ?= build
Q   := $(if $(V),,@)
comma := ,

WARN := -Wall -Wextra -Wshadow -Wvla -Wformat=2 -Wstrict-prototypes -Wmissing-prototypes -Wundef -Wwrite-strings
WARN += $(if $(WERROR),-Werror)
PKGS_base     := jansson nettle libseccomp
PKGS_net      := gnutls
PKGS_parsers  := libxml-2.0 libpcre2-8
PKGS_reader   := libsystemd
PKGS_register := sqlite3 libsystemd
PKGS_outbox   := libxml-2.0
PKGS_daemon   := libsystemd libpcre2-8 inih
PKGS_letter   := tesseract lept zbar
PKGS_printer  := pangocairo libqrencode
PKGS_ALL := $(sort $(foreach v,base net parsers reader register outbox daemon letter printer,$(PKGS_$(v))))

# pkg-config runs once, and only when something is compiled
PKGCFLAGS = $(eval PKGCFLAGS := $$(shell pkg-config --cflags $(PKGS_ALL) libetpan 2>/dev/null))$(PKGCFLAGS)
# Debian's libetpan.pc leaks -specs=...no-pie-link.specs, which would silently undo PIE
# libcsv gives no pkg-config file
libs = $(if $(1),$(filter-out -specs=%,$(shell pkg-config --libs $(filter-out csv,$(1))))) $(if $(filter csv,$(1)),-lcsv) -lm

OPT      := $(if $(SAN),-O1 -fno-omit-frame-pointer,-O2)
HARDEN   := $(if $(SAN),,-D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection) -fPIE
CFLAGS   ?= -g
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE -I. $(WARN) $(OPT) $(HARDEN) $(CFLAGS) $(PKGCFLAGS) \
	$(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=undefined) \
	-DKLACHTD_VERSION='"$(VERSION)"' -DKLACHTD_LIBEXECDIR='"$(LIBEXECDIR)/klachtd"' -DKLACHTD_DATADIR='"$(DATADIR)/klachtd"' \
	-DKLACHTD_SYSCONFDIR='"$(SYSCONFDIR)/klachtd"'
ALL_LDFLAGS = -pie -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed $(if $(SAN),-fsanitize=$(SAN)) $(LDFLAGS)

# ---- the rooms: an archive each; a program's main file stays out of its room's archive ----
MAINS := daemon/klachtd.c ctl/klachtctl.c sources/mailbox.c outbox/sender.c outbox/printer.c \
	reader/mail_reader.c reader/without.c reader/charset_reader.c reader/letter_reader.c reader/render.c
ROOMS := base net sources reader parsers register outbox daemon ctl
room_objs = $(patsubst %.c,$(B)/obj/%.o,$(filter-out $(MAINS),$(wildcard $(1)/*.c $(1)/*/*.c)))
main_obj  = $(patsubst %.c,$(B)/obj/%.o,$(wildcard $(1)))
define ROOM
$(B)/$(1).a: $(call room_objs,$(1))
endef
$(foreach r,$(ROOMS),$(eval $(call ROOM,$(r))))
ar = $(foreach r,$(1),$(B)/$(r).a)

.DEFAULT_GOAL := all

# program: main file | archives, most specific first | pkg-config names
PROGRAMS := klachtd klachtctl klachtd-mailbox klachtd-sender klachtd-printer klachtd-reader klachtd-charset-reader klachtd-letter-reader klachtd-render
MAIN_klachtd               := daemon/klachtd.c
MAIN_klachtctl             := ctl/klachtctl.c
MAIN_klachtd-mailbox       := sources/mailbox.c
MAIN_klachtd-sender        := outbox/sender.c
MAIN_klachtd-printer       := outbox/printer.c
MAIN_klachtd-reader        := reader/mail_reader.c
MAIN_klachtd-charset-reader := reader/charset_reader.c
MAIN_klachtd-letter-reader := reader/letter_reader.c
MAIN_klachtd-render        := reader/render.c
AR_klachtd               := daemon sources register outbox reader base
AR_klachtctl             := ctl daemon register outbox reader base
AR_klachtd-mailbox       := sources net base
AR_klachtd-sender        := outbox net base
AR_klachtd-printer       := outbox base
AR_klachtd-reader        := reader parsers base
AR_klachtd-charset-reader := reader parsers base
AR_klachtd-letter-reader := reader parsers base
AR_klachtd-render        := base
LIB_klachtd               := libsystemd sqlite3 jansson nettle inih libxml-2.0 libpcre2-8 libseccomp
LIB_klachtctl             := $(LIB_klachtd) csv
LIB_klachtd-mailbox       := libetpan gnutls jansson nettle libseccomp
LIB_klachtd-sender        := libetpan gnutls jansson nettle libseccomp
LIB_klachtd-printer       := $(PKGS_printer) jansson nettle libseccomp
LIB_klachtd-reader        := libetpan libxml-2.0 libpcre2-8 jansson nettle libseccomp
LIB_klachtd-charset-reader := $(LIB_klachtd-reader)
LIB_klachtd-letter-reader := tesseract lept zbar libxml-2.0 libpcre2-8 jansson nettle libseccomp
LIB_klachtd-render        := jansson nettle libseccomp
# guard.c interposes functions of libetpan: they must be in the dynamic symbol table
LDX_klachtd-reader        := -Wl,--export-dynamic
LDX_klachtd-charset-reader := -Wl,--export-dynamic
# Without sanitizers klachtd-reader is one piece, libc too: every library is mappings that each mail's child copies and pages that it looks up anew. It loads no module, so that iconv
# is without (reader/without.c), and its segments lie where large pages do (reader/large_pages.h).
ifeq ($(SAN),)
MAIN_klachtd-reader       += reader/without.c
LDX_klachtd-reader        := -static-pie -Wl,-z,max-page-size=0x200000
STATIC_klachtd-reader     := $(B)/libetpan.a -l:libxml2.a -l:libpcre2-8.a -l:libjansson.a -l:libnettle.a -l:libseccomp.a
LIB_klachtd-reader        :=
$(B)/klachtd-reader: $(B)/libetpan.a
endif
PRESENT := $(foreach p,$(PROGRAMS),$(if $(wildcard $(MAIN_$(p))),$(p)))

all: $(addprefix $(B)/,$(PRESENT))
.PHONY: all steps check check-headers check-layers demo bench fuzz kinds charsets install clean packages unit

define PROGRAM
$(B)/$(1): $(call main_obj,$(MAIN_$(1))) $(call ar,$(AR_$(1)))
	@echo "  LD    $$@"
	$(Q)$$(CC) $$(ALL_CFLAGS) $$(filter-out $(if $(filter -static-pie,$(LDX_$(1))),-pie),$$(ALL_LDFLAGS)) $(LDX_$(1)) -o $$@ $(call main_obj,$(MAIN_$(1))) -Wl,--start-group $(call ar,$(AR_$(1))) -Wl,--end-group $(STATIC_$(1)) $$(call libs,$(LIB_$(1))) $$(if $$(filter inih,$(LIB_$(1))),)
endef
$(foreach p,$(PRESENT),$(eval $(call PROGRAM,$(p))))

# the functions that guard.c replaces give way to it
$(B)/libetpan.a: $(shell $(CC) -print-file-name=libetpan.a)
	@mkdir -p $(@D)
	$(Q)objcopy -W mailmime_extract_boundary -W mailmime_transfer_encoding_get -W mailimf_cfws_parse $< $@
$(B)/%.a:
	@mkdir -p $(@D)
	@echo "  AR    $@"
	$(Q)rm -f $@ && ar rcs $@ $^

$(B)/obj/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC    $@"
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# schema.c takes it in with .incbin, which no dependency file tells
$(B)/obj/register/schema.o: register/schema.sql

# klachtd once more, able to die at each of its durable steps (base/step.h); it runs the workers of the build it lies below
steps: all
	+$(Q)$(MAKE) --no-print-directory B=$(B)/steps CFLAGS='$(CFLAGS) -DKLACHTD_STEPS' $(B)/steps/klachtd
	$(Q)for p in $(filter-out klachtd,$(PRESENT)); do ln -sf ../$$p $(B)/steps/$$p; done

# ---- unit tests: tests/unit/ROOM/test_X.c, linked with that room's archive and what the room stands on ----
UNIT_AR_base := base
UNIT_AR_net := net base
UNIT_AR_sources := sources net base
UNIT_AR_parsers := parsers base
UNIT_AR_reader := reader parsers base
UNIT_AR_register := register base
UNIT_AR_outbox := outbox net base
UNIT_AR_daemon := daemon sources register outbox reader base
UNIT_AR_ctl := ctl daemon register outbox reader base
UNIT_LIB_base := jansson nettle libseccomp
UNIT_LIB_net := gnutls libetpan $(UNIT_LIB_base)
UNIT_LIB_sources := libsystemd $(UNIT_LIB_net)
UNIT_LIB_parsers := libetpan libxml-2.0 libpcre2-8 $(PKGS_letter) $(UNIT_LIB_base)
UNIT_LIB_reader := libsystemd $(UNIT_LIB_parsers)
UNIT_LIB_register := sqlite3 libsystemd $(UNIT_LIB_base)
UNIT_LIB_outbox := libxml-2.0 $(PKGS_printer) libsystemd $(UNIT_LIB_net)
UNIT_LIB_daemon := $(LIB_klachtd)
UNIT_LIB_ctl := $(LIB_klachtctl)
UNIT_SRC := $(wildcard tests/unit/*/test_*.c)
UNITS := $(patsubst tests/unit/%.c,$(B)/unit/%,$(UNIT_SRC))
unit_room = $(firstword $(subst /, ,$(1)))
define UNIT
$(B)/unit/$(1): tests/unit/$(1).c $(call ar,$(UNIT_AR_$(call unit_room,$(1))))
	@mkdir -p $$(@D)
	@echo "  TEST  $$@"
	$(Q)$$(CC) $$(ALL_CFLAGS) -MMD -MP -MF $$@.d $$(ALL_LDFLAGS) -Wl,--export-dynamic -o $$@ $$< -Wl,--start-group $(call ar,$(UNIT_AR_$(call unit_room,$(1)))) -Wl,--end-group $$(call libs,cmocka $(UNIT_LIB_$(call unit_room,$(1))))
endef
$(foreach u,$(patsubst tests/unit/%.c,%,$(UNIT_SRC)),$(eval $(call UNIT,$(u))))
unit: $(UNITS)

# ---- fuzzers: tests/fuzz/fuzz_X.c, corpus tests/fuzz/corpus/X/, dictionary tests/fuzz/X.dict ----
# Replayed as ordinary tests under both compilers (replay.c is their main); libFuzzer with make fuzz.
FUZZ_SRC := $(wildcard tests/fuzz/fuzz_*.c)
FUZZ_AR  := sources reader parsers outbox base
FUZZ_LIB := libsystemd $(UNIT_LIB_parsers)
REPLAYS := $(patsubst tests/fuzz/%.c,$(B)/replay/%,$(FUZZ_SRC))
FUZZERS := $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(FUZZ_SRC))
FUZZ_SECONDS ?= 60
$(B)/replay/%: tests/fuzz/%.c tests/fuzz/replay.c $(call ar,$(FUZZ_AR))
	@mkdir -p $(@D)
	@echo "  TEST  $@"
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -MF $@.d $(ALL_LDFLAGS) -Wl,--export-dynamic -o $@ $< tests/fuzz/replay.c -Wl,--start-group $(call ar,$(FUZZ_AR)) -Wl,--end-group $(call libs,$(FUZZ_LIB))
$(B)/fuzz/%: tests/fuzz/%.c $(call ar,$(FUZZ_AR))
	@mkdir -p $(@D)
	@echo "  FUZZ  $@"
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -fsanitize=fuzzer -Wl,--export-dynamic -o $@ $< -Wl,--start-group $(call ar,$(FUZZ_AR)) -Wl,--end-group $(call libs,$(FUZZ_LIB))
replays: $(REPLAYS)
fuzzers: $(FUZZERS)
fuzz: packages
	$(Q)$(MAKE) --no-print-directory CC=clang SAN=address,undefined,fuzzer-no-link B=build/fuzzing fuzzers
	$(Q)tests/fuzz/run build/fuzzing/fuzz $(FUZZ_SECONDS)

# ---- the checks ----
HEADERS := $(wildcard $(addsuffix /*.h,$(ROOMS)) $(addsuffix /*/*.h,$(ROOMS)))
check-headers: $(HEADERS:%=$(B)/headers/%.ok)
$(B)/headers/%.ok: %
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CFLAGS) -Werror -fsyntax-only -x c $< && touch $@
check-layers:
	$(Q)tests/check-layers

packages:
	$(Q)tools/install-packages build test

# the commands for newcomers use every processor; whoever gave -j himself is obeyed
submake = +$(Q)$(MAKE) --no-print-directory $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(shell nproc))

check: packages
	$(submake) WERROR=1 all steps unit replays check-headers check-layers
	$(submake) WERROR=1 CC=clang SAN=address,undefined B=build/san all unit replays
	$(Q)tests/check build build/san

demo:
	$(Q)tools/install-packages build demo
	$(submake) all
	$(Q)tools/demo build

define parsers_program
	@mkdir -p $(@D)
	@echo "  BENCH $@"
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -MF $@.d $(ALL_LDFLAGS) -Wl,--export-dynamic -o $@ $< -Wl,--start-group $(call ar,parsers base) -Wl,--end-group $(call libs,$(UNIT_LIB_parsers))
endef
$(B)/bench/%: tests/bench/%.c $(call ar,parsers base)
	$(parsers_program)
# the weights of parsers/judge/kind_*.inc, learned anew from tests/kinds and tests/mails: a person's command, its result is committed
$(B)/kinds/%: tests/kinds/%.c $(call ar,parsers base)
	$(parsers_program)
kinds: all $(B)/kinds/features
	$(Q)tests/kinds/learn $(B)
# what iconv says of the charsets of one byte a character
charsets:
	$(Q)tests/charsets/tables > parsers/message/charset_tables.inc
bench:
	$(Q)tools/install-packages build test bench
	$(submake) all build/bench/mail_cost
	$(Q)tests/bench/run build

install: all
	install -d $(DESTDIR)$(SBINDIR) $(DESTDIR)$(BINDIR) $(DESTDIR)$(LIBEXECDIR)/klachtd
	install -m 755 $(B)/klachtd $(DESTDIR)$(SBINDIR)/
	install -m 755 $(B)/klachtctl $(DESTDIR)$(BINDIR)/
	install -m 755 $(addprefix $(B)/,$(filter klachtd-%,$(PRESENT))) $(DESTDIR)$(LIBEXECDIR)/klachtd/
	tools/install-data '$(DESTDIR)' '$(PREFIX)' '$(SBINDIR)' '$(BINDIR)' '$(UNITDIR)' '$(DATADIR)' '$(MANDIR)' '$(SYSCONFDIR)'

clean:
	rm -rf build

.SECONDARY:
-include $(wildcard $(B)/obj/*/*.d $(B)/obj/*/*/*.d $(B)/unit/*/*.d $(B)/replay/*.d $(B)/bench/*.d)
