/** The read-only page. It is served on the loopback address only, with made-up people. */
import type { Hono } from 'hono'
import type { Overview } from './overview.actions.ts'
import { ErrorPage, OverviewPage } from './overview.views.tsx'

/** Adds the page to the site. `read` is asked anew for every visit. */
export function addOverview(app: Hono, read: () => Promise<Overview>): void {
  app.get('/', async (c) => c.html(<OverviewPage {...await read()} />))
  app.notFound((c) => c.html(<ErrorPage title="Sidan finns inte" text="Kontrollera adressen, eller gå till startsidan." />, 404))
  app.onError((_, c) =>
    c.html(<ErrorPage title="Något gick fel" text="Sidan kunde inte visas just nu. Vänta en stund och läs in den igen." />, 500),
  )
}
