/** Beside the chain: who is responsible, where the youth lives, cases, decisions, watching. */
import type { Child } from 'hono/jsx'
import type { Permission } from '../../kernel/permission.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Details, Tag } from '../../ui/card.tsx'
import { instantText, longDay } from '../../ui/day.texts.ts'
import { TextArea } from '../../ui/field.tsx'
import { Confirm, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { correctionTexts, type Correction } from '../corrections/index.ts'
import { NoteWarning, type NoteDraft } from '../hygiene/index.ts'
import type { Told } from '../law/index.ts'
import type { AddressRecord } from '../register/index.ts'
import type { Watch } from '../worklist/index.ts'
import { manualText } from './manual.texts.ts'
import { dayOfInstant } from './time.views.tsx'
import { youthTexts } from './youth.texts.ts'
import type { AssignmentRecord, ReadYouth } from './youth.types.ts'

/** What the reader may do here, and what each form needs. Nothing may be done to the past, or in meeting mode. */
export type Acting = {
  readonly frame: Frame
  readonly staffId: string
  readonly newOnce: () => string
  readonly acts: boolean
  readonly may: (permission: Permission) => boolean
  readonly mayAssign: boolean
  readonly mayDecide: boolean
  readonly mayCorrect: boolean
  /** A ground for watching that could not be saved, with what is wrong with it. */
  readonly watchDraft: { readonly ground: string; readonly problem: string; readonly note: NoteDraft } | null
}

export type SideProps = { readonly youth: ReadYouth; readonly told: Told; readonly acting: Acting }

const pathOf = ({ seen }: ReadYouth, part: string): string => `/ungdomar/${seen.subjectId}/${part}`

const assignmentText = ({ from, until, unit, staff, by, isRouted }: AssignmentRecord, lang: Told['lang']): string => {
  const texts = youthTexts[lang]
  const who = [staff, unit].filter((one) => one !== null).join(', ')
  const days = until === null ? dayOfInstant(from, lang) : `${dayOfInstant(from, lang)} – ${dayOfInstant(until, lang)}`
  return `${who}: ${days}, ${isRouted ? texts.routed : texts.givenBy(by)}`
}

/** Who has the youth, and the button that takes over. */
export const ResponsibleCard = ({ youth, told: { lang }, acting }: SideProps) => {
  const texts = youthTexts[lang]
  const { seen, assignments } = youth
  const isMine = seen.staffId === acting.staffId
  return (
    <Card heading={texts.responsible}>
      <p>
        {seen.staff === null ? texts.nobody : <strong>{seen.staff}</strong>}
        {` · ${seen.unit ?? texts.noUnit}`}
      </p>
      {acting.mayAssign && !isMine && (
        <Form frame={acting.frame} action={pathOf(youth, 'ta-over')} once={acting.newOnce()} inline>
          <input type="hidden" name="version" value={String(seen.assignmentId ?? 0)} />
          <Button variant="secondary">{texts.takeOver}</Button>
        </Form>
      )}
      {!acting.frame.meeting && assignments.length > 0 && (
        <Details summary={texts.history}>
          <ul>
            {assignments.map((one) => (
              <li>{assignmentText(one, lang)}</li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  )
}

const linesOf = ({ careOf, street, specialAddress, postalCode, locality }: AddressRecord): string[] =>
  [careOf === '' ? '' : `c/o ${careOf}`, street, specialAddress, `${postalCode} ${locality}`.trim()].filter((line) => line !== '')

const Address = ({ address, children }: { address: AddressRecord; children: Child }) => (
  <p>
    {linesOf(address).map((line) => (
      <>
        {line}
        <br />
      </>
    ))}
    <small class="muted">{children}</small>
  </p>
)

/** The address of the population register. With protected registration there is none to show: it is not even read. */
export const AddressCard = ({ youth, told }: SideProps) => {
  const texts = youthTexts[told.lang]
  const { hasProtectedRegistration, addresses } = youth.records
  const known = addresses.filter((one) => linesOf(one).length > 0)
  const [latest, ...earlier] = known
  const when = (instant: string): string => instantText(instant, told.today, told.lang)
  return (
    <Card heading={texts.addresses}>
      {hasProtectedRegistration && <p>{texts.hiddenAddress}</p>}
      {!hasProtectedRegistration && latest === undefined && <p class="muted">{texts.noAddress}</p>}
      {latest !== undefined && <Address address={latest}>{`${latest.source} · ${texts.knownSince(when(latest.knownFrom))}`}</Address>}
      {earlier.length > 0 && (
        <Details summary={texts.earlierAddresses}>
          {earlier.map((one) => (
            <Address address={one}>{texts.knownBetween(when(one.knownFrom), one.knownUntil === null ? '' : when(one.knownUntil))}</Address>
          ))}
        </Details>
      )}
    </Card>
  )
}

const CorrectionLine = ({ correction, lang }: { correction: Correction; lang: Told['lang'] }) => {
  const texts = correctionTexts[lang]
  const { id, line, state, reason, source, outcome, openedAt } = correction
  return (
    <li>
      <a href={`/rattelser/${id}`}>{texts.lines[line]}</a>
      {` – ${texts.reasons[reason]}. `}
      <Tag tone={state === 'closed' ? 'neutral' : 'warning'}>
        {state === 'closed' ? texts.outcomes[outcome ?? 'stands'] : texts.stateTag[state]}
      </Tag>
      <br />
      <small class="muted">{`${source} · ${dayOfInstant(openedAt, lang)}`}</small>
    </li>
  )
}

/** The correction cases, open ones first. */
export const CorrectionsCard = ({ youth, told: { lang } }: SideProps) =>
  youth.corrections.length === 0 ? null : (
    <Card heading={youthTexts[lang].corrections}>
      <ul class="plain stack">
        {youth.corrections.map((one) => (
          <CorrectionLine correction={one} lang={lang} />
        ))}
      </ul>
    </Card>
  )

/** What people have said that no source says, with the way to say more or take it back. */
export const ManualCard = ({ youth, told, acting }: SideProps) => {
  const texts = youthTexts[told.lang]
  const inForce = youth.records.manual.filter(({ withdrawnAt }) => withdrawnAt === null)
  return (
    <Card heading={texts.manual}>
      {inForce.length === 0 && <p class="muted">{texts.noManual}</p>}
      {inForce.length > 0 && (
        <ul>
          {inForce.map((one) => (
            <li>{manualText(one, told)}</li>
          ))}
        </ul>
      )}
      {acting.mayDecide && <LinkButton href={pathOf(youth, 'beslut')}>{texts.decide}</LinkButton>}
    </Card>
  )
}

const StopWatching = ({ youth, told: { lang }, acting, watch }: SideProps & { watch: Watch }) => {
  const texts = youthTexts[lang]
  const { watchStop: label, watchStopQuestion: question, watchStopDo: confirm } = texts
  const asked = { label, question, confirm, frame: acting.frame, action: pathOf(youth, 'sluta-bevaka'), once: acting.newOnce() }
  return (
    <>
      <p>{`${texts.watchedSince(longDay(watch.fromOn, lang), watch.byName ?? watch.by)} ${watch.ground}`}</p>
      {acting.mayAssign && (
        <Confirm {...asked}>
          <input type="hidden" name="watch" value={String(watch.id)} />
        </Confirm>
      )}
    </>
  )
}

const StartWatching = ({ youth, told: { lang }, acting }: SideProps) => {
  const { watch: label, watchQuestion: question, watchDo: confirm, watchGround } = youthTexts[lang]
  const asked = { label, question, confirm, frame: acting.frame, action: pathOf(youth, 'bevaka'), once: acting.newOnce() }
  const draft = acting.watchDraft
  return (
    <Confirm {...asked} open={draft !== null}>
      <TextArea name="ground" label={watchGround} maxlength={500} rows={2} required value={draft?.ground ?? ''} problem={draft?.problem} />
      {draft !== null && <NoteWarning {...draft.note} lang={lang} />}
    </Confirm>
  )
}

/** Following somebody who is not covered. Shown when it is so, or could be. */
export const WatchCard = (props: SideProps) => {
  const { youth, told, acting } = props
  const { watch, explanation } = youth
  if (acting.frame.meeting || (watch === null && (explanation.covered || !acting.mayAssign))) return null
  return (
    <Card heading={youthTexts[told.lang].watching}>
      {watch === null ? <StartWatching {...props} /> : <StopWatching {...props} watch={watch} />}
    </Card>
  )
}
