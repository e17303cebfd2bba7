package rest

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // for the page's template
	"encoding/base64"
	"fmt"
	"html/template"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/go-chi/chi/v5"
	"gopkg.in/yaml.v3"

	"github.com/cstahub/cstahub/api"
)

//go:embed docs.html
var docsTemplate string

// docsPolicy lets the page load nothing at all; its style stands in it.
const docsPolicy = "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// mountDocs serves the description of the routes, for people and programs.
func mountDocs(r chi.Router) {
	page := sync.OnceValues(renderDocs)
	r.Get("/docs", func(w http.ResponseWriter, _ *http.Request) {
		text, err := page()
		if err != nil {
			fail(w, http.StatusInternalServerError, "the description cannot be shown")
			return
		}
		h := w.Header()
		h.Set("Content-Type", "text/html; charset=utf-8")
		h.Set("Content-Security-Policy", fmt.Sprintf(docsPolicy, text.styleHash))
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		_, _ = w.Write(text.html) // as in fail
	})
	r.Get("/api/openapi.yaml", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/yaml")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		_, _ = w.Write(api.OpenAPI) // as in fail
	})
}

// description is what the page shows of an OpenAPI document.
type description struct {
	Info struct{ Title, Description string }
	Tags []struct{ Name, Description string }
	// Paths maps a path and a method to an operation.
	Paths      map[string]map[string]operation
	Components struct {
		Parameters map[string]parameter
		Responses  map[string]struct{ Description string }
		Schemas    map[string]schema
	}
}

type operation struct {
	Tags        []string
	Summary     string
	Description string
	Parameters  []reference
	RequestBody struct{ Content content } `yaml:"requestBody"`
	Responses   map[string]struct {
		reference   `yaml:",inline"`
		Description string
		Content     content
	}
}

type content map[string]struct{ Schema reference }

type reference struct {
	Ref string `yaml:"$ref"`
}

// name is the last part of a reference.
func (r reference) name() string { return r.Ref[strings.LastIndex(r.Ref, "/")+1:] }

type parameter struct {
	Name, In, Description string
	Required              bool
	Schema                schema
}

type schema struct {
	reference   `yaml:",inline"`
	Type        string
	Format      string
	Description string
	Enum        []string
	Items       *schema
	Required    []string
	Properties  yaml.Node
}

// docsPage is what the template is given.
type docsPage struct {
	Title, Description string
	Sections           []docsSection
	Schemas            []docsSchema
}

type docsSection struct {
	Name, Description string
	Operations        []docsOperation
}

type docsOperation struct {
	Method, Path, Summary, Description, Body string
	Parameters                               []parameter
	Responses                                []docsResponse
}

type docsResponse struct{ Status, Description, Schema string }

type docsSchema struct {
	Name   string
	Fields []docsField
}

type docsField struct {
	Name, Type, Description string
	Required                bool
}

type rendered struct {
	html      []byte
	styleHash string
}

func renderDocs() (*rendered, error) {
	var d description
	if err := yaml.Unmarshal(api.OpenAPI, &d); err != nil {
		return nil, fmt.Errorf("openapi.yaml: %w", err)
	}
	t, err := template.New("docs").Parse(docsTemplate)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := t.Execute(&out, d.page()); err != nil {
		return nil, err
	}
	return &rendered{html: out.Bytes(), styleHash: styleHash(out.String())}, nil
}

// styleHash gives what a policy calls the page's one style by.
func styleHash(page string) string {
	_, rest, _ := strings.Cut(page, "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// methods is the order in which operations of a path stand.
var methods = []string{"get", "post", "put", "delete"}

func (d *description) page() docsPage {
	page := docsPage{Title: d.Info.Title, Description: d.Info.Description}
	for _, tag := range d.Tags {
		section := docsSection{Name: tag.Name, Description: tag.Description}
		for _, path := range slices.Sorted(maps.Keys(d.Paths)) {
			for _, method := range methods {
				if o, ok := d.Paths[path][method]; ok && slices.Contains(o.Tags, tag.Name) {
					section.Operations = append(section.Operations, d.operation(method, path, &o))
				}
			}
		}
		page.Sections = append(page.Sections, section)
	}
	for _, name := range slices.Sorted(maps.Keys(d.Components.Schemas)) {
		s := d.Components.Schemas[name]
		page.Schemas = append(page.Schemas, docsSchema{Name: name, Fields: s.fields()})
	}
	return page
}

func (d *description) operation(method, path string, o *operation) docsOperation {
	shown := docsOperation{
		Method: strings.ToUpper(method), Path: path, Summary: o.Summary, Description: o.Description, Body: o.RequestBody.Content.schema(),
	}
	for _, p := range o.Parameters {
		shown.Parameters = append(shown.Parameters, d.Components.Parameters[p.name()])
	}
	for _, status := range slices.Sorted(maps.Keys(o.Responses)) {
		response := o.Responses[status]
		text := response.Description
		if response.Ref != "" {
			text = d.Components.Responses[response.name()].Description
		}
		shown.Responses = append(shown.Responses, docsResponse{status, text, response.Content.schema()})
	}
	return shown
}

// schema names what a body is.
func (c content) schema() string {
	for _, kind := range c {
		if kind.Schema.Ref != "" {
			return kind.Schema.name()
		}
	}
	return ""
}

// fields lists a schema's properties in the order in which they are written.
func (s *schema) fields() []docsField {
	var fields []docsField
	for i := 0; i+1 < len(s.Properties.Content); i += 2 {
		name := s.Properties.Content[i].Value
		var p schema
		if s.Properties.Content[i+1].Decode(&p) != nil {
			continue // the test of the description has found it
		}
		fields = append(fields, docsField{Name: name, Type: p.String(), Description: p.Description, Required: slices.Contains(s.Required, name)})
	}
	return fields
}

// String describes a type in a word or two.
func (s *schema) String() string {
	switch {
	case s.Ref != "":
		return s.name()
	case len(s.Enum) > 0:
		return strings.Join(s.Enum, " | ")
	case s.Items != nil:
		return "list of " + s.Items.String()
	case s.Format != "":
		return s.Format
	default:
		return s.Type
	}
}
