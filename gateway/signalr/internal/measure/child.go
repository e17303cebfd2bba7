package measure

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/gorilla/websocket"

	"github.com/cstahub/cstahub/gateway/signalr"
)

// childVariable tells a process started by StartServer that it is one.
const childVariable = "SIGNALR_MEASURE_SERVER"

// RunIfServer runs the server and ends the process, if the process was started by StartServer. A program that starts servers
// calls it first thing.
func RunIfServer() {
	if os.Getenv(childVariable) == "" {
		return
	}
	if err := runServer(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func runServer() error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: handlers(), ReadHeaderTimeout: time.Minute}
	go func() {
		// The process lives as long as the one that started it.
		_, _ = io.Copy(io.Discard, os.Stdin)
		_ = server.Close()
	}()
	fmt.Println(listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Handlers of a server: one path for each way to do the work.
func handlers() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/bare/echo", bareEcho)
	bare := &bareFanout{}
	mux.HandleFunc("/bare/fanout", bare.serve)
	mux.HandleFunc("/bare/publish", publisher(bare.publish))

	// What connecting costs is to be seen without waiting for turns.
	unpaced := signalr.Options{Limits: signalr.Limits{ConnectPace: -1}}
	mux.Handle("/hub/echo", signalr.NewServer(echoHub{}, unpaced))
	mux.Handle("/methods/echo", signalr.NewServer(echoMethods(), unpaced))
	fanout := signalr.NewServer(echoHub{}, unpaced)
	mux.Handle("/hub/fanout", fanout)
	mux.HandleFunc("/hub/publish", publisher(func(record []byte) {
		// The record holds the argument between the head and the tail that Send puts around it.
		argument := record[len(eventHead) : len(record)-len(eventTail)]
		_ = fanout.Clients().All().Send(eventTarget, signalr.NewShared(argument))
	}))
	strict := signalr.Options{SendTimeout: 2 * time.Second, SendQueueSize: 256 << 10}
	troubled := signalr.NewServer(soakMethods(), strict)
	mux.Handle("/soak", troubled)
	mux.Handle("/soak/", troubled)
	mux.HandleFunc("/soak/publish", publisher(publishTo(troubled)))
	strict.Limits.ConnectPace = -1
	rushed := signalr.NewServer(soakMethods(), strict)
	mux.Handle("/rushed", rushed)
	mux.HandleFunc("/rushed/publish", publisher(publishTo(rushed)))
	mux.HandleFunc("/stats", func(w http.ResponseWriter, _ *http.Request) { _ = json.NewEncoder(w).Encode(stats(troubled)) })
	mux.HandleFunc("/profile", pprof.Profile)
	mux.HandleFunc("/collect", func(http.ResponseWriter, *http.Request) { debug.FreeOSMemory() })
	return mux
}

// Stats is what a server holds.
type Stats struct {
	Connections, Goroutines, Files int
	// Heap is the number of bytes in use after a collection.
	Heap uint64
}

func stats(server *signalr.Server) Stats {
	// What is pooled is given up by the second collection in which nobody has asked for it.
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		open = nil
	}
	return Stats{Connections: server.Count(), Goroutines: runtime.NumGoroutine(), Files: len(open), Heap: m.HeapAlloc}
}

// publishTo publishes to the group that soakMethods' Join puts connections into.
func publishTo(server *signalr.Server) func(record []byte) {
	return func(record []byte) { _ = server.Clients().Group("g").Send("Event", string(record)) }
}

// publisher calls publish for every message on a WebSocket.
func publisher(publish func(record []byte)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		socket, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer func() { _ = socket.Close() }()
		for {
			kind, record, err := socket.ReadMessage()
			if err != nil || kind != websocket.TextMessage {
				return
			}
			publish(record)
		}
	}
}

// Server is a running server process.
type Server struct {
	Addr    string
	command *exec.Cmd
	stdin   io.Closer
}

// StartServer runs the present program again as a server, on one core.
func StartServer() (*Server, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	command := exec.CommandContext(context.Background(), self) //nolint:gosec // G204: it is this program
	if pin, err := exec.LookPath("taskset"); err == nil {
		command = exec.CommandContext(context.Background(), pin, "-c", "0", self) //nolint:gosec // G204: it is this program
	}
	command.Env = append(os.Environ(), childVariable+"=1", "GOMAXPROCS=1")
	command.Stderr = os.Stderr
	stdin, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		return nil, errors.Join(err, stdin.Close(), command.Wait())
	}
	return &Server{Addr: strings.TrimSpace(line), command: command, stdin: stdin}, nil
}

// Stop ends the server.
func (s *Server) Stop() error {
	return errors.Join(s.stdin.Close(), s.command.Wait())
}

// client keeps no connections, so that it does not disturb what is counted.
var client = &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}

// CPU is the processor time that the server has taken so far.
func (s *Server) CPU() (time.Duration, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.command.Process.Pid))
	if err != nil {
		return 0, err
	}
	// The second field is a name in parentheses; user and system time are the 14th and 15th, in hundredths of a second.
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	user, err := strconv.Atoi(fields[11])
	if err != nil {
		return 0, err
	}
	system, err := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond, err
}

// Profile fetches a processor profile of the next seconds.
func (s *Server) Profile(seconds int) ([]byte, error) {
	response, err := client.Get(fmt.Sprintf("http://%s/profile?seconds=%d", s.Addr, seconds))
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }()
	return io.ReadAll(response.Body)
}

// Stats asks the server what it holds.
func (s *Server) Stats() (stats Stats, err error) {
	response, err := client.Get("http://" + s.Addr + "/stats")
	if err != nil {
		return stats, err
	}
	defer func() { _ = response.Body.Close() }()
	return stats, json.NewDecoder(response.Body).Decode(&stats)
}

// RSS is the number of bytes of memory that the server holds, after it has given back what it does not need.
func (s *Server) RSS() (int, error) {
	response, err := client.Get("http://" + s.Addr + "/collect")
	if err != nil {
		return 0, err
	}
	_ = response.Body.Close()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.command.Process.Pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kilobytes, err := strconv.Atoi(strings.Fields(rest)[0])
	return kilobytes << 10, err
}
