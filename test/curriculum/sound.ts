import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {questions} from './questions.js';

/** A lesson with every kind of block and every type of question. */
export const lesson: Lesson = {
  format: 1,
  id: 'm01-b01',
  version: '1.2.0',
  title: 'Bài thử',
  outcome: 'biết thử',
  minutes: 10,
  core: true,
  codes: ['KN1'],
  asOf: '2026-11-22',
  reviewBy: '2027-05-22',
  reviewedBy: [],
  sections: [
    {id: 'why', title: 'Vì sao', blocks: [{kind: 'paragraph', text: 'Vì thế.'}]},
    {
      id: 'points',
      blocks: [
        {
          kind: 'paragraph',
          text: [
            'Gọi ',
            {fact: 'duong_day_nong', fallback: 'Công an xã', strong: true},
            {text: 'ở đây', href: 'https://vi.du/'},
          ],
        },
        {kind: 'list', ordered: true, items: ['một', [{text: 'hai', em: true}]]},
        {kind: 'steps', items: ['một']},
        {kind: 'chat', messages: [{who: 'Tôi', me: true, text: 'Ai đấy?'}]},
        {
          kind: 'picture',
          alt: 'Một vòng tròn',
          caption: 'Vòng tròn',
          tree: [
            'svg',
            {viewBox: '0 0 9 9'},
            [
              'g',
              {transform: 'rotate(3)'},
              ['circle', {cx: '4', cy: '4', r: '3', class: 'tint ink'}],
            ],
          ],
        },
      ],
    },
  ],
  questions: Object.values(questions),
};

const sha256 = 'a'.repeat(64);

export const course: Course = {
  format: 1,
  id: 'so-tay',
  key: '0123abcd',
  version: '0.1.0',
  title: 'Sổ tay',
  lang: 'vi',
  builtOn: '2026-11-22',
  licence: 'CC-BY-SA-4.0',
  modules: [
    {
      id: 'm01',
      title: 'Một',
      lessons: [
        {
          id: 'm01-b01',
          version: '1.2.0',
          title: 'Bài thử',
          minutes: 10,
          core: true,
          codes: [],
          draft: true,
          questions: [{id: 'goi-la', rev: 1, safety: true}],
          file: 'm01-b01.aaaaaaaa.json',
          sha256,
        },
      ],
    },
  ],
  milestones: [{id: 'course', version: 1, title: 'Cả khóa', lessons: ['m01-b01']}],
  slots: {lessons: ['m01-b01@1', 'course@1'], questions: ['m01-b01#goi-la@1']},
  facts: [{scope: 'VN', file: 'facts.vn.aaaaaaaa.json', sha256}],
  first: {
    lesson,
    facts: [
      {
        id: 'duong_day_nong',
        value: 'một số',
        fallback: 'Công an xã',
        scope: 'VN',
        verifiedOn: '2026-11-01',
        reviewBy: '2027-05-22',
        confidence: 'official',
        status: 'current',
        sources: [{title: 'Báo', url: 'https://vi.du/', retrieved: '2026-11-01'}],
      },
    ],
  },
};
