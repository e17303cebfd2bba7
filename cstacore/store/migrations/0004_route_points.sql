-- Where the calls of a route point go that no application routes.

-- +goose Up
ALTER TABLE device ADD COLUMN default_destination TEXT NOT NULL DEFAULT '';
