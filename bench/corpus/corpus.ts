import { enterprisePage } from "./enterprise-page";
import { figures } from "./figures";
import { lists } from "./lists";
import type { Question } from "./question";
import { relations } from "./relations";

/** What is measured, and checked for how it is read: questions of the kinds analysts ask. */
export const corpus: readonly Question[] = [...lists, ...relations, ...figures, ...enterprisePage];
