/** What is to be mended before the return is sent, control by control: each leads to the record at its field, for those who can mend it there. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Card, EmptyState, Tag } from '../../ui/card.tsx'
import { shortDay } from '../../ui/day.texts.ts'
import { Pagination } from '../../ui/tabs.tsx'
import type { Control, Finding } from './control.types.ts'
import { deskTexts } from './desk.texts.ts'
import type { DeskProps } from './desk.views.tsx'
import { mendAddress, mendPermit } from './mend.rules.ts'
import { returnPaths } from './return-paths.ts'
import { returnTexts } from './returns.texts.ts'

/** How many of a control the page shows at first, and on a page of its own. */
const firstShown = 8
const pageSize = 100

type Group = { readonly control: Control; readonly level: Finding['level']; readonly findings: readonly Finding[] }

/** By control, errors first, in the order they came. */
function groupsOf(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Finding[]>()
  for (const one of findings) {
    const key = `${one.level} ${one.control}`
    const own = groups.get(key)
    if (own === undefined) groups.set(key, [one])
    else own.push(one)
  }
  return [...groups.values()].flatMap((own) =>
    own[0] === undefined ? [] : [{ control: own[0].control, level: own[0].level, findings: own }],
  )
}

type OneProps = { readonly one: Finding; readonly half: string; readonly lang: Lang; readonly may: DeskProps['may'] }

/** Without the right to mend it the youth's page is as near as one comes. */
const FindingLine = ({ one, half, lang, may }: OneProps) => {
  const t = deskTexts[lang]
  const name = one.youth === '' ? t.noName : one.youth
  const mayMend = may(mendPermit[one.mend])
  const href = mayMend ? mendAddress(one, half) : `/ungdomar/${one.subjectId}`
  return (
    <li>
      <span>
        <a href={href}>{name}</a>
        {one.isProtected && <Tag tone="warning">{t.protected}</Tag>}
        <small class="below">
          {[t.about(shortDay(one.on, lang)), t.since(shortDay(one.firstSeenOn, lang)), ...(mayMend ? [] : [t.notYours])].join(' · ')}
        </small>
      </span>
    </li>
  )
}

const GroupHead = ({ text, n, level, lang }: { text: string; n: number; level: Finding['level']; lang: Lang }) => {
  const t = deskTexts[lang]
  return (
    <div class="card-head">
      <h3>
        {`${text} `}
        <Tag tone={level === 'error' ? 'danger' : 'warning'}>{`${n} ${level === 'error' ? t.errorTag : t.warningTag}`}</Tag>
      </h3>
    </div>
  )
}

const GroupCard = ({ group, half, lang, may, page }: Omit<OneProps, 'one'> & { group: Group; page: number | null }) => {
  const t = deskTexts[lang]
  const texts = returnTexts[lang]
  const { control, level, findings } = group
  const told = texts.controls[control]
  const first = findings[0]
  const shown = page === null ? findings.slice(0, firstShown) : findings.slice((page - 1) * pageSize, page * pageSize)
  return (
    <section class="mend-group" id={`kontroll-${level}-${control}`}>
      <GroupHead text={told.is} n={findings.length} level={level} lang={lang} />
      <p>
        {told.todo}
        {first !== undefined && <small class="below">{t.field(texts.blocks[first.block], texts.fields[first.field])}</small>}
      </p>
      <ul class="plain counted">
        {shown.map((one) => (
          <FindingLine one={one} half={half} lang={lang} may={may} />
        ))}
      </ul>
      {page === null && findings.length > shown.length && <a href={returnPaths.control(half, control)}>{t.showAll(findings.length)}</a>}
      {page !== null && (
        <Pagination page={page} pageSize={pageSize} total={findings.length} href={(to) => returnPaths.control(half, control, to)} />
      )}
    </section>
  )
}

/** What the reader may not see: how many, and who mends them. */
const Others = ({ desk: { otherErrors, otherWarnings, holders }, frame: { lang } }: DeskProps) => {
  const t = deskTexts[lang]
  if (otherErrors + otherWarnings === 0) return null
  const counts = [
    ...(otherErrors > 0 ? [t.othersErrors(otherErrors)] : []),
    ...(otherWarnings > 0 ? [t.othersWarnings(otherWarnings)] : []),
  ]
  return (
    <Alert kind={otherErrors > 0 ? 'warning' : 'info'}>
      <p>{`${counts.join(' ')} ${t.holders(holders)}`}</p>
    </Alert>
  )
}

/** The work items. */
export const FindingsCard = (props: DeskProps) => {
  const { desk, frame, may, only } = props
  const { lang } = frame
  const t = deskTexts[lang]
  const { rehearsal, half, findings, otherErrors, otherWarnings } = desk
  if (rehearsal?.outcome !== 'built') return null
  const groups = groupsOf(findings).filter(({ control }) => only === null || control === only.control)
  const isClear = groups.length === 0 && otherErrors + otherWarnings === 0
  return (
    <Card
      heading={t.toMend}
      id="rattas"
      action={only === null ? undefined : <a href={`${returnPaths.desk(half.key)}#rattas`}>{t.showGroups}</a>}
    >
      <div class="stack">
        {(isClear || (only !== null && groups.length === 0)) && (
          <EmptyState title={t.nothingToMend}>{isClear && <p>{t.nothingToMendText}</p>}</EmptyState>
        )}
        <Others {...props} />
        {groups.map((group) => (
          <GroupCard group={group} half={half.key} lang={lang} may={may} page={only?.page ?? null} />
        ))}
      </div>
    </Card>
  )
}
