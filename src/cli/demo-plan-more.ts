/** More of the demo's plans: what colleagues have for today and the days to come. Days are working days from today. */
import type { Story, StoryStep } from './demo-plan.types.ts'

const i = (text: string, due: number | null = null): StoryStep => ({ column: 'youth', text, actor: '', due })
const we = (text: string, due: number | null = null): StoryStep => ({ column: 'municipality', text, actor: '', due })
const other = (actor: string, text: string, due: number | null = null): StoryStep => ({ column: 'other', text, actor, due })

/** Followed up today. */
const today: Story = {
  of: 'leila',
  on: -28,
  goal: 'Jag vill bli säkrare på svenska och läsa klart min kurs.',
  ends: 85,
  steps: [
    i('Gå på språkcaféet på onsdagar'),
    i('Läsa en bok i månaden'),
    we('Ordna en plats i studiegruppen', -20),
    other('Biblioteket', 'Hålla i språkcaféet'),
  ],
  followUps: [0, 30],
  agreed: true,
  acknowledged: true,
  measure: { item: 'languageSupport', from: -22, until: 50 },
  later: [{ on: -19, does: 'ticked', text: 'Ordna en plats i studiegruppen', by: 'staff' }],
}

/** A long time overdue, of a colleague who is away. */
const longLate: Story = {
  of: 'per',
  on: -70,
  goal: 'Jag vill arbeta utomhus och tjäna egna pengar.',
  ends: 30,
  steps: [i('Prova på två arbetsplatser', -40), we('Hitta arbetsplatser som passar', -60), other('Parkgruppen', 'Ta emot två dagar', -40)],
  followUps: [-45, -17],
  agreed: true,
  acknowledged: true,
  later: [
    { on: -58, does: 'ticked', text: 'Hitta arbetsplatser som passar', by: 'staff' },
    { on: -45, does: 'followedUp', outcome: 'changeNeeded', note: 'Det ena stället passade inte. Vill prova något annat.', next: null },
    { on: -44, does: 'revised', acknowledged: true, drops: ['Prova på två arbetsplatser'], adds: [i('Prova på en arbetsplats till', -20)] },
  ],
}

/** Signed on paper. */
const onPaper: Story = {
  of: 'amina',
  on: -16,
  goal: 'Jag vill ha något att gå till varje vecka, och komma i tid.',
  ends: 50,
  steps: [
    i('Ställa klockan på åtta på tisdagar'),
    i('Komma till gruppen på tisdagar'),
    we('Ringa på måndag morgon'),
    we('Hålla i gruppen'),
  ],
  followUps: [5, 25],
  agreed: true,
  acknowledged: false,
  noOther: true,
  measure: { item: 'groupActivity', from: -12, until: 25 },
  later: [{ on: -15, does: 'acknowledgedOnPaper' }],
}

/** Agreed yesterday, with a measure that has yet to begin. */
const fresh: Story = {
  of: 'erik',
  on: -1,
  goal: 'Jag vill veta om restaurang är något för mig.',
  ends: 45,
  steps: [
    i('Prova arbetskläder', 4),
    i('Vara på plats klockan nio första dagen', 6),
    we('Skriva avtal om praktik', 4),
    other('Påhittade krogen', 'Visa köket och ha en handledare', 6),
  ],
  followUps: [20],
  agreed: true,
  acknowledged: true,
  measure: { item: 'practice', from: 6, until: 36, note: 'Tre dagar i veckan till en början.' },
  later: [],
}

/** A first plan ended, and a new one took over. */
const second: Story = {
  of: 'leila',
  on: -120,
  goal: 'Jag vill ta det lugnt i höst och fundera på vad jag vill.',
  ends: -50,
  steps: [i('Komma och prata var tredje vecka'), we('Ringa om vi inte hörs')],
  followUps: [-90, -55],
  agreed: true,
  acknowledged: true,
  noOther: true,
  later: [
    { on: -90, does: 'followedUp', outcome: 'slow', note: 'Tycker om att ta en sak i taget. Vi fortsätter så.', next: null },
    { on: -55, does: 'followedUp', outcome: 'changeNeeded', note: 'Vill börja med något nu.', next: null },
    { on: -55, does: 'ended', reason: 'newPlan', note: '' },
    {
      on: -54,
      does: 'opened',
      goal: 'Jag vill prova att studera igen, lite i taget.',
      ends: 75,
      steps: [
        i('Välja ett ämne att börja med', -45),
        we('Boka möte med studievägledaren', -48),
        other('Lärcentrum', 'Ge en kurs på halvfart', 60),
      ],
      followUps: [9],
    },
    { on: -46, does: 'ticked', text: 'Välja ett ämne att börja med', by: 'staff' },
  ],
}

/** Another actor's, whatever it is: its kind is nowhere. */
const byOthers: Story = {
  of: 'amina',
  on: -33,
  goal: 'Jag vill börja med något nytt efter sommaren. Fram till dess tar jag en sak i taget.',
  ends: 120,
  steps: [
    i('Svara när vi ringer en gång i månaden'),
    we('Ringa första måndagen i månaden'),
    other('Min kontakt', 'Planera veckan tillsammans med mig'),
  ],
  followUps: [17],
  agreed: true,
  acknowledged: true,
  measure: { item: 'otherActor', from: -30, until: 100, responsible: 'other' },
  later: [],
}

export const moreStories: readonly Story[] = [today, longLate, onPaper, fresh, second, byOthers]
