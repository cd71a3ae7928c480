/** The form of a month's report by its template: saved as a draft until it is handed in, corrected with a reason. */
import { Button, LinkButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice.tsx'
import { shortDay } from '../../../ui/day.texts.ts'
import { TextArea } from '../../../ui/field.tsx'
import { Form, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import type { TypedFields } from '../people/particulars.views.tsx'
import type { SectionFrame } from '../section.ts'
import type { ReadReport } from './report-page.actions.ts'
import { fieldsIn, textField } from './report-form.ts'
import { reportPageTexts } from './report-page.texts.ts'
import { callAddress, reportAddress } from './talk-address.ts'
import { longestText } from './talks.rules.ts'

export type ReportFilled = { readonly typed: TypedFields; readonly problems: readonly FieldProblem[] }
type Props = { readonly shown: SectionFrame; readonly read: ReadReport; readonly filled: ReportFilled }

const Talk = ({ shown: { lang }, read: { talks, youth }, filled: { typed, problems } }: Props) => {
  const t = reportPageTexts[lang]
  const field = (name: string) => ({ name, value: typed(name), problem: problemOf(problems, name) })
  const options = talks.map(({ talkId, on, place, state }) => {
    const told = t.talkOf(shortDay(on, lang), place)
    return { value: talkId, label: state === 'held' ? told : `${told} (${t.notHeld})` }
  })
  return (
    <>
      <RadioGroup {...field('talk')} label={t.talk} hint={t.talkHint} options={[...options, { value: 'none', label: t.noTalk }]} />
      <TextArea {...field('noTalkWhy')} label={t.noTalkWhy} hint={t.noTalkWhyHint} rows={2} maxlength={500} />
      <p>
        <a href={callAddress(youth.id)}>{t.call}</a>
      </p>
    </>
  )
}

const Buttons = ({ shown: { lang }, read: { before } }: Props) => {
  const t = reportPageTexts[lang]
  return before !== null ? (
    <div>
      <Button name="do" value="send">
        {t.correct}
      </Button>
    </div>
  ) : (
    <div class="row">
      <Button name="do" value="send">
        {t.send}
      </Button>
      <Button name="do" value="draft" variant="secondary">
        {t.draft}
      </Button>
    </div>
  )
}

const Why = ({ shown: { lang }, read: { before }, filled: { typed, problems } }: Props) => {
  const t = reportPageTexts[lang]
  if (before === null) return null
  const field = { name: 'why', value: typed('why'), problem: problemOf(problems, 'why') }
  return <TextArea {...field} label={t.why} hint={t.whyHint} rows={2} maxlength={500} required />
}

/** The form. */
export const ReportForm = (props: Props) => {
  const { shown, read, filled } = props
  const { frame, lang, newOnce } = shown
  const t = reportPageTexts[lang]
  const { before, draft, youth, recipient, month } = read
  const at = reportAddress(youth.id, recipient, month)
  return (
    <Form frame={frame} action={at} once={newOnce()} label={before === null ? t.send : t.correctOpen}>
      <input type="hidden" name="seen" value={before?.version ?? ''} />
      <input type="hidden" name="draft" value={draft?.version ?? 0} />
      <Talk {...props} />
      {fieldsIn(read, lang).map(({ field, label, hint, required }) => {
        const name = textField(field)
        const of = { name, label, value: filled.typed(name), problem: problemOf(filled.problems, name), required }
        return <TextArea {...of} hint={hint === '' ? undefined : hint} rows={4} maxlength={longestText} />
      })}
      <Why {...props} />
      <Buttons {...props} />
    </Form>
  )
}

/** The way to where the process' talks and reports of the youth are. */
export const BackToTalks = ({ shown: { lang }, href }: { readonly shown: SectionFrame; readonly href: string }) => (
  <LinkButton href={href} variant="tertiary">
    {reportPageTexts[lang].back}
  </LinkButton>
)
