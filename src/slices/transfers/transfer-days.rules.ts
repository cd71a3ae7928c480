/** How long things last. */
/** Days that an offer waits for an answer, before it is over by itself. The receiver's register may be late: feeds catch up. */
export const waitDays = 30
/** Days without an answer after which the one who offers is reminded of it. */
export const silentDays = 14
/** Days that what was carried is kept beside the register, to be put where it belongs. */
export const keepDays = 90
