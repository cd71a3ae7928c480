/** The seven points of förordning 2006:39, 8 §, in words: what each is, and what to do when it is missing. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlanPoint, PointHint, PointState } from './points.rules.ts'

const sv = {
  heading: 'Dokumentationens sju punkter',
  law: 'Förordning 2006:39, 8 §. Det som är aktuellt ska stå i dokumentationen.',
  count: (met: number) => `${met} av 7 punkter uppfyllda`,
  points: {
    planning: 'Individuell planering och mål',
    youth: 'Vad ungdomen ansvarar för',
    municipality: 'Vad kommunen ansvarar för',
    other: 'Vad någon annan aktör ansvarar för',
    dates: 'När det börjar och slutar',
    endReasons: 'Varför något upphörde',
    followUp: 'När det följs upp och utvärderas',
  } satisfies Record<PlanPoint, string>,
  states: { met: 'uppfylld', missing: 'saknas', notRelevant: 'inte aktuellt' } satisfies Record<PointState, string>,
  hints: {
    noPlan: 'Skriv en plan.',
    noGoal: 'Skriv målet.',
    goal: 'Målet står i planen.',
    noStep: 'Skriv minst ett steg i kolumnen.',
    steps: 'Steg finns i planen.',
    measures: 'Framgår av åtgärderna.',
    sayNoOther: 'Skriv ett steg för någon annan, eller kryssa i att ingen annan har ansvar.',
    saidNoOther: 'Sagt i planen: ingen annan har ansvar.',
    noEnd: 'Skriv när planen ska vara slut.',
    measureWithoutEnd: 'En åtgärd saknar planerat slut. Skriv det på åtgärden.',
    dates: 'Start och slut är skrivna.',
    nothingEnded: 'Ingenting har avslutats än.',
    reasonMissing: 'En avslutad åtgärd saknar orsak. Skriv den på åtgärden.',
    reasons: 'Orsaken är skriven.',
    noFollowUp: 'Planera en dag för uppföljning.',
    followUpOverdue: 'En dag är planerad men har passerat. Säg hur det gick, eller flytta den.',
    followUp: 'En dag är planerad eller hållen.',
    ended: 'Planen avslutades utan uppföljning.',
  } satisfies Record<PointHint, string>,
}

const en: typeof sv = {
  heading: 'The seven points of documentation',
  law: 'Ordinance 2006:39, section 8. What is relevant must be in the documentation.',
  count: (met) => `${met} of 7 points met`,
  points: {
    planning: 'Individual planning and its goal',
    youth: 'What the youth is responsible for',
    municipality: 'What the municipality is responsible for',
    other: 'What another actor is responsible for',
    dates: 'When it begins and ends',
    endReasons: 'Why something came to an end',
    followUp: 'When it is followed up and evaluated',
  },
  states: { met: 'met', missing: 'missing', notRelevant: 'not relevant' },
  hints: {
    noPlan: 'Write a plan.',
    noGoal: 'Write the goal.',
    goal: 'The goal is in the plan.',
    noStep: 'Write at least one step in the column.',
    steps: 'There are steps in the plan.',
    measures: 'Shown by the measures.',
    sayNoOther: 'Write a step for somebody else, or tick that nobody else is responsible.',
    saidNoOther: 'Said in the plan: nobody else is responsible.',
    noEnd: 'Write when the plan is to end.',
    measureWithoutEnd: 'A measure has no planned end. Write it on the measure.',
    dates: 'Start and end are written.',
    nothingEnded: 'Nothing has ended yet.',
    reasonMissing: 'A measure that has ended has no reason. Write it on the measure.',
    reasons: 'The reason is written.',
    noFollowUp: 'Plan a day for follow-up.',
    followUpOverdue: 'A day is planned but has passed. Say how it went, or move it.',
    followUp: 'A day is planned or held.',
    ended: 'The plan ended without follow-up.',
  },
}

export const pointTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
