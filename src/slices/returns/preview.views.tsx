/** /halvarsuppgiften/filen: the return as it would be sent now, block by block, and the way to its file. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, DefinitionList, Tag } from '../../ui/card.tsx'
import type { Frame } from '../../ui/frame.ts'
import { PageHead } from '../../ui/page.tsx'
import { Rolling, Table, TwoLines, type Cell } from '../../ui/table.tsx'
import { Pagination, Tabs } from '../../ui/tabs.tsx'
import { deskTexts } from './desk.texts.ts'
import { fileTexts } from './file.texts.ts'
import { upper } from './many.texts.ts'
import { ForHolders, ReturnPage } from './parts.views.tsx'
import { previewPageSize, type Preview, type PreviewRow } from './preview.types.ts'
import { returnPaths } from './return-paths.ts'
import { returnTexts } from './returns.texts.ts'
import { blocks, type Block, type Field } from './returns.types.ts'

/** The fields of each block, as the records have them. The number stands with the youth. */
const fieldsOf: Readonly<Record<Block, readonly Field[]>> = {
  youth: ['registeredOn', 'registrationReason', 'occupationAtRegistration'],
  contact: ['contactOn', 'contactOccupation'],
  measureBegun: ['measureKind', 'measureBegunOn'],
  measureEnded: ['endedMeasureKind', 'endedMeasureBegunOn', 'measureEndedOn', 'measureEndReason', 'occupationAfterMeasure'],
  exit: ['exitOn', 'exitReason'],
}

type Props = { readonly frame: Frame; readonly preview: Preview; readonly mayEditProfile: boolean }

function rowOf({ record, youth }: PreviewRow, block: Block, lang: Lang): Cell[] {
  const t = deskTexts[lang]
  const name = youth.name === '' ? t.noName : youth.name
  return [
    <TwoLines below={record.number ?? '–'}>
      <a href={`/ungdomar/${youth.subjectId}`}>{name}</a>
      {youth.isProtected && <Tag tone="warning">{t.protected}</Tag>}
    </TwoLines>,
    ...(block === 'youth' ? [] : [record.periodFromOn]),
    ...fieldsOf[block].map((field) => record.cells[field] ?? '–'),
  ]
}

const Rows = ({ preview, lang }: { preview: Preview; lang: Lang }) => {
  const [t, r] = [fileTexts[lang], returnTexts[lang]]
  const { block, page, rows, seen, hidden, half } = preview
  const titles = [t.identity, ...(block === 'youth' ? [] : [t.period]), ...fieldsOf[block].map((field) => upper(r.fields[field]))]
  return (
    <Card heading={r.blocks[block]}>
      <Rolling label={r.blocks[block]}>
        <Table
          headed
          columns={titles.map((title) => ({ title }))}
          rows={rows.map((row) => rowOf(row, block, lang))}
          empty={hidden === 0 ? t.noRecords : undefined}
        />
      </Rolling>
      {hidden > 0 && <p class="muted">{t.hiddenRows(hidden)}</p>}
      <Pagination page={page} pageSize={previewPageSize} total={seen} href={(to) => returnPaths.preview(half.key, block, to)} />
    </Card>
  )
}

const About = ({ preview, lang }: { preview: Preview; lang: Lang }) => {
  const [t, d, r] = [fileTexts[lang], deskTexts[lang], returnTexts[lang]]
  const { counts, origin, profile, sha256, errors, warnings } = preview
  const status = profile.status === 'draft' ? r.draft : r.verified
  return (
    <DefinitionList
      facts={[
        { term: upper(d.youths), value: counts.youths },
        { term: upper(d.rows), value: counts.rows },
        { term: upper(d.errors), value: errors },
        { term: upper(d.warnings), value: warnings },
        { term: t.profile, value: `${d.profileIs(d.origins[origin], profile.version)} ${status}` },
        { term: t.sha, value: <code class="keep">{sha256}</code> },
      ]}
    />
  )
}

/** Why the file cannot be fetched, or the ways to fetch it. */
const Downloads = ({ preview, frame: { lang }, mayEditProfile }: Props) => {
  const [t, d] = [fileTexts[lang], deskTexts[lang]]
  const { half, uncoded, isForHolders, holders } = preview
  if (uncoded.length > 0)
    return (
      <Alert kind="danger" title={t.uncoded}>
        <p>
          {`${t.uncodedText(uncoded)} `}
          {mayEditProfile && <a href={returnPaths.profile(half.key)}>{d.toProfile}</a>}
        </p>
      </Alert>
    )
  if (isForHolders) return <ForHolders lang={lang} names={holders} />
  return (
    <div class="row spaced">
      <LinkButton href={returnPaths.text(half.key)}>{t.downloadText}</LinkButton>
      <LinkButton href={returnPaths.xlsx(half.key)}>{t.downloadXlsx}</LinkButton>
    </div>
  )
}

/** The page. */
export const PreviewPage = (props: Props) => {
  const { frame, preview } = props
  const { lang } = frame
  const [t, d, r] = [fileTexts[lang], deskTexts[lang], returnTexts[lang]]
  const { half, counts, block, fileName } = preview
  const links = blocks.map((one) => ({
    href: returnPaths.preview(half.key, one),
    label: r.blocks[one],
    count: counts.blocks[one],
    current: one === block,
  }))
  return (
    <ReturnPage frame={frame} title={t.previewTitle} under={half.key}>
      <PageHead heading={t.previewTitle} below={t.previewLead(half.key, fileName)} />
      <div class="stack">
        {counts.rows === 0 && (
          <Alert kind="warning" title={d.empty}>
            <p>{d.emptyText}</p>
          </Alert>
        )}
        <Card>
          <About preview={preview} lang={lang} />
          <Downloads {...props} />
        </Card>
        <Tabs label={t.blockTabs} links={links} />
        <Rows preview={preview} lang={lang} />
      </div>
    </ReturnPage>
  )
}
