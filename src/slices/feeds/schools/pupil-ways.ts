/** The phone numbers and e-mail addresses of an SS 12000 person: those that can be used. What cannot be read is nobody's work and is left out. */
import { z } from 'zod'
import { parsePhone } from '../../../platform/phone.ts'
import { dateOf } from '../../../platform/plain-date.ts'
import type { EnrolmentDraft } from '../education-row.ts'
import type { PupilRow, ReadContext } from '../feeds.types.ts'

const Entry = z.looseObject({ value: z.string(), type: z.string().nullish() })

/** A school's own address for its pupils goes with the studies, and staff's and employers' are not the youth's. */
const notTheirs: ReadonlySet<string> = new Set(['Skola elev', 'Skola personal', 'Arbete övrigt', 'Arbete'])

/** More than anybody has; a vendor's mistake goes no further. */
const most = 10

/** The values of a list; null when there is no list, so that nothing is said of what there was. */
function valuesOf(raw: unknown): string[] | null {
  if (!Array.isArray(raw)) return null
  return raw
    .map((one) => Entry.safeParse(one))
    .flatMap(({ data }) => (data === undefined || notTheirs.has(data.type ?? '') ? [] : [data.value.trim()]))
    .slice(0, most)
}

const phoneOf = (text: string): string[] => {
  const parsed = parsePhone(text)
  return parsed.granted ? [parsed.value] : []
}

/** No sign that means something in a list of PostgreSQL's, or in an address of several. */
const isEmail = (text: string): boolean => text.length <= 254 && /^[^@\s<>,;"{}\\]+@[^@\s<>,;"{}\\]+\.[^@\s.<>,;"{}\\]{2,}$/.test(text)

/** Compulsory school and what comes before it. */
const childrensSchools: ReadonlySet<string> = new Set(['GR', 'GRS', 'GRAN', 'SP', 'SAM', 'TR', 'FKLASS', 'FTH', 'FS'])
/** What counts as other studies or is not decided yet does not keep anybody from the municipality's responsibility. */
const otherStudies: ReadonlySet<string> = new Set(['otherForm', 'levelUnknown'])

/**
 * Whether the person goes to school on the day: then nobody needs to call, and the numbers of a whole city's pupils are not ours to keep
 * (förordning 2006:39 3, 4 §§; the register is of those who do not).
 */
export const isInSchool = (enrolments: readonly EnrolmentDraft[], { on, kindOf }: ReadContext): boolean =>
  enrolments.some(({ startOn, endOn, schoolType, educationCode }) => {
    const isFollowed = startOn <= dateOf(on) && (endOn === null || endOn >= dateOf(on))
    return isFollowed && (childrensSchools.has(schoolType) || !otherStudies.has(kindOf(schoolType, educationCode)))
  })

type Raw = { readonly phoneNumbers?: unknown; readonly emails?: unknown }

/** The ways of a person as delivered: phones in E.164. Null: the record does not list them, or the person is in school. */
export function pupilWays(raw: Raw, inSchool: boolean): Pick<PupilRow, 'phones' | 'emails'> {
  if (inSchool) return { phones: null, emails: null }
  return {
    phones: valuesOf(raw.phoneNumbers)?.flatMap(phoneOf) ?? null,
    emails: valuesOf(raw.emails)?.filter(isEmail) ?? null,
  }
}
