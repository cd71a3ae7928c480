/** Small parts that several of the sources pages are made of. */
import type { Lang } from '../../kernel/lang.ts'
import type { Crumb } from '../../ui/breadcrumbs.tsx'
import { TextArea } from '../../ui/field.tsx'
import { problemOf, type FieldProblem } from '../../ui/form.tsx'
import { inboxTexts } from './inbox.texts.ts'
import { duplicatesPath, inboxPath, sourcesPath } from './links.ts'
import { sourcesTexts } from './sources.texts.ts'

const toSources = (lang: Lang): Crumb => ({ href: sourcesPath, label: sourcesTexts[lang].sources })
const here = (label: string): Crumb => ({ href: '', label })

/** The way down to a page right below the sources. */
export const sourcesCrumbs = (lang: Lang, label: string): Crumb[] => [toSources(lang), here(label)]

/** The way down to a page below the exception inbox. */
export const inboxCrumbs = (lang: Lang, label: string): Crumb[] => [
  toSources(lang),
  { href: inboxPath, label: inboxTexts[lang].inbox },
  here(label),
]

/** The way down to a page about duplicates, by way of others. */
export const duplicateCrumbs = (lang: Lang, label?: string, between: readonly Crumb[] = []): Crumb[] => [
  toSources(lang),
  { href: duplicatesPath, label: inboxTexts[lang].duplicates },
  ...between,
  ...(label === undefined ? [] : [here(label)]),
]

type GroundProps = {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly value: string | undefined
  readonly problems: readonly FieldProblem[]
}

/** Why: needed for every answer that can be questioned afterwards. */
export const Ground = ({ name, label, hint, value, problems }: GroundProps) => (
  <TextArea name={name} label={label} hint={hint} value={value} maxlength={1000} required problem={problemOf(problems, name)} />
)
