// Package web holds the web app as it was built, for the binary to carry.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// App gives the files of the web app. Built is false when the binary was made
// without them: then there is no index.html among them.
func App() (files fs.FS, built bool) {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the folder is part of the source
	}
	_, err = fs.Stat(files, "index.html")
	return files, err == nil
}
