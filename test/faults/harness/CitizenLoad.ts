import { setTimeout as sleep } from 'node:timers/promises';
import { consent, leadSteps, question, smalltalk, StubbornCitizen } from '../StubbornCitizen.js';
import { Random } from './Random.js';

export const refusal = 'Không đồng ý';

export type LoadOptions = Readonly<{
  seed: number;
  citizens: number;
  /** Addresses of the instances that seem to be up. */
  bases: () => readonly string[];
  /** The share of deliveries that come twice at the same moment, to different instances where there are several. */
  repeatShare: number;
}>;

/** One conversation as its citizen knows it. */
export type Talk = {
  readonly citizen: StubbornCitizen;
  /** What the citizen said to the question for consent; undefined when it did not come to that. */
  decision: 'agreed' | 'refused' | undefined;
  /** What was not as it must be while they talked. */
  readonly complaints: string[];
};

/** Citizens who talk, each one conversation after the other, until they are told that it is enough. */
export class CitizenLoad {
  readonly talks: Talk[] = [];
  readonly #options: LoadOptions;
  readonly #citizens: Promise<readonly void[]>;
  #over = false;

  constructor(options: LoadOptions) {
    this.#options = options;
    this.#citizens = Promise.all(Array.from({ length: options.citizens }, (_, index) => this.#live(index)));
    // Awaited at the end; until then a failure waits there.
    this.#citizens.catch(() => undefined);
  }

  /** Messages acknowledged so far. */
  get acknowledged(): number {
    return this.talks.reduce((total, { citizen }) => total + citizen.acknowledged.length, 0);
  }

  /** Lets everybody come to the end of their sentence. @throws when somebody could not even begin. */
  async end(): Promise<void> {
    this.#over = true;
    await this.#citizens;
  }

  async #live(index: number): Promise<void> {
    const random = new Random(this.#options.seed * 1_000 + index);
    // Not all at the same moment: some are at the end of a conversation when others begin.
    await sleep(random.between(0, 500));
    const { bases } = this.#options;
    while (!this.#over) {
      const citizen = await StubbornCitizen.arrive(() => random.pick(bases()), index);
      const talk: Talk = { citizen, decision: undefined, complaints: [] };
      this.talks.push(talk);
      // Where the service knows nothing of them any more, that counts, and they begin again.
      await this.#talk(talk, random).catch((error: unknown) => talk.complaints.push(String(error)));
    }
  }

  async #talk(talk: Talk, random: Random): Promise<void> {
    const { citizen } = talk;
    const expectAnswer = async (text: string, expects: string): Promise<void> => {
      const asked = (await citizen.hear(await this.#deliver(citizen, text, random))).at(-1);
      const found = asked?.channelData?.expects;
      if (found !== expects)
        talk.complaints.push(`after "${text}" the bot asked for ${found}, not ${expects}`);
    };

    await this.#chat(citizen, random, random.between(0, 2), [smalltalk]);
    for (const [text, expects] of leadSteps) {
      if (this.#over) return;
      await expectAnswer(text, expects);
    }
    if (this.#over) return;
    const chosen = random.chance(0.75) ? 'agreed' : 'refused';
    // Decided from the first try on: whether it arrived is what has to be found out.
    talk.decision = chosen;
    const replies = await citizen.hear(
      await this.#deliver(citizen, chosen === 'agreed' ? consent : refusal, random),
    );
    const confirmed = replies.some(({ channelData }) => channelData?.lead !== undefined);
    if (confirmed !== (chosen === 'agreed')) talk.complaints.push(`${chosen}, but confirmed is ${confirmed}`);
    await this.#chat(citizen, random, random.between(2, 8), [smalltalk, smalltalk, question]);
  }

  /** Several messages without waiting for the answers in between. */
  async #chat(
    citizen: StubbornCitizen,
    random: Random,
    messages: number,
    texts: readonly string[],
  ): Promise<void> {
    let last: string | undefined;
    for (let said = 0; said < messages && !this.#over; said += 1) {
      last = await this.#deliver(citizen, random.pick(texts), random);
    }
    if (last !== undefined) await citizen.hear(last);
  }

  async #deliver(citizen: StubbornCitizen, text: string, random: Random): Promise<string> {
    const { bases, repeatShare } = this.#options;
    if (!random.chance(repeatShare)) return citizen.deliver(text);
    const [first = citizen.base(), second = first] = bases();
    return citizen.deliverRepeatedly(text, [first, second]);
  }
}
