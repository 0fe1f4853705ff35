/** Crops a year where nobody told otherwise; a convention of the chat, told with every amount that rests on it. */
export const usualHarvests = 2;
