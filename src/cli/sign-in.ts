/** The municipality's own sign-in as the environment names it. */
import type { SignInConfig } from '../platform/config.ts'
import { openOidc, type Oidc } from '../platform/oidc.ts'

/** The way in at a provider, for a product that browsers reach at `publicUrl`. @throws Failure for an address that cannot be used */
export const signInAt = (publicUrl: string, { issuer, clientId, clientSecret, acr, scope }: SignInConfig): Oidc =>
  openOidc({
    issuer,
    clientId,
    clientSecret,
    acr,
    scope,
    redirectUri: `${publicUrl}/logga-in/svar`,
    postLogoutUri: `${publicUrl}/utloggad`,
  })
