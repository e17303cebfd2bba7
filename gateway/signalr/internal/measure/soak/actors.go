package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/cstahub/cstahub/gateway/signalr/internal/measure"
)

// soak is what the actors share.
type soak struct {
	addr string
	stop chan struct{}

	mu          sync.Mutex
	counts      map[string]int
	failures    map[string]int
	lastFailure error
}

// actor is one kind of client.
type actor struct {
	// number is how many of them there are at a time, pause how long each rests between two appearances at most.
	number int
	pause  time.Duration
	play   func(s *soak) error
}

var actors = map[string]actor{
	"caller":    {8, 20 * time.Millisecond, (*soak).call},
	"packer":    {4, 20 * time.Millisecond, (*soak).pack},
	"dropper":   {4, 20 * time.Millisecond, (*soak).drop},
	"abandoner": {2, 50 * time.Millisecond, (*soak).abandon},
	"poller":    {4, 50 * time.Millisecond, (*soak).poll},
	"listener":  {4, 50 * time.Millisecond, (*soak).listen},
	"streamer":  {3, 20 * time.Millisecond, (*soak).stream},
	"uploader":  {3, 20 * time.Millisecond, (*soak).upload},
	"resumer":   {3, 50 * time.Millisecond, (*soak).resume},
	"vandal":    {4, 20 * time.Millisecond, (*soak).vandalize},
	"sloth":     {3, time.Second, (*soak).oversleep},
	"waiter":    {3, 50 * time.Millisecond, (*soak).wait},
	"publisher": {1, time.Millisecond, (*soak).publish},
}

// play lets an actor appear again and again.
func (s *soak) play(name string, a actor) {
	for {
		err := a.play(s)
		s.mu.Lock()
		s.counts[name]++
		if err != nil {
			s.failures[name]++
			s.lastFailure = fmt.Errorf("%s: %w", name, err)
		}
		s.mu.Unlock()
		select {
		case <-s.stop:
			return
		case <-time.After(rest(a.pause)):
		}
	}
}

func (s *soak) stopped() bool {
	select {
	case <-s.stop:
		return true
	default:
		return false
	}
}

// open opens a connection and hands it to use.
func (s *soak) open(use func(c *measure.Socket) error) error {
	c, err := measure.Open(s.addr, "/soak")
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	return use(c)
}

func send(c *measure.Socket, records ...string) error {
	return c.Write(measure.Frame(strings.Join(records, "\x1e") + "\x1e"))
}

// until reads records until one holds a text.
func until(c *measure.Socket, text string) error {
	for {
		frame, err := c.Read()
		if err != nil {
			return fmt.Errorf("waiting for %s: %w", text, err)
		}
		if strings.Contains(string(frame), text) {
			return nil
		}
	}
}

var errWrong = errors.New("wrong answer")

const echo = `{"type":1,"invocationId":"%d","target":"Echo","arguments":["%d"]}`

// call calls and leaves properly.
func (s *soak) call() error {
	return s.open(func(c *measure.Socket) error {
		for i := range 20 {
			if err := send(c, fmt.Sprintf(echo, i, i)); err != nil {
				return err
			}
			if err := until(c, fmt.Sprintf(`{"type":3,"invocationId":"%d","result":"%d"}`, i, i)); err != nil {
				return err
			}
		}
		if err := send(c, `{"type":1,"invocationId":"f","target":"Fail","arguments":[]}`, `{"type":1,"invocationId":"a","target":"Ask","arguments":[]}`); err != nil {
			return err
		}
		if err := until(c, `"target":"Answer"`); err != nil {
			return err
		}
		if err := send(c, `{"type":3,"invocationId":"s1","result":7}`, `{"type":7}`); err != nil {
			return err
		}
		return until(c, `{"type":7`)
	})
}

// pack calls in MessagePack and leaves without a word.
func (s *soak) pack() error {
	c, err := measure.Dial(s.addr, "/soak")
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	if err := send(c, `{"protocol":"messagepack","version":1}`); err != nil {
		return err
	}
	// The lengths stand in front: 13 bytes of call, 8 of answer.
	const call, answer = "\x0d\x95\x01\x80\xa11\xa4Echo\x91\xa1x", "\x08\x95\x03\x80\xa11\x03\xa1x"
	for range 20 {
		if err := c.Write(measure.Frame(call)); err != nil {
			return err
		}
		if err := until(c, answer); err != nil {
			return err
		}
	}
	return nil
}

// drop leaves in the middle of a call.
func (s *soak) drop() error {
	return s.open(func(c *measure.Socket) error {
		return send(c, fmt.Sprintf(echo, 1, 1), `{"type":1,"invocationId":"2","target":"Wait","arguments":[]}`, `{"type":1,"invoc`)
	})
}

// wait has a call that never ends, and goes without it.
func (s *soak) wait() error {
	return s.open(func(c *measure.Socket) error {
		if err := send(c, `{"type":1,"invocationId":"2","target":"Wait","arguments":[]}`, `{"type":6}`); err != nil {
			return err
		}
		time.Sleep(rest(300 * time.Millisecond))
		return nil
	})
}

// stream takes a stream, all of it or a part.
func (s *soak) stream() error {
	return s.open(func(c *measure.Socket) error {
		if err := send(c, `{"type":4,"invocationId":"1","target":"Count","arguments":[2000]}`); err != nil {
			return err
		}
		if chance(2) == 0 {
			return until(c, `{"type":3,"invocationId":"1"}`)
		}
		if err := until(c, `"item":`); err != nil {
			return err
		}
		if err := send(c, `{"type":5,"invocationId":"1"}`); err != nil {
			return err
		}
		return until(c, `{"type":3,"invocationId":"1"}`)
	})
}

// upload sends a stream, and sometimes forgets to end it.
func (s *soak) upload() error {
	return s.open(func(c *measure.Socket) error {
		if err := send(c, `{"type":1,"invocationId":"1","target":"Sum","arguments":[],"streamIds":["2"]}`); err != nil {
			return err
		}
		for i := range 100 {
			if err := send(c, fmt.Sprintf(`{"type":2,"invocationId":"2","item":%d}`, i)); err != nil {
				return err
			}
		}
		if chance(3) == 0 {
			return nil
		}
		if err := send(c, `{"type":3,"invocationId":"2"}`); err != nil {
			return err
		}
		return until(c, `{"type":3,"invocationId":"1","result":4950}`)
	})
}

// resume loses its socket and comes back, sometimes not.
func (s *soak) resume() error {
	token, err := s.negotiate("?negotiateVersion=1&useStatefulReconnect=true")
	if err != nil {
		return err
	}
	c, err := measure.Dial(s.addr, "/soak?id="+token)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	if err := send(c, `{"protocol":"json","version":2}`, fmt.Sprintf(echo, 1, 1)); err != nil {
		return err
	}
	if err := until(c, `"invocationId":"1"`); err != nil {
		return err
	}
	for i := range chance(5) {
		_ = c.Close()
		if c, err = measure.Dial(s.addr, "/soak?id="+token); err != nil {
			return err
		}
		if err := send(c, fmt.Sprintf(`{"type":9,"sequenceId":%d}`, i+2), fmt.Sprintf(echo, i+2, i+2)); err != nil {
			return err
		}
		if err := until(c, fmt.Sprintf(`{"type":3,"invocationId":"%d","result":"%d"}`, i+2, i+2)); err != nil {
			return err
		}
	}
	if chance(2) == 0 {
		return nil
	}
	return send(c, `{"type":7}`)
}

// vandalize sends what nobody should.
func (s *soak) vandalize() error {
	rubbish := []string{
		"\x1e", `{}`, `{"type":1}`, `[1,2`, strings.Repeat("x", 40_000), `{"type":3,"invocationId":"1","result":1,"error":"x"}`,
		`{"type":9,"sequenceId":-5}`, `{"type":2,"invocationId":"9"}`, strings.Repeat("[", 5000),
	}
	return s.open(func(c *measure.Socket) error {
		_ = send(c, rubbish[chance(len(rubbish))])
		if chance(2) == 0 {
			_ = c.Write([]byte{0xff, 0xff, 0, 1, 2})
		}
		return nil
	})
}

// oversleep gets events and reads none.
func (s *soak) oversleep() error {
	return s.open(func(c *measure.Socket) error {
		if err := send(c, `{"type":1,"target":"Join","arguments":[]}`); err != nil {
			return err
		}
		select {
		case <-time.After(10 * time.Second):
		case <-s.stop:
		}
		return nil
	})
}

// publish sends events to those who oversleep.
func (s *soak) publish() error {
	c, err := measure.Dial(s.addr, "/soak/publish")
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()
	frame := measure.Frame(strings.Repeat("x", 5000))
	for !s.stopped() {
		if err := c.Write(frame); err != nil {
			return err
		}
		time.Sleep(2 * time.Millisecond)
	}
	return nil
}

func (s *soak) negotiate(query string) (token string, err error) {
	response, err := http.Post("http://"+s.addr+"/soak/negotiate"+query, "", nil)
	if err != nil {
		return "", err
	}
	defer func() { _ = response.Body.Close() }()
	var answer struct{ ConnectionToken string }
	err = json.NewDecoder(response.Body).Decode(&answer)
	if err == nil && answer.ConnectionToken == "" {
		err = fmt.Errorf("%w: negotiate: %s", errWrong, response.Status)
	}
	return answer.ConnectionToken, err
}

// abandon negotiates and never comes.
func (s *soak) abandon() error {
	_, err := s.negotiate("?negotiateVersion=1")
	return err
}

// request sends one request and returns the answer.
func (s *soak) request(method, url, body string) (string, error) {
	r, err := http.NewRequest(method, "http://"+s.addr+url, strings.NewReader(body))
	if err != nil {
		return "", err
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return "", err
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode >= 400 {
		err = fmt.Errorf("%w: %s %s: %s", errWrong, method, response.Status, answer)
	}
	return string(answer), err
}

// poll uses long polling, and sometimes just stops.
func (s *soak) poll() error {
	token, err := s.negotiate("?negotiateVersion=1")
	if err != nil {
		return err
	}
	url := "/soak?id=" + token
	if _, err := s.request(http.MethodGet, url, ""); err != nil {
		return err
	}
	if _, err := s.request(http.MethodPost, url, `{"protocol":"json","version":1}`+"\x1e"+fmt.Sprintf(echo, 1, 1)+"\x1e"); err != nil {
		return err
	}
	for got := ""; !strings.Contains(got, `"invocationId":"1"`); {
		answer, err := s.request(http.MethodGet, url, "")
		if err != nil {
			return err
		}
		got += answer
	}
	if chance(3) == 0 {
		return nil
	}
	_, err = s.request(http.MethodDelete, url, "")
	return err
}

// listen uses Server-Sent Events.
func (s *soak) listen() error {
	token, err := s.negotiate("?negotiateVersion=1")
	if err != nil {
		return err
	}
	url := "/soak?id=" + token
	r, err := http.NewRequest(http.MethodGet, "http://"+s.addr+url, nil)
	if err != nil {
		return err
	}
	r.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	if _, err := s.request(http.MethodPost, url, `{"protocol":"json","version":1}`+"\x1e"+fmt.Sprintf(echo, 1, 1)+"\x1e"); err != nil {
		return err
	}
	var b [1024]byte
	for got := ""; !strings.Contains(got, `"invocationId":"1"`); {
		n, err := response.Body.Read(b[:])
		if got += string(b[:n]); err != nil {
			return err
		}
	}
	return nil
}

// chance returns a number below n, rest a duration below most.
func chance(n int) int { return rand.IntN(n) } //nolint:gosec // G404: chance is all that is asked of it

func rest(most time.Duration) time.Duration {
	return rand.N(most) //nolint:gosec // G404: chance is all that is asked of it
}

func keys(m map[string]int) iter.Seq[string] { return maps.Keys(m) }
