import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { MiddlewareHandler } from 'hono';
import { problemResponse } from './problem.ts';

const NANOSECONDS = 1e6;

/** Answers 503 while the event loop lags: better a quick "come back" than a slow nothing. Never by address: whole carriers share one. */
export class LoadShed {
  private readonly histogram: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 });
  private busy = false;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly maxDelayMs: number) {
    this.histogram.enable();
    this.timer = setInterval(() => {
      this.busy = this.histogram.percentile(90) / NANOSECONDS > this.maxDelayMs;
      this.histogram.reset();
    }, 1000).unref();
  }

  guard(): MiddlewareHandler {
    return async (_context, next) => {
      if (this.busy) return problemResponse({ kind: 'overloaded', retrySeconds: 5 });
      return next();
    };
  }

  stop(): void {
    clearInterval(this.timer);
    this.histogram.disable();
  }
}
