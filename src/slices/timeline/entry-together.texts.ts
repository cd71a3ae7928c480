/** What entries of school, sharing and handing over say. */
import { consentTexts } from '../consents/index.ts'
import { municipalityText } from '../law/index.ts'
import { wordIn, type EntryWords, type Teller, type WordsOf } from './entry-words.ts'
import type { TogetherHappened } from './together.types.ts'
import { monthText } from './timeline.texts.ts'

type Consented = { readonly purpose: string; readonly receiver: string }

/** A month inside a sentence: Swedish writes it small. */
const monthIn = (month: string, { lang }: Teller): string => {
  const text = monthText(month.slice(0, 7), lang)
  return lang === 'sv' ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
const purposeIn = ({ purpose }: Consented, { lang }: Teller): string => wordIn(consentTexts[lang].purposes, purpose)
/** The name of a partner is taken away when the consent is over. */
const receiverIn = ({ receiver }: Consented, { t }: Teller): string => (receiver === '' ? t.somePartner : receiver)
const hoursOf = (minutes: number): string => String(Math.round(minutes / 6) / 10)

/** What became of a notice, why, and where it was sent. */
function decidedWords(
  { school, outcome, effect, reason, municipality }: Extract<TogetherHappened, { event: 'noticeDecided' }>['detail'],
  { t, told }: Teller,
): EntryWords {
  const became = effect === 'none' || outcome !== 'accepted' ? '' : wordIn(t.noticeEffects, effect)
  return {
    title: wordIn(t.noticeDecided, outcome),
    below: [
      school,
      became,
      reason === null ? '' : wordIn(t.noticeReasons, reason),
      municipality === null ? '' : municipalityText(municipality, told),
    ],
  }
}

/** The words of each. */
export const togetherWords: WordsOf<TogetherHappened['event']> = {
  schoolNotice: ({ notice, school, fromOn, eventOn, hours }, { t, day }) => ({
    title: t.schoolNotice(school),
    below: [
      notice === 'absence'
        ? t.schoolAbsence(String(hours ?? 0), day(fromOn ?? eventOn), day(eventOn))
        : t.schoolEvents[notice](day(eventOn)),
    ],
  }),
  noticeAnnulled: ({ school, reason }, { t }) => ({ title: t.noticeAnnulled(school), below: [wordIn(t.annulReasons, reason)] }),
  noticeDecided: decidedWords,
  absence: ({ month, minutes }, teller) => ({ title: teller.t.absence(monthIn(month, teller), hoursOf(minutes)), below: [] }),
  matterOpened: ({ matter, school }, { t }) => ({ title: wordIn(t.matters, matter), below: [school] }),
  matterReferred: ({ school, how }, { t }) => ({ title: wordIn(t.matterReferred, how), below: [school] }),
  matterClosed: ({ matter, school, closing }, { t }) => ({
    title: wordIn(t.closings, closing),
    below: [wordIn(t.matters, matter), school],
  }),
  admission: ({ round, state }, { t }) => ({ title: `${wordIn(t.rounds, round)}: ${wordIn(t.admissions, state)}`, below: [] }),
  radarStep: ({ step }, { t }) => ({ title: wordIn(t.radarSteps, step), below: [] }),
  consentGiven: (detail, teller) => ({
    title: teller.t.consentGiven(receiverIn(detail, teller)),
    below: [purposeIn(detail, teller), teller.t.until(teller.day(detail.untilOn)), detail.withGuardian ? teller.t.withGuardian : ''],
  }),
  consentWithdrawn: (detail, teller) => ({
    title: teller.t.consentWithdrawn(receiverIn(detail, teller)),
    below: [purposeIn(detail, teller)],
  }),
  referralSent: (detail, teller) => ({ title: teller.t.referralSent(receiverIn(detail, teller)), below: [purposeIn(detail, teller)] }),
  referralAnswered: (detail, teller) => {
    const { t } = teller
    const isYes = detail.answer === 'accepted'
    return {
      title: t.referralAnswered[isYes ? 'accepted' : 'rejected'](receiverIn(detail, teller)),
      below: [detail.reason === null ? '' : wordIn(t.rejectReasons, detail.reason)],
    }
  },
  referralRevoked: (detail, teller) => ({ title: teller.t.referralRevoked(receiverIn(detail, teller)), below: [] }),
  referralOutcome: (detail, teller) => ({
    title: teller.t.atReceiver(wordIn(teller.t.referralOutcomes, detail.outcome), receiverIn(detail, teller)),
    below: [],
  }),
  transferOut: ({ step, municipality }, { t, told }) => ({
    title: wordIn(t.transferOut, step),
    below: [municipalityText(municipality, told)],
  }),
  transferIn: ({ step, municipality }, { t, told }) => ({
    title: wordIn(t.transferIn, step),
    below: [municipalityText(municipality, told)],
  }),
  transferKept: ({ part, municipality }, { t, told }) => ({
    title: t.transferKept(wordIn(t.carriedParts, part)),
    below: [municipalityText(municipality, told)],
  }),
  moveClosed: ({ outcome }, { t }) => ({ title: wordIn(t.moveClosed, outcome), below: [t.afterMove] }),
  turningTalked: (_, { t }) => ({ title: t.turningTalked, below: [] }),
  turningAsked: ({ answer }, { t }) => ({ title: wordIn(t.turningAsked, answer), below: [] }),
  turningWaived: ({ item, why }, { t }) => ({ title: wordIn(t.turningWaived, item), below: [wordIn(t.waivedWhy, why)] }),
  receiverAsked: ({ receiver }, { t }) => ({ title: t.receiverAsked(receiver), below: [] }),
  receiverAnswered: ({ receiver, answer }, { t }) => ({
    title: t.receiverAnswered[answer === 'accepted' ? 'accepted' : 'refused'](receiver),
    below: [],
  }),
  turningEnded: ({ outcome, receiver }, { t }) => ({ title: wordIn(t.turningEnded, outcome), below: [receiver, t.turning20] }),
}
