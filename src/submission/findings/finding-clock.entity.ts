import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * One row, locked by whoever judges: one hub at a time, so that what was read before a change
 * never overwrites what was found after it.
 */
@Entity("finding_clock")
export class FindingClockEntity {
  @PrimaryColumn({ type: "int" })
  id!: number;

  /** The business day for which rules that depend on the day were last judged. */
  @Column({ type: "date", nullable: true })
  judgedOn!: string | null;
}
