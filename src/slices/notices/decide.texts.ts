/** Wording of what can be decided about a notice, and of why it could not. */
import type { Lang } from '../../kernel/lang.ts'
import { namedMunicipality } from '../../kernel/municipality-names.ts'
import type { DecideRefusal, HandOverRefusal, UndoRefusal } from './decide.rules.ts'
import type { RefusalReason, SchoolAnswer } from './notices.types.ts'

const sv = {
  decide: 'Ta ställning',
  accept: 'Godta',
  refuse: 'Avslå …',
  refuseQuestion: 'Skolan får inte veta varför. Orsaken stannar här.',
  refuseReason: 'Varför?',
  refusals: {
    notResident: 'Ungdomen bor inte här',
    wrongPerson: 'Fel person',
    contradicted: 'Ungdomen går kvar',
    notForUs: 'Det är inget som ska anmälas hit',
  } satisfies Record<RefusalReason, string>,
  refuseDo: 'Avslå anmälan',
  forward: 'Skicka vidare …',
  forwardQuestion:
    'Den andra kommunen får det som skolan skrev, och inget av det vi vet. Finns kommunen inte i den här anläggningen lämnar du över anmälan själv, på ett säkert sätt.',
  forwardTo: 'Kommunkod',
  forwardDo: 'Skicka vidare',
  answer: 'Svara skolan …',
  answerQuestion: 'Skolan ser svaret vid sin anmälan, och inget annat.',
  answerWhich: 'Svar',
  answers: {
    anotherMunicipality: 'Eleven hör till en annan kommun',
    checkNumber: 'Kontrollera nummer och namn',
    contactUs: 'Ring oss',
  } satisfies Record<SchoolAnswer, string>,
  answerDo: 'Skicka svaret',
  handOverHeading: 'Att lämna över',
  handOver: 'Jag har lämnat över den',
  handOverHow: (code: string) =>
    `Kommunen ${namedMunicipality(code)} finns inte i den här anläggningen. Lämna över det som skolan skrev på ett säkert sätt, till exempel per telefon eller brev, och säg till här. Anmälan ligger kvar tills det är gjort.`,
  handedOver: 'Anmälan är överlämnad.',
  undo: 'Ångra …',
  undoQuestion: 'Anmälan väntar igen. Gav den ett faktum tas det bort.',
  undoDo: 'Ångra beslutet',
  saved: 'Sparat.',
  undone: 'Anmälan väntar igen.',
  wrongCode: 'Skriv kommunens kod med fyra siffror.',
  problems: {
    decided: 'Någon hann ta ställning före dig. Så här står det nu.',
    annulled: 'Skolan har tagit tillbaka anmälan.',
    wiped: 'Uppgifterna är borttagna. Det går inte att ta ställning längre.',
    'unknown-person':
      'Vi vet inte var ungdomen är folkbokförd, så anmälan går inte att godta än. Vänta på folkbokföringens nästa leverans, eller avslå.',
    'not-here': 'Ungdomen bor inte här. Skicka vidare, svara skolan eller avslå.',
    protected: 'Ungdomen har skyddade personuppgifter. Ring i stället.',
    'own-municipality': 'Det är den egna kommunen. Skriv den andra kommunens kod.',
    'not-from-school': 'Anmälan kom från en annan kommun, och skolan ser inga svar härifrån. Skicka tillbaka den dit, eller ring skolan.',
    'nothing-to-hand-over': 'Det finns inget att lämna över.',
    'nothing-to-undo': 'Det finns inget beslut att ångra.',
    delivered: 'Den andra kommunen har redan fått anmälan. Ring dem.',
    'night-is-running': 'Natten körs just nu. Försök igen om en stund. Inget är sparat.',
  } satisfies Record<DecideRefusal | HandOverRefusal | UndoRefusal | 'night-is-running', string>,
}
type DecideTexts = typeof sv

const en: DecideTexts = {
  decide: 'Decide',
  accept: 'Accept',
  refuse: 'Refuse …',
  refuseQuestion: 'The school is not told why. The reason stays here.',
  refuseReason: 'Why?',
  refusals: {
    notResident: 'The youth does not live here',
    wrongPerson: 'The wrong person',
    contradicted: 'The youth is still at the school',
    notForUs: 'Not something to be notified here',
  },
  refuseDo: 'Refuse the notice',
  forward: 'Send on …',
  forwardQuestion:
    'The other municipality gets what the school wrote, and nothing of what we know. If the municipality is not in this installation you hand the notice over yourself, in a secure way.',
  forwardTo: 'Municipality code',
  forwardDo: 'Send on',
  answer: 'Answer the school …',
  answerQuestion: 'The school sees the answer at its notice, and nothing else.',
  answerWhich: 'Answer',
  answers: {
    anotherMunicipality: 'The pupil belongs to another municipality',
    checkNumber: 'Check the number and the name',
    contactUs: 'Call us',
  },
  answerDo: 'Send the answer',
  handOverHeading: 'To hand over',
  handOver: 'I have handed it over',
  handOverHow: (code) =>
    `The municipality ${namedMunicipality(code)} is not in this installation. Hand over what the school wrote in a secure way, by phone or letter for instance, and say so here. The notice stays until it is done.`,
  handedOver: 'The notice is handed over.',
  undo: 'Undo …',
  undoQuestion: 'The notice waits again. If it gave a fact, the fact is taken back.',
  undoDo: 'Undo the decision',
  saved: 'Saved.',
  undone: 'The notice waits again.',
  wrongCode: 'Write the municipality’s code with four digits.',
  problems: {
    decided: 'Somebody decided before you. This is how it stands.',
    annulled: 'The school has annulled the notice.',
    wiped: 'The particulars are taken away. Nothing can be decided any more.',
    'unknown-person':
      'It is not known where the youth is registered, so the notice cannot be accepted yet. Wait for the population register’s next delivery, or refuse.',
    'not-here': 'The youth does not live here. Send it on, answer the school or refuse.',
    protected: 'The youth’s identity is protected. Call instead.',
    'own-municipality': 'That is our own municipality. Write the code of the other.',
    'not-from-school':
      'The notice came from another municipality, and the school sees no answers from here. Send it back there, or call the school.',
    'nothing-to-hand-over': 'There is nothing to hand over.',
    'nothing-to-undo': 'There is no decision to undo.',
    delivered: 'The other municipality has the notice already. Call them.',
    'night-is-running': 'The night is running. Try again in a moment. Nothing is saved.',
  },
}

export const decideTexts: Readonly<Record<Lang, DecideTexts>> = { sv, en }
