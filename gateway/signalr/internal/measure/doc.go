// Package measure compares the SignalR server with what the same work costs without it: a bare gorilla/websocket loop that
// echoes, and one that fans out and joins what is queued into one frame, as the server does.
//
// Servers run in processes of their own with one core each, load runs in the benchmark's process with one core, and both
// sides of a comparison run in one go:
//
//	go test -run '^$' -bench . -cpu 1 ./gateway/signalr/internal/measure
//
// Besides rates the benchmarks report the processor time that the server spends, which says more when the load itself is
// what limits the rate.
package measure
