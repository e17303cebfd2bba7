package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/cstahub/cstahub/gateway/app"
	"github.com/cstahub/cstahub/gateway/config"
)

// configFlag says which file is read. Its value is taken from the command line
// before that is parsed, see configuration.
type configFlag struct {
	Config string `help:"File with settings in YAML, by the names of the flags. By default cstahub.yaml in the data folder, where there is one." env:"CSTAHUB_CONFIG" type:"path"`
}

// configuration reads the file that a command line, or the environment, names.
func configuration(args []string) (*config.File, error) {
	name := argument(args, "config")
	if name == "" {
		name = os.Getenv("CSTAHUB_CONFIG")
	}
	if name != "" {
		return config.ReadFile(name, false)
	}
	dir := argument(args, "data-dir")
	if dir == "" {
		dir = os.Getenv("CSTAHUB_DATA_DIR")
	}
	if dir == "" {
		dir = config.DefaultDataDir()
	}
	return config.ReadFile(filepath.Join(dir, config.FileName), true)
}

// argument gives the value of a flag on a command line that is not parsed yet.
func argument(args []string, flag string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--"+flag+"="); ok {
			return value
		}
		if arg == "--"+flag && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}

type configCommand struct {
	Check configCheckCommand `cmd:"" help:"Say what is wrong with the configuration; nothing if it is good."`
	Print configPrintCommand `cmd:"" help:"Show the configuration that is in force, secrets masked."`
}

type configCheckCommand struct {
	configFlag    `embed:""`
	config.Server `embed:""`
}

// Run reads what the configuration names too, such as keys. Values were checked
// when the command line was parsed.
func (c *configCheckCommand) Run(file *config.File, s std) error {
	c.Issuers = file.Issuers
	if err := app.Check(&c.Server); err != nil {
		return err
	}
	_, err := fmt.Fprintln(s.out, "the configuration is good")
	return err
}

type configPrintCommand struct {
	configFlag    `embed:""`
	config.Server `embed:""`
}

// Run prints YAML that can be read again.
func (c *configPrintCommand) Run(file *config.File, s std) error {
	c.Issuers = file.Issuers
	return config.Print(s.out, &c.Server)
}
