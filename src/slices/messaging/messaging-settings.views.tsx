/** GET /utskick/installningar: who messages are from, how long codes last, what an SMS costs, and how it came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import { Both, type Difference } from '../../ui/both.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf } from '../../ui/form.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import type { GroupPageProps } from '../settings/index.ts'
import { messagingFields, typedMessaging, type MessagingField, type TypedMessaging } from './messaging-draft.ts'
import { messagingKey, type MessagingSettings } from './messaging-settings.rules.ts'
import { messagingSettingsTexts } from './messaging-settings.texts.ts'

export const messagingSettingsPath = '/utskick/installningar'

type MessagingSettingsProps = GroupPageProps<TypedMessaging>

const nameOf = (key: string, lang: Lang): string => {
  const t = messagingSettingsTexts[lang]
  const field = messagingFields.find((one) => messagingKey(one) === key)
  return field === undefined ? t.unproofread : t.fields[field]
}

/** A value in words. */
function valueText(value: unknown, lang: Lang): string {
  const t = messagingSettingsTexts[lang]
  if (value === null || value === undefined || value === '') return t.notSet
  if (typeof value === 'boolean') return value ? t.yes : t.no
  return typeof value === 'number' || typeof value === 'string' ? String(value) : ''
}

/** What a draft says otherwise than what is in force, as both are shown. */
export function messagingDifferences(lang: Lang, present: MessagingSettings, draft: MessagingSettings): Difference[] {
  const [theirs, mine] = [typedMessaging(present), typedMessaging(draft)]
  const texts = messagingFields
    .filter((field) => mine.texts[field] !== theirs.texts[field])
    .map((field) => ({
      what: nameOf(messagingKey(field), lang),
      mine: valueText(mine.texts[field], lang),
      theirs: valueText(theirs.texts[field], lang),
    }))
  if (mine.mayUnproofread === theirs.mayUnproofread) return texts
  const tick = { mine: valueText(mine.mayUnproofread, lang), theirs: valueText(theirs.mayUnproofread, lang) }
  return [...texts, { what: nameOf(messagingKey('mayUnproofread'), lang), ...tick }]
}

const numbers: ReadonlySet<MessagingField> = new Set(['replyDays', 'smsOre'])

const One = ({ field, props: { frame, typed, problems } }: { field: MessagingField; props: MessagingSettingsProps }) => {
  const t = messagingSettingsTexts[frame.lang]
  return (
    <Field
      name={field}
      label={t.fields[field]}
      hint={t.hints[field]}
      value={typed.texts[field]}
      maxlength={200}
      inputmode={numbers.has(field) ? 'numeric' : undefined}
      size={numbers.has(field) ? 6 : undefined}
      problem={problemOf(problems, field)}
    />
  )
}

const senderFields = ['contactPhone', 'contactName', 'unitName', 'senderName', 'returnAddress'] as const
const restFields = ['replyDays', 'smsOre'] as const

const SettingsForm = (props: MessagingSettingsProps) => {
  const { frame, once, version, typed, differences } = props
  const t = messagingSettingsTexts[frame.lang]
  const fields = (names: readonly MessagingField[]) => names.map((field) => <One field={field} props={props} />)
  return (
    <Form frame={frame} action={messagingSettingsPath} once={once}>
      <input type="hidden" name="version" value={String(version)} />
      <Card heading={t.sender}>
        <div class="stack">{fields(senderFields)}</div>
      </Card>
      <Card heading={t.rest}>
        <div class="stack">
          {fields(restFields)}
          <Checkbox name="mayUnproofread" label={t.unproofread} hint={t.unproofreadHint} checked={typed.mayUnproofread} />
        </div>
      </Card>
      <div class="row">
        <Button>{differences === null ? t.save : t.saveAnyway}</Button>
        <LinkButton href="/utskick/mallar" variant="tertiary">
          {t.leave}
        </LinkButton>
      </div>
    </Form>
  )
}

const History = ({ changes, lang }: Pick<MessagingSettingsProps, 'changes'> & { lang: Lang }) => {
  const t = messagingSettingsTexts[lang]
  const rows = changes.map(({ key, before, after, hadBefore, at, by }) => [
    at ?? t.always,
    by,
    nameOf(key, lang),
    hadBefore ? valueText(before, lang) : '–',
    valueText(after, lang),
  ])
  return (
    <Card heading={t.history} id="historik">
      <Table columns={[t.when, t.who, t.setting, t.from, t.to].map((title) => ({ title }))} rows={rows} empty={t.noHistory} stacks />
    </Card>
  )
}

/** The page. */
export const MessagingSettingsPage = (props: MessagingSettingsProps) => {
  const { frame, problems, differences, changes } = props
  const t = messagingSettingsTexts[frame.lang]
  const crumbs = [
    { href: '/utskick', label: t.messages },
    { href: '', label: t.crumb },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <PageHead heading={t.title} below={t.intro} />
      <div class="stack">
        <SettingsForm {...props} />
        <History changes={changes} lang={frame.lang} />
      </div>
    </Page>
  )
}
