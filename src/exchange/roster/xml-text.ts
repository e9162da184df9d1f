const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text of XML or HTML with its entities resolved; what is no entity stays. */
export const unescapedXml = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu, (all, ten, sixteen, name) => {
    if (name) return named[String(name).toLowerCase()] ?? all;
    const code = ten ? Number(ten) : Number.parseInt(String(sixteen), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
