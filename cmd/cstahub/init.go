package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cstahub/cstahub/gateway/app"
	"github.com/cstahub/cstahub/gateway/config"
)

type initCommand struct {
	config.Data `embed:""`

	Tenant   string   `help:"Short name of the tenant, such as acme."`
	Name     string   `help:"What people call it; the short name by default."`
	Domain   string   `help:"The pbxDomain its users log in with; the short name by default."`
	Trunk    string   `help:"The number its outside line is known by."`
	Plan     []string `help:"Patterns of its own numbers, digits with x for any digit, such as 2xx." sep:","`
	Number   []string `help:"Numbers of its first telephones, such as 200 or 200-209." sep:","`
	Admin    string   `help:"Id of the first operator, such as admin@acme."`
	Password string   `help:"The operator's password, at least 8 characters. Better given when asked for: others can see command lines." env:"CSTAHUB_ADMIN_PASSWORD"`
}

// Run asks for what no flag has said, and makes the installation.
func (c *initCommand) Run(ctx context.Context, s std) error {
	ask := asker{bufio.NewReader(s.in), s.out}
	var err error
	question := func(value *string, text, byDefault string) {
		if *value == "" && err == nil {
			*value, err = ask.line(text, byDefault)
		}
	}
	lines := func(value *[]string, text, byDefault string) {
		if len(*value) == 0 && err == nil {
			var answer string
			answer, err = ask.line(text, byDefault)
			*value = strings.FieldsFunc(answer, func(r rune) bool { return r == ',' || r == ' ' })
		}
	}
	question(&c.Tenant, "Short name of the tenant", "")
	question(&c.Trunk, "Number of its outside line", "")
	lines(&c.Plan, "Patterns of its own numbers", "2xx")
	lines(&c.Number, "Numbers of its first telephones", "200-209")
	question(&c.Admin, "Id of the first operator", "admin@"+c.Tenant)
	question(&c.Password, "His password", "")
	if err != nil {
		return err
	}
	made, err := app.Init(ctx, &app.Installation{
		DataDir: c.DataDir, Tenant: c.Tenant, Name: c.Name, Domain: c.Domain, Trunk: c.Trunk, Plan: c.Plan, Numbers: c.Number,
		Admin: c.Admin, Password: c.Password,
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "made tenant %s with %d telephones in %s\nlog in as %s; start with: cstahub serve --data-dir %s\n",
		c.Tenant, made, c.DataDir, c.Admin, c.DataDir)
	return err
}

// asker asks a person.
type asker struct {
	in  *bufio.Reader
	out io.Writer
}

// line asks for a line; an empty one is the default.
func (a asker) line(text, byDefault string) (string, error) {
	if byDefault != "" {
		text += " [" + byDefault + "]"
	}
	fmt.Fprintf(a.out, "%s: ", text)
	line, err := a.in.ReadString('\n')
	if line = strings.TrimSpace(line); line == "" {
		line = byDefault
	}
	if err != nil && line == "" {
		if errors.Is(err, io.EOF) {
			err = errors.New("the input ended before all was said; see --help for flags")
		}
		return "", err
	}
	return line, nil
}
