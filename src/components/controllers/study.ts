import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Study, StudySnapshot} from '../../store/study.js';
import {studyContext, type Studying} from '../contexts.js';

/** The study around an element, and its newest reading; draws the element again when either changes. */
export class StudyController implements ReactiveController {
  /** Absent while what was learned before is on its way and close: drawing without it would only flicker. */
  studying: Studying | undefined;
  /** Absent is unknown, never zero. */
  snapshot: StudySnapshot | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    new ContextConsumer(host, {
      context: studyContext,
      subscribe: true,
      callback: (studying) => {
        this.studying = studying;
        this.#follow();
      },
    });
    host.addController(this);
  }

  get study(): Study | undefined {
    return this.studying?.study;
  }

  hostConnected() {
    this.#follow();
  }

  hostDisconnected() {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  #follow() {
    this.#unwatch?.();
    const {study} = this;
    this.snapshot = study?.snapshot;
    this.#unwatch = study?.watch((snapshot) => {
      this.snapshot = snapshot;
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }
}
