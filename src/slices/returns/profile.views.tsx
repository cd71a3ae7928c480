/** /halvarsuppgiften/profil: the profile of a half-year as it can be read, its forms, and the municipality's own versions. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Both, type Difference } from '../../ui/both.tsx'
import { Card, Columns, DefinitionList, Details, Tag } from '../../ui/card.tsx'
import { FormErrors } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { controlKeys } from './control.types.ts'
import { HalfPicker, ReturnPage } from './parts.views.tsx'
import { BackForm, CodesForm, profilePath, WholeForm, type ProfileFormProps } from './profile-form.views.tsx'
import { profileTexts } from './profile.texts.ts'
import type { Profile } from './profile.types.ts'
import { returnTexts } from './returns.texts.ts'
import { blocks } from './returns.types.ts'

type Props = ProfileFormProps & {
  readonly today: PlainDate
  /** What was typed beside what is in force, when somebody else was first. */
  readonly differences: readonly Difference[] | null
  readonly told: string | null
}
type Shown = { readonly profile: Profile; readonly lang: Lang }

const FileFacts = ({ profile: { file }, lang }: Shown) => {
  const t = profileTexts[lang]
  const { fileKeys: keys, fileValues: values } = t
  return (
    <DefinitionList
      facts={[
        { term: keys.name, value: file.name },
        { term: keys.layout, value: values.layout[file.layout] },
        { term: keys.separator, value: file.separator === '\t' ? t.tab : file.separator },
        { term: keys.encoding, value: values.encoding[file.encoding] },
        { term: keys.header, value: file.header ? t.yes : t.no },
        { term: keys.lineEnd, value: values.lineEnd[file.lineEnd] },
        { term: keys.dates, value: file.dates },
        { term: keys.numbers, value: t.numbers[file.numbers] },
        { term: keys.quotes, value: values.quotes[file.quotes] },
      ]}
    />
  )
}

const Columned = ({ profile: { columns }, lang }: Shown) => {
  const t = profileTexts[lang]
  const holds = ({ field, constant }: Profile['columns'][number]): string =>
    field === undefined ? t.constant(constant ?? '') : returnTexts[lang].fields[field]
  return (
    <Table
      columns={[{ title: t.column.nth, isNumber: true }, { title: t.column.name }, { title: t.column.holds }]}
      rows={columns.map((column, index) => [index + 1, column.name, holds(column)])}
    />
  )
}

const RuleTable = ({ profile: { rules, codes }, lang }: Shown) => {
  const t = profileTexts[lang]
  const { ruleKeys: keys, ruleValues: values } = t
  return (
    <Table
      headed
      columns={[{ title: t.rule }, { title: t.says }]}
      rows={[
        [keys.contacts, values.contacts[rules.contacts]],
        [keys.measures, values.measures[rules.measures]],
        [keys.occupationWithinDays, rules.occupationWithinDays],
        [keys.occupationFromSchool, rules.occupationFromSchool ? t.yes : t.no],
        [keys.secrecyMarked, values.secrecyMarked[rules.secrecyMarked]],
        [keys.protectedRegistration, values.secrecyMarked[rules.protectedRegistration]],
        [t.blocks, blocks.map((block) => `${returnTexts[lang].blocks[block]} ${codes.blocks[block]}`).join(', ')],
      ]}
    />
  )
}

const levelTones = { error: 'danger', warning: 'warning', off: 'neutral' } as const

const Controls = ({ profile, lang }: Shown) => {
  const t = profileTexts[lang]
  const rows = controlKeys.map((control) => {
    const level = profile.controls[control]
    return [returnTexts[lang].controls[control].is, <Tag tone={levelTones[level]}>{t.levels[level]}</Tag>]
  })
  return <Table headed columns={[{ title: t.control }, { title: t.level }]} rows={rows} />
}

const History = ({ frame: { lang }, half, shown: { versions } }: Props) => {
  const t = profileTexts[lang]
  const rows = versions.map(({ version, changedBy, at, untilAt }) => [
    <a href={`${profilePath}/json?halvar=${half}&version=${version}`}>{`${t.version} ${version}`}</a>,
    changedBy,
    `${at} – ${untilAt ?? t.still}`,
  ])
  return (
    <Card heading={t.history} id="versioner">
      {versions.length === 0 ? (
        <p>{t.noHistory}</p>
      ) : (
        <Table headed stacks columns={[t.version, t.by, t.days].map((title) => ({ title }))} rows={rows} />
      )}
    </Card>
  )
}

const Readable = ({ profile, lang }: Shown) => {
  const t = profileTexts[lang]
  return (
    <>
      <Card heading={t.about}>
        <FileFacts profile={profile} lang={lang} />
      </Card>
      <Card heading={t.rules}>
        <RuleTable profile={profile} lang={lang} />
      </Card>
      <Card>
        <Details summary={t.columns}>
          <Columned profile={profile} lang={lang} />
        </Details>
        <Details summary={t.controls}>
          <Controls profile={profile} lang={lang} />
        </Details>
      </Card>
    </>
  )
}

const State = ({ shown: { inForce }, draft, frame: { lang } }: Props) => {
  const [t, r] = [profileTexts[lang], returnTexts[lang]]
  const isDraft = draft.status === 'draft'
  const which = inForce === null ? t.noneYet : inForce.origin === 'shipped' ? t.inForce.shipped : t.inForce.own(inForce.profile.version)
  return (
    <Alert kind={isDraft ? 'warning' : 'info'}>
      <p>{`${which} ${isDraft ? r.draft : r.verified}`}</p>
    </Alert>
  )
}

const Content = (props: Props) => {
  const main = (
    <>
      <CodesForm {...props} />
      <WholeForm {...props} />
      <BackForm {...props} />
    </>
  )
  const side = (
    <>
      <Readable profile={props.draft} lang={props.frame.lang} />
      <History {...props} />
    </>
  )
  return <Columns main={main} side={side} />
}

/** The page. */
export const ProfilePage = (props: Props) => {
  const { frame, half, today, problems, differences, told } = props
  const { lang } = frame
  const t = profileTexts[lang]
  return (
    <ReturnPage frame={frame} title={t.title} under={half}>
      <FormErrors problems={problems} />
      {differences !== null && <Both differences={differences} />}
      <PageHead heading={t.title} below={t.lead(half)} />
      <div class="stack">
        {told !== null && (
          <Alert kind="warning" live>
            {told}
          </Alert>
        )}
        <HalfPicker lang={lang} today={today} chosen={half} path={profilePath} />
        <State {...props} />
        <Content {...props} />
      </div>
    </ReturnPage>
  )
}
