import { createContext } from 'react';

/** Asks for the password in a dialog; true when it was right, false when the person gave up. */
export type AskPassword = () => Promise<boolean>;

export const FreshContext = createContext<AskPassword | null>(null);
