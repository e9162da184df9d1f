import {css} from 'lit';

/**
 * The palette and the measures, on every host. A portal sets `--kns-accent`, `--kns-on-accent`, `--kns-font`,
 * `--kns-text-scale`; names beginning with `--_` are ours alone.
 *
 * Dark follows `color-scheme`, not the device's wish alone: a portal that is only light stays whole.
 */
export const tokens = css`
  :host {
    --_paper: #faf5ea;
    --_card: #fffdf8;
    --_ink: #27231c;
    --_quiet: #5f5747;
    --_rule: #e5dac5;
    --_edge: #8b7f69;
    --_accent: var(--kns-accent, #0b6b5d);
    --_on-accent: var(--kns-on-accent, #fff);
    --_spine: var(--_accent);
    --_tint: #e2efe9;
    --_good: #23693f;
    --_good-tint: #e6f1df;
    --_bad: #a13325;
    --_bad-tint: #fbe8e1;
    --_warm: #7a4d00;
    --_warm-tint: #fcefcd;
    --_warm-fill: #e9a23b;
    --_serif: 'Noto Serif', 'Iowan Old Style', Georgia, 'Times New Roman', serif;
    --_radius: 0.65em;
  }

  /* Whatever accent a portal gives, text in it and on it keeps its contrast. */
  @supports (color: light-dark(red, red)) and (color: oklch(from red l c h)) {
    :host {
      --_paper: light-dark(#faf5ea, #191712);
      --_card: light-dark(#fffdf8, #23201a);
      --_ink: light-dark(#27231c, #f1eadc);
      --_quiet: light-dark(#5f5747, #bdb39f);
      --_rule: light-dark(#e5dac5, #3d372c);
      --_edge: light-dark(#8b7f69, #93876f);
      --_accent: light-dark(
        oklch(from var(--kns-accent, #0b6b5d) min(l, 0.5) c h),
        oklch(from var(--kns-accent, #0b6b5d) max(l, 0.8) min(c, 0.1) h)
      );
      --_spine: light-dark(var(--_accent), color-mix(in oklab, var(--_accent) 42%, #191712));
      --_on-accent: light-dark(var(--kns-on-accent, #fff), #10241f);
      --_tint: color-mix(in oklab, var(--_accent) 13%, var(--_card));
      --_good: light-dark(#23693f, #93d3a6);
      --_good-tint: light-dark(#e6f1df, #22331f);
      --_bad: light-dark(#a13325, #f5a394);
      --_bad-tint: light-dark(#fbe8e1, #40251f);
      --_warm: light-dark(#7a4d00, #f0c877);
      --_warm-tint: light-dark(#fcefcd, #3a2e14);
      --_warm-fill: light-dark(#e9a23b, #d8953a);
    }
  }
`;
