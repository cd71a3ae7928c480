/** What is carried, part by part with the paragraph that allows it: the same before it is sent and when it has come. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { Card, DefinitionList } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import type { Lang } from '../../kernel/lang.ts'
import { schoolTypeText } from '../law/index.ts'
import { neverCarried } from './carried.rules.ts'
import type { Carried, CarriedEducation, CarriedMeasure, CarriedOccupation } from './transfers.types.ts'
import { carriedTexts } from './carried.texts.ts'

const List = ({ lines, none }: { readonly lines: readonly string[]; readonly none: string }) =>
  lines.length === 0 ? (
    <span class="muted">{none}</span>
  ) : (
    <ul class="plain">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )

/** A day of a package, whose shape has asked whether it is one. */
const dayText = (day: string, lang: Lang): string => shortDay(day as PlainDate, lang)

const spanText = (fromOn: string, untilOn: string | null, lang: Lang): string =>
  `${dayText(fromOn, lang)} ${carriedTexts[lang].until} ${untilOn === null ? '…' : dayText(untilOn, lang)}`

const occupationWord = (kind: string, lang: Lang): string =>
  Object.entries(carriedTexts[lang].occupation).find(([key]) => key === kind)?.[1] ?? kind

/** What is done, and the day it was said. */
export const occupationLine = ({ kind, sinceOn, statedOn }: CarriedOccupation, lang: Lang): string => {
  const { since, stated } = carriedTexts[lang]
  return [occupationWord(kind, lang), ...(sinceOn === null ? [] : [since(dayText(sinceOn, lang))]), stated(dayText(statedOn, lang))].join(
    ', ',
  )
}
export const educationLine = ({ schoolType, educationCode, startOn, endOn }: CarriedEducation, lang: Lang): string =>
  `${[schoolTypeText(schoolType, lang), educationCode].join(' ').trim()}, ${spanText(startOn, endOn, lang)}`
export const measureLine = ({ content, fromOn, endedOn, endReason }: CarriedMeasure, lang: Lang): string =>
  [content, spanText(fromOn, endedOn, lang), ...(endReason === null ? [] : [endReason])].join(', ')

/** The parts. */
export const CarriedCard = ({ carried, lang, heading }: { readonly carried: Carried; readonly lang: Lang; readonly heading: string }) => {
  const texts = carriedTexts[lang]
  const { parts, carriedNone: none } = texts
  const occupations = carried.occupations.map((one) => occupationLine(one, lang))
  const educations = carried.educations.map((one) => educationLine(one, lang))
  const measures = carried.measures.map((one) => measureLine(one, lang))
  return (
    <Card heading={heading}>
      <DefinitionList
        facts={[
          { term: parts.number, value: `${carried.number.slice(0, 8)}-${carried.number.slice(8)}` },
          { term: parts.phones, value: <List lines={carried.phones} none={none} /> },
          { term: parts.emails, value: <List lines={carried.emails} none={none} /> },
          { term: parts.occupations, value: <List lines={occupations} none={none} /> },
          { term: parts.educations, value: <List lines={educations} none={none} /> },
          { term: parts.measures, value: <List lines={measures} none={none} /> },
        ]}
      />
      <p class="muted">{texts.law}</p>
    </Card>
  )
}

/** What stays behind. */
export const NeverCard = ({ lang }: { readonly lang: Lang }) => (
  <Card heading={carriedTexts[lang].never}>
    <ul>
      {neverCarried.map((one) => (
        <li>{carriedTexts[lang].neverWords[one]}</li>
      ))}
    </ul>
  </Card>
)
