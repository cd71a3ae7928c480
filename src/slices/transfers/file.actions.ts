/** Offers, answers and content as files, for a municipality outside the installation: sealed for it, and opened when it is from it. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { openEnvelope, sealEnvelope, type Envelope, type OpenRefusal, type OwnKeys } from '../../platform/envelope.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import { carriedFrom } from './carried.rules.ts'
import { findIncoming, insertContent, insertIncoming, livesHere, markTold } from './incoming.store.ts'
import { findOwnKeys, findPartner, type Partner } from './key.store.ts'
import { readMover } from './mover.actions.ts'
import { mayBeSent } from './offer.rules.ts'
import { holdOutgoing, markOffered, markSent, takeAnswer } from './outgoing.store.ts'
import { AnswerShape, CarriedShape, EnvelopeShape, OfferShape } from './package.forms.ts'
import type { TransferReader } from './reader.ts'
import { readRecord } from './record.store.ts'
import type { Outgoing, Withholding } from './transfers.types.ts'

export type FileRefusal = 'missing' | 'nothing-to-fetch' | 'no-own-key' | 'no-partner-key' | Withholding

type Keys = { readonly own: OwnKeys; readonly partner: Partner }

async function keysFor(tx: Tx, municipality: string): Promise<Decision<Keys, 'no-own-key' | 'no-partner-key'>> {
  const [own, partner] = [await findOwnKeys(tx), await findPartner(tx, municipality)]
  if (own === null) return refuse('no-own-key')
  return partner === null ? refuse('no-partner-key') : grant({ own, partner })
}

type Sealed = Decision<string, FileRefusal>

/** The next file of an offer: the offer with nothing of anybody, or the content once that is accepted. What was fetched may be fetched again. */
async function sealedOffer(tx: Tx, { code, today }: TransferReader, offer: Outgoing): Promise<Sealed> {
  const isContent = offer.state === 'accepted' || (offer.state === 'sent' && offer.delivery === 'file')
  if (offer.delivery === 'inside' || (!isContent && offer.state !== 'waiting' && offer.state !== 'offered'))
    return refuse('nothing-to-fetch')
  const keys = await keysFor(tx, offer.to)
  if (!keys.granted) return keys
  const known = await readMover(tx, offer.personId, code, today)
  const allowed = known === null ? refuse('notThere' as const) : mayBeSent(known.mover, offer.to, today)
  if (!allowed.granted) return allowed
  if (known === null || known.number === null) return refuse('noNumber')
  const content = isContent ? carriedFrom(await readRecord(tx, offer.personId, known.number)) : {}
  await (isContent ? markSent(tx, offer.id) : markOffered(tx, offer.id, 'file'))
  const head = { kind: isContent ? 'content' : 'offer', from: code, to: offer.to, about: offer.transferId }
  return grant(JSON.stringify(sealEnvelope(head, JSON.stringify(content), keys.value.own, keys.value.partner), null, 1))
}

/** A file to hand to the municipality that was offered. */
export function fetchOfferFile(reader: TransferReader, transferId: string): Promise<Sealed> {
  let subjectId: string | null = null
  return change<string, FileRefusal>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'transfers.fetchFile', subjectId, detail: { transferId } }),
    async (tx) => {
      const offer = await holdOutgoing(tx, reader.scope, transferId)
      if (offer === null) return refuse('missing')
      subjectId = offer.subjectId
      return sealedOffer(tx, reader, offer)
    },
  )
}

/** The answer as a file, to the one who offered by a file. */
export function fetchAnswerFile(reader: TransferReader, transferId: string): Promise<Sealed> {
  return change<string, FileRefusal>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'transfers.fetchAnswer', detail: { transferId } }),
    async (tx) => {
      const offer = await findIncoming(tx, reader.scope, transferId, true)
      if (offer === null) return refuse('missing')
      if (offer.way !== 'file' || offer.state === 'waiting' || offer.state === 'withdrawn') return refuse('nothing-to-fetch')
      const keys = await keysFor(tx, offer.from)
      if (!keys.granted) return keys
      await markTold(tx, offer.id)
      const head = { kind: 'answer', from: reader.code, to: offer.from, about: transferId }
      const content = JSON.stringify({ accepted: offer.state !== 'refused' })
      return grant(JSON.stringify(sealEnvelope(head, content, keys.value.own, keys.value.partner), null, 1))
    },
  )
}

export type ReadRefusal =
  | 'not-a-file'
  | 'not-for-us'
  | 'no-own-key'
  | 'unknown-sender'
  | 'not-expected'
  | 'wrong-content'
  | 'not-here'
  | OpenRefusal

function envelopeIn(text: string): Envelope | null {
  try {
    return EnvelopeShape.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function insideOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What was carried: only where it was accepted, and of somebody who lives here, unprotected, by our own register. Else nothing is kept. */
async function takeContent(
  tx: Tx,
  { code, today }: TransferReader,
  { kind, from, about }: Envelope,
  inside: unknown,
): Promise<Decision<string, ReadRefusal>> {
  const content = CarriedShape.safeParse(inside)
  if (!content.success) return refuse('wrong-content')
  if (!(await livesHere(tx, content.data.number, code, today))) return refuse('not-here')
  return (await insertContent(tx, about, from, content.data)) ? grant(kind) : refuse('not-expected')
}

/** Puts in what an envelope held. An offer that comes twice is there once; content comes only where it was accepted. */
async function takeIn(tx: Tx, reader: TransferReader, envelope: Envelope, inside: unknown): Promise<Decision<string, ReadRefusal>> {
  const { kind, from, about } = envelope
  if (kind === 'offer') {
    if (!OfferShape.safeParse(inside).success) return refuse('wrong-content')
    return (await insertIncoming(tx, { transferId: about, from, way: 'file' })) ? grant(kind) : refuse('not-expected')
  }
  if (kind === 'answer') {
    const answer = AnswerShape.safeParse(inside)
    if (!answer.success) return refuse('wrong-content')
    return (await takeAnswer(tx, about, from, answer.data.accepted)) ? grant(kind) : refuse('not-expected')
  }
  return takeContent(tx, reader, envelope, inside)
}

/** Reads a file from another municipality. What it says of whom is not shown here: it stands on the desk. */
export function readTransferFile(reader: TransferReader, text: string): Promise<Decision<string, ReadRefusal>> {
  const envelope = envelopeIn(text)
  return change<string, ReadRefusal>(
    reader.pool,
    (decision) => ({
      actor: reader.staffId,
      action: 'transfers.readFile',
      detail: {
        kind: envelope?.kind ?? null,
        from: decision.granted ? (envelope?.from ?? null) : null,
        ...(decision.granted ? { about: envelope?.about } : {}),
      },
    }),
    async (tx) => {
      if (envelope === null) return refuse('not-a-file')
      if (envelope.to !== reader.code) return refuse('not-for-us')
      const keys = await keysFor(tx, envelope.from)
      if (!keys.granted) return refuse(keys.reason === 'no-own-key' ? 'no-own-key' : 'unknown-sender')
      const opened = openEnvelope(envelope, keys.value.own, keys.value.partner)
      return opened.granted ? takeIn(tx, reader, envelope, insideOf(opened.value)) : opened
    },
  )
}
