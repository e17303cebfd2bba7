package auth

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/MicahParks/jwkset"
	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/time/rate"
)

const (
	// jwksTimeout is how long an endpoint may take to answer.
	jwksTimeout = 5 * time.Second
	// jwksRefresh is how often keys are fetched anew.
	jwksRefresh = 15 * time.Minute
	// jwksUnknown is how often, at most, a key that is not known yet makes us
	// fetch anew before its time.
	jwksUnknown = 10 * time.Second
	// maxJWKS bounds an answer in bytes, maxJWKSKeys in keys.
	maxJWKS     = 1 << 20
	maxJWKSKeys = 100
)

// keySet is the keys behind a JWKS URL (RFC 7517). They are fetched in the
// background, so that an endpoint that is slow holds up nobody but those who
// come with its tokens; while the endpoint is down, or serves rubbish, the keys
// known before stay good.
type keySet struct {
	fetched chan struct{} // closed when the first fetch is over, well or not
	keys    keyfunc.Keyfunc
	err     error
	ended   sync.WaitGroup
}

// newKeySet begins to fetch; it goes on until ctx ends.
func newKeySet(ctx context.Context, address string, client *http.Client, log *slog.Logger) *keySet {
	s := &keySet{fetched: make(chan struct{})}
	s.ended.Go(func() {
		defer close(s.fetched)
		s.keys, s.err = fetchKeys(ctx, address, client, log)
	})
	return s
}

func fetchKeys(ctx context.Context, address string, client *http.Client, log *slog.Logger) (keyfunc.Keyfunc, error) {
	failed := func(_ context.Context, err error) {
		log.Warn("keys could not be fetched; those known before stay good", "url", address, "error", err)
	}
	remote, err := jwkset.NewStorageFromHTTP(address, jwkset.HTTPClientStorageOptions{
		Client:                    client,
		Ctx:                       ctx,
		HTTPTimeout:               jwksTimeout,
		NoErrorReturnFirstHTTPReq: true,
		RefreshErrorHandler:       failed,
		RefreshInterval:           jwksRefresh,
		Storage:                   &publicKeys{jwkset.NewMemoryStorage()},
	})
	if err != nil {
		return nil, err
	}
	storage, err := jwkset.NewHTTPClient(jwkset.HTTPClientOptions{
		HTTPURLs:          map[string]jwkset.Storage{address: remote},
		RateLimitWaitMax:  jwksTimeout,
		RefreshUnknownKID: rate.NewLimiter(rate.Every(jwksUnknown), 1),
	})
	if err != nil {
		return nil, err
	}
	return keyfunc.New(keyfunc.Options{
		Ctx: ctx, Storage: storage, UseWhitelist: []jwkset.USE{"", jwkset.UseSig},
	})
}

// find gives the key that a token names; where it names none, the set's only
// key for its algorithm.
func (s *keySet) find(ctx context.Context, token *jwt.Token) (any, error) {
	select {
	case <-s.fetched:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if s.err != nil {
		return nil, s.err
	}
	// Whoever makes us fetch and goes away must not take the answer from those
	// who wait for it.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), jwksTimeout)
	defer cancel()
	if _, named := token.Header["kid"]; named {
		return s.keys.KeyfuncCtx(ctx)(token)
	}
	all, err := s.keys.Storage().KeyReadAll(ctx)
	if err != nil {
		return nil, err
	}
	var found any
	for _, k := range all {
		m := k.Marshal()
		use := m.USE == "" || m.USE == jwkset.UseSig
		alg := m.ALG == "" || m.ALG.String() == token.Method.Alg()
		if !use || !alg || fits(token.Method.Alg(), k.Key()) != nil {
			continue
		}
		if found != nil {
			return nil, errors.New("the token names no key, and there are several")
		}
		found = k.Key()
	}
	if found == nil {
		return nil, jwkset.ErrKeyNotFound
	}
	return found, nil
}

// publicKeys keeps what was fetched. Secrets do not belong behind a URL and are
// left out; an answer without any key is taken for a fault of the endpoint and
// changes nothing.
type publicKeys struct{ *jwkset.MemoryJWKSet }

// KeyReplaceAll implements jwkset.Storage.
func (p *publicKeys) KeyReplaceAll(ctx context.Context, keys []jwkset.JWK) error {
	if len(keys) > maxJWKSKeys {
		return fmt.Errorf("%d keys, at most %d are taken", len(keys), maxJWKSKeys)
	}
	public := slices.DeleteFunc(keys, func(k jwkset.JWK) bool {
		for algorithm := range algorithms {
			if !symmetric(algorithm) && fits(algorithm, k.Key()) == nil {
				return false
			}
		}
		return true
	})
	if len(public) == 0 {
		return errors.New("there is no public key in the answer that could be used")
	}
	return p.MemoryJWKSet.KeyReplaceAll(ctx, public)
}

// jwksClient fetches keys: within a time, not over another scheme than the one
// that was configured, and no more than maxJWKS.
func jwksClient() *http.Client {
	return &http.Client{
		Timeout:   jwksTimeout,
		Transport: bounded{&http.Transport{Proxy: http.ProxyFromEnvironment, MaxIdleConns: 4, IdleConnTimeout: time.Minute, TLSHandshakeTimeout: jwksTimeout}},
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > 3 || r.URL.Scheme != via[0].URL.Scheme {
				return errors.New("redirected too often, or to another scheme")
			}
			return nil
		},
	}
}

// bounded cuts answers off.
type bounded struct{ *http.Transport }

// RoundTrip implements http.RoundTripper.
func (b bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := b.Transport.RoundTrip(r)
	if err == nil {
		response.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(response.Body, maxJWKS), response.Body}
	}
	return response, err
}

// checkJWKS says whether keys may be fetched from an address: over TLS, or from
// this machine.
func checkJWKS(address string) error {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return err
	case u.Scheme == "https" && u.Host != "":
		return nil
	case u.Scheme == "http" && (u.Hostname() == "localhost" || u.Hostname() == "127.0.0.1" || u.Hostname() == "::1"):
		return nil
	default:
		return errors.New("keys are fetched over https, or from this machine")
	}
}
