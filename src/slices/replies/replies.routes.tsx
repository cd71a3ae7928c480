/** Pages of replies. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addRepliesPages(_pages: Pages): void {}
