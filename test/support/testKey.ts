/** The master key of the tests that seal without a whole service. */
export const testKey = Buffer.alloc(32, 7);
