package signalr_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/gorilla/websocket"

	"github.com/cstahub/cstahub/gateway/signalr"
)

// A chat: everybody gets what anybody says.
func Example() {
	hub := signalr.NewMethods()
	hub.Handle("Say", signalr.Proc2(func(_ context.Context, c *signalr.Conn, name, text string) error {
		if text == "" {
			return &signalr.HubError{Message: "say something"}
		}
		return c.Clients().All().Send("Said", name, text)
	}))
	chat := signalr.NewServer(hub, signalr.Options{})
	mux := http.NewServeMux()
	mux.Handle("/chat", chat)
	mux.Handle("/chat/", chat)

	server := httptest.NewServer(mux)
	defer server.Close()
	defer func() { _ = chat.Shutdown(context.Background()) }()
	talk(server.URL+"/chat", 2, `{"type":1,"invocationId":"1","target":"say","arguments":["ann","hello"]}`)
	talk(server.URL+"/chat", 1, `{"type":1,"invocationId":"1","target":"say","arguments":["ann",""]}`)
	// Output:
	// {"type":1,"target":"Said","arguments":["ann","hello"]}
	// {"type":3,"invocationId":"1","result":null}
	// {"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'say' on the server. HubException: say something"}
}

// client is as much of a SignalR client as the examples need.
type client struct {
	socket  *websocket.Conn
	pending []string
}

// connect opens a connection and does the handshake.
func connect(url string) (*client, error) {
	socket, response, err := websocket.DefaultDialer.Dial("ws"+strings.TrimPrefix(url, "http"), nil)
	if err != nil {
		return nil, err
	}
	_ = response.Body.Close()
	c := &client{socket: socket}
	c.send(`{"protocol":"json","version":1}`)
	c.receive()
	return c, nil
}

func (c *client) send(record string) {
	_ = c.socket.WriteMessage(websocket.TextMessage, []byte(record+"\x1e"))
}

func (c *client) receive() (record string) {
	for len(c.pending) == 0 {
		_, frame, err := c.socket.ReadMessage()
		if err != nil {
			return err.Error()
		}
		c.pending = strings.Split(strings.TrimSuffix(string(frame), "\x1e"), "\x1e")
	}
	record, c.pending = c.pending[0], c.pending[1:]
	return record
}

// talk connects, makes calls, and prints as many records as it is told to expect.
func talk(url string, answers int, calls ...string) {
	c, err := connect(url)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = c.socket.Close() }()
	for _, call := range calls {
		c.send(call)
	}
	for range answers {
		fmt.Println(c.receive())
	}
}

// serve runs a hub for an example.
func serve(hub signalr.Hub, options signalr.Options) (url string, stop func()) {
	s := signalr.NewServer(hub, options)
	server := httptest.NewServer(s)
	return server.URL, func() {
		_ = s.Shutdown(context.Background())
		server.Close()
	}
}

// A method may stream its results, and take a stream as a parameter.
func ExampleStream1() {
	hub := signalr.NewMethods()
	hub.Handle("Countdown", signalr.Stream1(func(_ context.Context, _ *signalr.Conn, from int) iter.Seq2[int, error] {
		return func(yield func(int, error) bool) {
			for n := from; n > 0; n-- {
				if !yield(n, nil) {
					return
				}
			}
		}
	}))
	url, stop := serve(hub, signalr.Options{})
	defer stop()
	talk(url, 3, `{"type":4,"invocationId":"1","target":"Countdown","arguments":[2]}`)
	// Output:
	// {"type":2,"invocationId":"1","item":2}
	// {"type":2,"invocationId":"1","item":1}
	// {"type":3,"invocationId":"1"}
}

// A parameter of the type *Upload is a stream that the client sends.
func ExampleUpload() {
	hub := signalr.NewMethods()
	hub.Handle("Total", signalr.Func1(func(ctx context.Context, _ *signalr.Conn, prices *signalr.Upload[float64]) (float64, error) {
		total := 0.0
		for price, err := range prices.All(ctx) {
			if err != nil {
				return 0, err
			}
			total += price
		}
		return total, nil
	}))
	url, stop := serve(hub, signalr.Options{})
	defer stop()
	talk(url, 1, `{"type":1,"invocationId":"1","target":"Total","arguments":[],"streamIds":["2"]}`,
		`{"type":2,"invocationId":"2","item":1.5}`, `{"type":2,"invocationId":"2","item":2}`, `{"type":3,"invocationId":"2"}`)
	// Output: {"type":3,"invocationId":"1","result":3.5}
}

// The server may call a client and wait for its answer.
func ExampleInvoke() {
	hub := signalr.NewMethods()
	hub.Handle("Transfer", signalr.Func1(func(ctx context.Context, c *signalr.Conn, amount int) (string, error) {
		ctx, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel()
		sure, err := signalr.Invoke[bool](ctx, c, "Confirm", amount)
		if err != nil || !sure {
			return "cancelled", err
		}
		return "done", nil
	}))
	url, stop := serve(hub, signalr.Options{})
	defer stop()
	c, err := connect(url)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = c.socket.Close() }()
	c.send(`{"type":1,"invocationId":"1","target":"Transfer","arguments":[5]}`)
	fmt.Println(c.receive())
	c.send(`{"type":3,"invocationId":"s1","result":true}`)
	fmt.Println(c.receive())
	// Output:
	// {"type":1,"invocationId":"s1","target":"Confirm","arguments":[5]}
	// {"type":3,"invocationId":"1","result":"done"}
}

// workshop is a hub that answers later, from another goroutine.
type workshop struct{ orders chan *signalr.Invocation }

func (w workshop) OnConnected(*signalr.Conn) error        { return nil }
func (w workshop) OnDisconnected(*signalr.Conn, error)    {}
func (w workshop) OnInvocation(order *signalr.Invocation) { w.orders <- order }
func (w workshop) work() {
	for order := range w.orders {
		var what string
		if err := order.Bind(&what); err != nil {
			order.FailError(err)
			continue
		}
		order.Complete("one " + what)
	}
}

// A Hub gets every call as it is, and may answer whenever it likes.
func ExampleHub() {
	shop := workshop{orders: make(chan *signalr.Invocation, 16)}
	go shop.work()
	url, stop := serve(shop, signalr.Options{})
	talk(url, 2, `{"type":1,"invocationId":"1","target":"Order","arguments":["chair"]}`, `{"type":1,"invocationId":"2","target":"Order","arguments":[7]}`)
	stop()
	close(shop.orders)
	// Output:
	// {"type":3,"invocationId":"1","result":"one chair"}
	// {"type":3,"invocationId":"2","error":"Failed to invoke 'Order' due to an error on the server."}
}

// Options.Authenticate says who a client is; the rest of the application addresses him by that name.
func ExampleOptions_authenticate() {
	users := map[string]string{"secret-token": "ann"}
	hub := signalr.NewMethods()
	hub.Handle("WhoAmI", signalr.Func0(func(_ context.Context, c *signalr.Conn) (string, error) { return c.User(), nil }))
	url, stop := serve(hub, signalr.Options{
		Authenticate: func(r *http.Request) (signalr.Principal, error) {
			user, known := users[signalr.BearerToken(r)]
			if !known {
				return signalr.Principal{}, errors.New("unknown token")
			}
			return signalr.Principal{UserID: user, Expires: time.Now().Add(time.Hour)}, nil
		},
	})
	defer stop()
	talk(url+"?access_token=secret-token", 1, `{"type":1,"invocationId":"1","target":"WhoAmI","arguments":[]}`)
	talk(url+"?access_token=guess", 1)
	// Output:
	// {"type":3,"invocationId":"1","result":"ann"}
	// websocket: bad handshake
}

// Hooks.Invoked sees every call, and its end: here to count how calls end.
func ExampleHooks() {
	ends := make(chan string, 2)
	hub := signalr.NewMethods()
	hub.Handle("Half", signalr.Func1(func(_ context.Context, _ *signalr.Conn, n int) (int, error) {
		if n%2 != 0 {
			return 0, errors.New("an odd number has no half")
		}
		return n / 2, nil
	}))
	url, stop := serve(hub, signalr.Options{Hooks: signalr.Hooks{
		Invoked: func(ctx context.Context, inv *signalr.Invocation) (context.Context, func(failure string)) {
			return ctx, func(failure string) { ends <- fmt.Sprintf("%s failed: %t", inv.Target(), failure != "") }
		},
	}})
	defer stop()
	talk(url, 2, `{"type":1,"invocationId":"1","target":"Half","arguments":[4]}`, `{"type":1,"invocationId":"2","target":"Half","arguments":[5]}`)
	fmt.Println(<-ends)
	fmt.Println(<-ends)
	// Output:
	// {"type":3,"invocationId":"1","result":2}
	// {"type":3,"invocationId":"2","error":"An unexpected error occurred invoking 'Half' on the server."}
	// Half failed: false
	// Half failed: true
}

// An event that thousands of connections get is encoded once, even if each of them gets it with a position of its own.
func ExamplePrefixed() {
	event := signalr.NewShared(json.RawMessage(`{"name":"Delivered","callId":"42"}`))
	for offset := range 2 {
		argument := signalr.Prefixed{Members: fmt.Appendf(nil, `"offset":%d`, offset), Rest: event}
		fmt.Println(string(argument.AppendJSON(nil)))
	}
	// Output:
	// {"offset":0,"name":"Delivered","callId":"42"}
	// {"offset":1,"name":"Delivered","callId":"42"}
}
