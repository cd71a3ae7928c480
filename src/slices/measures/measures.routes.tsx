/** The pages of measures. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addMeasuresPages(_pages: Pages): void {}
