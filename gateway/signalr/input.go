package signalr

import "sync"

// inputSize is the size of the buffers that what clients send is read into.
const inputSize = 4 << 10

var inputs = sync.Pool{New: func() any {
	b := make([]byte, inputSize)
	return &b
}}

// input collects what a client sends until it is a whole message. It holds memory only while something is in it, and never
// more than one message and one read: a message that gets too long is refused by the parser.
type input struct {
	buffer *[]byte
	length int
}

// space returns where to read to; it has room for at least one byte.
func (in *input) space() []byte {
	switch {
	case in.buffer == nil:
		in.buffer = inputs.Get().(*[]byte)
	case in.length == len(*in.buffer):
		grown := make([]byte, 2*len(*in.buffer))
		copy(grown, *in.buffer)
		in.recycle()
		in.buffer = &grown
	}
	return (*in.buffer)[in.length:]
}

// add notes that n bytes were read.
func (in *input) add(n int) { in.length += n }

// bytes returns what was read and not consumed.
func (in *input) bytes() []byte {
	if in.buffer == nil {
		return nil
	}
	return (*in.buffer)[:in.length]
}

// consume forgets the first n bytes.
func (in *input) consume(n int) {
	if in.length -= n; n > 0 {
		copy(*in.buffer, (*in.buffer)[n:n+in.length])
	}
}

// rest gives the memory back, unless there is something in it. It is called before what may be a long wait.
func (in *input) rest() {
	if in.length == 0 && in.buffer != nil {
		in.recycle()
		in.buffer = nil
	}
}

func (in *input) recycle() {
	if len(*in.buffer) == inputSize {
		inputs.Put(in.buffer)
	}
}
