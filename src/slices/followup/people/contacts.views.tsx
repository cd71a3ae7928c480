/** Who is called to talks, and who follows: lists with the forms that change them. */
import { Button } from '../../../ui/button.tsx'
import { Card, Details, EmptyState } from '../../../ui/card.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { shortDay } from '../../../ui/day.texts.ts'
import { Field, Select } from '../../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import { phoneText, type E164Phone } from '../../../platform/phone.ts'
import { followupTexts } from '../followup.texts.ts'
import { processes, type Process } from '../members/members.types.ts'
import type { SectionFrame } from '../section.ts'
import { Shell } from '../shell.views.tsx'
import type { TypedFields } from './particulars.views.tsx'
import { peopleFormTexts } from './people-form.texts.ts'
import { peopleTexts } from './people.texts.ts'
import { actorKinds, type CalledActor, type Follower } from './people.types.ts'

/** What was typed in one of the page's forms: that of the row with the id, or the one for somebody new (`ny`). */
export type ContactDraft = { readonly of: string; readonly typed: TypedFields; readonly problems: readonly FieldProblem[] }

type Props = { readonly shown: SectionFrame; readonly youthId: string; readonly heading: string; readonly draft: ContactDraft | null }
export type ActorsProps = Props & { readonly actors: readonly CalledActor[] }

/** The new one's fields are called as they are; those of a row have its id before them, since the page has them several times. */
const idIn = (of: string, field: string): string => (of === 'ny' ? field : `${of}-${field}`)

const savedIn =
  (actor: CalledActor | null): TypedFields =>
  (field) => {
    if (actor === null) return field === 'called' ? 'yes' : ''
    const phone = actor.phone === '' ? '' : phoneText(actor.phone as E164Phone)
    return { kind: actor.kind, name: actor.name, phone, email: actor.email, called: actor.endedOn === null ? 'yes' : 'no' }[field] ?? ''
  }

type ActorFormProps = ActorsProps & { readonly actor: CalledActor | null }

const ActorFields = ({ shown: { lang }, actor, draft }: ActorFormProps) => {
  const [t, of] = [peopleFormTexts[lang], actor?.id ?? 'ny']
  const own = draft?.of === of ? draft : null
  const typed = own?.typed ?? savedIn(actor)
  const field = (name: string) => ({ name, id: idIn(of, name), value: typed(name), problem: problemOf(own?.problems ?? [], name) })
  const kinds = actorKinds.map((value) => ({ value, label: peopleTexts[lang].actorKinds[value] }))
  const called = [
    { value: 'yes', label: t.calledYes },
    { value: 'no', label: t.calledNo },
  ]
  return (
    <>
      <RadioGroup {...field('kind')} label={t.kind} options={kinds} required inline />
      <Field {...field('name')} label={t.name} required maxlength={100} />
      <Field {...field('phone')} label={t.phone} type="tel" required={false} maxlength={40} />
      <Field {...field('email')} label={t.email} type="email" required={false} maxlength={200} />
      {actor === null ? (
        <input type="hidden" name="called" value="yes" />
      ) : (
        <RadioGroup {...field('called')} label={t.called} options={called} inline />
      )}
    </>
  )
}

const ActorForm = (props: ActorFormProps) => {
  const { shown, youthId, actor } = props
  const address = `/uppfoljning/ungdom/${youthId}/aktorer`
  const label = actor?.name ?? peopleFormTexts[shown.lang].newActor
  return (
    <Form frame={shown.frame} action={actor === null ? address : `${address}/${actor.id}`} once={shown.newOnce()} label={label}>
      <input type="hidden" name="version" value={actor?.version ?? 0} />
      <ActorFields {...props} />
      <Button variant={actor === null ? 'primary' : 'secondary'}>{followupTexts[shown.lang].save}</Button>
    </Form>
  )
}

const ActorRows = ({ actors, ...props }: ActorsProps) => (
  <>
    {actors.map((actor) => (
      <Details summary={`${actor.name}, ${peopleTexts[props.shown.lang].actorKinds[actor.kind]}`} open={props.draft?.of === actor.id}>
        <ActorForm {...props} actors={actors} actor={actor} />
      </Details>
    ))}
  </>
)

const problemsIn = (draft: ContactDraft | null): FieldProblem[] =>
  (draft?.problems ?? []).map(({ field, text }) => ({ field: idIn(draft?.of ?? 'ny', field), text }))

/** GET /uppfoljning/ungdom/:id/aktorer. */
export const ActorsPage = (props: ActorsProps) => {
  const { shown, heading, actors, draft, youthId } = props
  const t = peopleFormTexts[shown.lang]
  const [called, former] = [actors.filter(({ endedOn }) => endedOn === null), actors.filter(({ endedOn }) => endedOn !== null)]
  const shell = { frame: shown.frame, part: 'youths', may: shown.may, heading, title: t.actorsTitle, below: t.actorsLead, youthId } as const
  return (
    <Shell {...shell}>
      <FormErrors problems={problemsIn(draft)} />
      <div class="stack">
        <Card heading={t.actorsTitle}>
          {called.length === 0 && <EmptyState title={peopleTexts[shown.lang].noActors} />}
          <ActorRows {...props} actors={called} />
        </Card>
        <Card heading={t.newActor}>
          <ActorForm {...props} actor={null} />
        </Card>
        {former.length > 0 && (
          <Card heading={t.formerActors}>
            <ActorRows {...props} actors={former} />
          </Card>
        )}
      </div>
    </Shell>
  )
}

export type FollowersProps = Props & {
  readonly followers: readonly Follower[]
  /** Who may be chosen: everybody with a process, once. */
  readonly members: readonly { readonly staffId: string; readonly name: string; readonly processes: readonly Process[] }[]
}

const FollowerRow = ({ shown, youthId, follower }: Pick<FollowersProps, 'shown' | 'youthId'> & { follower: Follower }) => {
  const { lang, frame, newOnce } = shown
  const t = peopleFormTexts[lang]
  const since = peopleTexts[lang].since(shortDay(follower.fromOn, lang))
  const action = `/uppfoljning/ungdom/${youthId}/foljer/${follower.id}`
  return (
    <li>
      <p>{`${follower.name}, ${followupTexts[lang].processes[follower.process]}, ${since}`}</p>
      {follower.untilOn === null ? (
        <Form frame={frame} action={action} once={newOnce()} label={t.endFollowLabel(follower.name)} inline>
          <Button variant="secondary">{t.endFollow}</Button>
        </Form>
      ) : (
        <p class="muted">{peopleTexts[lang].until(shortDay(follower.untilOn, lang))}</p>
      )}
    </li>
  )
}

const FollowForm = ({ shown, youthId, members, draft }: FollowersProps) => {
  const { lang, frame, newOnce } = shown
  const [t, words] = [peopleFormTexts[lang], followupTexts[lang].processes]
  const problems = draft?.problems ?? []
  const field = (name: string) => ({ name, value: draft?.typed(name) ?? '', problem: problemOf(problems, name), required: true })
  if (members.length === 0) return <p>{t.noMembers}</p>
  const people = members.map((one) => ({
    value: one.staffId,
    label: `${one.name} (${one.processes.map((process) => words[process]).join(', ')})`,
  }))
  return (
    <Form frame={frame} action={`/uppfoljning/ungdom/${youthId}/foljer`} once={newOnce()} label={t.newFollower}>
      <Select {...field('staff')} label={t.member} options={people} blank />
      <RadioGroup {...field('process')} label={t.process} options={processes.map((value) => ({ value, label: words[value] }))} inline />
      <Button>{t.follow}</Button>
    </Form>
  )
}

/** GET /uppfoljning/ungdom/:id/foljer. */
export const FollowersPage = (props: FollowersProps) => {
  const { shown, heading, followers, draft, youthId } = props
  const t = peopleFormTexts[shown.lang]
  return (
    <Shell
      frame={shown.frame}
      part="youths"
      may={shown.may}
      heading={heading}
      title={t.followersTitle}
      below={t.followersLead}
      youthId={youthId}
    >
      <FormErrors problems={draft?.problems ?? []} />
      <div class="stack">
        <Card heading={t.followersTitle}>
          {followers.length === 0 && <EmptyState title={peopleTexts[shown.lang].noFollowers} />}
          <ul class="plain stack">
            {followers.map((follower) => (
              <FollowerRow shown={shown} youthId={youthId} follower={follower} />
            ))}
          </ul>
        </Card>
        <Card heading={t.newFollower}>
          <FollowForm {...props} />
        </Card>
      </div>
    </Shell>
  )
}
