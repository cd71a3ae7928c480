/** The page of the module's settings: erasure, and ways to what other rooms have to set. */
import type { SealedPermission } from '../../../kernel/permission.ts'
import { Both, type Difference } from '../../../ui/both.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, Columns } from '../../../ui/card.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { Field, TextArea } from '../../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { followupTexts } from '../followup.texts.ts'
import type { SettingsEntry } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import { settingsTexts } from './settings.texts.ts'

/** Erasure as it was typed. */
export type TypedErasure = { readonly years: string; readonly keepsSample: boolean; readonly source: string }

type Props = {
  readonly frame: Frame
  readonly may: (permission: SealedPermission) => boolean
  readonly typed: TypedErasure
  readonly version: number
  readonly problems: readonly FieldProblem[]
  readonly differences: readonly Difference[] | null
  readonly entries: readonly SettingsEntry[]
  readonly once: string
}

const ErasureFields = ({ frame, typed, problems }: Pick<Props, 'frame' | 'typed' | 'problems'>) => {
  const t = settingsTexts[frame.lang]
  const field = (name: 'years' | 'source') => ({ name, value: typed[name], problem: problemOf(problems, name), required: true })
  return (
    <>
      <Field {...field('years')} label={t.years} hint={t.yearsHint} inputmode="numeric" size={4} />
      <Checkbox name="keepsSample" label={t.keepsSample} hint={t.keepsSampleHint} checked={typed.keepsSample} />
      <TextArea {...field('source')} label={t.source} hint={t.sourceHint} rows={2} maxlength={300} />
    </>
  )
}

const ErasureForm = (props: Props) => {
  const { frame, version, once } = props
  const t = settingsTexts[frame.lang]
  return (
    <Card heading={t.erasure}>
      <p>{t.erasureText}</p>
      <Form frame={frame} action="/uppfoljning/installningar" once={once} label={t.erasure}>
        <input type="hidden" name="version" value={version} />
        <ErasureFields {...props} />
        <div class="row">
          <Button>{followupTexts[frame.lang].save}</Button>
        </div>
      </Form>
    </Card>
  )
}

const Entries = ({ frame, entries }: Pick<Props, 'frame' | 'entries'>) =>
  entries.length === 0 ? null : (
    <Card heading={settingsTexts[frame.lang].other}>
      <ul class="plain stack">
        {entries.map(({ href, label, text }) => (
          <li>
            <a href={href}>{label[frame.lang]}</a>
            <p class="muted">{text[frame.lang]}</p>
          </li>
        ))}
      </ul>
    </Card>
  )

/** GET /uppfoljning/installningar. */
export const SettingsPage = (props: Props) => {
  const { frame, may, problems, differences, entries } = props
  return (
    <Shell frame={frame} part="settings" may={may} heading={followupTexts[frame.lang].settings} below={settingsTexts[frame.lang].lead}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <Columns main={<ErasureForm {...props} />} side={<Entries frame={frame} entries={entries} />} />
    </Shell>
  )
}
