// Package gateway is everything between the engine and the web. It has no code
// of its own; this page says how its rooms belong together.
//
//		browser, back end ──SignalR──▶ signalr ─▶ hub ─▶ cstacore/session
//		                  ──HTTP─────▶ rest ─▶ auth
//
//	  - signalr is a SignalR server as a library of its own. It knows neither CSTA
//	    nor tenants and imports nothing of the project.
//	  - hub is the hub /csta: an invocation becomes a CSTA request, a response its
//	    completion, an event the client method named after it.
//	  - rest is what is reached by plain HTTP: login, the directory and who may
//	    edit it, call records, health.
//	  - auth proves identities and issues tokens.
//	  - config is the configuration, app puts everything together and ends it in
//	    order.
//
// # How a connection comes to its rights
//
// A token, in the Authorization header or in the query as browsers must send
// it, is checked before anything else; a bad one is a 401. Without one a hub
// connection may do nothing but log in (StartApplicationSession), for as long
// as the login time. Either way the session holds an access.Principal, and the
// engine asks access.Allowed with it for every device that a request names.
//
// # How the server stops
//
// It stops listening, sessions are told (ApplicationSessionTerminated) and
// closed with leave to come back, tenants carry out what was submitted, and
// after the drain time what is left is cut off.
package gateway
