/** Pages of figures. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addFiguresPages(_pages: Pages): void {}
