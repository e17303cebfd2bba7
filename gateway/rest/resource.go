package rest

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/go-chi/chi/v5"

	"github.com/cstahub/cstahub/cstacore/record"
)

// table is the rows of one kind, see store.Table.
type table[T any] interface {
	Create(ctx context.Context, v T) (T, error)
	Update(ctx context.Context, v T) (T, error)
	Delete(ctx context.Context, tenant, id string, version int64) error
	Get(ctx context.Context, tenant, id string) (T, error)
	List(ctx context.Context, tenant, after string, limit int) ([]T, error)
}

// resource is one kind of things that operators edit: T as it is stored, J as
// it stands in JSON. A thing belongs to the tenant of who asks; those of other
// tenants do not exist here.
type resource[T, J any] struct {
	rs    *routes
	noun  string // "user"
	path  string // "users"
	table table[T]
	// show gives what is told of a thing, its id and its version.
	show func(*T) (body J, id string, version int64)
	// read makes a thing of what a client sent; was is what there was before,
	// nil for a new one. Its errors are told the client.
	read func(tenant, id string, body *J, was *T) (T, error)
	// check, where it is set, holds a thing against what else is stored. Its errors
	// are told the client.
	check func(ctx context.Context, v *T) error
	// idOf gives the id that a new thing is to have.
	idOf func(*J) string
	// changed is called when the store has the change: was is nil for a new
	// thing, is for one that is gone.
	changed func(r *http.Request, was, is *T)
}

// Page sizes of lists.
const (
	defaultLimit = 100
	maxLimit     = 1000
)

func (c *resource[T, J]) mount(r chi.Router) {
	c.mountReads(r)
	c.mountWrites(r)
}

func (c *resource[T, J]) mountReads(r chi.Router) {
	r.Get("/"+c.path, c.list)
	r.Get("/"+c.path+"/{id}", c.get)
}

func (c *resource[T, J]) mountWrites(r chi.Router) {
	r.Post("/"+c.path, c.rs.repeats.once(c.create))
	r.Put("/"+c.path+"/{id}", c.put)
	r.Delete("/"+c.path+"/{id}", c.delete)
}

// pageResponse is a page of a list. Next is the cursor of the page that
// follows, empty after the last.
type pageResponse[J any] struct {
	Items []J    `json:"items"`
	Next  string `json:"next,omitempty"`
}

func (c *resource[T, J]) list(w http.ResponseWriter, r *http.Request) {
	limit, err := limitOf(r)
	if err != nil {
		fail(w, http.StatusBadRequest, err.Error())
		return
	}
	rows, err := c.table.List(r.Context(), principalOf(r).Tenant, r.URL.Query().Get("cursor"), limit+1)
	if err != nil {
		c.rs.failFor(w, r, err)
		return
	}
	page := pageResponse[J]{Items: make([]J, 0, min(limit, len(rows)))}
	for i := range rows[:min(limit, len(rows))] {
		body, id, _ := c.show(&rows[i])
		page.Items = append(page.Items, body)
		if len(rows) > limit {
			page.Next = id
		}
	}
	answer(w, http.StatusOK, page)
}

func (c *resource[T, J]) get(w http.ResponseWriter, r *http.Request) {
	v, err := c.table.Get(r.Context(), principalOf(r).Tenant, idIn(r))
	if err != nil {
		c.rs.failFor(w, r, err)
		return
	}
	c.tell(w, http.StatusOK, &v)
}

func (c *resource[T, J]) create(w http.ResponseWriter, r *http.Request) {
	var body J
	if !decode(w, r, &body) {
		return
	}
	id := c.idOf(&body)
	v, err := c.made(r, id, &body, nil)
	if err == nil {
		v, err = c.table.Create(r.Context(), v)
	}
	if err != nil {
		c.failed(w, r, "create", id, err)
		return
	}
	c.done(r, "create", id, nil, &v)
	w.Header().Set("Location", "/api/v1/"+c.path+"/"+url.PathEscape(id))
	c.tell(w, http.StatusCreated, &v)
}

// put changes a thing that is there. What the client has not read as it is now
// it cannot change: If-Match is required.
func (c *resource[T, J]) put(w http.ResponseWriter, r *http.Request) {
	version, ok := ifMatch(w, r)
	if !ok {
		return
	}
	id, tenant := idIn(r), principalOf(r).Tenant
	was, err := c.table.Get(r.Context(), tenant, id)
	if err != nil {
		c.failed(w, r, "update", id, err)
		return
	}
	var body J
	if !decode(w, r, &body) {
		return
	}
	if _, _, now := c.show(&was); version != 0 && version != now {
		fail(w, http.StatusPreconditionFailed, "it has been changed meanwhile: read it again")
		return
	}
	if named := c.idOf(&body); named != "" && named != id {
		fail(w, http.StatusUnprocessableEntity, "a "+c.noun+" keeps its name; make another and delete this one")
		return
	}
	v, err := c.made(r, id, &body, &was)
	if err == nil {
		v, err = c.table.Update(r.Context(), v)
	}
	if err != nil {
		c.failed(w, r, "update", id, err)
		return
	}
	c.done(r, "update", id, &was, &v)
	c.tell(w, http.StatusOK, &v)
}

func (c *resource[T, J]) delete(w http.ResponseWriter, r *http.Request) {
	version, ok := ifMatch(w, r)
	if !ok {
		return
	}
	id, tenant := idIn(r), principalOf(r).Tenant
	was, err := c.table.Get(r.Context(), tenant, id)
	if err == nil {
		err = c.table.Delete(r.Context(), tenant, id, version)
	}
	if err != nil {
		c.failed(w, r, "delete", id, err)
		return
	}
	c.done(r, "delete", id, &was, nil)
	w.WriteHeader(http.StatusNoContent)
}

// made gives the thing that a client sent.
func (c *resource[T, J]) made(r *http.Request, id string, body *J, was *T) (T, error) {
	v, err := c.read(principalOf(r).Tenant, id, body, was)
	if err == nil && c.check != nil {
		err = c.check(r.Context(), &v)
	}
	return v, err
}

// tell answers with a thing.
func (c *resource[T, J]) tell(w http.ResponseWriter, status int, v *T) {
	body, _, version := c.show(v)
	w.Header().Set("ETag", etag(version))
	answer(w, status, body)
}

func (c *resource[T, J]) done(r *http.Request, verb, id string, was, is *T) {
	p := principalOf(r)
	c.rs.note(r, &record.AuditEntry{
		Tenant: p.Tenant, Actor: p.User, Action: c.noun + "." + verb, Object: c.path + "/" + id, Outcome: record.OutcomeDone,
	})
	if c.changed != nil {
		c.changed(r, was, is)
	}
}

func (c *resource[T, J]) failed(w http.ResponseWriter, r *http.Request, verb, id string, err error) {
	p := principalOf(r)
	c.rs.note(r, &record.AuditEntry{
		Tenant: p.Tenant, Actor: p.User, Action: c.noun + "." + verb, Object: c.path + "/" + cut(id), Outcome: record.OutcomeFailed, Detail: cut(err.Error()),
	})
	c.rs.failFor(w, r, err)
}

// idIn gives the id in a request's path. The router takes it from the raw path
// where there is one; otherwise it is plain already, and a % in it its own.
func idIn(r *http.Request) string {
	id := chi.URLParam(r, "id")
	if r.URL.RawPath == "" {
		return id
	}
	if plain, err := url.PathUnescape(id); err == nil {
		return plain
	}
	return id
}

// etag names a version.
func etag(version int64) string { return fmt.Sprintf(`"%d"`, version) }

// ifMatch gives the version that a client has read, 0 for "*", or answers that
// it must say which.
func ifMatch(w http.ResponseWriter, r *http.Request) (version int64, ok bool) {
	header := strings.TrimSpace(r.Header.Get("If-Match"))
	switch header {
	case "":
		fail(w, http.StatusPreconditionRequired, "send the ETag of what you have read in If-Match, or * for whatever is there")
		return 0, false
	case "*":
		return 0, true
	}
	version, err := strconv.ParseInt(strings.Trim(header, `"`), 10, 64)
	if err != nil || version <= 0 {
		fail(w, http.StatusPreconditionFailed, "this is no ETag of ours")
		return 0, false
	}
	return version, true
}

// limitOf gives how many entries a page may have.
func limitOf(r *http.Request) (int, error) {
	text := r.URL.Query().Get("limit")
	if text == "" {
		return defaultLimit, nil
	}
	limit, err := strconv.Atoi(text)
	if err != nil || limit < 1 || limit > maxLimit {
		return 0, fmt.Errorf("limit is a number from 1 to %d", maxLimit)
	}
	return limit, nil
}

// cut shortens what a stranger sent for logs.
func cut(text string) string {
	const most = 100
	if len(text) > most {
		return strings.ToValidUTF8(text[:most], "") + "…"
	}
	return text
}
