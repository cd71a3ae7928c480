/** The frame of pages for anybody, in any language: no menu, no names, no script, and readable on the smallest telephone. */
import type { Child } from 'hono/jsx'

type OpenPageProps = {
  /** BCP 47. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  /** The municipality. */
  readonly place: string
  readonly skip: string
  readonly children: Child
  readonly foot?: Child
}

const Head = ({ title, place }: Pick<OpenPageProps, 'title' | 'place'>) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>{`${title} – ${place}`}</title>
    <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/lots.css" />
  </head>
)

/** A page that shows nothing of anybody. */
export const OpenPage = ({ lang, dir, title, place, skip, children, foot }: OpenPageProps) => (
  <html lang={lang} dir={dir} data-size="md" data-color-scheme="auto">
    <Head title={title} place={place} />
    <body class="open">
      <a class="ds-skip-link" href="#main">
        {skip}
      </a>
      <header class="top">
        <div class="wrap">
          <span class="brand">{place}</span>
        </div>
      </header>
      <main id="main" class="wrap" tabindex={-1}>
        {children}
      </main>
      {foot !== undefined && (
        <footer class="foot">
          <div class="wrap">{foot}</div>
        </footer>
      )}
    </body>
  </html>
)
