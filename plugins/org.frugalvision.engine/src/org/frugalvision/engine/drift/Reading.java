// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

/**
 * What a detector says.
 *
 * @param level how much it is alarmed
 * @param value what it watches
 * @param threshold the value from which it speaks of drift, above 0
 */
public record Reading(Level level, double value, double threshold) {
}
