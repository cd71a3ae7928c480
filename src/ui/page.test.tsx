/** The frame of a page. */
import { describe, expect, it } from 'vitest'
import { drawn } from './drawn.testbed.ts'
import { ComponentPage } from './component-page.tsx'
import type { Frame } from './frame.ts'
import { Page } from './page.tsx'

const frame: Frame = {
  lang: 'sv',
  place: 'Provköping',
  reader: { name: 'Amina <Lind>', role: 'samordnare', unit: null },
  nav: [
    { href: '/', label: 'I dag', current: false },
    { href: '/lista', label: 'Att åtgärda', current: true },
  ],
  meeting: false,
  formToken: 'token-1',
  path: '/lista?sida=2',
  notice: 'Sparat.',
}

const page = (changed: Partial<Frame> = {}): string =>
  drawn(
    <Page frame={{ ...frame, ...changed }} title="Att åtgärda" crumbs={[{ href: '/', label: 'I dag' }]}>
      <h1>Att åtgärda</h1>
    </Page>,
  )

describe('a page', () => {
  it('has language, title, skip link, menu with the current page, notice and our own assets only', () => {
    const html = page()
    expect(html).toMatch(/^<html lang="sv"/)
    expect(html).toContain('<title>Att åtgärda – Ungdomslots</title>')
    expect(html).toContain('href="#main"')
    expect(html).toMatch(/<a href="\/lista" aria-current="page">Att åtgärda/)
    expect(html).toMatch(/role="status"[^>]*>.*Sparat\./)
    expect(html).toContain('Amina &lt;Lind&gt;, samordnare')
    expect(html).not.toMatch(/style=|onclick|https?:|prefetch|preload/)
  })

  it('posts what changes something, with the token', () => {
    const forms = page().match(/<form method="post" action="[^"]+"/g)
    expect(forms).toEqual(['/motelage', '/sprak', '/logga-ut'].map((action) => `<form method="post" action="${action}"`))
    expect(page().match(/name="formToken" value="token-1"/g)).toHaveLength(3)
    expect(page()).toContain('name="path" value="/lista?sida=2"')
  })

  it('speaks English when the reader does', () => {
    const html = page({ lang: 'en' })
    expect(html).toMatch(/^<html lang="en"/)
    expect(html).toContain('Skip to content')
    expect(html).toMatch(/name="lang" value="sv"/)
  })

  it('hides menu, crumbs, notice and reader in meeting mode, and shows the way out', () => {
    const html = page({ meeting: true })
    expect(html).not.toMatch(/<nav|Sparat|Amina|logga-ut/)
    expect(html).toContain('Lämna möteläget')
    expect(html).toContain('name="meeting" value="off"')
  })

  it('has no menu and no way out before sign-in', () => {
    const html = page({ reader: null, nav: [], notice: null })
    expect(html).not.toMatch(/motelage|logga-ut|menu-bar/)
    expect(html).toContain('/sprak')
  })
})

describe('the page of all components', () => {
  it('has no id twice, no label without its input, and no hostile tag', () => {
    const html = drawn(<ComponentPage frame={frame} />)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
    const labelled = [...html.matchAll(/ for="([^"]+)"/g)].map(([, id]) => id)
    expect(labelled.filter((id) => !ids.includes(id))).toEqual([])
    const described = [...html.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(([, some = '']) => some.split(' '))
    expect(described.filter((id) => !ids.includes(id))).toEqual([])
    expect(html.match(/<script/g)).toHaveLength(1)
  })
})
