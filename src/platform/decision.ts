/** A refusal is a value with a name, not an exception (house rule 4). */
export type Decision<Value, Reason extends string> =
  | { readonly granted: true; readonly value: Value }
  | { readonly granted: false; readonly reason: Reason }

export const grant = <Value>(value: Value): { granted: true; value: Value } => ({ granted: true, value })
export const refuse = <Reason extends string>(reason: Reason): { granted: false; reason: Reason } => ({ granted: false, reason })
