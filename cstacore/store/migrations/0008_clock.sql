-- What is thought of the machine's clock (store.Clock): when it was last looked
-- at, up to when it was believed, and for how many microseconds yet it is not.

-- +goose Up
ALTER TABLE installation ADD COLUMN clock_seen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE installation ADD COLUMN clock_believed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE installation ADD COLUMN clock_doubt INTEGER NOT NULL DEFAULT 0;
