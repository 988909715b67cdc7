import { after } from './clock.ts';

export type CameraFault = 'refused' | 'no-camera' | 'busy' | 'broken';
export type Looking = { readonly lamp: ((on: boolean) => Promise<boolean>) | null; stop(): void };
export type Scanner = {
  look(into: Into): Promise<Looking | CameraFault>;
  read(photo: Blob): Promise<readonly string[] | null>;
};
type Into = {
  readonly video: HTMLVideoElement;
  readonly found: (text: string) => void;
  readonly stopped: () => void;
};

/** No part of TypeScript's DOM yet, and only some browsers have it. */
type Detector = { detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]> };
type DetectorMaker = {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

const QR = 'qr_code';
/** Often enough for a hand that aims, seldom enough for a cheap phone. Milliseconds. */
const LOOK_MS = 180;
/** A plaque is read at arm's length: more points cost time and heat. */
const WIDTH = 1280;

/** Null where the browser's detector reads no QR codes: some say that they detect and then support no format. */
export async function openScanner(target: Window): Promise<Scanner | null> {
  const maker: DetectorMaker | undefined = Reflect.get(target, 'BarcodeDetector');
  if (maker === undefined || !(await formatsOf(maker)).includes(QR)) return null;
  const detector = new maker({ formats: [QR] });
  return {
    look: (into) => look(into, detector, target),
    read: (photo) => readPhoto(photo, detector, target),
  };
}

async function formatsOf(maker: DetectorMaker): Promise<readonly string[]> {
  try {
    return await maker.getSupportedFormats();
  } catch {
    return []; // A detector that cannot say what it reads reads nothing.
  }
}

async function readPhoto(photo: Blob, detector: Detector, target: Window): Promise<readonly string[] | null> {
  try {
    const picture = await target.createImageBitmap(photo);
    const found = await detector.detect(picture);
    picture.close();
    return found.map(({ rawValue }) => rawValue);
  } catch {
    return null; // No picture, or one the browser cannot open (HEIC).
  }
}

async function look(into: Into, detector: Detector, target: Window): Promise<Looking | CameraFault> {
  const opened = await openCamera(target.navigator.mediaDevices);
  if (typeof opened === 'string') return opened;
  const watching = new Watching(opened, into, detector);
  return (await watching.begin(target.document)) ? watching : 'broken';
}

async function openCamera(media: MediaDevices): Promise<MediaStream | CameraFault> {
  try {
    return await media.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: WIDTH } },
    });
  } catch (error) {
    return faultOf(error instanceof DOMException ? error.name : '');
  }
}

/** As the specification names them. */
function faultOf(name: string): CameraFault {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no-camera';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'broken';
}

class Watching implements Looking {
  private callOff: () => void = () => undefined;
  private isOver = false;
  private readonly stream: MediaStream;
  private readonly into: Into;
  private readonly detector: Detector;

  constructor(stream: MediaStream, into: Into, detector: Detector) {
    this.stream = stream;
    this.into = into;
    this.detector = detector;
  }

  /** False when the picture did not start. */
  async begin(page: Document): Promise<boolean> {
    const { video } = this.into;
    const hide = () => {
      if (page.visibilityState === 'hidden') this.end();
    };
    page.addEventListener('visibilitychange', hide);
    this.callOff = () => page.removeEventListener('visibilitychange', hide);
    for (const track of this.stream.getTracks()) track.addEventListener('ended', () => this.end());
    video.srcObject = this.stream;
    try {
      await video.play();
    } catch {
      this.stop(); // Taken away before it could start: the dialog was closed, or the page hidden.
      return false;
    }
    void this.round();
    return !this.isOver;
  }

  private async round(): Promise<void> {
    if (this.isOver) return;
    const { video, found } = this.into;
    if (video.readyState >= video.HAVE_CURRENT_DATA) for (const text of await this.texts(video)) found(text);
    const stopListening = this.callOff;
    if (this.isOver) return;
    const cancel = after(LOOK_MS, () => {
      this.callOff = stopListening;
      void this.round();
    });
    this.callOff = () => {
      cancel();
      stopListening();
    };
  }

  private async texts(video: HTMLVideoElement): Promise<readonly string[]> {
    try {
      return (await this.detector.detect(video)).map(({ rawValue }) => rawValue);
    } catch {
      return []; // Between two pictures there is nothing to look at.
    }
  }

  get lamp(): Looking['lamp'] {
    const [track] = this.stream.getVideoTracks();
    // Neither `torch` nor, in older browsers, the question itself is there.
    const can: unknown = track?.getCapabilities?.();
    if (track === undefined || typeof can !== 'object' || can === null) return null;
    if (Reflect.get(can, 'torch') !== true) return null;
    return async (on) => {
      try {
        // `torch` is of the image capture specification, which TypeScript's DOM leaves out.
        const lit: MediaTrackConstraintSet & { torch: boolean } = { torch: on };
        await track.applyConstraints({ advanced: [lit] });
        return true;
      } catch {
        return false; // Hot, or taken by another app.
      }
    };
  }

  private end(): void {
    if (this.isOver) return;
    this.stop();
    this.into.stopped();
  }

  stop(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.callOff();
    for (const track of this.stream.getTracks()) track.stop();
    this.into.video.srcObject = null;
  }
}
