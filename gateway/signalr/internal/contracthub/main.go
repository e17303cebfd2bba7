// Command contracthub serves the hubs that the contract tests call with Microsoft's clients (web/contract/signalr).
//
// It listens on a free port of the loopback address, prints that as {"url":"http://127.0.0.1:…"}, and ends when its standard
// input does, so that it never outlives the test that started it.
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/cstahub/cstahub/gateway/signalr"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	hubs := newHubs()
	server := &http.Server{Handler: hubs.mux(), ReadHeaderTimeout: 10 * time.Second}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	if _, err := fmt.Fprintf(out, "{\"url\":\"http://%s\"}\n", listener.Addr()); err != nil {
		return err
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_, _ = io.Copy(io.Discard, in)
	}()
	select {
	case err := <-served:
		return err
	case <-ended:
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	err = hubs.shutdown(ctx)
	return errFirst(err, server.Close())
}

func errFirst(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// hubs are the hubs that are served, by their paths.
type hubs map[string]*signalr.Server

// newHubs makes one hub for each set of options that the tests need.
func newHubs() hubs {

	all := hubs{}
	add := func(path string, o signalr.Options) {
		o.Path = path
		o.KeepHeaders = []string{"X-Contract", "Cookie", "X-Requested-With"}
		all[path] = signalr.NewServer(methods(), o)
	}
	add("/hub", signalr.Options{})
	add("/detailed", signalr.Options{DetailedErrors: true})
	add("/auth", signalr.Options{Authenticate: authenticate})
	add("/expiring", signalr.Options{Authenticate: func(*http.Request) (signalr.Principal, error) {
		return signalr.Principal{UserID: "ann", Expires: time.Now().Add(3 * time.Second)}, nil
	}})
	add("/other-origins", signalr.Options{AllowOrigin: func(string) bool { return true }, Authenticate: authenticateOrAnonymous})
	add("/own-origin", signalr.Options{OriginSetting: "--allow-origin"})
	add("/impatient", signalr.Options{KeepAliveInterval: time.Second, ClientTimeout: 2 * time.Second, HandshakeTimeout: time.Second})
	add("/streams-only", signalr.Options{Transports: signalr.ServerSentEvents})
	add("/polls-only", signalr.Options{Transports: signalr.LongPolling, PollTimeout: 2 * time.Second})
	add("/compressed", signalr.Options{Compression: true})
	add("/small-buffer", signalr.Options{StatefulReconnectBufferSize: 4096})
	add("/redirect", signalr.Options{Redirect: func(r *http.Request) signalr.Redirect {
		return signalr.Redirect{URL: "http://" + r.Host + "/auth?from=redirect", AccessToken: "ann"}
	}})
	add("/redirect-loop", signalr.Options{Redirect: func(r *http.Request) signalr.Redirect {
		return signalr.Redirect{URL: "http://" + r.Host + "/redirect-loop"}
	}})
	return all
}

func (h hubs) mux() http.Handler {
	mux := http.NewServeMux()
	for path, server := range h {
		mux.Handle(path, server)
		mux.Handle(path+"/", server)
	}
	// A cookie that the client is given has to come back with everything it sends.
	cookie := func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/negotiate") {
			http.SetCookie(w, &http.Cookie{Name: "contract", Value: "kept", Path: "/", HttpOnly: true, Secure: false, SameSite: http.SameSiteLaxMode}) //nolint:gosec // the test speaks plain HTTP
		}
		r.URL.Path = strings.Replace(r.URL.Path, "/cookie", "/hub", 1)
		h["/hub"].ServeHTTP(w, r)
	}
	mux.HandleFunc("/cookie", cookie)
	mux.HandleFunc("/cookie/", cookie)
	mux.HandleFunc("GET /control/state", h.state)
	mux.HandleFunc("POST /control/close", h.closeAll)
	mux.HandleFunc("POST /control/shutdown", func(w http.ResponseWriter, r *http.Request) {
		if err := h["/"+r.URL.Query().Get("hub")].Shutdown(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	mux.HandleFunc("GET /control/page", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, "<!doctype html><title>contract</title>")
	})
	return mux
}

func (h hubs) shutdown(ctx context.Context) error {
	for _, server := range h {
		if err := server.Shutdown(ctx); err != nil {
			return err
		}
	}
	return nil
}

// authenticate takes any token for the name of its user, except the ones that tests are refused with.
func authenticate(r *http.Request) (signalr.Principal, error) {
	switch token := signalr.BearerToken(r); token {
	case "", "expired":
		return signalr.Principal{}, fmt.Errorf("no token")
	case "forbidden":
		return signalr.Principal{}, signalr.ErrForbidden
	default:
		user, _, _ := strings.Cut(token, ".")
		return signalr.Principal{UserID: user, Identity: token}, nil
	}
}

func authenticateOrAnonymous(r *http.Request) (signalr.Principal, error) {
	if signalr.BearerToken(r) == "" {
		return signalr.Principal{}, nil
	}
	return authenticate(r)
}
