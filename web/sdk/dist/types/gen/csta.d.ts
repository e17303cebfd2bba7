/** An element that means something by being there. */
export type Empty = Record<string, never>;
/**
 * An integer. One beyond Number.MAX_SAFE_INTEGER arrives as a string; nothing that cstahub
 * counts gets there.
 */
export type Integer = number;
/** Bytes, two hexadecimal digits each. */
export type HexBinary = string;
/** A time as RFC 3339 has it, in UTC with milliseconds. */
export type DateTime = string;
/** A set of flags. One that is missing is not set. */
export type Flags<K extends string> = {
    [key in K]?: boolean;
};
/** An object of which exactly one member is there. */
export type OneOf<T> = {
    [K in keyof T]: Pick<T, K> & {
        [L in Exclude<keyof T, K>]?: undefined;
    };
}[keyof T];
/**
 * Elements that the standard does not know, by name. One with neither attributes nor
 * children is its text; of those that have the same name there is an array. Attributes have
 * an "@" before their name, "#text" is the text beside them.
 */
export type Foreign = {
    [name: string]: ForeignValue;
};
export type ForeignValue = string | Foreign | ForeignValue[];
/** What every message may carry. */
export interface Base {
    security?: CSTASecurityData;
    privateData?: PrivateData;
}
/** What every event carries. */
export interface EventHead extends Base {
    /** The monitor under which the event is reported. */
    monitorCrossRefId: string;
    /** The run of the event log that offset counts in; another one means that it began anew. */
    epoch: string;
    /** The place in the session's event log: one more than that of the last event. */
    offset: Integer;
    /** When it happened. */
    time: DateTime;
}
/**
 * AssociateData ties an account code, an authorisation code or data of the application to a
 * call.
 */
export interface AssociateData extends Base {
    /** The connection of the device in its call. */
    existingCall: ConnectionID;
    /** Charges the call to an account. */
    accountCode?: HexBinary;
    /** Authorises the call. */
    authCode?: HexBinary;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** What an agent has noted on the call, such as its outcome. */
    callQualifyingData?: HexBinary;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The device that the data belong to. */
    deviceInfo?: DeviceID;
}
/** AssociateDataResponse confirms AssociateData. */
export type AssociateDataResponse = Base;
/** CancelTelephonyTones stops a tone that GenerateTelephonyTones has started. */
export interface CancelTelephonyTones extends Base {
    /** The connection that the tone is played into. */
    connectionToStopTone: ConnectionID;
}
/** CancelTelephonyTonesResponse confirms CancelTelephonyTones. */
export type CancelTelephonyTonesResponse = Base;
/**
 * ChangeConnectionInformation asks to change the media of a connection, such as which way
 * they flow.
 */
export interface ChangeConnectionInformation extends Base {
    /** The connection to change. */
    connectionToBeChanged: ConnectionID;
    /** The media asked for. */
    requestedConnectionInfo: ConnectionInformation;
}
/** ChangeConnectionInformationResponse says what the media of the connection are now. */
export interface ChangeConnectionInformationResponse extends Base {
    /** The media as they are now. */
    actualConnectionInfo?: ConnectionInformation;
}
/** GenerateDigits sends digits into a connected call, by tones (DTMF) or pulses. */
export interface GenerateDigits extends Base {
    /** The connection of the sending device. */
    connectionToSendDigits: ConnectionID;
    /** By tones or by pulses. */
    digitMode?: DigitMode;
    /** The digits; a comma is a pause. */
    charactersToSend: string;
    /** How long each is, in milliseconds. */
    toneDuration?: Integer;
    /** Pulses per second. */
    pulseRate?: Integer;
    /** The pause between two of them, in milliseconds. */
    pauseDuration?: Integer;
}
/** GenerateDigitsResponse confirms GenerateDigits. */
export type GenerateDigitsResponse = Base;
/** GenerateTelephonyTones plays a tone into a call. */
export interface GenerateTelephonyTones extends Base {
    /** The connection to play the tone into. */
    connectionToSendTone: ConnectionID;
    /** The tone. */
    toneToSend: TelephonyTone;
    /** For how long, in milliseconds; until CancelTelephonyTones where it is missing. */
    toneDuration?: Integer;
}
/** GenerateTelephonyTonesResponse confirms GenerateTelephonyTones. */
export type GenerateTelephonyTonesResponse = Base;
/** SendUserInformation sends data to the other parties of a call. */
export interface SendUserInformation extends Base {
    /** The connection of the device in its call. */
    existingCall: ConnectionID;
    /** Data sent along to the other parties. */
    userData: UserData;
}
/** SendUserInformationResponse confirms SendUserInformation. */
export type SendUserInformationResponse = Base;
/**
 * CallInformationEvent tells data of a call that no change of its connections comes with:
 * account codes, data of the application, the services now permitted.
 */
export interface CallInformationEvent extends EventHead {
    /** The connection of the alerting device. */
    connection: ConnectionID;
    /** The device that has the information. */
    device: SubjectDeviceID;
    /** The caller. */
    callingDevice?: CallingDeviceID;
    /** The account the call is charged to. */
    accountInfo?: HexBinary;
    /** Authorises the call. */
    authCode?: HexBinary;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** What an agent has noted on the call, such as its outcome. */
    callQualifyingData?: HexBinary;
    /** The media of the connection. */
    connectionInfo?: ConnectionInformation;
    /** What the calls that became one belong to. */
    callLinkageDataList?: CallLinkageDataList;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The device that the data belong to. */
    deviceInfo?: DeviceID;
}
/** ChargingEvent tells what a call has cost so far, or in the end. */
export interface ChargingEvent extends EventHead {
    /** The connection of the alerting device. */
    connection: ConnectionID;
    /** The device that pays. */
    chargedDevice: DeviceID;
    /** What the call has cost. */
    chargingInfo: ChargingInfo;
    /** Why it happened. */
    cause?: EventCause;
}
/** DigitsGeneratedEvent says that digits were sent into a call by a device. */
export interface DigitsGeneratedEvent extends EventHead {
    /** The connection of the alerting device. */
    connection: ConnectionID;
    /** The digits. */
    digitGeneratedList: string;
    /** How long each digit was, in milliseconds. */
    digitDurationList?: {
        digitDuration: Integer[];
    };
    /** The pause after each digit, in milliseconds. */
    pauseDurationList?: {
        pauseDuration: Integer[];
    };
    /** The media of the connection. */
    connectionInfo?: ConnectionInformation;
}
/** TelephonyTonesGeneratedEvent says that a tone was played into a call. */
export interface TelephonyTonesGeneratedEvent extends EventHead {
    /** The connection of the alerting device. */
    connection: ConnectionID;
    /** The tone. */
    toneGenerated?: TelephonyTone;
    /** The frequency, in hertz. */
    toneFrequency?: Integer;
    /** How long each is, in milliseconds. */
    toneDuration?: Integer;
    /** The pause between two of them, in milliseconds. */
    pauseDuration?: Integer;
    /** The media of the connection. */
    connectionInfo?: ConnectionInformation;
}
/**
 * ServiceCompletionFailureEvent says that a service of several steps that was confirmed at
 * first, such as a transfer, could not be completed, and how the calls were left.
 */
export interface ServiceCompletionFailureEvent extends EventHead {
    /** The first call, and the device that asked for the service. */
    primaryCall: PrimaryOrSecondaryCall;
    /** The second call. */
    secondaryCall?: PrimaryOrSecondaryCall;
    /** The other devices in the first call. */
    otherDevsPrimaryCallList?: {
        otherDevsPrimaryCall: OtherCall[];
    };
    /** The other devices in the second call. */
    otherDevsSecondaryCallList?: {
        otherDevsSecondaryCall: OtherCall[];
    };
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Why it happened. */
    cause: EventCause;
}
/** DigitMode says how digits are sent. */
export type DigitMode = 'rotaryPulse' | 'dTMF';
/** TelephonyTone is a tone. */
export type TelephonyTone = 'beep' | 'billing' | 'busy' | 'carrier' | 'confirmation' | 'dial' | 'faxCNG' | 'hold' | 'howler' | 'intrusion' | 'modemCNG' | 'park' | 'recordWarning' | 'reorder' | 'ringback' | 'silence' | 'sitVC' | 'sitIC' | 'sitRO' | 'sitNC' | 'switchSpec0' | 'switchSpec1' | 'switchSpec2' | 'switchSpec3' | 'switchSpec4' | 'switchSpec5' | 'switchSpec6' | 'switchSpec7' | 'switchSpec8' | 'switchSpec9' | 'switchSpec10' | 'switchSpec11' | 'switchSpec12' | 'switchSpec13' | 'switchSpec14' | 'switchSpec15' | 'switchSpec16' | 'switchSpec17' | 'switchSpec18' | 'switchSpec19' | 'switchSpec20' | 'switchSpec21' | 'switchSpec22' | 'switchSpec23' | 'switchSpec24' | 'switchSpec25' | 'switchSpec26' | 'switchSpec27' | 'switchSpec28' | 'switchSpec29' | 'switchSpec30' | 'switchSpec31' | 'switchSpec32' | 'switchSpec33' | 'switchSpec34' | 'switchSpec35' | 'switchSpec36' | 'switchSpec37' | 'switchSpec38' | 'switchSpec39' | 'switchSpec40' | 'switchSpec41' | 'switchSpec42' | 'switchSpec43' | 'switchSpec44' | 'switchSpec45' | 'switchSpec46' | 'switchSpec47' | 'switchSpec48' | 'switchSpec49' | 'switchSpec50' | 'switchSpec51' | 'switchSpec52' | 'switchSpec53' | 'switchSpec54' | 'switchSpec55' | 'switchSpec56' | 'switchSpec57' | 'switchSpec58' | 'switchSpec59' | 'switchSpec60' | 'switchSpec61' | 'switchSpec62' | 'switchSpec63' | 'switchSpec64' | 'switchSpec65' | 'switchSpec66' | 'switchSpec67' | 'switchSpec68' | 'switchSpec69' | 'switchSpec70' | 'switchSpec71' | 'switchSpec72' | 'switchSpec73' | 'switchSpec74' | 'switchSpec75' | 'switchSpec76' | 'switchSpec77' | 'switchSpec78' | 'switchSpec79' | 'switchSpec80' | 'switchSpec81' | 'switchSpec82' | 'switchSpec83' | 'switchSpec84' | 'switchSpec85' | 'switchSpec86' | 'switchSpec87' | 'switchSpec88' | 'switchSpec89' | 'switchSpec90' | 'switchSpec91' | 'switchSpec92' | 'switchSpec93' | 'switchSpec94' | 'switchSpec95' | 'switchSpec96' | 'switchSpec97' | 'switchSpec98' | 'switchSpec99' | 'switchSpec100';
/** PrimaryOrSecondaryCall is a device in a call and its state. */
export interface PrimaryOrSecondaryCall {
    /** The device. */
    deviceId?: DeviceID;
    connectionId?: ConnectionID;
    localConnectionState: LocalConnectionState;
    /** The media of the connection. */
    connectionInfo?: ConnectionInformation;
}
/** OtherCall is another device in a call and its state. */
export interface OtherCall {
    /** The device. */
    deviceId?: DeviceID;
    connectionId?: ConnectionID;
    localConnectionState?: LocalConnectionState;
    /** The media of the connection. */
    connectionInfo?: ConnectionInformation;
}
/**
 * ServiceInitiatedEvent says that a device has gone off hook, or is being prompted to, and
 * that a call is about to be made from it.
 */
export interface ServiceInitiatedEvent extends EventHead {
    /** The connection of the device that goes off hook. */
    initiatedConnection: ConnectionID;
    /** The device that goes off hook. */
    initiatingDevice: SubjectDeviceID;
    /** The number that was called in the first place. */
    calledDevice?: CalledDeviceID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    initiatedConnectionInfo?: ConnectionInformation;
    /** The caller as the network named it. */
    networkCallingDevice?: NetworkCallingDeviceID;
    /** The called number as the network named it. */
    networkCalledDevice?: NetworkCalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The parts of the message that the call carries. */
    messageInfo?: {
        messageInfoItem: MessageInfoItem[];
    };
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/**
 * OriginatedEvent says that a call has begun: the calling device is connected and the
 * called number is complete.
 */
export interface OriginatedEvent extends EventHead {
    /** The connection of the calling device. */
    originatedConnection: ConnectionID;
    /** The caller. */
    callingDevice: SubjectDeviceID;
    /** The number that was called in the first place. */
    calledDevice: CalledDeviceID;
    /** The device by which the caller reached the switching function, where it is another one. */
    originatingDevice?: DeviceID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The caller as the network named it. */
    networkCallingDevice?: NetworkCallingDeviceID;
    /** The called number as the network named it. */
    networkCalledDevice?: NetworkCalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The device in the switching function that stands for the number called from outside. */
    associatedCalledDevice?: AssociatedCalledDeviceID;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    originatedConnectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The parts of the message that the call carries. */
    messageInfo?: {
        messageInfoItem: MessageInfoItem[];
    };
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/** DeliveredEvent says that a call alerts at a device. */
export interface DeliveredEvent extends EventHead {
    /** The connection of the alerting device. */
    connection: ConnectionID;
    /** The device that rings. */
    alertingDevice: SubjectDeviceID;
    /** The caller. */
    callingDevice: CallingDeviceID;
    /** The number that was called in the first place. */
    calledDevice: CalledDeviceID;
    /** The device that redirected the call last. */
    lastRedirectionDevice: RedirectionDeviceID;
    /**
     * The connection, in the switching function the call came from, of the network interface
     * device that it came by.
     */
    originatingNIDConnection?: ConnectionID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The caller as the network named it. */
    networkCallingDevice?: NetworkCallingDeviceID;
    /** The called number as the network named it. */
    networkCalledDevice?: NetworkCalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The device in the switching function that stands for the number called from outside. */
    associatedCalledDevice?: AssociatedCalledDeviceID;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    connectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The parts of the message that the call carries. */
    messageInfo?: {
        messageInfoItem: MessageInfoItem[];
    };
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/** EstablishedEvent says that a call was answered. */
export interface EstablishedEvent extends EventHead {
    /** The connection of the device that answered. */
    establishedConnection: ConnectionID;
    /** The device that answered. */
    answeringDevice: SubjectDeviceID;
    /** The caller. */
    callingDevice: CallingDeviceID;
    /** The number that was called in the first place. */
    calledDevice: CalledDeviceID;
    /** The device that redirected the call last. */
    lastRedirectionDevice: RedirectionDeviceID;
    /**
     * The connection, in the switching function the call came from, of the network interface
     * device that it came by.
     */
    originatinNIDConnection?: ConnectionID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The caller as the network named it. */
    networkCallingDevice?: NetworkCallingDeviceID;
    /** The called number as the network named it. */
    networkCalledDevice?: NetworkCalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The device in the switching function that stands for the number called from outside. */
    associatedCalledDevice?: AssociatedCalledDeviceID;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    establishedConnectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The parts of the message that the call carries. */
    messageInfo?: {
        messageInfoItem: MessageInfoItem[];
    };
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/** HeldEvent says that a device has put its call on hold. */
export interface HeldEvent extends EventHead {
    /** The connection that was put on hold. */
    heldConnection: ConnectionID;
    /** The device that put it on hold. */
    holdingDevice: SubjectDeviceID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    heldConnectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/** RetrievedEvent says that a device has connected its held call again. */
export interface RetrievedEvent extends EventHead {
    /** The connection that was connected again. */
    retrievedConnection: ConnectionID;
    /** The device that connected it again. */
    retrievingDevice: SubjectDeviceID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    retrievedConnectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/** FailedEvent says that a call cannot be completed; cause says why. */
export interface FailedEvent extends EventHead {
    /** The connection that failed. */
    failedConnection: ConnectionID;
    /** The device at which the call failed. */
    failingDevice: SubjectDeviceID;
    /** The caller. */
    callingDevice: CallingDeviceID;
    /** The number that was called in the first place. */
    calledDevice: CalledDeviceID;
    /** The device that redirected the call last. */
    lastRedirectionDevice: RedirectionDeviceID;
    /**
     * The connection, in the switching function the call came from, of the network interface
     * device that it came by.
     */
    originatingNIDConnection?: ConnectionID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The caller as the network named it. */
    networkCallingDevice?: NetworkCallingDeviceID;
    /** The called number as the network named it. */
    networkCalledDevice?: NetworkCalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The device in the switching function that stands for the number called from outside. */
    associatedCalledDevice?: AssociatedCalledDeviceID;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    failedConnectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The parts of the message that the call carries. */
    messageInfo?: {
        messageInfoItem: MessageInfoItem[];
    };
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/**
 * NetworkReachedEvent says that a call has left the switching function by a trunk. What
 * happens beyond is known only as far as the network tells.
 */
export interface NetworkReachedEvent extends EventHead {
    /** The connection of the trunk. */
    outboundConnection: ConnectionID;
    /** The trunk or network interface by which the call left. */
    networkInterfaceUsed: SubjectDeviceID;
    /** The caller. */
    callingDevice: CallingDeviceID;
    /** The number that was called in the first place. */
    calledDevice: CalledDeviceID;
    /** The device that redirected the call last. */
    lastRedirectionDevice: RedirectionDeviceID;
    /**
     * The connection, in the switching function the call came from, of the network interface
     * device that it came by.
     */
    originatingNIDConnection?: ConnectionID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** What the network beyond the trunk can tell. */
    networkCapability?: NetworkCapability;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    outboundConnectionInfo?: ConnectionInformation;
    /** The caller as the network named it. */
    networkCallingDevice?: NetworkCallingDeviceID;
    /** The called number as the network named it. */
    networkCalledDevice?: NetworkCalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/** ConnectionClearedEvent says that a device has left a call. */
export interface ConnectionClearedEvent extends EventHead {
    /** The connection that was released. */
    droppedConnection: ConnectionID;
    /** The device that released it. */
    releasingDevice: SubjectDeviceID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** What the call has cost. */
    chargingInfo?: ChargingInfo;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    droppedConnectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/**
 * OfferedEvent says that a call is offered to a device and does not ring yet. It can be
 * accepted, answered, deflected or cleared.
 */
export interface OfferedEvent extends EventHead {
    /** The connection that is offered the call. */
    offeredConnection: ConnectionID;
    /** The device that is offered the call. */
    offeredDevice: SubjectDeviceID;
    /** The caller. */
    callingDevice: CallingDeviceID;
    /** The number that was called in the first place. */
    calledDevice: CalledDeviceID;
    /** The device that redirected the call last. */
    lastRedirectionDevice: RedirectionDeviceID;
    /**
     * The connection, in the switching function the call came from, of the network interface
     * device that it came by.
     */
    originatingNIDConnection?: ConnectionID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The caller as the network named it. */
    networkCallingDevice?: NetworkCallingDeviceID;
    /** The called number as the network named it. */
    networkCalledDevice?: NetworkCalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The device in the switching function that stands for the number called from outside. */
    associatedCalledDevice?: AssociatedCalledDeviceID;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    offeredConnectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The parts of the message that the call carries. */
    messageInfo?: {
        messageInfoItem: MessageInfoItem[];
    };
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/**
 * QueuedEvent says that a call waits in a queue, such as that of a distribution group or a
 * parking device.
 */
export interface QueuedEvent extends EventHead {
    /** The connection that waits. */
    queuedConnection: ConnectionID;
    /** The device that it waits at. */
    queue: SubjectDeviceID;
    /** The caller. */
    callingDevice: CallingDeviceID;
    /** The number that was called in the first place. */
    calledDevice: CalledDeviceID;
    /** The device that redirected the call last. */
    lastRedirectionDevice: RedirectionDeviceID;
    /** How many calls are in the queue, this one included. */
    numberQueued?: Integer;
    /** How many calls are before it. */
    callsInFront?: Integer;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The caller as the network named it. */
    networkCallingDevice?: NetworkCallingDeviceID;
    /** The called number as the network named it. */
    networkCalledDevice?: NetworkCalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The device in the switching function that stands for the number called from outside. */
    associatedCalledDevice?: AssociatedCalledDeviceID;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    queuedConnectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The parts of the message that the call carries. */
    messageInfo?: {
        messageInfoItem: MessageInfoItem[];
    };
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/**
 * DivertedEvent says that a call has left a device without being answered there: it was
 * forwarded, deflected, picked up or parked.
 */
export interface DivertedEvent extends EventHead {
    /** The connection of the alerting device. */
    connection: ConnectionID;
    /** The device the call has left. */
    divertingDevice: SubjectDeviceID;
    /** Where the call goes. */
    newDestination: SubjectDeviceID;
    /** The caller. */
    callingDevice?: CallingDeviceID;
    /** The number that was called in the first place. */
    calledDevice?: CalledDeviceID;
    /** The device that redirected the call last. */
    lastRedirectionDevice: RedirectionDeviceID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    connectionInfo?: ConnectionInformation;
    /** The caller as the network named it. */
    networkCallingDevice?: NetworkCallingDeviceID;
    /** The called number as the network named it. */
    networkCalledDevice?: NetworkCalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The device in the switching function that stands for the number called from outside. */
    associatedCalledDevice?: AssociatedCalledDeviceID;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The parts of the message that the call carries. */
    messageInfo?: {
        messageInfoItem: MessageInfoItem[];
    };
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/**
 * TransferedEvent says that a call was transferred; the transferring device has left it.
 * The standard spells the name with one r.
 */
export interface TransferedEvent extends EventHead {
    /** The held call, at the transferring device; in a single step transfer the only one. */
    primaryOldCall: ConnectionID;
    /** The active call, at the same device. */
    secondaryOldCall?: ConnectionID;
    /** The device that has transferred it. */
    transferringDevice: SubjectDeviceID;
    /** The device that the call was transferred to. */
    transferredToDevice: SubjectDeviceID;
    /** What has become of the connections. */
    transferredConnections: {
        connectionListItem: ConnectionListItem[];
    };
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** What the call has cost. */
    chargingInfo?: ChargingInfo;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** What the calls that became one belong to. */
    callLinkageDataList?: CallLinkageDataList;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/**
 * ConferencedEvent says that two calls have become one, or that a device was added to a
 * call.
 */
export interface ConferencedEvent extends EventHead {
    /** The held call, at the conferencing device; in a single step conference the only one. */
    primaryOldCall: ConnectionID;
    /** The active call, at the same device. */
    secondaryOldCall?: ConnectionID;
    /** The device that conferenced. */
    conferencingDevice: SubjectDeviceID;
    /** The device that was added. */
    addedParty: SubjectDeviceID;
    /** What has become of the connections. */
    conferenceConnections: {
        connectionListItem: ConnectionListItem[];
    };
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** What the calls that became one belong to. */
    callLinkageDataList?: CallLinkageDataList;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/**
 * BridgedEvent says that an appearance of a shared line has become inactive in a call that
 * goes on at other appearances; the user may join again.
 */
export interface BridgedEvent extends EventHead {
    /** The connection of the appearance. */
    bridgedConnection: ConnectionID;
    /** The appearance. */
    bridgedAppearance: SubjectDeviceID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    bridgedConnectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/**
 * DigitsDialedEvent says that a part of the number was dialled and that more digits are
 * expected.
 */
export interface DigitsDialedEvent extends EventHead {
    /** The connection that is being dialled from. */
    dialingConnection: ConnectionID;
    /** The device that dials. */
    dialingDevice: SubjectDeviceID;
    /** The digits dialled so far. */
    dialingSequence: DeviceID;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The caller as the network named it. */
    networkCallingDevice?: NetworkCallingDeviceID;
    /** The called number as the network named it. */
    networkCalledDevice?: NetworkCalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The device in the switching function that stands for the number called from outside. */
    associatedCalledDevice?: AssociatedCalledDeviceID;
    /** The media of the connection. */
    dialingConnectionInfo?: ConnectionInformation;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/**
 * NetworkCapabilitiesChangedEvent says that what the network beyond a trunk can tell of a
 * call has changed.
 */
export interface NetworkCapabilitiesChangedEvent extends EventHead {
    /** The connection of the trunk. */
    outboundConnection: ConnectionID;
    /** The trunk or network interface by which the call left. */
    networkInterfaceUsed: SubjectDeviceID;
    /** The number that was called in the first place. */
    calledDevice: CalledDeviceID;
    /** What the network has told. */
    progressIndicator: ProgressIndicator;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** What the network beyond the trunk can tell. */
    networkCapability?: NetworkCapability;
    /** Why it happened. */
    cause: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    outboundConnectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/** CallClearedEvent says that a call has ended. It is reported to monitors of calls. */
export interface CallClearedEvent extends EventHead {
    /** The call that has ended. */
    clearedCall: ConnectionID;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Why it happened. */
    cause: EventCause;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/** ProgressLocation is the part of the network that tells it. */
export type ProgressLocation = 'user' | 'privateNetServingLocal' | 'publicNetServingLocal' | 'transitNetwork' | 'publicNetServingRemote' | 'privateNetServingRemote' | 'localInterface' | 'internationalNetwork' | 'networkBeyondInterwk' | 'other';
/** ProgressDescription is the signalling that it is told by. */
export type ProgressDescription = 'iSDNProgressDesc' | 'qSIGProgressDesc' | 'other';
/** ProgressIndicator is what the network has told about the progress of a call. */
export interface ProgressIndicator {
    progressLocation: ProgressLocation;
    progressDescription: ProgressDescription;
}
/**
 * ConsultationCall puts the active call of a device on hold and calls another device, in
 * one step. Usually ReconnectCall, TransferCall or ConferenceCall follow.
 */
export interface ConsultationCall extends Base {
    /** The active call, which goes on hold. */
    existingCall: ConnectionID;
    /** The device to call. */
    consultedDevice: DeviceID;
    /** Keeps a line free for the call while it is held. */
    connectionReservation?: boolean;
    /** Charges the call to an account. */
    accountCode?: HexBinary;
    /** Authorises the call. */
    authCode?: HexBinary;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** The media of the connection. */
    callingConnectionInfo?: ConnectionInformation;
    /** What the application means to do afterwards. */
    consultOptions?: ConsultOptions;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
}
/** ConsultationCallResponse names the new call: the connection of the consulting device. */
export interface ConsultationCallResponse extends Base {
    /** The connection in the new call. */
    initiatedCall: ConnectionID;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** The media of the new call's connection. */
    initiatedCallInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
}
/**
 * AlternateCall puts the active call of a device on hold and connects its held call again,
 * in one step.
 */
export interface AlternateCall extends Base {
    /** The call on hold. */
    heldCall: ConnectionID;
    /** The call that goes on hold. */
    activeCall: ConnectionID;
    /** Keeps a line free for the call while it is held. */
    connectionReservation?: boolean;
    /** What the application means to do afterwards. */
    consultOptions?: ConsultOptions;
}
/** AlternateCallResponse confirms AlternateCall. */
export type AlternateCallResponse = Base;
/** ReconnectCall clears the active call of a device and connects its held call again. */
export interface ReconnectCall extends Base {
    /** The call that is cleared. */
    activeCall: ConnectionID;
    /** The call on hold. */
    heldCall: ConnectionID;
}
/** ReconnectCallResponse confirms ReconnectCall. */
export type ReconnectCallResponse = Base;
/**
 * TransferCall connects the other party of a held call with that of an active call of the
 * same device, which leaves both. Some switching functions allow it while the active call
 * still alerts.
 */
export interface TransferCall extends Base {
    /** The call on hold. */
    heldCall: ConnectionID;
    /** The call that the device is talking in. */
    activeCall: ConnectionID;
}
/** TransferCallResponse names the resulting call. */
export interface TransferCallResponse extends Base {
    /** The call that results. */
    transferredCall: ConnectionID;
    /** What has become of the connections. */
    connections?: {
        connectionListItem: ConnectionListItem[];
    };
    /** The media of the resulting connection. */
    transferredCallInfo?: ConnectionInformation;
    /** What the calls that became one belong to. */
    callLinkageDataList?: CallLinkageDataList;
}
/**
 * SingleStepTransferCall transfers an active call to another device without consulting it
 * first: the blind transfer.
 */
export interface SingleStepTransferCall extends Base {
    /** The connection of the transferring device. */
    activeCall: ConnectionID;
    /** Where the call is to go. */
    transferredTo: DeviceID;
    /** Charges the call to an account. */
    accountCode?: HexBinary;
    /** Authorises the call. */
    authCode?: HexBinary;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Why the application asks for it. */
    reason?: EventCause;
}
/** SingleStepTransferCallResponse names the call at the device it was transferred to. */
export interface SingleStepTransferCallResponse extends Base {
    /** The call that results. */
    transferredCall: ConnectionID;
    /** What has become of the connections. */
    connections?: {
        connectionListItem: ConnectionListItem[];
    };
    /** The media of the resulting connection. */
    transferredCallInfo?: ConnectionInformation;
    /** What the calls that became one belong to. */
    callLinkageDataList?: CallLinkageDataList;
}
/**
 * ConferenceCall joins a held and an active call of the same device into one, in which the
 * device stays.
 */
export interface ConferenceCall extends Base {
    /** The call on hold. */
    heldCall: ConnectionID;
    /** The call that the device is talking in. */
    activeCall: ConnectionID;
}
/** ConferenceCallResponse names the resulting call, at the device that conferenced. */
export interface ConferenceCallResponse extends Base {
    /** The call all are in now. */
    conferenceCall: ConnectionID;
    /** What has become of the connections. */
    connections?: {
        connectionListItem: ConnectionListItem[];
    };
    /** The media of the resulting connection. */
    conferenceCallInfo?: ConnectionInformation;
    /** What the calls that became one belong to. */
    callLinkageDataList?: CallLinkageDataList;
}
/** SingleStepConferenceCall adds a device to an existing call, to speak or only to listen. */
export interface SingleStepConferenceCall extends Base {
    /** The connection of a party of the call. */
    activeCall: ConnectionID;
    /** The device to add. */
    deviceToJoin: DeviceID;
    /** Whether the device speaks or only listens. */
    participationType: ParticipationType;
    /** Charges the call to an account. */
    accountCode?: HexBinary;
    /** Authorises the call. */
    authCode?: HexBinary;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
}
/** SingleStepConferenceCallResponse names the resulting call at the added device. */
export interface SingleStepConferenceCallResponse extends Base {
    /** The call all are in now. */
    conferencedCall: ConnectionID;
    /** The media of the resulting connection. */
    conferencedCallInfo?: ConnectionInformation;
    /** What the calls that became one belong to. */
    callLinkageDataList?: CallLinkageDataList;
}
/**
 * JoinCall adds a device to an existing call at that device's own wish;
 * SingleStepConferenceCall does so at the wish of a party.
 */
export interface JoinCall extends Base {
    /** A connection of the call to join. */
    activeCall: ConnectionID;
    /** The device to add. */
    joiningDevice: DeviceID;
    /** Whether the calling device rings first. */
    autoOriginate: AutoOriginate;
    /** Whether the device speaks or only listens. */
    participationType: ParticipationType;
    /** Charges the call to an account. */
    accountCode?: HexBinary;
    /** Authorises the call. */
    authCode?: HexBinary;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
}
/** JoinCallResponse names the resulting call at the device that has joined. */
export interface JoinCallResponse extends Base {
    /** The call all are in now. */
    conferencedCall: ConnectionID;
    /** The media of the resulting connection. */
    conferencedCallInfo?: ConnectionInformation;
    /** What the calls that became one belong to. */
    callLinkageDataList?: CallLinkageDataList;
}
/**
 * IntrudeCall breaks into the call of a busy device for a caller whose own call has failed
 * there.
 */
export interface IntrudeCall extends Base {
    /** The connection of the calling device, which has failed. */
    intrude: ConnectionID;
    /** Whether the device speaks or only listens. */
    participationType: ParticipationType;
    /** Data sent along to the other parties. */
    userData?: UserData;
}
/** IntrudeCallResponse names the resulting call. */
export interface IntrudeCallResponse extends Base {
    /** The call all are in now. */
    conferencedCall?: ConnectionID;
    /** The media of the resulting connection. */
    conferencedCallInfo?: ConnectionInformation;
    /** What the calls that became one belong to. */
    callLinkageDataList?: CallLinkageDataList;
}
/**
 * DeflectCall sends a call that alerts or queues at a device to another one. Some switching
 * functions deflect connected and held calls too.
 */
export interface DeflectCall extends Base {
    /** The connection the call is to leave. */
    callToBeDiverted: ConnectionID;
    /** Where the call is to go; several destinations ring together or in turn. */
    newDestination: {
        device: DeviceID[];
    };
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Why the application asks for it. */
    reason?: EventCause;
}
/** DeflectCallResponse confirms DeflectCall. */
export type DeflectCallResponse = Base;
/**
 * DirectedPickupCall takes a call that alerts, queues or is held at one device and connects
 * it to another one.
 */
export interface DirectedPickupCall extends Base {
    /** The connection at the device where the call alerts, queues or is held. */
    callToBePickedUp: ConnectionID;
    /** The device that picks up. */
    requestingDevice: DeviceID;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
}
/** DirectedPickupCallResponse names the call at the device that has picked it up. */
export interface DirectedPickupCallResponse extends Base {
    /** The connection in the call. */
    pickedCall?: ConnectionID;
    /** The media of the resulting connection. */
    pickedCallInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
}
/**
 * GroupPickupCall takes a call that alerts at any device of a pick-up group and connects it
 * to a device of the group.
 */
export interface GroupPickupCall extends Base {
    /** The device that picks up. */
    newDestination: DeviceID;
    /** The group; that of the device where none is named. */
    pickGroup?: DeviceID;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
}
/** GroupPickupCallResponse names the call at the device that has picked it up. */
export interface GroupPickupCallResponse extends Base {
    /** The connection in the call. */
    pickedCall?: ConnectionID;
    /** The media of the resulting connection. */
    pickedCallInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
}
/**
 * ParkCall moves a connected or held call to another device, where it waits to be picked
 * up.
 */
export interface ParkCall extends Base {
    /** The connection to park. */
    parking: ConnectionID;
    /** Where the call is to wait. */
    parkTo: DeviceID;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
}
/** ParkCallResponse names the parked call. */
export interface ParkCallResponse extends Base {
    /** The connection at the device where it waits. */
    parkedTo?: ConnectionID;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
}
/**
 * CamponCall makes a call wait for a busy device; it is delivered when the device becomes
 * free.
 */
export interface CamponCall extends Base {
    /** The connection of the called device. */
    camponConnection: ConnectionID;
}
/** CamponCallResponse confirms CamponCall. */
export type CamponCallResponse = Base;
/**
 * CallBack has the switching function call both parties again when a called device that was
 * busy or did not answer becomes free. The call that asks for it is cleared.
 */
export interface CallBack extends Base {
    /** The connection of the calling device. */
    callbackConnection: ConnectionID;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
}
/** CallBackResponse confirms CallBack. */
export interface CallBackResponse extends Base {
    /** The device to be called. */
    targetDevice?: DeviceID;
}
/**
 * CallBackMessage leaves a message at a called device that was busy or did not answer,
 * asking its user to call back.
 */
export interface CallBackMessage extends Base {
    /** The connection of the calling device. */
    callbackMessageConnection: ConnectionID;
}
/** CallBackMessageResponse confirms CallBackMessage. */
export interface CallBackMessageResponse extends Base {
    /** The device to be called. */
    targetDevice?: DeviceID;
}
/** ConsultOptions say what the application means to do after a consultation. */
export type ConsultOptions = 
/** Anything. */
'unrestricted'
/** Nothing but talk. */
 | 'consultOnly'
/** Transfer. */
 | 'transferOnly'
/** Conference. */
 | 'conferenceOnly';
/** ConnectionEndpoint is the device at the end of a connection. */
export type ConnectionEndpoint = OneOf<{
    /** The device. */
    deviceId: DeviceID;
    /** The device is not known. */
    notKnown: Empty;
    /** The device's identity is withheld. */
    restricted: Empty;
}>;
/** AssociatedNID is the network interface device that an outside party is reached by. */
export type AssociatedNID = OneOf<{
    /** The device. */
    deviceId: DeviceID;
    /** The device is not known. */
    notKnown: Empty;
}>;
/** ConnectionListItem says what has become of a connection when calls were joined. */
export interface ConnectionListItem {
    /** The connection now. */
    newConnection?: ConnectionID;
    /** The connection before; without it the device is new in the call. */
    oldConnection?: ConnectionID;
    /** The device at its end. */
    endpoint?: ConnectionEndpoint;
    /** The network interface it goes by. */
    associatedNID?: AssociatedNID;
    /** Its media. */
    resultingConnectionInfo?: ConnectionInformation;
}
/**
 * CallLinkageDataList tells the linkage of a call that has changed: the new one and the old
 * one.
 */
export interface CallLinkageDataList {
    /** Of the call that goes on. */
    newCallLinkageData: CallLinkageData;
    /** Of the call that is no more. */
    oldCallLinkageData: CallLinkageData;
}
/** ParticipationType says whether a device that comes into a call speaks or only listens. */
export type ParticipationType = 
/** Only listens. */
'silent'
/** Speaks and listens. */
 | 'active' | 'none';
/**
 * MakeCall sets up a call from one device to another. The response names the connection of
 * the calling device; how the call fares is told by events.
 */
export interface MakeCall extends Base {
    /** The caller. */
    callingDevice: DeviceID;
    /** The number to call. */
    calledDirectoryNumber: DeviceID;
    /** Charges the call to an account. */
    accountCode?: HexBinary;
    /** Authorises the call. */
    authCode?: HexBinary;
    /** Whether the calling device rings first. Default prompt. */
    autoOriginate?: AutoOriginate;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** The media of the connection. */
    callingConnectionInfo?: ConnectionInformation;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Why the application asks for it. */
    reason?: EventCause;
}
/** MakeCallResponse names the new call: the connection of the calling device. */
export interface MakeCallResponse extends Base {
    /** The caller. */
    callingDevice: ConnectionID;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** The media of the new call's connection. */
    initiatedCallInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
}
/** AnswerCall answers a call that alerts or queues at a device, or that prompts its caller. */
export interface AnswerCall extends Base {
    /** The call to answer. */
    callToBeAnswered: ConnectionID;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
}
/**
 * AnswerCallResponse confirms AnswerCall; EstablishedEvent says that the parties are
 * connected.
 */
export type AnswerCallResponse = Base;
/**
 * ClearConnection releases one device from a call. In a call of two parties the other one
 * is released too.
 */
export interface ClearConnection extends Base {
    /** The connection to release. */
    connectionToBeCleared: ConnectionID;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Why the application asks for it. */
    reason?: EventCause;
}
/** ClearConnectionResponse confirms ClearConnection. */
export type ClearConnectionResponse = Base;
/** HoldCall puts a connected call on hold. */
export interface HoldCall extends Base {
    /** The call to put on hold. */
    callToBeHeld: ConnectionID;
    /** Keeps a line free for the call while it is held. */
    connectionReservation?: boolean;
}
/** HoldCallResponse confirms HoldCall. */
export type HoldCallResponse = Base;
/** RetrieveCall connects a held call again. */
export interface RetrieveCall extends Base {
    /** The call to connect again. */
    callToBeRetrieved: ConnectionID;
}
/** RetrieveCallResponse confirms RetrieveCall. */
export type RetrieveCallResponse = Base;
/**
 * MakePredictiveCall calls a number on behalf of a device or group and connects them only
 * when the called side has reached the state asked for. It is the service of predictive
 * dialers.
 */
export interface MakePredictiveCall extends Base {
    /** The caller. */
    callingDevice: DeviceID;
    /** The number to call. */
    calledDirectoryNumber: DeviceID;
    /** What the called side has to reach, and what happens then. */
    signallingDetection?: SignallingDetection;
    /** What happens when a person, an answering machine or a fax answers. */
    destinationDetection?: {
        detectionItem: DetectionItem[];
    };
    /** What happens when none of the conditions is met. */
    defaultAction?: DetectionAction;
    /** Charges the call to an account. */
    accountCode?: HexBinary;
    /** Authorises the call. */
    authCode?: HexBinary;
    /** Whether the calling device rings first. Default prompt. */
    autoOriginate?: AutoOriginate;
    /** How long the called device may ring, in seconds. */
    alertTime?: Integer;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
}
/** MakePredictiveCallResponse names the new call: the connection of the called device. */
export interface MakePredictiveCallResponse extends Base {
    /** The connection in the new call. */
    initiatedCall: ConnectionID;
    /** The media of the new call's connection. */
    initiatedCallInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
}
/**
 * MakeConnection begins a call of a single device, mostly a conference bridge, that others
 * can be added to.
 */
export interface MakeConnection extends Base {
    /** The device that goes off hook. */
    initiatingDevice: DeviceID;
    /** Charges the call to an account. */
    accountCode?: HexBinary;
    /** Authorises the call. */
    authCode?: HexBinary;
    /** Whether the calling device rings first. Default prompt. */
    autoOriginate?: AutoOriginate;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** The media of the connection. */
    connectionInfo?: ConnectionInformation;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** Why the application asks for it. */
    reason?: EventCause;
    /** How many devices may take part. */
    maxDevices?: Integer;
    /** When it begins. */
    startTime?: string;
    /** How long it lasts. */
    duration?: Integer;
}
/** MakeConnectionResponse names the new call: the connection of the device. */
export interface MakeConnectionResponse extends Base {
    /** The device that goes off hook. */
    initiatingDevice: ConnectionID;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** The media of the new call's connection. */
    initiatedCallInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
}
/**
 * DialDigits adds digits to the number of a call that is being dialled. It needs a
 * connection that is initiated, or connected with the number still incomplete.
 */
export interface DialDigits extends Base {
    /** The connection to dial on. */
    diallingConnection: ConnectionID;
    /** The digits to add. */
    diallingSequence: DeviceID;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
}
/** DialDigitsResponse confirms DialDigits. */
export type DialDigitsResponse = Base;
/**
 * AcceptCall takes a call that is offered to a device, so that it begins to ring there. It
 * needs a connection that alerts and is only offered yet (OfferedEvent).
 */
export interface AcceptCall extends Base {
    /** The call to accept. */
    callToBeAccepted: ConnectionID;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Data sent along to the other parties. */
    userData?: UserData;
}
/** AcceptCallResponse confirms AcceptCall. */
export type AcceptCallResponse = Base;
/** ClearCall releases all devices from a call and so ends it. */
export interface ClearCall extends Base {
    /** A connection of the call to end. */
    callToBeCleared: ConnectionID;
    /** Data sent along to the other parties. */
    userData?: UserData;
    /** Why the application asks for it. */
    reason?: EventCause;
}
/** ClearCallResponse confirms ClearCall. */
export type ClearCallResponse = Base;
/**
 * SendMessage sends a message, such as a short message or mail, to one or several devices,
 * as a call of the media class it belongs to.
 */
export interface SendMessage extends Base {
    /** The caller. */
    callingDevice: DeviceID;
    /** Those it goes to. */
    destinationDevices: {
        device: DeviceID[];
    };
    /** The parts of the message that the call carries. */
    messageInfo: {
        messageInfoItem: MessageInfoItem[];
    };
    /** Charges the call to an account. */
    accountCode?: HexBinary;
    /** Authorises the call. */
    authCode?: HexBinary;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
}
/**
 * SendMessageResponse names the calls by which the message is sent, one for each
 * destination.
 */
export interface SendMessageResponse extends Base {
    /** The calls. */
    connectionList: {
        connection: ConnectionID[];
    };
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** What the calls belong to. */
    listOfCallLinkageData?: {
        callLinkageData: CallLinkageData[];
    };
}
/**
 * AutoOriginate says whether the calling device rings first and its user has to lift the
 * handset.
 */
export type AutoOriginate = 
/** The calling device rings first. */
'prompt'
/** The calling device goes off hook by itself. */
 | 'doNotPrompt';
/** SignallingCondition is what the called side has to reach. */
export type SignallingCondition = 
/** It rings. */
'callDelivered'
/** It has answered. */
 | 'callEstablished';
/**
 * SignallingConditionsAction says whether the kind of party is found out before it is
 * connected.
 */
export type SignallingConditionsAction = 
/** The kind of party is found out first. */
'destinationDetection'
/** It is connected. */
 | 'remainConnected';
/** SignallingDetection says what the called side has to reach, and what happens then. */
export interface SignallingDetection {
    signallingCondition: SignallingCondition;
    signallingConditionsAction: SignallingConditionsAction;
}
/** DestinationCondition is the kind of party that answers. */
export type DestinationCondition = 
/** A person. */
'humanVoice'
/** An answering machine. */
 | 'answeringMachine'
/** A fax. */
 | 'facsimileMachine';
/** DetectionAction says whether the called party is cleared or connected. */
export type DetectionAction = 
/** The called party is cleared. */
'clearCalledConnection'
/** The called party is connected. */
 | 'remainConnected';
/** DetectionItem says what happens when a certain kind of party answers. */
export interface DetectionItem {
    destinationCondition: DestinationCondition;
    detectionAction: DetectionAction;
}
/** GetCSTAFeatures asks which services and events the switching function offers. */
export type GetCSTAFeatures = Base;
/**
 * GetCSTAFeaturesResponse lists the services and events that are offered, each with the
 * options it comes with. What is not listed is not offered.
 */
export interface GetCSTAFeaturesResponse extends Base {
    /** The services, by groups. */
    supportedServices?: SupportedServices;
    /** The events, by groups. */
    supportedEvents?: SupportedEvents;
}
/**
 * GetLogicalDeviceInformation asks what a device can do as a party to calls: its logical
 * element, as opposed to keys, lamps and displays.
 */
export interface GetLogicalDeviceInformation extends Base {
    /** The device in question. */
    device: DeviceID;
}
/**
 * GetLogicalDeviceInformationResponse describes the logical element of a device: its kind,
 * its appearances, its limits, and the services and events it takes part in.
 */
export interface GetLogicalDeviceInformationResponse extends Base {
    /** What kind of device it is. Default station. */
    deviceCategory?: DeviceCategory;
    /** What kind of group it is. */
    groupDeviceAttributes?: GroupDeviceAttributes;
    /** What it is called in the switching function. */
    namedDeviceTypes?: NamedDeviceTypes;
    /** Its short number. */
    shortFormDeviceId?: DeviceID;
    /** Whether it has a physical element too. */
    hasPhysicalElement: boolean;
    /** Whether the devices of an ACD can be seen. */
    acdModels: ACDModels;
    /** The ways in which agents log on. */
    agentLogOnModels?: AgentLogOnModels;
    /** Whether its appearances can be named one by one. */
    appearanceAddressable: boolean;
    /** What kind of appearances it has. */
    appearanceType: AppearanceType;
    /** The names of its appearances. */
    appearanceList?: {
        appearance: string[];
    };
    /** The physical devices that belong to it. */
    otherPhysicalDeviceList?: {
        deviceId: DeviceID[];
    };
    /** What monitors of groups and ACD devices include. */
    miscMonitorCaps?: MiscMonitorCaps;
    /** The groups it belongs to. */
    associatedGroupList?: {
        deviceId: DeviceID[];
    };
    /** How many call backs can be requested at it. */
    maxCallbacks?: Integer;
    /** After how many rings at most it answers by itself. */
    maxAutoAnswerRings?: Integer;
    /** How many calls it can be active in. */
    maxActiveCalls?: Integer;
    /** How many calls it can hold. */
    maxHeldCalls?: Integer;
    /** How many forwarding settings it can have. */
    maxFwdSettings?: Integer;
    /** How many devices a conference may have. */
    maxDevicesInConf?: Integer;
    /** How two calls come about that can be transferred or conferenced. */
    transAndConfSetup?: TransAndConfSetup;
    /** The events that a monitor of type device on a device does not report. */
    deviceOnDeviceMonitorFilter?: MonitorFilter;
    /** The events that a monitor of type device on a connection does not report. */
    deviceOnConnectionMonitorFilter?: MonitorFilter;
    /** The events that a monitor of type call on a device does not report. */
    callOnDeviceMonitorFilter?: MonitorFilter;
    /** The events that a monitor of type call on a connection does not report. */
    callOnConnectionMonitorFilter?: MonitorFilter;
    /** The media whose calls are supported. */
    mediaClassSupport?: MonitorMediaClass;
    /** The media services that can be attached. */
    mediaServiceCapsList?: {
        mediaServiceCapsItem: MediaServiceCapsItem[];
    };
    /** The connection rates that are supported. */
    connectionRateList?: {
        connectionRate: Integer[];
    };
    /** The delay tolerances that are supported. */
    delayToleranceList?: {
        delayTolerance: Integer[];
    };
    /** How many channels a connection may have. */
    numberOfChannels?: Integer;
    /** How many channels can be bound together. */
    maxChannelBind?: Integer;
    /** The routeing services it takes part in. */
    routeingServList?: RouteingServList;
    /** The services it takes part in. */
    logDevServList?: LogDevServList;
    /** The events it takes part in. */
    logDevEvtsList?: LogDevEvtsList;
    /** The maintenance events it takes part in. */
    deviceMaintEvtsList?: DeviceMaintEvtsList;
}
/**
 * GetPhysicalDeviceInformation asks what a device has to offer to its user: its physical
 * element with display, buttons, lamps, ringers and auditory apparatus.
 */
export interface GetPhysicalDeviceInformation extends Base {
    /** The device in question. */
    device: DeviceID;
}
/** GetPhysicalDeviceInformationResponse describes the physical element of a device. */
export interface GetPhysicalDeviceInformationResponse extends Base {
    /** What kind of device it is. */
    deviceCategory: DeviceCategory;
    /** What kind of group it is. */
    groupDeviceAttributes?: GroupDeviceAttributes;
    /** What it is called in the switching function. */
    namedDeviceTypes?: NamedDeviceTypes;
    /** Whether it has a logical element too. */
    hasLogicalElement: boolean;
    /** The logical devices that belong to it. */
    otherLogicalDeviceList?: {
        deviceId: DeviceID[];
    };
    /** Its make and model. */
    deviceModelName?: string;
    /** The events that a monitor of type device on a device does not report. */
    deviceOnDeviceMonitorFilter?: MonitorFilter;
    /** The events that a monitor of type device on a connection does not report. */
    deviceOnConnectionMonitorFilter?: MonitorFilter;
    /** The events that a monitor of type call on a device does not report. */
    callOnDeviceMonitorFilter?: MonitorFilter;
    /** The events that a monitor of type call on a connection does not report. */
    callOnConnectionMonitorFilter?: MonitorFilter;
    /** How many displays it has. */
    maxDisplays?: Integer;
    /** How many buttons it has. */
    maxButtons?: Integer;
    /** How many lamps it has. */
    maxLamps?: Integer;
    /** How many ring patterns it has. */
    maxRingPatterns?: Integer;
    /** The services it takes part in. */
    physDevServList?: PhysDevServList;
    /** The events it takes part in. */
    physDevEvtsList?: PhysDevEvtsList;
}
/**
 * GetSwitchingFunctionCaps asks for the capabilities and limits of the switching function
 * as a whole.
 */
export type GetSwitchingFunctionCaps = Base;
/**
 * GetSwitchingFunctionCapsResponse describes the switching function: who made it, how it
 * names devices, what it supports and how long its parameters may be.
 */
export interface GetSwitchingFunctionCapsResponse extends Base {
    /** The name of the switching sub-domain. */
    switchingSubDomainName?: string;
    /** Who made it. */
    manufacturerName?: string;
    /** The profiles of the standard that it fulfils. */
    profiles?: Profiles;
    /** Which characters device identifiers may have. */
    deviceIdFormat?: DeviceIDFormat;
    /** How features work that switching functions see differently. */
    swDomainFeatures?: SwDomainFeatures;
    /** Whether appearances can be named one by one. */
    swAppearanceAddressability?: SwAppearanceAddressability;
    /** The kinds of appearances devices have. */
    swAppearanceTypes?: SwAppearanceTypes;
    /** Whether parameters that are not supported are ignored or refused. */
    ignoreUnsupportedParameters: IgnoreUnsupportedParameters;
    /** The properties of calls that are known. */
    callCharacteristicsSupported?: CallCharacteristics;
    /** The media whose calls are supported. */
    mediaClassSupport?: MonitorMediaClass;
    /** How many channels a connection may have. */
    numberOfChannels?: Integer;
    /** How many channels can be bound together. */
    maxChannelBind?: Integer;
    /** What else is to be known of media calls. */
    miscMediaCallCharacteristics?: MiscMediaCallCharacteristics;
    /** The connection rates that are supported. */
    connectionRateList?: {
        connectionRate: Integer[];
    };
    /** The delay tolerances that are supported. */
    delayToleranceList?: {
        delayTolerance: Integer[];
    };
    /** How long a pause character in a number lasts, in milliseconds. */
    pauseTime?: Integer;
    /** The time of day at the switching function. */
    currentTime?: string;
    /** Which messages are numbered. */
    messageSeqNumbers?: MessageSeqNumbers;
    /** Which messages carry their time. */
    timeStampMode?: TimeStampMode;
    /** Which messages carry security values. */
    securityMode?: SecurityMode;
    /** How security values are written, one way and the other. */
    securityFormat?: SecurityFormat;
    /** How private data are written, one way and the other. */
    privateDataFormat?: SecurityFormat;
    /** How two calls come about that can be transferred or conferenced. */
    transAndConfSetup?: TransAndConfSetup;
    /** The events that each kind of monitor does not report. */
    monitorFilterItems?: MonitorFilterItems;
    /** What monitors of groups and ACD devices include. */
    miscMonitorCaps?: MiscMonitorCaps;
    /** Whether applications may tie data to calls. */
    correlatorDataSupported?: boolean;
    /** Whether events list the services permitted. */
    dynamicFeatureSupported?: DynamicFeatureSupported;
    /** Which parts of call linkage are supported. */
    callLinkageOptions?: CallLinkageOptions;
    /** Whether the devices of an ACD can be seen. */
    aCDModels?: ACDModels;
    /** The ways in which agents log on. */
    agentLogOnModels?: AgentLogOnModels;
    /** How the states of an agent in several groups depend on one another. */
    agentStateModels?: AgentStateModels;
    /** Whether connections are seen by the device itself or by all the same way. */
    connectionView: ConnectionView;
    /** How long parameters may be. */
    maxLengthParameters?: MaxLengthParameters;
    /** How long parameters may be. */
    maxLengthParametersCont?: MaxLengthParametersContinued;
    /** The services and events that are offered. */
    servEvtsList?: ServEvtsList;
    /** The versions of private data that can be chosen. */
    privateDataVersionList?: {
        privateDataVersion: Integer[];
    };
    /** Seconds between two reports of status. */
    systemStatusTimer?: Integer;
    /** The threshold of overload control, the same for all services. */
    simpleThreshold?: Integer;
    /** The thresholds of overload control, one for each service. */
    filterThreshold?: FilterThreshold;
    /** The media services that can be attached. */
    mediaServiceCapsList?: {
        mediaServiceCapsItem: MediaServiceCapsItem[];
    };
    /** How many devices a device history has at most. */
    maxDeviceHistoryEntries?: Integer;
    /** How many destinations DeflectCall takes. */
    maxDestinationDevicesForDeflect?: Integer;
}
/**
 * GetSwitchingFunctionDevices asks for the devices of the switching sub-domain that the
 * application may use. The list follows in SwitchingFunctionDevices messages.
 */
export interface GetSwitchingFunctionDevices extends Base {
    /** List this device only. */
    requestedDeviceId?: DeviceID;
    /** List devices of this kind only. */
    requestedDeviceCategory?: ReqDeviceCategory;
}
/**
 * GetSwitchingFunctionDevicesResponse names the cross reference under which the list of
 * devices follows.
 */
export interface GetSwitchingFunctionDevicesResponse extends Base {
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
}
/**
 * SwitchingFunctionDevices brings one part of the list of devices that
 * GetSwitchingFunctionDevices asked for. It is not answered.
 */
export interface SwitchingFunctionDevices extends Base {
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
    /** The number of this part, counted from 1. */
    segmentId?: Integer;
    /** Whether this is the last part. */
    lastSegment: boolean;
    /** The devices of this part. */
    deviceList: {
        device: DeviceListDevice[];
    };
}
/**
 * FilterThreshold gives each service its threshold of overload control: the level of
 * overload at which requests for it are refused.
 */
export type FilterThreshold = Record<'getLogicalDeviceInformation' | 'getPhysicalDeviceInformation' | 'getSwitchingFunctionCaps' | 'getSwitchingFunctionDevices' | 'switchingFunctionDevices' | 'changeSystemStatusFilter' | 'systemStatusRegister' | 'systemStatusRegisterAbort' | 'systemStatusRegisterCancel' | 'requestSystemStatus' | 'systemStatus' | 'switchingFunctionCapsChanged' | 'switchingFunctionDevsChanged' | 'changeMonitorFilter' | 'monitorStart' | 'monitorStop' | 'snapshotCall' | 'snapshotDevice' | 'snapshotCallData' | 'snapshotDeviceData' | 'acceptCall' | 'alternateCall' | 'answerCall' | 'callBackCallRelated' | 'callBackMessageCallRelated' | 'campOnCall' | 'clearCall' | 'clearConnection' | 'conferenceCall' | 'consultationCall' | 'deflectCall' | 'dialDigits' | 'directedPickupCall' | 'groupPickupCall' | 'holdCall' | 'intrudeCall' | 'joinCall' | 'makeCall' | 'makePredictiveCall' | 'parkCall' | 'reconnectCall' | 'retrieveCall' | 'singleStepConferenceCall' | 'singleStepTransferCall' | 'transferCall' | 'associateData' | 'cancelTelephonyTone' | 'generateDigits' | 'generateTelephonyTone' | 'sendUserInformation' | 'startDTMFDigitsCollection' | 'startTelephonyTonesCollection' | 'stopDTMFDigitsCollection' | 'stopTelephonyTonesCollection' | 'attachMediaService' | 'detachMediaService' | 'routeRegister' | 'routeRegisterAbort' | 'routeRegisterCancel' | 'reRoute' | 'routeEnd' | 'routeReject' | 'routeRequest' | 'routeSelect' | 'routeUsed' | 'buttonPress' | 'getAuditoryApparatusInfo' | 'getButtonInformation' | 'getDisplay' | 'getHookswitchStatus' | 'getLampInformation' | 'getLampMode' | 'getMicrophoneGain' | 'getMicrophoneMute' | 'getMessageWaitingIndicator' | 'getRingerStatus' | 'getSpeakerMute' | 'getSpeakerVolume' | 'setButtonInformation' | 'setDisplay' | 'setHookswitchStatus' | 'setLampMode' | 'setMsgWaitingIndicator' | 'setMicrophoneGain' | 'setMicrophoneMute' | 'setRingerStatus' | 'setSpeakerMute' | 'setSpeakerVolume' | 'callBackMessageNonCallRelated' | 'callBackNonCallRelated' | 'cancelCallBack' | 'cancelCallBackMessage' | 'getAgentState' | 'getAutoAnswer' | 'getAutoWorkMode' | 'getCallBack' | 'getCallerIdStatus' | 'getDoNotDisturb' | 'getForwarding' | 'getLastNumberDialed' | 'getRouteingMode' | 'setAgentState' | 'setAutoAnswer' | 'setAutoWorkMode' | 'setCallerIdStatus' | 'setDoNotDisturb' | 'setForwarding' | 'setRouteingMode' | 'backInService' | 'deviceCapsChanged' | 'outOfService' | 'partiallyInService' | 'ioRegister' | 'ioRegisterAbort' | 'ioRegisterCancel' | 'dataPathResumed' | 'dataPathSuspended' | 'fastData' | 'resumeDataPath' | 'sendBroadcastData' | 'sendData' | 'sendMulticastData' | 'startDataPath' | 'stopDataPath' | 'suspendDataPath' | 'concatenateMsg' | 'deleteMsg' | 'playMsg' | 'queryVoiceAttribute' | 'recordMsg' | 'reposition' | 'resume' | 'review' | 'setVoiceAttribute' | 'stop' | 'suspend' | 'synthesizeMsg' | 'cDRNotification' | 'cDRReport' | 'sendStoredCDRs' | 'startCDRTransmission' | 'stopCDRTransmission' | 'escapeRegister' | 'escapeRegisterAbort' | 'escapeRegisterCancel' | 'escape' | 'privateDataVersion', Integer>;
/** SupportedServices lists the services that are offered, by groups. */
export interface SupportedServices {
    capExchangeServList?: CapExchangeServList;
    systemStatServList?: SystemStatusServList;
    monitoringServList?: MonitoringServList;
    snapshotServList?: SnapshotServList;
    callControlServList?: CallControlServList;
    callAssociatedServList?: CallAssociatedServList;
    mediaServList?: MediaServList;
    routeingServList?: RouteingServList;
    physDevServList?: PhysDevServList;
    logicalServList?: LogicalServList;
    iOServicesServList?: IOServicesServList;
    dataCollectionServList?: DataCollectionServList;
    voiceServList?: VoiceServList;
    cDRServList?: CDRServList;
    vendorSpecificServList?: VendorSpecificServList;
    locationServicesServList?: LocationServicesServList;
}
/** SupportedEvents lists the events that are sent, by groups. */
export interface SupportedEvents {
    callControlEvtsList?: CallControlEvtsList;
    callAssociatedEvtsList?: CallAssociatedEvtsList;
    mediaEvtsList?: MediaEvtsList;
    physDevEvtsList?: PhysDevEvtsList;
    logicalEvtsList?: LogicalEvtsList;
    deviceMaintEvtsList?: DeviceMaintEvtsList;
    voiceEvtsList?: VoiceEvtsList;
    vendorSpecificEvtsList?: VendorSpecificEvtsList;
}
/** DeviceCategory is the kind of a device. */
export type DeviceCategory = 'acd' | 'group' | 'networkInterface' | 'park' | 'routeingDevice' | 'station' | 'voiceUnit' | 'genericInteractiveVoice' | 'listenerInteractiveVoice' | 'dtmfInteractiveVoice' | 'promptInteractiveVoice' | 'promptQueueInteractiveVoice' | 'messageInteractiveVoice' | 'conference' | 'other';
/** GroupDeviceAttributes are the kinds of groups that a device is. */
export type GroupDeviceAttributes = Flags<'acd' | 'hunt' | 'pick' | 'user' | 'agent' | 'other'>;
/** NamedDeviceTypes is what a device is called in the switching function. */
export type NamedDeviceTypes = 'acd' | 'acdGroup' | 'button' | 'buttonGroup' | 'conferenceBridge' | 'line' | 'lineGroup' | 'operator' | 'operatorGroup' | 'parkingDevice' | 'station' | 'stationGroup' | 'trunk' | 'trunkGroup' | 'other' | 'otherGroup';
/** ACDModels say whether the devices of an ACD can be seen. */
export type ACDModels = Flags<'visibleACDRelatedDevices' | 'nonVisibleACDRelatedDevices'>;
/** AgentLogOnModels are the ways in which agents log on. */
export type AgentLogOnModels = Flags<'logOnToACDDevice' | 'logOnToACDGroupExplOneStep' | 'logOnToACDGroupExplTwoSteps' | 'logOnToACDImplOneStep'>;
/** AppearanceType says how the appearances of a device are related to one another. */
export type AppearanceType = 
/** One call each, the device selects. */
'selectedStandard'
/** One call each, the user selects. */
 | 'basicStandard'
/** Shared with other devices. */
 | 'basicBridged'
/** Shared; one device at a time. */
 | 'exclusiveBridged'
/** Shared; each device is a party of its own. */
 | 'independentSharedBridged'
/** Shared; all devices are one party. */
 | 'interdependentSharedBridged';
/** MiscMonitorCaps say what monitors of groups and ACD devices include. */
export type MiscMonitorCaps = Flags<'groupInclusivModel' | 'groupExclusiveModel' | 'monitorPhysicalElement' | 'acdDeviceInclusiv' | 'acdDeviceExclusiv'>;
/**
 * TransAndConfSetup are the ways in which two calls come about that can be transferred or
 * conferenced.
 */
export type TransAndConfSetup = Flags<'consultationCall' | 'holdCallMakeCall' | 'alternateCall' | 'twoCallsInHold' | 'twoCallsInConnected'>;
/** ConnectionModeBMap are the ways in which a media service can be attached. */
export type ConnectionModeBMap = Flags<'consultationConference' | 'consultationConferenceHold' | 'deflect' | 'directedPickup' | 'join' | 'singleStepConference' | 'singleStepConferenceHold' | 'singleStepTransfer' | 'transfer' | 'direct'>;
/** MediaServiceCapsItem describes a media service that can be attached. */
export interface MediaServiceCapsItem {
    /** Which media service. */
    mediaServiceType: MediaServiceType;
    /** Which version of it. */
    mediaServiceVersion?: Integer;
    mediaServiceInstance?: string;
    /** How it can be attached. */
    connectionMode?: ConnectionModeBMap;
    /** Whether its streams are named. */
    mediaStreamIdSupported: boolean;
}
/** LogDevServList lists the services that a logical device takes part in. */
export interface LogDevServList {
    callControlServList?: CallControlServList;
    callAssociatedServList?: CallAssociatedServList;
    logicalServList?: LogicalServList;
    mediaServList?: MediaServList;
    iOServicesServList?: IOServicesServList;
    dataCollectionServList?: DataCollectionServList;
    voiceServList?: VoiceServList;
    locationServicesServList?: LocationServicesServList;
}
/** LogDevEvtsList lists the events that a logical device takes part in. */
export interface LogDevEvtsList {
    callControlEvtsList?: CallControlEvtsList;
    callAssociatedEvtsList?: CallAssociatedEvtsList;
    logicalEvtsList?: LogicalEvtsList;
    mediaEvtsList?: MediaEvtsList;
    voiceEvtsList?: VoiceEvtsList;
}
/** Profiles are the profiles of the standard that the switching function fulfils. */
export type Profiles = Flags<'basicTelephonyProfile' | 'routeingProfile' | 'l1aVoiceBrowserProfile' | 'l1bVoiceBrowserProfile' | 'l2VoiceBrowserProfile' | 'minimalUACSTACallControlProfile' | 'basicUACSTAtCallControlProfile' | 'advancedUACSTACallControlProfile' | 'conferencingUACSTACallControlProfile' | 'basicUACSTADeviceFeatureProfile' | 'speakerUACSTADeviceFeatureProfile' | 'basicSpeechServiceProfile' | 'advancedSpeechServiceProfile' | 'minimalEndpointCallControlProfile' | 'basicEndpointCallControlProfile' | 'advancedEndpointCallControlProfile' | 'conferencingEndpointCallControlProfile' | 'basicEndpointDeviceProfile' | 'advancedEndpointDeviceProfile'>;
/** DeviceIDFormat are the characters and forms that device identifiers may have. */
export type DeviceIDFormat = Flags<'dialableDigitsAsterix' | 'dialableDigitsHash' | 'dialableDigitsABCD' | 'dialableDigitsExclamation' | 'dialableDigitsP' | 'dialableDigitsT' | 'dialableDigitsComma' | 'dialableDigitsW' | 'dialableDigitsAt' | 'dialableDigitsDollar' | 'dialableDigitsSemicolon' | 'sFReprExclamation' | 'sFReprEt' | 'sFReprSlash' | 'sFReprPercent' | 'sFReprNM' | 'sFReprGeneric' | 'sFReprImplicitTON' | 'sFReprPubTONUnkown' | 'sFReprPubTONInternal' | 'sFReprPubTONNational' | 'sFReprPubTONSubscriber' | 'sFReprPubTONAbbreviated' | 'sFReprPriTONUnknown' | 'sFReprPriTONLevel3' | 'sFReprPriTONLevel2' | 'sFReprPriTONLevel1' | 'sFReprPriTONLocal' | 'sFReprPriTONAbbreviated' | 'sFReprOther' | 'deviceNumber' | 'deviceIdTagPrivateNumber' | 'deviceIdTagPrivateName'>;
/** SwDomainFeatures say how features work that switching functions see differently. */
export type SwDomainFeatures = Flags<'isForwardingBefore' | 'isForwardingAfter' | 'swFunctionDefaultSettings' | 'userSpecific' | 'userSpecificDefaultFowardingType' | 'userSpecificDefaultForwardDestination' | 'negativeAcknowledgment' | 'supportFailedWithAssConn' | 'supportFailedWithoutAssConn' | 'supportFailedWithAssConnNotReportet' | 'recall' | 'callBack' | 'extCallsIncoming' | 'extCallsOutgoing' | 'prompting'>;
/** SwAppearanceAddressability says whether appearances can be named one by one. */
export type SwAppearanceAddressability = Flags<'nonAddressable' | 'addressable'>;
/** SwAppearanceTypes are the kinds of appearances that devices have. */
export type SwAppearanceTypes = Flags<'selectedStandard' | 'basicStandard' | 'basicBridged' | 'exclusiveBridged' | 'independentSharedBridged' | 'interDependentSharedBridged'>;
/** IgnoreUnsupportedParameters says what happens to parameters that are not supported. */
export type IgnoreUnsupportedParameters = 
/** The service is carried out without them. */
'ignoreParameters'
/** The request is refused. */
 | 'rejectMessage';
/** MiscMediaCallCharacteristics are further properties of media calls. */
export type MiscMediaCallCharacteristics = Flags<'supportAdjustment'>;
/** MessageSeqNumbers are the messages that are numbered. */
export type MessageSeqNumbers = Flags<'allEvents' | 'allAcks' | 'allServReqs'>;
/** TimeStampMode are the messages that carry their time. */
export type TimeStampMode = Flags<'allEvents' | 'allAcks' | 'allServReqs'>;
/** SecurityMode are the messages that carry security values. */
export type SecurityMode = 'allEvents' | 'allAcks' | 'allServReqs';
/**
 * SecurityFormat says how a value is written: as bytes or otherwise, from the switching
 * function (SF) and to it.
 */
export type SecurityFormat = Flags<'octetStringFromSF' | 'otherTypeFromSF' | 'octetStringToSF' | 'otherTypeToSF'>;
/**
 * MonitorFilterItems are the events that a monitor does not report, whatever its filter: by
 * what it watches (device or call) and what it was started on (device or connection).
 */
export interface MonitorFilterItems {
    deviceOnDeviceMonitorFilter?: MonitorFilter;
    deviceOnConnectionMonitorFilter?: MonitorFilter;
    callOnDeviceMonitorFilter?: MonitorFilter;
    callOnConnectionMonitorFilter?: MonitorFilter;
}
/** DynamicFeatureSupported says which events list the services permitted. */
export type DynamicFeatureSupported = 
/** None. */
'none'
/** All. */
 | 'all'
/** Some. */
 | 'some';
/** CallLinkageOptions are the parts of call linkage that are supported. */
export type CallLinkageOptions = Flags<'callLinkageFeatureSupported' | 'threadLinkageFeatureSupported'>;
/** AgentStateModels say how the states of an agent in several groups depend on one another. */
export type AgentStateModels = Flags<'multiState' | 'multiStateSemiIndependentLinked' | 'agentOriented'>;
/**
 * ConnectionView says whether connections are seen by the device itself or by all the same
 * way.
 */
export type ConnectionView = 
/** The same for all. */
'fixed'
/** As the device itself sees it. */
 | 'local';
/** MaxLengthParameters says how long parameters may be, in bytes. */
export interface MaxLengthParameters {
    accountInfo: Integer;
    /** Authorises the call. */
    authCode: Integer;
    /** The agent. */
    agentId: Integer;
    agentPassword: Integer;
    callIdInConnectionId: Integer;
    /** Data of the application that stays with the call. */
    correlatorData: Integer;
    privateData: Integer;
    deviceIdentifiers: Integer;
    /** Data sent along to the other parties. */
    userData: Integer;
    /** What is written on it. */
    buttonLabel: Integer;
    lampLabel: Integer;
    charactersToSend: Integer;
}
/** MaxLengthParametersContinued says how long further parameters may be, in bytes. */
export interface MaxLengthParametersContinued {
    /** The monitor under which the event is reported. */
    monitorCrossRefId: Integer;
    callQualifyingData: Integer;
    subDomainCallLinkageData: Integer;
    subDomainThreadId: Integer;
    /** The data. */
    ioData: Integer;
    /** The parts of the message that the call carries. */
    messageInfo: Integer;
}
/** ServEvtsList lists all services and events that are offered, by groups. */
export interface ServEvtsList {
    capExchangeServList?: CapExchangeServList;
    systemServList?: SystemStatusServList;
    monitoringServList?: MonitoringServList;
    snapshotServList?: SnapshotServList;
    callControlServList?: CallControlServList;
    callControlEvtsList?: CallControlEvtsList;
    callAssociatedServList?: CallAssociatedServList;
    callAssociatedEvtsList?: CallAssociatedEvtsList;
    mediaServList?: MediaServList;
    mediaEvtsList?: MediaEvtsList;
    routeingServList?: RouteingServList;
    physDevServList?: PhysDevServList;
    physDevEvtsList?: PhysDevEvtsList;
    logicalServList?: LogicalServList;
    logicalEvtsList?: LogicalEvtsList;
    deviceMaintEvtsList?: DeviceMaintEvtsList;
    iOServicesServList?: IOServicesServList;
    dataCollectionServList?: DataCollectionServList;
    voiceServList?: VoiceServList;
    voiceEvtsList?: VoiceEvtsList;
    cdrServList?: CDRServList;
    vendorSpecificServList?: VendorSpecificServList;
    vendorSpecificEvtsList?: VendorSpecificEvtsList;
    statusReportingServList?: StatusReportingServList;
    locationServicesServList?: LocationServicesServList;
}
/** ReqDeviceCategory is the kind of devices asked for. */
export type ReqDeviceCategory = 'acd' | 'groupACD' | 'groupHunt' | 'groupPick' | 'groupUser' | 'groupOther' | 'networkInterface' | 'park' | 'routeingDevice' | 'station' | 'voiceUnit' | 'genericIV' | 'listenerIV' | 'dtmfIV' | 'promptIV' | 'promptQueue' | 'messageIV' | 'conference' | 'other';
/** DeviceAttributes say what else a device is. */
export type DeviceAttributes = Flags<'mediaAccessDevice' | 'routeingDevice' | 'groupACD' | 'groupHunt' | 'groupPick' | 'groupUser'>;
/** DeviceListDevice is one device of the switching sub-domain. */
export interface DeviceListDevice {
    /** The device. */
    deviceId?: DeviceID;
    /** Default station. */
    deviceCategory?: DeviceCategory;
    namedDeviceTypes?: NamedDeviceTypes;
    deviceAttributes?: DeviceAttributes;
    deviceModelName?: string;
    /** The group of network interface devices it belongs to. */
    nidGroup?: DeviceID;
}
/** CallAssociatedServList lists the call associated services that are offered. */
export interface CallAssociatedServList {
    associateData?: AssociateDataCaps;
    cancelTelephonyTones?: CancelTelephonyTonesCaps;
    changeConnectionInformation?: ChangeConnectionInformationCaps;
    generateDigits?: GenerateDigitsCaps;
    generateTelephonyTones?: GenerateTelephonyTonesCaps;
    sendUserInformation?: SendUserInformationCaps;
}
/** MediaServList lists the media attachment services that are offered. */
export interface MediaServList {
    attachMediaService?: AttachMediaServiceCaps;
    detachMediaService?: DetachMediaServiceCaps;
}
/** RouteingServList lists the routeing services that are offered. */
export interface RouteingServList {
    routeRegister?: RouteRegisterCaps;
    routeRegisterCancel?: RouteRegisterCancelCaps;
    routeRegisterAbort?: RouteRegisterAbortCaps;
    reRoute?: ReRouteCaps;
    routeEnd?: RouteEndCaps;
    routeReject?: RouteRejectCaps;
    routeRequest?: RouteRequestCaps;
    routeSelect?: RouteSelectCaps;
    routeUsed?: RouteUsedCaps;
}
/** CallAssociatedEvtsList lists the call associated events that are sent. */
export interface CallAssociatedEvtsList {
    callInformation?: CallInformationCaps;
    charging?: ChargingCaps;
    digitsGenerated?: DigitsGeneratedCaps;
    telephonyTonesGenerated?: TelephonyTonesGeneratedCaps;
    serviceCompletionFailure?: ServiceCompletionFailureCaps;
}
/** MediaEvtsList lists the media attachment events that are sent. */
export interface MediaEvtsList {
    mediaAttached?: MediaAttachedCaps;
    mediaDetached?: MediaDetachedCaps;
}
/** AssociateDataCaps are the options that AssociateData comes with. */
export type AssociateDataCaps = Flags<'accountCode' | 'authCode' | 'correlatorData' | 'callQualifyingData' | 'callCharacteristics' | 'subjectOfCall' | 'languagePreferences' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'rejectsRequestsWithOldConnectionId' | 'ackModelMultiStep' | 'deviceInfo'>;
/** CancelTelephonyTonesCaps are the options that CancelTelephonyTones comes with. */
export type CancelTelephonyTonesCaps = Flags<'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/**
 * ChangeConnectionInformationCaps are the options that ChangeConnectionInformation comes
 * with.
 */
export type ChangeConnectionInformationCaps = Flags<'privateData' | 'privateDataInAck'>;
/** GenerateDigitsCaps are the options that GenerateDigits comes with. */
export type GenerateDigitsCaps = Flags<'digitModeDTMF' | 'digitModePulse' | 'toneDuration' | 'pulseRate' | 'pauseDuration' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'supportsDTMFTonesABCD' | 'supportsPauseToneChar' | 'ackModelMultiStep'>;
/** GenerateTelephonyTonesCaps are the options that GenerateTelephonyTones comes with. */
export type GenerateTelephonyTonesCaps = Flags<'toneToSendBeep' | 'toneToSendBilling' | 'toneToSendBusy' | 'toneToSendCarrier' | 'toneToSendConfirmation' | 'toneToSendDial' | 'toneToSendFaxCNG' | 'toneToSendHold' | 'toneToSendHowler' | 'toneToSendIntrusion' | 'toneToSendModemCNG' | 'toneToSendPark' | 'toneToSendRecordWarning' | 'toneToSendReorder' | 'toneToSendRingback' | 'toneToSendSilence' | 'toneToSendSitVC' | 'toneToSendSitIC' | 'toneToSendSitRO' | 'toneToSendSitNC' | 'toneToSendSf0' | 'toneToSendSf1' | 'toneToSendSf2' | 'toneToSendSf3' | 'toneToSendSf4' | 'toneToSendSf5' | 'toneToSendSf6' | 'toneToSendSf7' | 'toneToSendSf8' | 'toneToSendSf9' | 'toneToSendSf10' | 'toneToSendSf11' | 'toneToSendSf12' | 'toneToSendSf13' | 'toneToSendSf14' | 'toneToSendSf15' | 'toneToSendSf16' | 'toneToSendSf17' | 'toneToSendSf18' | 'toneToSendSf19' | 'toneToSendSf20' | 'toneToSendSf21' | 'toneToSendSf22' | 'toneToSendSf23' | 'toneToSendSf24' | 'toneToSendSf25' | 'toneToSendSf26' | 'toneToSendSf27' | 'toneToSendSf28' | 'toneToSendSf29' | 'toneToSendSf30' | 'toneToSendSf31' | 'toneToSendSf32' | 'toneToSendSf33' | 'toneToSendSf34' | 'toneToSendSf35' | 'toneToSendSf36' | 'toneToSendSf37' | 'toneToSendSf38' | 'toneToSendSf39' | 'toneToSendSf40' | 'toneToSendSf41' | 'toneToSendSf42' | 'toneToSendSf43' | 'toneToSendSf44' | 'toneToSendSf45' | 'toneToSendSf46' | 'toneToSendSf47' | 'toneToSendSf48' | 'toneToSendSf49' | 'toneToSendSf50' | 'toneToSendSf51' | 'toneToSendSf52' | 'toneToSendSf53' | 'toneToSendSf54' | 'toneToSendSf55' | 'toneToSendSf56' | 'toneToSendSf57' | 'toneToSendSf58' | 'toneToSendSf59' | 'toneToSendSf60' | 'toneToSendSf61' | 'toneToSendSf62' | 'toneToSendSf63' | 'toneToSendSf64' | 'toneToSendSf65' | 'toneToSendSf66' | 'toneToSendSf67' | 'toneToSendSf68' | 'toneToSendSf69' | 'toneToSendSf70' | 'toneToSendSf71' | 'toneToSendSf72' | 'toneToSendSf73' | 'toneToSendSf74' | 'toneToSendSf75' | 'toneToSendSf76' | 'toneToSendSf77' | 'toneToSendSf78' | 'toneToSendSf79' | 'toneToSendSf80' | 'toneToSendSf81' | 'toneToSendSf82' | 'toneToSendSf83' | 'toneToSendSf84' | 'toneToSendSf85' | 'toneToSendSf86' | 'toneToSendSf87' | 'toneToSendSf88' | 'toneToSendSf89' | 'toneToSendSf90' | 'toneToSendSf91' | 'toneToSendSf92' | 'toneToSendSf93' | 'toneToSendSf94' | 'toneToSendSf95' | 'toneToSendSf96' | 'toneToSendSf97' | 'toneToSendSf98' | 'toneToSendSf99' | 'toneToSendSf100' | 'toneDuration' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** SendUserInformationCaps are the options that SendUserInformation comes with. */
export type SendUserInformationCaps = Flags<'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** AttachMediaServiceCaps are the options that AttachMediaService comes with. */
export type AttachMediaServiceCaps = Flags<'mediaServiceVersion' | 'mediaServiceInstanceId' | 'connectionModeConsultConference' | 'connectionModeConsultConferenceHold' | 'connectionModeDeflect' | 'connectionModeDirectedPickup' | 'connectionModeJoin' | 'connectionModeSingleStepConference' | 'connectionModeSingleStepConferenceHold' | 'connectionModeSingleStepTransfer' | 'connectionModeTransfer' | 'connectionModeDirect' | 'requestedConnectionState' | 'privateData' | 'mediaServiceInstanceIdInAck' | 'mediaConnectionInfoInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** DetachMediaServiceCaps are the options that DetachMediaService comes with. */
export type DetachMediaServiceCaps = Flags<'alerting' | 'connected' | 'fail' | 'hold' | 'queued' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** RouteRegisterCaps are the options that RouteRegister comes with. */
export type RouteRegisterCaps = Flags<'routeingDevice' | 'requestedMonitorMediaClass' | 'requestedMonitorMediaClassAudio' | 'requestedMonitorMediaClassData' | 'requestedMonitorMediaClassImage' | 'requestedMonitorMediaClassVoice' | 'requestedMonitorMediaClassChat' | 'requestedMonitorrMediaClassEmail' | 'requestedMonitorrMediaClassMessage' | 'requestedMonitorMediaClassIM' | 'requestedMonitorMediaClassSMS' | 'requestedMonitorMediaClassMMS' | 'privateData' | 'actualRouteingMediaClassInAck' | 'privateDataInAck' | 'allRouteingDevices'>;
/** RouteRegisterCancelCaps are the options that RouteRegisterCancel comes with. */
export type RouteRegisterCancelCaps = Flags<'privateData' | 'privateDataInAck'>;
/** RouteRegisterAbortCaps are the options that RouteRegisterAbort comes with. */
export type RouteRegisterAbortCaps = Flags<'privateData'>;
/** ReRouteCaps are the options that ReRoute comes with. */
export type ReRouteCaps = Flags<'replyTimeout' | 'correlatorData' | 'privateData'>;
/** RouteEndCaps are the options that RouteEnd comes with. */
export type RouteEndCaps = Flags<'errorValue' | 'correlatorData' | 'privateData' | 'supportsSending' | 'supportsReceiving'>;
/** RouteRejectCaps are the options that RouteReject comes with. */
export type RouteRejectCaps = Flags<'rejectCauseBusyOverflow' | 'rejectCauseQueueTimeOverflow' | 'rejectCauseCapacityOverflow' | 'rejectCauseCalendarOverflow' | 'rejectCauseUnknownOverflow' | 'correlatorData' | 'privateData'>;
/** RouteRequestCaps are the options that RouteRequest comes with. */
export type RouteRequestCaps = Flags<'callingDevice' | 'routeingDevice' | 'routeSelAlgorithmACD' | 'routeSelAlgorithmEmergency' | 'routeSelAlgorithmLeastCost' | 'routeSelAlgorithmNormal' | 'routeSelAlgorithmUserDefined' | 'priority' | 'replyTimeout' | 'correlatorData' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'routedCallInfo' | 'subjectOfCall' | 'messageInformation' | 'languagePreferences' | 'deviceHistory' | 'privateData' | 'nonCallRelatedRouteing'>;
/** RouteSelectCaps are the options that RouteSelect comes with. */
export type RouteSelectCaps = Flags<'alternateRoutes' | 'remainRetriesNoListAvailable' | 'remainRetriesNoCountAvailable' | 'remainRetriesRetryCount' | 'routeUsed' | 'correlatorData' | 'privateData'>;
/** RouteUsedCaps are the options that RouteUsed comes with. */
export type RouteUsedCaps = Flags<'callingDevice' | 'domain' | 'correlatorData' | 'privateData'>;
/** CallInformationCaps are the options that CallInformationEvent comes with. */
export type CallInformationCaps = Flags<'callingDevice' | 'accountInfo' | 'authorisatinonCode' | 'correlatorData' | 'servicesPermitted' | 'userData' | 'callQualifyingData' | 'connectionInfo' | 'callLinkageData' | 'callCharacteristics' | 'subjectOfCall' | 'languagePreferences' | 'privateData' | 'genCallInfoForOutdatedConnId' | 'deviceInfo'>;
/** ChargingCaps are the options that ChargingEvent comes with. */
export type ChargingCaps = Flags<'numberUnitsNumberOfChargingUnits' | 'numberUnitsTypeOfUnits' | 'numberUnitsNumberOfCurrencyUnits' | 'typeOfChargingInfoSubTotal' | 'typeOfChargingInfoTotal' | 'chargingMultiplierAThousandth' | 'chargingMultiplierAHundredth' | 'chargingMultiplierATenth' | 'chargingMultiplierOne' | 'chargingMultiplierTen' | 'chargingMultiplierHundred' | 'chargingMultiplierThousand' | 'privateData'>;
/** DigitsGeneratedCaps are the options that DigitsGeneratedEvent comes with. */
export type DigitsGeneratedCaps = Flags<'digitsDurationList' | 'pauseDurationList' | 'connectionInfo' | 'privateData'>;
/** TelephonyTonesGeneratedCaps are the options that TelephonyTonesGeneratedEvent comes with. */
export type TelephonyTonesGeneratedCaps = Flags<'toneToSendBeep' | 'toneToSendBilling' | 'toneToSendBusy' | 'toneToSendCarrier' | 'toneToSendConfirmation' | 'toneToSendDial' | 'toneToSendFaxCNG' | 'toneToSendHold' | 'toneToSendHowler' | 'toneToSendIntrusion' | 'toneToSendModemCNG' | 'toneToSendPark' | 'toneToSendRecordWarning' | 'toneToSendReorder' | 'toneToSendRingback' | 'toneToSendSilence' | 'toneToSendSitVC' | 'toneToSendSitIC' | 'toneToSendSitRO' | 'toneToSendSitNC' | 'toneToSendSf0' | 'toneToSendSf1' | 'toneToSendSf2' | 'toneToSendSf3' | 'toneToSendSf4' | 'toneToSendSf5' | 'toneToSendSf6' | 'toneToSendSf7' | 'toneToSendSf8' | 'toneToSendSf9' | 'toneToSendSf10' | 'toneToSendSf11' | 'toneToSendSf12' | 'toneToSendSf13' | 'toneToSendSf14' | 'toneToSendSf15' | 'toneToSendSf16' | 'toneToSendSf17' | 'toneToSendSf18' | 'toneToSendSf19' | 'toneToSendSf20' | 'toneToSendSf21' | 'toneToSendSf22' | 'toneToSendSf23' | 'toneToSendSf24' | 'toneToSendSf25' | 'toneToSendSf26' | 'toneToSendSf27' | 'toneToSendSf28' | 'toneToSendSf29' | 'toneToSendSf30' | 'toneToSendSf31' | 'toneToSendSf32' | 'toneToSendSf33' | 'toneToSendSf34' | 'toneToSendSf35' | 'toneToSendSf36' | 'toneToSendSf37' | 'toneToSendSf38' | 'toneToSendSf39' | 'toneToSendSf40' | 'toneToSendSf41' | 'toneToSendSf42' | 'toneToSendSf43' | 'toneToSendSf44' | 'toneToSendSf45' | 'toneToSendSf46' | 'toneToSendSf47' | 'toneToSendSf48' | 'toneToSendSf49' | 'toneToSendSf50' | 'toneToSendSf51' | 'toneToSendSf52' | 'toneToSendSf53' | 'toneToSendSf54' | 'toneToSendSf55' | 'toneToSendSf56' | 'toneToSendSf57' | 'toneToSendSf58' | 'toneToSendSf59' | 'toneToSendSf60' | 'toneToSendSf61' | 'toneToSendSf62' | 'toneToSendSf63' | 'toneToSendSf64' | 'toneToSendSf65' | 'toneToSendSf66' | 'toneToSendSf67' | 'toneToSendSf68' | 'toneToSendSf69' | 'toneToSendSf70' | 'toneToSendSf71' | 'toneToSendSf72' | 'toneToSendSf73' | 'toneToSendSf74' | 'toneToSendSf75' | 'toneToSendSf76' | 'toneToSendSf77' | 'toneToSendSf78' | 'toneToSendSf79' | 'toneToSendSf80' | 'toneToSendSf81' | 'toneToSendSf82' | 'toneToSendSf83' | 'toneToSendSf84' | 'toneToSendSf85' | 'toneToSendSf86' | 'toneToSendSf87' | 'toneToSendSf88' | 'toneToSendSf89' | 'toneToSendSf90' | 'toneToSendSf91' | 'toneToSendSf92' | 'toneToSendSf93' | 'toneToSendSf94' | 'toneToSendSf95' | 'toneToSendSf96' | 'toneToSendSf97' | 'toneToSendSf98' | 'toneToSendSf99' | 'toneToSendSf100' | 'toneFrequency' | 'toneDuration' | 'pauseDurationList' | 'connectionInfo' | 'privateData'>;
/**
 * ServiceCompletionFailureCaps are the options that ServiceCompletionFailureEvent comes
 * with.
 */
export type ServiceCompletionFailureCaps = Flags<'primaryCallConnectionInfo' | 'secondaryCallConnectionInfo' | 'otherDevicesPrimaryCallList' | 'otherDevicesSecondaryCallList' | 'mediaCallCharacteristics' | 'privateData'>;
/** MediaAttachedCaps are the options that MediaAttachedEvent comes with. */
export type MediaAttachedCaps = Flags<'mediaServiceVersion' | 'mediaServiceInstanceId' | 'mediaStreamId' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'mediaConnectionInfo' | 'privateData'>;
/** MediaDetachedCaps are the options that MediaDetachedEvent comes with. */
export type MediaDetachedCaps = Flags<'mediaServiceVersion' | 'mediaServiceInstanceId' | 'mediaStreamId' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'mediaConnectionInfo' | 'privateData'>;
/** CallControlServList lists the call control services that are offered. */
export interface CallControlServList {
    acceptCall?: AcceptCallCaps;
    alternateCall?: AlternateCallCaps;
    answerCall?: AnswerCallCaps;
    callBack?: CallBackCaps;
    callBackMessage?: CallBackMessageCaps;
    campOnCall?: CampOnCallCaps;
    clearCall?: ClearCallCaps;
    clearConnection?: ClearConnectionCaps;
    conferenceCall?: ConferenceCallCaps;
    consultationCall?: ConsultationCallCaps;
    deflectCall?: DeflectCallCaps;
    dialDigits?: DialDigitsCaps;
    directedPickupCall?: DirectedPickupCallCaps;
    groupPickupCall?: GroupPickupCallCaps;
    holdCall?: HoldCallCaps;
    intrudeCall?: IntrudeCallCaps;
    joinCall?: JoinCallCaps;
    makeCall?: MakeCallCaps;
    makeConnection?: MakeConnectionCaps;
    makePredictiveCall?: MakePredictiveCallCaps;
    parkCall?: ParkCallCaps;
    reconnectCall?: ReconnectCallCaps;
    retrieveCall?: RetrieveCallCaps;
    sendMessage?: SendMessageCaps;
    singleStepConference?: SingleStepConferenceCaps;
    singleStepTransfer?: SingleStepTransferCaps;
    transferCall?: TransferCallCaps;
}
/** AcceptCallCaps are the options that AcceptCall comes with. */
export type AcceptCallCaps = Flags<'correlatorData' | 'userData' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** AlternateCallCaps are the options that AlternateCall comes with. */
export type AlternateCallCaps = Flags<'alerting' | 'hold' | 'queued' | 'connectionReservation' | 'consultOptionConsultOnly' | 'consultOptionTransferOnly' | 'consultOptionConferenceOnly' | 'consultOptionUnrestricted' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep' | 'supportsOfferedModeOfAlerting'>;
/** AnswerCallCaps are the options that AnswerCall comes with. */
export type AnswerCallCaps = Flags<'alerting' | 'initiated' | 'queued' | 'correlatorData' | 'userData' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'supportsOfferedModeOfAlerting' | 'ackModelMultiStep'>;
/** CallBackCaps are the options that CallBack comes with. */
export type CallBackCaps = Flags<'alerting' | 'null' | 'failed' | 'queued' | 'callCharacteristics' | 'subjectOfCall' | 'languagePreferences' | 'privateData' | 'targetDeviceInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'moreCallBacksNegAck' | 'ackModelMultiStep'>;
/** CallBackMessageCaps are the options that CallBackMessage comes with. */
export type CallBackMessageCaps = Flags<'alerting' | 'null' | 'failed' | 'queued' | 'privateData' | 'targetDeviceInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'moreCallBacksNegAck' | 'ackModelMultiStep'>;
/** CampOnCallCaps are the options that CamponCall comes with. */
export type CampOnCallCaps = Flags<'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** ClearCallCaps are the options that ClearCall comes with. */
export type ClearCallCaps = Flags<'alerting' | 'connected' | 'failed' | 'queued' | 'initiated' | 'hold' | 'userData' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'callIdOnly' | 'ackModelMultiStep' | 'reason'>;
/** ClearConnectionCaps are the options that ClearConnection comes with. */
export type ClearConnectionCaps = Flags<'alerting' | 'connected' | 'fail' | 'queued' | 'initiated' | 'hold' | 'correlatorData' | 'userData' | 'reason' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** ConferenceCallCaps are the options that ConferenceCall comes with. */
export type ConferenceCallCaps = Flags<'activeCallConnected' | 'activeCallHold' | 'heldCallConnected' | 'heldCallHold' | 'privateData' | 'connectionParameterInAck' | 'endpointDeviceId' | 'resultingConnectionInfo' | 'conferenceCallOnfoInAck' | 'privateDataInAck' | 'protectedAgainstClearing' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** ConsultationCallCaps are the options that ConsultationCall comes with. */
export type ConsultationCallCaps = Flags<'connectionReservation' | 'accountCode' | 'authCode' | 'correlatorData' | 'userData' | 'callCharacteristics' | 'callCharacteristicsACDCall' | 'callCharacteristicsLowPriorityCall' | 'callCharacteristicsPriorityCall' | 'callCharacteristicsHighPriorityCall' | 'callCharacteristicsMaintenanceCall' | 'callCharacteristicsDirectAgent' | 'callCharacteristicsAssistCall' | 'callCharacteristicsVoiceUnitCall' | 'callCharacteristicsPrivateCall' | 'callCharacteristicsPersonalCall' | 'callCharacteristicsSensitiveCall' | 'callCharacteristicsConfidentialCall' | 'callCharacteristicsEncryptedCall' | 'mediaCallCharacteristics' | 'callingConnectionInfo' | 'flowDirectionTransmit' | 'flowDirectionReceive' | 'flowDirectionTransmitAndReceive' | 'flowDirectionNone' | 'numberOfChannels' | 'mediaSessionInfo' | 'consultOptionConsultOnly' | 'consultOptionTransferOnly' | 'consultOptionConferenceOnly' | 'consultOptionUnrestricted' | 'subjectOfCall' | 'languagePreferences' | 'privateData' | 'initiatedCallInfoInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'multiStage' | 'supportsAdjustmentOfMediaCharacteristics' | 'ackModelMultiStep'>;
/** DeflectCallCaps are the options that DeflectCall comes with. */
export type DeflectCallCaps = Flags<'alerting' | 'connected' | 'failed' | 'hold' | 'queued' | 'correlatorData' | 'userData' | 'subjectOfCall' | 'languagePreferences' | 'reason' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep' | 'callCharacteristicsinRequest' | 'multipleDeviceIdsInNewDestination'>;
/** DialDigitsCaps are the options that DialDigits comes with. */
export type DialDigitsCaps = Flags<'correlatorData' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** DirectedPickupCallCaps are the options that DirectedPickupCall comes with. */
export type DirectedPickupCallCaps = Flags<'alerting' | 'hold' | 'queued' | 'connected' | 'correlatorData' | 'userData' | 'privateData' | 'pickedCallInAck' | 'pickedCallInfoInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'supportsOfferedModeOfAlerting' | 'supportsPrompting' | 'promptingMode' | 'ackModelMultiStep'>;
/** GroupPickupCallCaps are the options that GroupPickupCall comes with. */
export type GroupPickupCallCaps = Flags<'alerting' | 'connected' | 'hold' | 'queued' | 'pickGroup' | 'correlatorData' | 'userData' | 'privateData' | 'pickedCallInAck' | 'pickedCallInfoInAck' | 'privateDataInAck' | 'supportsPrompting' | 'promptingMode' | 'supportsOfferedModeOfAlerting' | 'ackModelMultiStep'>;
/** HoldCallCaps are the options that HoldCall comes with. */
export type HoldCallCaps = Flags<'connectionReservation' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** IntrudeCallCaps are the options that IntrudeCall comes with. */
export type IntrudeCallCaps = Flags<'participationTypeSilent' | 'participationTypeActive' | 'userData' | 'privateData' | 'conferencedCallInfoInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'supportsConference' | 'supportsAlternate' | 'ackModelMultiStep'>;
/** JoinCallCaps are the options that JoinCall comes with. */
export type JoinCallCaps = Flags<'autoOriginatePrompt' | 'autoOriginateDoNotPrompt' | 'participationTypeSilent' | 'participationTypeActive' | 'accountCode' | 'authCode' | 'correlatorData' | 'userData' | 'conferencedCallInAck' | 'conferencedCallInfoInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'supportsPrompting' | 'promptingMode' | 'ackModelMultiStep'>;
/** MakeCallCaps are the options that MakeCall comes with. */
export type MakeCallCaps = Flags<'initiated' | 'null' | 'accountCode' | 'authCode' | 'autoOriginatePrompt' | 'autoOriginateDoNotPrompt' | 'correlatorData' | 'userData' | 'callCharacteristics' | 'callCharacteristicsACDCall' | 'callCharacteristicsLowPriorityCall' | 'callCharacteristicsPriorityCall' | 'callCharacteristicsHighPriorityCall' | 'callCharacteristicsMaintenanceCall' | 'callCharacteristicsDirectAgent' | 'callCharacteristicsAssistCall' | 'callCharacteristicsVoiceUnitCall' | 'callCharacteristicsPrivateCall' | 'callCharacteristicsPersonalCall' | 'callCharacteristicsSensitiveCall' | 'callCharacteristicsConfidentialCall' | 'callCharacteristicsEncryptedCall' | 'mediaCallCharacteristics' | 'callingConnectionInfo' | 'subjectOfCall' | 'languagePreferences' | 'privateData' | 'initiatedCallInfoInAck' | 'privateDataInAck' | 'multiStage' | 'supportsPrompting' | 'promptingMode' | 'offHook' | 'mediaCharacteristicsAdjustable' | 'ackModelMultiStep' | 'reason'>;
/** MakeConnectionCaps are the options that MakeConnection comes with. */
export type MakeConnectionCaps = Flags<'null' | 'accountCode' | 'authCode' | 'autoOriginatePrompt' | 'autoOriginateDoNotPrompt' | 'correlatorData' | 'callCharacteristics' | 'callCharacteristicsACDCall' | 'callCharacteristicsLowPriorityCall' | 'callCharacteristicsPriorityCall' | 'callCharacteristicsHighPriorityCall' | 'callCharacteristicsMaintenanceCall' | 'callCharacteristicsDirectAgent' | 'callCharacteristicsAssistCall' | 'callCharacteristicsVoiceUnitCall' | 'callCharacteristicsPrivateCall' | 'callCharacteristicsPersonalCall' | 'callCharacteristicsSensitiveCall' | 'callCharacteristicsConfidentialCall' | 'callCharacteristicsEncryptedCall' | 'mediaCallCharacteristics' | 'connectionInfo' | 'subjectOfCall' | 'languagePreferences' | 'reason' | 'maxDevices' | 'startTime' | 'duration' | 'privateData' | 'mediaCharacteristicsinAck' | 'initiatedCallInfoInAck' | 'privateDataInAck' | 'supportsPrompting' | 'promptingMode' | 'mediaCharacteristicsAdjusted' | 'ackModelMultiStep'>;
/** MakePredictiveCallCaps are the options that MakePredictiveCall comes with. */
export type MakePredictiveCallCaps = Flags<'signallingDetection' | 'signallingConditionCallDelivered' | 'signallingConditionCallEstablished' | 'signallingConditionActionDestinationDetection' | 'signallingConditionActionRemainConnected' | 'destinationDetection' | 'destinationConditionHumanVoice' | 'destinationConditionAnsweringMachine' | 'destinationConditionFax' | 'destinationActionClearConnection' | 'destinationActionRemainConnected' | 'defaultActionClearConnection' | 'defaultActionRemainConnected' | 'accountCode' | 'authCode' | 'autoOriginatePrompt' | 'autoOriginateDoNotPrompt' | 'alertTime' | 'correlatorData' | 'callCharacteristics' | 'callCharacteristicsACDCall' | 'callCharacteristicsLowPriorityCall' | 'callCharacteristicsPriorityCall' | 'callCharacteristicsHighPriorityCall' | 'callCharacteristicsMaintenanceCall' | 'callCharacteristicsDirectAgent' | 'callCharacteristicsAssistCall' | 'callCharacteristicsVoiceUnitCall' | 'callCharacteristicsPrivateCall' | 'callCharacteristicsPersonalCall' | 'callCharacteristicsSensitiveCall' | 'callCharacteristicsConfidentialCall' | 'callCharacteristicsEncryptedCall' | 'subjectOfCall' | 'languagePreferences' | 'userData' | 'privateData' | 'initiatedCallInfoInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'supportsPrompting' | 'promptingMode' | 'reservesCallingDevice' | 'ackModelMultiStep'>;
/** ParkCallCaps are the options that ParkCall comes with. */
export type ParkCallCaps = Flags<'hold' | 'connected' | 'correlatorData' | 'subjectOfCall' | 'languagePreferences' | 'privateData' | 'parkedToInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** ReconnectCallCaps are the options that ReconnectCall comes with. */
export type ReconnectCallCaps = Flags<'alerting' | 'connected' | 'fail' | 'initiated' | 'queued' | 'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** RetrieveCallCaps are the options that RetrieveCall comes with. */
export type RetrieveCallCaps = Flags<'privateData' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** SendMessageCaps are the options that SendMessage comes with. */
export type SendMessageCaps = Flags<'accountCode' | 'authCode' | 'correlatorData' | 'userData' | 'callCharacteristics' | 'callCharacteristicsACDCall' | 'callCharacteristicsLowPriorityCall' | 'callCharacteristicsPriorityCall' | 'callCharacteristicsHighPriorityCall' | 'callCharacteristicsMaintenanceCall' | 'callCharacteristicsDirectAgent' | 'callCharacteristicsAssistCall' | 'callCharacteristicsVoiceUnitCall' | 'callCharacteristicsPrivateCall' | 'callCharacteristicsPersonalCall' | 'callCharacteristicsSensitiveCall' | 'callCharacteristicsConfidentialCall' | 'callCharacteristicsEncryptedCall' | 'mediaCallCharacteristics' | 'subjectOfCall' | 'languagePreferences' | 'privateData' | 'privateDataInAck'>;
/** SingleStepConferenceCaps are the options that SingleStepConferenceCall comes with. */
export type SingleStepConferenceCaps = Flags<'participationTypeActive' | 'participationTypeSilent' | 'accountCode' | 'authCode' | 'correlatorData' | 'subjectOfCall' | 'languagePreferences' | 'userData' | 'privateData' | 'conferencedCallInfoInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'ackModelMultiStep'>;
/** SingleStepTransferCaps are the options that SingleStepTransferCall comes with. */
export type SingleStepTransferCaps = Flags<'accountCode' | 'authCode' | 'correlatorData' | 'userData' | 'subjectOfCall' | 'languagePreferences' | 'reason' | 'privateData' | 'connectionParameterInAck' | 'endpointDeviceId' | 'resultionConnectionInformation' | 'transferredCollInfoInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'multipleDevices' | 'ackModelMultiStep' | 'callCharacteristicsinRequest'>;
/** TransferCallCaps are the options that TransferCall comes with. */
export type TransferCallCaps = Flags<'activeCallConnected' | 'activeCallHold' | 'heldCallConnected' | 'heldCallHold' | 'privateData' | 'connectionsParameterInAck' | 'endpointDeviceId' | 'resultingConnectionInformation' | 'transferredCallInfoInAck' | 'privateDataInAck' | 'deviceIdOnly' | 'multipleDevices' | 'ackModelMultiStep'>;
/** CallControlEvtsList lists the call control events that are sent. */
export interface CallControlEvtsList {
    bridged?: BridgedCaps;
    callCleared?: CallClearedCaps;
    conferenced?: ConferencedCaps;
    connectionCleared?: ConnectionClearedCaps;
    delivered?: DeliveredCaps;
    digitsDialed?: DigitsDialedCaps;
    diverted?: DivertedCaps;
    established?: EstablishedCaps;
    failed?: FailedCaps;
    held?: HeldCaps;
    netwCapsChanged?: NetwCapsChangedCaps;
    netwReached?: NetwReachedCaps;
    offered?: OfferedCaps;
    originated?: OriginatedCaps;
    queued?: QueuedCaps;
    retrieved?: RetrievedCaps;
    serviceInitiated?: ServiceInitiatedCaps;
    transferred?: TransferredCaps;
}
/** BridgedCaps are the options that BridgedEvent comes with. */
export type BridgedCaps = Flags<'correlatorData' | 'userData' | 'servicesPermitted' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'bridgedConnectionInfo' | 'callLinkageData' | 'languagePreferences' | 'privateData' | 'locationInfoList'>;
/** CallClearedCaps are the options that CallClearedEvent comes with. */
export type CallClearedCaps = Flags<'correlatorData' | 'userData' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'callLinkageData' | 'languagePreferences' | 'privateData' | 'callIdOnly' | 'locationInfoList'>;
/** ConferencedCaps are the options that ConferencedEvent comes with. */
export type ConferencedCaps = Flags<'conferenceConnectionsEndpointDeviceId' | 'conferenceConnectionsresultingConnectionInfo' | 'userData' | 'servicesPermitted' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'bridgedConnectionInfo' | 'languagePreferences' | 'deviceHistory' | 'privateData' | 'locationInfoList'>;
/** ConnectionClearedCaps are the options that ConnectionClearedEvent comes with. */
export type ConnectionClearedCaps = Flags<'correlatorData' | 'userData' | 'chargingInfo' | 'numberUnitsNumberOfChargingUnits' | 'numberUnitsTypeOfUnits' | 'numberUnitsNumberOfCurrencyUnits' | 'typeOfChargingInfoSubTotal' | 'typeOfChargingInfoTotal' | 'chargingMultiplierAThousandth' | 'chargingMultiplierAHundredth' | 'chargingMultiplierATenth' | 'chargingMultiplierOne' | 'chargingMultiplierTen' | 'chargingMultiplierHundred' | 'chargingMultiplierThousand' | 'servicesPermitted' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'droppedConnectionInfo' | 'callLinkageData' | 'languagePreferences' | 'deviceHistory' | 'privateData' | 'locationInfoList'>;
/** DeliveredCaps are the options that DeliveredEvent comes with. */
export type DeliveredCaps = Flags<'originatingNIDConnection' | 'userData' | 'servicesPermitted' | 'netwCallingDevice' | 'netwCalledDevice' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'connectionInfo' | 'subjectOfCall' | 'messageInfo' | 'languagePreferences' | 'deviceHistory' | 'privateData' | 'locationInfoList'>;
/** DigitsDialedCaps are the options that DigitsDialedEvent comes with. */
export type DigitsDialedCaps = Flags<'servicesPermitted' | 'netwCallingDevice' | 'netwCalledDevice' | 'diallingConnectionInfo' | 'callCharacteristics' | 'languagePreferences' | 'privateData' | 'locationInfoList'>;
/** DivertedCaps are the options that DivertedEvent comes with. */
export type DivertedCaps = Flags<'callingDevice' | 'calledDevice' | 'userData' | 'servicesPermitted' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'connectionInfo' | 'netwCallingDevice' | 'netwCalledDevice' | 'subjectOfCall' | 'messageInfo' | 'languagePreferences' | 'deviceHistory' | 'privateData' | 'sendsDivertedToAll' | 'locationInfoList'>;
/** EstablishedCaps are the options that EstablishedEvent comes with. */
export type EstablishedCaps = Flags<'originatingNIDConnection' | 'userData' | 'servicesPermitted' | 'netwCallingDevice' | 'netwCalledDevice' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'establishedConnectionInfo' | 'subjectOfCall' | 'messageInfo' | 'languagePreferences' | 'deviceHistory' | 'privateData' | 'locationInfoList'>;
/** FailedCaps are the options that FailedEvent comes with. */
export type FailedCaps = Flags<'originatingNIDConnection' | 'userData' | 'servicesPermitted' | 'netwCallingDevice' | 'netwCalledDevice' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'failedConnectionInfo' | 'subjectOfCall' | 'messageInfo' | 'languagePreferences' | 'deviceHistory' | 'privateData' | 'callIdOnly' | 'locationInfoList'>;
/** HeldCaps are the options that HeldEvent comes with. */
export type HeldCaps = Flags<'correlatorData' | 'servicesPermitted' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'heldConnectionInfo' | 'callLinkageData' | 'languagePreferences' | 'privateData' | 'locationInfoList'>;
/** NetwCapsChangedCaps are the options that NetworkCapabilitiesChangedEvent comes with. */
export type NetwCapsChangedCaps = Flags<'progressLocationUser' | 'progressLocationPrivateServLocal' | 'progressLocationPublicServLocal' | 'progressLocationTransit' | 'progressLocationPublicServRemote' | 'progressLocationPrivateServRemote' | 'progressLocationLocal' | 'progressLocationInternational' | 'progressLocationNetwBeyondInterworking' | 'progressLocationOther' | 'progressDescriptionISDN' | 'progressDescriptionQSIG' | 'progressDescriptionOther' | 'userData' | 'typeOfNetworkISDNPublic' | 'typeOfNetworkNonISDNPublic' | 'typeOfNetworkISDNPrivate' | 'typeOfNetworkNonISDNPrivate' | 'typeOfNetworkOther' | 'eventsProvidedParameter' | 'eventsProvidedBridged' | 'eventsProvidedCallCleared' | 'eventsProvidedConferenced' | 'eventsProvidedConnectionCleared' | 'eventsProvidedDelivered' | 'eventsProvidedDigitsDialed' | 'eventsProvidedDiverted' | 'eventsProvidedEstablished' | 'eventsProvidedFailed' | 'eventsProvidedHeld' | 'eventsProvidedNetwCapsChanged' | 'eventsProvidedNetwReached' | 'eventsProvidedOffered' | 'eventsProvidedOriginated' | 'eventsProvidedQueued' | 'eventsProvidedRetrieved' | 'eventsProvidedServiceInitiated' | 'eventsProvidedTransferred' | 'servicesPermitted' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'outboundConnectionInfo' | 'languagePreferences' | 'privateData' | 'locationInfoList'>;
/** NetwReachedCaps are the options that NetworkReachedEvent comes with. */
export type NetwReachedCaps = Flags<'originatingNIDConnection' | 'userData' | 'typeOfNetworkISDNPublic' | 'typeOfNetworkNonISDNPublic' | 'typeOfNetworkISDNPrivate' | 'typeOfNetworkNonISDNPrivate' | 'typeOfNetworkOther' | 'eventsProvidedParameter' | 'eventsProvidedBridged' | 'eventsProvidedCallCleared' | 'eventsProvidedConferenced' | 'eventsProvidedConnectionCleared' | 'eventsProvidedDelivered' | 'eventsProvidedDigitsDialed' | 'eventsProvidedDiverted' | 'eventsProvidedEstablished' | 'eventsProvidedFailed' | 'eventsProvidedHeld' | 'eventsProvidedNetwCapsChanged' | 'eventsProvidedNetwReached' | 'eventsProvidedOffered' | 'eventsProvidedOriginated' | 'eventsProvidedQueued' | 'eventsProvidedRetrieved' | 'eventsProvidedServiceInitiated' | 'eventsProvidedTransferred' | 'servicesPermitted' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'outboundConnectionInfo' | 'netwCallingDevice' | 'netwCalledDevice' | 'languagePreferences' | 'deviceHistory' | 'privateData' | 'locationInfoList'>;
/** OfferedCaps are the options that OfferedEvent comes with. */
export type OfferedCaps = Flags<'originatingNIDConnection' | 'userData' | 'servicesPermitted' | 'netwCallingDevice' | 'netwCalledDevice' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'offeredConnectionInfo' | 'subjectOfCall' | 'messageInfo' | 'languagePreferences' | 'deviceHistory' | 'privateData' | 'locationInfoList'>;
/** OriginatedCaps are the options that OriginatedEvent comes with. */
export type OriginatedCaps = Flags<'originatingDevice' | 'servicesPermitted' | 'netwCallingDevice' | 'netwCalledDevice' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'originatedConnectionInfo' | 'subjectOfCall' | 'messageInfo' | 'languagePreferences' | 'privateData' | 'locationInfoList'>;
/** QueuedCaps are the options that QueuedEvent comes with. */
export type QueuedCaps = Flags<'numberQueued' | 'callsInFront' | 'userData' | 'servicesPermitted' | 'netwCallingDevice' | 'netwCalledDevice' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'queuedConnectionInfo' | 'subjectOfCall' | 'messageInfo' | 'languagePreferences' | 'deviceHistory' | 'privateData' | 'locationInfoList'>;
/** RetrievedCaps are the options that RetrievedEvent comes with. */
export type RetrievedCaps = Flags<'correlatorData' | 'servicesPermitted' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'retrievedConnectionInfo' | 'callLinkageData' | 'languagePreferences' | 'privateData' | 'locationInfoList'>;
/** ServiceInitiatedCaps are the options that ServiceInitiatedEvent comes with. */
export type ServiceInitiatedCaps = Flags<'servicesPermitted' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'initiatedConnectionInfo' | 'netwCallingDevice' | 'netwCalledDevice' | 'subjectOfCall' | 'messageInfo' | 'languagePreferences' | 'privateData' | 'calledDevice' | 'locationInfoList'>;
/** TransferredCaps are the options that TransferedEvent comes with. */
export type TransferredCaps = Flags<'transferredConnectionsEndpointDeviceId' | 'transferredConnectionsResultingConnectionInfo' | 'userData' | 'chargingInfo' | 'numberUnitsNumberOfChargingUnits' | 'numberUnitsTypeOfUnits' | 'numberUnitsNumberOfCurrencyUnits' | 'typeOfChargingInfoSubTotal' | 'typeOfChargingInfoTotal' | 'chargingMultiplierAThousandth' | 'chargingMultiplierAHundredth' | 'chargingMultiplierATenth' | 'chargingMultiplierOne' | 'chargingMultiplierTen' | 'chargingMultiplierHundred' | 'chargingMultiplierThousand' | 'servicesPermitted' | 'mediaCallCharacteristics' | 'callCharacteristics' | 'connectionInfo' | 'languagePreferences' | 'deviceHistory' | 'privateData' | 'locationInfoList'>;
/** IOServicesServList lists the I/O services that are offered. */
export interface IOServicesServList {
    ioRegister?: IoRegisterCaps;
    ioRegisterAbort?: IoRegisterAbortCaps;
    ioRegisterCancel?: IoRegisterCancelCaps;
    dataPathResumed?: DataPathResumedCaps;
    dataPathSuspended?: DataPathSuspendedCaps;
    fastData?: FastDataCaps;
    resumeDataPath?: ResumeDataPathCaps;
    sendBroadcastData?: SendBroadcastDataCaps;
    sendData?: SendDataCaps;
    sendMulticastData?: SendMulticastDataCaps;
    startDataPath?: StartDataPathCaps;
    stopDataPath?: StopDataPathCaps;
    suspendDataPath?: SuspendDataPathCaps;
}
/** DataCollectionServList lists the data collection services that are offered. */
export interface DataCollectionServList {
    dataCollected?: DataCollectedCaps;
    dataCollectionResumed?: DataCollectionResumedCaps;
    dataCollectionSuspended?: DataCollectionSuspendedCaps;
    resumeDataCollection?: ResumeDataCollectionCaps;
    startDataCollection?: StartDataCollectionCaps;
    stopDataCollection?: StopDataCollectionCaps;
    suspendDataCollection?: SuspendDataCollectionCaps;
}
/** CDRServList lists the call detail record services that are offered. */
export interface CDRServList {
    cdrNotification?: CDRNotificationCaps;
    cdrReport?: CDRReportCaps;
    sendStoredCDRs?: SendStoredCDRsCaps;
    startCDRTransmission?: StartCDRTransmissionCaps;
    stopCDRTransmission?: StopCDRTransmissionCaps;
}
/** VendorSpecificServList lists the vendor specific services that are offered. */
export interface VendorSpecificServList {
    escapeRegister?: EscapeRegisterCaps;
    escapeRegisterCancel?: EscapeRegisterCancelCaps;
    escapeRegisterAbort?: EscapeRegisterAbortCaps;
    escape?: EscapeCaps;
    privateDataVersionSelection?: PrivateDataVersionSelectionCaps;
}
/** LocationServicesServList lists the location services that are offered. */
export interface LocationServicesServList {
    getLocationInformation?: GetLocationInformationCaps;
    setLocationInformation?: SetLocationInformationCaps;
    locationTrackingSessionResumed?: LocationTrackingSessionResumedCaps;
    locationTrackingSessionSuspended?: LocationTrackingSessionSuspendedCaps;
    resumeLocationTrackingSession?: ResumeLocationTrackingSessionCaps;
    locationInformationReport?: LocationInformationReportCaps;
    startLocationTrackingSession?: StartLocationTrackingSessionCaps;
    stopLocationTrackingSession?: StopLocationTrackingSessionCaps;
    suspendLocationTrackingSession?: SuspendLocationTrackingSessionCaps;
    getLocationTrackingCapabilities?: GetLocationTrackingCapabilitiesCaps;
    getLocationTrackingSessions?: GetLocationTrackingSessionsCaps;
    locationSessionInfo?: LocationSessionInfoCaps;
}
/** VendorSpecificEvtsList lists the vendor specific events that are sent. */
export interface VendorSpecificEvtsList {
    privateEvent?: Empty;
}
/** IoRegisterCaps are the options that IORegister comes with. */
export type IoRegisterCaps = Flags<'ioDevice' | 'privateData' | 'privateDataInAck' | 'allIODevices'>;
/** IoRegisterAbortCaps are the options that IORegisterAbort comes with. */
export type IoRegisterAbortCaps = Flags<'privateData'>;
/** IoRegisterCancelCaps are the options that IORegisterCancel comes with. */
export type IoRegisterCancelCaps = Flags<'privateData' | 'privateDataInAck'>;
/** DataPathResumedCaps are the options that DataPathResumed comes with. */
export type DataPathResumedCaps = Flags<'privateData' | 'privateDataInAck'>;
/** DataPathSuspendedCaps are the options that DataPathSuspended comes with. */
export type DataPathSuspendedCaps = Flags<'privateData' | 'privateDataInAck'>;
/** FastDataCaps are the options that FastData comes with. */
export type FastDataCaps = Flags<'objectDevice' | 'objectCall' | 'dataPathTypeText' | 'dataPathTypeVoice' | 'displayAttribPhyBaseRowNumber' | 'displayAttribPhyBaseColumnNumber' | 'displayAttribOffset' | 'privateData' | 'privateDataInAck' | 'supportsModifyingPosition'>;
/** ResumeDataPathCaps are the options that ResumeDataPath comes with. */
export type ResumeDataPathCaps = Flags<'privateData' | 'privateDataInAck' | 'sendsDataPathResumed'>;
/** SendBroadcastDataCaps are the options that SendBroadcastData comes with. */
export type SendBroadcastDataCaps = Flags<'privateData' | 'dataPathTypeText' | 'dataPathTypeVoice' | 'displayAttribPhyBaseRowNumber' | 'displayAttribPhyBaseColumnNumber' | 'displayAttribOffset' | 'privateDataInAck' | 'supportsModifyingPosition'>;
/** SendDataCaps are the options that SendData comes with. */
export type SendDataCaps = Flags<'displayAttribPhyBaseRowNumber' | 'displayAttribPhyBaseColumnNumber' | 'displayAttribOffset' | 'ioCauseTerminationCharReceived' | 'ioCauseCharCountReached' | 'ioCauseTimeout' | 'ioCauseSfTerminated' | 'privateData' | 'privateDataInAck' | 'supportsModifyingPosition'>;
/** SendMulticastDataCaps are the options that SendMulticastData comes with. */
export type SendMulticastDataCaps = Flags<'ioData' | 'displayAttribPhyBaseRowNumber' | 'displayAttribPhyBaseColumnNumber' | 'displayAttribOffset' | 'privateData' | 'privateDataInAck' | 'supportsModifyingPosition'>;
/** StartDataPathCaps are the options that StartDataPath comes with. */
export type StartDataPathCaps = Flags<'objectDevice' | 'objectCall' | 'dataPathDirectionCfToObject' | 'dataPathDirectionObjectToCf' | 'dataPathDirectionBidirectional' | 'dataPathTypeText' | 'dataPathTypeVoice' | 'numberOfCharsToCollect' | 'terminationChar' | 'timeout' | 'privateData' | 'numberOfCharsToCollectInAck' | 'terminationCharInAck' | 'timeoutInAck' | 'privateDataInAck'>;
/** StopDataPathCaps are the options that StopDataPath comes with. */
export type StopDataPathCaps = Flags<'privateData' | 'privateDataInAck'>;
/** SuspendDataPathCaps are the options that SuspendDataPath comes with. */
export type SuspendDataPathCaps = Flags<'privateData' | 'privateDataInAck'>;
/** DataCollectedCaps are the options that DataCollected comes with. */
export type DataCollectedCaps = Flags<'digitsDuration' | 'digitsPauseDuration' | 'toneDetectedBeep' | 'toneDetectedBilling' | 'toneDetectedBusy' | 'toneDetectedCarrier' | 'toneDetectedConfirmation' | 'toneDetectedDial' | 'toneDetectedFaxCNG' | 'toneDetectedHold' | 'toneDetectedHowler' | 'toneDetectedIntrusion' | 'toneDetectedModemCNG' | 'toneDetectedPark' | 'toneDetectedRecordWarning' | 'toneDetectedReorder' | 'toneDetectedRingback' | 'toneDetectedSilence' | 'toneDetectedSitVC' | 'toneDetectedSitIC' | 'toneDetectedSitRO' | 'toneDetectedSitNC' | 'toneDetectedSf0' | 'toneDetectedSf1' | 'toneDetectedSf2' | 'toneDetectedSf3' | 'toneDetectedSf4' | 'toneDetectedSf5' | 'toneDetectedSf6' | 'toneDetectedSf7' | 'toneDetectedSf8' | 'toneDetectedSf9' | 'toneDetectedSf10' | 'toneDetectedOther' | 'toneFrequency' | 'toneDuration' | 'tonePauseDuration' | 'connectionInfo' | 'dcollCauseFushCharReceived' | 'dcollCauseCharCountReached' | 'dcollCauseTimeout' | 'dcollCauseSFTerminated' | 'privateData' | 'privateDataInAck'>;
/** DataCollectionResumedCaps are the options that DataCollectionResumed comes with. */
export type DataCollectionResumedCaps = Flags<'privateData' | 'privateDataInAck'>;
/** DataCollectionSuspendedCaps are the options that DataCollectionSuspended comes with. */
export type DataCollectionSuspendedCaps = Flags<'privateData' | 'privateDataInAck'>;
/** ResumeDataCollectionCaps are the options that ResumeDataCollection comes with. */
export type ResumeDataCollectionCaps = Flags<'privateData' | 'privateDataInAck'>;
/** StartDataCollectionCaps are the options that StartDataCollection comes with. */
export type StartDataCollectionCaps = Flags<'objectDevice' | 'objectCall' | 'dataCollectionTypeDigits' | 'dataCollectionTypeTones' | 'digitsReportingCriteriaNumChars' | 'digitsReportingCriteriaFlushChar' | 'digitsReportingCriteriaTimeout' | 'privateData' | 'privateDataInAck'>;
/** StopDataCollectionCaps are the options that StopDataCollection comes with. */
export type StopDataCollectionCaps = Flags<'privateData' | 'privateDataInAck'>;
/** SuspendDataCollectionCaps are the options that SuspendDataCollection comes with. */
export type SuspendDataCollectionCaps = Flags<'privateData' | 'privateDataInAck'>;
/** CdrNotificationCaps are the options that CDRNotification comes with. */
export type CDRNotificationCaps = Flags<'cdrReasonTimeout' | 'cdrReasonThresholdReached' | 'cdrReasonOther' | 'privateData' | 'privateDataInAck'>;
/** CdrReportCaps are the options that CDRReport comes with. */
export type CDRReportCaps = Flags<'cdrReasonTimeout' | 'cdrReasonThresholdReached' | 'cdrReasonOther' | 'recordNumber' | 'recordCreationTime' | 'callingDevice' | 'calledDevice' | 'assocCallingDevice' | 'assocCalledDevice' | 'netwCallingDevice' | 'netwCalledDevice' | 'callCharacteristics' | 'mediaCallCharacteristics' | 'chargedDeviceOperator' | 'chargedDeviceNonOperator' | 'recordedCall' | 'nodeNumberArea0' | 'nodeNumberArea1' | 'nodeNumberArea2' | 'tarifTable' | 'connectionStart' | 'connectionEnd' | 'connectionDuration' | 'accessCode' | 'carrier' | 'selectedRoute' | 'billingIndicatorNormalCharging' | 'billingIndicatorReverseCharging' | 'billingIndicatorCreditCardCharging' | 'billingIndicatorCallForwarding' | 'billingIndicatorCallDeflection' | 'billingIndicatorCallTransfer' | 'billingIndicatorOther' | 'chargingInfo' | 'suppServiceInfoNormalCall' | 'suppServiceInfoConsultationCall' | 'suppServiceInfoTransferCall' | 'suppServiceInfoCallCompletion' | 'suppServiceInfoCallForwarding' | 'suppServiceInfoCallDiversion' | 'suppServiceInfoConferencing' | 'suppServiceInfoIntrusion' | 'suppServiceInfoUserUserInfo' | 'suppServiceInfoOther' | 'reasonForTermNormalClearing' | 'reasonForTermUnsuccessfulCallAttempt' | 'reasonForTermAbnormalTermination' | 'reasonForTermCallTransferred' | 'reasonForTermOther' | 'authCode' | 'accountInfo' | 'deviceCategory' | 'namedDeviceTypes' | 'operatorDevice' | 'lastStoredCDRReportSent' | 'privateData' | 'privateDataInAck'>;
/** SendStoredCDRsCaps are the options that SendStoredCDR comes with. */
export type SendStoredCDRsCaps = Flags<'timePeriod' | 'privateData' | 'privateDataInAck'>;
/** StartCDRTransmissionCaps are the options that StartCDRTransmission comes with. */
export type StartCDRTransmissionCaps = Flags<'transferModeTransferAtEndOfCall' | 'transferModeTransferOnRequest' | 'transferModeTransferOnThresholdReached' | 'privateData' | 'privateDataInAck'>;
/** StopCDRTransmissionCaps are the options that StopCDRTransmission comes with. */
export type StopCDRTransmissionCaps = Flags<'cdrTermReasonEndOfData' | 'cdrTermReasonError' | 'cdrTermReasonThresholdReached' | 'cdrTermReasonOther' | 'privateData' | 'privateDataInAck' | 'swFunctionSupportsSending' | 'swFunctionSupportsReceiving'>;
/** EscapeRegisterCaps are the options that EscapeRegister comes with. */
export type EscapeRegisterCaps = Flags<'privateData' | 'privateDataInAck'>;
/** EscapeRegisterCancelCaps are the options that EscapeRegisterCancel comes with. */
export type EscapeRegisterCancelCaps = Flags<'privateData' | 'privateDataInAck'>;
/** EscapeRegisterAbortCaps are the options that EscapeRegisterAbort comes with. */
export type EscapeRegisterAbortCaps = Flags<'privateData' | 'privateDataInAck'>;
/** EscapeCaps are the options that Escape comes with. */
export type EscapeCaps = Flags<'privateDataInAck' | 'swFunctionSupportsSending' | 'swFunctionSupportsReceiving'>;
/**
 * PrivateDataVersionSelectionCaps are the options that PrivateDataVersionSelection comes
 * with.
 */
export type PrivateDataVersionSelectionCaps = Flags<'privateDataInAck'>;
/** GetLocationInformationCaps are the options that GetLocationInformation comes with. */
export type GetLocationInformationCaps = Flags<'privateData' | 'locationInfoInAck' | 'privateDataInAck'>;
/** SetLocationInformationCaps are the options that SetLocationInformation comes with. */
export type SetLocationInformationCaps = Flags<'locationInfo' | 'replaceMode' | 'privateData' | 'privateDataInAck'>;
/**
 * LocationTrackingSessionResumedCaps are the options that LocationTrackingSessionResumed
 * comes with.
 */
export type LocationTrackingSessionResumedCaps = Flags<'locReason' | 'privateData' | 'privateDataInAck'>;
/**
 * LocationTrackingSessionSuspendedCaps are the options that
 * LocationTrackingSessionSuspended comes with.
 */
export type LocationTrackingSessionSuspendedCaps = Flags<'locReason' | 'locationInfoList' | 'privateData' | 'privateDataInAck'>;
/**
 * ResumeLocationTrackingSessionCaps are the options that ResumeLocationTrackingSession
 * comes with.
 */
export type ResumeLocationTrackingSessionCaps = Flags<'privateData' | 'privateDataInAck'>;
/** LocationInformationReportCaps are the options that LocationInformationReport comes with. */
export type LocationInformationReportCaps = Flags<'locationInfoList' | 'privateData' | 'privateDataInAck'>;
/**
 * StartLocationTrackingSessionCaps are the options that StartLocationTrackingSession comes
 * with.
 */
export type StartLocationTrackingSessionCaps = Flags<'collectionType' | 'collectionInterval' | 'maxCollections' | 'collectionFilter' | 'reportingType' | 'reportingInterval' | 'reportingCount' | 'privateData' | 'pIdFProfileOption1inAck' | 'pIdFProfileOption2inAck' | 'privateDataInAck'>;
/**
 * StopLocationTrackingSessionCaps are the options that StopLocationTrackingSession comes
 * with.
 */
export type StopLocationTrackingSessionCaps = Flags<'reason' | 'privateData' | 'privateDataInAck'>;
/**
 * SuspendLocationTrackingSessionCaps are the options that SuspendLocationTrackingSession
 * comes with.
 */
export type SuspendLocationTrackingSessionCaps = Flags<'privateData' | 'privateDataInAck'>;
/**
 * GetLocationTrackingCapabilitiesCaps are the options that GetLocationTrackingCapabilities
 * comes with.
 */
export type GetLocationTrackingCapabilitiesCaps = Flags<'privateData' | 'privateDataInAck'>;
/**
 * GetLocationTrackingSessionsCaps are the options that GetLocationTrackingSessions comes
 * with.
 */
export type GetLocationTrackingSessionsCaps = Flags<'privateData' | 'privateDataInAck'>;
/** LocationSessionInfoCaps are the options that LocationSessionInfo comes with. */
export type LocationSessionInfoCaps = Flags<'segmentId' | 'privateData'>;
/** LogicalServList lists the logical device services that are offered. */
export interface LogicalServList {
    callBackNonCallRel?: CallBackNonCallRelCaps;
    callBackMsgNonCallRel?: CallBackMsgNonCallRelCaps;
    cancelCallBack?: CancelCallBackCaps;
    cancelCallBackMsg?: CancelCallBackMsgCaps;
    getAgentState?: GetAgentStateCaps;
    getAutoAnswer?: GetAutoAnswerCaps;
    getAutoWorkMode?: GetAutoWorkModeCaps;
    getCallBack?: GetCallBackCaps;
    getCallerIdStatus?: GetCallerIDStatusCaps;
    getDoNotDisturb?: GetDoNotDisturbCaps;
    getForwarding?: GetForwardingCaps;
    getLastNumberDialed?: GetLastNumberDialedCaps;
    getPresenceState?: GetPresenceStateCaps;
    getRouteingMode?: GetRouteingModeCaps;
    setAgentState?: SetAgentStateCaps;
    setAutoAnswer?: SetAutoAnswerCaps;
    setAutoWorkMode?: SetAutoWorkModeCaps;
    setCallerIdStatus?: SetCallerIDStatusCaps;
    setDoNotDisturb?: SetDoNotDisturbCaps;
    setForwarding?: SetForwardingCaps;
    setPresenceState?: SetPresenceStateCaps;
    setRouteingMode?: SetRouteingModeCaps;
}
/** LogicalEvtsList lists the logical device events that are sent. */
export interface LogicalEvtsList {
    agentBusy?: AgentBusyCaps;
    agentLoggedOff?: AgentLoggedOffCaps;
    agentLoggedOn?: AgentLoggedOnCaps;
    agentNotReady?: AgentNotReadyCaps;
    agentReady?: AgentReadyCaps;
    agentWorkingAfterCall?: AgentWorkingAfterCallCaps;
    autoAnswer?: AutoAnswerCaps;
    autoWorkMode?: AutoWorkModeCaps;
    callBack?: CallBackEventCaps;
    callBackMessage?: CallBackMessageEventCaps;
    callerIdStatus?: CallerIDStatusCaps;
    doNotDisturb?: DoNotDisturbCaps;
    forwarding?: ForwardingCaps;
    presenceState?: PresenceStateEventCaps;
    /** Whether calls are routed by the application. */
    routeingMode?: RouteingModeCaps;
}
/** DeviceMaintEvtsList lists the maintenance events that are sent. */
export interface DeviceMaintEvtsList {
    backInService?: BackInServiceCaps;
    deviceCapsChanged?: DeviceCapsChangedCaps;
    outOfService?: OutOfServiceCaps;
    partiallyInService?: PartiallyInServiceCaps;
}
/** CallBackNonCallRelCaps are the options that CallBackNonCallRelated comes with. */
export type CallBackNonCallRelCaps = Flags<'privateData' | 'privateDataInAck' | 'additionalReqForbidden' | 'ackModelMultiStep'>;
/** CallBackMsgNonCallRelCaps are the options that CallBackMessageNonCallRelated comes with. */
export type CallBackMsgNonCallRelCaps = Flags<'privateData' | 'privateDataInAck' | 'additionalReqForbidden' | 'ackModelMultiStep'>;
/** CancelCallBackCaps are the options that CancelCallBack comes with. */
export type CancelCallBackCaps = Flags<'privateData' | 'privateDataInAck' | 'ackModelMultiStep' | 'supportsClearing'>;
/** CancelCallBackMsgCaps are the options that CancelCallBackMessage comes with. */
export type CancelCallBackMsgCaps = Flags<'privateData' | 'privateDataInAck' | 'ackModelMultiStep' | 'supportsClearing'>;
/** GetAgentStateCaps are the options that GetAgentState comes with. */
export type GetAgentStateCaps = Flags<'acdGroup' | 'privateData' | 'agentStateListAgentIdInAck' | 'agentGroupInAck' | 'pendingAgentStateInAck' | 'agentStateConditionForcedPauseInAck' | 'agentStateConditionPauseInAck' | 'privateDataInAck'>;
/** GetAutoAnswerCaps are the options that GetAutoAnswer comes with. */
export type GetAutoAnswerCaps = Flags<'privateData' | 'numberOfRingsInAck' | 'privateDataInAck'>;
/** GetAutoWorkModeCaps are the options that GetAutoWorkMode comes with. */
export type GetAutoWorkModeCaps = Flags<'privateData' | 'autoWorkIntervalInAck' | 'privateDataInAck'>;
/** GetCallBackCaps are the options that GetCallBack comes with. */
export type GetCallBackCaps = Flags<'privateData' | 'privateDataInAck'>;
/** GetCallerIDStatusCaps are the options that GetCallerIDStatus comes with. */
export type GetCallerIDStatusCaps = Flags<'privateData' | 'privateDataInAck'>;
/** GetDoNotDisturbCaps are the options that GetDoNotDisturb comes with. */
export type GetDoNotDisturbCaps = Flags<'privateData' | 'callOriginParameterInAck' | 'callOriginInternInAck' | 'callOriginExternInAck' | 'callingDeviceListInAck' | 'privateDataInAck'>;
/** GetForwardingCaps are the options that GetForwarding comes with. */
export type GetForwardingCaps = Flags<'privateData' | 'forwardListInAck' | 'forwardListImmediateInAck' | 'forwardListBusyInAck' | 'forwardListDNDInAck' | 'forwardListNoAnsInAck' | 'forwardListBusyIntInAck' | 'forwardListBusyExtInAck' | 'forwardListDNDIntInAck' | 'forwardListDNDExtInAck' | 'forwardListNoAnsIntInAck' | 'forwardListNoAnsExtInAck' | 'forwardListImmIntInAck' | 'forwardListImmExtInAck' | 'forwardDNInAck' | 'forwardDefaultInAck' | 'forwardDefaultTypeAndDNInAck' | 'forwardDefaultTypeInAck' | 'forwardDefaultDNInAck' | 'ringCountInAck' | 'privateDataInAck'>;
/** GetLastNumberDialedCaps are the options that GetLastNumberDialed comes with. */
export type GetLastNumberDialedCaps = Flags<'privateData' | 'privateDataInAck'>;
/**
 * GetPresenceStateCaps are the options that a service that tells the presence comes with.
 * ECMA-323 ed6 has no such message yet.
 */
export type GetPresenceStateCaps = Flags<'privateData' | 'fromTimeInAck' | 'untilTimeInAck' | 'placeInAck' | 'moodInAck' | 'namedPresenceStateInAck' | 'privateDataInAck'>;
/** GetRouteingModeCaps are the options that GetRouteingMode comes with. */
export type GetRouteingModeCaps = Flags<'privateData' | 'privateDataInAck'>;
/** SetAgentStateCaps are the options that SetAgentState comes with. */
export type SetAgentStateCaps = Flags<'requestedAgentStateLoggedOn' | 'requestedAgentStateLoggedOff' | 'requestedAgentStateNotReady' | 'requestedAgentStateReady' | 'requestedAgentStateWorkingAfterCall' | 'agentId' | 'password' | 'group' | 'privateData' | 'pendingAgentStateWorkingAfterCallInAck' | 'pendingAgentStateNotReadyInAck' | 'pendingAgentStateNullInAck' | 'privateDataInAck' | 'ackModelMultiStep' | 'groupDeviceAllowedInReq' | 'aCDDeviceAllowedInReq' | 'delayTransitionIfBusy' | 'delayTransitionIfWorkingAfterCall'>;
/** SetAutoAnswerCaps are the options that SetAutoAnswer comes with. */
export type SetAutoAnswerCaps = Flags<'numberOfRings' | 'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/** SetAutoWorkModeCaps are the options that SetAutoWorkMode comes with. */
export type SetAutoWorkModeCaps = Flags<'autoWorkInterval' | 'privateData' | 'privateDataInAck' | 'ackModelMultiStep' | 'groupDeviceAllowedInReq' | 'aCDDeviceAllowedInReq'>;
/** SetCallerIDStatusCaps are the options that SetCallerIDStatus comes with. */
export type SetCallerIDStatusCaps = Flags<'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/** SetDoNotDisturbCaps are the options that SetDoNotDisturb comes with. */
export type SetDoNotDisturbCaps = Flags<'callOriginationInternal' | 'callOriginationExternal' | 'callingDeviceList' | 'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/** SetForwardingCaps are the options that SetForwarding comes with. */
export type SetForwardingCaps = Flags<'forwardingTypeBusy' | 'forwardingTypeBusyInt' | 'forwardingTypeBusyExt' | 'forwardingTypeDND' | 'forwardingTypeDNDInt' | 'forwardingTypeDNDExt' | 'forwardingTypeNoAns' | 'forwardingTypeNoAnsInt' | 'forwardingTypeNoAnsExt' | 'forwardingTypeImmediate' | 'forwardingTypeImmInt' | 'forwardingTypeImmExt' | 'forwardDN' | 'ringCount' | 'privateData' | 'privateDataInAck' | 'ackModelMultiStep' | 'ringDuration'>;
/**
 * SetPresenceStateCaps are the options that a service that sets the presence comes with.
 * ECMA-323 ed6 has no such message yet.
 */
export type SetPresenceStateCaps = Flags<'fromTime' | 'untilTime' | 'place' | 'mood' | 'namedPresenceState' | 'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/** SetRouteingModeCaps are the options that SetRouteingMode comes with. */
export type SetRouteingModeCaps = Flags<'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/** AgentBusyCaps are the options that AgentBusyEvent comes with. */
export type AgentBusyCaps = Flags<'agentId' | 'acdGroup' | 'pendingAgentStateWorkingAfterCall' | 'pendingAgentStateNotReady' | 'pendingAgentStateReady' | 'pendingAgentStateNull' | 'cause' | 'privateData'>;
/** AgentLoggedOffCaps are the options that AgentLoggedOffEvent comes with. */
export type AgentLoggedOffCaps = Flags<'agentId' | 'acdGroup' | 'agentPassword' | 'cause' | 'privateData'>;
/** AgentLoggedOnCaps are the options that AgentLoggedOnEvent comes with. */
export type AgentLoggedOnCaps = Flags<'agentId' | 'acdGroup' | 'agentPassword' | 'cause' | 'privateData'>;
/** AgentNotReadyCaps are the options that AgentNotReadyEvent comes with. */
export type AgentNotReadyCaps = Flags<'agentId' | 'acdGroup' | 'cause' | 'privateData'>;
/** AgentReadyCaps are the options that AgentReadyEvent comes with. */
export type AgentReadyCaps = Flags<'agentId' | 'acdGroup' | 'cause' | 'privateData'>;
/** AgentWorkingAfterCallCaps are the options that AgentWorkingAfterCallEvent comes with. */
export type AgentWorkingAfterCallCaps = Flags<'agentId' | 'acdGroup' | 'pendingAgentStateNotReady' | 'pendingAgentStateReady' | 'pendingAgentStateNull' | 'cause' | 'privateData'>;
/** AutoAnswerCaps are the options that AutoAnswerEvent comes with. */
export type AutoAnswerCaps = Flags<'numberOfRings' | 'privateData'>;
/** AutoWorkModeCaps are the options that AutoWorkModeEvent comes with. */
export type AutoWorkModeCaps = Flags<'privateData'>;
/** CallBackEventCaps are the options that CallBackEvent comes with. */
export type CallBackEventCaps = Flags<'privateData'>;
/** CallBackMessageEventCaps are the options that CallBackMessageEvent comes with. */
export type CallBackMessageEventCaps = Flags<'privateData'>;
/** CallerIDStatusCaps are the options that CallerIDStatusEvent comes with. */
export type CallerIDStatusCaps = Flags<'privateData'>;
/** DoNotDisturbCaps are the options that DoNotDisturbEvent comes with. */
export type DoNotDisturbCaps = Flags<'callOriginationParameter' | 'callOriginationInternal' | 'callOriginationExternal' | 'callingDeviceList' | 'privateData'>;
/** ForwardingCaps are the options that ForwardingEvent comes with. */
export type ForwardingCaps = Flags<'forwardingTypeBusy' | 'forwardingTypeBusyInt' | 'forwardingTypeBusyExt' | 'forwardingTypeDND' | 'forwardingTypeDNDInt' | 'forwardingTypeDNDExt' | 'forwardingTypeNoAns' | 'forwardingTypeNoAnsInt' | 'forwardingTypeNoAnsExt' | 'forwardingTypeImmediate' | 'forwardingTypeImmInt' | 'forwardingTypeImmExt' | 'forwardTo' | 'forwardDefaultTypeAndDN' | 'forwardDefaultType' | 'forwardDefaultDN' | 'ringCount' | 'privateData' | 'ringDuration'>;
/**
 * PresenceStateEventCaps are the options that an event that tells the presence comes with.
 * ECMA-323 ed6 has no such message yet.
 */
export type PresenceStateEventCaps = Flags<'fromTime' | 'untilTime' | 'place' | 'mood' | 'namedPresenceState' | 'privateData'>;
/** RouteingModeCaps are the options that RouteingEvent comes with. */
export type RouteingModeCaps = Flags<'privateData'>;
/** BackInServiceCaps are the options that BackInServiceEvent comes with. */
export type BackInServiceCaps = Flags<'cause' | 'privateData'>;
/** DeviceCapsChangedCaps are the options that DeviceCapsChangedEvent comes with. */
export type DeviceCapsChangedCaps = Flags<'cause' | 'privateData'>;
/** OutOfServiceCaps are the options that OutOfServiceEvent comes with. */
export type OutOfServiceCaps = Flags<'cause' | 'privateData'>;
/** PartiallyInServiceCaps are the options that PartiallyInServiceEvent comes with. */
export type PartiallyInServiceCaps = Flags<'cause' | 'privateData'>;
/** PhysDevServList lists the physical device services that are offered. */
export interface PhysDevServList {
    buttonPress?: ButtonPressCaps;
    getAuditoryApparatusInfo?: GetAuditoryApparatusInfoCaps;
    getButtonInformation?: GetButtonInformationCaps;
    getDisplay?: GetDisplayCaps;
    getHookSwitchStatus?: GetHookSwitchStatusCaps;
    getLampInfo?: GetLampInfoCaps;
    getLampMode?: GetLampModeCaps;
    getMessageWaitingIndicator?: GetMessageWaitingIndicatorCaps;
    getMicrophoneGain?: GetMicrophoneGainCaps;
    getMicrophoneMute?: GetMicrophoneMuteCaps;
    getRingerStatus?: GetRingerStatusCaps;
    getSpeakerMute?: GetSpeakerMuteCaps;
    getSpeakerVolume?: GetSpeakerVolumeCaps;
    setButtonInformation?: SetButtonInformationCaps;
    setDisplay?: SetDisplayCaps;
    setHookSwitchStatus?: SetHookSwitchStatusCaps;
    setLampMode?: SetLampModeCaps;
    setMessageWaitingIndicator?: SetMessageWaitingIndicatorCaps;
    setMicrophoneGain?: SetMicrophoneGainCaps;
    setMicrophoneMute?: SetMicrophoneMuteCaps;
    setRingerStatus?: SetRingerStatusCaps;
    setSpeakerMute?: SetSpeakerMuteCaps;
    setSpeakerVolume?: SetSpeakerVolumeCaps;
}
/** PhysDevEvtsList lists the physical device events that are sent. */
export interface PhysDevEvtsList {
    buttonInformation?: ButtonInformationCaps;
    buttonPress?: ButtonPressEventCaps;
    displayUpdated?: DisplayUpdatedCaps;
    /** The hookswitch in question. */
    hookswitch?: HookswitchCaps;
    lampMode?: LampModeCaps;
    messageWaiting?: MessageWaitingCaps;
    microphoneGain?: MicrophoneGainCaps;
    microphoneMute?: MicrophoneMuteCaps;
    ringerStatus?: RingerStatusCaps;
    speakerMute?: SpeakerMuteCaps;
    speakerVolume?: SpeakerVolumeCaps;
}
/** ButtonPressCaps are the options that ButtonPress comes with. */
export type ButtonPressCaps = Flags<'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/**
 * GetAuditoryApparatusInfoCaps are the options that GetAuditoryApparatusInformation comes
 * with.
 */
export type GetAuditoryApparatusInfoCaps = Flags<'auditoryApparatus' | 'privateData' | 'auditoryApparatusTypeSpeakerphone' | 'auditoryApparatusTypeHandset' | 'auditoryApparatusTypeHeadset' | 'auditoryApparatusTypeSpeakerOnlyPhone' | 'auditoryApparatusTypeother' | 'speakerPresent' | 'speakerVolumeSettable' | 'speakerVolumeReadable' | 'speakerMuteSettable' | 'speakerMuteReadable' | 'microphonePresent' | 'microphoneGainSettable' | 'microphoneGainReadable' | 'microphoneMuteSettable' | 'microphoneMuteReadable' | 'hookswitchSettable' | 'hookswitchOnHook' | 'privateDataInAck'>;
/** GetButtonInformationCaps are the options that GetButtonInformation comes with. */
export type GetButtonInformationCaps = Flags<'button' | 'privateData' | 'buttonLabelInAck' | 'buttonLabelSettableInAck' | 'buttonFunctionInAck' | 'buttonAssociatedNumberInAck' | 'buttonAssociatedNumberSettableInAck' | 'listOfLampsInAck' | 'privateDataInAck'>;
/** GetDisplayCaps are the options that GetDisplay comes with. */
export type GetDisplayCaps = Flags<'displayId' | 'privateData' | 'characterSetASCII' | 'characterSetUnicode' | 'characterSetProprietary' | 'privateDataInAck'>;
/** GetHookSwitchStatusCaps are the options that GetHookswitchStatus comes with. */
export type GetHookSwitchStatusCaps = Flags<'hookSwitch' | 'privateData' | 'privateDataInAck'>;
/** GetLampInfoCaps are the options that GetLampInformation comes with. */
export type GetLampInfoCaps = Flags<'lamp' | 'privateData' | 'lampLabelInAck' | 'buttonInAck' | 'lampColorInAck' | 'privateDataInAck'>;
/** GetLampModeCaps are the options that GetLampMode comes with. */
export type GetLampModeCaps = Flags<'lamp' | 'privateData' | 'lampModeInAck' | 'lampBrightnessNormal' | 'lampBrightnessDim' | 'lampBrightnessBright' | 'lampColorInAck' | 'buttonInAck' | 'privateDataInAck'>;
/**
 * GetMessageWaitingIndicatorCaps are the options that GetMessageWaitingIndicator comes
 * with.
 */
export type GetMessageWaitingIndicatorCaps = Flags<'privateData' | 'deviceForMsgInAck' | 'lampIsPresentInAck' | 'privateDataInAck'>;
/** GetMicrophoneGainCaps are the options that GetMicrophoneGain comes with. */
export type GetMicrophoneGainCaps = Flags<'auditoryApparatus' | 'privateData' | 'micGainAbsInAck' | 'privateDataInAck'>;
/** GetMicrophoneMuteCaps are the options that GetMicrophoneMute comes with. */
export type GetMicrophoneMuteCaps = Flags<'auditoryApparatus' | 'privateData' | 'privateDataInAck'>;
/** GetRingerStatusCaps are the options that GetRingerStatus comes with. */
export type GetRingerStatusCaps = Flags<'ringer' | 'privateData' | 'ringCountInAck' | 'ringPatternInAck' | 'ringVolumeInAck' | 'ringVolumeAbsInAck' | 'privateDataInAck'>;
/** GetSpeakerMuteCaps are the options that GetSpeakerMute comes with. */
export type GetSpeakerMuteCaps = Flags<'auditoryApparatus' | 'privateDataInAck' | 'privateData'>;
/** GetSpeakerVolumeCaps are the options that GetSpeakerVolume comes with. */
export type GetSpeakerVolumeCaps = Flags<'auditoryApparatus' | 'privateData' | 'speakerVolAbsInAck' | 'privateDataInAck'>;
/** SetButtonInformationCaps are the options that SetButtonInformation comes with. */
export type SetButtonInformationCaps = Flags<'buttonLabel' | 'buttonAssociatedNumber' | 'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/** SetDisplayCaps are the options that SetDisplay comes with. */
export type SetDisplayCaps = Flags<'physBaseRowNumber' | 'physColumnRowNumber' | 'offset' | 'privateData' | 'privateDataInAck' | 'supportsModifyingPosition' | 'ackModelMultiStep'>;
/** SetHookSwitchStatusCaps are the options that SetHookswitchStatus comes with. */
export type SetHookSwitchStatusCaps = Flags<'privateData' | 'ackModelMultiStep'>;
/** SetLampModeCaps are the options that SetLampMode comes with. */
export type SetLampModeCaps = Flags<'lampModeBrokenFlutter' | 'lampModeFlutter' | 'lampModeOff' | 'lampModeSteady' | 'lampModeWink' | 'lampModeReserved' | 'lampModeSf0' | 'lampModeSf1' | 'lampModeSf2' | 'lampModeSf3' | 'lampModeSf4' | 'lampModeSf5' | 'lampModeSf6' | 'lampModeSf7' | 'lampModeSf8' | 'lampModeSf9' | 'lampModeSf10' | 'lampModeSf11' | 'lampModeSf12' | 'lampModeSf13' | 'lampModeSf14' | 'lampModeSf15' | 'lampModeSf16' | 'lampModeSf17' | 'lampModeSf18' | 'lampModeSf19' | 'lampModeSf20' | 'lampModeSf21' | 'lampModeSf22' | 'lampModeSf23' | 'lampModeSf24' | 'lampModeSf25' | 'lampModeSf26' | 'lampModeSf27' | 'lampModeSf28' | 'lampModeSf29' | 'lampModeSf30' | 'lampModeSf31' | 'lampModeSf32' | 'lampModeSf33' | 'lampModeSf34' | 'lampModeSf35' | 'lampModeSf36' | 'lampModeSf37' | 'lampModeSf38' | 'lampModeSf39' | 'lampModeSf40' | 'lampModeSf41' | 'lampModeSf42' | 'lampModeSf43' | 'lampModeSf44' | 'lampModeSf45' | 'lampModeSf46' | 'lampModeSf47' | 'lampModeSf48' | 'lampModeSf49' | 'lampModeSf50' | 'lampModeSf51' | 'lampModeSf52' | 'lampModeSf53' | 'lampModeSf54' | 'lampModeSf55' | 'lampModeSf56' | 'lampModeSf57' | 'lampModeSf58' | 'lampModeSf59' | 'lampModeSf60' | 'lampModeSf61' | 'lampModeSf62' | 'lampModeSf63' | 'lampModeSf64' | 'lampModeSf65' | 'lampModeSf66' | 'lampModeSf67' | 'lampModeSf68' | 'lampModeSf69' | 'lampModeSf70' | 'lampModeSf71' | 'lampModeSf72' | 'lampModeSf73' | 'lampModeSf74' | 'lampModeSf75' | 'lampModeSf76' | 'lampModeSf77' | 'lampModeSf78' | 'lampModeSf79' | 'lampModeSf80' | 'lampModeSf81' | 'lampModeSf82' | 'lampModeSf83' | 'lampModeSf84' | 'lampModeSf85' | 'lampModeSf86' | 'lampModeSf87' | 'lampModeSf88' | 'lampModeSf89' | 'lampModeSf90' | 'lampModeSf91' | 'lampModeSf92' | 'lampModeSf93' | 'lampModeSf94' | 'lampBrightnessNormal' | 'lampBrightnessDim' | 'lampBrightnessBright' | 'lampColorNoColor' | 'lampColorRed' | 'lampColorYellow' | 'lampColorGreen' | 'lampColorBlue' | 'lampColorReserved' | 'lampColorSf0' | 'lampColorSf1' | 'lampColorSf2' | 'lampColorSf3' | 'lampColorSf4' | 'lampColorSf5' | 'lampColorSf6' | 'lampColorSf7' | 'lampColorSf8' | 'lampColorSf9' | 'lampColorSf10' | 'lampColorSf11' | 'lampColorSf12' | 'lampColorSf13' | 'lampColorSf14' | 'lampColorSf15' | 'lampColorSf16' | 'lampColorSf17' | 'lampColorSf18' | 'lampColorSf19' | 'lampColorSf20' | 'lampColorSf21' | 'lampColorSf22' | 'lampColorSf23' | 'lampColorSf24' | 'lampColorSf25' | 'lampColorSf26' | 'lampColorSf27' | 'lampColorSf28' | 'lampColorSf29' | 'lampColorSf30' | 'lampColorSf31' | 'lampColorSf32' | 'lampColorSf33' | 'lampColorSf34' | 'lampColorSf35' | 'lampColorSf36' | 'lampColorSf37' | 'lampColorSf38' | 'lampColorSf39' | 'lampColorSf40' | 'lampColorSf41' | 'lampColorSf42' | 'lampColorSf43' | 'lampColorSf44' | 'lampColorSf45' | 'lampColorSf46' | 'lampColorSf47' | 'lampColorSf48' | 'lampColorSf49' | 'lampColorSf50' | 'lampColorSf51' | 'lampColorSf52' | 'lampColorSf53' | 'lampColorSf54' | 'lampColorSf55' | 'lampColorSf56' | 'lampColorSf57' | 'lampColorSf58' | 'lampColorSf59' | 'lampColorSf60' | 'lampColorSf61' | 'lampColorSf62' | 'lampColorSf63' | 'lampColorSf64' | 'lampColorSf65' | 'lampColorSf66' | 'lampColorSf67' | 'lampColorSf68' | 'lampColorSf69' | 'lampColorSf70' | 'lampColorSf71' | 'lampColorSf72' | 'lampColorSf73' | 'lampColorSf74' | 'lampColorSf75' | 'lampColorSf76' | 'lampColorSf77' | 'lampColorSf78' | 'lampColorSf79' | 'lampColorSf80' | 'lampColorSf81' | 'lampColorSf82' | 'lampColorSf83' | 'lampColorSf84' | 'lampColorSf85' | 'lampColorSf86' | 'lampColorSf87' | 'lampColorSf88' | 'lampColorSf89' | 'lampColorSf90' | 'lampColorSf91' | 'lampColorSf92' | 'lampColorSf93' | 'lampColorSf94' | 'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/**
 * SetMessageWaitingIndicatorCaps are the options that SetMessageWaitingIndicator comes
 * with.
 */
export type SetMessageWaitingIndicatorCaps = Flags<'deviceForMsg' | 'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/** SetMicrophoneGainCaps are the options that SetMicrophoneGain comes with. */
export type SetMicrophoneGainCaps = Flags<'microphoneGainAbs' | 'microphoneGainInc' | 'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/** SetMicrophoneMuteCaps are the options that SetMicrophoneMute comes with. */
export type SetMicrophoneMuteCaps = Flags<'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/** SetRingerStatusCaps are the options that SetRingerStatus comes with. */
export type SetRingerStatusCaps = Flags<'ringerModeRinging' | 'ringerModeNotRinging' | 'ringVolumeAbs' | 'ringVolumeInc' | 'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/** SetSpeakerMuteCaps are the options that SetSpeakerMute comes with. */
export type SetSpeakerMuteCaps = Flags<'privateData' | 'privateDataInAck' | 'ackModelMultiStep'>;
/** SetSpeakerVolumeCaps are the options that SetSpeakerVolume comes with. */
export type SetSpeakerVolumeCaps = Flags<'speakerVolumeAbs' | 'speakerVolumeInc' | 'privateData' | 'privateDataInAck' | 'ackModelMultiStep' | 'resettedAfterCall' | 'notSettableWhileActive'>;
/** ButtonInformationCaps are the options that ButtonInformationEvent comes with. */
export type ButtonInformationCaps = Flags<'buttonLabel' | 'buttonAssociatedNumber' | 'buttonPressIndicator' | 'privateData'>;
/** ButtonPressEventCaps are the options that ButtonPressEvent comes with. */
export type ButtonPressEventCaps = Flags<'buttonLabel' | 'buttonAssociatedNumber' | 'privateData'>;
/** DisplayUpdatedCaps are the options that DisplayUpdatedEvent comes with. */
export type DisplayUpdatedCaps = Flags<'characterSetASCII' | 'characterSetUnicode' | 'characterSetProprietary' | 'privateData'>;
/** HookswitchCaps are the options that HookswitchEvent comes with. */
export type HookswitchCaps = Flags<'privateData'>;
/** LampModeCaps are the options that LampModeEvent comes with. */
export type LampModeCaps = Flags<'lampModeBrokenFlutter' | 'lampModeFlutter' | 'lampModeOff' | 'lampModeSteady' | 'lampModeWink' | 'lampModeReserved' | 'lampModeSf0' | 'lampModeSf1' | 'lampModeSf2' | 'lampModeSf3' | 'lampModeSf4' | 'lampModeSf5' | 'lampModeSf6' | 'lampModeSf7' | 'lampModeSf8' | 'lampModeSf9' | 'lampModeSf10' | 'lampModeSf11' | 'lampModeSf12' | 'lampModeSf13' | 'lampModeSf14' | 'lampModeSf15' | 'lampModeSf16' | 'lampModeSf17' | 'lampModeSf18' | 'lampModeSf19' | 'lampModeSf20' | 'lampModeSf21' | 'lampModeSf22' | 'lampModeSf23' | 'lampModeSf24' | 'lampModeSf25' | 'lampModeSf26' | 'lampModeSf27' | 'lampModeSf28' | 'lampModeSf29' | 'lampModeSf30' | 'lampModeSf31' | 'lampModeSf32' | 'lampModeSf33' | 'lampModeSf34' | 'lampModeSf35' | 'lampModeSf36' | 'lampModeSf37' | 'lampModeSf38' | 'lampModeSf39' | 'lampModeSf40' | 'lampModeSf41' | 'lampModeSf42' | 'lampModeSf43' | 'lampModeSf44' | 'lampModeSf45' | 'lampModeSf46' | 'lampModeSf47' | 'lampModeSf48' | 'lampModeSf49' | 'lampModeSf50' | 'lampModeSf51' | 'lampModeSf52' | 'lampModeSf53' | 'lampModeSf54' | 'lampModeSf55' | 'lampModeSf56' | 'lampModeSf57' | 'lampModeSf58' | 'lampModeSf59' | 'lampModeSf60' | 'lampModeSf61' | 'lampModeSf62' | 'lampModeSf63' | 'lampModeSf64' | 'lampModeSf65' | 'lampModeSf66' | 'lampModeSf67' | 'lampModeSf68' | 'lampModeSf69' | 'lampModeSf70' | 'lampModeSf71' | 'lampModeSf72' | 'lampModeSf73' | 'lampModeSf74' | 'lampModeSf75' | 'lampModeSf76' | 'lampModeSf77' | 'lampModeSf78' | 'lampModeSf79' | 'lampModeSf80' | 'lampModeSf81' | 'lampModeSf82' | 'lampModeSf83' | 'lampModeSf84' | 'lampModeSf85' | 'lampModeSf86' | 'lampModeSf87' | 'lampModeSf88' | 'lampModeSf89' | 'lampModeSf90' | 'lampModeSf91' | 'lampModeSf92' | 'lampModeSf93' | 'lampModeSf94' | 'lampBrightnessNormal' | 'lampBrightnessDim' | 'lampBrightnessBright' | 'lampColorNoColor' | 'lampColorRed' | 'lampColorYellow' | 'lampColorGreen' | 'lampColorBlue' | 'lampColorReserved' | 'lampColorSf0' | 'lampColorSf1' | 'lampColorSf2' | 'lampColorSf3' | 'lampColorSf4' | 'lampColorSf5' | 'lampColorSf6' | 'lampColorSf7' | 'lampColorSf8' | 'lampColorSf9' | 'lampColorSf10' | 'lampColorSf11' | 'lampColorSf12' | 'lampColorSf13' | 'lampColorSf14' | 'lampColorSf15' | 'lampColorSf16' | 'lampColorSf17' | 'lampColorSf18' | 'lampColorSf19' | 'lampColorSf20' | 'lampColorSf21' | 'lampColorSf22' | 'lampColorSf23' | 'lampColorSf24' | 'lampColorSf25' | 'lampColorSf26' | 'lampColorSf27' | 'lampColorSf28' | 'lampColorSf29' | 'lampColorSf30' | 'lampColorSf31' | 'lampColorSf32' | 'lampColorSf33' | 'lampColorSf34' | 'lampColorSf35' | 'lampColorSf36' | 'lampColorSf37' | 'lampColorSf38' | 'lampColorSf39' | 'lampColorSf40' | 'lampColorSf41' | 'lampColorSf42' | 'lampColorSf43' | 'lampColorSf44' | 'lampColorSf45' | 'lampColorSf46' | 'lampColorSf47' | 'lampColorSf48' | 'lampColorSf49' | 'lampColorSf50' | 'lampColorSf51' | 'lampColorSf52' | 'lampColorSf53' | 'lampColorSf54' | 'lampColorSf55' | 'lampColorSf56' | 'lampColorSf57' | 'lampColorSf58' | 'lampColorSf59' | 'lampColorSf60' | 'lampColorSf61' | 'lampColorSf62' | 'lampColorSf63' | 'lampColorSf64' | 'lampColorSf65' | 'lampColorSf66' | 'lampColorSf67' | 'lampColorSf68' | 'lampColorSf69' | 'lampColorSf70' | 'lampColorSf71' | 'lampColorSf72' | 'lampColorSf73' | 'lampColorSf74' | 'lampColorSf75' | 'lampColorSf76' | 'lampColorSf77' | 'lampColorSf78' | 'lampColorSf79' | 'lampColorSf80' | 'lampColorSf81' | 'lampColorSf82' | 'lampColorSf83' | 'lampColorSf84' | 'lampColorSf85' | 'lampColorSf86' | 'lampColorSf87' | 'lampColorSf88' | 'lampColorSf89' | 'lampColorSf90' | 'lampColorSf91' | 'lampColorSf92' | 'lampColorSf93' | 'lampColorSf94' | 'privateData'>;
/** MessageWaitingCaps are the options that MessageWaitingEvent comes with. */
export type MessageWaitingCaps = Flags<'deviceForMsg' | 'privateData'>;
/** MicrophoneGainCaps are the options that MicrophoneGainEvent comes with. */
export type MicrophoneGainCaps = Flags<'microphoneGainAbs' | 'microphoneGainInc' | 'privateData'>;
/** MicrophoneMuteCaps are the options that MicrophoneMuteEvent comes with. */
export type MicrophoneMuteCaps = Flags<'privateData'>;
/** RingerStatusCaps are the options that RingerStatusEvent comes with. */
export type RingerStatusCaps = Flags<'ringerModeRinging' | 'ringerModeNotRinging' | 'ringCount' | 'ringPattern' | 'ringVolumeAbs' | 'ringVolumeInc' | 'privateData' | 'ringDuration'>;
/** SpeakerMuteCaps are the options that SpeakerMuteEvent comes with. */
export type SpeakerMuteCaps = Flags<'privateData'>;
/** SpeakerVolumeCaps are the options that SpeakerVolumeEvent comes with. */
export type SpeakerVolumeCaps = Flags<'speakerVolumeAbs' | 'speakerVolumeInc' | 'privateData'>;
/** CapExchangeServList lists the capability exchange services that are offered. */
export interface CapExchangeServList {
    getCSTAFeatures?: GetCSTAFeaturesCaps;
    getLogicalDeviceInformation?: GetLogicalDeviceInformationCaps;
    getPhysicalDeviceInformation?: GetPhysicalDeviceInformationCaps;
    getSwitchingFunctionCaps?: GetSwitchingFunctionCapabilitiesCaps;
    getSwitchingFunctionDevices?: GetSwitchingFunctionDevicesCaps;
    switchingFunctionDevices?: SwitchingFunctionDevicesCaps;
}
/** SystemStatusServList lists the system services that are offered. */
export interface SystemStatusServList {
    changeSystemStatusFilter?: ChangeSystemStatusFilterCaps;
    systemRegister?: SystemRegisterCaps;
    systemStatusRegisterAbort?: SystemStatusRegisterAbortCaps;
    systemStatusRegisterCancel?: SystemStatusRegisterCancelCaps;
    requestSystemStatus?: RequestSystemStatusCaps;
    systemStatus?: SystemStatusCaps;
    swFunctionCapsChanged?: SwFunctionCapsChangedCaps;
    swFunctionDevicesChanged?: SwFunctionDevicesChangedCaps;
    getRegistrations?: GetRegistrationsCaps;
    registrationInfo?: RegistrationInfoCaps;
}
/** MonitoringServList lists the monitoring services that are offered. */
export interface MonitoringServList {
    changeMonitorFilter?: ChangeMonitorFilterCaps;
    monitorStart?: MonitorStartCaps;
    monitorStop?: MonitorStopCaps;
    getMonitors?: GetMonitorsCaps;
    monitorInfo?: MonitorInfoCaps;
}
/** SnapshotServList lists the snapshot services that are offered. */
export interface SnapshotServList {
    snapshotCall?: SnapshotCallCaps;
    snapshotDevice?: SnapshotDeviceCaps;
    snapshotCallData?: SnapshotCallDataCaps;
    snapshotDeviceData?: SnapshotDeviceDataCaps;
}
/**
 * StatusReportingServList lists the monitoring, snapshot and system services that are
 * offered.
 */
export interface StatusReportingServList {
    monitoringServices?: MonitoringServList;
    snapshotServices?: SnapshotServList;
    systemServices?: SystemStatusServList;
}
/** GetCSTAFeaturesCaps are the options that GetCSTAFeatures comes with. */
export type GetCSTAFeaturesCaps = Flags<'privateDataInReq' | 'privateDataInAck'>;
/**
 * GetLogicalDeviceInformationCaps are the options that GetLogicalDeviceInformation comes
 * with.
 */
export type GetLogicalDeviceInformationCaps = Flags<'privateDataInReq' | 'namedDeviceTypeInAck' | 'shortFormDeviceIdInAck' | 'miscMonitorCapsInAck' | 'maxCallBacksInAck' | 'maxAutoAnswerRingsInAck' | 'maxActiveCallsInAck' | 'maxHeldCallsInAck' | 'maxFwdSettingsInAck' | 'maxDevicesInConfInAck' | 'transAndConfSetupParameter' | 'transAndConfSetupConsultationInAck' | 'transAndConfSetupHoldMakeInAck' | 'transAndConfSetupAlternateInAck' | 'transAndConfSetupTwoCallsHoldInAck' | 'transAndConfSetupTwoCallsConnectedInAck' | 'mediaClassSupportInAck' | 'connectionRateListInAck' | 'delayToleranceListInAck' | 'numberOfChannelsInAck' | 'maxChannelBindInAck' | 'privateDataInAck'>;
/**
 * GetPhysicalDeviceInformationCaps are the options that GetPhysicalDeviceInformation comes
 * with.
 */
export type GetPhysicalDeviceInformationCaps = Flags<'privateDataInReq' | 'namedDeviceTypesInAck' | 'otherLogicalDeviceListInAck' | 'deviceModelNameInAck' | 'maxDisplaysInAck' | 'maxButtonsInAck' | 'maxLampsInAck' | 'maxRingPatternsInAck' | 'privateDataInAck'>;
/**
 * GetSwitchingFunctionCapabilitiesCaps are the options that GetSwitchingFunctionCaps comes
 * with.
 */
export type GetSwitchingFunctionCapabilitiesCaps = Flags<'privateDataInReq' | 'mediaClassSupportInAck' | 'numberOfChannelsInAck' | 'maxChannelBindInAck' | 'miscMediaCallCharacteristicsInAck' | 'connectionRateListInAck' | 'delayToleranceRateListInAck' | 'pauseTimeInAck' | 'currentTimeInAck' | 'transAndConfSetupParameterInAck' | 'transAndConfSetupConsultationInAck' | 'transAndConfSetupHoldMakeInAck' | 'transAndConfSetupAlternateInAck' | 'transAndConfSetupTwoCallsHoldInAck' | 'transAndConfSetupTwoCallsConnectedInAck' | 'miscMonitorCapsInAck' | 'correlatorDataSupportedInAck' | 'dynamicFeatureSupportedInAck' | 'callLinkageOptionsInAck' | 'acdModelsInAck' | 'agentLogOnModelsInAck' | 'agentStateModelsInAck' | 'privateDataVersionListInAck' | 'simpleThresholdInAck' | 'filterThresholdInAck' | 'maxDeviceHistoryEntriesInAck' | 'privateDataInAck'>;
/**
 * GetSwitchingFunctionDevicesCaps are the options that GetSwitchingFunctionDevices comes
 * with.
 */
export type GetSwitchingFunctionDevicesCaps = Flags<'requestedDeviceId' | 'requestedDeviceCategoryACD' | 'requestedDeviceCategoryACDGroup' | 'requestedDeviceCategoryHuntGroup' | 'requestedDeviceCategoryPickGroup' | 'requestedDeviceCategoryUserGroup' | 'requestedDeviceCategoryOtherGroup' | 'requestedDeviceCategoryNetwInterface' | 'requestedDeviceCategoryPark' | 'requestedDeviceCategoryRouteingDevice' | 'requestedDeviceCategoryStation' | 'requestedDeviceCategoryVoiceUnit' | 'requestedDeviceCategoryGenericIV' | 'requestedDeviceCategoryListenerIV' | 'requestedDeviceCategoryVDTMFIV' | 'requestedDeviceCategoryPromptIV' | 'requestedDeviceCategoryPromptQueueIV' | 'requestedDeviceCategoryMessageIV' | 'requestedDeviceCategoryConference' | 'requestedDeviceCategoryOther' | 'privateData' | 'privateDataInAck'>;
/** SwitchingFunctionDevicesCaps are the options that SwitchingFunctionDevices comes with. */
export type SwitchingFunctionDevicesCaps = Flags<'segmentId' | 'deviceListDeviceCategory' | 'deviceListNamedDeviceTypes' | 'deviceListDeviceAttributes' | 'deviceListDeviceModelName' | 'deviceListNidGroup' | 'privateData'>;
/** ChangeSystemStatusFilterCaps are the options that ChangeSysStatFilter comes with. */
export type ChangeSystemStatusFilterCaps = Flags<'requestedStatusFilterInitializing' | 'requestedStatusFilterEnabled' | 'requestedStatusFilterNormal' | 'requestedStatusFilterMessageLost' | 'requestedStatusFilterDisabled' | 'requestedStatusFilterPartiallyDisabled' | 'requestedStatusFilterOverloadImminent' | 'requestedStatusFilterOverloadReached' | 'requestedStatusFilterOverloadRelieved' | 'privateData' | 'privateDataInAck'>;
/** SystemRegisterCaps are the options that SystemRegister comes with. */
export type SystemRegisterCaps = Flags<'requestTypesSystemStatus' | 'requestTypesRequestSystemStatus' | 'requestTypesSwitchingFunctionCapsChanged' | 'requestTypesSwitchingFuncionDevicesChanged' | 'statusFilterInitializing' | 'statusFilterEnabled' | 'statusFilterNormal' | 'statusFilterMessageLost' | 'statusFilterDisabled' | 'statusFilterPartiallyDisabled' | 'statusFilterOverloadImminent' | 'statusFilterOverloadReached' | 'statusFilterOverloadRelieved' | 'privateDataOctetString' | 'privateData' | 'privateDataOctetStringInAck' | 'privateDataInAck'>;
/** SystemStatusRegisterAbortCaps are the options that SystemRegisterAbort comes with. */
export type SystemStatusRegisterAbortCaps = Flags<'privateData' | 'privateDataInAck'>;
/** SystemStatusRegisterCancelCaps are the options that SystemRegisterCancel comes with. */
export type SystemStatusRegisterCancelCaps = Flags<'privateData' | 'privateDataInAck'>;
/** RequestSystemStatusCaps are the options that RequestSystemStatus comes with. */
export type RequestSystemStatusCaps = Flags<'privateDataInReq' | 'systemStatusInitializing' | 'systemStatusEnabled' | 'systemStatusNormal' | 'systemStatusMessageLost' | 'systemStatusDisabled' | 'systemStatusPartiallyDisabled' | 'systemStatusOverloadImminent' | 'systemStatusOverloadReached' | 'systemStatusOverloadRelieved' | 'privateDataInAck' | 'switchingFunctionSupportsSending' | 'switchingFunctionSupportsReceiving'>;
/** SystemStatusCaps are the options that SystemStatus comes with. */
export type SystemStatusCaps = Flags<'systemStatusInitializing' | 'systemStatusEnabled' | 'systemStatusNormal' | 'systemStatusMessageLost' | 'systemStatusDisabled' | 'systemStatusPartiallyDisabled' | 'systemStatusOverloadImminent' | 'systemStatusOverloadReached' | 'systemStatusOverloadRelieved' | 'privateData' | 'privateDataInAck' | 'switchingFunctionSupportsSending' | 'switchingFunctionSupportsReceiving'>;
/** SwFunctionCapsChangedCaps are the options that SwFunctionCapsChanged comes with. */
export type SwFunctionCapsChangedCaps = Flags<'privateData' | 'privateDataInAck'>;
/** SwFunctionDevicesChangedCaps are the options that SwFunctionDevicesChanged comes with. */
export type SwFunctionDevicesChangedCaps = Flags<'privateData' | 'privateDataInAck'>;
/** GetRegistrationsCaps are the options that GetRegistrations comes with. */
export type GetRegistrationsCaps = Flags<'requestedRegTypes' | 'privateData' | 'privateDataInAck' | 'segmentedResponseProvided'>;
/** RegistrationInfoCaps are the options that RegistrationInfo comes with. */
export type RegistrationInfoCaps = Flags<'segmentId' | 'privateData'>;
/** ChangeMonitorFilterCaps are the options that ChangeMonitorFilter comes with. */
export type ChangeMonitorFilterCaps = Flags<'privateData' | 'privateDataInAck'>;
/** MonitorStartCaps are the options that MonitorStart comes with. */
export type MonitorStartCaps = Flags<'monitorObjectDevice' | 'monitorObjectCall' | 'requestedMonitorFilter' | 'monitorTypeCall' | 'monitorTypeDevice' | 'monitorMediaClassParameter' | 'monitorMediaClassAudio' | 'monitorMediaClassData' | 'monitorMediaClassImage' | 'monitorMediaClassVoice' | 'monitorMediaClassChat' | 'monitorMediaClassEmail' | 'monitorMediaClassMessage' | 'monitorMediaClassIM' | 'monitorMediaClassSMS' | 'monitorMediaClassMMS' | 'monitorExistingCallsInAck' | 'privateDataInAck' | 'callIdOnly' | 'swDomainDefaultForMonitorTypeIsDevice' | 'acceptsMonitorStartWhileOOS'>;
/** MonitorStopCaps are the options that MonitorStop comes with. */
export type MonitorStopCaps = Flags<'privateData' | 'privateDataInAck' | 'switchingFunctionSupportsSending' | 'switchingFunctionSupportsReceiving'>;
/** GetMonitorsCaps are the options that GetMonitors comes with. */
export type GetMonitorsCaps = Flags<'privateData' | 'privateDataInAck' | 'segmentedResponseProvided'>;
/** MonitorInfoCaps are the options that MonitorInfo comes with. */
export type MonitorInfoCaps = Flags<'segmentId' | 'privateData'>;
/** SnapshotCallCaps are the options that SnapshotCall comes with. */
export type SnapshotCallCaps = Flags<'privateData' | 'locaConnectionStateInAck' | 'mediaServiceInfoListInAck' | 'mediaServiceVersionInAck' | 'mediaServiceInstanceInAck' | 'mediaStreamId' | 'connectionInformation' | 'mediaCallCharacteristicsInAck' | 'callCharacteristicsInAck' | 'callingDeviceInAck' | 'calledDeviceInAck' | 'subjectOfCallInAck' | 'messageInfoInAck' | 'languagePreferencesInAck' | 'deviceHistoryInAck' | 'privateDataInAck' | 'callIdOnly' | 'reportsWithSnapsCallData' | 'locationInfoList'>;
/** SnapshotDeviceCaps are the options that SnapshotDevice comes with. */
export type SnapshotDeviceCaps = Flags<'privateData' | 'localCallStateCompoundCallState' | 'localCallStateSimpleCallState' | 'localCallStateUnknown' | 'mediaServiceInfoListInAck' | 'mediaServiceVersionInAck' | 'mediaServiceInstanceInAck' | 'mediaStreamId' | 'connectionInformation' | 'mediaCallCharacteristicsInAck' | 'privateDataInAck' | 'reportsWithSnapsDeviceData'>;
/** SnapshotCallDataCaps are the options that SnapshotCallData comes with. */
export type SnapshotCallDataCaps = Flags<'segmentId' | 'localConnectionState' | 'mediaServiceInformationList' | 'mediaServiceVersion' | 'mediaServiceInstance' | 'mediaStreamId' | 'connectionInformation' | 'privateData' | 'locationInfoList'>;
/** SnapshotDeviceDataCaps are the options that SnapshotDeviceData comes with. */
export type SnapshotDeviceDataCaps = Flags<'segmentId' | 'localCallStateCompoundCallState' | 'localCallStateSimpleCallState' | 'localCallStateUnknown' | 'mediaServiceInformationList' | 'mediaServiceVersion' | 'mediaServiceInstance' | 'mediaStreamId' | 'connectionInformation' | 'mediaCallCharacteristics' | 'endpointDeviceId' | 'privateData'>;
/** VoiceServList lists the voice unit services that are offered. */
export interface VoiceServList {
    activate?: ActivateCaps;
    clear?: ClearCaps;
    deactivate?: DeactivateCaps;
    concatenateMsg?: ConcatenateMsgCaps;
    deleteMsg?: DeleteMsgCaps;
    queueService?: QueueServiceCaps;
    playMsg?: PlayMsgCaps;
    queryVoiceAttrib?: QueryVoiceAttribCaps;
    recordMsg?: RecordMsgCaps;
    reposition?: RepositionCaps;
    resume?: ResumeCaps;
    review?: ReviewCaps;
    start?: StartCaps;
    setVoiceAttrib?: SetVoiceAttribCaps;
    stop?: StopCaps;
    suspend?: SuspendCaps;
    synthesizeMsg?: SynthesizeMsgCaps;
}
/** VoiceEvtsList lists the voice unit events that are sent. */
export interface VoiceEvtsList {
    bookmarkReached?: BookmarkReachedCaps;
    completed?: CompletedCaps;
    dtmfDetected?: DTMFDetectedCaps;
    emptied?: EmptiedCaps;
    interruptionDetected?: InterruptionDetectedCaps;
    notRecognized?: NotRecognizedCaps;
    play?: PlayCaps;
    recognized?: RecognizedCaps;
    record?: RecordCaps;
    reviewEvent?: ReviewEventCaps;
    started?: StartedCaps;
    silenceTimeoutExpired?: SilenceTimeoutExpiredCaps;
    speechDetected?: SpeechDetectedCaps;
    stopEvent?: StopEventCaps;
    suspendPlay?: SuspendPlayCaps;
    suspendRecord?: SuspendRecordCaps;
    voiceAttribChanged?: VoiceAttribChangedCaps;
    voiceErrorOccurred?: VoiceErrorOccurredCaps;
}
/** ActivateCaps are the options that Activate comes with. */
export type ActivateCaps = Flags<'resource' | 'grammarName' | 'privateData' | 'privateDataInAck'>;
/** ClearCaps are the options that Clear comes with. */
export type ClearCaps = Flags<'resource' | 'privateData' | 'privateDataInAck'>;
/** DeactivateCaps are the options that Deactivate comes with. */
export type DeactivateCaps = Flags<'resource' | 'grammarName' | 'privateData' | 'privateDataInAck'>;
/** ConcatenateMsgCaps are the options that ConcatenateMessage comes with. */
export type ConcatenateMsgCaps = Flags<'privateData' | 'privateDataInAck'>;
/** DeleteMsgCaps are the options that DeleteMessage comes with. */
export type DeleteMsgCaps = Flags<'privateData' | 'privateDataInAck'>;
/** QueueServiceCaps are the options that QueueService comes with. */
export type QueueServiceCaps = Flags<'message' | 'resource' | 'text' | 'privateData' | 'privateDataInAck'>;
/** PlayMsgCaps are the options that PlayMessage comes with. */
export type PlayMsgCaps = Flags<'duration' | 'terminationParameter' | 'terminationDurationExceeded' | 'terminationDTMFDigitDetected' | 'terminationEndOfSpeechDetected' | 'terminationSpeech' | 'privateData' | 'privateDataInAck' | 'multipleMsgsSimultaneously'>;
/** QueryVoiceAttribCaps are the options that QueryVoiceAttribute comes with. */
export type QueryVoiceAttribCaps = Flags<'messageToQuery' | 'resource' | 'attribToQueryEncodingAlgorithm' | 'attribToQuerySamplingRate' | 'attribToQueryDuration' | 'attribToQueryFilename' | 'attribToQueryCurrentPosition' | 'attribToQueryCurrentSpeed' | 'attribToQueryCurrentVolume' | 'attribToQueryCurrentLevel' | 'attribToQueryCurrentState' | 'attribToQueryGrammars' | 'attribToQueryLanguage' | 'attribToQueryMode' | 'attribToQueryRetainAudio' | 'attribToQuerySilenceTimeout' | 'attribToQueryMaxTimeout' | 'attribToQueryBabbleTimeout' | 'attribToQueryEndSilence' | 'attribToQueryRejectionThreshold' | 'attribToQueryAutoInterruptable' | 'attribToQueryInnerXML' | 'attribToQueryInterdigitTimeout' | 'attribToQueryPreflush' | 'connection' | 'privateData' | 'attribInAckEncodingAlgorithmADPCM6K' | 'attribInAckEncodingAlgorithmADPCM8K' | 'attribInAckEncodingAlgorithmMuLawPCM6K' | 'attribInAckEncodingAlgorithmALawPCM6K' | 'attribInAckSamplingRate' | 'attribInAckDuration' | 'attribInAckFilename' | 'attribInAckCurrentPosition' | 'attribInAckCurrentSpeed' | 'attribInAckCurrentVolumeAbs' | 'attribInAckCurrentGain' | 'attribInAckCurrentState' | 'attribInAckGrammars' | 'attribInAckLanguage' | 'attribInAckMode' | 'attribInAckRetainAudio' | 'attribInAckSilenceTimeout' | 'attribInAckMaxTimeout' | 'attribInAckBabbleTimeout' | 'attribInAckEndSilence' | 'attribInAckRejectionThreshold' | 'attribInAckAutoInterruptable' | 'attribInAckInnerXML' | 'attribInAckInterdigitTimeout' | 'attribInAckPreflush' | 'privateDataInAck'>;
/** RecordMsgCaps are the options that RecordMessage comes with. */
export type RecordMsgCaps = Flags<'resource' | 'samplingRate' | 'encodingAlgorithmADPCM6K' | 'encodingAlgorithmADPCM8K' | 'encodingAlgorithmMuLawPCM6K' | 'encodingAlgorithmALawPCM6K' | 'maxDuration' | 'terminationParameter' | 'terminationDurationExceeded' | 'terminationDTMFDigitDetected' | 'terminationEndOfDataDetected' | 'terminationSpeechDetected' | 'privateData' | 'privateDataInAck'>;
/** RepositionCaps are the options that Reposition comes with. */
export type RepositionCaps = Flags<'msgToReposition' | 'resource' | 'periodOfRepositionStartOfMsg' | 'periodOfRepositionEndOfMsg' | 'periodOfRepositionRelativePointer' | 'privateData' | 'privateDataInAck'>;
/** ResumeCaps are the options that Resume comes with. */
export type ResumeCaps = Flags<'msgToResume' | 'resource' | 'duration' | 'privateData' | 'privateDataInAck'>;
/** ReviewCaps are the options that Review comes with. */
export type ReviewCaps = Flags<'msgToReview' | 'resource' | 'periodToResumeStartOfMsg' | 'periodToResumeLengthOfReview' | 'privateData' | 'privateDataInAck'>;
/** StartCaps are the options that Start comes with. */
export type StartCaps = Flags<'resource' | 'text' | 'privateData' | 'privateDataInAck'>;
/** SetVoiceAttribCaps are the options that SetVoiceAttribute comes with. */
export type SetVoiceAttribCaps = Flags<'message' | 'resource' | 'currentSpeed' | 'currentVolumeAbs' | 'currentVolumeInc' | 'currentGain' | 'grammars' | 'language' | 'mode' | 'retainAudio' | 'silenceTimeout' | 'maxTimeout' | 'babbleTimeout' | 'endSilence' | 'rejectionThreshold' | 'autoInterruptable' | 'innerXML' | 'interdigitTimeout' | 'preflush' | 'privateData' | 'privateDataInAck'>;
/** StopCaps are the options that Stop comes with. */
export type StopCaps = Flags<'msgToBeStopped' | 'resource' | 'privateData' | 'privateDataInAck'>;
/** SuspendCaps are the options that Suspend comes with. */
export type SuspendCaps = Flags<'message' | 'resource' | 'privateData' | 'privateDataInAck'>;
/** SynthesizeMsgCaps are the options that SynthesizeMessage comes with. */
export type SynthesizeMsgCaps = Flags<'genderMale' | 'genderFemale' | 'privateData' | 'privateDataInAck'>;
/** BookmarkReachedCaps are the options that BookmarkReachedEvent comes with. */
export type BookmarkReachedCaps = Flags<'resource' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** CompletedCaps are the options that CompletedEvent comes with. */
export type CompletedCaps = Flags<'resource' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** DtmfDetectedCaps are the options that DtmfDetectedEvent comes with. */
export type DTMFDetectedCaps = Flags<'resource' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** EmptiedCaps are the options that EmptiedEvent comes with. */
export type EmptiedCaps = Flags<'resource' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** InterruptionDetectedCaps are the options that InterruptionDetectedEvent comes with. */
export type InterruptionDetectedCaps = Flags<'resource' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** NotRecognizedCaps are the options that NotRecognizedEvent comes with. */
export type NotRecognizedCaps = Flags<'resource' | 'result' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** PlayCaps are the options that PlayEvent comes with. */
export type PlayCaps = Flags<'message' | 'resource' | 'length' | 'currentPosition' | 'speed' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** RecognizedCaps are the options that RecognizedEvent comes with. */
export type RecognizedCaps = Flags<'resource' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** RecordCaps are the options that RecordEvent comes with. */
export type RecordCaps = Flags<'message' | 'resource' | 'length' | 'currentPosition' | 'speed' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** ReviewEventCaps are the options that ReviewEvent comes with. */
export type ReviewEventCaps = Flags<'message' | 'resource' | 'length' | 'currentPosition' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** StartedCaps are the options that StartedEvent comes with. */
export type StartedCaps = Flags<'resource' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** SilenceTimeoutExpiredCaps are the options that SilenceTimeoutExpiredEvent comes with. */
export type SilenceTimeoutExpiredCaps = Flags<'resource' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** SpeechDetectedCaps are the options that SpeechDetectedEvent comes with. */
export type SpeechDetectedCaps = Flags<'resource' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** StopEventCaps are the options that StopEvent comes with. */
export type StopEventCaps = Flags<'message' | 'resource' | 'length' | 'currentPosition' | 'speed' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** SuspendPlayCaps are the options that SuspendPlayEvent comes with. */
export type SuspendPlayCaps = Flags<'message' | 'resource' | 'length' | 'currentPosition' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** SuspendRecordCaps are the options that SuspendRecordEvent comes with. */
export type SuspendRecordCaps = Flags<'message' | 'resource' | 'length' | 'currentPosition' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** VoiceAttribChangedCaps are the options that VoiceAttributeChangedEvent comes with. */
export type VoiceAttribChangedCaps = Flags<'message' | 'resource' | 'playVolumeAbs' | 'playVolumeInc' | 'recordGain' | 'speed' | 'currentPosition' | 'grammars' | 'language' | 'mode' | 'retainAudio' | 'silenceTimeout' | 'maxTimeout' | 'babbleTimeout' | 'endSilence' | 'rejectionThreshold' | 'autoInterruptable' | 'innerXML' | 'interdigitTimeout' | 'preflush' | 'cause' | 'privateData'>;
/** VoiceErrorOccurredCaps are the options that VoiceErrorOccurredEvent comes with. */
export type VoiceErrorOccurredCaps = Flags<'resource' | 'cause' | 'servicesPermitted' | 'privateData'>;
/** StartCDRTransmission starts to transfer call detail records. */
export interface StartCDRTransmission extends Base {
    /** When records are transferred. */
    transferMode: CDRTransferMode;
}
/** StartCDRTransmissionResponse gives the cross reference under which the records are sent. */
export interface StartCDRTransmissionResponse extends Base {
    /** The transfer in question. */
    cdrCrossRefId: string;
}
/**
 * StopCDRTransmission ends the transfer of call detail records. The switching function
 * sends it when it can send no more.
 */
export interface StopCDRTransmission extends Base {
    /** The transfer in question. */
    cdrCrossRefId: string;
    /** Why the transfer ends. */
    cdrTermReason?: CDRTermReason;
}
/** StopCDRTransmissionResponse confirms StopCDRTransmission. */
export type StopCDRTransmissionResponse = Base;
/** SendStoredCDR asks for the call detail records that are stored. */
export interface SendStoredCDR extends Base {
    /** The transfer in question. */
    cdrCrossRefId: string;
    /** The time whose records are wanted; all where it is missing. */
    timePeriod?: CDRTimePeriod;
}
/** SendStoredCDRResponse confirms SendStoredCDR. */
export type SendStoredCDRResponse = Base;
/** CDRNotification tells that call detail records can be fetched with SendStoredCDR. */
export interface CDRNotification extends Base {
    /** The transfer in question. */
    cdrCrossRefId: string;
    /** Why there is something to fetch. */
    cdrReason?: CDRReason;
}
/** CDRNotificationResponse confirms CDRNotification. */
export type CDRNotificationResponse = Base;
/** CDRReport brings call detail records. */
export interface CDRReport extends Base {
    /** The transfer in question. */
    cdrCrossRefId: string;
    /** How many records follow. */
    numberOfRecordsSent: Integer;
    /** The records. */
    cdrInfo: {
        cdrInformationItem: CDRInformationItem[];
    };
    /** Whether there are no more stored records. */
    lastStoredCDRReportSent?: boolean;
}
/** CDRReportResponse confirms CDRReport. */
export type CDRReportResponse = Base;
/** CDRTransferMode says when records are transferred. */
export type CDRTransferMode = 'transferAtEndOfCall' | 'transferOnRequest' | 'transferOnThresholdReached';
/** CDRTermReason says why a transfer of records ends. */
export type CDRTermReason = 'endOfDataDetected' | 'errorDetected' | 'thresholdReached' | 'other';
/** CDRTimePeriod is the time in which the calls wanted have begun. */
export interface CDRTimePeriod {
    beginningOfCDR?: string;
    endOfCDR?: string;
}
/** CDRReason says why there are records to fetch. */
export type CDRReason = 'timeout' | 'thresholdReached' | 'other';
/** ChargedDevice is the device that is charged, as an operator or not. */
export type ChargedDevice = OneOf<{
    /** A device that is no operator. */
    nonOperator: DeviceID;
    /** An operator. */
    operator: DeviceID;
}>;
/**
 * NodeNumber is the number of the node in a network of switching functions that wrote a
 * record.
 */
export interface NodeNumber {
    area0?: Integer;
    area1?: Integer;
    area2?: Integer;
}
/** BillingID says how a call is billed. */
export type BillingID = 'normalCharging' | 'reverseCharging' | 'creditCardCharging' | 'callForwarding' | 'callDeflection' | 'callTransfer' | 'other';
/** SupplServiceInfo are the supplementary services that a call has used. */
export type SupplServiceInfo = Flags<'normalCall' | 'consultationCall' | 'transferCall' | 'callCompletion' | 'callForwarding' | 'callDiversion' | 'conferencing' | 'intrusion' | 'userUserInfo' | 'other'>;
/** ReasonForTerm says how a call has ended. */
export type ReasonForTerm = 'normalClearing' | 'unsuccessfulCallAttempt' | 'abnormalTermination' | 'callTransferred' | 'other';
/** CDRInformationItem is the record of one call. */
export interface CDRInformationItem {
    /** Counts the records. */
    recordNumber?: Integer;
    recordCreationTime?: string;
    /** The caller. */
    callingDevice?: CallingDeviceID;
    /** The number that was called in the first place. */
    calledDevice?: CalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The device in the switching function that stands for the number called from outside. */
    associatedCalledDevice?: AssociatedCalledDeviceID;
    /** The caller as the network named it. */
    networkCallingDevice?: NetworkCallingDeviceID;
    /** The called number as the network named it. */
    networkCalledDevice?: NetworkCalledDeviceID;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** The device that pays. */
    chargedDevice?: ChargedDevice;
    /** The call. */
    recordedCall?: ConnectionID;
    /** The node that has written the record. */
    nodeNumber?: NodeNumber;
    /** The tariff that was charged. */
    tariffTable?: Integer;
    connectionStart?: string;
    connectionEnd?: string;
    /** Seconds. */
    connectionDuration?: Integer;
    /** The code dialled to reach the network. */
    accessCode?: string;
    /** The carrier chosen. */
    carrier?: Integer;
    /** The route chosen. */
    selectedRoute?: Integer;
    billingId?: BillingID;
    /** What the call has cost. */
    chargingInfo?: ChargingInfo;
    /** The supplementary services used. */
    supplServiceInfo?: SupplServiceInfo;
    reasonForTerm?: ReasonForTerm;
    /** Authorises the call. */
    authCode?: HexBinary;
    /** The account the call is charged to. */
    accountInfo?: HexBinary;
    deviceCategory?: DeviceCategory;
    namedDeviceTypes?: NamedDeviceTypes;
    /** The operator who has set the call up. */
    operatorDevice?: DeviceID;
}
/**
 * CSTASecurityData are the security values any message may carry. The time of an event
 * travels as its timeStamp.
 */
export interface CSTASecurityData {
    messageSequenceNumber?: Integer;
    timeStamp?: string;
    securityInfo?: SecurityInfo;
}
/** SecurityInfo is what the parties have agreed on to secure a message. */
export type SecurityInfo = OneOf<{
    /** XML of any kind. */
    private: Foreign;
    /** Bytes. */
    string: HexBinary;
}>;
/**
 * StartDataCollection starts to collect the digits or tones that are received in a call, or
 * in all calls of a device.
 */
export interface StartDataCollection extends Base {
    /** The call, or the device in whose calls. */
    object: CallObject;
    /** What is collected. */
    dataCollType?: DataCollType;
    /** When digits are reported; each one at once where this is missing. */
    digitsReportingCriteria?: DigitsReportingCriteria;
}
/** StartDataCollectionResponse gives the cross reference under which DataCollected reports. */
export interface StartDataCollectionResponse extends Base {
    /** The data collection in question. */
    dcollCrossRefId: string;
}
/** StopDataCollection ends a data collection. */
export interface StopDataCollection extends Base {
    /** The data collection in question. */
    dcollCrossRefId: string;
}
/** StopDataCollectionResponse confirms StopDataCollection. */
export type StopDataCollectionResponse = Base;
/** SuspendDataCollection interrupts a data collection without ending it. */
export interface SuspendDataCollection extends Base {
    /** The data collection in question. */
    dcollCrossRefId: string;
}
/** SuspendDataCollectionResponse confirms SuspendDataCollection. */
export type SuspendDataCollectionResponse = Base;
/** ResumeDataCollection goes on with a data collection that was suspended. */
export interface ResumeDataCollection extends Base {
    /** The data collection in question. */
    dcollCrossRefId: string;
}
/** ResumeDataCollectionResponse confirms ResumeDataCollection. */
export type ResumeDataCollectionResponse = Base;
/** DataCollected brings the digits or tones that were received. */
export interface DataCollected extends Base {
    /** The data collection in question. */
    dcollCrossRefId: string;
    /** The digits, where digits are collected. */
    digitsData?: DigitsData;
    /** The tone, where tones are collected. */
    telTonesData?: TelTonesData;
    /** The media of the connection. */
    connectionInformation?: ConnectionInformation;
    /** Why this is reported now. */
    dcollcause?: DcollCause;
}
/** DataCollectedResponse confirms DataCollected. */
export type DataCollectedResponse = Base;
/**
 * DataCollectionSuspended tells that a data collection was interrupted by the switching
 * function.
 */
export interface DataCollectionSuspended extends Base {
    /** The data collection in question. */
    dcollCrossRefId: string;
}
/** DataCollectionSuspendedResponse confirms DataCollectionSuspended. */
export type DataCollectionSuspendedResponse = Base;
/** DataCollectionResumed tells that a data collection goes on. */
export interface DataCollectionResumed extends Base {
    /** The data collection in question. */
    dcollCrossRefId: string;
}
/** DataCollectionResumedResponse confirms DataCollectionResumed. */
export type DataCollectionResumedResponse = Base;
/** CallObject is a call named by one of its connections, or a device. */
export type CallObject = OneOf<{
    call: ConnectionID;
    /** The device in question. */
    device: DeviceID;
}>;
/** DataCollType says what is collected. */
export type DataCollType = 'digits' | 'telTones';
/**
 * DigitsReportingCriteria says when collected digits are reported: after so many, at a
 * certain one, or when no more follow.
 */
export interface DigitsReportingCriteria {
    /** After so many digits. */
    numChars?: Integer;
    /** At this digit. */
    flushChar?: string;
    /** When no digit came for so many milliseconds. */
    timeout?: Integer;
}
/** DigitsData are digits that were received. */
export interface DigitsData {
    /** The digits. */
    digitsDetected?: string;
    /** How long each was, in milliseconds. */
    digitsDuration?: {
        digitsDurationItem: Integer[];
    };
    /** The pause after each, in milliseconds. */
    digitsPauseDuration?: {
        digitsPauseDurationItem: Integer[];
    };
}
/** ToneDetected is a tone that was received. */
export type ToneDetected = 'beep' | 'billing' | 'busy' | 'carrier' | 'confirmation' | 'dial' | 'faxCNG' | 'hold' | 'howler' | 'intrusion' | 'modemCNG' | 'park' | 'recordWarning' | 'reorder' | 'ringback' | 'silence' | 'sitVC' | 'sitIC' | 'sitRO' | 'sitNC' | 'other';
/** TelTonesData is a tone that was received. */
export interface TelTonesData {
    toneDetected: ToneDetected;
    /** The frequency, in hertz. */
    toneFrequency?: Integer;
    /** How long each is, in milliseconds. */
    toneDuration?: Integer;
    /** The pause after it, in milliseconds. */
    tonePauseDuration?: Integer;
}
/** DcollCause says why collected data are reported. */
export type DcollCause = 'flushCharReceived' | 'charCountReceived' | 'timeout' | 'sfTerminated';
/**
 * CSTAErrorCode answers a request that is refused. On the hub it is the text of the
 * failed invocation instead.
 */
export interface CSTAErrorCode extends Base {
    operation?: OperationErrors;
    performanceManagement?: PerformanceManagementErrors;
    privateErrorCode?: string;
    stateIncompatibility?: StateIncompatibilityErrors;
    subscribedResourceAvailability?: SubscribedResourceAvailabilityErrors;
    systemResourceAvailibility?: SystemResourceAvailabilityErrors;
    unspecified?: Empty;
}
/**
 * ErrorValue is the error of UniversalFailure as a message of its own. The schema has it;
 * applications use CSTAErrorCode.
 */
export interface ErrorValue extends Base {
    operation?: OperationErrors;
    performanceManagement?: PerformanceManagementErrors;
    privateErrorCode?: string;
    stateIncompatibility?: StateIncompatibilityErrors;
    subscribedResourceAvailability?: SubscribedResourceAvailabilityErrors;
    systemResourceAvailibility?: SystemResourceAvailabilityErrors;
    unspecified?: Empty;
}
/** UniversalFailure is the category of an error and its value in this category. */
export type UniversalFailure = OneOf<{
    operation: OperationErrors;
    performanceManagement: PerformanceManagementErrors;
    privateData: PrivateDataInfoErrors;
    privateErrorCode: string;
    security: SecurityErrors;
    stateIncompatibility: StateIncompatibilityErrors;
    subscribedResourceAvailability: SubscribedResourceAvailabilityErrors;
    systemResourceAvailibility: SystemResourceAvailabilityErrors;
    unspecified: Empty;
}>;
/** OperationErrors say that a request is wrong in itself, whatever the state it meets. */
export type OperationErrors = 
/** Wrong in a way that no other value names. */
'generic' | 'atLeastOneConditionalParameterNotProvided' | 'featureAlreadySet' | 'invalidMsgID'
/** A mandatory parameter is missing or a value is out of range. */
 | 'invalidParameterValue' | 'invalidAccountCode' | 'invalidAgentGroup' | 'invalidAgentIdentifier' | 'invalidAgentPassword' | 'invalidAgentState' | 'invalidAlertTime' | 'invalidAllocationState' | 'invalidAuthCode' | 'invalidAutoAnswer' | 'invalidBitRate' | 'invalidButtonIdentifier' | 'invalidCallType' | 'invalidConnectionRate' | 'invalidConsultPurpose' | 'invalidCorrelatorData' | 'invalidCrossRefID' | 'invalidDelayTolerance' | 'invalidDestination' | 'invalidDestinationDetect' | 'invalidDoNotDisturb' | 'invalidEscapeCrossRefID' | 'invalidFeature' | 'invalidFile' | 'invalidFlowDirection' | 'invalidForwardingDestination' | 'invalidForwardingFlag' | 'invalidForwardingType' | 'invalidHookswitchType' | 'invalidHookswitchComponent' | 'invalidLampMode' | 'invalidLampID' | 'invalidMessageWaitingSetting' | 'invalidMicrophoneGain' | 'invalidMicrophoneMute'
/** No such monitor in this session. */
 | 'invalidMonitorCrossRefID' | 'invalidMonitorFilter' | 'invalidMonitorObject' | 'invalidMonitorType' | 'invalidNumberOFChannels' | 'invalidParticipationType' | 'invalidRemainRetry' | 'invalidRingCount' | 'invalidRingPattern' | 'invalidRingVolume' | 'invalidRouteingAlgorithm' | 'invalidRouteingCrossRefID' | 'invalidRouteRegistrationCrossRefID' | 'invalidSpeakerVolume' | 'invalidSpeakerMute' | 'invalidSwitchingSubdomainCharsType' | 'invalidObjectType' | 'invalidActiveCallObject' | 'invalidCalledDeviceObjectType' | 'invalidCallingDeviceObjectType' | 'invalidCallToBePickedUpObjectType' | 'invalidCallToDivertObjectType' | 'invalidCallToParkObjectType' | 'invalidDestinationDeviceObject' | 'invalidHeldCallObject' | 'invalidMonitorObjectType' | 'invalidParkToObjectType' | 'messageIDRequired' | 'notDifferentDevices' | 'notSameDevice' | 'objectNotKnown' | 'invalidCallID' | 'invalidActiveCallID' | 'invalidHeldCallID'
/** No such connection, or more than one fits. */
 | 'invalidConnectionID' | 'invalidActiveConnectionID' | 'invalidHeldConnectionID'
/** No such device. */
 | 'invalidDeviceID' | 'invalidActiveDeviceID'
/** No such called device. */
 | 'invalidCalledDeviceID'
/** No such calling device. */
 | 'invalidCallingDeviceID' | 'invalidCallToParkDeviceID' | 'invalidDestinationDeviceID' | 'invalidDivertingDeviceID' | 'invalidHeldDeviceID' | 'invalidParkToDeviceID' | 'invalidPickUpDeviceID' | 'parameterNotSupported' | 'accountCodeNotSupported' | 'agentGroupNotSupported' | 'agentPasswordNotSupported' | 'agentStateNotSupported' | 'alertTimeNotSupported' | 'allocationNotSupported' | 'authorisationCodeNotSupported' | 'autoAnswerNotSupported' | 'bitRateNotSupported' | 'buttonNotSupported' | 'callTypeNotSupported' | 'charactersToSendNotSupported' | 'connectionRateNotSupported' | 'connectionReservationNotSupported' | 'consultPurposeNotSupported' | 'correlatorDataNotSupported' | 'delayToleranceNotSupported' | 'destinationDetectNotSupported' | 'digitModeNotSupported' | 'errorValueNotSupported' | 'flowDirectionNotSupported' | 'forwardingDestinationNotSupported' | 'lampNotSupported' | 'monitorTypeNotSupported' | 'numberOfChannelsNotSupported' | 'parameterTypeNotSupported' | 'priorityNotSupported' | 'privateDataNotSupported' | 'pulseDurationNotSupported' | 'pulseRateNotSupported' | 'remainRetryNotSupported' | 'ringCountNotSupported' | 'routeUsedNotSupported' | 'securityNotSupported' | 'swSubdomainCCIETypeNotSupported' | 'toneDurationNotSupported' | 'sysStatRegIDNotSupported' | 'userDataNotSupported'
/** The session has no right to this device. */
 | 'privilegeViolationSpecifiedDevice' | 'privilegeViolationActiveDevice'
/** The session has no right to the called device. */
 | 'privilegeViolationCalledDevice'
/** The session has no right to the calling device. */
 | 'privilegeViolationCallingDevice' | 'privilegeViolationCallToParkDevice' | 'privilegeViolationDestinationDevice' | 'privilegeViolationOnDivertingDevice' | 'privilegeViolationHeldDevice' | 'privilegeViolationOnParkToDevice' | 'privilegeViolationPickUpDevice' | 'routeingTimerExpired' | 'requestIncompatibleWithObject' | 'requestIncompatibleWithConnection' | 'requestIncompatibleWithActiveConnection' | 'requestIncompatibleWithHeldConnection' | 'requestIncompatibleWithDevice' | 'requestIncompatibleWithCalledDevice' | 'requestIncompatibleWithCallingDevice' | 'requestIncompatibleWithSubjectDevice' | 'requestIncompatibleWithActiveDevice' | 'requestIncompatibleWithCallToParkDevice' | 'requestIncompatibleWithDestinationDevice' | 'requestIncompatibleWithDivertingDevice' | 'requestIncompatibleWithHeldDevice' | 'requestIncompatibleWithMedia' | 'requestIncompatibleWithParkToDevice' | 'requestIncompatibleWithPickupDevice'
/** The switching function does not offer this service. */
 | 'serviceNotSupported'
/** The session is not logged in. */
 | 'securityViolation' | 'valueOutOfRange' | 'agentStateOutOfRange' | 'alertTimeOutOfRange' | 'allocationOutOfRange' | 'autoAnswerOutOfRange' | 'bitRateOutOfRange' | 'callTypeOutOfRange' | 'connectionRateOutOfRange' | 'connectionReservoationOutOfRange' | 'consultPurposeOutOfRange' | 'correlatorDataOutOfRange' | 'delayToleranceOutOfRange' | 'destinationDetectOutOfRange' | 'digitModeOutOfRange' | 'doNotDisturbOutOfRange' | 'flowDirectionOutOfRange' | 'forwardingFlagOutOfRange' | 'forwardingTypeOutOfRange' | 'hookswitchComponentOutOfRange' | 'hookswitchTypeOutOfRange' | 'lampModeOutOfRange' | 'messageWaitingSettingOutOfRange' | 'micGainOutOfRange' | 'micMuteOutOfRange' | 'monitorTypeOutOfRange' | 'numberOfChannelsOutOfRange' | 'participationTypeOutOfRange' | 'pulseDurationOutOfRange' | 'pulseRateOutOfRange' | 'ringCountOutOfRange' | 'ringPatternOutOfRange' | 'ringVolumnOutOfRange' | 'routeingAlgorithmOutOfRange' | 'speakerMuteOutOfRange' | 'speakerVolumeOutOfRange' | 'switchingCcittTypeOutOfRange' | 'systemStatusOutOfRange' | 'toneCharacterOutOfRange' | 'toneDurationOutOfRange';
/** SecurityErrors say that the security values of a message are wrong. */
export type SecurityErrors = 'generic' | 'sequenceNumberViolated' | 'timeStampViolated' | 'securityInfoViolated';
/** StateIncompatibilityErrors say that a request does not fit the state of its object. */
export type StateIncompatibilityErrors = 'generic' | 'invalidObjectState' | 'invalidDeviceState' | 'connectedCallExists' | 'invalidActiveDeviceState' | 'invalidCalledDeviceState' | 'invalidCallingDeviceState' | 'invalidCallToParkDeviceState' | 'invalidDestinationDeviceState' | 'invalidDivertingDeviceState' | 'invalidHeldDeviceState' | 'invalidParkToDeviceState' | 'invalidConnectionState' | 'invalidActiveConnectionState' | 'invalidConnectionIDForActiveCall' | 'invalidHeldConnectionState' | 'noActiveCall' | 'noCallToAnswer' | 'noCallToClear' | 'noCallToComplete' | 'noConnectionToClear' | 'noHeldCall' | 'incorrectMsgState' | 'beginningOfMsg' | 'endOfMsg' | 'msgSuspended' | 'notAbleToPlay' | 'notAbleToResume';
/**
 * SystemResourceAvailabilityErrors say that a resource of the switching function is
 * missing.
 */
export type SystemResourceAvailabilityErrors = 'generic' | 'resourceBusy' | 'internalResourceBusy' | 'classifierBusy' | 'noMediaChannelsAvailable' | 'channelsInUseForBridgedDevices' | 'channelsInUseForData' | 'toneDetectorBusy' | 'toneGeneratorBusy' | 'networkBusy' | 'resourceOutOfService' | 'deviceOutOfService' | 'activeDeviceOutOfService' | 'calledDeviceOutOfService' | 'callingDeviceOutOfService' | 'callToParkDeviceOutOfService' | 'destinationDeviceOutOfService' | 'divertingDeviceOutOfService' | 'heldDeviceOutOfService' | 'parkToDeviceOutOfService' | 'pickupDeviceOutOfService' | 'networkOutOfService' | 'otherResourceOutOfService' | 'resourceLimitExceeded' | 'overallMonitorLimitExceeded' | 'conferenceMemberLimitExceeded' | 'registrationLimitExceeded' | 'conferenceResourceCannotBeSatisfied' | 'maxDevicesExceeded' | 'startTimeOutOfRange' | 'durationExceeded';
/** SubscribedResourceAvailabilityErrors say that a limit of the subscription is reached. */
export type SubscribedResourceAvailabilityErrors = 'generic' | 'objectMonitorLimitExceeded' | 'trunkLimitExceeded' | 'outstandingReqLimitExceeded' | 'objectRegistrationLimitExceeded';
/** PerformanceManagementErrors say that a request came at a bad time for the load. */
export type PerformanceManagementErrors = 'generic' | 'performanceLimitExceeded';
/** PrivateDataInfoErrors say that the private data of a request is wrong. */
export type PrivateDataInfoErrors = 'cSTAPrivateDataInfoError';
/**
 * IORegister registers the application for data paths that are started from the other side,
 * such as at a device's display and keys.
 */
export interface IORegister extends Base {
    /** The device to register for; all where none is named. */
    ioDevice?: DeviceID;
}
/** IORegisterResponse gives the registration that messages on these data paths will name. */
export interface IORegisterResponse extends Base {
    /** The registration that it belongs to. */
    ioRegisterRequestId: string;
}
/**
 * IORegisterAbort tells that the switching function has ended an I/O registration by
 * itself. It is not answered.
 */
export interface IORegisterAbort extends Base {
    /** The registration that it belongs to. */
    ioRegisterRequestId: string;
}
/** IORegisterCancel ends the application's I/O registration. */
export interface IORegisterCancel extends Base {
    /** The registration that it belongs to. */
    ioRegisterRequestId: string;
}
/** IORegisterCancelResponse confirms IORegisterCancel. */
export type IORegisterCancelResponse = Base;
/**
 * StartDataPath opens a data path to a device or call, over which characters are exchanged
 * with its user.
 */
export interface StartDataPath extends Base {
    /** The registration that it belongs to. */
    ioRegisterReqId?: string;
    /** The device or call. */
    object: CSTAObject;
    /** Which way data flow. */
    dataPathDirection?: DataPathDirection;
    /** What kind of data it is. */
    dataPathType?: DataPathType;
    /** The display. */
    displayId?: string;
    /** After how many characters they are sent. */
    numberOfCharactersToCollect?: Integer;
    /** The character that ends it. */
    terminationCharacter?: string;
    /** How long to wait for the next character, in seconds. */
    timeout?: Integer;
}
/** StartDataPathResponse names the data path. */
export interface StartDataPathResponse extends Base {
    /** The data path in question. */
    ioCrossRefId: IOCrossRefID;
    /** After how many characters they are sent. */
    numberOfCharactersToCollect?: Integer;
    /** The character that ends it. */
    terminationCharacter?: string;
    /** How long to wait for the next character, in seconds. */
    timeout?: Integer;
}
/** StopDataPath closes a data path. */
export interface StopDataPath extends Base {
    /** The data path in question. */
    ioCrossRefId: IOCrossRefID;
    /** The registration that it belongs to. */
    ioRegisterRequestId?: string;
}
/** StopDataPathResponse confirms StopDataPath. */
export type StopDataPathResponse = Base;
/** SuspendDataPath interrupts a data path without closing it. */
export interface SuspendDataPath extends Base {
    /** The data path in question. */
    ioCrossRefId: IOCrossRefID;
    /** The registration that it belongs to. */
    ioRegisterRequestId?: string;
}
/** SuspendDataPathResponse confirms SuspendDataPath. */
export type SuspendDataPathResponse = Base;
/** ResumeDataPath goes on with a data path that was suspended. */
export interface ResumeDataPath extends Base {
    /** The data path in question. */
    ioCrossRefId: IOCrossRefID;
    /** The registration that it belongs to. */
    ioRegisterRequestId?: string;
}
/** ResumeDataPathResponse confirms ResumeDataPath. */
export type ResumeDataPathResponse = Base;
/** DataPathSuspended tells that a data path was interrupted. */
export interface DataPathSuspended extends Base {
    /** The data path in question. */
    ioCrossRefId: IOCrossRefID;
    /** The registration that it belongs to. */
    ioRegisterRequestId?: string;
}
/** DataPathSuspendedResponse confirms DataPathSuspended. */
export type DataPathSuspendedResponse = Base;
/** DataPathResumed tells that a data path goes on. */
export interface DataPathResumed extends Base {
    /** The data path in question. */
    ioCrossRefId: IOCrossRefID;
    /** The registration that it belongs to. */
    ioRegisterRequestId?: string;
}
/** DataPathResumedResponse confirms DataPathResumed. */
export type DataPathResumedResponse = Base;
/** SendData sends data over a data path. */
export interface SendData extends Base {
    /** The data path in question. */
    ioCrossRefId: IOCrossRefID;
    /** The registration that it belongs to. */
    ioRegisterReqId?: string;
    /** Where on the display it goes. */
    displayAttributes?: DisplayAttributeList;
    /** The data. */
    ioData: HexBinary;
    /** Why the data are sent now. */
    ioCause?: EventCause;
}
/** SendDataResponse confirms SendData. */
export type SendDataResponse = Base;
/** FastData sends data to or from a device without opening a data path. */
export interface FastData extends Base {
    /** The registration that it belongs to. */
    ioRegisterReqId?: string;
    /** The device or call. */
    object: CSTAObject;
    /** What kind of data it is. */
    dataPathType?: DataPathType;
    /** Where on the display it goes. */
    displayAttribute?: DisplayAttribute;
    /** The data. */
    ioData: HexBinary;
}
/** FastDataResponse confirms FastData. */
export type FastDataResponse = Base;
/** SendBroadcastData sends data over all data paths. */
export interface SendBroadcastData extends Base {
    /** The data. */
    ioData: HexBinary;
    /** What kind of data it is. */
    dataPathType?: DataPathType;
    /** Where on the display it goes. */
    displayAttributes?: DisplayAttributeList;
}
/** SendBroadcastDataResponse confirms SendBroadcastData. */
export type SendBroadcastDataResponse = Base;
/** SendMulticastData sends data over several data paths. */
export interface SendMulticastData extends Base {
    /** The data paths. */
    ioCrossRefIdList: {
        ioCrossRefId: IOCrossRefID[];
    };
    /** The data. */
    ioData: HexBinary;
    /** Where on the display it goes. */
    displayAttributes?: DisplayAttributeList;
}
/** SendMulticastDataResponse confirms SendMulticastData. */
export type SendMulticastDataResponse = Base;
/** DataPathDirection is the direction of a data path. */
export type DataPathDirection = 
/** From the application. */
'computeFunctionToObject'
/** To the application. */
 | 'objectToComputeFunction'
/** Both. */
 | 'bidirectional';
/** DataPathType is the kind of data on a data path. */
export type DataPathType = 'text' | 'voice';
/** IOCrossRefID names a data path; the side that has started it chooses the name. */
export type IOCrossRefID = OneOf<{
    /** By the application. */
    computerProvided: string;
    /** By the switching function. */
    switchProvided: string;
}>;
/** DisplayAttributeList says where text goes on a display. */
export interface DisplayAttributeList {
    physicalBaseRowNumber?: Integer;
    physicalBaseColumnNumber?: Integer;
    offset?: Integer;
}
/** DisplayAttribute says on which display and where text goes. */
export interface DisplayAttribute {
    /** The display. */
    displayId?: string;
    /** The place in the text that the display shows at its upper left. */
    physicalBaseRowNumber?: Integer;
    /** The place in the text that the display shows at its upper left. */
    physicalBaseColumnNumber?: Integer;
    /** How far into the text writing begins. */
    offset?: Integer;
}
/** GetLocationInformation asks where a device is. */
export interface GetLocationInformation extends Base {
    /** The device in question. */
    device: DeviceID;
}
/** GetLocationInformationResponse tells where it is. */
export interface GetLocationInformationResponse extends Base {
    /** The location. */
    locationInfo?: LocationInfo;
}
/** SetLocationInformation tells the switching function where a device is. */
export interface SetLocationInformation extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The location. */
    locationInfo: LocationInfo;
    /** Whether it replaces all that was known or the parts given. */
    replaceMode?: ReplaceMode;
}
/** SetLocationInformationResponse confirms SetLocationInformation. */
export type SetLocationInformationResponse = Base;
/** StartLocationTrackingSession starts to follow the location of a device. */
export interface StartLocationTrackingSession extends Base {
    /** The device to follow. */
    locDevice: DeviceID;
    /** When the location is collected. */
    collectionType?: CollectionType;
    /** Time between two collections, in seconds. */
    collectionInterval?: Integer;
    /** How often the location is collected at most. */
    maxCollections?: Integer;
    /** How far the device has to move to count. */
    collectionFilter?: CollectionFilter;
    /** When it is reported. */
    reportingType?: ReportingType;
    /** Time between two reports, in seconds. */
    reportingInterval?: Integer;
    /** After how many collections they are reported. */
    reportingCount?: Integer;
}
/**
 * StartLocationTrackingSessionResponse gives the cross reference under which
 * LocationInformationReport reports.
 */
export interface StartLocationTrackingSessionResponse extends Base {
    /** The location tracking session in question. */
    locCrossRefId: string;
    /** How locations are written. */
    pidfProfile: PIDFProfile;
}
/** StopLocationTrackingSession ends a location tracking session. */
export interface StopLocationTrackingSession extends Base {
    /** The location tracking session in question. */
    locCrossRefId: string;
    /** Why. */
    reason?: EventCause;
}
/** StopLocationTrackingSessionResponse confirms StopLocationTrackingSession. */
export type StopLocationTrackingSessionResponse = Base;
/** SuspendLocationTrackingSession interrupts a location tracking session without ending it. */
export interface SuspendLocationTrackingSession extends Base {
    /** The location tracking session in question. */
    locCrossRefId: string;
}
/** SuspendLocationTrackingSessionResponse confirms SuspendLocationTrackingSession. */
export type SuspendLocationTrackingSessionResponse = Base;
/**
 * ResumeLocationTrackingSession goes on with a location tracking session that was
 * suspended.
 */
export interface ResumeLocationTrackingSession extends Base {
    /** The location tracking session in question. */
    locCrossRefId: string;
}
/** ResumeLocationTrackingSessionResponse confirms ResumeLocationTrackingSession. */
export type ResumeLocationTrackingSessionResponse = Base;
/** LocationInformationReport tells where a tracked device was and is. */
export interface LocationInformationReport extends Base {
    /** The location tracking session in question. */
    locCrossRefId: string;
    /** The device in question. */
    device?: DeviceID;
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/** LocationInformationReportResponse confirms LocationInformationReport. */
export type LocationInformationReportResponse = Base;
/**
 * LocationTrackingSessionSuspended tells that a location tracking session was interrupted
 * by the switching function.
 */
export interface LocationTrackingSessionSuspended extends Base {
    /** The location tracking session in question. */
    locCrossRefId: string;
    /** Why. */
    locReason?: LocReason;
    /** Where the parties are. */
    locationInfoList?: {
        locationInfoEntry: LocationInfo[];
    };
}
/** LocationTrackingSessionSuspendedResponse confirms LocationTrackingSessionSuspended. */
export type LocationTrackingSessionSuspendedResponse = Base;
/** LocationTrackingSessionResumed tells that a location tracking session goes on. */
export interface LocationTrackingSessionResumed extends Base {
    /** The location tracking session in question. */
    locCrossRefId: string;
    /** Why. */
    locReason?: LocReason;
}
/** LocationTrackingSessionResumedResponse confirms LocationTrackingSessionResumed. */
export type LocationTrackingSessionResumedResponse = Base;
/** GetLocationTrackingCapabilities asks in which ways a device's location can be tracked. */
export interface GetLocationTrackingCapabilities extends Base {
    /** The device in question. */
    device: DeviceID;
}
/**
 * GetLocationTrackingCapabilitiesResponse tells the ways in which the location is collected
 * and reported, with their limits.
 */
export interface GetLocationTrackingCapabilitiesResponse extends Base {
    /** How it is collected where nothing is asked for. */
    collectionTypeDefault: CollectionType;
    /** Whether it can be collected at intervals. */
    collectionTypePeriodic: boolean;
    /** Whether it can be collected on movement only. */
    collectionTypeUpdatesOnly: boolean;
    /** Whether it can be collected at intervals and on movement. */
    collectionTypePeriodicWithUpdates: boolean;
    /** Seconds. */
    collectionIntervalDefault?: Integer;
    /** Seconds. */
    collectionIntervalMin?: Integer;
    /** Seconds. */
    collectionIntervalMax?: Integer;
    /** Number of collections. */
    maxCollectionsDefault?: Integer;
    /** Number of collections. */
    maxCollectionsMin?: Integer;
    /** Number of collections. */
    maxCollectionsMax?: Integer;
    /** What movement counts where nothing is asked for. */
    collectionfilterDefault: CollectionFilterType;
    /** Whether a distance on the ground can be waited for. */
    collectionFilterHorizontal: boolean;
    /** Whether a distance in height can be waited for. */
    collectionFilterVertical: boolean;
    /** Whether a change of the civic address can be waited for. */
    collectionFilterCivicAddress: boolean;
    /** How it is reported where nothing is asked for. */
    reportingTypeDefault: ReportingType;
    /** Whether it can be reported at once. */
    reportingTypeImmediate: boolean;
    /** Whether it can be reported at intervals. */
    reportingTypePeriodic: boolean;
    /** Whether it can be reported after a number of collections. */
    reportingTypeCount: boolean;
    /** Seconds. */
    reportingIntervalDefault?: Integer;
    /** Seconds. */
    reportingIntervalMin?: Integer;
    /** Seconds. */
    reportingIntervalMax?: Integer;
    /** Number of collections. */
    reportingCountDefault?: Integer;
    /** Number of collections. */
    reportingCountMin?: Integer;
    /** Number of collections. */
    reportingCountMax?: Integer;
    /** Whether a session can be suspended. */
    supportsSuspendingTracking: boolean;
    /** Whether a session can be resumed. */
    supportsResumingTracking: boolean;
}
/** GetLocationTrackingSessions asks for the location tracking sessions that are running. */
export type GetLocationTrackingSessions = Base;
/**
 * GetLocationTrackingSessionsResponse lists the sessions, or names the cross reference
 * under which they follow in LocationSessionInfo messages.
 */
export interface GetLocationTrackingSessionsResponse extends Base {
    /** The list, or the reference under which it follows. */
    crossRefIdorRegistrationData?: CrossRefIDOrLocationSessionData;
}
/**
 * LocationSessionInfo brings one part of the list of sessions that
 * GetLocationTrackingSessions asked for. It is not answered.
 */
export interface LocationSessionInfo extends Base {
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
    /** The number of this part, counted from 1. */
    segmentId?: Integer;
    /** Whether this is the last part. */
    lastSegment: boolean;
    /** The sessions of this part. */
    locationSessionInfoList?: {
        locationSessionListEntry: LocationSessionListEntry[];
    };
}
/** ReplaceMode says how much of a location is replaced. */
export type ReplaceMode = 'replaceAll' | 'replacePortion';
/** CollectionType says when a location is collected. */
export type CollectionType = 
/** At intervals. */
'periodic'
/** When the device has moved. */
 | 'updatesOnly'
/** Both. */
 | 'periodicWithUpdates';
/** CollectionFilter says how far a device has to move for its location to be collected. */
export interface CollectionFilter {
    /** Metres on the ground. */
    horizontalMovement?: Integer;
    /** Metres in height. */
    verticalMovement?: Integer;
    /** The parts of the civic address that have to change. */
    civicAddressChange?: string[];
}
/** ReportingType says when locations are reported. */
export type ReportingType = 
/** At once. */
'immediate'
/** At intervals. */
 | 'periodic'
/** After a number of collections. */
 | 'count';
/**
 * PIDFProfile is the way in which locations are written, of those that ECMA-269 defines
 * upon PIDF-LO.
 */
export type PIDFProfile = 'pidfProfileOption1' | 'pidfProfileOption2';
/** LocReason says why a location tracking session goes on or was interrupted. */
export type LocReason = 'connectionToDeviceOrNetworkRestored' | 'performanceConditionRelieved';
/** CollectionFilterType is the kind of movement that counts. */
export type CollectionFilterType = 'horizontalMovement' | 'verticalMovement' | 'civicAddressChange' | 'none';
/** LocationSessionListEntry is one location tracking session. */
export interface LocationSessionListEntry {
    /** The location tracking session in question. */
    locCrossRefId?: string;
    locDevice?: DeviceID;
}
/** LocationSessionInfoList is a list of location tracking sessions. */
export interface LocationSessionInfoList {
    locationSessionListEntry?: LocationSessionListEntry[];
}
/**
 * CrossRefIDorLocationSessionData is a list of location tracking sessions, or the reference
 * under which it follows.
 */
export type CrossRefIDOrLocationSessionData = OneOf<{
    locationSessionInfoList: LocationSessionInfoList;
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
}>;
/** AgentBusyEvent says that an agent has got a call and is busy with it. */
export interface AgentBusyEvent extends EventHead {
    /** The device that the agent works at. */
    agentDevice: SubjectDeviceID;
    /** The agent. */
    agentId?: string;
    /** The ACD group in question. */
    acdGroup?: DeviceID;
    /** The state that the agent changes to when the call is over. */
    pendingAgentState?: PendingAgentState;
    /** Why it happened. */
    cause?: EventCause;
}
/** AgentLoggedOffEvent says that an agent has logged off. */
export interface AgentLoggedOffEvent extends EventHead {
    /** The device that the agent works at. */
    agentDevice: SubjectDeviceID;
    /** The agent. */
    agentId?: string;
    /** The ACD group in question. */
    acdGroup?: DeviceID;
    /** The agent's password. */
    agentPassword?: HexBinary;
    /** Why it happened. */
    cause?: EventCause;
}
/** AgentLoggedOnEvent says that an agent has logged on. */
export interface AgentLoggedOnEvent extends EventHead {
    /** The device that the agent works at. */
    agentDevice: SubjectDeviceID;
    /** The agent. */
    agentId?: string;
    /** The ACD group in question. */
    acdGroup?: DeviceID;
    /** The agent's password. */
    agentPassword?: HexBinary;
    /** Why it happened. */
    cause?: EventCause;
}
/** AgentNotReadyEvent says that an agent takes no calls for the time being. */
export interface AgentNotReadyEvent extends EventHead {
    /** The device that the agent works at. */
    agentDevice: SubjectDeviceID;
    /** The agent. */
    agentId?: string;
    /** The ACD group in question. */
    acdGroup?: DeviceID;
    /** Why it happened. */
    cause?: EventCause;
}
/** AgentReadyEvent says that an agent is ready for the next call. */
export interface AgentReadyEvent extends EventHead {
    /** The device that the agent works at. */
    agentDevice: SubjectDeviceID;
    /** The agent. */
    agentId?: string;
    /** The ACD group in question. */
    acdGroup?: DeviceID;
    /** Why it happened. */
    cause?: EventCause;
}
/**
 * AgentWorkingAfterCallEvent says that an agent finishes the work for his last call before
 * he takes the next one.
 */
export interface AgentWorkingAfterCallEvent extends EventHead {
    /** The device that the agent works at. */
    agentDevice: SubjectDeviceID;
    /** The agent. */
    agentId?: string;
    /** The ACD group in question. */
    acdGroup?: DeviceID;
    /** The state that the agent changes to when the call is over. */
    pendingAgentState?: AgentNextState;
    /** Why it happened. */
    cause?: EventCause;
}
/**
 * AutoAnswerEvent says that a device answers calls by itself from now on, or no longer
 * does.
 */
export interface AutoAnswerEvent extends EventHead {
    /** The device in question. */
    invokingDevice: SubjectDeviceID;
    /** Whether calls are answered by the device itself. */
    autoAnswerOn: boolean;
    /** After how many rings. */
    numberOfRings?: Integer;
}
/**
 * AutoWorkModeEvent says that agents get time to work after each call from now on, or no
 * longer do.
 */
export interface AutoWorkModeEvent extends EventHead {
    /** The device in question. */
    invokingDevice: SubjectDeviceID;
    /** Whether there is time to work after each call. */
    autoWorkOn: boolean;
    /** How long, in seconds. */
    autoWorkInterval: Integer;
}
/** CallBackEvent says that a call back was requested, or that the request was taken back. */
export interface CallBackEvent extends EventHead {
    /** The device by which the caller reached the switching function, where it is another one. */
    originatingDevice: SubjectDeviceID;
    /** The device to be called. */
    targetDevice: SubjectDeviceID;
    /** True: a call back was requested; false: the request was taken back. */
    callBackSetCanceled: boolean;
}
/** CallBackMessageEvent says that a call back message was left, or taken back. */
export interface CallBackMessageEvent extends EventHead {
    /** The device by which the caller reached the switching function, where it is another one. */
    originatingDevice: SubjectDeviceID;
    /** The device to be called. */
    targetDevice: SubjectDeviceID;
    /** True: a message was left; false: it was taken back. */
    callBackMsgSetCanceled: boolean;
}
/** CallerIDStatusEvent says that a device shows its number from now on, or hides it. */
export interface CallerIDStatusEvent extends EventHead {
    /** The device in question. */
    device: DeviceID;
    /** Whether the number is shown. */
    callerIdProvided: boolean;
}
/** DoNotDisturbEvent says that a device refuses calls from now on, or takes them again. */
export interface DoNotDisturbEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** Whether calls are refused. */
    doNotDisturbOn: boolean;
    /** Which calls: those from inside, from outside or both. */
    callOrigination?: CallOrigination;
    /** The callers whose calls are refused; all where the list is missing. */
    callingDeviceList?: {
        callingDevice: DeviceID[];
    };
}
/** ForwardingEvent says that a forwarding setting has changed. */
export interface ForwardingEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** Which calls are forwarded. */
    forwardingType?: ForwardingType;
    /** Whether it is on. */
    forwardStatus: boolean;
    /** Where calls go. */
    forwardTo?: DeviceID;
    /** Which parts of the setting are the default of the user. */
    forwardDefault?: ForwardDefault;
    /** After how many rings. */
    ringCount?: Integer;
    /** After how many seconds of ringing. */
    ringDuration?: Integer;
}
/**
 * RouteingEvent says that calls at a routeing device are routed by the application from now
 * on, or no longer are.
 */
export interface RouteingEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** Whether calls are routed by the application. */
    routeingMode: boolean;
}
/** AgentNextState is the state that an agent will have when his work is done. */
export type AgentNextState = 'notReady' | 'ready' | 'null';
/**
 * CallBackNonCallRelated has the switching function call two devices when both are free,
 * without a call between them before.
 */
export interface CallBackNonCallRelated extends Base {
    /** The device by which the caller reached the switching function, where it is another one. */
    originatingDevice: DeviceID;
    /** The device to be called. */
    targetDevice: DeviceID;
}
/** CallBackNonCallRelatedResponse confirms CallBackNonCallRelated. */
export type CallBackNonCallRelatedResponse = Base;
/**
 * CallBackMessageNonCallRelated leaves a message at a device asking its user to call
 * another one, without a call between them before.
 */
export interface CallBackMessageNonCallRelated extends Base {
    /** The device by which the caller reached the switching function, where it is another one. */
    originatingDevice: DeviceID;
    /** The device to be called. */
    targetDevice: DeviceID;
}
/** CallBackMessageNonCallRelatedResponse confirms CallBackMessageNonCallRelated. */
export type CallBackMessageNonCallRelatedResponse = Base;
/** CancelCallBack takes a call back request back. */
export interface CancelCallBack extends Base {
    /** The device by which the caller reached the switching function, where it is another one. */
    originatingDevice: DeviceID;
    /** The device to be called. */
    targetDevice: DeviceID;
}
/** CancelCallBackResponse confirms CancelCallBack. */
export type CancelCallBackResponse = Base;
/** CancelCallBackMessage takes a call back message back. */
export interface CancelCallBackMessage extends Base {
    /** The device by which the caller reached the switching function, where it is another one. */
    originatingDevice: DeviceID;
    /** The device to be called. */
    targetDevice: DeviceID;
}
/** CancelCallBackMessageResponse confirms CancelCallBackMessage. */
export type CancelCallBackMessageResponse = Base;
/** GetAgentState asks for the state of the agents at a device: logged on, ready, busy. */
export interface GetAgentState extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The ACD group in question. */
    acdGroup?: DeviceID;
}
/**
 * GetAgentStateResponse lists the agents at the device and the state each has in its
 * groups.
 */
export interface GetAgentStateResponse extends Base {
    /** The agents at the device. */
    agentStateList: {
        agentStateEntry: AgentStateEntry[];
    };
}
/** GetAutoAnswer asks whether a device answers calls by itself. */
export interface GetAutoAnswer extends Base {
    /** The device in question. */
    device: DeviceID;
}
/** GetAutoAnswerResponse says whether it does, and after how many rings. */
export interface GetAutoAnswerResponse extends Base {
    /** Whether calls are answered by the device itself. */
    autoAnswerOn: boolean;
    /** After how many rings. */
    numberOfRings?: Integer;
}
/** GetAutoWorkMode asks whether agents get time to work after each call. */
export interface GetAutoWorkMode extends Base {
    /** The device in question. */
    device: DeviceID;
}
/** GetAutoWorkModeResponse says whether they do, and for how long. */
export interface GetAutoWorkModeResponse extends Base {
    /** Whether there is time to work after each call. */
    autoWorkOn: boolean;
    /** How long, in seconds. */
    autoWorkInterval?: Integer;
}
/** GetCallBack asks for the call back requests of a device. */
export interface GetCallBack extends Base {
    /** The device in question. */
    device: DeviceID;
}
/** GetCallBackResponse lists the requests. */
export interface GetCallBackResponse extends Base {
    /** The requests. */
    callBackList?: {
        callBackListItem: CallBackListItem[];
    };
}
/** GetCallerIDStatus asks whether a device shows its number to those it calls. */
export interface GetCallerIDStatus extends Base {
    /** The device in question. */
    device: DeviceID;
}
/** GetCallerIDStatusResponse says whether it does. */
export interface GetCallerIDStatusResponse extends Base {
    /** Whether the number is shown. */
    callerIdProvided: boolean;
}
/** GetDoNotDisturb asks whether a device refuses calls (do not disturb). */
export interface GetDoNotDisturb extends Base {
    /** The device in question. */
    device: DeviceID;
}
/** GetDoNotDisturbResponse says whether it does, and which calls. */
export interface GetDoNotDisturbResponse extends Base {
    /** Whether calls are refused. */
    doNotDisturbOn: boolean;
    /** Which calls: those from inside, from outside or both. */
    callOrigination?: CallOrigination;
    /** The callers whose calls are refused; all where the list is missing. */
    callingDeviceList?: {
        callingDevice: DeviceID[];
    };
}
/** GetForwarding asks how calls to a device are forwarded. */
export interface GetForwarding extends Base {
    /** The device in question. */
    device: DeviceID;
}
/**
 * GetForwardingResponse lists the forwarding settings of the device, those that are off
 * too.
 */
export interface GetForwardingResponse extends Base {
    /** The settings. */
    forwardingList: {
        forwardListItem: ForwardListItem[];
    };
}
/** GetLastNumberDialed asks for the number that was dialled last at a device. */
export interface GetLastNumberDialed extends Base {
    /** The device in question. */
    device: DeviceID;
}
/** GetLastNumberDialedResponse tells the number. */
export interface GetLastNumberDialedResponse extends Base {
    /** The device that redirected the call. */
    numberDialed: DeviceID;
}
/** GetRouteingMode asks whether calls at a routeing device are routed by the application. */
export interface GetRouteingMode extends Base {
    /** The device in question. */
    device: DeviceID;
}
/** GetRouteingModeResponse says whether they are. */
export interface GetRouteingModeResponse extends Base {
    /** Whether calls are routed by the application. */
    routeingMode: boolean;
}
/** SetAgentState logs an agent on or off, or changes his state. */
export interface SetAgentState extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The state to change to. */
    requestedAgentState: ReqAgentState;
    /** The agent. */
    agentId?: string;
    /** His password. */
    password?: HexBinary;
    /** The group he logs on to or off from. */
    group?: DeviceID;
}
/**
 * SetAgentStateResponse confirms SetAgentState. Where the agent is in a call, the state may
 * have to wait for its end.
 */
export interface SetAgentStateResponse extends Base {
    /** The state that the agent changes to when the call is over. */
    pendingAgentState?: PendingAgentState;
}
/** SetAutoAnswer makes a device answer calls by itself, or ends it. */
export interface SetAutoAnswer extends Base {
    /** The device in question. */
    device: DeviceID;
    /** Whether calls are answered by the device itself. */
    autoAnswerOn: boolean;
    /** After how many rings. */
    numberOfRings?: Integer;
}
/** SetAutoAnswerResponse confirms SetAutoAnswer. */
export type SetAutoAnswerResponse = Base;
/** SetAutoWorkMode gives agents time to work after each call, or ends it. */
export interface SetAutoWorkMode extends Base {
    /** The device in question. */
    device: DeviceID;
    /** Whether there is time to work after each call. */
    autoWorkOn: boolean;
    /** How long, in seconds. */
    autoWorkInterval?: Integer;
}
/** SetAutoWorkModeResponse confirms SetAutoWorkMode. */
export type SetAutoWorkModeResponse = Base;
/** SetCallerIDStatus makes a device show its number to those it calls, or hide it. */
export interface SetCallerIDStatus extends Base {
    /** The device in question. */
    device: DeviceID;
    /** Whether the number is shown. */
    callerIdProvided: boolean;
}
/** SetCallerIDStatusResponse confirms SetCallerIDStatus. */
export type SetCallerIDStatusResponse = Base;
/**
 * SetDoNotDisturb makes a device refuse calls, or ends it. DoNotDisturbEvent tells every
 * monitor of the device.
 */
export interface SetDoNotDisturb extends Base {
    /** The device in question. */
    device: DeviceID;
    /** Whether calls are refused. */
    doNotDisturbOn: boolean;
    /** Which calls: those from inside, from outside or both. */
    callOrigination?: CallOrigination;
    /** The callers whose calls are refused; all where the list is missing. */
    callingDeviceList?: {
        callingDevice: DeviceID[];
    };
}
/** SetDoNotDisturbResponse confirms SetDoNotDisturb. */
export type SetDoNotDisturbResponse = Base;
/**
 * SetForwarding turns one kind of forwarding of a device on or off. ForwardingEvent tells
 * every monitor of the device.
 */
export interface SetForwarding extends Base {
    /** The device in question. */
    device: DeviceID;
    /** Which calls are forwarded. */
    forwardingType?: ForwardingType;
    /** True turns it on, false off. */
    activateForward: boolean;
    /** Where calls go; the user's own default where it is missing. */
    forwardDN?: DeviceID;
    /** After how many rings. */
    ringCount?: Integer;
    /** After how many seconds of ringing. */
    ringDuration?: Integer;
}
/** SetForwardingResponse confirms SetForwarding. */
export type SetForwardingResponse = Base;
/** SetRouteingMode has calls at a routeing device routed by the application, or ends it. */
export interface SetRouteingMode extends Base {
    /** The device in question. */
    device: DeviceID;
    /** Whether calls are routed by the application. */
    routeingMode: boolean;
}
/** SetRouteingModeResponse confirms SetRouteingMode. */
export type SetRouteingModeResponse = Base;
/** AgentState is the state of an agent. */
export type AgentState = 
/** Takes no calls. */
'agentNotReady'
/** Logged off. */
 | 'agentNull'
/** Waits for a call. */
 | 'agentReady'
/** In a call. */
 | 'agentBusy'
/** Finishes the work for the last call. */
 | 'agentWorkingAfterCall';
/** PendingAgentState is the state that an agent will have when his call is over. */
export type PendingAgentState = 'agentNotReady' | 'agentNull' | 'agentReady' | 'agentWorkingAfterCall';
/** AgentStateCondition says why an agent has the state he has. */
export type AgentStateCondition = 
/** The switching function grants a pause. */
'forcedPause' | 'other';
/** AgentInfo is the state of an agent in one group. */
export interface AgentInfo {
    /** The ACD group in question. */
    acdGroup?: DeviceID;
    /** The state. */
    agentState: AgentState;
    /** The state that the agent changes to when the call is over. */
    pendingAgentState?: PendingAgentState;
    /** Why he has it. */
    agentStateCondition?: AgentStateCondition;
}
/** AgentStateEntry is an agent and his state in each of his groups. */
export interface AgentStateEntry {
    /** The agent. */
    agentId?: string;
    /** Whether he is logged on at all. */
    loggedOnState: boolean;
    /** His state, group by group. */
    agentInfo?: {
        agentInfoItem: AgentInfo[];
    };
}
/** CallBackListItem is one call back request. */
export interface CallBackListItem {
    /** The device to be called back. */
    originatingDevice?: DeviceID;
    /** The device that was called. */
    targetDevice?: DeviceID;
    /** Whether it is a call back message. */
    callBackMessageIndicator?: boolean;
}
/** CallOrigination are calls from inside the switching sub-domain, from outside, or both. */
export type CallOrigination = Flags<'internal' | 'external'>;
/**
 * ForwardingType says which calls are forwarded: all at once (Immediate, Imm), those that
 * find the device busy, those that are not answered, those that find do not disturb; from
 * inside (Int), from outside (Ext) or both.
 */
export type ForwardingType = 
/** All calls, at once. */
'forwardImmediate'
/** Calls that find the device busy. */
 | 'forwardBusy'
/** Calls that are not answered. */
 | 'forwardNoAns'
/** Calls that find do not disturb. */
 | 'forwardDND' | 'forwardBusyInt' | 'forwardBusyExt' | 'forwardNoAnsInt' | 'forwardNoAnsExt' | 'forwardImmInt' | 'forwardImmExt' | 'forwardDNDInt' | 'forwardDNDExt';
/** ForwardDefault says which parts of a forwarding setting are the default of the user. */
export type ForwardDefault = 
/** Both. */
'forwardingTypeAndForwardDN'
/** The kind. */
 | 'forwardingType'
/** The destination. */
 | 'forwardDN';
/** ForwardListItem is one forwarding setting. */
export interface ForwardListItem {
    /** Which calls are forwarded. */
    forwardingType?: ForwardingType;
    /** Whether it is on. */
    forwardStatus: boolean;
    /** Where calls go; the user's own default where it is missing. */
    forwardDN?: DeviceID;
    /** Which parts of the setting are the default of the user. */
    forwardDefault?: ForwardDefault;
    /** After how many rings. */
    ringCount?: Integer;
    /** After how many seconds of ringing. */
    ringDuration?: Integer;
}
/** ReqAgentState is the state asked for. */
export type ReqAgentState = 
/** Log on. */
'loggedOn'
/** Log off. */
 | 'loggedOff' | 'notReady' | 'ready' | 'workingAfterCall';
/** BackInServiceEvent says that a device works again. */
export interface BackInServiceEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** Why it happened. */
    cause?: EventCause;
}
/**
 * DeviceCapsChangedEvent says that the capabilities of a device have changed;
 * GetLogicalDeviceInformation and GetPhysicalDeviceInformation tell what they are now.
 */
export interface DeviceCapsChangedEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** Why it happened. */
    cause?: EventCause;
}
/**
 * OutOfServiceEvent says that a device does not work any more: it neither makes nor takes
 * calls.
 */
export interface OutOfServiceEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** Why it happened. */
    cause?: EventCause;
}
/** PartiallyInServiceEvent says that a device works with restrictions. */
export interface PartiallyInServiceEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** Why it happened. */
    cause?: EventCause;
}
/** AttachMediaService connects a media service, such as a voice unit or modem, to a call. */
export interface AttachMediaService extends Base {
    /** The connection of the alerting device. */
    connection: ConnectionID;
    /** Which media service. */
    mediaServiceType: MediaServiceType;
    /** Which version of it. */
    mediaServiceVersion?: Integer;
    /** Which of several instances of the media service. */
    mediaServiceInstanceId?: string;
    /** How the media service comes into the call. */
    connectionMode: ConnectionMode;
    /** Whether the connection is to be connected, on hold or queued. */
    requestedConnectionState?: LocalConnectionState;
}
/** AttachMediaServiceResponse names the media service and its connection. */
export interface AttachMediaServiceResponse extends Base {
    /** The connection of the media service. */
    mediaConnection?: ConnectionID;
    /** The device that stands for the media service. */
    mediaDevice?: DeviceID;
    /** Which of several instances of the media service. */
    mediaServiceInstanceId?: string;
    /** The media of the connection. */
    mediaConnectionInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
}
/** DetachMediaService disconnects a media service from a call. */
export interface DetachMediaService extends Base {
    /** The connection of the alerting device. */
    connection: ConnectionID;
    /** Which media service. */
    mediaServiceType: MediaServiceType;
}
/** DetachMediaServiceResponse confirms DetachMediaService. */
export type DetachMediaServiceResponse = Base;
/** MediaAttachedEvent says that a media service was connected to a call. */
export interface MediaAttachedEvent extends EventHead {
    /** The connection of the media service. */
    mediaConnection: ConnectionID;
    /** The device that stands for the media service. */
    mediaDevice: SubjectDeviceID;
    /** Which media service. */
    mediaServiceType: MediaServiceType;
    /** Which version of it. */
    mediaServiceVersion?: Integer;
    /** Which of several instances of the media service. */
    mediaServiceInstanceId?: string;
    /** The media stream that it works on. */
    mediaStreamId?: string;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** The media of the connection. */
    mediaConnectionInfo?: ConnectionInformation;
}
/** MediaDetachedEvent says that a media service was disconnected from a call. */
export interface MediaDetachedEvent extends EventHead {
    /** The connection of the media service. */
    mediaConnection: ConnectionID;
    /** The device that stands for the media service. */
    mediaDevice: SubjectDeviceID;
    /** Which media service. */
    mediaServiceType: MediaServiceType;
    /** Which version of it. */
    mediaServiceVersion?: Integer;
    /** Which of several instances of the media service. */
    mediaServiceInstanceId?: string;
    /** The media stream that it works on. */
    mediaStreamId?: string;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /**
     * The state of the monitored device's connection after the event. Absent where a call is
     * monitored instead of a device.
     */
    localConnectionInfo?: LocalConnectionState;
    /** The media of the connection. */
    mediaConnectionInfo?: ConnectionInformation;
}
/** ConnectionMode says how a media service comes into a call. */
export type ConnectionMode = 'consultationConference' | 'consultationConferenceHold' | 'directedPickup' | 'join' | 'singleStepConference' | 'singleStepConferenceHold' | 'singleStepTransfer' | 'transfer' | 'direct';
/**
 * MonitorStart asks for the events of a device or call. The events carry the
 * monitorCrossRefID that the response gives; from the response on, no event is left out.
 * With privateData/snapshot true, the response brings the present state along
 * (privateData/snapshotData), so that snapshot and events leave no gap.
 */
export interface MonitorStart extends Base {
    /** The device or call to watch. */
    monitorObject: MonitorObject;
    /** The events that are not wanted. */
    requestedMonitorFilter?: MonitorFilter;
    /** Whether the monitor stays with the device or follows the call. */
    monitorType?: MonitorType;
    /** The media whose calls are wanted. */
    requestedMonitorMediaClass?: MonitorMediaClass;
}
/**
 * MonitorStartResponse says under which cross reference the events of a new monitor
 * arrive.
 */
export interface MonitorStartResponse extends Base {
    /** The monitor under which the event is reported. */
    monitorCrossRefId: string;
    /** The events that will not be sent. */
    actualMonitorFilter?: MonitorFilter;
    /** The media whose calls will be reported. */
    actualMonitorMediaClass?: MonitorMediaClass;
    /** Whether calls that existed before the monitor are reported too. */
    monitorExistingCalls?: boolean;
}
/**
 * MonitorStop ends a monitor. A server sends it too, when it ends a monitor by itself; no
 * event with this cross reference follows.
 */
export interface MonitorStop extends Base {
    /** The monitor under which the event is reported. */
    monitorCrossRefId: string;
}
/** MonitorStopResponse confirms that a monitor has ended. */
export type MonitorStopResponse = Base;
/** ChangeMonitorFilter changes which events a monitor does not report. */
export interface ChangeMonitorFilter extends Base {
    /** The monitor under which the event is reported. */
    monitorCrossRefId: string;
    /** The events that are not wanted. */
    requestedFilterList: MonitorFilter;
}
/** ChangeMonitorFilterResponse says which events will not be reported from now on. */
export interface ChangeMonitorFilterResponse extends Base {
    /** The events that will not be sent. */
    actualFilterList: MonitorFilter;
}
/** GetMonitors asks for the monitors that are running. */
export type GetMonitors = Base;
/**
 * GetMonitorsResponse lists the monitors, or names the cross reference under which they
 * follow in MonitorInfo messages.
 */
export interface GetMonitorsResponse extends Base {
    /** The list, or the reference under which it follows. */
    crossRefIdorRegistrationData?: CrossRefIDOrMonitorData;
}
/**
 * MonitorInfo brings one part of the list of monitors that GetMonitors asked for. It is not
 * answered.
 */
export interface MonitorInfo extends Base {
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
    /** The number of this part, counted from 1. */
    segmentId?: Integer;
    /** Whether this is the last part. */
    lastSegment: boolean;
    /** The monitors of this part. */
    monitorList?: {
        monitorListEntry: MonitorListEntry[];
    };
}
/**
 * CSTAObject is what a monitor watches: a device, or a call named by one of its
 * connections.
 */
export type CSTAObject = OneOf<{
    /** One of the connections of the call. */
    callObject: ConnectionID;
    /** The device. */
    deviceObject: DeviceID;
}>;
/** MonitorObject is the CSTAObject a monitor is asked for. */
export type MonitorObject = CSTAObject;
/**
 * MonitorType says whether a monitor stays with a device or follows a call wherever it
 * goes.
 */
export type MonitorType = 
/** Follows the call wherever it goes. */
'call'
/** Stays with the device. */
 | 'device';
/** MonitorMediaClass names the kinds of media whose calls a monitor reports. */
export type MonitorMediaClass = Flags<'voice' | 'data' | 'image' | 'audio' | 'other' | 'chat' | 'email' | 'message' | 'im' | 'sms' | 'mms'>;
/**
 * MonitorFilter lists the events that are NOT wanted: a flag that is set suppresses the
 * event. Without a filter every event is sent.
 */
export interface MonitorFilter {
    callcontrol?: CallControlEvents;
    callAssociated?: CallAssociatedEvents;
    mediaAttachment?: MediaAttachmentEvents;
    physicalDeviceFeature?: PhysicalDeviceFeatureEvents;
    logicalDeviceFeature?: LogicalDeviceFeatureEvents;
    maintenance?: DeviceMaintenanceEvents;
    voice?: VoiceEvents;
    /** XML of any kind. */
    private?: VendorSpecEvents;
}
/** CallControlEvents are the call control events a filter can suppress. */
export type CallControlEvents = Flags<'bridged' | 'callCleared' | 'conferenced' | 'connectionCleared' | 'delivered' | 'digitsDialed' | 'diverted' | 'established' | 'failed' | 'held' | 'networkCapabilitiesChanged' | 'networkReached' | 'offered' | 'originated' | 'queued' | 'retrieved' | 'serviceInitiated' | 'transferred'>;
/** CallAssociatedEvents are the call associated events a filter can suppress. */
export type CallAssociatedEvents = Flags<'callInformation' | 'charging' | 'digitsGenerated' | 'telephonyTonesGenerated' | 'serviceCompletionFailure'>;
/** MediaAttachmentEvents are the media attachment events a filter can suppress. */
export type MediaAttachmentEvents = Flags<'mediaAttached' | 'mediaDetached'>;
/** PhysicalDeviceFeatureEvents are the physical device events a filter can suppress. */
export type PhysicalDeviceFeatureEvents = Flags<'buttonInformation' | 'buttonPress' | 'displayUpdated' | 'hookswitch' | 'lampMode' | 'messageWaiting' | 'microphoneGain' | 'microphoneMute' | 'ringerStatus' | 'speakerMute' | 'speakerVolume'>;
/** LogicalDeviceFeatureEvents are the logical device events a filter can suppress. */
export type LogicalDeviceFeatureEvents = Flags<'agentBusy' | 'agentLoggedOn' | 'agentLoggedOff' | 'agentNotReady' | 'agentReady' | 'agentWorkingAfterCall' | 'autoAnswer' | 'autoWorkMode' | 'callBack' | 'callBackMessage' | 'callerIdStatus' | 'doNotDisturb' | 'forwarding' | 'presenceState' | 'routeingMode'>;
/** DeviceMaintenanceEvents are the maintenance events a filter can suppress. */
export type DeviceMaintenanceEvents = Flags<'backInService' | 'deviceCapabilityChanged' | 'outOfService' | 'partiallyInService'>;
/** VoiceEvents are the voice unit events a filter can suppress. */
export type VoiceEvents = Flags<'bookmarkReached' | 'completed' | 'dtmfDetected' | 'emptied' | 'interruptionDetected' | 'notRecognized' | 'play' | 'recognized' | 'record' | 'review' | 'started' | 'silenceTimeoutExpired' | 'speechDetected' | 'stop' | 'suspendPlay' | 'suspendRecord' | 'voiceAttributesChanged' | 'voiceErrorOccurred'>;
/** VendorSpecEvents are the private events a filter can suppress. */
export type VendorSpecEvents = Flags<'private'>;
/** MonitorListEntry is one monitor. */
export interface MonitorListEntry {
    /** The monitor under which the event is reported. */
    monitorCrossRefId?: string;
    /** The device watched. */
    monitorObject?: DeviceID;
}
/** MonitorList is a list of monitors. */
export interface MonitorList {
    monitorListEntry?: MonitorListEntry[];
}
/** CrossRefIDorMonitorData is a list of monitors, or the reference under which it follows. */
export type CrossRefIDOrMonitorData = OneOf<{
    monitorList: MonitorList;
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
}>;
/**
 * ButtonInformationEvent says that the label of a button or the number behind it has
 * changed.
 */
export interface ButtonInformationEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** The button in question. */
    button: string;
    /** What is written on it. */
    buttonLabel?: string;
    /** The number it dials. */
    buttonAssociatedNumber?: DeviceID;
    /** Whether presses of the button are reported. */
    buttonPressIndicator?: boolean;
}
/** ButtonPressEvent says that a button was pressed. */
export interface ButtonPressEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** The button in question. */
    button: string;
    /** What is written on it. */
    buttonLabel?: string;
    /** The number it dials. */
    buttonAssociatedNumber?: DeviceID;
}
/** DisplayUpdatedEvent says what a display shows now. */
export interface DisplayUpdatedEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** The display. */
    displayId?: string;
    /** The size of the text, which may be larger than the display. */
    logicalRows: Integer;
    /** The size of the text, which may be larger than the display. */
    logicalColumns: Integer;
    /** The size of the display. */
    physicalRows?: Integer;
    /** The size of the display. */
    physicalColumns?: Integer;
    /** The place in the text that the display shows at its upper left. */
    physicalBaseRowNumber?: Integer;
    /** The place in the text that the display shows at its upper left. */
    physicalBaseColumnNumber?: Integer;
    /** The character set of the display. */
    characterSet?: CharacterSet;
    /** The text, row by row. */
    contentsOfDisplay: string;
}
/** HookswitchEvent says that a telephone has gone on hook or off hook. */
export interface HookswitchEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** The hookswitch in question. */
    hookswitch: string;
    /** True on hook, false off hook. */
    hookswitchOnHook: boolean;
}
/** LampModeEvent says how a lamp is lit now. */
export interface LampModeEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** The lamp in question. */
    lamp: string;
    /** What is written at it. */
    lampLabel?: string;
    /**
     * 0 broken flutter, 1 flutter, 2 off, 3 steady, 4 wink, 5 unknown; up to 100 the maker's
     * own.
     */
    lampMode: Integer;
    /** How bright it is. */
    lampBrightness?: LampBrightness;
    /** 0 none, 1 red, 2 yellow, 3 green, 4 blue, 5 unknown; up to 100 the maker's own. */
    lampColor?: Integer;
}
/** MessageWaitingEvent says that messages wait for a device, or no longer do. */
export interface MessageWaitingEvent extends EventHead {
    /** The device that indicates it. */
    targetDevice: SubjectDeviceID;
    /** The device that the message is for, or from. */
    deviceForMessage?: DeviceID;
    /** Whether messages wait. */
    messageWaitingOn: boolean;
}
/** MicrophoneGainEvent says that the gain of a microphone has changed. */
export interface MicrophoneGainEvent extends EventHead {
    /** The device in question. */
    invokingDevice: SubjectDeviceID;
    /** The set of speaker and microphone in question. */
    auditoryApparatus: string;
    /** The gain. */
    microphoneGain: MicrophoneGain;
}
/** MicrophoneMuteEvent says that a microphone was muted or is open again. */
export interface MicrophoneMuteEvent extends EventHead {
    /** The device in question. */
    invokingDevice: SubjectDeviceID;
    /** The set of speaker and microphone in question. */
    auditoryApparatus: string;
    /** Whether it is muted. */
    microphoneMuteOn: boolean;
}
/** RingerStatusEvent says that a ringer has begun or ceased to ring, or rings otherwise. */
export interface RingerStatusEvent extends EventHead {
    /** The device in question. */
    device: SubjectDeviceID;
    /** The ringer in question. */
    ringer: string;
    /** Whether it rings. */
    ringMode: RingMode;
    /** How often it has rung. */
    ringCount?: Integer;
    /** For how many seconds it has rung. */
    ringDuration?: Integer;
    /** Which of its patterns. */
    ringPattern?: Integer;
    /** How loud. */
    ringVolume?: Volume;
}
/** SpeakerMuteEvent says that a speaker was muted or is open again. */
export interface SpeakerMuteEvent extends EventHead {
    /** The device in question. */
    invokingDevice: SubjectDeviceID;
    /** The set of speaker and microphone in question. */
    auditoryApparatus: string;
    /** Whether it is muted. */
    speakerMuteOn: boolean;
}
/** SpeakerVolumeEvent says that the volume of a speaker has changed. */
export interface SpeakerVolumeEvent extends EventHead {
    /** The device in question. */
    invokingDevice: SubjectDeviceID;
    /** The set of speaker and microphone in question. */
    auditoryApparatus: string;
    /** The volume. */
    speakerVolume: Volume;
}
/** ButtonPress presses a button of a telephone. */
export interface ButtonPress extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The button in question. */
    button: string;
}
/** ButtonPressResponse confirms ButtonPress. */
export type ButtonPressResponse = Base;
/**
 * GetAuditoryApparatusInformation asks for the sets of speaker and microphone of a
 * telephone: handset, headset, speakerphone.
 */
export interface GetAuditoryApparatusInformation extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The apparatus to tell about; all where none is named. */
    auditorityApparatus?: string;
}
/** GetAuditoryApparatusInformationResponse lists the auditory apparatuses of the telephone. */
export interface GetAuditoryApparatusInformationResponse extends Base {
    /** The apparatuses. */
    auditoryApparatusList: {
        auditoryApparatusItem: AuditoryApparatusItem[];
    };
}
/** GetButtonInformation asks what the buttons of a telephone are for. */
export interface GetButtonInformation extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The button to tell about; all where none is named. */
    button?: string;
}
/** GetButtonInformationResponse lists the buttons. */
export interface GetButtonInformationResponse extends Base {
    /** The buttons. */
    buttonList: {
        buttonItem: ButtonItem[];
    };
}
/** GetDisplay asks what a telephone displays now. */
export interface GetDisplay extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The display; all where none is named. */
    display?: string;
}
/** GetDisplayResponse lists the displays with what they show. */
export interface GetDisplayResponse extends Base {
    /** The displays. */
    displayList: {
        displayListItem: DisplayListItem[];
    };
}
/** GetHookswitchStatus asks whether a telephone is on hook. */
export interface GetHookswitchStatus extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The hookswitch to tell about; all where none is named. */
    hookswitch?: string;
}
/** GetHookswitchStatusResponse lists the hookswitches and whether they are on hook. */
export interface GetHookswitchStatusResponse extends Base {
    /** The hookswitches. */
    hookswitchStatusList: {
        hookswitchStatusItem: HookswitchStatusItem[];
    };
}
/** GetLampInformation asks what lamps a telephone has. */
export interface GetLampInformation extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The lamp to tell about; all where none is named. */
    lamp?: string;
}
/** GetLampInformationResponse lists the lamps. */
export interface GetLampInformationResponse extends Base {
    /** The lamps. */
    lampList: {
        lampItem: LampItem[];
    };
}
/** GetLampMode asks how the lamps of a telephone are lit now. */
export interface GetLampMode extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The lamp to tell about; all where none is named. */
    lamp?: string;
}
/** GetLampModeResponse lists the lamps and how they are lit. */
export interface GetLampModeResponse extends Base {
    /** The lamps. */
    lampModeList: {
        lampModeItem: LampModeItem[];
    };
    /** The lamp in question. */
    lamp?: string;
}
/** GetMessageWaitingIndicator asks whether a telephone indicates that messages wait. */
export interface GetMessageWaitingIndicator extends Base {
    /** The device in question. */
    device: DeviceID;
}
/** GetMessageWaitingIndicatorResponse says whether it does. */
export interface GetMessageWaitingIndicatorResponse extends Base {
    /** Whether messages wait. */
    messageWaitingOn: boolean;
    /** The device that the message is for, or from. */
    deviceForMessage?: DeviceID;
    /** Whether there is a lamp for it. */
    lampIsPresent?: boolean;
}
/** GetMicrophoneGain asks for the gain of a telephone's microphones. */
export interface GetMicrophoneGain extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The apparatus to tell about; all where none is named. */
    auditoryApparatus?: string;
}
/** GetMicrophoneGainResponse lists the microphones with their gain. */
export interface GetMicrophoneGainResponse extends Base {
    /** The microphones. */
    microphoneGainList: {
        microphoneGainItem: MicrophoneGainItem[];
    };
}
/** GetMicrophoneMute asks whether the microphones of a telephone are muted. */
export interface GetMicrophoneMute extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The apparatus to tell about; all where none is named. */
    auditoryApparatus?: string;
}
/** GetMicrophoneMuteResponse lists the microphones and whether they are muted. */
export interface GetMicrophoneMuteResponse extends Base {
    /** The microphones. */
    microphoneMuteList: {
        microphoneMuteItem: MicrophoneMuteItem[];
    };
}
/** GetRingerStatus asks whether and how the ringers of a telephone ring. */
export interface GetRingerStatus extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The ringer to tell about; all where none is named. */
    ringer?: string;
}
/** GetRingerStatusResponse lists the ringers and how they ring. */
export interface GetRingerStatusResponse extends Base {
    /** The ringers. */
    ringerStatusList: {
        ringerStatusItem: RingerStatusItem[];
    };
}
/** GetSpeakerMute asks whether the speakers of a telephone are muted. */
export interface GetSpeakerMute extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The apparatus to tell about; all where none is named. */
    auditoryApparatus?: string;
}
/** GetSpeakerMuteResponse lists the speakers and whether they are muted. */
export interface GetSpeakerMuteResponse extends Base {
    /** The speakers. */
    speakerMuteList: {
        speakerMuteItem: SpeakerMuteItem[];
    };
}
/** GetSpeakerVolume asks for the volume of a telephone's speakers. */
export interface GetSpeakerVolume extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The apparatus to tell about; all where none is named. */
    auditoryApparatus?: string;
}
/** GetSpeakerVolumeResponse lists the speakers with their volume. */
export interface GetSpeakerVolumeResponse extends Base {
    /** The speakers. */
    speakerVolumeList: {
        speakerVolumeItem: SpeakerVolumeItem[];
    };
}
/** SetButtonInformation changes the label of a button or the number behind it. */
export interface SetButtonInformation extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The button in question. */
    button: string;
    /** What is written on it. */
    buttonLabel?: string;
    /** The number it dials. */
    buttonAssociatedNumber?: DeviceID;
}
/** SetButtonInformationResponse confirms SetButtonInformation. */
export type SetButtonInformationResponse = Base;
/** SetDisplay writes text to a display. */
export interface SetDisplay extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The display to write to. */
    display?: string;
    /** The place in the text that the display is to show at its upper left. */
    physicalBaseRowNumber?: Integer;
    /** The place in the text that the display is to show at its upper left. */
    physicalBaseColumnNumber?: Integer;
    /** The text, row by row. */
    contentsOfDisplay: string;
    /** How far into the text writing begins. */
    offset?: Integer;
    /** The character set of the display. */
    characterSet?: CharacterSet;
}
/** SetDisplayResponse confirms SetDisplay. */
export type SetDisplayResponse = Base;
/** SetHookswitchStatus puts a telephone on hook or off hook. */
export interface SetHookswitchStatus extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The hookswitch in question. */
    hookswitch: string;
    /** True on hook, false off hook. */
    hookswitchOnhook: boolean;
}
/** SetHookswitchStatusResponse confirms SetHookswitchStatus. */
export type SetHookswitchStatusResponse = Base;
/** SetLampMode lights a lamp, or puts it out. */
export interface SetLampMode extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The lamp in question. */
    lamp: string;
    /**
     * 0 broken flutter, 1 flutter, 2 off, 3 steady, 4 wink, 5 unknown; up to 100 the maker's
     * own.
     */
    lampMode: Integer;
    /** How bright it is. */
    lampBrightness?: LampBrightness;
    /** 0 none, 1 red, 2 yellow, 3 green, 4 blue, 5 unknown; up to 100 the maker's own. */
    lampColor?: Integer;
}
/** SetLampModeResponse confirms SetLampMode. */
export type SetLampModeResponse = Base;
/** SetMessageWaitingIndicator has a telephone indicate that messages wait, or ends it. */
export interface SetMessageWaitingIndicator extends Base {
    /** The device in question. */
    device: DeviceID;
    /** Whether messages wait. */
    messageWaitingOn: boolean;
    /** The device that the message is for, or from. */
    deviceForMessage?: DeviceID;
}
/** SetMessageWaitingIndicatorResponse confirms SetMessageWaitingIndicator. */
export type SetMessageWaitingIndicatorResponse = Base;
/** SetMicrophoneGain changes the gain of a microphone. */
export interface SetMicrophoneGain extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The set of speaker and microphone in question. */
    auditoryApparatus: string;
    /** The gain. */
    microphoneGain: MicrophoneGain;
}
/** SetMicrophoneGainResponse confirms SetMicrophoneGain. */
export type SetMicrophoneGainResponse = Base;
/** SetMicrophoneMute mutes a microphone, or ends it. */
export interface SetMicrophoneMute extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The set of speaker and microphone in question. */
    auditoryApparatus: string;
    /** Whether it is muted. */
    microphoneMuteOn: boolean;
}
/** SetMicrophoneMuteResponse confirms SetMicrophoneMute. */
export type SetMicrophoneMuteResponse = Base;
/** SetRingerStatus changes how a ringer rings, or has it ring. */
export interface SetRingerStatus extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The ringer in question. */
    ringer: string;
    /** Whether it rings. */
    ringMode?: RingMode;
    /** Which of its patterns. */
    ringPattern?: Integer;
    /** How loud. */
    ringVolume?: Volume;
}
/** SetRingerStatusResponse confirms SetRingerStatus. */
export type SetRingerStatusResponse = Base;
/** SetSpeakerMute mutes a speaker, or ends it. */
export interface SetSpeakerMute extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The set of speaker and microphone in question. */
    auditoryApparatus: string;
    /** Whether it is muted. */
    speakerMuteOn: boolean;
}
/** SetSpeakerMuteResponse confirms SetSpeakerMute. */
export type SetSpeakerMuteResponse = Base;
/** SetSpeakerVolume changes the volume of a speaker. */
export interface SetSpeakerVolume extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The set of speaker and microphone in question. */
    auditoryApparatus: string;
    /** The volume. */
    speakerVolume: Volume;
}
/** SetSpeakerVolumeResponse confirms SetSpeakerVolume. */
export type SetSpeakerVolumeResponse = Base;
/** AuditoryApparatusType is the kind of a set of speaker and microphone. */
export type AuditoryApparatusType = 'speakerphone' | 'handset' | 'headset' | 'speakerOnlyPhone' | 'other';
/** SpeakerFeatures says what can be done with a speaker. */
export type SpeakerFeatures = Flags<'present' | 'volumeSettable' | 'volumeReadable' | 'muteSettable' | 'muteReadable'>;
/** MicrophoneFeatures says what can be done with a microphone. */
export type MicrophoneFeatures = Flags<'present' | 'gainSettable' | 'gainReadable' | 'muteSettable' | 'muteReadable'>;
/** HookswitchFeatures says what can be done with a hookswitch. */
export type HookswitchFeatures = Flags<'hookswitchSettable' | 'hookswitchOnHook'>;
/** AuditoryApparatusItem describes one set of speaker and microphone. */
export interface AuditoryApparatusItem {
    /** The set of speaker and microphone in question. */
    auditoryApparatus?: string;
    auditoryApparatusType: AuditoryApparatusType;
    speaker?: SpeakerFeatures;
    microphone?: MicrophoneFeatures;
    /** The hookswitch in question. */
    hookswitch?: HookswitchFeatures;
    /** The hookswitch that belongs to it. */
    hookswitchId?: string;
}
/** ButtonItem describes one button. */
export interface ButtonItem {
    /** The button in question. */
    button?: string;
    /** What is written on it. */
    buttonLabel?: string;
    /** Whether the label can be set. */
    buttonLabelSettable?: boolean;
    /** What it does. */
    buttonFunction?: string;
    /** The number it dials. */
    buttonAssociatedNumber?: DeviceID;
    /** Whether the number can be set. */
    buttonAssociatedNumberSettable?: boolean;
    /** Whether presses of the button are reported. */
    buttonPressIndicator?: boolean;
    /** The lamps that belong to it. */
    lampList?: {
        lampId: string[];
    };
}
/** CharacterSet is the character set of a display. */
export type CharacterSet = 'ascii' | 'unicode' | 'proprietary';
/** DisplayListItem describes one display and what it shows. */
export interface DisplayListItem {
    /** The display. */
    displayId?: string;
    /** The size of the text, which may be larger than the display. */
    logicalRows: Integer;
    /** The size of the text, which may be larger than the display. */
    logicalColumns: Integer;
    /** The size of the display. */
    physicalRows?: Integer;
    /** The size of the display. */
    physicalColumns?: Integer;
    /** The place in the text that the display shows at its upper left. */
    physicalBaseRowNumber?: Integer;
    /** The place in the text that the display shows at its upper left. */
    physicalBaseColumnNumber?: Integer;
    /** The character set of the display. */
    characterSet?: CharacterSet;
    /** The text, row by row. */
    contentsOfDisplay?: string;
}
/** HookswitchStatusItem says whether one hookswitch is on hook. */
export interface HookswitchStatusItem {
    /** The hookswitch in question. */
    hookswitch?: string;
    /** True on hook, false off hook. */
    hookswitchOnHook: boolean;
}
/** LampItem describes one lamp. */
export interface LampItem {
    /** The lamp in question. */
    lamp?: string;
    /** What is written at it. */
    lampLabel?: string;
    /** The button it belongs to. */
    button?: string;
    /** 0 none, 1 red, 2 yellow, 3 green, 4 blue, 5 unknown; up to 100 the maker's own. */
    lampColor?: Integer;
}
/** LampBrightness is the brightness of a lamp. */
export type LampBrightness = 'unspecified' | 'dim' | 'bright';
/** LampModeItem says how one lamp is lit. */
export interface LampModeItem {
    /** The lamp in question. */
    lamp?: string;
    /**
     * 0 broken flutter, 1 flutter, 2 off, 3 steady, 4 wink, 5 unknown; up to 100 the maker's
     * own.
     */
    lampMode: Integer;
    /** How bright it is. */
    lampBrightness?: LampBrightness;
    /** 0 none, 1 red, 2 yellow, 3 green, 4 blue, 5 unknown; up to 100 the maker's own. */
    lampColor?: Integer;
    /** The button it belongs to. */
    button?: string;
}
/** MicrophoneGainItem is the gain of one microphone. */
export interface MicrophoneGainItem {
    /** The set of speaker and microphone in question. */
    auditoryApparatus?: string;
    /** From 0 to 100. */
    micGainAbs?: Integer;
}
/** MicrophoneMuteItem says whether one microphone is muted. */
export interface MicrophoneMuteItem {
    /** The set of speaker and microphone in question. */
    auditoryApparatus?: string;
    /** Whether it is muted. */
    microphoneMuteOn: boolean;
}
/** RingMode says whether a ringer rings. */
export type RingMode = 'ringing' | 'notRinging';
/** RingerStatusItem says how one ringer rings. */
export interface RingerStatusItem {
    /** The ringer in question. */
    ringer?: string;
    /** Whether it rings. */
    ringMode: RingMode;
    /** After how many rings. */
    ringCount?: Integer;
    /** After how many seconds of ringing. */
    ringDuration?: Integer;
    /** Which of its patterns. */
    ringPattern?: Integer;
    /** From 0 to 100. */
    ringVolAbs?: Integer;
}
/** SpeakerMuteItem says whether one speaker is muted. */
export interface SpeakerMuteItem {
    /** The set of speaker and microphone in question. */
    auditoryApparatus?: string;
    /** Whether it is muted. */
    speakerMuteOn: boolean;
}
/** SpeakerVolumeItem is the volume of one speaker. */
export interface SpeakerVolumeItem {
    /** The set of speaker and microphone in question. */
    auditoryApparatus?: string;
    /** From 0 to 100. */
    speakerVolAbs?: Integer;
}
/** MicGainInc is a step up or down in gain. */
export type MicGainInc = 'increment' | 'decrement';
/** MicrophoneGain is a gain, or a step up or down. */
export type MicrophoneGain = OneOf<{
    /** From 0 to 100. */
    micGainAbs: Integer;
    micGainInc: MicGainInc;
}>;
/** VolInc is a step up or down in volume. */
export type VolInc = 'increment' | 'decrement';
/** Volume is a volume, or a step up or down. */
export type Volume = OneOf<{
    /** From 0 to 100. */
    volAbs: Integer;
    volInc: VolInc;
}>;
/**
 * PrivateData is the private data of a message. The ECMA dialects write requestID,
 * snapshot, snapshotData, epoch, offset, recovered and foreign elements; the unitel dialect
 * writes what it lists for a message; JSON writes all of it.
 */
export interface PrivateData {
    /** The connection a monitor watches. */
    monitoredConnection?: MonitoredConnection;
    /** Chosen by the client in a request, repeated in every answer to it, errors too. */
    requestId?: string;
    /** In the snapshot of a queue: its name. */
    queueName?: string;
    /** In the snapshot of a queue: its agents. */
    queueMembers?: {
        memberListItem: QueueMember[];
    };
    /** In GetQueueResponse: how many seconds calls should wait at most. */
    serviceLevelAgreement?: Integer;
    /** How many monitors the session had before this one. */
    monitorCount?: Integer;
    /** The event's offset in the log of the session. In an event it is EventHead.Position. */
    eventOrderIncrement?: Integer;
    /** Whether the call was set up by a CSTA request. */
    isCstaOriginated?: boolean;
    /** The CSTA request that led to the event, such as MakeCall or HoldCall. */
    cstaCallRequestType?: string;
    /** Whether the call came to the monitored device or was made from it. */
    callDirection?: CallDirection;
    /** What the monitored device is doing. */
    localStatus?: LocalStatus;
    /** The other party's number. */
    remoteUser?: string;
    /** The caller's name, whoever is monitored. */
    callerName?: string;
    /** The other party's name. */
    remoteName?: string;
    /** When it happened. In an event it is EventHead.Time. */
    timestamp?: DateTime;
    /** In MonitorStart: answer with the present state. */
    snapshot?: boolean;
    /** In MonitorStartResponse: the present state, where it was asked for. */
    snapshotData?: SnapshotDeviceDataList;
    /** When the call began. */
    started?: DateTime;
    /** When the call was answered. */
    answered?: DateTime;
    /** The session's transport connection, as uni-tel names it. */
    connectionId?: string;
    /**
     * The run of the event log that offset counts in. Another epoch means that the
     * log began anew. In an event it is EventHead.Position.
     */
    epoch?: string;
    /** The place in the event log. In an event it is EventHead.Position. */
    offset?: Integer;
    /** In StartApplicationSessionPosResponse: whether an earlier session was taken up again. */
    recovered?: boolean;
    /** What went wrong, for people to read. */
    detail?: string;
    /** Private data that is not XML: the other alternative of CSTAPrivateData. */
    string?: HexBinary;
    /** Everything else. */
    [name: string]: unknown;
}
/** MonitoredConnection names what a monitor watches. */
export interface MonitoredConnection {
    /** The device. */
    deviceId?: string;
    /** The monitor under which the event is reported. */
    monitorCrossRefId?: string;
}
/** CallDirection tells incoming calls from outgoing ones. */
export type CallDirection = 'Inbound' | 'Outbound';
/** LocalStatus is what a device is doing, in uni-tel's words. */
export type LocalStatus = 'Idle'
/** Rings. */
 | 'Alerting'
/** Calls somebody, whose telephone rings. */
 | 'Ringing'
/** Talks. */
 | 'Active'
/** Has put the call on hold. */
 | 'Held'
/** Talks to the party it has consulted. */
 | 'Active_AttendedTransfer'
/** Consults somebody, whose telephone rings. */
 | 'Ringing_AttendedTransfer';
/**
 * RouteRegister registers the application as routeing server: it will be asked where calls
 * at a routeing device are to go.
 */
export interface RouteRegister extends Base {
    /** The device whose calls are to be routed; all where none is named. */
    routeingDevice?: DeviceID;
    /** The media whose calls are wanted. */
    requestedRouteingMediaClass?: MediaClass;
}
/** RouteRegisterResponse gives the registration that RouteRequest will name. */
export interface RouteRegisterResponse extends Base {
    /** The routeing registration in question. */
    routeRegisterReqId: string;
    /** The media whose calls will be routed. */
    actualRouteingMediaClass?: MediaClass;
}
/**
 * RouteRegisterAbort tells that the switching function has ended a routeing registration by
 * itself. It is not answered.
 */
export interface RouteRegisterAbort extends Base {
    /** The routeing registration in question. */
    routeRegisterReqId: string;
}
/**
 * RouteRegisterCancel ends the application's routeing registration. Calls are routed
 * without it from then on.
 */
export interface RouteRegisterCancel extends Base {
    /** The routeing registration in question. */
    routeRegisterReqId: string;
}
/** RouteRegisterCancelResponse confirms RouteRegisterCancel. */
export type RouteRegisterCancelResponse = Base;
/**
 * RouteRequest asks the application where a call is to go. The application answers with
 * RouteSelect, RouteReject or RouteEnd, none of which is answered in turn.
 */
export interface RouteRequest extends Base {
    /** The routeing dialogue in question. */
    crossRefIdentifier: string;
    /** The routeing registration in question. */
    routeRegisterReqId?: string;
    /** Where the call would go without the application. */
    currentRoute: CalledDeviceID;
    /** The caller. */
    callingDevice?: CallingDeviceID;
    /** The device whose calls are routed. */
    routeingDevice?: SubjectDeviceID;
    /** The call. */
    routedCall?: ConnectionID;
    /** By what rule the destination should be chosen. */
    routeSelAlgorithm?: SelectValue;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The device in the switching function that stands for the number called from outside. */
    associatedCalledDevice?: AssociatedCalledDeviceID;
    /** Whether the call goes before others. */
    priority?: boolean;
    /** How long the switching function waits for the answer. */
    replyTimeout?: Integer;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The media of the connection. */
    routeCallInfo?: ConnectionInformation;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The parts of the message that the call carries. */
    messageInfo?: {
        messageInfoItem: MessageInfoItem[];
    };
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
}
/** RouteSelect tells where a call is to go. */
export interface RouteSelect extends Base {
    /** The routeing dialogue in question. */
    crossRefIdentifier: string;
    /** The routeing registration in question. */
    routeRegisterReqId?: string;
    /** Where the call is to go. */
    routeSelected: DeviceID;
    /** Where else the call may go, in order of preference. */
    alternateRoutes?: {
        deviceId: DeviceID[];
    };
    /** How often the switching function may ask again. */
    remainRetries?: RetryValue;
    /** Whether RouteUsed is wanted. */
    routeUsedReq?: boolean;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
}
/**
 * ReRoute asks for another destination, because the one selected could not be used. The
 * application answers as it does to RouteRequest.
 */
export interface ReRoute extends Base {
    /** The routeing dialogue in question. */
    crossRefIdentifier: string;
    /** The routeing registration in question. */
    routeRegisterReqId?: string;
    /** How long the switching function waits for the answer. */
    replyTimeout?: Integer;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
}
/** RouteUsed tells where a call has gone in the end, if RouteSelect asked for it. */
export interface RouteUsed extends Base {
    /** The routeing dialogue in question. */
    crossRefIdentifier: string;
    /** The routeing registration in question. */
    routeRegisterReqId?: string;
    /** Where the call has gone. */
    routeUsed: CalledDeviceID;
    /** The caller. */
    callingDevice?: CallingDeviceID;
    /** Whether the destination is inside the switching sub-domain. */
    domain?: boolean;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
}
/** RouteReject has a call rejected that the application was asked to route. */
export interface RouteReject extends Base {
    /** The routeing dialogue in question. */
    crossRefIdentifier: string;
    /** The routeing registration in question. */
    routeRegisterReqId?: string;
    /** Why. */
    rejectCause?: RejectCause;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
}
/**
 * RouteEnd ends a routeing dialogue. The switching function sends it when the call is on
 * its way or gone, the application when it does not want to route the call.
 */
export interface RouteEnd extends Base {
    /** The routeing dialogue in question. */
    crossRefIdentifier: string;
    /** The routeing registration in question. */
    routeRegisterReqId?: string;
    /** Why, where something went wrong. */
    errorValue?: UniversalFailure;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
}
/** SelectValue is the rule that a destination should be chosen by. */
export type SelectValue = 'normal'
/** The cheapest way. */
 | 'leastCost'
/** It is an emergency. */
 | 'emergency'
/** As an ACD would. */
 | 'aCD'
/** By the user's own rule. */
 | 'userDefined';
/** RetryValue says how often the switching function may ask for another destination. */
export type RetryValue = OneOf<{
    /** Nobody knows how often. */
    noCountAvailable: boolean;
    /** There is no other destination. */
    noListAvailable: boolean;
    /** So many times. */
    retryCount: Integer;
}>;
/** RejectCause says why a call is to be rejected. */
export type RejectCause = 'busyOverflow' | 'queueTimeOverflow' | 'capacityOverflow' | 'calendarOverflow' | 'unknownOverflow';
/**
 * StartApplicationSession begins a session. Without requestedProtocolVersions the
 * session speaks the unitel dialect. The credentials stand in applicationSpecificInfo:
 * userID (or userName), password and pbxDomain, at any depth.
 */
export interface StartApplicationSession extends Base {
    /** Who asks for the session. */
    applicationInfo?: ApplicationInfo;
    /** The protocol versions the application speaks, as namespaces, in no order. */
    requestedProtocolVersions?: {
        protocolVersion: string[];
    };
    /** Seconds. */
    requestedSessionDuration?: Integer;
}
/**
 * ApplicationInfo says which application asks for a session, and what it brings along
 * to be let in.
 */
export interface ApplicationInfo {
    /** The name of the application. */
    applicationId?: string;
    /** What the server asks of applications: here the credentials, and the session to resume. */
    applicationSpecificInfo?: Foreign;
}
/**
 * StartApplicationSessionPosResponse says that the session has begun. Its privateData
 * tells the place in the event log where it begins (epoch, offset) and whether an
 * earlier session was taken up again (recovered).
 */
export interface StartApplicationSessionPosResponse extends Base {
    /** The session's name. */
    sessionId: string;
    /** The namespace that this session's messages are in. */
    actualProtocolVersion: string;
    /** Seconds. */
    actualSessionDuration: Integer;
}
/** StartApplicationSessionNegResponse says that no session was begun, and why. */
export interface StartApplicationSessionNegResponse extends Base {
    /** Why the request was refused. */
    errorCode: StartApplicationSessionErrorCode;
}
/** StartApplicationSessionErrorCode is why a session was refused. */
export type StartApplicationSessionErrorCode = OneOf<{
    /** A reason of the application's own. */
    applError: string;
    /** A reason that ECMA-354 lists. */
    definedError: StartApplicationSessionError;
}>;
/** StartApplicationSessionError lists the reasons ECMA-354 has for refusing a session. */
export type StartApplicationSessionError = 
/** The credentials are wrong. */
'invalidApplicationInfo' | 'requestedProtocolVersionNotSupported' | 'serverResourcesBusy' | 'maxNumberSessions';
/** StopApplicationSession ends a session. */
export interface StopApplicationSession extends Base {
    /** The session's name. */
    sessionId?: string;
    /** Why the session is to end. */
    sessionEndReason?: SessionEndReason;
}
/** SessionEndReason is why an application ends its session. */
export type SessionEndReason = OneOf<{
    /** A reason of the application's own. */
    appEndReason: string;
    /** A reason that ECMA-354 lists. */
    definedEndReason: DefinedEndReason;
}>;
/** DefinedEndReason lists the reasons ECMA-354 has for ending a session. */
export type DefinedEndReason = 'normal';
/** StopApplicationSessionPosResponse says that the session has ended. */
export type StopApplicationSessionPosResponse = Base;
/** StopApplicationSessionNegResponse says that the session could not be ended, and why. */
export interface StopApplicationSessionNegResponse extends Base {
    /** Why the request was refused. */
    errorCode: StopApplicationSessionErrorCode;
}
/** StopApplicationSessionErrorCode is why a session could not be ended. */
export type StopApplicationSessionErrorCode = OneOf<{
    /** A reason of the application's own. */
    applError: string;
    /** A reason that ECMA-354 lists. */
    definedError: StopApplicationSessionError;
}>;
/** StopApplicationSessionError lists the reasons ECMA-354 has for not ending a session. */
export type StopApplicationSessionError = 'invalidSessionID';
/** ResetApplicationSessionTimer starts the session's timer anew. */
export interface ResetApplicationSessionTimer extends Base {
    /** The session's name. */
    sessionId?: string;
    /** Seconds. */
    requestedSessionDuration?: Integer;
}
/** ResetApplicationSessionTimerPosResponse says how long the session lasts from now on. */
export interface ResetApplicationSessionTimerPosResponse extends Base {
    /** Seconds. */
    actualSessionDuration: Integer;
}
/** ResetApplicationSessionTimerNegResponse says that the timer runs on as it did, and why. */
export interface ResetApplicationSessionTimerNegResponse extends Base {
    /** Why the request was refused. */
    errorCode: ResetApplicationSessionTimerErrorCode;
}
/** ResetApplicationSessionTimerErrorCode is why a session's timer was not started anew. */
export type ResetApplicationSessionTimerErrorCode = OneOf<{
    /** A reason of the application's own. */
    applError: string;
    /** A reason that ECMA-354 lists. */
    definedError: ResetApplicationSessionTimerError;
}>;
/**
 * ResetApplicationSessionTimerError lists the reasons ECMA-354 has for not starting a
 * session's timer anew.
 */
export type ResetApplicationSessionTimerError = 'invalidSessionID' | 'serverCannotResetSessionTimer';
/**
 * ApplicationSessionTerminated tells the application that the server has ended its
 * session. It is not answered.
 */
export interface ApplicationSessionTerminated extends Base {
    /** The session's name. */
    sessionId: string;
    /** Why the session has ended. */
    sessionTermReason: SessionTermReason;
}
/** SessionTermReason is why a server ended a session. */
export type SessionTermReason = OneOf<{
    /** A reason that ECMA-354 lists. */
    definedTermReason: DefinedTermReason;
    /** A reason of the server's own. */
    serverTermReason: string;
}>;
/** DefinedTermReason lists the reasons ECMA-354 has for a server to end a session. */
export type DefinedTermReason = 'resourceLimitation' | 'sessionTimerExpired';
/** SnapshotDevice asks for the calls that a device takes part in now. */
export interface SnapshotDevice extends Base {
    /** The device whose calls are asked for. */
    snapshotObject: DeviceID;
}
/**
 * SnapshotDeviceResponse lists the calls of a device, or names the cross reference under
 * which they follow in SnapshotDeviceData messages.
 */
export interface SnapshotDeviceResponse extends Base {
    /** The snapshot, or the reference under which it follows. */
    crossRefIdorSnapshotData: CrossRefIDOrSnapshotDeviceData;
}
/**
 * SnapshotDeviceData brings one part of the snapshot of a device that SnapshotDevice asked
 * for. It is not answered.
 */
export interface SnapshotDeviceData extends Base {
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
    /** The number of this part, counted from 1. */
    segmentId?: Integer;
    /** Whether this is the last part. */
    lastSegment: boolean;
    /** The present calls. */
    snapshotData: {
        snapshotDeviceResponseInfo: SnapshotDeviceResponseInfo[];
    };
}
/** SnapshotCall asks for the devices that take part in a call now. */
export interface SnapshotCall extends Base {
    /** The device whose calls are asked for. */
    snapshotObject: ConnectionID;
}
/**
 * SnapshotCallResponse describes a call and lists the devices in it, or names the cross
 * reference under which they follow in SnapshotCallData messages.
 */
export interface SnapshotCallResponse extends Base {
    /** The snapshot, or the reference under which it follows. */
    crossRefIdorSnapshotData: CrossRefIDOrSnapshotCallData;
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** Properties of the call. */
    callCharacteristics?: CallCharacteristics;
    /** The caller. */
    callingDevice?: CallingDeviceID;
    /** The number that was called in the first place. */
    calledDevice?: CalledDeviceID;
    /** The network interface by which the call came in. */
    associatedCallingDevice?: AssociatedCallingDeviceID;
    /** The device in the switching function that stands for the number called from outside. */
    associatedCalledDevice?: AssociatedCalledDeviceID;
    /** Data of the application that stays with the call. */
    correlatorData?: CorrelatorData;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    /** What the call is about, in a few words. */
    subjectOfCall?: string;
    /** The parts of the message that the call carries. */
    messageInfo?: {
        messageInfoItem: MessageInfoItem[];
    };
    /** The languages the caller prefers, as in an Accept-Language header. */
    languagePreferences?: string;
    /** The devices the call has left on its way, the latest first. */
    deviceHistory?: {
        deviceHistoryListItem: DeviceHistoryListItem[];
    };
}
/**
 * SnapshotCallData brings one part of the snapshot of a call that SnapshotCall asked for. It
 * is not answered. The schema of ed6 has nothing in it but the devices themselves.
 */
export interface SnapshotCallData extends Base {
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
    /** The number of this part, counted from 1. */
    segmentId?: Integer;
    /** Whether this is the last part. */
    lastSegment: boolean;
    /** The present calls. */
    snapshotData: {
        snapshotCallResponseInfo: SnapshotCallResponseInfo[];
    };
}
/** CrossRefIDorSnapshotDeviceData is a snapshot, or the reference under which it follows. */
export type CrossRefIDOrSnapshotDeviceData = OneOf<{
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
    /** The present calls. */
    snapshotData: SnapshotDeviceDataList;
}>;
/**
 * SnapshotDeviceDataList has one entry for each call at the device. It is empty for an
 * idle device.
 */
export interface SnapshotDeviceDataList {
    snapshotDeviceResponseInfo?: SnapshotDeviceResponseInfo[];
}
/** SnapshotDeviceResponseInfo describes one call at the device. */
export interface SnapshotDeviceResponseInfo {
    /** The device's connection in this call. */
    connectionIdentifier: ConnectionID;
    /** The device, where it differs from the one asked for. */
    endpointDevice?: SubjectDeviceID;
    /** The state of the call. */
    localCallState: CallState;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media streams attached to the connection. */
    mediaServiceInfoList?: {
        deviceMediaInfo: DeviceMediaInfo[];
    };
    /** The media of the call. */
    mediaCallCharacteristics?: MediaCallCharacteristics;
    /** The calls that belong together. */
    callLinkageData?: CallLinkageData;
    privateData?: PrivateData;
}
/** DeviceMediaInfo describes a media stream attached to a connection. */
export interface DeviceMediaInfo {
    mediaStreamId?: string;
    /** The media of the connection. */
    connectionInformation?: ConnectionInformation;
}
/** CallState is the state of a call as the device sees it. */
export type CallState = OneOf<{
    compoundCallState: CompoundCallState;
    simpleCallState: SimpleCallState;
    unknown: Empty;
}>;
/**
 * CompoundCallState lists the connection states of a call: that of the device first, then
 * those of the others.
 */
export interface CompoundCallState {
    localConnectionState?: LocalConnectionState[];
}
/**
 * SimpleCallState names a call of two parties by the pair of connection states, the local
 * one first.
 */
export type SimpleCallState = 'callNull' | 'callPending' | 'callOriginated' | 'callDelivered' | 'callDeliveredHeld' | 'callReceived' | 'callEstablished' | 'callEstablishedHeld' | 'callReceivedOnHold' | 'callEstablishedOnHold' | 'callQueued' | 'callQueuedHeld' | 'callFailed' | 'callFailedHeld' | 'callBlocked';
/** CallMediaInfo describes a media service that is attached to a device in a call. */
export interface CallMediaInfo {
    /** Which media service. */
    mediaServiceType: MediaServiceType;
    /** Which version of it. */
    mediaServiceVersion?: Integer;
    mediaServiceInstance?: string;
    /** The media stream that it works on. */
    mediaStreamId?: string;
    /** The media of the connection. */
    connectionInformation?: ConnectionInformation;
}
/** SnapshotCallResponseInfo describes one device in a call. */
export interface SnapshotCallResponseInfo {
    /** The device. */
    deviceOnCall: SubjectDeviceID;
    /** Its connection. */
    callIdentifier?: ConnectionID;
    /** The state of the connection. */
    localConnectionInfo?: LocalConnectionState;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
    /** The media streams attached to the connection. */
    mediaServiceInfoList?: {
        callMediaInfo: CallMediaInfo[];
    };
    /** Where it is. */
    locationInfo?: LocationInfo;
}
/** SnapshotCallDataList lists the devices in a call. */
export interface SnapshotCallDataList {
    snapshotCallResponseInfo?: SnapshotCallResponseInfo[];
}
/** CrossRefIDorSnapshotCallData is a snapshot, or the reference under which it follows. */
export type CrossRefIDOrSnapshotCallData = OneOf<{
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
    /** The present calls. */
    snapshotData: SnapshotCallDataList;
}>;
/**
 * SystemRegister asks to be told about the status of the switching function, and about
 * changes of its capabilities and devices.
 */
export interface SystemRegister extends Base {
    /** What to be told about. */
    requestTypes: RequestTypes;
    /** The reports that are not wanted. */
    requestedStatusFilter?: StatusFilter;
}
/** SystemRegisterResponse gives the registration that the messages asked for will name. */
export interface SystemRegisterResponse extends Base {
    /** The registration in question. */
    sysStatRegisterId: string;
    /** The reports that will not be sent. */
    actualStatusFilter?: StatusFilter;
}
/**
 * SystemRegisterAbort tells that the switching function has ended a registration by itself.
 * It is not answered.
 */
export interface SystemRegisterAbort extends Base {
    /** The registration in question. */
    sysStatRegisterId: string;
}
/** SystemRegisterCancel ends a registration made with SystemRegister. */
export interface SystemRegisterCancel extends Base {
    /** The registration in question. */
    sysStatRegisterId: string;
}
/** SystemRegisterCancelResponse confirms SystemRegisterCancel. */
export type SystemRegisterCancelResponse = Base;
/** ChangeSysStatFilter changes which status reports a registration is not sent. */
export interface ChangeSysStatFilter extends Base {
    /** The registration in question. */
    sysStatRegisterId: string;
    /** The reports that are not wanted. */
    requestedStatusFilter: StatusFilterList;
}
/** ChangeSysStatFilterResponse says which status reports will be left out from now on. */
export interface ChangeSysStatFilterResponse extends Base {
    /** The reports that will not be sent. */
    actualStatusFilter: StatusFilterList;
}
/**
 * RequestSystemStatus asks the other side for its status. Both sides may ask; it is the
 * usual way to see whether the other one is still there.
 */
export interface RequestSystemStatus extends Base {
    /** The registration in question. */
    sysStatRegisterId?: string;
}
/** RequestSystemStatusResponse tells the status. */
export interface RequestSystemStatusResponse extends Base {
    /** The status. */
    systemStatus: SystemStatusValue;
}
/**
 * SystemStatus tells the other side one's status, when it changes and in between as a sign
 * of life.
 */
export interface SystemStatus extends Base {
    /** The registration in question. */
    sysStatRegisterId?: string;
    /** The status. */
    systemStatus: SystemStatusValue;
}
/** SystemStatusResponse confirms SystemStatus. */
export type SystemStatusResponse = Base;
/**
 * SwFunctionCapsChanged tells that the capabilities of the switching function have changed;
 * GetSwitchingFunctionCaps tells what they are now.
 */
export interface SwFunctionCapsChanged extends Base {
    /** The registration in question. */
    sysStatRegisterId?: string;
}
/** SwFunctionCapsChangedResponse confirms SwFunctionCapsChanged. */
export type SwFunctionCapsChangedResponse = Base;
/**
 * SwFunctionDevicesChanged tells that the devices of the switching sub-domain have changed;
 * GetSwitchingFunctionDevices tells which there are now.
 */
export interface SwFunctionDevicesChanged extends Base {
    /** The registration in question. */
    sysStatRegisterId?: string;
}
/** SwFunctionDevicesChangedResponse confirms SwFunctionDevicesChanged. */
export type SwFunctionDevicesChangedResponse = Base;
/**
 * GetRegistrations asks for the registrations that are in force: for escape services, I/O,
 * routeing and system status.
 */
export interface GetRegistrations extends Base {
    /** The kinds of registrations wanted; all where none is named. */
    requestedRegTypes?: {
        registrationType: RegistrationType[];
    };
}
/**
 * GetRegistrationsResponse lists the registrations, or names the cross reference under
 * which they follow in RegistrationInfo messages.
 */
export interface GetRegistrationsResponse extends Base {
    /** The list, or the reference under which it follows. */
    crossRefIdorRegistrationData?: CrossRefIDOrRegistrationData;
}
/**
 * RegistrationInfo brings one part of the list of registrations that GetRegistrations asked
 * for. It is not answered.
 */
export interface RegistrationInfo extends Base {
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
    /** The number of this part, counted from 1. */
    segmentId?: Integer;
    /** Whether this is the last part. */
    lastSegment: boolean;
    /** The registrations of this part. */
    registrationList?: {
        registrationListEntry: RegistrationListEntry[];
    };
}
/** RequestTypes are the messages that an application registers for. */
export type RequestTypes = Flags<'systemStatus' | 'requestSystemStatus' | 'switchingFunctionCapsChanged' | 'switchingFunctionDevicesChanged'>;
/** StatusFilter are the status reports that are not wanted. */
export type StatusFilter = Flags<'initializing' | 'enabled' | 'normal' | 'messageLost' | 'disabled' | 'partiallyDisabled' | 'overloadImminent' | 'overloadReached' | 'overloadRelieved'>;
/** StatusFilterList are the status reports that are not wanted. */
export type StatusFilterList = Flags<'initializing' | 'enabled' | 'normal' | 'messageLost' | 'disabled' | 'partiallyDisabled' | 'overloadImminent' | 'overloadReached' | 'overloadRelieved'>;
/** SystemStatusValue is the status of a switching or computing function. */
export type SystemStatusValue = 
/** No requests are taken, monitors are gone. */
'disabled'
/** Some requests are not taken. */
 | 'partiallyDisabled'
/** Requests are taken, monitors have to be started. */
 | 'enabled'
/** Starting; monitors and registrations are gone. */
 | 'initializing'
/** Messages may have been lost. */
 | 'messagesLost'
/** All is well. */
 | 'normal'
/** Ask for less. */
 | 'overloadImminent'
/** Requests may be refused. */
 | 'overloadReached'
/** The overload is over. */
 | 'overloadRelieved';
/** RegistrationType is what a registration is for. */
export type RegistrationType = 'escapeRegister' | 'ioRegister' | 'routeRegister' | 'sysStatRegister';
/** RegistrationListEntry is one registration. */
export interface RegistrationListEntry {
    registrationType: RegistrationType;
    registrationId?: string;
    /** The device it is for. */
    registrationObject?: DeviceID;
}
/** RegistrationList is a list of registrations. */
export interface RegistrationList {
    registrationListEntry?: RegistrationListEntry[];
}
/**
 * CrossRefIDorRegistrationData is a list of registrations, or the reference under which it
 * follows.
 */
export type CrossRefIDOrRegistrationData = OneOf<{
    registrationList: RegistrationList;
    /** The reference under which the snapshot follows. */
    serviceCrossRefId: string;
}>;
/**
 * ConnectionID names the part a device has in a call. One of its members may stand alone
 * where the other is clear from the context.
 */
export interface ConnectionID {
    /** The call's place in the device, which the switching function chooses. */
    callId?: string;
    /** The device. */
    deviceId?: LocalDeviceID;
}
/** LocalConnectionState is the state of a connection (ECMA-269 clause 6). */
export type LocalConnectionState = 
/** No part in the call. */
'null'
/** Off hook or prompted, the number not complete. */
 | 'initiated'
/** Rings, or is offered the call. */
 | 'alerting'
/** Takes part in the call. */
 | 'connected'
/** Has put the call on hold. */
 | 'hold'
/** The call waits in a queue or is parked. */
 | 'queued'
/** The call could not be completed. */
 | 'fail';
/**
 * CallLinkageData ties the calls together that belong to one another: after a transfer or
 * conference the global call stays the same.
 */
export interface CallLinkageData {
    globalCallData: GlobalCallData;
    threadData?: ThreadData;
}
/** GlobalCallData identifies a call across switching functions. */
export interface GlobalCallData {
    globalCallSwitchingSubDomainName?: string;
    globalCallLinkageId: GlobalCallLinkageID;
    callLinkageIdTimestamp?: string;
}
/** GlobalCallLinkageID is unique in the world or in its switching sub-domain. */
export type GlobalCallLinkageID = OneOf<{
    globallyUniqueCallLinkageId: string;
    subDomainCallLinkageId: string;
}>;
/** ThreadData identifies a sequence of calls that one matter has caused. */
export interface ThreadData {
    threadSwitchingSubDomainName?: string;
    threadLinkageId: ThreadLinkageID;
    threadIdTimeStamp?: string;
}
/** ThreadLinkageID is unique in the world or in its switching sub-domain. */
export type ThreadLinkageID = OneOf<{
    globallyUniqueThreadId: string;
    subDomainThreadId: string;
}>;
/** CallCharacteristics are properties of a call. */
export type CallCharacteristics = Flags<'acdCall' | 'lowPriorityCall' | 'priorityCall' | 'highPriorityCall' | 'maintainanceCall' | 'directAgent' | 'assistCall' | 'voiceUnitCall' | 'privateCall' | 'personalCall' | 'sensitiveCall' | 'confidentialCall' | 'encryptedCall'>;
/** CorrelatorData is data of an application that stays with a call. */
export type CorrelatorData = OneOf<{
    /** XML of any kind. */
    private: Foreign;
    /** Bytes. */
    string: HexBinary;
}>;
/** UserData is data sent to the other parties of a call. */
export type UserData = OneOf<{
    /** XML of any kind. */
    private: Foreign;
    /** Bytes. */
    string: HexBinary;
}>;
/**
 * MessageInfoItem is one part of a message, such as a chat message or mail, that a call
 * carries.
 */
export interface MessageInfoItem {
    contentTypeAndSubtype?: string;
    contents?: string;
    contentsLength?: Integer;
}
/** LocationInfo is a location in a notation of its own, such as PIDF-LO. */
export type LocationInfo = Foreign;
/** ChargingInfo is what a call has cost. */
export interface ChargingInfo {
    numberUnits?: NumberUnits;
    typeOfChargingInfo: TypeOfChargingInfo;
}
/** TypeOfChargingInfo says whether the call may cost more yet. */
export type TypeOfChargingInfo = 'subTotal' | 'total';
/** NumberUnits is a cost, in charging units or in money. */
export type NumberUnits = OneOf<{
    numberOfChargeUnits: NumberOfChargingUnits;
    numberOfCurrencyUnits: NumberOfCurrencyUnits;
}>;
/** NumberOfChargingUnits is a cost in charging units. */
export interface NumberOfChargingUnits {
    chargingUnitsRecord?: ChargingUnitsRecord[];
}
/** ChargingUnitsRecord counts charging units of one kind. */
export interface ChargingUnitsRecord {
    chargingUnits: Integer;
    typeOfUnits?: string;
}
/** NumberOfCurrencyUnits is an amount of money: currencyAmount times currencyMultiplier. */
export interface NumberOfCurrencyUnits {
    currencyType?: string;
    currencyAmount: Integer;
    currencyMultiplier: CurrencyMultiplier;
}
/** CurrencyMultiplier is the unit of a currencyAmount. */
export type CurrencyMultiplier = 'oneThousandth' | 'oneHundredth' | 'oneTenth' | 'one' | 'ten' | 'hundred' | 'thousand';
/** NetworkCapability says what the network beyond a trunk is and which events it can tell. */
export interface NetworkCapability {
    networkType: NetworkType;
    eventsProvided?: NetworkEvents;
}
/** NetworkType is the kind of network a call has entered. */
export type NetworkType = 'iSDNPublic' | 'nonISDNPublic' | 'iSDNPrivate' | 'nonISDNPrivate' | 'other';
/** NetworkEvents are the events that a network reports. */
export type NetworkEvents = Flags<'bridged' | 'callCleared' | 'conferenced' | 'connectionCleared' | 'delivered' | 'digitsDialed' | 'diverted' | 'established' | 'failed' | 'held' | 'networkCapabilitiesChange' | 'networkReached' | 'offered' | 'originated' | 'queued' | 'retrieved' | 'serviceInitiated' | 'transferred'>;
/** EventCause says why an event happened. */
export type EventCause = 'aCDBusy' | 'aCDForward' | 'aCDSaturated' | 'activation' | 'activeParticipation' | 'alertTimeExpired'
/** Two calls have changed places. */
 | 'alternate' | 'autoWork' | 'babble' | 'badAttribute' | 'badGrammar' | 'badURI' | 'badVoice'
/** The call was refused. */
 | 'blocked'
/** The called device is busy. */
 | 'busy' | 'busyOverflow' | 'calendarOverflow' | 'callBack'
/** The caller hung up before the answer. */
 | 'callCancelled'
/** Forwarded. */
 | 'callForward'
/** Forwarded at once. */
 | 'callForwardImmediate'
/** Forwarded because the device was busy. */
 | 'callForwardBusy'
/** Forwarded because nobody answered. */
 | 'callForwardNoAnswer' | 'callInterception' | 'callInterceptionBusy' | 'callInterceptionForwarded' | 'callInterceptionNoAnswer' | 'callInterceptionResourcesNotAvailable'
/** Nobody answered in time. */
 | 'callNotAnswered'
/** Another device has picked the call up. */
 | 'callPickup'
/** Waits for a busy device. */
 | 'campOn' | 'campOnTrunks' | 'capacityOverflow' | 'characterCountReached'
/** A conference was formed. */
 | 'conference'
/** For a consultation call. */
 | 'consultation' | 'destDetected'
/** The called number leads nowhere. */
 | 'destNotObtainable'
/** The called device is out of order. */
 | 'destOutOfOrder'
/** Distributed by an ACD or hunt group. */
 | 'distributed' | 'distributionDelay'
/** The called device does not want to be disturbed. */
 | 'doNotDisturb' | 'dTMFDigitDetected' | 'duplicateDTMF' | 'durationExceeded' | 'earlyStop' | 'emptyQueue' | 'endOfMessageDetected'
/** Entered a distribution group. */
 | 'enteringDistribution' | 'forcedPause' | 'forcedTransition' | 'incompatibleDestination' | 'interdigitTimeout'
/** Broke into a call. */
 | 'intrude' | 'invalidAccountCode' | 'invalidConnection' | 'invalidConnectionState' | 'invalidNumberFormat'
/** Joined a call. */
 | 'joinCall'
/** A key was pressed. */
 | 'keyOperation' | 'keyOperationInUse' | 'lawfulInterception' | 'lockout'
/** Taken out of service by the operator. */
 | 'maintenance'
/** Asked for by MakeCall. */
 | 'makeCall' | 'makeConnection' | 'makePredictiveCall' | 'maxTimeout' | 'messageDurationExceeded' | 'messageSizeExceeded'
/** Several devices ring at once. */
 | 'multipleAlerting' | 'multipleQueuing'
/** The network is congested. */
 | 'networkCongestion' | 'networkDialling' | 'networkNotObtainable' | 'networkOutOfOrder' | 'networkSignal'
/** A new call. */
 | 'newCall' | 'nextMessage' | 'noAvailableAgents'
/** Nothing out of the ordinary. */
 | 'normal'
/** The call ended as calls do. */
 | 'normalClearing' | 'noAudioSaved' | 'noQueue' | 'noRule' | 'noSpeechDetected' | 'notAvailableBearerService' | 'notSupportedBearerService' | 'numberChanged'
/** The number is not assigned. */
 | 'numberUnallocated' | 'outOfGrammar' | 'overflow' | 'override'
/** Parked. */
 | 'park' | 'pathReplacement' | 'queueCleared' | 'queueTimeOverflow'
/** Came back to the device. */
 | 'recall' | 'recallBusy' | 'recallForwarded' | 'recallNoAnswer' | 'recallResourcesNotAvailable'
/** Sent to another device. */
 | 'redirected' | 'remainsInQueue' | 'reorderTone' | 'reserved'
/** The switching function lacks a resource. */
 | 'resourcesNotAvailable' | 'selectedTrunkBusy' | 'silentParticipation'
/** Joined in a single step. */
 | 'singleStepConference'
/** Transferred in a single step. */
 | 'singleStepTransfer' | 'speechDetected' | 'suspend'
/** The switching function ended the call. */
 | 'switchingFunctionTerminated' | 'terminationCharacterReceived'
/** A timer ran out. */
 | 'timeout'
/** Transferred. */
 | 'transfer'
/** No trunk is free. */
 | 'trunksBusy' | 'unauthorisedBearerService' | 'unknownOverflow';
/**
 * DeviceID names a device: an extension such as 200, a number in the public network, a
 * tel: or sip: URI. The attributes are rare; without them it is a dialing number.
 */
export type DeviceID = string | DeviceIDWithAttributes;
/** A DeviceID where an attribute differs from its default. */
export interface DeviceIDWithAttributes {
    value: string;
    /** Default dialingNumber. */
    typeOfNumber?: TypeOfNumber;
    mediaClass?: (keyof MediaClass)[];
    connectionRate?: Integer;
    /** Default constant. */
    bitRate?: BitRate;
    delayTolerance?: Integer;
    switchingSubDomainCCIEType?: SwitchingSubDomainCCIEType;
    switchingSubDomainInformationElements?: HexBinary;
    /** Default false. */
    privateNumber?: boolean;
    /** Default false. */
    privateName?: boolean;
}
/**
 * LocalDeviceID is the DeviceID inside a ConnectionID. A switching function may give a
 * device a number for the time of a call (typeOfNumber dynamic).
 */
export type LocalDeviceID = string | LocalDeviceIDWithAttributes;
/** A LocalDeviceID where an attribute differs from its default. */
export interface LocalDeviceIDWithAttributes {
    value: string;
    /** Default dialingNumber. */
    typeOfNumber?: TypeOfNumber;
    mediaClass?: (keyof MediaClass)[];
    connectionRate?: Integer;
    /** Default constant. */
    bitRate?: BitRate;
    delayTolerance?: Integer;
    switchingSubDomainCCIEType?: SwitchingSubDomainCCIEType;
    switchingSubDomainInformationElements?: HexBinary;
    /** Default false. */
    privateNumber?: boolean;
    /** Default false. */
    privateName?: boolean;
}
/** TypeOfNumber says what kind of number a DeviceID is. */
export type TypeOfNumber = 
/** Digits as dialled. */
'dialingNumber'
/** A static number of the device. */
 | 'deviceNumber' | 'implicitPublic' | 'explicitPublic:unknown' | 'explicitPublic:international' | 'explicitPublic:national' | 'explicitPublic:networkspecific' | 'explicitPublic:subscriber' | 'explicitPublic:abbreviated' | 'implicitPrivate' | 'explicitPrivate:unknown' | 'explicitPrivate:level3RegionalNumber' | 'explicitPrivate:level2RegionalNumber' | 'explicitPrivate:level1RegionalNumber' | 'explicitPrivate:pTNSpecificNumber' | 'explicitPrivate:localNumber' | 'explicitPrivate:abbreviated' | 'other'
/** A number given for the time of a call, only inside a ConnectionID. */
 | 'dynamic';
/** BitRate says whether the bit rate of a data call varies. */
export type BitRate = 'constant' | 'variable';
/**
 * SwitchingSubDomainCCIEType names the protocol that the information elements of the
 * network belong to.
 */
export type SwitchingSubDomainCCIEType = 'isdn' | 'atm' | 'isoEthernet' | 'rsvp' | 'sip' | 'other';
/** ExtendedDeviceID is a device in an event: its identifier, or why there is none. */
export type ExtendedDeviceID = OneOf<{
    /** The device. */
    deviceIdentifier: DeviceID;
    /** The device is not known. */
    notKnown: Empty;
    /** The device's identity is withheld. */
    restricted: Empty;
}>;
/** SubjectDeviceID is the device an event is about. */
export type SubjectDeviceID = ExtendedDeviceID;
/** CallingDeviceID is the device that called. */
export type CallingDeviceID = ExtendedDeviceID;
/** CalledDeviceID is the device that was called in the first place, before any forwarding. */
export type CalledDeviceID = ExtendedDeviceID;
/** AssociatedCallingDeviceID is the trunk or network interface by which a call came in. */
export type AssociatedCallingDeviceID = ExtendedDeviceID;
/**
 * AssociatedCalledDeviceID is the device in the switching function that stands for the
 * number called from outside.
 */
export type AssociatedCalledDeviceID = ExtendedDeviceID;
/** NetworkCallingDeviceID is the caller as the network named it. */
export type NetworkCallingDeviceID = ExtendedDeviceID;
/** NetworkCalledDeviceID is the called number as the network named it. */
export type NetworkCalledDeviceID = ExtendedDeviceID;
/** RedirectionDeviceID is the device that redirected a call last, or why none is named. */
export type RedirectionDeviceID = OneOf<{
    /** The device is not known. */
    notKnown: Empty;
    /** No redirection has taken place. */
    notRequired: Empty;
    /** The switching function does not say. */
    notSpecified: Empty;
    /** The device that redirected the call. */
    numberDialed: DeviceID;
    /** The device's identity is withheld. */
    restricted: Empty;
}>;
/** DeviceHistoryListItem is a device that a call has left, and why. */
export interface DeviceHistoryListItem {
    oldDeviceId?: RedirectionDeviceID;
    eventCause?: EventCause;
    oldConnectionId?: ConnectionID;
}
/** ConnectionInformation describes the media of a connection. */
export interface ConnectionInformation {
    flowDirection?: FlowDirection;
    /** Default 1. */
    numberOfChannels?: Integer;
    mediaSessionInfo?: string;
}
/** FlowDirection says which way the media of a connection flow, as seen from the device. */
export type FlowDirection = 
/** From the device. */
'transmit'
/** To the device. */
 | 'receive'
/** Both ways. */
 | 'transmitAndReceive'
/** No media flow. */
 | 'none';
/** MediaCallCharacteristics describe the media of a call. */
export interface MediaCallCharacteristics {
    mediaClass?: MediaClass;
    connectionRate?: Integer;
    /** Default constant. */
    bitRate?: BitRate;
    delayTolerance?: Integer;
    switchingSubDomainCCIEType?: SwitchingSubDomainCCIEType;
    switchingSubDomainInformationElements?: HexBinary;
}
/** MediaClass names kinds of media. */
export type MediaClass = Flags<'voice' | 'data' | 'image' | 'audio' | 'other' | 'notKnown' | 'chat' | 'email' | 'message' | 'im' | 'sms' | 'mms'>;
/** MediaServiceType is the kind of a media service. */
export type MediaServiceType = 'cstaVoiceUnit' | 'dataModem' | 'digitalDataIsochronousIeee1394' | 'digitalDataIsochronousGeoport' | 'digitalDataIsochronousIeeeAtm' | 'digitalDataIsochronousIeeeIsdn' | 'digitalDataApi' | 'ectfS100MediaServicesDefault' | 'ectfS100MediaServicesAppServices' | 'cstaIVRScript1' | 'cstaIVRScript2' | 'cstaIVRScript3' | 'cstaIVRScript4' | 'cstaIVRScript5' | 'cstaIVRScript6' | 'cstaIVRScript7' | 'cstaIVRScript8' | 'cstaIVRScript9' | 'cstaIVRScript10' | 'liveSoundCaptureAnalog' | 'liveSoundTransmitAnalog' | 'liveSoundCaptureIeee1394' | 'liveSoundTransmitIeee1394' | 'liveSoundCaptureTransmitGeoport' | 'liveSoundCaptureTransmitAtm' | 'liveSoundCaptureTransmitISDN' | 'soundCaptureTransmitADPCM' | 'soundCaptureTransmitApi' | 'usb' | 'sfSpecific1' | 'sfSpecific2' | 'sfSpecific3' | 'sfSpecific4' | 'sfSpecific5' | 'sfSpecific6' | 'sfSpecific7' | 'sfSpecific8' | 'sfSpecific9' | 'sfSpecific10';
/** ServicesPermitted lists the services that the device can be asked for in this call now. */
export interface ServicesPermitted {
    callControlServices?: CallControlServices;
    callAssociatedServices?: CallAssociatedServices;
    mediaAttachementServices?: MediaAttachmentServices;
    routeingServices?: RouteingServices;
    voiceServices?: VoiceServices;
}
/** CallControlServices are the call control services of ECMA-269. */
export type CallControlServices = Flags<'acceptCall' | 'alternateCall' | 'answerCall' | 'callBack' | 'callBackMessage' | 'campOnCall' | 'clearCall' | 'clearConnection' | 'conferenceCall' | 'consultationCall' | 'deflectCall' | 'dialDigits' | 'directedPickupCall' | 'groupPickupCall' | 'holdCall' | 'intrudeCall' | 'joinCall' | 'makeCall' | 'makePredictiveCall' | 'parkCall' | 'reconnectCall' | 'retrieveCall' | 'sendMessage' | 'singleStepConference' | 'singleStepTransfer' | 'transferCall'>;
/** CallAssociatedServices are the call associated services of ECMA-269. */
export type CallAssociatedServices = Flags<'associateData' | 'cancelTelephonyTones' | 'generateDigits' | 'generateTelephonyTones' | 'sendUserInformation' | 'changeConnectionInformation'>;
/** MediaAttachmentServices are the media attachment services of ECMA-269. */
export type MediaAttachmentServices = Flags<'attachMediaService' | 'detachMediaService'>;
/** RouteingServices are the routeing services of ECMA-269. */
export type RouteingServices = Flags<'routeRegister' | 'routeRegisterCancel' | 'routeRegisterAbort' | 'reRoute' | 'routeEnd' | 'routeReject' | 'routeRequest' | 'routeSelect' | 'routeUsed'>;
/** VoiceServices are the voice unit services of ECMA-269. */
export type VoiceServices = Flags<'activate' | 'clear' | 'deactivate' | 'concatenateMessage' | 'deleteMessage' | 'playMessage' | 'queryVoiceAttribute' | 'recordMessage' | 'reposition' | 'resume' | 'review' | 'setVoiceAttribute' | 'stop' | 'suspend' | 'synthesizeMessage'>;
/**
 * MonitorTrunk starts monitors for all users and queues of the session's trunk.
 * MonitorStartResponse answers it, and a MonitorStartedEvent for each of them follows.
 */
export interface MonitorTrunk extends Base {
    /** The device 1, which stands for the trunk. */
    monitorObject: MonitorObject;
}
/** MonitorStartedEvent tells of one monitor that MonitorTrunk has started. */
export interface MonitorStartedEvent extends EventHead {
    /** The device, and the monitor its events arrive under. */
    monitoredConnection: MonitoredConnection;
    /** The devices that belong to it. */
    deviceRelationList?: Foreign;
    /** What kind of device it is. */
    numberType?: MonitoredNumberType;
}
/** MonitoredNumberType tells users from queues. */
export type MonitoredNumberType = 
/** A user. */
'sip'
/** A queue. */
 | 'queue';
/**
 * OutgoingNumbersEvent lists the numbers that calls from a trunk may show. It follows
 * MonitorTrunk.
 */
export interface OutgoingNumbersEvent extends EventHead {
    /** The numbers. */
    outgoingNumbers?: {
        outgoingNumber: OutgoingNumber[];
    };
}
/** OutgoingNumber is a number that calls may show. */
export interface OutgoingNumber {
    number: string;
}
/** GetCallProfile asks which number a user shows and which of his devices ring. */
export interface GetCallProfile extends Base {
    /** The device in question. */
    device: DeviceID;
}
/** GetCallProfileResponse tells the user's call profile. */
export interface GetCallProfileResponse extends Base {
    /** The profile. */
    callProfile: CallProfile;
}
/** SetCallProfile changes which number a user shows and which of his devices ring. */
export interface SetCallProfile extends Base {
    /** The device in question. */
    device: DeviceID;
    /** The new profile. */
    callProfile: CallProfile;
}
/** SetCallProfileResponse confirms SetCallProfile. */
export type SetCallProfileResponse = Base;
/** CallProfile says which number a user shows and which of his devices ring. */
export interface CallProfile {
    /** The number shown, by the device he calls from. */
    outgoingNumberPresentation?: OutgoingNumberPresentation;
    /** The devices that ring. */
    incomingCallMatrix?: IncomingCallMatrix;
    /** None, or how calls are routed otherwise. */
    routeHandling?: string;
}
/**
 * OutgoingNumberPresentation says which number is shown in calls from each of a user's
 * devices.
 */
export interface OutgoingNumberPresentation {
    /** Calls from his telephone. */
    localNumberPresentation?: NumberPresentation;
    /** Calls from his mobile. */
    mobileNumberPresentation?: NumberPresentation;
    /** Calls from Teams. */
    teamsNumberPresentation?: NumberPresentation;
}
/** NumberPresentation says which number is shown. */
export interface NumberPresentation {
    /** None, Main, Mobile, Teams or another kind of number. */
    numberType: string;
    /** The number itself, where the kind leaves a choice. */
    number?: string;
}
/** IncomingCallMatrix says which of a user's devices ring, by the one that was called. */
export interface IncomingCallMatrix {
    /** Calls to his telephone. */
    localDevice?: RingingDevices;
    /** Calls to his mobile. */
    mobileDevice?: RingingDevices;
    /** Calls to Teams. */
    teamsDevice?: RingingDevices;
}
/** RingingDevices says which of a user's devices ring. */
export interface RingingDevices {
    /** His telephone. */
    local: boolean;
    /** His mobile. */
    mobile: boolean;
    /** Teams. */
    teams: boolean;
}
/** GetQueue asks for the name of a queue and how long calls may wait in it. */
export interface GetQueue extends Base {
    /** The queue. */
    device: DeviceID;
}
/**
 * GetQueueResponse tells the queue's name. privateData/serviceLevelAgreement tells how many
 * seconds calls should wait at most.
 */
export interface GetQueueResponse extends Base {
    /** The queue. */
    queueDevice: QueueDevice;
}
/** QueueDevice is a queue and its name. */
export interface QueueDevice {
    /** Its name. */
    deviceDescription?: string;
    /** The device. */
    deviceIdentifier: DeviceID;
}
/** GetQueueMember asks for the agents of a queue. */
export interface GetQueueMember extends Base {
    /** The queue. */
    device: DeviceID;
}
/** GetQueueMemberResponse lists the agents of the queue. */
export interface GetQueueMemberResponse extends Base {
    /** The agents. */
    memberList: {
        memberListItem: QueueMember[];
    };
}
/** QueueMember is an agent of a queue and which of his devices take calls from it. */
export interface QueueMember {
    /** Whether he is signed in. */
    active: boolean;
    /** Whether his telephone takes calls. */
    activeSip?: boolean;
    /** Whether his mobile takes calls. */
    activeMobile?: boolean;
    /** Whether Skype or Teams takes calls. */
    activeSkype?: boolean;
    /** The agent. */
    agentDN: DeviceID;
}
/**
 * SetQueueMember signs an agent in to a queue or out of it, device by device.
 * QueueMemberEvent tells when it is done. To sign out, uni-tel's clients leave the agent
 * active and his devices not.
 */
export interface SetQueueMember extends Base {
    /** The queue. */
    device: DeviceID;
    /** Whether the agent is signed in. */
    activateAgent: boolean;
    /** Whether his mobile takes calls. */
    activateMobile?: boolean;
    /** Whether his telephone takes calls. */
    activateSip?: boolean;
    /** Whether Skype or Teams takes calls. */
    activateSkype?: boolean;
    /** The agent. */
    agentDN: DeviceID;
    /** His place among the agents of the queue, from 1. */
    agentPosition?: Integer;
}
/** SetQueueMemberResponse confirms that SetQueueMember was received. */
export type SetQueueMemberResponse = Base;
/** QueueMemberEvent says that agents of a queue have changed. */
export interface QueueMemberEvent extends EventHead {
    /** The agents that have changed. */
    memberList: {
        memberListItem: QueueMember[];
    };
}
/** QueueAddedEvent says that there is a new queue. */
export interface QueueAddedEvent extends EventHead {
    /** The queue's number. */
    localNumber: string;
    /** Its name. */
    name?: string;
}
/** QueueRemovedEvent says that a queue is no more. */
export interface QueueRemovedEvent extends EventHead {
    /** The queue's number. */
    localNumber: string;
}
/** QueueStatisticsEvent tells how busy a queue is and was today. */
export interface QueueStatisticsEvent extends EventHead {
    /** The queue's number. */
    localNumber: string;
    /** Calls in the queue now, waiting or with an agent. */
    currentCalls?: Integer;
    /** Calls with an agent now. */
    servicingCalls?: Integer;
    /** Calls that wait now. */
    waitingCalls?: Integer;
    /** The longest wait of those, in seconds. */
    maxCurrentWait?: Integer;
    /** Calls so far. */
    totalNoOfCalls?: Integer;
    /** Calls answered so far. */
    totalAnsweredCalls?: Integer;
    /** Calls missed so far. */
    totalMissedCalls?: Integer;
    /** Average wait so far, in seconds. */
    averageWaitTime?: Integer;
    /** Average talk so far, in seconds. */
    averageTalkTime?: Integer;
    /** Longest wait so far, in seconds. */
    maxWaitTime?: Integer;
    /** The same for each agent. */
    agentList?: {
        agentListItem: QueueAgentStatistics[];
    };
}
/** QueueAgentStatistics tells how busy an agent was with calls of a queue. */
export interface QueueAgentStatistics {
    /** The agent's device. */
    device: SubjectDeviceID;
    /** Calls so far. */
    totalNoOfCalls?: Integer;
    /** Calls answered so far. */
    totalAnsweredCalls?: Integer;
    /** Calls missed so far. */
    totalMissedCalls?: Integer;
    /** Average talk so far, in seconds. */
    averageTalkTime?: Integer;
}
/**
 * EscapeRegister registers the application for Escape messages that the switching function
 * sends.
 */
export type EscapeRegister = Base;
/** EscapeRegisterResponse gives the registration that Escape will name. */
export interface EscapeRegisterResponse extends Base {
    /** The registration in question. */
    escapeRegisterId: string;
}
/**
 * EscapeRegisterAbort tells that the switching function has ended an escape registration by
 * itself. It is not answered.
 */
export interface EscapeRegisterAbort extends Base {
    /** The registration in question. */
    escapeRegisterId: string;
}
/** EscapeRegisterCancel ends the application's escape registration. */
export interface EscapeRegisterCancel extends Base {
    /** The registration in question. */
    escapeRegisterId: string;
}
/** EscapeRegisterCancelResponse confirms EscapeRegisterCancel. */
export type EscapeRegisterCancelResponse = Base;
/**
 * Escape carries a service that the standard does not have: what is asked for stands in its
 * private data. Both sides may send it.
 */
export interface Escape extends Base {
    /** The registration in question. */
    escapeRegisterId?: string;
}
/** EscapeResponse confirms Escape; what it says more stands in its private data. */
export type EscapeResponse = Base;
/**
 * PrivateDataVersionSelection chooses the version of the private data among those that
 * GetSwitchingFunctionCaps lists.
 */
export interface PrivateDataVersionSelection extends Base {
    /** The version chosen. */
    privateDataVersionSelectionArgument: Integer;
}
/** PrivateDataVersionSelectionResponse confirms PrivateDataVersionSelection. */
export type PrivateDataVersionSelectionResponse = Base;
/**
 * PrivateEvent tells something that the standard has no event for; it stands in its private
 * data.
 */
export type PrivateEvent = Base;
/** BookmarkReachedEvent says that a prompt has come to a mark in its text. */
export interface BookmarkReachedEvent extends EventHead {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** The mark. */
    bookmark?: string;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** CompletedEvent says that a prompt was played to its end. */
export interface CompletedEvent extends EventHead {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** DtmfDetectedEvent says that a DTMF digit was received. */
export interface DTMFDetectedEvent extends EventHead {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** The digit. */
    dtmfChar?: string;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** EmptiedEvent says that the queue of a prompt resource is empty. */
export interface EmptiedEvent extends EventHead {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/**
 * InterruptionDetectedEvent says that the caller has interrupted a prompt by speaking or by
 * a digit.
 */
export interface InterruptionDetectedEvent extends EventHead {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** NotRecognizedEvent says that what was heard matches no grammar. */
export interface NotRecognizedEvent extends EventHead {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** What was heard, with its meaning, in the recognizer's own notation. */
    result?: string;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** PlayEvent says that a message is being played. */
export interface PlayEvent extends EventHead {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    message?: string;
    /** The voice resource. */
    resource?: string;
    /** How long it is, in milliseconds. */
    length?: Integer;
    /** The place it has come to, in milliseconds. */
    currentPosition?: Integer;
    /** How fast, in percent of normal speed. */
    speed?: Integer;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** RecognizedEvent says that speech was recognized, and what was said. */
export interface RecognizedEvent extends EventHead {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** What was heard, with its meaning, in the recognizer's own notation. */
    result?: string;
    /** What was said. */
    text?: string;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** RecordEvent says that a message is being recorded. */
export interface RecordEvent extends EventHead {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    message?: string;
    /** The voice resource. */
    resource?: string;
    /** How long it is, in milliseconds. */
    length?: Integer;
    /** The place it has come to, in milliseconds. */
    currentPosition?: Integer;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** ReviewEvent says that a part of a message is being played for review. */
export interface ReviewEvent extends EventHead {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    message?: string;
    /** The voice resource. */
    resource?: string;
    /** How long it is, in milliseconds. */
    length?: Integer;
    /** The place it has come to, in milliseconds. */
    currentPosition?: Integer;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** SilenceTimeoutExpiredEvent says that nothing was said in the time given. */
export interface SilenceTimeoutExpiredEvent extends EventHead {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** SpeechDetectedEvent says that somebody has begun to speak. */
export interface SpeechDetectedEvent extends EventHead {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** StartedEvent says that a voice resource has started. */
export interface StartedEvent extends EventHead {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** StopEvent says that playing or recording has stopped. */
export interface StopEvent extends EventHead {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    message?: string;
    /** The voice resource. */
    resource?: string;
    /** How long it is, in milliseconds. */
    length?: Integer;
    /** The place it has come to, in milliseconds. */
    currentPosition?: Integer;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** SuspendPlayEvent says that playing was interrupted. */
export interface SuspendPlayEvent extends EventHead {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    message?: string;
    /** The voice resource. */
    resource?: string;
    /** How long it is, in milliseconds. */
    length?: Integer;
    /** The place it has come to, in milliseconds. */
    currentPosition?: Integer;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** SuspendRecordEvent says that recording was interrupted. */
export interface SuspendRecordEvent extends EventHead {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    message?: string;
    /** The voice resource. */
    resource?: string;
    /** How long it is, in milliseconds. */
    length?: Integer;
    /** The place it has come to, in milliseconds. */
    currentPosition?: Integer;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/**
 * VoiceAttributeChangedEvent says that attributes of a message or voice resource have
 * changed.
 */
export interface VoiceAttributeChangedEvent extends EventHead {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    message?: string;
    /** The voice resource. */
    resource?: string;
    /** The volume. */
    playVolume?: Volume;
    /** The gain. */
    recordingGain?: Integer;
    /** How fast, in percent of normal speed. */
    speed?: Integer;
    /** The place it has come to, in milliseconds. */
    currentPosition?: Integer;
    /** The grammars in use. */
    grammars?: VoiceGrammars[];
    /** The language spoken. */
    language?: string;
    /** How many digits or words are recognized. */
    mode: RecognitionMode;
    /** Whether what was heard is kept. */
    retainAudio?: boolean;
    /** How long a caller may be silent, in seconds. */
    silenceTimeout?: number;
    /** How long a caller may speak, in seconds. */
    maxTimeout?: number;
    /** How long a caller may speak without matching a grammar, in seconds. */
    babbleTimeout?: number;
    /** How long a caller has to be silent to have finished, in seconds. */
    endSilence?: number;
    /** How sure recognition has to be, from 0 to 1. */
    rejectionThreshold?: number;
    /** Whether the caller may interrupt a prompt. */
    autoInterruptible?: boolean;
    /** The text as marked up for speech. */
    innerXml?: Foreign;
    /** How long the next digit may take, in seconds. */
    interdigitTimeout?: number;
    /** Whether digits received before are forgotten. */
    preflush?: boolean;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** VoiceErrorOccurredEvent says that a voice resource has failed. */
export interface VoiceErrorOccurredEvent extends EventHead {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** Why it happened. */
    cause?: EventCause;
    /** The services the device can be asked for in this call now. */
    servicesPermitted?: ServicesPermitted;
}
/** PlayMessage plays a recorded message into a call. */
export interface PlayMessage extends Base {
    /** The message. */
    messageToBePlayed: string;
    /** The connection of the voice resource. */
    overConnection: ConnectionID;
    /** For how long, in milliseconds. */
    duration?: Integer;
    /** What ends it early. */
    termination?: TerminatingConditions;
}
/** PlayMessageResponse confirms PlayMessage. */
export type PlayMessageResponse = Base;
/** RecordMessage records a call. */
export interface RecordMessage extends Base {
    /** The connection to record. */
    callToBeRecorded: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** Samples per second. */
    samplingRate?: Integer;
    /** How it is encoded. */
    encodingAlgorithm?: EncodingAlgorithm;
    /** For how long at most, in milliseconds. */
    maxDuration?: Integer;
    /** What ends it early. */
    termination?: TerminatingConditions;
}
/** RecordMessageResponse names the message that is being recorded. */
export interface RecordMessageResponse extends Base {
    /** The message. */
    resultingMessage: string;
}
/** Stop stops playing or recording, or a voice resource. */
export interface Stop extends Base {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    messageToBeStopped?: string;
    /** The voice resource. */
    resource?: string;
}
/** StopResponse confirms Stop. */
export type StopResponse = Base;
/** Suspend interrupts playing or recording. */
export interface Suspend extends Base {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    message?: string;
    /** The voice resource. */
    resource?: string;
}
/** SuspendResponse confirms Suspend. */
export type SuspendResponse = Base;
/** Resume goes on with playing or recording that was suspended. */
export interface Resume extends Base {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    messageToResume?: string;
    /** The voice resource. */
    resource?: string;
    /** For how long, in milliseconds. */
    duration?: Integer;
}
/** ResumeResponse confirms Resume. */
export type ResumeResponse = Base;
/** Review plays a part of the message that is being recorded. */
export interface Review extends Base {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    messageToReview?: string;
    /** The voice resource. */
    resource?: string;
    /** What to play. */
    periodToReview?: PeriodToReview;
}
/** ReviewResponse confirms Review. */
export type ReviewResponse = Base;
/** Reposition moves the place from which a message is played or recorded on. */
export interface Reposition extends Base {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    messageToReposition?: string;
    /** The voice resource. */
    resource?: string;
    /** Where to. */
    periodOfReposition?: Period;
}
/** RepositionResponse confirms Reposition. */
export type RepositionResponse = Base;
/** ConcatenateMessage joins recorded messages into a new one. */
export interface ConcatenateMessage extends Base {
    /** The messages to join, in order. */
    messagesToConcatenate: {
        messageIdItem: string[];
    };
}
/** ConcatenateMessageResponse names the new message. */
export interface ConcatenateMessageResponse extends Base {
    /** The new message. */
    concatenatedMessage: string;
}
/** DeleteMessage deletes a recorded message. */
export interface DeleteMessage extends Base {
    /** The message. */
    messageToBeDeleted: string;
}
/** DeleteMessageResponse confirms DeleteMessage. */
export type DeleteMessageResponse = Base;
/** SynthesizeMessage makes a message out of a text. */
export interface SynthesizeMessage extends Base {
    /** The text. */
    textToBeSynthesized: string;
    /** How the text is to be spoken. */
    control?: ControlData;
}
/** SynthesizeMessageResponse names the message made. */
export interface SynthesizeMessageResponse extends Base {
    /** The message. */
    synthesizedMessage: string;
}
/** QueryVoiceAttribute asks for an attribute of a message or of a voice resource. */
export interface QueryVoiceAttribute extends Base {
    /** The message. */
    messageToQuery?: string;
    /** The voice resource. */
    resource?: string;
    /** The attribute to tell. */
    attributeToQuery: AttributeToQuery;
    /** The connection of the alerting device. */
    connection?: ConnectionID;
}
/** QueryVoiceAttributeResponse tells the attribute. */
export interface QueryVoiceAttributeResponse extends Base {
    /** The attribute asked for. */
    attribute?: AttributeInfo;
}
/**
 * SetVoiceAttribute sets attributes of a message or of a voice resource, such as its
 * volume.
 */
export interface SetVoiceAttribute extends Base {
    /** The connection of the alerting device. */
    connection?: ConnectionID;
    /** The message. */
    message?: string;
    /** The voice resource. */
    resource?: string;
    /** The attributes and their new values. */
    attributeToSet?: AttributeToSet;
}
/** SetVoiceAttributeResponse confirms SetVoiceAttribute. */
export type SetVoiceAttributeResponse = Base;
/** Activate puts grammars of a speech recognizer to use. */
export interface Activate extends Base {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** The rule in the grammar. */
    ruleName?: string;
    /** The grammar. */
    grammarName?: string;
}
/** ActivateResponse confirms Activate. */
export type ActivateResponse = Base;
/** Deactivate puts grammars of a speech recognizer out of use. */
export interface Deactivate extends Base {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** The rule in the grammar. */
    ruleName?: string;
    /** The grammar. */
    grammarName?: string;
}
/** DeactivateResponse confirms Deactivate. */
export type DeactivateResponse = Base;
/** Start starts a voice resource: a prompt is played, or a recognizer listens. */
export interface Start extends Base {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
    /** The text. */
    text?: string;
}
/** StartResponse confirms Start. */
export type StartResponse = Base;
/**
 * QueueService adds a message or text to the queue of a prompt resource, to be played by
 * Start.
 */
export interface QueueService extends Base {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The message. */
    message?: string;
    /** The voice resource. */
    resource?: string;
    /** The text. */
    text?: string;
}
/** QueueServiceResponse confirms QueueService. */
export type QueueServiceResponse = Base;
/** Clear empties the queue of a prompt resource. */
export interface Clear extends Base {
    /** The connection of the voice resource. */
    overConnection?: ConnectionID;
    /** The voice resource. */
    resource?: string;
}
/** ClearResponse confirms Clear. */
export type ClearResponse = Base;
/** TerminatingConditions say what ends playing or recording early. */
export type TerminatingConditions = Flags<'durationExceeded' | 'dTMFDigitDetected' | 'endOfMessageDetected' | 'speechDetected'>;
/** EncodingAlgorithm is a way of encoding speech. */
export type EncodingAlgorithm = 'aDPCM6K' | 'aDPCM8K' | 'muLawPCM6K' | 'aLawPCM6K';
/** PeriodToReview is the part of a message to be played again. */
export type PeriodToReview = OneOf<{
    /** Milliseconds back from here. */
    lengthOfReview: Integer;
    startOfMessage: Empty;
}>;
/** AbsolutePosition is an end of a message. */
export type AbsolutePosition = 'startOfMessage' | 'endOfMessage';
/** Period is a place in a message. */
export type Period = OneOf<{
    absolutePosition: AbsolutePosition;
    /** Milliseconds from here, negative to go back. */
    relativePosition: Integer;
}>;
/** Gender is the gender of a voice. */
export type Gender = 'male' | 'female';
/** ControlData says how a text is to be spoken. */
export interface ControlData {
    gender: Gender;
    language?: string;
}
/** AttributeToQuery is an attribute of a message or voice resource. */
export type AttributeToQuery = 'encodingAlgorithm' | 'samplingRate' | 'duration' | 'filename' | 'currentPosition' | 'currentSpeed' | 'currentVolume' | 'currentLevel' | 'currentState' | 'grammars' | 'language' | 'mode' | 'retainAudio' | 'silenceTimeout' | 'maxTimeout' | 'babbleTimeout' | 'endSilence' | 'rejectionThreshold' | 'autoInterruptible' | 'innerXml' | 'interdigitTimeout' | 'preflush';
/** CurrentState is the state of a message or voice resource. */
export type CurrentState = 'formed' | 'dtmfDetected' | 'play' | 'playing' | 'ready' | 'record' | 'review' | 'speechDetected' | 'started' | 'stop' | 'suspendPlay' | 'suspendRecord';
/** VoiceGrammars is a grammar or a set of them: by reference or as XML. */
export type VoiceGrammars = Foreign;
/** RecognitionMode says how many digits or words are recognized. */
export type RecognitionMode = 'automatic' | 'single' | 'multiple';
/** AttributeInfo holds the attributes of a message or voice resource, each with its value. */
export interface AttributeInfo {
    /** Whether the caller may interrupt a prompt. */
    autoInterruptible?: boolean;
    /** How long a caller may speak without matching a grammar, in seconds. */
    babbleTimeout?: number;
    /** From 0 to 100. */
    currentGain?: Integer;
    /** The place it has come to, in milliseconds. */
    currentPosition?: Integer;
    /** Percent of normal speed. */
    currentSpeed?: Integer;
    /** What it is doing. */
    currentState?: CurrentState;
    /** From 0 to 100. */
    currentVolume?: Integer;
    /** How long it is, in milliseconds. */
    duration?: Integer;
    /** How it is encoded. */
    encodingAlgorithm?: EncodingAlgorithm;
    /** How long a caller has to be silent to have finished, in seconds. */
    endSilence?: number;
    filename?: string;
    /** The grammars in use. */
    grammars?: VoiceGrammars;
    /** The text as marked up for speech. */
    innerXml?: Foreign;
    /** How long the next digit may take, in seconds. */
    interdigitTimeout?: number;
    /** The language spoken. */
    language?: string;
    /** How long a caller may speak, in seconds. */
    maxTimeout?: number;
    /** How many digits or words are recognized. */
    mode?: RecognitionMode;
    /** Whether digits received before are forgotten. */
    preflush?: boolean;
    /** How sure recognition has to be, from 0 to 1. */
    rejectionThreshold?: number;
    /** Whether what was heard is kept. */
    retainAudio?: boolean;
    /** Samples per second. */
    samplingRate?: Integer;
    /** How long a caller may be silent, in seconds. */
    silenceTimeout?: number;
}
/**
 * AttributeToSet holds the attributes of a message or voice resource to be set, each with
 * its new value.
 */
export interface AttributeToSet {
    /** Whether the caller may interrupt a prompt. */
    autoInterruptible?: boolean;
    /** How long a caller may speak without matching a grammar, in seconds. */
    babbleTimeout?: number;
    currentGain?: Integer;
    /** Percent of normal speed. */
    currentSpeed?: Integer;
    currentVolume?: Volume;
    /** How long a caller has to be silent to have finished, in seconds. */
    endSilence?: number;
    /** The grammars in use. */
    grammars?: VoiceGrammars;
    /** The text as marked up for speech. */
    innerXml?: Foreign;
    /** How long the next digit may take, in seconds. */
    interdigitTimeout?: number;
    /** The language spoken. */
    language?: string;
    /** How long a caller may speak, in seconds. */
    maxTimeout?: number;
    /** How many digits or words are recognized. */
    mode?: RecognitionMode;
    /** Whether digits received before are forgotten. */
    preflush?: boolean;
    /** How sure recognition has to be, from 0 to 1. */
    rejectionThreshold?: number;
    /** Whether what was heard is kept. */
    retainAudio?: boolean;
    /** How long a caller may be silent, in seconds. */
    silenceTimeout?: number;
}
/** The hub's methods, by name: what goes in and what comes out. */
export interface Services {
    AssociateData: {
        request: AssociateData;
        response: AssociateDataResponse;
    };
    CancelTelephonyTones: {
        request: CancelTelephonyTones;
        response: CancelTelephonyTonesResponse;
    };
    ChangeConnectionInformation: {
        request: ChangeConnectionInformation;
        response: ChangeConnectionInformationResponse;
    };
    GenerateDigits: {
        request: GenerateDigits;
        response: GenerateDigitsResponse;
    };
    GenerateTelephonyTones: {
        request: GenerateTelephonyTones;
        response: GenerateTelephonyTonesResponse;
    };
    SendUserInformation: {
        request: SendUserInformation;
        response: SendUserInformationResponse;
    };
    ConsultationCall: {
        request: ConsultationCall;
        response: ConsultationCallResponse;
    };
    AlternateCall: {
        request: AlternateCall;
        response: AlternateCallResponse;
    };
    ReconnectCall: {
        request: ReconnectCall;
        response: ReconnectCallResponse;
    };
    TransferCall: {
        request: TransferCall;
        response: TransferCallResponse;
    };
    SingleStepTransferCall: {
        request: SingleStepTransferCall;
        response: SingleStepTransferCallResponse;
    };
    ConferenceCall: {
        request: ConferenceCall;
        response: ConferenceCallResponse;
    };
    SingleStepConferenceCall: {
        request: SingleStepConferenceCall;
        response: SingleStepConferenceCallResponse;
    };
    JoinCall: {
        request: JoinCall;
        response: JoinCallResponse;
    };
    IntrudeCall: {
        request: IntrudeCall;
        response: IntrudeCallResponse;
    };
    DeflectCall: {
        request: DeflectCall;
        response: DeflectCallResponse;
    };
    DirectedPickupCall: {
        request: DirectedPickupCall;
        response: DirectedPickupCallResponse;
    };
    GroupPickupCall: {
        request: GroupPickupCall;
        response: GroupPickupCallResponse;
    };
    ParkCall: {
        request: ParkCall;
        response: ParkCallResponse;
    };
    CamponCall: {
        request: CamponCall;
        response: CamponCallResponse;
    };
    CallBack: {
        request: CallBack;
        response: CallBackResponse;
    };
    CallBackMessage: {
        request: CallBackMessage;
        response: CallBackMessageResponse;
    };
    MakeCall: {
        request: MakeCall;
        response: MakeCallResponse;
    };
    AnswerCall: {
        request: AnswerCall;
        response: AnswerCallResponse;
    };
    ClearConnection: {
        request: ClearConnection;
        response: ClearConnectionResponse;
    };
    HoldCall: {
        request: HoldCall;
        response: HoldCallResponse;
    };
    RetrieveCall: {
        request: RetrieveCall;
        response: RetrieveCallResponse;
    };
    MakePredictiveCall: {
        request: MakePredictiveCall;
        response: MakePredictiveCallResponse;
    };
    MakeConnection: {
        request: MakeConnection;
        response: MakeConnectionResponse;
    };
    DialDigits: {
        request: DialDigits;
        response: DialDigitsResponse;
    };
    AcceptCall: {
        request: AcceptCall;
        response: AcceptCallResponse;
    };
    ClearCall: {
        request: ClearCall;
        response: ClearCallResponse;
    };
    SendMessage: {
        request: SendMessage;
        response: SendMessageResponse;
    };
    GetCSTAFeatures: {
        request: GetCSTAFeatures;
        response: GetCSTAFeaturesResponse;
    };
    GetLogicalDeviceInformation: {
        request: GetLogicalDeviceInformation;
        response: GetLogicalDeviceInformationResponse;
    };
    GetPhysicalDeviceInformation: {
        request: GetPhysicalDeviceInformation;
        response: GetPhysicalDeviceInformationResponse;
    };
    GetSwitchingFunctionCaps: {
        request: GetSwitchingFunctionCaps;
        response: GetSwitchingFunctionCapsResponse;
    };
    GetSwitchingFunctionDevices: {
        request: GetSwitchingFunctionDevices;
        response: GetSwitchingFunctionDevicesResponse;
    };
    StartCDRTransmission: {
        request: StartCDRTransmission;
        response: StartCDRTransmissionResponse;
    };
    StopCDRTransmission: {
        request: StopCDRTransmission;
        response: StopCDRTransmissionResponse;
    };
    SendStoredCDR: {
        request: SendStoredCDR;
        response: SendStoredCDRResponse;
    };
    StartDataCollection: {
        request: StartDataCollection;
        response: StartDataCollectionResponse;
    };
    StopDataCollection: {
        request: StopDataCollection;
        response: StopDataCollectionResponse;
    };
    SuspendDataCollection: {
        request: SuspendDataCollection;
        response: SuspendDataCollectionResponse;
    };
    ResumeDataCollection: {
        request: ResumeDataCollection;
        response: ResumeDataCollectionResponse;
    };
    IORegister: {
        request: IORegister;
        response: IORegisterResponse;
    };
    IORegisterCancel: {
        request: IORegisterCancel;
        response: IORegisterCancelResponse;
    };
    StartDataPath: {
        request: StartDataPath;
        response: StartDataPathResponse;
    };
    StopDataPath: {
        request: StopDataPath;
        response: StopDataPathResponse;
    };
    SuspendDataPath: {
        request: SuspendDataPath;
        response: SuspendDataPathResponse;
    };
    ResumeDataPath: {
        request: ResumeDataPath;
        response: ResumeDataPathResponse;
    };
    SendData: {
        request: SendData;
        response: SendDataResponse;
    };
    FastData: {
        request: FastData;
        response: FastDataResponse;
    };
    SendBroadcastData: {
        request: SendBroadcastData;
        response: SendBroadcastDataResponse;
    };
    SendMulticastData: {
        request: SendMulticastData;
        response: SendMulticastDataResponse;
    };
    GetLocationInformation: {
        request: GetLocationInformation;
        response: GetLocationInformationResponse;
    };
    SetLocationInformation: {
        request: SetLocationInformation;
        response: SetLocationInformationResponse;
    };
    StartLocationTrackingSession: {
        request: StartLocationTrackingSession;
        response: StartLocationTrackingSessionResponse;
    };
    StopLocationTrackingSession: {
        request: StopLocationTrackingSession;
        response: StopLocationTrackingSessionResponse;
    };
    SuspendLocationTrackingSession: {
        request: SuspendLocationTrackingSession;
        response: SuspendLocationTrackingSessionResponse;
    };
    ResumeLocationTrackingSession: {
        request: ResumeLocationTrackingSession;
        response: ResumeLocationTrackingSessionResponse;
    };
    GetLocationTrackingCapabilities: {
        request: GetLocationTrackingCapabilities;
        response: GetLocationTrackingCapabilitiesResponse;
    };
    GetLocationTrackingSessions: {
        request: GetLocationTrackingSessions;
        response: GetLocationTrackingSessionsResponse;
    };
    CallBackNonCallRelated: {
        request: CallBackNonCallRelated;
        response: CallBackNonCallRelatedResponse;
    };
    CallBackMessageNonCallRelated: {
        request: CallBackMessageNonCallRelated;
        response: CallBackMessageNonCallRelatedResponse;
    };
    CancelCallBack: {
        request: CancelCallBack;
        response: CancelCallBackResponse;
    };
    CancelCallBackMessage: {
        request: CancelCallBackMessage;
        response: CancelCallBackMessageResponse;
    };
    GetAgentState: {
        request: GetAgentState;
        response: GetAgentStateResponse;
    };
    GetAutoAnswer: {
        request: GetAutoAnswer;
        response: GetAutoAnswerResponse;
    };
    GetAutoWorkMode: {
        request: GetAutoWorkMode;
        response: GetAutoWorkModeResponse;
    };
    GetCallBack: {
        request: GetCallBack;
        response: GetCallBackResponse;
    };
    GetCallerIDStatus: {
        request: GetCallerIDStatus;
        response: GetCallerIDStatusResponse;
    };
    GetDoNotDisturb: {
        request: GetDoNotDisturb;
        response: GetDoNotDisturbResponse;
    };
    GetForwarding: {
        request: GetForwarding;
        response: GetForwardingResponse;
    };
    GetLastNumberDialed: {
        request: GetLastNumberDialed;
        response: GetLastNumberDialedResponse;
    };
    GetRouteingMode: {
        request: GetRouteingMode;
        response: GetRouteingModeResponse;
    };
    SetAgentState: {
        request: SetAgentState;
        response: SetAgentStateResponse;
    };
    SetAutoAnswer: {
        request: SetAutoAnswer;
        response: SetAutoAnswerResponse;
    };
    SetAutoWorkMode: {
        request: SetAutoWorkMode;
        response: SetAutoWorkModeResponse;
    };
    SetCallerIDStatus: {
        request: SetCallerIDStatus;
        response: SetCallerIDStatusResponse;
    };
    SetDoNotDisturb: {
        request: SetDoNotDisturb;
        response: SetDoNotDisturbResponse;
    };
    SetForwarding: {
        request: SetForwarding;
        response: SetForwardingResponse;
    };
    SetRouteingMode: {
        request: SetRouteingMode;
        response: SetRouteingModeResponse;
    };
    AttachMediaService: {
        request: AttachMediaService;
        response: AttachMediaServiceResponse;
    };
    DetachMediaService: {
        request: DetachMediaService;
        response: DetachMediaServiceResponse;
    };
    MonitorStart: {
        request: MonitorStart;
        response: MonitorStartResponse;
    };
    MonitorStop: {
        request: MonitorStop;
        response: MonitorStopResponse;
    };
    ChangeMonitorFilter: {
        request: ChangeMonitorFilter;
        response: ChangeMonitorFilterResponse;
    };
    GetMonitors: {
        request: GetMonitors;
        response: GetMonitorsResponse;
    };
    ButtonPress: {
        request: ButtonPress;
        response: ButtonPressResponse;
    };
    GetAuditoryApparatusInformation: {
        request: GetAuditoryApparatusInformation;
        response: GetAuditoryApparatusInformationResponse;
    };
    GetButtonInformation: {
        request: GetButtonInformation;
        response: GetButtonInformationResponse;
    };
    GetDisplay: {
        request: GetDisplay;
        response: GetDisplayResponse;
    };
    GetHookswitchStatus: {
        request: GetHookswitchStatus;
        response: GetHookswitchStatusResponse;
    };
    GetLampInformation: {
        request: GetLampInformation;
        response: GetLampInformationResponse;
    };
    GetLampMode: {
        request: GetLampMode;
        response: GetLampModeResponse;
    };
    GetMessageWaitingIndicator: {
        request: GetMessageWaitingIndicator;
        response: GetMessageWaitingIndicatorResponse;
    };
    GetMicrophoneGain: {
        request: GetMicrophoneGain;
        response: GetMicrophoneGainResponse;
    };
    GetMicrophoneMute: {
        request: GetMicrophoneMute;
        response: GetMicrophoneMuteResponse;
    };
    GetRingerStatus: {
        request: GetRingerStatus;
        response: GetRingerStatusResponse;
    };
    GetSpeakerMute: {
        request: GetSpeakerMute;
        response: GetSpeakerMuteResponse;
    };
    GetSpeakerVolume: {
        request: GetSpeakerVolume;
        response: GetSpeakerVolumeResponse;
    };
    SetButtonInformation: {
        request: SetButtonInformation;
        response: SetButtonInformationResponse;
    };
    SetDisplay: {
        request: SetDisplay;
        response: SetDisplayResponse;
    };
    SetHookswitchStatus: {
        request: SetHookswitchStatus;
        response: SetHookswitchStatusResponse;
    };
    SetLampMode: {
        request: SetLampMode;
        response: SetLampModeResponse;
    };
    SetMessageWaitingIndicator: {
        request: SetMessageWaitingIndicator;
        response: SetMessageWaitingIndicatorResponse;
    };
    SetMicrophoneGain: {
        request: SetMicrophoneGain;
        response: SetMicrophoneGainResponse;
    };
    SetMicrophoneMute: {
        request: SetMicrophoneMute;
        response: SetMicrophoneMuteResponse;
    };
    SetRingerStatus: {
        request: SetRingerStatus;
        response: SetRingerStatusResponse;
    };
    SetSpeakerMute: {
        request: SetSpeakerMute;
        response: SetSpeakerMuteResponse;
    };
    SetSpeakerVolume: {
        request: SetSpeakerVolume;
        response: SetSpeakerVolumeResponse;
    };
    RouteRegister: {
        request: RouteRegister;
        response: RouteRegisterResponse;
    };
    RouteRegisterCancel: {
        request: RouteRegisterCancel;
        response: RouteRegisterCancelResponse;
    };
    StartApplicationSession: {
        request: StartApplicationSession;
        response: StartApplicationSessionPosResponse;
    };
    StopApplicationSession: {
        request: StopApplicationSession;
        response: StopApplicationSessionPosResponse;
    };
    ResetApplicationSessionTimer: {
        request: ResetApplicationSessionTimer;
        response: ResetApplicationSessionTimerPosResponse;
    };
    SnapshotDevice: {
        request: SnapshotDevice;
        response: SnapshotDeviceResponse;
    };
    SnapshotCall: {
        request: SnapshotCall;
        response: SnapshotCallResponse;
    };
    SystemRegister: {
        request: SystemRegister;
        response: SystemRegisterResponse;
    };
    SystemRegisterCancel: {
        request: SystemRegisterCancel;
        response: SystemRegisterCancelResponse;
    };
    ChangeSysStatFilter: {
        request: ChangeSysStatFilter;
        response: ChangeSysStatFilterResponse;
    };
    RequestSystemStatus: {
        request: RequestSystemStatus;
        response: RequestSystemStatusResponse;
    };
    SystemStatus: {
        request: SystemStatus;
        response: SystemStatusResponse;
    };
    GetRegistrations: {
        request: GetRegistrations;
        response: GetRegistrationsResponse;
    };
    MonitorTrunk: {
        request: MonitorTrunk;
        response: MonitorStartResponse;
    };
    GetCallProfile: {
        request: GetCallProfile;
        response: GetCallProfileResponse;
    };
    SetCallProfile: {
        request: SetCallProfile;
        response: SetCallProfileResponse;
    };
    GetQueue: {
        request: GetQueue;
        response: GetQueueResponse;
    };
    GetQueueMember: {
        request: GetQueueMember;
        response: GetQueueMemberResponse;
    };
    SetQueueMember: {
        request: SetQueueMember;
        response: SetQueueMemberResponse;
    };
    EscapeRegister: {
        request: EscapeRegister;
        response: EscapeRegisterResponse;
    };
    EscapeRegisterCancel: {
        request: EscapeRegisterCancel;
        response: EscapeRegisterCancelResponse;
    };
    Escape: {
        request: Escape;
        response: EscapeResponse;
    };
    PrivateDataVersionSelection: {
        request: PrivateDataVersionSelection;
        response: PrivateDataVersionSelectionResponse;
    };
    PlayMessage: {
        request: PlayMessage;
        response: PlayMessageResponse;
    };
    RecordMessage: {
        request: RecordMessage;
        response: RecordMessageResponse;
    };
    Stop: {
        request: Stop;
        response: StopResponse;
    };
    Suspend: {
        request: Suspend;
        response: SuspendResponse;
    };
    Resume: {
        request: Resume;
        response: ResumeResponse;
    };
    Review: {
        request: Review;
        response: ReviewResponse;
    };
    Reposition: {
        request: Reposition;
        response: RepositionResponse;
    };
    ConcatenateMessage: {
        request: ConcatenateMessage;
        response: ConcatenateMessageResponse;
    };
    DeleteMessage: {
        request: DeleteMessage;
        response: DeleteMessageResponse;
    };
    SynthesizeMessage: {
        request: SynthesizeMessage;
        response: SynthesizeMessageResponse;
    };
    QueryVoiceAttribute: {
        request: QueryVoiceAttribute;
        response: QueryVoiceAttributeResponse;
    };
    SetVoiceAttribute: {
        request: SetVoiceAttribute;
        response: SetVoiceAttributeResponse;
    };
    Activate: {
        request: Activate;
        response: ActivateResponse;
    };
    Deactivate: {
        request: Deactivate;
        response: DeactivateResponse;
    };
    Start: {
        request: Start;
        response: StartResponse;
    };
    QueueService: {
        request: QueueService;
        response: QueueServiceResponse;
    };
    Clear: {
        request: Clear;
        response: ClearResponse;
    };
}
/** The events, by the name of the client method they arrive as. */
export interface Events {
    CallInformation: CallInformationEvent;
    Charging: ChargingEvent;
    DigitsGenerated: DigitsGeneratedEvent;
    TelephonyTonesGenerated: TelephonyTonesGeneratedEvent;
    ServiceCompletionFailure: ServiceCompletionFailureEvent;
    ServiceInitiated: ServiceInitiatedEvent;
    Originated: OriginatedEvent;
    Delivered: DeliveredEvent;
    Established: EstablishedEvent;
    Held: HeldEvent;
    Retrieved: RetrievedEvent;
    Failed: FailedEvent;
    NetworkReached: NetworkReachedEvent;
    ConnectionCleared: ConnectionClearedEvent;
    Offered: OfferedEvent;
    Queued: QueuedEvent;
    Diverted: DivertedEvent;
    Transfered: TransferedEvent;
    Conferenced: ConferencedEvent;
    Bridged: BridgedEvent;
    DigitsDialed: DigitsDialedEvent;
    NetworkCapabilitiesChanged: NetworkCapabilitiesChangedEvent;
    CallCleared: CallClearedEvent;
    AgentBusy: AgentBusyEvent;
    AgentLoggedOff: AgentLoggedOffEvent;
    AgentLoggedOn: AgentLoggedOnEvent;
    AgentNotReady: AgentNotReadyEvent;
    AgentReady: AgentReadyEvent;
    AgentWorkingAfterCall: AgentWorkingAfterCallEvent;
    AutoAnswer: AutoAnswerEvent;
    AutoWorkMode: AutoWorkModeEvent;
    CallBack: CallBackEvent;
    CallBackMessage: CallBackMessageEvent;
    CallerIDStatus: CallerIDStatusEvent;
    DoNotDisturb: DoNotDisturbEvent;
    Forwarding: ForwardingEvent;
    Routeing: RouteingEvent;
    BackInService: BackInServiceEvent;
    DeviceCapsChanged: DeviceCapsChangedEvent;
    OutOfService: OutOfServiceEvent;
    PartiallyInService: PartiallyInServiceEvent;
    MediaAttached: MediaAttachedEvent;
    MediaDetached: MediaDetachedEvent;
    ButtonInformation: ButtonInformationEvent;
    ButtonPress: ButtonPressEvent;
    DisplayUpdated: DisplayUpdatedEvent;
    Hookswitch: HookswitchEvent;
    LampMode: LampModeEvent;
    MessageWaiting: MessageWaitingEvent;
    MicrophoneGain: MicrophoneGainEvent;
    MicrophoneMute: MicrophoneMuteEvent;
    RingerStatus: RingerStatusEvent;
    SpeakerMute: SpeakerMuteEvent;
    SpeakerVolume: SpeakerVolumeEvent;
    MonitorStarted: MonitorStartedEvent;
    OutgoingNumbers: OutgoingNumbersEvent;
    QueueMember: QueueMemberEvent;
    QueueAdded: QueueAddedEvent;
    QueueRemoved: QueueRemovedEvent;
    QueueStatistics: QueueStatisticsEvent;
    Private: PrivateEvent;
    BookmarkReached: BookmarkReachedEvent;
    Completed: CompletedEvent;
    DtmfDetected: DTMFDetectedEvent;
    Emptied: EmptiedEvent;
    InterruptionDetected: InterruptionDetectedEvent;
    NotRecognized: NotRecognizedEvent;
    Play: PlayEvent;
    Recognized: RecognizedEvent;
    Record: RecordEvent;
    Review: ReviewEvent;
    SilenceTimeoutExpired: SilenceTimeoutExpiredEvent;
    SpeechDetected: SpeechDetectedEvent;
    Started: StartedEvent;
    Stop: StopEvent;
    SuspendPlay: SuspendPlayEvent;
    SuspendRecord: SuspendRecordEvent;
    VoiceAttributeChanged: VoiceAttributeChangedEvent;
    VoiceErrorOccurred: VoiceErrorOccurredEvent;
}
/** What the server asks of or tells the client, by the name of the client method. */
export interface ServerRequests {
    SwitchingFunctionDevices: SwitchingFunctionDevices;
    StopCDRTransmission: StopCDRTransmission;
    CDRNotification: CDRNotification;
    CDRReport: CDRReport;
    DataCollected: DataCollected;
    DataCollectionSuspended: DataCollectionSuspended;
    DataCollectionResumed: DataCollectionResumed;
    IORegisterAbort: IORegisterAbort;
    StartDataPath: StartDataPath;
    StopDataPath: StopDataPath;
    DataPathSuspended: DataPathSuspended;
    DataPathResumed: DataPathResumed;
    SendData: SendData;
    FastData: FastData;
    LocationInformationReport: LocationInformationReport;
    LocationTrackingSessionSuspended: LocationTrackingSessionSuspended;
    LocationTrackingSessionResumed: LocationTrackingSessionResumed;
    LocationSessionInfo: LocationSessionInfo;
    MonitorStop: MonitorStop;
    MonitorInfo: MonitorInfo;
    RouteRegisterAbort: RouteRegisterAbort;
    RouteRequest: RouteRequest;
    ReRoute: ReRoute;
    RouteUsed: RouteUsed;
    RouteEnd: RouteEnd;
    ApplicationSessionTerminated: ApplicationSessionTerminated;
    SnapshotDeviceData: SnapshotDeviceData;
    SnapshotCallData: SnapshotCallData;
    SystemRegisterAbort: SystemRegisterAbort;
    RequestSystemStatus: RequestSystemStatus;
    SystemStatus: SystemStatus;
    SwFunctionCapsChanged: SwFunctionCapsChanged;
    SwFunctionDevicesChanged: SwFunctionDevicesChanged;
    RegistrationInfo: RegistrationInfo;
    EscapeRegisterAbort: EscapeRegisterAbort;
    Escape: Escape;
}
