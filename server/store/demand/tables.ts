/** `state`: staging (of nobody yet), kept, withdrawn. */
export type DemandSetRow = {
  id: string;
  union_id: string;
  title: string;
  file: string;
  actor: string;
  state: string;
  at: number;
  points: number;
  weight: number;
};

export type DemandPointRow = {
  set_id: string;
  n: number;
  name: string;
  lng: number;
  lat: number;
  weight: number;
  region: string;
};
