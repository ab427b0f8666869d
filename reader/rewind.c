#include "reader/rewind.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "reader/rewound.h"

#define NAME "rewind"			/* of the memfd: as the kernel lists it, /memfd:rewind */
#define SIGNAL_STACK_BYTES (32 << 10)	/* what the processor's registers take, and more */
#define STACK_BYTES (128 << 10)		/* four times what an ordinary mail takes */
#define WRITTEN_BYTES (2 << 20)		/* all that is put back for each mail */
#define PIECE 4096			/* that is compared before it is written: divides any page */
#define CONSTANT_BYTES (1 << 20)	/* one piece as large as this is a table that init made */
#define DOCUMENTS 1000			/* then the process ends: its processor time is limited as a whole */
#define MAPS_BYTES (16 << 10)

struct rewind {
	int maps;			/* /proc/self/maps, of the zygote */
	int done;
	pid_t pid;
	int pidfd;			/* owned; -1 */
	enum rewind_state state;
	unsigned documents;
	struct rewound_memory memory;
	char *map;			/* the memory, once more what of it is put back, and the order: no child inherits any of it */
	size_t map_bytes;
	bool empty[WRITTEN_BYTES / PIECE];	/* of what is put back */
};

/* ---- where the program's memory lies ---- */

static bool add(struct range list[REWOUND_RANGES], size_t *n, struct range r)
{
	if (*n == REWOUND_RANGES)
		return false;
	list[(*n)++] = r;
	return true;
}

/* One line of proc_pid_maps(5). False: something that this file knows no place for. */
static bool take_line(const char *line, struct rewound_memory *m)
{
	struct range r;
	char rights[5] = "", name[40] = "";
	if (sscanf(line, "%lx-%lx %4s %*s %*s %*s %39s", &r.from, &r.to, rights, name) < 3)
		return false;
	if (rights[1] != 'w')
		return true;
	if (strcmp(name, "[stack]") == 0)
		m->first_stack = r;
	else if (rights[3] == 's')
		return strcmp(name, "/memfd:" NAME) == 0;
	else
		return r.to - r.from >= CONSTANT_BYTES && strcmp(name, "[heap]") != 0 ? add(m->constant, &m->n_constant, r) : add(m->written, &m->n_written, r);
	return true;
}

static bool look(int maps, struct rewound_memory *m)
{
	char text[MAPS_BYTES];
	size_t n = 0;
	ssize_t got = 0;
	while (n < sizeof text - 1 && (got = pread(maps, text + n, sizeof text - 1 - n, (off_t)n)) > 0)
		n += (size_t)got;
	text[n] = '\0';
	bool ok = got == 0 && n;
	for (char *rest = text, *line; ok && (line = strsep(&rest, "\n")) && *line;)
		ok = take_line(line, m);
	return ok && m->first_stack.from;
}

static size_t pages(size_t bytes)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	return (bytes + page - 1) / page * page;
}

static bool lay_out(int maps, struct rewound_memory *ret)
{
	*ret = (struct rewound_memory){ .bytes = 0 };
	if (!look(maps, ret))
		return false;
	ret->signal_stack = pages(sizeof(struct exchange));
	ret->guard = ret->signal_stack + pages(SIGNAL_STACK_BYTES);
	ret->stack = ret->guard + pages(1);
	ret->program = ret->stack + pages(STACK_BYTES);
	ret->bytes = ret->program;
	for (size_t i = 0; i < ret->n_written; i++)
		ret->bytes += ret->written[i].to - ret->written[i].from;
	return ret->bytes - ret->program <= WRITTEN_BYTES;
}

/* ---- its life ---- */

static bool tell(const struct rewind *w, int signal)
{
	return syscall(SYS_pidfd_send_signal, w->pidfd, signal, NULL, 0) == 0;
}

/* Since it was last asked. */
static bool said(const struct rewind *w)
{
	uint64_t n;
	return read(w->done, &n, sizeof n) == sizeof n;
}

struct rewind *rewind_new(void)
{
	if (!REWOUND_HERE)
		return NULL;
	struct rewind *w = calloc(1, sizeof *w);
	if (!w)
		return NULL;
	*w = (struct rewind){ .maps = open("/proc/self/maps", O_RDONLY | O_CLOEXEC), .done = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), .pidfd = -1 };
	if (w->maps < 0 || w->done < 0) {
		fd_close(&w->maps);
		fd_close(&w->done);
		free(w);
		return NULL;
	}
	return w;
}

enum rewind_state rewind_state(const struct rewind *w)
{
	return w->state;
}

int rewind_done_fd(const struct rewind *w)
{
	return w->pid ? w->done : -1;
}

int rewind_pidfd(const struct rewind *w)
{
	return w->pidfd;
}

/* What the program writes to: how much it is, and where it is kept as it was. */
static size_t written_bytes(const struct rewind *w)
{
	return w->memory.bytes - w->memory.program;
}

static char *kept(const struct rewind *w)
{
	return w->map + w->memory.bytes;
}

static struct order_text *order_of(const struct rewind *w)
{
	return (struct order_text *)(void *)(kept(w) + written_bytes(w));
}

static int map_memory(struct rewind *w, int fd)
{
	w->map_bytes = w->memory.bytes + written_bytes(w) + pages(sizeof(struct order_text));
	void *map = ftruncate(fd, (off_t)w->map_bytes) == 0 ? mmap(NULL, w->map_bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) : MAP_FAILED;
	if (map == MAP_FAILED)
		return FAIL_RETRY;
	w->map = map;
	return madvise(map, w->map_bytes, MADV_DONTFORK) == 0 ? 0 : FAIL_RETRY;
}

static int start(struct rewind *w, int fd, const struct rewind_life *life)
{
	int r = map_memory(w, fd);
	if (r < 0)
		return r;
	w->pid = fork();
	if (w->pid == 0)
		rewound_main(&(struct rewound){ .memory = &w->memory, .fd = fd, .done = w->done, .life = *life });
	if (w->pid < 0) {
		w->pid = 0;
		return FAIL_RETRY;
	}
	w->pidfd = (int)syscall(SYS_pidfd_open, w->pid, 0);
	w->state = REWIND_STARTING;
	w->documents = 0;
	return w->pidfd < 0 ? FAIL_FATAL : 0;
}

int rewind_start(struct rewind *w, const struct rewind_life *life, struct error *err)
{
	(void)said(w);		/* by the one before it */
	FD_CLEANUP int fd = lay_out(w->maps, &w->memory) ? memfd_new(NAME, err) : FAIL_CONFIG;
	int r = fd < 0 ? fd : start(w, fd, life);
	if (r < 0) {
		rewind_end(w);
		return error_set(err, r, "a child that is set back: %s", strerror(errno));
	}
	return 0;
}

void rewind_end(struct rewind *w)
{
	if (w->pid && w->pidfd >= 0) {	/* without, it ends with the zygote */
		(void)tell(w, SIGKILL);		/* ended already: reaped now */
		(void)waitpid(w->pid, NULL, 0);
	}
	if (w->map)
		(void)munmap(w->map, w->map_bytes);
	fd_close(&w->pidfd);
	w->map = NULL;
	w->pid = 0;
	w->state = REWIND_NONE;
}

void rewind_outdated(struct rewind *w)
{
	if (w->state == REWIND_READING)
		w->documents = DOCUMENTS;
	else
		rewind_end(w);
}

/* ---- a document ---- */

static const char empty[PIECE];

/* A piece that is as it was is only looked at: that is cheaper here, and for the child, whose processor still holds it. */
static void put_piece(char *now, const char *old)
{
	if (memcmp(now, old, PIECE) != 0)
		memcpy(now, old, PIECE);
}

/* As before the first document: what it and its answer left goes, what the program wrote to is put back. */
static void put_back(struct rewind *w)
{
	char *now = w->map + w->memory.program, *old = kept(w);
	for (size_t i = 0; i < w->memory.program; i += PIECE)
		put_piece(w->map + i, empty);
	for (size_t i = 0; i < written_bytes(w); i += PIECE)
		put_piece(now + i, w->empty[i / PIECE] ? empty : old + i);
}

/* Once, when it is ready. */
static void keep(struct rewind *w)
{
	char *old = kept(w);
	memcpy(old, w->map + w->memory.program, written_bytes(w));
	for (size_t i = 0; i < written_bytes(w); i += PIECE)
		w->empty[i / PIECE] = memcmp(old + i, empty, PIECE) == 0;
}

int rewind_give(struct rewind *w, const struct zygote_order *o, struct error *err)
{
	struct exchange *x = (struct exchange *)(void *)w->map;
	struct stat st;
	if (w->state != REWIND_IDLE || o->attachment || strcmp(o->mode, "full") != 0 || !memfd_sealed(o->document) || fstat(o->document, &st) != 0 ||
	    st.st_size > REWIND_DOCUMENT_BYTES || (uint64_t)st.st_size > o->rules.max_document_bytes)
		return FAIL_ITEM;
	struct order_text *text = order_of(w);
	(void)snprintf(text->channel, sizeof text->channel, "%s", o->channel);
	(void)snprintf(text->file, sizeof text->file, "%s", o->file);
	(void)snprintf(text->mode, sizeof text->mode, "%s", o->mode);
	text->received_us = o->rules.received_us;
	x->order = *text;
	x->n = (size_t)st.st_size;
	x->code = -1;			/* not done */
	if (pread(o->document, x->document, x->n, 0) != st.st_size || !tell(w, REWOUND_SIGNAL) || !tell(w, SIGCONT))
		return error_set(err, FAIL_RETRY, "a child that is set back: %s", strerror(errno));
	w->state = REWIND_READING;
	return 0;
}

static bool stopped(struct rewind *w, int options)
{
	siginfo_t how = { 0 };
	if (waitid(P_PIDFD, (id_t)w->pidfd, &how, WSTOPPED | WEXITED | options) != 0)
		return false;
	if (how.si_pid && how.si_code != CLD_STOPPED)
		w->pid = 0;	/* reaped */
	return how.si_pid && how.si_code == CLD_STOPPED;
}

/* Until it is stopped, nothing in the memory is certain. It does so itself, or else is told to. */
static bool stop(struct rewind *w)
{
	return stopped(w, WNOHANG) || (w->pid && tell(w, SIGSTOP) && stopped(w, 0));
}

int rewind_done(struct rewind *w, const struct exchange **ret, struct error *err)
{
	if (!said(w) || w->state == REWIND_IDLE)
		return FAIL_RETRY;
	if (!stop(w))
		return error_set(err, FAIL_ITEM, "a child that is set back has ended");
	(void)said(w);		/* again, before it stopped: that would be taken for the next document's */
	*ret = w->state == REWIND_READING ? (const struct exchange *)(const void *)w->map : NULL;
	if (!*ret) {
		keep(w);
		w->state = REWIND_IDLE;
	}
	return 0;
}

void rewind_back(struct rewind *w)
{
	if (++w->documents >= DOCUMENTS) {
		rewind_end(w);
		return;
	}
	put_back(w);
	w->state = REWIND_IDLE;
}

void rewind_order(const struct rewind *w, struct order_text *ret)
{
	*ret = *order_of(w);
}
