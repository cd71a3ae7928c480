/** For the tests of the network: the fields of a partner as its form sends them. */
export type Fields = Readonly<Record<string, string | readonly string[]>>
export const aPartner: Fields = {
  version: '0',
  kind: 'youthClinic',
  name: 'Mottagningen',
  area: 'Centrum',
  offers: 'Samtal',
  meets: 'Tisdagar 13–16',
  contact: 'Kuratorn',
  phone: '08-465 004 01',
  email: 'kurator@example.se',
  endedOn: '',
}
