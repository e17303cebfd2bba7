package hubprotocol

import (
	"encoding/hex"
	"strings"
	"testing"
)

// wireCase is one record as it stands on the wire, in both protocols, and what it means. The same cases are parsed, written
// and given to the fuzzers as seeds.
type wireCase struct {
	name string
	json string
	// pack is MessagePack without its length prefix, in hexadecimal.
	pack string
	want Message
	// oneWay: it can be read, but is not what is written.
	oneWay bool
}

func text(s string) []byte { return []byte(s) }

// wireCases are the messages that both protocols can say. Arguments and payloads are given as JSON.
var wireCases = []wireCase{
	{"invocation", `{"type":1,"invocationId":"7","target":"M","arguments":[1,"a"]}`,
		"96 01 80 a137 a14d 92 01 a161 90",
		Message{Kind: Invocation, InvocationID: text("7"), Target: text("M"), Arguments: text(`[1,"a"]`)}, false},
	{"invocation without id", `{"type":1,"target":"M","arguments":[]}`,
		"96 01 80 c0 a14d 90 90",
		Message{Kind: Invocation, Target: text("M"), Arguments: text(`[]`)}, false},
	{"invocation, npm 9's order", `{"arguments":[1],"invocationId":"7","streamIds":[],"target":"M","type":1}`,
		"95 01 80 a137 a14d 91 01",
		Message{Kind: Invocation, InvocationID: text("7"), Target: text("M"), Arguments: text(`[1]`)}, true},
	{"invocation with streams", `{"type":1,"invocationId":"7","target":"M","arguments":[],"streamIds":["8","9"]}`,
		"96 01 80 a137 a14d 90 92 a138 a139",
		Message{Kind: Invocation, InvocationID: text("7"), Target: text("M"), Arguments: text(`[]`), StreamIDs: []string{"8", "9"}}, false},
	{"invocation with more than is known", `{"type":1,"target":"M","arguments":[],"later":{"a":[]}}`,
		"97 01 80 c0 a14d 90 90 81 a161 90",
		Message{Kind: Invocation, Target: text("M"), Arguments: text(`[]`)}, true},
	{"stream item", `{"type":2,"invocationId":"7","item":{"a":null}}`,
		"94 02 80 a137 81 a161 c0",
		Message{Kind: StreamItem, InvocationID: text("7"), Payload: text(`{"a":null}`)}, false},
	{"stream item null", `{"type":2,"invocationId":"7","item":null}`,
		"94 02 80 a137 c0",
		Message{Kind: StreamItem, InvocationID: text("7"), Payload: text(`null`)}, false},
	{"completion with result", `{"type":3,"invocationId":"7","result":[true,false,-1]}`,
		"95 03 80 a137 03 93 c3 c2 ff",
		Message{Kind: Completion, InvocationID: text("7"), Payload: text(`[true,false,-1]`)}, false},
	{"completion with null", `{"type":3,"invocationId":"7","result":null}`,
		"95 03 80 a137 03 c0",
		Message{Kind: Completion, InvocationID: text("7"), Payload: text(`null`)}, false},
	{"completion without result", `{"type":3,"invocationId":"7"}`,
		"94 03 80 a137 02",
		Message{Kind: Completion, InvocationID: text("7")}, false},
	{"completion with error", `{"type":3,"invocationId":"7","error":"no"}`,
		"95 03 80 a137 01 a26e6f",
		Message{Kind: Completion, InvocationID: text("7"), Error: "no", HasError: true}, false},
	{"stream invocation", `{"type":4,"invocationId":"7","target":"S","arguments":[3]}`,
		"96 04 80 a137 a153 91 03 90",
		Message{Kind: StreamInvocation, InvocationID: text("7"), Target: text("S"), Arguments: text(`[3]`)}, false},
	{"cancel", `{"type":5,"invocationId":"7"}`, "93 05 80 a137",
		Message{Kind: CancelInvocation, InvocationID: text("7")}, false},
	{"ping", `{"type":6}`, "91 06", Message{Kind: Ping}, false},
	{"close", `{"type":7}`, "93 07 c0 c2", Message{Kind: Close}, false},
	{"close of npm", `{"type":7}`, "92 07 c0", Message{Kind: Close}, true},
	{"close with error", `{"type":7,"error":"no"}`, "93 07 a26e6f c2", Message{Kind: Close, Error: "no", HasError: true}, false},
	{"close to reconnect", `{"type":7,"error":"no","allowReconnect":true}`, "93 07 a26e6f c3",
		Message{Kind: Close, Error: "no", HasError: true, AllowReconnect: true}, false},
	{"ack", `{"type":8,"sequenceId":300}`, "92 08 cd012c", Message{Kind: Ack, SequenceID: 300}, false},
	{"ack in a wide integer", `{"type":8,"sequenceId":5}`, "92 08 cf0000000000000005", Message{Kind: Ack, SequenceID: 5}, true},
	{"ack in a float", `{"type":8,"sequenceId":5}`, "92 08 cb4014000000000000", Message{Kind: Ack, SequenceID: 5}, true},
	{"sequence", `{"type":9,"sequenceId":1}`, "92 09 01", Message{Kind: Sequence, SequenceID: 1}, false},
	{"unknown kind", `{"type":99}`, "93 63 c0 c0", Message{Kind: 99}, true},
	{"headers", `{"headers":{"traceparent":"00-x"},"type":5,"invocationId":"7"}`, "93 05 81 a1 74 a1 78 a137",
		Message{Kind: CancelInvocation, InvocationID: text("7")}, true},
	{"names and text in other alphabets", `{"type":1,"invocationId":"é","target":"Größe","arguments":["日本\t\"\\"]}`,
		"96 01 80 a2c3a9 a7 4772c3b6c39f65 91 a9 e697a5e69cac09225c 90",
		Message{Kind: Invocation, InvocationID: text("é"), Target: text("Größe"), Arguments: text(`["日本\t\"\\"]`)}, false},
}

// broken are records that end the connection.
var brokenJSON = []string{
	``, ` `, `x`, `1`, `[]`, `"a"`, `null`, `{`, `{}`, `{"type"}`, `{"type":}`, `{"type":"1"}`, `{"type":1.5}`, `{"type":null}`,
	`{"type":1}`, `{"type":1,"target":"M"}`, `{"type":1,"arguments":[]}`, `{"type":1,"target":7,"arguments":[]}`,
	`{"type":1,"target":"M","arguments":{}}`, `{"type":1,"target":"M","arguments":[}`, `{"type":1,"target":"M","arguments":[1,]}`,
	`{"type":1,"target":"M","arguments":[tru]}`, `{"type":1,"target":"M","arguments":[01]}`, `{"type":1,"target":"M","arguments":[1.]}`,
	`{"type":1,"target":"M","arguments":[1e]}`, `{"type":1,"target":"M","arguments":[-]}`, `{"type":1,"target":"M","arguments":["\x"]}`,
	`{"type":1,"target":"M","arguments":["\u12g4"]}`, "{\"type\":1,\"target\":\"M\",\"arguments\":[\"\x01\"]}",
	"{\"type\":1,\"target\":\"M\",\"arguments\":[\"\xff\"]}", `{"type":1,"target":"M","arguments":["`, `{"type":1,"target":"M","arguments":[{"a"}]}`,
	`{"type":1,"target":"M","arguments":[{"a":1,}]}`, `{"type":1,"target":"M","arguments":[{1:1}]}`, `{"type":1,"invocationId":1,"target":"M","arguments":[]}`,
	`{"type":1,"target":"M","arguments":[],"streamIds":[1]}`, `{"type":1,"target":"M","arguments":[],"streamIds":"1"}`,
	`{"type":1,"target":"M","arguments":[],"headers":{"a":1}}`, `{"type":1,"target":"M","arguments":[],"headers":[]}`,
	`{"type":1,"target":"M","arguments":[]} x`, `{"type":1,"target":"M","arguments":[]}{}`, `{"type":1 "target":"M"}`,
	`{"type":2,"invocationId":"1"}`, `{"type":2,"item":1}`, `{"type":3}`, `{"type":3,"invocationId":"1","result":1,"error":"x"}`,
	`{"type":3,"invocationId":"1","error":null}`, `{"type":4,"target":"M","arguments":[]}`, `{"type":5}`, `{"type":7,"allowReconnect":1}`,
	`{"type":8}`, `{"type":8,"sequenceId":"1"}`, `{"type":9}`, `{"type":9,"sequenceId":99999999999999999999}`,
	strings.Repeat("[", 100), `{"type":1,"target":"M","arguments":` + strings.Repeat("[", 64) + strings.Repeat("]", 64) + `}`,
	`{"type":1,"target":"M","arguments":[` + strings.Repeat(`{"a":`, 63) + `1` + strings.Repeat("}", 63) + `]}`,
}

var brokenPack = []string{
	"", "c0", "01", "80", "90", "91", "9101", "91 a131", "95 01 80 c0 a14d", "95 01 80 c0 a14d 01", "95 01 80 01 a14d 90",
	"95 01 80 c0 c0 90", "95 01 80 c0 01 90", "94 01 80 c0 a14d", "95 01 01 c0 a14d 90", "95 01 81 01 02 c0 a14d 90", "95 01 80 c0 a14d 91",
	"95 01 80 c0 a14d 92 01", "95 01 80 c0 a14d 91 c1", "95 01 80 c0 a14d dd ffffffff", "95 01 80 c0 a14d 91 df ffffffff",
	"95 01 80 c0 a14d 91 c6 ffffffff", "95 01 80 c0 db ffffffff", "96 01 80 c0 a14d 90 01", "96 01 80 c0 a14d 90 91 01",
	"95 04 80 c0 a14d 90", "93 02 80 a137", "94 02 80 c0 01", "94 03 80 a137 03", "95 03 80 a137 04 01", "95 03 80 a137 01 01",
	"92 05 80", "93 05 80 c0", "91 07", "92 07 01", "93 07 c0 c0", "91 08", "92 08 a131", "92 08 cb3ff8000000000000", "92 09 c0",
	"91 06 00", "92 06", "95 01 80 c0 a14d 91" + strings.Repeat("91", 70) + "c0",
}

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(s, " ", ""))
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return b
}
