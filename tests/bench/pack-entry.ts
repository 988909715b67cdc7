// The product's worker as an input of its own, so that it lies beside the bench that starts it.
import '../../server/jobs/workers/pack-entry.ts';
