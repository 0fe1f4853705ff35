/** Names of what the device keeps for the citizens' pages. The shell's name goes on with language and release. */
export const cacheNames = { shell: 'an-sinh-shell-', estimates: 'an-sinh-estimates' } as const;
