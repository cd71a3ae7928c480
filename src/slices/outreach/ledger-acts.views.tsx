/** What can be said of a way, each behind its question: that it is dead, that it works again, that it is not to stand here. */
import { Field } from '../../ui/field.tsx'
import { Confirm, problemOf } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { keptName, NoteWarning, type NoteDraft } from '../hygiene/index.ts'
import { ledgerTexts } from './ledger.texts.ts'
import type { LedgerPage, LedgerWay, WayAct } from './ledger.types.ts'

/** A saying that came without its reason: its question is open again. `wayId` null: of the register's address. */
export type SaidDraft = { readonly wayId: string | null; readonly act: WayAct; readonly why: string; readonly note: NoteDraft }

type Acting = {
  readonly frame: Frame
  readonly shown: LedgerPage
  readonly draft: { readonly said: SaidDraft | null; readonly problems: readonly { readonly field: string; readonly text: string }[] }
  readonly newOnce: () => string
}

type Texts = (typeof ledgerTexts)[Frame['lang']]

/** The reason, whose id is its own among all the questions of the page. */
const Why = ({ id, lang, draft }: { readonly id: string; readonly lang: Frame['lang']; readonly draft: Acting['draft'] }) => {
  const t = ledgerTexts[lang]
  const problem = problemOf(draft.problems, id)
  const value = problem === undefined ? '' : draft.said?.why
  return (
    <>
      <Field name="why" id={id} label={t.why} hint={t.whyHint} value={value} maxlength={200} required problem={problem} />
      {problem !== undefined && draft.said !== null && <NoteWarning {...draft.said.note} lang={lang} id={`${keptName}-${id}`} />}
    </>
  )
}

/** The id of the reason's field. */
export const whyId = (wayId: string | null, act: WayAct): string => `why-${act}-${wayId ?? 'address'}`

/** The words of an act: a number dies, an e-mail no longer gets through, an address is not right. */
function wordsOf(
  t: Texts,
  { kind }: LedgerWay,
  act: WayAct,
): { readonly label: string; readonly question: string; readonly confirm: string } {
  if (act !== 'dead' || kind === 'phone') return { label: t.acts[act], question: t.questions[act], confirm: t.confirms[act] }
  const label = kind === 'email' ? t.emailAct : t.addressAct
  return { label, question: t.questions[kind], confirm: t.confirms.other }
}

const One = ({ way, act, frame, shown, draft, newOnce }: Acting & { readonly way: LedgerWay; readonly act: WayAct }) => {
  const t = ledgerTexts[frame.lang]
  return (
    <Confirm
      frame={frame}
      action={`/ungdomar/${shown.youth.subjectId}/vagar/${way.wayId}`}
      once={newOnce()}
      {...wordsOf(t, way, act)}
      danger={act === 'removed'}
      open={draft.said?.wayId === way.wayId && draft.said.act === act}
    >
      <input type="hidden" name="version" value={way.version} />
      <input type="hidden" name="act" value={act} />
      <Why id={whyId(way.wayId, act)} lang={frame.lang} draft={draft} />
    </Confirm>
  )
}

/** What can be said of the way as it is now. */
export const WayActs = ({ way, ...props }: Acting & { readonly way: LedgerWay }) => (
  <div class="acts">
    <One {...props} way={way} act={way.deadOn === null ? 'dead' : 'revived'} />
    <One {...props} way={way} act="removed" />
  </div>
)

type AddressProps = Acting & { readonly line: string; readonly way: LedgerWay | null }

/** The register's address cannot be removed, only said to be wrong, until the register has another. A protected youth's is copied nowhere. */
export const AddressActs = ({ line, way, ...props }: AddressProps) => {
  const { frame, shown, draft, newOnce } = props
  const t = ledgerTexts[frame.lang]
  if (shown.youth.isProtected) return null
  if (way !== null && way.deadOn !== null) return <One {...props} way={way} act="revived" />
  return (
    <Confirm
      frame={frame}
      action={`/ungdomar/${shown.youth.subjectId}/vagar/adress`}
      once={newOnce()}
      label={t.addressAct}
      question={t.questions.address}
      confirm={t.confirms.other}
      open={draft.said !== null && draft.said.wayId === null}
    >
      <input type="hidden" name="line" value={line} />
      <Why id={whyId(null, 'dead')} lang={frame.lang} draft={draft} />
    </Confirm>
  )
}
