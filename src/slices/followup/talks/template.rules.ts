/** The template of the monthly report: as shipped, and what one may look like. */
import type { Template, TemplateSection } from './talks.types.ts'

export const mostSections = 20
export const longestTitle = 80
export const longestHint = 200

const section = (
  key: string,
  [sv, en]: readonly [string, string],
  [hintSv, hintEn]: readonly [string, string],
  perArea: boolean,
  required: boolean,
): TemplateSection => ({
  key,
  sv,
  en,
  hintSv,
  hintEn,
  perArea,
  required,
})

/** Seeds/000 names the template and does not show it: these parts are ours, and the municipality's to change. */
export const shippedTemplate: Template = {
  sections: [
    section(
      'since',
      ['Sedan förra samtalet', 'Since the last talk'],
      ['Vad som har hänt, kort.', 'What has happened, in short.'],
      false,
      true,
    ),
    section('status', ['Läget', 'How it stands'], ['Hur det går inom området just nu.', 'How it goes in the area right now.'], true, true),
    section(
      'done',
      ['Det vi har gjort', 'What we have done'],
      ['Insatser sedan förra månaden.', 'What has been done since last month.'],
      true,
      false,
    ),
    section('youth', ['Ungdomens egna ord', 'The youth’s own words'], ['Vad ungdomen själv säger.', 'What the youth says.'], false, true),
    section(
      'agreed',
      ['Det vi kom överens om', 'What we agreed'],
      ['Vem gör vad, och till när.', 'Who does what, and by when.'],
      false,
      true,
    ),
  ],
}

export type TemplateProblem = {
  readonly field: string
  readonly problem: 'none' | 'too-many' | 'no-name' | 'long-name' | 'long-hint' | 'bad-key' | 'same-key'
}

function sectionProblems({ key, sv, en, hintSv, hintEn }: TemplateSection, at: number): TemplateProblem[] {
  const field = `section${at + 1}`
  const titles = (
    [
      ['Sv', sv],
      ['En', en],
    ] as const
  ).flatMap(([lang, title]): TemplateProblem[] => {
    if (title.trim() === '') return [{ field: `${field}${lang}`, problem: 'no-name' }]
    return title.length > longestTitle ? [{ field: `${field}${lang}`, problem: 'long-name' }] : []
  })
  const hints = (
    [
      ['HintSv', hintSv],
      ['HintEn', hintEn],
    ] as const
  ).filter(([, hint]) => hint.length > longestHint)
  const isKey = /^[a-zA-Z][a-zA-Z0-9]{0,39}$/.test(key)
  return [
    ...titles,
    ...hints.map(([lang]): TemplateProblem => ({ field: `${field}${lang}`, problem: 'long-hint' })),
    ...(isKey ? [] : [{ field: `${field}Key`, problem: 'bad-key' } as const]),
  ]
}

/** What is wrong with the template, by field. None: it may be put in force. */
export function templateProblems({ sections }: Template): TemplateProblem[] {
  if (sections.length === 0) return [{ field: 'sections', problem: 'none' }]
  if (sections.length > mostSections) return [{ field: 'sections', problem: 'too-many' }]
  const twice = sections.flatMap(({ key }, at): TemplateProblem[] =>
    sections.findIndex((other) => other.key === key) < at ? [{ field: `section${at + 1}Key`, problem: 'same-key' }] : [],
  )
  return [...sections.flatMap(sectionProblems), ...twice]
}
