package main

import "io/fs"

func (c *contract) emitMarkdown(examples fs.FS) map[string][]byte { return nil }
