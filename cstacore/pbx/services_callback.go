package pbx

// callBacks are the calls that are to be made when both their devices are
// free. The zero value is ready to use.
type callBacks struct{}

func (s *Switch) callBackIfFree(string) {}
