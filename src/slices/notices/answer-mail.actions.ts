/** Telling a school that there is an answer at one of its notices: to its own address, with the receipt and a link, and nothing of whom it is about. */
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { sendMail } from '../../platform/mail.ts'
import { writeAuditLine } from '../audit/index.ts'
import { listSettings } from '../settings/index.ts'
import { countTelling, listAnswersToTell, markTold, type AnswerToTell } from './answer-mail.store.ts'
import { hashOfSecret, newSecret } from './client.actions.ts'
import { deleteLink, insertLink } from './client.store.ts'
import { letterTexts } from './letter.texts.ts'
import { linkAddress, messageIdOf, type LinkChannel, type LinkPlace } from './link-place.ts'
import { noticeSettings } from './notice-settings.rules.ts'

type Telling = { readonly place: LinkPlace; readonly channel: LinkChannel; readonly hours: number }

/** Twenty tries are a day and some hours: longer than a mail server is away. */
const mostTries = 20

/** For a letter that went, or is not tried again. */
async function settle(tx: Tx, { decisionId, unitCode }: AnswerToTell, outcome: 'done' | 'refused'): Promise<void> {
  await markTold(tx, decisionId)
  await writeAuditLine(tx, { actor: 'anmalningar', action: 'notices.tellAnswer', outcome, detail: { unit: unitCode } })
}

/** One letter. One that cannot go out just now is tried again, some times; one that the school's server refuses is not. */
async function tell({ place, channel: { mail, publicUrl }, hours }: Telling, answer: AnswerToTell): Promise<void> {
  if (mail === null) return
  const { decisionId, tries, receipt, unitCode, unitName, email } = answer
  const token = newSecret()
  const linkHash = hashOfSecret(token, 'link')
  await inTransaction(place.pool, (tx) => insertLink(tx, { linkHash, unitCode, hours, madeBy: null }))
  const link = linkAddress(publicUrl, place.code, `${token}/anmalningar`, 'sv')
  const { subject, text } = letterTexts.sv.answer({ place: place.name, unit: unitName, receipt, link, hours })
  const sent = await sendMail(mail, {
    to: email,
    from: mail.from,
    subject,
    text,
    messageId: messageIdOf(mail, `skolsvar-${place.code}-${decisionId}`),
  })
  const isOut = sent.granted || sent.reason === 'unknown'
  await inTransaction(place.pool, async (tx) => {
    if (!isOut) await deleteLink(tx, linkHash)
    if (isOut || sent.reason === 'refused' || tries + 1 >= mostTries) await settle(tx, answer, isOut ? 'done' : 'refused')
    else await countTelling(tx, decisionId)
  })
}

/** For the worker: tells schools of the answers that have stood for a few minutes, in which somebody could undo them. */
export async function tellAnswers(place: LinkPlace, channel: LinkChannel): Promise<void> {
  const { hours, answers } = await inTransaction(place.pool, async (tx) => ({
    hours: noticeSettings.from(await listSettings(tx, 'infinity')).linkHours,
    answers: await listAnswersToTell(tx, 20),
  }))
  for (const answer of answers) await tell({ place, channel, hours }, answer)
}
