/** Names one day of one stream to findings: whose it is, the record type, the day. */
export function streamDayId(owner: string, recordType: string, day: string): string {
  return [owner, recordType, day].join(":");
}
