import type { Storage, StoreItems } from 'botbuilder';

/**
 * Bot Framework storage that lives for one turn: it starts with the conversation's stored memory and hands back what the
 * dialogs left. Nothing is written here; the turn's transaction does that, with a check that no other turn came between.
 */
export class SingleTurnStorage implements Storage {
  #items: StoreItems;

  constructor(serialised: string | undefined) {
    this.#items = serialised === undefined ? {} : parseItems(serialised);
  }

  async read(keys: string[]): Promise<StoreItems> {
    return Object.fromEntries(keys.filter((key) => key in this.#items).map((key) => [key, this.#items[key]]));
  }

  async write(changes: StoreItems): Promise<void> {
    this.#items = { ...this.#items, ...changes };
  }

  async delete(keys: string[]): Promise<void> {
    this.#items = Object.fromEntries(Object.entries(this.#items).filter(([key]) => !keys.includes(key)));
  }

  serialise(): string {
    return JSON.stringify(this.#items);
  }
}

function parseItems(serialised: string): StoreItems {
  const items: unknown = JSON.parse(serialised);
  if (typeof items !== 'object' || items === null)
    throw new Error("A conversation's memory isn't an object.");
  return { ...items };
}
