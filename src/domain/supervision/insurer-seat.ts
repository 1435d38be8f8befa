/** Where an insurer has its seat: the region whose authorities supervise how it reports. */
export function seatOf(insurerId: string): string {
  return `(SELECT MIN(o.region_prefix) FROM organisation o
    WHERE o.type = 'INSURER' AND o.insurer_id = ${insurerId} AND o.active = 1)`;
}
