/** "Why is this youth here?": the answer first, then the chain with fact, source and read time for each line. */
import { dateOf, dayOf } from '../../platform/plain-date.ts'
import { Card, Chain, Tag, type ChainLink } from '../../ui/card.tsx'
import { longDay } from '../../ui/day.texts.ts'
import { LinkButton } from '../../ui/button.tsx'
import type { Correction } from '../corrections/index.ts'
import {
  lineText,
  noFactText,
  plainFact,
  plainOrigin,
  reasonText,
  ruleText,
  studiesText,
  type ChainLine,
  type ResponsibilityPeriod,
  type Told,
} from '../law/index.ts'
import { comingAfter, standingOn } from './youth.rules.ts'
import { youthTexts } from './youth.texts.ts'
import type { Coming, ReadYouth } from './youth.types.ts'

/** What the youth is called in a sentence: the first of the given names. */
const calledName = ({ seen }: Pick<ReadYouth, 'seen'>, lang: Told['lang']): string =>
  seen.givenName.trim().split(/\s+/)[0] || youthTexts[lang].youth

type VerdictProps = { readonly youth: ReadYouth; readonly told: Told }

const Here = ({ name, period, lang }: { name: string; period: ResponsibilityPeriod; lang: Told['lang'] }) => (
  <p>
    {`${youthTexts[lang].here(name)} `}
    <strong>{youthTexts[lang].since(longDay(dateOf(period.fromOn), lang))}</strong>
    {`: ${reasonText(period.entryReason, lang)}.`}
  </p>
)

const Verdict = ({ youth, told: { lang } }: VerdictProps) => {
  const texts = youthTexts[lang]
  const name = calledName(youth, lang)
  const standing = standingOn(youth.explanation, dayOf(youth.on))
  const why = `${reasonText(youth.explanation.reason ?? '', lang)}.`
  if (standing.kind === 'here') return <Here name={name} period={standing.period} lang={lang} />
  if (standing.kind === 'not-here') {
    return (
      <p>
        {`${texts.noLonger(name)}: `}
        <strong>{why}</strong>
      </p>
    )
  }
  const { fromOn, untilOn, entryReason } = standing.period
  return (
    <p>
      {`${texts.noLonger(name)} `}
      <strong>{texts.longerSince(longDay(dateOf(untilOn), lang))}</strong>
      {`: ${why} ${texts.wasHere(longDay(dateOf(fromOn), lang), reasonText(entryReason, lang))}`}
    </p>
  )
}

const parkedText = ({ state, source }: Correction, lang: Told['lang']): string =>
  state === 'toCheck' ? youthTexts[lang].toCheck(source) : youthTexts[lang].parked(source)

function sourcesOf({ line, facts }: ChainLine, told: Told): string[] {
  const none = noFactText(line, told.lang)
  if (facts.length === 0) return none === null ? [] : [none]
  return facts.map((fact) => `${plainFact(fact, told)} · ${plainOrigin(fact, told)}`)
}

function linkOf(line: ChainLine, corrections: readonly Correction[], told: Told): ChainLink {
  const parked = corrections.filter((one) => one.line === line.line && one.state !== 'closed')
  const said = lineText(line, told.lang)
  return {
    holds: line.holds,
    text: (
      <>
        {line.holds ? said : <strong>{said}</strong>}
        {parked.map((one) => (
          <>
            {' '}
            <Tag tone="warning">{parkedText(one, told.lang)}</Tag>
          </>
        ))}
      </>
    ),
    sources: sourcesOf(line, told),
    rule: ruleText(line, told.lang),
  }
}

function comingText(one: Coming, lang: Told['lang']): string {
  const texts = youthTexts[lang].comingLines
  const on = longDay(dateOf(one.on), lang)
  switch (one.kind) {
    case 'turns20':
      return texts.turns20(on)
    case 'period-begins':
      return texts.begins(on)
    case 'period-ends':
      return texts.ends(on, reasonText(one.reason, lang))
    case 'studies-begin':
      return texts.studies(on, studiesText(one, lang))
  }
}

/** What is known to come after the day of the page. */
export const ComingCard = ({ youth, told: { lang } }: { youth: ReadYouth; told: Told }) => {
  const coming = comingAfter(dayOf(youth.on), youth.explanation, youth.person.life)
  if (coming.length === 0) return null
  return (
    <Card heading={youthTexts[lang].coming}>
      <ul>
        {coming.map((one) => (
          <li>{comingText(one, lang)}</li>
        ))}
      </ul>
    </Card>
  )
}

type Props = { readonly youth: ReadYouth; readonly told: Told; readonly mayCorrect: boolean }

/** The question, the answer, the chain. */
export const WhyCard = ({ youth, told, mayCorrect }: Props) => {
  const texts = youthTexts[told.lang]
  const standing = standingOn(youth.explanation, dayOf(youth.on))
  return (
    <Card heading={texts.why[standing.kind](calledName(youth, told.lang))} id="varfor">
      <Verdict youth={youth} told={told} />
      <Chain links={youth.explanation.chain.map((line) => linkOf(line, youth.knownOn === null ? youth.corrections : [], told))} />
      {mayCorrect && (
        <div class="row">
          <LinkButton href={`/ungdomar/${youth.seen.subjectId}/stammer-inte`}>{texts.notRight}</LinkButton>
          <span class="muted">{texts.notRightHint}</span>
        </div>
      )}
    </Card>
  )
}
