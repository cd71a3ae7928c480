/** Tables, tabs, pages and signs. */
import { describe, expect, it } from 'vitest'
import { drawn } from './drawn.testbed.ts'
import { Chain, Figures, Tag, Unknown } from './card.tsx'
import { Table, TwoLines, type MarkedRow } from './table.tsx'
import { Chips, Pagination, pagesShown, Tabs } from './tabs.tsx'
import { LangProvider } from './ui.texts.ts'

const hostile = '<img src=x onerror=alert(1)>'

describe('a table', () => {
  const columns = [
    { title: 'Namn', sort: { href: '?sort=-name', direction: 'ascending' } },
    { title: 'Antal', isNumber: true, sort: { href: '?sort=n', direction: 'none' } },
    { title: 'Läge' },
  ] as const

  it('tells the order in the heading, which is a link', () => {
    const html = drawn(<Table columns={columns} rows={[]} />)
    expect(html).toMatch(/<th scope="col" aria-sort="ascending"><a class="sort" href="\?sort=-name">Namn/)
    expect(html).toMatch(/<th scope="col" class="number" aria-sort="none">/)
    expect(html).toContain('<th scope="col">Läge</th>')
  })

  it('writes numbers as the language does, escapes words, and takes JSX', () => {
    const table = <Table headed columns={columns} rows={[['A', 12_345, <TwoLines below={hostile}>{hostile}</TwoLines>]]} />
    const html = drawn(table)
    expect(html).toContain('<th scope="row">A</th>')
    expect(html).toMatch(/<td class="number" data-title="Antal">12\s345<\/td>/)
    expect(html).not.toContain('<img')
    expect(drawn(<LangProvider value="en">{table}</LangProvider>)).toContain('12,345')
  })

  it('says in words when it is empty, over all columns', () => {
    expect(drawn(<Table columns={columns} rows={[]} empty="Inga." />)).toContain('<td colspan="3">Inga.</td>')
    expect(drawn(<Table columns={columns} rows={[]} selection={{ name: 'id' }} />)).toContain('<td colspan="4">Ingenting att visa.</td>')
  })

  it('has a box with a name for each row that can be marked', () => {
    const row: MarkedRow = { cells: ['Olle', 1, ''], value: 'id-1', label: 'Olle "P"', checked: true }
    const html = drawn(<Table columns={columns} rows={[row]} selection={{ name: 'youth', form: 'sms' }} />)
    expect(html).toMatch(/name="youth" value="id-1" checked="" aria-label="Markera Olle &quot;P&quot;" form="sms"/)
    expect(html).toMatch(/data-all="true" hidden="" aria-label="Markera alla på sidan"/)
    const each = drawn(<Table columns={columns} rows={[row]} selection={{ name: 'youth', oneByOne: true }} />)
    expect([each.includes('data-all'), /<thead><tr><td class="mark-cell"/.test(each), each.includes('value="id-1"')]).toEqual([
      false,
      true,
      true,
    ])
  })
})

describe('tabs and chips', () => {
  const links = [
    { href: '/a', label: 'Åtgärdas', count: 1214, current: true },
    { href: '/b', label: hostile, count: null, current: false },
  ]

  it('are links with counts; one is the current', () => {
    const html = drawn(<Tabs label="Läge" links={links} />)
    expect(html).toMatch(/<nav class="tabs" aria-label="Läge">/)
    expect(html).toMatch(/<a href="\/a" aria-current="page">Åtgärdas<span class="count"> 1\s214<\/span>/)
    expect(html.match(/aria-current/g)).toHaveLength(1)
    expect(html).not.toMatch(/<img|null/)
  })

  it('mark the filter that is on with more than colour', () => {
    expect(drawn(<Chips label="Filter" links={links} />)).toMatch(/aria-current="true"><span aria-hidden="true">✓ <\/span>/)
  })
})

describe('pages', () => {
  const href = (page: number): string => `?sida=${page}`
  const pages = (page: number, total: number): string => drawn(<Pagination page={page} pageSize={10} total={total} href={href} />)

  it('are not there when all fits on one, or there is nothing', () => {
    expect([pages(1, 10), pages(1, 0), pages(7, 3)]).toEqual(['', '', ''])
  })

  it('have no way before the first or after the last', () => {
    expect(pages(1, 25)).not.toContain('sida=0')
    expect(pages(1, 25)).toContain('1–10 av 25')
    expect(pages(3, 25)).not.toContain('sida=4')
    expect(pages(3, 25)).toContain('21–25 av 25')
  })

  it('take a page that is not there as the nearest', () => {
    expect(pages(99, 25)).toBe(pages(3, 25))
    expect(pages(-2, 25)).toBe(pages(1, 25))
    expect(pages(Number.NaN, 25)).toBe(pages(1, 25))
  })

  it('show the neighbours, and a hole only where more than one is left out', () => {
    expect(pagesShown(1, 3)).toEqual([1, 2, 3])
    expect(pagesShown(4, 9)).toEqual([1, 2, 3, 4, 5, 'gap', 9])
    expect(pagesShown(7, 25)).toEqual([1, 'gap', 6, 7, 8, 'gap', 25])
    expect(pagesShown(25, 25)).toEqual([1, 'gap', 24, 25])
  })
})

describe('signs', () => {
  it('are words too', () => {
    const html = drawn(
      <Chain
        links={[
          { holds: true, text: 'Bor här', rule: '29 kap.' },
          { holds: false, text: hostile, sources: [hostile] },
          { holds: null, text: 'Arbetar' },
        ]}
      />,
    )
    expect(html).toContain('<span class="ds-sr-only">Gäller: </span>Bor här')
    expect(html).toContain('Gäller inte: ')
    expect(html).toContain('Okänt om det gäller: ')
    expect(html).not.toContain('<img')
    expect(drawn(<Unknown />)).toBe('<span class="unknown">okänd</span>')
    expect(drawn(<Tag tone="danger">dött</Tag>)).toContain('dött')
  })

  it('count in big', () => {
    const html = drawn(<Figures figures={[{ label: 'nu', value: 1284, href: '/a' }]} />)
    expect(html).toMatch(/<dd><a href="\/a">1\s284<\/a><\/dd>/)
  })
})
