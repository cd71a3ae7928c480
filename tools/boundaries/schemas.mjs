/** What the arrows between files cannot see: whose tables a store names, and what things are called. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** The slices that own a database schema of their own name, and whose tables others may name besides their own. */
const owners = [
  'access',
  'admissions',
  'audit',
  'coding',
  'consents',
  'corrections',
  'cover',
  'feeds',
  'figures',
  'followup',
  'matching',
  'measures',
  'meetings',
  'messaging',
  'network',
  'notices',
  'organisation',
  'outreach',
  'ownplan',
  'plans',
  'prevention',
  'questions',
  'referrals',
  'register',
  'replies',
  'reports',
  'returns',
  'settings',
  'steering',
  'survey',
  'transfers',
  'turning20',
  'visits',
  'worklist',
]
/** Slices that only show may join across, read only. Access and organisation belong together: staff work in units. */
const alsoNames = {
  access: ['organisation'],
  organisation: ['access'],
  // Its history says who.
  settings: ['access'],
  matching: ['feeds', 'register'],
  worklist: owners,
  youth: owners,
  corrections: ['access', 'feeds', 'organisation', 'register', 'worklist'],
  // The ladder is asked with everything that is known of a youth: answers that wait, meetings, visits, channels said no to. The desk of
  // occupation shows what outsiders have answered, to the one who has the youth or stands in.
  outreach: ['access', 'cover', 'meetings', 'messaging', 'organisation', 'questions', 'register', 'replies', 'visits', 'worklist'],
  // A message to a receiver is of a referral, and goes only while it stands.
  messaging: ['access', 'organisation', 'outreach', 'referrals', 'register', 'worklist'],
  replies: ['access', 'register', 'worklist'],
  visits: ['access', 'organisation', 'outreach', 'register', 'worklist'],
  meetings: ['access', 'cover', 'register', 'worklist'],
  questions: ['access', 'register', 'worklist'],
  cover: owners,
  today: owners,
  sources: owners,
  coverage: owners,
  rehearsal: owners,
  figures: owners,
  // Which published figures belong together.
  reports: ['access', 'figures'],
  measures: ['access', 'organisation', 'outreach', 'register', 'worklist'],
  plans: ['access', 'cover', 'measures', 'outreach', 'register', 'worklist'],
  // A link lives as long as the number it was sent to is the youth's and is not said no to.
  ownplan: ['access', 'messaging', 'outreach', 'register', 'worklist'],
  // Whether what was coded still stands as it was written.
  coding: ['access', 'measures', 'outreach', 'register', 'worklist'],
  // The desk shows whom a notice is about and what is known of the studies; the clocks ask for the first attempt.
  notices: ['access', 'matching', 'organisation', 'outreach', 'register', 'worklist'],
  // The desk shows who is absent or watched, where they go to school, the last contact, and what the school answered.
  prevention: ['access', 'feeds', 'measures', 'notices', 'organisation', 'outreach', 'questions', 'register', 'worklist'],
  consents: ['access'],
  // A referral stands or falls with its consent; the desk shows whom it is of, whether its mail has gone, and the partner's address.
  referrals: ['access', 'consents', 'messaging', 'network', 'organisation', 'register', 'worklist'],
  // The radar is made of what lists say and what is known of studies, certificates and contacts.
  admissions: ['access', 'organisation', 'outreach', 'register', 'worklist'],
  // A meeting shows whom it asks about, what was answered, and whom it could ask about.
  network: ['access', 'consents', 'organisation', 'outreach', 'questions', 'register', 'worklist'],
  // Who did a step.
  steering: ['access'],
  // What may be carried is read from those who keep it.
  transfers: ['access', 'measures', 'outreach', 'register', 'worklist'],
  // The list shows who turns 20, whether the letter has gone, and what is still open.
  turning20: ['access', 'measures', 'messaging', 'organisation', 'outreach', 'plans', 'register', 'worklist'],
  // The return is made from what everybody has written; only its own tables are written.
  returns: ['measures', 'outreach', 'register', 'worklist'],
  // Which unit an answer was handed out by, and who wrote a questionnaire.
  survey: ['access', 'organisation'],
  timeline: owners,
}
const sealed = 'followup'
const schemaName = new RegExp(`(?<![\\w.])(${owners.join('|')})\\.(?=[a-z_$]|$)`, 'g')
/** Only the transaction takes a role: whoever could take another one would be out of the seal (docs/adr/0036). */
const takesRole = /\b(set\s+(local\s+|session\s+)?role|reset\s+role|session\s+authorization)\b/i
const rolesAreTakenIn = 'src/platform/db/tx.ts'
const bannedName =
  /(^|[a-z0-9-])(Service|Manager|Helper|Util|Dto)s?$|^(service|manager|helper|util|dto)s?$|-(service|manager|helper|util|dto)s?$/

/** @param {string} slice @param {string} schema */
const mayName = (slice, schema) => slice === schema || (schema !== sealed && (alsoNames[slice] ?? []).includes(schema))

/** The text of every string and template in a file, with the line it begins on: SQL is nowhere else. */
function texts(ts, source) {
  const found = []
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      found.push({ text: node.text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The names that a file gives to its own things. */
function names(ts, source) {
  const found = [{ name: basename(source.fileName).split('.')[0], line: 1 }]
  const visit = (node) => {
    const named =
      ts.isClassLike(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isVariableDeclaration(node)
    if (named && node.name !== undefined && ts.isIdentifier(node.name)) {
      found.push({ name: node.name.text, line: source.getLineAndCharacterOfPosition(node.name.getStart()).line + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** @returns {{ file: string, line: number, fault: string, says: string }[]} */
export function faultsIn(ts, root, files) {
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(`${root}/${file}`, 'utf8'), ts.ScriptTarget.Latest, true)
    const misnamed = names(ts, source).filter(({ name }) => bannedName.test(name))
    const slice = /^src\/slices\/([^/]+)\/.*\.store\.ts$/.exec(file)?.[1]
    const tables =
      slice === undefined
        ? []
        : texts(ts, source).flatMap(({ text, line }) => [...text.matchAll(schemaName)].map(([, schema]) => ({ schema, line })))
    const isShipped = file.startsWith('src/') && !/\.(test|testbed)\.tsx?$/.test(file) && file !== rolesAreTakenIn
    const roles = isShipped ? texts(ts, source).filter(({ text }) => takesRole.test(text)) : []
    return [
      ...roles.map(({ line }) => ({ file, line, fault: 'takes a role', says: 'a database role is taken by the transaction alone' })),
      ...misnamed.map(({ name, line }) => ({ file, line, fault: `name ${name}`, says: `${name} says nothing: name what it does` })),
      ...tables
        .filter(({ schema }) => !mayName(slice, schema))
        .map(({ schema, line }) => ({ file, line, fault: `schema ${schema}`, says: `${slice} names a table of ${schema}` })),
    ]
  })
}
