/** The half-yearly return in the browser. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addReturnsPages(_pages: Pages): void {}
