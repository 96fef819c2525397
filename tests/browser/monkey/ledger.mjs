/**
 * The sums of a scenario once more, from the files of the pack and by nothing of the program: what the meter must say.
 *
 *   const town = ledger("muenster-2026");
 *   town.balance(file)        euros left (positive) or missing per year, of a scenario file
 *   town.changes(file)        euros by goal, { 1: …, overhead: … }, payments for investment left out
 *   written("1,2 Mio. €")     { euros: 1200000, half: 50000 }: a displayed amount and half of its last digit
 */
import { readFileSync } from "node:fs";
import { ROOT } from "../harness.mjs";

/** A file of the pack as objects; cells in quotation marks may hold semicolons, breaks and doubled marks. */
function table(pack, name) {
  let text;
  try {
    text = readFileSync(`${ROOT}packs/${pack}/${name}.csv`, "utf8");
  } catch {
    return []; // Not every pack has every file.
  }
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r?\n|$)/g)) {
    if (quoted === undefined && plain === "" && end === "") break;
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ";") rows.push([]);
  }
  const [head, ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at]])));
}

export function ledger(pack) {
  const planned = Object.fromEntries(table(pack, "budget").filter((it) => it.level === "group").map((it) => [it.code, Number(it.expense)]));
  const operating = new Set(table(pack, "levers").filter((it) => it.kind === "operating").map((it) => it.id));
  const numbers = Object.fromEntries(table(pack, "fields").map((it) => [it.id, it.number]));
  const weights = table(pack, "lever_fields");
  const parts = table(pack, "lever_lines").filter((it) => operating.has(it.lever)).map((it) => {
    const own = weights.filter(({ lever, code }) => lever === it.lever && code === it.code);
    const weight = (purpose) => own.filter(({ field }) => field === purpose).reduce((sum, it) => sum + Number(it.weight), 0);
    const rest = 1 - own.reduce((sum, it) => sum + Number(it.weight), 0);
    const amount = (purpose) => planned[it.code] * Number(it.share) * (purpose === "overhead" ? rest : weight(purpose));
    return { lever: it.lever, amount, low: Number(it.low_percent), high: Number(it.high_percent), reimbursed: Number(it.reimbursement) };
  });
  // A measure that is moved by itself is a service on a lever, for one goal; what is built is no part of these sums.
  const lever = Object.fromEntries(table(pack, "chain/measures").map((it) => [it.measure, it.lever]));
  const services = new Map(table("catalogue", "measures").filter((it) => it.kind === "service").map((it) => [it.id, it.field]));
  const reimbursed = (key) => {
    const own = table(pack, "lever_lines").filter((it) => it.lever === key).map((it) => ({ ...it, expense: planned[it.code] * Number(it.share) }));
    return own.reduce((sum, it) => sum + it.expense * Number(it.reimbursement), 0) / own.reduce((sum, it) => sum + it.expense, 0);
  };
  const taxes = [
    ...table(pack, "taxes").map((it) => ({ id: it.id, plan: Number(it.multiplier), yield: Number(it.yield) })),
    ...table(pack, "fees").map((it) => ({ id: it.id, plan: 100, yield: Number(it.yield) })),
  ];

  /**
   * What the town itself pays of a change: each part of a lever takes its share of the room, less what is reimbursed; of a
   * measure, less what its lever is reimbursed on the whole.
   */
  function own({ lever: key, measure, purpose, euros_per_year: euros }) {
    if (measure) return euros * (1 - reimbursed(lever[measure]));
    const rooms = parts.filter((it) => it.lever === key).map((it) => ({ ...it, room: Math.abs(it.amount(purpose) * (euros < 0 ? it.low : it.high)) }));
    const whole = rooms.reduce((sum, it) => sum + it.room, 0);
    return rooms.reduce((sum, it) => sum + ((euros * it.room) / whole) * (1 - it.reimbursed), 0);
  }

  const moves = (file) => file.moves.filter((it) => (operating.has(it.lever) || services.has(it.measure)) && it.euros_per_year !== 0);
  return {
    balance(file) {
      const raised = file.taxes.map(({ tax, multiplier }) => {
        const it = taxes.find(({ id }) => id === tax);
        return it.yield * (multiplier / it.plan - 1);
      });
      return raised.reduce((sum, it) => sum + it, 0) - moves(file).reduce((sum, it) => sum + own(it), 0);
    },
    changes(file) {
      const sums = Object.fromEntries([...Object.values(numbers), "overhead"].map((key) => [key, 0]));
      for (const it of moves(file)) sums[numbers[it.purpose ?? services.get(it.measure)] ?? "overhead"] += it.euros_per_year;
      return sums;
    },
  };
}

/** An amount as the page writes it, in German or English. */
export function written(text, lang = "de") {
  const [, sign, digits] = text.match(/([−-]?)[+±]?€?([\d.,]+)/);
  const plain = lang === "de" ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", "");
  const unit = /Mrd|billion/.test(text) ? 1e9 : /Mio|million/.test(text) ? 1e6 : 1;
  const decimals = plain.split(".")[1]?.length ?? 0;
  return { euros: (sign ? -1 : 1) * Number(plain) * unit, half: (unit / 10 ** decimals) / 2 };
}
