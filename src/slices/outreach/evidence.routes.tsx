/** POST /ungdomar/:id/bevis: everything done to reach the youth, as a tagged PDF. Nothing personal in its name. Posted: printing is put on record. */
import { isRandomId } from '../../platform/random-id.ts'
import { z } from 'zod'
import { pdfOf } from '../../platform/pdf.ts'
import type { Lang } from '../../kernel/lang.ts'
import { file, missing, signInAgain, type Answer, type Pages, type Visit } from '../access/index.ts'
import { clockText } from './contact-time.rules.ts'
import { readerOf } from './contact-visit.ts'
import { readEvidence } from './evidence.actions.ts'
import { evidenceMarkup } from './evidence-page.ts'

/** What a template is called: messaging's words, which stands on outreach. */
export type TemplateName = (lang: Lang, key: string) => string

async function evidence(visit: Visit, templateName: TemplateName): Promise<Answer> {
  const subjectId = visit.params['id']
  if (!isRandomId(subjectId)) return missing
  const { place, actor, lang, today } = visit
  const reader = readerOf(visit)
  const found = await readEvidence(place.pool, reader, subjectId)
  if (found === 'missing') return missing
  if (found === 'sign-in-again') return signInAgain
  const printing = { lang, place: place.name, by: actor.name, on: today, at: clockText(reader.now.minute), templateName }
  return file(`bevis-${today}.pdf`, 'application/pdf', new Uint8Array(pdfOf(evidenceMarkup(found, printing))))
}

/** Registers the file. */
export function addEvidencePages(pages: Pages, templateName: TemplateName): void {
  const declared = { permit: 'outreach.log', shows: 'person', outlet: 'evidence.file' } as const
  pages.post('/ungdomar/:id{[0-9a-f-]+}/bevis', declared, z.strictObject({}), (visit) => evidence(visit, templateName))
}
