/** What a page about a person is made of, on the component page. The person is made up. */
import { dayFrom } from '../platform/plain-date.ts'
import { Card, Chain, Columns, DefinitionList, Unknown, type ChainLink } from './card.tsx'
import { TimePicture, type Lane } from './time-picture.tsx'

const links: readonly ChainLink[] = [
  { holds: true, text: 'Folkbokförd i Stockholm sedan 12 april 2009', sources: ['Folkbokföringen · läst i natt 04:02'] },
  { holds: true, text: 'Har inte fyllt 20', rule: '29 kap. 9 § 1' },
  { holds: false, text: 'Går i gymnasiet', sources: ['Skolregistret Fristående · avbrott registrerat 9 nov'] },
  { holds: null, text: 'Sysselsättning', sources: ['Ingen har frågat än'] },
]

const lanes: readonly Lane[] = [
  { label: 'Ansvarsperiod', bars: [{ from: dayFrom(2026, 3, 7), until: null, kind: 'covered', label: 'omfattas' }] },
  {
    label: 'Skola',
    bars: [
      { from: dayFrom(2019, 8, 20), until: dayFrom(2025, 6, 13), kind: 'quiet', label: 'Provskolan, årskurs 7–9' },
      { from: dayFrom(2025, 8, 18), until: dayFrom(2026, 3, 7), kind: 'study', label: 'Provgymnasiet, NA' },
    ],
  },
  { label: 'Sysselsättning', bars: [{ from: dayFrom(2026, 3, 7), until: null, kind: 'unknown', label: 'okänd' }] },
  {
    label: 'Kontakt',
    bars: [],
    marks: [
      { on: dayFrom(2026, 6, 10), sign: '✉', label: 'Brev och sms' },
      { on: dayFrom(2026, 11, 8), sign: '☎', label: 'Telefon, inget svar' },
    ],
  },
]

const Picture = () => (
  <Card heading="I tid">
    <TimePicture
      title="Olle Prov i tid: ansvarsperiod, skola, sysselsättning och kontakt"
      lanes={lanes}
      axis={{ first: dayFrom(2023, 8, 1), last: dayFrom(2027, 1, 1) }}
      today={dayFrom(2026, 11, 21)}
      legends={[
        { kind: 'covered', label: 'omfattas' },
        { kind: 'quiet', label: 'grundskola' },
        { kind: 'study', label: 'gymnasium' },
        { kind: 'work', label: 'arbete' },
        { kind: 'unknown', label: 'okänt' },
      ]}
    />
  </Card>
)

const Why = () => (
  <Card heading="Varför finns Olle här?" action={<a href="/ui">Så var det tidigare …</a>}>
    <p>
      Olle omfattas av aktivitetsansvaret <strong>sedan 7 november 2026</strong> eftersom han hoppade av.
    </p>
    <Chain links={links} />
  </Card>
)

const Ways = () => (
  <Card heading="Vägar att nå Olle">
    <DefinitionList
      facts={[
        { term: '070-174 06 05', value: 'från skolan, 9 nov · ej svar 1 gång' },
        { term: <s>08-465 004 12</s>, value: <span class="late">dött sedan 14 nov</span> },
        { term: 'E-post', value: <Unknown /> },
      ]}
    />
  </Card>
)

/** Why, time, next step and ways to reach. */
export const PersonSamples = () => (
  <>
    <h2 class="spaced">En ungdom</h2>
    <Columns
      main={
        <>
          <Why />
          <Picture />
        </>
      }
      side={
        <>
          <Card heading="Nästa steg">
            <p>
              <strong>Ring, försök 2 av 3</strong> – annan veckodag och tid än förra. Förslag: tisdag efter 16.
            </p>
          </Card>
          <Ways />
        </>
      }
    />
  </>
)
