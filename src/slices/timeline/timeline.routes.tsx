/** The pages of everything about a youth in order of time. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addTimelinePages(_pages: Pages): void {}
