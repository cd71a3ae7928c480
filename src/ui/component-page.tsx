/** Every component in its states on one page. Only for development: a route is added where demos are served. Nobody on it is real. */
import { Alert } from './alert.tsx'
import { Button, LinkButton } from './button.tsx'
import { Card, Cards, Columns, EmptyState, Figures } from './card.tsx'
import { ChartSamples } from './component-page-charts.tsx'
import { FormSamples } from './component-page-forms.tsx'
import { ListSamples } from './component-page-lists.tsx'
import { PersonSamples } from './component-page-person.tsx'
import type { Frame } from './frame.ts'
import { Page, PageHead } from './page.tsx'

const Alerts = () => (
  <>
    <Alert kind="info">Natten är inte körd än. Siffrorna är från i går.</Alert>
    <Alert kind="success" title="Samtalet är sparat">
      <p>Nästa steg: ring igen på tisdag efter 16.</p>
    </Alert>
    <Alert kind="warning">Brevet går till en adress som är äldre än ett år.</Alert>
    <Alert kind="danger" title="Leveransen stoppades">
      <p>
        Den tog bort fler än spärren tillåter. <a href="/ui">Granska leveransen</a>
      </p>
    </Alert>
  </>
)

const Buttons = () => (
  <Card heading="Knappar">
    <div class="row">
      <Button>Logga samtal</Button>
      <Button variant="secondary">Ny åtgärd</Button>
      <Button variant="tertiary">Mer</Button>
      <Button danger>Radera utkastet</Button>
      <Button variant="secondary" danger>
        Avvisa
      </Button>
      <Button disabled>Går inte nu</Button>
      <button class="ds-button" aria-busy="true" disabled type="button">
        Sparar
      </button>
      <LinkButton href="/ui">Ring nästa</LinkButton>
    </div>
  </Card>
)

const Boxes = () => (
  <Cards>
    <Card heading="Tomt" level={3}>
      <EmptyState title="Ingen väntar på er">
        <p>Nya kommer efter nattens körning 04:00.</p>
      </EmptyState>
    </Card>
    <Card heading="Fientlig text" level={3}>
      <p>{'<script>alert("x")</script> Ett namn med " & <b>taggar</b>'}</p>
      <p>{'Ettmycketlångtordutanmellanslag'.repeat(4)}</p>
    </Card>
  </Cards>
)

const numbers = [
  { label: 'omfattas nu', value: 1284, href: '/ui' },
  { label: 'kom in i natt', value: 6 },
  { label: 'lämnade', value: 4 },
  { label: 'nådda inom 14 dagar', value: '71 %' },
]

/** The page of all components. */
export const ComponentPage = ({ frame }: { readonly frame: Frame }) => (
  <Page
    frame={frame}
    title="Komponenter"
    crumbs={[
      { href: '/', label: 'I dag' },
      { href: '/ui', label: 'Komponenter' },
    ]}
  >
    <PageHead heading="Komponenter" below="Varje del i alla sina lägen. Påhittade människor.">
      <Button>Huvudknapp</Button>
      <LinkButton href="/ui">Annan väg</LinkButton>
      <Button variant="tertiary">Mer</Button>
    </PageHead>
    <Alerts />
    <Figures figures={numbers} />
    <ListSamples frame={frame} />
    <PersonSamples />
    <ChartSamples />
    <h2 class="spaced">Formulär och knappar</h2>
    <Columns main={<FormSamples frame={frame} />} side={<Buttons />} />
    <Boxes />
  </Page>
)
