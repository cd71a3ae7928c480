/** The page that shows what a simulated gateway or mail server was sent, for demonstrations: plain HTML, the latest first. */

export type InboxEntry = { readonly to: string; readonly text: string; readonly facts: readonly string[] }

const style = `
body { margin: 0; background: #eef1f4; color: #1b2733; font: 1.125rem/1.5 system-ui, sans-serif; }
main { box-sizing: border-box; max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.75rem; line-height: 1.2; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 1rem 0; padding: .8rem 1.2rem; background: #fff; border-left: .4rem solid #00526b; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 1.125rem; }
p { margin: .4rem 0; white-space: pre-wrap; }
small { color: #4a5763; }
`

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? '')

/** The text with its links to press: what came in is escaped before. */
const withLinks = (text: string): string => text.replaceAll(/https?:\/\/[^\s<]*[^\s<.,;:!?)]/g, (link) => `<a href="${link}">${link}</a>`)

const item = ({ to, text, facts }: InboxEntry): string =>
  `<li><h2>Till ${escaped(to)}</h2><p dir="auto">${withLinks(escaped(text))}</p><small>${escaped(facts.join(' · '))}</small></li>`

/** The whole page. It is made of what came in, so everything in it is escaped. */
export const inboxPage = (title: string, entries: readonly InboxEntry[]): string => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>Simulerat: inget har lämnat datorn. Läs om sidan för att se nya.</p>
${entries.length === 0 ? '<p>Inget har kommit än.</p>' : `<ul>${entries.toReversed().map(item).join('\n')}</ul>`}
</main>
</body>
</html>`
