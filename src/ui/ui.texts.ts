/** The words that live inside the components. What a page says about its own matter is the page's. */
import { createContext, useContext } from 'hono/jsx'
import type { Lang } from '../kernel/lang.ts'

type Texts = typeof sv

const sv = {
  skip: 'Hoppa till innehållet',
  menu: 'Meny',
  mainNav: 'Huvudmeny',
  you: 'Inloggad',
  logOut: 'Logga ut',
  unsent: 'Rundan på telefonen har ändringar som inte är skickade. De går förlorade om du loggar ut nu.',
  otherLang: 'English',
  meetingOn: 'Möteläge',
  meetingBanner: 'Möteläge: listor, sökning och meddelanden är dolda.',
  meetingOff: 'Lämna möteläget',
  handbook: 'Handbok',
  keys: 'Tangenter',
  keyList: [
    ['/', 'till sökfältet'],
    ['j  k', 'nästa och föregående rad'],
    ['Enter', 'öppna raden'],
    ['x', 'markera raden'],
    ['r', 'logga samtal på raden'],
    ['u', 'ångra det som just sparades'],
    ['Esc', 'lämna fält och rad'],
    ['m', 'möteläge: dölj allt'],
    ['?', 'den här listan'],
  ],
  crumbs: 'Du är här',
  optional: 'frivilligt',
  left: 'tecken kvar',
  mend: (n: number) => (n === 1 ? 'En uppgift behöver rättas' : `${n} uppgifter behöver rättas`),
  choose: 'Välj …',
  yes: 'Gäller: ',
  no: 'Gäller inte: ',
  unclear: 'Okänt om det gäller: ',
  unknown: 'okänd',
  selectAll: 'Markera alla på sidan',
  selectRow: 'Markera',
  selected: 'markerade',
  sortedUp: 'stigande',
  sortedDown: 'fallande',
  nothing: 'Ingenting att visa.',
  pages: 'Sidor',
  page: 'Sida',
  previous: 'Föregående',
  next: 'Nästa',
  shown: (from: number, to: number, of: string) => `${from}–${to} av ${of}`,
  alert: { info: 'Information', success: 'Klart', warning: 'Varning', danger: 'Fel' },
  cancel: 'Avbryt',
  now: 'i dag',
  ongoing: 'pågår',
  busy: 'Arbetar …',
  scrolls: 'kan rullas i sidled',
}

const en: Texts = {
  skip: 'Skip to content',
  menu: 'Menu',
  mainNav: 'Main menu',
  you: 'Signed in',
  logOut: 'Sign out',
  unsent: 'The round on this telephone has changes that are not sent. They are lost if you sign out now.',
  otherLang: 'Svenska',
  meetingOn: 'Meeting mode',
  meetingBanner: 'Meeting mode: lists, search and messages are hidden.',
  meetingOff: 'Leave meeting mode',
  handbook: 'Handbook',
  keys: 'Keys',
  keyList: [
    ['/', 'to the search field'],
    ['j  k', 'next and previous row'],
    ['Enter', 'open the row'],
    ['x', 'select the row'],
    ['r', 'log a call on the row'],
    ['u', 'undo what was just saved'],
    ['Esc', 'leave field and row'],
    ['m', 'meeting mode: hide everything'],
    ['?', 'this list'],
  ],
  crumbs: 'You are here',
  optional: 'optional',
  left: 'characters left',
  mend: (n) => (n === 1 ? 'One answer needs mending' : `${n} answers need mending`),
  choose: 'Choose …',
  yes: 'Holds: ',
  no: 'Does not hold: ',
  unclear: 'Unknown whether it holds: ',
  unknown: 'unknown',
  selectAll: 'Select all on this page',
  selectRow: 'Select',
  selected: 'selected',
  sortedUp: 'ascending',
  sortedDown: 'descending',
  nothing: 'Nothing to show.',
  pages: 'Pages',
  page: 'Page',
  previous: 'Previous',
  next: 'Next',
  shown: (from, to, of) => `${from}–${to} of ${of}`,
  alert: { info: 'Information', success: 'Done', warning: 'Warning', danger: 'Error' },
  cancel: 'Cancel',
  now: 'today',
  ongoing: 'ongoing',
  busy: 'Working …',
  scrolls: 'can be scrolled sideways',
}

const texts: Readonly<Record<Lang, Texts>> = { sv, en }
const LangContext = createContext<Lang>('sv')

/** Sets the language of every component inside (Page does it). */
export const LangProvider = LangContext.Provider

/** The language of the page being drawn; Swedish outside a Page. */
export const useLang = (): Lang => useContext(LangContext)

/** The components' words in the language of the page being drawn. */
export const useTexts = (): Texts => texts[useLang()]

/** Made once: a new one for each number would cost more than the rest of the table. */
const formats: Readonly<Record<Lang, Intl.NumberFormat>> = { sv: new Intl.NumberFormat('sv-SE'), en: new Intl.NumberFormat('en-GB') }

/** A number as written in the language. */
export const numberText = (value: number, lang: Lang): string => formats[lang].format(value)
