// Package signalr is a SignalR server: what ASP.NET Core's is to .NET, for Go. Microsoft's clients connect to it
// unchanged.
//
//	hub := signalr.NewMethods()
//	hub.Handle("Say", signalr.Proc1(func(_ context.Context, c *signalr.Conn, text string) error {
//		return c.Clients().All().Send("Said", c.User(), text)
//	}))
//	chat := signalr.NewServer(hub, signalr.Options{Authenticate: whoIs})
//	http.Handle("/chat", chat)
//	http.Handle("/chat/", chat)
//
// Nobody but pages of its own origin may use a hub from a browser, unless Options.AllowOrigin says so, and everybody is
// anonymous, unless Options.Authenticate says who he is.
//
// # Parts
//
// A Server is an http.Handler for one hub. A Conn is one client's connection to it, an Invocation one call a client makes.
// The application is a Hub, three callbacks, or methods of its own registered by name in Methods.
//
//	request ──▶ Server.ServeHTTP ──▶ negotiate, or a transport (WebSockets, Server-Sent Events, long polling)
//	bytes   ──▶ transport ──▶ Conn.receive ──▶ hub protocol ──▶ Hub
//	Hub     ──▶ Conn.Send, Invocation.Complete ──▶ queue ──▶ transport ──▶ bytes
//
// # Order
//
// The calls of one client reach the hub in the order in which the client made them, one at a time. What is sent to one
// connection arrives in the order of the calls to Send, Complete and so on, so what a method sends before it completes
// arrives before its completion. Between connections there is no order.
//
// # Slow clients
//
// Sending never waits. What cannot be written at once is queued, and joined into larger frames when it can. A client for
// which more than Options.SendQueueSize bytes have gathered is disconnected with a reason and may reconnect; one whose
// socket takes nothing for Options.SendTimeout is cut. So a client costs a bounded amount of memory, and nobody waits for
// another.
//
// A client that calls faster than it is answered is not read from while Options.MaxOutstanding of its calls are open.
//
// # Storms
//
// When a server comes back, so do all its clients. Connections are begun at a pace (Limits.ConnectPace) that leaves those that
// are there the better part of the processors; the others wait for their turn. An address may be held to a number and a rate
// of its own, and whoever asks for more of anything than Limits grants is told so.
//
// # Ends
//
// Every connection ends in one of a few ways, each of which has an error for the hub (ErrClosed and its neighbours) and a
// Close message for the client that says whether it may come back. Conn.Close ends one connection, Addressees.Close all of a
// user or a group, Server.Shutdown all there are. Whatever the client does or leaves undone, its sockets are closed and its
// goroutines gone when the time limits of Options have passed.
//
// # Times
//
// One goroutine looks at all connections once a second and does what is due: pings, time-outs, expiries. It runs while
// there are connections. An idle WebSocket costs one goroutine, which waits for it to send.
//
// The goroutine that reads a WebSocket also runs the calls of Methods that it has read. While such calls run, another one looks
// at them once a millisecond, and where one takes longer than that or two, somebody else goes on reading.
package signalr
