/** What is carried, part by part with the paragraph that allows it: the same before it is sent and when it has come. */
import { Card, DefinitionList } from '../../ui/card.tsx'
import type { Lang } from '../../kernel/lang.ts'
import { neverCarried } from './carried.rules.ts'
import type { Carried } from './transfers.types.ts'
import { transferTexts } from './transfers.texts.ts'

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

const spanText = (fromOn: string, untilOn: string | null, until: string): string =>
  untilOn === null ? `${fromOn} ${until} …` : `${fromOn} ${until} ${untilOn}`

const occupationWord = (kind: string, lang: Lang): string =>
  Object.entries(transferTexts[lang].occupation).find(([key]) => key === kind)?.[1] ?? kind

/** The parts. */
export const CarriedCard = ({ carried, lang, heading }: { readonly carried: Carried; readonly lang: Lang; readonly heading: string }) => {
  const texts = transferTexts[lang]
  const { parts, carriedNone: none, until } = texts
  const occupations = carried.occupations.map(({ kind, statedOn }) => `${occupationWord(kind, lang)}, ${statedOn}`)
  const educations = carried.educations.map(({ schoolType, educationCode, startOn, endOn }) =>
    `${schoolType} ${educationCode}, ${spanText(startOn, endOn, until)}`.replace(' ,', ','),
  )
  const measures = carried.measures.map(({ content, fromOn, endedOn, endReason }) =>
    [content, spanText(fromOn, endedOn, until), ...(endReason === null ? [] : [endReason])].join(', '),
  )
  return (
    <Card heading={heading}>
      <DefinitionList
        facts={[
          { term: parts.number, value: carried.number },
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
  <Card heading={transferTexts[lang].never}>
    <ul>
      {neverCarried.map((one) => (
        <li>{transferTexts[lang].neverWords[one]}</li>
      ))}
    </ul>
  </Card>
)
