// The product's server as an input of its own: the bench measures today's sources, not the last build of `dist/server`.
import '../../server/main.ts';
