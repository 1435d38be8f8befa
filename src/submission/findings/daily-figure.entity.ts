import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/**
 * A figure of many rows, as it was when the day began: what rules compare with is the same for all
 * subjects of a day, and a row that arrives moves nothing for the others before tomorrow.
 */
@Entity("daily_figure")
@Index(["name", "cell"], { unique: true })
export class DailyFigureEntity {
  /** Name and cell with a blank between. */
  @PrimaryColumn({ type: "varchar", length: 110 })
  id!: string;

  @Column({ type: "varchar", length: 40 })
  name!: string;

  /** The group of rows, e.g. sector and risk grade. */
  @Column({ type: "varchar", length: 64 })
  cell!: string;

  @Column({ type: "decimal", precision: 24, scale: 6 })
  value!: string;

  /** How many rows it rests on; 0: there are none any more. */
  @Column({ type: "int" })
  cases!: number;

  @Column({ type: "date" })
  computedOn!: string;
}
