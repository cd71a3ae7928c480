/** The frame of every page: skip link, header, notice, main, footer. The title is neutral: it lands in histories and tabs. */
import type { Child } from 'hono/jsx'
import { Alert } from './alert.tsx'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import type { Frame } from './frame.ts'
import { Header } from './header.tsx'
import { LangProvider, useTexts } from './ui.texts.ts'

type PageProps = {
  readonly frame: Frame
  /** Never names a person. The page writes its own h1 (PageHead). */
  readonly title: string
  readonly children: Child
  /** Uses the whole window, for wide tables. */
  readonly wide?: boolean
  readonly crumbs?: readonly Crumb[]
  /** Asks for itself again after so many seconds: something is under way. The page also has a link that does the same. */
  readonly refresh?: number | undefined
  /** Scripts of its own besides the one of all pages, by file name. The page works without them. */
  readonly scripts?: readonly string[]
}

const Keys = () => {
  const { keys, keyList } = useTexts()
  return (
    <details class="more keys" data-keys>
      <summary>{keys}</summary>
      <dl class="facts">
        {keyList.map(([key, does]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}

const Footer = ({ frame }: { frame: Frame }) => {
  const { handbook } = useTexts()
  return (
    <footer class="foot">
      <div class="wrap">
        <span>{`Ungdomslots · ${frame.place}`}</span>
        <a href="/handbok">{handbook}</a>
        {frame.reader !== null && !frame.meeting && <Keys />}
      </div>
    </footer>
  )
}

const Head = ({ title, refresh, scripts = [] }: Pick<PageProps, 'title' | 'refresh' | 'scripts'>) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{`${title} – Ungdomslots`}</title>
    <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/lots.css" />
    <script src="/assets/lots.js" defer></script>
    {scripts.map((name) => (
      <script src={`/assets/${name}`} defer></script>
    ))}
    {refresh !== undefined && (
      <>
        <meta name="lots-refresh" content={String(refresh)} />
        <noscript>
          <meta http-equiv="refresh" content={String(refresh)} />
        </noscript>
      </>
    )}
  </head>
)

const Body = ({ frame, children, wide = false, crumbs = [] }: Omit<PageProps, 'title' | 'refresh' | 'scripts'>) => (
  <body class={wide ? 'wide' : ''}>
    <a class="ds-skip-link" href="#main">
      {useTexts().skip}
    </a>
    <Header frame={frame} />
    <main id="main" class="wrap" tabindex={-1}>
      {!frame.meeting && crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
      {!frame.meeting && frame.notice !== null && (
        <Alert kind="success" live>
          {frame.notice}
        </Alert>
      )}
      {children}
    </main>
    <Footer frame={frame} />
  </body>
)

/**
 * A whole page. Components inside speak frame.lang. In meeting mode the menu, crumbs and notice are gone; what of the
 * page itself may be seen by the one who sits beside is the page's own decision.
 */
export const Page = ({ title, refresh, scripts = [], ...body }: PageProps) => (
  <LangProvider value={body.frame.lang}>
    <html lang={body.frame.lang} data-size="sm" data-color-scheme="auto">
      <Head title={title} refresh={refresh} scripts={scripts} />
      <Body {...body} />
    </html>
  </LangProvider>
)

type PageHeadProps = { readonly heading: Child; readonly below?: Child; readonly children?: Child }

/** The page's h1, a grey line below it, and its buttons (children) to the right. One main button a page. */
export const PageHead = ({ heading, below, children }: PageHeadProps) => (
  <div class="page-head">
    <div>
      <h1>{heading}</h1>
      {below !== undefined && <p class="muted">{below}</p>}
    </div>
    {children !== undefined && <div class="row">{children}</div>}
  </div>
)
