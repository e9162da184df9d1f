import type {LitElement} from 'lit';
import type {NumericQuestion} from '../../../curriculum/question.js';
import {LocalizeController} from '../../controllers/localize.js';
import {typedLanguages} from '../../messages/asking/typed.js';
import type {QuestionRenderer} from './renderer.js';
import {renderTyped, renderTypedTold, typedStyles} from './typed.js';

/** A number to type, with either decimal sign; afterwards the number as it is written here. */
export function open(host: LitElement): QuestionRenderer<NumericQuestion> {
  const localize = new LocalizeController(host, typedLanguages);
  return {
    missing: () => localize.messages.missing,
    render(asking) {
      const {question} = asking;
      const {answer, tolerance = 0, unit = ''} = question;
      const {messages, lang} = localize;
      if (!asking.answered) return renderTyped(asking, messages, 'decimal', unit);
      const format = new Intl.NumberFormat(lang, {maximumFractionDigits: 6});
      // A number and its unit stay on one line.
      const written = (value: number) => `${format.format(value)}${unit && `\u00a0${unit}`}`;
      return renderTypedTold(asking, messages, {
        accepted: written(answer),
        note:
          tolerance > 0
            ? messages.within(format.format(answer - tolerance), written(answer + tolerance))
            : undefined,
      });
    },
  };
}

export const styles = [typedStyles];
