export { signIn } from './access.actions.ts'
export { roleTexts } from './access.texts.ts'
export { problemText } from './problem.texts.ts'
export { data, file, goTo, missing, page, signInAgain, typedValue, withPass } from './answers.ts'
export { limitBodies, newPages, type Pages } from './pages.routes.tsx'
export type { SealedDoor, WholePlace } from './sealed.ts'
export type { Web } from './serve.routes.tsx'
export type {
  Answer,
  ApiAnswer,
  ApiVisit,
  DeclaredRoute,
  FieldProblem,
  OpenAnswer,
  OpenVisit,
  PersonCard,
  Typed,
  Visit,
} from './pages.ts'
export { listNamesWith, registerStaff } from './session.store.ts'
export { shippedLimits } from './session.rules.ts'
export type { MenuItem } from './visit.ts'
export { addKeptPage, addSessionPages, addSignIn } from './sign-in.routes.tsx'
