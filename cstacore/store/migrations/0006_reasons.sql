-- Why agents may say that they are not ready (record.Reason).

-- +goose Up
CREATE TABLE reason (
	tenant  TEXT NOT NULL REFERENCES tenant (id),
	id      TEXT NOT NULL,
	version INTEGER NOT NULL,
	label   TEXT NOT NULL,
	PRIMARY KEY (tenant, id)
) STRICT;
