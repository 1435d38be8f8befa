import type { RecordEnvelope } from "../../submission/fields/record-input";
import type { Rule } from "../../submission/rule";
import { Severity } from "../../submission/severity";
import { isSha256 } from "../registry/identifiers/sha256";
import { EvidenceKind } from "./evidence-kind";
import { isPhotoHash } from "./likeness/photo-hash";
import type { ServiceEvidenceStatement } from "./service-evidence.record-input";

const { PHOTO, VIDEO, SIGN_IN_SHEET, REPORT, MATERIAL, OTHER } = EvidenceKind;

const images = ["image/jpeg", "image/png", "image/webp", "image/heic"];
const videos = ["video/mp4", "video/quicktime", "video/webm", "video/3gpp"];
const documents = [
  ...["application/pdf", "application/ofd", "application/msword", "application/vnd.ms-excel"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
];
const anything = [...images, ...videos, ...documents];

/** What a file of each kind may be; sheets and reports are often scanned. */
const mimeTypes: Readonly<Record<EvidenceKind, readonly string[]>> = {
  [PHOTO]: images,
  [VIDEO]: videos,
  [SIGN_IN_SHEET]: [...images, ...documents],
  [REPORT]: [...images, ...documents],
  [MATERIAL]: anything,
  [OTHER]: anything,
};

/** 100 MB. */
const bytesMax = 100 * 1024 * 1024;

const file: ServiceEvidenceStatement = {
  digest: "a".repeat(64),
  kind: PHOTO,
  capturedAt: "2026-06-01T01:00:00.000000Z",
};

interface WithEvidence extends RecordEnvelope {
  evidence?: readonly ServiceEvidenceStatement[] | null;
}

/**
 * The rule that evidence is described as a file can be. The hub keeps no files: it neither sniffs
 * their type nor decodes them, and takes what is stated of them.
 */
export function describedEvidence<R extends WithEvidence>(example: R): Rule<R> {
  const of = (change: Partial<ServiceEvidenceStatement>): R => ({
    ...example,
    evidence: [{ ...file, ...change }],
  });
  return {
    id: "EVD-01",
    severity: Severity.REJECT,
    legalBasis: "ENG",
    zh: "佐证材料的摘要、感知哈希、格式或大小不合规",
    en: "Digest, perceptual hash, MIME type or size of a piece of evidence is none",
    breaches: ({ evidence }) =>
      (evidence ?? []).flatMap((one, n) =>
        wrongFields(one).map((name) => `$.evidence[${String(n)}].${name}`),
      ),
    examples: {
      meet: [
        ["nothing", { ...example, evidence: null }],
        ["only what is required", of({})],
        ["everything", of({ perceptualHash: "0123456789abcdef", mimeType: "image/jpeg" })],
        ["a scanned sheet", of({ kind: SIGN_IN_SHEET, mimeType: "image/png" })],
        ["one byte", of({ sizeBytes: 1 })],
        ["100 MB", of({ sizeBytes: bytesMax })],
      ],
      break: [
        ["a digit too few", of({ digest: "a".repeat(63) })],
        ["upper-case digits", of({ digest: "A".repeat(64) })],
        ["a hash of 60 bits", of({ perceptualHash: "a".repeat(15) })],
        ["a hash in upper case", of({ perceptualHash: "A".repeat(16) })],
        ["a photo that is a document", of({ mimeType: "application/pdf" })],
        ["a type that nobody reads", of({ kind: OTHER, mimeType: "application/x-msdownload" })],
        ["nothing in it", of({ sizeBytes: 0 })],
        ["one byte more", of({ sizeBytes: bytesMax + 1 })],
      ],
    },
  };
}

function wrongFields(one: ServiceEvidenceStatement): string[] {
  const { digest, kind, perceptualHash, mimeType, sizeBytes } = one;
  const size = sizeBytes ?? 1;
  const wrong: Readonly<Record<string, boolean>> = {
    digest: !isSha256(digest),
    perceptualHash: perceptualHash != null && !isPhotoHash(perceptualHash),
    mimeType: mimeType != null && kind != null && !mimeTypes[kind].includes(mimeType),
    sizeBytes: size < 1 || size > bytesMax,
  };
  return Object.keys(wrong).filter((name) => wrong[name]);
}

/** A record, or the steps it comes with, and how to say a digest in it. */
interface Proven<R> {
  readonly digests: (
    record: R,
  ) => readonly (readonly [path: string, digest: string | null | undefined])[];
  readonly with: (evidenceDigest: string | null) => R;
}

/** The rule that the digest of a file that proves a step is one. */
export function digestOfEvidence<R>({ digests, with: of }: Proven<R>): Rule<R> {
  return {
    id: "EVD-01",
    severity: Severity.REJECT,
    legalBasis: "ENG",
    zh: "佐证材料摘要应为 64 位小写十六进制 SHA-256",
    en: "The digest of evidence is its SHA-256, 64 lower-case hex digits",
    breaches: (record) =>
      digests(record).flatMap(([path, digest]) =>
        !digest?.trim() || isSha256(digest) ? [] : [`${path}.evidenceDigest`],
      ),
    examples: {
      meet: [["a digest", of("a".repeat(64))]],
      break: [
        ["a digit too few", of("a".repeat(63))],
        ["upper-case digits", of("A".repeat(64))],
      ],
    },
  };
}

/** The same for a record that is such a step itself. */
export function ownDigest<R extends { evidenceDigest?: string | null }>(example: R): Rule<R> {
  return digestOfEvidence<R>({
    digests: ({ evidenceDigest }) => [["$", evidenceDigest]],
    with: (evidenceDigest) => ({ ...example, evidenceDigest }),
  });
}
