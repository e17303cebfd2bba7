// Package store keeps what must outlive the process: the directory, the
// settings of features, calls and their records, refresh tokens and the audit
// log, in one SQLite database in the data folder.
//
// # What may be relied on
//
//   - A method that changes something returns when the change would survive the
//     loss of power, or with an error when nothing has changed. Changes that come
//     at the same time share one transaction and one wait for the disk.
//   - Each edit of a row of the directory gives it a new Version, which no row
//     ever had before. An edit that names a version is refused with ErrChanged
//     when the row has another one by now; Version 0 stands for whichever it has.
//   - Tokens are stored as hashes only.
//   - One process at a time has a data folder open for writing. Others may read,
//     and take backups, meanwhile.
//
// # Errors
//
// ErrNotFound, ErrExists, ErrChanged, ErrMissing and ErrNeeded say what is wrong with
// a call, ErrInUse, ErrNewer and ErrDamaged what is wrong with a data folder. Any
// other error comes from the disk and may be gone when it is tried again.
//
// # Another database
//
// Nothing outside this package knows of SQL. Here the statements stand beside
// the methods that use them and keep to what SQLite and PostgreSQL share (upsert
// with ON CONFLICT, RETURNING, composite keys); what is SQLite's alone is in
// sqlite.go, backup.go and the migrations.
package store
