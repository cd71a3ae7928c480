/** Links to a school's form, sent to the school's own address and nowhere else: whoever reads it is the school. */
import { inTransaction } from '../../platform/db/tx.ts'
import { sendMail } from '../../platform/mail.ts'
import { writeAuditLine } from '../audit/index.ts'
import { listSettings } from '../settings/index.ts'
import { tellAnswers } from './answer-mail.actions.ts'
import { hashOfSecret, newSecret } from './client.actions.ts'
import {
  countTry,
  deleteLink,
  forgetLinkRequests,
  insertLink,
  settleLinkRequest,
  takeLinkRequests,
  type LinkOutcome,
  type LinkRequest,
} from './client.store.ts'
import { letterTexts } from './letter.texts.ts'
import { linkAddress, messageIdOf, type LinkChannel, type LinkPlace } from './link-place.ts'
import { noticeSettings } from './notice-settings.rules.ts'

/** A school gets so many letters in an hour, however many somebody asks for. */
const mostInAnHour = 5
const mostTries = 20
const atOnce = 20

type Answering = { readonly place: LinkPlace; readonly channel: LinkChannel; readonly hours: number }

async function sendLink({ place, channel: { mail, publicUrl }, hours }: Answering, request: LinkRequest): Promise<LinkOutcome | 'again'> {
  const { id, unitCode, unitName, email, lang } = request
  if (unitCode === null || email === null) return 'noSuchSchool'
  if (mail === null) return 'failed'
  const token = newSecret()
  const linkHash = hashOfSecret(token, 'link')
  await inTransaction(place.pool, (tx) => insertLink(tx, { linkHash, unitCode, hours, madeBy: null }))
  const { subject, text } = letterTexts[lang].link({
    place: place.name,
    unit: unitName ?? '',
    link: linkAddress(publicUrl, place.code, token, lang),
    hours,
  })
  const messageId = messageIdOf(mail, `skollank-${place.code}-${id}`)
  const answer = await sendMail(mail, { to: email, from: mail.from, subject, text, messageId })
  if (answer.granted || answer.reason === 'unknown') return 'sent'
  await inTransaction(place.pool, (tx) => deleteLink(tx, linkHash))
  return answer.reason === 'refused' || request.tries + 1 >= mostTries ? 'failed' : 'again'
}

/** For the worker: links to those who have asked for one, and letters to schools that have been answered. */
export async function sendLinks(place: LinkPlace, channel: LinkChannel): Promise<void> {
  await answerRequests(place, channel)
  await tellAnswers(place, channel)
}

/** Answers those who have asked for a link. What the request said of a school that is not here leads nowhere. */
async function answerRequests(place: LinkPlace, channel: LinkChannel): Promise<void> {
  await inTransaction(place.pool, async (tx) => {
    const hours = noticeSettings.from(await listSettings(tx, 'infinity')).linkHours
    const sent = new Map<string, number>()
    for (const request of await takeLinkRequests(tx, atOnce)) {
      const lately = request.sentLately + (sent.get(request.unitCode ?? '') ?? 0)
      const outcome = lately >= mostInAnHour ? 'tooMany' : await sendLink({ place, channel, hours }, request)
      if (outcome === 'again') {
        await countTry(tx, request.id)
        continue
      }
      if (outcome === 'sent') sent.set(request.unitCode ?? '', (sent.get(request.unitCode ?? '') ?? 0) + 1)
      await settleLinkRequest(tx, request.id, outcome)
      // A code that is no school's leaves no line: anybody could fill the log from outside. The request itself says it for a month.
      if (outcome === 'noSuchSchool') continue
      await writeAuditLine(tx, { actor: 'anmalningar', action: 'notices.sendLink', outcome, detail: { unit: request.unitCode } })
    }
    await forgetLinkRequests(tx)
  })
}
