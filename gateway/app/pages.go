package app

import (
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/cstahub/cstahub/web"
)

// contentPolicy keeps the web app from loading or running anything that is not
// part of it, whatever gets into a page.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// notBuilt is the page of a binary that was made without the web app.
const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>cstahub</title>
<h1>cstahub is running</h1>
<p>The hub, REST and the CSTA port work. This binary was built without the web app, which needs Node.js:
<pre>make web
go run ./cmd/cstahub serve --demo</pre>
<p>or <code>make run</code>, which does both.
</html>
`

// views are the paths at which the app shows something else than at the root.
var views = []string{"wallboard", "numbers"}

// pages serves the web app.
func pages() http.Handler {
	files, built := web.App()
	server := http.FileServerFS(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			w.WriteHeader(http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if built && slices.Contains(views, name) {
			name = ""
			r = r.Clone(r.Context())
			r.URL.Path = "/"
		}
		switch {
		case !built && name == "":
			h.Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write([]byte(notBuilt)) // a client that is gone does not miss it
			return
		case name != "" && !isFile(files, name):
			http.NotFound(w, r)
			return
		case strings.HasPrefix(name, "assets/"):
			// Their names change with what is in them.
			h.Set("Cache-Control", "public, max-age=31536000, immutable")
		default:
			h.Set("Cache-Control", "no-cache")
		}
		server.ServeHTTP(w, r)
	})
}

func isFile(files fs.FS, name string) bool {
	info, err := fs.Stat(files, name)
	return err == nil && !info.IsDir()
}
