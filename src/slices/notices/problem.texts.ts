/** What is wrong with a notice, in words: what happened, and what to do. The same for programs and for the web form. */
import type { Lang } from '../../kernel/lang.ts'

const sv: Readonly<Record<string, string>> = {
  required: 'Uppgiften saknas. Fyll i den.',
  'too-long': 'Texten är för lång. Korta den.',
  'unknown-choice': 'Välj ett av alternativen.',
  'unknown-field': 'Fältet finns inte i en sådan anmälan. Ta bort det.',
  'not-a-number': 'Skriv ett tal större än noll, med siffror.',
  'not-a-date': 'Skriv en dag som finns, som 2026-10-01.',
  'not-a-name': 'Skriv bara namnet: bokstäver, bindestreck och mellanslag.',
  'not-a-phone': 'Skriv telefonnumret med siffror.',
  'not-an-address': 'Skriv en e-postadress.',
  'not-a-school-unit': 'Skriv skolenhetskoden med åtta siffror.',
  'not-a-code': 'Skriv studievägskoden med versaler och siffror, eller lämna fältet tomt.',
  'unknown-school': 'Skolenheten finns inte bland era skolor här. Kontrollera koden, eller ring kommunen för att lägga till skolan.',
  missing: 'Skriv elevens personnummer eller samordningsnummer.',
  'not-an-identity-number': 'Skriv personnumret eller samordningsnumret med 10 eller 12 siffror.',
  'check-digit': 'Numret stämmer inte: kontrollsiffran är fel. Kontrollera numret.',
  'no-such-day': 'Numret stämmer inte: dagen i det finns inte. Kontrollera numret.',
  'interim-number':
    'Ett tillfälligt nummer (TF eller T) säger inte säkert vem eleven är. Ring kommunen i stället, eller anmäl när eleven har fått personnummer eller samordningsnummer.',
  'over-20': 'Eleven har fyllt 20 år den dagen. Anmälan gäller elever under 20: du behöver inte göra något.',
  'day-ahead': 'Dagen ligger för långt fram. Kontrollera den, eller anmäl närmare dagen.',
  'day-too-early': 'Eleven var för ung den dagen. Kontrollera dagen och numret.',
  'end-before-start': 'Sista dagen är före den första. Kontrollera dagarna.',
  'period-too-long': 'Perioden är längre än ett år. Dela upp den.',
  'too-many-hours': 'Timmarna är fler än perioden rymmer. Kontrollera timmarna och dagarna.',
  'contact-needed': 'Skriv telefon eller e-post till kontaktpersonen.',
}

const en: Readonly<Record<keyof typeof sv, string>> = {
  required: 'This is missing. Fill it in.',
  'too-long': 'The text is too long. Shorten it.',
  'unknown-choice': 'Choose one of the alternatives.',
  'unknown-field': 'There is no such field in such a notice. Take it away.',
  'not-a-number': 'Write a number greater than zero, with digits.',
  'not-a-date': 'Write a day that exists, as 2026-10-01.',
  'not-a-name': 'Write the name only: letters, hyphens and spaces.',
  'not-a-phone': 'Write the phone number with digits.',
  'not-an-address': 'Write an e-mail address.',
  'not-a-school-unit': 'Write the school unit code with eight digits.',
  'not-a-code': 'Write the education code with capitals and digits, or leave the field empty.',
  'unknown-school': 'The school unit is not among your schools here. Check the code, or call the municipality to have the school added.',
  missing: 'Write the pupil’s identity number.',
  'not-an-identity-number': 'Write the identity number with 10 or 12 digits.',
  'check-digit': 'The number is not right: its check digit is wrong. Check the number.',
  'no-such-day': 'The number is not right: there is no such day. Check the number.',
  'interim-number':
    'An interim number (TF or T) does not say for certain who the pupil is. Call the municipality instead, or notify when the pupil has an identity number.',
  'over-20': 'The pupil has turned 20 by that day. Notices are of pupils under 20: you need not do anything.',
  'day-ahead': 'The day is too far ahead. Check it, or notify closer to the day.',
  'day-too-early': 'The pupil was too young on that day. Check the day and the number.',
  'end-before-start': 'The last day is before the first. Check the days.',
  'period-too-long': 'The period is longer than a year. Divide it.',
  'too-many-hours': 'There are more hours than the period holds. Check the hours and the days.',
  'contact-needed': 'Write the phone number or the e-mail of the contact person.',
}

/** The problem in words. */
export const problemWords = (problem: string, lang: Lang): string => {
  const texts = lang === 'sv' ? sv : en
  return (Object.hasOwn(texts, problem) ? texts[problem] : texts['required']) ?? ''
}
