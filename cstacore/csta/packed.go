package csta

// packed is a list of words. They stand in one string, one behind the other,
// and not in many: the vocabulary has some thousands of them, and the garbage
// collector would look at each of them every time.
type packed struct {
	text string
	ends []uint16 // where each word ends
}

// at returns a word, "" where there is none of that number.
func (p *packed) at(i int) string {
	if uint(i) >= uint(len(p.ends)) {
		return ""
	}
	if i == 0 {
		return p.text[:p.ends[0]]
	}
	return p.text[p.ends[i-1]:p.ends[i]]
}

// count is how many words there are.
func (p *packed) count() int { return len(p.ends) }
