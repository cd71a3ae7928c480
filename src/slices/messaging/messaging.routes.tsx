/** Pages of messaging. */
import type { Pages } from '../access/index.ts'

/** Registers the pages. */
export function addMessagingPages(_pages: Pages): void {}
