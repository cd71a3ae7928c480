/** What has been said of a youth that no source says: in force with the way to take it back, and what was taken back. */
import { Card, Details } from '../../ui/card.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Confirm, problemOf } from '../../ui/form.tsx'
import { NoteWarning } from '../hygiene/index.ts'
import type { ManualRecord } from '../register/index.ts'
import type { DecideProps } from './decide.views.tsx'
import { manualText, manualTexts } from './manual.texts.ts'

type OneProps = DecideProps & { readonly record: ManualRecord }

const Ground = ({ record, told, draft, isRefused }: OneProps & { isRefused: boolean }) => (
  <>
    <input type="hidden" name="kind" value={record.kind} />
    <input type="hidden" name="factId" value={String(record.factId)} />
    <TextArea
      name="ground"
      id={isRefused ? 'withdraw-ground' : `ground-${record.kind}-${record.factId}`}
      label={manualTexts[told.lang].withdrawGround}
      rows={2}
      maxlength={1000}
      value={isRefused ? (draft.withdraws?.ground ?? '') : ''}
      problem={isRefused ? problemOf(draft.problems, 'withdraw-ground') : undefined}
      required
    />
    {isRefused && <NoteWarning {...draft.note} lang={told.lang} />}
  </>
)

const Said = (props: OneProps) => {
  const { record, frame, youth, told, draft, newOnce } = props
  const { withdraw: label, withdrawQuestion: question, withdrawDo: confirm } = manualTexts[told.lang]
  const isRefused = draft.withdraws?.factId === String(record.factId) && draft.kind === record.kind
  const action = `/ungdomar/${youth.seen.subjectId}/beslut/ta-tillbaka`
  return (
    <li>
      <p>{manualText(record, told)}</p>
      <Confirm frame={frame} action={action} once={newOnce()} label={label} question={question} confirm={confirm} open={isRefused}>
        <Ground {...props} isRefused={isRefused} />
      </Confirm>
    </li>
  )
}

/** Everything said, newest first. */
export const SaidCard = (props: DecideProps) => {
  const { youth, told } = props
  const texts = manualTexts[told.lang]
  const inForce = youth.records.manual.filter(({ withdrawnAt }) => withdrawnAt === null)
  const earlier = youth.records.manual.filter(({ withdrawnAt }) => withdrawnAt !== null)
  return (
    <Card heading={texts.inForce}>
      {inForce.length === 0 && <p class="muted">{texts.nothing}</p>}
      <ul class="plain stack">
        {inForce.map((record) => (
          <Said record={record} {...props} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <Details summary={`${texts.earlier} (${earlier.length})`}>
          <ul>
            {earlier.map((record) => (
              <li>{manualText(record, told)}</li>
            ))}
          </ul>
        </Details>
      )}
    </Card>
  )
}
