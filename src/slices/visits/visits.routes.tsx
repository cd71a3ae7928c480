/** Pages of visits. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addVisitsPages(_pages: Pages): void {}
