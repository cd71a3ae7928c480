/** What is wrong with a text that somebody wants to save as a template: without its fields nobody can answer, and a screen is seen by others. */
import { allowedFields, channelOf, fieldNames, requiredFields, senderFields, type FieldName } from './shipped/fields.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'
import { fieldsIn, hasLooseBraces, withoutFields } from './template.rules.ts'
import type { TemplateFault, TemplateName, TemplateText } from './template.types.ts'
import { isSeenByOthers, matterWordsIn } from './template-words.ts'

const isField = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name)

/** A subject is also the title of a file and seen in lists: never the name, and no place to answer from. */
const notInSubject: readonly FieldName[] = ['firstName', 'replyLink', 'replyCode', 'referralLink']

function fieldFaults(key: TemplateKey, text: string, where: TemplateFault['where']): TemplateFault[] {
  const allowed = allowedFields[key].filter((name) => where === 'body' || !notInSubject.includes(name))
  const faults = fieldsIn(text).flatMap((name): TemplateFault[] => {
    if (!isField(name)) return [{ fault: 'fieldUnknown', where, detail: name }]
    if (allowed.includes(name)) return []
    return [{ fault: where === 'body' ? 'fieldForbidden' : 'fieldInSubject', where, detail: name }]
  })
  return hasLooseBraces(text) ? [...faults, { fault: 'looseBraces', where, detail: '' }] : faults
}

function missingFields(key: TemplateKey, body: string): TemplateFault[] {
  const used = fieldsIn(body)
  const missing = requiredFields[key]
    .filter((name) => !used.includes(name))
    .map((detail): TemplateFault => ({ fault: 'fieldMissing', where: 'body', detail }))
  const saysWho = senderFields.some((name) => used.includes(name))
  return saysWho ? missing : [...missing, { fault: 'senderMissing', where: 'body', detail: senderFields.join(', ') }]
}

function matterFaults({ key, lang }: TemplateName, text: string, where: TemplateFault['where']): TemplateFault[] {
  if (!isSeenByOthers(key)) return []
  return matterWordsIn(lang, withoutFields(text)).map((detail) => ({ fault: 'namesTheMatter', where, detail }))
}

/** Everything that is wrong with the text, but for its length on paper: that takes a document. Empty: it may be saved. */
export function templateFaultsOf(name: TemplateName, { subject, body }: TemplateText): TemplateFault[] {
  const { key } = name
  const subjectMissing = channelOf[key] !== 'sms' && subject.trim() === ''
  return [
    ...(subjectMissing ? [{ fault: 'subjectMissing', where: 'subject', detail: '' } as const] : []),
    ...fieldFaults(key, subject, 'subject'),
    ...matterFaults(name, subject, 'subject'),
    ...missingFields(key, body),
    ...fieldFaults(key, body, 'body'),
    ...matterFaults(name, body, 'body'),
  ]
}
