/** A name without what people write differently: width, brackets, blanks and case. */
export function foldedName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[〔【[]/g, "(")
    .replace(/[〕】\]]/g, ")")
    .replace(/\s/g, "")
    .toLowerCase();
}
