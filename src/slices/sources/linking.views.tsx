/** Linking a pupil to a youth: found by number, confirmed, and taken back. */
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, DefinitionList, EmptyState } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Confirm, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Page, PageHead } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { exceptionTexts } from '../feeds/index.ts'
import type { ShownLinking } from './inbox.actions.ts'
import { inboxTexts } from './inbox.texts.ts'
import { linkedPath, linkingLink, youthLink } from './links.ts'
import { inboxCrumbs } from './parts.views.tsx'
import type { LinkedPupil } from './sources.types.ts'

/** The night runs, or somebody else was first: nothing was saved. */
export const NotSaved = ({ frame, reason }: { readonly frame: Frame; readonly reason: 'night-is-running' | 'gone' }) => {
  const texts = inboxTexts[frame.lang]
  return (
    <Alert kind="warning" title={reason === 'gone' ? texts.gone : texts.nightRuns} live>
      <p>{reason === 'gone' ? texts.goneText : texts.nightRunsText}</p>
    </Alert>
  )
}

type NotSavedProps = { readonly frame: Frame; readonly reason: 'night-is-running' | 'gone'; readonly back: string; readonly label: string }

/** The same as a page of its own, where there is no form to show again. */
export const NotSavedPage = ({ frame, reason, back, label }: NotSavedProps) => {
  const { gone, nightRuns } = inboxTexts[frame.lang]
  const title = reason === 'gone' ? gone : nightRuns
  return (
    <Page frame={frame} title={title}>
      <PageHead heading={title} />
      <NotSaved frame={frame} reason={reason} />
      <p>
        <a href={back}>{label}</a>
      </p>
    </Page>
  )
}

type LinkingProps = {
  readonly frame: Frame
  readonly shown: ShownLinking
  readonly written: string
  readonly once: readonly [string, string]
  readonly notSaved: 'night-is-running' | 'gone' | null
}

const Found = ({ frame, shown: { exception, youth }, once }: LinkingProps) => {
  const texts = inboxTexts[frame.lang]
  if (youth === null) return null
  const facts = [
    { term: texts.name, value: `${youth.givenName} ${youth.familyName}` },
    ...(youth.isProtected ? [] : [{ term: texts.number, value: youth.number ?? '–' }]),
    { term: texts.born, value: youth.bornOn ?? '–' },
  ]
  return (
    <Card heading={texts.isThis}>
      <DefinitionList facts={facts} />
      <Form frame={frame} action={`${linkingLink(exception.id)}/ja`} once={once[1]}>
        <input type="hidden" name="subject" value={youth.subjectId} />
        <Button>{texts.yesLink}</Button>
      </Form>
    </Card>
  )
}

const NumberForm = ({ frame, shown: { exception, youth, problem }, written, once }: LinkingProps) => {
  const texts = inboxTexts[frame.lang]
  return (
    <Form frame={frame} action={linkingLink(exception.id)} once={once[0]}>
      <Field
        name="number"
        label={texts.number}
        hint={texts.numberHint}
        value={written}
        inputmode="text"
        maxlength={40}
        size={20}
        required
        spellcheck={false}
        problem={problem === null ? undefined : texts.problems[problem]}
      />
      <Button variant={youth === null ? 'primary' : 'secondary'}>{texts.search}</Button>
    </Form>
  )
}

/** Who is the pupil of this exception? */
export const LinkingPage = (props: LinkingProps) => {
  const { frame, shown, notSaved } = props
  const texts = inboxTexts[frame.lang]
  const { exception } = shown
  return (
    <Page frame={frame} title={texts.linkTitle} crumbs={inboxCrumbs(frame.lang, texts.link)}>
      <PageHead
        heading={texts.linkTitle}
        below={`${exceptionTexts(frame.lang, exception.kind).title}: ${exception.source}, ${exception.rowReference}`}
      />
      <div class="stack">
        {notSaved !== null && <NotSaved frame={frame} reason={notSaved} />}
        <Card>
          <p>{texts.linkHelp}</p>
          <NumberForm {...props} />
        </Card>
        <Found {...props} />
      </div>
    </Page>
  )
}

type LinkedProps = {
  readonly frame: Frame
  readonly links: readonly LinkedPupil[]
  readonly mayUndo: boolean
  readonly newOnce: () => string
}

const LinkedTable = ({ frame, links, mayUndo, newOnce }: LinkedProps) => {
  const texts = inboxTexts[frame.lang]
  const { undo, undoLink, undoYes } = texts
  const columns = [texts.youth, texts.source, texts.by, texts.on, ...(mayUndo ? [undo] : [])].map((title) => ({ title }))
  const rows = links.map(({ id, subjectId, name, source, linkedBy, linkedOn }) => [
    <a href={youthLink(subjectId)}>{name}</a>,
    source,
    linkedBy,
    linkedOn,
    ...(mayUndo
      ? [<Confirm frame={frame} action={`${linkedPath}/${id}/angra`} once={newOnce()} label={undo} question={undoLink} confirm={undoYes} />]
      : []),
  ])
  return <Table headed stacks columns={columns} rows={rows} />
}

/** Pupils linked by hand, each with its undo. */
export const LinkedPage = (props: LinkedProps) => {
  const { frame, links } = props
  const texts = inboxTexts[frame.lang]
  return (
    <Page frame={frame} title={texts.links} crumbs={inboxCrumbs(frame.lang, texts.links)}>
      <PageHead heading={texts.links} below={texts.linksBelow} />
      {links.length === 0 ? (
        <EmptyState title={texts.noLinks} />
      ) : (
        <Card>
          <LinkedTable {...props} />
        </Card>
      )}
    </Page>
  )
}
