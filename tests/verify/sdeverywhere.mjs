/**
 * XMILE files in SDEverywhere, which translates them into JavaScript.
 *
 *   const model = await translate(folder, expected)      folder/model.xmile, for the series that `expected` names
 *   run(model, { scenarioOn: 0 })                        the series, in the form of `expected`: {key: {series: values}}
 */
import { createInputValue, createSynchronousModelRunner } from "@sdeverywhere/runtime";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseAndGenerate, resetState } from "@sdeverywhere/compile";

const SWITCH = "scenario on";

export async function translate(folder, expected) {
  const names = Object.entries(expected).flatMap(([key, paths]) => Object.keys(paths).map((series) => `${series} ${key.replaceAll("_", " ")}`));
  const out = resolve(folder, "sdeverywhere");
  mkdirSync(out, { recursive: true });
  const text = readFileSync(join(folder, "model.xmile"), "utf8");
  const spec = { name: "model", inputVarNames: [SWITCH], outputVarNames: names };
  // SDEverywhere keeps what it translates, so one model must be forgotten before the next.
  resetState();
  await parseAndGenerate(text, "xmile", spec, ["generateJS"], folder, "model", out);
  const { default: load } = await import(pathToFileURL(join(out, "model.js")));
  const runner = createSynchronousModelRunner(await load());
  return { runner, outputs: runner.createOutputs(), expected };
}

export function run({ runner, outputs, expected }, { scenarioOn = 1 } = {}) {
  const { varSeries } = runner.runModelSync([createInputValue("_scenario_on", scenarioOn)], outputs);
  const columns = varSeries.map(({ points }) => points.map(({ y }) => y)).values();
  const named = (paths) => Object.fromEntries(Object.keys(paths).map((series) => [series, columns.next().value]));
  return Object.fromEntries(Object.entries(expected).map(([key, paths]) => [key, named(paths)]));
}
