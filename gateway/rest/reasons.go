package rest

import (
	"net/http"

	"github.com/cstahub/cstahub/cstacore/record"
)

// reasonBody is why agents may say that they are not ready.
type reasonBody struct {
	Code  string `json:"code"`
	Label string `json:"label"`
}

// reasons are edited by operators; everybody of the tenant reads them, since
// agents choose of them.
func (rs *routes) reasons() *resource[record.Reason, reasonBody] {
	return &resource[record.Reason, reasonBody]{
		rs: rs, noun: "reason", path: "reasons", table: rs.cfg.Store.Reasons,
		idOf: func(b *reasonBody) string { return b.Code },
		show: func(e *record.Reason) (reasonBody, string, int64) { return reasonBody{e.ID, e.Label}, e.ID, e.Version },
		read: func(tenant, id string, b *reasonBody, was *record.Reason) (record.Reason, error) {
			e := record.Reason{ID: id, Tenant: tenant, Label: b.Label}
			if was != nil {
				e.Version = was.Version
			}
			switch {
			case !wellNamed(id):
				return e, invalid("code must be 1 to 64 characters")
			case b.Label == "" || !fitsLine(b.Label):
				return e, invalid("label must be a line of 1 to 128 characters")
			}
			return e, nil
		},
		changed: func(r *http.Request, was, is *record.Reason) {
			tenant := tenantOf(was, is, func(e *record.Reason) string { return e.Tenant })
			reasons, err := rs.cfg.Store.Reasons.List(r.Context(), tenant, "", 0)
			if err != nil {
				rs.cfg.Log.Error("reasons are changed from the next start on", "tenant", tenant, "error", err)
				return
			}
			rs.cfg.Live.SetReasons(tenant, reasons)
		},
	}
}
