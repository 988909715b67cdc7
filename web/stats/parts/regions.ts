import { useAnswer } from '../../desk/use-ask.tsx';

export type Division = { readonly code: string; readonly name: string };
export const NATION_CODE = '000000';

/** One step of a way down: where one is, and what stands beside it. */
export type Step = {
  readonly level: '省' | '市' | '县区';
  readonly here: string | null;
  readonly all: readonly Division[];
};

/** The way from a union's own division to the one looked at, a step for each level that can be chosen. */
export function useWayDown(region: string | null, top: string): readonly Step[] {
  const at = region ?? top;
  const province = at === NATION_CODE ? null : `${at.slice(0, 2)}0000`;
  const provinces = useChildren(top === NATION_CODE ? NATION_CODE : null);
  const inProvince = useChildren(top.endsWith('0000') ? province : null);
  const city = cityOf(at, inProvince);
  const inCity = useChildren(top.endsWith('00') ? city : null);
  const steps: readonly Step[] = [
    { level: '省', here: province, all: provinces },
    { level: '市', here: city, all: inProvince },
    { level: '县区', here: at.endsWith('00') || at === city ? null : at, all: inCity },
  ];
  return steps.filter(({ all }) => all.length > 0);
}

/** Where one comes to by leaving a step: the step above, or the union's own. */
export function aboveStep(steps: readonly Step[], step: Step): string | null {
  return steps[steps.indexOf(step) - 1]?.here ?? null;
}

/** A county right below its province is its own city; 重庆 has one city whose counties begin with two numbers. */
export function cityOf(at: string, inProvince: readonly Division[]): string | null {
  if (at.endsWith('0000')) return null;
  const [only] = inProvince;
  if (only !== undefined && inProvince.length === 1) return only.code;
  return inProvince.some(({ code }) => code === at) ? at : `${at.slice(0, 4)}00`;
}

function useChildren(parent: string | null): readonly Division[] {
  // Where none are wanted the nation's are asked for, which are kept anyway.
  const { data } = useAnswer('regions', { query: { parent: parent ?? NATION_CODE } });
  if (parent === null || data === undefined) return [];
  return data.items.map(({ code, name }) => ({ code, name }));
}
