/** The part of the environment that says what messages are sent with: mail, SMS, a folder for print. What is not said is not used. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { Failure } from './failure.ts'
import type { MailConfig } from './mail.ts'
import type { SmsConfig } from './sms-gateway.ts'

export const channelVariables = {
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
    .optional(),
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_USER: z.string().optional(),
  SMS_PASSWORD: z.string().optional(),
  SMS_FROM: z
    .string()
    .regex(/^(?:[A-Za-z][A-Za-z0-9]{2,10}|\+[1-9]\d{7,14})$/)
    .optional(),
  PRINT_FOLDER: z.string().optional(),
  TRUSTED_PROXY: z.enum(['yes', 'no']).default('no'),
}

export const howToChannels: Readonly<Record<string, string>> = {
  SMTP_URL: 'SMTP_URL skrivs smtps://användare:lösenord@värd:465 eller smtp://värd:587.',
  MAIL_FROM: 'MAIL_FROM är avsändaren, som Lövsta kommun <ungdomslots@kommunen.se>.',
  SMS_URL: 'SMS_URL är sms-tjänstens adress, som https://api.46elks.com.',
  SMS_FROM: 'SMS_FROM är 3–11 bokstäver (a–z) och siffror, eller ett nummer som +46701740605.',
  TRUSTED_PROXY: 'TRUSTED_PROXY är yes när alla besök går genom kommunens egen proxy, annars no.',
}

/** null: the channel is not used. `printFolder` is where letters are laid for printing. */
export type ChannelsConfig = {
  readonly mail: MailConfig | null
  readonly sms: SmsConfig | null
  readonly printFolder: string | null
  /** Whether X-Forwarded-For is written by a proxy of our own, which every request passes. */
  readonly trustedProxy: boolean
}

const Variables = z.object(channelVariables)

/** Those that belong together are all there, or none is: half a channel is a mistake that must not be found out when somebody is waiting. */
function complete<Name extends string>(variables: Readonly<Record<Name, string | undefined>>): Readonly<Record<Name, string>> | null {
  const names = Object.keys(variables) as Name[]
  const missing = names.find((name) => variables[name] === undefined)
  if (missing === undefined) return variables as Readonly<Record<Name, string>>
  const isSet = names.find((name) => variables[name] !== undefined)
  if (isSet === undefined) return null
  throw new Failure(`Miljövariabeln ${missing} behövs också när ${isSet} är angiven. ${howToChannels[missing] ?? ''}`.trim())
}

/** @throws Failure (70) when a channel is half described */
export function channelsOf(environment: z.infer<typeof Variables>): ChannelsConfig {
  const { SMTP_URL, MAIL_FROM, SMS_URL, SMS_USER, SMS_PASSWORD, SMS_FROM, PRINT_FOLDER, TRUSTED_PROXY } = environment
  const mail = complete({ SMTP_URL, MAIL_FROM })
  const sms = complete({ SMS_URL, SMS_USER, SMS_PASSWORD, SMS_FROM })
  return {
    mail: mail === null ? null : { url: mail.SMTP_URL, from: mail.MAIL_FROM },
    sms: sms === null ? null : { url: sms.SMS_URL, user: sms.SMS_USER, password: sms.SMS_PASSWORD, from: sms.SMS_FROM },
    printFolder: PRINT_FOLDER === undefined ? null : resolve(PRINT_FOLDER),
    trustedProxy: TRUSTED_PROXY === 'yes',
  }
}
