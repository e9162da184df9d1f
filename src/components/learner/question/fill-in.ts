import type {LitElement} from 'lit';
import type {FillInQuestion} from '../../../curriculum/question.js';
import {LocalizeController} from '../../controllers/localize.js';
import {typedLanguages} from '../../messages/asking/typed.js';
import type {QuestionRenderer} from './renderer.js';
import {renderTyped, renderTypedTold, typedStyles} from './typed.js';

/** A word or two to type; afterwards the spelling that the author had in mind. */
export function open(host: LitElement): QuestionRenderer<FillInQuestion> {
  const localize = new LocalizeController(host, typedLanguages);
  return {
    missing: () => localize.messages.missing,
    render(asking) {
      const {question} = asking;
      const {messages} = localize;
      if (!asking.answered) return renderTyped(asking, messages, 'text');
      return renderTypedTold(asking, messages, {accepted: question.answers[0] ?? ''});
    },
  };
}

export const styles = [typedStyles];
