/** The lists of the component page: tabs, chips, the worklist, plain tables, pages. */
import { Button } from './button.tsx'
import { Card, Tag, Unknown } from './card.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import type { Frame } from './frame.ts'
import { Rolling, SelectedCount, Table, TwoLines, type Column, type MarkedRow } from './table.tsx'
import { Chips, Pagination, Tabs } from './tabs.tsx'

const states = [
  ['Åtgärdas', 38],
  ['Planerad åtgärd', 12],
  ['Pågående åtgärd', 41],
  ['Studier annan skolform', 17],
  ['Bevakas', 5],
  ['Avslutade', 1214],
] as const

const filters = [
  ['Väntar på oss', 14],
  ['Väntar på ungdomen', 16],
  ['Saknar nummer', 9],
  ['Går ut inom 14 dagar', 6],
  ['Utan antal', null],
] as const

const columns: readonly Column[] = [
  { title: 'Ungdom', sort: { href: '?sort=namn', direction: 'none' } },
  { title: 'Varför här' },
  { title: 'Omfattas sedan', sort: { href: '?sort=-sedan', direction: 'ascending' } },
  { title: 'Senast nådd' },
  { title: 'Senaste försök' },
  { title: 'Nästa steg' },
  { title: 'Ansvarig' },
]

const name = (text: string, below: string) => (
  <TwoLines below={below}>
    <a href="/ui">{text}</a>
  </TwoLines>
)
const quiet = (text: string) => <small class="muted">{text}</small>

const olle: MarkedRow = {
  value: 'a1',
  label: 'Olle Prov',
  cells: [
    name('Olle Prov', '17 år · Farsta'),
    'Hoppade av naturvetenskap 6 nov',
    <TwoLines below="14 dagar">7 nov</TwoLines>,
    quiet('aldrig'),
    <TwoLines below="inget svar">18 nov, telefon</TwoLines>,
    <TwoLines below="brev skickat 10 nov">Ring (2 av 3) tis–tor efter 16</TwoLines>,
    'Amina Lind',
  ],
}
const saga: MarkedRow = {
  value: 'a2',
  label: 'Saga Exempel',
  cells: [
    name('Saga Exempel', '16 år · Hökarängen'),
    'Började aldrig gymnasiet',
    <TwoLines below="158 dagar">16 jun</TwoLines>,
    <TwoLines below="”jobbar” · går ut om 12 dagar">3 sep</TwoLines>,
    '3 sep, sms',
    <TwoLines late below="besök av två bokas">
      Knackakort förfallet 19 nov
    </TwoLines>,
    'Amina Lind',
  ],
}
const linn: MarkedRow = {
  value: 'a3',
  label: 'Linn Övning',
  cells: [
    name('Linn Övning', '18 år · Fagersjö'),
    'Flyttade hit från Huddinge',
    <>
      20 nov <Tag tone="info">ny i natt</Tag>
    </>,
    quiet('aldrig'),
    <TwoLines lateBelow below="dött nummer">
      14 nov, telefon
    </TwoLines>,
    'Välkomstbrev + sms i dag',
    <Unknown />,
  ],
}

const Worklist = ({ frame }: { frame: Frame }) => (
  <Form frame={frame} action="/ui" label="Markerade ungdomar">
    <Card>
      <Table columns={columns} rows={[olle, saga, linn]} headed stacks selection={{ name: 'youth' }} isWorklist />
    </Card>
    <div class="row">
      <Button variant="secondary">Sms till markerade</Button>
      <SelectedCount />
    </div>
  </Form>
)

const Tags = () => (
  <div class="row">
    <Tag>avslutad</Tag>
    <Tag tone="accent">omfattas</Tag>
    <Tag tone="info">ny i natt</Tag>
    <Tag tone="success">nådd</Tag>
    <Tag tone="warning">går ut om 12 dagar</Tag>
    <Tag tone="danger">dött sedan 14 nov</Tag>
    <Unknown />
    <Unknown>ej svarat</Unknown>
  </div>
)

const sources = ['Källa', 'Läge', 'Läst'].map((title) => ({ title }))
const counts = ['Personer', 'Rader', 'Nya', 'Ändrade', 'Avvisade'].map((title) => ({ title, isNumber: true }))

const PlainTables = () => (
  <Card heading="Tabeller">
    <Rolling label="Källor, tabell som kan rullas i sidled">
      <Table
        headed
        caption="Källor"
        columns={[...sources, ...counts]}
        rows={[
          ['Folkbokföringen', 'läst', 'i natt 04:02', 12_408, 12_408, 14, 203, 0],
          ['Skolregistret Fristående', 'stoppad, väntar på svar', 'för 3 dagar sedan', 2_201, 2_305, 0, 0, 104],
        ]}
      />
    </Rolling>
    <Table columns={sources} rows={[]} empty="Inga källor lästes i natt." />
  </Card>
)

/** The worklist with all that narrows it, and the plain tables. */
export const ListSamples = ({ frame }: { readonly frame: Frame }) => (
  <>
    <Tabs label="Läge" links={states.map(([label, count], index) => ({ href: '/ui', label, count, current: index === 0 }))} />
    <div class="stack">
      <div class="row">
        <form class="row" method="post" action="/ui" role="search">
          <input type="hidden" name="formToken" value={frame.formToken} />
          <Field name="q" label="Sök" hideLabel type="search" placeholder="Namn, personnummer eller telefon" size={28} />
        </form>
        <Chips label="Filter" links={filters.map(([label, count], index) => ({ href: '/ui', label, count, current: index === 1 }))} />
      </div>
      <Worklist frame={frame} />
      <Pagination page={7} pageSize={50} total={1214} href={(page) => `?sida=${page}`} />
      <Tags />
      <PlainTables />
    </div>
  </>
)
