package app

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
)

func TestBehindProxies(t *testing.T) {
	trusted := []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32"), netip.MustParsePrefix("10.0.0.0/8")}
	for _, tt := range []struct {
		remote    string
		forwarded []string
		want      string
	}{
		{"192.0.2.1:5", []string{"198.51.100.1"}, "192.0.2.1:5"}, // not a proxy of ours: not believed
		{"127.0.0.1:5", nil, "127.0.0.1:5"},
		{"127.0.0.1:5", []string{"198.51.100.1"}, "198.51.100.1:0"},
		{"127.0.0.1:5", []string{"203.0.113.9, 198.51.100.1, 10.1.1.1"}, "198.51.100.1:0"}, // made up on the left
		{"127.0.0.1:5", []string{"203.0.113.9", "198.51.100.1:1234"}, "198.51.100.1:0"},
		{"127.0.0.1:5", []string{"2001:db8::1"}, "[2001:db8::1]:0"},
		{"[::ffff:127.0.0.1]:5", []string{"198.51.100.1"}, "198.51.100.1:0"},
		{"127.0.0.1:5", []string{"nonsense"}, "127.0.0.1:5"},
		{"127.0.0.1:5", []string{"10.1.1.1"}, "127.0.0.1:5"},
	} {
		var got string
		h := behindProxies(trusted, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got = r.RemoteAddr }))
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = tt.remote
		r.Header["X-Forwarded-For"] = tt.forwarded
		h.ServeHTTP(httptest.NewRecorder(), r)
		if got != tt.want {
			t.Errorf("%s %q: %s, want %s", tt.remote, tt.forwarded, got, tt.want)
		}
	}
}
