/** Filters, order and columns somebody keeps; `body` JSON. */
export type ListViewRow = {
  id: string;
  account: string;
  union_id: string;
  name: string;
  body: string;
  shared: number;
  at: number;
};

/** A file made of the list, for the account that asked. */
export type ListExportRow = {
  id: string;
  command_id: string;
  account: string;
  name: string;
  format: string;
  state: string;
  total: number;
  bytes: number;
  at: number;
  until: number;
};
