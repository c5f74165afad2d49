import postgres from 'postgres';

/** The connection is gone, and with it the transaction. */
class ConnectionLost extends Error {
  override name = 'ConnectionLost';
  readonly code = 'CONNECTION_LOST';
  constructor() {
    super('the connection to the database was lost');
  }
}

/** What came of a query, in the shapes that Drizzle asks the driver for. */
export type Sent = postgres.PendingQuery<postgres.Row[]>;

/** What a connection can be asked, and what stands for many of them. */
export type Send = (text: string, parameters?: Parameters<postgres.Sql['unsafe']>[1]) => Sent;

/** Seconds in which a connection opens, or nobody is there. */
const opensInSeconds = 3;

/** PostgreSQL's own text of what Drizzle reads and writes itself: moments, dates, spans, and JSON. */
const textTypes = [1184, 1082, 1083, 1114, 1182, 1185, 1115, 1231];
const jsonTypes = [114, 3802];

/** Called with all that is sent, for tests and benches. */
export const watching: {
  statement: ((text: string, parameters: readonly unknown[]) => void) | null;
} = {
  statement: null,
};

export interface ConnectionOptions {
  url: string;
  /** Whether each query waits for the one before it, as a transaction pooler needs. */
  oneByOne: boolean;
  /** Whether PostgreSQL keeps the plan of each text. */
  prepares: boolean;
  onLost: (connection: Connection) => void;
}

/**
 * One connection to PostgreSQL, for one user at a time. It is opened once and never again: what the
 * driver would send after it has connected anew belongs to a transaction that is no more. A query that
 * is under way when it is lost, or that comes later, fails with {@link ConnectionLost}.
 */
export class Connection {
  readonly openedAtMs = performance.now();
  #client: postgres.Sql;
  #reserved: postgres.ReservedSql | null = null;
  #underWay = new Set<Sent>();
  #isLost = false;
  #patienceMs = opensInSeconds * 1000;
  #watchdog: NodeJS.Timeout | undefined;

  private constructor(private readonly options: ConnectionOptions) {
    const client = postgres(options.url, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: opensInSeconds,
      prepare: options.prepares,
      ...(options.oneByOne && { max_pipeline: 0 }),
      connection: { application_name: 'baobab', TimeZone: 'UTC' },
      onnotice: () => {},
      onclose: () => this.#lose(),
    });
    for (const type of textTypes) client.options.parsers[type] = asText;
    for (const type of [...textTypes, ...jsonTypes]) client.options.serializers[type] = asText;
    this.#client = client;
  }

  /**
   * @returns also whether somebody stands between: the number that PostgreSQL's process has is not the
   *   one that the connection was given when it was opened
   * @throws the driver's error when nobody answers
   */
  static async open(
    options: ConnectionOptions,
  ): Promise<{ connection: Connection; isPooled: boolean }> {
    const connection = new Connection(options);
    // A server that is starting, or has no connection left, refuses, and the driver may try on and on.
    connection.#watch();
    try {
      const asked = connection.#client.unsafe<{ pid: number }[]>('select pg_backend_pid() as pid');
      const [row] = await asked;
      const { pid } = (asked as unknown as { state: { pid: number } }).state;
      connection.#reserved = await connection.#client.reserve();
      clearTimeout(connection.#watchdog);
      return { connection, isPooled: row?.pid !== pid };
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /** Sends a query at once; those before it need not be answered. */
  readonly send: Send = (text, parameters = []) => {
    if (this.#isLost || this.#reserved === null) throw new ConnectionLost();
    watching.statement?.(text, parameters);
    const given = parameters.map(withoutNul);
    // Drizzle says that nothing is to be prepared: PostgreSQL would parse and plan each query anew.
    const prepare = this.options.prepares;
    const sent: Sent = this.#reserved.unsafe<postgres.Row[]>(text, given, { prepare });
    if (this.#underWay.size === 0) this.#watch();
    this.#underWay.add(sent);
    const over = () => {
      this.#underWay.delete(sent);
      clearTimeout(this.#watchdog);
      if (this.#underWay.size > 0) this.#watch();
    };
    sent.then(over, over);
    return sent;
  };

  /**
   * Takes the connection for lost when a statement is not answered in so many milliseconds: PostgreSQL
   * would have ended it, so the network between is gone, or the server hangs.
   */
  expectAnswersWithin(ms: number): void {
    this.#patienceMs = ms;
  }

  #watch(): void {
    this.#watchdog = setTimeout(() => this.close(), this.#patienceMs);
  }

  close(): void {
    this.#lose();
    // At once: whatever it was doing is rolled back by PostgreSQL.
    void this.#client.end({ timeout: 0 }).catch(() => {});
  }

  #lose(): void {
    clearTimeout(this.#watchdog);
    if (this.#isLost) return;
    this.#isLost = true;
    for (const sent of this.#underWay) {
      // The driver forgets those that wait behind others.
      (sent as unknown as { reject: (error: Error) => void }).reject(new ConnectionLost());
    }
    this.options.onLost(this);
  }
}

/**
 * PostgreSQL's text has no NUL, and refuses the whole statement for one; an address or a request may hold
 * it anywhere. It becomes what stands for a character that cannot be shown, which finds nothing.
 */
function withoutNul<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutNul) as Value;
  return typeof value === 'string' ? (value.replaceAll('\0', '\uFFFD') as Value) : value;
}

function asText(value: unknown) {
  return value;
}
