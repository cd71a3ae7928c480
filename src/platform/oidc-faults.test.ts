/** Which errors are the sign-in's, which the provider's, and which are ours. */
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { describe, expect, it, vi } from 'vitest'
import { downOf, IdpDown, problemOf } from './oidc-faults.ts'

const inRedirect = (error: string) => new AuthorizationResponseError('x', { cause: new URLSearchParams({ error }) })
const inBody = (error: string, status = 400) => new ResponseBodyError('x', { cause: { error }, response: new Response(null, { status }) })
const thrownBy = (error: unknown): unknown => {
  try {
    return problemOf(error)
  } catch (thrown) {
    return thrown
  }
}

describe('problemOf', () => {
  it('reads the redirect', () => {
    expect(problemOf(inRedirect('access_denied'))).toBe('refused-by-provider')
    expect(problemOf(inRedirect('login_required'))).toBe('refused-by-provider')
    expect(problemOf(inRedirect('något eget'))).toBe('refused-by-provider')
    expect(problemOf(inRedirect('unmet_authentication_requirements'))).toBe('too-low-level')
    expect(thrownBy(inRedirect('temporarily_unavailable'))).toMatchObject({ fault: 'no-answer', detail: 'temporarily_unavailable' })
    expect(thrownBy(inRedirect('unauthorized_client'))).toMatchObject({ fault: 'turned-away' })
  })

  it('reads the answer to the code', () => {
    expect(problemOf(inBody('invalid_grant'))).toBe('not-this-sign-in')
    expect(thrownBy(inBody('invalid_client', 401))).toMatchObject({ fault: 'turned-away' })
    expect(thrownBy(inBody('server_error', 500))).toMatchObject({ fault: 'no-answer' })
    expect(thrownBy(inBody('<b>Vera</b>'))).toMatchObject({ fault: 'odd-answer', detail: 'other' })
  })

  it('lets a defect through as it is', () => {
    const defect = new TypeError('x is not a function')
    expect(thrownBy(defect)).toBe(defect)
    expect(thrownBy(new RangeError('fel'))).toBeInstanceOf(RangeError)
  })
})

describe('downOf', () => {
  it('keeps a code and nothing of what the library attached', () => {
    const error = Object.assign(new ClientError('x', { cause: { claims: { name: 'Vera Provsson' } } }), { code: 'OAUTH_INVALID_RESPONSE' })
    const down = downOf(error)
    expect(down).toBeInstanceOf(IdpDown)
    expect(down).toMatchObject({ fault: 'odd-answer', detail: 'OAUTH_INVALID_RESPONSE' })
    expect(JSON.stringify(down, Object.getOwnPropertyNames(down))).not.toContain('Vera')
  })

  it('knows a provider that is down by its answer, whatever Response is here: the web server puts its own in place of it', () => {
    const error = Object.assign(new ClientError('x', { cause: new Response(null, { status: 503 }) }), {
      code: 'OAUTH_RESPONSE_IS_NOT_CONFORM',
    })
    vi.stubGlobal('Response', Map)
    expect(downOf(error)).toMatchObject({ fault: 'no-answer', detail: 'http-503' })
    vi.unstubAllGlobals()
  })

  it('knows what fetch throws', () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    expect(downOf(new TypeError('fetch failed', { cause }))).toMatchObject({ fault: 'no-answer', detail: 'ECONNREFUSED' })
  })
})
