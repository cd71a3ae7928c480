/** The card of answers on the person page: those that wait first, with the two ways to answer them. */
import { Card, Details, Tag } from '../../ui/card.tsx'
import { instantText } from '../../ui/day.texts.ts'
import type { PersonCard } from '../access/index.ts'
import type { RepliesOfYouth } from './card.actions.ts'
import { AnswerText, DecideForms } from './decide.views.tsx'
import { repliesTexts } from './replies.texts.ts'
import type { WrittenAnswer } from './replies.types.ts'

type Props = PersonCard<RepliesOfYouth>

const Below = ({ answer, props: { lang, today } }: { answer: WrittenAnswer; props: Props }) => {
  const texts = repliesTexts[lang]
  return (
    <small class="muted">{`${instantText(answer.answeredAt, today, lang)} · ${texts.channels[answer.channel] ?? answer.channel}`}</small>
  )
}

const Waiting = ({ answer, props }: { answer: WrittenAnswer; props: Props }) => {
  const { frame, lang, newOnce, acts, may } = props
  return (
    <li>
      <p>
        <AnswerText answer={answer} lang={lang} isBare={!may('outreach.log')} /> <Tag tone="warning">{repliesTexts[lang].waits}</Tag>
        <br />
        <Below answer={answer} props={props} />
      </p>
      {acts && may('outreach.log') && <DecideForms answer={answer} frame={frame} lang={lang} from="youth" newOnce={newOnce} />}
    </li>
  )
}

function decidedText({ state, decidedBy, reason }: WrittenAnswer, lang: Props['lang']): string {
  const { states } = repliesTexts[lang]
  return state === 'accepted' ? states.accepted(decidedBy ?? '') : states.rejected(decidedBy ?? '', reason ?? '')
}

const Earlier = ({ answers, props }: { answers: readonly WrittenAnswer[]; props: Props }) => (
  <ul class="plain stack">
    {answers.map((answer) => (
      <li>
        <AnswerText answer={answer} lang={props.lang} isBare={!props.may('outreach.log')} />
        <br />
        <Below answer={answer} props={props} />
        <br />
        {(answer.state === 'accepted' || props.may('outreach.log')) && <small class="muted">{decidedText(answer, props.lang)}</small>}
      </li>
    ))}
  </ul>
)

/** Answers from the youth. Nothing is shown when there are none. */
export const RepliesCard = (props: Props) => {
  const { of, lang, frame } = props
  const waiting = of.answers.filter(({ state }) => state === 'open')
  const earlier = of.answers.filter(({ state }) => state !== 'open')
  if (of.answers.length === 0) return null
  const texts = repliesTexts[lang]
  return (
    <Card heading={texts.card}>
      <ul class="plain stack">
        {waiting.map((answer) => (
          <Waiting answer={answer} props={props} />
        ))}
      </ul>
      {earlier.length > 0 && !frame.meeting && (
        <Details summary={texts.earlier} open={waiting.length === 0}>
          <Earlier answers={earlier} props={props} />
        </Details>
      )}
    </Card>
  )
}
