// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

/**
 * How operations that move pixels draw what they move.
 *
 * @param border what is seen beyond the border
 * @param interpolation how values between pixels are made
 */
record Rendering(Border border, Interpolation interpolation) {
}
