import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMariadb, searchMariadb } from "../../src/database/find-mariadb";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "hub-find-"));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe("finding MariaDB", () => {
  test("finds it in the PATH", () => {
    const server = givenProgram("mariadbd", "mariadbd  Ver 10.11.19-MariaDB");
    const installDb = givenProgram("mariadb-install-db", "");

    const found = searchMariadb({ path: directory, usualDirectories: [] });

    expect(found).toEqual({ server, installDb });
  });

  test("passes over the mysqld of MySQL", () => {
    givenProgram("mysqld", "mysqld  Ver 8.0.36 for Linux on x86_64 (MySQL Community Server)");
    givenProgram("mysql_install_db", "");

    const found = searchMariadb({ path: directory, usualDirectories: [] });

    expect(found).toBeUndefined();
  });

  test("finds an unpacked one with its libraries", () => {
    const server = givenProgram("usr/sbin/mariadbd", "mariadbd  Ver 10.11.19-MariaDB");
    const installDb = givenProgram("usr/bin/mariadb-install-db", "");
    const libraryPath = join(directory, "usr", "lib", "x86_64-linux-gnu");
    mkdirSync(libraryPath, { recursive: true });

    const found = searchMariadb({ path: "", systemDirectory: directory, usualDirectories: [] });

    expect(found).toEqual({
      server,
      installDb,
      baseDirectory: join(directory, "usr"),
      libraryPath,
    });
  });

  test("says which package to install, and the alternative, when there is none", () => {
    const finding = () => findMariadb({ path: directory, usualDirectories: [] });

    expect(finding).toThrow(/mariadb-server-core.*DATABASE_URL/s);
  });
});

/** A program that says this when asked for its version. */
function givenProgram(name: string, version: string): string {
  const path = join(directory, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho '${version}'\n`);
  chmodSync(path, 0o755);
  return path;
}
