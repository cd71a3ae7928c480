/** Between the form of a report and its rules: names of fields, what stands in them, what is wrong and where, what differs. */
import type { Lang } from '../../../kernel/lang.ts'
import type { Difference } from '../../../ui/both.tsx'
import type { FieldProblem } from '../../../ui/form.tsx'
import { areaName } from '../instrument/points.texts.ts'
import type { TypedFields } from '../people/particulars.views.tsx'
import type { SaveReportRefusal } from './report.actions.ts'
import type { ReadReport } from './report-page.actions.ts'
import { reportPageTexts } from './report-page.texts.ts'
import { textProblems } from './talks.rules.ts'
import { talkTexts } from './talks.texts.ts'
import type { ReportTexts } from './talks.types.ts'

const stem = 'text-'
export const textField = (field: string): string => `${stem}${field}`

/** The texts that came, by the template's fields; those that it does not ask for too, which the rules refuse. */
export const readTexts = (names: readonly string[], typed: TypedFields): ReportTexts =>
  Object.fromEntries(names.filter((name) => name.startsWith(stem)).map((name) => [name.slice(stem.length), typed(name)]))

/** A part of the form: its heading, and the area when it is asked for each. */
export type ReportField = { readonly field: string; readonly label: string; readonly hint: string; readonly required: boolean }

/** The fields of the report in the reader's language, as the template has them. */
export const fieldsIn = ({ template, areas, instrument }: ReadReport, lang: Lang): ReportField[] =>
  template.sections.flatMap((section) => {
    const common = { hint: lang === 'sv' ? section.hintSv : section.hintEn, required: section.required }
    if (!section.perArea) return [{ ...common, field: section.key, label: section[lang] }]
    return areas.map((area) => ({
      ...common,
      field: `${section.key}.${area}`,
      label: `${section[lang]}: ${areaName(instrument, area, lang)}`,
    }))
  })

/** What stands in the form: the report when it is handed in, else the draft, else nothing. */
export function savedReport({ before, draft }: ReadReport): TypedFields {
  const now = before?.versions[0] ?? draft
  if (now === null || now === undefined) return () => ''
  const isNone = now.talkId === null && now.noTalkWhy !== ''
  const fields = new Map(Object.entries(now.texts).map(([field, text]) => [textField(field), text]))
  fields.set('talk', isNone ? 'none' : (now.talkId ?? '')).set('noTalkWhy', now.noTalkWhy)
  return (field) => fields.get(field) ?? ''
}

/** What was refused, in words at its field. */
export function reportProblems(read: ReadReport, reason: SaveReportRefusal, texts: ReportTexts, lang: Lang): FieldProblem[] {
  const t = talkTexts[lang]
  const fields = fieldsIn(read, lang)
  const first = textField(fields[0]?.field ?? '')
  if (reason === 'texts') {
    return textProblems(read.template, read.areas, texts).map(({ field, problem }) => {
      const of = fields.find((one) => one.field === field)
      return of === undefined
        ? { field: first, text: t.texts[problem] }
        : { field: textField(field), text: `${of.label}: ${t.texts[problem]}` }
    })
  }
  const places: Partial<Record<SaveReportRefusal, string>> = { 'no-talk': 'talk', 'talk-not-held': 'talk', 'no-why': 'why' }
  return [{ field: places[reason] ?? first, text: t.reports[reason] }]
}

/** Where what was typed is not what is saved now. */
export function reportDifferences(read: ReadReport, typed: TypedFields, lang: Lang): Difference[] {
  const now = savedReport(read)
  const differing = fieldsIn(read, lang).map(({ field, label }) => ({ what: label, of: textField(field) }))
  return [...differing, { what: reportPageTexts[lang].noTalkWhy, of: 'noTalkWhy' }]
    .map(({ what, of }) => ({ what, mine: typed(of).trim(), theirs: now(of) }))
    .filter(({ mine, theirs }) => mine !== theirs)
}
