import { bystanders, databaseNow, type PairAddress } from "./audited-pair";
import type { Random } from "./random";
import { type BaseWorld } from "./worlds/base-world";
import { connectTo, copyDatabase, withDatabase, writeDifference } from "./worlds/database-copy";
import { organisationOf } from "./worlds/holder";
import { secondWorld } from "./worlds/second-world";

/** How much the second world of an organisation differs. */
const mutationsOfWorld = 400;

/** Makes the databases of an audit, one after the other, each when it is first needed. */
export class PairMaker {
  private readonly made = new Map<string, Promise<string>>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly server: string,
    private readonly base: BaseWorld,
    private readonly random: Random,
  ) {}

  /** The worlds of an organisation; `live` ones belong to this call, others are only read. */
  async pair(code: string, live: boolean): Promise<PairAddress> {
    const use = live ? "live" : "read";
    const one = await this.copy(live ? `one_${code}_live` : "one");
    const two = await this.once(`two_${code}_${use}`, (name) => this.second(code, name));
    return { code, one, two, live };
  }

  /** A database like the base under this name. */
  async copy(name: string): Promise<string> {
    return this.once(name, (database) => this.copied(database));
  }

  /** Everything that was made, to be dropped. */
  async drop(): Promise<void> {
    await this.last;
    for (const name of [...this.made.keys(), ""])
      await this.base.connection.query(`DROP DATABASE IF EXISTS \`${this.databaseOf(name)}\``);
  }

  private once(name: string, make: (database: string) => Promise<string>): Promise<string> {
    let made = this.made.get(name);
    if (!made) {
      // One connection, so one after the other.
      made = this.last.then(() => make(this.databaseOf(name)));
      this.last = made.catch(() => undefined);
      this.made.set(name, made);
    }
    return made;
  }

  private databaseOf(name: string): string {
    const { database } = this.base;
    return name === "" ? database : `${database}_${name.replaceAll("-", "_").toLowerCase()}`;
  }

  private async copied(database: string): Promise<string> {
    const { connection, catalogue } = this.base;
    await copyDatabase(connection, catalogue, this.base.database, database);
    return withDatabase(this.server, database);
  }

  private async second(code: string, database: string): Promise<string> {
    const { world, catalogue } = this.base;
    const { holder } = organisationOf(world, code, databaseNow);
    const second = secondWorld(world, holder, catalogue, {
      mutations: mutationsOfWorld,
      random: this.random.fork(`world of ${code}`),
      callers: new Set([code, ...bystanders]),
    });
    const url = await this.copied(database);
    const connection = await connectTo(url);
    try {
      await writeDifference(connection, catalogue, world, second.world);
    } finally {
      await connection.end();
    }
    return url;
  }
}
