package pbx

import (
	"sync"

	"github.com/cstahub/cstahub/cstacore/csta"
)

// Publication is one event as all monitors of one device see it. It is encoded
// at most once for each way of writing it, by whoever first needs that, and may
// be used from any goroutine.
type Publication struct {
	// Event must not be changed. Its cross reference is empty: that and the
	// position belong to each session.
	Event csta.Event

	mu   sync.Mutex
	json *csta.Prepared
	xml  []preparedXML
}

type preparedXML struct {
	namespace string
	dialect   string
	position  bool
	prepared  *csta.Prepared
}

// JSON gives the event as hub clients get it.
func (p *Publication) JSON() *csta.Prepared {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.json == nil {
		prepared := csta.PrepareJSON(p.Event)
		p.json = &prepared
	}
	return p.json
}

// XML gives the event in a dialect, with or without its position in the
// session's log.
func (p *Publication) XML(d *csta.Dialect, position bool) *csta.Prepared {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range p.xml {
		if x := &p.xml[i]; x.namespace == d.Namespace() && x.dialect == d.Name() && x.position == position {
			return x.prepared
		}
	}
	prepared := csta.PrepareXML(p.Event, d, position)
	p.xml = append(p.xml, preparedXML{d.Namespace(), d.Name(), position, &prepared})
	return &prepared
}
