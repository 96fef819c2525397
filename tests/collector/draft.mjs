/** Drafts as the page sends them, each another one. */
import { randomUUID } from "node:crypto";

export function draft(seed = 0, more = {}) {
  return {
    format: "zukunftshaushalt-submission",
    version: 1,
    nonce: randomUUID(),
    town: "muenster-2026",
    pack_version: "5f1c0e9a77b1d203",
    model: "0.1.0",
    day: "2026-11-29",
    scenario: {
      moves: [
        { lever: "radwege", purpose: "mobilitaet", euros_per_year: 1000 * seed, from: 2027, to: 2050 },
        { lever: "strassen", purpose: "mobilitaet", euros_per_year: -1000 * seed, from: 2027, to: 2050 },
        { measure: "kita_u3", euros_per_year: 300000.25, from: 2027, to: 2050 },
      ],
      taxes: [{ tax: "trade_tax", multiplier: 465 }],
      shocks: ["starkregen"],
    },
    ...more,
  };
}
