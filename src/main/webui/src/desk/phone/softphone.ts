import type { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import { request } from '../../http';

/** What the engine lends: `POST /api/agent/phone`. */
interface Credentials {
  uri: string;
  username: string;
  password: string;
  socket: string;
  expiresAt: string;
}

export type PhoneState = 'off' | 'connecting' | 'registered' | 'failed';

/** Why the microphone is not there, as far as the browser says so. */
export type MicrophoneProblem = '' | 'forbidden' | 'missing' | 'busy' | 'insecure' | 'unknown';

export interface PhoneStatus {
  state: PhoneState;
  /** Whether a call stands: the leg to the node, or the echo test. */
  inCall: boolean;
  muted: boolean;
  problem: string;
  microphone: MicrophoneProblem;
}

/** After a registration that was refused. */
const RETRY_MILLIS = 700;
/** Renewed this long before the password ends. */
const RENEW_BEFORE_MILLIS = 5 * 60_000;

export function microphoneProblem(error: unknown): MicrophoneProblem {
  const name = error instanceof Error ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'forbidden';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unknown';
  }
}

/** The microphone; in a page that is not secure there is none. */
export async function openMicrophone(device: string): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: { ...(device === '' ? {} : { deviceId: { exact: device } }), echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
}

/** It comes as one CommonJS object, which bundlers wrap in different ways. */
async function loadLibrary(): Promise<typeof import('jssip')> {
  const loaded = await import('jssip');
  return (loaded as unknown as { default?: typeof loaded }).default ?? loaded;
}

/** This browser as a phone: registers through the engine, picks up what rings, and keeps its leg. */
export class Softphone {
  private agent: UA | undefined;
  private session: RTCSession | undefined;
  private microphone: MediaStream | undefined;
  private timer = 0;
  private host = '';
  private failures = 0;
  private stopped = false;
  private readonly sound = new Audio();
  private status: PhoneStatus = { state: 'off', inCall: false, muted: false, problem: '', microphone: '' };

  constructor(
    private microphoneDevice: string,
    private readonly onStatus: (status: PhoneStatus) => void,
  ) {
    this.sound.autoplay = true;
  }

  private tell(change: Partial<PhoneStatus>): void {
    this.status = { ...this.status, ...change };
    if (!this.stopped) {
      this.onStatus(this.status);
    }
  }

  /** Opens the microphone first: without it nobody should come on the line. */
  async start(): Promise<void> {
    this.tell({ state: 'connecting', problem: '', microphone: '' });
    if (navigator.mediaDevices === undefined) {
      this.tell({ state: 'failed', microphone: 'insecure' });
      return;
    }
    try {
      this.microphone = await openMicrophone(this.microphoneDevice);
    } catch (error) {
      this.tell({ state: 'failed', microphone: microphoneProblem(error) });
      return;
    }
    const credentials = await request<Credentials>('POST', '/api/agent/phone');
    const library = await loadLibrary();
    if (this.stopped) {
      return;
    }
    this.host = credentials.uri.split('@')[1] ?? '';
    const agent = new library.UA({
      sockets: [new library.WebSocketInterface(`${location.origin.replace(/^http/, 'ws')}${credentials.socket}`)],
      uri: credentials.uri,
      authorization_user: credentials.username,
      password: credentials.password,
      register_expires: 120,
      session_timers: false,
      user_agent: 'Tactus',
    });
    this.agent = agent;
    agent.on('registered', () => {
      this.failures = 0;
      this.tell({ state: 'registered', problem: '' });
    });
    agent.on('registrationFailed', (event: { cause?: string }) => {
      this.tell({ state: 'failed', problem: event.cause ?? '' });
      // The node may learn of the password a moment after this page.
      this.failures++;
      window.setTimeout(() => void (this.failures % 4 === 0 ? this.renew() : agent.register()), RETRY_MILLIS);
    });
    agent.on('disconnected', () => {
      if (!this.stopped) {
        this.tell({ state: 'connecting' });
      }
    });
    agent.on('newRTCSession', (event: { originator: string; session: RTCSession }) => this.take(event.session, event.originator));
    agent.start();
    this.renewIn(Date.parse(credentials.expiresAt) - Date.now() - RENEW_BEFORE_MILLIS);
  }

  private renewIn(millis: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.renew(), Math.max(1_000, millis));
  }

  private async renew(): Promise<void> {
    try {
      const credentials = await request<Credentials>('POST', '/api/agent/phone');
      this.agent?.set('password', credentials.password);
      if (this.status.state !== 'registered') {
        this.agent?.register();
      }
      this.renewIn(Date.parse(credentials.expiresAt) - Date.now() - RENEW_BEFORE_MILLIS);
    } catch (error) {
      this.tell({ problem: error instanceof Error ? error.message : '' });
      this.renewIn(10_000);
    }
  }

  private take(session: RTCSession, originator: string): void {
    this.session = session;
    const ended = () => {
      if (this.session === session) {
        this.session = undefined;
        this.tell({ inCall: false, muted: false });
      }
    };
    session.on('confirmed', () => this.tell({ inCall: true }));
    session.on('ended', ended);
    session.on('failed', ended);
    session.on('peerconnection', (event: { peerconnection: RTCPeerConnection }) => this.listen(event.peerconnection));
    if (originator === 'remote' && this.microphone !== undefined) {
      session.answer({ mediaStream: this.microphone, pcConfig: { iceServers: [] } });
    }
    if (session.connection) {
      this.listen(session.connection);
    }
  }

  private listen(connection: RTCPeerConnection): void {
    connection.addEventListener('track', (event) => {
      this.sound.srcObject = event.streams[0] ?? new MediaStream([event.track]);
      void this.sound.play();
    });
  }

  mute(muted: boolean): void {
    if (muted) {
      this.session?.mute({ audio: true });
    } else {
      this.session?.unmute({ audio: true });
    }
    this.tell({ muted });
  }

  /** Calls the node's echo, or hangs it up. */
  echo(): void {
    if (this.session !== undefined) {
      this.session.terminate();
      return;
    }
    if (this.agent === undefined || this.microphone === undefined) {
      return;
    }
    const session = this.agent.call(`sip:echo@${this.host}`, { mediaStream: this.microphone, pcConfig: { iceServers: [] } });
    this.listen(session.connection);
  }

  /** Another microphone, in the middle of a call too. */
  async useMicrophone(device: string): Promise<void> {
    this.microphoneDevice = device;
    const before = this.microphone;
    try {
      this.microphone = await openMicrophone(device);
    } catch (error) {
      this.tell({ microphone: microphoneProblem(error) });
      return;
    }
    before?.getTracks().forEach((track) => track.stop());
    const track = this.microphone.getAudioTracks()[0];
    if (track !== undefined) {
      track.enabled = !this.status.muted;
      await this.session?.connection
        .getSenders()
        .find((sender) => sender.track?.kind === 'audio' || sender.track === null)
        ?.replaceTrack(track);
    }
    this.tell({ microphone: '' });
  }

  /** Another loudspeaker, where the browser can. */
  async useSpeaker(device: string): Promise<void> {
    if ('setSinkId' in this.sound) {
      await this.sound.setSinkId(device);
    }
  }

  /** What the microphone hears, for a level meter. */
  stream(): MediaStream | undefined {
    return this.microphone;
  }

  /** The connection, for its statistics. */
  connection(): RTCPeerConnection | undefined {
    return this.session?.connection;
  }

  /** Hangs up and leaves. */
  stop(): void {
    this.tell({ state: 'off', inCall: false });
    this.stopped = true;
    clearTimeout(this.timer);
    this.session?.terminate();
    this.agent?.stop();
    this.microphone?.getTracks().forEach((track) => track.stop());
  }
}
