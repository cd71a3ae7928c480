/**
 * The everyday words that one looks for, and the one value that each sends. Several words send the same value: what tells them apart stays in the
 * browser. The words themselves are in the texts.
 */
import type { CodingEvent } from './coding.types.ts'

/** Under each heading its words, each with the event that it sends. */
export const labelGroups = [
  {
    heading: 'work',
    labels: { workFound: 'workFound', workMunicipal: 'workMunicipal', workAbroad: 'workAbroad' },
  },
  {
    heading: 'studies',
    labels: {
      komvux: 'otherStudies',
      folkHighSchool: 'otherStudies',
      vocationalCourse: 'otherStudies',
      swedish: 'otherStudies',
      studiesAbroad: 'studiesAbroad',
    },
  },
  { heading: 'abroad', labels: { auPair: 'abroad', volunteer: 'abroad', travels: 'abroad', livesAbroad: 'abroad' } },
  {
    heading: 'otherActor',
    labels: {
      otherActor: 'otherActor',
      probation: 'otherActor',
      placed: 'otherActor',
      habilitation: 'otherActor',
      psychiatry: 'otherActor',
      employmentService: 'otherActor',
      socialInsurance: 'otherActor',
      coordinationBody: 'otherActor',
      placedElsewhere: 'otherActor',
      cannotTakePart: 'otherActor',
    },
  },
  { heading: 'else', labels: { militaryService: 'militaryService', parentalLeave: 'parentalLeave', other: 'other' } },
  {
    heading: 'contact',
    labels: {
      declines: 'declines',
      singleTalk: 'singleTalk',
      seeksWork: 'nothing',
      nothing: 'nothing',
      unknown: 'unknown',
    },
  },
] as const satisfies readonly { readonly heading: string; readonly labels: Readonly<Record<string, CodingEvent>> }[]

export type LabelHeading = (typeof labelGroups)[number]['heading']
type LabelsOf<Group> = Group extends { readonly labels: infer Labels } ? keyof Labels : never
export type LabelKey = LabelsOf<(typeof labelGroups)[number]>

/** One word to choose. */
export type Label = { readonly key: LabelKey; readonly event: CodingEvent }

/** The words under a heading, in order. */
export const labelsUnder = (heading: LabelHeading): readonly Label[] =>
  labelGroups
    .filter((group) => group.heading === heading)
    .flatMap(({ labels }) => Object.entries(labels).map(([key, event]) => ({ key: key as LabelKey, event })))
