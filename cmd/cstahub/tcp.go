package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

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

// Run sends what is typed: a document as it stands, a line each, or a service
// and its fields in JSON such as
//
//	MakeCall {"callingDevice":"200","calledDirectoryNumber":"201"}
//
// and prints what comes, in order. At the end of the input it waits for the
// answers that are under way.
func (c *tcpCommand) Run(ctx context.Context, s std) error {
	framing, dialect := xmltcp.NUL, csta.Unitel
	if c.J2 {
		framing, dialect = xmltcp.J2, csta.ED6
	}
	conn, err := client.Dial(ctx, c.Addr, framing, func(r client.Received) { fmt.Fprintf(s.out, "< %s\n", r.Document) })
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }() // its error would be of no use any more
	if c.User != "" {
		if err := c.login(ctx, conn, dialect); err != nil {
			return err
		}
	}
	lines := make(chan string)
	go readLines(ctx, s.in, lines)
	for {
		select {
		case line, more := <-lines:
			if !more {
				return finish(ctx, conn)
			}
			if err := send(conn, dialect, strings.TrimSpace(line), s); err != nil {
				return err
			}
		case <-conn.Done():
			return fmt.Errorf("the server closed the connection: %w", conn.Err())
		case <-ctx.Done():
			return nil
		}
	}
}

func (c *tcpCommand) login(ctx context.Context, conn *client.Client, d *csta.Dialect) error {
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
	_, err := conn.Do(ctx, login, d)
	return err
}

// send sends one line of input.
func send(conn *client.Client, d *csta.Dialect, line string, s std) error {
	switch {
	case line == "":
		return nil
	case strings.HasPrefix(line, "<"):
		return conn.Send(conn.NextInvokeID(), []byte(line))
	}
	service, body, _ := strings.Cut(line, " ")
	m, err := csta.DecodeJSON(service, []byte(body))
	if err != nil {
		fmt.Fprintf(s.err, "not sent: %v\n", err)
		return nil
	}
	return conn.Send(conn.NextInvokeID(), csta.AppendXML(nil, m, d))
}

// finish waits until the server has answered all and closed.
func finish(ctx context.Context, conn *client.Client) error {
	if err := conn.CloseWrite(); err != nil {
		return err
	}
	select {
	case <-conn.Done():
	case <-ctx.Done():
	}
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
