export { explain, type Explanation } from './explain.rules.ts'
export { responsibilityPeriods } from './periods.rules.ts'
export { noticeSource, withNoticeEnds } from './notice-ends.rules.ts'
export { otherFormSpans } from './other-form.rules.ts'
export { followedStudies, studyLeftFor, type FollowedStudy } from './followed.rules.ts'
export { completingTypes, educationRow, isQualifyingKind, shippedEducations, studiesAbroad } from './education.rules.ts'
export type * from './law.types.ts'
export { describeExplanation, lineText, reasonText, ruleText } from './law.texts.ts'
export {
  credentialText,
  municipalityText,
  noFactText,
  plainFact,
  plainOrigin,
  schoolTypeText,
  studiesText,
  type Told,
} from './law-page.texts.ts'
export { residencesOf } from './residence.rules.ts'
export { never } from './span.rules.ts'
export { schoolingEndsOn } from './frame.rules.ts'
