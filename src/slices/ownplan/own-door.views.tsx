/** Before the door of the own page: asking for a code, typing it, and what there is to say of a link that leads nowhere. Nothing of anybody. */
import { directionOf } from '../../kernel/contact-lang.ts'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { OwnForm, OwnStep, Refused, type OwnFrame } from './own-frame.views.tsx'
import { ownWords } from './own-words.ts'
import type { LinkChannel } from './ownplan.types.ts'

/** What somebody had typed when the half hour was over: carried along, so that it is not lost. Empty: nothing. */
type Kept = { readonly kept: string }

const Carried = ({ kept }: Kept) => (kept === '' ? null : <input type="hidden" name="text" value={kept} />)

type DoorProps = Kept & {
  readonly frame: OwnFrame
  readonly channel: LinkChannel
  /** Why somebody who was inside is here again, or is not sent another code. */
  readonly because: 'over' | 'tooMany' | null
}

/** Asking for a code. */
export const DoorPage = ({ frame, channel, because, kept }: DoorProps) => {
  const { door, code } = ownWords[frame.lang]
  return (
    <OwnStep frame={frame} title={door.title}>
      {because !== null && <Refused text={because === 'over' ? door.over : code.tooMany} />}
      {kept !== '' && (
        <>
          <p>{door.kept}</p>
          <blockquote dir="auto">{kept}</blockquote>
        </>
      )}
      <p>{door.text[channel]}</p>
      <Card>
        <OwnForm frame={frame} what="kod">
          <Carried kept={kept} />
          <button class="ds-button" type="submit">
            {door.button}
          </button>
        </OwnForm>
      </Card>
      <p>
        <a href={`${frame.path}?steg=kod&sprak=${frame.lang}`}>{door.have}</a>
      </p>
      <p class="muted">{door.never}</p>
    </OwnStep>
  )
}

type CodeProps = Kept & { readonly frame: OwnFrame; readonly channel: LinkChannel; readonly isWrong: boolean }

const CodeForm = ({ frame, isWrong, kept }: CodeProps) => {
  const { code } = ownWords[frame.lang]
  return (
    <OwnForm frame={frame} what="in">
      <Carried kept={kept} />
      <Field
        name="code"
        label={code.label}
        hint={code.hint}
        inputmode="numeric"
        autocomplete="one-time-code"
        writtenIn={{ lang: frame.lang, dir: 'ltr' }}
        maxlength={20}
        size={10}
        required
        problem={isWrong ? code.wrong : undefined}
      />
      <button class="ds-button" type="submit">
        {code.button}
      </button>
    </OwnForm>
  )
}

/** Typing the code. What is said of a wrong one is the same whatever is wrong with it. */
export const CodePage = (props: CodeProps) => {
  const { frame, channel, isWrong, kept } = props
  const { code } = ownWords[frame.lang]
  return (
    <OwnStep frame={frame} title={code.title}>
      <div class="stack">
        {isWrong ? <Refused text={code.wrong} /> : <p>{code.sent[channel]}</p>}
        <Card>
          <CodeForm {...props} />
        </Card>
        <Card>
          <p>{code.againHint}</p>
          <OwnForm frame={frame} what="kod">
            <Carried kept={kept} />
            <button class="ds-button" data-variant="secondary" type="submit">
              {code.again}
            </button>
          </OwnForm>
        </Card>
      </div>
    </OwnStep>
  )
}

type OpenFrame = Omit<OwnFrame, 'path'>

/** Of a link that leads nowhere, whatever the reason; in the other language too, since there is nowhere to choose one from here. */
export const GonePage = ({ frame }: { readonly frame: OpenFrame }) => {
  const other = frame.lang === 'sv' ? 'en' : 'sv'
  const { gone } = ownWords[frame.lang]
  return (
    <OwnStep frame={{ ...frame, path: '' }} title={gone.title} hasLanguages={false}>
      <p>{gone.text}</p>
      <p class="muted" lang={other} dir={directionOf(other)}>
        {`${ownWords[other].gone.title}. ${ownWords[other].gone.text}`}
      </p>
    </OwnStep>
  )
}

/** To somebody who has tried too often. */
export const TooManyPage = ({ frame }: { readonly frame: OpenFrame }) => {
  const { page, gone } = ownWords[frame.lang]
  return (
    <OwnStep frame={{ ...frame, path: '' }} title={page.title} hasLanguages={false}>
      <p>{gone.tooMany}</p>
    </OwnStep>
  )
}

/** The youth has closed the page. */
export const LeftPage = ({ frame }: { readonly frame: OwnFrame }) => {
  const { left } = ownWords[frame.lang]
  return (
    <OwnStep frame={frame} title={left.title}>
      <p>{left.text}</p>
    </OwnStep>
  )
}
