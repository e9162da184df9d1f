import type {TemplateResult} from 'lit';

/** What opens below the buttons of `<kns-share>`, one at a time. */
export interface SharePanel {
  render(): TemplateResult;
  /** Called when something was learned while it stands open. */
  studied?(): void;
  /** Takes in a text that came by another way; says whether it was taken in or refused. */
  takeIn?(text: string): Promise<boolean>;
  /** Called when it closes: ends cameras and what moves. */
  rest?(): void;
}
