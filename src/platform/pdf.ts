/**
 * PDF/UA documents (ISO 14289-1) from Typst markup: tagged, with title and language, or not made at all: Typst refuses what
 * would not be accessible, such as an image without a text. Building blocks are in pdf-page.ts, any text goes through pdf-text.ts.
 */
import { createRequire } from 'node:module'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Failure } from './failure.ts'
import { fontFiles } from './pdf-fonts.ts'

/** The markup cannot be made into a document: a defect in what wrote it. The message holds nothing that the document quotes. */
export class PdfError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PdfError'
  }
}

/** No folder of the machine, nor can one be made there. */
const workspace = '/dev/null/typst'
/** Typst remembers pieces of every document. Forgetting costs as much as half a letter, so it is done now and then. */
const documentsRemembered = 20

type Typst = { readonly NodeCompiler: Pick<typeof NodeCompiler, 'create'> }

/** Native code, loaded when the first document is made: a machine that it was not built for can do all else. */
function typst(): Typst {
  try {
    return createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as Typst
  } catch {
    throw new Failure(`PDF kan inte göras på den här datorn: Typst finns inte för ${process.platform}-${process.arch}.`)
  }
}

let shared: NodeCompiler | null = null
let remembered = 0

const compiler = (): NodeCompiler => (shared ??= typst().NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fontFiles() }] }))

function forget(documents: number): void {
  remembered += documents
  if (remembered < documentsRemembered) return
  compiler().evictCache(0)
  remembered = 0
}

/**
 * The only source that Typst ever compiles; the markup is handed to it. Of a source that changes Typst keeps every version it has had, some
 * hundred kilobytes a letter, and of what it is handed nothing (docs/adr/0018).
 */
const source = '#eval(sys.inputs.markup, mode: "markup")'

/** What Typst says, without the text that it quotes: that may be somebody's name. */
const withoutQuotes = (message: string): string => message.replaceAll(/`[^`]*`|"(?:[^"\\]|\\.)*"/g, '…')

const messagesIn = (diagnostics: string): string[] =>
  [...diagnostics.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message]) => (message ?? '').replaceAll('\\"', '"'))

type Diagnostic = { readonly message: string }

function document(maker: NodeCompiler, markup: string): Uint8Array {
  const compiled = maker.compile({ mainFileContent: source, inputs: { markup } })
  const error = compiled.takeError()
  if (compiled.result === null || error !== null) {
    const said = (error?.shortDiagnostics ?? []) as readonly Diagnostic[]
    throw new PdfError(said.map(({ message }) => withoutQuotes(message)).join('; ') || 'no document')
  }
  try {
    return new Uint8Array(maker.pdf(compiled.result, { pdfStandard: 'ua-1' }))
  } catch (thrown) {
    const said = messagesIn(thrown instanceof Error ? thrown.message : '')
    throw new PdfError([...new Set(said.map(withoutQuotes))].join('; ') || 'no document')
  }
}

type Files = ReadonlyMap<string, Uint8Array>
const noFiles: Files = new Map()

function made(markup: string, files: Files, documents: number): Uint8Array {
  const maker = compiler()
  const paths = [...files].map(([name, content]) => {
    const path = `${workspace}/${name}`
    maker.mapShadow(path, Buffer.from(content))
    return path
  })
  try {
    return document(maker, markup)
  } finally {
    for (const path of paths) maker.unmapShadow(path)
    forget(documents)
  }
}

/**
 * One document. It takes about 3 ms a letter and blocks meanwhile: in a long row of them let the event loop turn.
 * `files` are images and the like, by the names that the markup uses; it sees no other file of the machine.
 * @throws PdfError with what Typst says
 */
export const pdfOf = (markup: string, files: Files = noFiles): Uint8Array => made(markup, files, 1)

const newPart = '#pagebreak(weak: true)\n#counter(page).update(1)\n'

/**
 * One document of many parts, each on a new page with pages counted from 1. They share `setUp` (`documentSetUp` of pdf-page.ts);
 * what a part sets ends with it. It takes about 2 ms a part and blocks meanwhile: a hundred or two at a time.
 * @throws PdfError with what Typst says
 */
export const mergedPdf = (setUp: string, parts: readonly string[], files: Files = noFiles): Uint8Array =>
  made(`${setUp}\n${parts.map((part) => `#[\n${part}\n]\n`).join(newPart)}`, files, documentsRemembered)
