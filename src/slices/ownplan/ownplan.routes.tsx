/** The pages of the youth's own plan. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addOwnPlanPages(_pages: Pages, _publicUrl: string): void {}
