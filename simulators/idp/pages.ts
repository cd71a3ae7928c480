/** The provider's pages: plain HTML without script. */
import { levels, type Level, type Person } from './people.ts'

const style = `
:root { color-scheme: light; }
body { margin: 0; background: #eef1f4; color: #1b2733; font: 1.125rem/1.5 system-ui, sans-serif; }
main { box-sizing: border-box; max-width: 36rem; margin: 2rem auto; padding: 1.5rem 2rem 2rem; background: #fff; border-top: .4rem solid #00526b; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.2; }
ul { margin: 1.5rem 0; padding: 0; list-style: none; }
li { margin: .6rem 0; }
button { font: inherit; cursor: pointer; border-radius: .3rem; border: 2px solid #00526b; padding: .6rem 1rem; background: #fff; color: #00526b; }
button:hover { background: #e3f1f5; }
.person { display: block; width: 100%; text-align: left; color: inherit; }
.person b { display: block; color: #00526b; }
.first { background: #00526b; color: #fff; }
.first:hover { background: #003d50; }
a { color: #00526b; }
:focus-visible { outline: 3px solid #1b2733; outline-offset: 2px; }
.notice { padding: .6rem 1rem; background: #fff4d6; border-left: .4rem solid #8a5a00; }
[lang=en] { color: #4a5763; }
`

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? '')

const page = (title: string, body: string): string => `<!doctype html>
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
${body}
</main>
</body>
</html>`

/** Who do you want to be? One button per person; the form is sent to the address the page was read from, level included. */
export const signInPage = (people: readonly Person[], level: Level): string =>
  page(
    'Demons inloggning',
    `<p>Den här sidan står i stället för kommunens egen inloggning. Välj vem du vill vara. Inget lösenord behövs: personerna är påhittade.</p>
<p lang="en">This page stands in for the municipality’s own sign-in. Choose who to be; no password, nobody here is real.</p>
${level === levels.low ? '<p class="notice">Du loggar nu in med lägre tillitsnivå.</p>' : ''}
<form method="post">
<ul>
${people.map(personButton).join('\n')}
</ul>
<button name="cancel" value="yes">Avbryt</button>
</form>
<p>${level === levels.low ? '<a href="?">Logga in med vanlig tillitsnivå</a>' : '<a href="?level=low">Logga in med lägre tillitsnivå</a>'}</p>`,
  )

const personButton = ({ subject, name, title }: Person): string =>
  `<li><button class="person" name="person" value="${escaped(subject)}"><b>${escaped(name)}</b> ${escaped(title)}</button></li>`

/** Really sign out? `form` is the provider's own, which the button belongs to by its id. */
export const signOutPage = (form: string): string =>
  page(
    'Logga ut',
    `<p>Vill du logga ut ur demons inloggning också?</p>
<p lang="en">Do you want to sign out of the demo’s sign-in too?</p>
${form}
<p><button class="first" type="submit" form="op.logoutForm" name="logout" value="yes">Logga ut</button></p>`,
  )

/** Signed out, and nowhere to go but back. */
export const signedOutPage = (home: string): string => page('Du är utloggad', back(home))

/** What went wrong, with the provider's own words for whoever sets it up. */
export const errorPage = (home: string, code: string, description: string): string =>
  page(
    'Inloggningen gick inte att slutföra',
    `<p>Gå tillbaka och börja om.</p>
<p lang="en">Go back and start again. ${escaped(code)}: ${escaped(description)}</p>
${back(home)}`,
  )

const back = (home: string): string => `<p><a href="${escaped(home)}">Tillbaka</a></p>`
