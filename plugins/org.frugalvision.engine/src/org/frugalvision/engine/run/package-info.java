// SPDX-License-Identifier: Apache-2.0
/**
 * What every long call gets and every result carries: progress and cancellation, seeds, provenance, and the engine's
 * two kinds of complaint.
 */
package org.frugalvision.engine.run;
