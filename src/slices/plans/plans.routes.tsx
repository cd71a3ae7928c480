/** The pages of plans. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addPlansPages(_pages: Pages): void {}
