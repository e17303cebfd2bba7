package session

import (
	"time"

	"github.com/cstahub/cstahub/cstacore/csta"
	"github.com/cstahub/cstahub/cstacore/pbx"
	"github.com/cstahub/cstahub/cstacore/record"
)

// Audit takes what must be known afterwards. It is called with locks held and
// must not wait.
type Audit interface {
	Note(e record.AuditEntry)
}

// note has the audit log told of a request that was refused for want of a
// right, and of one that was carried out for a device that is not the
// requester's own.
func (r *run) note(request *pbx.Request, err error) {
	audit := r.session.service.cfg.Audit
	if audit == nil {
		return
	}
	e := record.AuditEntry{
		Time: time.Now(), Tenant: r.principal.Tenant, Actor: r.principal.User, Remote: r.session.kind.RemoteAddr,
		Action: request.Message.Name(), Object: request.ActsFor, Outcome: record.OutcomeDone,
	}
	switch {
	case err != nil:
		fault := csta.FaultOf(err)
		if !fault.Refusal() {
			return
		}
		e.Outcome, e.Detail = record.OutcomeRefused, fault.Error()
	case request.ActsFor == "" || request.ActsFor == r.principal.Device:
		return
	default:
		e.OnBehalf = request.ActsFor
	}
	audit.Note(e)
}
