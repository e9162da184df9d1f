import type {LitElement} from 'lit';
import {gradeResponse} from '../../../curriculum/grading.js';
import type {FillInQuestion} from '../../../curriculum/question.js';
import type {QuestionRenderer} from './renderer.js';
import {renderTyped, renderTypedTold, typedStyles} from './typed.js';
import {wordsFor} from './words.js';

/** A word or two to type; afterwards the spelling that the author had in mind. */
export const open = (host: LitElement): QuestionRenderer<FillInQuestion> => ({
  missing: () => wordsFor(host).messages.typeFirst,
  render(asking) {
    const {question, response} = asking;
    const {messages} = wordsFor(host);
    if (!asking.answered) return renderTyped(asking, messages, 'text');
    return renderTypedTold(asking, messages, {
      right: gradeResponse(question, response).correct === 1,
      accepted: question.answers[0] ?? '',
    });
  },
});

export const styles = [typedStyles];
