package main

import (
	"encoding/json"
	"net/http"
	"os"
	"runtime"
)

// state tells a test what is left of its connections.
func (h hubs) state(w http.ResponseWriter, _ *http.Request) {
	var state struct {
		Connections int `json:"connections"`
		Goroutines  int `json:"goroutines"`
		Sockets     int `json:"sockets"`
	}
	for _, server := range h {
		state.Connections += server.Count()
	}
	state.Goroutines = runtime.NumGoroutine()
	if open, err := os.ReadDir("/proc/self/fd"); err == nil {
		state.Sockets = len(open)
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(state)
}

// closeAll closes all connections of one hub, with a reason and with leave to come back.
func (h hubs) closeAll(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	server, ok := h["/"+query.Get("hub")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	server.Clients().All().Close(query.Get("reason"), query.Get("reconnect") == "true")
}
