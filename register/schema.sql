-- The register. Each migration stands below its own line "-- migration N" and runs in one transaction; user_version is N afterwards.
-- A migration that was released is never edited: what is wrong in it is mended by the next.
--
-- Times are UTC microseconds. Booleans are 0 and 1. Before the first table reg_open() has set page_size, auto_vacuum and secure_delete.

-- migration 1

-- What klachtd knows about itself, and its secrets: they are in the register so that a restored backup trusts the receipts it sent.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE keys (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- The last complaint number of a year. A row only grows, whatever becomes of the complaints.
CREATE TABLE counters (year INTEGER PRIMARY KEY, last INTEGER NOT NULL CHECK (last > 0)) STRICT;

-- Original bytes, in pieces of 1 MiB: a piece is a transaction of its own, and a large scan never holds the loop up.
-- complete = 0: still being written; such a row is an orphan when nobody goes on with it.
CREATE TABLE originals (
	id INTEGER PRIMARY KEY,
	sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
	bytes INTEGER NOT NULL CHECK (bytes >= 0),
	complete INTEGER NOT NULL CHECK (complete IN (0, 1))
) STRICT;
CREATE TABLE pieces (
	original INTEGER NOT NULL REFERENCES originals ON DELETE CASCADE,
	position INTEGER NOT NULL,
	content BLOB NOT NULL,
	PRIMARY KEY (original, position)
) STRICT;

-- Everything that came in, once for every place it came from. again_of: the same item was here before.
CREATE TABLE arrivals (
	id INTEGER PRIMARY KEY,
	channel TEXT NOT NULL CHECK (channel IN ('email', 'letter', 'form', 'telephone')),
	account TEXT NOT NULL,
	folder TEXT NOT NULL,
	uidvalidity INTEGER NOT NULL,
	uid INTEGER NOT NULL,
	scan BLOB NOT NULL,
	sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
	message_id TEXT,
	content_digest TEXT,
	kind TEXT NOT NULL,
	received_us INTEGER NOT NULL,
	registered_us INTEGER NOT NULL,
	again_of INTEGER REFERENCES arrivals,
	about_outbox INTEGER REFERENCES outbox,
	acknowledged_us INTEGER,
	acknowledged_where TEXT
) STRICT;
-- A mail's place is unique for ever (RFC 9051 section 2.3.1.1): scan is empty. A scanner counts its file names from 1 again, so a scan's place needs
-- its bytes: scan is their digest. (Two partial indexes would say the same, but SQLite prepares a query anew for each bound value then.)
CREATE UNIQUE INDEX arrivals_place ON arrivals (account, folder, uidvalidity, uid, scan);
CREATE INDEX arrivals_sha256 ON arrivals (sha256, uid);
CREATE INDEX arrivals_message_id ON arrivals (message_id) WHERE message_id IS NOT NULL;

CREATE TABLE arrival_originals (
	arrival INTEGER NOT NULL REFERENCES arrivals,
	position INTEGER NOT NULL,
	original INTEGER NOT NULL REFERENCES originals,
	role TEXT NOT NULL,
	media_type TEXT,
	PRIMARY KEY (arrival, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX arrival_originals_original ON arrival_originals (original);

CREATE TABLE complaints (
	id INTEGER PRIMARY KEY,
	number TEXT NOT NULL UNIQUE CHECK (number GLOB 'K-[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9][0-9][0-9]*'),
	channel TEXT NOT NULL CHECK (channel IN ('email', 'letter', 'form', 'telephone')),
	kind TEXT NOT NULL CHECK (kind IN ('complaint', 'compliment', 'other', 'unreadable', 'follow-up', 'machine')),
	status TEXT NOT NULL DEFAULT 'open'
		CHECK (status IN ('open', 'answered', 'settled', 'withdrawn', 'court', 'merged', 'not-ours')),
	received_us INTEGER NOT NULL,
	registered_us INTEGER NOT NULL,
	acknowledge_due_us INTEGER,
	answer_due_us INTEGER,
	term_explanation TEXT,
	CHECK ((acknowledge_due_us IS NULL) = (answer_due_us IS NULL))
) STRICT;
CREATE INDEX complaints_due ON complaints (answer_due_us) WHERE status = 'open' AND answer_due_us IS NOT NULL;

-- What somebody wrote: the complaint itself, a follow-up to it, or (complaint is null) an arrival that got no number.
CREATE TABLE entries (
	id INTEGER PRIMARY KEY,
	arrival INTEGER NOT NULL REFERENCES arrivals,
	complaint INTEGER REFERENCES complaints,
	follow_up INTEGER NOT NULL CHECK (follow_up IN (0, 1)),
	first_page INTEGER NOT NULL,
	kind TEXT NOT NULL,
	name TEXT, email TEXT COLLATE NOCASE, phone TEXT,
	street TEXT, house_number TEXT, postcode TEXT, city TEXT,
	on_behalf_of TEXT, subject TEXT, language TEXT, description TEXT, desired_resolution TEXT,
	record TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX entries_own ON entries (complaint) WHERE follow_up = 0 AND complaint IS NOT NULL;
CREATE INDEX entries_complaint ON entries (complaint);
CREATE INDEX entries_arrival ON entries (arrival);
CREATE INDEX entries_email ON entries (email) WHERE email IS NOT NULL;

CREATE TABLE entry_dossiers (
	entry INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
	position INTEGER NOT NULL,
	number TEXT NOT NULL,
	PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_dossiers_number ON entry_dossiers (number);

CREATE TABLE documents (
	entry INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
	position INTEGER NOT NULL,
	name TEXT, media_type TEXT, bytes INTEGER, sha256 TEXT, pages INTEGER, text_from TEXT, confidence REAL,
	PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
	entry INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
	field TEXT NOT NULL,
	source TEXT, quote TEXT, confidence REAL, page INTEGER,
	x0 REAL, y0 REAL, x1 REAL, y1 REAL,
	PRIMARY KEY (entry, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
	entry INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
	position INTEGER NOT NULL,
	code TEXT NOT NULL,
	field TEXT,
	text TEXT,
	done_us INTEGER,
	PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- The receipt of an entry. message_id is fixed when the row is made, so that a repeat is the same mail.
CREATE TABLE outbox (
	id INTEGER PRIMARY KEY,
	complaint INTEGER NOT NULL REFERENCES complaints,
	entry INTEGER NOT NULL UNIQUE REFERENCES entries,
	message_id TEXT NOT NULL UNIQUE,
	state TEXT NOT NULL CHECK (state IN ('queued', 'held', 'sending', 'sent', 'uncertain', 'delivered', 'bounced', 'failed',
		'suppressed', 'to-print', 'printed')),
	why TEXT,
	text TEXT NOT NULL,
	language TEXT NOT NULL,
	recipient TEXT COLLATE NOCASE,
	message BLOB,
	attempts INTEGER NOT NULL DEFAULT 0,
	next_try_us INTEGER NOT NULL,
	acknowledge_due_us INTEGER NOT NULL,
	instance TEXT,
	lease_until_us INTEGER,
	smtp_code INTEGER,
	smtp_text TEXT,
	created_us INTEGER NOT NULL,
	sent_us INTEGER,
	rendered_us INTEGER,
	CHECK (recipient IS NOT NULL OR state NOT IN ('queued', 'sending', 'sent', 'uncertain', 'delivered', 'bounced')),
	CHECK (state <> 'sending' OR (instance IS NOT NULL AND lease_until_us IS NOT NULL))
) STRICT;
CREATE INDEX outbox_due ON outbox (next_try_us, id) WHERE state IN ('queued', 'uncertain');
CREATE INDEX outbox_sending ON outbox (lease_until_us) WHERE state = 'sending';
CREATE INDEX outbox_recipient ON outbox (recipient, created_us);
CREATE INDEX outbox_created ON outbox (created_us);
CREATE INDEX outbox_complaint ON outbox (complaint);

-- Who did what, when. from_digest and to_digest are SHA-256 over the salt and the value; the values stand in history_values, which
-- erasure may empty: the history then still says that something changed, and no longer what.
CREATE TABLE history (
	id INTEGER PRIMARY KEY,
	complaint INTEGER REFERENCES complaints,
	at_us INTEGER NOT NULL,
	who TEXT NOT NULL,
	what TEXT NOT NULL,
	note TEXT,
	from_digest BLOB,
	to_digest BLOB
) STRICT;
CREATE INDEX history_complaint ON history (complaint);
CREATE TABLE history_values (
	history INTEGER PRIMARY KEY REFERENCES history,
	salt BLOB NOT NULL,
	from_value TEXT,
	to_value TEXT
) STRICT;
CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history BEGIN SELECT raise(ABORT, 'history is append-only'); END;

-- migration 2

-- klachtctl dossiers import. Empty: numbers are not checked.
CREATE TABLE known_dossiers (
	number TEXT PRIMARY KEY,
	name TEXT,
	postcode TEXT,
	email TEXT
) STRICT, WITHOUT ROWID;

-- migration 3

-- Letters that wait to be drawn or posted are asked for after every filing that may have made one.
CREATE INDEX outbox_to_print ON outbox (id) WHERE state = 'to-print';

-- migration 4

-- When a letter last stood in a bundle that was laid in print/: "printed --all" means those.
ALTER TABLE outbox ADD COLUMN bundled_us INTEGER;

-- migration 5

-- A mailbox of the configuration may be pointed at another server or user: whose UIDs these are. '' in rows of before, and for a letterbox: the mails
-- among those are told by their bytes when they are met again.
ALTER TABLE arrivals ADD COLUMN server TEXT NOT NULL DEFAULT '';
DROP INDEX arrivals_place;
CREATE UNIQUE INDEX arrivals_place ON arrivals (account, server, folder, uidvalidity, uid, scan);

-- migration 6

-- Nobody asks by the first two: a claim is held against one complaint's entries. By the third an earlier arrival of the same bytes was found; their original
-- tells it as well, and has its digest in an index already. Digests lie all over an index: each item that is filed was a page to be written.
DROP INDEX entries_email;
DROP INDEX entry_dossiers_number;
DROP INDEX arrivals_sha256;

-- For "IN" with three values or more SQLite makes an index of them, anew for each row that is checked: half of what an insert cost. Only the words of the
-- checks change, not what they let pass (sqlite.org/lang_altertable.html, section 7).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'channel IN (''email'', ''letter'', ''form'', ''telephone'')',
	'channel = ''email'' OR channel = ''letter'' OR channel = ''form'' OR channel = ''telephone''') WHERE type = 'table' AND name IN ('arrivals', 'complaints');
UPDATE sqlite_schema SET sql = replace(sql, 'kind IN (''complaint'', ''compliment'', ''other'', ''unreadable'', ''follow-up'', ''machine'')',
	'kind = ''complaint'' OR kind = ''compliment'' OR kind = ''other'' OR kind = ''unreadable'' OR kind = ''follow-up''
		OR kind = ''machine''') WHERE type = 'table' AND name = 'complaints';
UPDATE sqlite_schema SET sql = replace(sql, 'status IN (''open'', ''answered'', ''settled'', ''withdrawn'', ''court'', ''merged'', ''not-ours'')',
	'status = ''open'' OR status = ''answered'' OR status = ''settled'' OR status = ''withdrawn'' OR status = ''court''
		OR status = ''merged'' OR status = ''not-ours''') WHERE type = 'table' AND name = 'complaints';
UPDATE sqlite_schema SET sql = replace(sql, 'state NOT IN (''queued'', ''sending'', ''sent'', ''uncertain'', ''delivered'', ''bounced'')',
	'(state <> ''queued'' AND state <> ''sending'' AND state <> ''sent'' AND state <> ''uncertain'' AND state <> ''delivered''
		AND state <> ''bounced'')') WHERE type = 'table' AND name = 'outbox';
UPDATE sqlite_schema SET sql = replace(sql, 'state IN (''queued'', ''held'', ''sending'', ''sent'', ''uncertain'', ''delivered'', ''bounced'', ''failed'',
		''suppressed'', ''to-print'', ''printed'')',
	'state = ''queued'' OR state = ''held'' OR state = ''sending'' OR state = ''sent'' OR state = ''uncertain''
		OR state = ''delivered'' OR state = ''bounced'' OR state = ''failed'' OR state = ''suppressed'' OR state = ''to-print''
		OR state = ''printed''') WHERE type = 'table' AND name = 'outbox';
PRAGMA writable_schema = RESET;

-- migration 7

-- The record says the same, in the row of the entry itself.
DROP TABLE evidence;
