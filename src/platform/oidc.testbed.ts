/** For the tests of sign-in: settings for the simulated provider, and a whole sign-in up to the callback. */
import { expect } from 'vitest'
import { levels, type Idp } from '../../simulators/idp/index.ts'
import { callbackUri, client, home, signedOutUri, type Browser } from '../../simulators/idp/testbed.ts'
import type { KeptSignIn, Oidc, OidcConfig } from './oidc.ts'

export const configFor = ({ issuer }: Pick<Idp, 'issuer'>, given: Partial<OidcConfig> = {}): OidcConfig => ({
  issuer,
  ...client,
  redirectUri: callbackUri,
  postLogoutUri: signedOutUri,
  acr: [levels.high],
  scope: 'openid profile lots',
  ...given,
})

export type Ended = { readonly callback: URL; readonly kept: KeptSignIn }

/** From the start to the callback; the person is chosen when the provider shows its page. */
export async function signIn(oidc: Oidc, browser: Browser, { person = 'vera', low = false, reauthenticate = false } = {}): Promise<Ended> {
  const { url, kept } = await oidc.start({ reauthenticate })
  const page = await browser.open(url)
  if (page.url.origin === home) return { callback: page.url, kept }
  const chosen = low ? await browser.open(`${page.url.href}?level=low`) : page
  const end = await browser.send(chosen, { person })
  expect(end.url.href).toContain(callbackUri)
  return { callback: end.url, kept }
}

export const down = (fault: string): unknown => expect.objectContaining({ name: 'IdpDown', fault })
export const refused = (reason: string): unknown => ({ granted: false, reason })
