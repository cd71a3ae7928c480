/** Pages of outreach. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addOutreachPages(_pages: Pages): void {}
