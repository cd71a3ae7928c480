/** The staff's page of the youth's own page: where the link stands, sending one, and those before. */
import type { Lang } from '../../kernel/lang.ts'
import { phoneText, type E164Phone } from '../../platform/phone.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, DefinitionList, Tag } from '../../ui/card.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { instantText, shortDay } from '../../ui/day.texts.ts'
import { Confirm, Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table, TwoLines } from '../../ui/table.tsx'
import { messageNames, messageProblem } from '../messaging/index.ts'
import type { LinkPageOf } from './link.actions.ts'
import { linkDays } from './ownplan.rules.ts'
import { ownPlanTexts } from './ownplan.texts.ts'
import type { LinkChannel, ShownLink, WayChoice } from './ownplan.types.ts'

export type LinkPageProps = {
  readonly frame: Frame
  readonly today: PlainDate
  readonly of: LinkPageOf
  /** The way that was chosen when the form was refused. */
  readonly chosen: string
  readonly problems: readonly FieldProblem[]
  readonly newOnce: () => string
}

const pathOf = ({ of }: LinkPageProps): string => `/ungdomar/${of.youth.subjectId}/plan/lank`

const crumbsOf = (lang: Lang, subjectId: string) => [
  { href: '/ungdomar', label: ownPlanTexts[lang].youths },
  { href: `/ungdomar/${subjectId}`, label: ownPlanTexts[lang].youth },
  { href: `/ungdomar/${subjectId}/plan`, label: ownPlanTexts[lang].plan },
  { href: '', label: ownPlanTexts[lang].title },
]

const valueText = ({ channel, value }: { readonly channel: LinkChannel; readonly value: string }): string =>
  channel === 'sms' ? phoneText(value as E164Phone) : value

const dayIn = (instant: string, lang: Lang): string => shortDay(instant.slice(0, 10) as PlainDate, lang)

const StateTag = ({ link, lang }: { readonly link: ShownLink; readonly lang: Lang }) => (
  <Tag tone={link.state === 'open' ? 'success' : link.state === 'unreachable' ? 'danger' : 'neutral'}>
    {ownPlanTexts[lang].states[link.state]}
  </Tag>
)

/** What became of the message, and what to do when something stands in its way. */
function messageText({ message }: ShownLink, lang: Lang): string {
  if (message === null) return ''
  const state = messageNames[lang].states[message.state]
  if (message.problem === null) return state
  const { what, advice } = messageProblem(message.problem, lang)
  return [`${state}.`, what, advice].filter((part) => part !== '').join(' ')
}

const Current = (props: LinkPageProps & { readonly link: ShownLink }) => {
  const { frame, today, link, newOnce } = props
  const { lang } = frame
  const texts = ownPlanTexts[lang]
  const when = (instant: string | null): string => (instant === null ? texts.notOpened : instantText(instant, today, lang))
  return (
    <div class="stack">
      {link.state === 'unreachable' && <Alert kind="warning">{texts.unreachable}</Alert>}
      <DefinitionList
        facts={[
          { term: texts.to, value: `${texts.channels[link.channel]}, ${valueText(link)}` },
          { term: texts.sent, value: texts.sentBy(instantText(link.madeAt, today, lang), link.sentBy) },
          { term: texts.message, value: messageText(link, lang) },
          { term: texts.until, value: dayIn(link.expiresAt, lang) },
          { term: texts.opened, value: when(link.openedAt) },
          ...(link.lastUsedAt === null ? [] : [{ term: texts.used, value: when(link.lastUsedAt) }]),
        ]}
      />
      <Confirm
        frame={frame}
        action={`${pathOf(props)}/dra-tillbaka`}
        once={newOnce()}
        label={texts.revoke}
        question={texts.revokeQuestion}
        confirm={texts.revokeDo}
        danger
      />
    </div>
  )
}

const isOpen = ({ state }: ShownLink): boolean => state === 'open' || state === 'unreachable'

const Unusable = ({ ways, lang }: { readonly ways: readonly WayChoice[]; readonly lang: Lang }) => {
  const texts = ownPlanTexts[lang]
  if (ways.length === 0) return null
  return (
    <div>
      <p class="muted">{texts.unusable}:</p>
      <ul>
        {ways.map((way) => (
          <li>{`${valueText(way)}: ${way.problem === null ? '' : texts.wayProblems[way.problem]}`}</li>
        ))}
      </ul>
    </div>
  )
}

const SendForm = (props: LinkPageProps & { readonly usable: readonly WayChoice[] }) => {
  const { frame, of, chosen, problems, usable, newOnce } = props
  const texts = ownPlanTexts[frame.lang]
  const only = usable.length === 1 ? (usable[0]?.wayId ?? '') : ''
  return (
    <Form frame={frame} action={pathOf(props)} once={newOnce()}>
      <input type="hidden" name="seen" value={of.links[0]?.linkId ?? ''} />
      <RadioGroup
        name="way"
        label={texts.way}
        hint={texts.wayHint(linkDays)}
        options={usable.map((way) => ({ value: way.wayId, label: `${texts.channels[way.channel]}: ${valueText(way)}` }))}
        value={chosen === '' ? only : chosen}
        problem={problemOf(problems, 'way')}
      />
      {of.links.some(isOpen) && <p class="muted">{texts.replaces}</p>}
      <Button>{texts.send}</Button>
    </Form>
  )
}

/** Why no link can be sent at all; null when one can. */
function obstacleOf({ youth, plan, ways }: LinkPageOf, lang: Lang): string | null {
  const texts = ownPlanTexts[lang]
  if (youth.isProtected) return texts.protected
  if (plan !== 'agreed') return plan === 'none' ? texts.noPlan : texts.draft
  return ways.some(({ problem }) => problem === null) ? null : texts.noWays
}

const NewLink = (props: LinkPageProps) => {
  const { frame, of } = props
  const texts = ownPlanTexts[frame.lang]
  const obstacle = obstacleOf(of, frame.lang)
  const usable = of.ways.filter(({ problem }) => problem === null)
  return (
    <Card heading={texts.newLink}>
      <div class="stack">
        {obstacle === null ? <SendForm {...props} usable={usable} /> : <p>{obstacle}</p>}
        {!of.youth.isProtected && (
          <>
            <Unusable ways={of.ways.filter(({ problem }) => problem !== null)} lang={frame.lang} />
            <p>
              <a href={`/ungdomar/${of.youth.subjectId}/vagar`}>{texts.ledger}</a>
            </p>
          </>
        )}
      </div>
    </Card>
  )
}

const Earlier = ({ links, lang }: { readonly links: readonly ShownLink[]; readonly lang: Lang }) => {
  const texts = ownPlanTexts[lang]
  const { sent, state, used } = texts.columns
  const rows = links.map((link) => [
    <TwoLines below={`${link.sentBy}, ${texts.channels[link.channel]}`}>{dayIn(link.madeAt, lang)}</TwoLines>,
    <TwoLines below={link.endedAt === null ? '' : texts.ended(dayIn(link.endedAt, lang), link.endedBy)}>
      <StateTag link={link} lang={lang} />
    </TwoLines>,
    link.lastUsedAt === null ? texts.notOpened : dayIn(link.lastUsedAt, lang),
  ])
  return <Table columns={[sent, state, used].map((title) => ({ title }))} rows={rows} headed stacks />
}

/** The whole page. In meeting mode earlier links, which name colleagues, are left out. */
export const LinkPage = (props: LinkPageProps) => {
  const { frame, of, problems } = props
  const texts = ownPlanTexts[frame.lang]
  const { givenName, familyName, subjectId } = of.youth
  const [latest] = of.links
  const current = latest !== undefined && isOpen(latest) ? latest : undefined
  const earlier = of.links.filter((link) => link !== current)
  return (
    <Page frame={frame} title={texts.title} crumbs={crumbsOf(frame.lang, subjectId)}>
      <PageHead heading={texts.title} below={`${givenName} ${familyName} · ${texts.below}`} />
      <div class="stack">
        <FormErrors problems={problems} />
        <Card heading={texts.openLink} {...(current === undefined ? {} : { action: <StateTag link={current} lang={frame.lang} /> })}>
          {current === undefined ? <p class="muted">{texts.none}</p> : <Current {...props} link={current} />}
        </Card>
        <NewLink {...props} />
        <Card heading={texts.whatTheySee}>
          <p>{texts.whatTheySeeText}</p>
        </Card>
        {earlier.length > 0 && !frame.meeting && (
          <Card heading={texts.earlier}>
            <Earlier links={earlier} lang={frame.lang} />
          </Card>
        )}
      </div>
    </Page>
  )
}
