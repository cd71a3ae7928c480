/** Questionnaires in the browser: handing out codes, the trends, and the open page that a youth answers on. */
import type { Pages } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'

type Needs = { readonly publicUrl: string; readonly apply: ApplySettings }

/** Registers the pages. */
export function addSurveyPages(_pages: Pages, _needs: Needs): void {}
