/** Alarms to the third person, on the pages of those who watch. No youth is named: the message is that two colleagues are not heard of. */
import type { Lang } from '../../kernel/lang.ts'
import { phoneText, type E164Phone } from '../../platform/phone.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { pairText } from './parts.views.tsx'
import { timeText } from './times.texts.ts'
import { visitTexts } from './visits.texts.ts'
import type { OpenAlarm, RoundStaff } from './visits.types.ts'

const Call = ({ staff, lang }: { staff: RoundStaff; lang: Lang }) =>
  staff.phone === null ? null : (
    <a href={`tel:${staff.phone}`}>{`${visitTexts[lang].alarm.call} ${staff.name}, ${phoneText(staff.phone as E164Phone)}`}</a>
  )

type AlarmProps = { readonly alarm: OpenAlarm; readonly lang: Lang }

const About = ({ alarm, lang }: AlarmProps) => {
  const texts = visitTexts[lang].alarm
  const hasPhone = alarm.first.phone !== null || alarm.second.phone !== null
  return (
    <>
      <p>{texts.text(pairText(alarm, lang), timeText(alarm.checkedInAt), alarm.area)}</p>
      {alarm.checkedOutAt !== null && <p>{texts.out(timeText(alarm.checkedOutAt))}</p>}
      <p class="row">
        <Call staff={alarm.first} lang={lang} />
        <Call staff={alarm.second} lang={lang} />
        {!hasPhone && <span>{texts.noPhone}</span>}
      </p>
    </>
  )
}

type BannerProps = { readonly alarms: readonly OpenAlarm[]; readonly lang: Lang }

/** The banner on the start page of the one who watches. */
export const AlarmBanner = ({ alarms, lang }: BannerProps) => {
  const texts = visitTexts[lang].alarm
  return (
    <>
      {alarms.map((alarm) => (
        <Alert kind="danger" title={texts.title} live>
          <About alarm={alarm} lang={lang} />
          <LinkButton href="/besok">{texts.goto}</LinkButton>
        </Alert>
      ))}
    </>
  )
}

/** An answer that was refused, to be shown again. */
export type AlarmDraft = { readonly stopId: string; readonly note: string; readonly problems: readonly FieldProblem[] }

type FormsProps = BannerProps & { readonly frame: Frame; readonly newOnce: () => string; readonly draft: AlarmDraft | null }

/** The alarms with the form that answers each. */
export const AlarmForms = ({ alarms, lang, frame, newOnce, draft }: FormsProps) => {
  const texts = visitTexts[lang].alarm
  return (
    <>
      {alarms.map((alarm) => {
        const own = draft?.stopId === alarm.stopId ? draft : null
        const id = `note-${alarm.stopId}`
        return (
          <Alert kind="danger" title={texts.title} live>
            <About alarm={alarm} lang={lang} />
            <Form frame={frame} action={`/besok/larm/${alarm.stopId}`} once={newOnce()}>
              <Field
                name="note"
                id={id}
                label={texts.note}
                hint={texts.noteHint}
                maxlength={500}
                value={own?.note}
                problem={own === null ? undefined : problemOf(own.problems, id)}
              />
              <div class="row">
                <Button>{texts.answer}</Button>
              </div>
            </Form>
          </Alert>
        )
      })}
    </>
  )
}
