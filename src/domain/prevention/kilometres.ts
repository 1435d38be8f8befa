/**
 * The distance between the positions of two rows, in kilometres along the sphere; null when one
 * has none. Datums differ by 300 to 700 m (GCJ-02 and WGS-84), which whoever compares must allow.
 */
export function kilometres(a: string, b: string): string {
  const half = (from: string, to: string): string => `POW(SIN(RADIANS(${to} - ${from}) / 2), 2)`;
  const cosines = `COS(RADIANS(${a}.lat)) * COS(RADIANS(${b}.lat))`;
  return `(12742 * ASIN(SQRT(LEAST(1, ${half(`${a}.lat`, `${b}.lat`)}
    + ${cosines} * ${half(`${a}.lon`, `${b}.lon`)}))))`;
}
