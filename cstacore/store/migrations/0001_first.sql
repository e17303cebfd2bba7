-- Times are microseconds since 1970 in UTC, 0 for never. Lists that refer to
-- nothing are JSON arrays. Everything an engine reports (call, open_call,
-- feature_setting) refers to the directory by name only: what has happened is
-- written down, whatever became of the directory since.

-- +goose Up

-- One row. epoch counts the starts of the installation, change its edits;
-- alive is when the process was last known to run.
CREATE TABLE installation (
	id      INTEGER PRIMARY KEY CHECK (id = 1),
	epoch   INTEGER NOT NULL,
	change  INTEGER NOT NULL,
	alive   INTEGER NOT NULL
) STRICT;
INSERT INTO installation (id, epoch, change, alive) VALUES (1, 0, 0, 0);

CREATE TABLE tenant (
	id            TEXT PRIMARY KEY,
	version       INTEGER NOT NULL,
	name          TEXT NOT NULL,
	trunk         TEXT NOT NULL,
	domain        TEXT NOT NULL,
	domain_folded TEXT NOT NULL,
	number_plan   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX tenant_domain ON tenant (domain_folded) WHERE domain_folded <> '';

CREATE TABLE pickup_group (
	tenant  TEXT NOT NULL REFERENCES tenant (id),
	id      TEXT NOT NULL,
	version INTEGER NOT NULL,
	name    TEXT NOT NULL,
	PRIMARY KEY (tenant, id)
) STRICT;

CREATE TABLE team (
	tenant  TEXT NOT NULL REFERENCES tenant (id),
	id      TEXT NOT NULL,
	version INTEGER NOT NULL,
	name    TEXT NOT NULL,
	PRIMARY KEY (tenant, id)
) STRICT;

CREATE TABLE device (
	tenant  TEXT NOT NULL REFERENCES tenant (id),
	id      TEXT NOT NULL,
	version INTEGER NOT NULL,
	kind    TEXT NOT NULL,
	name    TEXT NOT NULL,
	offered INTEGER NOT NULL,
	PRIMARY KEY (tenant, id)
) STRICT;

CREATE TABLE device_group (
	tenant   TEXT NOT NULL,
	owner    TEXT NOT NULL,
	member   TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (tenant, owner, member),
	FOREIGN KEY (tenant, owner) REFERENCES device (tenant, id) ON DELETE CASCADE,
	FOREIGN KEY (tenant, member) REFERENCES pickup_group (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX device_group_member ON device_group (tenant, member);

CREATE TABLE user_account (
	tenant        TEXT NOT NULL REFERENCES tenant (id),
	id            TEXT NOT NULL,
	version       INTEGER NOT NULL,
	id_folded     TEXT NOT NULL UNIQUE,
	local_folded  TEXT NOT NULL,
	name          TEXT NOT NULL,
	role          TEXT NOT NULL,
	disabled      INTEGER NOT NULL,
	device        TEXT,
	control       TEXT NOT NULL,
	observe       TEXT NOT NULL,
	rights        TEXT NOT NULL,
	password_hash TEXT NOT NULL,
	PRIMARY KEY (tenant, id),
	FOREIGN KEY (tenant, device) REFERENCES device (tenant, id)
) STRICT;
CREATE INDEX user_account_local ON user_account (local_folded);
CREATE INDEX user_account_device ON user_account (tenant, device);

CREATE TABLE user_team (
	tenant   TEXT NOT NULL,
	owner    TEXT NOT NULL,
	member   TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (tenant, owner, member),
	FOREIGN KEY (tenant, owner) REFERENCES user_account (tenant, id) ON DELETE CASCADE,
	FOREIGN KEY (tenant, member) REFERENCES team (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_team_member ON user_team (tenant, member);

CREATE TABLE queue (
	tenant  TEXT NOT NULL,
	id      TEXT NOT NULL,
	version INTEGER NOT NULL,
	name    TEXT NOT NULL,
	PRIMARY KEY (tenant, id),
	FOREIGN KEY (tenant, id) REFERENCES device (tenant, id)
) STRICT;

CREATE TABLE queue_member (
	tenant   TEXT NOT NULL,
	owner    TEXT NOT NULL,
	member   TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (tenant, owner, member),
	FOREIGN KEY (tenant, owner) REFERENCES queue (tenant, id) ON DELETE CASCADE,
	FOREIGN KEY (tenant, member) REFERENCES device (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_member_member ON queue_member (tenant, member);

CREATE TABLE number (
	tenant  TEXT NOT NULL REFERENCES tenant (id),
	id      TEXT NOT NULL UNIQUE,
	version INTEGER NOT NULL,
	name    TEXT NOT NULL,
	device  TEXT,
	PRIMARY KEY (tenant, id),
	FOREIGN KEY (tenant, device) REFERENCES device (tenant, id)
) STRICT;
CREATE INDEX number_device ON number (tenant, device);

CREATE TABLE feature_setting (
	tenant TEXT NOT NULL,
	device TEXT NOT NULL,
	name   TEXT NOT NULL,
	value  TEXT NOT NULL,
	PRIMARY KEY (tenant, device, name)
) STRICT, WITHOUT ROWID;

-- The calls that are up, as they were last reported.
CREATE TABLE open_call (
	call   TEXT PRIMARY KEY,
	record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE call_record (
	call         TEXT NOT NULL UNIQUE,
	tenant       TEXT NOT NULL,
	started      INTEGER NOT NULL,
	answered     INTEGER NOT NULL,
	ended        INTEGER NOT NULL,
	linkage      TEXT NOT NULL,
	direction    TEXT NOT NULL,
	calling      TEXT NOT NULL,
	called       TEXT NOT NULL,
	cause        TEXT NOT NULL,
	requested_by TEXT NOT NULL,
	consults     TEXT NOT NULL,
	interrupted  INTEGER NOT NULL,
	parties      TEXT NOT NULL
) STRICT;
CREATE INDEX call_record_started ON call_record (tenant, started, call);
CREATE INDEX call_record_linkage ON call_record (tenant, linkage, started, call);

-- By which numbers a call record is found: calling, called and every party.
CREATE TABLE call_number (
	tenant  TEXT NOT NULL,
	number  TEXT NOT NULL,
	started INTEGER NOT NULL,
	call    TEXT NOT NULL,
	PRIMARY KEY (tenant, number, started, call)
) STRICT, WITHOUT ROWID;

CREATE TABLE refresh_family (
	id      TEXT PRIMARY KEY,
	tenant  TEXT NOT NULL,
	user_id TEXT NOT NULL,
	scope   TEXT NOT NULL,
	client  TEXT NOT NULL,
	created INTEGER NOT NULL,
	used    INTEGER NOT NULL,
	expires INTEGER NOT NULL,
	revoked INTEGER NOT NULL,
	reason  TEXT NOT NULL,
	FOREIGN KEY (tenant, user_id) REFERENCES user_account (tenant, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX refresh_family_user ON refresh_family (tenant, user_id);
CREATE INDEX refresh_family_expires ON refresh_family (expires);

-- The hashes of a family's tokens; all but the newest have been exchanged.
CREATE TABLE refresh_token (
	hash   BLOB PRIMARY KEY,
	family TEXT NOT NULL REFERENCES refresh_family (id) ON DELETE CASCADE,
	spent  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_token_family ON refresh_token (family);

CREATE TABLE audit (
	id        INTEGER PRIMARY KEY AUTOINCREMENT,
	time      INTEGER NOT NULL,
	tenant    TEXT NOT NULL,
	actor     TEXT NOT NULL,
	on_behalf TEXT NOT NULL,
	remote    TEXT NOT NULL,
	action    TEXT NOT NULL,
	object    TEXT NOT NULL,
	outcome   TEXT NOT NULL,
	detail    TEXT NOT NULL
) STRICT;
CREATE INDEX audit_tenant ON audit (tenant, id);
CREATE INDEX audit_time ON audit (time);
