/** /halvarsuppgiften/andrat: what the next file would say otherwise than the one that was sent last, and why. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card, EmptyState, Figures, Tag } from '../../ui/card.tsx'
import type { Frame } from '../../ui/frame.ts'
import { PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { deskTexts } from './desk.texts.ts'
import type { RecordChange, YouthDiff } from './diff.rules.ts'
import { fileTexts } from './file.texts.ts'
import { upper } from './many.texts.ts'
import { ReturnPage } from './parts.views.tsx'
import { returnPaths } from './return-paths.ts'
import { returnTexts } from './returns.texts.ts'
import type { ReturnRecord } from './returns.types.ts'
import type { SeenDiff } from './seen-diff.actions.ts'

type Props = { readonly frame: Frame; readonly half: string; readonly since: SeenDiff }

function whyText({ why }: YouthDiff, lang: Lang): string {
  const t = returnTexts[lang]
  if (why.length === 0) return upper(t.nothingOfTheirOwn)
  return upper(why.map(({ kind, how }) => `${t.how[how]}: ${t.kinds[kind]}`).join('; '))
}

const whatOf = ({ before, after }: RecordChange): 'added' | 'gone' | 'changed' =>
  before === null ? 'added' : after === null ? 'gone' : 'changed'

/** The day of a record, and the cells that say something else now. */
function sideText(record: ReturnRecord | null, { fields }: RecordChange, lang: Lang): string {
  if (record === null) return '–'
  const cells = fields.map((field) => `${returnTexts[lang].fields[field]} ${record.cells[field] ?? '–'}`)
  return [record.on, ...cells].join(', ')
}

const YouthCard = ({ seen: { youth, diff }, lang }: { seen: SeenDiff['youths'][number]; lang: Lang }) => {
  const [t, d, r] = [fileTexts[lang], deskTexts[lang], returnTexts[lang]]
  const name = youth.name === '' ? d.noName : youth.name
  const rows = diff.changes.map((change) => [
    r.blocks[change.block],
    t.whatKinds[whatOf(change)],
    sideText(change.before, change, lang),
    sideText(change.after, change, lang),
  ])
  const heading = (
    <>
      <a href={`/ungdomar/${youth.subjectId}`}>{name}</a>
      {youth.isProtected && <Tag tone="warning">{d.protected}</Tag>}
    </>
  )
  return (
    <Card heading={heading}>
      <p>{whyText(diff, lang)}</p>
      <Table headed stacks columns={[d.block, t.what, t.before, t.after].map((title) => ({ title }))} rows={rows} />
    </Card>
  )
}

const Also = ({ since: { profileChanged, settingsChanged, catalogueChanged }, lang }: { since: SeenDiff; lang: Lang }) => {
  const t = fileTexts[lang]
  const also = [
    ...(profileChanged ? [t.profileChanged] : []),
    ...(settingsChanged ? [t.settingsChanged] : []),
    ...(catalogueChanged ? [t.catalogueChanged] : []),
  ]
  if (also.length === 0) return null
  return (
    <Alert kind="info">
      {also.map((one) => (
        <p>{one}</p>
      ))}
    </Alert>
  )
}

const Counts = ({ since: { added, gone, changed }, lang }: { since: SeenDiff; lang: Lang }) => {
  const t = fileTexts[lang]
  const figures = [
    { label: t.added, value: added },
    { label: t.gone, value: gone },
    { label: t.changed, value: changed },
  ]
  return (
    <Card>
      <Figures figures={figures} />
      <p class="muted">{t.again}</p>
    </Card>
  )
}

const Changed = ({ since, lang }: { since: SeenDiff; lang: Lang }) => {
  const [t, d] = [fileTexts[lang], deskTexts[lang]]
  const { added, gone, changed, youths, hidden, holders } = since
  if (added + gone + changed === 0)
    return (
      <EmptyState title={t.sameRows}>
        <p>{t.sameRowsText}</p>
      </EmptyState>
    )
  return (
    <>
      <Counts since={since} lang={lang} />
      {hidden.youths > 0 && (
        <Alert kind="info">
          <p>{`${t.hiddenDiff(hidden.youths, hidden.rows)} ${holders.length === 0 ? '' : d.seenBy(holders)}`}</p>
        </Alert>
      )}
      {youths.map((seen) => (
        <YouthCard seen={seen} lang={lang} />
      ))}
    </>
  )
}

/** The page. */
export const DiffPage = ({ frame, half, since }: Props) => {
  const { lang } = frame
  const t = fileTexts[lang]
  const { delivery, isSame } = since
  return (
    <ReturnPage frame={frame} title={t.diffTitle} under={half}>
      <PageHead heading={t.diffTitle} below={`${half}. ${t.diffLead(delivery.nth, delivery.at)}`}>
        <a href={returnPaths.delivery(delivery.deliveryId)}>{t.toDelivery(delivery.nth)}</a>
      </PageHead>
      <div class="stack">
        <Also since={since} lang={lang} />
        {isSame ? (
          <EmptyState title={t.same}>
            <p>{t.sameText}</p>
          </EmptyState>
        ) : (
          <Changed since={since} lang={lang} />
        )}
      </div>
    </ReturnPage>
  )
}
