/** The card "Vägar att nå" on the person page: numbers, e-mail and address, what was last heard of each, the dead ones struck through. */
import type { PersonCard } from '../access/index.ts'
import { Card } from '../../ui/card.tsx'
import { wayText } from './contact-words.texts.ts'
import { ledgerTexts } from './ledger.texts.ts'
import type { Ledger, LedgerWay } from './ledger.types.ts'
import { foundText, stateText, type Told } from './ledger-words.texts.ts'

export type WaysOfYouth = { readonly ledger: Ledger }

/** An address may be broken at its @, and nowhere else if that is enough. */
const Email = ({ address }: { address: string }) => {
  const at = address.lastIndexOf('@') + 1
  return (
    <span class="keep">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  )
}

/** A number that can be rung from a telephone; one that is dead is only read. */
export const WayValue = ({ way }: { readonly way: LedgerWay }) => {
  const text = wayText(way)
  if (way.deadOn !== null) return <s class="dead">{text}</s>
  if (way.kind === 'email') return <Email address={text} />
  return way.kind === 'phone' ? <a href={`tel:${way.value}`}>{text}</a> : <>{text}</>
}

/** What was last heard: red and bold when it is dead, for nobody must miss it. */
export const WayState = ({ way, told }: { readonly way: LedgerWay; readonly told: Told }) => (
  <span class={way.deadOn === null ? 'muted' : 'late'}>{stateText(way, told)}</span>
)

const WayLine = ({ way, told }: { way: LedgerWay; told: Told }) => (
  <>
    <dt>
      <WayValue way={way} />
    </dt>
    <dd>
      {way.deadOn === null && `${foundText(way, told)} · `}
      <WayState way={way} told={told} />
    </dd>
  </>
)

/** Letters go to the register's address; what has been heard of it stands in the ledger under the same words. */
export const ofRegistered = ({ address, ways }: Ledger): LedgerWay | null =>
  address.kind === 'line' ? (ways.find(({ kind, value }) => kind === 'address' && value === address.line) ?? null) : null

const AddressLine = ({ ledger, told }: { ledger: Ledger; told: Told }) => {
  const t = ledgerTexts[told.lang]
  const { address } = ledger
  if (address.kind === 'none') return null
  if (address.kind === 'hidden') {
    return (
      <>
        <dt>{t.kinds.address}</dt>
        <dd>{t.hidden}</dd>
      </>
    )
  }
  const way = ofRegistered(ledger)
  return (
    <>
      <dt>{way === null || way.deadOn === null ? address.line : <s class="dead">{address.line}</s>}</dt>
      <dd>{way?.lastResult ? <WayState way={way} told={told} /> : t.sources.populationRegister}</dd>
    </>
  )
}

/** What the youth who sits beside may see: what the youth, the school or the register has said, and nothing of how it went. */
const openSources: ReadonlySet<string> = new Set(['youth', 'school'])

const ForTheYouth = ({ ledger, told }: { ledger: Ledger; told: Told }) => {
  const t = ledgerTexts[told.lang]
  const shown = ledger.ways.filter(({ source, deadOn }) => openSources.has(source) && deadOn === null)
  if (shown.length === 0) return null
  return (
    <Card heading={t.title}>
      <dl class="facts ways">
        {shown.map((way) => (
          <>
            <dt>{wayText(way)}</dt>
            <dd class="muted">{t.sources[way.source]}</dd>
          </>
        ))}
      </dl>
    </Card>
  )
}

/** The card. Nothing of the past: the ledger is what can be used now. */
export const WaysCard = ({ of: { ledger }, subjectId, frame, lang, today, acts, may }: PersonCard<WaysOfYouth>) => {
  const t = ledgerTexts[lang]
  const told = { lang, today }
  if (frame.meeting) return <ForTheYouth ledger={ledger} told={told} />
  if (!acts) return null
  const registered = ofRegistered(ledger)
  const ways = ledger.ways.filter((way) => way !== registered)
  const hasNumber = ways.some(({ kind, deadOn }) => kind !== 'address' && deadOn === null)
  const path = `/ungdomar/${subjectId}/vagar`
  return (
    <Card heading={t.title} id="vagar" action={may('outreach.log') ? <a href={path}>{t.all}</a> : undefined}>
      {!hasNumber && (
        <p>
          {t.none} {may('outreach.log') && <a href={`${path}#lagg-till`}>{t.search}</a>}
        </p>
      )}
      <dl class="facts ways">
        {ways.map((way) => (
          <WayLine way={way} told={told} />
        ))}
        <AddressLine ledger={ledger} told={told} />
      </dl>
    </Card>
  )
}
