/**
 * Properties are asked of the same random inputs in every run: a build must not fail because of the dice. `FC_SEED=n npm test` asks
 * others; what then fails prints its seed and its smallest input, which belongs into a case.
 */
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 20261130) });
