// Package sim simulates telephones and a trunk, so that call control can be
// tried, shown and tested without either. A simulated telephone rings until
// somebody answers it by CSTA; a simulated trunk answers by itself, see Trunk.
package sim

import (
	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/line"
)

// Phones simulates all telephones of a tenant. They have no users: nobody picks
// up or hangs up but by CSTA. Their voice is not simulated, so there is nothing
// to do for Hold, Retrieve and Digits.
type Phones struct {
	host line.Host
}

// NewPhones gives telephones that report to host.
func NewPhones(host line.Host) *Phones { return &Phones{host: host} }

// Offer rings, or picks up at once where the call asks for it.
func (p *Phones) Offer(o line.Offer) {
	kind := line.Ringing
	if o.AutoAnswer {
		kind = line.Answered
	}
	p.host.Report(line.Report{Leg: o.Leg, Kind: kind})
}

// Answer picks up.
func (p *Phones) Answer(leg line.Leg) {
	p.host.Report(line.Report{Leg: leg, Kind: line.Answered})
}

// Hold does nothing, see Phones.
func (p *Phones) Hold(line.Leg) {}

// Retrieve does nothing, see Phones.
func (p *Phones) Retrieve(line.Leg) {}

// Digits does nothing, see Phones.
func (p *Phones) Digits(line.Leg, string) {}

// Move does nothing: no voice is simulated.
func (p *Phones) Move(line.Leg, string) {}

// Release does nothing: a released telephone is silent.
func (p *Phones) Release(line.Leg, csta.EventCause) {}
