/** GET /utskick/installningar: who messages are from, how long codes last, what an SMS costs, and how it came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import type { Difference } from '../../ui/both.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { problemOf } from '../../ui/form.tsx'
import type { Cell } from '../../ui/table.tsx'
import { SettingsGroupPageView, type GroupPageProps, type SettingChange } from '../settings/index.ts'
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

function rowOf({ key, before, after, hadBefore, at, by }: SettingChange, lang: Lang): Cell[] {
  const t = messagingSettingsTexts[lang]
  return [at ?? t.always, by, nameOf(key, lang), hadBefore ? valueText(before, lang) : '–', valueText(after, lang)]
}

/** The page. */
export const MessagingSettingsPage = (props: MessagingSettingsProps) => {
  const { frame, typed, changes } = props
  const t = messagingSettingsTexts[frame.lang]
  const fields = (names: readonly MessagingField[]) => names.map((field) => <One field={field} props={props} />)
  return (
    <SettingsGroupPageView
      of={props}
      path={messagingSettingsPath}
      texts={t}
      above={{ href: '/utskick', label: t.messages }}
      crumb={t.crumb}
      leaveHref="/utskick/mallar"
      columns={[t.when, t.who, t.setting, t.from, t.to]}
      rows={changes.map((change) => rowOf(change, frame.lang))}
    >
      <Card heading={t.sender}>
        <div class="stack">{fields(senderFields)}</div>
      </Card>
      <Card heading={t.rest}>
        <div class="stack">
          {fields(restFields)}
          <Checkbox name="mayUnproofread" label={t.unproofread} hint={t.unproofreadHint} checked={typed.mayUnproofread} />
        </div>
      </Card>
    </SettingsGroupPageView>
  )
}
