package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/cstahub/cstahub/gateway/bench"
)

// hubClient is a browser tab, as far as the hub can tell. What Microsoft's
// client makes of the hub is tested with that client.
type hubClient struct {
	*bench.Client
	t     *testing.T
	calls chan hubCall // of client methods, in order
}

type hubCall struct {
	target   string
	argument string
}

// dialHub connects to the hub, with a token where one is given.
func dialHub(t *testing.T, addr, token string) *hubClient {
	t.Helper()
	c, err := tryHub(t, addr, token, "")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// tryHub connects as a page of an origin does.
func tryHub(t *testing.T, addr, token, origin string) (*hubClient, error) {
	t.Helper()
	header := make(http.Header)
	if origin != "" {
		header.Set("Origin", origin)
	}
	c := &hubClient{t: t, calls: make(chan hubCall, 1000)}
	var err error
	c.Client, err = bench.Dial(t.Context(), "http://"+addr+"/csta", token, header, func(target string, argument json.RawMessage) {
		c.calls <- hubCall{target, string(argument)}
	})
	if err != nil {
		return nil, err
	}
	t.Cleanup(func() { _ = c.Close() })
	return c, nil
}

// refusal gives what the hub answered to one it did not let in.
func refusal(t *testing.T, err error) *bench.Refused {
	t.Helper()
	refused, ok := errors.AsType[*bench.Refused](err)
	if !ok {
		t.Fatalf("refused with %v", err)
	}
	return refused
}

// invoke calls a method and gives its result, or the text of its error.
func (c *hubClient) invoke(target, argument string) (result, failure string) {
	c.t.Helper()
	ctx, cancel := context.WithTimeout(c.t.Context(), patience)
	defer cancel()
	answer, err := c.Call(ctx, target, argument)
	if err != nil {
		c.t.Fatalf("%s: %v", target, err)
	}
	return string(answer.Result), answer.Error
}

// must calls a method that must succeed.
func (c *hubClient) must(target, argument string) string {
	c.t.Helper()
	result, failure := c.invoke(target, argument)
	if failure != "" {
		c.t.Fatalf("%s: %s", target, failure)
	}
	return result
}

// await gives the argument of the next call of a client method of the name;
// calls of others are passed over.
func (c *hubClient) await(target string) string {
	c.t.Helper()
	for {
		select {
		case call := <-c.calls:
			if call.target == target {
				return call.argument
			}
		case <-time.After(patience):
			c.t.Fatalf("%s does not come", target)
		}
	}
}

// closed gives the Close message that the server ended the connection with.
func (c *hubClient) closed() bench.Farewell {
	c.t.Helper()
	select {
	case <-c.Done():
	case <-time.After(patience):
		c.t.Fatal("the connection is not closed")
	}
	farewell, ok := c.Farewell()
	if !ok {
		c.t.Fatal("closed without a word")
	}
	return farewell
}

// field gives a text member of a JSON object, by its path.
func field(t *testing.T, object, path string) string {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(object), &value); err != nil {
		t.Fatalf("%s: %v", object, err)
	}
	for name := range strings.SplitSeq(path, ".") {
		members, _ := value.(map[string]any)
		value = members[name]
	}
	return fmt.Sprint(value)
}
