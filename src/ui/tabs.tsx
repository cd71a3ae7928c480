/** Ways to narrow a list: tabs and chips are links, so each view has an address; pages too. */
import { numberText, useLang, useTexts } from './ui.texts.ts'

/** A link with a count. `count: null` when it is not known or not told. */
export type CountedLink = { readonly href: string; readonly label: string; readonly count: number | null; readonly current: boolean }

const Counted = ({ link }: { link: CountedLink }) => {
  const lang = useLang()
  return (
    <>
      {link.label}
      {link.count !== null && <span class="count">{` ${numberText(link.count, lang)}`}</span>}
    </>
  )
}

type LinksProps = { readonly label: string; readonly links: readonly CountedLink[] }

/** Tabs as links with counts; the current one is aria-current="page". `label` names the row of tabs. */
export const Tabs = ({ label, links }: LinksProps) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {links.map((link) => (
        <li>
          <a href={link.href} {...(link.current ? { 'aria-current': 'page' } : {})}>
            <Counted link={link} />
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Filters as links; a current one is marked with ✓ and its link should take the filter away again. */
export const Chips = ({ label, links }: LinksProps) => (
  <ul class="chips" aria-label={label}>
    {links.map((link) => (
      <li>
        <a class="ds-chip" href={link.href} {...(link.current ? { 'aria-current': 'true' } : {})}>
          {link.current && <span aria-hidden="true">✓ </span>}
          <Counted link={link} />
        </a>
      </li>
    ))}
  </ul>
)

const gap = 'gap'

/** The pages shown: first, last, the current and its neighbours; a hole of one page is that page. */
export function pagesShown(current: number, last: number): readonly (number | typeof gap)[] {
  const wanted = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last)
  const pages = [...new Set(wanted)].toSorted((a, b) => a - b)
  return pages.flatMap((page, index) => {
    const hole = page - (pages[index - 1] ?? page - 1) - 1
    if (hole === 0) return [page]
    return hole === 1 ? [page - 1, page] : [gap, page]
  })
}

type PaginationProps = {
  /** From 1. Outside the pages it is taken as the nearest. */
  readonly page: number
  readonly pageSize: number
  /** Rows in all. */
  readonly total: number
  readonly href: (page: number) => string
}

const Step = ({ href, text }: { href: string | null; text: string }) => (
  <li>
    {href === null ? (
      <span class="ds-button" aria-hidden="true"></span>
    ) : (
      <a class="ds-button" data-variant="tertiary" href={href}>
        {text}
      </a>
    )}
  </li>
)

const PageLink = ({ page, current, href }: { page: number | typeof gap; current: number; href: PaginationProps['href'] }) =>
  page === gap ? (
    <li></li>
  ) : (
    <li>
      <a
        class="ds-button"
        data-variant="tertiary"
        href={href(page)}
        aria-label={`${useTexts().page} ${page}`}
        {...(page === current ? { 'aria-current': 'true' } : {})}
      >
        {page}
      </a>
    </li>
  )

/** Pages as links, with which rows are shown. Nothing when all fit on one page. */
export const Pagination = ({ page, pageSize, total, href }: PaginationProps) => {
  const { pages, previous, next, shown } = useTexts()
  const lang = useLang()
  const last = Math.ceil(total / pageSize)
  if (!(last > 1)) return null
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), last)
  return (
    <nav class="ds-pagination" aria-label={pages}>
      <p class="muted">{shown((current - 1) * pageSize + 1, Math.min(current * pageSize, total), numberText(total, lang))}</p>
      <ul>
        <Step href={current === 1 ? null : href(current - 1)} text={previous} />
        {pagesShown(current, last).map((one) => (
          <PageLink page={one} current={current} href={href} />
        ))}
        <Step href={current === last ? null : href(current + 1)} text={next} />
      </ul>
    </nav>
  )
}
