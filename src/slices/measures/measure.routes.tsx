/** One measure in the browser: changed, ended, resumed, struck, and its stages. */
import { isRandomId } from '../../platform/random-id.ts'
import type { z } from 'zod'
import { goTo, missing, page, signInAgain, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import type { Draft, SentForm } from './draft.ts'
import { beginStage, endMeasure, interruptStage, resumeMeasure, strikeWrongStage } from './end.actions.ts'
import { saidOf } from './measure-forms.views.tsx'
import { MeasurePage, type MeasurePageProps } from './measure.views.tsx'
import { changeForm, endForm, interruptForm, resumeForm, stageForm, strikeForm, type ChangeForm } from './measures.forms.ts'
import { typedDraft, writerOf } from './measures-visit.ts'
import { responsibleParties } from './measures.types.ts'
import { pageTexts } from './page.texts.ts'
import { listPath, measurePath } from './parts.views.tsx'
import { measureWords } from './words.texts.ts'
import { changeMeasure, strikeWrong, type Seen } from './write.actions.ts'
import { readMeasure, type OneMeasure, type Written } from './youth.actions.ts'
import { saidOfRefusal, statusOf } from './youth.routes.tsx'

type Shown = Partial<Pick<MeasurePageProps, 'sent' | 'problem'>> & { readonly isSecond?: boolean }

/** What was typed beside what it is now, field by field, when somebody else changed it meanwhile. */
function differencesOf({ lang }: Visit, draft: Draft, { measure, departments }: OneMeasure): MeasurePageProps['differences'] {
  const texts = pageTexts[lang]
  const now = saidOf(measure)
  const shown = (field: string, value: string): string => {
    if (field === 'responsible') return measureWords[lang].responsible[responsibleParties.find((one) => one === value) ?? 'municipality']
    return field === 'department' ? (departments.find(({ key }) => key === value)?.name ?? texts.noDepartment) : value
  }
  const whats = [
    ['from', texts.from],
    ['until', texts.until],
    ['responsible', texts.responsible],
    ['department', texts.department],
    ['note', texts.note],
  ] as const
  return whats
    .filter(([field]) => draft.value(field) !== now[field])
    .map(([field, what]) => ({ what, mine: shown(field, draft.value(field)), theirs: shown(field, now[field] ?? '') }))
}

async function show(
  visit: Visit,
  { sent = null, problem = null, isSecond = false }: Shown,
  status: 200 | 409 | 422 | 503,
): Promise<Answer> {
  const { id: subjectId, measure: measureId } = visit.params
  if (!isRandomId(subjectId) || !isRandomId(measureId)) return missing
  if (visit.frame.meeting) return goTo(`/ungdomar/${subjectId}`)
  const read = await readMeasure(writerOf(visit), subjectId, measureId)
  if (!read.granted) return read.reason === 'missing' ? missing : signInAgain
  const { frame, today, newOnce } = visit
  const { youth } = read.value
  const differences = isSecond && sent?.form === 'change' ? differencesOf(visit, sent.draft, read.value) : null
  const props = { ...read.value, frame, subjectId, name: `${youth.givenName} ${youth.familyName}`.trim(), today, newOnce }
  // What the two wrote stands side by side; the line above would say it twice.
  return page(<MeasurePage {...props} {...{ sent, differences }} problem={differences === null ? problem : null} />, status)
}

/** What a form leads to: the measure's page with a notice, or the form again. */
function answered(visit: Visit, form: SentForm, written: Written, typed: Typed, notice: string): Promise<Answer> | Answer {
  const { id = '', measure = '' } = visit.params
  if (written.granted) return goTo(form === 'strike' ? listPath(id) : measurePath(id, measure), notice)
  const { reason, faults, flags } = written
  if (reason === 'missing') return missing
  if (reason === 'sign-in-again') return signInAgain
  const sent = { form, draft: typedDraft(visit, typed, faults, flags) }
  return show(visit, { sent, problem: saidOfRefusal(visit, reason), isSecond: reason === 'somebody-first' }, statusOf(reason))
}

const seenOf = ({ params }: Visit, { version }: { readonly version: number }): Seen | null =>
  isRandomId(params['id']) && isRandomId(params['measure']) ? { subjectId: params['id'], measureId: params['measure'], version } : null

type Texts = (typeof pageTexts)['sv']
type Handled<Form> = {
  readonly at: string
  readonly form: SentForm
  readonly schema: z.ZodType<Form>
  readonly notice: (texts: Texts) => string
  readonly act: (visit: Visit, seen: Seen, form: Form) => Promise<Written>
}

/** Registers one form: acted on from the version that was seen, and shown again with everything typed. */
function addForm<Form extends { readonly version: number }>(pages: Pages, { at, form, schema, notice, act }: Handled<Form>): void {
  const declared = { permit: 'measures.write', shows: 'person', outlet: 'measures.page' } as const
  const path = `${measurePath(':id{[0-9a-f-]+}', ':measure{[0-9a-f-]+}')}/${at}`
  pages.post(
    path,
    declared,
    schema,
    async (visit, typedForm, typed) => {
      const seen = seenOf(visit, typedForm)
      if (seen === null) return missing
      return answered(visit, form, await act(visit, seen, typedForm), typed, notice(pageTexts[visit.lang]))
    },
    (visit, problems, typed) => show(visit, { sent: { form, draft: typedDraft(visit, typed, problems) } }, 422),
  )
}

const changed = ({ from, until, responsible, department, note, noteKept }: ChangeForm) => ({
  fromOn: from,
  plannedUntilOn: until,
  responsible,
  department,
  note,
  kept: noteKept,
})

function addEndForms(pages: Pages): void {
  addForm(pages, {
    at: 'avsluta',
    form: 'end',
    schema: endForm,
    notice: ({ endedNotice }) => endedNotice,
    act: (visit, seen, { on, reason, occupation, source }) =>
      endMeasure(writerOf(visit), seen, { endedOn: on, reason, occupation, source }),
  })
  addForm(pages, {
    at: 'ateruppta',
    form: 'resume',
    schema: resumeForm,
    notice: ({ resumed }) => resumed,
    act: (visit, seen) => resumeMeasure(writerOf(visit), seen),
  })
}

function addStageForms(pages: Pages): void {
  addForm(pages, {
    at: 'steg',
    form: 'stage',
    schema: stageForm,
    notice: ({ stageBegun }) => stageBegun,
    act: (visit, seen, { stage, stageFrom }) => beginStage(writerOf(visit), seen, { key: stage, fromOn: stageFrom }),
  })
  addForm(pages, {
    at: 'avbryt',
    form: 'stop',
    schema: interruptForm,
    notice: ({ stopped }) => stopped,
    act: (visit, seen, { stopOn, stopReason, after, occupation, source }) =>
      interruptStage(writerOf(visit), seen, { endedOn: stopOn, reason: stopReason, endsMeasure: after === 'end', occupation, source }),
  })
  addForm(pages, {
    at: 'steg/:stage{[0-9a-f-]+}/stryk',
    form: 'strikeStage',
    schema: strikeForm,
    notice: ({ struckNotice }) => struckNotice,
    act: (visit, seen, { why, noteKept }) =>
      strikeWrongStage(writerOf(visit), seen, { stageId: visit.params['stage'] ?? '', why, kept: noteKept }),
  })
}

/** Registers the pages. */
export function addMeasurePages(pages: Pages): void {
  const declared = { permit: 'measures.write', shows: 'person', outlet: 'measures.page' } as const
  pages.get(measurePath(':id{[0-9a-f-]+}', ':measure{[0-9a-f-]+}'), declared, (visit) => show(visit, {}, 200))
  addForm(pages, {
    at: 'andra',
    form: 'change',
    schema: changeForm,
    notice: ({ changed: text }) => text,
    act: (visit, seen, form) => changeMeasure(writerOf(visit), seen, changed(form)),
  })
  addForm(pages, {
    at: 'stryk',
    form: 'strike',
    schema: strikeForm,
    notice: ({ struckNotice }) => struckNotice,
    act: (visit, seen, { why, noteKept }) => strikeWrong(writerOf(visit), seen, { why, kept: noteKept }),
  })
  addEndForms(pages)
  addStageForms(pages)
}
