/**
 * The shapes of a notice at every edge: JSON, CSV and the web form have the same names, and the published OpenAPI document is made from them.
 * A shape says what may be written; whether it makes sense is judged by `notice.rules`.
 */
import { z } from 'zod'
import { annulReasons, endings, noticeKinds, ownStates, schoolActs, schoolAnswers, schoolTypes, type SentNotice } from './notices.types.ts'

const day = (describe: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'not-a-date')
    .meta({ description: describe, format: 'date', examples: ['2026-10-01'] })

/** Letters as the population register writes names. Written out, since not every program's patterns know of letters by property. */
const latin = /^[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ' .’-]*[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ' .’-]*$/

const name = (describe: string) =>
  z.string().min(1, 'required').max(80, 'too-long').regex(latin, 'not-a-name').meta({ description: describe })

const common = {
  schoolUnit: z
    .string()
    .regex(/^\d{8}$/, 'not-a-school-unit')
    .meta({ description: 'Skolenhetskod, åtta siffror. / School unit code, eight digits.', examples: ['12345678'] }),
  number: z.string().min(1, 'required').max(20, 'too-long').meta({
    description:
      'Elevens personnummer eller samordningsnummer, 10 eller 12 siffror. Tillfälliga nummer (TF, T) tas inte emot. / The pupil’s identity number.',
  }),
  givenName: name('Elevens förnamn. / The pupil’s given name.'),
  familyName: name('Elevens efternamn. / The pupil’s family name.'),
  contactName: name('Kontaktperson på skolan. / Contact person at the school.'),
  contactPhone: z
    .string()
    .max(20, 'too-long')
    .regex(/^(?:\+?(?:[ ()-]*\d){5,15}[ ()-]*)?$/, 'not-a-phone')
    .optional()
    .meta({ description: 'Telefon till kontaktpersonen. Telefon eller e-post behövs. / Phone or e-mail is needed.' }),
  contactEmail: z
    .string()
    .max(200, 'too-long')
    .regex(/^(?:[A-Za-zÀ-ÖØ-öø-ÿ0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-zÀ-ÖØ-öø-ÿ0-9.-]+)?$/, 'not-an-address')
    .optional()
    .meta({ description: 'E-post till kontaktpersonen. / E-mail of the contact person.' }),
}

const start = z.strictObject({
  kind: z.literal('start'),
  ...common,
  startOn: day('Första dagen på skolan. / First day at the school.'),
  schoolType: z.enum(schoolTypes, 'unknown-choice').meta({ description: 'GY: gymnasieskola. GYAN: anpassad gymnasieskola.' }),
  educationCode: z
    .string()
    .regex(/^[A-ZÅÄÖ0-9]{0,9}$/, 'not-a-code')
    .optional()
    .meta({ description: 'Studievägskod. / Education code.', examples: ['NA25', 'IMIND'] }),
})

const end = z.strictObject({
  kind: z.literal('end'),
  ...common,
  lastDayOn: day('Sista dagen på skolan. / Last day at the school.'),
  how: z.enum(endings, 'unknown-choice').meta({
    description: 'interrupted: avbrott. completed: utbildningen är slut. changedSchool: eleven har bytt skola.',
  }),
})

const absence = z.strictObject({
  kind: z.literal('absence'),
  ...common,
  fromOn: day('Periodens första dag. / First day of the period.'),
  untilOn: day('Periodens sista dag. / Last day of the period.'),
  hours: z.number({ error: 'not-a-number' }).min(0.1, 'not-a-number').max(2000, 'not-a-number').meta({
    description: 'Ogiltig frånvaro i timmar under perioden, på en decimal när. / Hours of absence without valid reason, to one decimal.',
  }),
  schoolDid: z.array(z.enum(schoolActs, 'unknown-choice')).max(schoolActs.length).optional().meta({
    description: 'Vad skolan har gjort. Ingen fri text tas emot. / What the school has done. Free text is not taken.',
  }),
  reportedToCsn: z.boolean({ error: 'required' }).meta({ description: 'Är frånvaron rapporterad till CSN? / Reported to CSN?' }),
})

/** A notice as it is sent. */
export const NoticeShape = z
  .discriminatedUnion('kind', [start, end, absence], { error: 'unknown-choice' })
  .meta({ id: 'Notice', description: 'En anmälan enligt skollagen 15 kap. 15 § eller 18 kap. 15 §.' }) satisfies z.ZodType<SentNotice>

export const AnnulShape = z
  .strictObject({ reason: z.enum(annulReasons, 'unknown-choice') })
  .meta({ id: 'Annulment', description: 'mistake: anmälan var fel. wrongPupil: fel elev. changed: eleven är kvar eller kom tillbaka.' })

const Message = z.object({ sv: z.string(), en: z.string() }).meta({ id: 'Message' })

export const ReceiptShape = z
  .object({
    receipt: z.string().meta({ examples: ['AN-7K3M-9QXT-2F4C'] }),
    receivedAt: z.string().meta({ description: 'Svensk tid. / Swedish local time.' }),
    duplicate: z.boolean().meta({ description: 'Ni hade redan skickat den: kvittot är den första anmälans. / You had sent it before.' }),
    late: z.boolean().meta({ description: 'Anmälan kom sent efter händelsen. / The notice came late.' }),
  })
  .meta({ id: 'Receipt' })

export const ProblemsShape = z
  .object({
    problems: z.array(z.object({ field: z.string(), problem: z.string(), message: Message })),
  })
  .meta({ id: 'Problems' })

export const RowsShape = z
  .object({
    rows: z.array(z.object({ row: z.int(), receipt: ReceiptShape.nullable(), problems: ProblemsShape.shape.problems })),
  })
  .meta({ id: 'Rows', description: 'Ett svar per rad i filen, i filens ordning. / One answer for each row.' })

export const OwnNoticeShape = z
  .object({
    receipt: z.string(),
    state: z.enum(ownStates),
    kind: z.enum(noticeKinds),
    schoolUnit: z.string(),
    eventOn: z.string(),
    receivedAt: z.string(),
    annulledAt: z.string().nullable(),
    answer: z.enum(schoolAnswers).nullable(),
  })
  .meta({ id: 'OwnNotice', description: 'En egen anmälan. Vad kommunen vet om eleven står aldrig här. / One of your own notices.' })

export const OwnNoticesShape = z
  .object({ notices: z.array(OwnNoticeShape), next: z.string().nullable().meta({ description: 'Värde för `after` till nästa sida.' }) })
  .meta({ id: 'OwnNotices' })

export const TokenShape = z
  .object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int(), scope: z.string() })
  .meta({ id: 'Token' })

export const OAuthErrorShape = z.object({ error: z.string(), error_description: z.string().optional() }).meta({ id: 'OAuthError' })
