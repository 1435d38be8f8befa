/** True for a SHA-256 digest in the one spelling the hub takes: 64 lower-case hex digits. */
export function isSha256(text: string | null | undefined): boolean {
  return /^[0-9a-f]{64}$/.test(text ?? "");
}
