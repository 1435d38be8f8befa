import { hasMany } from "../../graph/fields/relation";
import { Hazard } from "./hazard.entity";
import { preventionLists } from "./prevention-lists";

/** The closed loop of a hazard. */
export const hazardEvents = [
  hasMany({
    on: Hazard,
    field: "events",
    list: preventionLists.hazardEvents,
    by: "hazardId",
    label: "hazard",
    description: "处置事件 Its events, oldest first.",
  }),
];
