import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {KnsError} from '../../errors.js';
import type {Study, StudySnapshot} from '../../store/study.js';
import {studyContext, type Studying} from '../contexts.js';

/** The study around an element, and its newest reading; draws the element again when either changes. */
export class StudyController implements ReactiveController {
  study: Study | undefined;
  /** Absent is unknown, never zero. */
  snapshot: StudySnapshot | undefined;
  /** What was learned before is on its way and close: drawing without it would only flicker. */
  awaited = true;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #waiting: (() => void)[] = [];
  #studying: Studying | undefined;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    new ContextConsumer(host, {
      context: studyContext,
      subscribe: true,
      callback: (studying) => {
        this.#studying = studying;
        this.#follow();
      },
    });
    host.addController(this);
  }

  hostConnected() {
    this.#follow();
  }

  hostDisconnected() {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  /** The study, once it is there; rejects with the KnsError that keeps it away. */
  async arrival(): Promise<Study> {
    for (;;) {
      if (this.study) return this.study;
      const failure = this.#studying?.failure;
      if (failure) throw new KnsError(failure.code, 'There is no study.', failure);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #follow() {
    this.#unwatch?.();
    const study = this.#studying?.study;
    this.study = study;
    this.awaited = this.#studying === undefined;
    this.snapshot = study?.snapshot;
    this.#unwatch = study?.watch((snapshot) => {
      this.snapshot = snapshot;
      this.#host.requestUpdate();
    });
    for (const go of this.#waiting.splice(0)) go();
    this.#host.requestUpdate();
  }
}
