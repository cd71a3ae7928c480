/** /halvarsuppgiften/leverera: what is about to be delivered, what it replaces, and what must be said before it is. */
import { Alert } from '../../ui/alert.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card, Columns, DefinitionList } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { PageHead } from '../../ui/page.tsx'
import type { ReturnFile } from './build.actions.ts'
import { errorsAmong } from './controls.rules.ts'
import { deliverTexts } from './deliver.texts.ts'
import { deskTexts } from './desk.texts.ts'
import { fileTexts } from './file.texts.ts'
import { ForHolders, ReturnPage } from './parts.views.tsx'
import { returnPath, returnPaths } from './return-paths.ts'
import { returnTexts } from './returns.texts.ts'
import type { Delivery } from './returns.types.ts'

export type DeliverProps = {
  readonly frame: Frame
  readonly file: ReturnFile
  /** The delivery that the new one replaces; null when there is none. */
  readonly last: Delivery | null
  /** Somebody else delivered since the page was opened. */
  readonly isLate: boolean
  readonly ticked: { readonly despiteErrors: boolean; readonly emptyIsRight: boolean }
  readonly problems: readonly FieldProblem[]
  /** What else stood in the way, in words. */
  readonly told: string | null
  /** Who may fetch the file, where the reader may not; null where they may. */
  readonly holders: readonly string[] | null
  readonly newOnce: () => string
}

const Sent = ({ frame: { lang }, file }: DeliverProps) => {
  const [t, d, r] = [deliverTexts[lang], deskTexts[lang], returnTexts[lang]]
  const { counts } = file.built
  const errors = errorsAmong(file.broken).length
  const facts = [
    { term: t.file, value: file.fileName },
    { term: t.youths, value: counts.youths },
    { term: t.rows, value: counts.rows },
    ...Object.entries(r.blocks).map(([block, name]) => ({ term: name, value: counts.blocks[block as keyof typeof counts.blocks] })),
    ...(counts.protected > 0 ? [{ term: t.protected, value: counts.protected }] : []),
    ...(counts.leftOut > 0 ? [{ term: t.leftOut, value: counts.leftOut }] : []),
    { term: t.errors, value: errors },
    { term: t.warnings, value: file.broken.length - errors },
    {
      term: t.profile,
      value: `${d.profileIs(d.origins[file.origin], file.profile.version)} ${r[file.profile.status === 'draft' ? 'draft' : 'verified']}`,
    },
  ]
  return (
    <Card heading={t.sent}>
      <DefinitionList facts={facts} />
      <p>
        <a href={returnPaths.preview(file.half.key)}>{d.preview}</a>
      </p>
    </Card>
  )
}

const Replaces = ({ frame: { lang }, last, isLate }: DeliverProps) => {
  const t = deliverTexts[lang]
  if (last === null) return <p>{t.first}</p>
  return (
    <Alert kind="warning" title={isLate ? t.raceTitle : t.replacesTitle(last.nth)} live={isLate}>
      {isLate && <p>{t.race(last.nth, last.at, last.byName)}</p>}
      {isLate && (
        <p>
          <strong>{t.replacesTitle(last.nth)}</strong>
        </p>
      )}
      <p>{t.replaces(last.at, last.byName, last.counts.rows)}</p>
    </Alert>
  )
}

const Errors = ({ frame: { lang }, file, ticked, problems }: DeliverProps) => {
  const t = deliverTexts[lang]
  const n = errorsAmong(file.broken).length
  if (n === 0) return null
  return (
    <>
      <Alert kind="danger" title={t.errorsTitle(n)}>
        <p>
          {`${t.errorsText} `}
          <a href={`${returnPaths.desk(file.half.key)}#rattas`}>{t.toErrors}</a>
        </p>
      </Alert>
      <Checkbox
        name="despiteErrors"
        label={t.despite(n)}
        hint={t.despiteHint}
        checked={ticked.despiteErrors}
        problem={problemOf(problems, 'despiteErrors')}
      />
    </>
  )
}

const Empty = ({ frame: { lang }, file, ticked, problems }: DeliverProps) => {
  const t = deliverTexts[lang]
  if (file.built.lines.length > 0) return null
  return (
    <>
      <Alert kind="warning" title={t.emptyTitle}>
        <p>{t.emptyText}</p>
      </Alert>
      <Checkbox name="emptyIsRight" label={t.emptyIsRight} checked={ticked.emptyIsRight} problem={problemOf(problems, 'emptyIsRight')} />
    </>
  )
}

const DeliverForm = (props: DeliverProps) => {
  const { frame, file, last, newOnce } = props
  const t = deliverTexts[frame.lang]
  const errors = errorsAmong(file.broken).length
  const warnings = file.broken.length - errors
  return (
    <Form frame={frame} action={`${returnPath}/leverera`} once={newOnce()} label={t.title}>
      <input type="hidden" name="halvar" value={file.half.key} />
      <input type="hidden" name="replaces" value={String(last?.nth ?? 0)} />
      <input type="hidden" name="errors" value={String(errors)} />
      <Replaces {...props} />
      <Errors {...props} />
      <Empty {...props} />
      {warnings > 0 && <p>{t.warningsLeft(warnings)}</p>}
      <div class="row">
        <Button>{t.do}</Button>
        <LinkButton href={returnPaths.desk(file.half.key)} variant="tertiary">
          {t.cancel}
        </LinkButton>
      </div>
    </Form>
  )
}

const Uncoded = ({ frame: { lang }, file }: DeliverProps) => (
  <Alert kind="danger" title={deliverTexts[lang].uncoded}>
    <p>
      {`${fileTexts[lang].uncodedText(file.built.uncoded)} `}
      <a href={returnPaths.profile(file.half.key)}>{deskTexts[lang].toProfile}</a>
    </p>
  </Alert>
)

/** The page. */
export const DeliverPage = (props: DeliverProps) => {
  const { frame, file, problems, told, holders } = props
  const t = deliverTexts[frame.lang]
  const main = (
    <Card heading={t.what}>
      <ol>
        {t.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      {holders !== null && <ForHolders lang={frame.lang} names={holders} />}
      {file.built.uncoded.length > 0 ? <Uncoded {...props} /> : <DeliverForm {...props} />}
    </Card>
  )
  return (
    <ReturnPage frame={frame} title={t.title} under={file.half.key}>
      <FormErrors problems={problems} />
      <PageHead heading={t.title} below={t.lead(file.half.key)} />
      {told !== null && (
        <Alert kind="warning" live>
          {told}
        </Alert>
      )}
      <Columns main={main} side={<Sent {...props} />} />
    </ReturnPage>
  )
}
