package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/alecthomas/kong"
	"gopkg.in/yaml.v3"
)

// FileName is the configuration's name in the data folder, where it is looked
// for when no other file is given.
const FileName = "cstahub.yaml"

// maxFile bounds a configuration file, in bytes.
const maxFile = 1 << 20

// File is a configuration in YAML: settings by the names of their flags, and
// issuers, which have no flag. Flags win over the environment, and both over
// the file.
type File struct {
	settings map[string]string
	lists    map[string][]string
	Issuers  []Issuer
}

// Issuer is somebody else whose tokens are good here, see package auth.
type Issuer struct {
	Issuer     string        `yaml:"issuer"`
	Audience   []string      `yaml:"audience"`
	JWKSURL    string        `yaml:"jwks-url"`
	Algorithms []string      `yaml:"algorithms"`
	Keys       []Key         `yaml:"keys"`
	Leeway     time.Duration `yaml:"leeway"`
	Tenants    []string      `yaml:"tenants"`
	Directory  bool          `yaml:"directory"`
	Within     string        `yaml:"within"`
	Claims     Claims        `yaml:"claims"`
}

// Key is a file with a key of an issuer.
type Key struct {
	ID        string `yaml:"id"`
	Algorithm string `yaml:"algorithm"`
	File      string `yaml:"file"`
}

// Claims says in which claims what is needed stands.
type Claims struct {
	User        string `yaml:"user"`
	Tenant      string `yaml:"tenant"`
	Role        string `yaml:"role"`
	Roles       []Role `yaml:"roles"`
	DefaultRole string `yaml:"default-role"`
	Device      string `yaml:"device"`
	Control     string `yaml:"control"`
	Observe     string `yaml:"observe"`
}

// Role says what a role of an issuer is here.
type Role struct {
	Name string `yaml:"name"`
	Role string `yaml:"role"`
}

// ReadFile reads a configuration. One that is not there is empty where missing
// allows it. Files that it names are found from its own folder.
func ReadFile(name string, missing bool) (*File, error) {
	text, err := os.ReadFile(name)
	switch {
	case missing && errors.Is(err, fs.ErrNotExist):
		return &File{}, nil
	case err != nil:
		return nil, fmt.Errorf("configuration: %w", err)
	}
	f, err := Parse(text)
	if err != nil {
		return nil, fmt.Errorf("configuration %s: %w", name, err)
	}
	for i := range f.Issuers {
		for j := range f.Issuers[i].Keys {
			if k := &f.Issuers[i].Keys[j]; k.File != "" && !filepath.IsAbs(k.File) {
				k.File = filepath.Join(filepath.Dir(name), k.File)
			}
		}
	}
	return f, nil
}

// Parse reads a configuration's text.
func Parse(text []byte) (*File, error) {
	if len(text) > maxFile {
		return nil, fmt.Errorf("over %d bytes", maxFile)
	}
	var all map[string]yaml.Node
	switch err := yaml.NewDecoder(bytes.NewReader(text)).Decode(&all); {
	case errors.Is(err, io.EOF): // nothing in it
		return &File{}, nil
	case err != nil:
		return nil, err
	}
	f := &File{settings: make(map[string]string), lists: make(map[string][]string)}
	for name, node := range all {
		if name == "issuers" {
			if err := strictly(&node, &f.Issuers); err != nil {
				return nil, fmt.Errorf("issuers: %w", err)
			}
			continue
		}
		var list []string
		var words map[string]string
		switch {
		case node.Kind == yaml.ScalarNode:
			f.settings[name] = node.Value
		case node.Decode(&list) == nil:
			f.lists[name] = list
		case node.Decode(&words) == nil:
			for key, value := range words {
				f.lists[name] = append(f.lists[name], key+"="+value)
			}
		default:
			return nil, fmt.Errorf("line %d: %s is neither a value nor a list", node.Line, name)
		}
	}
	return f, nil
}

// strictly decodes what must have no members that are not known.
func strictly(node *yaml.Node, into any) error {
	text, err := yaml.Marshal(node)
	if err != nil {
		return err
	}
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	return d.Decode(into)
}

// Validate implements kong.Resolver: the file must not name what is no setting,
// which is most often one that is misspelt.
func (f *File) Validate(app *kong.Application) error {
	known := make(map[string]bool)
	for _, command := range app.Leaves(true) {
		for _, group := range command.AllFlags(true) {
			for _, flag := range group {
				known[flag.Name] = true
			}
		}
	}
	var errs []error
	for _, name := range f.names() {
		if !known[name] {
			errs = append(errs, fmt.Errorf("configuration: there is no setting %q", name))
		}
	}
	return errors.Join(errs...)
}

func (f *File) names() []string {
	var names []string
	for name := range f.settings {
		names = append(names, name)
	}
	for name := range f.lists {
		names = append(names, name)
	}
	return names
}

// Resolve implements kong.Resolver.
func (f *File) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	for _, env := range flag.Envs {
		if _, set := os.LookupEnv(env); set {
			return nil, nil //nolint:nilnil // kong's word for: nothing from here
		}
	}
	if value := f.settings[flag.Name]; value != "" { // an empty one says nothing
		return value, nil
	}
	if list := f.lists[flag.Name]; len(list) > 0 {
		return strings.Join(list, ","), nil
	}
	return nil, nil //nolint:nilnil // as above
}
