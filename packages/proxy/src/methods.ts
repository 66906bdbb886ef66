/** The methods with which PostHog is spoken to. */
export const METHODS: readonly string[] = ["GET", "HEAD", "POST", "OPTIONS"];
