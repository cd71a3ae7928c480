/** The warning before a text is saved: each word, why, and the tick that keeps it all the same. Beneath the text, inside its form. */
import type { Lang } from '../../kernel/lang.ts'
import { Alert } from '../../ui/alert.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { hygieneTexts } from './hygiene.texts.ts'
import { flagKinds, type FlagKind, type ShownFlag } from './hygiene.types.ts'
import { distinctFlags, keptName, keptValue } from './kept.rules.ts'

type Props = {
  /** Those of the refusal (`flagsIn`), or of the tick as it was sent (`flagsInKept`). None: nothing is shown. */
  readonly flags: readonly ShownFlag[]
  readonly lang: Lang
  /** It was ticked, and something else was wrong. */
  readonly isKept?: boolean
  /** The id of the tick, when the page has several forms. */
  readonly id?: string | undefined
}

const KindLine = ({ kind, flags, lang }: { readonly kind: FlagKind; readonly flags: readonly ShownFlag[]; readonly lang: Lang }) => {
  const t = hygieneTexts[lang]
  const words = flags.filter((flag) => flag.kind === kind).map(({ word }) => t.quoted(word))
  return words.length === 0 ? null : (
    <li>
      <strong>{words.join(', ')}</strong>: {t.why[kind]}
    </li>
  )
}

/** What was flagged, and the tick. */
export const NoteWarning = ({ flags, lang, isKept = false, id = keptName }: Props) => {
  const t = hygieneTexts[lang]
  const distinct = distinctFlags(flags)
  if (distinct.length === 0) return null
  return (
    <Alert kind="warning" title={t.title}>
      <p>{t.lead}</p>
      <ul>
        {flagKinds.map((kind) => (
          <KindLine kind={kind} flags={distinct} lang={lang} />
        ))}
      </ul>
      <Checkbox name={keptName} id={id} value={keptValue(distinct)} label={t.keep} hint={t.keepHint} checked={isKept} />
    </Alert>
  )
}
