/** Questionnaires in the browser: handing out codes, the trends, and the open page that a youth answers on. */
import type { Pages } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { addHandPages } from './hand.routes.tsx'
import { addPublicSurveyPages } from './public.routes.tsx'
import { addQuestionnairePages } from './questionnaire.routes.tsx'
import { addResultsPages } from './results.routes.tsx'
import { addSurveySettingsPages } from './survey-settings.routes.tsx'

type Needs = { readonly publicUrl: string; readonly apply: ApplySettings }

/** Registers the pages. */
export function addSurveyPages(pages: Pages, { publicUrl, apply }: Needs): void {
  addPublicSurveyPages(pages)
  addHandPages(pages, publicUrl)
  addResultsPages(pages)
  addQuestionnairePages(pages)
  addSurveySettingsPages(pages, apply)
}
