import type { Pages } from '../access/index.ts'
export function addDecidePages(pages: Pages): void { void pages }
