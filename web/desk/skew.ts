import { createContext } from 'react';

/** By how much the server's clock is ahead of this device's. Milliseconds. */
export const SkewContext = createContext(0);
