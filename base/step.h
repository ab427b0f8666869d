/* base/step.h — the durable steps, named, so that a test can let klachtd die at each of them (design section 2: "what if we die here?").
 *
 * Only in a build with -DKLACHTD_STEPS (make steps); in any other the calls are nothing. KLACHTD_STEP=n in the environment: the process ends at the n-th
 * step, as by SIGKILL: nothing is flushed, no handler runs. KLACHTD_STEPS_LOG=file: every step's name is added to it.
 */
#ifndef KLACHTD_BASE_STEP_H
#define KLACHTD_BASE_STEP_H

#include <stdint.h>

#ifdef KLACHTD_STEPS
void step(const char *name);
/* A limit in µs that a test may set otherwise: the variable's value, or normal_us. */
int64_t step_limit(const char *variable, int64_t normal_us);
#else
#define step(name) ((void)0)
#define step_limit(variable, normal_us) (normal_us)
#endif

#endif
