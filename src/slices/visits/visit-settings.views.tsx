/** GET /besok/installningar: the minutes of the watch, and how they came to be so. */
import type { Lang } from '../../kernel/lang.ts'
import { Both } from '../../ui/both.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf } from '../../ui/form.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, type Cell } from '../../ui/table.tsx'
import type { GroupPageProps, SettingChange } from '../settings/index.ts'
import { visitSettingKeys, visitSettingNames, type VisitSettings } from './visit-settings.rules.ts'
import { visitSettingTexts } from './visit-settings.texts.ts'

export type TypedVisitSettings = Readonly<Record<keyof VisitSettings, string>>

type VisitSettingsProps = GroupPageProps<TypedVisitSettings>

const SettingsForm = ({ frame, once, typed, version, problems, differences }: VisitSettingsProps) => {
  const t = visitSettingTexts[frame.lang]
  return (
    <Form frame={frame} action="/besok/installningar" once={once}>
      <input type="hidden" name="version" value={String(version)} />
      {visitSettingNames.map((name) => (
        <Field
          name={name}
          label={t.fields[name]}
          value={typed[name]}
          inputmode="numeric"
          size={4}
          maxlength={3}
          problem={problemOf(problems, name)}
        />
      ))}
      <p class="muted">{t.hint}</p>
      <div class="row">
        <Button>{differences === null ? t.save : t.saveAnyway}</Button>
        <LinkButton href="/installningar" variant="tertiary">
          {t.leave}
        </LinkButton>
      </div>
    </Form>
  )
}

function rowOf({ key, before, after, hadBefore, at, by }: SettingChange, lang: Lang): Cell[] {
  const t = visitSettingTexts[lang]
  const name = visitSettingNames.find((one) => visitSettingKeys[one] === key)
  return [at ?? t.always, by, name === undefined ? key : t.fields[name], hadBefore ? String(before) : '–', String(after)]
}

/** The page. */
export const VisitSettingsPage = (props: VisitSettingsProps) => {
  const { frame, changes, problems, differences } = props
  const t = visitSettingTexts[frame.lang]
  const crumbs = [
    { href: '/installningar', label: t.settings },
    { href: '', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <PageHead heading={t.title} below={t.intro} />
      <div class="stack">
        <SettingsForm {...props} />
        <Card heading={t.history}>
          <Table
            columns={t.columns.map((title) => ({ title }))}
            rows={changes.map((change) => rowOf(change, frame.lang))}
            empty={t.noHistory}
            stacks
          />
        </Card>
      </div>
    </Page>
  )
}
