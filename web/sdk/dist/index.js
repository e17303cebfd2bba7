import { HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
// src/errors.ts
/** The server has answered, and does not do what it was asked to. */
var Refusal = class extends Error {
	code;
	detail;
	name = "Refusal";
	constructor(code, detail) {
		super(detail === "" ? code : `${code}: ${detail}`);
		this.code = code;
		this.detail = detail;
	}
};
/** The connection was lost, or was not there, so that nobody knows whether the request was carried out. */
var NoAnswer = class extends Error {
	name = "NoAnswer";
};
/**
* Makes a value of what becomes of a request: what it gives, or the Refusal or NoAnswer that it fails with.
* Any other error is a defect of the program, and is thrown on.
*/
async function outcome(request) {
	try {
		return {
			ok: true,
			value: await request
		};
	} catch (error) {
		if (error instanceof Refusal || error instanceof NoAnswer) return {
			ok: false,
			error
		};
		throw error;
	}
}
// src/model/observable.ts
/** Something whose changes others want to hear of. */
var Observable = class {
	listeners = /* @__PURE__ */ new Set();
	/** Calls listener after every change, until the function that it returns is called. */
	subscribe(listener) {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}
	changed() {
		for (const listener of this.listeners) listener();
	}
};
// src/connection/backoff.ts
var seconds = [
	0,
	1,
	2,
	4,
	8,
	15
];
/**
* How long to wait before trying again, in milliseconds: not at all at first, 15 s in the end, and never
* exactly as long as everybody else who lost the same server. It does not give up.
*/
function backoff(failedAttempts, random = Math.random) {
	const wait = seconds[Math.min(failedAttempts, seconds.length - 1)] ?? 0;
	return Math.round(wait * 1e3 * (.75 + random() / 2));
}
// src/connection/failure.ts
var refusal = /^(?:CSTAErrorCode|\w+NegResponse) ([\w.]+)(?:: (.*))?$/s;
/** Tells a failed hub invocation that the server refused from one that was not answered. */
function invocationFailure(error) {
	const text = error instanceof Error ? error.message : String(error);
	const [, code, detail] = refusal.exec(text) ?? [];
	return code === void 0 ? new NoAnswer(text) : new Refusal(code, detail ?? "");
}
/** Reads the status out of the text that the SignalR client puts it in: it keeps it nowhere else. */
function startFailure(error) {
	const text = error instanceof Error ? error.message : String(error);
	const status = Number(/Status code '(\d{3})'/.exec(text)?.[1]);
	if (status === 401) return { kind: "unauthorized" };
	if (status >= 400 && status < 500 && !(status === 408 || status === 425 || status === 429)) return {
		kind: "refused",
		reason: negotiateReason(text, status)
	};
	return { kind: "unreachable" };
}
/** The server's own text, out of what the client wraps around it. */
function negotiateReason(text, status) {
	const inner = /: Error: (.*): Status code/s.exec(text)?.[1]?.trim();
	return inner === void 0 || inner === "" ? `HTTP status ${status}` : inner;
}
// src/connection/names.ts
var events = {
	CallInformation: true,
	Charging: true,
	DigitsGenerated: true,
	TelephonyTonesGenerated: true,
	ServiceCompletionFailure: true,
	ServiceInitiated: true,
	Originated: true,
	Delivered: true,
	Established: true,
	Held: true,
	Retrieved: true,
	Failed: true,
	NetworkReached: true,
	ConnectionCleared: true,
	Offered: true,
	Queued: true,
	Diverted: true,
	Transfered: true,
	Conferenced: true,
	Bridged: true,
	DigitsDialed: true,
	NetworkCapabilitiesChanged: true,
	CallCleared: true,
	AgentBusy: true,
	AgentLoggedOff: true,
	AgentLoggedOn: true,
	AgentNotReady: true,
	AgentReady: true,
	AgentWorkingAfterCall: true,
	AutoAnswer: true,
	AutoWorkMode: true,
	CallBack: true,
	CallBackMessage: true,
	CallerIDStatus: true,
	DoNotDisturb: true,
	Forwarding: true,
	Routeing: true,
	BackInService: true,
	DeviceCapsChanged: true,
	OutOfService: true,
	PartiallyInService: true,
	MediaAttached: true,
	MediaDetached: true,
	ButtonInformation: true,
	ButtonPress: true,
	DisplayUpdated: true,
	Hookswitch: true,
	LampMode: true,
	MessageWaiting: true,
	MicrophoneGain: true,
	MicrophoneMute: true,
	RingerStatus: true,
	SpeakerMute: true,
	SpeakerVolume: true,
	MonitorStarted: true,
	OutgoingNumbers: true,
	QueueMember: true,
	QueueAdded: true,
	QueueRemoved: true,
	QueueStatistics: true,
	Private: true,
	BookmarkReached: true,
	Completed: true,
	DtmfDetected: true,
	Emptied: true,
	InterruptionDetected: true,
	NotRecognized: true,
	Play: true,
	Recognized: true,
	Record: true,
	Review: true,
	SilenceTimeoutExpired: true,
	SpeechDetected: true,
	Started: true,
	Stop: true,
	SuspendPlay: true,
	SuspendRecord: true,
	VoiceAttributeChanged: true,
	VoiceErrorOccurred: true
};
var requests = {
	SwitchingFunctionDevices: true,
	StopCDRTransmission: true,
	CDRNotification: true,
	CDRReport: true,
	DataCollected: true,
	DataCollectionSuspended: true,
	DataCollectionResumed: true,
	IORegisterAbort: true,
	StartDataPath: true,
	StopDataPath: true,
	DataPathSuspended: true,
	DataPathResumed: true,
	SendData: true,
	FastData: true,
	LocationInformationReport: true,
	LocationTrackingSessionSuspended: true,
	LocationTrackingSessionResumed: true,
	LocationSessionInfo: true,
	MonitorStop: true,
	MonitorInfo: true,
	RouteRegisterAbort: true,
	RouteRequest: true,
	ReRoute: true,
	RouteUsed: true,
	RouteEnd: true,
	ApplicationSessionTerminated: true,
	SnapshotDeviceData: true,
	SnapshotCallData: true,
	SystemRegisterAbort: true,
	RequestSystemStatus: true,
	SystemStatus: true,
	SwFunctionCapsChanged: true,
	SwFunctionDevicesChanged: true,
	RegistrationInfo: true,
	EscapeRegisterAbort: true,
	Escape: true
};
/** The events. */
var eventNames = Object.keys(events);
/** What the server asks of or tells a client, besides events. */
var requestNames = Object.keys(requests);
// src/connection/pause.ts
/** A wait that can be cut short. */
var Pause = class {
	end;
	/** Waits for ms milliseconds, or until skip is called. */
	async wait(ms) {
		await new Promise((resolve) => {
			const timer = setTimeout(resolve, ms);
			this.end = () => {
				clearTimeout(timer);
				resolve();
			};
		});
		this.end = void 0;
	}
	/** Does nothing while nobody waits. */
	skip() {
		this.end?.();
	}
};
// src/connection/quality.ts
/** From how many milliseconds on a connection is only fair, and poor. A button feels slow, then broken. */
var fair = 200;
var poor = 800;
/** How much the latest answer counts. */
var weight = .3;
/** The round trip after another answer. */
function smoothed(before, latest) {
	return before === void 0 ? latest : before + weight * (latest - before);
}
function quality(connected, roundTrip) {
	if (!connected) return {
		grade: "none",
		roundTrip: void 0
	};
	const ms = roundTrip ?? 0;
	return {
		grade: ms >= poor ? "poor" : ms >= fair ? "fair" : "good",
		roundTrip
	};
}
// src/connection/hub.ts
/** A connection that ended sooner than this after it was made counts as a failure, in milliseconds. */
var shortLife = 1e4;
/**
* The connection to the hub. Once started it does not give up: it connects, and connects again, until it is
* stopped or the server says that trying is of no use.
*
* The first connection is a loop of ours, since the SignalR client leaves that to its user. What comes after is
* the client's automatic reconnection, since the client alone knows whether the server wants it back.
*/
var Hub = class extends Observable {
	options;
	state = { kind: "stopped" };
	/** How long an answer takes, in milliseconds, smoothed; undefined before the first one. */
	roundTrip;
	connection;
	attached = /* @__PURE__ */ new Set();
	handlers = /* @__PURE__ */ new Map();
	all = /* @__PURE__ */ new Set();
	stopped = true;
	hasBeenConnected = false;
	connectedAt = 0;
	/** How many connections in a row ended soon after they were made. */
	shortLived = 0;
	/** What follows when the client closes, where it was we who wanted it to. */
	afterClose;
	/** The loop that makes the first connection runs. */
	looping = false;
	pause = new Pause();
	constructor(options) {
		super();
		this.options = options;
		this.connection = options.open({ nextRetryDelayInMilliseconds: ({ previousRetryCount, retryReason }) => this.nextDelay(previousRetryCount, retryReason) });
		this.connection.onreconnected(() => {
			this.connected();
		});
		this.connection.onclose((error) => {
			this.closed(error);
		});
		for (const name of eventNames) this.connection.on(name, (event) => {
			this.each((listener) => {
				listener.event({
					name,
					event
				});
			});
			this.pass(name, event);
		});
		for (const name of requestNames) this.connection.on(name, (request) => {
			this.requested(name, request);
			this.pass(name, request);
		});
	}
	attach(listener) {
		this.attached.add(listener);
		if (this.state.kind === "connected") listener.connected();
		return () => this.attached.delete(listener);
	}
	/** Calls a handler with each message of a name, until the function that it returns is called. */
	on(name, handler) {
		const handlers = this.handlers.get(name) ?? /* @__PURE__ */ new Set();
		this.handlers.set(name, handlers.add(handler));
		return () => handlers.delete(handler);
	}
	start() {
		if (!this.stopped) return;
		this.stopped = false;
		this.connect();
	}
	async stop() {
		this.stopped = true;
		this.pause.skip();
		this.set({ kind: "stopped" });
		await this.connection.stop();
	}
	/** Tries at once what would be tried later, or not at all. */
	retryNow() {
		if (this.stopped) return;
		if (this.looping) this.pause.skip();
		else if (this.state.kind === "refused" || this.state.kind === "unauthorized") this.connect();
		else if (this.state.kind === "reconnecting" && this.afterClose === void 0) {
			this.afterClose = "connect";
			this.connection.stop();
		}
	}
	async invoke(service, request) {
		const sent = performance.now();
		try {
			const response = await this.connection.invoke(service, request);
			this.answered(performance.now() - sent);
			return response;
		} catch (error) {
			const failure = invocationFailure(error);
			if (failure instanceof Refusal) this.answered(performance.now() - sent);
			throw failure;
		}
	}
	/** Calls a handler with every message, until the function that it returns is called. */
	onAny(handler) {
		this.all.add(handler);
		return () => this.all.delete(handler);
	}
	answered(ms) {
		this.roundTrip = smoothed(this.roundTrip, ms);
	}
	async connect() {
		this.looping = true;
		for (let failed = 1; await this.attempt() === "again"; failed++) {
			const ms = backoff(failed);
			this.trying(Date.now() + ms);
			await this.pause.wait(ms);
		}
		this.looping = false;
	}
	async attempt() {
		if (this.stopped) return "done";
		this.trying(void 0);
		try {
			await this.connection.start();
		} catch (error) {
			if (this.state.kind === "stopped") return "done";
			const failure = this.failure(error);
			if (failure.kind === "unreachable") return "again";
			this.set(failure);
			return "done";
		}
		this.connected();
		return "done";
	}
	connected() {
		if (this.stopped) return;
		this.hasBeenConnected = true;
		this.connectedAt = Date.now();
		this.set({ kind: "connected" });
		this.each((listener) => {
			listener.connected();
		});
	}
	/** Is asked by the client when a connection was lost, and after each failure to make it again. */
	nextDelay(failed, reason) {
		if (failed === 0) {
			this.shortLived = Date.now() - this.connectedAt < shortLife ? this.shortLived + 1 : 0;
			this.disconnected();
		}
		const failure = this.failure(reason);
		if (failure.kind !== "unreachable") {
			this.afterClose = failure;
			return null;
		}
		const delay = backoff(failed + this.shortLived);
		this.trying(Date.now() + delay);
		return delay;
	}
	failure(error) {
		return this.options.denied() ? { kind: "unauthorized" } : startFailure(error);
	}
	closed(error) {
		const next = this.afterClose ?? {
			kind: "refused",
			reason: error?.message ?? "The server has closed the connection."
		};
		this.afterClose = void 0;
		if (this.stopped) return;
		this.disconnected();
		if (next === "connect") this.connect();
		else this.set(next);
	}
	disconnected() {
		this.roundTrip = void 0;
		this.each((listener) => {
			listener.disconnected();
		});
	}
	requested(name, request) {
		this.each((listener) => {
			if (name === "MonitorStop") listener.monitorStopped(request);
			if (name === "ApplicationSessionTerminated") listener.sessionTerminated(request);
		});
	}
	each(tell) {
		for (const listener of [...this.attached]) tell(listener);
	}
	pass(name, message) {
		for (const handler of [...this.all]) handler(name, message);
		for (const handler of [...this.handlers.get(name) ?? []]) handler(message);
	}
	trying(retryAt) {
		this.set({
			kind: this.hasBeenConnected ? "reconnecting" : "connecting",
			retryAt
		});
	}
	set(state) {
		this.state = state;
		this.changed();
	}
};
// src/connection/signalr.ts
/** Makes a connection to the hub, not started yet, that shows the tokens it is given. */
function openConnection(url, token, policy) {
	return new HubConnectionBuilder().withUrl(url, { accessTokenFactory: token }).withAutomaticReconnect(policy).withStatefulReconnect().configureLogging(LogLevel.None).build();
}
// src/connection/tokens.ts
/** Says that there is no token any more, and that asking for one again is of no use: the user must log in. */
var Unauthorized = class extends Error {
	name = "Unauthorized";
};
/** Asks the provider for tokens, and remembers whether it had none. */
var Tokens = class {
	provider;
	/** The provider has said that there is no token. */
	denied = false;
	constructor(provider) {
		this.provider = provider;
	}
	next = async () => {
		this.denied = false;
		try {
			return await this.provider();
		} catch (error) {
			this.denied = error instanceof Unauthorized;
			throw error;
		}
	};
};
// src/model/event.ts
/** How an event about one connection of a call tells which it is, and the state it has afterwards. */
var steps = {
	ServiceInitiated: [(e) => e.initiatedConnection, "initiated"],
	DigitsDialed: [(e) => e.dialingConnection, "initiated"],
	Originated: [(e) => e.originatedConnection, "connected"],
	NetworkReached: [(e) => e.outboundConnection, "connected"],
	Offered: [(e) => e.offeredConnection, "alerting"],
	Delivered: [(e) => e.connection, "alerting"],
	Queued: [(e) => e.queuedConnection, "queued"],
	Established: [(e) => e.establishedConnection, "connected"],
	Held: [(e) => e.heldConnection, "hold"],
	Retrieved: [(e) => e.retrievedConnection, "connected"],
	Bridged: [(e) => e.bridgedConnection, "connected"],
	Failed: [(e) => e.failedConnection, "fail"],
	Diverted: [(e) => e.connection, "null"],
	ConnectionCleared: [(e) => e.droppedConnection, "null"]
};
function isStep(e) {
	return Object.hasOwn(steps, e.name);
}
function isMerger(e) {
	return e.name === "Transfered" || e.name === "Conferenced";
}
/** The connection that an event is about, which may be the device's own or another party's. */
function subject(e) {
	return steps[e.name][0](e.event);
}
/** The state that the connection an event is about has after it. */
function stateAfter(e) {
	return steps[e.name][1];
}
/** The number of a device, '' where there is none. */
function numberOf(device) {
	return typeof device === "object" ? device.value : device ?? "";
}
/** The number of a device in an event, '' where it is not known or withheld. */
function extendedNumber(device) {
	return numberOf(device?.deviceIdentifier);
}
// src/model/read.ts
/** The call after an event about one of its connections. Known is the call before it; device is the own one. */
function callAfter(e, device, known) {
	const about = numberOf(subject(e).deviceId);
	const mine = about === device;
	const local = e.event.localConnectionInfo ?? (mine ? stateAfter(e) : known?.local) ?? "null";
	const conference = mine ? known?.conference ?? [] : withParty(known?.conference ?? [], about, e);
	return {
		...party(e.event.privateData, known),
		id: subject(e).callId ?? "",
		called: calledNumber(e) ?? known?.called,
		local,
		remote: mine ? remoteBeside(e, known) : remoteAfter(e, known),
		size: conference.length > 0 ? conference.length + 1 : known?.size ?? 2,
		conference: conference.length > 1 ? conference : [],
		failure: e.name === "Failed" ? e.event.cause : known?.failure,
		permitted: permittedServices(e.event.servicesPermitted)
	};
}
/** The call that a transfer or a conference has left the device with. Known are the calls that went into it. */
function callMerged(e, device, known) {
	const list = connections(e).connectionListItem;
	const mine = list.find((item) => itemNumber(item) === device);
	const first = known[0];
	const conference = e.name === "Conferenced" ? list.filter((item) => item !== mine).map(partyIn(known)) : [];
	return {
		...party(e.event.privateData, first),
		id: mine?.newConnection?.callId ?? first?.id ?? e.event.primaryOldCall.callId ?? "",
		called: first?.called,
		local: e.event.localConnectionInfo ?? first?.local ?? "connected",
		remote: void 0,
		size: e.name === "Conferenced" ? list.length : 2,
		conference,
		failure: void 0,
		permitted: permittedServices(e.event.servicesPermitted)
	};
}
/** A call as a snapshot describes it. */
function callIn(info, known) {
	const states = info.localCallState.compoundCallState?.localConnectionState ?? [];
	return {
		...party(info.privateData, known),
		id: info.connectionIdentifier.callId ?? "",
		called: known?.called,
		local: states[0] ?? "null",
		remote: states.length > 2 ? void 0 : states[1],
		size: states.length,
		conference: known?.conference.length === states.length - 1 && states.length > 2 ? known.conference : [],
		failure: known?.failure,
		permitted: permittedServices(info.servicesPermitted)
	};
}
/** The connections that a transfer or a conference leaves. */
function connections(e) {
	return e.name === "Transfered" ? e.event.transferredConnections : e.event.conferenceConnections;
}
function itemNumber({ newConnection, endpoint }) {
	return numberOf(newConnection?.deviceId) || numberOf(endpoint?.deviceId);
}
/** Makes a party of a connection; the name is found in the calls in which the device met it. */
function partyIn(known) {
	const met = known.flatMap((call) => [call, ...call.conference]);
	return (item) => {
		const number = itemNumber(item);
		return {
			number,
			name: met.find((other) => other.number === number)?.name,
			state: "connected"
		};
	};
}
/** The conference after an event about another party in it. One that is no conference stays none. */
function withParty(parties, number, e) {
	if (parties.length === 0) return parties;
	const state = stateAfter(e);
	if (state === "null") return parties.filter((party) => party.number !== number);
	return parties.some((party) => party.number === number) ? parties.map((party) => party.number === number ? {
		...party,
		state
	} : party) : [...parties, {
		number,
		name: void 0,
		state
	}];
}
/** The other party's state after an event about the own connection. Whoever rings the device is in the call. */
function remoteBeside(e, known) {
	if (known !== void 0) return known.remote;
	return e.name === "Delivered" || e.name === "Offered" ? "connected" : void 0;
}
/** The other party's state after an event about it. One that leaves says nothing of whoever is there instead. */
function remoteAfter(e, known) {
	const state = stateAfter(e);
	return state === "null" || (known?.conference.length ?? 0) > 0 ? void 0 : state;
}
function calledNumber(e) {
	const called = "calledDevice" in e.event ? extendedNumber(e.event.calledDevice) : "";
	return called === "" ? void 0 : called;
}
function party(data, known) {
	const inbound = data?.callDirection === void 0 ? known?.direction === "incoming" : data.callDirection === "Inbound";
	const number = data?.remoteUser ?? known?.number ?? "";
	return {
		direction: inbound ? "incoming" : "outgoing",
		number,
		name: data?.remoteName ?? (number === known?.number ? known.name : void 0),
		started: time(data?.started) ?? known?.started,
		answered: time(data?.answered) ?? known?.answered
	};
}
/** A time in milliseconds since 1970. */
function time(text) {
	const ms = Date.parse(text ?? "");
	return Number.isNaN(ms) ? void 0 : ms;
}
function permittedServices(permitted) {
	const flags = {
		...permitted?.callControlServices,
		...permitted?.callAssociatedServices
	};
	return Object.keys(flags).filter((service) => flags[service] === true);
}
// src/model/board.ts
var emptyBoard = {
	calls: [],
	ended: []
};
/** The board after an event at the device; one that changes no call leaves it as it is. */
function afterEvent(board, e, device) {
	if (isStep(e)) return afterStep(board, e, device);
	if (isMerger(e)) return afterMerger(board, e, device);
	return board;
}
/**
* Whether an event leaves something open that only a snapshot tells: who else is in a call, and what is
* permitted on the calls that it is not about.
*/
function leavesOpen(board, e) {
	if (isMerger(e) || e.name === "Diverted" || e.name === "Bridged" || e.name === "CallInformation") return true;
	return isStep(e) && board.calls.some((call) => call.id !== subject(e).callId || call.size > 2);
}
function afterStep(board, e, device) {
	const id = subject(e).callId;
	const known = board.calls.find((call) => call.id === id);
	const call = callAfter(e, device, known);
	if (call.local !== "null") {
		const calls = known ? board.calls.map((other) => other === known ? call : other) : [...board.calls, call];
		return {
			...board,
			calls
		};
	}
	const end = {
		call: known ?? call,
		at: time(e.event.time),
		cause: e.event.cause,
		by: leaver(e, device),
		to: e.name === "Diverted" ? extendedNumber(e.event.newDestination) : void 0
	};
	return {
		calls: board.calls.filter((other) => other !== known),
		ended: keep([end, ...board.ended])
	};
}
/** Whose doing it was that the device left a call. */
function leaver(e, device) {
	switch (e.name) {
		case "ConnectionCleared": return extendedNumber(e.event.releasingDevice) === device ? "me" : "other";
		case "Diverted": return e.event.cause === "callPickup" ? "other" : "me";
		default: return;
	}
}
function afterMerger(board, e, device) {
	const known = [e.event.primaryOldCall.callId, e.event.secondaryOldCall?.callId].flatMap((id) => board.calls.filter((call) => call.id === id));
	const rest = board.calls.filter((call) => !known.includes(call));
	if (e.event.localConnectionInfo === "null") {
		const by = e.name === "Transfered" && extendedNumber(e.event.transferringDevice) === device ? "me" : "other";
		const to = e.name === "Transfered" ? extendedNumber(e.event.transferredToDevice) : void 0;
		return {
			calls: rest,
			ended: keep([...known.slice(0, 1).map((call) => ({
				call,
				at: time(e.event.time),
				cause: e.event.cause,
				by,
				to
			})), ...board.ended])
		};
	}
	const first = known[0];
	const merged = callMerged(e, device, known);
	if (first === void 0) return {
		...board,
		calls: [...board.calls, merged]
	};
	const calls = board.calls.flatMap((call) => call === first ? [merged] : known.includes(call) ? [] : [call]);
	return {
		...board,
		calls
	};
}
/** The board as a snapshot says it is. A call that it does not list is over, however that came about. */
function afterSnapshot(board, snapshot) {
	const calls = (snapshot.snapshotDeviceResponseInfo ?? []).map((info) => {
		const id = info.connectionIdentifier.callId;
		return callIn(info, board.calls.find((call) => call.id === id));
	});
	return {
		calls,
		ended: keep([...board.calls.filter((call) => !calls.some((other) => other.id === call.id)).map((call) => ({
			call,
			at: void 0,
			cause: void 0,
			by: void 0,
			to: void 0
		})), ...board.ended])
	};
}
/** The conferences of which nobody has told yet who is in them. */
function unknownConferences(board) {
	return board.calls.filter((call) => call.size > 2 && call.conference.length !== call.size - 1);
}
/** The board when SnapshotCall has told who is in a conference. */
function withConference(board, id, { snapshotCallResponseInfo = [] }, device) {
	const names = new Map(board.calls.flatMap((call) => [call, ...call.conference]).map((party) => [party.number, party.name]));
	const parties = snapshotCallResponseInfo.map((info) => ({
		number: extendedNumber(info.deviceOnCall) || numberOf(info.callIdentifier?.deviceId),
		state: info.localConnectionInfo
	})).filter(({ number }) => number !== device).map(({ number, state }) => ({
		number,
		name: names.get(number),
		state
	}));
	const told = (call) => call.id === id && call.size > 2 ? {
		...call,
		size: parties.length + 1,
		conference: parties
	} : call;
	return {
		...board,
		calls: board.calls.map(told)
	};
}
function keep(ended) {
	return ended.slice(0, 5);
}
// src/model/order.ts
/**
* How an event stands to the last one that was taken in: the one that follows it, one that is contained in
* what is known already, or one before which something is missing.
*/
function follows(last, next) {
	if (next.epoch !== last.epoch) return "gap";
	if (next.offset <= last.offset) return "known";
	return next.offset === last.offset + 1 ? "next" : "gap";
}
// src/model/device.ts
/**
* A device that is monitored: its calls as the server knows them, and what can be done with them.
*
* The calls come from a snapshot and the events that follow it. Where the events have a gap, and after each
* reconnection, another snapshot is taken, so that nothing is shown that is not so.
*/
var Device = class extends Observable {
	link;
	number;
	closed;
	board = emptyBoard;
	/** Why the device cannot be monitored. */
	trouble;
	detach;
	reachable = false;
	/** Counts the times the connection was made or lost; answers for an earlier time are of no interest. */
	era = 0;
	crossRef;
	/** The place of the board in the event log; undefined while the board cannot be trusted. */
	position;
	/** The events that came while a snapshot was under way; undefined while none is. */
	meanwhile;
	/** The calls must be asked for: events are missing, or what is permitted on other calls may have changed. */
	stale = false;
	unanswered;
	constructor(link, number, closed = () => void 0) {
		super();
		this.link = link;
		this.number = number;
		this.closed = closed;
		this.detach = link.attach(this);
	}
	/** The calls at the device, oldest first; what they are worth is said by sync. */
	get calls() {
		return this.board.calls;
	}
	/** Ends the use of the device: it is not monitored any more, and hears nothing. */
	close() {
		this.closed();
		this.detach();
		const crossRef = this.crossRef;
		const reachable = this.reachable;
		this.disconnected();
		if (crossRef === void 0 || !reachable) return;
		this.link.invoke("MonitorStop", { monitorCrossRefId: crossRef }).catch(() => void 0);
	}
	/** What the board is worth. */
	get sync() {
		if (!this.reachable) return "away";
		return this.position === void 0 ? "asking" : "current";
	}
	/**
	* Calls a number, and gives the id of the call. With ringFirst the device rings first, and the call goes out
	* when it is picked up. The same request made again after NoAnswer is carried out once.
	*/
	async dial(number, ringFirst = false) {
		const requestId = this.unanswered?.number === number && this.unanswered.ringFirst === ringFirst && this.unanswered ? this.unanswered.requestId : newRequestId();
		this.unanswered = void 0;
		try {
			return (await this.link.invoke("MakeCall", {
				callingDevice: this.number,
				calledDirectoryNumber: number,
				autoOriginate: ringFirst ? "prompt" : "doNotPrompt",
				privateData: { requestId }
			})).callingDevice.callId ?? "";
		} catch (error) {
			if (error instanceof NoAnswer) this.unanswered = {
				number,
				ringFirst,
				requestId
			};
			throw error;
		}
	}
	/** The device's connection in a call, for requests of one's own. */
	connection(call) {
		return {
			callId: call.id,
			deviceId: this.number
		};
	}
	/**
	* Asks for something that is to be done with the calls. What became of it is told by events. A refusal means
	* that the calls are not as they were thought to be: they are asked for before the refusal is told.
	*/
	async request(service, request) {
		try {
			return await this.link.invoke(service, request);
		} catch (error) {
			if (error instanceof Refusal && this.reachable && this.meanwhile === void 0) await this.load(() => this.snapshot());
			throw error;
		}
	}
	/** Takes an ended call off the board. */
	dismiss(id) {
		this.board = {
			...this.board,
			ended: this.board.ended.filter((end) => end.call.id !== id)
		};
		this.changed();
	}
	/** Tries once more to monitor the telephone. */
	retry() {
		this.load(() => this.monitor());
	}
	connected() {
		this.reachable = true;
		this.era++;
		this.meanwhile = void 0;
		this.load(() => this.monitor());
		this.changed();
	}
	disconnected() {
		this.reachable = false;
		this.era++;
		this.meanwhile = void 0;
		this.position = void 0;
		this.changed();
	}
	event(e) {
		this.meanwhile?.push(e);
		if (this.position !== void 0) this.take(e, this.position);
		this.refreshIfStale();
		this.changed();
	}
	monitorStopped(request) {
		if (request.monitorCrossRefId !== this.crossRef) return;
		this.position = void 0;
		this.load(() => this.monitor());
		this.changed();
	}
	sessionTerminated() {}
	/** Takes in an event, the board being at a position. */
	take(e, position) {
		const { event } = e;
		if (!("offset" in event)) return;
		switch (follows(position, event)) {
			case "known": return;
			case "gap":
				this.position = void 0;
				this.stale = true;
				return;
			case "next":
				this.position = {
					epoch: event.epoch,
					offset: event.offset
				};
				if (event.monitorCrossRefId !== this.crossRef) return;
				if (leavesOpen(this.board, e)) this.stale = true;
				this.board = afterEvent(this.board, e, this.number);
		}
	}
	refreshIfStale() {
		if (this.stale && this.meanwhile === void 0) this.load(() => this.snapshot());
	}
	/** Takes a snapshot, and the events that have come since. */
	async load(ask) {
		const era = this.era;
		this.meanwhile = [];
		this.stale = false;
		let snapshot;
		try {
			snapshot = await ask();
		} catch (error) {
			if (era !== this.era) return;
			this.meanwhile = void 0;
			if (error instanceof Refusal) {
				this.position = void 0;
				this.trouble = error;
				this.changed();
			}
			return;
		}
		if (era !== this.era) return;
		const meanwhile = this.meanwhile;
		this.meanwhile = void 0;
		this.trouble = void 0;
		this.stale = false;
		this.position = snapshot.position;
		this.board = afterSnapshot(this.board, snapshot.calls);
		for (const e of meanwhile) if (this.position !== void 0) this.take(e, this.position);
		this.refreshIfStale();
		this.changed();
		this.meetConferences(era);
	}
	/** Asks who is in the conferences that a snapshot only counts. */
	async meetConferences(era) {
		for (const call of unknownConferences(this.board)) try {
			const { crossRefIdorSnapshotData: told } = await this.link.invoke("SnapshotCall", { snapshotObject: this.connection(call) });
			if (era !== this.era) return;
			this.board = withConference(this.board, call.id, told.snapshotData ?? {}, this.number);
			this.changed();
		} catch {}
	}
	/** Monitors the telephone, and asks for its calls in the same breath. */
	async monitor() {
		const response = await this.link.invoke("MonitorStart", {
			monitorObject: { deviceObject: this.number },
			privateData: { snapshot: true }
		});
		this.crossRef = response.monitorCrossRefId;
		return {
			calls: response.privateData?.snapshotData ?? {},
			position: positionOf(response.privateData)
		};
	}
	async snapshot() {
		const response = await this.link.invoke("SnapshotDevice", { snapshotObject: this.number });
		return {
			calls: response.crossRefIdorSnapshotData.snapshotData ?? {},
			position: positionOf(response.privateData)
		};
	}
};
/** The hub puts a position into every snapshot; without one the next event is a gap, and asks for another. */
function positionOf(data) {
	return {
		epoch: data?.epoch ?? "",
		offset: data?.offset ?? 0
	};
}
/** Unlike crypto.randomUUID this works on pages that come by plain HTTP, too. */
function newRequestId() {
	const bytes = crypto.getRandomValues(/* @__PURE__ */ new Uint8Array(12));
	return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}
// src/client.ts
/** How often a connection that is silent is asked for an answer, in milliseconds. */
var probeEvery = 2e4;
/**
* A client of a cstahub server. Started, it connects, and connects again whenever the connection is lost, until
* it is stopped or the server says that trying is of no use. Subscribe to it for changes of state and quality.
*/
var Client = class extends Observable {
	/** Every CSTA service that the hub has as a method, such as client.services.makeCall({…}). */
	services;
	hub;
	devices = /* @__PURE__ */ new Map();
	probe;
	constructor({ url = "", token }) {
		super();
		const tokens = new Tokens(token);
		this.hub = new Hub({
			open: (policy) => openConnection(`${url.replace(/\/$/, "")}/csta`, tokens.next, policy),
			denied: () => tokens.denied
		});
		this.services = methods((service, request) => this.invoke(service, request));
		this.hub.subscribe(() => {
			this.measure();
			this.changed();
		});
	}
	/** How the client stands to the server. */
	get state() {
		return this.hub.state;
	}
	/** How well the server is reached. */
	get quality() {
		return quality(this.state.kind === "connected", this.hub.roundTrip);
	}
	/** Begins to connect. */
	start() {
		this.hub.start();
	}
	/** Ends the connection. Calls go on without it. */
	stop() {
		return this.hub.stop();
	}
	/** Tries at once what would be tried later, or not at all. */
	retryNow() {
		this.hub.retryNow();
	}
	/** Asks for a service; fails with Refusal or NoAnswer. */
	invoke(service, request) {
		return this.hub.invoke(service, request);
	}
	/**
	* Calls a handler with each event or request of the server that has a name, such as "Delivered", until the
	* function that it returns is called. Nothing arrives before something is monitored.
	*/
	on(name, handler) {
		return this.hub.on(name, handler);
	}
	/** Calls a handler with every event and request of the server, until the function that it returns is called. */
	onAny(handler) {
		return this.hub.onAny(handler);
	}
	/** The device of a number, monitored and kept up to date; the same one for everybody who asks. */
	device(number) {
		const known = this.devices.get(number);
		if (known !== void 0) return known;
		const device = new Device(this.hub, number, () => this.devices.delete(number));
		this.devices.set(number, device);
		return device;
	}
	/** Keeps the round trip up to date while there is a connection. */
	measure() {
		if (this.state.kind !== "connected") {
			clearTimeout(this.probe);
			this.probe = void 0;
			return;
		}
		if (this.probe !== void 0) return;
		this.probe = setTimeout(() => {
			this.probe = void 0;
			this.invoke("RequestSystemStatus", {}).catch(() => void 0).then(() => {
				this.measure();
				this.changed();
			});
		}, probeEvery);
	}
};
/** Makes methods of the services, whatever services there are. */
function methods(invoke) {
	return new Proxy({}, { get: (_, name) => typeof name === "string" && name !== "then" ? (request) => invoke(name.charAt(0).toUpperCase() + name.slice(1), request) : void 0 });
}
// src/model/actions.ts
var actions_exports = /* @__PURE__ */ __exportAll({
	add: () => add,
	answer: () => answer,
	campOn: () => campOn,
	conference: () => conference,
	consult: () => consult,
	deflect: () => deflect,
	digits: () => digits,
	hangUp: () => hangUp,
	hold: () => hold,
	intrude: () => intrude,
	park: () => park,
	pickUp: () => pickUp,
	pickUpInGroup: () => pickUpInGroup,
	reconnect: () => reconnect,
	retrieve: () => retrieve,
	swap: () => swap,
	transfer: () => transfer,
	transferTo: () => transferTo
});
/** Answers a call that rings (AnswerCall). */
async function answer(device, call) {
	await device.request("AnswerCall", { callToBeAnswered: device.connection(call) });
}
/** Leaves a call, or rejects one that rings (ClearConnection). */
async function hangUp(device, call) {
	await device.request("ClearConnection", { connectionToBeCleared: device.connection(call) });
}
/** Puts a call on hold (HoldCall). */
async function hold(device, call) {
	await device.request("HoldCall", { callToBeHeld: device.connection(call) });
}
/** Takes a call up again that is on hold (RetrieveCall). */
async function retrieve(device, call) {
	await device.request("RetrieveCall", { callToBeRetrieved: device.connection(call) });
}
/** Puts the active call on hold and takes up the one that is (AlternateCall). */
async function swap(device, held, active) {
	await device.request("AlternateCall", {
		heldCall: device.connection(held),
		activeCall: device.connection(active)
	});
}
/** Puts a call on hold and calls somebody about it (ConsultationCall); gives the id of the new call. */
async function consult(device, call, number) {
	const { initiatedCall } = await device.request("ConsultationCall", {
		existingCall: device.connection(call),
		consultedDevice: number
	});
	return initiatedCall.callId ?? "";
}
/** Leaves the call that asked, and goes back to the one on hold (ReconnectCall). */
async function reconnect(device, held, active) {
	await device.request("ReconnectCall", {
		heldCall: device.connection(held),
		activeCall: device.connection(active)
	});
}
/** Connects the parties of two calls with each other and leaves both, answered or not (TransferCall). */
async function transfer(device, held, active) {
	await device.request("TransferCall", {
		heldCall: device.connection(held),
		activeCall: device.connection(active)
	});
}
/** Sends a call on to a number without asking there first (SingleStepTransferCall). */
async function transferTo(device, call, number) {
	await device.request("SingleStepTransferCall", {
		activeCall: device.connection(call),
		transferredTo: number
	});
}
/** Makes one call of two (ConferenceCall). */
async function conference(device, held, active) {
	await device.request("ConferenceCall", {
		heldCall: device.connection(held),
		activeCall: device.connection(active)
	});
}
/** Calls somebody into a call (SingleStepConferenceCall). */
async function add(device, call, number, participationType = "active") {
	await device.request("SingleStepConferenceCall", {
		activeCall: device.connection(call),
		deviceToJoin: number,
		participationType
	});
}
/** Sends a call that rings to another number (DeflectCall). */
async function deflect(device, call, number) {
	await device.request("DeflectCall", {
		callToBeDiverted: device.connection(call),
		newDestination: { device: [number] }
	});
}
/** Leaves a call waiting at a place where anybody may pick it up (ParkCall). */
async function park(device, call, place) {
	await device.request("ParkCall", {
		parking: device.connection(call),
		parkTo: place
	});
}
/** Takes the call that rings or waits at a number (DirectedPickupCall). */
async function pickUp(device, number) {
	await device.request("DirectedPickupCall", {
		callToBePickedUp: { deviceId: number },
		requestingDevice: device.number
	});
}
/** Takes the call that has been ringing longest in the device's pick-up group (GroupPickupCall). */
async function pickUpInGroup(device) {
	await device.request("GroupPickupCall", { newDestination: device.number });
}
/** Sends digits into a call: 0 to 9, *, #, A to D, and a comma for a pause (GenerateDigits). */
async function digits(device, call, characters) {
	await device.request("GenerateDigits", {
		connectionToSendDigits: device.connection(call),
		charactersToSend: characters
	});
}
/** Waits until a busy number is free (CamponCall). */
async function campOn(device, call) {
	await device.request("CamponCall", { camponConnection: device.connection(call) });
}
/** Goes into the call of a busy number (IntrudeCall). */
async function intrude(device, call, participationType = "active") {
	await device.request("IntrudeCall", {
		intrude: device.connection(call),
		participationType
	});
}
// src/element/press.ts
/** Does what pressing a button means: hangs up the call that it shows, or else calls its number. */
async function dialAndHangUp(device, number, ringFirst, shown, used) {
	try {
		if ("call" in shown && shown.call !== void 0) {
			used({
				kind: "called",
				id: shown.call.id
			});
			await hangUp(device, shown.call);
			return;
		}
		if (shown.state === "calling" || shown.state === "unavailable") return;
		used({ kind: "asked" });
		used({
			kind: "called",
			id: await device.dial(number.replace(/^tel:/i, ""), ringFirst)
		});
	} catch (error) {
		if (!(error instanceof Refusal || error instanceof NoAnswer)) throw error;
		used({
			kind: "failed",
			error
		});
	}
}
// src/model/call.ts
/** Whether a call waits for the device to answer it. The device's own call that prompts it first is not meant. */
function isIncoming(call) {
	return call.direction === "incoming" && call.local === "alerting";
}
/** Whether the other party cannot be reached, or could not reach the device. */
function hasFailed(call) {
	return call.local === "fail" || call.remote === "fail";
}
/** Whether more than two are in the call. */
function isConference(call) {
	return call.size > 2;
}
/** Whether the server permits a service on the call now. */
function may(call, service) {
	return call.permitted.includes(service);
}
// src/element/state.ts
/** What a button for a number shows, when the calls of the telephone are as the board says. */
function shownFor(number, use, board, sync) {
	const call = ours(number, use, board);
	if (call !== void 0) return shownOf(call);
	switch (use.kind) {
		case "asked": return {
			state: "calling",
			prompted: false,
			call: void 0
		};
		case "failed": return {
			state: "failed",
			why: whyNot(use.error),
			call: void 0
		};
		case "called": {
			const end = board.ended.find((ended) => ended.call.id === use.id);
			if (end !== void 0) return shownAfter(end);
			return sync === "current" ? {
				state: "calling",
				prompted: false,
				call: void 0
			} : { state: "unavailable" };
		}
		case "nothing": return sync === "current" ? { state: "idle" } : { state: "unavailable" };
	}
}
/** The call that a button is for: the one it has made, or else one with its number, whoever made that. */
function ours(number, use, board) {
	if (use.kind === "called") return board.calls.find((call) => call.id === use.id);
	if (use.kind !== "nothing") return void 0;
	return board.calls.find((call) => call.direction === "outgoing" && sameNumber(call.number, number));
}
function shownOf(call) {
	if (hasFailed(call)) return {
		state: "failed",
		why: {
			kind: "cause",
			cause: call.failure ?? "busy"
		},
		call
	};
	if (call.answered !== void 0) return {
		state: "connected",
		held: call.local === "hold" || call.remote === "hold",
		call
	};
	if (call.remote === "alerting") return {
		state: "ringing",
		call
	};
	return {
		state: "calling",
		prompted: call.permitted.includes("answerCall"),
		call
	};
}
function shownAfter({ call, cause }) {
	const why = call.failure ?? cause;
	return call.answered !== void 0 || why === void 0 || why === "normalClearing" ? { state: "ended" } : {
		state: "failed",
		why: {
			kind: "cause",
			cause: why
		},
		call: void 0
	};
}
function whyNot(error) {
	if (error instanceof Refusal) return {
		kind: "refusal",
		refusal: error
	};
	if (error instanceof NoAnswer) return { kind: "noAnswer" };
	throw error;
}
/** Whether two numbers are the same but for how they are written. */
function sameNumber(a, b) {
	return plain(a) !== "" && plain(a) === plain(b);
}
function plain(number) {
	return number.replace(/^tel:/i, "").replace(/[\s().\-/]/g, "");
}
// src/element/standard-device.ts
/** The device that buttons use which have not been given another one. */
var StandardDevice = class extends Observable {
	device;
	set(device) {
		this.device = device;
		this.changed();
	}
};
var standardDevice = new StandardDevice();
/** Gives all <csta-call> elements of the page the telephone to call from; undefined takes it from them. */
function useDevice(device) {
	standardDevice.set(device);
}
// src/element/styles.ts
/** The look of <csta-call>: the page's font and colours, which the page may change by parts and properties. */
var css = `
:host {
  display: inline-flex;
  align-items: baseline;
  flex-wrap: wrap;
  gap: 0 0.5em;
  font: inherit;
}
:host([hidden]) { display: none; }
button {
  display: inline-flex;
  align-items: center;
  gap: 0.4em;
  min-block-size: var(--csta-call-size, 1.75em);
  padding: 0 0.6em;
  border: 1px solid var(--csta-call-border, currentColor);
  border-radius: var(--csta-call-radius, 0.4em);
  background: var(--csta-call-background, transparent);
  color: var(--csta-call-color, inherit);
  font: inherit;
  text-align: start;
  cursor: pointer;
}
button:hover { background: var(--csta-call-hover, color-mix(in srgb, currentColor 10%, transparent)); }
button:focus-visible { outline: 2px solid var(--csta-call-focus, currentColor); outline-offset: 2px; }
button[aria-disabled="true"] { border-style: dashed; cursor: not-allowed; }
svg { inline-size: 1em; block-size: 1em; flex: none; }
:host([state="connected"]) svg, :host([state="ringing"]) svg, :host([state="calling"]) svg { rotate: 135deg; }
:host([state="connected"]) button { color: var(--csta-call-connected, inherit); }
:host([state="failed"]) [part="status"] { color: var(--csta-call-failed, inherit); }
[part="status"]:empty, [part="timer"]:empty { display: none; }
[part="timer"] { font-variant-numeric: tabular-nums; }
@media (prefers-reduced-motion: no-preference) {
  svg { transition: rotate 150ms; }
  :host([state="ringing"]) svg { animation: ring 1s ease-in-out infinite; }
  @keyframes ring { 50% { rotate: 115deg; } }
}
@media (forced-colors: active) { button { border-color: ButtonBorder; } }
`;
var sheet;
/** One sheet for all buttons of a page. It needs no style-src in the page's policy. */
function styles() {
	if (sheet === void 0) {
		sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
	}
	return sheet;
}
// src/element/words/en.ts
/** What <csta-call> says, in English. A language is one file like this one; see words.ts. */
var en = {
	call: (who) => `Call ${who}`,
	hangUp: (who) => `Hang up ${who}`,
	unavailable: "Calling is not possible now",
	calling: "Calling",
	pickUp: "Pick up your phone",
	ringing: "Ringing",
	connected: "Connected",
	held: "On hold",
	ended: "Ended",
	failed: (why) => why === "" ? "Not connected" : `Not connected: ${why}`,
	refused: (why) => why === "" ? "The call was refused" : `Refused: ${why}`,
	noAnswer: "The server did not answer",
	causes: {
		blocked: "refused",
		busy: "busy",
		callCancelled: "rejected",
		callNotAnswered: "no answer",
		destNotObtainable: "no such number",
		destOutOfOrder: "out of order",
		doNotDisturb: "does not want to be disturbed",
		invalidNumberFormat: "not a valid number",
		numberUnallocated: "no such number",
		trunksBusy: "all lines are busy"
	}
};
// src/element/words.ts
/** The languages of <csta-call>, by their codes. A page may add one, or change the words of one. */
var callWords = {
	en,
	da: {
		call: (who) => `Ring til ${who}`,
		hangUp: (who) => `Læg på ${who}`,
		unavailable: "Der kan ikke ringes lige nu",
		calling: "Ringer op",
		pickUp: "Tag din telefon",
		ringing: "Ringer",
		connected: "Forbundet",
		held: "På hold",
		ended: "Afsluttet",
		failed: (why) => why === "" ? "Ingen forbindelse" : `Ingen forbindelse: ${why}`,
		refused: (why) => why === "" ? "Opkaldet blev afvist" : `Afvist: ${why}`,
		noAnswer: "Serveren svarede ikke",
		causes: {
			blocked: "afvist",
			busy: "optaget",
			callCancelled: "afvist",
			callNotAnswered: "intet svar",
			destNotObtainable: "nummeret findes ikke",
			destOutOfOrder: "ude af drift",
			doNotDisturb: "vil ikke forstyrres",
			invalidNumberFormat: "ikke et gyldigt nummer",
			numberUnallocated: "nummeret findes ikke",
			trunksBusy: "alle linjer er optaget"
		}
	}
};
/** The words in the language of an element: that of the nearest lang attribute, or English. */
function wordsOf(element) {
	return callWords[(element.closest("[lang]")?.getAttribute("lang") ?? "").toLowerCase().split("-")[0] ?? ""] ?? en;
}
// src/element/csta-call.ts
/** How long a button shows what became of its call before it is ready for the next one, in milliseconds. */
var afterglow = 6e3;
var Base = globalThis.HTMLElement ?? Object;
/**
* A button that calls a number: <csta-call number="+45 22 33 44 55">Bob Berg</csta-call>. It shows what
* becomes of the call, and hangs up when it is pressed again. The attribute "state" tells the state to style
* sheets; "ring-first" has the own telephone ring first. Fires "csta-call-state".
*/
var CallButton = class extends Base {
	static observedAttributes = [
		"number",
		"disabled",
		"lang"
	];
	own;
	watched;
	unsubscribe;
	forgetStandard;
	use = { kind: "nothing" };
	last = "";
	reset;
	tick;
	button;
	slotted;
	status;
	timer;
	constructor() {
		super();
		const root = this.attachShadow({
			mode: "open",
			delegatesFocus: true
		});
		root.adoptedStyleSheets = [styles()];
		const template = document.createElement("template");
		template.innerHTML = `<button part="button" type="button">
      <svg part="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
        stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M6.2 3.5h2.5a1 1 0 0 1 1 .8l.7
        3.1a1 1 0 0 1-.4 1l-1.7 1.3a12.4 12.4 0 0 0 6 6l1.3-1.7a1 1 0 0 1 1-.4l3.1.7a1 1 0 0 1 .8 1v2.5a2 2 0 0
        1-2 2A15.8 15.8 0 0 1 4.2 5.5a2 2 0 0 1 2-2Z"/></svg>
      <span part="label"><slot></slot></span></button>
      <span part="status" role="status"></span><span part="timer" aria-hidden="true"></span>`;
		root.append(template.content);
		this.button = part(root, "button");
		this.slotted = part(root, "slot");
		this.status = part(root, "[part=status]");
		this.timer = part(root, "[part=timer]");
		this.button.addEventListener("click", () => void this.press());
		this.slotted.addEventListener("slotchange", () => {
			this.show();
		});
	}
	/** The number that is called. */
	get number() {
		return this.getAttribute("number") ?? "";
	}
	set number(number) {
		this.setAttribute("number", number);
	}
	/** The telephone that is called from; that of useDevice where none is set. */
	get device() {
		return this.own ?? standardDevice.device;
	}
	set device(device) {
		this.own = device;
		this.follow();
	}
	connectedCallback() {
		this.forgetStandard = standardDevice.subscribe(() => {
			this.follow();
		});
		this.follow();
	}
	disconnectedCallback() {
		this.forgetStandard?.();
		this.unsubscribe?.();
		this.watched = this.unsubscribe = void 0;
		clearTimeout(this.reset);
		clearTimeout(this.tick);
	}
	attributeChangedCallback() {
		if (this.isConnected) this.show();
	}
	follow() {
		if (!this.isConnected) return;
		if (this.device !== this.watched) {
			this.unsubscribe?.();
			this.watched = this.device;
			this.unsubscribe = this.watched?.subscribe(() => {
				this.show();
			});
			this.use = { kind: "nothing" };
		}
		this.show();
	}
	shown() {
		const { watched } = this;
		return shownFor(this.number, this.use, watched?.board ?? emptyBoard, watched?.sync ?? "away");
	}
	async press() {
		const device = this.watched;
		if (device === void 0 || this.button.getAttribute("aria-disabled") === "true") return;
		clearTimeout(this.reset);
		this.reset = void 0;
		await dialAndHangUp(device, this.number, this.hasAttribute("ring-first"), this.shown(), (use) => {
			if (device !== this.watched) return;
			this.use = use;
			this.show();
		});
	}
	/** Brings the page up to date. */
	show() {
		const shown = this.shown();
		const words = wordsOf(this);
		const status = inWords(shown, words);
		const text = this.textContent.trim();
		const busy = "call" in shown && shown.call !== void 0;
		const off = shown.state === "unavailable" || this.hasAttribute("disabled") || this.number.trim() === "";
		const who = text === "" ? this.number : text.includes(this.number) ? text : `${text} ${this.number}`;
		if (text === "" && this.slotted.textContent !== this.number) this.slotted.textContent = this.number;
		this.button.setAttribute("aria-label", busy ? words.hangUp(who) : words.call(who));
		this.button.setAttribute("aria-disabled", String(off && !busy));
		this.button.title = shown.state === "unavailable" ? words.unavailable : "";
		if (this.status.textContent !== status) this.status.textContent = status;
		if (this.getAttribute("state") !== shown.state) this.setAttribute("state", shown.state);
		this.count(shown);
		this.settle(shown);
		const news = `${shown.state} ${status}`;
		if (news === this.last) return;
		this.last = news;
		const callId = "call" in shown ? shown.call?.id : void 0;
		const detail = {
			state: shown.state,
			words: status,
			callId
		};
		this.dispatchEvent(new CustomEvent("csta-call-state", {
			detail,
			bubbles: true,
			composed: true
		}));
	}
	/** Shows how long the call has lasted, once a second. */
	count(shown) {
		clearTimeout(this.tick);
		if (shown.state !== "connected" || shown.call.answered === void 0) {
			this.timer.textContent = "";
			return;
		}
		const seconds = Math.max(0, Math.floor((Date.now() - shown.call.answered) / 1e3));
		this.timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
		this.tick = setTimeout(() => {
			this.count(this.shown());
		}, 1e3);
	}
	/** Makes the button ready for the next call when what became of the last one has been seen. */
	settle(shown) {
		if (!(shown.state === "ended" || shown.state === "failed" && shown.call === void 0) || this.reset !== void 0) return;
		this.reset = setTimeout(() => {
			this.reset = void 0;
			this.use = { kind: "nothing" };
			this.show();
		}, afterglow);
	}
};
/** A part of the button that is there. */
function part(root, selector) {
	const found = root.querySelector(selector);
	if (found === null) throw new Error(`<csta-call> has no ${selector}`);
	return found;
}
function inWords(shown, words) {
	switch (shown.state) {
		case "unavailable":
		case "idle": return "";
		case "calling": return shown.prompted ? words.pickUp : words.calling;
		case "ringing": return words.ringing;
		case "connected": return shown.held ? words.held : words.connected;
		case "ended": return words.ended;
		case "failed": switch (shown.why.kind) {
			case "cause": return words.failed(words.causes[shown.why.cause] ?? shown.why.cause);
			case "refusal": return words.refused(shown.why.refusal.detail);
			case "noAnswer": return words.noAnswer;
		}
	}
}
/** Makes <csta-call> known to the page; does nothing where it is, or where there are no elements. */
function defineCallButton() {
	const registry = globalThis.customElements;
	if (registry !== void 0 && registry.get("csta-call") === void 0) registry.define("csta-call", CallButton);
}
// src/element/find-numbers.ts
/** Digits with what people write between them, not inside of something longer. */
var candidate = /(?<![\w.,:/#@+-])\+?\(?\d[\d ().\u00a0\u2011/-]{4,24}\d(?![\w@:%]|[.,:/-]\d)/g;
/** What looks like a number and is none: dates, addresses of machines, and amounts of money. */
var others = [
	/^\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}$/,
	/^\d{1,2}[-./ ]\d{1,2}[-./ ](19|20)\d{2}$/,
	/^\d{1,3}(\.\d{1,3}){3}$/,
	/^\d{1,3}(\.\d{3})+$/,
	/^\d{4}\s?[-–]\s?\d{4}$/
];
/**
* The phone numbers in a text: seven to fifteen digits, as E.164 has them. What is a date, an IP address or an
* amount is none.
*/
function findNumbers(text) {
	return [...text.matchAll(candidate)].flatMap((match) => {
		const written = match[0];
		const number = (written.startsWith("+") ? "+" : "") + written.replace(/\D/g, "");
		const digits = number.replace("+", "").length;
		return digits >= 7 && digits <= 15 && balanced(written) && !others.some((other) => other.test(written)) ? [{
			start: match.index,
			end: match.index + written.length,
			number
		}] : [];
	});
}
function balanced(text) {
	return text.split("(").length === text.split(")").length;
}
// src/element/link-numbers.ts
/** Where no number is looked for: what is no text for readers, what can be edited, and what says so itself. */
var left = "script, style, noscript, textarea, input, select, button, code, pre, svg, csta-call, [contenteditable], [data-no-call]";
/**
* Turns the phone numbers in a part of a page into <csta-call> buttons: those in its text, and links to "tel:".
* Text is left alone in what can be edited, in code, and where an attribute data-no-call stands. Gives a
* function that ends the watching.
*/
function linkNumbers(root, { accept = () => true, watch = false } = {}) {
	linkWithin(root, accept);
	if (!watch) return () => void 0;
	const observer = new MutationObserver((mutations) => {
		for (const { addedNodes, target } of mutations) {
			const nodes = addedNodes.length > 0 ? [...addedNodes] : [target];
			for (const node of nodes) if (node.isConnected) linkWithin(node, accept);
		}
		observer.takeRecords();
	});
	observer.observe(root, {
		childList: true,
		subtree: true,
		characterData: true
	});
	return () => {
		observer.disconnect();
	};
}
function linkWithin(node, accept) {
	if ((node instanceof Element ? node : node.parentElement)?.closest(left) !== null) return;
	if (node instanceof Element) for (const link of node.querySelectorAll("a[href^=\"tel:\" i]")) linkAnchor(link, accept);
	for (const text of texts(node)) linkText(text, accept);
}
function texts(node) {
	const found = [];
	const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
	if (node instanceof Text) found.push(node);
	while (walker.nextNode() !== null) found.push(walker.currentNode);
	return found.filter((text) => text.parentElement?.closest(`${left}, a`) === null);
}
function linkAnchor(link, accept) {
	const number = decodeURIComponent(link.getAttribute("href") ?? "").replace(/^tel:/i, "");
	if (number === "" || link.closest(left) !== null || !accept(number)) return;
	link.replaceWith(button(number, link.textContent));
}
function linkText(text, accept) {
	const found = findNumbers(text.data).filter(({ number }) => accept(number));
	if (found.length === 0) return;
	const parts = [];
	let at = 0;
	for (const { start, end, number } of found) {
		parts.push(text.data.slice(at, start), button(number, text.data.slice(start, end)));
		at = end;
	}
	text.replaceWith(...parts, text.data.slice(at));
}
function button(number, text) {
	const element = document.createElement("csta-call");
	element.setAttribute("number", number);
	element.textContent = text;
	return element;
}
// src/model/clock.ts
/** How far clocks may be apart before it matters: an HTTP date is no more exact than that. In milliseconds. */
var tolerance = 2e3;
/**
* The server's clock, as well as it is known here. Durations of calls are counted from times that the server
* wrote down; a computer whose clock is wrong would show nonsense.
*/
var ServerClock = class {
	local;
	ahead = 0;
	constructor(local = Date.now) {
		this.local = local;
	}
	/** Milliseconds since 1970. */
	now() {
		return this.local() + this.ahead;
	}
	/** Takes in what the server's clock says right now. */
	set(serverTime) {
		const ahead = serverTime - this.local();
		this.ahead = Math.abs(ahead) < tolerance ? 0 : ahead;
	}
};
// src/rest.ts
/** Why a request came to nothing. */
var ApiFailure = class extends Error {
	kind;
	name = "ApiFailure";
	constructor(kind, detail) {
		super(detail);
		this.kind = kind;
	}
};
/** How long an answer may take, in milliseconds. */
var patience = 15e3;
/** Changes a password into a token. Server is where the server is; '' is the page's own origin. */
async function login(server, userId, password) {
	const body = await (await request(server, "/api/v1/login", {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({
			userId,
			password
		})
	})).json();
	return {
		accessToken: body.accessToken,
		expiresAt: Date.now() + body.expiresIn * 1e3
	};
}
/** Tells who a token speaks for, and what the server's clock says, in milliseconds; undefined if it does not. */
async function me(server, accessToken) {
	const response = await request(server, "/api/v1/me", { headers: { Authorization: `Bearer ${accessToken}` } });
	const date = Date.parse(response.headers.get("Date") ?? "");
	return {
		me: await response.json(),
		serverTime: Number.isNaN(date) ? void 0 : date
	};
}
async function request(server, path, init) {
	let response;
	try {
		response = await fetch(server.replace(/\/$/, "") + path, {
			...init,
			signal: AbortSignal.timeout(patience)
		});
	} catch (error) {
		throw new ApiFailure("unreachable", String(error));
	}
	if (response.ok) return response;
	const detail = await problemDetail(response);
	if (response.status === 401) throw new ApiFailure("unauthorized", detail);
	if (response.status === 429) throw new ApiFailure("busy", detail);
	if ([
		502,
		503,
		504
	].includes(response.status)) throw new ApiFailure("unreachable", detail);
	throw new ApiFailure("server", detail);
}
async function problemDetail(response) {
	try {
		const problem = await response.json();
		return problem.detail ?? problem.title ?? `HTTP status ${response.status}`;
	} catch {
		return `HTTP status ${response.status}`;
	}
}
export { ApiFailure, CallButton, Client, Device, NoAnswer, Observable, Refusal, ServerClock, Unauthorized, actions_exports as actions, callWords, defineCallButton, emptyBoard, extendedNumber, findNumbers, hasFailed, isConference, isIncoming, linkNumbers, login, may, me, numberOf, outcome, useDevice };
