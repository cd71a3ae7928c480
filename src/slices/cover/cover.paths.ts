/** Where the pages of cover are. */
export const teamPaths = {
  team: '/arbetslag',
  add: '/arbetslag/franvaro/ny',
  absence: (id: string): string => `/arbetslag/franvaro/${id}`,
  end: (id: string): string => `/arbetslag/franvaro/${id}/avsluta`,
  summary: (id: string): string => `/arbetslag/franvaro/${id}/sammanfattning`,
} as const
