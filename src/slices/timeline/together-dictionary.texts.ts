/** The words that entries of school and sharing are made of, in both languages; with those of handing over. */
import type { Lang } from '../../kernel/lang.ts'
import { handingTexts, type HandingTexts } from './handing-dictionary.texts.ts'

type Named = Readonly<Record<string, string>>

const sv = {
  schoolNotice: (school: string) => `Anmälan från ${school}`,
  schoolEvents: { start: (on: string) => `Började ${on}`, end: (on: string) => `Slutade: sista dagen ${on}` },
  schoolAbsence: (hours: string, from: string, until: string) =>
    `Borta utan giltigt skäl: ${hours.replace('.', ',')} timmar ${from}–${until}`,
  noticeAnnulled: (school: string) => `${school} tog tillbaka sin anmälan`,
  annulReasons: { mistake: 'skickad av misstag', wrongPupil: 'fel elev', changed: 'det stämmer inte längre' } as Named,
  noticeDecided: {
    accepted: 'Anmälan godtogs',
    agreed: 'Anmälan stämmer med en källa',
    refused: 'Anmälan avslogs',
    forwarded: 'Anmälan skickades vidare',
    answered: 'Skolan fick svar på sin anmälan',
  } as Named,
  noticeEffects: {
    began: 'studierna räknas som påbörjade',
    ended: 'studierna räknas som avslutade',
    sourceSaysSo: 'en källa säger samma sak',
    nothingToEnd: 'det fanns inga studier att avsluta',
    already: 'det var redan känt',
  } as Named,
  noticeReasons: {
    notResident: 'bor inte här',
    wrongPerson: 'fel person',
    contradicted: 'går kvar',
    notForUs: 'ska inte anmälas hit',
    anotherMunicipality: 'hör till en annan kommun',
    checkNumber: 'kontrollera nummer och namn',
    contactUs: 'ring oss',
  } as Named,
  absence: (month: string, hours: string) => `Ogiltig frånvaro i ${month}: ${hours.replace('.', ',')} timmar`,
  matters: { complaint: 'Klagomål på skolan', gone: 'Inte i skolan, men inskriven' } as Named,
  matterReferred: {
    phone: 'Rektor fick veta på telefon',
    meeting: 'Rektor fick veta på ett möte',
    letter: 'Rektor fick veta med brev',
    link: 'Rektor fick en fråga med en länk',
  } as Named,
  closings: {
    headTakesOver: 'Rektor tar hand om det',
    deregistered: 'Utskriven från skolan',
    backInSchool: 'Tillbaka i skolan',
    withdrawn: 'Ärendet är inte längre aktuellt',
  } as Named,
  rounds: { first: 'Första antagningen', second: 'Andra antagningen' } as Named,
  admissions: { notApplied: 'har inte sökt', notAdmitted: 'inte antagen', reserve: 'reserv', admitted: 'antagen' } as Named,
  radarSteps: {
    invited: 'Inbjuden till vägledning',
    met: 'Träffad om valet',
    changedChoice: 'Ändrade sitt val',
    placed: 'Har fått en plats',
  } as Named,
  consentGiven: (receiver: string) => `Samtycke till att dela med ${receiver}`,
  consentWithdrawn: (receiver: string) => `Samtycket återkallat: ${receiver}`,
  until: (on: string) => `gäller till och med ${on}`,
  withGuardian: 'en vårdnadshavare sade också ja',
  somePartner: 'en samverkanspartner',
  referralSent: (receiver: string) => `Hänvisad till ${receiver}`,
  referralAnswered: { accepted: (receiver: string) => `${receiver} tar emot`, rejected: (receiver: string) => `${receiver} tar inte emot` },
  rejectReasons: {
    full: 'ingen plats nu',
    notForThem: 'det de gör passar inte',
    otherOffer: 'är redan hos dem eller någon annan',
    notReached: 'fick inte kontakt',
    declined: 'ungdomen tackade nej',
  } as Named,
  referralRevoked: (receiver: string) => `Hänvisningen återkallad: ${receiver}`,
  referralOutcomes: {
    began: 'Har börjat',
    neverCame: 'Kom aldrig',
    endedToWork: 'Har slutat och arbetar',
    endedToStudies: 'Har slutat och studerar',
    ended: 'Har slutat',
  } as Named,
  atReceiver: (what: string, receiver: string) => `${what}: ${receiver}`,
  asks: {
    begun: 'Har ungdomen börjat?',
    deregistered: 'Är ungdomen utskriven?',
    complaint: 'Tar rektor hand om klagomålet?',
    known: 'Är ungdomen känd hos dem?',
  } as Named,
}

export type TogetherTexts = typeof sv & HandingTexts

const en: typeof sv = {
  schoolNotice: (school) => `Notice from ${school}`,
  schoolEvents: { start: (on) => `Began ${on}`, end: (on) => `Left: last day ${on}` },
  schoolAbsence: (hours, from, until) => `Absent without valid reason: ${hours} hours ${from}–${until}`,
  noticeAnnulled: (school) => `${school} annulled its notice`,
  annulReasons: { mistake: 'sent by mistake', wrongPupil: 'wrong pupil', changed: 'no longer so' },
  noticeDecided: {
    accepted: 'The notice was accepted',
    agreed: 'The notice agrees with a source',
    refused: 'The notice was refused',
    forwarded: 'The notice was sent on',
    answered: 'The school was answered',
  },
  noticeEffects: {
    began: 'the studies count as begun',
    ended: 'the studies count as ended',
    sourceSaysSo: 'a source says the same',
    nothingToEnd: 'there were no studies to end',
    already: 'it was known already',
  },
  noticeReasons: {
    notResident: 'does not live here',
    wrongPerson: 'wrong person',
    contradicted: 'still at the school',
    notForUs: 'not to be notified here',
    anotherMunicipality: 'belongs to another municipality',
    checkNumber: 'check the number and the name',
    contactUs: 'call us',
  },
  absence: (month, hours) => `Invalid absence in ${month}: ${hours} hours`,
  matters: { complaint: 'Complaint about the school', gone: 'Not in school, but enrolled' },
  matterReferred: {
    phone: 'The head was told by phone',
    meeting: 'The head was told at a meeting',
    letter: 'The head was told by letter',
    link: 'The head got a question by a link',
  },
  closings: {
    headTakesOver: 'The head takes over',
    deregistered: 'Deregistered from the school',
    backInSchool: 'Back in school',
    withdrawn: 'The matter is no longer of interest',
  },
  rounds: { first: 'First admission', second: 'Second admission' },
  admissions: { notApplied: 'has not applied', notAdmitted: 'not admitted', reserve: 'reserve', admitted: 'admitted' },
  radarSteps: {
    invited: 'Invited to guidance',
    met: 'Met about the choice',
    changedChoice: 'Changed the choice',
    placed: 'Has got a place',
  },
  consentGiven: (receiver) => `Consent to sharing with ${receiver}`,
  consentWithdrawn: (receiver) => `Consent withdrawn: ${receiver}`,
  until: (on) => `holds until ${on}, that day included`,
  withGuardian: 'a guardian said yes too',
  somePartner: 'a partner',
  referralSent: (receiver) => `Referred to ${receiver}`,
  referralAnswered: { accepted: (receiver) => `${receiver} accepts`, rejected: (receiver) => `${receiver} does not accept` },
  rejectReasons: {
    full: 'no place now',
    notForThem: 'what they do does not suit',
    otherOffer: 'with them or somebody else already',
    notReached: 'was not reached',
    declined: 'the youth declined',
  },
  referralRevoked: (receiver) => `Referral revoked: ${receiver}`,
  referralOutcomes: {
    began: 'Has begun',
    neverCame: 'Never came',
    endedToWork: 'Has left for work',
    endedToStudies: 'Has left for studies',
    ended: 'Has left',
  },
  atReceiver: (what, receiver) => `${what}: ${receiver}`,
  asks: {
    begun: 'Has the youth begun?',
    deregistered: 'Is the youth deregistered?',
    complaint: 'Does the head take the complaint in hand?',
    known: 'Is the youth known to them?',
  },
}

/** The words. */
export const togetherTexts: Readonly<Record<Lang, TogetherTexts>> = { sv: { ...sv, ...handingTexts.sv }, en: { ...en, ...handingTexts.en } }
