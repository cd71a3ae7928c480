/** Templates: which version is in force, their history, and saving a new one. */
import { contactLangs } from '../../kernel/contact-lang.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import { listSettings } from '../settings/index.ts'
import type { ComposeAround } from './compose.types.ts'
import { languageOf } from './language.store.ts'
import { messagingSettingsFrom } from './messaging-settings.rules.ts'
import { shippedTemplates } from './shipped/shipped.ts'
import { notToYouths, templateKeys, type TemplateKey } from './shipped/shipped.types.ts'
import {
  findOwn,
  findProofreading,
  insertProofreading,
  insertTemplate,
  listLatest,
  listProofread,
  listVersions,
  longestUnit,
} from './template.store.ts'
import { templateFaultsOf } from './template-check.ts'
import { measureOf, sampleOf, type SampleAround } from './template-measure.ts'
import type {
  Template,
  TemplateFault,
  TemplateMeasure,
  TemplateName,
  TemplatesInForce,
  TemplateText,
  TemplateVersion,
} from './template.types.ts'

const shippedTemplate = ({ key, lang }: TemplateName): Template => ({ key, lang, version: 0, ...shippedTemplates[lang][key] })

/** A given version of a text; null when there is none such. */
export const findTemplate = async (tx: Tx, name: TemplateName, version: number): Promise<Template | null> =>
  version === 0 ? shippedTemplate(name) : findOwn(tx, name, version)

/** Easy Swedish is what the others are translated from: it needs no translator. */
const needsProofreading = ({ lang }: TemplateName): boolean => lang !== 'sv'

/** What goes to colleagues and to receivers of referrals is in the languages of the interface. */
const isWritten = ({ key, lang }: TemplateName): boolean => !notToYouths.includes(key) || lang === 'sv' || lang === 'en'

const nameOf = ({ key, lang }: TemplateName): string => `${key}.${lang}`

/** What is in force now: of each text the municipality's latest version, otherwise the shipped one. */
export async function readTemplates(tx: Tx): Promise<TemplatesInForce> {
  const own = new Map((await listLatest(tx)).map((template) => [nameOf(template), template]))
  const proofread = new Set((await listProofread(tx)).map((one) => `${nameOf(one)} ${one.version}`))
  const find = (name: TemplateName): Template => own.get(nameOf(name)) ?? shippedTemplate(name)
  return {
    find,
    isProofread: (name, version = find(name).version) => !needsProofreading(name) || proofread.has(`${nameOf(name)} ${version}`),
  }
}

/**
 * The text of one message to a youth (the person's records): in the youth's language where a translator has read it, or where the municipality
 * lets texts go without, else in easy Swedish.
 */
export async function textFor(tx: Tx, key: TemplateKey, personIds: readonly number[]): Promise<Pick<Template, 'lang' | 'version'>> {
  const [templates, settings] = [await readTemplates(tx), messagingSettingsFrom(await listSettings(tx, 'infinity'))]
  const wanted = { key, lang: await languageOf(tx, personIds) }
  const { lang, version } = templates.find(settings.mayUnproofread || templates.isProofread(wanted) ? wanted : { key, lang: 'sv' })
  return { lang, version }
}

/** Every text with its version in force and whether it is proofread: what the list of templates shows. */
export type TemplateOverview = readonly (Template & { readonly isProofread: boolean })[]

export const readOverviewOfTemplates = (pool: Pool): Promise<TemplateOverview> =>
  inTransaction(pool, async (tx) => {
    const { find, isProofread } = await readTemplates(tx)
    const names = templateKeys.flatMap((key) => contactLangs.filter((lang) => isWritten({ key, lang })).map((lang) => ({ key, lang })))
    return names.map((name) => ({ ...find(name), isProofread: isProofread(name) }))
  })

/** A text's versions, the one in force first and the shipped one last. */
export const readVersions = (pool: Pool, name: TemplateName): Promise<readonly TemplateVersion[]> =>
  inTransaction(pool, async (tx) => {
    const shipped = await findProofreading(tx, name, 0)
    const first = { savedBy: null, savedAt: null, proofreadBy: shipped?.proofreadBy ?? null, proofreadAt: shipped?.proofreadAt ?? null }
    return [...(await listVersions(tx, name)), { ...shippedTemplate(name), ...first }]
  })

/** What samples of a text are made with. */
export const readSampleAround = (pool: Pool, around: ComposeAround): Promise<SampleAround> =>
  inTransaction(pool, async (tx) => ({
    around,
    settings: messagingSettingsFrom(await listSettings(tx, 'infinity')),
    unit: await longestUnit(tx),
  }))

/** Everything that is wrong with a text, its length on paper included: a letter and a card are one page. */
export function faultsOf(
  name: TemplateName,
  text: TemplateText,
  given: SampleAround,
): { faults: TemplateFault[]; measure: TemplateMeasure } {
  const faults = templateFaultsOf(name, text)
  const measure = measureOf(sampleOf({ ...name, ...text, version: 0 }, given))
  const isLong = measure.pages !== null && measure.pages > 1
  return { faults: isLong ? [...faults, { fault: 'twoPages', where: 'body', detail: '' }] : faults, measure }
}

type NewVersion = { readonly name: TemplateName; readonly text: TemplateText; readonly from: number; readonly by: string }

/** Saves a text as the next version after `from`. Refused `stale` when somebody has saved one meanwhile. The caller has checked the text. */
export const saveTemplate = (pool: Pool, { name, text, from, by }: NewVersion): Promise<Decision<number, 'stale'>> =>
  change<number, 'stale'>(
    pool,
    { actor: by, action: 'templates.save', detail: { key: name.key, lang: name.lang, version: from + 1 } },
    async (tx) => {
      const { find } = await readTemplates(tx)
      const isNext = find(name).version === from && (await insertTemplate(tx, name, from + 1, text, by))
      return isNext ? grant(from + 1) : refuse('stale')
    },
  )

type NewProofreading = { readonly name: TemplateName; readonly version: number; readonly proofreadBy: string; readonly by: string }

/** Notes that a translator has read a version. The translator's name stands with the text, not in the log. */
export const noteProofread = (
  pool: Pool,
  { name, version, proofreadBy, by }: NewProofreading,
): Promise<Decision<null, 'missing' | 'already-noted'>> =>
  change<null, 'missing' | 'already-noted'>(
    pool,
    { actor: by, action: 'templates.proofread', detail: { key: name.key, lang: name.lang, version } },
    async (tx) => {
      if ((await findTemplate(tx, name, version)) === null) return refuse('missing')
      return (await insertProofreading(tx, name, version, { proofreadBy, by })) ? grant(null) : refuse('already-noted')
    },
  )
