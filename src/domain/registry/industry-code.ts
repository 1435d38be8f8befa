/** Sections of GB/T 4754-2017 with their first and last division. */
const sections: Readonly<Record<string, readonly [first: number, last: number]>> = {
  A: [1, 5],
  B: [6, 12],
  C: [13, 43],
  D: [44, 46],
  E: [47, 50],
  F: [51, 52],
  G: [53, 60],
  H: [61, 62],
  I: [63, 65],
  J: [66, 69],
  K: [70, 70],
  L: [71, 72],
  M: [73, 75],
  N: [76, 79],
  O: [80, 82],
  P: [83, 83],
  Q: [84, 85],
  R: [86, 90],
  S: [91, 96],
  T: [97, 97],
};

/**
 * Whether a code can be one of GB/T 4754-2017: section and division, of which the list is complete,
 * and up to two digits of group and class, which are not looked up.
 */
export function isIndustryCode(code: string): boolean {
  const [, section = "", division = ""] = /^([A-T])(\d\d)\d{0,2}$/.exec(code) ?? [];
  const range = sections[section];
  const number = Number(division);
  return range !== undefined && number >= range[0] && number <= range[1];
}
