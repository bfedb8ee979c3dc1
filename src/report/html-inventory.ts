import { html } from "hono/html";
import { formatLocation, type Finding, type InventoryEntry, type Run } from "../core/index.ts";
import { lean, type Html } from "./html-parts.ts";
import { inventoryCounts, kindWords } from "./inventory.ts";
import { neutralize, oneLine } from "./text.ts";
import { rank } from "./view.ts";

/** Rows of the table; what is more stands in the JSON report. */
const maxRows = 2_000;
/** Things that one asset uses which are named; the rest are counted. */
const namedUses = 6;

interface Known {
  readonly rows: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** Every asset of machine learning that infrastructure tells of, with what it uses. */
export function inventorySection(run: Run, findings: readonly Finding[]): Html | string {
  const { inventory = [] } = run;
  if (inventory.length === 0) return "";
  const shown = inventory.slice(0, maxRows);
  const known: Known = {
    rows: new Map(
      shown.map(({ resource, name }, index) => [resource, { id: `i${index}`, name }] as const),
    ),
    findings: findingsByResource(findings),
  };
  return html`<section id="inventory">
    <h2>Inventory</h2>
    <p class="counts">${inventoryCounts(inventory).join(" · ")}</p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Asset</th>
            <th scope="col">Name</th>
            <th scope="col">Where</th>
            <th scope="col">Uses</th>
            <th scope="col" class="num">Findings</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((entry, index) => rowOf(entry, `i${index}`, known))}
          ${
            inventory.length > maxRows
              ? html`<tr>
                  <td colspan="5">
                    and ${(inventory.length - maxRows).toLocaleString("en")} more, in the json
                    report
                  </td>
                </tr>`
              : ""
          }
        </tbody>
      </table>
    </div>
  </section>`;
}

/** Findings of a resource, and those on whose way it stands. */
function findingsByResource(findings: readonly Finding[]): Known["findings"] {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { location, steps = [] } = finding;
    const things = steps.map(({ thing }) => thing?.resource);
    for (const resource of new Set([location.resource, ...things])) {
      if (resource === undefined) continue;
      const list = found.get(resource);
      if (list === undefined) found.set(resource, [finding]);
      else list.push(finding);
    }
  }
  return found;
}

function rowOf(entry: InventoryEntry, id: string, known: Known): Html {
  const { kind, name, type, location, account, region } = entry;
  const { column: _column, resource: _resource, ...place } = location;
  const cloud = [account, region].filter((text) => text !== undefined);
  const where = cloud.length > 0 ? cloud.join(" · ") : formatLocation(place);
  return lean`<tr id="${id}">
    <td class="nowrap">${kindWords(kind)}</td>
    <td class="asset"><b>${oneLine(name)}</b><span class="soft">${oneLine(type)}</span></td>
    <td class="path">${neutralize(where)}</td>
    <td class="uses">${usesOf(entry, known)}</td>
    <td class="num">${findingsOf(entry, known)}</td>
  </tr>`;
}

function usesOf({ uses = [] }: InventoryEntry, { rows }: Known): Html {
  const named = uses.slice(0, namedUses).map((address) => {
    const row = rows.get(address);
    return row === undefined
      ? lean`<span class="soft">${neutralize(address)}</span>`
      : lean`<a href="#${row.id}">${oneLine(row.name)}</a>`;
  });
  const more = uses.length - namedUses;
  return lean`${named}${more > 0 ? lean`<span class="soft">and ${more} more</span>` : ""}`;
}

/** How many findings an asset has, in the colour of the worst, with a way to that. */
function findingsOf({ resource }: InventoryEntry, { findings }: Known): Html | string {
  const own = findings.get(resource) ?? [];
  const [worst] = own.toSorted((a, b) => rank(a.severity) - rank(b.severity));
  if (worst === undefined) return "";
  return lean`<a class="tally ${worst.severity}" href="#f-${neutralize(worst.fingerprint)}">${own.length}${own.length > 1 ? ", up to" : ""} ${worst.severity}</a>`;
}
