/** The handbook: the same Swedish chapters as in docs/handbook, read when somebody asks. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Marked } from 'marked'
import { projectRoot } from '../../platform/project.ts'

export type ChapterName = { readonly slug: string; readonly title: string }
export type Chapter = ChapterName & { readonly html: string; readonly before: ChapterName | null; readonly after: ChapterName | null }

const folder = join(projectRoot, 'docs', 'handbook')

const titleOf = (text: string): string => /^# (.+)$/m.exec(text)?.[1] ?? 'Kapitel'

let known: readonly ChapterName[] | null = null

/** The chapters in order. They come with the program and do not change while it runs. */
export const chapters = (): readonly ChapterName[] => (known ??= readChapters())

const readChapters = (): ChapterName[] =>
  readdirSync(folder)
    .filter((name) => /^\d\d-[a-z0-9-]+\.md$/.test(name))
    .toSorted()
    .map((name) => ({ slug: name.slice(0, -3), title: titleOf(readFileSync(join(folder, name), 'utf8')) }))

const rolling = (html: string, label: string): string =>
  `<div class="scroll" tabindex="0" role="region" aria-label="${label}">${html}</div>`

/** A heading's place in an address, as code hosts write it. */
const anchorOf = (title: string): string =>
  title
    .replaceAll(/<[^>]*>|&\w+;/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

/** Wide parts roll by themselves, with the keyboard too; links to other chapters stay in the product. */
function asHtml(text: string): string {
  // Regions of a page have names of their own.
  let parts = 0
  const marked = new Marked({ gfm: true, async: false })
  return marked
    .parse(text, { async: false })
    .replaceAll(/<table>[\s\S]*?<\/table>/g, (table) => rolling(table, `Tabell ${++parts}, kan rullas i sidled`))
    .replaceAll(/<pre>[\s\S]*?<\/pre>/g, (pre) => rolling(pre, `Kommandon ${++parts}`))
    .replaceAll(/<th>\s*<\/th>/g, '<td></td>')
    .replaceAll(/<h([23])>(.*?)<\/h\1>/g, (_, level: string, title: string) => `<h${level} id="${anchorOf(title)}">${title}</h${level}>`)
    .replaceAll(/href="(\d\d-[a-z0-9-]+)\.md(#[^"]*)?"/g, 'href="/handbok/$1$2"')
}

/** One chapter with its neighbours; null when there is none of that name. */
export function chapterOf(slug: string): Chapter | null {
  const all = chapters()
  const index = all.findIndex((one) => one.slug === slug)
  const found = all[index]
  if (found === undefined) return null
  const html = asHtml(readFileSync(join(folder, `${found.slug}.md`), 'utf8'))
  return { ...found, html, before: all[index - 1] ?? null, after: all[index + 1] ?? null }
}
