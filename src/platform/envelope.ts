/**
 * Sealed envelopes between two installations: signed with Ed25519, sealed for one receiver with X25519, HKDF-SHA256 and AES-256-GCM (node:crypto
 * alone). Who it is from and to, what it is and both parties' keys are bound into the seal and into the signature. Documented in ADR 0040.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { grant, refuse, type Decision } from './decision.ts'

/** The keys that others are given: raw keys in base64url (32 bytes each). */
export type PublicKeys = { readonly signing: string; readonly agreement: string }
/** Our own keys: the private ones as PKCS 8. */
export type OwnKeys = PublicKeys & { readonly signingPrivate: Buffer; readonly agreementPrivate: Buffer }

const envelopeFormat = 'lots-envelope/1'

/** What is said on the outside: never anything of a person. `about` is a random id. */
type EnvelopeHead = { readonly kind: string; readonly from: string; readonly to: string; readonly about: string }
export type Envelope = EnvelopeHead & {
  readonly format: typeof envelopeFormat
  /** Which keys it was made with and for: told so that a wrong or an old one can be named. What counts is what the signature binds. */
  readonly fromKey: string
  readonly toKey: string
  readonly ephemeral: string
  readonly nonce: string
  readonly sealed: string
  readonly signature: string
}

const encoded = (bytes: Buffer): string => bytes.toString('base64url')
const decoded = (text: string): Buffer => Buffer.from(text, 'base64url')

/** The fixed first bytes of a public key in SPKI (RFC 8410), before its 32 bytes. */
const spkiStart = { signing: Buffer.from('302a300506032b6570032100', 'hex'), agreement: Buffer.from('302a300506032b656e032100', 'hex') }
const rawOf = (key: KeyObject): string => encoded(key.export({ type: 'spki', format: 'der' }).subarray(-32))
const publicKeyOf = (use: keyof PublicKeys, raw: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiStart[use], decoded(raw)]), type: 'spki', format: 'der' })
const privateKeyOf = (key: Buffer): KeyObject => createPrivateKey({ key, type: 'pkcs8', format: 'der' })

/** Whether a text is a raw public key: 32 bytes in base64url, in the one way of writing them. */
export const isRawKey = (text: string): boolean => /^[\w-]{43}$/.test(text) && encoded(decoded(text)) === text

/** A new pair for signing and one for sealing. */
export function newOwnKeys(): OwnKeys {
  const [signing, agreement] = [generateKeyPairSync('ed25519'), generateKeyPairSync('x25519')]
  return {
    signing: rawOf(signing.publicKey),
    agreement: rawOf(agreement.publicKey),
    signingPrivate: signing.privateKey.export({ type: 'pkcs8', format: 'der' }),
    agreementPrivate: agreement.privateKey.export({ type: 'pkcs8', format: 'der' }),
  }
}

/** What two people read to each other over the telephone: 40 hexadecimal digits in groups of four, of the owner's name and both keys. */
export function fingerprintOf(owner: string, { signing, agreement }: PublicKeys): string {
  const whole = createHash('sha256').update(`${envelopeFormat}\n${owner}\n${signing}\n${agreement}`).digest('hex')
  return (whole.slice(0, 40).match(/.{4}/g) ?? []).join(' ')
}

/** A short name of a pair of keys, for telling which one a file was made for. */
const keyIdOf = ({ signing, agreement }: PublicKeys): string =>
  createHash('sha256').update(`${envelopeFormat}\n${signing}\n${agreement}`).digest('hex').slice(0, 16)

type Parties = { readonly sender: PublicKeys; readonly receiver: PublicKeys }

/** What the seal and the signature bind: one line each, in this order. No value holds a line break (`isPlainHead`). */
const boundText = ({ kind, from, to, about }: EnvelopeHead, ephemeral: string, { sender, receiver }: Parties): Buffer =>
  Buffer.from(
    [envelopeFormat, kind, from, to, about, ephemeral, sender.signing, sender.agreement, receiver.signing, receiver.agreement].join('\n'),
  )
const isPlainHead = ({ kind, from, to, about }: EnvelopeHead): boolean =>
  [kind, from, to, about].every((text) => /^[\w-]{1,64}$/.test(text))

function keyOf(shared: Buffer, ephemeral: string, receiver: PublicKeys): Buffer {
  const salt = Buffer.concat([decoded(ephemeral), decoded(receiver.agreement)])
  return Buffer.from(hkdfSync('sha256', shared, salt, Buffer.from(envelopeFormat), 32))
}

const tagLength = 16

/** Seals the content for the receiver alone, and signs it. @throws when the head is not plain words: that is a defect of ours */
export function sealEnvelope(head: EnvelopeHead, content: string, sender: OwnKeys, receiver: PublicKeys): Envelope {
  if (!isPlainHead(head)) throw new Error('the outside of an envelope holds plain words only')
  const once = generateKeyPairSync('x25519')
  const ephemeral = rawOf(once.publicKey)
  const shared = diffieHellman({ privateKey: once.privateKey, publicKey: publicKeyOf('agreement', receiver.agreement) })
  const nonce = randomBytes(12)
  const bound = boundText(head, ephemeral, { sender, receiver })
  const cipher = createCipheriv('aes-256-gcm', keyOf(shared, ephemeral, receiver), nonce, { authTagLength: tagLength }).setAAD(bound)
  const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const signature = sign(null, Buffer.concat([bound, nonce, sealed]), privateKeyOf(sender.signingPrivate))
  const { kind, from, to, about } = head
  const parts = { ephemeral, nonce: encoded(nonce), sealed: encoded(sealed), signature: encoded(signature) }
  return { format: envelopeFormat, kind, from, to, about, fromKey: keyIdOf(sender), toKey: keyIdOf(receiver), ...parts }
}

/** `other-key`: made for keys that we do not use (any more). `sender-other-key`: made with keys of the sender's that we do not have. */
export type OpenRefusal = 'not-an-envelope' | 'other-key' | 'sender-other-key' | 'bad-signature' | 'cannot-open'

/** Whether it is written in the one way that its bytes are written: no sign of it can be another. */
const isPlainlyWritten = (text: string): boolean => encoded(decoded(text)) === text

function isWhole(envelope: Envelope): boolean {
  const { format, ephemeral, nonce, sealed, signature } = envelope
  const sizes = decoded(nonce).length === 12 && decoded(signature).length === 64 && decoded(sealed).length >= tagLength
  const isPlain = [nonce, sealed, signature].every(isPlainlyWritten)
  return format === envelopeFormat && isPlainHead(envelope) && isRawKey(ephemeral) && sizes && isPlain
}

function unsealed(envelope: Envelope, bound: Buffer, receiver: OwnKeys): Decision<string, OpenRefusal> {
  const { ephemeral, nonce, sealed } = envelope
  try {
    const [privateKey, publicKey] = [privateKeyOf(receiver.agreementPrivate), publicKeyOf('agreement', ephemeral)]
    const key = keyOf(diffieHellman({ privateKey, publicKey }), ephemeral, receiver)
    const [inside, tag] = [decoded(sealed).subarray(0, -tagLength), decoded(sealed).subarray(-tagLength)]
    const decipher = createDecipheriv('aes-256-gcm', key, decoded(nonce), { authTagLength: tagLength }).setAAD(bound).setAuthTag(tag)
    return grant(Buffer.concat([decipher.update(inside), decipher.final()]).toString('utf8'))
  } catch {
    return refuse('cannot-open')
  }
}

/**
 * The content, when the envelope is signed by the sender whose keys are given and sealed for us. The signature is asked first: what somebody
 * else wrote is never unsealed.
 */
export function openEnvelope(envelope: Envelope, receiver: OwnKeys, sender: PublicKeys): Decision<string, OpenRefusal> {
  if (!isWhole(envelope)) return refuse('not-an-envelope')
  if (envelope.toKey !== keyIdOf(receiver)) return refuse('other-key')
  if (envelope.fromKey !== keyIdOf(sender)) return refuse('sender-other-key')
  const bound = boundText(envelope, envelope.ephemeral, { sender, receiver })
  const signed = Buffer.concat([bound, decoded(envelope.nonce), decoded(envelope.sealed)])
  const isSigned = verify(null, signed, publicKeyOf('signing', sender.signing), decoded(envelope.signature))
  return isSigned ? unsealed(envelope, bound, receiver) : refuse('bad-signature')
}
