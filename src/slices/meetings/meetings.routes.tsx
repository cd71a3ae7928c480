/** Pages of meetings. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addMeetingsPages(_pages: Pages): void {}
