/** The demo's plans, as a counsellor and a youth would write them: short, kind, and nothing that is nobody's business. Days are working days from today. */
import type { Story, StoryStep } from './demo-plan.types.ts'

const i = (text: string, due: number | null = null): StoryStep => ({ column: 'youth', text, actor: '', due })
const we = (text: string, due: number | null = null): StoryStep => ({ column: 'municipality', text, actor: '', due })
const other = (actor: string, text: string, due: number | null = null): StoryStep => ({ column: 'other', text, actor, due })

/** A youth who has come far: written together, followed up twice, changed once, ticked by the youth. */
const backToSchool: Story = {
  of: 'amina',
  on: -62,
  goal: 'Jag vill börja på ett nytt program i januari. Jag vill läsa något med bilar.',
  ends: 60,
  steps: [
    i('Titta på två skolor på nätet', -50),
    i('Gå på öppet hus', -20),
    we('Boka tid hos studievägledaren', -55),
    we('Följa med till skolan första gången', 30),
    other('Påhittade gymnasiet', 'Visa runt i verkstaden', -15),
  ],
  followUps: [-42, -12, 0],
  agreed: true,
  acknowledged: true,
  measure: { item: 'guidance', from: -55, until: 25, note: 'Var tredje vecka, på ungdomens förslag.' },
  later: [
    { on: -52, does: 'ticked', text: 'Titta på två skolor på nätet', by: 'staff' },
    {
      on: -42,
      does: 'followedUp',
      outcome: 'onTrack',
      note: 'Har valt ut två skolor. Vill se verkstaden innan hen bestämmer sig.',
      next: null,
    },
    {
      on: -41,
      does: 'revised',
      acknowledged: true,
      goal: 'Jag vill börja på fordonsprogrammet i januari.',
      reworded: [['Gå på öppet hus', 'Gå på öppet hus i Österpåhitt']],
      adds: [we('Skriva ansökan tillsammans', -8)],
    },
    { on: -18, does: 'ticked', text: 'Gå på öppet hus i Österpåhitt', by: 'staff' },
    { on: -14, does: 'ticked', text: 'Visa runt i verkstaden', by: 'staff' },
    { on: -12, does: 'followedUp', outcome: 'onTrack', note: 'Ansökan är skickad. Nu väntar vi på svar.', next: null },
    { on: -9, does: 'ticked', text: 'Skriva ansökan tillsammans', by: 'staff' },
  ],
}

/** Acknowledged on the own page; the youth has ticked and added. */
const byLink: Story = {
  of: 'erik',
  on: -20,
  goal: 'Jag vill hitta ett jobb som jag trivs med, och börja arbeta efter jul.',
  ends: 70,
  steps: [
    i('Skriva mitt cv', -14),
    i('Gå till praktiken i tid varje dag'),
    we('Läsa igenom cv:t', -12),
    we('Ringa arbetsplatsen varje fredag'),
    other('Låtsasbagarn i Lövsta', 'Lära ut hur man bakar bröd'),
  ],
  followUps: [-8, 7],
  agreed: true,
  acknowledged: false,
  measure: { item: 'practice', from: -13, until: 20, note: 'Fyra dagar i veckan.' },
  later: [
    { on: -19, does: 'linked', opened: true },
    { on: -19, does: 'acknowledgedByLink' },
    { on: -15, does: 'ticked', text: 'Skriva mitt cv', by: 'youth' },
    { on: -12, does: 'ticked', text: 'Läsa igenom cv:t', by: 'staff' },
    { on: -8, does: 'followedUp', outcome: 'onTrack', note: 'Praktiken går bra. Vill gärna ha fler timmar.', next: null },
    { on: -6, does: 'added', text: 'Fråga om jag får jobba extra på lördagar' },
    { on: -3, does: 'ticked', text: 'Fråga om jag får jobba extra på lördagar', by: 'youth' },
  ],
}

/** Written anew since the youth said yes: the later version is not acknowledged yet. */
const changedSince: Story = {
  of: 'leila',
  on: -45,
  goal: 'Jag vill läsa färdigt matte och engelska.',
  ends: 90,
  steps: [
    i('Söka en kurs på kvällstid', -30),
    i('Plugga hemma en timme i veckan'),
    we('Hjälpa till med ansökan', -30),
    other('Lärcentrum', 'Ge ett prov som visar vad jag kan', -25),
  ],
  followUps: [-22, 11],
  agreed: true,
  acknowledged: true,
  measure: { item: 'adultCourse', from: -28, until: 45 },
  later: [
    { on: -31, does: 'ticked', text: 'Söka en kurs på kvällstid', by: 'staff' },
    { on: -31, does: 'ticked', text: 'Hjälpa till med ansökan', by: 'staff' },
    { on: -25, does: 'ticked', text: 'Ge ett prov som visar vad jag kan', by: 'staff' },
    { on: -22, does: 'followedUp', outcome: 'slow', note: 'Kursen är svårare än hen trodde. Vill ha hjälp en gång i veckan.', next: null },
    {
      on: -4,
      does: 'revised',
      acknowledged: false,
      goal: 'Jag vill läsa färdigt matte nu, och engelska till våren.',
      reworded: [['Plugga hemma en timme i veckan', 'Plugga i biblioteket på torsdagar']],
      adds: [we('Ordna läxhjälp en gång i veckan', 5)],
    },
  ],
}

/** The one to try the youth's own page with: the link leaves as the demo is shown. */
const openLink: Story = {
  of: 'amina',
  on: -7,
  goal: 'Jag vill prova olika yrken innan jag väljer skola.',
  ends: 80,
  steps: [
    i('Välja tre yrken som jag är nyfiken på', 3),
    i('Komma på studiebesöket', 12),
    we('Boka studiebesök på två arbetsplatser', 6),
    we('Skicka ett sms dagen före', 11),
  ],
  followUps: [14],
  agreed: true,
  acknowledged: false,
  noOther: true,
  measure: { item: 'motivationalTalk', from: -6, until: 40 },
  later: [
    { on: -5, does: 'ticked', text: 'Boka studiebesök på två arbetsplatser', by: 'staff' },
    { on: 0, does: 'linked', opened: false },
  ],
}

/** A draft that is not agreed on. */
const draft: Story = {
  of: 'erik',
  on: -2,
  goal: 'Jag vill komma igång igen och ha något att gå till på dagarna.',
  ends: null,
  steps: [i('Berätta vilka dagar som passar bäst', 3), we('Ringa gruppen på fritidsgården', 2)],
  followUps: [8],
  agreed: false,
  acknowledged: false,
  later: [],
}

/** Its follow-up is overdue. */
const late: Story = {
  of: 'leila',
  on: -40,
  goal: 'Jag vill ha ett sommarjobb och sedan börja skolan i augusti.',
  ends: 100,
  steps: [
    i('Fundera på vad jag är bra på', -30),
    i('Söka tre jobb', -6),
    we('Visa hur man söker jobb på nätet', -28),
    we('Öva på en intervju', -8),
  ],
  followUps: [-6],
  agreed: true,
  acknowledged: true,
  noOther: true,
  measure: { item: 'motivationalTalk', from: -36, until: 12 },
  later: [
    { on: -30, does: 'ticked', text: 'Fundera på vad jag är bra på', by: 'staff' },
    { on: -27, does: 'ticked', text: 'Visa hur man söker jobb på nätet', by: 'staff' },
  ],
}

/** Moved once, since the youth could not come. */
const movedOnce: Story = {
  of: 'amina',
  on: -38,
  goal: 'Jag vill gå klart gymnasiet i min egen takt.',
  ends: 110,
  steps: [
    i('Ringa skolan och fråga hur jag kan börja', -26),
    we('Vara med på mötet med skolan', -20),
    other('Påhittade gymnasiet', 'Göra ett schema med tre ämnen', 10),
  ],
  followUps: [-4],
  agreed: true,
  acknowledged: true,
  measure: { item: 'flexibleStart', from: -18, until: 70 },
  later: [
    { on: -27, does: 'ticked', text: 'Ringa skolan och fråga hur jag kan börja', by: 'staff' },
    { on: -20, does: 'ticked', text: 'Vara med på mötet med skolan', by: 'staff' },
    { on: -4, does: 'postponed', to: 4, reason: 'youthCancelled', note: 'Ringde själv och frågade om vi kan ses nästa vecka.' },
  ],
}

/** Moved twice: nobody has heard from the youth. */
const movedTwice: Story = {
  of: 'per',
  on: -50,
  goal: 'Jag vill ta truckkort och söka jobb på lager.',
  ends: 40,
  steps: [i('Ta reda på när kursen börjar', -40), we('Anmäla till kursen', -35), other('Lärcentrum', 'Hålla kursen', 5)],
  followUps: [-20],
  agreed: true,
  acknowledged: true,
  later: [
    { on: -20, does: 'postponed', to: -8, reason: 'youthNotReached', note: 'Inget svar i telefonen. Nytt försök om två veckor.' },
    { on: -8, does: 'postponed', to: 3, reason: 'youthNotReached', note: '' },
  ],
}

/** Ended: the goal was reached. */
const reached: Story = {
  of: 'erik',
  on: -110,
  goal: 'Jag vill börja på folkhögskola i höst.',
  ends: -20,
  steps: [
    i('Besöka skolan', -100),
    i('Skriva ett personligt brev', -92),
    we('Läsa brevet och ge råd', -88),
    other('Påhittade folkhögskolan', 'Ta emot på en provdag', -95),
  ],
  followUps: [-85, -60],
  agreed: true,
  acknowledged: true,
  measure: { item: 'guidance', from: -105, until: -62, ended: { on: -62, reason: 'studies', after: 'studies' } },
  later: [
    { on: -100, does: 'ticked', text: 'Besöka skolan', by: 'staff' },
    { on: -94, does: 'ticked', text: 'Ta emot på en provdag', by: 'staff' },
    { on: -91, does: 'ticked', text: 'Skriva ett personligt brev', by: 'staff' },
    { on: -87, does: 'ticked', text: 'Läsa brevet och ge råd', by: 'staff' },
    { on: -85, does: 'followedUp', outcome: 'onTrack', note: 'Ansökan är inne.', next: null },
    { on: -60, does: 'followedUp', outcome: 'reached', note: 'Antagen, och har börjat.', next: null },
    { on: -60, does: 'ended', reason: 'inEducation', note: 'Vi hörs igen om något ändras.' },
  ],
}

export const firstStories: readonly Story[] = [openLink, backToSchool, byLink, changedSince, draft, late, movedOnce, movedTwice, reached]
