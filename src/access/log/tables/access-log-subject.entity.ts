import { Entity, PrimaryColumn } from "typeorm";
import { entityIdLength } from "../../../database/entity-id";

/** In which subject sets an enterprise or insurer is: how it finds who read its data. */
@Entity("access_log_subject")
export class AccessLogSubjectEntity {
  @PrimaryColumn({ type: "varchar", length: entityIdLength })
  subjectId!: string;

  @PrimaryColumn({ type: "varchar", length: 43 })
  digest!: string;
}
