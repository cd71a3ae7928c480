import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { exit, Failure } from './failure.ts'

const channels = (environment: Record<string, string>) => readConfig(environment, '.data').channels
const mail = { SMTP_URL: 'smtps://lots:hemligt@mail.example.se:465', MAIL_FROM: 'Lövsta kommun <lots@example.se>' }
const sms = { SMS_URL: 'https://api.example.com', SMS_USER: 'u1', SMS_PASSWORD: 'p1', SMS_FROM: 'Lovsta' }

function lineOf(environment: Record<string, string>): string {
  try {
    channels(environment)
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    expect(thrown.exitCode).toBe(exit.internal)
    return thrown.message
  }
  return 'none'
}

describe('the channels in the environment', () => {
  it('are none when nothing is said', () => {
    expect(channels({})).toEqual({ mail: null, sms: null, printFolder: null, trustedProxy: false })
    expect(channels({ SMTP_URL: '', PRINT_FOLDER: '' })).toEqual(channels({}))
  })

  it('are those that are described', () => {
    expect(channels({ ...mail, ...sms, PRINT_FOLDER: 'utskrift', TRUSTED_PROXY: 'yes' })).toEqual({
      mail: { url: mail.SMTP_URL, from: mail.MAIL_FROM },
      sms: { url: 'https://api.example.com', user: 'u1', password: 'p1', from: 'Lovsta' },
      printFolder: resolve('utskrift'),
      trustedProxy: true,
    })
    expect(channels({ SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'lots@example.se' }).mail?.from).toBe('lots@example.se')
    expect(channels({ ...sms, SMS_FROM: '+46701740605' }).sms?.from).toBe('+46701740605')
  })

  it.each([
    [{ ...mail, SMTP_URL: 'mail.example.se' }, 'Miljövariabeln SMTP_URL går inte att läsa. SMTP_URL skrivs smtps://'],
    [{ ...mail, SMTP_URL: 'https://mail.example.se' }, 'Miljövariabeln SMTP_URL går inte att läsa.'],
    [{ ...mail, MAIL_FROM: 'Lövsta kommun' }, 'Miljövariabeln MAIL_FROM går inte att läsa.'],
    [{ ...sms, SMS_URL: 'api.46elks.com' }, 'Miljövariabeln SMS_URL går inte att läsa.'],
    [{ ...sms, SMS_FROM: 'Lövsta kommun' }, 'Miljövariabeln SMS_FROM går inte att läsa. SMS_FROM är 3–11 bokstäver'],
    [{ ...sms, SMS_FROM: '0701740605' }, 'Miljövariabeln SMS_FROM går inte att läsa.'],
    [{ TRUSTED_PROXY: 'kanske' }, 'Miljövariabeln TRUSTED_PROXY går inte att läsa. TRUSTED_PROXY är yes när'],
    [{ SMTP_URL: mail.SMTP_URL }, 'Miljövariabeln MAIL_FROM behövs också när SMTP_URL är angiven. MAIL_FROM är avsändaren'],
    [{ MAIL_FROM: mail.MAIL_FROM }, 'Miljövariabeln SMTP_URL behövs också när MAIL_FROM är angiven.'],
    [{ ...sms, SMS_PASSWORD: '' }, 'Miljövariabeln SMS_PASSWORD behövs också när SMS_URL är angiven.'],
  ])('%j: %s', (environment, line) => expect(lineOf(environment)).toContain(line))

  it('never repeat a secret', () => {
    expect(lineOf({ ...mail, SMTP_URL: 'hemligt://lots:hemligt@x' })).not.toContain('lots:hemligt')
    expect(lineOf({ SMS_PASSWORD: 'hemligt' })).not.toContain('hemligt')
  })
})
