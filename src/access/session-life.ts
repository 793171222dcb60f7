const hour = 60 * 60 * 1000

/**
 * How long a session lasts, in milliseconds: a working day after its last use, and a month at most, so
 * that a browser that is left somewhere does not stay signed in.
 */
export const sessionLife = { unused: 12 * hour, longest: 30 * 24 * hour } as const
