package app

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/cstahub/cstahub/gateway/config"
)

// TestTokenOfAProgram: a back end with a key of its own lets its pages in,
// through the hub, with what they list and no more.
func TestTokenOfAProgram(t *testing.T) {
	secret := strings.Repeat("s", 32)
	file := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(file, []byte(secret), 0o600); err != nil {
		t.Fatal(err)
	}
	a := start(t, func(cfg *config.Server) {
		cfg.Issuers = []config.Issuer{{
			Issuer: "crm", Within: "crm@demo", Keys: []config.Key{{ID: "1", Algorithm: "HS256", File: file}},
			Claims: config.Claims{Control: "control", Role: "role", DefaultRole: "agent"},
		}}
	})
	mint := func(life time.Duration, role string, control ...string) string {
		token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
			"iss": "crm", "sub": "visitor", "aud": "cstahub", "exp": time.Now().Add(life).Unix(), "control": control, "role": role,
		})
		token.Header["kid"] = "1"
		signed, err := token.SignedString([]byte(secret))
		if err != nil {
			t.Fatal(err)
		}
		return signed
	}
	page := dialHub(t, a.HTTPAddr(), mint(time.Hour, "", "200"))
	page.must("SnapshotDevice", `{"snapshotObject":"200"}`)
	if _, failure := page.invoke("SnapshotDevice", `{"snapshotObject":"201"}`); !strings.Contains(failure, "privilegeViolation") {
		t.Errorf("a device that the token does not list: %s", failure)
	}
	// The program administers nothing, so that nobody does in its name.
	king := &apiClient{t: t, a: a, token: mint(time.Hour, "operator", "*")}
	king.want(403, "GET", "/users", "")
	_, err := tryHub(t, a.HTTPAddr(), mint(-time.Hour, "", "200"), "")
	if got := refusal(t, err); got.Status != http.StatusUnauthorized {
		t.Errorf("%v", got)
	}
	apiAs(t, a, "admin@demo").want(204, "DELETE", "/users/crm@demo", "", "If-Match", "*")
	if m := page.closed(); !m.AllowReconnect {
		t.Errorf("closed with %+v when the program was deleted", m)
	}
	_, err = tryHub(t, a.HTTPAddr(), mint(time.Hour, "", "200"), "")
	if got := refusal(t, err); got.Status != http.StatusUnauthorized {
		t.Errorf("the program is gone: %v", got)
	}
}
