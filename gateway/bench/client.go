package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"github.com/gorilla/websocket"
)

// Client speaks SignalR's JSON protocol over a WebSocket: as much of it as it
// takes to call methods and to hear events.
type Client struct {
	ws *websocket.Conn

	writing sync.Mutex

	mu       sync.Mutex
	serial   uint64
	waiting  map[string]chan Answer
	farewell *Farewell
	done     chan struct{}
}

// Answer is the completion of a call.
type Answer struct {
	Result json.RawMessage
	// Error is the text with which the call failed, empty if it did not.
	Error string
}

// Farewell is the Close message with which a server ends a connection.
type Farewell struct {
	Error          string
	AllowReconnect bool
}

// Refused is the error of a hub that does not let a client in.
type Refused struct {
	Status int
	Body   string
}

// Error tells status and body.
func (r *Refused) Error() string { return fmt.Sprintf("the hub answers %d %s", r.Status, r.Body) }

// record is a hub message of any type.
type record struct {
	Type           int               `json:"type"`
	Target         string            `json:"target"`
	InvocationID   string            `json:"invocationId"`
	Arguments      []json.RawMessage `json:"arguments"`
	Result         json.RawMessage   `json:"result"`
	Error          string            `json:"error"`
	AllowReconnect bool              `json:"allowReconnect"`
}

// The types of hub message that a client here deals with.
const (
	invocation = 1
	completion = 3
	closing    = 7
)

const recordSeparator = 0x1e

// Dial connects to the hub at address, such as http://127.0.0.1:8080/csta, with
// a token where one is given. Events are given to heard, by one goroutine.
// Header is sent with every request; it may be nil.
func Dial(ctx context.Context, address, token string, header http.Header, heard func(target string, argument json.RawMessage)) (*Client, error) {
	id, err := negotiate(ctx, address, token, header)
	if err != nil {
		return nil, err
	}
	query := url.Values{"id": {id}}
	if token != "" {
		query.Set("access_token", token) // as browsers send it
	}
	ws, response, err := websocket.DefaultDialer.DialContext(ctx, "ws"+strings.TrimPrefix(address, "http")+"?"+query.Encode(), header)
	if err != nil {
		return nil, fmt.Errorf("WebSocket: %w", err)
	}
	if err := response.Body.Close(); err != nil {
		return nil, errors.Join(err, ws.Close())
	}
	c := &Client{ws: ws, waiting: make(map[string]chan Answer), done: make(chan struct{})}
	if err := c.Write(`{"protocol":"json","version":1}`); err != nil {
		return nil, errors.Join(err, ws.Close())
	}
	go c.read(heard)
	return c, nil
}

// negotiate gives the token of a new connection.
func negotiate(ctx context.Context, address, token string, header http.Header) (string, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"/negotiate?negotiateVersion=1", nil)
	if err != nil {
		return "", err
	}
	if header != nil {
		request.Header = header.Clone()
	}
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, 64<<10))
	if err = errors.Join(err, response.Body.Close()); err != nil {
		return "", err
	}
	if response.StatusCode != http.StatusOK {
		return "", &Refused{response.StatusCode, string(body)}
	}
	var negotiated struct {
		ConnectionToken string `json:"connectionToken"`
		Error           string `json:"error"`
	}
	if err := json.Unmarshal(body, &negotiated); err != nil {
		return "", fmt.Errorf("negotiate: %w", err)
	}
	if negotiated.Error != "" {
		return "", fmt.Errorf("negotiate: %s", negotiated.Error)
	}
	return negotiated.ConnectionToken, nil
}

// Write sends a record as it is.
func (c *Client) Write(text string) error {
	c.writing.Lock()
	defer c.writing.Unlock()
	return c.ws.WriteMessage(websocket.TextMessage, append([]byte(text), recordSeparator))
}

// Call calls a method with arguments that are JSON already. The error is about
// the connection; that the call failed is in the answer.
func (c *Client) Call(ctx context.Context, target, arguments string) (Answer, error) {
	answer := make(chan Answer, 1)
	c.mu.Lock()
	c.serial++
	id := strconv.FormatUint(c.serial, 10)
	c.waiting[id] = answer
	c.mu.Unlock()
	if err := c.Write(`{"type":1,"invocationId":"` + id + `","target":"` + target + `","arguments":[` + arguments + `]}`); err != nil {
		return Answer{}, err
	}
	select {
	case a := <-answer:
		return a, nil
	case <-c.done:
		return Answer{}, errors.New("the connection has ended")
	case <-ctx.Done():
		return Answer{}, ctx.Err()
	}
}

// Done is closed when the connection has ended.
func (c *Client) Done() <-chan struct{} { return c.done }

// Farewell gives the Close message with which the server ended the connection,
// if it did.
func (c *Client) Farewell() (Farewell, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.farewell == nil {
		return Farewell{}, false
	}
	return *c.farewell, true
}

// Close ends the connection without ceremony.
func (c *Client) Close() error {
	err := c.ws.Close()
	<-c.done
	return err
}

func (c *Client) read(heard func(string, json.RawMessage)) {
	defer close(c.done)
	for {
		_, frame, err := c.ws.ReadMessage()
		if err != nil {
			return
		}
		for text := range bytes.SplitSeq(bytes.TrimSuffix(frame, []byte{recordSeparator}), []byte{recordSeparator}) {
			var r record
			if json.Unmarshal(text, &r) != nil {
				return // the caller sees that the connection has ended
			}
			c.take(&r, heard)
		}
	}
}

func (c *Client) take(r *record, heard func(string, json.RawMessage)) {
	switch r.Type {
	case invocation:
		if heard != nil && len(r.Arguments) > 0 {
			heard(r.Target, r.Arguments[0])
		}
	case completion:
		c.mu.Lock()
		answer := c.waiting[r.InvocationID]
		delete(c.waiting, r.InvocationID)
		c.mu.Unlock()
		if answer != nil {
			answer <- Answer{Result: r.Result, Error: r.Error}
		}
	case closing:
		c.mu.Lock()
		c.farewell = &Farewell{Error: r.Error, AllowReconnect: r.AllowReconnect}
		c.mu.Unlock()
	}
}
