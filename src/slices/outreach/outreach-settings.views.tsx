/** GET /uppsok/installningar: the numbers of the ladder, search steps, departments and freshness as one form, and their history. */
import type { Child } from 'hono/jsx'
import { Both } from '../../ui/both.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CheckboxGroup } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { GroupPageProps } from '../settings/index.ts'
import { outreachSettingsTexts } from './outreach-settings.texts.ts'
import {
  fieldOf,
  freshnessKinds,
  type LadderDays,
  type LadderNumber,
  type OutreachTick,
  type TypedOutreach,
} from './settings-draft.rules.ts'
import { NamedRows } from './settings-named.views.tsx'
import { OutreachHistory } from './settings-told.views.tsx'

type Texts = (typeof outreachSettingsTexts)[Frame['lang']]
type Parts = { readonly typed: TypedOutreach; readonly t: Texts; readonly problems: readonly FieldProblem[] }

const Numbers = ({ names, typed, t, problems }: Parts & { readonly names: readonly LadderNumber[] }) => (
  <div class="filters">
    {names.map((name) => (
      <Field
        name={fieldOf(name)}
        label={t.numbers[name]}
        hint={t.numberHints[name]}
        value={typed.numbers[name]}
        inputmode="numeric"
        maxlength={4}
        problem={problemOf(problems, fieldOf(name))}
      />
    ))}
  </div>
)

const Days = ({ name, typed, t, problems }: Parts & { readonly name: LadderDays }) => (
  <Field
    name={name}
    label={t.days[name]}
    hint={name === 'largeRoundAfter' ? t.dayHint : t.daysHint}
    value={typed.days[name]}
    size={name === 'largeRoundAfter' ? 8 : 40}
    maxlength={100}
    problem={problemOf(problems, name)}
  />
)

type TickProps = Parts & { readonly label: string; readonly ticks: readonly OutreachTick[]; readonly hint?: Child }

const Ticks = ({ label, ticks, hint, typed, t }: TickProps) => (
  <CheckboxGroup
    name="ticks"
    id={`ticks-${ticks[0] ?? ''}`}
    label={label}
    hint={hint}
    options={ticks.map((tick) => ({ value: tick, label: t.ticks[tick] }))}
    values={typed.ticks}
  />
)

const stepNumbers = ['lateDays', 'daysToFurtherLetter', 'daysToVisitCard', 'daysToVisit', 'newRoundDays'] as const
const restNumbers = ['answerWorkingDays', 'silenceDays', 'promiseDays', 'coolOffDays'] as const
const callNumbers = ['daysToFirstCall', 'calls', 'daysBetweenCalls', 'cooldownDays.noAnswer', 'cooldownDays.wrongPerson'] as const
const hourNumbers = ['dayHours.morning', 'dayHours.midday', 'dayHours.late', 'dayHours.end'] as const

const LadderCards = (parts: Parts) => (
  <>
    <Card heading={parts.t.begin}>
      <div class="stack">
        <Numbers {...parts} names={['beginMonths']} />
        <Days {...parts} name="largeRoundAfter" />
        <Ticks {...parts} label={parts.t.tickLabels.begin} ticks={['smsWithLetter']} />
        <Ticks {...parts} label={parts.t.tickLabels.minors} ticks={['minorsNeedGuardian']} />
      </div>
    </Card>
    <Card heading={parts.t.steps}>
      <Numbers {...parts} names={stepNumbers} />
    </Card>
    <Card heading={parts.t.calls}>
      <div class="stack">
        <Numbers {...parts} names={callNumbers} />
        <Numbers {...parts} names={hourNumbers} />
      </div>
    </Card>
    <Card heading={parts.t.rest}>
      <div class="stack">
        <Numbers {...parts} names={restNumbers} />
        <Days {...parts} name="termStarts" />
        <Days {...parts} name="admissions" />
        <Ticks {...parts} label={parts.t.tickLabels.rest} ticks={['birthdayIsMoment']} />
      </div>
    </Card>
  </>
)

const FreshnessCard = ({ typed, t, problems }: Parts) => (
  <Card heading={t.freshness}>
    <p>{t.freshnessHint}</p>
    <div class="filters">
      {freshnessKinds.map((kind) => (
        <Field
          name={`freshness-${kind}`}
          label={t.freshnessKinds[kind]}
          value={typed.freshness[kind]}
          inputmode="numeric"
          maxlength={3}
          problem={problemOf(problems, `freshness-${kind}`)}
        />
      ))}
    </div>
  </Card>
)

type OutreachSettingsProps = GroupPageProps<TypedOutreach>

const SaveRow = ({ t, isStale }: { readonly t: Texts; readonly isStale: boolean }) => (
  <div class="row">
    <Button>{isStale ? t.saveAnyway : t.save}</Button>
    <LinkButton href="/installningar" variant="tertiary">
      {t.leave}
    </LinkButton>
  </div>
)

/** The settings of outreach, to change. */
export const OutreachSettingsPage = ({ frame, once, version, typed, problems, differences, changes }: OutreachSettingsProps) => {
  const t = outreachSettingsTexts[frame.lang]
  const parts = { typed, t, problems }
  const crumbs = [
    { href: '/installningar', label: t.crumb },
    { href: '', label: t.title },
  ]
  return (
    <Page frame={frame} title={t.title} crumbs={crumbs}>
      {differences !== null && <Both differences={differences} />}
      <FormErrors problems={problems} />
      <PageHead heading={t.title} below={t.intro} />
      <Form frame={frame} action="/uppsok/installningar" once={once}>
        <input type="hidden" name="version" value={version} />
        <LadderCards {...parts} />
        <NamedRows kind="step" rows={typed.steps} t={t} problems={problems} />
        <NamedRows kind="department" rows={typed.departments} t={t} problems={problems} />
        <FreshnessCard {...parts} />
        <Card heading={t.tickLabels.forward}>
          <Ticks {...parts} label={t.tickLabels.forward} ticks={['mayForward']} hint={t.forwardHint} />
        </Card>
        <SaveRow t={t} isStale={differences !== null} />
      </Form>
      <div class="spaced">
        <OutreachHistory changes={changes} lang={frame.lang} />
      </div>
    </Page>
  )
}
