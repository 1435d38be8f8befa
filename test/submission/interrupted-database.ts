import { Database, type Transaction } from "../../src/database/database";

/** A statement by what it contains, the first such of a transaction or a later one. */
export type Moment = readonly [text: string, times: number];

/** Does something else right after a statement. */
export class InterruptedDatabase extends Database {
  private times = 0;

  constructor(
    url: string,
    private readonly moment: Moment,
    private readonly meanwhile: () => Promise<void>,
  ) {
    super(url);
  }

  override transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return super.transaction((transaction) =>
      work({
        query: async (statement) => {
          const rows = await transaction.query(statement);
          await this.interrupt(statement.text);
          return rows;
        },
        execute: async (statement) => {
          const count = await transaction.execute(statement);
          await this.interrupt(statement.text);
          return count;
        },
      }),
    );
  }

  private async interrupt(text: string): Promise<void> {
    const [awaited, times] = this.moment;
    if (!text.includes(awaited)) return;
    this.times += 1;
    if (this.times === times) await this.meanwhile();
  }
}
