import type { Pages } from '../access/index.ts'
export function addCorrectPages(pages: Pages): void { void pages }
