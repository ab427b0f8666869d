#include "outbox/address.h"

#include <stdlib.h>
#include <string.h>

#include "outbox/mime.h"
#include "outbox/receipt.h"

bool atom_char(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c && strchr("!#$%&'*+-/=?^_`{|}~", c));
}

static bool domain_char(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/* Labels of good characters with single dots between, no hyphen at either end of a domain's label. */
static bool dotted(const char *s, size_t n, bool (*good)(char), size_t label_bytes, bool domain)
{
	size_t label = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '.') {
			if (label == 0 || (domain && s[i - 1] == '-'))
				return false;
			label = 0;
		} else if (!good(s[i]) || ++label > label_bytes || (domain && label == 1 && s[i] == '-')) {
			return false;
		}
	}
	return label > 0 && !(domain && s[n - 1] == '-');
}

/* RFC 5322 section 3.4.1 addr-spec without quoted strings, comments and literals; RFC 5321 section 4.5.3.1 for the lengths. */
bool receipt_address_ok(const char *address)
{
	const char *at = address ? strrchr(address, '@') : NULL;
	if (!at || strlen(address) > 254)
		return false;
	size_t local = (size_t)(at - address), domain = strlen(at + 1);
	return local <= 64 && dotted(address, local, atom_char, 64, false) && dotted(at + 1, domain, domain_char, 63, true);
}

void mailbox_free(struct mailbox *m)
{
	free(m->name);
	free(m->address);
	*m = (struct mailbox){ 0 };
}

int mailbox_parse(const char *s, struct mailbox *ret)
{
	struct mailbox m = { 0 };
	const char *open = strrchr(s, '<'), *close = open ? strchr(open, '>') : NULL;
	char *name = NULL;
	if (open && (!close || close[1 + strspn(close + 1, " \t")]))
		return -1;
	m.address = open ? strndup(open + 1, (size_t)(close - open - 1)) : strdup(s);
	name = open ? strndup(s, (size_t)(open - s)) : strdup("");
	m.name = name ? text_clean(name) : NULL;
	free(name);
	if (m.name) {		/* "Name" in quotes, as RFC 5322 has it: ours are put back where needed */
		size_t n = strlen(m.name);
		if (n >= 2 && m.name[0] == '"' && m.name[n - 1] == '"') {
			m.name[n - 1] = 0;
			memmove(m.name, m.name + 1, n - 1);
		}
	}
	if (!m.address || !m.name || !receipt_address_ok(m.address)) {
		mailbox_free(&m);
		return -1;
	}
	if (!*m.name) {
		free(m.name);
		m.name = NULL;
	}
	*ret = m;
	return 0;
}

int message_id_ok(const char *id, const char **ret, size_t *ret_n)
{
	size_t n = id ? strlen(id) : 0;
	if (n > 2 && id[0] == '<' && id[n - 1] == '>') {
		id++;
		n -= 2;
	}
	const char *at = n ? memchr(id, '@', n) : NULL;
	if (n < 3 || n > 250 || !at || at == id || id[n - 1] == '@')
		return 0;
	for (size_t i = 0; i < n; i++)
		if (id[i] <= ' ' || id[i] > '~' || strchr("<>()\\\",;", id[i]))
			return 0;
	*ret = id;
	*ret_n = n;
	return 1;
}
