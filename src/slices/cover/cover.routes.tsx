/** Pages of cover. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addCoverPages(_pages: Pages): void {}
