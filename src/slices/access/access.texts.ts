/** Wording of signing in, of what a visitor may not do, and of what goes wrong. */
import type { Role } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/lang.ts'

export const roleTexts: Readonly<Record<Lang, Readonly<Record<Role, string>>>> = {
  sv: {
    coordinator: 'samordnare',
    counsellor: 'handledare',
    unitManager: 'enhetschef',
    systemCoordinator: 'systemsamordnare',
    protectedHandler: 'handläggare för skyddade personuppgifter',
    followup: 'riktad uppföljning',
  },
  en: {
    coordinator: 'coordinator',
    counsellor: 'counsellor',
    unitManager: 'unit manager',
    systemCoordinator: 'system coordinator',
    protectedHandler: 'handler of protected identities',
    followup: 'directed follow-up',
  },
}

type Said = { readonly title: string; readonly text: string; readonly link: string }
export type Saying =
  | 'signed-out'
  | 'sign-in'
  | 'no-role'
  | 'shut-out'
  | 'sign-in-failed'
  | 'too-low-level'
  | 'idp-down'
  | 'not-configured'
  | 'denied'
  | 'denied-followup'
  | 'missing'
  | 'broken'
  | 'database-down'
  | 'busy'
  | 'meeting'
  | 'already-saved'
  | 'too-big'
  | 'forged'
  | 'kept'
  | 'kept-gone'

export const sayings: Readonly<Record<Lang, Readonly<Record<Saying, Said>>>> = {
  sv: {
    'signed-out': { title: 'Du är utloggad', text: 'Stäng webbläsaren om datorn delas med andra.', link: 'Logga in igen' },
    'sign-in': { title: 'Logga in', text: 'Du loggar in med kommunens vanliga inloggning. Den öppnas på nästa sida.', link: 'Logga in' },
    'no-role': {
      title: 'Du har ingen roll här',
      text: 'Inloggningen lyckades, men du har ingen roll i Ungdomslots. Be systemsamordnaren om behörighet och logga in igen.',
      link: 'Logga in på nytt',
    },
    'shut-out': {
      title: 'Din behörighet är avslutad',
      text: 'Systemsamordnaren har avslutat din behörighet i Ungdomslots. Hör av dig dit om det är fel.',
      link: 'Logga in som någon annan',
    },
    'sign-in-failed': {
      title: 'Inloggningen blev inte klar',
      text: 'Den avbröts, tog för lång tid eller hörde till en annan flik. Inget har ändrats. Börja om från början.',
      link: 'Börja om',
    },
    'too-low-level': {
      title: 'Starkare inloggning behövs',
      text: 'Kommunen kräver en högre tillitsnivå, till exempel e-legitimation. Logga in igen och välj den.',
      link: 'Logga in igen',
    },
    'idp-down': {
      title: 'Inloggningstjänsten svarar inte',
      text: 'Kommunens inloggning går inte att nå just nu. Vänta någon minut och försök igen. Den som redan är inloggad kan arbeta vidare.',
      link: 'Försök igen',
    },
    'not-configured': {
      title: 'Inloggningen är inte inställd',
      text: 'Driften behöver ange inloggningstjänstens adress (se handboken om drift). Nattens samkörning går ändå.',
      link: 'Till startsidan',
    },
    denied: {
      title: 'Du har inte behörighet',
      text: 'Sidan ingår inte i din roll. Behöver du den, be systemsamordnaren. Försöket finns i loggen.',
      link: 'Till startsidan',
    },
    'denied-followup': {
      title: 'Du har inte behörighet',
      text: 'Sidan ingår inte i din roll. Behöver du den, be den som är administratör för riktad uppföljning. Försöket finns i den delens logg.',
      link: 'Till startsidan',
    },
    missing: {
      title: 'Sidan finns inte',
      text: 'Den är borttagen, flyttad eller ingår inte i det du får se. Kontrollera adressen.',
      link: 'Till startsidan',
    },
    broken: {
      title: 'Något gick fel',
      text: 'Felet är vårt och inget är halvt sparat. Försök igen; händer det flera gånger, anmäl det till driften med klockslaget.',
      link: 'Till startsidan',
    },
    'database-down': {
      title: 'Databasen svarar inte',
      text: 'Inget har sparats. Det brukar gå över på någon minut: vänta en stund och försök igen.',
      link: 'Försök igen',
    },
    busy: {
      title: 'Natten körs just nu',
      text: 'Registret läses om och kan inte ändras samtidigt. Inget har sparats. Försök igen om någon minut.',
      link: 'Till startsidan',
    },
    meeting: {
      title: 'Möteläge är på',
      text: 'Listor och andra ungdomar visas inte medan skärmen är vänd mot någon. Stäng av möteläget när du är ensam igen.',
      link: 'Till startsidan',
    },
    'already-saved': {
      title: 'Formuläret är redan skickat',
      text: 'Det sparades första gången, och den här gången ändrades ingenting. Gå tillbaka och kontrollera att det syns.',
      link: 'Tillbaka',
    },
    'too-big': {
      title: 'För mycket text',
      text: 'Formuläret är större än det får vara. Inget har sparats. Gå tillbaka och korta.',
      link: 'Tillbaka',
    },
    forged: {
      title: 'Formuläret går inte att läsa',
      text: 'Det innehåller något som sidan inte har. Inget har sparats. Läs in sidan igen och försök på nytt.',
      link: 'Tillbaka',
    },
    kept: {
      title: 'Det du skrev finns kvar',
      text: 'Inloggningen hann gå ut innan formuläret skickades. Läs igenom och skicka det nu, eller gå tillbaka utan att spara.',
      link: 'Tillbaka utan att spara',
    },
    'kept-gone': {
      title: 'Det sparade formuläret finns inte längre',
      text: 'Det visas en gång, för den som skrev det, inom en timme. Öppna sidan och skriv på nytt.',
      link: 'Till startsidan',
    },
  },
  en: {
    'signed-out': { title: 'You are signed out', text: 'Close the browser if others use this computer.', link: 'Sign in again' },
    'sign-in': { title: 'Sign in', text: "You sign in with the municipality's usual sign-in. It opens on the next page.", link: 'Sign in' },
    'no-role': {
      title: 'You have no role here',
      text: 'The sign-in succeeded, but you have no role in Ungdomslots. Ask the system coordinator, then sign in again.',
      link: 'Sign in once more',
    },
    'shut-out': {
      title: 'Your access has ended',
      text: 'The system coordinator has ended your access to Ungdomslots. Get in touch if that is a mistake.',
      link: 'Sign in as somebody else',
    },
    'sign-in-failed': {
      title: 'The sign-in was not completed',
      text: 'It was cancelled, took too long or belonged to another tab. Nothing has changed. Please start again.',
      link: 'Start again',
    },
    'too-low-level': {
      title: 'A stronger sign-in is needed',
      text: 'The municipality requires a higher level of assurance, such as an e-ID. Sign in again and choose it.',
      link: 'Sign in again',
    },
    'idp-down': {
      title: 'The sign-in service does not answer',
      text: "The municipality's sign-in cannot be reached right now. Wait a minute and try again. Those already signed in can go on working.",
      link: 'Try again',
    },
    'not-configured': {
      title: 'Sign-in is not set up',
      text: "Operations must give the sign-in service's address (see the handbook on operations). The nightly match runs anyway.",
      link: 'To the start page',
    },
    denied: {
      title: 'You do not have access',
      text: 'This page is not part of your role. If you need it, ask the system coordinator. The attempt is in the log.',
      link: 'To the start page',
    },
    'denied-followup': {
      title: 'You do not have access',
      text: 'This page is not part of your role. If you need it, ask the administrator of directed follow-up. The attempt is in the log of that part.',
      link: 'To the start page',
    },
    missing: {
      title: 'There is no such page',
      text: 'It has been removed or moved, or is not part of what you may see. Check the address.',
      link: 'To the start page',
    },
    broken: {
      title: 'Something went wrong',
      text: 'The fault is ours and nothing is half saved. Try again; if it keeps happening, report it with the time of day.',
      link: 'To the start page',
    },
    'database-down': {
      title: 'The database does not answer',
      text: 'Nothing has been saved. This usually passes within a minute: wait a little and try again.',
      link: 'Try again',
    },
    busy: {
      title: 'The nightly match is running',
      text: 'The register is being read and cannot be changed at the same time. Nothing has been saved. Try again in a minute.',
      link: 'To the start page',
    },
    meeting: {
      title: 'Meeting mode is on',
      text: 'Lists and other youths are not shown while the screen is turned to somebody. Turn meeting mode off when you are alone again.',
      link: 'To the start page',
    },
    'already-saved': {
      title: 'The form has already been sent',
      text: 'It was saved the first time, and nothing changed this time. Go back and check that it shows.',
      link: 'Back',
    },
    'too-big': {
      title: 'Too much text',
      text: 'The form is larger than it may be. Nothing has been saved. Go back and shorten it.',
      link: 'Back',
    },
    forged: {
      title: 'The form cannot be read',
      text: 'It contains something that the page does not have. Nothing has been saved. Reload the page and try again.',
      link: 'Back',
    },
    kept: {
      title: 'What you wrote is still here',
      text: 'Your sign-in ran out before the form was sent. Read it through and send it now, or go back without saving.',
      link: 'Back without saving',
    },
    'kept-gone': {
      title: 'The kept form is no longer here',
      text: 'It is shown once, to the person who wrote it, within an hour. Open the page and write it again.',
      link: 'To the start page',
    },
  },
}
