/** The secrets that messages leave with, by the slice whose message it is. */
import type { SecretsOf } from '../slices/messaging/index.ts'
import { ownPlanSecrets } from '../slices/ownplan/index.ts'
import { referralSecrets } from '../slices/referrals/index.ts'

/** Made for this sending alone, and kept nowhere. */
export const messageSecrets: SecretsOf = (tx, message, around) =>
  message.templateKey.startsWith('referral') ? referralSecrets(tx, message, around) : ownPlanSecrets(tx, message, around)
