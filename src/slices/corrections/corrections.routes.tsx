import type { Pages } from '../access/index.ts'
export function addCorrectionPages(pages: Pages): void { void pages }
