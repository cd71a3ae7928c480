/** What entries of the register's own say: periods, homes, studies, notices, manual facts, watches, who is responsible, corrections. */
import { municipalityText, credentialText, reasonText, studiesText } from '../law/index.ts'
import { correctionTexts } from '../corrections/index.ts'
import type { ManualRecord } from '../register/index.ts'
import { wordIn, type EntryWords, type Teller, type WordsOf } from './entry-words.ts'

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Changed = Parameters<(typeof lifeWords)['enrolmentChanged']>[0]

function noticeTitle({ after, ...studies }: Changed, { t, lang, day }: Teller): string {
  const said = studiesText(studies, lang)
  if (after === null) return t.noticeGone(said)
  if (after.endOn === null) return t.noticeOn(said)
  return (after.cancelled ? t.noticeInterruption : t.noticeEnd)(said, day(after.endOn))
}

function manualTitle({ kind, value }: ManualRecord, { t, told }: Teller): string {
  switch (kind) {
    case 'stay':
      return t.manual.stay(municipalityText(value, told))
    case 'studies-abroad':
      return t.manual.abroad
    case 'decision':
      return value === 'covers' ? t.manual.covers : t.manual.not
    case 'schooling-end':
      return value === '7:13' ? t.manual['7:13'] : t.manual['7:14']
  }
}

const manualWords = ({ manual }: { readonly manual: ManualRecord }, teller: Teller): EntryWords => {
  const { fromOn, untilOn, ground } = manual
  const days = fromOn === null ? '' : teller.t.days(teller.day(fromOn), untilOn === null ? null : teller.day(untilOn))
  return { title: manualTitle(manual, teller), below: [days, teller.isBare ? '' : ground] }
}

/** The words of each. */
export const lifeWords: WordsOf<
  | 'periodBegan'
  | 'periodEnded'
  | 'residence'
  | 'studiesBegan'
  | 'studiesEnded'
  | 'studiesWithdrawn'
  | 'credential'
  | 'enrolmentChanged'
  | 'manualSaid'
  | 'manualWithdrawn'
  | 'watchBegan'
  | 'watchEnded'
  | 'assigned'
  | 'correctionOpened'
  | 'correctionClosed'
> = {
  periodBegan: ({ reason }, { t, lang }) => ({ title: t.periodBegan, below: [upper(reasonText(reason, lang))] }),
  periodEnded: ({ reason }, { t, lang }) => ({ title: t.periodEnded, below: [upper(reasonText(reason, lang))] }),
  residence: ({ municipality }, { t, told }) => ({ title: t.residence(municipalityText(municipality, told)), below: [] }),
  studiesBegan: (studies, { t, lang }) => ({ title: t.studiesBegan(studiesText(studies, lang)), below: [] }),
  studiesEnded: (studies, { t, lang }) => ({
    title: (studies.cancelled ? t.studiesInterrupted : t.studiesEnded)(studiesText(studies, lang)),
    below: [],
  }),
  studiesWithdrawn: (studies, { t, lang }) => ({ title: t.studiesWithdrawn(studiesText(studies, lang)), below: [] }),
  credential: ({ type }, { lang }) => ({ title: upper(credentialText(type, lang)), below: [] }),
  enrolmentChanged: (changed, teller) => ({ title: noticeTitle(changed, teller), below: [] }),
  manualSaid: (detail, teller) => manualWords(detail, teller),
  manualWithdrawn: ({ manual }, teller) => ({
    title: teller.t.manual.withdrawn(manualTitle(manual, teller)),
    below: [teller.isBare ? '' : manual.withdrawnGround],
  }),
  watchBegan: ({ ground }, { t }) => ({ title: t.watchBegan, below: [ground] }),
  watchEnded: (_, { t }) => ({ title: t.watchEnded, below: [] }),
  assigned: ({ staff, unit, isRouted }, { t }) => ({
    title: t.assigned([staff, unit].filter((part) => part !== null).join(', ') || t.nobody),
    below: [isRouted ? t.routed : ''],
  }),
  correctionOpened: ({ line, reason, source }, { t, lang }) => ({
    title: t.correctionOpened(correctionTexts[lang].lines[line]),
    below: [wordIn(correctionTexts[lang].reasons, reason), source],
  }),
  correctionClosed: ({ line, outcome }, { t, lang }) => ({
    title: t.correctionClosed(correctionTexts[lang].lines[line]),
    below: [upper(wordIn(correctionTexts[lang].outcomes, outcome))],
  }),
}
