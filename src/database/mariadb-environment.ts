import { delimiter, dirname } from "node:path";
import type { MariadbBinaries } from "./find-mariadb";

/** Nothing of the caller's environment reaches the server: it must behave the same everywhere. */
export function mariadbEnvironment(binaries: MariadbBinaries): Record<string, string> {
  const path = [dirname(binaries.server), dirname(binaries.installDb), "/usr/bin", "/bin"];
  return {
    PATH: path.join(delimiter),
    LC_ALL: "C",
    ...(binaries.libraryPath === undefined ? {} : { LD_LIBRARY_PATH: binaries.libraryPath }),
  };
}
