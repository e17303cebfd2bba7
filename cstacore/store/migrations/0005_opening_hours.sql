-- When a number is open, and where its calls go otherwise (record.Hours as
-- JSON, null for always open).

-- +goose Up
ALTER TABLE number ADD COLUMN hours TEXT NOT NULL DEFAULT 'null';
