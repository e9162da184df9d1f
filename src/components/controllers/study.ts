import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Study, StudySnapshot} from '../../store/study.js';
import {studyContext} from '../contexts.js';

/** The study around an element, and its newest reading; draws the element again when either changes. */
export class StudyController implements ReactiveController {
  study: Study | undefined;
  /** Absent is unknown, never zero. */
  snapshot: StudySnapshot | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    new ContextConsumer(host, {
      context: studyContext,
      subscribe: true,
      callback: (study) => this.#follow(study),
    });
    host.addController(this);
  }

  hostConnected() {
    this.#follow(this.study);
  }

  hostDisconnected() {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  #follow(study: Study | undefined) {
    this.#unwatch?.();
    this.study = study;
    this.snapshot = study?.snapshot;
    this.#unwatch = study?.watch((snapshot) => {
      this.snapshot = snapshot;
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }
}
