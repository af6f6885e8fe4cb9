import { type AddressInfo, type Server, type Socket, connect, createServer } from "node:net";

/** A wire between the browser and the server, that a test can cut. It carries bytes and understands none. */
export class Wire {
  private server: Server;
  private sockets = new Set<Socket>();
  private frozen = false;
  /** Called with what the browser sends, before it goes on; says whether it goes on. */
  private watch: ((sent: string) => boolean) | undefined;

  private constructor(private to: number, private port: number) {
    this.server = this.serve();
  }

  static async to(port: number): Promise<Wire> {
    const wire = new Wire(port, 0);
    await wire.listen();
    wire.port = (wire.server.address() as AddressInfo).port;
    return wire;
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Everything under way is broken off, and nothing connects any more. */
  async cut() {
    await new Promise<void>((done) => {
      this.server.close(() => done());
      this.breakOff();
    });
  }

  /** As before. */
  async mend() {
    this.frozen = false;
    this.watch = undefined;
    if (this.server.listening) return;
    this.server = this.serve();
    await this.listen();
  }

  /** What is sent arrives nowhere, and nobody is told: a wifi out of reach. */
  freeze() {
    this.frozen = true;
  }

  /** The next form is lost on its way: the server never sees it. */
  loseNextPost() {
    this.watch = (sent) => {
      if (!sent.startsWith("POST ")) return true;
      void this.cut();
      return false;
    };
  }

  /** The next form arrives, and its answer is lost: the browser never sees it. */
  loseNextAnswer() {
    this.watch = (sent) => {
      if (sent.startsWith("POST ")) setTimeout(() => void this.cut(), 250).unref();
      // From now on the server hears, and the browser does not.
      this.deaf = sent.startsWith("POST ") || this.deaf;
      return true;
    };
  }

  async close() {
    if (this.server.listening) await this.cut();
  }

  private deaf = false;

  private breakOff() {
    this.deaf = false;
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  private listen() {
    return new Promise<void>((done) => this.server.listen(this.port, "127.0.0.1", done));
  }

  private serve() {
    return createServer((browser) => {
      const server = connect(this.to, "127.0.0.1");
      for (const socket of [browser, server]) {
        this.sockets.add(socket);
        socket.setNoDelay(true);
        // A broken wire is what is being tested.
        socket.on("error", () => undefined);
      }
      browser.on("data", (bytes) => {
        if (this.frozen) return;
        if (this.watch?.(bytes.toString("latin1")) ?? true) server.write(bytes);
      });
      server.on("data", (bytes) => {
        if (!this.frozen && !this.deaf) browser.write(bytes);
      });
      browser.on("close", () => server.destroy());
      server.on("close", () => browser.destroy());
    });
  }
}
