/** GET /uppsok: what waits in all parts of outreach, as figures that lead to those they count. */
import type { Permission } from '../../kernel/permission.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card, Cards, Figures, type Figure } from '../../ui/card.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import {
  answersPath,
  deadPath,
  hubListPath,
  meetingsPath,
  numberlessPath,
  outboxPath,
  roundsPath,
  visitsPath,
  yieldPath,
} from './hub-links.ts'
import { hubTexts } from './hub.texts.ts'
import type { Hub } from './hub.types.ts'
import { searchTexts } from './search.texts.ts'

type Props = { readonly frame: Frame; readonly hub: Hub; readonly may: (permission: Permission) => boolean }
type Texts = (typeof hubTexts)[Frame['lang']]

const Waiting = ({ hub, t }: { hub: Hub; t: Texts }) => {
  const figures: Figure[] = [
    { label: t.answers, value: hub.counts.answers, href: answersPath },
    { label: t.lists.overdue, value: hub.lists.overdue, href: hubListPath('overdue') },
    { label: t.lists.dueToday, value: hub.lists.dueToday, href: hubListPath('dueToday') },
    { label: t.lists.waitsForUs, value: hub.lists.waitsForUs, href: hubListPath('waitsForUs') },
  ]
  return (
    <Card heading={t.now}>
      <Figures figures={figures} />
    </Card>
  )
}

const Today = ({ hub, t, may }: Pick<Props, 'hub' | 'may'> & { t: Texts }) => {
  const figures: Figure[] = [
    ...(may('meetings.book') ? [{ label: t.meetings, value: hub.counts.meetings, href: meetingsPath }] : []),
    ...(may('visits.make') ? [{ label: t.visits, value: hub.counts.visits, href: visitsPath }] : []),
  ]
  return figures.length === 0 ? null : (
    <Card heading={t.today}>
      <Figures figures={figures} />
    </Card>
  )
}

const Begin = ({ hub, t }: { hub: Hub; t: Texts }) => {
  const { inTime, of } = hub.begun
  return (
    <Card heading={t.begin}>
      <Figures
        figures={[
          { label: t.lists.notBegun, value: hub.lists.notBegun, href: hubListPath('notBegun') },
          { label: t.begunLabel, value: t.begun(inTime, of) },
        ]}
      />
      <p class="muted">{of === 0 ? t.nobodyYet : t.begunMeaning(hub.beginMonths)}</p>
    </Card>
  )
}

const Numbers = ({ hub, t, lang }: { hub: Hub; t: Texts; lang: Frame['lang'] }) => {
  const { searched, valid } = hub.yield
  return (
    <Card heading={t.numbers}>
      <Figures
        figures={[
          { label: t.numberless, value: hub.numberless.all, href: numberlessPath },
          { label: t.stepsLeft, value: hub.numberless.left, href: `${numberlessPath}?visa=kvar` },
          { label: t.dead, value: hub.numberless.dead, href: deadPath },
        ]}
      />
      <p>
        {`${t.yield}: `}
        <a href={yieldPath}>{searchTexts[lang].yieldSentence(searched, valid)}</a>
      </p>
    </Card>
  )
}

const Messages = ({ hub, t, may }: Pick<Props, 'hub' | 'may'> & { t: Texts }) => {
  if (!may('messages.prepare')) return null
  const { rounds, failed, unsure } = hub.counts
  return (
    <Card heading={t.messages}>
      <Figures
        figures={[
          { label: t.rounds, value: rounds, href: roundsPath },
          { label: t.failed, value: failed, href: `${outboxPath}?lage=misslyckade` },
          { label: t.unsure, value: unsure, href: `${outboxPath}?lage=osakra` },
        ]}
      />
    </Card>
  )
}

/** Every page of outreach that has no entry of its own in the menu. */
const More = ({ t, may }: Pick<Props, 'may'> & { t: Texts }) => {
  const pages: readonly (readonly [Permission, string, string])[] = [
    ['outreach.log', answersPath, t.links.answers],
    ['messages.prepare', roundsPath, t.links.rounds],
    ['messages.prepare', outboxPath, t.links.outbox],
    ['templates.edit', '/utskick/mallar', t.links.templates],
    ['visits.make', visitsPath, t.links.visits],
    ['meetings.book', meetingsPath, t.links.meetings],
    ['survey.hand', '/enkater', t.links.surveys],
    ['figures.read', '/siffror/uppsokande', t.links.figures],
    ['settings.edit', '/uppsok/installningar', t.links.settings],
  ]
  return (
    <Card heading={t.more}>
      <ul class="plain links">
        {pages
          .filter(([permission]) => may(permission))
          .map(([, href, label]) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
      </ul>
    </Card>
  )
}

/** The hub of outreach. */
export const HubPage = ({ frame, hub, may }: Props) => {
  const t = hubTexts[frame.lang]
  return (
    <Page frame={frame} title={t.title}>
      {hub.counts.alarms > 0 && (
        <Alert kind="danger" title={t.alarm(hub.counts.alarms)}>
          <a href={visitsPath}>{t.toAlarm}</a>
        </Alert>
      )}
      <PageHead heading={t.title} below={t.intro} />
      <Cards>
        <Waiting hub={hub} t={t} />
        <Today hub={hub} t={t} may={may} />
        <Begin hub={hub} t={t} />
        <Numbers hub={hub} t={t} lang={frame.lang} />
        <Messages hub={hub} t={t} may={may} />
        <More t={t} may={may} />
      </Cards>
    </Page>
  )
}
