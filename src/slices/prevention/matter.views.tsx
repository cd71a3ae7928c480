/** Matters with a school: each with what can be done with it now, and the form for a new one. */
import type { JSX } from 'hono/jsx/jsx-runtime'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Select } from '../../ui/field.tsx'
import { Confirm, Form, problemOf } from '../../ui/form.tsx'
import { askRefusal, closeRefusal, closingsOf, referRefusal, rosterOf } from './matter.rules.ts'
import { matterTexts } from './matter.texts.ts'
import { handWays, matterKinds, type Matter } from './prevention.types.ts'
import type { PupilProps } from './pupil.views.tsx'
import { MatterTag, matterText, pupilPath } from './words.views.tsx'

type One = PupilProps & { readonly matter: Matter }

const pathOf = ({ subjectId, matter }: One, act: string): string => `${pupilPath(subjectId)}/${matter.matterId}/${act}`

const Refer = (props: One) => {
  const { frame, matter, newOnce, problems } = props
  const t = matterTexts[frame.lang]
  if (referRefusal(matter) !== null) return null
  return (
    <Form frame={frame} action={pathOf(props, 'rektor')} once={newOnce()}>
      <Select
        name="how"
        id={`how-${matter.matterId}`}
        label={t.refer}
        options={handWays.map((value) => ({ value, label: t.ways[value] }))}
        problem={problemOf(problems, `how-${matter.matterId}`)}
      />
      <Button variant="secondary">{t.referDo}</Button>
    </Form>
  )
}

const Ask = (props: One) => {
  const { frame, matter, newOnce, pupil } = props
  const t = matterTexts[frame.lang]
  const refusal = askRefusal(matter, pupil.youth.isProtected)
  if (refusal === 'protected') return <p class="muted">{t.refusals.protected}</p>
  if (refusal !== null) return null
  const { ask, askQuestion, askDo } = t
  const { kind } = matter
  return (
    <Confirm
      frame={frame}
      action={pathOf(props, 'fraga')}
      once={newOnce()}
      label={ask[kind]}
      question={askQuestion[kind]}
      confirm={askDo}
    />
  )
}

const Close = (props: One) => {
  const { frame, matter, newOnce } = props
  const t = matterTexts[frame.lang]
  const ways = closingsOf(matter.kind).filter((closing) => closeRefusal(matter, closing) === null)
  if (ways.length === 0) return null
  return (
    <Confirm
      frame={frame}
      action={pathOf(props, 'avsluta')}
      once={newOnce()}
      label={t.close}
      question={t.closeQuestion}
      confirm={t.closeDo}
    >
      <Select
        name="closing"
        id={`closing-${matter.matterId}`}
        label={t.closing}
        options={ways.map((value) => ({ value, label: t.closings[value] }))}
      />
    </Confirm>
  )
}

const MatterItem = (props: One): JSX.Element => {
  const { frame, matter, today } = props
  const t = matterTexts[frame.lang]
  const text = matterText({ matter, lang: frame.lang, today })
  const roster = matter.kind === 'gone' && matter.closedOn === null ? t.roster[rosterOf(matter)] : null
  return (
    <li class="stack">
      <p>
        <strong>{t.kinds[matter.kind]}</strong> <MatterTag matter={matter} lang={frame.lang} today={today} />
        <br />
        {matter.school.name}
        <br />
        <small class="muted">{t.openedBy(matter.byName, shortDay(matter.openedOn, frame.lang))}</small>
      </p>
      {text !== '' && <p>{text}</p>}
      {roster !== null && <Alert kind="info">{roster}</Alert>}
      <Refer {...props} />
      <div class="row">
        <Ask {...props} />
        <Close {...props} />
      </div>
    </li>
  )
}

const NewMatter = ({ frame, subjectId, pupil, newOnce, problems }: PupilProps) => {
  const t = matterTexts[frame.lang]
  if (pupil.schools.length === 0) return <p class="muted">{t.notPupil}</p>
  if (!pupil.isFollowed) return <p class="muted">{t.followNo}</p>
  const kinds = matterKinds.map((value) => ({ value, label: t.kinds[value], hint: t.kindHints[value] }))
  const schools = pupil.schools.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Form frame={frame} action={pupilPath(subjectId)} once={newOnce()}>
      <RadioGroup name="kind" label={t.openKind} options={kinds} problem={problemOf(problems, 'kind')} />
      <Select name="school" label={t.openSchool} options={schools} problem={problemOf(problems, 'school')} />
      <Button>{t.openDo}</Button>
    </Form>
  )
}

/** The matters, and the form for a new one. */
export const Matters = (props: PupilProps) => {
  const { frame, pupil } = props
  const t = matterTexts[frame.lang]
  return (
    <>
      <Card heading={t.matters}>
        {pupil.matters.length === 0 ? (
          <p class="muted">{t.mattersNone}</p>
        ) : (
          <ul class="plain stack">
            {pupil.matters.map((matter) => (
              <MatterItem {...props} matter={matter} />
            ))}
          </ul>
        )}
      </Card>
      <Card heading={t.open}>
        <NewMatter {...props} />
      </Card>
    </>
  )
}
