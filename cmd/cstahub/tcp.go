package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/xmltcp"
	"github.com/cstahub/cstahub/cstacore/xmltcp/client"
)

type tcpCommand struct {
	Addr     string `help:"Address of the server." default:"127.0.0.1:4721"`
	User     string `help:"Log in as this user; without, the first document has to."`
	Password string `help:"The user's password, or a token." env:"CSTAHUB_PASSWORD"`
	Domain   string `help:"The user's pbxDomain, where the name is not unique."`
	J2       bool   `name:"j2" help:"Use the header of ECMA-323 Annex J.2 and edition 6 of CSTA; without, documents end with a zero byte."`
}

// Run sends what is typed: a CSTA document a line, or a service and its
// fields in JSON such as
//
//	MakeCall {"callingDevice":"200","calledDirectoryNumber":"201"}
//
// and prints what comes, until the input or the connection ends.
func (c *tcpCommand) Run(ctx context.Context, s std) error {
	t := &terminal{out: s.out}
	framing, dialect := xmltcp.NUL, csta.Unitel
	if c.J2 {
		framing, dialect = xmltcp.J2, csta.ED6
	}
	conn, err := client.Dial(ctx, c.Addr, framing, func(r client.Received) { t.print("<", r.Document) })
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }() // its error would be of no use any more
	if c.User != "" {
		if err := c.login(ctx, conn, dialect, t); err != nil {
			return err
		}
	}
	lines := make(chan string)
	go readLines(ctx, s.in, lines)
	for {
		select {
		case line, more := <-lines:
			if !more {
				return nil
			}
			if err := c.send(ctx, conn, dialect, strings.TrimSpace(line), t); err != nil {
				return err
			}
		case <-conn.Done():
			if errors.Is(conn.Err(), io.EOF) {
				return errors.New("the server closed the connection")
			}
			return conn.Err()
		case <-ctx.Done():
			return nil
		}
	}
}

func (c *tcpCommand) login(ctx context.Context, conn *client.Client, d *csta.Dialect, t *terminal) error {
	info := csta.Foreign{{Name: "userID", Text: c.User}, {Name: "password", Text: c.Password}}
	if c.Domain != "" {
		info = append(info, csta.Element{Name: "pbxDomain", Text: c.Domain})
	}
	login := &csta.StartApplicationSession{
		ApplicationInfo:          csta.ApplicationInfo{ApplicationID: "cstahub tcp", ApplicationSpecificInfo: info},
		RequestedSessionDuration: csta.Some[int64](86400),
	}
	if c.J2 {
		login.RequestedProtocolVersions = []string{d.ProtocolVersion()}
	}
	answer, err := conn.Do(ctx, login, d)
	if err != nil {
		return err
	}
	t.print("<", csta.AppendXML(nil, answer, d))
	return nil
}

// send sends one line of input. What the server refuses is shown and is no
// error of ours.
func (c *tcpCommand) send(ctx context.Context, conn *client.Client, d *csta.Dialect, line string, t *terminal) error {
	if line == "" {
		return nil
	}
	var m csta.Message
	var err error
	if strings.HasPrefix(line, "<") {
		m, err = csta.DecodeXML([]byte(line), csta.XMLOptions{})
	} else {
		service, body, _ := strings.Cut(line, " ")
		m, err = csta.DecodeJSON(service, []byte(body))
	}
	if err != nil {
		t.say(fmt.Sprintf("not sent: %v", err))
		return nil
	}
	answer, err := conn.Do(ctx, m, d)
	var refused *client.Refused
	switch {
	case errors.As(err, &refused):
		answer = refused.Answer
	case err != nil:
		return err
	}
	t.print("<", csta.AppendXML(nil, answer, d))
	return nil
}

func readLines(ctx context.Context, in io.Reader, lines chan<- string) {
	defer close(lines)
	scanner := bufio.NewScanner(in)
	scanner.Buffer(nil, 256<<10)
	for scanner.Scan() {
		select {
		case lines <- scanner.Text():
		case <-ctx.Done():
			return
		}
	}
}

// terminal is written to by two goroutines.
type terminal struct {
	mu  sync.Mutex
	out io.Writer
}

func (t *terminal) print(mark string, document []byte) { t.say(mark + " " + string(document)) }

func (t *terminal) say(line string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	fmt.Fprintln(t.out, line)
}
