/** The action plan: a version to read, and the draft that is written in. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Details, Tag, type Tone } from '../../ui/card.tsx'
import { longDay } from '../../ui/day.texts.ts'
import { Field, TextArea } from '../../ui/field.tsx'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import type { ShownPlan } from './plan.actions.ts'
import { reviewAfter, type PartChange } from './plan.rules.ts'
import { planTexts } from './plan.texts.ts'
import { steeringTexts } from './steering.texts.ts'
import type { PlanPart } from './steering.types.ts'

export const steeringPath = '/styrning'
export const draftPath = `${steeringPath}/utkast`
export const versionPath = (version: number): string => `${steeringPath}/plan/${version}`

/** What was typed in a form that is shown again; null: as it is. */
export type PlanDraft = { readonly value: (field: string) => string; readonly problems: readonly FieldProblem[] } | null

const crumbsOf = (lang: Frame['lang'], label: string, inDraft = false) => [
  { href: steeringPath, label: steeringTexts[lang].title },
  ...(inDraft ? [{ href: draftPath, label: planTexts[lang].draft }] : []),
  { href: '', label },
]

const Paragraphs = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\n{2,}/).map((part) => (
      <p>{part.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br />, line]))}</p>
    ))}
  </>
)

const tones: Readonly<Record<PartChange['is'], Tone>> = { added: 'success', removed: 'warning', changed: 'info', same: 'neutral' }

/** What differs from the version before. Parts that are the same are left out. */
const Changes = ({ of: { plan, changes }, lang }: { readonly of: ShownPlan; readonly lang: Frame['lang'] }) => {
  const t = planTexts[lang]
  if (plan.version === 1) return null
  const told = changes.filter(({ is }) => is !== 'same')
  return (
    <Details summary={t.changes} open={plan.adoption === null}>
      {told.length === 0 ? (
        <p class="muted">{t.changesNone}</p>
      ) : (
        <ul class="plain">
          {told.map(({ heading, is, boardBefore }) => (
            <li>
              <Tag tone={tones[is]}>{t.change[is]}</Tag> {heading}
              {boardBefore !== null && <span class="muted">{` (${t.boardBefore(boardBefore)})`}</span>}
            </li>
          ))}
        </ul>
      )}
    </Details>
  )
}

type PartProps = { readonly part: PlanPart; readonly lang: Frame['lang']; readonly editHref: string | null }

const Part = ({ part, lang, editHref }: PartProps) => {
  const t = planTexts[lang]
  return (
    <Card heading={part.heading} action={editHref === null ? undefined : <LinkButton href={editHref}>{t.edit}</LinkButton>}>
      <p>{part.board === '' ? <Tag tone="warning">{t.boardNone}</Tag> : <span class="muted">{t.boardOf(part.board)}</span>}</p>
      {part.body === '' ? <p class="muted">{t.noBody}</p> : <Paragraphs text={part.body} />}
    </Card>
  )
}

/** A version that was adopted. */
export const VersionPage = ({ frame, of }: { readonly frame: Frame; readonly of: ShownPlan }) => {
  const { lang } = frame
  const t = planTexts[lang]
  const { adoption, version, parts } = of.plan
  const below =
    adoption === null
      ? t.draftText
      : [
          t.adopted(adoption.adoptedBy, longDay(adoption.adoptedOn, lang)),
          ...(adoption.reference === '' ? [] : [t.reference(adoption.reference)]),
          t.review(longDay(adoption.reviewOn, lang)),
        ].join(' · ')
  return (
    <Page frame={frame} title={t.title} crumbs={crumbsOf(lang, t.version(version))}>
      <PageHead heading={`${t.title}, ${t.version(version).toLowerCase()}`} below={below}>
        <LinkButton href={`${versionPath(version)}/pdf`}>{t.pdf}</LinkButton>
      </PageHead>
      <div class="stack">
        <Changes of={of} lang={lang} />
        {parts.map((part) => (
          <Part part={part} lang={lang} editHref={null} />
        ))}
      </div>
    </Page>
  )
}

type DraftProps = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly of: ShownPlan
  readonly draft: PlanDraft
  readonly newOnce: () => string
}

const fieldsAt = (draft: PlanDraft) => (name: string, otherwise: string | number) => ({
  name,
  value: draft === null ? otherwise : draft.value(name),
  problem: problemOf(draft?.problems ?? [], name),
})

const PartFields = ({ lang, at, part }: { lang: Frame['lang']; at: ReturnType<typeof fieldsAt>; part: PlanPart | null }) => {
  const f = planTexts[lang].fields
  const body = at('body', part?.body ?? '')
  return (
    <>
      <Field {...at('heading', part?.heading ?? '')} label={f.heading} maxlength={120} required />
      <Field {...at('board', part?.board ?? '')} label={f.board} hint={f.boardHint} maxlength={120} required={false} />
      <TextArea {...body} value={String(body.value)} label={f.body} hint={f.bodyHint} rows={10} maxlength={8000} required={false} />
    </>
  )
}

const NewPart = ({ frame, of: { plan }, draft, newOnce }: DraftProps) => {
  const t = planTexts[frame.lang]
  return (
    <Details summary={t.newPart} open={(draft?.value('heading') ?? '') !== ''}>
      <Form frame={frame} action={`${draftPath}/del`} once={newOnce()}>
        <input type="hidden" name="draftNo" value={String(plan.draftNo)} />
        <PartFields lang={frame.lang} at={fieldsAt(draft)} part={null} />
        <Button variant="secondary">{t.addPart}</Button>
      </Form>
    </Details>
  )
}

const Adopt = ({ frame, today, of: { plan }, draft, newOnce }: DraftProps) => {
  const t = planTexts[frame.lang]
  const f = t.adoptFields
  const isTyped = (draft?.value('adoptedBy') ?? '') !== '' || (draft?.value('adoptedOn') ?? '') !== ''
  const at = fieldsAt(isTyped ? draft : null)
  return (
    <Card heading={t.adoptTitle}>
      <Confirm
        frame={frame}
        action={`${draftPath}/besluta`}
        once={newOnce()}
        label={t.adopt}
        question={t.adoptQuestion}
        confirm={t.adoptDo}
        open={isTyped}
      >
        <input type="hidden" name="draftNo" value={String(plan.draftNo)} />
        <Field {...at('adoptedOn', today)} type="date" label={f.adoptedOn} required />
        <Field {...at('adoptedBy', '')} label={f.adoptedBy} hint={f.adoptedByHint} maxlength={120} required />
        <Field {...at('reference', '')} label={f.reference} maxlength={60} required={false} />
        <Field {...at('reviewOn', reviewAfter(today))} type="date" label={f.reviewOn} hint={f.reviewOnHint} required />
      </Confirm>
    </Card>
  )
}

/** The draft. */
export const DraftPage = (props: DraftProps) => {
  const { frame, of, draft } = props
  const t = planTexts[frame.lang]
  return (
    <Page frame={frame} title={t.draft} crumbs={crumbsOf(frame.lang, t.draft)}>
      <FormErrors problems={draft?.problems ?? []} />
      <PageHead heading={`${t.title}: ${t.draft.toLowerCase()}`} below={t.version(of.plan.version)}>
        <LinkButton href={`${draftPath}/pdf`}>{t.pdf}</LinkButton>
      </PageHead>
      <div class="stack">
        <Alert kind="info">{t.draftText}</Alert>
        <Changes of={of} lang={frame.lang} />
        {of.plan.parts.map((part) => (
          <Part part={part} lang={frame.lang} editHref={`${draftPath}/${part.partKey}`} />
        ))}
        <NewPart {...props} />
        <Adopt {...props} />
      </div>
    </Page>
  )
}

type PartPageProps = Omit<DraftProps, 'today'> & { readonly part: PlanPart }

type DropProps = { readonly frame: Frame; readonly plan: ShownPlan['plan']; readonly part: PlanPart; readonly once: string }

const Drop = ({ frame, plan, part, once }: DropProps) => {
  const t = planTexts[frame.lang]
  const action = `${draftPath}/${part.partKey}/ta-bort`
  return (
    <Confirm frame={frame} action={action} once={once} label={t.drop} question={t.dropQuestion} confirm={t.dropDo} danger>
      <input type="hidden" name="draftNo" value={String(plan.draftNo)} />
    </Confirm>
  )
}

/** One part of the draft. */
export const PartPage = ({ frame, of: { plan }, part, draft, newOnce }: PartPageProps) => {
  const t = planTexts[frame.lang]
  const at = fieldsAt(draft)
  const path = `${draftPath}/${part.partKey}`
  return (
    <Page frame={frame} title={t.editPart} crumbs={crumbsOf(frame.lang, t.editPart, true)}>
      <FormErrors problems={draft?.problems ?? []} />
      <PageHead heading={t.editPart} below={part.heading} />
      <div class="stack">
        <Card>
          <Form frame={frame} action={path} once={newOnce()}>
            <input type="hidden" name="draftNo" value={String(plan.draftNo)} />
            <PartFields lang={frame.lang} at={at} part={part} />
            <Field {...at('place', part.position)} label={t.fields.place} inputmode="numeric" size={4} required />
            <Button>{t.save}</Button>
          </Form>
        </Card>
        <Drop frame={frame} plan={plan} part={part} once={newOnce()} />
      </div>
    </Page>
  )
}
