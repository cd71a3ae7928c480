/** The words that entries of transfer and of turning 20 are made of, in both languages. */
import type { Lang } from '../../kernel/lang.ts'

type Named = Readonly<Record<string, string>>

const sv = {
  transferOut: {
    offered: 'Överflytt erbjöds den nya hemkommunen',
    accepted: 'Den nya hemkommunen godtog överflytten',
    refused: 'Den nya hemkommunen avböjde överflytten',
    unanswered: 'Den nya hemkommunen svarade inte i tid',
    sent: 'Uppgifterna flyttades över',
    withheld: 'Uppgifterna skickades inte: något hade ändrats',
    withdrawn: 'Erbjudandet om överflytt togs tillbaka',
  } as Named,
  transferIn: { accepted: 'Överflytt hit godtogs', received: 'Uppgifter kom från den förra hemkommunen' } as Named,
  transferKept: (part: string) => `Inlagt från överflytten: ${part}`,
  carriedParts: {
    phone: 'telefon',
    email: 'e-post',
    occupation: 'sysselsättning',
    education: 'utbildning',
    measure: 'åtgärd',
  } as Named,
  moveClosed: {
    nobodyTookOver: 'Ingen tog över',
    otherRoad: 'Överlämnad på annat sätt',
    nothingNeeded: 'Det fanns inget att lämna över',
  } as Named,
  afterMove: 'Efter flytten',
  turningTalked: 'Samtal inför 20',
  turningAsked: {
    wants: 'Vill att någon tar över efter 20',
    declines: 'Vill inte att någon tar över efter 20',
    notReached: 'Gick inte att nå inför 20',
  } as Named,
  turningWaived: {
    letter: 'Brevet inför 20 behövs inte',
    talk: 'Samtalet inför 20 behövs inte',
    measures: 'Åtgärder fortsätter efter 20',
    plan: 'Planen fortsätter efter 20',
  } as Named,
  waivedWhy: {
    toldInPerson: 'har fått veta på plats',
    noAddress: 'ingen adress',
    declines: 'tackade nej',
    continues: 'fortsätter hos en annan',
  } as Named,
  receiverAsked: (receiver: string) => `${receiver} tillfrågad om att ta över`,
  receiverAnswered: { accepted: (receiver: string) => `${receiver} tar över`, refused: (receiver: string) => `${receiver} tar inte över` },
  turningEnded: {
    handedOver: 'Överlämnad',
    nobodyTookOver: 'Ingen tog över',
    declined: 'Ville inte bli överlämnad',
    notReached: 'Gick inte att nå',
  } as Named,
  turning20: 'När ungdomen fyller 20',
}

export type HandingTexts = typeof sv

const en: HandingTexts = {
  transferOut: {
    offered: 'Transfer offered to the new home municipality',
    accepted: 'The new home municipality accepted the transfer',
    refused: 'The new home municipality refused the transfer',
    unanswered: 'The new home municipality did not answer in time',
    sent: 'The data were transferred',
    withheld: 'The data were not sent: something had changed',
    withdrawn: 'The offer of transfer was taken back',
  },
  transferIn: { accepted: 'Transfer to us accepted', received: 'Data came from the former home municipality' },
  transferKept: (part) => `Put in from the transfer: ${part}`,
  carriedParts: { phone: 'phone', email: 'e-mail', occupation: 'occupation', education: 'education', measure: 'measure' },
  moveClosed: {
    nobodyTookOver: 'Nobody took over',
    otherRoad: 'Handed over in another way',
    nothingNeeded: 'There was nothing to hand over',
  },
  afterMove: 'After the move',
  turningTalked: 'Talk before turning 20',
  turningAsked: {
    wants: 'Wants somebody to take over after 20',
    declines: 'Does not want anybody to take over after 20',
    notReached: 'Could not be reached before turning 20',
  },
  turningWaived: {
    letter: 'The letter before 20 is not needed',
    talk: 'The talk before 20 is not needed',
    measures: 'Measures go on after 20',
    plan: 'The plan goes on after 20',
  },
  waivedWhy: { toldInPerson: 'told in person', noAddress: 'no address', declines: 'declined', continues: 'goes on with somebody else' },
  receiverAsked: (receiver) => `${receiver} asked to take over`,
  receiverAnswered: { accepted: (receiver) => `${receiver} takes over`, refused: (receiver) => `${receiver} does not take over` },
  turningEnded: {
    handedOver: 'Handed over',
    nobodyTookOver: 'Nobody took over',
    declined: 'Did not want to be handed over',
    notReached: 'Could not be reached',
  },
  turning20: 'On turning 20',
}

/** The words. */
export const handingTexts: Readonly<Record<Lang, HandingTexts>> = { sv, en }
