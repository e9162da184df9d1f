import {html, svg, type TemplateResult} from 'lit';

/** A path and the roles that paint it, as `pictureStyles` knows them. */
type Stroke = readonly [roles: string, path: string];

/** Things of a village, to tell people by; drawn on a 96 grid. A name that is gone shows nobody's picture. */
const drawings: Readonly<Record<string, readonly Stroke[]>> = {
  buffalo: [
    ['ink paper', 'M10 24c2 15 15 22 38 22s36-7 38-22c-8 8-19 11-38 11S18 32 10 24z'],
    ['ink soft', 'M26 47 14 43c2 9 8 12 16 11M70 47l12-4c-2 9-8 12-16 11'],
    ['ink soft', 'M31 43c5-4 29-4 34 0 3 18-1 41-17 41S28 61 31 43z'],
    ['ink skin', 'M48 60c9 0 13 5 13 11s-5 13-13 13-13-7-13-13 4-11 13-11z'],
    ['line', 'M39 53v.1M57 53v.1M43 71v.1M53 71v.1'],
  ],
  rice: [
    ['line', 'M30 88c2-28 14-52 40-64'],
    ['ink good', 'M33 74C20 70 13 58 12 44c12 5 20 14 24 24z'],
    ['ink warm', 'M70 24c8-8 14-8 18-6-1 5-8 10-18 6zM58 32c-3-10 0-15 5-18 4 5 2 12-5 18z'],
    ['ink warm', 'M62 31c10-3 15 0 18 4-5 4-13 3-18-4zM48 44c-5-9-3-15 1-18 5 4 4 11-1 18z'],
    ['ink warm', 'M52 41c10-3 16 0 18 5-6 4-13 3-18-5zM42 56c9-3 16-1 19 4-6 4-14 4-19-4z'],
  ],
  boat: [
    ['ink paper', 'M45 14v42H20c4-19 12-33 25-42z'],
    ['ink warm', 'M53 22v34h23c-2-15-10-27-23-34z'],
    ['ink accent', 'M10 58h76c-4 13-12 19-22 19H32c-10 0-18-6-22-19z'],
    ['line', 'M10 86c6-4 10-4 15 0s10 4 15 0 10-4 16 0 10 4 15 0 10-4 15 0'],
  ],
  lotus: [
    ['ink good', 'M10 72c10-8 66-8 76 0-10 10-66 10-76 0z'],
    [
      'ink skin',
      'M48 68C28 66 14 52 14 36c16 2 30 14 34 32zM48 68c20-2 34-16 34-32-16 2-30 14-34 32z',
    ],
    [
      'ink skin',
      'M48 68C34 60 26 42 30 26c12 6 18 22 18 42zM48 68c14-8 22-26 18-42-12 6-18 22-18 42z',
    ],
    ['ink paper', 'M48 16c11 14 11 36 0 52-11-16-11-38 0-52z'],
  ],
  bamboo: [
    ['ink good', 'M26 8h13v80H26zM54 18h13v70H54z'],
    ['line', 'M26 34h13M26 62h13M54 44h13M54 68h13'],
    ['ink tint', 'M39 33c6-9 10-10 16-10-1 7-6 12-16 10zM54 42C42 44 38 52 40 58c8 0 13-6 14-16z'],
    ['ink tint', 'M67 43c5-11 12-13 19-12-1 9-9 14-19 12zM26 61C16 60 10 66 9 73c9 1 15-4 17-12z'],
  ],
  rooster: [
    ['ink good', 'M30 62C14 58 6 42 12 22c8 4 12 10 13 16 4-5 8-6 12-6-2 10-3 20-7 30z'],
    [
      'ink warm',
      'M22 54c10 4 22 0 28-10 4-8 4-20 14-20 9 0 12 7 12 15 0 25-12 38-29 38-14 0-23-9-25-23z',
    ],
    ['ink alert', 'M57 25c-4-9 3-13 6-8 2-8 9-7 9 0 7-2 9 6 4 12-5-5-12-6-19-4z'],
    ['ink alert', 'M75 44c4 2 6 10 1 12-4-2-4-8-1-12z'],
    ['ink paper', 'm76 34 12 5-12 4z'],
    ['line', 'M67 36v.1M40 77v11h-7M54 76v12h-7'],
  ],
  fish: [
    ['ink warm', 'M66 48 88 30c-4 12-4 24 0 36zM36 32c6-12 16-14 24-12-2 8-6 12-10 13z'],
    ['ink accent', 'M8 50c12-22 44-28 62-2-18 26-50 24-62 2z'],
    ['ink paper', 'M8 50c6-11 14-16 23-18 6 11 6 25 0 36-9-2-18-8-23-18z'],
    ['line', 'M23 46v.1M44 40c3 4 3 9 0 13M54 42c3 4 3 8 0 12M12 24v.1M22 14v.1'],
  ],
  hat: [
    ['line', 'M22 66c4 24 48 24 52 0'],
    ['ink warm', 'M48 16 6 62c22 12 62 12 84 0z'],
    ['line', 'M18 50c18 8 42 8 60 0M30 36c10 5 26 5 36 0'],
  ],
  house: [
    ['ink paper', 'M18 44h60v38H18z'],
    ['ink alert', 'M6 46 48 14l42 32z'],
    ['ink accent', 'M42 82V58h16v24z'],
    ['ink tint', 'M25 56h11v11H25zM64 56h9v11h-9z'],
    ['line', 'M8 82h80'],
  ],
  kite: [
    ['line', 'M46 60c-12 6-4 14-16 18-8 3-10 6-14 10'],
    ['ink alert', 'M60 8 84 42 46 60z'],
    ['ink warm', 'M60 8 28 24l18 36z'],
    ['line', 'm28 24 56 18'],
    ['ink good', 'm37 66 10 8-12 3zM26 78l-9-7-2 12z'],
  ],
  drum: [
    ['line', 'm22 8 18 24M76 8 58 32'],
    ['ink alert', 'M18 36v34c0 14 60 14 60 0V36z'],
    ['ink paper', 'M48 24c18 0 30 5 30 12s-12 12-30 12-30-5-30-12 12-12 30-12z'],
    ['line', 'm18 48 10 27 10-23 10 28 10-28 10 23 10-27'],
  ],
  moon: [
    ['ink warm', 'M50 12a33 33 0 1 1-.1 0z'],
    ['line', 'M60 30c4 2 7 6 8 10M40 34v.1M58 56v.1'],
    ['ink paper', 'M14 80c-8-2-8-14 2-14 0-10 14-12 18-4 8-4 14 2 13 8 8-1 9 9 2 10z'],
    ['ink paper', 'M62 84c-5-1-5-9 1-10 1-7 10-7 12-1 8-2 12 9 4 11z'],
  ],
};

/** Names of the pictures to choose from. */
export const pictureNames: readonly string[] = Object.keys(drawings);

/** A picture for the eye; its name is said by what stands around it. Nothing for a name that is not known. */
export const villagePicture = (name: string | undefined): TemplateResult | undefined =>
  name !== undefined && Object.hasOwn(drawings, name)
    ? html`
        <svg viewBox="0 0 96 96" aria-hidden="true">
          ${drawings[name]!.map(([roles, path]) => svg`<path class=${roles} d=${path}></path>`)}
        </svg>
      `
    : undefined;
