/** A short sound and a short shake for each code, so that nobody has to look at the screen while scanning. */
export class Chime {
  #context: AudioContext | undefined;
  isOn = true;

  /** To be called on a tap: a browser lets no page sound that nobody has touched. */
  wake(): void {
    if ('AudioContext' in globalThis) this.#context ??= new AudioContext();
  }

  ring(): void {
    if (!this.isOn) return;
    // Absent in Safari and on most computers.
    if ('vibrate' in navigator) navigator.vibrate(60);
    const context = this.#context;
    if (!context || context.state === 'closed') return;
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    const at = context.currentTime;
    tone.frequency.value = 880;
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.2, at + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.14);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.15);
  }

  rest(): void {
    // Closing twice rejects; nobody waits for silence.
    this.#context?.close().catch(() => undefined);
    this.#context = undefined;
  }
}
