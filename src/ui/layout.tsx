/** The frame of every page: skip link, header, main, footer. */
import type { Child } from 'hono/jsx'

type Props = { readonly title: string; readonly place: string; readonly note: string; readonly children: Child }

export const Layout = ({ title, place, note, children }: Props) => (
  <html lang="sv">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} – Ungdomslots`}</title>
      <link rel="stylesheet" href="/assets/lots.css" />
    </head>
    <body>
      <a class="skip" href="#main">
        Hoppa till innehållet
      </a>
      <header class="top">
        <div class="wrap">
          <strong>Ungdomslots</strong>
          <span>{place}</span>
        </div>
      </header>
      <main id="main" class="wrap" tabindex={-1}>
        {children}
      </main>
      <footer class="wrap foot">
        <p>{note}</p>
      </footer>
    </body>
  </html>
)
