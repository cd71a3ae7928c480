/** Where the page belongs. The last crumb is the page itself and may be without a link. */
import { useTexts } from './ui.texts.ts'

/** A step above the page. `href` of the last one is not used as a link. */
export type Crumb = { readonly href: string; readonly label: string }

/** The way down to this page; the last crumb is the page itself. */
export const Breadcrumbs = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => (
  <nav class="crumbs" aria-label={useTexts().crumbs}>
    <ol>
      {crumbs.map(({ href, label }, index) => (
        <li>{index === crumbs.length - 1 ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}</li>
      ))}
    </ol>
  </nav>
)
