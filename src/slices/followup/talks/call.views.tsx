/** The form that calls the actors to a talk: when, where, whom, and why somebody is not called. */
import { Alert } from '../../../ui/alert.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import { followupTexts } from '../followup.texts.ts'
import type { TypedFields } from '../people/particulars.views.tsx'
import { Room } from '../people/room.views.tsx'
import type { SectionFrame } from '../section.ts'
import { callAddress, talksAddress } from './talk-address.ts'
import type { ReadCall } from './talk-page.actions.ts'
import { actorsInText, talkPageTexts } from './talk-page.texts.ts'
import { talkTexts } from './talks.texts.ts'
import { calledActors } from './talks.types.ts'

type Props = {
  readonly shown: SectionFrame
  readonly read: ReadCall
  readonly typed: TypedFields
  readonly invited: readonly string[]
  readonly problems: readonly FieldProblem[]
}

const Who = ({ shown: { lang }, read: { actors, youth }, typed, invited, problems }: Props) => {
  const t = talkPageTexts[lang]
  const words = talkTexts[lang].actors
  const options = [
    { value: 'youth', label: words.youth },
    ...actors.map(({ id, kind, name }) => ({ value: id, label: `${words[kind]}: ${name}` })),
  ]
  return (
    <>
      <CheckboxGroup
        name="invite"
        label={t.who}
        hint={t.whoHint}
        options={options}
        values={invited}
        problem={problemOf(problems, 'invite')}
      />
      <p>
        <a href={`/uppfoljning/ungdom/${youth.id}/aktorer`}>{t.actors}</a>
      </p>
      {calledActors.map((actor) => {
        const name = `why-${actor}`
        const hint = actor === 'trustee' ? t.whyNotHint : undefined
        const of = { name, value: typed(name), problem: problemOf(problems, name), maxlength: 200 }
        return <Field {...of} label={t.whyNot(actorsInText[lang][actor])} hint={hint} />
      })}
    </>
  )
}

const When = ({ shown: { lang }, read: { following }, typed, problems }: Props) => {
  const t = talkPageTexts[lang]
  const field = (name: string) => ({ name, value: typed(name), problem: problemOf(problems, name), required: true })
  const options = following.map((value) => ({ value, label: followupTexts[lang].processes[value] }))
  return (
    <>
      {options.length > 1 ? (
        <RadioGroup {...field('recipient')} label={t.process} options={options} />
      ) : (
        <input type="hidden" name="recipient" value={following[0] ?? ''} />
      )}
      <Field {...field('on')} label={t.on} type="date" />
      <Field {...field('at')} label={t.at} hint={t.atHint} maxlength={5} size={6} inputmode="numeric" />
      <Field {...field('place')} label={t.place} hint={t.placeHint} maxlength={120} />
    </>
  )
}

/** GET /uppfoljning/ungdom/:id/kalla. */
export const CallPage = (props: Props) => {
  const { shown, read, problems } = props
  const { frame, lang, newOnce } = shown
  const t = talkPageTexts[lang]
  return (
    <Room shown={shown} youth={read.youth} title={t.call} below={t.callLead}>
      <FormErrors problems={problems} />
      {read.following.length === 0 ? (
        <Alert kind="info">
          <p>{talkTexts[lang].calls['not-followed']}</p>
        </Alert>
      ) : (
        <Form frame={frame} action={callAddress(read.youth.id)} once={newOnce()} label={t.call}>
          <When {...props} />
          <Who {...props} />
          <div class="row">
            <Button>{t.sendCall}</Button>
            <LinkButton href={talksAddress(read.youth.id)} variant="tertiary">
              {followupTexts[lang].leave}
            </LinkButton>
          </div>
        </Form>
      )}
    </Room>
  )
}
