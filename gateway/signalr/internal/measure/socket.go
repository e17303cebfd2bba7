package measure

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
)

// Socket is as little of a WebSocket client as load needs, so that the load takes as little as can be from what is measured.
type Socket struct {
	conn   net.Conn
	reader *bufio.Reader
	// payload holds the last frame read.
	payload []byte
}

// The opcodes that a client sees.
const (
	opText  = 1
	opClose = 8
	opPing  = 9
)

var errRefused = errors.New("measure: no websocket")

// Dial opens a WebSocket.
func Dial(addr, path string) (*Socket, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	s := &Socket{conn: conn, reader: bufio.NewReaderSize(conn, 2048)}
	_, err = fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"+
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n", path, addr)
	if err == nil {
		err = s.upgraded()
	}
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	return s, nil
}

func (s *Socket) upgraded() error {
	response, err := http.ReadResponse(s.reader, nil)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusSwitchingProtocols {
		return fmt.Errorf("%w: %s", errRefused, response.Status)
	}
	return nil
}

// Open opens a SignalR connection: the socket and the handshake.
func Open(addr, path string) (*Socket, error) {
	s, err := Dial(addr, path)
	if err != nil {
		return nil, err
	}
	if err := s.Write(Frame(`{"protocol":"json","version":1}` + "\x1e")); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	answer, err := s.Read()
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if string(answer) != "{}\x1e" {
		return nil, errors.Join(fmt.Errorf("measure: handshake answered with %q", answer), s.Close())
	}
	return s, nil
}

// Frame makes a text frame. Its mask is zero, which is as good as any other where nothing is to be hidden.
func Frame(payload string) []byte {
	frame := []byte{0x80 | opText}
	switch n := len(payload); {
	case n < 126:
		frame = append(frame, 0x80|byte(n))
	case n < 1<<16:
		frame = binary.BigEndian.AppendUint16(append(frame, 0x80|126), uint16(n))
	default:
		frame = binary.BigEndian.AppendUint64(append(frame, 0x80|127), uint64(n))
	}
	frame = append(frame, 0, 0, 0, 0)
	return append(frame, payload...)
}

// Write writes a frame made by Frame, or several.
func (s *Socket) Write(frame []byte) error {
	_, err := s.conn.Write(frame)
	return err
}

// Read returns the payload of the next text frame; it is valid until the next Read.
func (s *Socket) Read() ([]byte, error) {
	for {
		op, err := s.readFrame()
		switch {
		case err != nil:
			return nil, err
		case op == opClose:
			return nil, io.EOF
		case op != opPing:
			return s.payload, nil
		}
	}
}

func (s *Socket) readFrame() (op byte, err error) {
	var head [8]byte
	if _, err := io.ReadFull(s.reader, head[:2]); err != nil {
		return 0, err
	}
	op, length := head[0]&0x0f, uint64(head[1]&0x7f)
	switch length {
	case 126:
		if _, err := io.ReadFull(s.reader, head[:2]); err != nil {
			return 0, err
		}
		length = uint64(binary.BigEndian.Uint16(head[:]))
	case 127:
		if _, err := io.ReadFull(s.reader, head[:8]); err != nil {
			return 0, err
		}
		length = binary.BigEndian.Uint64(head[:])
	}
	if uint64(cap(s.payload)) < length {
		s.payload = make([]byte, length)
	}
	s.payload = s.payload[:length]
	_, err = io.ReadFull(s.reader, s.payload)
	return op, err
}

// Close breaks the connection.
func (s *Socket) Close() error { return s.conn.Close() }
