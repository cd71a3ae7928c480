/** The forms of the profile's page: a code for each thing, the whole as text or a file, and the way back to the shipped one. */
import type { Lang } from '../../kernel/lang.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Details } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Confirm, Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import type { ShownProfile } from './profile.actions.ts'
import { codeField, codeLists, keysOf, type CodeList } from './profile.forms.ts'
import { profileTexts } from './profile.texts.ts'
import type { Profile } from './profile.types.ts'
import { codedText } from './profile-words.texts.ts'
import { returnPath } from './return-paths.ts'

export type ProfileFormProps = {
  readonly frame: Frame
  readonly half: string
  readonly shown: ShownProfile
  /** What the forms begin with. */
  readonly draft: Profile
  readonly value: (field: string) => string
  readonly problems: readonly FieldProblem[]
  /** The text as it was typed; null: the draft's own. */
  readonly pasted: string | null
  readonly newOnce: () => string
}

export const profilePath = `${returnPath}/profil`

/** What the form is made from: somebody who saves from something older is told. */
const Seen = ({ half, shown }: Pick<ProfileFormProps, 'half' | 'shown'>) => (
  <>
    <input type="hidden" name="halvar" value={half} />
    <input type="hidden" name="version" value={String(shown.version)} />
    <input type="hidden" name="origin" value={shown.inForce?.origin ?? 'none'} />
  </>
)

const hintOf = (list: CodeList, lang: Lang): string | null => {
  const t = profileTexts[lang]
  return list === 'measureKinds' ? t.kindsHint : list === 'exitReasons' ? t.refinementHint : null
}

const Codes = ({ frame: { lang }, draft, shown, value, problems, list }: ProfileFormProps & { list: CodeList }) => {
  const t = profileTexts[lang]
  const fields = keysOf(list, draft, shown.words).map((key) => ({ key, name: codeField(list, key) }))
  const known = new Set(fields.map(({ name }) => name))
  // What was sent and is no row of the form, from an older catalogue or by hand: shown, so that its problem has a field to lead to.
  const strange = problems.filter(({ field }) => field.startsWith(`codes.${list}.`) && !known.has(field))
  const all = [...fields, ...strange.map(({ field }) => ({ key: field.slice(`codes.${list}.`.length), name: field }))]
  const hint = hintOf(list, lang)
  return (
    <Details summary={t.lists[list]} open={all.some(({ name }) => problemOf(problems, name) !== undefined)}>
      {hint !== null && <p class="muted">{hint}</p>}
      <div class="filters">
        {all.map(({ key, name }) => (
          <Field
            name={name}
            label={codedText(list, key, shown.words, lang)}
            value={value(name)}
            maxlength={20}
            problem={problemOf(problems, name)}
          />
        ))}
      </div>
    </Details>
  )
}

const StatusFields = ({ frame: { lang }, value, problems }: ProfileFormProps) => {
  const t = profileTexts[lang]
  const given = (name: string) => ({ name, value: value(name), problem: problemOf(problems, name) })
  const options = (['draft', 'verified'] as const).map((one) => ({ value: one, label: t.statuses[one] }))
  return (
    <>
      <RadioGroup {...given('status')} label={t.status} options={options} />
      <TextArea {...given('note')} label={t.note} maxlength={500} rows={3} required={false} />
    </>
  )
}

/** The everyday need: another code for something, or one for what is new. */
export const CodesForm = (props: ProfileFormProps) => {
  const { frame, newOnce } = props
  const t = profileTexts[frame.lang]
  return (
    <Card heading={t.codes} id="koder">
      <p>{t.codesLead}</p>
      <Form frame={frame} action={profilePath} once={newOnce()} label={t.codes}>
        <Seen {...props} />
        <div>
          {codeLists.map((list) => (
            <div id={list}>
              <Codes {...props} list={list} />
            </div>
          ))}
        </div>
        <StatusFields {...props} />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </Card>
  )
}

/** The profile as files hold it. */
export const textOf = (profile: Profile): string => `${JSON.stringify(profile, null, 2)}\n`

/** Everything else: the whole as text, written or sent. */
export const WholeForm = (props: ProfileFormProps) => {
  const { frame, half, draft, pasted, problems, newOnce } = props
  const t = profileTexts[frame.lang]
  return (
    <Card heading={t.whole} id="hela">
      <p>{`${t.wholeLead} ${t.schema}`}</p>
      <p>
        <a href={`${profilePath}/json?halvar=${half}`}>{t.download}</a>
      </p>
      <Details summary={t.text} open={pasted !== null}>
        <Form frame={frame} action={`${profilePath}/text`} once={newOnce()} label={t.whole} sendsFiles>
          <Seen {...props} />
          <TextArea name="text" label={t.text} value={pasted ?? textOf(draft)} rows={18} problem={problemOf(problems, 'text')} />
          <Field name="file" type="file" label={t.file} hint={t.fileHint} accept="application/json,.json" required={false} />
          <div>
            <Button variant="secondary">{t.saveText}</Button>
          </div>
        </Form>
      </Details>
    </Card>
  )
}

/** Back to the shipped one, where there is one and the own is in force. */
export const BackForm = ({ frame, half, shown, newOnce }: ProfileFormProps) => {
  const t = profileTexts[frame.lang]
  if (shown.inForce?.origin !== 'own' || !shown.isShipped) return null
  return (
    <Confirm frame={frame} action={`${profilePath}/levererad`} once={newOnce()} label={t.back} question={t.backQuestion} confirm={t.backDo}>
      <input type="hidden" name="halvar" value={half} />
      <input type="hidden" name="version" value={String(shown.version)} />
    </Confirm>
  )
}
