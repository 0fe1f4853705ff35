import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import type { Records } from '../records/index.js';

/** Another instance wrote the document since it was read here. */
export class StaleDocument extends Error {}

/** A lowdb adapter that keeps a document in a row, for instances that share a database. A write on an old version is refused. */
export class DatabaseRow<Data> implements Adapter<Data> {
  readonly #records: Records;
  readonly #name: string;
  readonly #schema: z.ZodType<Data>;
  #version = 0;

  constructor(records: Records, name: string, schema: z.ZodType<Data>) {
    this.#records = records;
    this.#name = name;
    this.#schema = schema;
  }

  async read(): Promise<Data | null> {
    const row = await this.#records.db
      .selectFrom('content_documents')
      .select(['body', 'version'])
      .where('name', '=', this.#name)
      .executeTakeFirst();
    this.#version = row?.version ?? 0;
    return row === undefined ? null : this.#schema.parse(JSON.parse(row.body));
  }

  async write(data: Data): Promise<void> {
    const next = { body: JSON.stringify(data), version: this.#version + 1, updated_at: Date.now() };
    const { db } = this.#records;
    const written =
      this.#version === 0
        ? await db
            .insertInto('content_documents')
            .values({ name: this.#name, ...next })
            .onConflict((conflict) => conflict.column('name').doNothing())
            .executeTakeFirst()
            .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
        : await db
            .updateTable('content_documents')
            .set(next)
            .where('name', '=', this.#name)
            .where('version', '=', this.#version)
            .executeTakeFirst()
            .then(({ numUpdatedRows }) => numUpdatedRows);
    if (written !== 1n)
      throw new StaleDocument(`The document ${this.#name} was changed by another instance.`);
    this.#version += 1;
  }

  /** Whether another instance has written since this one read or wrote. */
  async isStale(): Promise<boolean> {
    const row = await this.#records.db
      .selectFrom('content_documents')
      .select('version')
      .where('name', '=', this.#name)
      .executeTakeFirst();
    return row !== undefined && row.version !== this.#version;
  }
}
