package app

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// hubClient speaks SignalR's JSON protocol over a WebSocket, as much of it as
// tests of the hub need. What Microsoft's client makes of the hub is tested
// with that client.
type hubClient struct {
	t  *testing.T
	ws *websocket.Conn

	mu      sync.Mutex
	serial  int
	waiting map[string]chan hubMessage
	calls   chan hubMessage // of client methods, in order
	close   chan hubMessage // the Close message
	done    chan struct{}
}

type hubMessage struct {
	Type           int               `json:"type"`
	Target         string            `json:"target"`
	InvocationID   string            `json:"invocationId"`
	Arguments      []json.RawMessage `json:"arguments"`
	Result         json.RawMessage   `json:"result"`
	Error          string            `json:"error"`
	AllowReconnect bool              `json:"allowReconnect"`
}

// dialHub connects to the hub, with a token where one is given.
func dialHub(t *testing.T, addr, token string) *hubClient {
	t.Helper()
	c, status, body := tryHub(t, addr, token, "")
	if c == nil {
		t.Fatalf("the hub answers %d %s", status, body)
	}
	return c
}

// tryHub connects as a page of an origin does, or gives what the hub answered.
func tryHub(t *testing.T, addr, token, origin string) (c *hubClient, status int, body string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+addr+"/csta/negotiate?negotiateVersion=1", nil)
	if err != nil {
		t.Fatal(err)
	}
	header := make(http.Header)
	if origin != "" {
		header.Set("Origin", origin)
	}
	request.Header = header.Clone()
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		return nil, response.StatusCode, string(text)
	}
	var negotiated struct{ ConnectionToken string }
	if err := json.Unmarshal(text, &negotiated); err != nil {
		t.Fatal(err)
	}
	query := url.Values{"id": {negotiated.ConnectionToken}}
	if token != "" {
		query.Set("access_token", token) // as browsers send it
	}
	ws, upgrade, err := websocket.DefaultDialer.DialContext(t.Context(), "ws://"+addr+"/csta?"+query.Encode(), header)
	if err != nil {
		t.Fatalf("no WebSocket: %v", err)
	}
	defer upgrade.Body.Close()
	c = &hubClient{
		t: t, ws: ws, waiting: make(map[string]chan hubMessage),
		calls: make(chan hubMessage, 1000), close: make(chan hubMessage, 1), done: make(chan struct{}),
	}
	c.write(`{"protocol":"json","version":1}`)
	go c.read()
	t.Cleanup(func() {
		_ = ws.Close()
		<-c.done
	})
	return c, http.StatusOK, ""
}

func (c *hubClient) write(record string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	// A connection that has ended is noticed by whoever waits for an answer.
	_ = c.ws.WriteMessage(websocket.TextMessage, append([]byte(record), 0x1e))
}

func (c *hubClient) read() {
	defer close(c.done)
	for {
		_, frame, err := c.ws.ReadMessage()
		if err != nil {
			return
		}
		for record := range bytes.SplitSeq(bytes.TrimSuffix(frame, []byte{0x1e}), []byte{0x1e}) {
			var m hubMessage
			if err := json.Unmarshal(record, &m); err != nil {
				c.t.Errorf("record %q: %v", record, err)
				return
			}
			switch m.Type {
			case 1:
				c.calls <- m
			case 3:
				c.mu.Lock()
				answer := c.waiting[m.InvocationID]
				delete(c.waiting, m.InvocationID)
				c.mu.Unlock()
				if answer == nil {
					c.t.Errorf("an answer that nobody waits for: %s", record)
					return
				}
				answer <- m
			case 7:
				c.close <- m
			}
		}
	}
}

// invoke calls a method and gives its result, or the text of its error.
func (c *hubClient) invoke(target, argument string) (result, failure string) {
	c.t.Helper()
	answer := make(chan hubMessage, 1)
	c.mu.Lock()
	c.serial++
	id := fmt.Sprint(c.serial)
	c.waiting[id] = answer
	c.mu.Unlock()
	c.write(fmt.Sprintf(`{"type":1,"invocationId":%q,"target":%q,"arguments":[%s]}`, id, target, argument))
	select {
	case m := <-answer:
		return string(m.Result), m.Error
	case <-c.done:
		return "", "the connection has ended"
	case <-time.After(patience):
		c.t.Fatalf("%s is not answered", target)
		return "", ""
	}
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
		case m := <-c.calls:
			if m.Target == target {
				return string(m.Arguments[0])
			}
		case <-time.After(patience):
			c.t.Fatalf("%s does not come", target)
		}
	}
}

// closed gives the Close message that the server ended the connection with.
func (c *hubClient) closed() hubMessage {
	c.t.Helper()
	select {
	case m := <-c.close:
		return m
	case <-time.After(patience):
		c.t.Fatal("the connection is not closed")
		return hubMessage{}
	}
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
