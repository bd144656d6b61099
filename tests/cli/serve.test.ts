import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SiteServer, serveSite } from "../../src/cli/serve.js";

let work: string;
let server: SiteServer;
let port: number;

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A plain request: fetch would tidy `..` out of the path and set the Host itself. */
const get = (path: string, { host = "", method = "GET", at = port } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { host: host === "" ? `127.0.0.1:${at}` : host };
    request({ host: "127.0.0.1", port: at, path, method, headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      );
    })
      .on("error", reject)
      .end();
  });

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), "jumpline-serve-"));
  const site = join(work, "dist");
  mkdirSync(join(site, "paper"), { recursive: true });
  writeFileSync(join(work, "secret.txt"), "secret");
  mkdirSync(join(work, "dist-other"));
  writeFileSync(join(work, "dist-other", "x.txt"), "secret");
  writeFileSync(join(site, "index.html"), "<html><body><p>front</p></body></html>");
  writeFileSync(join(site, "paper/index.html"), "<html><body>paper</body></html>");
  writeFileSync(join(site, "404.html"), "<html><body>not here</body></html>");
  writeFileSync(join(site, "site.css"), "p{}");
  writeFileSync(join(site, ".hidden"), "secret");
  symlinkSync(join(work, "secret.txt"), join(site, "link.txt"));
  symlinkSync(work, join(site, "up"));
  server = await serveSite({ folder: site, port: 0, basePath: "/" });
  port = Number(new URL(server.url).port);
});
afterAll(async () => {
  await server.close();
  rmSync(work, { recursive: true, force: true });
});

describe("what is served", () => {
  it("serves pages with the reload script, and files as they are", async () => {
    const front = await get("/");
    expect(front.status).toBe(200);
    expect(front.body).toContain("<p>front</p>");
    expect(front.body).toMatch(/<script src="\/\.jumpline\/reload\.js" defer><\/script><\/body>/);
    expect(await get("/site.css")).toMatchObject({ status: 200, body: "p{}" });
    expect((await get("/paper/")).body).toContain("paper");
    expect(await get("/paper")).toMatchObject({ status: 301, headers: { location: "/paper/" } });
    expect((await get("/", { method: "HEAD" })).body).toBe("");
  });

  it("answers what is missing with the site's own 404 page", async () => {
    const answer = await get("/nowhere.html");
    expect(answer.status).toBe(404);
    expect(answer.body).toContain("not here");
  });

  it.each([
    "/../secret.txt",
    "/paper/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e%5csecret.txt",
    "/../dist-other/x.txt",
    "/.hidden",
    "/link.txt",
    "/up/secret.txt",
    "/up/dist-other/x.txt",
    "/%00",
    "/%zz",
    "//example.org/..",
  ])("does not give %s", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain("secret");
  });

  it.each(["evil.example", "evil.example:80", "localhost", "127.0.0.1.evil.example"])(
    "does not answer to %s",
    async (host) => {
      expect((await get("/", { host })).status).toBe(403);
    },
  );

  it("answers to localhost, and only to reading", async () => {
    expect((await get("/", { host: `localhost:${port}` })).status).toBe(200);
    expect((await get("/", { method: "POST" })).status).toBe(405);
  });
});

it("takes the next port when one is taken, and stands under a base path", async () => {
  const second = await serveSite({ folder: join(work, "dist"), port, basePath: "/papers/" });
  try {
    const at = Number(new URL(second.url).port);
    expect(at).toBeGreaterThan(port);
    expect(new URL(second.url).pathname).toBe("/papers/");
    expect((await get("/papers/", { at })).body).toContain("front");
    expect(await get("/papers", { at })).toMatchObject({ status: 301, headers: { location: "/papers/" } });
    expect((await get("/site.css", { at })).status).toBe(404);
  } finally {
    await second.close();
  }
});

it("tells open pages to load again", async () => {
  const heard = new Promise<string>((resolve, reject) => {
    let text = "";
    const headers = { host: `127.0.0.1:${port}` };
    const asking = request({ host: "127.0.0.1", port, path: "/.jumpline/reload", headers }, (response) => {
      response.on("data", (chunk) => {
        text += chunk;
        if (text.includes("event: reload")) {
          resolve(text);
          asking.destroy();
        } else server.reload();
      });
    });
    asking.on("error", reject);
    asking.end();
  });
  expect(await heard).toContain("event: reload\n");
});
