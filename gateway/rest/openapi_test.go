package rest

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/go-chi/chi/v5"

	"github.com/cstahub/cstahub/api"
)

// TestDescription: api/openapi.yaml is good OpenAPI and has exactly the routes
// that there are.
func TestDescription(t *testing.T) {
	doc, err := openapi3.NewLoader().LoadFromData(api.OpenAPI)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	var described, routed []string
	for path, item := range doc.Paths.Map() {
		for method := range item.Operations() {
			described = append(described, method+" "+path)
		}
	}
	router := chi.NewRouter()
	Mount(router, Config{})
	err = chi.Walk(router, func(method, route string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		routed = append(routed, method+" "+route)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, route := range routed {
		if !slices.Contains(described, route) {
			t.Errorf("%s is not described in api/openapi.yaml", route)
		}
	}
	for _, route := range described {
		if !slices.Contains(routed, route) {
			t.Errorf("%s is described and does not exist", route)
		}
	}
}

// TestDocs: the page shows every operation, and loads nothing.
func TestDocs(t *testing.T) {
	router := chi.NewRouter()
	Mount(router, Config{})
	w := httptest.NewRecorder()
	router.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/docs", nil))
	page := w.Body.String()
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Security-Policy"), "default-src 'none'; style-src 'sha256-") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	for _, want := range []string{"/api/v1/users/{id}", "If-Match", "refreshToken", "operator", "Retry-After"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page says nothing of %s", want)
		}
	}
	for _, bad := range []string{"<script", "http://", "https://", "style=", "src="} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %s in it", bad)
		}
	}
	w = httptest.NewRecorder()
	router.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/openapi.yaml", nil))
	if w.Code != http.StatusOK || w.Body.String() != string(api.OpenAPI) {
		t.Errorf("openapi.yaml: %d", w.Code)
	}
}
