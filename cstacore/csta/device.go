package csta

// Device returns the DeviceID of a number or URI.
func Device(value string) DeviceID { return DeviceID{Value: value} }

// String returns the bare identifier.
func (m DeviceID) String() string { return m.Value }

// IsZero says whether no device is named.
func (m DeviceID) IsZero() bool { return m.Value == "" }

// Identified returns the ExtendedDeviceID of a device that is known.
func Identified(device DeviceID) ExtendedDeviceID {
	return ExtendedDeviceID{DeviceIdentifier: device}
}

// IsZero says whether neither call nor device is named.
func (m *ConnectionID) IsZero() bool { return m.CallID == "" && m.DeviceID.IsZero() }
