/** Alarms to the third person, on the pages of those who watch. No youth is named: the message is that two colleagues are not heard of. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { pairText } from './parts.views.tsx'
import { visitTexts } from './visits.texts.ts'
import type { OpenAlarm, RoundStaff } from './visits.types.ts'

/** The time of day of an instant, as the route has worked it out. */
export type TimeOf = (ms: number) => string

const Call = ({ staff, lang }: { staff: RoundStaff; lang: Lang }) =>
  staff.phone === null ? null : <a href={`tel:${staff.phone}`}>{`${visitTexts[lang].alarm.call} ${staff.name}, ${staff.phone}`}</a>

type AlarmProps = { readonly alarm: OpenAlarm; readonly lang: Lang; readonly timeOf: TimeOf }

const About = ({ alarm, lang, timeOf }: AlarmProps) => {
  const texts = visitTexts[lang].alarm
  const hasPhone = alarm.first.phone !== null || alarm.second.phone !== null
  return (
    <>
      <p>{texts.text(pairText(alarm, lang), timeOf(alarm.checkedInAt), alarm.area)}</p>
      {alarm.checkedOutAt !== null && <p>{texts.out(timeOf(alarm.checkedOutAt))}</p>}
      <p class="row">
        <Call staff={alarm.first} lang={lang} />
        <Call staff={alarm.second} lang={lang} />
        {!hasPhone && <span>{texts.noPhone}</span>}
      </p>
    </>
  )
}

type BannerProps = { readonly alarms: readonly OpenAlarm[]; readonly lang: Lang; readonly timeOf: TimeOf }

/** The banner on the start page of the one who watches. */
export const AlarmBanner = ({ alarms, lang, timeOf }: BannerProps) => {
  const texts = visitTexts[lang].alarm
  return (
    <>
      {alarms.map((alarm) => (
        <Alert kind="danger" title={texts.title} live>
          <About alarm={alarm} lang={lang} timeOf={timeOf} />
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
export const AlarmForms = ({ alarms, lang, timeOf, frame, newOnce, draft }: FormsProps) => {
  const texts = visitTexts[lang].alarm
  return (
    <>
      {alarms.map((alarm) => {
        const own = draft?.stopId === alarm.stopId ? draft : null
        const id = `note-${alarm.stopId}`
        return (
          <Alert kind="danger" title={texts.title} live>
            <About alarm={alarm} lang={lang} timeOf={timeOf} />
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
