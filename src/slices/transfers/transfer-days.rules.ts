/** How long things last. */
/** Days that an offer about somebody who does not live here by our own register waits for the register, before it goes back as refused. */
export const waitDays = 30
/** Days that what was carried is kept beside the register, to be put where it belongs. */
export const keepDays = 90
