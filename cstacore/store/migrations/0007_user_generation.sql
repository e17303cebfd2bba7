-- A number that changes with what a user proves himself with: another password,
-- disabled, enabled again, made anew under the same name. What was granted
-- before is void.

-- +goose Up
ALTER TABLE user_account ADD COLUMN generation INTEGER NOT NULL DEFAULT 1;
