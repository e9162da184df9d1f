import {runsInsideApp} from '../inside-app.js';
import type {ScanProblem} from '../messages/scan.js';

/** Why no camera could be opened. */
export class CameraProblem extends Error {
  readonly problem: ScanProblem;

  constructor(problem: ScanProblem, cause?: unknown) {
    super(problem, {cause});
    this.problem = problem;
  }
}

interface PolicyOfPage {
  allowsFeature(feature: string): boolean;
}

/** Whether the page around this frame keeps the camera from it; only some browsers say so beforehand. */
function isFramedOff(): boolean {
  const {permissionsPolicy, featurePolicy} = document as {
    permissionsPolicy?: PolicyOfPage;
    featurePolicy?: PolicyOfPage;
  };
  return (permissionsPolicy ?? featurePolicy)?.allowsFeature('camera') === false;
}

async function isBlocked(): Promise<boolean> {
  try {
    // Firefox does not know the name and throws.
    return (await navigator.permissions.query({name: 'camera'})).state === 'denied';
  } catch {
    return false;
  }
}

/**
 * Asks for the camera, the one on the back where there are two. To be called on a tap only, for the browser asks
 * the person. Rejects with `CameraProblem`.
 */
export async function openCamera(): Promise<MediaStream> {
  // Old browsers and plain http have no mediaDevices at all, whatever the types promise.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new CameraProblem(runsInsideApp() ? 'app' : 'insecure');
  if (isFramedOff()) throw new CameraProblem('framed');
  try {
    return await devices.getUserMedia({
      audio: false,
      video: {facingMode: {ideal: 'environment'}, width: {ideal: 1280}, height: {ideal: 720}},
    });
  } catch (error) {
    throw new CameraProblem(await problemOf(error), error);
  }
}

async function problemOf(error: unknown): Promise<ScanProblem> {
  switch ((error as {name?: unknown} | undefined)?.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      if (runsInsideApp()) return 'app';
      if (await isBlocked()) return 'blocked';
      // Browsers that cannot be asked beforehand refuse a frame like this.
      return self === top || 'permissions' in navigator ? 'dismissed' : 'framed';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'missing';
  }
}

/** Frees the camera and puts its light out. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * Resolves when the page is drawn next. Not `requestVideoFrameCallback`: it never comes where a video is not
 * composed by itself, and at ten looks a second no picture of a camera is seen twice.
 */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
