/** Pages of questions. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addQuestionsPages(_pages: Pages): void {}
