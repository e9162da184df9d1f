import {html, nothing} from 'lit';

interface NumberField {
  readonly label: string;
  readonly value: number | undefined;
  readonly least: number;
  readonly most: number;
  /** What the arrows go by. */
  readonly step?: number;
}

/** A whole number that somebody types; what is none, or out of bounds, gives way to what stood there before. */
export function numberField(
  {label, value, least, most, step}: NumberField,
  change: (to: number) => void,
) {
  const before = value === undefined ? '' : String(value);
  return html`
    <label class="field number">
      ${label}
      <input
        type="number"
        min=${least}
        max=${most}
        step=${step ?? nothing}
        inputmode="numeric"
        .value=${before}
        @change=${({target}: Event) => {
          const input = target as HTMLInputElement;
          const typed = Number(input.value);
          if (input.value !== '' && Number.isInteger(typed) && typed >= least && typed <= most)
            change(typed);
          else input.value = before;
        }}
      />
    </label>
  `;
}
