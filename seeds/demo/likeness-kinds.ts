import { kind, settled, type ViolationKind } from "./violation-kind";

/** What was taken from another enterprise and passed off as new. */
export const likenessKinds: readonly ViolationKind[] = [
  kind(
    [
      "retouched-photo",
      "SVR-12",
      "佐证照片由另一单位的修改而来",
      "A photo of another enterprise, retouched",
    ],
    100,
    { ...settled, inspected: true },
    { parties: 2 },
  ),
  kind(
    [
      "copied-report",
      "SVR-14",
      "服务过程记录抄自另一单位",
      "A report copied from that of another enterprise",
    ],
    100,
    settled,
    { parties: 2 },
  ),
];
