/** Wording of assigning youths, and of how it went for each. */
import type { Lang } from '../../kernel/lang.ts'
import type { AssignOutcome } from './assignment.types.ts'

const sv = {
  heading: 'Tilldela markerade',
  to: 'Tilldela till',
  me: 'Mig själv',
  nobody: 'Ingen ansvarig',
  unit: (name: string) => `Enheten ${name}`,
  assign: 'Tilldela',
  title: 'Tilldelning',
  none: 'Inga ungdomar var markerade. Gå tillbaka och markera rader i listan.',
  choose: 'Välj vem ungdomarna ska tilldelas.',
  summary: (done: number, all: number) =>
    done === all ? `Klart: ${done} av ${all}.` : `${done} av ${all} tilldelades. Se varför för resten.`,
  back: 'Tillbaka till listan',
  youth: 'Ungdom',
  result: 'Resultat',
  now: 'Nu hos',
  nobodyNow: 'ingen',
  outcomes: {
    done: 'tilldelad',
    same: 'redan där',
    'somebody-else-first': 'någon hann före, ändrades inte',
    'not-in-your-list': 'finns inte längre i din lista',
    'outside-own-unit': 'du kan bara tilldela inom din egen enhet',
    'not-active': 'kollegan eller enheten är inte längre i bruk',
    'no-right-to-protected': 'skyddad: kollegan saknar rätt att se skyddade ungdomar',
  } satisfies Record<AssignOutcome, string>,
  stale: 'Listan du såg var äldre än det som gäller nu. Kontrollera vem som har ungdomen och tilldela igen om det behövs.',
}

type Texts = typeof sv

const en: Texts = {
  heading: 'Assign selected',
  to: 'Assign to',
  me: 'Me',
  nobody: 'Nobody',
  unit: (name) => `Unit ${name}`,
  assign: 'Assign',
  title: 'Assignment',
  none: 'No youths were selected. Go back and select rows in the list.',
  choose: 'Choose whom to assign the youths to.',
  summary: (done, all) => (done === all ? `Done: ${done} of ${all}.` : `${done} of ${all} were assigned. See why for the rest.`),
  back: 'Back to the list',
  youth: 'Youth',
  result: 'Result',
  now: 'Now with',
  nobodyNow: 'nobody',
  outcomes: {
    done: 'assigned',
    same: 'already there',
    'somebody-else-first': 'somebody was first, not changed',
    'not-in-your-list': 'no longer in your list',
    'outside-own-unit': 'you can only assign within your own unit',
    'not-active': 'the colleague or unit is no longer active',
    'no-right-to-protected': 'protected: the colleague may not see protected youths',
  },
  stale: 'The list you saw was older than what is now. Check who has the youth and assign again if needed.',
}

/** The words of assigning. */
export const assignTexts: Readonly<Record<Lang, Texts>> = { sv, en }
