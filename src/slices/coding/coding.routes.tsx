/** The pages of what has been coded. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addCodingPages(_pages: Pages): void {}
