import type { SoundReceipt } from "./check-receipt";

/** What is known of a chain besides the receipts in hand. */
export interface ChainBounds {
  /** Digest of the receipt the first one follows; null: they begin with the very first. */
  readonly after: string | null;
  /** Digest of the last one; null: not known, and a cut-off end cannot be seen. */
  readonly end: string | null;
}

/**
 * What is wrong with a chain of receipts that hold one by one, in whatever order they come: a link
 * missing, a link that follows another than the one before it, two in one place. None: it is whole.
 */
export function chainFaults(receipts: readonly SoundReceipt[], bounds: ChainBounds): string[] {
  const inOrder = [...receipts].sort((a, b) => a.position - b.position);
  const faults: string[] = [];
  let before: { position: number | null; digest: string | null } = {
    position: bounds.after === null ? 0 : null,
    digest: bounds.after,
  };
  for (const receipt of inOrder) {
    const { position, digest, previousDigest } = receipt;
    if (digest === before.digest) continue;
    const name = nameOf(receipt);
    const expected = before.position === null ? position : before.position + 1;
    if (position === before.position)
      faults.push(`${name}: another receipt has this place; the chain was forked`);
    else if (position > expected)
      faults.push(
        `${placesOf(expected, position - 1)} missing before ${name}, which follows ` +
          (previousDigest ?? "none"),
      );
    else if (previousDigest !== before.digest)
      faults.push(
        `${name} follows ${previousDigest ?? "none"}, not the receipt before it ` +
          `(${before.digest ?? "none"})`,
      );
    before = { position, digest };
  }
  if (bounds.end !== null && before.digest !== bounds.end)
    faults.push(`the last receipt is not ${bounds.end}: receipts are missing at the end`);
  return faults;
}

function placesOf(from: number, to: number): string {
  return from === to ? `receipt ${String(from)}` : `receipts ${String(from)} to ${String(to)}`;
}

function nameOf({ position, submissionKey }: SoundReceipt): string {
  return `receipt ${String(position)} (${JSON.stringify(submissionKey)})`;
}
