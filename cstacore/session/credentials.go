package session

import (
	"context"

	"github.com/cstahub/cstahub/cstacore/access"
	"github.com/cstahub/cstahub/cstacore/csta"
)

// login is what a StartApplicationSession brings to log in with. The fields
// stand in applicationSpecificInfo at any depth, under whatever prefix.
type login struct {
	user, password, domain string
}

func loginOf(req *csta.StartApplicationSession) login {
	info := req.ApplicationInfo.ApplicationSpecificInfo
	l := login{user: info.Text("userID"), password: info.Text("password"), domain: info.Text("pbxDomain")}
	if l.user == "" {
		l.user = info.Text("userName")
	}
	return l
}

// asks reports whether a login sets a switch of ours.
func asks(req *csta.StartApplicationSession, name string) bool {
	switch req.ApplicationInfo.ApplicationSpecificInfo.Text(name) {
	case "true", "1":
		return true
	default:
		return false
	}
}

// authenticate finds out who logs in; otherwise it gives the refusal.
func (s *Session) authenticate(ctx context.Context, req *csta.StartApplicationSession) (*access.Principal, csta.Message) {
	l := loginOf(req)
	principal, ok, err := s.service.cfg.Authenticator.Authenticate(ctx, l.user, l.password, l.domain, s.kind.RemoteAddr)
	switch {
	case err != nil:
		s.service.cfg.Log.Error("login failed for a fault of the server", "user", l.user, "error", err)
		return nil, startRefused(csta.StartApplicationSessionErrorServerResourcesBusy, "the login could not be checked, try again")
	case !ok:
		return nil, badLogin()
	}
	return &principal, nil
}

// badLogin refuses a login, and does not say what was wrong with it.
func badLogin() csta.Message {
	return startRefused(csta.StartApplicationSessionErrorInvalidApplicationInfo, "unknown user, wrong password or wrong domain")
}

func startRefused(why csta.StartApplicationSessionError, detail string) csta.Message {
	m := &csta.StartApplicationSessionNegResponse{ErrorCode: csta.StartApplicationSessionErrorCode{DefinedError: why}}
	private(m).Detail = detail
	return m
}

// noSuchSession is why a session is not stopped, and its timer not reset.
const noSuchSession = "this connection has no such session"

func stopRefused(detail string) csta.Message {
	m := &csta.StopApplicationSessionNegResponse{
		ErrorCode: csta.StopApplicationSessionErrorCode{DefinedError: csta.StopApplicationSessionErrorInvalidSessionID},
	}
	private(m).Detail = detail
	return m
}

func resetRefused(detail string) csta.Message {
	m := &csta.ResetApplicationSessionTimerNegResponse{
		ErrorCode: csta.ResetApplicationSessionTimerErrorCode{DefinedError: csta.ResetApplicationSessionTimerErrorInvalidSessionID},
	}
	private(m).Detail = detail
	return m
}
